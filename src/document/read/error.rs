//! What can be wrong with an input; every message names the file and the cure.

use std::io;
use std::path::{Path, PathBuf};

use super::limit::{Limits, size};

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
    #[error(
        "`{}` is not UTF-8 at byte {offset}: save it as UTF-8 text; a program that does so is \
         `iconv -f WINDOWS-1252 -t UTF-8`", path.display()
    )]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// First byte that is no UTF-8.
        offset: usize,
    },
    /// A text in UTF-16 that is cut, or holds what is no character.
    #[error("`{}` is UTF-16, and not whole: save it as UTF-8 text", path.display())]
    BrokenUtf16 {
        /// The file.
        path: PathBuf,
    },
    /// No text.
    #[error("`{}` holds no text: remove it from the inputs", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// A web page without text of its own.
    #[error(
        "`{}` holds no text: if it is made of frames or by a script, save what the browser shows, else remove it \
         from the inputs", path.display()
    )]
    EmptyPage {
        /// The file.
        path: PathBuf,
    },
    /// A folder without a document.
    #[error(
        "`{}` holds no document ({} of other kinds): files that are read end in \
         .txt, .md, .html, .docx, .pdf, .jsonl, .jsonl.zst or .jsonl.gz", path.display(), files(*n_skipped)
    )]
    NoDocuments {
        /// The folder.
        path: PathBuf,
        /// Files of no known kind in it.
        n_skipped: usize,
    },
    /// A file named as input whose kind is not known.
    #[error("`{}` is {}: save it as .docx, .pdf, .html, .txt or .jsonl", path.display(), kind.unwrap_or("of a kind that is not read"))]
    UnknownFormat {
        /// The file.
        path: PathBuf,
        /// What it is, where that is known.
        kind: Option<&'static str>,
    },
    /// A file that cannot be opened without a password.
    #[error("`{}` is encrypted: save it without a password", path.display())]
    Encrypted {
        /// The file.
        path: PathBuf,
    },
    /// A PDF that holds pictures of pages.
    #[error(
        "`{}` holds scanned pages and no text: run text recognition (OCR) first, such as `ocrmypdf IN.pdf OUT.pdf`",
        path.display()
    )]
    NoText {
        /// The file.
        path: PathBuf,
    },
    /// A PDF some of whose pages are pictures. The others were read.
    #[error(
        "`{}` holds scanned pages without text, which are missing: {pages}; the others were read. Run text recognition \
         (OCR), such as `ocrmypdf --skip-text IN.pdf OUT.pdf`", path.display()
    )]
    PagesWithoutText {
        /// The file.
        path: PathBuf,
        /// Numbers of the pages, from 1: `page 2`, `pages 2-4, 9`.
        pages: String,
    },
    /// A file that is not what its format says.
    #[error("`{}` cannot be read as {format} ({message}): open it in a program and save it anew", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Name of the format.
        format: &'static str,
        /// What is wrong.
        message: String,
    },
    /// A file larger than the limit.
    #[error("`{}` is larger than {most}: split it, or raise --max-file", path.display())]
    FileTooLarge {
        /// The file.
        path: PathBuf,
        /// The limit.
        most: String,
    },
    /// A document with more text than the limit.
    #[error("`{name}` holds more than {most} of text: split it, or raise --max-text")]
    TextTooLarge {
        /// The file, or the file and line.
        name: String,
        /// The limit.
        most: String,
    },
    /// A file whose conversion takes longer than the limit.
    #[error("`{}` is not read within {seconds} seconds: save it as text, or raise --max-seconds", path.display())]
    TooLong {
        /// The file.
        path: PathBuf,
        /// The limit.
        seconds: u64,
    },
    /// A file that somebody else writes to.
    #[error("`{}` changed while it was read: run again when it is complete", path.display())]
    Changed {
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

/// Ascending numbers in short: `2-4, 9`.
fn ranges(numbers: &[usize]) -> String {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let run = |run: &[usize]| match run {
        [first, .., last] => format!("{first}-{last}"),
        _ => run.iter().map(ToString::to_string).collect(),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
}

impl ReadError {
    pub(super) fn file_too_large(path: &Path, limits: &Limits) -> Self {
        Self::FileTooLarge { path: path.to_owned(), most: size(limits.file_bytes) }
    }

    pub(super) fn text_too_large(name: &str, limits: &Limits) -> Self {
        Self::TextTooLarge { name: name.to_owned(), most: size(limits.text_bytes) }
    }

    /// Whether the document was read all the same, and only a part of it is missing.
    #[must_use]
    pub const fn is_partial(&self) -> bool {
        matches!(self, Self::PagesWithoutText { .. })
    }

    /// The pages of the PDF at `path` that are missing in its text, where there are any.
    pub(super) fn of_gaps(path: &Path, pages: &[usize]) -> Option<Self> {
        let word = if pages.len() > 1 { "pages" } else { "page" };
        let path = path.to_owned();
        (!pages.is_empty()).then(|| Self::PagesWithoutText { path, pages: format!("{word} {}", ranges(pages)) })
    }

    /// What the system said of `path`.
    pub(super) fn io(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing { path: path.to_owned() },
            _ => Self::Io { path: path.to_owned(), source },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_are_told_by_the_first_and_the_last() {
        assert_eq!(ranges(&[2]), "2");
        assert_eq!(ranges(&[1, 3, 4, 5, 7, 8]), "1, 3-5, 7-8");
    }
}
