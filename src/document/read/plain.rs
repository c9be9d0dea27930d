//! A text file as one document.

use std::path::Path;

use super::manifest::Row;
use super::{ReadError, is_alpha3, sha256};
use crate::document::{Document, Metadata};

/// Reads the file at `path`; `row` is what a manifest says of it.
pub fn document(path: &Path, name: &str, row: &Row) -> Result<Document, ReadError> {
    let bytes = std::fs::read(path).map_err(|source| ReadError::io(path, source))?;
    let (sha256, n_bytes) = (sha256(&bytes), bytes.len() as u64);
    let mut text = String::from_utf8(bytes)
        .map_err(|e| ReadError::NotUtf8 { path: path.to_owned(), offset: e.utf8_error().valid_up_to() })?;
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    if text.trim().is_empty() {
        return Err(ReadError::Empty { path: path.to_owned() });
    }
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let id = row.id.clone().unwrap_or_else(|| safe_id(&stem));
    Ok(Document { id, name: name.to_owned(), text, metadata: metadata(row, &stem), sha256, n_bytes })
}

/// What the manifest says, completed by what the file name says.
fn metadata(row: &Row, stem: &str) -> Metadata {
    let mut metadata = row.metadata.clone();
    if let Some((state, year)) = named_speech(stem) {
        metadata.state = metadata.state.or_else(|| Some(state.to_owned()));
        metadata.date = metadata.date.or_else(|| year.map(str::to_owned));
    }
    metadata
}

/// State and year of a file name such as `CAN_70_2015`: State, session, year.
fn named_speech(stem: &str) -> Option<(&str, Option<&str>)> {
    let mut pieces = stem.split('_');
    let (state, session, year) = (pieces.next()?, pieces.next()?, pieces.next());
    let is_session = (1..=3).contains(&session.len()) && session.bytes().all(|b| b.is_ascii_digit());
    let is_year = |year: &str| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    let fits = is_alpha3(state) && is_session && year.is_none_or(is_year) && pieces.next().is_none();
    fits.then_some((state, year))
}

/// An identifier of a file name: ASCII, lower case, only `a-z 0-9 . _ -`.
fn safe_id(stem: &str) -> String {
    let plain = deunicode::deunicode(stem).to_ascii_lowercase();
    let mut id = String::with_capacity(plain.len());
    for c in plain.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') {
            id.push(c);
        } else if !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_matches('-');
    if id.is_empty() { "document".to_owned() } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_make_ids() {
        for (stem, id) in [
            ("sg-report_2015", "sg-report_2015"),
            ("Déclaration (Côte d’Ivoire)", "declaration-cote-d-ivoire"),
            ("北京", "bei-jing"),
            ("??", "document"),
        ] {
            assert_eq!(safe_id(stem), id, "{stem}");
        }
    }

    #[test]
    fn file_names_of_speeches_tell_state_and_year() {
        for (stem, expected) in [
            ("CAN_70_2015", Some(("CAN", Some("2015")))),
            ("CAN_70", Some(("CAN", None))),
            ("can_70_2015", None),
            ("CAN_2015", None),
            ("THE_END", None),
            ("CAN_70_2015_draft", None),
        ] {
            assert_eq!(named_speech(stem), expected, "{stem}");
        }
    }
}
