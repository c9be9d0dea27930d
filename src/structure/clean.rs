//! Makes clean text of raw lines: marks of conversion are dropped, runs of space become one, and words
//! and paragraphs that a line end broke are whole again. Every clean byte keeps its way back.

use super::hyphen::{Hyphenation, SUSPENDING, first_word, hyphenation, last_word};
use super::noise::inline_mark;
use crate::text::Folded;

/// Writes clean text; leading and trailing space never arrives.
#[derive(Debug, Default)]
pub struct Cleaner {
    folded: Folded,
    /// Offset of a space that is written when more text follows.
    space: Option<usize>,
    /// Offset of a hyphen at the end of a line, written unless the broken word is joined without it.
    hyphen: Option<usize>,
    /// Offset of a soft hyphen at the end of a line: the word goes on.
    soft: bool,
}

impl Cleaner {
    /// A cleaner with room for a block of the usual length.
    pub fn of_block() -> Self {
        Self { folded: Folded::with_capacity(512), ..Self::default() }
    }

    /// Number of clean bytes so far.
    pub fn len(&self) -> usize {
        self.folded.text().len()
    }

    /// Ends a line and begins the next: `at` is the offset of a one-byte character between them, `text` the whole of a document
    /// whose lines break words.
    pub fn line_break(&mut self, next: &str, at: usize, text: Option<&str>) {
        if std::mem::take(&mut self.soft) {
            return;
        }
        let Some(hyphen) = self.hyphen.take() else {
            self.space.get_or_insert(at);
            return;
        };
        let first_part = last_word(self.folded.text());
        match hyphenation(first_part, first_word(next), text) {
            Hyphenation::Drop => {}
            Hyphenation::Keep => self.folded.push("-", hyphen),
            Hyphenation::Suspend => {
                self.folded.push("-", hyphen);
                self.space = Some(at);
            }
        }
    }

    /// Appends the clean form of `text[start..end]`, without the page marks that stand inside it.
    pub fn push(&mut self, text: &str, start: usize, end: usize) {
        let mut from = start;
        while let Some(mark) = inline_mark(&text[from..end]) {
            let (first, last) = (from + mark.start, from + mark.end);
            self.push_unmarked(text, from, first);
            self.space.get_or_insert(last - 1);
            from = last;
        }
        self.push_unmarked(text, from, end);
    }

    fn push_unmarked(&mut self, text: &str, start: usize, end: usize) {
        let bytes = &text.as_bytes()[..end];
        let (mut done, mut at) = (start, start);
        let mut before = b' ';
        while let Some(next) = next_special(bytes, at, before) {
            at = next;
            let (step, action) = inspect(text, at, start, end);
            if matches!(action, Action::Keep) {
                at += step;
                before = 0;
                continue;
            }
            self.verbatim(text, done, at);
            match action {
                Action::Keep | Action::Drop => {}
                Action::Space(offset) => _ = self.space.get_or_insert(offset),
                Action::Write(piece, offset) => self.write(piece, offset),
                Action::Label(from, to) => self.push(text, from, to),
            }
            at += step;
            done = at;
            before = b' ';
        }
        self.verbatim(text, done, end);
        self.soft = text[start..end].ends_with('\u{AD}');
    }

    /// Appends a hyphen at `at` that ends its line.
    pub fn push_line_end_hyphen(&mut self, at: usize) {
        self.write("", at);
        self.hyphen = Some(at);
    }

    /// The clean text.
    pub fn finish(mut self) -> Folded {
        if let Some(at) = self.hyphen.take() {
            self.folded.push("-", at);
        }
        self.folded
    }

    /// Appends `text[start..end]`, in which only single spaces stand; one at its end waits for more text.
    fn verbatim(&mut self, text: &str, start: usize, end: usize) {
        let piece = &text[start..end];
        let bare = piece.strip_suffix(' ').unwrap_or(piece);
        if !bare.is_empty() {
            self.write(bare, start);
        }
        if bare.len() < piece.len() {
            self.space.get_or_insert(end - 1);
        }
    }

    fn write(&mut self, piece: &str, at: usize) {
        if let Some(hyphen) = self.hyphen.take() {
            self.folded.push("-", hyphen);
        }
        if let Some(space) = self.space.take()
            && !self.folded.text().is_empty()
        {
            self.folded.push(" ", space);
        }
        self.folded.push(piece, at);
    }
}

enum Action {
    Keep,
    Drop,
    Space(usize),
    Write(&'static str, usize),
    /// A link: only its label `from..to` is text.
    Label(usize, usize),
}

const SPECIAL: [bool; 256] = special();

const fn special() -> [bool; 256] {
    let mut table = [false; 256];
    let mut control = 0;
    while control < 0x20 {
        table[control] = true;
        control += 1;
    }
    let others = [b'\\', b'[', b'<', b'*', b'_', b'&', b'`', 0x7F, 0xC2, 0xE2, 0xEF];
    let mut i = 0;
    while i < others.len() {
        table[others[i] as usize] = true;
        i += 1;
    }
    table
}

/// The next byte from `at` that asks for a look: a special one, or a space after a space or hyphen.
/// `before` stands for the byte before `at`.
fn next_special(bytes: &[u8], at: usize, before: u8) -> Option<usize> {
    let asks = |before: u8, byte: u8| SPECIAL[byte as usize] || byte == b' ' && (before == b' ' || before == b'-');
    if asks(before, *bytes.get(at)?) {
        return Some(at);
    }
    let mut here = at + 1;
    while here < bytes.len() {
        let end = bytes.len().min(here + CHUNK);
        // The rest of a line is looked at together with what stands before it.
        let first = end.saturating_sub(CHUNK).max(at + 1);
        let chunk = bytes[first - 1..end - 1].first_chunk().zip(bytes[first..end].first_chunk());
        if chunk.is_none_or(|(before, chunk)| is_suspicious(before, chunk)) {
            let found = (here..end).find(|&i| asks(bytes[i - 1], bytes[i]));
            if found.is_some() {
                return found;
            }
        }
        here = end;
    }
    None
}

/// Bytes that are looked at together.
const CHUNK: usize = 16;

/// Whether a chunk may hold what [`next_special`] looks for; `before` is the same one byte earlier. Without
/// branches, so that the compiler makes few instructions of it.
fn is_suspicious(before: &[u8; CHUNK], chunk: &[u8; CHUNK]) -> bool {
    let mut any = false;
    for (&before, &byte) in before.iter().zip(chunk) {
        any |= !(0x20..=0x7E).contains(&byte) | (byte == b'\\') | (byte == b'[') | (byte == b'<');
        any |= (byte == b'*') | (byte == b'_') | (byte == b'&') | (byte == b'`');
        any |= (byte == b' ') & ((before == b' ') | (before == b'-'));
    }
    any
}

fn inspect(text: &str, at: usize, start: usize, end: usize) -> (usize, Action) {
    let bytes = &text.as_bytes()[..end];
    let next = bytes.get(at + 1).copied();
    match bytes[at] {
        b' ' if breaks_a_compound(bytes, at, start) => (1, Action::Drop),
        b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C => (1, Action::Space(at)),
        0x00..=0x1F | 0x7F | b'*' | b'`' => (1, Action::Drop),
        b'\\' if next.is_some_and(|b| b.is_ascii_punctuation()) => escaped(text, at),
        b'[' => link(bytes, at),
        b'<' => tag(bytes, at),
        b'_' => underscore(bytes, at, start),
        b'&' => character_reference(bytes, at),
        0xC2 | 0xE2 | 0xEF => unseen(text, at, start, end),
        _ => (1, Action::Keep),
    }
}

/// `human- rights`: a compound that was broken at a line end and unwrapped by somebody else.
fn breaks_a_compound(bytes: &[u8], at: usize, start: usize) -> bool {
    if at < start + 2 || bytes[at - 1] != b'-' || !bytes[at - 2].is_ascii_alphabetic() {
        return false;
    }
    let rest = &bytes[at + 1..];
    let word = &rest[..rest.iter().position(|b| !b.is_ascii_lowercase()).unwrap_or(rest.len())];
    !word.is_empty() && std::str::from_utf8(word).is_ok_and(|word| !SUSPENDING.contains(&word))
}

fn escaped(text: &str, at: usize) -> (usize, Action) {
    const SIGNS: &str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    let sign = SIGNS.find(char::from(text.as_bytes()[at + 1])).map_or("", |i| &SIGNS[i..=i]);
    (2, Action::Write(sign, at + 1))
}

fn find(bytes: &[u8], from: usize, window: usize, sign: u8) -> Option<usize> {
    let to = bytes.len().min(from + window);
    bytes.get(from..to)?.iter().position(|&b| b == sign).map(|i| from + i)
}

fn link(bytes: &[u8], at: usize) -> (usize, Action) {
    if bytes.get(at + 1) == Some(&b'^') {
        return find(bytes, at, 12, b']').map_or((1, Action::Keep), |close| (close + 1 - at, Action::Drop));
    }
    let label = find(bytes, at + 1, 300, b']').filter(|&i| bytes.get(i + 1) == Some(&b'('));
    let target = label.and_then(|close| find(bytes, close + 1, 500, b')'));
    match (label, target) {
        (Some(close), Some(paren)) if !bytes[at + 1..close].contains(&b'[') => {
            (paren + 1 - at, Action::Label(at + 1, close))
        }
        _ => (1, Action::Keep),
    }
}

fn tag(bytes: &[u8], at: usize) -> (usize, Action) {
    let Some(close) = find(bytes, at + 1, 80, b'>') else { return (1, Action::Keep) };
    let inside = bytes[at + 1..close].strip_prefix(b"/").unwrap_or(&bytes[at + 1..close]);
    let name = &inside[..inside.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(inside.len())];
    let after = inside.get(name.len());
    let is_tag = (1..=10).contains(&name.len())
        && name[0].is_ascii_alphabetic()
        && matches!(after, None | Some(b' ' | b'/'))
        && !inside.contains(&b'@');
    match is_tag {
        true if matches!(name, b"br" | b"BR" | b"p" | b"td" | b"li") => (close + 1 - at, Action::Space(at)),
        true => (close + 1 - at, Action::Drop),
        false => (1, Action::Keep),
    }
}

fn underscore(bytes: &[u8], at: usize, start: usize) -> (usize, Action) {
    let run = bytes[at..].iter().take_while(|&&b| b == b'_').count();
    let before = at > start && bytes[at - 1].is_ascii_alphanumeric();
    let after = bytes.get(at + run).is_some_and(u8::is_ascii_alphanumeric);
    (run, if run == 1 && before && after { Action::Keep } else { Action::Drop })
}

fn character_reference(bytes: &[u8], at: usize) -> (usize, Action) {
    const KNOWN: [(&[u8], &str); 7] = [
        (b"&amp;", "&"),
        (b"&lt;", "<"),
        (b"&gt;", ">"),
        (b"&quot;", "\""),
        (b"&#39;", "'"),
        (b"&apos;", "'"),
        (b"&nbsp;", " "),
    ];
    match KNOWN.iter().find(|(name, _)| bytes[at..].starts_with(name)) {
        Some((name, " ")) => (name.len(), Action::Space(at)),
        Some((name, sign)) => (name.len(), Action::Write(sign, at)),
        None => (1, Action::Keep),
    }
}

/// Spaces, hyphens and marks beyond ASCII. What replaces one of several bytes is said to stand at a
/// neighbour of one byte, so that a span that begins or ends at it begins and ends at a character.
fn unseen(text: &str, at: usize, start: usize, end: usize) -> (usize, Action) {
    let Some(sign) = text[at..end].chars().next() else { return (1, Action::Keep) };
    let width = sign.len_utf8();
    let bytes = text.as_bytes();
    let neighbour = if at > start && bytes[at - 1].is_ascii() {
        Some(at - 1)
    } else {
        (at + width < end && bytes[at + width].is_ascii()).then_some(at + width)
    };
    let action = match (sign, neighbour) {
        ('\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{FFFC}', _) => {
            Action::Drop
        }
        ('\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}', Some(place)) => {
            Action::Space(place)
        }
        ('\u{2010}' | '\u{2011}', Some(place)) => Action::Write("-", place),
        _ => Action::Keep,
    };
    (width, action)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, clean: &str) {
        let mut cleaner = Cleaner::default();
        cleaner.push(raw, 0, raw.len());
        assert_eq!(cleaner.finish().text(), clean);
    }

    #[test]
    fn marks_of_conversion_are_dropped() {
        check(r"committed \$8 million", "committed $8 million");
        check("the report [A/68/98](#), and", "the report A/68/98, and");
        check("<i>Page</i> 3 < 4", "Page 3 < 4");
        check("**Gulf Council (GCC)** and __all__ _this_ CAN_70", "Gulf Council (GCC) and all this CAN_70");
        check("at <http://www.un.org/x/>.", "at <http://www.un.org/x/>.");
        check("a  b\t c\u{A0}d\u{200B}e\u{AD}f", "a b c def");
        check("Non\u{2011}Proliferation &amp; arms", "Non-Proliferation & arms");
        check("human- rights, short- and long-term", "human-rights, short- and long-term");
        check("[sic] text [^1]", "[sic] text");
    }
}
