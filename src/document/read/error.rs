//! What can be wrong with an input; every message names the file and the cure.

use std::io;
use std::path::{Path, PathBuf};

/// Why an input could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// No such file or folder.
    #[error("`{}` does not exist: check the path", path.display())]
    Missing {
        /// The input.
        path: PathBuf,
    },
    /// The system refused.
    #[error("`{}` cannot be read: check its permissions and that it is complete", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Bytes that are no UTF-8.
    #[error("`{}` is not UTF-8 at byte {offset}: save it as UTF-8 text", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// First byte that is no UTF-8.
        offset: usize,
    },
    /// No text.
    #[error("`{}` holds no text: remove it from the inputs", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// A folder without a document.
    #[error(
        "`{}` holds no document ({} of other kinds): files that are read end in \
         .txt, .text, .md, .jsonl, .jsonl.zst or .jsonl.gz", path.display(), files(*n_skipped)
    )]
    NoDocuments {
        /// The folder.
        path: PathBuf,
        /// Files of no known kind in it.
        n_skipped: usize,
    },
    /// A file named as input whose kind is not known.
    #[error(
        "`{}` is of a kind that is not read: convert it to .txt, .text, .md, .jsonl, .jsonl.zst or .jsonl.gz",
        path.display()
    )]
    UnknownFormat {
        /// The file.
        path: PathBuf,
    },
    /// A line that is no document.
    #[error("{name}:{line}: {message}")]
    Json {
        /// The file or `-`.
        name: String,
        /// Line, counted from 1.
        line: u64,
        /// What is wrong, and the cure.
        message: String,
    },
    /// A line of a manifest that cannot be used.
    #[error("{}:{line}: {message}", path.display())]
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// Line, counted from 1.
        line: u64,
        /// What is wrong, and the cure.
        message: String,
    },
    /// Two documents with one identifier.
    #[error("`{second}` and `{first}` are both called `{id}`: give one of them another id in manifest.csv")]
    Duplicate {
        /// The identifier.
        id: String,
        /// Where it was met first.
        first: String,
        /// Where it was met again.
        second: String,
    },
}

/// So many files.
fn files(n: usize) -> String {
    if n == 1 { "1 file".to_owned() } else { format!("{n} files") }
}

impl ReadError {
    /// What the system said of `path`.
    pub(super) fn io(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing { path: path.to_owned() },
            _ => Self::Io { path: path.to_owned(), source },
        }
    }
}
