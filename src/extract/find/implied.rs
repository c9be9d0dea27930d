//! Whose a deed is of which nobody is named as the doer: what only the State that speaks can have done, and what it cannot.

use crate::clause::VerbForm;
use crate::clause::path::{Step, StepKind};
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};

impl Extractor {
    /// "a workshop that was held in Saltmouth", said by a State in which Saltmouth is not.
    pub(super) fn is_held_abroad(&self, sentence: &Analysed<'_>, verb: u32, reading: &Reading) -> bool {
        let clause = &sentence.clause;
        let end = (verb + 6).min(clause.chunks.len() as u32 - 1);
        (verb + 1..end).any(|i| {
            let within = self.known.places[..2].contains(&clause.chunks[i as usize].word);
            let place = self.known.territory | self.known.state;
            let placed = sentence.mention_of(i + 1).is_some_and(|m| m.class & place != 0);
            within && placed && !self.is_home(sentence, i + 1, reading)
        })
    }

    /// "An agreement has been signed with Westmark": by whoever says so.
    pub(super) fn is_signed_with(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        // "With Westmark an agreement has been signed"
        let fronted = path[at].kind == StepKind::Preposition && self.lexicon.is(path[at].word, "with");
        let Some(step) = path.get(at + usize::from(fronted)) else { return false };
        let chunk = sentence.chunk(step.chunk);
        let past = chunk.verb.is_some_and(|v| v.is_passive && matches!(v.form, VerbForm::Past | VerbForm::Perfect));
        let with = fronted || at > 0 && self.lexicon.is(path[0].word, "with");
        past && with && self.lexicon.is_one_of(chunk.lemma, &["sign", "conclude", "negotiate", "initial"])
    }

    /// "Accession to the Convention was completed": a step that only the State that speaks of it can have taken.
    pub(super) fn is_accomplished(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let Some(step) = path.get(at + 1).filter(|_| path[at].kind == StepKind::Noun) else { return false };
        let chunk = sentence.chunk(step.chunk);
        let past = chunk.verb.is_some_and(|v| v.is_passive && matches!(v.form, VerbForm::Past | VerbForm::Perfect));
        past && self.rules.accomplished.contains(&chunk.lemma)
    }
}
