//! Texts and days told by whose they are: "the report of the Secretary-General on whales", "the Assembly resolutions on
//! drift nets", "the fiftieth anniversary of this great Organization".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::mention::{Strength, label};

use super::{Found, Sight};

/// Longest matter of a report, in tokens.
const MAX_MATTER: u32 = 14;

impl Sight<'_> {
    /// A text told by its author and what it is about, or an anniversary of the Organization.
    pub(super) fn authored(&self) -> Option<Found> {
        match label::kind(&self.head.class) {
            "instrument" if &*self.head.class == "Report" => self.secretary_generals(),
            "instrument" => self.resolutions(),
            "event" => self.anniversary(),
            _ => None,
        }
    }

    /// "the report of the Secretary-General on whales", "the Secretary-General's report on whales".
    fn secretary_generals(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let before = self.at.checked_sub(1).map(|b| &self.chunks[b]).filter(|c| c.is_genitive);
        let of = self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"]));
        let behind = self.chunks.get(self.at + 2).filter(|_| of);
        let owned = before.is_some_and(|c| self.is_secretary_general(c));
        let from = match behind {
            Some(author) if self.is_secretary_general(author) => self.at + 3,
            _ if owned => self.at + 1,
            _ => return None,
        };
        let end = self.matter(from)?;
        if chunk.is_plural || chunk.determiner == Determiner::Quantity {
            return None;
        }
        let about = naming.written(self.chunks[from].first, self.chunks[end - 1].last);
        let form = format!("{} of the Secretary-General {about}", self.form(self.first_modifier(), chunk.last, chunk));
        Some(self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, None, form))
    }

    fn is_secretary_general(&self, author: &Chunk) -> bool {
        let office = author.head.checked_sub(1).filter(|&t| t >= author.first);
        author.kind == ChunkKind::Noun
            && author.mention.is_none()
            && office.is_some_and(|t| self.naming.written(t, author.head + 1) == "Secretary-General")
    }

    /// "the Assembly resolutions on drift nets": several, told by the body and what they are about.
    fn resolutions(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let first = self.first_modifier();
        let body = |m: &&super::Mention| m.class & (naming.state | naming.territory) == 0 && m.first == first;
        let author = self.mentions_in(first, chunk.head).find(body)?;
        let ends = author.last == chunk.head && author.strength == Strength::Named;
        let text = chunk.is_plural && naming.is_word(chunk.lemma, &["resolution", "decision"]);
        let end = self.matter(self.at + 1).filter(|_| text && ends)?;
        let form = self.form(first, self.chunks[end - 1].last, chunk);
        Some(self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, None, form))
    }

    /// Where what a text is about ends, "on …" beginning at chunk `from`.
    fn matter(&self, from: usize) -> Option<usize> {
        let naming = self.naming;
        let is = |c: &Chunk, words: &[&str]| c.kind == ChunkKind::Preposition && naming.is_word(c.word, words);
        let mut end = from;
        while let Some([joint, noun]) = self.chunks.get(end..end + 2) {
            let joins =
                if end == from { is(joint, &["on", "concerning"]) } else { is(joint, &["of", "in", "for", "against"]) };
            let gerund = noun.kind == ChunkKind::Verb && noun.head + 1 == noun.last && noun.first == noun.head;
            let object = if gerund { self.chunks.get(end + 2) } else { Some(noun) };
            let object = object.filter(|c| c.kind == ChunkKind::Noun && !c.is_genitive);
            let Some(object) = object.filter(|o| joins && o.last <= self.chunk().last + MAX_MATTER) else { break };
            if end == from && !self.is_matter(object) || self.is_pronoun(object) {
                break;
            }
            end += if gerund { 3 } else { 2 };
        }
        (end > from).then_some(end)
    }

    /// "the fiftieth anniversary | of this great Organization", "our Organization's | fiftieth anniversary".
    fn anniversary(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let of = self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"]));
        let behind = self.chunks.get(self.at + 2).filter(|c| of && self.is_the_organization(c)).map(|_| self.at + 3);
        let before = self.at.checked_sub(1).map(|b| &self.chunks[b]);
        let owned = before.filter(|c| c.is_genitive && self.is_the_organization(c)).map(|_| self.at + 1);
        let end = behind.or(owned).filter(|_| naming.is_word(chunk.lemma, &["anniversary"]) && !chunk.is_plural)?;
        let first = self.first_modifier();
        let form = format!("{} of the United Nations", self.form(first, chunk.last, chunk));
        let told = first < chunk.head;
        told.then(|| self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, None, form))
    }

    /// "our Organization", "this great Organization": before the United Nations, theirs.
    fn is_the_organization(&self, noun: &Chunk) -> bool {
        let pointed = matches!(noun.determiner, Determiner::Definite | Determiner::First);
        let written = self.naming.written(noun.head, noun.head + 1);
        noun.kind == ChunkKind::Noun
            && noun.mention.is_none()
            && pointed
            && written == "Organization"
            && noun.head <= noun.first + 2
    }
}
