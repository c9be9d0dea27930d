//! For whom "it", "they" and "its" stand: the State or body that acts before, above or ahead in the sentence.

use crate::clause::attach::is_finite;
use crate::clause::path::governing_verb;
use crate::clause::{ChunkKind, Role, VerbForm};
use crate::gazetteer::Form;

use super::Extractor;
use super::actor::Actor;
use super::sentence::Analysed;

impl Extractor {
    /// "We ask the Union to keep the word that it gave": the singular body or State that does what is said above the clause of
    /// "it".
    pub(super) fn subject_above(&self, sentence: &Analysed<'_>, chunk: u32) -> Option<u32> {
        let (mut here, role) = sentence.clause.parent[chunk as usize]?;
        if role != Role::Subject {
            return None;
        }
        for _ in 0..8 {
            here = sentence.clause.parent[here as usize]?.0;
            if sentence.chunk(here).kind == ChunkKind::Verb
                && let Some(subject) = sentence.clause.subject[here as usize].filter(|s| *s < chunk)
            {
                let phrase = sentence.chunk(subject);
                let named = sentence.mention_of(subject).is_some_and(|m| {
                    m.form == Form::Name && m.class & (self.known.state | self.known.organisation) != 0
                });
                let common = phrase.mention.is_none() && self.lexicon.is(phrase.lemma, "community");
                return Some(subject).filter(|_| named || common);
            }
        }
        None
    }

    /// The State that last acted before `chunk` in the sentence, for "it".
    pub(super) fn earlier_subject(&self, sentence: &Analysed<'_>, chunk: u32) -> Option<u32> {
        let acts = |i: u32| {
            sentence.clause.parent[i as usize].is_some_and(|(above, role)| {
                role == Role::Subject || role == Role::Object && sentence.chunk(above).word == self.known.by
            })
        };
        let subjects = (0..chunk).rev().filter(|&i| acts(i));
        let mut states = subjects.filter_map(|i| sentence.mention_of(i));
        states.find(|m| m.class & self.known.state != 0 && m.form == Form::Name).map(|m| m.thing)
    }

    /// The State that acts in the main clause, where the sentence begins with a clause before it in which "it" is the subject.
    pub(super) fn subject_ahead(&self, sentence: &Analysed<'_>, chunk: u32) -> Option<u32> {
        let first = chunk == 1 && sentence.chunk(0).kind == ChunkKind::Subordinator;
        let own = sentence.clause.parent[chunk as usize].filter(|p| first && p.1 == Role::Subject)?;
        let chunks = &sentence.clause.chunks;
        let finite = |v: u32| sentence.chunk(v).verb.is_some_and(|g| is_finite(g.form));
        let main = (own.0 + 1..chunks.len() as u32).find(|&v| finite(v))?;
        let subject = sentence.clause.subject[main as usize].filter(|&s| s > own.0)?;
        let comma = chunks[own.0 as usize..subject as usize].iter().any(|c| c.kind == ChunkKind::Comma);
        let state = sentence.mention_of(subject).filter(|m| comma && m.class & self.known.state != 0);
        state.filter(|m| m.form == Form::Name).map(|m| m.thing)
    }

    /// "it will continue its work": whose the work is, by the "it" that is subject of the same verb.
    pub(super) fn binder(&self, sentence: &Analysed<'_>, chunk: u32) -> Option<Actor> {
        let verb = governing_verb(&sentence.clause, chunk)?;
        let subject = sentence.clause.subject[verb as usize].filter(|s| *s < chunk)?;
        // "thank the Union for deploying its mission": the Union's.
        let body = sentence.mention_of(subject).is_some_and(|m| m.class & self.known.organisation != 0);
        let gerund = sentence.chunk(verb).verb.is_some_and(|v| v.form == VerbForm::Gerund);
        if body && gerund {
            return Some(Actor::Other);
        }
        let is_pronoun = self.known.third_person.contains(&sentence.chunk(subject).word);
        let thing = self.earlier_subject(sentence, subject).filter(|_| is_pronoun)?;
        Some(self.state(sentence, thing))
    }

    /// "It is planned to establish", said of what is done at home: nobody is named.
    pub(super) fn is_impersonally_planned(&self, sentence: &Analysed<'_>, it: u32) -> bool {
        let mut verbs = sentence.clause.subject.iter().enumerate().filter(|(_, s)| **s == Some(it));
        verbs.any(|(verb, _)| {
            let chunk = sentence.chunk(verb as u32);
            chunk.verb.is_some_and(|v| v.is_passive) && self.rules.expected.contains(&chunk.lemma)
        })
    }
}
