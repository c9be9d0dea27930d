//! Names built on a known one: "the Saltmouth Summit of the Union", "the tenth session of the Assembly".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::lexicon::Classes;
use crate::mention::{Mention, Strength, label};
use crate::token::Kind;

use super::{Found, Sight};

impl Sight<'_> {
    /// A name built on a known one.
    pub(super) fn composed(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let first = self.first_modifier();
        let known = |m: &Mention| m.class & (naming.state | naming.territory) == 0 && m.strength == Strength::Named;
        let anchored = self.mentions_in(first, chunk.head).any(known);
        if self.is_time() || self.mentions_in(first, chunk.head).any(|m| m.last == chunk.head && self.is_named_so(m)) {
            return None;
        }
        let special =
            |i: u32| naming.is_word(naming.tokens[i as usize].word, &["special", "emergency", "extraordinary"]);
        let counted = (first..chunk.head).any(|i| self.is_ordinal_or_year(i) || special(i));
        let mut end = self.at + 1;
        let mut tail_anchored = false;
        while let (Some(joint), Some(noun)) = (self.chunks.get(end), self.chunks.get(end + 1)) {
            let joins = joint.kind == ChunkKind::Preposition && naming.is_word(joint.word, &["of", "on", "to"]);
            if !joins || noun.kind != ChunkKind::Noun || tail_anchored {
                break;
            }
            if self.is_assembly(noun) && naming.is_word(joint.word, &["of"]) && counted {
                let form = format!("{} of the General Assembly", self.form(first, self.chunks[end - 1].last, chunk));
                return Some(self.found(chunk.first, noun.last, end + 2, Strength::Named, None, form));
            }
            let Some(mention) = self.mention_of(noun).filter(|m| known(m)) else {
                // "the United Nations special session on AIDS": the theme belongs to the name.
                let theme = anchored && noun.mention.is_none() && naming.is_word(joint.word, &["on"]);
                // "on the Rights | of Older Persons"
                end = if theme { self.described_tail(end).max(self.capital_tail(end)).max(end + 2) } else { end };
                break;
            };
            tail_anchored = mention.last == noun.last;
            end += 2;
        }
        let repeats = naming.is_word(
            chunk.lemma,
            &["session", "meeting", "anniversary", "resolution", "decision", "agenda", "operation"],
        );
        // "a special session of the Assembly devoted to whales": what it is devoted to tells it from others.
        let theme = self.devotion(end).filter(|_| counted);
        let individual = !chunk.is_plural
            && chunk.determiner != Determiner::Quantity
            && (chunk.determiner != Determiner::Indefinite || theme.is_some());
        let end = theme.unwrap_or(end);
        if !individual || !(anchored || tail_anchored) || (repeats && !counted) {
            return None;
        }
        // "the United Nations peace plan", not "the initiative of the United Nations": a plan has a name of its own.
        let apart = self.mentions_in(first, chunk.head).any(|m| known(m) && m.last < chunk.head);
        if label::kind(&self.head.class) == "strategy" && !apart {
            return None;
        }
        let form = self.form(first, self.chunks[end - 1].last, chunk);
        // "the Pelagic Union-Norlandia Programme"
        let paired = label::kind(&self.head.class) == "strategy" && chunk.determiner == Determiner::Definite;
        let owner = self.owner_before().filter(|_| paired);
        Some(self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, owner, form))
    }

    /// Where "devoted to whales" at chunk `at` ends.
    fn devotion(&self, at: usize) -> Option<usize> {
        let [devoted, to, noun] = self.chunks.get(at..at + 3)? else { return None };
        let joins =
            self.naming.is_word(devoted.lemma, &["devote", "dedicate"]) && self.naming.is_word(to.word, &["to"]);
        let mut end = at + 3;
        let points =
            self.naming.is_word(self.naming.tokens[noun.first as usize].word, &["this", "that", "these", "those"]);
        if !joins || points || noun.kind != ChunkKind::Noun || noun.mention.is_some() {
            return None;
        }
        while let Some([of, next]) = self.chunks.get(end..end + 2) {
            let plain = next.kind == ChunkKind::Noun
                && next.mention.is_none()
                && self.naming.is_word(of.word, &["of", "against"]);
            if !plain {
                break;
            }
            end += 2;
        }
        Some(end)
    }

    /// "the Assembly", where it is the General Assembly that holds sessions.
    fn is_assembly(&self, noun: &Chunk) -> bool {
        let naming = self.naming;
        let article =
            noun.determiner == Determiner::Definite && noun.head == noun.first + 1 && noun.last == noun.head + 1;
        let session = naming.is_word(self.chunk().lemma, &["session"]);
        session && article && noun.mention.is_none() && naming.written(noun.head, noun.last) == "Assembly"
    }

    fn is_ordinal_or_year(&self, at: u32) -> bool {
        let token = &self.naming.tokens[at as usize];
        let classes = self.naming.lexicon.classes(token.word);
        token.kind == Kind::Number || classes.any(Classes::ORDINAL)
    }
}
