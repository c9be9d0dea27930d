//! What tells a described thing from others of its kind where its own words do not: a date, the parties, the purpose.

use crate::clause::{Chunk, ChunkKind, Determiner, VerbForm};
use crate::mention::{Mention, label};
use crate::token::Kind;

use super::Sight;

impl Sight<'_> {
    /// "a ceasefire": where one is spoken of, it is the one.
    pub(super) fn is_one_of_its_kind(&self) -> bool {
        let any = matches!(self.chunk().determiner, Determiner::Indefinite | Determiner::Bare);
        any && self.naming.is_word(self.chunk().lemma, &["ceasefire", "cease-fire"])
    }

    /// "a conference | in 2005": the year that tells one event from others.
    pub(super) fn event_date(&self) -> Option<&str> {
        let event = label::kind(&self.head.class) == "event" && !self.chunk().is_plural;
        self.date_behind().filter(|_| event)
    }

    /// "in 2005", "of March 1994" right behind the noun.
    pub(super) fn date_behind(&self) -> Option<&str> {
        let [joint, noun] = self.chunks.get(self.at + 1..self.at + 3)? else { return None };
        let token = &self.naming.tokens[noun.last as usize - 1];
        let year = token.kind == Kind::Number && token.span.len() == 4;
        let dated = joint.kind == ChunkKind::Preposition && self.naming.is_word(joint.word, &["in", "of"]) && year;
        dated.then(|| self.naming.written(joint.first, noun.last))
    }

    /// "an earthquake | on 5 May 2010": the day behind the noun.
    pub(super) fn day_behind(&self) -> Option<&str> {
        let [joint, noun] = self.chunks.get(self.at + 1..self.at + 3)? else { return None };
        let token = &self.naming.tokens[noun.last as usize - 1];
        let year = token.kind == Kind::Number && token.span.len() == 4 && noun.mention.is_none();
        let dated = joint.kind == ChunkKind::Preposition && self.naming.is_word(joint.word, &["on"]) && year;
        dated.then(|| self.naming.written(joint.first, noun.last))
    }

    /// "an agreement | with Norlandia on whales", "a pact | between Norlandia and Westmark": where the parties of a treaty end,
    /// which begin at chunk `at`, and what it is about after them.
    pub(super) fn parties(&self, at: usize) -> Option<usize> {
        let [joint, noun] = self.chunks.get(at..at + 2)? else { return None };
        let party = |c: &Chunk| c.kind == ChunkKind::Noun && c.mention.is_some() && !c.is_genitive;
        let is = |words: &[&str]| joint.kind == ChunkKind::Preposition && self.naming.is_word(joint.word, words);
        let end = match self.chunks.get(at + 2..at + 4) {
            Some([and, other]) if is(&["between"]) && and.kind == ChunkKind::Coordinator && party(other) => at + 4,
            _ if is(&["with"]) => at + 2,
            _ => return None,
        };
        // "a cooperation framework with the Pelagic Union"
        let framework = matches!(&*self.head.class, "Framework" | "Programme") && is(&["with"]);
        let treaty = (label::kind(&self.head.class) == "treaty" || framework) && party(noun);
        treaty.then(|| if self.is_on(end) { self.described_tail(end) } else { end })
    }

    /// "a committee | was set up | to study the tides": the purpose of a body behind the verb that makes it.
    pub(super) fn purpose_behind(&self) -> Option<&str> {
        let naming = self.naming;
        let chunk = self.chunk();
        let body = matches!(label::kind(&self.head.class), "body" | "organisation");
        let made = self.chunks.get(self.at + 1).filter(|c| c.verb.is_some_and(|v| v.is_passive))?;
        let makes =
            naming.is_word(made.lemma, &["establish", "set", "create", "form", "appoint", "constitute", "found"]);
        if !body || !makes || chunk.is_plural || chunk.determiner != Determiner::Indefinite {
            return None;
        }
        let place = |c: &Chunk| matches!(c.kind, ChunkKind::Preposition | ChunkKind::Noun);
        let at = self.at + 2 + self.chunks[self.at + 2..].iter().take_while(|c| place(c)).count();
        let infinitive = self.chunks.get(at).filter(|c| c.verb.is_some_and(|v| v.form == VerbForm::Infinitive))?;
        let into = self.chunks.get(at + 1).is_some_and(|c| c.kind == ChunkKind::Preposition);
        let object = at + 1 + usize::from(into);
        self.chunks.get(object).filter(|c| c.kind == ChunkKind::Noun && !self.is_pronoun(c))?;
        let end = self.described_tail(object + 1);
        Some(naming.written(infinitive.first, self.chunks[end - 1].last))
    }

    /// "welcome the decision to set up a working group", "the focal point of our policy": of others, or a figure of speech.
    pub(super) fn is_elsewhere(&self) -> bool {
        let naming = self.naming;
        let chunk = self.chunk();
        let decided = || self.chunks[..self.at].iter().any(|c| naming.is_word(c.lemma, &["decision", "decide"]));
        let national = |t: u32| naming.is_word(naming.tokens[t as usize].word, &["national", "governmental"]);
        let group = naming.is_word(chunk.lemma, &["group"]) && (chunk.is_plural || decided());
        let point = naming.is_word(chunk.lemma, &["point"]) && !(chunk.first..chunk.head).any(national);
        !naming.is_domestic && (group || point)
    }

    /// "laws on wrecks": several, each told by what it is about.
    pub(super) fn is_law_on(&self, at: usize) -> bool {
        let law = label::kind(&self.head.class) == "law" && self.chunk().determiner == Determiner::Bare;
        law && self.is_on(at)
    }

    /// "tides, lamps and nets": a matter that has a name of its own, written like any other.
    pub(super) fn is_known_matter(&self, c: &Chunk) -> bool {
        let lower = |t: u32| !self.naming.tokens[t as usize].is_capitalised();
        let text = |m: &Mention| label::kind(&self.things.get(m.thing).class) == "instrument";
        let whole = self.mention_of(c).is_some_and(|m| m.first == c.first && m.last == c.last && text(m));
        whole && c.determiner == Determiner::Bare && (c.first..c.last).all(lower)
    }
}
