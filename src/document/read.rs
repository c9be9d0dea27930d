//! From inputs - files, folders, standard input - to documents. Lists sources in one order on every machine
//! and reads each lazily: a stream of JSON lines of any size needs the memory of its longest line.

mod error;
mod jsonl;
mod manifest;
mod plain;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::Document;
use manifest::Row;

pub use error::ReadError;

/// How a file is read, told by the end of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// `.txt`, `.text`, `.md`: one document.
    Plain,
    /// `.jsonl`: a document a line.
    JsonLines,
    /// `.jsonl.zst`
    JsonLinesZstd,
    /// `.jsonl.gz`
    JsonLinesGzip,
}

/// Ends of file names and what they mean.
const FORMATS: [(&str, Format); 6] = [
    (".txt", Format::Plain),
    (".text", Format::Plain),
    (".md", Format::Plain),
    (".jsonl", Format::JsonLines),
    (".jsonl.zst", Format::JsonLinesZstd),
    (".jsonl.gz", Format::JsonLinesGzip),
];

impl Format {
    fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        FORMATS.iter().find(|(end, _)| name.ends_with(end)).map(|&(_, format)| format)
    }
}

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

/// One file or stream that yields documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    name: String,
    place: Place,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    StandardInput,
    File { path: PathBuf, format: Format, row: Row },
}

/// The documents of one source, or what is wrong with them, in order.
pub type Documents = Box<dyn Iterator<Item = Result<Document, ReadError>> + Send>;

impl Source {
    /// Name for messages: the path, or `-`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Size of the file in bytes, as stored.
    #[must_use]
    pub fn n_bytes(&self) -> Option<u64> {
        match &self.place {
            Place::StandardInput => None,
            Place::File { path, .. } => path.metadata().ok().map(|metadata| metadata.len()),
        }
    }

    /// Reads the documents one after the other. What is wrong with one line of a stream does not end it.
    #[must_use]
    pub fn documents(&self) -> Documents {
        match &self.place {
            Place::StandardInput => Box::new(jsonl::documents(self.name.clone(), BufReader::new(io::stdin()))),
            Place::File { path, format: Format::Plain, row } => {
                Box::new(std::iter::once(plain::document(path, &self.name, row)))
            }
            Place::File { path, format, .. } => match open(path, *format) {
                Ok(reader) => at_least_one(path, jsonl::documents(self.name.clone(), reader)),
                Err(source) => Box::new(std::iter::once(Err(ReadError::io(path, source)))),
            },
        }
    }
}

/// A file of JSON lines without a line is as wrong as a text without a letter.
fn at_least_one(
    path: &Path,
    mut documents: impl Iterator<Item = Result<Document, ReadError>> + Send + 'static,
) -> Documents {
    let first = documents.next().unwrap_or_else(|| Err(ReadError::Empty { path: path.to_owned() }));
    Box::new(std::iter::once(first).chain(documents))
}

fn open(path: &Path, format: Format) -> io::Result<Box<dyn BufRead + Send>> {
    let file = File::open(path)?;
    Ok(match format {
        Format::Plain | Format::JsonLines => Box::new(BufReader::with_capacity(1 << 16, file)),
        Format::JsonLinesZstd => Box::new(BufReader::with_capacity(1 << 16, zstd::Decoder::new(file)?)),
        Format::JsonLinesGzip => {
            let decoder = flate2::bufread::MultiGzDecoder::new(BufReader::new(file));
            Box::new(BufReader::with_capacity(1 << 16, decoder))
        }
    })
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
            let format = Format::of(input).ok_or_else(|| ReadError::UnknownFormat { path: input.to_owned() })?;
            self.add_file(input, format);
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
                if !path.is_symlink() {
                    n_files += self.add_folder(path)?;
                }
            } else if let Some(format) = Format::of(path) {
                self.add_file(path, format);
                n_files += 1;
            } else {
                self.found.skipped.push(path.clone());
            }
        }
        Ok(n_files)
    }

    /// Adds a file unless it is there already.
    fn add_file(&mut self, path: &Path, format: Format) {
        let identity = identity(path);
        let row = self.rows.get(&identity).cloned().unwrap_or_default();
        if self.seen.insert(identity) {
            let place = Place::File { path: path.to_owned(), format, row };
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

/// Lower-case hexadecimal SHA-256.
fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    use std::fmt::Write;
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// Whether `state` has the form of an ISO 3166-1 alpha-3 code, or of the two letters of a bloc: `EU`.
fn is_alpha3(state: &str) -> bool {
    (2..=3).contains(&state.len()) && state.bytes().all(|b| b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests;
