//! The graph folder: `ontology.nq`, `entities.nq` and `documents/<xx>/<id>.nq`, one named graph a file, where
//! `xx` begins the hash of the id. Adding a document touches one file, removing it deletes one. Of a document that was
//! converted the text is kept as well, in `texts/<id>.txt`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use oxigraph::model::Quad;
use rayon::prelude::*;

use super::{Manifest, Names, StoreError, file, link_rows, manifest};
use crate::document::sha256;
use crate::rdf::{iri, parse_nquads, to_nquads};
use crate::table::LinkRow;

/// Name of the cache.
pub(super) const MANIFEST: &str = "manifest.json";
const DOCUMENTS: &str = "documents";
const TEXTS: &str = "texts";
const ONTOLOGY: &str = "ontology.nq";
const ENTITIES: &str = "entities.nq";
const LOCK: &str = ".lock";
/// Files read at once.
const BATCH: usize = 256;
/// Longest encoded id that is a file name as it is.
const LONGEST_NAME: usize = 200;

/// A graph on disk.
#[derive(Clone, Debug)]
pub struct Folder {
    root: PathBuf,
}

/// Holds the right to write to a folder until dropped.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

impl Folder {
    /// The folder of this path, which need not exist yet.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The folder of this path, which holds a graph.
    ///
    /// # Errors
    /// There is none.
    pub fn open(root: impl Into<PathBuf>) -> Result<Self, StoreError> {
        let folder = Self::new(root);
        if !folder.root.join(ONTOLOGY).is_file() && !folder.root.join(DOCUMENTS).is_dir() {
            return Err(StoreError::NoGraph(folder.root));
        }
        Ok(folder)
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.root
    }

    /// Takes the right to write.
    ///
    /// # Errors
    /// Another process has it, or the folder cannot be made.
    pub fn lock(&self) -> Result<FolderLock, StoreError> {
        fs::create_dir_all(&self.root).map_err(StoreError::io("write", &self.root))?;
        let path = self.root.join(LOCK);
        let file = File::create(&path).map_err(StoreError::io("write", &path))?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::Locked(self.root.clone())),
            Err(TryLockError::Error(error)) => Err(StoreError::io("write", &path)(error)),
        }
    }

    /// Removes the folder if it holds nothing but the lock, which is given back: nothing came of the work.
    pub fn give_up(&self, lock: FolderLock) {
        drop(lock);
        let is_lock = |entry: std::io::Result<fs::DirEntry>| entry.is_ok_and(|entry| entry.file_name() == LOCK);
        if fs::read_dir(&self.root).is_ok_and(|mut entries| entries.all(is_lock)) {
            // An empty folder that stays does no harm.
            let _ = fs::remove_file(self.root.join(LOCK));
            let _ = fs::remove_dir(&self.root);
        }
    }

    /// What it holds.
    ///
    /// # Errors
    /// A file that cannot be read or is no document's graph.
    pub fn manifest(&self) -> Result<Manifest, StoreError> {
        Manifest::load(&self.root)
    }

    /// Keeps the manifest for the next time.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn save(&self, manifest: &Manifest) -> Result<(), StoreError> {
        manifest.save(&self.root)
    }

    /// Writes the graphs of documents, each list of quads one document's, and records them.
    ///
    /// # Errors
    /// A file that cannot be written; none is half-written.
    pub fn write_documents(&self, manifest: &mut Manifest, graphs: &[(String, Vec<Quad>)]) -> Result<(), StoreError> {
        let written: Vec<_> = graphs.par_iter().map(|(id, quads)| (document_file(id), to_nquads(quads))).collect();
        let files: Vec<_> = written.iter().map(|(file, text)| (self.root.join(file), file::sealed(text))).collect();
        file::write_all(&files)?;
        for (((file, _), (_, bytes)), (_, quads)) in written.into_iter().zip(&files).zip(graphs) {
            if let Some((id, record)) = manifest::record(file, bytes.len() as u64, quads) {
                manifest.insert(id, record);
            }
        }
        Ok(())
    }

    /// Writes the texts of converted documents, by id; before their graphs, so that no graph is without its text.
    ///
    /// # Errors
    /// A file that cannot be written; none is half-written.
    pub fn write_texts(&self, texts: &[(&str, &str)]) -> Result<(), StoreError> {
        let files: Vec<_> =
            texts.iter().map(|(id, text)| (self.root.join(text_file(id)), text.as_bytes().to_vec())).collect();
        file::write_all(&files)
    }

    /// The text of a document that was converted.
    ///
    /// # Errors
    /// It cannot be read, or is not as it was written.
    pub fn text(&self, id: &str, record: &super::Record) -> Result<Option<String>, StoreError> {
        let Some(hash) = &record.text_sha256 else { return Ok(None) };
        let path = self.root.join(text_file(id));
        let bytes = fs::read(&path).map_err(StoreError::io("read", &path))?;
        match String::from_utf8(bytes) {
            Ok(text) if sha256(text.as_bytes()) == *hash => Ok(Some(text)),
            _ => Err(StoreError::Altered(path)),
        }
    }

    /// Looks up texts that this version of the program converted before, by the hash of their input.
    pub fn known_texts(
        &self,
        manifest: &Manifest,
        version: &str,
    ) -> impl Fn(&str) -> Option<String> + Send + Sync + 'static {
        let records = manifest.documents().iter().filter(|(_, record)| record.program_version == version);
        let converted = records.filter(|(_, record)| record.text_sha256.is_some());
        let by_source: BTreeMap<String, (String, super::Record)> =
            converted.map(|(id, record)| (record.source_sha256.clone(), (id.clone(), record.clone()))).collect();
        let folder = self.clone();
        move |source| {
            let (id, record) = by_source.get(source)?;
            folder.text(id, record).ok().flatten()
        }
    }

    /// Removes what runs that were ended left: temporary files, and texts of documents that are not there.
    pub fn sweep(&self, manifest: &Manifest) {
        let folders = list(&self.root.join(DOCUMENTS)).unwrap_or_default();
        let base = [self.root.clone(), self.root.join(TEXTS)];
        base.iter().cloned().chain(folders.iter().map(fs::DirEntry::path)).for_each(|folder| file::sweep(&folder));
        let kept: BTreeSet<PathBuf> = manifest.documents().keys().map(|id| self.root.join(text_file(id))).collect();
        for entry in list(&self.root.join(TEXTS)).unwrap_or_default() {
            if !kept.contains(&entry.path()) {
                // One that stays does no harm.
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Writes the graphs that no document makes.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn write_base(&self, ontology: &[Quad], entities: &[Quad]) -> Result<(), StoreError> {
        file::write_if_new(&self.root.join(ONTOLOGY), file::sealed(&to_nquads(ontology)))?;
        file::write_if_new(&self.root.join(ENTITIES), file::sealed(&to_nquads(entities)))
    }

    /// Removes a document; whether there was one.
    ///
    /// # Errors
    /// The file cannot be removed.
    pub fn remove(&self, manifest: &mut Manifest, id: &str) -> Result<bool, StoreError> {
        let Some(record) = manifest.remove(id) else { return Ok(false) };
        let path = self.root.join(record.file);
        let removed = file::remove(&path)?;
        let text = self.root.join(text_file(id));
        file::remove(&text)?;
        for folder in [path.parent(), text.parent()].into_iter().flatten() {
            // Fails where other documents are left in it, which is as it should be.
            let _ = fs::remove_dir(folder);
        }
        Ok(removed)
    }

    /// Hands each graph - ontology, entities, then the documents - to `take`.
    ///
    /// # Errors
    /// A file that cannot be read or is no N-Quads, or what `take` reports.
    pub fn for_each_graph(&self, mut take: impl FnMut(Vec<Quad>) -> Result<(), StoreError>) -> Result<(), StoreError> {
        for batch in self.files()?.chunks(BATCH) {
            let graphs: Vec<_> = batch.par_iter().map(|path| read_quads(path)).collect::<Result<_, _>>()?;
            graphs.into_iter().try_for_each(&mut take)?;
        }
        Ok(())
    }

    /// All quads, graph by graph.
    ///
    /// # Errors
    /// A file that cannot be read or is no N-Quads.
    pub fn quads(&self) -> Result<Vec<Quad>, StoreError> {
        let mut all = Vec::new();
        self.for_each_graph(|quads| {
            all.extend(quads);
            Ok(())
        })?;
        Ok(all)
    }

    /// Every link of every document, in order of document, place of evidence, subject, relation and object.
    ///
    /// # Errors
    /// A file that cannot be read or is no N-Quads.
    pub fn link_rows(&self) -> Result<Vec<LinkRow>, StoreError> {
        let seeds = Names::of(&self.base_quads(ENTITIES)?);
        let files: Vec<PathBuf> = document_files(&self.root)?.into_iter().map(|(file, _)| file).collect();
        let rows = files.par_iter().map(|file| Ok(link_rows(&read_quads(&self.root.join(file))?, &seeds)));
        let mut rows: Vec<Vec<LinkRow>> = rows.collect::<Result<_, StoreError>>()?;
        rows.sort_by(|a, b| a.first().map(|r| &r.document).cmp(&b.first().map(|r| &r.document)));
        Ok(rows.concat())
    }

    /// The quads of one document.
    ///
    /// # Errors
    /// The file cannot be read or is no N-Quads.
    pub fn document_quads(&self, record: &super::Record) -> Result<Vec<Quad>, StoreError> {
        read_quads(&self.root.join(&record.file))
    }

    /// The quads of the seed entities.
    ///
    /// # Errors
    /// The file cannot be read or is no N-Quads.
    pub fn entity_quads(&self) -> Result<Vec<Quad>, StoreError> {
        self.base_quads(ENTITIES)
    }

    /// The quads of the ontology.
    ///
    /// # Errors
    /// The file cannot be read or is no N-Quads.
    pub fn ontology_quads(&self) -> Result<Vec<Quad>, StoreError> {
        self.base_quads(ONTOLOGY)
    }

    /// Every file of the graph, ontology and entities first.
    ///
    /// # Errors
    /// A folder that cannot be listed.
    pub fn files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let base = [ONTOLOGY, ENTITIES].map(|name| self.root.join(name)).into_iter().filter(|p| p.is_file());
        let documents = document_files(&self.root)?;
        Ok(base.chain(documents.into_iter().map(|(file, _)| self.root.join(file))).collect())
    }

    fn base_quads(&self, name: &str) -> Result<Vec<Quad>, StoreError> {
        let path = self.root.join(name);
        if path.is_file() { read_quads(&path) } else { Ok(Vec::new()) }
    }
}

/// Reads a file of quads.
pub(super) fn read_quads(path: &Path) -> Result<Vec<Quad>, StoreError> {
    let text = file::read_sealed(path)?;
    parse_nquads(&text).map_err(|error| StoreError::corrupt(path, &error))
}

/// The document files below `root` with their sizes, sorted.
pub(super) fn document_files(root: &Path) -> Result<Vec<(PathBuf, u64)>, StoreError> {
    let mut files = Vec::new();
    for folder in list(&root.join(DOCUMENTS))?.into_iter().filter(|entry| entry.path().is_dir()) {
        for entry in list(&folder.path())? {
            let path = entry.path();
            if path.extension().is_some_and(|extension| extension == "nq") {
                let size = entry.metadata().map_err(StoreError::io("read", &path))?.len();
                files.push((path.strip_prefix(root).unwrap_or(&path).to_owned(), size));
            }
        }
    }
    files.sort();
    Ok(files)
}

fn list(folder: &Path) -> Result<Vec<fs::DirEntry>, StoreError> {
    match fs::read_dir(folder) {
        Ok(entries) => entries.collect::<Result<_, _>>().map_err(StoreError::io("read", folder)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(StoreError::io("read", folder)(error)),
    }
}

/// The file of a document below the folder. An id too long for a file name is cut, and its hash added.
fn document_file(id: &str) -> PathBuf {
    Path::new(DOCUMENTS).join(&sha256(id.as_bytes())[..2]).join(format!("{}.nq", file_name(id)))
}

/// The file of a document's text below the folder.
fn text_file(id: &str) -> PathBuf {
    Path::new(TEXTS).join(format!("{}.txt", file_name(id)))
}

fn file_name(id: &str) -> String {
    let mut name = iri::encode(id);
    if name.len() > LONGEST_NAME {
        name.truncate(LONGEST_NAME - 20);
        name = format!("{name}~{}", &sha256(id.as_bytes())[..16]);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_id_is_a_file_name() {
        for id in ["a-70-172", "../../etc/passwd", "A/70/172", &"é".repeat(300)] {
            let file = document_file(id);
            assert_eq!(file.components().count(), 3, "{}", file.display());
            assert!(file.file_name().is_some_and(|name| name.len() < 240));
        }
        assert_ne!(document_file(&"é".repeat(300)), document_file(&"é".repeat(301)));
    }
}
