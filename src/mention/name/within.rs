//! Names inside a phrase whose noun heads none: "the Harbour Safety Agency website".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::mention::head::Shapes;
use crate::mention::{Mention, Things, label};

use super::{Found, Naming, Sight};

/// Words that tell a kind of body, and none from others.
const COMMON: [&str; 6] = ["national", "international", "regional", "non", "governmental", "joint"];

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
        if !plain || capital(whole.head) || self.heads.head(whole.lemma).is_some_and(|h| h.shapes != Shapes::default())
        {
            return None;
        }
        let noun = (whole.first + 1..=noun).rev().find(|&t| capital(t) && !capital(t + 1))?;
        let lemma = self.lexicon.lemma(self.tokens[noun as usize].word);
        let head = self.heads.head(lemma).filter(|h| h.shapes.any(Shapes::CAPITAL))?;
        let scoped = matches!(label::kind(&head.class), "body" | "strategy" | "law" | "organisation" | "treaty");
        let apart = !self.is_within_word(noun)
            && scoped
            && capital(noun - 1)
            && !self.in_mention(noun, mentions)
            && lemma == self.tokens[noun as usize].word;
        let part =
            Chunk { head: noun, last: noun + 1, word: lemma, lemma, is_plural: false, is_genitive: false, ..whole };
        let before = at.checked_sub(1).map_or(part, |b| chunks[b]);
        let sight = Sight { naming: self, chunks: &[before, part], at: 1, mentions, things, head };
        // "Non-Governmental Organization representatives", "a National Coalition government"
        let kind = |t: u32| self.is_word(self.tokens[t as usize].word, &COMMON);
        let told = (noun - 1..noun).chain(noun.checked_sub(2)).any(|t| t >= whole.first && capital(t) && !kind(t));
        // "the City Fire Department budget" says nothing of whose it is.
        let ours =
            |f: &Found| self.is_domestic || whole.determiner == Determiner::First || f.owner.as_ref() != self.speaker;
        let named = self.is_of_state(&whole, mentions);
        sight.capital().filter(|f| apart && told && (named || f.owner.is_none() || ours(f)))
    }

    fn is_of_state(&self, chunk: &Chunk, mentions: &[Mention]) -> bool {
        let within = |m: &&Mention| m.first >= chunk.first && m.last <= chunk.head;
        mentions.iter().filter(within).any(|m| m.class & self.state != 0 && m.form != Form::Capital)
    }
}
