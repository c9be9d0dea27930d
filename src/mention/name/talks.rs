//! Talks and elections, told by the sides, the matter or the seats: "peace talks with Norlandia", "elections to the Harbour
//! Council".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::mention::{Mention, Strength, label};
use crate::token::Kind;

use super::{Found, Sight};

/// What is said of how elections are held.
const FAIR: [&str; 8] = ["free", "fair", "transparent", "credible", "peaceful", "honest", "genuine", "inclusive"];

impl Sight<'_> {
    /// "the war between Norlandia and Westmark", "talks between Norlandia and the Tern Front": told by its two sides.
    pub(super) fn between(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        // "the normalization of relations between Norlandia and Westmark"
        let relations = naming.is_word(chunk.lemma, &["normalization"])
            && self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"]))
            && self.chunks.get(self.at + 2).is_some_and(|c| naming.is_word(c.lemma, &["relation", "tie"]));
        let at = self.at + 1 + 2 * usize::from(relations);
        let between = self.chunks.get(at)?;
        let at = at + self.governments(at + 1);
        let [_, one, and, other] = self.chunks.get(at..at + 4)? else { return None };
        let joins = naming.is_word(between.word, &["between"]) && naming.is_word(and.word, &["and"]);
        let side = |c: &Chunk| {
            let named = self.mention_of(c).is_some_and(|m| m.strength == Strength::Named);
            c.kind == ChunkKind::Noun && !c.is_genitive && named
        };
        let individual = matches!(chunk.determiner, Determiner::Definite | Determiner::Bare);
        if !joins || !side(one) || !side(other) || !individual {
            return None;
        }
        let form = self.form(first, other.last, chunk);
        Some(self.found(chunk.first, other.last, at + 4, Strength::Named, None, form))
    }

    /// The phrases of "the Governments of", "the Government of" at chunk `at`, which name no side.
    pub(super) fn governments(&self, at: usize) -> usize {
        let is = |at: usize, words: &[&str]| self.chunks.get(at).is_some_and(|c| self.naming.is_word(c.lemma, words));
        let leads = is(at, &["government", "people", "leader", "president"]) && is(at + 1, &["of"]);
        if leads { 2 } else { 0 }
    }

    /// "free and fair | elections": how elections are held is no part of what they are called.
    pub(super) fn fair_start(&self, first: u32) -> u32 {
        let naming = self.naming;
        if &*self.head.class != "Election" {
            return first;
        }
        let head = naming.word_start(self.chunk().head);
        let fair = |t: &u32| {
            let token = &naming.tokens[*t as usize];
            let quality = naming.is_word(token.word, &FAIR) || naming.is_word(token.word, &["and"]);
            quality || token.kind == Kind::Comma
        };
        let start = (first..head).take_while(fair).last().map_or(first, |t| t + 1);
        if start < head { start } else { head }
    }

    /// "general elections in October 2001": told by their time where no place is.
    pub(super) fn dated_election(&self, first: u32) -> Option<Found> {
        let chunk = self.chunk();
        if &*self.head.class != "Election" {
            return None;
        }
        let naming = self.naming;
        let year = |t: u32| naming.tokens[t as usize].kind == Kind::Number && naming.tokens[t as usize].span.len() == 4;
        // "the referendum of 30 August" needs no quality, nor "the 2010 general elections" a date behind them.
        let alone = naming.is_word(chunk.lemma, &["referendum", "plebiscite", "consultation"]);
        let definite = chunk.determiner == Determiner::Definite;
        let date = self.date_behind().filter(|_| first < chunk.head || alone || definite);
        let led = first + 1 < chunk.head && year(first);
        let told = self.form(first, chunk.last, chunk);
        let form = match date {
            Some(date) => format!("{told} {date}"),
            None if led => told,
            None => return None,
        };
        let one = definite || chunk.determiner == Determiner::First;
        let strength = if one { Strength::Named } else { Strength::Described };
        Some(self.found(chunk.first, chunk.last, self.at + 1, strength, None, form))
    }

    /// "We will hold municipal elections", "elections to the Harbour Council": told by the seats that they fill.
    pub(super) fn election_of_kind(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let election = &*self.head.class == "Election" && chunk.determiner != Determiner::Quantity;
        if let Some([to, noun]) = self.chunks.get(self.at + 1..self.at + 3)
            && let Some(body) = self.mention_of(noun).filter(|m| m.last == noun.last && m.strength == Strength::Named)
            && election
            && naming.is_word(to.word, &["to", "for"])
            && !self.is_territory(body)
            && self.things.get(body.thing).seed.is_none()
        {
            let form = format!("{} to {}", self.form(first, chunk.last, chunk), naming.written(body.first, body.last));
            return Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form));
        }
        let kind = (first..chunk.head).find(|&t| naming.heads.is_ballot(naming.tokens[t as usize].word));
        let kind = kind.filter(|_| election && !matches!(chunk.determiner, Determiner::Indefinite))?;
        let form = self.form(kind, chunk.last, chunk);
        Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Described, None, form))
    }

    /// "the talks in Saltmouth", "the negotiations held in Ternhaven": the round that the town tells.
    fn talks_in_town(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let held = self.chunks.get(self.at + 1).is_some_and(|c| c.verb.is_some_and(|v| v.is_passive));
        let held = held && naming.is_word(self.chunks[self.at + 1].lemma, &["hold", "conduct", "host", "convene"]);
        let [joint, town] = self.chunks.get(self.at + 1 + usize::from(held)..)?.get(..2)? else { return None };
        let named =
            self.mention_of(town).filter(|m| self.is_territory(m) && m.last == town.last && !town.is_genitive)?;
        let is_town = self.things.get(named.thing).in_state.is_some() || matches!(named.form, Form::Capital);
        let one = chunk.is_plural && chunk.determiner == Determiner::Definite;
        if !one || !is_town || !naming.is_word(joint.word, &["in", "at"]) || town.first != named.first {
            return None;
        }
        let form = format!("{} in {}", self.form(first, chunk.last, chunk), naming.written(town.first, town.last));
        Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form))
    }

    /// "Norlandian-Westmarkian negotiations", "peace talks with Norlandia", "negotiations on the law of wrecks".
    pub(super) fn talks(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        if !naming.is_word(chunk.lemma, &["negotiation", "talk", "process"]) {
            return None;
        }
        let token = |t: u32| &naming.tokens[t as usize];
        let pair = (first..chunk.head.saturating_sub(1)).find(|&t| {
            let between = token(t).is_capitalised() || naming.is_word(token(t).word, &["inter", "intra"]);
            between && token(t + 1).is_joined && token(t + 1).is_capitalised()
        });
        // "the Saltmouth talks"
        let city = |m: &&Mention| self.is_territory(m) && m.class & naming.state == 0 && m.last == chunk.head;
        let pair = pair.or_else(|| self.mentions_in(first, chunk.head).find(city).map(|m| m.first));
        // "the Norlandia-Westmark boundary process" is of surveyors.
        let political = (first..chunk.head).any(|i| naming.heads.is_political(token(i).word));
        let near = |t: u32| !naming.is_word(chunk.lemma, &["process"]) || political || t + 2 >= chunk.head;
        if let Some(pair) = pair.filter(|&t| near(t)) {
            let form = self.form(pair, chunk.last, chunk);
            return Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form));
        }
        if let Some(found) = self.talks_in_town(first) {
            return Some(found);
        }
        let told = (first..chunk.head)
            .any(|t| naming.heads.is_topic(token(t).word) && !naming.in_mention(t, self.mentions))
            && chunk.is_plural;
        if told && !self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["on", "with"])) {
            let form = self.form(first, chunk.last, chunk);
            return Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Described, None, form));
        }
        let [joint, noun] = self.chunks.get(self.at + 1..self.at + 3)? else { return None };
        if naming.is_word(chunk.lemma, &["process"]) && !naming.is_word(joint.word, &["with"]) {
            return None;
        }
        let direct = chunk.is_plural || political;
        let with = naming.is_word(joint.word, &["with"]) && noun.kind == ChunkKind::Noun && direct;
        let party = self.mention_of(noun).filter(|m| with && m.last == noun.last && !noun.is_genitive);
        if party.is_some_and(|m| m.strength == Strength::Named && naming.speaker != Some(&self.things.get(m.thing).id))
        {
            let form =
                format!("{} with {}", self.form(first, chunk.last, chunk), naming.written(noun.first, noun.last));
            return Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form));
        }
        let own = matches!(noun.determiner, Determiner::First | Determiner::Third);
        let matter = chunk.is_plural && noun.kind == ChunkKind::Noun && !own && self.is_on(self.at + 1);
        // "negotiations on a convention": what is sought is the convention.
        let text = naming
            .heads
            .head(noun.lemma)
            .is_some_and(|h| matches!(label::kind(&h.class), "treaty" | "instrument" | "law"));
        if !matter || text || noun.mention.is_some() {
            return None;
        }
        let end = self.described_tail(self.at + 1);
        let form = self.form(first, self.chunks[end - 1].last, chunk);
        let names = (noun.first..self.chunks[end - 1].last).any(|t| token(t).is_capitalised());
        (end > self.at + 1 && !names)
            .then(|| self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Described, None, form))
    }
}
