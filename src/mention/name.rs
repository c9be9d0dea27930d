//! Names of the open class: phrases around a noun that heads names, capitalised or described, with the owner
//! and the tail that belong to them. A name takes up its phrases, so that the analysis sees one noun phrase.
//! Each shape of name has its own file.

mod adopted;
mod agreed;
mod sight;
mod stand;
mod capital;
mod form;
mod tail;
mod composed;
mod incident;
mod unnamed;
mod befallen;
mod deeds;
mod bracketed;
mod described;
mod enacted;
mod quoted;
mod placed;
mod storm;
mod join;
mod kin;
mod contribution;
mod dated;
mod authored;
mod within;
mod shared;
mod several;
mod told;
mod talks;
mod outgrown;
mod ours;
mod plain;
mod pursuant;
mod tailed;
mod extent;
mod struck;
mod suffered;
mod glued;
mod renamed;
mod tabled;
mod supposed;

use std::sync::Arc;

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::entity::EntityId;
use crate::lexicon::{Classes, Lexicon, UNKNOWN, Word};
use crate::ontology::Ontology;
use crate::token::{Caps, Kind, Token};

use super::head::{Head, Heads, Shapes};
use super::{Mention, Strength, Things, label};
use sight::Sight;

/// What the search for names in one sentence needs.
#[derive(Clone, Copy)]
pub struct Naming<'a> {
    /// Text of the block.
    pub text: &'a str,
    /// Tokens of the sentence.
    pub tokens: &'a [Token],
    /// The lexicon.
    pub lexicon: &'a Lexicon,
    /// The nouns that head names.
    pub heads: &'a Heads,
    /// The ontology.
    pub ontology: &'a Ontology,
    /// The State that speaks.
    pub speaker: Option<&'a EntityId>,
    /// Whether the text tells of what is done at home, so that what nobody else owns is the speaker's.
    pub is_domestic: bool,
    /// The same, or shortly after a speech has told of several such things.
    pub is_at_home: bool,
    /// Whether the sentence is written in capitals.
    pub all_capitals: bool,
    /// Classes of States and places.
    pub territory: u128,
    /// The class of States.
    pub state: u128,
}

/// A name found at a chunk.
struct Found {
    first: u32,
    last: u32,
    /// One past the last chunk that it takes up.
    end: usize,
    strength: Strength,
    owner: Option<EntityId>,
    is_owned: bool,
    is_common: bool,
    class: Arc<str>,
    form: String,
}

impl Naming<'_> {
    /// Finds the names among `chunks`; each takes up its chunks and gets a mention.
    pub fn names(&self, chunks: &mut Vec<Chunk>, mentions: &mut Vec<Mention>, things: &mut Things) {
        self.join_words(chunks);
        self.join_stroke(chunks);
        let mut at = 0;
        while at < chunks.len() {
            if chunks[at].kind == ChunkKind::Noun {
                self.join_kin(chunks, at, mentions);
                self.join_list(chunks, at);
                self.join_deeds(chunks, at);
                self.join_denial(chunks, at);
                self.join_matter(chunks, at);
            }
            at += 1;
        }
        for at in (0..chunks.len()).rev() {
            self.join_coordinate(chunks, at);
        }
        let mut at = 0;
        while at < chunks.len() {
            self.join_owner(chunks, at, mentions);
            // All other names begin with a noun phrase, and half of the chunks are none.
            if chunks[at].kind == ChunkKind::Noun && !self.is_plain(chunks, at) {
                self.widen_called(&mut chunks[at], mentions, things);
                self.split_outgrown(chunks, at, mentions);
                self.leave_namesake(chunks, at, mentions, things);
                self.join_quoted(chunks, at);
                self.join_possessive(chunks, at);
                self.join_run(chunks, at);
                self.join_enacted(chunks, at);
                self.join_decided(chunks, at);
                self.join_chain(chunks, at);
                self.join_path(chunks, at);
                self.join_parted(chunks, at, mentions);
                self.head_before_numeral(&mut chunks[at]);
                self.join_peoples(chunks, at);
                self.join_determined(chunks, at);
                self.join_number(chunks, at);
                self.join_adjacent(chunks, at, mentions);
                self.join_directive(chunks, at);
                self.join_bracketed(chunks, at, mentions);
                self.split_twins(chunks, at, mentions);
                if let Some(found) = self.name_at(chunks, at, mentions, things) {
                    let law = || self.numbered_in_brackets(chunks, at, mentions);
                    if let Some(same) = self.repeats_in_brackets(chunks, at, &found.class, mentions).or_else(law) {
                        things.define(self.written(chunks[at].first, chunks[at].last), same);
                        at += 1;
                        continue;
                    }
                    self.take_up(found, at, chunks, mentions, things);
                } else if let Some(found) = self.name_within(chunks, at, mentions, things) {
                    self.stand(&found, mentions, things);
                }
            }
            at += 1;
        }
        self.unite(chunks, mentions, things);
    }

    fn name_at(&self, chunks: &[Chunk], at: usize, mentions: &[Mention], things: &Things) -> Option<Found> {
        let chunk = Some(&chunks[at]).filter(|c| c.kind == ChunkKind::Noun)?;
        if chunk.mention.is_some() {
            return self
                .edition(at, chunk, mentions, things)
                .or_else(|| self.state_tailed(chunks, at, mentions, things))
                .or_else(|| self.shared_at(chunks, at, mentions, things))
                .or_else(|| self.twin_at(chunks, at, mentions, things));
        }
        if let Some(found) = self.committee(chunks, at, mentions, things) {
            return Some(found);
        }
        if let Some(head) = self.leading_head(chunk) {
            return Some(Sight { naming: self, chunks, at, mentions, things, head }.led());
        }
        if let Some((head, noun)) = self.kind_before(chunk) {
            return Some(Sight { naming: self, chunks, at, mentions, things, head }.called(noun));
        }
        if let Some((head, noun, proper)) = self.storm_at(chunks, at, mentions) {
            return Some(Sight { naming: self, chunks, at, mentions, things, head }.storm(noun, proper));
        }
        if let Some((head, noun)) = self.plural_law(chunks, at) {
            return Some(Sight { naming: self, chunks, at, mentions, things, head }.law_listed(noun));
        }
        let token = &self.tokens[chunk.head as usize];
        let before = chunk.head.checked_sub(1).map(|t| self.tokens[t as usize].word);
        // "a high-level meeting"
        let told = |word: Word| before.and_then(|before| self.heads.head_after(word, before));
        let head = told(chunk.lemma).or_else(|| told(chunk.word)).or(self.head_of(chunk));
        let (general, compound) =
            if head.is_none() { (self.general(chunks, at), self.compound(chunk.head)) } else { (None, None) };
        let head = head.or(general).or(compound)?;
        if self.is_other_contribution(chunk) {
            return None;
        }
        let led = chunk.head > chunk.first.max(1)
            && self.tokens[chunk.head as usize - 1].is_capitalised()
            && !self.is_word(self.tokens[chunk.head as usize - 1].word, &["government", "member", "party"])
            && (!self.in_mention(chunk.head - 1, mentions) || self.ends_with_state(chunk, mentions))
            && self.tokens[chunk.head as usize - 1].span.start != self.tokens[0].span.start;
        // "Negotiations on drift nets should begin": the capital is that of the sentence.
        let begins = chunk.is_plural && token.span.start == self.tokens[0].span.start;
        let is_capital = !begins && (token.is_capitalised() || led || compound.is_some()) && !self.all_capitals;
        if let Some(found) = self.other_process(chunks, at, mentions) {
            return Some(found);
        }
        let sight = Sight { naming: self, chunks, at, mentions, things, head };
        if let Some(found) = sight.authored() {
            return Some(found);
        }
        if head.shapes.any(Shapes::CAPITAL.or(Shapes::OWN))
            && let Some(found) = sight.quoted().or_else(|| sight.quoted_before())
        {
            return Some(found);
        }
        if is_capital
            && head.shapes.any(Shapes::CAPITAL.or(Shapes::NUMBERED))
            && let Some(found) = sight.capital()
        {
            return Some(found);
        }
        if head.shapes.any(Shapes::INCIDENT) {
            return sight.incident();
        }
        if head.shapes.any(Shapes::SUFFERED) {
            return sight.suffered_alone();
        }
        if head.shapes.any(Shapes::COMPOSED)
            && let Some(found) = sight.composed()
        {
            return Some(found);
        }
        if head.shapes.any(Shapes::PLACED)
            && let Some(found) = sight.placed()
        {
            return Some(found);
        }
        // "our national CSIRT"
        let lower = !is_capital || token.caps == Caps::Acronym && compound.is_none();
        if lower
            && head.shapes.any(Shapes::OWN)
            && let Some(found) = sight.described()
        {
            return Some(found);
        }
        if !is_capital && head.shapes.any(Shapes::SOUGHT) { sight.described() } else { None }
    }

    /// "the twenty-first Conference of the Parties": one of a series, by its ordinal.
    fn edition(&self, at: usize, chunk: &Chunk, mentions: &[Mention], things: &Things) -> Option<Found> {
        let series = mentions.get(chunk.mention? as usize)?;
        let thing = things.get(series.thing);
        let first = chunk.first + u32::from(chunk.determiner != Determiner::Bare);
        let ordinal = |t: u32| {
            let word = self.tokens[t as usize].word;
            let classes = self.lexicon.classes(word);
            classes.any(Classes::ORDINAL) || classes.any(Classes::NUMBER)
        };
        let counted = first < series.first && (first..series.first).all(ordinal);
        let ends = self.lexicon.classes(self.tokens[series.first.checked_sub(1)? as usize].word).any(Classes::ORDINAL);
        if !counted || !ends || series.last != chunk.last {
            return None;
        }
        let number = self.written(first, series.first);
        // "the second World Conference on Women", where the seed is the fourth.
        let name = if &*thing.class == "EventSeries" {
            &*thing.label
        } else {
            let (own, _) = thing.label.split_once(' ')?;
            let other = label::kind(&thing.class) == "event"
                && self.lexicon.classes(self.lexicon.word(&own.to_lowercase())).any(Classes::ORDINAL)
                && !own.eq_ignore_ascii_case(number);
            // "the second Conference on Drift Nets", where the seed tells no ordinal, is not the first.
            let told = self.lexicon.classes(self.lexicon.word(&own.to_lowercase())).any(Classes::ORDINAL);
            let later = label::kind(&thing.class) == "event"
                && !told
                && !thing.label.contains("ession")
                && !number.eq_ignore_ascii_case("first");
            if other || later { self.written(series.first, series.last) } else { return None }
        };
        let class = if name.contains("Summit") { "Summit" } else { "Conference" };
        Some(Found {
            first: chunk.first,
            last: chunk.last,
            end: at + 1,
            strength: Strength::Named,
            owner: None,
            is_owned: false,
            is_common: false,
            class: class.into(),
            form: format!("{number} {name}"),
        })
    }

    /// "Exercise Quiet Lights", "Cyclone Judy": the noun that heads the name stands first, and a proper name after it.
    fn leading_head(&self, chunk: &Chunk) -> Option<&Head> {
        let first = chunk.first + u32::from(chunk.determiner != Determiner::Bare);
        let proper = |t: u32| {
            let token = &self.tokens[t as usize];
            token.is_capitalised() || token.kind == Kind::Number
        };
        let named = first < chunk.head && !chunk.is_plural && (first..=chunk.head).all(proper);
        let word = named.then(|| self.tokens[first as usize].word).filter(|&word| self.lexicon.lemma(word) == word)?;
        let head = self.heads.head(word)?;
        // "CERT Ternia"
        let leads = matches!(&*head.class, "Exercise" | "Operation" | "Incident" | "Campaign" | "IncidentResponseTeam")
            && !self.is_word(word, &["year", "day", "decade"]);
        (leads && !self.all_capitals && self.heads.head(chunk.lemma).is_none()).then_some(head)
    }

    /// "the Directorate-General": the noun of the body stands before "General".
    fn general(&self, chunks: &[Chunk], at: usize) -> Option<&Head> {
        let chunk = Some(&chunks[at]).filter(|chunk| self.is_word(chunk.word, &["general"]))?;
        let told = chunks.get(at + 1).is_some_and(|c| self.is_word(c.word, &["of", "for"]));
        let noun = self.word_start(chunk.head);
        let body = |h: &&Head| matches!(&*h.class, "NationalBody" | "Organisation");
        let named = noun < chunk.head && self.tokens[noun as usize].is_capitalised();
        self.heads.head(self.lexicon.lemma(self.tokens[noun as usize].word)).filter(|_| named && told).filter(body)
    }

    /// What the invented word that ends with token `at` heads: "tunCERT", "CSIRT-gt".
    fn compound(&self, at: u32) -> Option<&Head> {
        let is_known = self.tokens[at as usize].word != UNKNOWN;
        if is_known && !self.tokens[at as usize].is_joined {
            return None;
        }
        self.heads.compound(self.written(self.word_start(at), at + 1))
    }

    /// One past the last token of the hyphenated word that begins with `at`.
    fn word_end(&self, at: u32) -> u32 {
        let rest = self.tokens[at as usize + 1..].iter().take_while(|t| t.is_joined);
        at + 1 + rest.count() as u32
    }

    /// The first token of the hyphenated word of which `at` is a part.
    fn word_start(&self, mut at: u32) -> u32 {
        while at > 0 && self.tokens[at as usize].is_joined {
            at -= 1;
        }
        at
    }

    fn in_mention(&self, token: u32, mentions: &[Mention]) -> bool {
        mentions.iter().any(|m| m.first <= token && token < m.last)
    }

    fn is_word(&self, word: Word, list: &[&str]) -> bool {
        self.lexicon.is_one_of(word, list)
    }

    fn written(&self, first: u32, last: u32) -> &str {
        let (first, last) = (&self.tokens[first as usize], &self.tokens[last as usize - 1]);
        &self.text[first.span.start as usize..last.span.end as usize]
    }
}
