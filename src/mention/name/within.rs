//! Names inside a phrase whose noun heads none: "the Harbour Safety Agency website".

use crate::clause::{Chunk, ChunkKind};
use crate::mention::head::Shapes;
use crate::mention::{Mention, Things, label};

use super::{Found, Naming, Sight};

impl Naming<'_> {
    /// A capitalised name before the lower-case noun of the phrase at `at`, which keeps that noun.
    pub(super) fn name_within(
        &self,
        chunks: &[Chunk],
        at: usize,
        mentions: &[Mention],
        things: &Things,
    ) -> Option<Found> {
        let whole = chunks[at];
        let noun = whole.head.checked_sub(1).filter(|&t| t > whole.first)?;
        let capital = |t: u32| self.tokens[t as usize].is_capitalised();
        let plain = whole.kind == ChunkKind::Noun && whole.mention.is_none() && !self.all_capitals;
        if !plain || capital(whole.head) || self.heads.head(whole.lemma).is_some() {
            return None;
        }
        let noun = (whole.first + 1..=noun).rev().find(|&t| capital(t) && !capital(t + 1))?;
        let lemma = self.lexicon.lemma(self.tokens[noun as usize].word);
        let head = self.heads.head(lemma).filter(|h| h.shapes.any(Shapes::CAPITAL))?;
        let scoped = matches!(label::kind(&head.class), "body" | "strategy" | "law" | "organisation" | "treaty");
        let apart =
            scoped && capital(noun - 1) && !self.in_mention(noun, mentions) && lemma == self.tokens[noun as usize].word;
        let part =
            Chunk { head: noun, last: noun + 1, word: lemma, lemma, is_plural: false, is_genitive: false, ..whole };
        let before = at.checked_sub(1).map_or(part, |b| chunks[b]);
        let sight = Sight { naming: self, chunks: &[before, part], at: 1, mentions, things, head };
        sight.capital().filter(|_| apart)
    }
}
