//! The nouns that head names of the open class, read from the rule files: which class each heads, in what
//! shapes, and which words are no part of a name.

mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use toml::Spanned;

use crate::entity::Entities;
use crate::lexicon::{Lexicon, Word, WordMap, WordSet};
use crate::ontology::Ontology;
use crate::seed::{SeedError, SeedErrors, SeedFile};

use super::beside::{Beside, BesideTable};
use super::{Thing, label};

/// The shapes in which a noun heads a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shapes(u8);

impl Shapes {
    /// Capitalised words.
    pub const CAPITAL: Self = Self(1);
    /// A lower-case description of an individual thing of somebody's own.
    pub const OWN: Self = Self(2);
    /// Something asked for.
    pub const SOUGHT: Self = Self(4);
    /// Built on a known name.
    pub const COMPOSED: Self = Self(8);
    /// Something that befalls.
    pub const INCIDENT: Self = Self(16);

    /// A name only with its number: "Order No. 8".
    pub const NUMBERED: Self = Self(32);

    /// An event with the place where it is held.
    pub const PLACED: Self = Self(64);

    /// Something done to somebody, where the clause tells to whom.
    pub const SUFFERED: Self = Self(128);

    /// Both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any shape of `other` is in the set.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "capital" => Self::CAPITAL,
            "own" => Self::OWN,
            "sought" => Self::SOUGHT,
            "composed" => Self::COMPOSED,
            "incident" => Self::INCIDENT,
            "numbered" => Self::NUMBERED,
            "placed" => Self::PLACED,
            "suffered" => Self::SUFFERED,
            _ => return None,
        })
    }
}

/// A noun that heads names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Local name of the class.
    pub class: Arc<str>,
    /// Its bit in [`Ontology::mask`].
    pub class_bit: u128,
    /// Shapes.
    pub shapes: Shapes,
}

/// The data about names of the open class.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    heads: WordMap<Head>,
    /// Nouns that head names only right after one of these words.
    after: WordMap<Vec<(Head, Vec<Word>)>>,
    /// All of these and the nouns of short forms.
    all: WordSet,
    /// The nouns among them that are acronyms, as written.
    acronyms: Vec<(String, Head)>,
    dropped: WordSet,
    vague: WordSet,
    alone: WordSet,
    courtesy: WordSet,
    kin: WordSet,
    political: WordSet,
    ballots: WordSet,
    topics: WordSet,
    accounts: WordSet,
    /// Lower-case noun of a short form to the classes that it may stand for.
    short: WordMap<u128>,
    /// Capitalised noun with a standing sense: to the seed's position.
    standing: WordMap<u32>,
    /// Seeds with the short forms that stand for them where certain things are spoken of.
    beside: Beside,
    /// Capitalised forms, in lower case, that many things have.
    generic: FxHashSet<String>,
    /// The seeds that are incidents, by each of their names.
    incidents: FxHashMap<String, Thing>,
    /// The seeds that are documents with a number, by their number, and the protocols.
    documents: FxHashMap<String, Thing>,
}

#[derive(Deserialize, Default)]
struct NamesFile {
    #[serde(default)]
    head: Vec<Spanned<HeadEntry>>,
    drop: Option<WordsEntry>,
    vague: Option<WordsEntry>,
    alone: Option<WordsEntry>,
    courtesy: Option<WordsEntry>,
    kin: Option<WordsEntry>,
    political: Option<WordsEntry>,
    ballots: Option<WordsEntry>,
    topics: Option<WordsEntry>,
    accounts: Option<WordsEntry>,
    generic: Option<GenericEntry>,
    #[serde(default)]
    short: BTreeMap<String, String>,
    #[serde(default)]
    standing: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    beside: BesideTable,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadEntry {
    class: String,
    nouns: String,
    /// The words of which one must stand right before the noun.
    after: Option<String>,
    shapes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsEntry {
    words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GenericEntry {
    forms: Vec<String>,
}

impl Heads {
    /// Reads `[[head]]`, `[drop]`, `[short]`, `[standing]` and `[beside]` of the rule files.
    ///
    /// # Errors
    /// Syntax, an unknown class or shape, an unknown entity, each with file and line.
    pub fn parse(
        files: &[SeedFile],
        ontology: &Ontology,
        entities: &Entities,
        lexicon: &mut Lexicon,
    ) -> Result<Self, SeedErrors> {
        let mut heads = Self::default();
        heads.add_seeds(ontology, entities);
        let mut errors = Vec::new();
        for file in files {
            match toml::from_str::<NamesFile>(&file.text) {
                Ok(names) => heads.add(file, names, ontology, entities, lexicon, &mut errors),
                Err(error) => errors.push(SeedError::toml(file, &error)),
            }
        }
        if errors.is_empty() { Ok(heads) } else { Err(SeedErrors(errors)) }
    }

    fn add(
        &mut self,
        file: &SeedFile,
        names: NamesFile,
        ontology: &Ontology,
        entities: &Entities,
        lexicon: &mut Lexicon,
        errors: &mut Vec<SeedError>,
    ) {
        for entry in names.head {
            let at = entry.span().start;
            match head(entry.get_ref(), ontology) {
                Ok(head) => {
                    for noun in entry.get_ref().nouns.split_whitespace() {
                        let word = lexicon.intern_noun(noun);
                        self.all.insert(word);
                        if let Some(before) = &entry.get_ref().after {
                            let before = before.split_whitespace().map(|w| lexicon.intern(w)).collect();
                            self.after.or_default(word).push((head.clone(), before));
                            continue;
                        }
                        if self.heads.get(&word).is_some() {
                            let message =
                                format!("`{noun}` heads an entry before this one: one of the two needs `after`");
                            errors.push(SeedError::at(file, at, message));
                        }
                        self.heads.insert(word, head.clone());
                        if noun.len() > 2 && noun.bytes().all(|b| b.is_ascii_uppercase()) {
                            self.acronyms.push((noun.to_owned(), head.clone()));
                        }
                    }
                }
                Err(message) => errors.push(SeedError::at(file, at, message)),
            }
        }
        let lists = [
            (&mut self.dropped, names.drop),
            (&mut self.vague, names.vague),
            (&mut self.alone, names.alone),
            (&mut self.courtesy, names.courtesy),
            (&mut self.kin, names.kin),
            (&mut self.political, names.political),
            (&mut self.ballots, names.ballots),
            (&mut self.topics, names.topics),
            (&mut self.accounts, names.accounts),
        ];
        for (set, entry) in lists {
            for word in entry.iter().flat_map(|d| d.words.split_whitespace()) {
                set.insert(lexicon.intern(word));
            }
        }
        self.generic.extend(names.generic.into_iter().flat_map(|g| g.forms));
        for (class, nouns) in &names.short {
            for noun in nouns.split_whitespace() {
                let word = lexicon.intern_noun(noun);
                self.all.insert(word);
                *self.short.or_default(word) |= ontology.mask(&[class]);
            }
        }
        self.beside.add(file, names.beside, entities, errors);
        for (noun, id) in &names.standing {
            match entities.position(id.get_ref()) {
                Some(position) => {
                    self.standing.insert(lexicon.intern(noun), position);
                }
                None => errors.push(SeedError::at(file, id.span().start, format!("`{}` is no entity", id.get_ref()))),
            }
        }
    }

    /// Remembers the incidents among the seeds by each of their names, and the documents by their number.
    fn add_seeds(&mut self, ontology: &Ontology, entities: &Entities) {
        for (position, entity) in entities.all().iter().enumerate() {
            let incident = label::kind(&entity.class) == "incident";
            for name in entity.names() {
                let numbered = ["A/", "S/", "General Assembly resolution ", "Security Council resolution "];
                let protocol = label::kind(&entity.class) == "treaty" && name.contains("Protocol");
                let is_number = protocol || numbered.iter().any(|start| name.starts_with(start));
                if incident || is_number {
                    let thing = Thing::of_seed(position as u32, entities, ontology);
                    match is_number {
                        true => self.documents.entry(name.to_owned()).or_insert(thing),
                        false => self.incidents.entry(label::slug(&label::key(name))).or_insert(thing),
                    };
                }
            }
        }
    }

    /// Whether a noun of this lemma heads any name or short form; an invented word with an acronym in it does too.
    #[must_use]
    pub fn may_head(&self, lemma: Word) -> bool {
        self.all.contains(&lemma)
    }

    /// What a noun of this lemma heads.
    #[must_use]
    pub fn head(&self, lemma: Word) -> Option<&Head> {
        self.heads.get(&lemma)
    }

    /// What a noun of this lemma heads right after `before`: "a nationally determined contribution".
    #[must_use]
    pub fn head_after(&self, lemma: Word, before: Word) -> Option<&Head> {
        self.after.get(&lemma)?.iter().find(|(_, words)| words.contains(&before)).map(|(head, _)| head)
    }

    /// What an invented word heads that has the acronym of a noun in it: "tunCERT", "CSIRT-gt".
    #[must_use]
    pub fn compound(&self, written: &str) -> Option<&Head> {
        let n_capitals = written.bytes().filter(u8::is_ascii_uppercase).count();
        let within = |(acronym, _): &&(String, Head)| {
            n_capitals >= acronym.len() && written.len() > acronym.len() && written.contains(acronym.as_str())
        };
        self.acronyms.iter().find(within).map(|(_, head)| head)
    }

    /// The seed that is an incident of this name, however the name is spelled.
    #[must_use]
    pub fn incident(&self, key: &[String]) -> Option<&Thing> {
        self.incidents.get(&label::slug(key))
    }

    /// The seed that is the document of this number.
    #[must_use]
    pub fn document(&self, number: &str) -> Option<&Thing> {
        self.documents.get(number)
    }

    /// Whether many things are called so.
    #[must_use]
    pub fn is_generic(&self, form: &str) -> bool {
        self.generic.contains(&form.to_lowercase())
    }

    /// The classes that "the NOUN" may stand for.
    #[must_use]
    pub fn short(&self, lemma: Word) -> Option<u128> {
        self.short.get(&lemma).copied()
    }

    /// The seed for which a short form stands beside one of the things with these identifiers.
    pub fn beside<'a>(&self, form: &str, ids: impl Iterator<Item = &'a str>) -> Option<u32> {
        self.beside.seed(form, ids)
    }

    /// The seeds that have short forms throughout a text with this title.
    #[must_use]
    pub fn of_matter(&self, title: &str, text: &str) -> Vec<u32> {
        self.beside.of_matter(title, text)
    }

    /// The one of `seeds`, which have short forms throughout a text, that is called so.
    #[must_use]
    pub fn called(&self, form: &str, seeds: &[u32]) -> Option<u32> {
        self.beside.one_of(form, seeds)
    }

    /// The seed of "the peace process" of a State or place of this id.
    #[must_use]
    pub fn process_of(&self, id: &str) -> Option<u32> {
        self.beside("the peace process", std::iter::once(id))
    }

    /// The seed that capitalised "the NOUN" stands for where nothing nearer fits.
    #[must_use]
    pub fn standing(&self, lemma: Word) -> Option<u32> {
        self.standing.get(&lemma).copied()
    }
}

fn head(entry: &HeadEntry, ontology: &Ontology) -> Result<Head, String> {
    let Some(index) = ontology.class_index(&entry.class) else {
        return Err(format!("`{}` is not a class of the ontology", entry.class));
    };
    let mut shapes = Shapes::default();
    for name in &entry.shapes {
        match Shapes::named(name) {
            Some(shape) => shapes.0 |= shape.0,
            None => {
                return Err(format!(
                    "`{name}` is no shape of a name: capital, own, sought, composed, incident, numbered, placed or suffered"
                ));
            }
        }
    }
    Ok(Head { class: entry.class.as_str().into(), class_bit: 1 << index, shapes })
}
