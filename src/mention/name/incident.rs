//! Names of what befalls a place, and of the place where the phrase tells it.

use crate::clause::{ChunkKind, Determiner};
use crate::entity::EntityId;
use crate::gazetteer::Form;
use crate::mention::{Mention, Strength, label};
use crate::token::Kind;

use super::{Found, Sight};

/// "Israeli occupation": the adjective names who does it, not whom it befalls.
const DONE_BY: [&str; 19] = [
    "aggression",
    "occupation",
    "invasion",
    "annexation",
    "blockade",
    "embargo",
    "attack",
    "siege",
    "bombing",
    "violence",
    "offensive",
    "incursion",
    "shelling",
    "settlement",
    "activity",
    "policy",
    "intervention",
    "raid",
    "airstrike",
];

/// Adjectives that tell an incident from others of its kind, though no name has them.
const TELLING: [&str; 15] = [
    "devastating",
    "terrible",
    "tragic",
    "severe",
    "brutal",
    "unprecedented",
    "catastrophic",
    "horrific",
    "protracted",
    "unjust",
    "unjustified",
    "unjustifiable",
    "atrocious",
    "cowardly",
    "despicable",
];

/// Nouns of parts of a country.
const LANDS: [&str; 12] = [
    "region",
    "province",
    "district",
    "island",
    "city",
    "town",
    "village",
    "enclave",
    "peninsula",
    "area",
    "state",
    "capital",
];

/// The tail of an incident.
struct Scene {
    /// One past its last chunk.
    end: usize,
    /// The State or place that it names.
    place: Option<u32>,
    /// Whose it is where that is told by a pronoun: "on our power plants".
    owner: Option<EntityId>,
}

impl Sight<'_> {
    /// Something that befalls a place: "humanitarian crisis in Gaza", "attacks on its power plants in 2014".
    pub(super) fn incident(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        if matches!(chunk.determiner, Determiner::Quantity) {
            return None;
        }
        // "the de-occupation of the port"
        let word = naming.word_start(chunk.head);
        let undone = word < chunk.head && naming.written(word, word + 1).eq_ignore_ascii_case("de");
        if undone || self.is_under(word) || self.is_supposed() {
            return None;
        }
        let first = self.first_modifier();
        // "the more than fifty-year embargo"
        let than = (first..chunk.head).rev().find(|&t| naming.is_word(naming.tokens[t as usize].word, &["than"]));
        let first = than.map_or(first, |t| t + 1);
        if let Some(found) = self.between(first) {
            return Some(found);
        }
        // "a settlement of the dispute", "the settlements of Westmark", "acts of hostility"; a "Council for Reconciliation" is a body.
        let of = self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"]));
        let single = of && naming.is_word(chunk.lemma, &["settlement"])
            || naming.is_word(chunk.lemma, &["settlement", "hostility"]) && !chunk.is_plural;
        let peace = naming.is_word(chunk.lemma, &["reconciliation", "transition"]);
        if single || peace && naming.tokens[chunk.head as usize].is_capitalised() {
            return None;
        }
        let series = &*self.head.class == "EventSeries";
        if series && let Some(found) = self.talks(first) {
            return Some(found);
        }
        let political = peace || (first..chunk.head).any(|i| naming.heads.is_political(naming.tokens[i as usize].word));
        if series && !political {
            return None;
        }
        if naming.is_word(chunk.lemma, &["assassination"]) {
            return self.attack_on_named(first);
        }
        let before = self.mentions_in(first, chunk.head).find(|m| self.is_territory(m));
        let befallen = before.filter(|_| !naming.is_word(chunk.lemma, &DONE_BY)).map(|m| m.thing);
        if let Some(found) = self.struck(first).filter(|_| befallen.is_none()) {
            return Some(found);
        }
        let Scene { end, place, owner } = self.scene(befallen);
        let last = self.chunks[end - 1].last;
        // "the election of Norlandia to the Council": into an office.
        let to_office = self.chunks.get(end).is_some_and(|c| naming.is_word(c.word, &["to", "as"]));
        if to_office && naming.is_word(chunk.lemma, &["election"]) {
            return None;
        }
        // "the transition of our economies"
        if peace && owner.is_some() && self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"])) {
            return None;
        }
        if owner.is_some() {
            let form = self.form(first, last, chunk);
            let form = match owner.as_ref().and_then(|owner| self.in_own_country(&form, owner)) {
                Some(form) => self.in_one_form(form, first, true),
                None => form,
            };
            return Some(self.found(chunk.first, last, end, Strength::Named, owner, form));
        }
        if place.is_none()
            && let Some(found) =
                self.suffered(first).or_else(|| self.dated_incident(first)).or_else(|| self.imposed_behind(first))
        {
            return Some(found);
        }
        if place.is_none()
            && let Some(found) = self
                .attack_on_named(first)
                .or_else(|| self.attack_on_system(first))
                .or_else(|| self.befallen_there(first))
                .or_else(|| self.befallen_where(first))
                .or_else(|| self.in_unlisted_place(first))
        {
            return Some(found);
        }
        let Some(place) = place.filter(|&p| !self.is_too_wide(p)) else {
            if series || place.is_some() || naming.is_word(chunk.lemma, &["dispute"]) {
                return None;
            }
            return self.unplaced(first, before);
        };
        let place = self.things.get(place);
        let is_state = place.class_bit & naming.state != 0;
        // "the conflicts in Africa" are no individual ones.
        if chunk.is_plural && (!is_state && place.in_state.is_none() || before.is_none() && end == self.at + 1) {
            return None;
        }
        let owner = if is_state { Some(place.id.clone()) } else { place.in_state.clone() };
        let mut form = self.incident_form(self.fair_start(first), last, before, owner.is_some());
        if end == self.at + 1 && self.is_second_twin() {
            form = singular(&form);
        } else if naming.is_word(chunk.lemma, &["crisis"]) {
            form = form.replace("crises", "crisis");
        }
        Some(self.found(chunk.first, last, end, Strength::Named, owner, form))
    }

    /// What befalls somebody of whom the phrase does not tell: "a devastating earthquake", "the Norlandian occupation".
    fn unplaced(&self, first: u32, before: Option<&Mention>) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        if let Some(found) = self.dated_election(first).or_else(|| self.deed_of(first, before)) {
            return Some(found);
        }
        // "free and fair elections": any, some day.
        if chunk.determiner == Determiner::Bare && naming.is_word(chunk.lemma, &["election"]) {
            return self.election_of_kind(first);
        }
        // "suffered catastrophic floods": of whom, the verb may tell.
        let vague = (first..chunk.head).all(|i| naming.heads.is_vague(naming.tokens[i as usize].word));
        let common = (first..chunk.head).any(|i| self.is_common(i)) || (vague && first < chunk.head);
        // "a devastating earthquake": where nothing else tells it from others, what is no part of a name may.
        let telling = (chunk.first..chunk.head).find(|&i| {
            let word = naming.tokens[i as usize].word;
            naming.is_word(word, &TELLING)
        });
        let first = telling.unwrap_or(first).min(first);
        // "cyberattacks" alone are no individual ones.
        let form = self.form(first, chunk.last, chunk);
        let described = first < naming.word_start(chunk.head) && !common && !naming.heads.is_generic(&form);
        // "multiple crises" are any.
        let any = chunk.is_plural && naming.is_word(chunk.lemma, &["crisis"]);
        let bare = ["situation", "measure", "killing", "slaughter", "onslaught", "upheaval", "impasse"];
        // "the crisis of multilateralism", "the tragedies of our era"
        let figure = naming.is_word(chunk.lemma, &["crisis", "tragedy", "conflict", "war"])
            && self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"]));
        if !described || any || figure || naming.is_word(chunk.lemma, &bare) {
            return self.election_of_kind(first);
        }
        let form = self.of_all(first).map_or(form.clone(), |compared| format!("{form} {compared}"));
        Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Described, None, form))
    }

    /// "the Norlandian occupation": done by one State only, and so known without its place.
    fn deed_of(&self, first: u32, before: Option<&Mention>) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let deed = naming.is_word(chunk.lemma, &["occupation", "invasion", "aggression", "annexation"]);
        let doer = before.filter(|m| m.form == Form::Demonym && m.class & naming.state != 0)?;
        let speaks = naming.speaker == Some(&self.things.get(doer.thing).id);
        let one = !chunk.is_plural && matches!(chunk.determiner, Determiner::Bare | Determiner::Definite);
        // What bears the name of a State and no more: "the Norlandian colonial occupation" has it too.
        let form = self.form(doer.first.max(first), chunk.last, chunk);
        // "the Norlandian invasion and occupation of Westmark": what follows tells the place of both.
        let shared = self.chunks.get(self.at + 1..self.at + 4).is_some_and(|next| {
            next[0].kind == ChunkKind::Coordinator && naming.is_word(next[2].word, &["of", "against", "in"])
        });
        (deed && one && !speaks && !shared)
            .then(|| self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form))
    }

    /// Whether the phrase is the second of "the Norlandian and the Westmarkian crises".
    fn is_second_twin(&self) -> bool {
        let Some([before, and]) = self.at.checked_sub(2).and_then(|b| self.chunks.get(b..b + 2)) else { return false };
        let twin = self.mention_of(before).is_some_and(|m| label::kind(&self.things.get(m.thing).class) == "incident");
        let lacks_noun = self.naming.heads.head(before.lemma).is_none();
        self.chunk().is_plural && twin && lacks_noun && self.naming.is_word(and.word, &["and"])
    }

    /// "freedom of speech is under attack in Norlandia"
    fn is_under(&self, word: u32) -> bool {
        let chunk = self.chunk();
        let under = self.at > 0 && self.naming.is_word(self.chunks[self.at - 1].word, &["under"]);
        under && chunk.determiner == Determiner::Bare && !chunk.is_plural && chunk.first == word
    }

    /// "In Norlandia, we hope for an end of the conflict": the place with which the sentence begins tells which.
    fn befallen_there(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let [joint, noun, comma] = self.chunks.get(..3)? else { return None };
        let place = self.mention_of(noun).filter(|m| m.class & naming.state != 0 && m.last == noun.last)?;
        let told = naming.is_word(joint.word, &["in"]) && comma.kind == ChunkKind::Comma && !noun.is_genitive;
        let others = self.mentions.iter().any(|m| {
            m.first > noun.last
                && m.last <= chunk.first
                && self.is_territory(m)
                && naming.speaker != Some(&self.things.get(m.thing).id)
        });
        // "the peace process" of some is known by another name.
        let known = naming.heads.process_of(&self.things.get(place.thing).id).is_some();
        let lasting = naming.is_word(chunk.lemma, &["crisis", "conflict", "situation", "war", "violence", "fighting"])
            || !known && naming.is_word(chunk.lemma, &["process", "transition"]);
        if !told || others || !lasting || chunk.is_plural || chunk.determiner != Determiner::Definite {
            return None;
        }
        let place_name = naming.place_in_name(place, self.things);
        let form = format!("{} in {place_name}", self.form(first, chunk.last, chunk));
        let owner = Some(self.things.get(place.thing).id.clone());
        Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, owner, form))
    }

    /// "the situation in Africa" is a topic, no individual one.
    fn is_too_wide(&self, place: u32) -> bool {
        let continent = matches!(
            &*self.things.get(place).id,
            "place/africa"
                | "place/asia"
                | "place/europe"
                | "place/americas"
                | "place/latin-america"
                | "place/latin-america-and-the-caribbean"
        );
        continent
            && self.naming.is_word(
                self.chunk().lemma,
                &[
                    "situation",
                    "conflict",
                    "tension",
                    "unrest",
                    "turmoil",
                    "strife",
                    "transition",
                    "hostility",
                    "reconciliation",
                ],
            )
    }

    /// Follows the tail of an incident, of which `place` is known already.
    fn scene(&self, place: Option<u32>) -> Scene {
        let naming = self.naming;
        let mut scene = Scene { end: self.at + 1, place, owner: None };
        let mut limit = self.at + 4;
        while let (Some(joint), Some(noun)) = (self.chunks.get(scene.end), self.chunks.get(scene.end + 1)) {
            let committed = self.is_committed(joint) || self.is_lasting(joint);
            let preposition = if committed { noun } else { joint };
            // "the blockade imposed by X against Y": X does it, Y suffers it.
            let by = naming.is_word(preposition.word, &["by"]) && !naming.is_word(self.chunk().lemma, &["measure"]);
            let joins = preposition.kind == ChunkKind::Preposition
                && (naming.is_word(preposition.word, &["in", "on", "upon", "of", "against", "at"])
                    || (committed && by));
            let step = if committed { 3 } else { 2 };
            let Some(noun) = self.chunks.get(scene.end + step - 1) else { break };
            if !joins || noun.kind != ChunkKind::Noun || scene.end > limit {
                break;
            }
            // "imposed by the Government | of X | on Y": X does it.
            let does = by && !naming.is_word(joint.lemma, &["face", "suffer", "experience", "endure"]);
            if does && naming.is_word(noun.lemma, &["government", "authority", "administration", "regime"]) {
                scene.end += step + 2 * usize::from(self.leads_to_place(scene.end + step));
                limit = scene.end;
                continue;
            }
            let mention = self.mention_of(noun).filter(|m| !by && self.is_territory(m));
            // "the crisis of | 1997 struck Norlandia": a year, and what is said after it.
            let year = naming.tokens[noun.first as usize].kind == Kind::Number && noun.last > noun.first + 1;
            if year && mention.is_some_and(|m| m.first > noun.first + 1) {
                break;
            }
            // "on our Westmarkian friends": theirs, not ours.
            let theirs = self.mentions_in(noun.first, noun.head).find(|m| m.form == Form::Demonym);
            let theirs = theirs.filter(|m| m.class & naming.state != 0).map(|m| self.things.get(m.thing).id.clone());
            let pointed = matches!(noun.determiner, Determiner::First | Determiner::Third);
            let owner = theirs.filter(|_| pointed).or_else(|| self.possessor(noun));
            // "the effects of the crisis on our economy"
            let aside =
                naming.is_word(self.chunk().lemma, &["crisis"]) && naming.is_word(preposition.word, &["on", "upon"]);
            let own = owner.is_some() && !aside;
            let befalls = !aside && naming.is_word(preposition.word, &["of", "on", "upon", "against"]);
            // "the embargo against Norlandia in the near future"
            let elsewhere = scene.place.is_some() && naming.is_word(preposition.word, &["in", "at", "on"]);
            let dated = (noun.first..noun.last).any(|t| naming.tokens[t as usize].kind == Kind::Number);
            if elsewhere && mention.is_none() && !dated && !self.leads_to_place(scene.end + step) {
                break;
            }
            if mention.is_none()
                && !own
                && scene.place.is_none()
                && !befalls
                && !by
                && !self.leads_to_place(scene.end + step)
            {
                break;
            }
            scene.end += step;
            // "the war of aggression | of X | against Y": of what kind it is does not count.
            limit += if naming.is_word(noun.lemma, &["aggression"]) { step } else { 0 };
            // "the occupation of Norlandia's | regions of Ternia"
            let part = self.chunks.get(scene.end).filter(|c| noun.is_genitive && naming.is_word(c.lemma, &LANDS));
            if part.is_some() && !naming.is_word(self.chunk().lemma, &["sanction"]) {
                scene.end += 1 + 2 * usize::from(self.leads_to_place(scene.end + 1));
                scene.place = scene.place.or(mention.map(|m| m.thing));
                break;
            }
            // "the aggression of X against Y": Y suffers it.
            let suffers = mention.filter(|_| naming.is_word(preposition.word, &["against"])).map(|m| m.thing);
            scene.place = suffers.or(scene.place).or(mention.map(|m| m.thing));
            if own && scene.place.is_none() {
                scene.owner = owner;
                break;
            }
            // Sanctions last: a day behind them is of something else.
            if scene.place.is_some() && naming.is_word(self.chunk().lemma, &["sanction"]) {
                break;
            }
        }
        scene
    }

    pub(super) fn is_territory(&self, mention: &Mention) -> bool {
        mention.class & (self.naming.state | self.naming.territory) != 0
    }
}

/// "crises": "crisis"
pub(super) fn singular(plural: &str) -> String {
    match plural.strip_suffix("crises") {
        Some(stem) => format!("{stem}crisis"),
        None => plural.trim_end_matches('s').to_owned(),
    }
}
