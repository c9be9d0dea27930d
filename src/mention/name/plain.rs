//! Phrases in lower case of which no name need be asked: nothing in them heads one.

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::lexicon::Classes;
use crate::mention::head::Head;
use crate::token::{Caps, Kind};

use super::Naming;

impl Naming<'_> {
    /// Whether the phrase at `at` can neither be nor begin a name, so that nothing need be asked of it: its words are in lower
    /// case, its noun heads nothing, and no "on" makes it the title of a law, no participle a contribution.
    pub(super) fn is_plain(&self, chunks: &[Chunk], at: usize) -> bool {
        let chunk = &chunks[at];
        let is_lower = |t: u32| {
            let token = &self.tokens[t as usize];
            token.kind == Kind::Word && token.caps == Caps::Lower && !token.is_joined
        };
        let from = chunk.first + u32::from(chunk.determiner != Determiner::Bare);
        let owns = matches!(chunk.determiner, Determiner::First | Determiner::Third);
        chunk.mention.is_none()
            && !self.all_capitals
            && !self.heads.may_head(chunk.lemma)
            && !self.heads.may_head(chunk.word)
            && chunk.head >= from.max(1)
            // The first word of a sentence has a capital that tells nothing.
            && (chunk.first.max(1)..chunk.last).all(is_lower)
            && !(owns && chunks.get(at + 1).is_some_and(|next| next.kind == ChunkKind::Verb))
            && at.checked_sub(1).is_none_or(|before| !self.is_word(chunks[before].word, &["on"]))
    }

    /// "TideForce": whether token `at` goes on an invented word that tells no team, and so heads nothing.
    pub(super) fn is_within_word(&self, at: u32) -> bool {
        let token = &self.tokens[at as usize];
        let Some(before) = at.checked_sub(1).map(|t| &self.tokens[t as usize]).filter(|_| token.is_joined) else {
            return false;
        };
        let glued = before.span.end == token.span.start && before.kind == Kind::Word && token.caps == Caps::Initial;
        glued && !self.is_word(before.word, &["cyber"]) && self.heads.compound(self.written(at - 1, at + 1)).is_none()
    }

    /// What the noun of a phrase heads; a "meeting" is no form of "meet".
    pub(super) fn head_of(&self, chunk: &Chunk) -> Option<&Head> {
        let is_ing = self.lexicon.classes(chunk.word).any(Classes::ING);
        let head = self.heads.head(if is_ing { chunk.word } else { chunk.lemma });
        // "Chairman-in-Office": somebody, no office.
        let before = chunk.head.checked_sub(1).filter(|_| self.tokens[chunk.head as usize].is_joined);
        let in_office = before.is_some_and(|b| self.is_word(self.tokens[b as usize].word, &["in"]));
        head.filter(|_| !in_office && !self.is_within_word(chunk.head))
    }
}
