//! "the Programme of Action", "this plan of action": short forms of more than one phrase. They stand for what was named so before
//! in the text, or for what a text of this matter calls so throughout.

use crate::clause::{Chunk, ChunkKind, Determiner};

use super::coreference::{Recent, Resolver};
use super::{Mention, Things};

/// What stands behind a programme that is told apart by its own words: "the programme of action for the isles".
const ITS_OWN: [&str; 8] = ["for", "of", "on", "concerning", "adopted", "agreed", "entitled", "in"];

impl Resolver<'_> {
    /// Joins the phrases of such short forms and gives each its mention.
    pub(super) fn programmes(
        &self,
        sentence: u32,
        chunks: &mut Vec<Chunk>,
        mentions: &mut Vec<Mention>,
        things: &mut Things,
        recent: &Recent,
    ) {
        let mut at = 0;
        while at + 2 < chunks.len() {
            // "the establishment of | a Programme of Action"
            let sought = at > 0 && self.is_sought(&chunks[at - 1]);
            if let Some(thing) = self.programme(sentence, &chunks[at..at + 3], sought, mentions, things, recent) {
                let last = chunks[at + 2].last;
                chunks[at].last = last;
                chunks[at].mention = Some(mentions.len() as u32);
                mentions.push(Mention::anaphor(chunks[at].first, last, thing, things.get(thing).class_bit));
                chunks.drain(at + 1..at + 3);
            }
            at += 1;
        }
    }

    /// Whether a preposition leads to what is to come about.
    fn is_sought(&self, joint: &Chunk) -> bool {
        let written = &self.text[self.tokens[joint.first as usize].span.range()];
        joint.kind == ChunkKind::Preposition && matches!(written, "of" | "for")
    }

    fn programme(
        &self,
        sentence: u32,
        phrases: &[Chunk],
        sought: bool,
        mentions: &[Mention],
        things: &mut Things,
        recent: &Recent,
    ) -> Option<u32> {
        let [noun, of, action] = phrases else { return None };
        let word = |t: u32| self.tokens.get(t as usize).map_or("", |t| &self.text[t.span.range()]);
        let is = |t: u32, words: &[&str]| words.iter().any(|w| w.eq_ignore_ascii_case(word(t)));
        let short = noun.kind == ChunkKind::Noun
            && noun.mention.is_none()
            && (noun.determiner == Determiner::Definite || sought && noun.determiner == Determiner::Indefinite)
            && is(noun.head, &["programme", "program", "plan"])
            && is(of.first, &["of"])
            && action.last == action.first + 1
            && is(action.first, &["action"])
            && (noun.first + 1..noun.head).all(|t| self.heads.is_dropped(self.tokens[t as usize].word));
        if !short || is(action.last, &ITS_OWN) {
            return None;
        }
        let form = match word(noun.head).to_lowercase().as_str() {
            "plan" => "plan of action",
            _ => "programme of action",
        };
        let called = |thing: u32| things.get(thing).label.to_lowercase().contains(form);
        let before = mentions.iter().filter(|m| m.last <= noun.first && called(m.thing)).max_by_key(|m| m.first);
        let named = || before.map(|m| m.thing).or_else(|| recent.latest(sentence, u32::MAX, called));
        let pointed = noun.determiner == Determiner::Definite;
        pointed.then(named).flatten().or_else(|| {
            let seed = self.heads.called(&format!("the {form}"), self.matter)?;
            Some(things.seed(seed, self.entities, self.ontology))
        })
    }
}
