//! What befalls somebody and is told by its time, or by what is said of it behind the noun: "the floods of 2017", "the crisis
//! prevailing in Norlandia", "the worst drought on record".

use crate::clause::{Chunk, ChunkKind, Determiner, VerbForm};
use crate::mention::{Strength, label};
use crate::token::Kind;

use super::{Found, Sight};

/// Nouns of what lasts, of which a year tells none from others.
const LASTING: [&str; 9] =
    ["situation", "dispute", "sanction", "settlement", "activity", "policy", "hostility", "tension", "violence"];

/// Verbs of which the past tense behind the noun of a deed can only be a participle: "the sanctions imposed on Norlandia".
const DONE: [&str; 5] = ["impose", "perpetrate", "commit", "inflict", "place"];

/// Verbs that tell where something goes on.
const GOING_ON: [&str; 9] = ["prevail", "rage", "unfold", "occur", "develop", "persist", "continue", "exist", "emerge"];

/// The tail of a phrase that compares a thing with all others of its kind.
const LONGEST: u32 = 5;

impl Sight<'_> {
    /// "the floods of 2017", "Floods in 2022", "the sad events of the summer of 2007".
    pub(super) fn dated_incident(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let one = matches!(chunk.determiner, Determiner::Definite | Determiner::Bare);
        let strikes = label::kind(&self.head.class) == "incident" && !naming.is_word(chunk.lemma, &LASTING);
        if !one || !strikes {
            return None;
        }
        let (date, end) = match self.date_behind() {
            Some(date) => (date, self.at + 3),
            None => self.season_behind()?,
        };
        let time = date.strip_prefix("in ").map_or_else(|| date.to_owned(), |time| format!("of {time}"));
        let form = format!("{} {time}", self.form(first, chunk.last, chunk));
        Some(self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, None, form))
    }

    /// "of the summer of 2007" behind the noun, and where it ends.
    fn season_behind(&self) -> Option<(&str, usize)> {
        let [joint, season, of, year] = self.chunks.get(self.at + 1..self.at + 5)? else { return None };
        let naming = self.naming;
        let seasons = ["spring", "summer", "autumn", "winter", "night", "morning", "month", "end"];
        let is_season = season.determiner == Determiner::Definite && naming.is_word(season.lemma, &seasons);
        let token = &naming.tokens[year.last as usize - 1];
        let is_year = token.kind == Kind::Number && token.span.len() == 4;
        let joins = naming.is_word(joint.word, &["of", "in"]) && naming.is_word(of.word, &["of"]);
        (joins && is_season && is_year).then(|| (naming.written(joint.first, year.last), self.at + 5))
    }

    /// "committed", "imposed" behind the noun of a deed.
    pub(super) fn is_committed(&self, joint: &Chunk) -> bool {
        let participle = joint.verb.is_some_and(|v| v.form == VerbForm::Participle && v.is_passive);
        let past = joint.verb.is_some_and(|v| v.form == VerbForm::Past && !v.is_passive);
        participle || past && joint.first == joint.head && self.naming.is_word(joint.lemma, &DONE)
    }

    /// "prevailing", "raging" behind the noun.
    pub(super) fn is_lasting(&self, joint: &Chunk) -> bool {
        let gerund = joint.verb.is_some_and(|v| v.form == VerbForm::Gerund);
        gerund && joint.first == joint.head && self.naming.is_word(joint.lemma, &GOING_ON)
    }

    /// "on record", "in forty years" behind "the worst drought": with what the worst is compared.
    pub(super) fn of_all(&self, first: u32) -> Option<&str> {
        let naming = self.naming;
        let best = ["worst", "deadliest", "gravest", "largest", "biggest", "longest", "strongest", "most"];
        let compares = naming.is_word(naming.tokens[first as usize].word, &best);
        let [joint, noun] = self.chunks.get(self.at + 1..self.at + 3)? else { return None };
        let joins = joint.kind == ChunkKind::Preposition && naming.is_word(joint.word, &["in", "on", "since", "of"]);
        let plain = noun.kind == ChunkKind::Noun && noun.mention.is_none() && noun.last - joint.first <= LONGEST;
        let dated = naming.tokens[noun.last as usize - 1].kind == Kind::Number;
        (compares && joins && plain && !dated).then(|| naming.written(joint.first, noun.last))
    }
}
