//! Which files and streams the inputs of a run are: as they were named, folders by name of file, with what manifests
//! say of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::format::{Content, Format};
use super::manifest::{self, Row};
use super::{Place, ReadError, Source};
use crate::document::Document;

/// What the inputs of a run hold.
#[derive(Debug, Default)]
pub struct Inputs {
    /// What will be read, in order: inputs as they were named, folders by name of file.
    pub sources: Vec<Source>,
    /// Files in folders that are of no known kind.
    pub skipped: Vec<PathBuf>,
    /// Files that the manifest names and no input holds.
    pub unused: Vec<PathBuf>,
    /// Inputs and lines of manifests that cannot be used; the others still can.
    pub problems: Vec<ReadError>,
}

/// Lists the sources of `inputs`: files, folders with all that is in them, and `-` for standard input.
/// `manifest` and every `manifest.csv` in a folder say what files cannot say themselves. Where there are no `inputs`
/// they are the files that `manifest` names.
///
/// # Errors
/// `manifest` cannot be read. What is wrong with one input is in [`Inputs::problems`].
pub fn expand(inputs: &[PathBuf], manifest: Option<&Path>) -> Result<Inputs, ReadError> {
    let mut listing = Listing::default();
    let named = manifest.map(|path| listing.add_manifest(path)).transpose()?.unwrap_or_default();
    for input in if inputs.is_empty() { &named } else { inputs } {
        if let Err(problem) = listing.add(input) {
            listing.found.problems.push(problem);
        }
    }
    let is_unused = |path: &&PathBuf| !listing.seen.contains(&identity(path));
    let unused = named.iter().filter(is_unused).cloned().collect();
    Ok(Inputs { unused, ..listing.found })
}

/// The listing as it grows.
#[derive(Default)]
struct Listing {
    found: Inputs,
    /// Files met, by where they are in truth.
    seen: BTreeSet<PathBuf>,
    /// Folders met, and whether there is a file in them that can be read: not known of those that are being listed.
    folders: BTreeMap<PathBuf, bool>,
    rows: BTreeMap<PathBuf, Row>,
}

impl Listing {
    fn add(&mut self, input: &Path) -> Result<(), ReadError> {
        if input.as_os_str() == "-" {
            self.found.sources.push(Source { name: "-".to_owned(), place: Place::StandardInput });
            return Ok(());
        }
        let metadata = input.metadata().map_err(|source| ReadError::io(input, source))?;
        if metadata.is_dir() {
            return self.add_named_folder(input);
        }
        let named = Format::of_name(input);
        if named.is_some() || !metadata.is_file() {
            self.add_file(input, named);
            return Ok(());
        }
        let content = Content::of_file(input).map_err(|source| ReadError::io(input, source))?;
        // A file without an extension is taken at its word that it is a text.
        let is_text = input.extension().is_none() && content == Content::Unknown;
        let usual = is_text.then_some(Format::Plain);
        Format::of(usual, content).map_err(|kind| ReadError::UnknownFormat { path: input.to_owned(), kind })?;
        self.add_file(input, usual);
        Ok(())
    }

    fn add_named_folder(&mut self, folder: &Path) -> Result<(), ReadError> {
        let (n_skipped, n_problems) = (self.found.skipped.len(), self.found.problems.len());
        let holds_any = self.add_folder(folder)?;
        if !holds_any && self.found.problems.len() == n_problems {
            let n_skipped = self.found.skipped.len() - n_skipped;
            return Err(ReadError::NoDocuments { path: folder.to_owned(), n_skipped });
        }
        Ok(())
    }

    /// Adds what is in `folder`, unless it has been met, as links that lead in a circle do; returns whether there is
    /// anything in it that can be read.
    fn add_folder(&mut self, folder: &Path) -> Result<bool, ReadError> {
        let identity = identity(folder);
        if let Some(holds_any) = self.folders.get(&identity) {
            return Ok(*holds_any);
        }
        self.folders.insert(identity.clone(), false);
        let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
            .and_then(|entries| entries.map(|entry| entry.map(|e| e.path())).collect())
            .map_err(|source| ReadError::io(folder, source))?;
        entries.retain(|path| !is_hidden(path));
        entries.sort();
        let manifest = folder.join("manifest.csv");
        if entries.contains(&manifest)
            && let Err(problem) = self.add_manifest(&manifest)
        {
            self.found.problems.push(problem);
        }
        let mut holds_any = false;
        for path in entries.iter().filter(|path| **path != manifest) {
            holds_any |= match path.is_dir() {
                true if is_graph(path) || is_export(path) => false,
                true => self.add_folder(path).unwrap_or_else(|problem| {
                    self.found.problems.push(problem);
                    false
                }),
                false => self.add_entry(path),
            };
        }
        self.folders.insert(identity, holds_any);
        Ok(holds_any)
    }

    /// Adds an entry of a folder that is no folder, where it can be read; returns whether it can.
    fn add_entry(&mut self, path: &Path) -> bool {
        // Whoever opens a pipe waits for somebody who writes to it.
        let is_special = path.metadata().is_ok_and(|metadata| !metadata.is_file());
        if is_special || Format::of_name(path).is_none() && !is_known(path) {
            self.found.skipped.push(path.to_owned());
            return false;
        }
        self.add_file(path, Format::of_name(path));
        true
    }

    /// Adds a file unless it is there already.
    fn add_file(&mut self, path: &Path, named: Option<Format>) {
        let identity = identity(path);
        let row = Box::new(self.rows.get(&identity).cloned().unwrap_or_default());
        if self.seen.insert(identity) {
            let is_special = path.metadata().is_ok_and(|metadata| !metadata.is_file());
            let path = path.to_owned();
            let name = path.display().to_string();
            let place = if is_special { Place::Stream { path, named, row } } else { Place::File { path, named, row } };
            self.found.sources.push(Source { name, place });
        }
    }

    /// Takes what a manifest says; returns the files that it names.
    fn add_manifest(&mut self, path: &Path) -> Result<Vec<PathBuf>, ReadError> {
        let (rows, problems) = manifest::read(path)?;
        self.found.problems.extend(problems);
        let mut files = Vec::new();
        for (file, row) in rows {
            self.rows.entry(identity(&file)).or_insert(row);
            files.push(file);
        }
        Ok(files)
    }
}

/// Whether a file whose name tells nothing begins like one of a kind that is read. What is packed as Word files are may
/// be anything, and is read where its name is silent.
fn is_known(path: &Path) -> bool {
    match Content::of_file(path) {
        Ok(Content::Is(Format::Docx)) => path.extension().is_none(),
        Ok(Content::Is(format)) => format != Format::JsonLines,
        _ => false,
    }
}

/// Whether a folder is a graph that was built, or is being built: the texts in it are of documents that are read elsewhere.
fn is_graph(folder: &Path) -> bool {
    let is_whole = ["ontology.nq", "entities.nq"].iter().all(|name| folder.join(name).is_file());
    let is_begun = || ["documents", "texts"].iter().any(|name| folder.join(name).is_dir());
    is_whole || folder.join(".lock").is_file() && is_begun()
}

/// Whether a folder holds what was made of a graph: the page in it is none of the inputs.
fn is_export(folder: &Path) -> bool {
    ["graph.nq", "graph.gexf", "graph.html", "links.csv"].iter().all(|name| folder.join(name).is_file())
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn identity(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// The identifiers met in a run: two documents must not share one. Takes about a hundred bytes a document.
#[derive(Debug, Default)]
pub struct Ids {
    seen: rustc_hash::FxHashMap<String, String>,
}

impl Ids {
    /// Remembers the identifier of `document`.
    ///
    /// # Errors
    /// Another document has it.
    pub fn admit(&mut self, document: &Document) -> Result<(), ReadError> {
        match self.seen.get(&document.id) {
            Some(first) => Err(ReadError::Duplicate {
                id: document.id.clone(),
                first: first.clone(),
                second: document.name.clone(),
            }),
            None => {
                self.seen.insert(document.id.clone(), document.name.clone());
                Ok(())
            }
        }
    }
}
