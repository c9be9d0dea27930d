//! In which format a file is: told by how it begins, and only where that says nothing by the end of its name.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `.txt`, `.text`, `.md`: one document, its text as it stands.
    Plain,
    /// `.html`, `.htm`, `.xhtml`: a web page.
    Html,
    /// `.docx`, `.docm`, `.dotx`: Office Open XML, of Word and others.
    Docx,
    /// `.pdf`
    Pdf,
    /// `.jsonl`: a document a line.
    JsonLines,
    /// `.jsonl.zst`
    JsonLinesZstd,
    /// `.jsonl.gz`
    JsonLinesGzip,
}

/// Ends of file names and what they mean.
const NAMES: [(&str, Format); 13] = [
    (".txt", Format::Plain),
    (".text", Format::Plain),
    (".md", Format::Plain),
    (".html", Format::Html),
    (".htm", Format::Html),
    (".xhtml", Format::Html),
    (".docx", Format::Docx),
    (".docm", Format::Docx),
    (".dotx", Format::Docx),
    (".pdf", Format::Pdf),
    (".jsonl", Format::JsonLines),
    (".jsonl.zst", Format::JsonLinesZstd),
    (".jsonl.gz", Format::JsonLinesGzip),
];

/// Bytes from which the content is told.
pub const HEAD: usize = 4096;

/// What the first bytes of a file say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// It begins as files of this format do.
    Is(Format),
    /// It is of a kind that is not read: its name, for messages.
    Foreign(&'static str),
    /// Text of any kind, or nothing known.
    Unknown,
}

impl Format {
    /// By the end of the name.
    pub fn of_name(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        NAMES.iter().find(|(end, _)| name.ends_with(end)).map(|&(_, format)| format)
    }

    /// Of a stream without a name that begins with `head`, where its content does not tell more.
    pub fn of_stream(head: &[u8]) -> Self {
        let is_object = head.trim_ascii_start().starts_with(b"{");
        if is_object { Self::JsonLines } else { Self::Plain }
    }

    /// By content, and where that says nothing by `named`; else what the file is instead, where that is known.
    pub fn of(named: Option<Self>, content: Content) -> Result<Self, Option<&'static str>> {
        match (content, named) {
            (Content::Foreign(kind), _) => Err(Some(kind)),
            // A page or a record inside another format's file is an example in it, not the file.
            (Content::Is(Self::Html | Self::JsonLines), Some(named)) if named != Self::Plain => Ok(named),
            (Content::Is(format), _) => Ok(format),
            (Content::Unknown, Some(named)) => Ok(named),
            (Content::Unknown, None) => Err(None),
        }
    }
}

impl Content {
    /// Of the file at `path`.
    pub fn of_file(path: &Path) -> io::Result<Self> {
        let mut head = Vec::new();
        File::open(path)?.take(HEAD as u64).read_to_end(&mut head)?;
        Ok(Self::of(&head))
    }

    /// Of a file that begins with `head`.
    pub fn of(head: &[u8]) -> Self {
        const MAGIC: [(&[u8], Content); 6] = [
            (b"%PDF-", Content::Is(Format::Pdf)),
            (b"PK\x03\x04", Content::Is(Format::Docx)),
            (b"\x28\xB5\x2F\xFD", Content::Is(Format::JsonLinesZstd)),
            (b"\x1F\x8B", Content::Is(Format::JsonLinesGzip)),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Content::Foreign("an old or an encrypted Office file")),
            (b"{\\rtf", Content::Foreign("a Rich Text file")),
        ];
        let found = MAGIC.iter().find(|(magic, _)| head.starts_with(magic));
        found.map_or_else(|| Self::of_text(head), |&(_, content)| content)
    }

    fn of_text(head: &[u8]) -> Self {
        let head = String::from_utf8_lossy(head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head));
        let text = head.trim_start();
        let begins = |start: &str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
        let is_xhtml = begins("<?xml") && text.to_ascii_lowercase().contains("<html");
        if begins("<!doctype html") || begins("<html") || is_xhtml {
            return Self::Is(Format::Html);
        }
        // Some writers put a line or two before the header of a PDF.
        if text.contains("\n%PDF-1.") {
            return Self::Is(Format::Pdf);
        }
        let is_record = text.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with('"'));
        if is_record && text.contains("\"text\"") && text.contains("\"id\"") {
            return Self::Is(Format::JsonLines);
        }
        Self::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, head: &[u8], expected: Result<Format, Option<&str>>) {
        assert_eq!(Format::of(Format::of_name(Path::new(name)), Content::of(head)), expected, "{name}");
    }

    #[test]
    fn content_goes_before_the_name() {
        check("a.txt", b"%PDF-1.7\n", Ok(Format::Pdf));
        check("a", b"PK\x03\x04\x14\0", Ok(Format::Docx));
        check("a.pdf", b"\xEF\xBB\xBF <!DOCTYPE HTML><p>x", Ok(Format::Pdf));
        check("a.md", b"\n<html lang='en'>", Ok(Format::Html));
        check("page.aspx", b"<?xml version='1.0'?>\n<html>", Ok(Format::Html));
        check("a.txt", b"{\"id\": \"a\", \"text\": \"b\"}", Ok(Format::JsonLines));
        check("a.txt", b"{\"note\": 1}", Ok(Format::Plain));
        check("A.JSONL.GZ", b"\x1F\x8B\x08", Ok(Format::JsonLinesGzip));
        check("a.htm", b"<p>x", Ok(Format::Html));
        check("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Err(Some("an old or an encrypted Office file")));
        check("a.txt", b"{\\rtf1 x}", Err(Some("a Rich Text file")));
        check("a.csv", b"a,b\n", Err(None));
    }
}
