//! Names that a body or a people begins, and names at whose end a State stands: "Cybercrime Unit Norlandia", "the Safer Digital Norlandia campaign".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::mention::head::Shapes;
use crate::mention::{Mention, Strength, Things, label};
use crate::token::Kind;

use super::{Found, Naming, Sight};

/// Nouns that say behind a name what kind of thing bears it.
const KINDS: [&str; 6] = ["programme", "program", "project", "initiative", "campaign", "exercise"];

impl Naming<'_> {
    /// "Cybercrime Unit Norlandia", "Development Programme Norlandia 2030": the State at the end of the name of its body or plan.
    pub(super) fn state_tailed(
        &self,
        chunks: &[Chunk],
        at: usize,
        mentions: &[Mention],
        things: &Things,
    ) -> Option<Found> {
        let chunk = &chunks[at];
        let state = mentions.get(chunk.mention? as usize)?;
        let noun = state.first.checked_sub(1).filter(|&t| t >= chunk.first)?;
        let token = &self.tokens[noun as usize];
        let dated = state.last + 1 == chunk.last && self.tokens[state.last as usize].kind == Kind::Number;
        let ends = (dated || state.last == chunk.last) && state.class & self.state != 0 && state.form == Form::Name;
        let head = self.heads.head(self.lexicon.lemma(token.word)).filter(|_| ends && token.is_capitalised())?;
        let is_body = label::kind(&head.class) == "body"
            || self.is_word(self.lexicon.lemma(token.word), &["centre", "center", "office", "institute", "academy"]);
        let is_plan = dated && label::kind(&head.class) == "strategy";
        if !(is_plan || is_body && !dated) || self.all_capitals || chunk.is_genitive {
            return None;
        }
        let sight = Sight { naming: self, chunks, at, mentions, things, head };
        let first = (chunk.first..noun).rev().take_while(|&t| sight.belongs(t)).last().unwrap_or(noun);
        let owner = things.get(state.thing).id.clone();
        let form = self.written(first, chunk.last).to_owned();
        Some(sight.found(chunk.first, chunk.last, at + 1, Strength::Named, Some(owner), form))
    }

    /// "the Union Convention on X": a body named directly before an instrument or event is part of its name.
    pub(super) fn join_owner(&self, chunks: &mut Vec<Chunk>, at: usize, mentions: &mut [Mention]) {
        let Some([owner, owned]) = chunks.get(at..at + 2) else { return };
        let Some(first) = owner.mention else { return };
        // "the Harbour League-Pelagic Union Summit"
        let paired = self.tokens[owned.first as usize].is_joined
            && (self.tokens[owned.head as usize].is_capitalised() || self.is_word(owned.lemma, &["summit"]))
            && self.heads.head(owned.lemma).is_some_and(|h| label::kind(&h.class) == "event");
        if owned.mention.is_none() && !paired {
            return;
        }
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

    /// "the Harbour Wardens' | Pension Bill": a plural with capitals that owns the rest of a name is part of it.
    pub(super) fn join_possessive(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let Some([owner, owned]) = chunks.get(at..at + 2) else { return };
        let from = owner.first + u32::from(owner.determiner != Determiner::Bare);
        let capital = |first: u32, last: u32| (first..last).all(|t| self.tokens[t as usize].is_capitalised());
        let named = |c: &Chunk| c.mention.is_none() && !self.all_capitals;
        let heads = self.heads.head(owned.lemma).is_some_and(|h| h.shapes.any(Shapes::CAPITAL));
        // "the Harbour Prosecutor's | Office"
        let titled = ["prosecutor", "general", "minister"];
        let alone = ["president", "ombudsman", "chancellor"];
        let post = (from < owner.head && self.is_word(owner.lemma, &titled) || self.is_word(owner.lemma, &alone))
            && self.is_word(owned.word, &["office", "department"])
            && !self.is_word(self.tokens[from as usize].word, &["secretary"]);
        let joins = owner.is_genitive
            && (post || owner.is_plural || self.written(owner.head, owner.head + 1).ends_with('s'))
            && named(owner)
            && named(owned)
            && owned.determiner == Determiner::Bare
            && owned.first >= owner.last
            && owned.first <= owner.last + 1
            && from <= owner.head
            && capital(from, owner.head + 1)
            && capital(owned.first, owned.head + 1)
            && heads;
        if joins {
            let (first, determiner) = (owner.first, owner.determiner);
            chunks[at + 1].first = first;
            chunks[at + 1].determiner = determiner;
            chunks.remove(at);
        }
    }

    /// "the Safer Digital Norlandia | campaign": whether a State ends the capitalised words before the noun.
    pub(super) fn ends_with_state(&self, chunk: &Chunk, mentions: &[Mention]) -> bool {
        let first = chunk.first + u32::from(chunk.determiner != Determiner::Bare);
        // "the Cleaner Norlandia | campaign"
        let reach = u32::from(!self.is_word(chunk.lemma, &["campaign"]));
        let state = |m: &&Mention| m.last == chunk.head && m.class & self.territory != 0 && m.form == Form::Name;
        mentions.iter().find(state).is_some_and(|m| {
            m.first > first + reach && (first..m.first).all(|t| self.tokens[t as usize].is_capitalised())
        })
    }

    /// "the Tidal Wall | project": what the words before the noun name is of the noun's own kind, and the whole phrase names it.
    pub(super) fn widen_called(&self, chunk: &mut Chunk, mentions: &mut [Mention], things: &Things) {
        if chunk.mention.is_some() || chunk.is_plural || !self.is_word(chunk.lemma, &KINDS) {
            return;
        }
        let first = chunk.first + u32::from(chunk.determiner != Determiner::Bare);
        let seed = |m: &Mention| m.first == first && m.last == chunk.head && m.strength == Strength::Named;
        let Some(named) = mentions.iter().position(seed) else { return };
        let class = &*things.get(mentions[named].thing).class;
        let alike = label::kind(class) == "strategy" || matches!(class, "Campaign" | "Exercise" | "EventSeries");
        if alike && !self.tokens[chunk.head as usize].is_capitalised() {
            mentions[named].last = chunk.head + 1;
            chunk.mention = Some(named as u32);
        }
    }
}

impl Sight<'_> {
    /// "on our behalf", "on the subject", "for a long time": no matter that tells anything.
    pub(super) fn is_aside(&self, joint: &Chunk, noun: &Chunk, end: usize) -> bool {
        let is = |words: &[&str]| self.naming.is_word(noun.lemma, words);
        let of = self.chunks.get(end + 2).is_some_and(|c| self.naming.is_word(c.word, &["of"]));
        let told = noun.first + 1 < noun.head;
        // "our policy for a long time", "for decades"
        let lasting = is(&["time", "while", "decade", "year", "generation"])
            && matches!(noun.determiner, Determiner::Indefinite | Determiner::Bare | Determiner::Quantity)
            && !(noun.first..noun.last).any(|t| self.naming.tokens[t as usize].kind == Kind::Number);
        self.naming.is_word(joint.word, &["for"]) && lasting
            || self.naming.is_word(joint.word, &["on"])
                && (is(&["basis", "behalf", "occasion"])
                    || !of && is(&["side", "part"])
                    || noun.determiner == Determiner::Definite
                        && !of
                        && !told
                        && is(&["subject", "matter", "issue", "topic"]))
    }
}
