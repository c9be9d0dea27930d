//! What befalls a place, in one form however it is put: "the Norlandian crisis" is the "crisis in Norlandia", and so is one of
//! "the crises in Norlandia and Westmark".

use crate::clause::{ChunkKind, Determiner};
use crate::entity::EntityId;
use crate::gazetteer::Form;
use crate::lexicon::Word;
use crate::mention::{Mention, Strength, Things, label};

use super::{Found, Naming, Sight};

/// Nouns of what goes on in a place, of which each place has one; whoever has a part in it, no adjective tells.
const COURSES: [&str; 6] = ["situation", "conflict", "crisis", "tragedy", "famine", "drought"];

impl Naming<'_> {
    /// What a place is called in the name of what befalls it.
    pub(super) fn place_in_name(&self, place: &Mention, things: &Things) -> String {
        match place.form == Form::Name {
            true => self.land_in_name(place, things),
            false => self.written(place.first, place.last).to_owned(),
        }
    }

    /// The same of a place that an adjective tells.
    pub(super) fn land_in_name(&self, place: &Mention, things: &Things) -> String {
        let thing = things.get(place.thing);
        label::with_article(label::state_in_name(&thing.id, &thing.label))
    }

    /// "the Norlandian crisis", "the Saltmouth crisis": what a noun with nothing but a place before it names.
    pub(super) fn course_in(&self, noun: Word, place: &Mention, things: &Things) -> Option<String> {
        let course = COURSES.iter().find(|course| self.is_word(noun, &[course]))?;
        let is_place =
            place.class & (self.state | self.territory) != 0 && matches!(place.form, Form::Name | Form::Demonym);
        is_place.then(|| format!("{course} in {}", self.land_in_name(place, things)))
    }
}

impl Sight<'_> {
    /// "in Norlandia, where a crisis is looming": the place of which the clause tells.
    pub(super) fn befallen_where(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let relative = self.at.checked_sub(1).filter(|&b| self.chunks[b].kind == ChunkKind::Relative)?;
        let before = relative.checked_sub(1)?;
        let before = before.checked_sub(usize::from(self.chunks[before].kind == ChunkKind::Comma))?;
        let noun = &self.chunks[before];
        let place = self.mention_of(noun).filter(|m| self.is_territory(m) && m.last == noun.last)?;
        let lasting = ["crisis", "conflict", "situation", "war", "violence", "fighting", "famine", "drought"];
        let one = matches!(chunk.determiner, Determiner::Bare | Determiner::Definite | Determiner::Indefinite)
            && !chunk.is_plural
            && !chunk.is_genitive;
        let told = naming.is_word(self.chunks[relative].word, &["where"])
            && naming.is_word(chunk.lemma, &lasting)
            && self.chunks.get(self.at + 1).is_some_and(|c| c.verb.is_some());
        if !told || !one || noun.is_genitive {
            return None;
        }
        let thing = self.things.get(place.thing);
        let is_state = place.class & naming.state != 0;
        // "the border with Norlandia, where a war", "in western parts of the world, where the war ended"
        let beside = before.checked_sub(1).is_some_and(|b| naming.is_word(self.chunks[b].word, &["with"]));
        if beside || !is_state && thing.in_state.is_none() {
            return None;
        }
        let owner = if is_state { Some(thing.id.clone()) } else { thing.in_state.clone() };
        let form = format!("{} in {}", self.form(first, chunk.last, chunk), naming.place_in_name(place, self.things));
        Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, owner, form))
    }

    /// Whether a place is no town, where others talk.
    fn is_land(&self, place: &Mention) -> bool {
        let state = place.class & self.naming.state != 0;
        matches!(place.form, Form::Name | Form::Demonym) && (state || self.things.get(place.thing).in_state.is_none())
    }

    /// The name of an incident of tokens `first..last`, with the place that stands `before` its noun; what befalls a State is one.
    pub(super) fn incident_form(&self, first: u32, last: u32, before: Option<&Mention>, of_state: bool) -> String {
        let naming = self.naming;
        let chunk = self.chunk();
        let joined = |t: u32| naming.tokens.get(t as usize).is_some_and(|t| t.is_joined);
        let leads = |m: &&Mention| last == chunk.head + 1 && m.first == first && !joined(m.first) && !joined(m.last);
        let course = before.filter(leads).and_then(|m| match m.last == chunk.head {
            true => naming.course_in(chunk.lemma, m, self.things),
            // "the Norlandian peace process"
            false if &*self.head.class == "EventSeries" && self.is_land(m) => {
                let told = self.form(m.last, last, chunk);
                Some(format!("{told} in {}", naming.land_in_name(m, self.things)))
            }
            false => None,
        });
        if let Some(course) = course {
            return course;
        }
        self.in_one_form(self.form(first, last, chunk), first, of_state)
    }

    /// The words of an incident whose name begins at token `first`: "sanctions imposed on Norlandia", "sanctions against Norlandia".
    pub(super) fn in_one_form(&self, form: String, first: u32, of_state: bool) -> String {
        let naming = self.naming;
        let chunk = self.chunk();
        let told = self.form(first, chunk.head + 1, chunk);
        let Some(rest) = form.strip_prefix(&told) else { return form };
        let one = chunk.is_plural
            && of_state
            && (naming.is_word(chunk.lemma, &COURSES) || naming.is_word(chunk.lemma, &["war"]));
        let told = if one { one_of(&told) } else { told };
        let rest = rest
            .replace(" not only in ", " in ")
            .replace(" today in ", " in ")
            .replace(" in both ", " in ")
            .replace(" on both ", " on ");
        format!("{told}{}", self.settled(said_of(&rest)))
    }

    /// "the peace process in my country": what it is called by all others.
    pub(super) fn in_own_country(&self, form: &str, owner: &EntityId) -> Option<String> {
        let (told, noun) = form.rsplit_once(' ')?;
        let (told, whose) = told.rsplit_once(' ')?;
        let own = matches!(whose, "my" | "our") && matches!(noun, "country" | "nation" | "homeland");
        let state = self.things.by_id(owner).filter(|_| own)?;
        Some(format!("{told} {}", label::with_article(label::state_in_name(&state.id, &state.label))))
    }

    /// "imposed on Norlandia", "upon Norlandia", "against Norlandia": one and the same after the noun of what is done to it.
    fn settled(&self, rest: &str) -> String {
        let noun = self.chunk().lemma;
        let is = |list: &[&str]| self.naming.is_word(noun, list);
        let joint = match () {
            () if is(&["sanction", "embargo", "aggression", "measure"]) => "against",
            () if is(&["blockade", "siege"]) => "of",
            () if is(&["attack", "bombing"]) => "on",
            () if is(&["situation"]) && rest.ends_with("eninsula") => "on",
            () if is(&COURSES) => "in",
            () => return rest.to_owned(),
        };
        let told = rest;
        let place = match is(&COURSES) {
            true => [" of ", " in ", " on "].iter().find_map(|joint| told.strip_prefix(joint)),
            false => [" on ", " upon ", " against ", " of "].iter().find_map(|joint| told.strip_prefix(joint)),
        };
        // "the aggression of Norlandia", "the embargo of Westmark": who does it.
        let by = is(&["sanction", "embargo", "aggression", "attack", "bombing", "measure"]) && told.starts_with(" of ");
        let place = place.filter(|_| !by);
        // "the situation of the minority in Norlandia" is not that of Norlandia.
        let small = |word: &str| matches!(word, "the" | "of" | "and" | "former" | "region" | "peninsula");
        let named = |place: &&str| place.split(' ').all(|word| small(word) || word.starts_with(char::is_uppercase));
        place.filter(named).map_or_else(|| rest.to_owned(), |place| format!(" {joint} {place}"))
    }

    /// "the port of Saltmouth", "two chapels in Saltmouth": whether a preposition and a place stand at chunk `at`.
    pub(super) fn leads_to_place(&self, at: usize) -> bool {
        let of = self.chunks.get(at).is_some_and(|c| self.naming.is_word(c.word, &["of", "in"]));
        let noun = self.chunks.get(at + 1).and_then(|c| self.mention_of(c));
        of && noun.is_some_and(|m| self.is_territory(m))
    }
}

/// Words that lead from an incident to its place or its doer.
const LEADING: [&str; 16] = [
    " imposed",
    " placed",
    " perpetrated",
    " committed",
    " carried out",
    " inflicted",
    " waged",
    " prevailing",
    " raging",
    " unfolding",
    " occurring",
    " persisting",
    " continuing",
    " existing",
    " emerging",
    " developing",
];

/// "committed in Norlandia", "waged by Westmark against Norlandia": the place, without what leads to it.
fn said_of(rest: &str) -> &str {
    let joints = [" in ", " on ", " upon ", " against ", " at "];
    let Some(told) = LEADING.iter().find_map(|word| rest.strip_prefix(word)) else { return rest };
    if joints.iter().any(|joint| told.starts_with(joint)) {
        return told;
    }
    let against = told.starts_with(" by ").then(|| told.rfind(" against ")).flatten();
    against.map_or(rest, |at| &told[at..])
}

/// "humanitarian crises": "humanitarian crisis"
pub(super) fn one_of(several: &str) -> String {
    let stem = |ending: &str, one: &str| several.strip_suffix(ending).map(|stem| format!("{stem}{one}"));
    stem("crises", "crisis")
        .or_else(|| stem("ies", "y"))
        .or_else(|| stem("s", ""))
        .unwrap_or_else(|| several.to_owned())
}
