//! Manifests: CSV tables that say of files what they cannot say themselves.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{ReadError, is_alpha3, utf16};
use crate::document::{Metadata, imprint};

/// What a manifest says of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Identifier of the document.
    pub id: Option<String>,
    /// The rest.
    pub metadata: Metadata,
}

/// The files that a manifest names, and its lines that cannot be used.
pub type Table = (Vec<(PathBuf, Row)>, Vec<ReadError>);

/// Reads the manifest at `path`: the files that it names, and the lines that cannot be used. Cells are parted by commas,
/// or as spreadsheets of some countries do by semicolons, or by tabs.
pub fn read(path: &Path) -> Result<Table, ReadError> {
    let bytes = std::fs::read(path).map_err(|source| ReadError::io(path, source))?;
    let bytes = utf16::encoding(&bytes).map_or(bytes.clone(), |encoding| encoding.decode(&bytes).0.into_owned().into());
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let parted_by = |delimiter: u8| {
        csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).flexible(true).from_reader(bytes)
    };
    let has_path = |delimiter: &u8| {
        parted_by(*delimiter)
            .headers()
            .is_ok_and(|headers| Columns { headers, folder: path }.position("path").is_some())
    };
    let mut reader = parted_by([b',', b';', b'\t'].into_iter().find(has_path).unwrap_or(b','));
    let headers = reader.headers().map_err(|error| fault(path, 1, explain(&error)))?.clone();
    let columns = Columns { headers: &headers, folder: path.parent().unwrap_or(Path::new("")) };
    if columns.position("path").is_none() {
        return Err(fault(path, 1, "no column `path`: name the columns in the first line".to_owned()));
    }
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    let mut lines: BTreeMap<PathBuf, u64> = BTreeMap::new();
    for record in reader.records() {
        let line = match &record {
            Ok(record) => record.position().map_or(0, csv::Position::line),
            Err(error) => error.position().map_or(0, csv::Position::line),
        };
        let parsed = record.map_err(|error| explain(&error)).and_then(|record| columns.row(&record));
        let fresh = parsed.and_then(|(file, row)| match lines.insert(file.clone(), line) {
            Some(first) => Err(format!("`{}` stands on line {first} as well: leave one of them out", file.display())),
            None => Ok((file, row)),
        });
        match fresh {
            Ok(row) => rows.push(row),
            Err(message) => problems.push(fault(path, line, message)),
        }
    }
    Ok((rows, problems))
}

/// What the library says of a line, and the cure.
fn explain(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => "this is not UTF-8: save the table as UTF-8".to_owned(),
        _ => error.to_string(),
    }
}

fn fault(path: &Path, line: u64, message: String) -> ReadError {
    ReadError::Manifest { path: path.to_owned(), line, message }
}

struct Columns<'m> {
    headers: &'m csv::StringRecord,
    folder: &'m Path,
}

impl Columns<'_> {
    fn position(&self, name: &str) -> Option<usize> {
        self.headers.iter().position(|header| header.eq_ignore_ascii_case(name))
    }

    fn cell(&self, record: &csv::StringRecord, name: &str) -> Option<String> {
        let cell = record.get(self.position(name)?)?;
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    fn row(&self, record: &csv::StringRecord) -> Result<(PathBuf, Row), String> {
        let cell = |name| self.cell(record, name);
        let path = cell("path").ok_or("no `path`: name the file, from the manifest's folder")?;
        let file = self.folder.join(&path);
        if !file.exists() {
            return Err(format!("`{path}` does not exist: paths start from the manifest's folder"));
        }
        let state = cell("state");
        if let Some(state) = state.as_deref().filter(|state| !is_alpha3(state)) {
            return Err(format!("`state` is `{state}`: write an ISO 3166-1 alpha-3 code, such as `CAN`"));
        }
        let metadata = Metadata {
            state,
            date: cell("date").map(|date| imprint::without_time(&date).to_owned()),
            symbol: cell("symbol"),
            title: cell("title"),
            language: cell("language"),
            source: cell("source"),
            session: cell("session"),
            agenda_item: cell("agenda_item"),
            media_type: None,
        };
        Ok((file, Row { id: cell("id"), metadata }))
    }
}
