//! Names at whose end a State stands: "Cybercrime Unit Norlandia", "the Safer Digital Norlandia campaign".

use crate::clause::{Chunk, Determiner};
use crate::gazetteer::Form;
use crate::mention::{Mention, Strength, Things, label};
use crate::token::Kind;

use super::{Found, Naming, Sight};

impl Naming<'_> {
    /// "Cybercrime Unit Norlandia", "Development Programme Norlandia 2030": the State at the end of the name of its body or plan.
    pub(super) fn state_tailed(
        &self,
        chunks: &[Chunk],
        at: usize,
        mentions: &[Mention],
        things: &Things,
    ) -> Option<Found> {
        let chunk = &chunks[at];
        let state = mentions.get(chunk.mention? as usize)?;
        let noun = state.first.checked_sub(1).filter(|&t| t >= chunk.first)?;
        let token = &self.tokens[noun as usize];
        let dated = state.last + 1 == chunk.last && self.tokens[state.last as usize].kind == Kind::Number;
        let ends = (dated || state.last == chunk.last) && state.class & self.state != 0 && state.form == Form::Name;
        let head = self.heads.head(self.lexicon.lemma(token.word)).filter(|_| ends && token.is_capitalised())?;
        let is_body = label::kind(&head.class) == "body"
            || self.is_word(self.lexicon.lemma(token.word), &["centre", "center", "office", "institute", "academy"]);
        let is_plan = dated && label::kind(&head.class) == "strategy";
        if !(is_plan || is_body && !dated) || self.all_capitals || chunk.is_genitive {
            return None;
        }
        let sight = Sight { naming: self, chunks, at, mentions, things, head };
        let first = (chunk.first..noun).rev().take_while(|&t| sight.belongs(t)).last().unwrap_or(noun);
        let owner = things.get(state.thing).id.clone();
        let form = self.written(first, chunk.last).to_owned();
        Some(sight.found(chunk.first, chunk.last, at + 1, Strength::Named, Some(owner), form))
    }

    /// "the Safer Digital Norlandia | campaign": whether a State ends the capitalised words before the noun.
    pub(super) fn ends_with_state(&self, chunk: &Chunk, mentions: &[Mention]) -> bool {
        let first = chunk.first + u32::from(chunk.determiner != Determiner::Bare);
        let state = |m: &&Mention| m.last == chunk.head && m.class & self.state != 0 && m.form == Form::Name;
        mentions
            .iter()
            .find(state)
            .is_some_and(|m| m.first > first + 1 && (first..m.first).all(|t| self.tokens[t as usize].is_capitalised()))
    }
}
