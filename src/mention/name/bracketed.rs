//! Names that a bracket parts: "the tenth Pelagic Union (PU) Summit", "the Child (Protection and Adoption) Bill".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::mention::{Mention, label};

use super::Naming;

/// Most chunks that stand within the bracket of the title of a law.
const WITHIN: usize = 7;

impl Naming<'_> {
    /// "the tenth Pelagic Union (PU) Summit": the acronym of the body that stands before the noun of a name parts the phrase.
    pub(super) fn join_bracketed(&self, chunks: &mut Vec<Chunk>, at: usize, mentions: &mut [Mention]) {
        let Some(close) = self.closing(chunks, at) else { return };
        let (body, open, noun) = (chunks[at], chunks[at + 1], chunks[close + 1]);
        let law = self.is_law_title(chunks, at, close);
        let one = close == at + 3 && chunks[at + 2].last == chunks[at + 2].first + 1;
        let is_body = body.mention.is_some_and(|m| mentions[m as usize].class & (self.state | self.territory) == 0);
        let event = |class: &str| matches!(class, "Summit" | "Conference" | "Meeting" | "Operation" | "Seminar");
        let event = is_body && one && self.heads.head(noun.lemma).is_some_and(|h| event(&h.class));
        let joins = (law && (is_body || body.mention.is_none()) || event)
            && noun.kind == ChunkKind::Noun
            && noun.mention.is_none()
            && noun.determiner == Determiner::Bare
            && noun.first == chunks[close].last;
        if !joins || self.all_capitals {
            return;
        }
        let within = mentions.iter_mut().filter(|m| m.first >= open.first && m.last <= chunks[close].last);
        within.for_each(|m| m.is_inside = true);
        self.join_all(chunks, at, close + 1);
    }

    /// The chunk that closes the bracket that opens right behind the chunk at `at`, where a noun follows.
    fn closing(&self, chunks: &[Chunk], at: usize) -> Option<usize> {
        chunks.get(at + 1).filter(|c| c.kind == ChunkKind::Open && chunks[at].kind == ChunkKind::Noun)?;
        let close = (at + 2..at + 2 + WITHIN).find(|&c| chunks.get(c).is_some_and(|c| c.kind == ChunkKind::Close))?;
        chunks.get(close + 1).map(|_| close)
    }

    /// "the Child (Protection and Adoption) Bill": whether all from the chunk at `at` on is the title of a law.
    fn is_law_title(&self, chunks: &[Chunk], at: usize, close: usize) -> bool {
        let noun = &chunks[close + 1];
        let capital = |t: u32| self.tokens[t as usize].is_capitalised();
        let law = self.heads.head(noun.lemma).is_some_and(|h| label::kind(&h.class) == "law");
        let start = chunks[at].first + u32::from(chunks[at].determiner != Determiner::Bare);
        let led = chunks[at].mention.is_some()
            || chunks[at].determiner != Determiner::Bare && (start..chunks[at].last).all(capital);
        let inside = &chunks[at + 2..close];
        let nouns = inside.iter().filter(|c| c.kind == ChunkKind::Noun);
        let words = inside.iter().all(|c| !matches!(c.kind, ChunkKind::Verb | ChunkKind::Relative | ChunkKind::Mark));
        law && led && words && capital(noun.head) && nouns.clone().count() > 0 && nouns.clone().all(|c| capital(c.head))
    }
}
