//! Short forms that point back: "the organization", "the Convention", "the Council". The nearest earlier
//! thing of fitting kind is meant; some capitalised forms have a standing sense.

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::entity::Entities;
use crate::gazetteer::Form;
use crate::lexicon::{Word, normalize};
use crate::ontology::Ontology;
use crate::token::{Caps, Kind, Token};

use super::head::Heads;
use super::{Mention, Strength, Things, label};

/// How many sentences back a lower-case short form reaches.
const REACH: u32 = 3;
/// How many sentences back a short form reaches for a name with the same noun.
const NAME_REACH: u32 = 12;
/// Nouns that also stand for a thing with another noun in its name: "the alliance" for a treaty organization.
const GENERIC: [&str; 9] =
    ["organization", "body", "forum", "alliance", "agency", "institution", "instrument", "summit", "conference"];
/// Words before a noun that do not tell its thing from others of its kind.
const HONORIFIC: [&str; 17] = [
    "great",
    "august",
    "world",
    "important",
    "noble",
    "unique",
    "universal",
    "esteemed",
    "same",
    "current",
    "present",
    "ongoing",
    "continuing",
    "unjust",
    "terrible",
    "tragic",
    "brutal",
];

/// The things named so far in a part, latest last.
#[derive(Clone, Debug, Default)]
pub struct Recent {
    things: Vec<(u32, u32)>,
}

impl Recent {
    /// Remembers that `thing` was named in sentence `sentence`.
    pub fn remember(&mut self, sentence: u32, thing: u32) {
        if self.things.len() > 400 {
            self.things.drain(..200);
        }
        self.things.push((sentence, thing));
    }

    /// Forgets all: a new part begins.
    pub fn clear(&mut self) {
        self.things.clear();
    }

    /// The things that fit in the nearest sentence, of the last `reach`, that names any.
    #[must_use]
    pub fn nearest(&self, sentence: u32, reach: u32, fits: impl Fn(u32) -> bool) -> Vec<u32> {
        let near = self.things.iter().rev().take_while(|(s, _)| sentence - s <= reach);
        let mut fitting = near.filter(|&&(_, thing)| fits(thing)).peekable();
        let Some(&&(nearest, _)) = fitting.peek() else { return Vec::new() };
        fitting.take_while(|&&(s, _)| s == nearest).map(|&(_, thing)| thing).collect()
    }

    pub(super) fn latest(&self, sentence: u32, reach: u32, fits: impl Fn(u32) -> bool) -> Option<u32> {
        let near = self.things.iter().rev().take_while(|(s, _)| sentence - s <= reach);
        near.map(|&(_, thing)| thing).find(|&thing| fits(thing))
    }
}

/// What coreference needs to know.
#[derive(Clone, Copy)]
pub struct Resolver<'a> {
    /// Text of the block.
    pub text: &'a str,
    /// Tokens of the sentence.
    pub tokens: &'a [Token],
    /// The nouns of short forms.
    pub heads: &'a Heads,
    /// Seed entities.
    pub entities: &'a Entities,
    /// The ontology.
    pub ontology: &'a Ontology,
    /// The classes of conflicts, crises and processes.
    pub course: u128,
    /// The classes of strategies, plans and programmes.
    pub plan: u128,
    /// The classes of States and places.
    pub territory: u128,
    /// The classes of treaties.
    pub treaty: u128,
    /// Words of becoming party to a treaty.
    pub joining: &'a [Word],
    /// The seeds that have short forms throughout the text, by its matter.
    pub matter: &'a [u32],
}

/// What a text does whose matter follows.
const MATTERS: [&str; 6] = ["restricting", "prohibiting", "banning", "regulating", "concerning", "relating"];

/// Participles with which the making or the task of a thing is told.
const MADE: [&str; 12] = [
    "adopted",
    "issued",
    "signed",
    "concluded",
    "entrusted",
    "charged",
    "tasked",
    "established",
    "created",
    "convened",
    "held",
    "organized",
];

/// What follows such a participle, where it is no verb with an object.
const MAKERS: [&str; 7] = ["by", "at", "in", "on", "with", "between", "under"];

impl Resolver<'_> {
    /// Gives the short forms among `chunks` their mentions.
    pub fn resolve(
        &self,
        sentence: u32,
        chunks: &mut Vec<Chunk>,
        mentions: &mut Vec<Mention>,
        things: &mut Things,
        recent: &Recent,
    ) {
        self.programmes(sentence, chunks, mentions, things, recent);
        self.own_acronyms(mentions, things);
        self.own_first_words(sentence, mentions, things, recent);
        self.ratified(sentence, chunks, mentions, things, recent);
        for chunk in chunks.iter_mut() {
            let described = chunk.mention.map(|m| m as usize);
            if let Some(at) = described
                && let Some(thing) = self.same_course(sentence, chunk, &mentions[at], mentions, things, recent)
            {
                mentions[at].thing = thing;
                mentions[at].class = things.get(thing).class_bit;
                mentions[at].strength = Strength::Anaphor;
                continue;
            }
            let antecedent = self.antecedent(sentence, chunk, mentions, things, recent);
            if let Some(thing) = antecedent.or_else(|| self.beside(chunk, mentions, things)) {
                chunk.mention = Some(mentions.len() as u32);
                mentions.push(Mention::anaphor(chunk.first, chunk.last, thing, things.get(thing).class_bit));
            }
        }
    }

    /// "this great Organization", "the ongoing conflict": words that honour or lament and do not tell apart.
    fn is_honorific(&self, token: u32) -> bool {
        let written = &self.text[self.tokens[token as usize].span.range()];
        HONORIFIC.contains(&written)
    }

    fn is_plain_article(&self, token: u32) -> bool {
        self.text[self.tokens[token as usize].span.range()].eq_ignore_ascii_case("the")
    }

    /// "the conflict in Norlandia", "the process of healing", "our peace process": a conflict or process of which the phrase
    /// itself tells which it is.
    fn tells_itself(&self, chunk: &Chunk) -> bool {
        let goes_on = self.tokens.get(chunk.last as usize).is_some_and(|next| {
            ["of", "in", "between", "against", "to", "leading"].contains(&&self.text[next.span.range()])
        });
        // "the war on truth", but not "the war on 5 May"
        let matter = self
            .tokens
            .get(chunk.last as usize..chunk.last as usize + 2)
            .is_some_and(|next| &self.text[next[0].span.range()] == "on" && next[1].kind == Kind::Word);
        let war = &self.text[self.tokens[chunk.head as usize].span.range()] == "war";
        goes_on || matter && war || chunk.determiner == Determiner::First
    }

    /// "the Declaration issued by the leaders", "the Convention restricting drift nets": what follows tells which one, so that it
    /// is none named before.
    fn is_told_apart(&self, chunk: &Chunk) -> bool {
        let word = |at: u32| self.tokens.get(at as usize).map_or("", |t| &self.text[t.span.range()]);
        let (next, behind) = (word(chunk.last), word(chunk.last + 1));
        MATTERS.contains(&next) || MADE.contains(&next) && MAKERS.contains(&behind)
    }

    /// "the Preparatory Committee": the words before the noun, which stand in the name.
    fn told(&self, chunk: &Chunk) -> Vec<String> {
        (chunk.first + 1..chunk.head)
            .filter(|&i| !self.is_honorific(i))
            .map(|i| self.text[self.tokens[i as usize].span.range()].to_lowercase())
            .collect()
    }

    fn antecedent(
        &self,
        sentence: u32,
        chunk: &Chunk,
        mentions: &[Mention],
        things: &mut Things,
        recent: &Recent,
    ) -> Option<u32> {
        let pointed = matches!(chunk.determiner, Determiner::Definite | Determiner::First);
        let is_short = chunk.kind == ChunkKind::Noun
            && chunk.mention.is_none()
            && pointed
            && (!chunk.is_plural || self.tokens[chunk.head as usize].is_capitalised())
            && chunk.last == chunk.head + 1;
        if !is_short {
            return None;
        }
        let token = &self.tokens[chunk.head as usize];
        let classes = self.heads.short(chunk.lemma)?;
        let mut noun = String::new();
        normalize(&self.text[token.span.range()], &mut noun);
        let told = self.told(chunk);
        // "the peace process in all its tracks": with its place it would have been named before.
        let peace = noun == "process" && told == ["peace"] && chunk.determiner == Determiner::Definite;
        if classes & !self.course == 0 && !peace && self.tells_itself(chunk) || self.is_told_apart(chunk) {
            return None;
        }
        // "the Organization", before the United Nations, is one of States: no movement, party or company.
        let of_states = token.is_capitalised() && noun == "organization";
        let instrument = noun == "instrument";
        let of = self.tokens.get(chunk.last as usize).is_some_and(|t| &self.text[t.span.range()] == "of");
        if instrument && of {
            return None; // "the instrument of ratification"
        }
        let named_so = |thing: u32| {
            let thing = things.get(thing);
            let private = matches!(
                &*thing.class,
                "Organisation" | "NonGovernmentalOrganisation" | "ArmedGroup" | "PoliticalParty" | "Company"
            );
            // "the crisis" is one that has a name or a place, none that is only described.
            let passing = label::kind(&thing.class) == "incident" && thing.seed.is_none() && thing.of_state.is_none();
            thing.class_bit & classes != 0
                && has_word(&thing.label, &noun)
                && !(of_states && private)
                && !(instrument && thing.seed.is_none())
                && !passing
                && told.iter().all(|word| has_word(&thing.label, word))
        };
        let earlier = |m: &&Mention| m.last <= chunk.first && !m.is_inside;
        let before = |fits: &dyn Fn(u32) -> bool| {
            mentions.iter().filter(earlier).filter(|m| fits(m.thing)).max_by_key(|m| m.first).map(|m| m.thing)
        };
        if peace && let Some(seed) = self.process_of_place(sentence, chunk, mentions, things, recent) {
            return Some(things.seed(seed, self.entities, self.ontology));
        }
        // "the Pelagic Convention …, that Convention": the noun may stand in the name as written here only.
        let written = || {
            let has_noun = |m: &&Mention| {
                let span = self.tokens[m.first as usize].span.start..self.tokens[m.last as usize - 1].span.end;
                told.is_empty()
                    && m.strength == Strength::Named
                    && m.class & classes != 0
                    && has_word(&self.text[span.start as usize..span.end as usize], &noun)
            };
            mentions.iter().filter(earlier).filter(has_noun).max_by_key(|m| m.first).map(|m| m.thing)
        };
        // Before the United Nations "our Organization" is theirs, whatever else was named; "the Organization" may be one just named.
        // There are many conflicts and crises, and one pandemic at a time.
        let many =
            told.is_empty() && ["war", "conflict", "crisis", "fighting", "process", "round"].contains(&noun.as_str());
        let reach = if of_states {
            1
        } else if many {
            REACH
        } else {
            NAME_REACH
        };
        let elsewhere = of_states && !self.is_plain_article(chunk.first);
        if let Some(thing) = before(&named_so)
            .or_else(written)
            .or_else(|| recent.latest(sentence, reach, named_so))
            .filter(|_| !elsewhere)
        {
            return Some(thing);
        }
        if !told.is_empty() {
            return None;
        }
        if token.is_capitalised() {
            // "the Council for Wrecks": another one.
            let for_matter = self
                .tokens
                .get(chunk.last as usize..chunk.last as usize + 2)
                .is_some_and(|behind| &self.text[behind[0].span.range()] == "for" && behind[1].is_capitalised());
            if for_matter {
                return None;
            }
            let seed = self.heads.standing(chunk.lemma)?;
            return Some(things.seed(seed, self.entities, self.ontology));
        }
        if chunk.determiner == Determiner::First {
            return None;
        }
        // "this body" is the one before which a statement is made.
        let here =
            noun == "body" && self.text[self.tokens[chunk.first as usize].span.range()].eq_ignore_ascii_case("this");
        if here {
            return None;
        }
        let fits = |thing: u32| things.get(thing).class_bit & classes != 0 && things.get(thing).seed.is_some();
        if !GENERIC.contains(&noun.as_str()) {
            return None;
        }
        before(&fits).or_else(|| recent.latest(sentence, REACH, fits))
    }

    /// "the National Port Academy (NPA) …, NPA": an acronym that the document defines for a name of its letters stands for that,
    /// whatever else is called so.
    fn own_acronyms(&self, mentions: &mut [Mention], things: &Things) {
        for mention in mentions.iter_mut().filter(|m| m.last == m.first + 1 && m.form == Form::Name) {
            let token = &self.tokens[mention.first as usize];
            let written = &self.text[token.span.range()];
            let seed = token.caps == Caps::Acronym && things.get(mention.thing).seed.is_some();
            let Some(own) = things.defined(written).filter(|&own| seed && own != mention.thing) else { continue };
            let thing = things.get(own);
            let known = &things.get(mention.thing).label;
            if thing.seed.is_none() && label::spells(written, &thing.label) && !label::is_variant(&thing.label, known) {
                mention.thing = own;
                mention.class = thing.class_bit;
            }
        }
    }

    /// "this long-standing conflict", "that ambitious blueprint": a conflict or crisis that was named with its place before, or
    /// the well-known plan that was named last.
    fn same_course(
        &self,
        sentence: u32,
        chunk: &Chunk,
        described: &Mention,
        mentions: &[Mention],
        things: &Things,
        recent: &Recent,
    ) -> Option<u32> {
        let pointed = chunk.determiner == Determiner::Definite && !self.is_plain_article(chunk.first);
        let is_plan = described.class & self.plan != 0;
        let is_course = described.class & self.course != 0;
        if !pointed || !(is_course || is_plan) || chunk.is_plural || described.strength != Strength::Described {
            return None;
        }
        let mut noun = String::new();
        normalize(&self.text[self.tokens[chunk.head as usize].span.range()], &mut noun);
        let fits = |thing: u32| {
            let thing = things.get(thing);
            let known = thing.seed.is_some();
            let course = thing.class_bit & self.course != 0 && (known || thing.of_state.is_some());
            if is_plan { known && thing.class_bit & self.plan != 0 } else { course && has_word(&thing.label, &noun) }
        };
        let earlier = mentions.iter().filter(|m| m.last <= chunk.first && !m.is_inside && fits(m.thing));
        earlier.max_by_key(|m| m.first).map(|m| m.thing).or_else(|| recent.latest(sentence, REACH, fits))
    }

    /// "the peace process" of the State or place named last, where it has a name of its own.
    fn process_of_place(
        &self,
        sentence: u32,
        chunk: &Chunk,
        mentions: &[Mention],
        things: &Things,
        recent: &Recent,
    ) -> Option<u32> {
        let place = |thing: u32| things.get(thing).class_bit & self.territory != 0;
        // A place inside a name tells it too: "the situation in Norlandia".
        let named = mentions.iter().filter(|m| m.last <= chunk.first && place(m.thing)).max_by_key(|m| m.first);
        let last = named.map(|m| m.thing).or_else(|| recent.latest(sentence, REACH, place))?;
        self.heads.process_of(&things.get(last).id)
    }
}

fn has_word(label: &str, noun: &str) -> bool {
    let mut normal = String::new();
    let first = |word: &str| word.bytes().next().map(|byte| byte.to_ascii_lowercase());
    // Most words differ in the first letter.
    let may_be = |word: &&str| !word.is_ascii() || first(word) == first(noun);
    label.split(|c: char| !c.is_alphanumeric()).filter(may_be).any(|word| {
        normalize(word, &mut normal);
        normal == noun
    })
}
