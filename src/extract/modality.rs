//! How far the thing said is realised, and whether it is denied: from the verb groups above the mention.

use crate::clause::{ChunkKind, Force, VerbForm};
use crate::link::{Modality, Polarity};

use super::Extractor;
use super::sentence::Analysed;

/// Verbs that deny by themselves: "has never wavered".
const FALTERING: [&str; 9] = ["waver", "falter", "fail", "cease", "doubt", "forget", "diminish", "weaken", "abandon"];

/// Verbs that are not denied by "cannot": "we cannot emphasize this enough".
const BEYOND_MEASURE: [&str; 7] =
    ["emphasize", "overemphasize", "overstate", "overestimate", "underestimate", "stress", "exaggerate"];

impl Extractor {
    /// Modality and polarity of what verb group `verb` governs.
    pub(super) fn modality_of(&self, sentence: &Analysed<'_>, verb: u32) -> (Modality, Polarity) {
        let chunk = sentence.chunk(verb);
        let Some(group) = chunk.verb else { return (Modality::Ongoing, Polarity::Affirmed) };
        // "cannot emphasize enough", "could not overstate": no denial.
        let enough = group.force == Force::Possibility && self.lexicon.is_one_of(chunk.lemma, &BEYOND_MEASURE);
        // "has never wavered": two denials in one.
        let steady = self.lexicon.is_one_of(chunk.lemma, &FALTERING);
        let polarity = if group.is_negated && !enough && !steady { Polarity::Negated } else { Polarity::Affirmed };
        let likes = chunk.lemma == self.known.like;
        let modality = match group.force {
            // "would like", "should like"
            Force::Possibility | Force::Obligation if likes => Modality::Ongoing,
            Force::Future => Modality::Planned,
            Force::Obligation => Modality::Urged,
            Force::Possibility => Modality::Possible,
            Force::Plain => match group.form {
                VerbForm::Perfect if group.is_progressive => Modality::Ongoing,
                VerbForm::Past | VerbForm::Perfect => Modality::Done,
                VerbForm::Present => Modality::Ongoing,
                VerbForm::Participle => Modality::Done,
                // "the conference to be hosted by"
                VerbForm::Infinitive if group.is_passive && self.modifies_noun(sentence, verb) => Modality::Planned,
                VerbForm::Infinitive | VerbForm::Gerund => return (self.governed(sentence, verb), polarity),
            },
        };
        (modality, polarity)
    }

    fn modifies_noun(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        sentence.clause.parent[verb as usize].is_some_and(|(p, _)| sentence.chunk(p).kind == ChunkKind::Noun)
    }

    /// Modality of an infinitive or -ing form: set by the verb, adjective or noun on which it hangs.
    fn governed(&self, sentence: &Analysed<'_>, verb: u32) -> Modality {
        let mut here = verb;
        let mut by_means = false;
        for _ in 0..6 {
            let Some((parent, _)) = sentence.clause.parent[here as usize] else { break };
            let chunk = sentence.chunk(parent);
            // "works for peace by supporting X": the support is no mere preparation.
            by_means |= chunk.word == self.known.by;
            let words = [chunk.lemma, chunk.word];
            let set = words.iter().find_map(|w| self.rules.modality.by_lemma.get(w)).filter(|_| !by_means);
            if let Some(&modality) = set {
                return modality;
            }
            if chunk.kind == ChunkKind::Verb {
                return self.modality_of(sentence, parent).0;
            }
            here = parent;
        }
        Modality::Ongoing
    }
}
