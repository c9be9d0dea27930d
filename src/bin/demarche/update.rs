//! Brings a graph folder up to date with documents: reads what is new or changed, keeps what is the same once, takes out
//! what is no longer wanted.

use std::collections::{BTreeMap, BTreeSet};

use demarche::document::Document;
use demarche::document::read::ReadError;
use demarche::extract::Extractor;
use demarche::rdf::{Made, quads};
use demarche::store::{Folder, Manifest, StoreError};
use rayon::prelude::*;

use crate::summary::Changes;

/// Documents after which the manifest is saved at the soonest. It is a cache: what a run that is ended does not save is
/// read from the files.
const SAVED_AFTER: usize = 512;

/// What makes two documents the same: hash of the bytes, and hash of what is known of them.
type Content = (String, String);

/// An update under way.
pub struct Update<'u> {
    folder: &'u Folder,
    extractor: &'u Extractor,
    made: Made,
    manifest: Manifest,
    /// Id of each document met, with the name of its input.
    met: BTreeMap<String, String>,
    /// The least id under which each content is known: of the graph, or met.
    known: BTreeMap<Content, String>,
    /// Copies of documents of the graph that have not been met: they may turn out to have changed.
    deferred: Vec<Document>,
    n_unsaved: usize,
    problems: Vec<ReadError>,
    notes: BTreeSet<String>,
    changes: Changes,
}

/// What an update found and did.
#[derive(Default)]
pub struct Updated {
    /// What was done.
    pub changes: Changes,
    /// Documents that cannot be taken.
    pub problems: Vec<ReadError>,
    /// What the user may want to know.
    pub notes: BTreeSet<String>,
}

impl<'u> Update<'u> {
    /// Begins with what the folder holds, which the caller has locked.
    pub fn new(folder: &'u Folder, extractor: &'u Extractor, made: Made, manifest: Manifest) -> Self {
        let mut known = BTreeMap::new();
        for (id, record) in manifest.documents() {
            let content = (record.source_sha256.clone(), record.metadata_sha256.clone());
            known.entry(content).or_insert_with(|| id.clone());
        }
        Self {
            folder,
            extractor,
            made,
            manifest,
            met: BTreeMap::new(),
            known,
            deferred: Vec::new(),
            n_unsaved: 0,
            problems: Vec::new(),
            notes: BTreeSet::new(),
            changes: Changes::default(),
        }
    }

    /// Takes documents: their graphs are on the disk when this returns.
    pub fn take(&mut self, batch: Vec<Document>) -> Result<(), StoreError> {
        let fresh: Vec<Document> = batch.into_iter().filter_map(|document| self.admit(document)).collect();
        self.write(&fresh)
    }

    /// Ends the update; `prune` takes out documents that have not been met.
    pub fn finish(mut self, prune: bool) -> Result<Updated, StoreError> {
        if prune {
            self.prune()?;
        }
        self.take_deferred()?;
        self.keep_once()?;
        self.folder.save(&self.manifest)?;
        Ok(Updated { changes: self.changes, problems: self.problems, notes: self.notes })
    }

    /// A document that is to be read anew; counts it.
    fn admit(&mut self, document: Document) -> Option<Document> {
        if let Some(first) = self.met.get(&document.id) {
            let (id, first, second) = (document.id.clone(), first.clone(), document.name);
            self.problems.push(ReadError::Duplicate { id, first, second });
            return None;
        }
        self.met.insert(document.id.clone(), document.name.clone());
        let content = self.content(&document);
        self.forget_other_content(&document.id, &content);
        match self.known.get(&content).cloned() {
            Some(twin) if twin < document.id => {
                if self.met.contains_key(&twin) {
                    self.note_copy(&document.id, &twin);
                } else {
                    self.deferred.push(document);
                }
                return None;
            }
            Some(_) | None => _ = self.known.insert(content, document.id.clone()),
        }
        self.unless_current(document)
    }

    /// What the graph holds under `id` is replaced where it is another content.
    fn forget_other_content(&mut self, id: &str, content: &Content) {
        let Some(record) = self.manifest.documents().get(id) else { return };
        let held = (record.source_sha256.clone(), record.metadata_sha256.clone());
        if held != *content && self.known.get(&held).is_some_and(|known| known == id) {
            self.known.remove(&held);
        }
    }

    fn unless_current(&mut self, document: Document) -> Option<Document> {
        if self.manifest.is_current(&document, &self.made) && self.has_text(&document) {
            self.changes.n_unchanged += 1;
            return None;
        }
        match self.manifest.documents().contains_key(&document.id) {
            true => self.changes.n_renewed += 1,
            false => self.changes.n_added += 1,
        }
        Some(document)
    }

    fn has_text(&self, document: &Document) -> bool {
        let record = self.manifest.documents().get(&document.id);
        record.is_some_and(|record| self.folder.text(&document.id, record).is_ok())
    }

    fn content(&self, document: &Document) -> Content {
        (document.sha256.clone(), self.made.with_metadata(&document.metadata).metadata_sha256)
    }

    fn write(&mut self, fresh: &[Document]) -> Result<(), StoreError> {
        let graphs: Vec<_> = fresh.par_iter().map(|document| self.graph(document)).collect();
        let converted = fresh.iter().filter(|document| document.is_converted());
        let texts: Vec<(&str, &str)> =
            converted.map(|document| (document.id.as_str(), document.text.as_str())).collect();
        self.folder.write_texts(&texts)?;
        self.folder.write_documents(&mut self.manifest, &graphs)?;
        self.n_unsaved += fresh.len();
        if self.n_unsaved >= SAVED_AFTER.max(self.manifest.documents().len() / 8) {
            self.n_unsaved = 0;
            self.folder.save(&self.manifest)?;
        }
        Ok(())
    }

    fn graph(&self, document: &Document) -> (String, Vec<oxigraph::model::Quad>) {
        let extraction = self.extractor.extract(document);
        (document.id.clone(), quads(&extraction, self.extractor.ontology(), &self.made.of(document)))
    }

    fn prune(&mut self) -> Result<(), StoreError> {
        let unmet = self.manifest.documents().keys().filter(|id| !self.met.contains_key(*id));
        for id in unmet.cloned().collect::<Vec<_>>() {
            self.remove(&id)?;
        }
        Ok(())
    }

    fn remove(&mut self, id: &str) -> Result<(), StoreError> {
        self.folder.remove(&mut self.manifest, id)?;
        self.changes.n_removed += 1;
        Ok(())
    }

    /// Takes the copies whose other has meanwhile changed or gone.
    fn take_deferred(&mut self) -> Result<(), StoreError> {
        let mut fresh = Vec::new();
        for document in std::mem::take(&mut self.deferred) {
            let (content, documents) = (self.content(&document), self.manifest.documents());
            let is_twin = |id: &&String| {
                documents.get(*id).is_some_and(|r| (&r.source_sha256, &r.metadata_sha256) == (&content.0, &content.1))
            };
            match self.known.get(&content).filter(is_twin).cloned() {
                Some(twin) => self.note_copy(&document.id, &twin),
                None => fresh.extend(self.unless_current(document)),
            }
        }
        self.write(&fresh)
    }

    /// Leaves of documents with one content the one whose id comes first, whatever order they came in.
    fn keep_once(&mut self) -> Result<(), StoreError> {
        let mut first: BTreeMap<Content, String> = BTreeMap::new();
        let mut copies = Vec::new();
        for (id, record) in self.manifest.documents() {
            let content = (record.source_sha256.clone(), record.metadata_sha256.clone());
            match first.get(&content) {
                Some(twin) => copies.push((id.clone(), twin.clone())),
                None => _ = first.insert(content, id.clone()),
            }
        }
        for (id, twin) in copies {
            self.note_copy(&id, &twin);
            self.remove(&id)?;
        }
        Ok(())
    }

    fn note_copy(&mut self, id: &str, twin: &str) {
        let name =
            |id: &str| self.met.get(id).map_or_else(|| format!("`{id}` of the graph"), |name| format!("`{name}`"));
        self.notes.insert(format!("{} is the same document as {}: kept once, as `{twin}`", name(id), name(twin)));
    }
}
