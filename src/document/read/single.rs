//! A file as one document: as it stands, or converted.

use std::io::Read;
use std::path::Path;

use super::convert::{Converted, convert, media_type};
use super::format::Format;
use super::limit;
use super::manifest::Row;
use super::{Options, ReadError, is_alpha3, sha256, utf16};
use crate::document::{Document, Metadata, imprint};

/// Reads the file at `path`; `row` is what a manifest says of it.
pub fn file(path: &Path, name: &str, format: Format, row: &Row, options: &Options) -> Result<Document, ReadError> {
    let bytes = limit::whole(path, &options.limits)?;
    document(bytes, path, name, format, row, options)
}

/// Reads one document from a stream.
pub fn stream(
    reader: impl Read,
    path: &Path,
    name: &str,
    format: Format,
    row: &Row,
    options: &Options,
) -> Result<Document, ReadError> {
    let mut bytes = Vec::new();
    let most = options.limits.file_bytes;
    reader.take(most + 1).read_to_end(&mut bytes).map_err(|source| ReadError::io(path, source))?;
    if bytes.len() as u64 > most {
        return Err(ReadError::file_too_large(path, &options.limits));
    }
    document(bytes, path, name, format, row, options)
}

/// Makes a document of the bytes of a file.
pub fn document(
    bytes: Vec<u8>,
    path: &Path,
    name: &str,
    format: Format,
    row: &Row,
    options: &Options,
) -> Result<Document, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty { path: path.to_owned() });
    }
    let (sha256, n_bytes) = (sha256(&bytes), bytes.len() as u64);
    let Converted { text, title, language } = match media_type(format) {
        Some(_) => converted(bytes, &sha256, path, format, options)?,
        None => Converted { text: decoded(bytes, path)?, ..Converted::default() },
    };
    if text.trim().is_empty() {
        let path = path.to_owned();
        return Err(if format == Format::Html { ReadError::EmptyPage { path } } else { ReadError::Empty { path } });
    }
    options.limits.admit(name, &text)?;
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let fields = imprint::fields(&text).unwrap_or_default();
    let id = row.id.clone().or(fields.id).unwrap_or_else(|| safe_id(&stem));
    let of_file =
        Metadata { title, language, media_type: media_type(format).map(str::to_owned), ..named_speech(&stem) };
    let metadata = row.metadata.clone().or(fields.metadata).or(of_file).or(imprint::read(&text[fields.n_bytes..]));
    Ok(Document { id, name: name.to_owned(), text, metadata, sha256, n_bytes })
}

fn converted(
    bytes: Vec<u8>,
    sha256: &str,
    path: &Path,
    format: Format,
    options: &Options,
) -> Result<Converted, ReadError> {
    // Only a PDF says nothing outside its text, and only a PDF is slow.
    let known = options.known.as_deref().filter(|_| format == Format::Pdf).and_then(|known| known(sha256));
    match known {
        Some(text) => Ok(Converted { text, ..Converted::default() }),
        None => convert(bytes, format, options).map_err(|fault| fault.at(path, format, &options.limits)),
    }
}

/// The characters of a text: UTF-8, or UTF-16, which its first bytes tell.
fn decoded(bytes: Vec<u8>, path: &Path) -> Result<String, ReadError> {
    if let Some(encoding) = utf16::encoding(&bytes) {
        let (text, _, is_broken) = encoding.decode(&bytes);
        return match is_broken {
            true => Err(ReadError::BrokenUtf16 { path: path.to_owned() }),
            false => Ok(text.into_owned()),
        };
    }
    let mut text = String::from_utf8(bytes)
        .map_err(|e| ReadError::NotUtf8 { path: path.to_owned(), offset: e.utf8_error().valid_up_to() })?;
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    Ok(text)
}

/// What a file name such as `CAN_70_2015` says: State, session, year.
fn named_speech(stem: &str) -> Metadata {
    let pieces: Vec<&str> = stem.split('_').collect();
    let is_number = |piece: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_digit())
    };
    match pieces[..] {
        [state, session, ref year @ ..]
            if is_alpha3(state)
                && is_number(session, 1..=3)
                && year.len() <= 1
                && year.iter().all(|year| is_number(year, 4..=4)) =>
        {
            Metadata {
                state: Some(state.to_owned()),
                session: Some(session.to_owned()),
                date: year.first().map(|year| (*year).to_owned()),
                ..Metadata::default()
            }
        }
        _ => Metadata::default(),
    }
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
    fn file_names_of_speeches_tell_state_session_and_year() {
        for (stem, expected) in [
            ("CAN_70_2015", [Some("CAN"), Some("70"), Some("2015")]),
            ("CAN_70", [Some("CAN"), Some("70"), None]),
            ("can_70_2015", [None; 3]),
            ("CAN_2015", [None; 3]),
            ("THE_END", [None; 3]),
            ("CAN_70_2015_draft", [None; 3]),
        ] {
            let Metadata { state, session, date, .. } = named_speech(stem);
            assert_eq!([state.as_deref(), session.as_deref(), date.as_deref()], expected, "{stem}");
        }
    }
}
