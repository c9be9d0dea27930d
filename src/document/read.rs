//! Reads documents. A stand-in that knows plain text alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{Document, Metadata};

/// Why an input cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {message}")]
pub struct ReadError {
    name: String,
    message: String,
}

/// An input: a file.
#[derive(Clone, Debug)]
pub struct Source {
    path: PathBuf,
    id: Option<String>,
    metadata: Metadata,
}

/// The files of the inputs, folders opened.
///
/// # Errors
/// An input that there is not, a folder without documents.
pub fn expand(inputs: &[PathBuf], _manifest: Option<&Path>) -> Result<Vec<Source>, ReadError> {
    let mut sources = Vec::new();
    for input in inputs {
        if input.is_dir() {
            let known = manifest(&input.join("manifest.csv"));
            let mut paths: Vec<PathBuf> =
                fs::read_dir(input).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
            paths.retain(|p| p.extension().is_some_and(|e| e == "md" || e == "txt"));
            paths.sort();
            if paths.is_empty() {
                return Err(error(input, "holds no document"));
            }
            sources.extend(paths.into_iter().map(|path| source(path, &known)));
        } else if input.is_file() {
            sources.push(source(input.clone(), &BTreeMap::new()));
        } else {
            return Err(error(input, "there is no such file or folder"));
        }
    }
    Ok(sources)
}

impl Source {
    /// Its documents.
    pub fn documents(&self) -> impl Iterator<Item = Result<Document, ReadError>> {
        std::iter::once(self.document())
    }

    fn document(&self) -> Result<Document, ReadError> {
        let bytes = fs::read(&self.path).map_err(|e| error(&self.path, &e.to_string()))?;
        let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let n_bytes = bytes.len() as u64;
        let text = String::from_utf8(bytes).map_err(|_| error(&self.path, "is not UTF-8"))?;
        let stem = self.path.file_stem().map(|s| s.to_string_lossy().into_owned());
        let id = self.id.clone().or(stem).unwrap_or_default();
        let name = self.path.display().to_string();
        Ok(Document { id, name, text, metadata: self.metadata.clone(), sha256, n_bytes })
    }
}

fn source(path: PathBuf, known: &BTreeMap<String, (String, Metadata)>) -> Source {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    match known.get(&name) {
        Some((id, metadata)) => Source { path, id: Some(id.clone()), metadata: metadata.clone() },
        None => Source { path, id: None, metadata: Metadata::default() },
    }
}

fn manifest(path: &Path) -> BTreeMap<String, (String, Metadata)> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let rows = text.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',').map(str::to_owned);
        let (path, id) = (cells.next()?, cells.next()?);
        Some((path, (id, Metadata { symbol: cells.next(), language: cells.next(), ..Metadata::default() })))
    });
    rows.collect()
}

fn error(path: &Path, message: &str) -> ReadError {
    ReadError { name: path.display().to_string(), message: message.to_owned() }
}
