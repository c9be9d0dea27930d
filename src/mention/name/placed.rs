//! Events told by the place where they are held, which stays a mention of its own: "the security summit in Saltmouth".

use crate::clause::{Chunk, ChunkKind, Determiner, VerbForm};
use crate::gazetteer::Form;
use crate::mention::{Strength, Things};
use crate::token::Kind;

use super::incident::singular;
use super::{Found, Sight};

/// Longest distance from the noun to the place, in tokens.
const MAX_REACH: u32 = 12;

impl Sight<'_> {
    /// A conference, summit or meeting with its place.
    pub(super) fn placed(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let operation = naming.is_word(chunk.lemma, &["operation", "mission", "force"]);
        if chunk.is_plural && !operation || chunk.is_genitive || chunk.determiner == Determiner::Quantity {
            return None;
        }
        let first = self.first_modifier();
        if let Some(found) = self.about_state(first) {
            return Some(found);
        }
        // "the operations of the Harbour Bank in Saltmouth" are its business.
        let matter = if chunk.is_plural { self.at + 1 } else { self.event_matter(self.at + 1) };
        // "a meeting in Saltmouth" may be any.
        let telling = (first..chunk.head).any(|i| !naming.heads.is_vague(naming.tokens[i as usize].word));
        let told = telling || matter > self.at + 1 || chunk.determiner == Determiner::Definite;
        let held = self.chunks.get(matter).is_some_and(|c| {
            // "the meeting held in Saltmouth": no meeting holds anything.
            let passive = c.verb.is_some_and(|v| v.is_passive || v.form == VerbForm::Past);
            passive && naming.is_word(c.lemma, &["hold", "organize", "convene", "host"])
        });
        // "a meeting was held in Saltmouth" is one.
        let told = told || held && self.chunks[matter].verb.is_some_and(|v| v.form != VerbForm::Participle);
        let [joint, noun] = self.chunks.get(matter + usize::from(held)..)?.get(..2)? else { return None };
        let place = self
            .mention_of(noun)
            .filter(|m| self.is_territory(m) && m.last == noun.last && (m.last == m.first + 1 || operation))?;
        let prepositions: &[&str] = if operation { &["in", "to"] } else { &["in", "at"] };
        let located = joint.kind == ChunkKind::Preposition && naming.is_word(joint.word, prepositions);
        let wide = is_continent(self.things, place.thing) || noun.first != place.first || noun.is_genitive;
        if !told || !located || wide || noun.first > chunk.last + MAX_REACH {
            return None;
        }
        let mut form = self.form(first, chunk.last, chunk);
        if chunk.is_plural {
            form = singular(&form);
        }
        if matter > self.at + 1 {
            form.push(' ');
            form.push_str(naming.written(self.chunks[self.at + 1].first, self.chunks[matter - 1].last));
        }
        form.push_str(" in ");
        form.push_str(naming.written(noun.first, noun.last));
        // "the conference in Saltmouth | on drift nets"
        let behind = matter + usize::from(held) + 2;
        let about = if matter == self.at + 1 && self.is_on(behind) { self.described_tail(behind) } else { behind };
        if about > behind {
            form.push(' ');
            form.push_str(naming.written(self.chunks[behind].first, self.chunks[about - 1].last));
        }
        Some(self.found(chunk.first, self.chunks[matter - 1].last, matter, Strength::Named, None, form))
    }

    /// "the regional summit on Norlandia", "the donor conference for Westmark": told by the State or place that it is about.
    fn about_state(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let [joint, noun] = self.chunks.get(self.at + 1..self.at + 3)? else { return None };
        let state = self.mention_of(noun).filter(|m| self.is_territory(m) && m.last == noun.last)?;
        let event = naming.is_word(chunk.lemma, &["conference", "summit"]) && chunk.determiner == Determiner::Definite;
        let telling = (first..chunk.head).any(|i| {
            let word = naming.tokens[i as usize].word;
            !naming.heads.is_vague(word) || naming.is_word(word, &["international"])
        });
        let joins = event && telling && !noun.is_genitive && naming.is_word(joint.word, &["on", "for"]);
        // "the conference on Norlandia's future", "on Norlandia and Westmark"
        let ends = !self.chunks.get(self.at + 3).is_some_and(|c| c.kind == ChunkKind::Coordinator);
        let named = matches!(state.form, Form::Name);
        let form = format!(
            "{} {} {}",
            self.form(first, chunk.last, chunk),
            naming.written(joint.first, joint.last),
            match state.class & naming.state != 0 {
                true => naming.place_in_name(state, self.things),
                // "on the Ternian Sea"
                false => naming.written(noun.first, noun.last).to_owned(),
            }
        );
        (joins && ends && named).then(|| self.found(chunk.first, noun.last, self.at + 3, Strength::Named, None, form))
    }

    /// "for the protection | of | Norlandia | against | wrecks", "for | Norlandia's | protection | against | wrecks": one past what
    /// a State is guarded against.
    pub(super) fn guarded_end(&self, at: usize, from: usize) -> Option<usize> {
        let is = |c: &Chunk, words: &[&str]| self.naming.is_word(c.word, words);
        let land = |c: &Chunk| self.mention_of(c).is_some_and(|m| self.is_territory(m) && m.last <= c.last);
        let good = |c: &Chunk| c.kind == ChunkKind::Noun && c.mention.is_none();
        match self.chunks.get(at..)? {
            [of, state, against, _, ..] if at > from && is(of, &["of"]) && land(state) && !state.is_genitive => {
                is(against, &["against", "from"]).then_some(at + 4)
            }
            [joint, state, what, against, _, ..] if is(joint, &["for"]) && state.is_genitive && land(state) => {
                (good(what) && is(against, &["against", "from"])).then_some(at + 5)
            }
            _ => None,
        }
    }

    /// Where what an event is about or whose it is ends: "of experts", "on border security and movement".
    fn event_matter(&self, from: usize) -> usize {
        let naming = self.naming;
        let mut end = from;
        while let (Some(joint), Some(noun)) = (self.chunks.get(end), self.chunks.get(end + 1)) {
            if let Some(past) = self.list_end(end, from) {
                end = past;
                continue;
            }
            let joins = match joint.kind {
                ChunkKind::Preposition => naming.is_word(joint.word, &["of", "on", "for"]),
                ChunkKind::Coordinator => end > from && noun.determiner == Determiner::Bare,
                _ => false,
            };
            // "the donor conference for Norlandia | in Saltmouth"
            let about = self.mention_of(noun).is_some_and(|m| self.is_territory(m) && m.last == noun.last);
            let held = self.chunks.get(end + 2..end + 4).is_some_and(|next| {
                naming.is_word(next[0].word, &["in", "at"])
                    && self.mention_of(&next[1]).is_some_and(|m| self.is_territory(m))
            });
            if about && held && naming.is_word(joint.word, &["on", "for"]) && !noun.is_genitive {
                return end + 2;
            }
            let dated = (noun.first..noun.last).any(|t| naming.tokens[t as usize].kind == Kind::Number);
            let pointed = matches!(noun.determiner, Determiner::First | Determiner::Third);
            if !joins || pointed || dated || noun.kind != ChunkKind::Noun || noun.mention.is_some() || noun.is_genitive
            {
                break;
            }
            end += 2;
        }
        end
    }
}

fn is_continent(things: &Things, thing: u32) -> bool {
    let thing = things.get(thing);
    thing.in_state.is_none()
        && thing.of_state.is_none()
        && thing.label.split(' ').any(|w| {
            ["Africa", "Asia", "Europe", "America", "Americas", "Pacific", "Caribbean", "World", "East"].contains(&w)
        })
}
