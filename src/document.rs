//! A document as it was read: its decoded text and what is known about it from outside the text.
//! Reading files and streams is in `document::read`; finding replies and paragraphs is `structure`.

pub mod read;

use serde::{Deserialize, Serialize};

/// What a manifest, a JSON line or the file itself says of a document. Nothing here is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// ISO 3166-1 alpha-3 code of the State that speaks, for a single statement.
    pub state: Option<String>,
    /// Date, possibly reduced: `2015`, `2015-06`, `2015-06-04`.
    pub date: Option<String>,
    /// United Nations document symbol, e.g. `A/70/172`.
    pub symbol: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// BCP 47 tag of the language of the text.
    pub language: Option<String>,
    /// Where the text was taken from, in the supplier's words.
    pub source: Option<String>,
}

/// One document: an identifier, its text, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Identifier, unique in a graph: of the manifest or JSON line, else made from the file name.
    pub id: String,
    /// Name of the input, for messages: a path, or `path:line` of a JSON line.
    pub name: String,
    /// The decoded text: UTF-8, byte-order mark removed, line endings kept.
    pub text: String,
    /// What is known from outside the text.
    pub metadata: Metadata,
    /// SHA-256 of the input bytes (of the file, or of the `text` value of a JSON line), lower-case hexadecimal.
    pub sha256: String,
    /// Number of those bytes.
    pub n_bytes: u64,
}
