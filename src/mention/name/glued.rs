//! Phrases that are parts of one word or term: "the Twenty | -first Century", "HIV | / | AIDS", "denial | of | service attack", and nouns
//! with "and" before the noun of one name.

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::lexicon::Classes;
use crate::mention::head::Shapes;
use crate::mention::label;
use crate::token::Kind;

use super::Naming;

impl Naming<'_> {
    /// "the Twenty | -first Century": parts of one word.
    pub(super) fn join_words(&self, chunks: &mut Vec<Chunk>) {
        let mut at = 0;
        while let Some([first, last]) = chunks.get(at..at + 2) {
            let nouns = [first, last].iter().all(|c| c.kind == ChunkKind::Noun && c.mention.is_none());
            // "the Twenty-first Century", where "first" is no noun
            let token = |t: u32| &self.tokens[t as usize];
            let ordinal = || {
                first.last + 1 == last.first
                    && token(first.last).is_joined
                    && self.lexicon.classes(token(first.last).word).any(Classes::ORDINAL)
            };
            let joined = nouns && (first.last == last.first && token(last.first).is_joined || ordinal());
            if joined && !first.is_genitive {
                self.join_all(chunks, at, at + 1);
            } else {
                at += 1;
            }
        }
    }

    /// "a denial | of | service attack": written without its hyphens.
    pub(super) fn join_denial(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let Some([denial, of, attack]) = chunks.get(at..at + 3) else { return };
        let attacks = self.is_word(attack.lemma, &["attack", "cyberattack"]) && attack.last == attack.first + 2;
        let service = || self.is_word(self.tokens[attack.first as usize].word, &["service", "services"]);
        if self.is_word(denial.lemma, &["denial"]) && self.is_word(of.word, &["of"]) && attacks && service() {
            self.join_all(chunks, at, at + 2);
        }
    }

    /// "the Forum on HIV | / | AIDS", "Cyber | / | ICT Security": two words with a stroke between them.
    pub(super) fn join_stroke(&self, chunks: &mut Vec<Chunk>) {
        let mut at = 0;
        while let Some([first, stroke, last]) = chunks.get(at..at + 3) {
            let plain = |c: &Chunk| c.mention.is_none() && !c.is_genitive;
            // "the National KE-CIRT/CC", "Decree 13/2023/ND": no terms
            let term = |c: &Chunk, t: u32| {
                self.tokens[t as usize].kind == Kind::Word
                    && !self.tokens[t as usize].is_joined
                    && self.head_of(c).is_none()
            };
            let terms = || term(first, first.last - 1) && self.tokens[last.first as usize].kind == Kind::Word;
            let glued = first.last == stroke.first && stroke.last == last.first && stroke.kind == ChunkKind::Mark;
            let written = || {
                let span = |t: u32| self.tokens[t as usize].span;
                self.written(stroke.first, stroke.last) == "/"
                    && span(first.last - 1).end == span(stroke.first).start
                    && span(stroke.first).end == span(last.first).start
            };
            let word = matches!(first.kind, ChunkKind::Noun | ChunkKind::Adjective) && last.kind == ChunkKind::Noun;
            if word && glued && plain(first) && plain(last) && written() && terms() {
                self.join_all(chunks, at, at + 2);
            } else {
                at += 1;
            }
        }
    }

    /// "the Fraud and Smuggling Division": capitalised nouns with "and" before the noun of one name.
    pub(super) fn join_coordinate(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let Some([first, and, last]) = chunks.get(at..at + 3) else { return };
        let nouns = [first, last].iter().all(|c| c.kind == ChunkKind::Noun && c.mention.is_none());
        if !nouns || and.kind != ChunkKind::Coordinator || self.all_capitals {
            return;
        }
        let titled = |t: u32| self.tokens[t as usize].is_capitalised() || self.tokens[t as usize].kind == Kind::Quote;
        let capital = |c: &Chunk, from: u32| (from..=c.head).all(titled);
        let lower = |c: &Chunk| !self.tokens[c.head as usize].is_capitalised();
        // "the Harbour | and Lighthouse Cooperation programme"
        let led = |c: &Chunk| {
            let plan = self.heads.head(c.lemma).is_some_and(|h| label::kind(&h.class) == "strategy");
            // "the Pelagic Space Surveillance | and Tracking programme"
            let long = first.first + u32::from(first.determiner != Determiner::Bare) < first.head;
            plan && lower(c)
                && (c.first + 1 < c.head || long && c.first < c.head)
                && (c.first..c.head).all(|t| self.tokens[t as usize].is_capitalised())
        };
        let event = self.heads.head(last.lemma).is_some_and(|h| label::kind(&h.class) == "event");
        // "our first Harbour | and Lighthouse Strategy"
        let second = first.first + u32::from(first.determiner != Determiner::Bare);
        let ordinal =
            second < first.head && self.lexicon.classes(self.tokens[second as usize].word).any(Classes::ORDINAL);
        let determined = second - first.first + u32::from(ordinal);
        let heads_name = |c: &Chunk| {
            // "the Fish and Net Administration"
            let before = c.head.checked_sub(1).map(|t| self.tokens[t as usize].word);
            let told = || self.heads.head_after(c.lemma, before?);
            self.heads.head(c.lemma).or_else(told).is_some_and(|h| h.shapes.any(Shapes::CAPITAL))
        };
        // "a recovery and peacebuilding programme": the article stands before what is one thing.
        let one = matches!(first.determiner, Determiner::Indefinite | Determiner::First)
            || event && first.determiner == Determiner::Definite && first.first + 1 < first.head;
        let described =
            one && !first.is_plural && self.heads.head(last.lemma).is_some_and(|h| h.shapes.any(Shapes::OWN));
        // "the Wreck Network and Harbour Safety Agency (WNHSA)"
        // "the Norlandian Dialogue and Recovery Project is": a verb that is said of one.
        let one_is = || {
            let verb = chunks.get(at + 3).filter(|c| c.verb.is_some());
            verb.is_some_and(|c| self.is_word(self.tokens[c.first as usize].word, &["is", "was", "has"]))
        };
        let one_name = || one_is() || self.acronym_reaches_back(chunks, at + 2) || self.is_matter_of_law(first, last);
        // "the Wrecks and Other Losses Act"
        let other = self.is_word(self.tokens[last.first as usize].word, &["other"]);
        let joins = self.is_word(and.word, &["and"])
            && !first.is_genitive
            && (last.determiner == Determiner::Bare || other)
            && first.first + determined <= first.head
            && first.last == first.head + 1
            && (capital(first, first.first + determined) && (capital(last, last.first) || led(last))
                || described && lower(first) && lower(last))
            && !last.is_plural
            && (heads_name(last) || described)
            && (!heads_name(first) || one_name())
            && last.first < last.head;
        if joins {
            self.join_all(chunks, at, at + 2);
        }
    }
}
