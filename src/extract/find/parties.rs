//! Between whom a treaty is: "the agreement signed in Saltmouth between Norlandia and Westmark".

use crate::clause::{ChunkKind, Determiner, Role, VerbForm};
use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::gazetteer::Form;
use crate::link::Modality;
use crate::mention::{Mention, Strength};

/// Participles of what has come into being.
const MADE: [&str; 6] = ["sign", "conclude", "reach", "negotiate", "make", "initial"];

/// Nouns of what those between whom it is take part in.
const TALKS: [&str; 6] = ["talk", "negotiation", "dialogue", "process", "consultation", "discussion"];

/// Nouns of how a treaty comes into being.
const SIGNED: [&str; 4] = ["signing", "signature", "conclusion", "ratification"];

impl Extractor {
    /// The States between which a treaty was made are its parties, whoever speaks of it.
    pub(super) fn parties(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32, reading: &mut Reading) {
        // "The Agreement between the two": another one than was spoken of before.
        let talks = mention.class & self.known.event & !self.known.incident != 0
            && (mention.first..mention.last)
                .any(|t| self.lexicon.is_one_of(self.lexicon.lemma(sentence.words[t as usize]), &TALKS));
        if !talks && mention.class & self.known.treaty == 0 || mention.strength == Strength::Anaphor {
            return;
        }
        let between = self.between_whom(sentence, chunk);
        if sentence.chunk(chunk).determiner == Determiner::Indefinite && !self.is_concluded(sentence, chunk, between) {
            return;
        }
        let named = (mention.first..mention.last).find(|&t| sentence.words[t as usize] == self.known.between);
        let parties = match (between, named) {
            (Some(preposition), _) => self.states_below(sentence, preposition),
            (None, Some(from)) => {
                let within =
                    sentence.mentions.iter().filter(|m| m.is_inside && m.first > from && m.last <= mention.last);
                within.filter(|m| self.is_state(m)).map(|m| m.thing).collect()
            }
            (None, None) => return,
        };
        if !talks {
            // "between Norlandia and the Tidal Front"
            if let [state] = parties[..]
                && between.is_some_and(|p| self.is_shared_with_body(sentence, p))
            {
                let draft = sentence.draft(mention, state, "partyTo".into(), "between".into());
                reading.drafts.push(Draft { modality: Modality::Done, weight: Weight::Soft, ..draft });
            }
            return self.of_each(sentence, mention, &parties, ("partyTo", "between", Modality::Done), reading);
        }
        let modality = self.of_class(sentence, mention, reading);
        // "talks between Norlandia and the Tidal Front": one State may talk to others.
        for state in parties {
            let draft = sentence.draft(mention, state, "participatesIn".into(), "between".into());
            reading.drafts.push(Draft { modality, weight: Weight::Soft, ..draft });
        }
    }

    /// What is told, by relation, rule and modality, of each of several States to what is named; one alone is no list.
    pub(super) fn of_each(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        states: &[u32],
        (relation, rule, modality): (&str, &str, Modality),
        reading: &mut Reading,
    ) {
        for &state in states.iter().filter(|_| states.len() > 1) {
            let draft = sentence.draft(mention, state, relation.into(), rule.into());
            reading.drafts.push(Draft { modality, weight: Weight::Soft, ..draft });
        }
    }

    /// The "between" that tells whose the treaty of noun phrase `chunk` is.
    fn between_whom(&self, sentence: &Analysed<'_>, chunk: u32) -> Option<u32> {
        // "the Agreement on Nets | and | the Agreement on Lamps, signed between": both
        let second = sentence
            .clause
            .chunks
            .get(chunk as usize + 1..chunk as usize + 3)
            .filter(|next| next[0].kind == ChunkKind::Coordinator && next[1].determiner == Determiner::Definite)
            .and_then(|_| sentence.mention_of(chunk + 2))
            .filter(|m| m.class & self.known.treaty != 0)
            .map(|_| chunk + 2);
        let of_it = |above: Option<u32>| above.is_some() && (above == Some(chunk) || above == second);
        let made = |verb: u32| {
            let phrase = sentence.chunk(verb);
            let done =
                phrase.verb.is_some_and(|v| v.form == VerbForm::Participle || v.is_passive && v.form == VerbForm::Past);
            done && self.lexicon.is_one_of(phrase.lemma, &MADE)
                && (of_it(parent(sentence, verb)) || of_it(sentence.clause.subject[verb as usize]))
        };
        (chunk + 1..sentence.clause.chunks.len() as u32).find(|&p| {
            let phrase = sentence.chunk(p);
            phrase.kind == ChunkKind::Preposition
                && phrase.word == self.known.between
                && parent(sentence, p).is_some_and(|above| {
                    // "signed | in | Saltmouth | between"
                    let verb = || parent(sentence, parent(sentence, above)?);
                    above == chunk || made(above) || verb().is_some_and(made)
                })
        })
    }

    /// "An agreement between the two might help": there is none; but "an agreement was signed", "the signing of an agreement".
    fn is_concluded(&self, sentence: &Analysed<'_>, chunk: u32, between: Option<u32>) -> bool {
        let noun = parent(sentence, chunk).and_then(|of| parent(sentence, of));
        let greeted = noun.is_some_and(|noun| self.lexicon.is_one_of(sentence.chunk(noun).word, &SIGNED));
        greeted || between.and_then(|p| parent(sentence, p)).is_some_and(|above| above != chunk)
    }

    /// The States named right below a verb or preposition.
    pub(super) fn states_below(&self, sentence: &Analysed<'_>, above: u32) -> Vec<u32> {
        let state = |c: u32| match sentence.mention_of(c) {
            Some(mention) => Some(mention.thing).filter(|_| self.is_state(mention)),
            // "the Government of Norlandia"
            None if self.rules.state_nouns.contains(&sentence.chunk(c).lemma) => {
                match self.owner_of(sentence, c).unwrap_or(Actor::Nobody) {
                    Actor::Speaker => Some(sentence.speaker),
                    Actor::States(states) => states.first().copied(),
                    _ => None,
                }
            }
            None => None,
        };
        objects(sentence, above).filter_map(state).collect()
    }

    /// Whether a body is named right below the preposition `between`.
    fn is_shared_with_body(&self, sentence: &Analysed<'_>, between: u32) -> bool {
        let mut named = objects(sentence, between).filter_map(|c| sentence.mention_of(c));
        named.any(|m| m.class & self.known.organisation != 0)
    }

    /// Whether a State is named, not its people or language.
    fn is_state(&self, mention: &Mention) -> bool {
        mention.class & self.known.state != 0 && mention.form == Form::Name
    }
}

/// The phrases right below a verb or preposition.
fn objects(sentence: &Analysed<'_>, above: u32) -> impl Iterator<Item = u32> {
    let parents = &sentence.clause.parent;
    (above + 1..parents.len() as u32).filter(move |&c| parents[c as usize] == Some((above, Role::Object)))
}

/// What phrase `at` hangs on.
fn parent(sentence: &Analysed<'_>, at: u32) -> Option<u32> {
    sentence.clause.parent[at as usize].map(|(above, _)| above)
}
