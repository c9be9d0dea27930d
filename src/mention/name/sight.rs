//! One noun phrase that may be a name, with what stands around it: what every shape of name asks of it.

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::entity::EntityId;
use crate::gazetteer::Form;
use crate::lexicon::Classes;
use crate::mention::head::Head;
use crate::mention::{Mention, Strength, Things, label};
use crate::token::Kind;

use super::ours::FUNDED;
use super::{Found, Naming};

/// Words that tell that a thing is nobody's own.
const COMMON: [&str; 13] = [
    "common",
    "moral",
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

/// One noun phrase in its surroundings.
pub(super) struct Sight<'a> {
    pub naming: &'a Naming<'a>,
    pub chunks: &'a [Chunk],
    pub at: usize,
    pub mentions: &'a [Mention],
    pub things: &'a Things,
    pub head: &'a Head,
}

impl Sight<'_> {
    pub(super) fn chunk(&self) -> &Chunk {
        &self.chunks[self.at]
    }

    pub(super) fn mention_of(&self, chunk: &Chunk) -> Option<&Mention> {
        chunk.mention.and_then(|m| self.mentions.get(m as usize))
    }

    /// Mentions that begin within the tokens.
    pub(super) fn mentions_in(&self, first: u32, last: u32) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().filter(move |m| m.first >= first && m.last <= last && !m.is_inside)
    }

    /// The first token after determiner and words that are no part of the name.
    pub(super) fn first_modifier(&self) -> u32 {
        let chunk = self.chunk();
        let mut first = chunk.first;
        if chunk.determiner != Determiner::Bare {
            first += 1;
        }
        let is_determiner = |i: u32| {
            let word = self.naming.tokens[i as usize].word;
            self.naming.lexicon.classes(word).any(Classes::DETERMINER)
        };
        while first < chunk.head && is_determiner(first) {
            first += 1;
        }
        let start = first;
        while first < chunk.head {
            let token = &self.naming.tokens[first as usize];
            // "successful, fair elections", "unjust and illegal measures"
            let joint = first > start && (token.kind == Kind::Comma || self.naming.is_word(token.word, &["and", "or"]));
            // "a $50 million fund"
            let sum = token.kind == Kind::Currency
                || self.is_sum(first)
                || self.naming.is_word(token.word, &["million", "billion"]);
            if self.is_headcount(first) {
                first = self.naming.word_end(first);
                continue;
            }
            if !joint && !sum && !self.naming.heads.is_dropped(token.word) {
                break;
            }
            first += 1;
        }
        first
    }

    /// The State that the phrase itself names as owner: "Canada's", "Peruvian", "our", "its".
    pub(super) fn owner_before(&self) -> Option<EntityId> {
        let naming = self.naming;
        let chunk = self.chunk();
        let is_state = |m: &Mention| m.class & naming.state != 0 && m.form != Form::Capital;
        let state = |m: &Mention| is_state(m).then(|| self.things.get(m.thing).id.clone());
        if let Some(previous) = self.at.checked_sub(1).map(|p| &self.chunks[p]).filter(|c| c.is_genitive)
            && let Some(owner) = self.mention_of(previous).and_then(state)
        {
            return Some(owner);
        }
        // "the Government's programme"
        let governments =
            self.at.checked_sub(1).map(|p| &self.chunks[p]).filter(|c| c.is_genitive && c.mention.is_none());
        if governments.is_some_and(|c| naming.is_word(c.lemma, &["government", "country", "nation"])) {
            return naming.speaker.cloned();
        }
        // "the Union-Norlandia Declaration" is not Norlandia's alone.
        let joined = |t: u32| naming.tokens.get(t as usize).is_some_and(|t| t.is_joined);
        let spoken = |m: &Mention| naming.speaker == Some(&self.things.get(m.thing).id);
        // "the Pelagic Union Norlandia Office" is the Union's.
        let of_body = |m: &Mention| {
            let body = |o: &Mention| o.class & (naming.state | naming.territory) == 0 && o.strength == Strength::Named;
            self.mentions_in(chunk.first, m.first).any(body)
        };
        // "the Union-Norlandia Cyber Programme", said by Norlandia, is its own too.
        let paired = |m: &Mention| spoken(m) && joined(m.first) && label::kind(&self.head.class) == "strategy";
        let alone = |m: &Mention| (spoken(m) || !joined(m.first) && !joined(m.last)) && (!of_body(m) || paired(m));
        let mut states = self.mentions_in(chunk.first, chunk.head).filter(|m| is_state(m) && alone(m));
        let modifier = states.next();
        // "the Norlandian-Westmarkian Commission" is nobody's alone.
        if modifier.is_some_and(|first| states.any(|other| other.thing != first.thing)) {
            return None;
        }
        let modifier = modifier.and_then(state);
        // "its" is the State named last before it, where no body is named in between.
        let third = chunk.determiner == Determiner::Third;
        // Not "the Norlandian coast".
        let named = |m: &&Mention| !m.is_inside && m.form != Form::Demonym;
        let earlier = self.mentions.iter().filter(|m| third && m.last <= chunk.first).filter(named);
        let earlier = earlier.max_by_key(|m| m.first).and_then(state);
        let bodys = self.mentions.iter().any(|m| {
            m.last <= chunk.first && m.class & naming.territory == 0 && m.strength == Strength::Named && !m.is_inside
        });
        // "the Powers should renounce their policy": theirs, whoever they are.
        let theirs = naming.is_word(naming.tokens[chunk.first as usize].word, &["their"]);
        let possessed = (third && !bodys && !theirs) || chunk.determiner == Determiner::First;
        modifier.or(earlier).or_else(|| naming.speaker.filter(|_| possessed).cloned())
    }

    /// The State after the phrase: "of Canada", "in Cuba"; with the chunk where the phrase then ends.
    pub(super) fn owner_after(&self, end: usize) -> Option<(EntityId, usize)> {
        let naming = self.naming;
        let preposition = self.chunks.get(end).filter(|c| c.kind == ChunkKind::Preposition)?;
        if !naming.is_word(preposition.word, &["of", "in"]) {
            return None;
        }
        let noun = self.chunks.get(end + 1).filter(|c| c.kind == ChunkKind::Noun)?;
        // "the Group of Friends | of Norlandia" are others.
        if naming.is_word(self.chunks[end - 1].lemma, &["friend"]) {
            return None;
        }
        // "Norlandia's aid programme in Westmark" is Norlandia's.
        let before = self.at.checked_sub(1).map(|p| &self.chunks[p]).filter(|c| c.is_genitive);
        if before.is_some_and(|c| self.mention_of(c).is_some_and(|m| m.class & naming.state != 0)) {
            return None;
        }
        // "the Agenda of my Government"
        let told = self.chunk().head > self.chunk().first + u32::from(self.chunk().determiner != Determiner::Bare);
        let ours = told
            && noun.determiner == Determiner::First
            && naming.is_word(noun.lemma, &["government", "country", "nation"]);
        if ours && naming.is_word(preposition.word, &["of"]) {
            return naming.speaker.map(|speaker| (speaker.clone(), end + 2));
        }
        // "the Main Office | of the Harbour Guard | of Norlandia": a body of a body of hers.
        let part = noun.mention.is_none()
            && noun.determiner == Determiner::Definite
            && naming.tokens[noun.head as usize].is_capitalised()
            && matches!(label::kind(&self.head.class), "body");
        if part && naming.is_word(preposition.word, &["of"]) {
            return self.owner_after(end + 2).map(|(owner, _)| (owner, end));
        }
        let mention = self.mention_of(noun).filter(|m| m.class & naming.state != 0 && m.form != Form::Capital)?;
        let owner = &self.things.get(mention.thing).id;
        // "the task force in Norlandia", said by another State, may be anybody's.
        let body = matches!(label::kind(&self.head.class), "body" | "organisation");
        // "runs a tidal project in Westmark", told by Norlandia of what it does, is not Westmark's.
        let project = naming.is_word(self.chunk().lemma, &["project", "programme", "program", "scheme"]);
        let abroad = body || naming.is_domestic && project;
        let at_work = naming.is_word(preposition.word, &["in"]) && abroad;
        (!at_work || naming.speaker == Some(owner)).then(|| (owner.clone(), end + 2))
    }

    /// "the National Bank for Harbours | of Norlandia": whose a national body is, behind what it is for.
    fn owner_at_end(&self, first: u32, last: u32, form: &str) -> Option<EntityId> {
        let naming = self.naming;
        let state = self.mentions_in(first, last).find(|m| m.last == last && m.form == Form::Name);
        let state = state.filter(|m| m.class & naming.state != 0 && form.starts_with("National "))?;
        let article = u32::from(naming.is_word(naming.tokens[state.first as usize - 1].word, &["the"]));
        let of = state.first.checked_sub(1 + article)?;
        let body = matches!(label::kind(&self.head.class), "body" | "organisation");
        (body && naming.is_word(naming.tokens[of as usize].word, &["of"]))
            .then(|| self.things.get(state.thing).id.clone())
    }

    /// A word that tells that a thing is nobody's own.
    pub(super) fn is_common(&self, at: u32) -> bool {
        let token = &self.naming.tokens[at as usize];
        // "the Union-funded harbour programme"
        self.naming.is_word(token.word, &COMMON) || token.is_joined && self.naming.is_word(token.word, &FUNDED)
    }

    pub(super) fn found(
        &self,
        first: u32,
        last: u32,
        end: usize,
        strength: Strength,
        owner: Option<EntityId>,
        form: String,
    ) -> Found {
        let form = self.contribution_name().map_or(form, str::to_owned);
        let mut class = self.head.class.clone();
        // "the Code of Conduct for Wreckers": what many agreed upon, unless the phrase tells whose it is.
        let conduct =
            self.naming.is_word(self.chunk().lemma, &["code"]) && form.to_lowercase().contains("code of conduct");
        let told = matches!(self.chunk().determiner, Determiner::Definite | Determiner::Bare);
        let norms = conduct && told && strength == Strength::Named && owner.is_none() && !form.starts_with("National");
        if norms {
            class = "MeasureSet".into();
        }
        let ontology = self.naming.ontology;
        let chunk = self.chunk();
        // "the Special Representative of the Secretary-General" is no State's.
        let is_his = self.chunks[self.at + 1..end.max(self.at + 1)].iter().any(|c| self.is_secretary_general(c));
        let common = strength == Strength::Described && (chunk.first..chunk.head).any(|i| self.is_common(i));
        let is_common = common || is_his || self.is_of_union(last);
        // "the Congress of the Republic" makes laws, and nobody meets there from abroad.
        let of_state =
            ["congress of the republic", "congress of the union", "congress of deputies", "congress of the nation"];
        let of_state = of_state.contains(&form.to_lowercase().as_str());
        let owner = owner.or_else(|| self.owner_at_end(first, last, &form));
        let is_ours = strength == Strength::Named
            && !norms
            && !self.is_of_union(last)
            && (of_state && self.naming.is_domestic || self.is_only_one_at_home() || self.is_ours(first, last, &form));
        let owner = owner.or_else(|| self.naming.speaker.filter(|_| is_ours).cloned());
        let national = owner.is_some()
            || form.to_lowercase().starts_with("national ")
            || strength == Strength::Described && self.is_made_at_home(last);
        let is_body = ontology.is_subclass(&class, "Organisation") && !ontology.is_subclass(&class, "NationalBody");
        if national && is_body && &*class != "PoliticalParty" {
            class = "NationalBody".into();
        }
        // "the Norlandian Congress"
        let whose = |m: &Mention| m.class & self.naming.state != 0 && m.last == chunk.head;
        let at_home = last == chunk.last && (self.mentions.iter().any(whose) || self.is_only_one_at_home());
        // "our Congress", "the Congress of Norlandia"
        let alone = chunk.first + u32::from(chunk.determiner != Determiner::Bare) == chunk.head;
        let legislature = self.naming.is_word(chunk.lemma, &["congress"])
            && chunk.last == chunk.head + 1
            && (at_home || alone && owner.is_some());
        if legislature || of_state {
            class = "NationalBody".into();
        }
        // "the International Agency for Wrecks", "the Executive Board of the Pelagic Union" are no State's.
        let of_world = || self.is_international(first, last.min(chunk.head));
        let bodies =
            || self.mentions_in(first, last).any(|m| m.class & (self.naming.state | self.naming.territory) == 0);
        if &*class == "NationalBody" && strength == Strength::Named && owner.is_none() && (bodies() || of_world()) {
            class = "Organisation".into();
        }
        let is_owned = owner.is_some();
        let scoped = matches!(label::kind(&class), "body" | "strategy" | "law");
        let owner =
            owner.or_else(|| self.naming.speaker.filter(|_| scoped && strength == Strength::Described).cloned());
        let owner = if strength == Strength::Named && label::kind(&class) == "event" { None } else { owner };
        let form = owner.as_ref().filter(|_| scoped).and_then(|o| self.without_owner(&form, o)).unwrap_or(form);
        Found { first, last, end, strength, owner, is_owned, is_common, class, form }
    }
}
