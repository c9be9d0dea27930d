//! The one loop: from a document to its links. Pure: no input makes it fail, and what it yields depends on
//! the document, the seeds, the rules and the ontology alone.

mod account;
pub mod stem;
pub mod sense;
pub mod sentence;
pub mod actor;
mod office;
mod pronoun;
pub mod doer;
mod among;
mod known;
pub mod find;
mod begun;
pub mod modality;
pub mod quantity;
pub mod settle;
pub mod describe;
pub mod weigh;

use crate::document::Document;
use crate::entity::{Entities, EntityId};
use crate::gazetteer::Gazetteer;
use crate::lexicon::{Lexicon, MONTHS, Word};
use crate::link::{Extraction, Modality, PartKind, Passage, Polarity};
use crate::mention::Things;
use crate::mention::coreference::Recent;
use crate::mention::head::Heads;
use crate::ontology::Ontology;
use crate::rule::Rules;
use crate::seed::{SeedErrors, SeedFiles};
use crate::sentence::sentences;
use crate::structure::{Block, Structure, structure};
use crate::text::Span;
use crate::weights::Weights;

/// Everything that extraction works from, loaded and checked once.
#[derive(Clone, Debug)]
pub struct Extractor {
    ontology: Ontology,
    entities: Entities,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    heads: Heads,
    rules: Rules,
    weights: Weights,
    known: Known,
}

/// Words and classes that the code itself asks for.
#[derive(Clone, Debug, Default)]
struct Known {
    of: Word,
    by: Word,
    like: Word,
    between: Word,
    as_: Word,
    places: Vec<Word>,
    times: Vec<Word>,
    /// Prepositions before those who do the same.
    beside: Vec<Word>,
    held: Vec<Word>,
    /// Prepositions before the State that something befalls.
    against: Vec<Word>,
    /// Nouns that add nothing to the name of a body: "the United Nations system".
    structures: Vec<Word>,
    /// "need" and "have to": the first alone tells of an obligation.
    needs: Vec<Word>,
    first_person: Vec<Word>,
    /// Words of becoming party to a treaty, behind which "it" stands for one.
    joining: Vec<Word>,
    /// Pronouns that can only be subjects.
    nominative: Vec<Word>,
    third_person: Vec<Word>,
    state: u128,
    territory: u128,
    event: u128,
    incident: u128,
    treaty: u128,
    organisation: u128,
    document: u128,
    series: u128,
    plan: u128,
    /// What a State has of its own, by the relation that tells so.
    own: [(&'static str, u128); 3],
    editions: rustc_hash::FxHashMap<(u32, String), u32>,
    /// Adjectives and names of peoples that several States have, and these States.
    shared: rustc_hash::FxHashMap<String, Vec<u32>>,
}

impl Extractor {
    /// Loads and checks ontology, entities and rules.
    ///
    /// # Errors
    /// Every fault of the data files, with file and line.
    pub fn new(files: &SeedFiles) -> Result<Self, SeedErrors> {
        let missing = || crate::seed::SeedError::new("ontology", 0, "ontology.ttl is missing");
        let turtle = files.ontology.iter().find(|f| f.name.ends_with("ontology.ttl")).ok_or_else(missing)?;
        let ontology = Ontology::parse(turtle)?;
        let entities = Entities::parse(&files.entities, &ontology)?;
        let mut lexicon = Lexicon::parse(&files.rules)?;
        let heads = Heads::parse(&files.rules, &ontology, &entities, &mut lexicon)?;
        let rules = Rules::parse(&files.rules, &ontology, &mut lexicon)?;
        let weights = files.weights.as_ref().map(|file| Weights::parse(file, &ontology)).transpose()?;
        let gazetteer = Gazetteer::new(&entities, &ontology, &mut lexicon);
        let known = Known::new(&ontology, &entities, &mut lexicon);
        Ok(Self { ontology, entities, lexicon, gazetteer, heads, rules, weights: weights.unwrap_or_default(), known })
    }

    /// The ontology.
    #[must_use]
    pub const fn ontology(&self) -> &Ontology {
        &self.ontology
    }

    /// The seed entities.
    #[must_use]
    pub const fn entities(&self) -> &Entities {
        &self.entities
    }

    /// The words that are known.
    #[must_use]
    pub const fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The rules.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Everything that `document` yields.
    #[must_use]
    pub fn extract(&self, document: &Document) -> Extraction {
        let structure = structure(document, &self.entities);
        let mut reading = self.reading(document);
        self.read(&structure, &mut reading);
        settle::settle(self, document, structure, reading)
    }

    /// The sentences of `document` that name two things and gave no link.
    #[must_use]
    pub fn silent(&self, document: &Document) -> Vec<Passage> {
        let structure = structure(document, &self.entities);
        let mut reading = self.reading(document);
        self.read(&structure, &mut reading);
        settle::silent(document, &structure, &reading)
    }

    /// How each sentence of `document` is read, for those who write rules.
    #[must_use]
    pub fn describe(&self, document: &Document) -> String {
        let mut reading = Reading { log: Some(String::new()), ..self.reading(document) };
        self.read(&structure(document, &self.entities), &mut reading);
        reading.log.unwrap_or_default()
    }

    /// The drafts of what the speaker says in `document`, as they are weighed: for those who fit the weights.
    #[must_use]
    pub fn weighed(&self, document: &Document) -> Vec<weigh::Weighed> {
        let mut reading = Reading { weighed: Some(Vec::new()), ..self.reading(document) };
        self.read(&structure(document, &self.entities), &mut reading);
        reading.weighed.unwrap_or_default()
    }

    fn reading(&self, document: &Document) -> Reading {
        let matter = self.heads.of_matter(document.metadata.title.as_deref().unwrap_or_default(), &document.text);
        Reading { matter, ..Reading::of(document) }
    }

    fn read(&self, structure: &Structure, reading: &mut Reading) {
        for (index, block) in structure.blocks.iter().enumerate() {
            let part = &structure.parts[block.part as usize];
            if reading.part != Some(block.part) {
                reading.enter(block.part);
                reading.is_domestic = part.kind == PartKind::Reply || account::is_account(&structure.blocks[index..]);
            }
            let Some(speaker) = part.submitted_by.as_ref() else { continue };
            let stem = block.stem.map(|s| &structure.blocks[s as usize]);
            self.block(block, index, speaker, stem, reading);
        }
    }

    fn block(&self, block: &Block, index: usize, speaker: &EntityId, stem: Option<&Block>, reading: &mut Reading) {
        let text = block.text.text();
        for (position, span) in sentences(text).into_iter().enumerate() {
            reading.sentence += 1;
            let place = Place { block: index as u32, part: block.part, span, lead: None };
            let n_drafts = reading.drafts.len();
            if let Some(continued) = self.continued(block, stem.filter(|_| position == 0), span) {
                let place = Place { lead: Some(continued.lead), ..place };
                self.sentence(&continued.text, place, speaker, reading);
                if reading.drafts[n_drafts..].iter().any(|d| d.weight != Weight::Fallback) {
                    continue;
                }
                // Behind its stem it says nothing: perhaps it does by itself.
                reading.drafts.truncate(n_drafts);
            }
            self.sentence(text, place, speaker, reading);
            if self.tells_of_home(n_drafts, reading) {
                reading.at_home = Some(reading.sentence);
            }
        }
    }
}

impl Known {
    fn new(ontology: &Ontology, entities: &Entities, lexicon: &mut Lexicon) -> Self {
        let structures = ["system", "structure", "institution", "family", "framework"];
        let structures = structures.iter().map(|noun| lexicon.intern_noun(noun)).collect();
        let [of, by, like, between, as_] = ["of", "by", "like", "between", "as"].map(|w| lexicon.word(w));
        let mut words = |list: &[&str]| list.iter().map(|w| lexicon.intern(w)).collect::<Vec<_>>();
        Self {
            of,
            by,
            like,
            between,
            as_,
            places: words(&["in", "at", "within", "under", "of", "through", "to", "on", "during", "with", "for"]),
            against: words(&["in", "of", "against", "on"]),
            structures,
            needs: words(&["need", "have"]),
            beside: words(&["together_with", "along_with", "alongside", "in_concert_with", "in_conjunction_with"]),
            held: words(&[
                "hold",
                "take",
                "convene",
                "organize",
                "co-organize",
                "launch",
                "open",
                "host",
                "co-host",
                "cohost",
                "conclude",
            ]),
            times: words(
                &[&["year", "month", "week", "day", "decade", "time", "morning", "century"], &MONTHS[..]].concat(),
            ),
            joining: words(&["ratify", "accede", "adhere", "accession", "adherence"]),
            nominative: words(&["we", "i", "they", "he", "she", "it"]),
            first_person: words(&["we", "i", "us", "me", "ourselves", "myself"]),
            third_person: words(&["it", "they", "them", "their"]),
            state: ontology.mask(&["State"]),
            territory: ontology.mask(&["State", "Place"]),
            event: ontology.mask(&["Event"]),
            incident: ontology.mask(&["Incident", "War"]),
            treaty: ontology.mask(&["Treaty"]),
            organisation: ontology.mask(&["Organisation"]),
            document: ontology.mask(&["Report"]),
            series: ontology.mask(&["EventSeries"]),
            plan: ontology.mask(&["Strategy"]),
            own: ["hasStrategy", "hasLaw", "hasBody"].map(|relation| (relation, ontology.objects(relation, "State"))),
            editions: editions(entities),
            shared: shared(entities),
        }
    }
}

/// Things that are one mandate or edition of a series: by the series and the years in their name.
fn editions(entities: &Entities) -> rustc_hash::FxHashMap<(u32, String), u32> {
    let mut editions = rustc_hash::FxHashMap::default();
    for (position, entity) in entities.all().iter().enumerate() {
        let years: Vec<&str> = entity.name.split(|c: char| !c.is_ascii_digit()).filter(|y| y.len() == 4).collect();
        if years.is_empty() {
            continue;
        }
        for series in entity.part_of.iter().filter_map(|id| entities.position(id)) {
            editions.insert((series, years.join("-")), position as u32);
        }
    }
    editions
}

/// "Congolese": the adjectives and names of peoples that several States have, and these States.
fn shared(entities: &Entities) -> rustc_hash::FxHashMap<String, Vec<u32>> {
    let mut shared: rustc_hash::FxHashMap<String, Vec<u32>> = rustc_hash::FxHashMap::default();
    for (position, entity) in entities.all().iter().enumerate() {
        for form in entity.demonyms.iter().chain(&entity.nationals) {
            shared.entry(form.clone()).or_default().push(position as u32);
        }
    }
    shared.retain(|_, states| states.len() > 1);
    shared
}

/// Where a sentence stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    block: u32,
    part: u32,
    /// The sentence in the block's text.
    span: Span,
    /// Of a list item that is read behind its stem, the bytes of the stem.
    lead: Option<u32>,
}

/// How a link was found: what may give way to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// By a rule for a relation that no default gets right.
    Fact,
    /// By a rule for a soft relation.
    Soft,
    /// By the class of the thing alone.
    Fallback,
}

/// A link before it is settled: things by position, words by place.
#[derive(Clone, Debug)]
struct Draft {
    subject: u32,
    relation: std::sync::Arc<str>,
    object: u32,
    modality: Modality,
    polarity: Polarity,
    stated_by: u32,
    place: Place,
    rule: std::sync::Arc<str>,
    date: Option<String>,
    amount: Option<crate::link::Amount>,
    weight: Weight,
    /// Whether the stem of the list item was needed for it.
    from_stem: bool,
    /// Place of the mention in the block, for cutting long quotes.
    mention: Span,
    /// Of a mention, what the words around it tell.
    leaning: Option<weigh::Leaning>,
}

/// For how many sentences a speech goes on to speak of what is done at home, once it has told of several things there.
const AT_HOME: u32 = 1;

/// What is carried from sentence to sentence of one document.
#[derive(Debug, Default)]
struct Reading {
    things: Things,
    recent: Recent,
    drafts: Vec<Draft>,
    /// Sentences that name two things or more.
    crowded: Vec<Place>,
    part: Option<u32>,
    /// The State that speaks in the part, once a sentence was read.
    speaker: Option<u32>,
    sentence: u32,
    /// The year of the document, where it is known: what is past and what is to come.
    year: Option<u16>,
    /// The seeds that have short forms throughout the document, by its matter.
    matter: Vec<u32>,
    /// Whether the part tells of what is done at home: what it names belongs to the State that speaks.
    is_domestic: bool,
    /// The last sentence that told of several bodies, laws or plans of the State that speaks.
    at_home: Option<u32>,
    /// The State that acted last, for "it".
    last_actor: Option<u32>,
    buffers: sentence::Buffers,
    /// How sentences were read, where somebody wants to know.
    log: Option<String>,
    /// Drafts as they are weighed, likewise.
    weighed: Option<Vec<weigh::Weighed>>,
}

impl Reading {
    fn of(document: &Document) -> Self {
        let year = document.metadata.date.as_deref().and_then(|date| date.get(..4)?.parse().ok());
        Self { year, ..Self::default() }
    }

    fn enter(&mut self, part: u32) {
        self.part = Some(part);
        self.speaker = None;
        self.recent.clear();
        self.last_actor = None;
        self.at_home = None;
        self.sentence += 100;
    }

    /// Whether what is named here and tells no owner belongs to the State that speaks: throughout an account of what is done at
    /// home, and in a speech shortly after it has told of what it has.
    fn is_about_home(&self) -> bool {
        self.is_domestic || self.at_home.is_some_and(|told| self.sentence - told <= AT_HOME)
    }
}

impl Place {
    /// What is read: the sentence in its block, or the stem and the item.
    fn read(self, text: &str) -> Span {
        self.lead.map_or(self.span, |_| Span::new(0, text.len() as u32))
    }

    /// The place in the block of a byte of what is read.
    fn in_block(self, at: u32) -> u32 {
        self.lead.map_or(at, |lead| at.saturating_sub(lead) + self.span.start)
    }
}
