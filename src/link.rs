//! What extraction yields: links with their evidence, the things discovered, and the parts of the
//! document. Plain data between `extract` and everything that writes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::ontology::Ontology;

pub use crate::entity::EntityId;

/// How far the thing said is realised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// It happened.
    Done,
    /// It holds now.
    Ongoing,
    /// Work towards it is under way.
    Preparing,
    /// It will be or is intended.
    Planned,
    /// It should be.
    Urged,
    /// It is hoped for.
    Hoped,
    /// It can or may be.
    Possible,
}

impl Modality {
    /// All values, in order.
    pub const ALL: [Self; 7] =
        [Self::Done, Self::Ongoing, Self::Preparing, Self::Planned, Self::Urged, Self::Hoped, Self::Possible];

    /// The word in tables.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Ongoing => "ongoing",
            Self::Preparing => "preparing",
            Self::Planned => "planned",
            Self::Urged => "urged",
            Self::Hoped => "hoped",
            Self::Possible => "possible",
        }
    }

    /// The modality of a word in tables.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|modality| modality.as_str() == word)
    }

    /// Local name of the individual in the ontology.
    #[must_use]
    pub const fn local_name(self) -> &'static str {
        match self {
            Self::Done => "Done",
            Self::Ongoing => "Ongoing",
            Self::Preparing => "InPreparation",
            Self::Planned => "Planned",
            Self::Urged => "Urged",
            Self::Hoped => "Hoped",
            Self::Possible => "Possible",
        }
    }

    /// Whether the thing said is real: done or ongoing.
    #[must_use]
    pub const fn is_realised(self) -> bool {
        matches!(self, Self::Done | Self::Ongoing)
    }
}

/// Whether the text affirms or denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// The text affirms it.
    Affirmed,
    /// The text denies it.
    Negated,
}

impl Polarity {
    /// The polarity of a word in tables.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Affirmed, Self::Negated].into_iter().find(|polarity| polarity.as_str() == word)
    }

    /// The word in tables.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Affirmed => "affirmed",
            Self::Negated => "negated",
        }
    }

    /// Local name of the individual in the ontology.
    #[must_use]
    pub const fn local_name(self) -> &'static str {
        match self {
            Self::Affirmed => "Affirmed",
            Self::Negated => "Negated",
        }
    }
}

/// Whether a link of this kind is a fact, stated as a plain triple too. A statement is not a fact: it must be
/// affirmed, and realised or of a relation in which the speech act is the fact.
#[must_use]
pub fn is_fact(ontology: &Ontology, relation: &str, modality: Modality, polarity: Polarity) -> bool {
    polarity == Polarity::Affirmed && (modality.is_realised() || ontology.is_speech_act(relation))
}

/// Words of a document and their place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Passage {
    /// First code point, counted in the decoded text.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The text from `start` to `end`, as it stands.
    pub quote: String,
}

/// A sum of money as the text has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Amount {
    /// The words, e.g. `more than $3.6 million`.
    pub text: String,
    /// The number in units of the currency, in decimal notation, e.g. `3600000`.
    pub value: String,
    /// The currency sign or word as printed, e.g. `$`, `S$`, `euros`.
    pub symbol: String,
}

/// One statement found in a text: who stands in which relation to what, according to whom, in which words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Link {
    /// Who acts.
    pub subject: EntityId,
    /// Local name of the relation in the ontology.
    pub relation: Arc<str>,
    /// What the relation leads to.
    pub object: EntityId,
    /// How far it is realised.
    pub modality: Modality,
    /// Whether it is affirmed.
    pub polarity: Polarity,
    /// Whose statement it is.
    pub stated_by: EntityId,
    /// Index into [`Extraction::parts`].
    pub part: u32,
    /// The words that state it: first the sentence or list item that names the object, then an inherited stem.
    pub evidence: Vec<Passage>,
    /// The rule that found it.
    pub rule: Arc<str>,
    /// When, as far as the text says: possibly reduced date of the thing said, e.g. `2013`.
    pub date: Option<String>,
    /// How much.
    pub amount: Option<Amount>,
    /// Share, 0 to 1 as a decimal, of right links among those that the rule found and readers judged.
    pub confidence: Option<Arc<str>>,
}

/// An entity that is named in a document: a seed, or a thing discovered in the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NamedEntity {
    /// Identity.
    pub id: EntityId,
    /// Local name of its class in the ontology.
    pub class: Arc<str>,
    /// Preferred label: of the seed, or a function of the identity.
    pub label: String,
    /// Forms met in the text that differ from the label; empty for seeds.
    pub forms: Vec<String>,
    /// The State that it belongs to, for things of one State.
    pub of_state: Option<EntityId>,
    /// Whether it is a seed entity: its names stand in the seeds, not in the document's graph.
    pub is_seed: bool,
}

/// What a part of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PartKind {
    /// The views that one Government submitted, reproduced in a compilation.
    Reply,
    /// A speech or statement.
    Statement,
    /// A headed part in which no State speaks: the Secretariat's introduction.
    Section,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Part {
    /// Identity below the document's: `reply/CAN`, `statement`, `section/introduction`.
    pub key: String,
    /// What it is.
    pub kind: PartKind,
    /// Heading as printed, where there is one.
    pub heading: Option<String>,
    /// The State (or group) that speaks.
    pub submitted_by: Option<EntityId>,
    /// Date of the reply or statement, possibly reduced.
    pub date: Option<String>,
    /// BCP 47 tag of the original language.
    pub language: Option<String>,
}

/// Everything that one document yields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extraction {
    /// Identifier of the document.
    pub document: String,
    /// Facts of the document, from outside the text or from its front matter: title, symbol, date, language.
    pub metadata: crate::document::Metadata,
    /// Session as printed, e.g. `Seventieth session`.
    pub session: Option<String>,
    /// Agenda item as printed, e.g. `93`.
    pub agenda_item: Option<String>,
    /// SHA-256 of the input bytes.
    pub sha256: String,
    /// Number of input bytes.
    pub n_bytes: u64,
    /// Its parts, in text order.
    pub parts: Vec<Part>,
    /// Every entity that a link or part refers to, sorted by id, each once.
    pub entities: Vec<NamedEntity>,
    /// The links, sorted by place of evidence, then subject, relation, object; no two equal.
    pub links: Vec<Link>,
}
