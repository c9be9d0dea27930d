//! What a folder holds, without opening every file: a cache in `manifest.json`. A file whose size differs from
//! what the cache says, or that it does not know, is read anew; the files alone are the truth.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use oxigraph::model::{Quad, Term};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{StoreError, file, folder};
use crate::document::Document;
use crate::rdf::{Made, iri};
use crate::vocab::dm;

/// What is recorded of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// File below the graph folder.
    pub file: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of the input.
    pub source_sha256: String,
    /// SHA-256 of what else the document's graph was made from.
    pub made_sha256: String,
    /// SHA-256 of what was known of the document.
    pub metadata_sha256: String,
    /// Version of the program that made it.
    pub program_version: String,
    /// SHA-256 of the text beside the graph, of a document that was converted.
    pub text_sha256: Option<String>,
}

/// The documents of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    documents: BTreeMap<String, Record>,
}

impl Manifest {
    /// Reads the cache and sets it right where the files differ.
    pub(super) fn load(root: &Path) -> Result<Self, StoreError> {
        let mut cached: BTreeMap<PathBuf, (String, Record)> =
            Self::read(root).documents.into_iter().map(|(id, record)| (record.file.clone(), (id, record))).collect();
        let files = folder::document_files(root)?;
        let kept = files.into_iter().map(|(file, size)| match cached.remove(&file) {
            Some(known) if known.1.size == size => (file, size, Some(known)),
            _ => (file, size, None),
        });
        let known: Vec<_> = kept.collect();
        let documents = known.into_par_iter().map(|(file, size, known)| match known {
            Some(known) => Ok(known),
            None => examine(root, file, size),
        });
        Ok(Self { documents: documents.collect::<Result<_, _>>()? })
    }

    fn read(root: &Path) -> Self {
        let text = fs::read(root.join(folder::MANIFEST)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Writes the cache.
    pub(super) fn save(&self, root: &Path) -> Result<(), StoreError> {
        let mut text = serde_json::to_vec_pretty(self).unwrap_or_default();
        text.push(b'\n');
        file::write_if_new(&root.join(folder::MANIFEST), text)
    }

    /// The documents, by id.
    #[must_use]
    pub const fn documents(&self) -> &BTreeMap<String, Record> {
        &self.documents
    }

    /// Whether the graph of `document` is what these inputs and this program would make.
    #[must_use]
    pub fn is_current(&self, document: &Document, made: &Made) -> bool {
        self.documents.get(&document.id).is_some_and(|record| {
            record.source_sha256 == document.sha256
                && record.made_sha256 == made.with_metadata(&document.metadata).sha256()
        })
    }

    pub(super) fn insert(&mut self, id: String, record: Record) {
        self.documents.insert(id, record);
    }

    pub(super) fn remove(&mut self, id: &str) -> Option<Record> {
        self.documents.remove(id)
    }
}

fn examine(root: &Path, file: PathBuf, size: u64) -> Result<(String, Record), StoreError> {
    let path = root.join(&file);
    let quads = folder::read_quads(&path)?;
    record(file, size, &quads).ok_or_else(|| StoreError::Corrupt {
        path,
        line: 1,
        message: "holds no dm:Document with a dm:sourceSha256".to_owned(),
    })
}

/// What a document's quads say of the document, with its id.
pub(super) fn record(file: PathBuf, size: u64, quads: &[Quad]) -> Option<(String, Record)> {
    let found = quads.iter().find(|quad| iri::local_name(quad.predicate.as_str()) == Some(dm::SOURCE_SHA256))?;
    let document = found.subject.to_string();
    let facts: BTreeMap<&str, &str> = quads
        .iter()
        .filter(|quad| quad.subject.to_string() == document)
        .filter_map(|quad| Some((iri::local_name(quad.predicate.as_str())?, value(&quad.object)?)))
        .collect();
    let fact = |name: &str| facts.get(name).copied().unwrap_or_default().to_owned();
    let made = Made {
        program_version: fact(dm::PROGRAM_VERSION),
        seeds_sha256: fact(dm::SEEDS_SHA256),
        rules_sha256: fact(dm::RULES_SHA256),
        ontology_sha256: fact(dm::ONTOLOGY_SHA256),
        metadata_sha256: fact(dm::METADATA_SHA256),
        text_sha256: facts.get(dm::TEXT_SHA256).map(|hash| (*hash).to_owned()),
    };
    let id = iri::document_id(document.trim_matches(['<', '>']))?;
    let record = Record {
        file,
        size,
        source_sha256: fact(dm::SOURCE_SHA256),
        made_sha256: made.sha256(),
        metadata_sha256: made.metadata_sha256,
        program_version: made.program_version,
        text_sha256: made.text_sha256,
    };
    Some((id, record))
}

fn value(term: &Term) -> Option<&str> {
    match term {
        Term::Literal(literal) => Some(literal.value()),
        _ => None,
    }
}
