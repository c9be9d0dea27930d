//! States that a noun phrase stands for by a number of them: "one of the countries that", "all States, in particular", "X, Y and Z".

use crate::clause::{ChunkKind, Role};
use crate::gazetteer::Form;
use crate::mention::Mention;

use super::actor::Actor;
use super::sentence::Analysed;
use super::{Extractor, Reading};

impl Extractor {
    /// "Norlandia is among the countries that …": who is one of those of whom it is said.
    pub(super) fn counted_among(&self, sentence: &Analysed<'_>, chunk: u32, reading: &Reading) -> Option<Actor> {
        let phrase = sentence.chunk(chunk);
        if !self.lexicon.is_one_of(phrase.lemma, &["country", "state", "nation", "island"]) {
            return None;
        }
        let is_what = |verb: u32| {
            let is = self.lexicon.is_one_of(sentence.chunk(verb).lemma, &["be", "become", "remain", "rank"]);
            sentence.clause.subject[verb as usize].filter(|s| is && *s != chunk)
        };
        if !phrase.is_plural {
            // "Norlandia is the only State that …"
            let (verb, role) = sentence.clause.parent[chunk as usize]?;
            let subject = is_what(verb).filter(|&s| role == Role::Object && s < verb)?;
            return Some(self.who(sentence, subject, reading));
        }
        let parent = |at: u32| sentence.clause.parent[at as usize].map(|(p, _)| p);
        let preposition = parent(chunk)?;
        let word = sentence.chunk(preposition).word;
        let above = parent(preposition)?;
        let verb = if self.lexicon.is(word, "among") {
            above
        } else if word == self.known.of && self.lexicon.is(sentence.chunk(above).word, "one") {
            parent(above)?
        } else {
            return None;
        };
        Some(self.who(sentence, is_what(verb)?, reading))
    }

    /// "all States, in particular Westmark, to sign": the States named as examples of those who act.
    pub(super) fn exemplified(&self, sentence: &Analysed<'_>, chunk: u32) -> Option<Actor> {
        let phrase = sentence.chunk(chunk);
        let nouns = ["country", "state", "nation", "member", "power", "neighbour", "partner", "donor"];
        if !phrase.is_plural || phrase.mention.is_some() || !self.lexicon.is_one_of(phrase.lemma, &nouns) {
            return None;
        }
        let parents = sentence.clause.parent.iter().enumerate().filter(|(_, p)| **p == Some((chunk, Role::Example)));
        let named = parents.filter_map(|(i, _)| sentence.mention_of(i as u32));
        let states: Vec<u32> =
            named.filter(|m| m.class & self.known.state != 0 && m.form != Form::Capital).map(|m| m.thing).collect();
        let own = states.contains(&sentence.speaker);
        (!states.is_empty()).then_some(if own { Actor::Speaker } else { Actor::States(states) })
    }

    /// The State that noun phrase `chunk` names, with those that stand in one list with it.
    pub(super) fn listed(&self, sentence: &Analysed<'_>, chunk: u32) -> Option<Actor> {
        self.listed_before(sentence, chunk, u32::MAX)
    }

    /// The same, of those that stand before chunk `end`.
    pub(super) fn listed_before(&self, sentence: &Analysed<'_>, chunk: u32, end: u32) -> Option<Actor> {
        let is_state = |m: &&Mention| m.class & self.known.state != 0 && m.form != Form::Capital;
        let first = sentence.mention_of(chunk).filter(is_state)?;
        let place = sentence.clause.parent[chunk as usize];
        let seen = self.seen_before(sentence, chunk);
        let parents = sentence.clause.parent.iter().enumerate().take_while(|&(i, _)| (i as u32) < end);
        let others = parents.filter(|(i, p)| p.is_some() && (**p == place || **p == seen) && *i as u32 != chunk);
        let others = others.filter_map(|(i, _)| sentence.mention_of(i as u32)).filter(is_state).map(|m| m.thing);
        let states: Vec<u32> = std::iter::once(first.thing).chain(others).collect();
        Some(if states.contains(&sentence.speaker) { Actor::Speaker } else { Actor::States(states) })
    }

    /// "see X, Y and Z join": where the first of those hang of whom the last alone is read as who joins.
    fn seen_before(&self, sentence: &Analysed<'_>, chunk: u32) -> Option<(u32, Role)> {
        let parents = &sentence.clause.parent;
        let first = chunk.checked_sub(2).filter(|_| sentence.chunk(chunk - 1).kind == ChunkKind::Coordinator)?;
        let (sees, role) = parents[first as usize].filter(|p| p.1 == Role::Object)?;
        let acts = parents[chunk as usize].is_some_and(|p| p.1 == Role::Subject);
        let seen = acts && self.lexicon.is_one_of(sentence.chunk(sees).lemma, &["see", "watch", "let", "help"]);
        seen.then_some((sees, role))
    }

    /// Whether a land that is no State stands as a party, not as a place, between a State and noun phrase `chunk`.
    pub(super) fn is_of_land(&self, sentence: &Analysed<'_>, state: &Mention, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        let land = |m: &&Mention| {
            m.class & self.known.territory & !self.known.state != 0
                && m.form == Form::Name
                && m.first >= state.last
                && m.last <= phrase.first
                && !m.is_inside
        };
        let party = |m: &Mention| {
            let above = sentence.chunk_of(m).and_then(|c| sentence.clause.parent[c as usize]);
            let word = above.map(|(p, _)| sentence.chunk(p).word);
            word.is_some_and(|w| self.lexicon.is_one_of(w, &["with", "for", "by"]))
        };
        sentence.mentions.iter().filter(land).any(party)
    }
}
