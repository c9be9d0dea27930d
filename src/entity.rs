//! Seed entities: the States, organisations, instruments, events and places that the program knows by
//! name, read from `seeds/entities/*.toml` and checked against the ontology.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use crate::ontology::Ontology;
use crate::seed::{SeedError, SeedErrors, SeedFile};

/// Identity of an entity: its IRI after the `id/` of the base, e.g. `state/CAN`.
pub type EntityId = Arc<str>;

/// How a name of several words is matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Case {
    /// In any case; single words and acronyms always with their capitals.
    #[default]
    Any,
    /// With its capitals: in lower case it is a common word.
    Exact,
}

/// A seed entity.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Identity.
    pub id: EntityId,
    /// Local name of its class.
    pub class: Arc<str>,
    /// Preferred label.
    pub name: String,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Adjectives that stand for a State.
    #[serde(default)]
    pub demonyms: Vec<String>,
    /// Nouns for the people of a State.
    #[serde(default)]
    pub nationals: Vec<String>,
    /// Capital of a State.
    pub capital: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub iso2: Option<String>,
    /// ISO 3166-1 alpha-3.
    pub iso3: Option<String>,
    /// United Nations M49 code, three digits.
    pub m49: Option<String>,
    /// Whether it no longer exists.
    #[serde(default)]
    pub former: bool,
    /// Parent bodies.
    #[serde(default)]
    pub part_of: Vec<EntityId>,
    /// Predecessors.
    #[serde(default)]
    pub succeeds: Vec<EntityId>,
    /// The State that a national body belongs to.
    pub of_state: Option<EntityId>,
    /// The State that a place lies in.
    pub in_state: Option<EntityId>,
    /// Year in which a body was founded.
    pub founded: Option<u16>,
    /// Year before which nothing bears its names.
    pub since: Option<u16>,
    /// The city in which a body has its seat.
    pub seat: Option<String>,
    /// The same thing elsewhere, e.g. `wd:Q81299`.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// How its names are matched.
    #[serde(default)]
    pub case: Case,
}

impl Entity {
    /// Preferred label and aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntityFile {
    #[serde(default)]
    entity: Vec<Spanned<Entity>>,
}

/// In which way a word names an entity; the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// The id, or the alpha-3 code of a State.
    Identity,
    /// The alpha-2 code of a State, which some bodies have for an acronym.
    ShortCode,
    /// The preferred label or an alias.
    Name,
}

/// All seed entities, sorted by id.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    all: Vec<Entity>,
    /// Names, codes and ids, folded by [`lookup_key`], to positions in `all`.
    by_name: BTreeMap<String, Vec<(Naming, usize)>>,
}

impl Entities {
    /// Reads and checks the entity files.
    ///
    /// # Errors
    /// Every fault found, with file and line: syntax, unknown class, an id twice, a name of two entities,
    /// a reference to an id that there is not.
    pub fn parse(files: &[SeedFile], ontology: &Ontology) -> Result<Self, SeedErrors> {
        let mut errors = Vec::new();
        let mut found: Vec<(&SeedFile, usize, Entity)> = Vec::new();
        for file in files {
            match toml::from_str::<EntityFile>(&file.text) {
                Ok(parsed) => found.extend(parsed.entity.into_iter().map(|e| (file, e.span().start, e.into_inner()))),
                Err(error) => errors.push(SeedError::toml(file, &error)),
            }
        }
        check(&found, ontology, &mut errors);
        if !errors.is_empty() {
            return Err(SeedErrors(errors));
        }
        let mut all: Vec<Entity> = found.into_iter().map(|(_, _, entity)| entity).collect();
        all.sort_by(|a, b| a.id.cmp(&b.id));
        let mut by_name: BTreeMap<String, Vec<(Naming, usize)>> = BTreeMap::new();
        for (position, entity) in all.iter().enumerate() {
            for (naming, name) in namings(entity) {
                by_name.entry(lookup_key(name)).or_default().push((naming, position));
            }
        }
        for named in by_name.values_mut() {
            named.sort_unstable();
            let mut seen = BTreeSet::new();
            named.retain(|(_, position)| seen.insert(*position));
        }
        Ok(Self { all, by_name })
    }

    /// All entities, sorted by id.
    #[must_use]
    pub fn all(&self) -> &[Entity] {
        &self.all
    }

    /// The entity of this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Entity> {
        self.all.binary_search_by(|e| (*e.id).cmp(id)).ok().map(|i| &self.all[i])
    }

    /// Position in [`Entities::all`] of the entity of this id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<u32> {
        self.all.binary_search_by(|e| (*e.id).cmp(id)).ok().map(|i| i as u32)
    }

    /// The entity of this name, alias, id or ISO code, in any case, with or without "the"; of several, that
    /// which it names most surely.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Entity> {
        self.named(name).next().map(|(_, entity)| entity)
    }

    /// Every entity of this name, alias, id or ISO code, the surest first.
    pub fn named(&self, name: &str) -> impl Iterator<Item = (Naming, &Entity)> {
        self.by_name.get(&lookup_key(name)).into_iter().flatten().map(|&(naming, i)| (naming, &self.all[i]))
    }
}

fn namings(entity: &Entity) -> impl Iterator<Item = (Naming, &str)> {
    let identities = [Some(&*entity.id), entity.iso3.as_deref()].into_iter().flatten();
    let short = entity.iso2.as_deref();
    identities
        .map(|code| (Naming::Identity, code))
        .chain(short.map(|code| (Naming::ShortCode, code)))
        .chain(entity.names().map(|name| (Naming::Name, name)))
}

/// A name folded for look-up: lower case, without accents, leading "the" and runs of space.
#[must_use]
pub fn lookup_key(name: &str) -> String {
    let plain = deunicode::deunicode(name).to_lowercase();
    let mut words = plain.split_whitespace().peekable();
    words.next_if_eq(&"the");
    words.collect::<Vec<_>>().join(" ")
}

fn check(found: &[(&SeedFile, usize, Entity)], ontology: &Ontology, errors: &mut Vec<SeedError>) {
    let mut ids: BTreeMap<&str, &SeedFile> = BTreeMap::new();
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for (file, at, entity) in found {
        if ids.insert(&entity.id, file).is_some() {
            errors.push(SeedError::at(file, *at, format!("`{}` is the id of another entity too", entity.id)));
        }
        if !ontology.has_class(&entity.class) {
            errors.push(SeedError::at(file, *at, format!("`{}` is not a class of the ontology", entity.class)));
        }
        if !entity.id.contains('/') || entity.id.contains(|c: char| c.is_whitespace() || !c.is_ascii()) {
            let message = format!("`{}` is no id: write kind/slug in ASCII without spaces", entity.id);
            errors.push(SeedError::at(file, *at, message));
        }
        if entity.names().any(|name| name.trim().is_empty()) {
            errors.push(SeedError::at(file, *at, format!("`{}` has an empty name", entity.id)));
        }
        for name in entity.names() {
            match names.insert(name, &entity.id) {
                Some(other) if other != &*entity.id => {
                    let message = format!("`{name}` is a name of `{other}` too: one of them must give it up");
                    errors.push(SeedError::at(file, *at, message));
                }
                _ => {}
            }
        }
    }
    for (file, at, entity) in found {
        let references = entity.part_of.iter().chain(&entity.succeeds).chain(&entity.of_state).chain(&entity.in_state);
        for reference in references.filter(|r| !ids.contains_key(&***r)) {
            let message = format!("`{}` refers to `{reference}`, which is no entity", entity.id);
            errors.push(SeedError::at(file, *at, message));
        }
    }
}
