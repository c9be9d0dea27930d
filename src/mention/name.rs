//! Names of the open class: phrases around a noun that heads names, capitalised or described, with the owner
//! and the tail that belong to them. A name takes up its phrases, so that the analysis sees one noun phrase.

use std::collections::BTreeSet;

use crate::clause::{Chunk, ChunkKind, Determiner, VerbForm};
use crate::entity::EntityId;
use crate::gazetteer::Form;
use crate::lexicon::{Lexicon, Word};
use crate::ontology::Ontology;
use crate::token::{Kind, Token};

use super::head::{Head, Heads, Shapes};
use super::{Mention, Strength, Thing, Things, label};

/// Longest tail of a description, in tokens.
const MAX_TAIL: u32 = 7;

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
    class: std::sync::Arc<str>,
    form: String,
}

impl Naming<'_> {
    /// Finds the names among `chunks`; each takes up its chunks and gets a mention.
    pub fn names(&self, chunks: &mut Vec<Chunk>, mentions: &mut Vec<Mention>, things: &mut Things) {
        let mut at = 0;
        while at < chunks.len() {
            self.join_owner(chunks, at, mentions);
            if let Some(found) = self.name_at(chunks, at, mentions, things) {
                self.take_up(found, at, chunks, mentions, things);
            }
            at += 1;
        }
    }

    /// "the Union Convention on X": a body named directly before an instrument or event is part of its name.
    fn join_owner(&self, chunks: &mut Vec<Chunk>, at: usize, mentions: &mut [Mention]) {
        let Some([owner, owned]) = chunks.get(at..at + 2) else { return };
        let (Some(first), Some(_)) = (owner.mention, owned.mention) else { return };
        let adjacent = owner.last == owned.first && !owner.is_genitive && owned.determiner == Determiner::Bare;
        let body = mentions[first as usize].class & (self.state | self.territory) == 0;
        if adjacent && body && owned.kind == ChunkKind::Noun {
            mentions[first as usize].is_inside = true;
            let (start, determiner) = (owner.first, owner.determiner);
            chunks[at + 1].first = start;
            chunks[at + 1].determiner = determiner;
            chunks.remove(at);
        }
    }

    fn take_up(
        &self,
        found: Found,
        at: usize,
        chunks: &mut Vec<Chunk>,
        mentions: &mut Vec<Mention>,
        things: &mut Things,
    ) {
        let key = label::key(&found.form);
        let kind = label::kind(&found.class);
        let speaker = self.speaker.filter(|s| found.owner.is_none() && things.has(&label::id(kind, Some(&***s), &key)));
        let owner = found.owner.clone().or_else(|| speaker.cloned());
        let scope = owner.as_deref();
        let thing = Thing {
            id: label::id(kind, scope, &key),
            class: found.class.clone(),
            class_bit: self.ontology.class_index(&found.class).map_or(0, |i| 1 << i),
            label: label::label(&key),
            forms: BTreeSet::new(),
            of_state: owner.clone(),
            seed: None,
        };
        let class = thing.class_bit;
        let position = things.discovered(thing, &found.form);
        for mention in mentions.iter_mut().filter(|m| m.first >= found.first && m.last <= found.last) {
            mention.is_inside = true;
        }
        chunks[at].mention = Some(mentions.len() as u32);
        chunks[at].last = found.last;
        chunks[at].is_genitive = chunks[found.end - 1].is_genitive;
        mentions.push(Mention {
            first: found.first,
            last: found.last,
            thing: position,
            form: Form::Name,
            strength: found.strength,
            is_owned: found.is_owned,
            is_common: found.is_common,
            is_inside: false,
            class,
        });
        chunks.drain(at + 1..found.end);
    }

    fn name_at(&self, chunks: &[Chunk], at: usize, mentions: &[Mention], things: &Things) -> Option<Found> {
        let chunk = &chunks[at];
        if chunk.kind != ChunkKind::Noun || chunk.mention.is_some() {
            return None;
        }
        let is_ing = self.lexicon.classes(chunk.word).any(crate::lexicon::Classes::ING);
        let head = self.heads.head(if is_ing { chunk.word } else { chunk.lemma })?;
        let token = &self.tokens[chunk.head as usize];
        let led = chunk.head > chunk.first.max(1)
            && self.tokens[chunk.head as usize - 1].is_capitalised()
            && !self.in_mention(chunk.head - 1, mentions)
            && self.tokens[chunk.head as usize - 1].span.start != self.tokens[0].span.start;
        let is_capital = (token.is_capitalised() || led) && !self.all_capitals;
        let sight = Sight { naming: self, chunks, at, mentions, things, head };
        if is_capital
            && head.shapes.any(Shapes::CAPITAL)
            && let Some(found) = sight.capital()
        {
            return Some(found);
        }
        if head.shapes.any(Shapes::INCIDENT) {
            return sight.incident();
        }
        if head.shapes.any(Shapes::COMPOSED)
            && let Some(found) = sight.composed()
        {
            return Some(found);
        }
        if !is_capital
            && head.shapes.any(Shapes::OWN)
            && let Some(found) = sight.described()
        {
            return Some(found);
        }
        if !is_capital && head.shapes.any(Shapes::SOUGHT) { sight.described() } else { None }
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

/// One noun phrase in its surroundings.
struct Sight<'a> {
    naming: &'a Naming<'a>,
    chunks: &'a [Chunk],
    at: usize,
    mentions: &'a [Mention],
    things: &'a Things,
    head: &'a Head,
}

impl Sight<'_> {
    fn chunk(&self) -> &Chunk {
        &self.chunks[self.at]
    }

    fn mention_of(&self, chunk: &Chunk) -> Option<&Mention> {
        chunk.mention.and_then(|m| self.mentions.get(m as usize))
    }

    /// Mentions that begin within the tokens.
    fn mentions_in(&self, first: u32, last: u32) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().filter(move |m| m.first >= first && m.last <= last && !m.is_inside)
    }

    /// The first token after determiner and words that are no part of the name.
    fn first_modifier(&self) -> u32 {
        let chunk = self.chunk();
        let mut first = chunk.first;
        if chunk.determiner != Determiner::Bare {
            first += 1;
        }
        let is_determiner = |i: u32| {
            let word = self.naming.tokens[i as usize].word;
            self.naming.lexicon.classes(word).any(crate::lexicon::Classes::DETERMINER)
        };
        while first < chunk.head && is_determiner(first) {
            first += 1;
        }
        while first < chunk.head && self.naming.heads.is_dropped(self.naming.tokens[first as usize].word) {
            first += 1;
        }
        first
    }

    /// The State that the phrase itself names as owner: "Canada's", "Peruvian", "our", "its".
    fn owner_before(&self) -> Option<EntityId> {
        let naming = self.naming;
        let chunk = self.chunk();
        let state = |m: &Mention| (m.class & naming.state != 0).then(|| self.things.get(m.thing).id.clone());
        if let Some(previous) = self.at.checked_sub(1).map(|p| &self.chunks[p]).filter(|c| c.is_genitive)
            && let Some(owner) = self.mention_of(previous).and_then(state)
        {
            return Some(owner);
        }
        let modifier = self.mentions_in(chunk.first, chunk.head).find_map(state);
        let possessed = matches!(chunk.determiner, Determiner::First | Determiner::Third);
        modifier.or_else(|| naming.speaker.filter(|_| possessed).cloned())
    }

    /// The State after the phrase: "of Canada", "in Cuba"; with the chunk where the phrase then ends.
    fn owner_after(&self, end: usize) -> Option<(EntityId, usize)> {
        let naming = self.naming;
        let preposition = self.chunks.get(end).filter(|c| c.kind == ChunkKind::Preposition)?;
        if !naming.is_word(preposition.word, &["of", "in"]) {
            return None;
        }
        let noun = self.chunks.get(end + 1).filter(|c| c.kind == ChunkKind::Noun)?;
        let mention = self.mention_of(noun).filter(|m| m.class & naming.state != 0 && m.form != Form::Capital)?;
        Some((self.things.get(mention.thing).id.clone(), end + 2))
    }

    /// A capitalised name, with its capitalised tail.
    fn capital(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let mut first = chunk.head;
        while first > chunk.first && self.belongs(first - 1) {
            first -= 1;
        }
        while first < chunk.head && naming.heads.is_dropped(naming.tokens[first as usize].word) {
            first += 1;
        }
        // "the Norlandian National Police" is Norlandia's National Police.
        let demonym = self.mentions_in(first, chunk.head).find(|m| m.first == first && m.form == Form::Demonym);
        if let Some(last) = demonym.map(|m| m.last).filter(|&l| l < chunk.head && self.belongs(l)) {
            first = last;
        }
        let end = self.capital_tail();
        let last = self.chunks[end - 1].last;
        let bare = first == chunk.head && end == self.at + 1;
        let only_body = self.mentions_in(first, chunk.head).any(|m| {
            m.first == first
                && m.last == chunk.head
                && m.class & naming.territory == 0
                && m.class & naming.state == 0
                && (self.head.shapes.any(Shapes::COMPOSED) || self.is_named_so(m))
        });
        let generic = end == self.at + 1 && (first..chunk.head).all(|i| self.is_common(i));
        if bare || only_body {
            return None;
        }
        let (owner, end) = match self.owner_after(end) {
            Some((owner, end)) => (Some(owner), end),
            None => (self.owner_before(), end),
        };
        if generic && owner.is_none() {
            return None;
        }
        let scoped = matches!(label::kind(&self.head.class), "body" | "strategy" | "law");
        let bodies = &*self.head.class == "NationalBody" && !naming.is_word(chunk.lemma, &["force"]);
        if chunk.is_plural && ((chunk.determiner == Determiner::Bare && scoped && owner.is_none()) || bodies) {
            return None;
        }
        let form = self.form(first, last, chunk);
        if owner.is_none() && naming.heads.is_generic(&form) {
            return None;
        }
        Some(self.found(first.min(chunk.first), self.chunks[end - 1].last, end, Strength::Named, owner, form))
    }

    /// Whether the name of the thing has the head in it: "the GCC Council".
    fn is_named_so(&self, mention: &Mention) -> bool {
        let label = label::key(&self.things.get(mention.thing).label);
        let token = &self.naming.tokens[self.chunk().head as usize];
        label::key(&self.naming.text[token.span.range()]).iter().all(|word| label.contains(word))
    }

    fn belongs(&self, at: u32) -> bool {
        let token = &self.naming.tokens[at as usize];
        let is_determiner = at == self.chunk().first && self.chunk().determiner != Determiner::Bare;
        !is_determiner && (token.is_capitalised() || token.kind == Kind::Number || token.kind == Kind::Comma)
    }

    /// The chunk after the capitalised "of …", "on … and …" that follow the noun.
    fn capital_tail(&self) -> usize {
        let naming = self.naming;
        let mut end = self.at + 1;
        if self.chunk().is_genitive {
            return end;
        }
        while let (Some(joint), Some(noun)) = (self.chunks.get(end), self.chunks.get(end + 1)) {
            let in_tail = end > self.at + 1;
            let joins = match joint.kind {
                ChunkKind::Preposition => {
                    naming.is_word(joint.word, &["of", "on", "for", "against", "to", "in", "with"])
                }
                ChunkKind::Coordinator => in_tail,
                _ => false,
            };
            if !joins || noun.kind != ChunkKind::Noun || !self.is_capital_phrase(noun) {
                break;
            }
            let is_parent = naming.heads.head(noun.lemma).is_some_and(|h| &*h.class == "NationalBody");
            if is_parent && &*self.head.class == "NationalBody" {
                break;
            }
            if let Some(mention) = self.mention_of(noun) {
                let owner = mention.class & (naming.state | naming.territory) != 0;
                if owner || joint.kind == ChunkKind::Coordinator {
                    break;
                }
            }
            end += 2;
            if noun.is_genitive {
                break;
            }
        }
        end
    }

    fn is_capital_phrase(&self, noun: &Chunk) -> bool {
        let skip = u32::from(noun.determiner == Determiner::Definite);
        let first = (noun.first + skip).min(noun.head);
        self.naming.tokens[first as usize].is_capitalised() && self.naming.tokens[noun.head as usize].is_capitalised()
    }

    /// A name built on a known one.
    fn composed(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let first = self.first_modifier();
        let known = |m: &Mention| m.class & (naming.state | naming.territory) == 0 && m.strength == Strength::Named;
        let anchored = self.mentions_in(first, chunk.head).any(known);
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
            let Some(mention) = self.mention_of(noun).filter(|m| known(m)) else { break };
            tail_anchored = mention.last == noun.last;
            end += 2;
        }
        let repeats = naming.is_word(chunk.lemma, &["session", "meeting", "anniversary"]);
        let individual =
            !chunk.is_plural && chunk.determiner != Determiner::Quantity && chunk.determiner != Determiner::Indefinite;
        if !individual || !(anchored || tail_anchored) || (repeats && !counted) {
            return None;
        }
        let form = self.form(first, self.chunks[end - 1].last, chunk);
        Some(self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, None, form))
    }

    /// The words of the name; names within it stand under the labels of their things.
    fn form(&self, first: u32, last: u32, chunk: &Chunk) -> String {
        let first = first.min(chunk.head);
        let mut form = String::new();
        let mut at = first;
        while at < last {
            // After the head, a name stands under the label of its thing; before it, as it is written.
            let inner = self
                .mentions_in(at, last)
                .find(|m| m.first == at && at > chunk.head && m.class & self.naming.state == 0);
            let (written, next) = match inner {
                Some(mention) => (self.things.get(mention.thing).label.as_str(), mention.last),
                None => (self.naming.written(at, at + 1), at + 1),
            };
            let glued = at > first && self.naming.tokens[at as usize].is_joined;
            if !form.is_empty() && !glued {
                form.push(' ');
            } else if glued
                && self.naming.tokens[at as usize - 1].span.end != self.naming.tokens[at as usize].span.start
            {
                form.push('-');
            }
            form.push_str(written);
            at = next;
        }
        form
    }

    fn is_ordinal_or_year(&self, at: u32) -> bool {
        let token = &self.naming.tokens[at as usize];
        let classes = self.naming.lexicon.classes(token.word);
        token.kind == Kind::Number || classes.any(crate::lexicon::Classes::ORDINAL)
    }

    /// Something that befalls a place: "humanitarian crisis in Gaza", "attacks on its power plants in 2014".
    fn incident(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        if matches!(chunk.determiner, Determiner::Quantity) {
            return None;
        }
        let first = self.first_modifier();
        let territory = |m: &Mention| m.class & (naming.state | naming.territory) != 0;
        let before = self.mentions_in(first, chunk.head).find(|m| territory(m));
        let mut end = self.at + 1;
        // "Israeli occupation": the adjective names who does it, not whom it befalls.
        let done_by = [
            "aggression",
            "occupation",
            "invasion",
            "annexation",
            "blockade",
            "embargo",
            "attack",
            "siege",
            "bombing",
            "violence",
        ];
        let mut place = before.filter(|_| !naming.is_word(chunk.lemma, &done_by)).map(|m| m.thing);
        while let (Some(joint), Some(noun)) = (self.chunks.get(end), self.chunks.get(end + 1)) {
            let committed = joint.verb.is_some_and(|v| v.form == VerbForm::Participle && v.is_passive);
            let preposition = if committed { noun } else { joint };
            let joins = preposition.kind == ChunkKind::Preposition
                && naming.is_word(preposition.word, &["in", "on", "of", "against", "at"]);
            let step = if committed { 3 } else { 2 };
            let Some(noun) = self.chunks.get(end + step - 1) else { break };
            let joint = preposition;
            if !joins || noun.kind != ChunkKind::Noun || end > self.at + 4 {
                break;
            }
            let mention = self.mention_of(noun).filter(|m| territory(m));
            let own = matches!(noun.determiner, Determiner::First | Determiner::Third) && !noun.is_plural;
            if mention.is_none() && !own && place.is_none() && !naming.is_word(joint.word, &["of", "on", "against"]) {
                break;
            }
            end += step;
            if let Some(mention) = mention {
                place = place.or(Some(mention.thing));
            }
            if own && place.is_none() {
                let owner = naming.speaker.cloned();
                let form = self.form(first, self.chunks[end - 1].last, chunk);
                return Some(self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, owner, form));
            }
        }
        let Some(place) = place else {
            // "suffered catastrophic floods": of whom, the verb may tell.
            let common = (first..chunk.head).any(|i| self.is_common(i));
            let described = first < chunk.head && end == self.at + 1 && !common;
            let form = self.form(first, chunk.last, chunk);
            return described.then(|| self.found(chunk.first, chunk.last, end, Strength::Described, None, form));
        };
        if chunk.is_plural && before.is_none() && end == self.at + 1 {
            return None;
        }
        let owner = self.things.get(place);
        let owner = (owner.class_bit & naming.state != 0).then(|| owner.id.clone());
        let form = self.form(first, self.chunks[end - 1].last, chunk);
        Some(self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, owner, form))
    }

    /// A lower-case description of one individual thing.
    fn described(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        if chunk.determiner == Determiner::Quantity {
            return None;
        }
        let first = self.first_modifier();
        let mut trailing = 0;
        let (owner_after, owner_end) = match self.owner_after(self.at + 1) {
            Some((owner, end)) => (Some(owner), end),
            None => (None, self.at + 1),
        };
        let mut tail_end = self.described_tail(owner_end);
        let mut owner_after = owner_after;
        if owner_after.is_none()
            && let Some((owner, end)) = self.owner_after(tail_end).filter(|_| tail_end > owner_end)
        {
            owner_after = Some(owner);
            trailing = end - tail_end;
            tail_end = end;
        }
        let has_modifier = first < chunk.head;
        let has_tail = tail_end > self.at + 1;
        if (!has_modifier && !has_tail) || (chunk.is_plural && !(has_modifier && self.is_counted_plural(owner_end))) {
            return None;
        }
        let own = matches!(label::kind(&self.head.class), "strategy" | "law" | "body");
        if own && !self.head.shapes.any(Shapes::SOUGHT) && (first..chunk.head).any(|i| self.is_common(i)) {
            return None;
        }
        let owner = owner_after.or_else(|| self.owner_before());
        let mut form = self.form(first, chunk.last, chunk);
        if tail_end - trailing > owner_end {
            form.push(' ');
            form.push_str(naming.written(self.chunks[owner_end].first, self.chunks[tail_end - trailing - 1].last));
        }
        let last = self.chunks[tail_end - 1].last;
        Some(self.found(chunk.first, last, tail_end, Strength::Described, owner, form))
    }

    /// A plural names individual things only where a purpose follows: "comprehensive plans to enhance …".
    fn is_counted_plural(&self, from: usize) -> bool {
        let purpose = self.chunks.get(from).and_then(|c| c.verb).is_some_and(|v| v.form == VerbForm::Infinitive);
        let determiner = self.chunk().determiner;
        purpose && matches!(determiner, Determiner::Bare | Determiner::First | Determiner::Third)
    }

    /// A word that tells that a thing is nobody's own.
    fn is_common(&self, at: u32) -> bool {
        let common = [
            "international",
            "regional",
            "multilateral",
            "global",
            "existing",
            "worldwide",
            "world",
            "collective",
            "universal",
            "natural",
            "armed",
        ];
        self.naming.is_word(self.naming.tokens[at as usize].word, &common)
    }

    /// Where the tail of a description ends: "for 2013-2015", "to combat violent extremism", "on arms transfers".
    fn described_tail(&self, from: usize) -> usize {
        let naming = self.naming;
        let mut end = from;
        let limit = self.chunk().last + MAX_TAIL;
        while let (Some(joint), Some(noun)) = (self.chunks.get(end), self.chunks.get(end + 1)) {
            let joins = match joint.kind {
                ChunkKind::Preposition => naming.is_word(joint.word, &["of", "on", "for", "against"]),
                ChunkKind::Verb => end == from && joint.verb.is_some_and(|v| v.form == VerbForm::Infinitive),
                ChunkKind::Coordinator => {
                    let twin = self
                        .naming
                        .heads
                        .head(noun.lemma)
                        .is_some_and(|h| label::kind(&h.class) == label::kind(&self.head.class));
                    (end > from || (twin && !noun.is_plural))
                        && !noun.is_genitive
                        && noun.determiner == Determiner::Bare
                }
                _ => false,
            };
            let gerund = joint.kind == ChunkKind::Preposition && noun.verb.is_some_and(|v| v.form == VerbForm::Gerund);
            if joins && gerund {
                let object = self.chunks.get(end + 2);
                let fits = object.is_some_and(|o| {
                    o.kind == ChunkKind::Noun && o.mention.is_none() && !self.names_within(o) && o.last <= limit
                });
                if fits {
                    end += 3;
                    continue;
                }
            }
            let plain = noun.kind == ChunkKind::Noun && noun.mention.is_none() && !self.names_within(noun);
            if !joins || !plain || noun.last > limit {
                break;
            }
            end += 2;
            if noun.is_genitive {
                break;
            }
        }
        end
    }

    fn names_within(&self, noun: &Chunk) -> bool {
        self.mentions_in(noun.first, noun.last).next().is_some()
    }

    fn found(
        &self,
        first: u32,
        last: u32,
        end: usize,
        strength: Strength,
        owner: Option<EntityId>,
        form: String,
    ) -> Found {
        let mut class = self.head.class.clone();
        let ontology = self.naming.ontology;
        let is_body = ontology.is_subclass(&class, "NationalBody");
        let national = owner.is_some() || form.to_lowercase().starts_with("national ");
        if national && !is_body && ontology.is_subclass(&class, "Organisation") && &*class != "PoliticalParty" {
            class = "NationalBody".into();
        }
        let chunk = self.chunk();
        let is_common = strength == Strength::Described && (chunk.first..chunk.head).any(|i| self.is_common(i));
        // A ministry, agency or police that is nobody else's is the speaker's.
        let national = &*class == "NationalBody" && strength == Strength::Named && self.head.class == class;
        let called_national = form.split_whitespace().any(|w| w.eq_ignore_ascii_case("national"));
        let own = national
            || (called_national
                && strength == Strength::Named
                && matches!(label::kind(&class), "body" | "strategy" | "law"));
        let owner = owner.or_else(|| self.naming.speaker.filter(|_| own).cloned());
        let is_owned = owner.is_some();
        let scoped = matches!(label::kind(&class), "body" | "strategy" | "law");
        let owner =
            owner.or_else(|| self.naming.speaker.filter(|_| scoped && strength == Strength::Described).cloned());
        let owner = if strength == Strength::Named && label::kind(&class) == "event" { None } else { owner };
        Found { first, last, end, strength, owner, is_owned, is_common, class, form }
    }
}
