//! From inputs - files, folders, standard input - to documents. Lists sources in one order on every machine
//! and reads each lazily: a stream of JSON lines of any size needs the memory of its longest line.

mod convert;
mod docx;
mod error;
mod format;
mod html;
mod jsonl;
mod limit;
mod lines;
mod listing;
mod manifest;
mod pdf;
mod single;
mod utf16;

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Document, is_alpha3, sha256};
use convert::{Converted, Fault};
use format::{Content, Format};
use manifest::Row;

pub use error::ReadError;
pub use limit::Limits;
pub use listing::{Ids, Inputs, expand};
pub use pdf::guard::{VERB as READ_PDF, answer as answer_pdf};

/// Looks up a text that was converted before, by the SHA-256 of the file.
pub type KnownText = dyn Fn(&str) -> Option<String> + Send + Sync;

/// How documents are read.
#[derive(Clone, Default)]
pub struct Options {
    /// How much of one document is read at most.
    pub limits: Limits,
    /// The program that reads PDF files in a process of its own: one that does [`answer_pdf`] when it is called with
    /// [`READ_PDF`] and two limits. Without it a PDF that nests without end can end this process.
    pub pdf_reader: Option<PathBuf>,
    /// Texts that need not be converted again.
    pub known: Option<Arc<KnownText>>,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { limits, pdf_reader, known } = self;
        let known = known.is_some();
        f.debug_struct("Options")
            .field("limits", limits)
            .field("pdf_reader", pdf_reader)
            .field("known", &known)
            .finish()
    }
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
    /// A pipe or a device, which is opened once and read from its beginning to its end.
    Stream {
        path: PathBuf,
        named: Option<Format>,
        row: Box<Row>,
    },
    /// A file, with the format that its name tells.
    File {
        path: PathBuf,
        named: Option<Format>,
        row: Box<Row>,
    },
}

/// The documents of one source, or what is wrong with them, in order.
pub type Documents = Box<dyn Iterator<Item = Result<Document, ReadError>> + Send>;

impl Source {
    /// Name for messages: the path, or `-`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is a file that holds one document, as far as its name tells.
    #[must_use]
    pub const fn is_one_document(&self) -> bool {
        use Format::{Docx, Html, Pdf, Plain};
        matches!(self.place, Place::File { named: Some(Plain | Html | Docx | Pdf), .. })
    }

    /// Reads the documents one after the other, within the usual limits.
    #[must_use]
    pub fn documents(&self) -> Documents {
        self.documents_with(&Options::default())
    }

    /// Reads the documents one after the other. What is wrong with one line of a stream does not end it.
    #[must_use]
    pub fn documents_with(&self, options: &Options) -> Documents {
        let opened = match &self.place {
            Place::StandardInput => {
                // It has no name that could make an identifier.
                self.stream(Path::new("standard-input"), io::stdin(), None, &Row::default(), options)
            }
            Place::Stream { path, named, row } => {
                let opened = File::open(path).map_err(|source| ReadError::io(path, source));
                opened.and_then(|stream| self.stream(path, stream, *named, row, options))
            }
            Place::File { path, named, row } => self.file(path, *named, row, options),
        };
        opened.unwrap_or_else(|error| Box::new(std::iter::once(Err(error))))
    }

    /// The documents of what can be read once. Where neither content nor name tells the format, it is a text.
    fn stream(
        &self,
        path: &Path,
        mut stream: impl Read + Send + 'static,
        named: Option<Format>,
        row: &Row,
        options: &Options,
    ) -> Result<Documents, ReadError> {
        let fault = |source| ReadError::io(path, source);
        let mut head = Vec::new();
        // A pipe gives what has been written so far.
        stream.by_ref().take(format::HEAD as u64).read_to_end(&mut head).map_err(fault)?;
        let (content, named) = (Content::of(&head), named.unwrap_or_else(|| Format::of_stream(&head)));
        let reader = BufReader::with_capacity(1 << 16, io::Cursor::new(head).chain(stream));
        match Format::of(Some(named), content) {
            Ok(format @ (Format::JsonLines | Format::JsonLinesZstd | Format::JsonLinesGzip)) => {
                let lines = unpacked(reader, format).map_err(fault)?;
                Ok(at_least_one(path, jsonl::documents(self.name.clone(), lines, options.limits)))
            }
            Ok(format) => Ok(with_gaps(path, single::stream(reader, path, &self.name, format, row, options))),
            Err(kind) => Err(ReadError::UnknownFormat { path: path.to_owned(), kind }),
        }
    }

    fn file(&self, path: &Path, named: Option<Format>, row: &Row, options: &Options) -> Result<Documents, ReadError> {
        let fault = |source| ReadError::io(path, source);
        let content = Content::of_file(path).map_err(fault)?;
        match Format::of(named, content) {
            Ok(format @ (Format::JsonLines | Format::JsonLinesZstd | Format::JsonLinesGzip)) => {
                let file = File::open(path).map_err(fault)?;
                let before = file.metadata().map_err(fault)?;
                let reader = unpacked(BufReader::with_capacity(1 << 16, file), format).map_err(fault)?;
                let documents = jsonl::documents(self.name.clone(), reader, options.limits);
                Ok(unchanged(path, before, at_least_one(path, documents)))
            }
            Ok(format) => Ok(with_gaps(path, single::file(path, &self.name, format, row, options))),
            Err(kind) => Err(ReadError::UnknownFormat { path: path.to_owned(), kind }),
        }
    }
}

/// The documents of a file of this name that holds `bytes`, read as the file would be.
///
/// ```
/// use demarche::document::read::{Options, documents_of};
/// let page = b"<html lang=en><nav>Menu</nav><p>Canada joined the <i>Council of Europe</i>.".to_vec();
/// let documents = documents_of("page.html", page, &Options::default()).unwrap();
/// assert_eq!(documents[0].text, "Canada joined the Council of Europe.\n");
/// ```
///
/// # Errors
/// What is wrong with the first document that cannot be read.
pub fn documents_of(name: &str, bytes: Vec<u8>, options: &Options) -> Result<Vec<Document>, ReadError> {
    let path = Path::new(name);
    let content = Content::of(&bytes[..bytes.len().min(format::HEAD)]);
    match Format::of(Format::of_name(path), content) {
        Ok(format @ (Format::JsonLines | Format::JsonLinesZstd | Format::JsonLinesGzip)) => {
            let reader = unpacked(io::Cursor::new(bytes), format).map_err(|source| ReadError::io(path, source))?;
            jsonl::documents(name.to_owned(), reader, options.limits).collect()
        }
        Ok(format) => Ok(vec![single::document(bytes, path, name, format, &Row::default(), options)?]),
        Err(kind) => Err(ReadError::UnknownFormat { path: path.to_owned(), kind }),
    }
}

/// The document of a file, and after it what is missing in it.
fn with_gaps(path: &Path, read: Result<Document, ReadError>) -> Documents {
    let is_pdf = |document: &&Document| document.metadata.media_type.as_deref() == convert::media_type(Format::Pdf);
    let pages = read.as_ref().ok().filter(is_pdf).map(|document| pdf::picture::pages(&document.text));
    let gaps = ReadError::of_gaps(path, &pages.unwrap_or_default());
    Box::new(std::iter::once(read).chain(gaps.map(Err)))
}

/// A file of JSON lines without a line is as wrong as a text without a letter.
fn at_least_one(
    path: &Path,
    mut documents: impl Iterator<Item = Result<Document, ReadError>> + Send + 'static,
) -> Documents {
    let first = documents.next().unwrap_or_else(|| Err(ReadError::Empty { path: path.to_owned() }));
    Box::new(std::iter::once(first).chain(documents))
}

/// The documents, and at their end the fault that the file has changed meanwhile.
fn unchanged(path: &Path, before: std::fs::Metadata, documents: Documents) -> Documents {
    let path = path.to_owned();
    let check = std::iter::once_with(move || match path.metadata() {
        Ok(after) if limit::has_changed(&before, &after) => Some(Err(ReadError::Changed { path })),
        Ok(_) => None,
        Err(source) => Some(Err(ReadError::io(&path, source))),
    });
    Box::new(documents.chain(check.flatten()))
}

fn unpacked<R: BufRead + Send + 'static>(reader: R, format: Format) -> io::Result<Box<dyn BufRead + Send>> {
    Ok(match format {
        Format::JsonLinesZstd => Box::new(BufReader::with_capacity(1 << 16, zstd::Decoder::with_buffer(reader)?)),
        Format::JsonLinesGzip => {
            Box::new(BufReader::with_capacity(1 << 16, flate2::bufread::MultiGzDecoder::new(reader)))
        }
        Format::Plain | Format::Html | Format::Docx | Format::Pdf | Format::JsonLines => Box::new(reader),
    })
}

#[cfg(test)]
mod tests;
