//! Storms, which have proper names behind the noun: "hurricane Judy", "Cyclones Judy and Kevin".

use crate::clause::{Chunk, ChunkKind};
use crate::mention::head::Head;
use crate::mention::{Mention, Strength};
use crate::token::Token;

use super::{Found, Naming, Sight};

/// Nouns of what gets a proper name.
const STORMS: [&str; 4] = ["hurricane", "cyclone", "typhoon", "storm"];

impl Naming<'_> {
    /// The token of the noun in a phrase that ends with the proper name of a storm, or of the first of several.
    fn storm(&self, chunk: &Chunk, mentions: &[Mention]) -> Option<u32> {
        let ends = chunk.last == chunk.head + 1 && self.tokens[chunk.head as usize].is_capitalised();
        if !ends || self.all_capitals {
            return None;
        }
        let noun = (chunk.first..chunk.head)
            .find(|&t| self.is_word(self.lexicon.lemma(self.tokens[t as usize].word), &STORMS))?;
        // "the exercise Northern Storm 2010" is no storm, "Tropical Storm Judy" is.
        let before = noun.checked_sub(1).filter(|&t| t >= chunk.first).map(|t| &self.tokens[t as usize]);
        let other = |t: &Token| t.is_capitalised() && !self.is_word(t.word, &["tropical", "super", "severe", "the"]);
        if self.is_word(self.lexicon.lemma(self.tokens[noun as usize].word), &["storm"]) && before.is_some_and(other) {
            return None;
        }
        let proper = |t: u32| self.tokens[t as usize].is_capitalised() && !self.in_mention(t, mentions);
        let heads = self.heads.head(self.lexicon.lemma(self.tokens[chunk.head as usize].word)).is_some();
        ((noun + 1..=chunk.head).all(proper) && !heads).then_some(noun)
    }

    /// The noun of the storm that the phrase at `at` names, and where its proper name begins.
    pub(super) fn storm_at(&self, chunks: &[Chunk], at: usize, mentions: &[Mention]) -> Option<(&Head, u32, u32)> {
        let chunk = &chunks[at];
        let noun = self.storm(chunk, mentions);
        let (noun, proper) = match noun {
            Some(noun) => (noun, noun + 1),
            // "and Kevin", of "Cyclones Judy and Kevin"
            None => {
                let alone = chunk.first == chunk.head && self.tokens[chunk.head as usize].is_capitalised();
                let joint = at.checked_sub(1).map(|p| chunks[p].kind);
                let joins = matches!(joint, Some(ChunkKind::Coordinator | ChunkKind::Comma));
                if !(alone && joins) {
                    return None;
                }
                let listed = |c: &&Chunk| {
                    matches!(c.kind, ChunkKind::Coordinator | ChunkKind::Comma)
                        || c.kind == ChunkKind::Noun && c.first == c.head
                };
                let first = chunks[..at].iter().rev().find(|c| !listed(c))?;
                let noun = self.storm(first, &[])?;
                let is_plural = self.lexicon.lemma(self.tokens[noun as usize].word) != self.tokens[noun as usize].word;
                (noun, is_plural.then_some(chunk.first)?)
            }
        };
        Some((self.heads.head(self.lexicon.lemma(self.tokens[noun as usize].word))?, noun, proper))
    }
}

impl Sight<'_> {
    /// A storm with its proper name.
    pub(super) fn storm(&self, noun: u32, proper: u32) -> Found {
        let chunk = self.chunk();
        let written = self.naming.written(noun, noun + 1);
        let kind = if self.naming.lexicon.lemma(self.naming.tokens[noun as usize].word)
            == self.naming.tokens[noun as usize].word
        {
            written
        } else {
            written.trim_end_matches('s')
        };
        let tropical =
            noun.checked_sub(1).filter(|&t| self.naming.is_word(self.naming.tokens[t as usize].word, &["tropical"]));
        let form = format!(
            "{}{kind} {}",
            if tropical.is_some() { "Tropical " } else { "" },
            self.naming.written(proper, chunk.last)
        );
        self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form)
    }
}
