//! Two things of one kind that share their noun: "the Assembly and Council resolutions", "the resolutions of the Assembly and
//! the Council", "the Norlandian and the Westmarkian crises".

use std::sync::Arc;

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::entity::EntityId;
use crate::gazetteer::Form;
use crate::mention::{Mention, Strength, Thing, Things, label};

use super::incident::singular;
use super::{Found, Naming};

impl Naming<'_> {
    /// "the Norlandian and Westmarkian crises": two phrases, of which the first lacks its noun.
    pub(super) fn split_twins(&self, chunks: &mut Vec<Chunk>, at: usize, mentions: &[Mention]) {
        let whole = chunks[at];
        let incident = self.heads.head(whole.lemma).is_some_and(|h| label::kind(&h.class) == "incident");
        if whole.kind != ChunkKind::Noun || whole.mention.is_some() || !whole.is_plural || !incident {
            return;
        }
        let demonym = |first: u32| {
            let own = |m: &Mention| m.first == first && m.form == Form::Demonym && m.class & self.state != 0;
            mentions.iter().position(own).filter(|_| first < whole.head)
        };
        let first = whole.first + u32::from(whole.determiner != Determiner::Bare);
        let Some(one) = demonym(first) else { return };
        let and = mentions[one].last;
        let joins = and + 1 < whole.head && self.is_word(self.tokens[and as usize].word, &["and"]);
        if !joins || demonym(and + 1).is_none() {
            return;
        }
        let part = |kind: ChunkKind, first: u32, last: u32| {
            let word = self.tokens[last as usize - 1].word;
            Chunk {
                kind,
                first,
                last,
                head: last - 1,
                word,
                lemma: word,
                is_plural: false,
                is_genitive: false,
                ..whole
            }
        };
        let named = Chunk { mention: Some(one as u32), ..part(ChunkKind::Noun, whole.first, and) };
        let joint = Chunk { determiner: Determiner::Bare, ..part(ChunkKind::Coordinator, and, and + 1) };
        chunks[at] = Chunk { first: and + 1, determiner: Determiner::Bare, ..whole };
        chunks.splice(at..at, [named, joint]);
    }

    /// What the body or State at `at` names together with a noun that stands at another of its kind.
    pub(super) fn twin_at(&self, chunks: &[Chunk], at: usize, mentions: &[Mention], things: &Things) -> Option<Found> {
        let chunk = &chunks[at];
        let mention = mentions.get(chunk.mention? as usize)?;
        if mention.last != chunk.last || chunk.is_genitive || mention.strength != Strength::Named {
            return None;
        }
        let thing = things.get(mention.thing);
        let text = self.shares_texts(chunks, at, mentions, things) || self.precedes_texts(chunks, at, mentions, things);
        let found = |class: &str, form: String, owner: Option<EntityId>| Found {
            first: chunk.first,
            last: chunk.last,
            end: at + 1,
            strength: Strength::Named,
            is_owned: owner.is_some(),
            owner,
            is_common: false,
            class: class.into(),
            form,
        };
        if let Some(operation) = self.shares_operation(chunks, at, mentions, things) {
            let stem = operation.label.split(" in ").next().unwrap_or_default();
            let form = format!("{stem} in {}", self.written(mention.first, mention.last));
            let place = mention.class & (self.state | self.territory) != 0;
            return place.then(|| found(&operation.class, form, None));
        }
        if text && mention.class & (self.state | self.territory) == 0 && label::kind(&thing.class) == "organisation" {
            return Some(found("Resolution", format!("{} resolutions", thing.label), None));
        }
        if let Some((class, form)) = self.shares_process(chunks, at, mention) {
            return Some(found(&class, form, None));
        }
        let state = mention.class & self.state != 0 && mention.form == Form::Demonym;
        let noun = chunks.get(at + 2).filter(|_| state && self.is_and(chunks.get(at + 1)))?;
        let head = self.heads.head(noun.lemma).filter(|h| label::kind(&h.class) == "incident")?;
        let shares = noun.kind == ChunkKind::Noun && noun.is_plural && noun.mention.is_none();
        let other = mentions.iter().any(|m| {
            m.first >= noun.first && m.last <= noun.head && m.class & self.state != 0 && m.thing != mention.thing
        });
        let kind = self.written(noun.head, noun.last);
        let form = self.course_in(noun.lemma, mention, things);
        let form = form.unwrap_or_else(|| format!("{} {}", self.written(mention.first, mention.last), singular(kind)));
        (shares && other).then(|| found(&head.class, form, Some(thing.id.clone())))
    }

    /// "the missions in Norlandia and | Westmark": the operation that is several, named by the first place.
    fn shares_operation<'t>(
        &self,
        chunks: &[Chunk],
        at: usize,
        mentions: &[Mention],
        things: &'t Things,
    ) -> Option<&'t Thing> {
        // "in Norlandia, Westmark and | in Eastmark"
        let preposition = chunks[..at].last().is_some_and(|c| self.is_word(c.word, &["in"]));
        let mut here = at - usize::from(preposition && at > 1);
        let goes_on = chunks.get(at + 1).is_some_and(|c| matches!(c.kind, ChunkKind::Comma | ChunkKind::Coordinator));
        let mut lists = goes_on;
        let operation = loop {
            let joint = chunks.get(here.checked_sub(1)?)?;
            let and = self.is_and(Some(joint));
            if !(and || lists && joint.kind == ChunkKind::Comma) {
                return None;
            }
            lists = true;
            let comma = and && here > 1 && chunks[here - 2].kind == ChunkKind::Comma;
            let place = here.checked_sub(2 + usize::from(comma))?;
            let named = mentions.get(chunks[place].mention? as usize)?;
            // A later place has become one of the operations.
            let one_more = things.get(named.thing).label.contains(" in ");
            if named.class & (self.state | self.territory) == 0 && !one_more {
                return None;
            }
            let [noun, joint] = chunks.get(place.checked_sub(2)?..place)? else { return None };
            if joint.kind == ChunkKind::Preposition && noun.is_plural {
                let several = self.is_word(noun.lemma, &["operation", "mission", "force"]);
                break things.get(mentions.get(noun.mention.filter(|_| several)? as usize)?.thing);
            }
            here = place;
        };
        let joins = operation.seed.is_none();
        joins.then_some(operation)
    }

    /// "the Saltmouth | and Ternhaven processes": one of two that are called by the towns where they began.
    fn shares_process(&self, chunks: &[Chunk], at: usize, town: &Mention) -> Option<(Arc<str>, String)> {
        let noun = chunks.get(at + 2).filter(|_| self.is_and(chunks.get(at + 1)))?;
        let whole = chunks[at].determiner == Determiner::Definite && town.first == chunks[at].first + 1;
        (whole && self.is_process(noun)).then(|| self.process(noun, town.first, town.last)).flatten()
    }

    /// "the Saltmouth and | Ternhaven processes"
    pub(super) fn other_process(&self, chunks: &[Chunk], at: usize, mentions: &[Mention]) -> Option<Found> {
        let chunk = &chunks[at];
        let joins = at > 1 && self.is_and(chunks.get(at - 1)) && self.is_process(chunk);
        let before = at.checked_sub(2).and_then(|b| mentions.get(chunks[b].mention? as usize)).filter(|_| joins)?;
        let (class, form) = self.process(chunk, chunk.first, chunk.head)?;
        (before.strength == Strength::Named && before.last == chunks[at - 2].last).then(|| Found {
            first: chunk.first,
            last: chunk.last,
            end: at + 1,
            strength: Strength::Named,
            owner: None,
            is_owned: false,
            is_common: false,
            class,
            form,
        })
    }

    /// "Ternhaven processes": a capitalised word before the plural of what is called by a town.
    fn is_process(&self, noun: &Chunk) -> bool {
        let town = noun.first + 1 == noun.head && self.tokens[noun.first as usize].is_capitalised();
        town && noun.kind == ChunkKind::Noun
            && noun.determiner == Determiner::Bare
            && noun.is_plural
            && noun.last == noun.head + 1
            && self.is_word(noun.lemma, &["process"])
    }

    fn process(&self, noun: &Chunk, first: u32, last: u32) -> Option<(Arc<str>, String)> {
        let class = self.heads.head(noun.lemma)?.class.clone();
        Some((class, format!("{} process", self.written(first, last))))
    }

    /// "the Assembly | and Council resolutions"
    fn precedes_texts(&self, chunks: &[Chunk], at: usize, mentions: &[Mention], things: &Things) -> bool {
        let Some([and, noun]) = chunks.get(at + 1..at + 3) else { return false };
        let text = noun.kind == ChunkKind::Noun
            && noun.mention.is_none()
            && noun.is_plural
            && self.is_word(noun.lemma, &["resolution"]);
        let body = |m: &&Mention| m.last == noun.head && m.first >= noun.first && !m.is_inside;
        let other = mentions.iter().find(body).map(|m| &things.get(m.thing).class);
        self.is_and(Some(and)) && text && other.is_some_and(|class| label::kind(class) == "organisation")
    }

    /// "the resolutions of the Assembly and | the Council"
    fn shares_texts(&self, chunks: &[Chunk], at: usize, mentions: &[Mention], things: &Things) -> bool {
        let Some(before) = at.checked_sub(2).map(|b| &chunks[b]) else { return false };
        let texts = before.mention.and_then(|m| mentions.get(m as usize));
        let ends = |m: &Mention, t: &Mention| {
            m.is_inside && m.last == t.last && label::kind(&things.get(m.thing).class) == "organisation"
        };
        self.is_and(chunks.get(at - 1))
            && before.is_plural
            && self.is_word(before.lemma, &["resolution"])
            && texts.is_some_and(|t| mentions.iter().any(|m| ends(m, t)))
    }

    fn is_and(&self, chunk: Option<&Chunk>) -> bool {
        chunk.is_some_and(|c| c.kind == ChunkKind::Coordinator && self.is_word(c.word, &["and"]))
    }
}
