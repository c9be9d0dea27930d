//! What the phrase in which a name stands before another noun says: "our Union membership", "the Council negotiations".

use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::mention::Mention;
use crate::rule::Owner;
use crate::rule::pattern::Family;

/// What a body does and holds: who takes part in it takes part in the body, and who pays for it pays the body.
const DOINGS: [&str; 21] = [
    "meeting",
    "session",
    "negotiation",
    "discussion",
    "deliberation",
    "consultation",
    "activity",
    "work",
    "process",
    "seminar",
    "workshop",
    "training",
    "project",
    "programme",
    "program",
    "operation",
    "conference",
    "study",
    "course",
    "initiative",
    "mission",
];

impl Extractor {
    /// "our Union membership", "Norlandia's Union presidency": what the phrase around a name says a State is to it.
    pub(super) fn by_phrase(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        chunk: u32,
        reading: &mut Reading,
    ) -> bool {
        // "an enlarged Council membership": as it should be.
        let phrase = sentence.chunk(chunk);
        let larger = ["enlarged", "expanded", "increased", "wider", "broader", "larger", "universal"];
        let before = &sentence.words[phrase.first as usize..mention.first as usize];
        if before.iter().any(|w| self.lexicon.is_one_of(*w, &larger)) {
            return false;
        }
        let paths = self.paths(sentence, chunk, false);
        let mut matches = Vec::new();
        self.matches(sentence, None, 0, &paths[0], &mut matches);
        let fact = |owner: Owner| matches!(owner, Owner::Rule(rule) if !self.rules.rules[rule as usize].is_soft);
        matches.retain(|(_, m)| m.at == 0 && m.pattern.rest.is_empty() && fact(m.owner));
        let told = self.by_rules(sentence, mention, false, &paths, &matches, None, reading);
        told.by_speaker || told.of_others
    }

    /// "took part in the Council negotiations", "pays for two Bank projects": they are the negotiations of the Council.
    pub(super) fn by_doing(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        chunk: u32,
        reading: &mut Reading,
    ) -> bool {
        let phrase = sentence.chunk(chunk);
        let lower = !sentence.tokens[phrase.head as usize].is_capitalised();
        let near = (mention.last == phrase.head || mention.last + 1 == phrase.head)
            // "the Council reform process" is about the Council.
            && !self.lexicon.is(sentence.words[mention.last as usize], "reform")
            // "the Council-led mission"
            && !sentence.tokens[mention.last as usize].is_joined;
        let body = mention.class & self.known.organisation != 0 && mention.class & self.known.state == 0;
        if !(body && near && lower && self.lexicon.is_one_of(phrase.lemma, &DOINGS)) {
            return false;
        }
        let paths = self.paths(sentence, chunk, true);
        let mut matches = Vec::new();
        for (number, path) in paths.iter().enumerate() {
            self.matches(sentence, (number == 0).then_some(chunk), number, path, &mut matches);
        }
        let is = |owner: Owner, relation: &str| matches!(owner, Owner::Rule(r) if *self.rules.rules[r as usize].relation == *relation);
        matches.retain(|(_, found)| {
            (is(found.owner, "participatesIn") || is(found.owner, "funds"))
                && found.pattern.family != Family::Preposition
                && self.is_for(found.owner, mention.class)
        });
        matches.sort_by_key(|(_, found)| is(found.owner, "funds"));
        let told = self.by_rules(sentence, mention, true, &paths, &matches, None, reading);
        told.by_speaker || told.of_others
    }
}
