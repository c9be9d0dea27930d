//! A document as it was read: its decoded text and what is known about it from outside the text.
//! Reading files and streams is in `document::read`, what the text says of
//! itself in `document::imprint`; finding replies and paragraphs is `structure`.

pub mod imprint;
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
    /// Session of the body before which it was said, as given: `70`, `Seventieth session`.
    pub session: Option<String>,
    /// Item of the agenda, as given: `93`.
    pub agenda_item: Option<String>,
    /// Media type of a file whose text was converted, `application/pdf`; none where the text is the file's own.
    pub media_type: Option<String>,
}

impl Metadata {
    /// What is known here, completed by `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            state: self.state.or(other.state),
            date: self.date.or(other.date),
            symbol: self.symbol.or(other.symbol),
            title: self.title.or(other.title),
            language: self.language.or(other.language),
            source: self.source.or(other.source),
            session: self.session.or(other.session),
            agenda_item: self.agenda_item.or(other.agenda_item),
            media_type: self.media_type.or(other.media_type),
        }
    }
}

/// One document: an identifier, its text, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Identifier, unique in a graph: of the manifest or JSON line, else made from the file name.
    pub id: String,
    /// Name of the input, for messages: a path, or `path:line` of a JSON line.
    pub name: String,
    /// The decoded text: UTF-8, byte-order mark removed, line endings kept. Of a converted file what was found in it.
    pub text: String,
    /// What is known from outside the text.
    pub metadata: Metadata,
    /// SHA-256 of the input bytes (of the file, or of the `text` value of a JSON line), lower-case hexadecimal.
    pub sha256: String,
    /// Number of those bytes.
    pub n_bytes: u64,
}

impl Document {
    /// Whether the text is not the file's own, but was converted from it.
    #[must_use]
    pub const fn is_converted(&self) -> bool {
        self.metadata.media_type.is_some()
    }
}

/// Lower-case hexadecimal SHA-256.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;

    use sha2::{Digest, Sha256};
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
