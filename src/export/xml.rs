//! A writer of indented XML, shared by GraphML and GEXF: escaping, and the one place where characters that
//! XML 1.0 forbids are dropped. It buffers by itself; names of elements and attributes are trusted.

use std::io::{self, Write};

use super::value::Value;

/// The attributes of an element.
pub type Attributes<'a> = [(&'static str, Value<'a>)];

/// Bytes gathered before they are handed on.
const CHUNK: usize = 1 << 16;

/// Writes one XML document.
pub struct XmlWriter<W: Write> {
    out: W,
    buffer: Vec<u8>,
    open: Vec<&'static str>,
}

impl<W: Write> XmlWriter<W> {
    /// Begins a document with its declaration.
    pub fn new(out: W) -> Self {
        let mut buffer = Vec::with_capacity(2 * CHUNK);
        buffer.extend_from_slice(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        Self { out, buffer, open: Vec::new() }
    }

    /// Opens an element.
    ///
    /// # Errors
    /// Whatever the writer below reports.
    pub fn open(&mut self, name: &'static str, attributes: &Attributes<'_>) -> io::Result<()> {
        self.start(name, attributes);
        self.buffer.extend_from_slice(b">\n");
        self.open.push(name);
        self.hand_on(CHUNK)
    }

    /// Writes an element without content.
    ///
    /// # Errors
    /// Whatever the writer below reports.
    pub fn empty(&mut self, name: &'static str, attributes: &Attributes<'_>) -> io::Result<()> {
        self.start(name, attributes);
        self.buffer.extend_from_slice(b"/>\n");
        self.hand_on(CHUNK)
    }

    /// Writes an element that holds one value.
    ///
    /// # Errors
    /// Whatever the writer below reports.
    pub fn leaf(&mut self, name: &'static str, attributes: &Attributes<'_>, value: &Value<'_>) -> io::Result<()> {
        self.start(name, attributes);
        self.buffer.push(b'>');
        match value {
            Value::Text(text) => push_text(&mut self.buffer, text),
            plain => plain.write_plain(&mut self.buffer),
        }
        self.end(name);
        self.hand_on(CHUNK)
    }

    /// Closes the element that was opened last.
    ///
    /// # Errors
    /// Whatever the writer below reports.
    pub fn close(&mut self) -> io::Result<()> {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.end(name);
        }
        self.hand_on(CHUNK)
    }

    /// Closes what is open and gives the writer below back.
    ///
    /// # Errors
    /// Whatever the writer below reports.
    pub fn finish(mut self) -> io::Result<W> {
        while !self.open.is_empty() {
            self.close()?;
        }
        self.hand_on(0)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.indent();
        self.buffer.push(b'<');
        self.buffer.extend_from_slice(name.as_bytes());
        for (name, value) in attributes {
            self.buffer.push(b' ');
            self.buffer.extend_from_slice(name.as_bytes());
            self.buffer.extend_from_slice(b"=\"");
            match value {
                Value::Text(text) => push_escaped(&mut self.buffer, text, &ATTRIBUTE),
                plain => plain.write_plain(&mut self.buffer),
            }
            self.buffer.push(b'"');
        }
    }

    fn end(&mut self, name: &str) {
        self.buffer.extend_from_slice(b"</");
        self.buffer.extend_from_slice(name.as_bytes());
        self.buffer.extend_from_slice(b">\n");
    }

    fn indent(&mut self) {
        self.buffer.resize(self.buffer.len() + 2 * self.open.len(), b' ');
    }

    /// Hands the buffer on once it holds more than `limit` bytes.
    fn hand_on(&mut self, limit: usize) -> io::Result<()> {
        if self.buffer.len() > limit {
            self.out.write_all(&self.buffer)?;
            self.buffer.clear();
        }
        Ok(())
    }
}

/// Whether XML 1.0 allows a character.
#[must_use]
pub const fn is_legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// Whether a text has a character that XML shows, so that it can serve as a label.
#[must_use]
pub fn is_visible(text: &str) -> bool {
    text.chars().any(|c| is_legal(c) && !c.is_whitespace())
}

/// What bytes become: `None` stays, `Some("")` is dropped.
type Escapes = [Option<&'static str>; 256];

/// In text. Quotes and `>` stay: Gephi drops white space between two entities, so there should be few.
const TEXT: Escapes = with(with(with(FORBIDDEN, b'&', "&amp;"), b'<', "&lt;"), b'\r', "&#13;");
/// In attributes.
const ATTRIBUTE: Escapes = with(with(with(TEXT, b'"', "&quot;"), b'\n', "&#10;"), b'\t', "&#9;");
/// In CDATA sections.
const SECTION: Escapes = FORBIDDEN;

/// Bytes to look at more closely: those that any table replaces, and the first of a noncharacter.
static IS_SUSPECT: [bool; 256] = {
    let mut suspects = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        suspects[byte] = byte == 0xEF || ATTRIBUTE[byte].is_some();
        byte += 1;
    }
    suspects
};

/// Control characters that XML 1.0 does not allow are dropped.
const FORBIDDEN: Escapes = {
    let mut escapes: Escapes = [None; 256];
    let mut byte = 0;
    while byte < 32 {
        if !is_legal(byte as u8 as char) {
            escapes[byte] = Some("");
        }
        byte += 1;
    }
    escapes
};

const fn with(mut escapes: Escapes, byte: u8, replacement: &'static str) -> Escapes {
    escapes[byte as usize] = Some(replacement);
    escapes
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    if needs_section(text) {
        out.extend_from_slice(b"<![CDATA[");
        push_escaped(out, text, &SECTION);
        out.extend_from_slice(b"]]>");
    } else if text.contains("]]>") {
        for (i, part) in text.split("]]>").enumerate() {
            out.extend_from_slice(if i > 0 { b"]]&gt;" } else { b"" });
            push_escaped(out, part, &TEXT);
        }
    } else {
        push_escaped(out, text, &TEXT);
    }
}

/// Whether only white space stands between two characters to be escaped: Gephi would drop it outside CDATA.
fn needs_section(text: &str) -> bool {
    let mut gaps = text.split(['&', '<']);
    let (_before, _behind) = (gaps.next(), gaps.next_back());
    gaps.any(|gap| !gap.is_empty() && !is_visible(gap)) && !text.contains('\r') && !text.contains("]]>")
}

/// Copies a text with some bytes replaced and illegal characters dropped.
fn push_escaped(out: &mut Vec<u8>, text: &str, escapes: &Escapes) {
    let bytes = text.as_bytes();
    let mut copied = 0;
    let is_suspect = |at: &usize| IS_SUSPECT[usize::from(bytes[*at])];
    for at in (0..bytes.len()).filter(is_suspect) {
        let (replacement, n_bytes) = match escapes[usize::from(bytes[at])] {
            None if is_noncharacter(&bytes[at..]) => ("", 3),
            None => continue,
            Some(replacement) => (replacement, 1),
        };
        out.extend_from_slice(&bytes[copied..at]);
        out.extend_from_slice(replacement.as_bytes());
        copied = at + n_bytes;
    }
    out.extend_from_slice(&bytes[copied..]);
}

/// Whether U+FFFE or U+FFFF stands first: EF BF BE or EF BF BF.
const fn is_noncharacter(bytes: &[u8]) -> bool {
    matches!(bytes, [0xEF, 0xBF, 0xBE | 0xBF, ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = Vec::new();
        push_text(&mut out, text);
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn text_is_escaped_sparingly() {
        check("R&D <2010> \"x\"", "R&amp;D &lt;2010> \"x\"");
        check("a\u{0}b\u{b}c\u{FFFE}d\u{FFFD}e😀", "abcd\u{FFFD}e😀");
        check("line\r\nline", "line&#13;\nline");
    }

    #[test]
    fn white_space_between_entities_stays() {
        check("A & <B", "<![CDATA[A & <B]]>");
        check("&\u{1} &", "<![CDATA[& &]]>");
        check("A && B", "A &amp;&amp; B");
        check("& ]]> & <", "&amp; ]]&gt; &amp; &lt;");
    }

    #[test]
    fn attributes_keep_their_line_breaks() {
        let mut xml = XmlWriter::new(Vec::new());
        xml.open("a", &[("b", "\"x\"\n\t<é>".into()), ("n", 3_u32.into())]).unwrap();
        xml.empty("c", &[]).unwrap();
        let written = String::from_utf8(xml.finish().unwrap()).unwrap();
        assert_eq!(
            written,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;x&quot;&#10;&#9;&lt;é>\" n=\"3\">\n  <c/>\n</a>\n"
        );
    }
}
