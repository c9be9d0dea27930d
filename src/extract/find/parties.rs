//! Between whom a treaty is: "the agreement signed in Saltmouth between Norlandia and Westmark".

use crate::clause::{ChunkKind, Determiner, Role, VerbForm};
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::gazetteer::Form;
use crate::link::Modality;
use crate::mention::{Mention, Strength};

/// Participles of what has come into being.
const MADE: [&str; 6] = ["sign", "conclude", "reach", "negotiate", "make", "initial"];

/// Nouns of how a treaty comes into being.
const SIGNED: [&str; 4] = ["signing", "signature", "conclusion", "ratification"];

impl Extractor {
    /// The States between which a treaty was made are its parties, whoever speaks of it.
    pub(super) fn parties(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32, reading: &mut Reading) {
        // "The Agreement between the two": another one than was spoken of before.
        if mention.class & self.known.treaty == 0 || mention.strength == Strength::Anaphor {
            return;
        }
        let parent = |at: u32| sentence.clause.parent[at as usize].map(|(above, _)| above);
        let made = |verb: u32| {
            let phrase = sentence.chunk(verb);
            let done =
                phrase.verb.is_some_and(|v| v.form == VerbForm::Participle || v.is_passive && v.form == VerbForm::Past);
            done && self.lexicon.is_one_of(phrase.lemma, &MADE)
                && (parent(verb) == Some(chunk) || sentence.clause.subject[verb as usize] == Some(chunk))
        };
        let count = sentence.clause.chunks.len() as u32;
        let between = (chunk + 1..count).find(|&p| {
            let phrase = sentence.chunk(p);
            phrase.kind == ChunkKind::Preposition
                && phrase.word == self.known.between
                && parent(p).is_some_and(|above| {
                    // "signed | in | Saltmouth | between"
                    above == chunk || made(above) || parent(above).and_then(parent).is_some_and(made)
                })
        });
        // "An agreement between the two might help": there is none.
        let greeted = parent(chunk)
            .and_then(parent)
            .is_some_and(|noun| self.lexicon.is_one_of(sentence.chunk(noun).word, &SIGNED));
        let is_made = between.and_then(parent).is_some_and(|above| above != chunk) || greeted;
        if sentence.chunk(chunk).determiner == Determiner::Indefinite && !is_made {
            return;
        }
        let state = |m: &&Mention| m.class & self.known.state != 0 && m.form == Form::Name;
        let named = (mention.first..mention.last).find(|&t| sentence.words[t as usize] == self.known.between);
        let parties: Vec<u32> = match (between, named) {
            (Some(preposition), _) => (preposition + 1..count)
                .filter(|&c| sentence.clause.parent[c as usize] == Some((preposition, Role::Object)))
                .filter_map(|c| sentence.mention_of(c))
                .filter(state)
                .map(|m| m.thing)
                .collect(),
            (None, Some(from)) => {
                let within =
                    sentence.mentions.iter().filter(|m| m.is_inside && m.first > from && m.last <= mention.last);
                within.filter(state).map(|m| m.thing).collect()
            }
            (None, None) => return,
        };
        if parties.len() < 2 {
            return;
        }
        for state in parties {
            let draft = sentence.draft(mention, state, "partyTo".into(), "between".into());
            reading.drafts.push(Draft { modality: Modality::Done, weight: Weight::Soft, ..draft });
        }
    }
}
