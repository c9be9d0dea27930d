//! Who makes up an organisation: "the Isles Union, comprising Norlandia and Westmark".

use crate::clause::{ChunkKind, Determiner, Force, VerbForm};
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::gazetteer::Form;
use crate::link::Modality;
use crate::mention::Mention;

/// Verbs between a whole and its parts.
const COMPRISING: [&str; 4] = ["comprise", "consist", "compose", "make_up"];

impl Extractor {
    /// The States that a named organisation is said to consist of are its members, whoever speaks of it.
    pub(super) fn comprised(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32, reading: &mut Reading) {
        let whole = sentence.chunk(chunk);
        let is_body = mention.class & self.known.organisation != 0 && mention.form == Form::Name;
        // "the group at the Council, comprising Norlandia": the group is made up so.
        let above = sentence.clause.parent[chunk as usize].map(|(above, _)| sentence.chunk(above).word);
        let is_seat = above.is_some_and(|word| self.lexicon.is(word, "at"));
        // "a Council comprising Norlandia": there is none as yet.
        if !is_body || is_seat || whole.determiner == Determiner::Indefinite {
            return;
        }
        let Some(verb) = self.comprising(sentence, chunk) else { return };
        let next = sentence.clause.chunks.get(verb as usize + 1);
        let is_of = next.is_some_and(|c| self.lexicon.is(c.word, "of"));
        let members = self.states_below(sentence, verb + u32::from(is_of));
        self.of_each(sentence, mention, &members, ("memberOf", "comprised", Modality::Ongoing), reading);
    }

    /// "the Union, comprising …", "the Union is made up of …": the verb between the whole and its parts.
    fn comprising(&self, sentence: &Analysed<'_>, chunk: u32) -> Option<u32> {
        let count = sentence.clause.chunks.len() as u32;
        let next = (chunk + 1..count).find(|&c| sentence.chunk(c).kind != ChunkKind::Comma)?;
        let phrase = sentence.chunk(next);
        let is_stated = phrase.verb.is_none_or(|v| {
            v.force == Force::Plain
                && !v.is_negated
                && matches!(v.form, VerbForm::Present | VerbForm::Gerund | VerbForm::Participle)
        });
        let lemma = self.lexicon.lemma(phrase.lemma);
        (is_stated && self.lexicon.is_one_of(lemma, &COMPRISING)).then_some(next)
    }
}
