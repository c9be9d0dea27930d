//! What befalls a place, in one form however it is put: "the Norlandian crisis" is the "crisis in Norlandia", and so is one of
//! "the crises in Norlandia and Westmark".

use crate::entity::EntityId;
use crate::gazetteer::Form;
use crate::lexicon::Word;
use crate::mention::{Mention, Things, label};

use super::{Naming, Sight};

/// Nouns of what goes on in a place, of which each place has one; whoever has a part in it, no adjective tells.
const COURSES: [&str; 6] = ["situation", "conflict", "crisis", "tragedy", "famine", "drought"];

impl Naming<'_> {
    /// What a place is called in the name of what befalls it.
    pub(super) fn place_in_name(&self, place: &Mention, things: &Things) -> String {
        let thing = things.get(place.thing);
        match place.class & self.state != 0 && place.form == Form::Name {
            true => label::with_article(label::state_in_name(&thing.id, &thing.label)),
            false if place.form == Form::Name => label::with_article(&thing.label),
            false => self.written(place.first, place.last).to_owned(),
        }
    }

    /// "the Norlandian crisis": what a noun with nothing but the adjective of a State before it names.
    pub(super) fn course_in(&self, noun: Word, state: &Mention, things: &Things) -> Option<String> {
        let course = COURSES.iter().find(|course| self.is_word(noun, &[course]))?;
        let thing = things.get(state.thing);
        let place = label::with_article(label::state_in_name(&thing.id, &thing.label));
        (state.class & self.state != 0).then(|| format!("{course} in {place}"))
    }
}

impl Sight<'_> {
    /// The name of an incident of tokens `first..last`, with the place that stands `before` its noun; what befalls a State is one.
    pub(super) fn incident_form(&self, first: u32, last: u32, before: Option<&Mention>, of_state: bool) -> String {
        let naming = self.naming;
        let chunk = self.chunk();
        let joined = |t: u32| naming.tokens.get(t as usize).is_some_and(|t| t.is_joined);
        let alone = |m: &&Mention| m.first == first && m.last == chunk.head && !joined(m.first) && !joined(m.last);
        let course = before
            .filter(|_| last == chunk.head + 1)
            .filter(alone)
            .and_then(|m| naming.course_in(chunk.lemma, m, self.things));
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
        format!("{told}{}", self.settled(rest))
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
            () if is(&["sanction", "embargo"]) => "against",
            () if is(&["blockade", "siege"]) => "of",
            () if is(&["tragedy"]) => "in",
            () => return rest.to_owned(),
        };
        let told = rest.strip_prefix(" imposed").unwrap_or(rest);
        let place = [" on ", " upon ", " against ", " of "].iter().find_map(|joint| told.strip_prefix(joint));
        let named = |place: &&str| place.strip_prefix("the ").unwrap_or(place).starts_with(char::is_uppercase);
        place.filter(named).map_or_else(|| rest.to_owned(), |place| format!(" {joint} {place}"))
    }
}

/// "humanitarian crises": "humanitarian crisis"
pub(super) fn one_of(several: &str) -> String {
    let stem = |ending: &str, one: &str| several.strip_suffix(ending).map(|stem| format!("{stem}{one}"));
    stem("crises", "crisis")
        .or_else(|| stem("ies", "y"))
        .or_else(|| stem("s", ""))
        .unwrap_or_else(|| several.to_owned())
}
