//! Proper names behind the noun that tells what they name: Exercise Quiet Lights, the exercise "Quiet Lights".

use crate::clause::Determiner;
use crate::mention::Strength;
use crate::token::{Kind, Token};

use super::{Found, Sight};

/// Longest name in quotation marks, in tokens.
const MAX_QUOTED: usize = 14;

impl Sight<'_> {
    /// The noun that heads the name and the proper name after it.
    pub(super) fn led(&self) -> Found {
        let chunk = self.chunk();
        let first = chunk.first + u32::from(chunk.determiner != Determiner::Bare);
        let form = self.form(first, chunk.last, chunk);
        self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form)
    }

    /// A capitalised name in quotation marks right behind the noun.
    pub(super) fn quoted(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let open = chunk.last as usize;
        let is_quote = |at: usize| naming.tokens.get(at).is_some_and(|t| t.kind == Kind::Quote);
        let begins = naming.tokens.get(open + 1).is_some_and(Token::is_capitalised);
        if !is_quote(open) || !begins || chunk.is_plural || chunk.determiner == Determiner::Quantity {
            return None;
        }
        let close = (open + 2..open + 2 + MAX_QUOTED).find(|&at| is_quote(at))?;
        let after = |i: usize| self.chunks[i].first as usize >= close;
        let end = (self.at + 1..self.chunks.len()).find(|&i| after(i)).unwrap_or(self.chunks.len());
        let form = naming.written(open as u32 + 1, close as u32).trim_end_matches([',', '.']).to_owned();
        Some(self.found(chunk.first, close as u32, end, Strength::Named, self.owner_before(), form))
    }
}
