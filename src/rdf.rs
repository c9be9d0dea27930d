//! From what extraction yields to RDF, and nowhere else: the only place where identifiers become IRIs.
//! One document, one named graph; no blank nodes; every list of quads sorted and without repetition.

pub mod iri;
mod annotation;
mod date;
mod document;
mod seed;
mod sheet;

use oxigraph::model::Quad;
use oxttl::{NQuadsParser, TurtleSyntaxError};
use sha2::{Digest, Sha256};

use crate::document::{Document, Metadata, sha256};
use crate::seed::SeedFiles;

pub use annotation::web_annotations;
pub use date::{date_term, span_of_days};
pub use document::quads;
pub use seed::{ontology_quads, seed_quads};

/// What a document's graph was made from, besides the document's own bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Version of the program.
    pub program_version: String,
    /// SHA-256 of the entity seeds.
    pub seeds_sha256: String,
    /// SHA-256 of the rules.
    pub rules_sha256: String,
    /// SHA-256 of the ontology.
    pub ontology_sha256: String,
    /// SHA-256 of the document's [`Metadata`]: a corrected manifest makes a document anew.
    pub metadata_sha256: String,
    /// SHA-256 of the text, of a document that was converted. It follows from the rest.
    pub text_sha256: Option<String>,
}

impl Made {
    /// Made by this version of the program from these files, for a document of which nothing is known.
    #[must_use]
    pub fn new(seeds: &SeedFiles) -> Self {
        let ontology: Vec<_> = seeds.ontology.iter().filter(|f| f.name.ends_with("ontology.ttl")).cloned().collect();
        let made = Self {
            program_version: env!("CARGO_PKG_VERSION").to_owned(),
            seeds_sha256: SeedFiles::hash(&seeds.entities),
            rules_sha256: SeedFiles::hash(&[&seeds.rules[..], seeds.weights.as_slice()].concat()),
            ontology_sha256: SeedFiles::hash(&ontology),
            metadata_sha256: String::new(),
            text_sha256: None,
        };
        made.with_metadata(&Metadata::default())
    }

    /// The same for this document.
    #[must_use]
    pub fn of(&self, document: &Document) -> Self {
        let text_sha256 = document.is_converted().then(|| sha256(document.text.as_bytes()));
        Self { text_sha256, ..self.with_metadata(&document.metadata) }
    }

    /// The same for a document of which this is known.
    #[must_use]
    pub fn with_metadata(&self, metadata: &Metadata) -> Self {
        let Metadata { state, date, symbol, title, language, source, session, agenda_item, media_type } = metadata;
        let known = [state, date, symbol, title, language, source, session, agenda_item, media_type];
        let fields = known.map(|f| f.as_deref().map_or_else(|| "-".to_owned(), |v| format!("+{v}")));
        Self { metadata_sha256: sha256_of(fields.iter().map(String::as_str)), ..self.clone() }
    }

    /// One hash of it all.
    #[must_use]
    pub fn sha256(&self) -> String {
        let Self { program_version, seeds_sha256, rules_sha256, ontology_sha256, metadata_sha256, text_sha256: _ } =
            self;
        let fields = [program_version, seeds_sha256, rules_sha256, ontology_sha256, metadata_sha256];
        sha256_of(fields.map(String::as_str))
    }
}

/// Quads as N-Quads: lines sorted bytewise, each once.
#[must_use]
pub fn to_nquads(quads: &[Quad]) -> String {
    let mut lines: Vec<String> = quads.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    lines.dedup();
    lines.concat()
}

/// The quads of an N-Quads text, in its order.
///
/// # Errors
/// The first syntax error, with its place.
pub fn parse_nquads(text: &[u8]) -> Result<Vec<Quad>, TurtleSyntaxError> {
    NQuadsParser::new().for_slice(text).collect()
}

/// SHA-256 over texts, each ended by a zero byte, in lower-case hexadecimal.
fn sha256_of<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut hasher = Sha256::new();
    for text in texts {
        hasher.update(text.as_bytes());
        hasher.update([0]);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Sorts quads as their N-Quads lines sort, and drops repetitions.
fn sorted(mut quads: Vec<Quad>) -> Vec<Quad> {
    quads.sort_by_cached_key(Quad::to_string);
    quads.dedup();
    quads
}
