//! Mentions of things in a sentence, and the identity of the things that one document names: seeds, and
//! things discovered in the text. The kinds of name are found in the sub-modules.

mod beside;
mod programme;
mod ratified;
pub mod head;
pub mod symbol;
pub mod name;
pub mod label;
pub mod coreference;
pub mod country;

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::entity::{Entities, EntityId};
use crate::gazetteer::Form;
use crate::ontology::Ontology;

/// How firmly a mention names its thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strength {
    /// By a name: mentioning it is a link.
    Named,
    /// By a short form or pronoun that points back to a name.
    Anaphor,
    /// By a description of an individual thing: a link only where a rule states one.
    Described,
}

/// A mention: tokens `first..last` of a sentence stand for a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
    /// The thing: position in [`Things`].
    pub thing: u32,
    /// Form of a seed's name.
    pub form: Form,
    /// How firmly it names.
    pub strength: Strength,
    /// Whether its own phrase says whose it is: "our …", "… of Norlandia".
    pub is_owned: bool,
    /// Whether the phrase says that the thing is nobody's own: "the existing international framework".
    pub is_common: bool,
    /// Whether it stands inside a longer name, and so says nothing by itself.
    pub is_inside: bool,
    /// The class of the thing, as a bit of [`Ontology::mask`].
    pub class: u128,
}

impl Mention {
    /// A phrase between two tokens that stands for a thing of this class that was named before.
    pub(crate) const fn anaphor(first: u32, last: u32, thing: u32, class: u128) -> Self {
        let (form, strength) = (Form::Name, Strength::Anaphor);
        Self { first, last, thing, form, strength, is_owned: false, is_common: false, is_inside: false, class }
    }
}

/// A thing that a document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Identity.
    pub id: EntityId,
    /// Local name of the class.
    pub class: Arc<str>,
    /// The class as a bit of [`Ontology::mask`].
    pub class_bit: u128,
    /// Label.
    pub label: String,
    /// Forms met in the text.
    pub forms: BTreeSet<String>,
    /// The State that it belongs to.
    pub of_state: Option<EntityId>,
    /// The State in which a place is.
    pub in_state: Option<EntityId>,
    /// Position in [`Entities::all`] of a seed.
    pub seed: Option<u32>,
}

impl Thing {
    /// The seed at position `seed` of `entities`.
    #[must_use]
    pub fn of_seed(seed: u32, entities: &Entities, ontology: &Ontology) -> Self {
        let entity = &entities.all()[seed as usize];
        Self {
            id: entity.id.clone(),
            class: entity.class.clone(),
            class_bit: ontology.class_index(&entity.class).map_or(0, |i| 1 << i),
            label: entity.name.clone(),
            forms: BTreeSet::new(),
            of_state: entity.of_state.clone(),
            in_state: entity.in_state.clone(),
            seed: Some(seed),
        }
    }
}

/// The things of one document, each once.
#[derive(Clone, Debug, Default)]
pub struct Things {
    all: Vec<Thing>,
    by_id: FxHashMap<EntityId, u32>,
    by_seed: FxHashMap<u32, u32>,
    /// Acronyms that the document defines.
    acronyms: FxHashMap<String, u32>,
}

impl Things {
    /// The thing at `position`.
    #[must_use]
    pub fn get(&self, position: u32) -> &Thing {
        &self.all[position as usize]
    }

    /// All things, in order of first mention.
    #[must_use]
    pub fn all(&self) -> &[Thing] {
        &self.all
    }

    /// The seed at position `seed` of `entities`.
    pub fn seed(&mut self, seed: u32, entities: &Entities, ontology: &Ontology) -> u32 {
        if let Some(&position) = self.by_seed.get(&seed) {
            return position;
        }
        self.insert(Thing::of_seed(seed, entities, ontology))
    }

    /// The seed of this id.
    pub fn seed_by_id(&mut self, id: &str, entities: &Entities, ontology: &Ontology) -> Option<u32> {
        let seed = entities.position(id)?;
        Some(self.seed(seed, entities, ontology))
    }

    /// A discovered thing; if its identity is known already, `form` is added to it.
    pub fn discovered(&mut self, thing: Thing, form: &str) -> u32 {
        let label = thing.label.clone();
        let position = match self.by_id.get(&thing.id) {
            Some(&position) => {
                // "the conflicts in Norlandia and Westmark" tells of a seed whom it befalls.
                let known = &mut self.all[position as usize];
                known.of_state = known.of_state.take().or(thing.of_state.filter(|_| thing.seed.is_some()));
                position
            }
            None => self.insert(thing),
        };
        let known = &mut self.all[position as usize];
        if form != label && known.seed.is_none() {
            known.forms.insert(form.to_owned());
        }
        position
    }

    fn insert(&mut self, thing: Thing) -> u32 {
        let position = self.all.len() as u32;
        self.by_id.insert(thing.id.clone(), position);
        if let Some(seed) = thing.seed {
            self.by_seed.insert(seed, position);
        }
        self.all.push(thing);
        position
    }

    /// Makes a discovered body that belongs to nobody yet a body of the State that set it up.
    pub fn adopt(&mut self, position: u32, state: &EntityId) {
        let thing = &mut self.all[position as usize];
        // What is the world's by its name stays so, whoever set it up.
        let of_world = ["Global ", "International ", "World "].iter().any(|start| thing.label.starts_with(start));
        if thing.seed.is_some() || thing.of_state.is_some() || &*thing.class != "Organisation" || of_world {
            return;
        }
        thing.id = label::id("body", Some(state), &label::key(&thing.label));
        thing.class = "NationalBody".into();
        thing.of_state = Some(state.clone());
    }

    /// The thing of this identity, where it is known.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// The thing of this identity.
    #[must_use]
    pub fn by_id(&self, id: &EntityId) -> Option<&Thing> {
        self.by_id.get(id).map(|&position| self.get(position))
    }

    /// Whether a thing of this identity is known.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// Lets the identity of `other`, which is `thing` under another name, stand for `thing` from now on.
    pub fn rename(&mut self, other: u32, thing: u32) {
        let id = self.get(other).id.clone();
        self.by_id.insert(id, thing);
    }

    /// Remembers that the document uses `acronym` for `thing`.
    pub fn define(&mut self, acronym: &str, thing: u32) {
        self.acronyms.entry(acronym.to_owned()).or_insert(thing);
    }

    /// The thing for which the document defined `acronym`.
    #[must_use]
    pub fn defined(&self, acronym: &str) -> Option<u32> {
        self.acronyms.get(acronym).copied()
    }
}
