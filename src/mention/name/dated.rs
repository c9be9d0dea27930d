//! What befalls somebody and is told by its time, or by what is said of it behind the noun: "the floods of 2017", "the crisis
//! prevailing in Norlandia", "the worst drought on record".

use crate::clause::{Chunk, ChunkKind, Determiner, VerbForm};
use crate::gazetteer::Form;
use crate::lexicon::MONTHS;
use crate::mention::{Mention, Strength, label};
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
    /// "in May 2010 | Resolution 12": the time stands before the name.
    pub(super) fn after_month(&self, start: u32) -> u32 {
        let naming = self.naming;
        let year = naming.tokens.get(start as usize + 1).filter(|t| t.kind == Kind::Number && t.span.len() == 4);
        let dated = year.is_some() && start + 2 <= self.chunk().head;
        if dated && naming.is_word(naming.tokens[start as usize].word, &MONTHS) { start + 2 } else { start }
    }

    /// "the floods of 2017", "Floods in 2022", "the sad events of the summer of 2007".
    pub(super) fn dated_incident(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        // "an earthquake on 5 May": nature strikes once on a day.
        let natural = ["earthquake", "hurricane", "cyclone", "typhoon", "tsunami", "flood", "storm"];
        let natural = naming.is_word(chunk.lemma, &natural);
        let once = chunk.determiner == Determiner::Indefinite && natural;
        let one = once || matches!(chunk.determiner, Determiner::Definite | Determiner::Bare);
        let strikes = label::kind(&self.head.class) == "incident" && !naming.is_word(chunk.lemma, &LASTING);
        if !one || !strikes {
            return None;
        }
        let (date, end) = match self.date_behind().or_else(|| self.day_behind().filter(|_| natural)) {
            Some(date) => (date, self.at + 3),
            None => self.season_behind().or_else(|| self.months_behind())?,
        };
        let mut time = date
            .strip_prefix("in ")
            .or_else(|| date.strip_prefix("on "))
            .map_or_else(|| date.to_owned(), |time| format!("of {time}"));
        let mut end = end;
        // "the floods of 2010 | and 2011"
        if let Some([and, year]) = self.chunks.get(end..end + 2) {
            let token = &naming.tokens[year.first as usize];
            let is_year = year.last == year.first + 1 && token.kind == Kind::Number && token.span.len() == 4;
            if is_year && chunk.is_plural && naming.is_word(and.word, &["and"]) {
                time = format!("{time} and {}", naming.written(year.first, year.last));
                end += 2;
            }
        }
        let form = format!("{} {time}", self.form(first, chunk.last, chunk));
        Some(self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, None, form))
    }

    /// "the intrusion into the network of the Ministry of Tides", in an account of what is done at home: an attack on what is there.
    pub(super) fn attack_on_system(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let [joint, noun] = self.chunks.get(self.at + 1..self.at + 3)? else { return None };
        let systems = ["network", "system", "website", "server", "database", "computer", "infrastructure"];
        let attack = naming.is_word(chunk.lemma, &["attack", "cyberattack", "intrusion", "breach"]);
        let joins = naming.is_word(joint.word, &["on", "against", "at", "into", "of"]);
        let system = noun.kind == ChunkKind::Noun && noun.mention.is_none() && naming.is_word(noun.lemma, &systems);
        // "the attack on the KA-SAT network": whosever that is.
        let named = (noun.first + 1..noun.head).any(|t| naming.tokens[t as usize].is_capitalised());
        let abroad = named || self.mentions_in(noun.first, noun.last).any(|m| m.class & naming.state != 0);
        if !naming.is_domestic || !attack || !joins || !system || abroad || chunk.determiner == Determiner::Bare {
            return None;
        }
        let of = self.chunks.get(self.at + 3).is_some_and(|c| naming.is_word(c.word, &["of"]));
        let whose = self.chunks.get(self.at + 4).filter(|c| of && c.kind == ChunkKind::Noun);
        let end = self.at + 3 + 2 * usize::from(whose.is_some());
        let last = self.chunks[end - 1].last;
        let owner = match whose.and_then(|c| self.mention_of(c)) {
            Some(m) if m.class & naming.state != 0 => Some(self.things.get(m.thing).id.clone()),
            _ => naming.speaker.cloned(),
        };
        let form = self.form(first, last, chunk);
        Some(self.found(chunk.first, last, end, Strength::Named, owner, form))
    }

    /// "the cyberattack on Harbour Trust": an attack on what bears a name.
    pub(super) fn attack_on_named(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let [on, noun] = self.chunks.get(self.at + 1..self.at + 3)? else { return None };
        let killing = naming.is_word(chunk.lemma, &["assassination"]);
        let erupts = naming.is_word(chunk.lemma, &["eruption"]);
        let attack = killing || erupts || naming.is_word(chunk.lemma, &["attack", "cyberattack", "bombing", "assault"]);
        let joints: &[&str] = if killing || erupts { &["of"] } else { &["on", "against", "at"] };
        let joins = on.kind == ChunkKind::Preposition && naming.is_word(on.word, joints);
        let from = noun.first + u32::from(noun.determiner != Determiner::Bare);
        // "the assassination of former Prime Minister Tern"
        let before = (from < noun.head).then(|| naming.tokens[from as usize].word);
        let title = killing && before.is_some_and(|w| naming.is_word(w, &["former", "late", "then"]));
        let from = from + u32::from(title);
        let bears = (from..=noun.head).all(|t| naming.tokens[t as usize].is_capitalised()) && !noun.is_genitive;
        let some = naming.is_word(noun.lemma, &["state", "government", "member", "power", "charter"]) || noun.is_plural;
        // "attacks on Christians"
        let people =
            self.mention_of(noun).is_none() && from == noun.head && naming.written(from, noun.last).ends_with('s');
        let body =
            !people && self.mention_of(noun).is_none_or(|m| m.strength == Strength::Named && m.last == noun.last);
        if !attack || !joins || !bears || some || !body || from > noun.head || noun.kind != ChunkKind::Noun {
            return None;
        }
        // "the House | of Representatives"
        let of = |at: usize| self.chunks.get(at).is_some_and(|c| naming.is_word(c.word, &["of"]));
        let plain = |c: &Chunk| {
            let capital = (c.first..c.last).all(|t| naming.tokens[t as usize].is_capitalised());
            c.kind == ChunkKind::Noun && c.mention.is_none() && c.determiner == Determiner::Bare && capital
        };
        let whole =
            self.mention_of(noun).is_none() && of(self.at + 3) && self.chunks.get(self.at + 4).is_some_and(plain);
        let end = self.at + 3 + 2 * usize::from(whole);
        let last = self.chunks[end - 1].last;
        let form = self.form(first, last, chunk);
        // "the attack on the Norlandian Parliament": an organ of a State, no embassy, which stands elsewhere.
        let abroad = naming.is_word(noun.lemma, &["embassy", "consulate"]);
        let within = self.mentions_in(noun.first, noun.last).find(|m| m.class & naming.state != 0 && m.first == from);
        let whose = within.filter(|m| m.form == Form::Demonym && !abroad);
        // In an account of what is done at home, what no list knows is at home.
        let at_home = naming.is_domestic && self.mention_of(noun).is_none();
        let whose = whose.map(|m| self.things.get(m.thing).id.clone());
        let owner = whose.or_else(|| naming.speaker.filter(|_| at_home).cloned());
        Some(self.found(chunk.first, last, end, Strength::Named, owner, form))
    }

    /// "Sanctions | were imposed | on Norlandia": whom they strike is told behind the verb.
    pub(super) fn imposed_behind(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let [verb, on, noun] = self.chunks.get(self.at + 1..self.at + 4)? else { return None };
        let imposes = verb.verb.is_some_and(|v| v.is_passive) && naming.is_word(verb.lemma, &["impose"]);
        let deed = naming.is_word(chunk.lemma, &["sanction", "embargo", "blockade", "measure", "siege"]);
        let joins = on.kind == ChunkKind::Preposition && naming.is_word(on.word, &["on", "upon", "against"]);
        // "on Norlandia", "on the Norlandian people"
        let whole =
            |m: &Mention| m.last == noun.last || naming.is_word(noun.lemma, &["people", "nation", "population"]);
        let struck = self.mention_of(noun).filter(|m| m.class & naming.state != 0 && whole(m))?;
        let joint = if naming.is_word(chunk.lemma, &["blockade", "siege"]) { "of" } else { "against" };
        (imposes && deed && joins && !noun.is_genitive).then(|| {
            let place = naming.land_in_name(struck, self.things);
            let form = format!("{} {joint} {place}", self.form(first, chunk.last, chunk));
            let owner = Some(self.things.get(struck.thing).id.clone());
            self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, owner, form)
        })
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

    /// "of April and May 2015".
    fn months_behind(&self) -> Option<(&str, usize)> {
        let [joint, first, and, last] = self.chunks.get(self.at + 1..self.at + 5)? else { return None };
        let naming = self.naming;
        let month =
            |c: &Chunk| c.kind == ChunkKind::Noun && naming.is_word(naming.tokens[c.first as usize].word, &MONTHS);
        let token = &naming.tokens[last.last as usize - 1];
        let is_year = token.kind == Kind::Number && token.span.len() == 4;
        let joins = naming.is_word(joint.word, &["of", "in"]) && naming.is_word(and.word, &["and"]);
        (joins && month(first) && month(last) && is_year).then(|| (naming.written(joint.first, last.last), self.at + 5))
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
        // "in half | a century"
        let half = naming.is_word(noun.word, &["half"]);
        let behind = self.chunks.get(self.at + 3).filter(|c| half && c.kind == ChunkKind::Noun && c.mention.is_none());
        let last = behind.map_or(noun.last, |c| c.last);
        (compares && joins && plain && !dated).then(|| naming.written(joint.first, last))
    }
}
