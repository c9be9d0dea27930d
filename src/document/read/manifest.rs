//! Manifests: CSV tables that say of files what they cannot say themselves.

use std::path::{Path, PathBuf};

use super::{ReadError, is_alpha3};
use crate::document::Metadata;

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

/// Reads the manifest at `path`: the files that it names, and the lines that cannot be used.
pub fn read(path: &Path) -> Result<Table, ReadError> {
    let bytes = std::fs::read(path).map_err(|source| ReadError::io(path, source))?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(bytes);
    let headers = reader.headers().map_err(|error| fault(path, 1, error.to_string()))?.clone();
    let columns = Columns { headers: &headers, folder: path.parent().unwrap_or(Path::new("")) };
    if columns.position("path").is_none() {
        return Err(fault(path, 1, "no column `path`: name the columns in the first line".to_owned()));
    }
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    for record in reader.records() {
        let parsed = match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                columns.row(&record).map_err(|message| fault(path, line, message))
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                Err(fault(path, line, error.to_string()))
            }
        };
        match parsed {
            Ok(row) => rows.push(row),
            Err(problem) => problems.push(problem),
        }
    }
    Ok((rows, problems))
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
            date: cell("date"),
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
