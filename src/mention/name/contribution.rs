//! What States give for the climate, "nationally determined contributions": one name in many forms, written out and short.

use crate::clause::{Chunk, ChunkKind, Determiner};

use super::{Naming, Sight};

/// The noun of the name written out.
const WRITTEN_OUT: [&str; 1] = ["contribution"];

impl Naming<'_> {
    /// "the determined contribution of Westmark": no nationally determined one.
    pub(super) fn is_other_contribution(&self, chunk: &Chunk) -> bool {
        let stands = |word: &str| (chunk.first..chunk.head).any(|t| self.written(t, t + 1).eq_ignore_ascii_case(word));
        self.is_word(chunk.lemma, &WRITTEN_OUT) && !stands("nationally")
    }

    /// "its intended nationally determined contribution": participles that are part of the name, between pronoun and noun.
    pub(super) fn join_determined(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let start = &chunks[at];
        let own = matches!(start.determiner, Determiner::First | Determiner::Third);
        if start.kind != ChunkKind::Noun || !own || start.mention.is_some() {
            return;
        }
        let verbs = chunks[at + 1..].iter().take_while(|c| c.kind == ChunkKind::Verb).count();
        let Some(noun) = chunks.get(at + 1 + verbs).filter(|c| (1..=2).contains(&verbs) && c.kind == ChunkKind::Noun)
        else {
            return;
        };
        let before = self.tokens[noun.head as usize - 1].word;
        let named = self.is_word(noun.lemma, &["ndc", "indc"])
            || self.is_word(noun.lemma, &WRITTEN_OUT) && self.heads.head_after(noun.lemma, before).is_some();
        let adjacent = chunks[at..=at + 1 + verbs].windows(2).all(|pair| pair[0].last == pair[1].first);
        if named && adjacent && noun.mention.is_none() {
            let (first, determiner) = (start.first, start.determiner);
            chunks[at + 1 + verbs].first = first;
            chunks[at + 1 + verbs].determiner = determiner;
            chunks.drain(at..=at + verbs);
        }
    }
}

impl Sight<'_> {
    /// "our nationally determined contributions": what a State gives is one, however often it was renewed.
    pub(super) fn is_contribution(&self) -> bool {
        let own = matches!(self.chunk().determiner, Determiner::First | Determiner::Third);
        own && self.naming.is_word(self.chunk().lemma, &WRITTEN_OUT)
    }

    /// What a State gives for the climate has one name, however it is written.
    pub(super) fn contribution_name(&self) -> Option<&'static str> {
        let naming = self.naming;
        let is = |words: &[&str]| naming.is_word(self.chunk().lemma, words);
        let intended = (self.chunk().first..self.chunk().head)
            .any(|t| naming.is_word(naming.tokens[t as usize].word, &["intended"]));
        match () {
            () if is(&["indc"]) || is(&WRITTEN_OUT) && intended => Some("intended nationally determined contribution"),
            () if is(&["ndc", "contribution"]) => Some("nationally determined contribution"),
            () => None,
        }
    }
}
