//! Who is within a body: what is said of its members, or of who is to enter it, is not said of the body; aims of membership,
//! terms of office.

use crate::clause::path::{Step, StepKind};
use crate::extract::Extractor;
use crate::extract::modality::AIMS;
use crate::extract::sentence::Analysed;
use crate::mention::Mention;

impl Extractor {
    /// "partnerships with member States of the Union", "with the people of": those of a body are not the body.
    pub(super) fn is_of_members(&self, sentence: &Analysed<'_>, mention: &Mention, between: &[Step]) -> bool {
        let those = ["state", "member", "country", "nation", "people", "government", "citizen"];
        let body = mention.class & self.known.state == 0;
        body && between.windows(2).any(|pair| {
            let of = pair[0].kind == StepKind::Preposition && pair[0].word == self.known.of;
            let noun = sentence.chunk(pair[1].chunk);
            of && !pair[0].is_example
                && pair[1].kind == StepKind::Noun
                && noun.mention.is_none()
                && (noun.is_plural || self.lexicon.is(noun.lemma, "people"))
                && self.lexicon.is_one_of(noun.lemma, &those)
        })
    }

    /// "support the inclusion of Westmark in the Union", "thank those who elected us to the Council": who is to be in a body is
    /// backed, not the body.
    pub(super) fn is_of_entry(&self, sentence: &Analysed<'_>, between: &[Step]) -> bool {
        let entries = [
            "inclusion",
            "admission",
            "membership",
            "participation",
            "representation",
            "accession",
            "election",
            "entry",
            "readmission",
            "integration",
            "reintegration",
            "candidature",
            "candidacy",
            "seat",
        ];
        let chosen = ["elect", "admit", "readmit", "choose", "re-elect"];
        let [into, entry, rest @ ..] = between else { return false };
        let leads =
            into.kind == StepKind::Preposition && self.lexicon.is_one_of(into.word, &["in", "into", "to", "on"]);
        let us = rest.first().filter(|_| entry.kind == StepKind::Noun && sentence.mention_of(entry.chunk).is_none());
        let is_chosen = [Some(entry), us]
            .into_iter()
            .flatten()
            .any(|s| s.kind == StepKind::Verb && self.lexicon.is_one_of(s.lemma, &chosen));
        leads && (entry.kind == StepKind::Noun && self.lexicon.is_one_of(entry.lemma, &entries) || is_chosen)
    }

    /// "Our goal is membership of": what is aimed at is not there.
    pub(super) fn is_aim(&self, sentence: &Analysed<'_>, path: &[Step]) -> bool {
        let verb = path.iter().find(|s| s.kind == StepKind::Verb);
        let subject = verb.and_then(|s| sentence.clause.subject[s.chunk as usize]);
        subject.is_some_and(|s| self.lexicon.is_one_of(sentence.chunk(s).lemma, &AIMS))
    }

    /// "served as President of", "acted as Chair of": the office is over with what the verb says.
    pub(super) fn served(&self, path: &[Step], at: usize) -> bool {
        path.get(at + 2).is_some_and(|s| s.kind == StepKind::Verb && self.lexicon.is_one_of(s.lemma, &["serve", "act"]))
    }
}
