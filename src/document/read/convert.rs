//! What the readers of converted formats give: a text, or a fault of the file.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::format::Format;
use super::limit::Limits;
use super::{Options, ReadError, docx, html, pdf};

/// The text of a file, and what the file says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Converted {
    /// The text.
    pub text: String,
    /// Title, outside the text.
    pub title: Option<String>,
    /// BCP 47 tag of the language.
    pub language: Option<String>,
}

/// Why a file gives no text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// It needs a password.
    Encrypted,
    /// It holds pictures of pages.
    NoText,
    /// It holds nothing.
    Empty,
    /// It holds more than the limits allow, packed or not.
    TooMuch,
    /// It takes longer than the limits allow.
    TooLong,
    /// It is not what it seems.
    Damaged(String),
}

impl Fault {
    /// As what is wrong with the file at `path`.
    pub fn at(self, path: &Path, format: Format, limits: &Limits) -> ReadError {
        let path = path.to_owned();
        match self {
            Self::Encrypted => ReadError::Encrypted { path },
            Self::NoText => ReadError::NoText { path },
            Self::Empty => ReadError::Empty { path },
            Self::TooMuch => ReadError::text_too_large(&path.display().to_string(), limits),
            Self::TooLong => ReadError::TooLong { path, seconds: limits.seconds },
            Self::Damaged(message) => ReadError::Damaged { path, format: name(format), message },
        }
    }
}

/// Media type of a format that is converted; none of one whose text is its own.
pub const fn media_type(format: Format) -> Option<&'static str> {
    match format {
        Format::Html => Some("text/html"),
        Format::Docx => Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        Format::Pdf => Some("application/pdf"),
        Format::Plain | Format::JsonLines | Format::JsonLinesZstd | Format::JsonLinesGzip => None,
    }
}

const fn name(format: Format) -> &'static str {
    match format {
        Format::Html => "HTML",
        Format::Docx => "DOCX",
        Format::Pdf => "PDF",
        Format::Plain => "text",
        Format::JsonLines | Format::JsonLinesZstd | Format::JsonLinesGzip => "JSON lines",
    }
}

/// Converts the bytes of a file of a format that has a media type.
pub fn convert(bytes: Vec<u8>, format: Format, options: &Options) -> Result<Converted, Fault> {
    let converted = match format {
        Format::Pdf => pdf::guard::convert(bytes, &options.limits, options.pdf_reader.as_deref())?,
        Format::Docx => docx::convert(&bytes, &options.limits)?,
        _ => html::convert(&bytes),
    };
    if converted.text.len() as u64 > options.limits.text_bytes {
        return Err(Fault::TooMuch);
    }
    Ok(converted)
}
