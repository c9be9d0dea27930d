//! Programmes that are told by a list of what they do: "the disarmament, demobilization and repatriation programme".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::mention::label;

use super::Naming;

/// How nouns end of what is done.
const ENDINGS: [&str; 7] = ["ment", "tion", "sion", "ing", "ance", "ence", "al"];

impl Naming<'_> {
    /// "the clearing | , dredging | and | lighting programme": deeds in lower case, the last of which has the noun of a programme.
    pub(super) fn join_deeds(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let start = &chunks[at];
        let first = start.first + u32::from(start.determiner != Determiner::Bare);
        let determined = !matches!(start.determiner, Determiner::Bare | Determiner::Quantity);
        if !determined || start.kind != ChunkKind::Noun || start.mention.is_some() || !self.are_deeds(first, start.last)
        {
            return;
        }
        let mut end = at;
        while let Some([joint, noun]) = chunks.get(end + 1..end + 3) {
            let bare = noun.kind == ChunkKind::Noun && noun.mention.is_none() && noun.determiner == Determiner::Bare;
            let list = joint.kind == ChunkKind::Comma && bare && self.are_deeds(noun.first, noun.last);
            let and = joint.kind == ChunkKind::Coordinator && self.is_word(joint.word, &["and"]);
            end += 2;
            if and && end > at + 2 {
                let strategy = self.heads.head(noun.lemma).is_some_and(|h| label::kind(&h.class) == "strategy");
                if bare && strategy && !noun.is_plural && self.are_deeds(noun.first, noun.head) {
                    self.join_all(chunks, at, end);
                }
                return;
            }
            if !list {
                return;
            }
        }
    }

    /// Whether the tokens `first..last` are nouns in lower case of what is done.
    fn are_deeds(&self, first: u32, last: u32) -> bool {
        let deed = |t: u32| {
            let written = self.written(t, t + 1);
            written.starts_with(char::is_lowercase) && ENDINGS.iter().any(|ending| written.ends_with(ending))
        };
        first < last && (first..last).all(deed)
    }
}
