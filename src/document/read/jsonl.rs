//! JSON lines: one document an object, one object a line. Only `\n` ends a line.

use std::io::{self, BufRead};
use std::path::PathBuf;

use serde::Deserialize;

use super::{Limits, ReadError, is_alpha3, sha256, utf16};
use crate::document::{Document, Metadata, imprint};

/// A line as it stands; other keys are ignored.
#[derive(Deserialize)]
struct Record {
    id: Option<Word>,
    text: Option<String>,
    state: Option<String>,
    date: Option<Word>,
    symbol: Option<String>,
    title: Option<String>,
    language: Option<String>,
    source: Option<String>,
    session: Option<Word>,
    agenda_item: Option<Word>,
}

/// A string, or a number that stands for one: `2015`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Word {
    Text(String),
    Number(u64),
}

impl Word {
    fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
        }
    }
}

/// The documents of a stream. A line that is no document is an error; the next line is read all the same.
pub fn documents<R: BufRead>(
    name: String,
    reader: R,
    limits: Limits,
) -> impl Iterator<Item = Result<Document, ReadError>> {
    Lines { name, reader, limits, n_lines: 0, buffer: Vec::new(), is_over: false }
}

struct Lines<R> {
    name: String,
    reader: R,
    limits: Limits,
    n_lines: u64,
    buffer: Vec<u8>,
    is_over: bool,
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Document, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_over {
            self.buffer.clear();
            self.n_lines += 1;
            match self.read_line() {
                Ok(0) => self.is_over = true,
                Ok(n_bytes) if n_bytes > self.buffer.len() as u64 => {
                    let name = format!("{}:{}", self.name, self.n_lines);
                    return Some(Err(ReadError::text_too_large(&name, &self.limits)));
                }
                Ok(_) if self.n_lines == 1 && utf16::encoding(&self.buffer).is_some() => {
                    self.is_over = true;
                    let (name, message) = (self.name.clone(), "this is UTF-16: save it as UTF-8".to_owned());
                    return Some(Err(ReadError::Json { name, line: 1, message }));
                }
                Ok(_) => {
                    let line = self.buffer.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.buffer);
                    if !line.iter().all(u8::is_ascii_whitespace) {
                        return Some(parse(line, &self.name, self.n_lines, &self.limits));
                    }
                }
                Err(source) => {
                    self.is_over = true;
                    return Some(Err(ReadError::io(&PathBuf::from(&self.name), source)));
                }
            }
        }
        None
    }
}

impl<R: BufRead> Lines<R> {
    /// Reads to the end of the line; gives its length, of which no more than a line may have is kept.
    fn read_line(&mut self) -> io::Result<u64> {
        let (mut n_bytes, most) = (0, self.limits.line_bytes());
        loop {
            let read = self.reader.fill_buf()?;
            let (used, is_end) = match memchr::memchr(b'\n', read) {
                Some(at) => (at + 1, true),
                None => (read.len(), read.is_empty()),
            };
            if n_bytes + used as u64 <= most {
                self.buffer.extend_from_slice(&read[..used]);
            }
            n_bytes += used as u64;
            self.reader.consume(used);
            if is_end {
                return Ok(n_bytes);
            }
        }
    }
}

fn parse(line: &[u8], name: &str, n_line: u64, limits: &Limits) -> Result<Document, ReadError> {
    let fault = |message: String| ReadError::Json { name: name.to_owned(), line: n_line, message };
    let record: Record = serde_json::from_slice(line).map_err(|e| fault(explain(&e)))?;
    let id = record.id.map(Word::into_text).filter(|id| !id.trim().is_empty());
    let id = id.ok_or_else(|| fault("no `id`: give each line a string that no other has".to_owned()))?;
    let text = record.text.filter(|text| !text.trim().is_empty());
    let text = text.ok_or_else(|| fault(format!("no `text` in `{id}`: give each line the text of its document")))?;
    if let Some(state) = record.state.as_deref().filter(|state| !is_alpha3(state)) {
        return Err(fault(format!("`state` is `{state}`: write an ISO 3166-1 alpha-3 code, such as `CAN`")));
    }
    let metadata = Metadata {
        state: record.state,
        date: record.date.map(|date| imprint::without_time(&date.into_text()).to_owned()),
        symbol: record.symbol,
        title: record.title,
        language: record.language,
        source: record.source,
        session: record.session.map(Word::into_text),
        agenda_item: record.agenda_item.map(Word::into_text),
        media_type: None,
    };
    let name = format!("{name}:{n_line}");
    limits.admit(&name, &text)?;
    let (sha256, n_bytes) = (sha256(text.as_bytes()), text.len() as u64);
    let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text);
    let metadata = metadata.or(imprint::read(&text));
    Ok(Document { id, name, text, metadata, sha256, n_bytes })
}

fn explain(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    format!("no JSON object with strings ({message}, column {}): one object a line", error.column())
}
