//! From a document to its links. A stand-in until the rules are in place: it finds the document and nothing in it.

use crate::document::Document;
use crate::entity::Entities;
use crate::link::{Extraction, Passage};
use crate::ontology::Ontology;
use crate::seed::{SeedError, SeedErrors, SeedFiles};

/// What the program knows, ready to read documents.
#[derive(Clone, Debug, Default)]
pub struct Extractor {
    ontology: Ontology,
    entities: Entities,
}

impl Extractor {
    /// Reads and checks ontology, entities and rules.
    ///
    /// # Errors
    /// Every fault of the data files, with file and line.
    pub fn new(seeds: &SeedFiles) -> Result<Self, SeedErrors> {
        let is_ontology = |name: &str| name.ends_with("ontology.ttl");
        let file = seeds.ontology.iter().find(|f| is_ontology(&f.name));
        let file = file.ok_or_else(|| SeedError::new("ontology/ontology.ttl", 0, "there is no such file"))?;
        let ontology = Ontology::parse(file)?;
        let entities = Entities::parse(&seeds.entities, &ontology)?;
        Ok(Self { ontology, entities })
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

    /// What a document says.
    #[must_use]
    pub fn extract(&self, document: &Document) -> Extraction {
        Extraction {
            document: document.id.clone(),
            metadata: document.metadata.clone(),
            session: None,
            agenda_item: None,
            sha256: document.sha256.clone(),
            n_bytes: document.n_bytes,
            parts: Vec::new(),
            entities: Vec::new(),
            links: Vec::new(),
        }
    }

    /// The sentences that name two entities and gave no link.
    #[must_use]
    pub fn silent(&self, _document: &Document) -> Vec<Passage> {
        Vec::new()
    }
}
