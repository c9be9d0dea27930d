//! How far a treaty itself has come for a State: in force for it, before those who have to approve it.

use crate::clause::{Chunk, ChunkKind, Force, VerbForm};
use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading};
use crate::gazetteer::Form;
use crate::link::Modality;
use crate::mention::Mention;
use crate::token::Kind;

use super::advance::HOUSES;

impl Extractor {
    /// "The Convention was submitted to Parliament for ratification": the State that speaks, if its house has it before it.
    pub(super) fn laid_before_house(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        chunk: u32,
        reading: &mut Reading,
    ) -> bool {
        let clause = &sentence.clause;
        let verb = clause.parent[chunk as usize].map(|(verb, _)| verb);
        let Some(verb) = verb.filter(|&v| sentence.chunk(v).kind == ChunkKind::Verb) else { return false };
        if mention.class & self.known.treaty == 0 || mention.is_owned || !self.is_before_house(sentence, mention) {
            return false;
        }
        let laid = clause.subject[verb as usize] == Some(chunk)
            || !matches!(self.subject_of(sentence, verb, reading), Actor::Other | Actor::States(_));
        let house = |c: &u32| self.lexicon.is_one_of(sentence.chunk(*c).lemma, &HOUSES);
        let mut houses = (0..clause.chunks.len() as u32).filter(house);
        let own = laid && (reading.is_domestic || houses.any(|c| self.who(sentence, c, reading) == Actor::Speaker));
        if own {
            let draft = sentence.draft(mention, sentence.speaker, "partyTo".into(), "before-house".into());
            reading.drafts.push(Draft { modality: Modality::Preparing, ..draft });
        }
        own
    }

    /// "the Pelagic Convention, of 10 December 1982 (acceded on 3 May 1990)": the step that a bracket behind a treaty tells.
    pub(super) fn bracketed_step(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) -> bool {
        const STEPS: [&str; 9] = [
            "acceded",
            "ratified",
            "signed",
            "accepted",
            "ratification",
            "accession",
            "signature",
            "acceptance",
            "adherence",
        ];
        let treaty = mention.class & self.known.treaty != 0 && !mention.is_inside;
        let behind = mention.last as usize..sentence.tokens.len().min(mention.last as usize + 8);
        let open = behind.clone().find(|&t| sentence.text[sentence.tokens[t].span.range()] == *"(");
        let ends = open.is_some_and(|o| (behind.start..o).any(|t| sentence.tokens[t].kind == Kind::Semicolon));
        let step = open.filter(|_| treaty && !ends).and_then(|o| sentence.words.get(o + 1));
        let told = step.is_some_and(|w| self.lexicon.is_one_of(*w, &STEPS));
        if told {
            let draft = sentence.draft(mention, sentence.speaker, "partyTo".into(), "bracketed".into());
            reading.drafts.push(Draft { modality: Modality::Done, ..draft });
        }
        told
    }

    /// Whether something is said to have been passed: "the law was adopted".
    pub(in crate::extract) fn is_passed(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let clause = &sentence.clause;
        let of = |v: usize| {
            clause.subject[v] == Some(chunk) || clause.parent[chunk as usize].is_some_and(|(p, _)| p as usize == v)
        };
        (0..clause.chunks.len()).any(|v| of(v) && self.passes(&clause.chunks[v]))
    }

    /// Whether a verb group tells that something was passed.
    pub(super) fn passes(&self, chunk: &Chunk) -> bool {
        let group = chunk.verb.filter(|g| g.force == Force::Plain && !g.is_negated);
        group.is_some_and(|g| matches!(g.form, VerbForm::Past | VerbForm::Perfect | VerbForm::Participle))
            && self.lexicon.is_one_of(chunk.lemma, &["pass", "adopt", "enact", "approve"])
    }

    /// "The Convention has been in force for Norlandia since 2012", "There entered into force for the country the Convention":
    /// the State for which it is in force is a party.
    pub(super) fn in_force(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) {
        if mention.class & self.known.treaty == 0 || mention.is_inside {
            return;
        }
        let word = |at: usize, list: &[&str]| sentence.words.get(at).is_some_and(|w| self.lexicon.is_one_of(*w, list));
        let force = (1..sentence.words.len()).find(|&at| word(at, &["force"]) && word(at - 1, &["in", "into"]));
        let Some(force) = force else { return };
        let entered = (force.saturating_sub(3)..force).any(|at| word(at, &["entered", "came", "enter", "is"]));
        let country = word(force + 2, &["the", "our", "my"]) && word(force + 3, &["country", "state"]);
        let ours = entered && word(force + 1, &["for"]) && (country || word(force + 2, &["us"]));
        let treaties = || sentence.mentions.iter().filter(|m| m.class & self.known.treaty != 0 && !m.is_inside);
        let before = treaties().filter(|m| m.last as usize <= force).max_by_key(|m| m.first);
        let nearest = before.or_else(|| treaties().min_by_key(|m| m.first).filter(|_| ours));
        if nearest.is_none_or(|m| m.first != mention.first) {
            return;
        }
        let party = |m: &&Mention| {
            let led = m.first as usize == 1 && word(0, &["for"]);
            let after =
                m.first as usize > force && m.first as usize <= force + 3 && word(m.first as usize - 1, &["for"]);
            m.class & self.known.state != 0 && m.form == Form::Name && (led || after)
        };
        let state = sentence.mentions.iter().find(party).map(|m| m.thing);
        if let Some(state) = state.or(ours.then_some(sentence.speaker)) {
            let draft = sentence.draft(mention, state, "partyTo".into(), "in-force".into());
            reading.drafts.push(Draft { modality: Modality::Done, ..draft });
        }
    }
}
