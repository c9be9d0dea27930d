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
    /// Inputs and lines of manifests that cannot be used; the others still can.
    pub problems: Vec<ReadError>,
}

/// Lists the sources of `inputs`: files, folders with all that is in them, and `-` for standard input.
/// `manifest` and every `manifest.csv` in a folder say what files cannot say themselves.
///
/// # Errors
/// `manifest` cannot be read. What is wrong with one input is in [`Inputs::problems`].
pub fn expand(inputs: &[PathBuf], manifest: Option<&Path>) -> Result<Inputs, ReadError> {
    let mut listing = Listing::default();
    if let Some(path) = manifest {
        listing.add_manifest(path)?;
    }
    for input in inputs {
        if let Err(problem) = listing.add(input) {
            listing.found.problems.push(problem);
        }
    }
    Ok(listing.found)
}

/// The listing as it grows.
#[derive(Default)]
struct Listing {
    found: Inputs,
    seen: BTreeSet<PathBuf>,
    rows: BTreeMap<PathBuf, Row>,
}

impl Listing {
    fn add(&mut self, input: &Path) -> Result<(), ReadError> {
        if input.as_os_str() == "-" {
            self.found.sources.push(Source { name: "-".to_owned(), place: Place::StandardInput });
            return Ok(());
        }
        let metadata = input.metadata().map_err(|source| ReadError::io(input, source))?;
        if !metadata.is_dir() {
            let named = Format::of_name(input);
            if named.is_none() {
                let content = Content::of_file(input).map_err(|source| ReadError::io(input, source))?;
                // A file without an extension is taken at its word that it is a text.
                let is_text = input.extension().is_none() && content == Content::Unknown;
                let usual = is_text.then_some(Format::Plain);
                Format::of(usual, content).map_err(|kind| ReadError::UnknownFormat { path: input.to_owned(), kind })?;
                self.add_file(input, usual);
                return Ok(());
            }
            self.add_file(input, named);
            return Ok(());
        }
        let n_before = self.found.skipped.len();
        match self.add_folder(input)? {
            0 => Err(ReadError::NoDocuments { path: input.to_owned(), n_skipped: self.found.skipped.len() - n_before }),
            _ => Ok(()),
        }
    }

    /// Adds what is in `folder`; returns the number of files that can be read.
    fn add_folder(&mut self, folder: &Path) -> Result<usize, ReadError> {
        let mut n_files = 0;
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
        for path in entries.iter().filter(|path| **path != manifest) {
            if path.is_dir() {
                // A link to a folder may lead in a circle.
                if !path.is_symlink() && !is_graph(path) {
                    n_files += self.add_folder(path)?;
                }
            } else if Format::of_name(path).is_some() || is_known(path) {
                self.add_file(path, Format::of_name(path));
                n_files += 1;
            } else {
                self.found.skipped.push(path.clone());
            }
        }
        Ok(n_files)
    }

    /// Adds a file unless it is there already.
    fn add_file(&mut self, path: &Path, named: Option<Format>) {
        let identity = identity(path);
        let row = self.rows.get(&identity).cloned().unwrap_or_default();
        if self.seen.insert(identity) {
            let place = Place::File { path: path.to_owned(), named, row: Box::new(row) };
            self.found.sources.push(Source { name: path.display().to_string(), place });
        }
    }

    fn add_manifest(&mut self, path: &Path) -> Result<(), ReadError> {
        let (rows, problems) = manifest::read(path)?;
        self.found.problems.extend(problems);
        for (file, row) in rows {
            self.rows.entry(identity(&file)).or_insert(row);
        }
        Ok(())
    }
}

/// Whether a file whose name tells nothing begins like one of a kind that is read.
fn is_known(path: &Path) -> bool {
    Content::of_file(path).is_ok_and(|content| matches!(content, Content::Is(format) if format != Format::JsonLines))
}

/// Whether a folder is a graph that was built: the texts in it are of documents that are read elsewhere.
fn is_graph(folder: &Path) -> bool {
    ["ontology.nq", "entities.nq"].iter().all(|name| folder.join(name).is_file())
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
