//! What befalls somebody, told by a clause behind its noun: "the earthquake that struck Norlandia in April", "the crisis gripping
//! our country"; and whose the thing is that is struck.

use crate::clause::{Chunk, ChunkKind, Determiner, VerbForm};
use crate::entity::EntityId;
use crate::gazetteer::Form;
use crate::lexicon::UNKNOWN;
use crate::mention::{Strength, label};
use crate::token::Kind;

use super::{Found, Sight};

/// Verbs of what an incident does to a place.
const STRIKES: [&str; 20] = [
    "strike",
    "hit",
    "devastate",
    "ravage",
    "shake",
    "befall",
    "afflict",
    "affect",
    "plague",
    "engulf",
    "grip",
    "beset",
    "destroy",
    "batter",
    "sweep",
    "tear",
    "destabilize",
    "paralyse",
    "divide",
    "convulse",
];

/// Nouns of what a State shares with others: "wars in our region".
const WIDE: [&str; 24] = [
    "century",
    "era",
    "epoch",
    "lifetime",
    "environment",
    "region",
    "subregion",
    "neighbourhood",
    "neighborhood",
    "continent",
    "hemisphere",
    "world",
    "planet",
    "generation",
    "time",
    "age",
    "midst",
    "history",
    "capacity",
    "role",
    "view",
    "entirety",
    "turn",
    "part",
];

/// Those that are said of nothing but what befalls.
const HARD: [&str; 9] = ["strike", "hit", "devastate", "ravage", "shake", "batter", "destroy", "sweep", "engulf"];

/// Verbs of how an incident comes about.
const BREAKS_OUT: [&str; 6] = ["begin", "start", "erupt", "break", "occur", "happen"];

impl Sight<'_> {
    /// "the earthquake | that | struck | Norlandia", "the floods | affecting | my country": in the place that it strikes.
    pub(super) fn struck(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let kind = |at: usize, kind: ChunkKind| self.chunks.get(at).is_some_and(|c| c.kind == kind);
        let comma = kind(self.at + 1, ChunkKind::Comma) && kind(self.at + 2, ChunkKind::Relative);
        let start = self.at + 1 + usize::from(comma);
        let relative = kind(start, ChunkKind::Relative);
        // "an earthquake | of magnitude 8 | struck Norlandia"
        let measured = !relative
            && naming.is_word(self.chunks.get(start)?.word, &["of"])
            && self.chunks.get(start + 1).is_some_and(|c| naming.is_word(c.lemma, &["magnitude", "category", "force"]));
        let at = start + usize::from(relative) + 2 * usize::from(measured);
        if chunk.determiner == Determiner::Quantity {
            return None;
        }
        let [verb, noun] = self.chunks.get(at..at + 2)? else { return None };
        let group = verb.verb?;
        let past = matches!(group.form, VerbForm::Past | VerbForm::Perfect);
        let told = match group.form {
            VerbForm::Past | VerbForm::Present | VerbForm::Perfect => {
                (relative || past && naming.is_word(verb.lemma, &HARD)) && verb.first + 2 >= verb.head
            }
            VerbForm::Gerund => !relative,
            _ => false,
        };
        let told = told && !group.is_passive && !group.is_negated;
        // "the crisis that erupted | in | Norlandia"
        let begins =
            told && relative && past && naming.is_word(verb.lemma, &BREAKS_OUT) && naming.is_word(noun.word, &["in"]);
        let noun = if begins { self.chunks.get(at + 2)? } else { noun };
        let strikes = begins || told && naming.is_word(verb.lemma, &STRIKES);
        let incident = label::kind(&self.head.class) == "incident";
        let vague =
            naming.is_word(chunk.lemma, &["sanction", "measure", "settlement", "activity", "policy", "dispute"]);
        if !incident || !strikes || vague || noun.kind != ChunkKind::Noun || noun.is_genitive {
            return None;
        }
        let (place, owner) = self.struck_place(noun)?;
        let form = format!("{} in {place}", self.form(first, chunk.last, chunk));
        let form = if chunk.is_plural { self.in_one_form(form, first, owner.is_some()) } else { form };
        Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, owner, form))
    }

    /// "the landslide in Ternhaven": in a place that no list holds.
    pub(super) fn in_unlisted_place(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let [joint, noun] = self.chunks.get(self.at + 1..self.at + 3)? else { return None };
        let name = |t: u32| naming.tokens[t as usize].is_capitalised() && naming.tokens[t as usize].kind == Kind::Word;
        let unlisted = noun.kind == ChunkKind::Noun
            && noun.mention.is_none()
            && noun.determiner == Determiner::Bare
            && (noun.first..noun.last).all(name)
            && naming.tokens[noun.first as usize].word == UNKNOWN
            && !noun.is_plural
            && !noun.is_genitive;
        let natural = [
            "landslide",
            "earthquake",
            "explosion",
            "flood",
            "fire",
            "riot",
            "massacre",
            "eruption",
            "wildfire",
            "avalanche",
        ];
        let one = matches!(chunk.determiner, Determiner::Definite | Determiner::Indefinite) || chunk.is_plural;
        let joins =
            naming.is_word(joint.word, &["in", "at"]) && unlisted && one && naming.is_word(chunk.lemma, &natural);
        let form = self.form(first, noun.last, chunk);
        joins.then(|| self.found(chunk.first, noun.last, self.at + 3, Strength::Named, None, form))
    }

    /// The place that `noun` names, and the State: "Norlandia", "our country".
    fn struck_place(&self, noun: &Chunk) -> Option<(String, Option<EntityId>)> {
        let naming = self.naming;
        let many = self.chunk().is_plural;
        if let Some(place) = self.mention_of(noun).filter(|m| self.is_territory(m) && m.last == noun.last) {
            let thing = self.things.get(place.thing);
            let state = thing.class_bit & naming.state != 0;
            let owner = if state { Some(thing.id.clone()) } else { thing.in_state.clone() };
            let named = matches!(place.form, Form::Name | Form::Capital);
            return (named && (owner.is_some() || !many)).then(|| (naming.place_in_name(place, self.things), owner));
        }
        let own = noun.determiner == Determiner::First && !noun.is_plural && noun.last == noun.first + 2;
        let land = ["country", "nation", "homeland", "island", "people", "land"];
        let speaker = naming.speaker.filter(|_| own && naming.is_word(noun.lemma, &land))?;
        let state = self.things.by_id(speaker)?;
        Some((label::with_article(label::state_in_name(&state.id, &state.label)), Some(speaker.clone())))
    }

    /// Whose one thing "our port" or "its port" is: "its" is the State named last before it.
    pub(super) fn possessor(&self, noun: &Chunk) -> Option<EntityId> {
        let theirs = self.naming.is_word(self.naming.tokens[noun.first as usize].word, &["their"]);
        // "our sister country"
        let heads = self.naming.heads;
        let word = |t: u32| self.naming.tokens[t as usize].word;
        let kin = (noun.first..=noun.head).any(|t| heads.is_kin(word(t)) || heads.is_courtesy(word(t)));
        if noun.is_plural || theirs || kin || self.naming.is_word(noun.lemma, &WIDE) {
            return None;
        }
        let before = self.mentions.iter().filter(|m| m.last <= noun.first && !m.is_inside);
        match noun.determiner {
            Determiner::First => self.naming.speaker.cloned(),
            Determiner::Third => match before.max_by_key(|m| m.first) {
                Some(m) => (m.class & self.naming.state != 0).then(|| self.things.get(m.thing).id.clone()),
                None => self.naming.speaker.cloned(),
            },
            _ => None,
        }
    }
}
