//! Phrases in lower case of which no name need be asked: nothing in them heads one.

use crate::clause::{Chunk, ChunkKind, Determiner};
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
}
