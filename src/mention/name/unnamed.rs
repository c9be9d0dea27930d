//! What is written with capitals, or by the noun of a name, and names nothing.

use crate::clause::Chunk;
use crate::gazetteer::Form;
use crate::lexicon::Word;
use crate::mention::{Mention, label};
use crate::token::Kind;

use super::Sight;

/// Words of what is of a part of the world, or of all of it.
const PARTS_OF_THE_WORLD: [&str; 13] = [
    "european",
    "african",
    "asian",
    "american",
    "arab",
    "islamic",
    "caribbean",
    "western",
    "pan",
    "international",
    "regional",
    "global",
    "eastern",
];

impl Sight<'_> {
    /// "the States parties to the Treaty", "the high Office of President", "the Heads of State Summit".
    pub(super) fn names_nothing(&self) -> bool {
        let naming = self.naming;
        let chunk = self.chunk();
        let word = |back: u32| chunk.head.checked_sub(back).map(|t| naming.tokens[t as usize].word);
        let contracting = chunk.head.checked_sub(1).is_some_and(|t| naming.written(t, t + 1) == "Contracting");
        let is = |word: Option<Word>, list: &[&str]| word.is_some_and(|w| naming.is_word(w, list));
        let noun = |list: &[&str]| naming.is_word(chunk.lemma, list);
        // "its 5-Year and 20-Year Plan"
        let span = noun(&["year", "day"])
            && naming.tokens[chunk.head as usize].is_joined
            && chunk.head.checked_sub(1).is_some_and(|t| naming.tokens[t as usize].kind == Kind::Number);
        // "the course of events"
        let of = self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"]));
        let flow = noun(&["course"]) && of;
        // "the $10 bill"
        let money = noun(&["bill"]) && (chunk.first..chunk.head).any(|t| self.is_sum(t));
        // "the Council Chamber": where it sits
        let hall = noun(&["chamber"])
            && self
                .mentions_in(chunk.first, chunk.head)
                .any(|m| m.last == chunk.head && m.class & naming.territory == 0);
        // "as a Chapter VIII organization", "an insurance policy against drought"
        let general = noun(&["organization", "arrangement"]) && is(word(2), &["chapter"])
            || noun(&["policy"]) && is(word(1), &["insurance"]);
        // "Section 64 of the Code": a part of a text
        let behind = naming.tokens.get(chunk.head as usize + 1).is_some_and(|t| t.kind == Kind::Number);
        let part = noun(&["section", "division"]) && behind;
        general
            || hall
            || part
            || span
            || flow
            || money
            || noun(&["party"]) && (contracting || is(word(1), &["state", "states"]))
            || noun(&["society"]) && is(word(1), &["civil"])
            || noun(&["party"]) && self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["to"]))
            || noun(&["office"]) && is(word(1), &["high", "highest", "taking", "assuming", "holding"])
            || is(word(1), &["state", "government"]) && is(word(2), &["of"]) && is(word(3), &["heads", "head"])
    }

    /// "European society", "that pan-African organization": where nothing but a part of the world stands before the noun, which has
    /// no capital, the thing is one of many.
    pub(super) fn is_of_wide_world(&self, first: u32) -> bool {
        let head = self.chunk().head;
        let lower = !self.naming.tokens[head as usize].is_capitalised();
        let wide = |t: u32| self.naming.is_word(self.naming.tokens[t as usize].word, &PARTS_OF_THE_WORLD);
        lower && first < head && (first..head).all(wide)
    }

    /// "30-member", "30,000-strong", "49-year-old": how many there are or how old it is, no part of a name.
    pub(super) fn is_headcount(&self, at: u32) -> bool {
        let naming = self.naming;
        let last = naming.word_end(at) - 1;
        let counts = naming.is_word(naming.tokens[last as usize].word, &["member", "strong", "man", "person", "old"]);
        counts && last > at && last < self.chunk().head && naming.tokens[at as usize].kind == Kind::Number
    }

    /// "the Forum agreement", "the Summit Declaration": where nothing but the noun of another name stands before it, that is a short form.
    pub(super) fn is_of_short_form(&self, first: u32) -> bool {
        let naming = self.naming;
        let chunk = self.chunk();
        let text = matches!(label::kind(&self.head.class), "instrument" | "treaty");
        let before = naming.heads.head(naming.lexicon.lemma(naming.tokens[first as usize].word));
        let other = before.is_some_and(|h| matches!(label::kind(&h.class), "event" | "organisation"));
        let short =
            naming.is_word(naming.tokens[first as usize].word, &["forum", "meeting", "commission", "panel", "council"]);
        text && other && short && first + 1 == chunk.head && chunk.last == chunk.head + 1
    }

    /// Whether a tail goes on by the name of a region: "Cooperation | in Europe", not "Disarmament | in Saltmouth".
    pub(super) fn is_of_region(&self, joint: &Chunk, place: &Mention) -> bool {
        let region = place.class & self.naming.state == 0 && self.things.get(place.thing).in_state.is_none();
        region && place.form == Form::Name && self.naming.is_word(joint.word, &["of", "in"])
    }

    /// "this week of the Assembly": a time that is pointed at.
    pub(super) fn is_time(&self) -> bool {
        let points = self.naming.is_word(self.naming.tokens[self.chunk().first as usize].word, &["this", "that"]);
        points && self.naming.is_word(self.chunk().lemma, &["week", "day", "year"])
    }

    /// "$10", "€5": whether the token is a number behind the sign of a currency.
    pub(super) fn is_sum(&self, at: u32) -> bool {
        let tokens = &self.naming.tokens;
        let sign = at.checked_sub(1).is_some_and(|t| tokens[t as usize].kind == Kind::Currency);
        sign && tokens[at as usize].kind == Kind::Number
    }
}
