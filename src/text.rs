//! Spans of text, the words for months, and the map from the clean text that the analysis reads back to the bytes of the
//! document. Owns no text of a document; knows nothing of words.

use std::ops::Range;

/// The months as English writes them.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The ordinal of a number below one hundred in words: "seventy-ninth".
#[must_use]
pub fn ordinal(number: u16) -> String {
    const UNITS: [&str; 20] = [
        "",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    const TENS: [&str; 10] = ["", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"];
    let (ten, unit) = (usize::from(number / 10), usize::from(number % 10));
    match UNITS.get(usize::from(number)) {
        Some(word) => (*word).to_owned(),
        None if unit == 0 => format!("{}ieth", TENS[ten.min(9)]),
        None => format!("{}y-{}", TENS[ten.min(9)], UNITS[unit]),
    }
}

/// A half-open range of bytes; both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of the bytes from `start` to `end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The span as an index range.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Number of bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether no byte lies in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// Clean text made from pieces of a document, with the way back.
///
/// Paragraphs are joined over page breaks, words over hyphenated line ends, and marks of conversion are
/// dropped; every byte of the result still knows the byte of the document that it came from.
///
/// ```
/// use demarche::text::Folded;
/// let source = "poverty-\nreduction";
/// let mut folded = Folded::default();
/// folded.push(&source[..7], 0);
/// folded.push(&source[9..], 9);
/// assert_eq!(folded.text(), "povertyreduction");
/// assert_eq!(folded.origin(7, 16).range(), 9..18);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// Where runs begin: (byte in `text`, byte in the document), ascending in both.
    runs: Vec<(u32, u32)>,
}

impl Folded {
    /// An empty one with room for `n_bytes` of text.
    #[must_use]
    pub fn with_capacity(n_bytes: usize) -> Self {
        Self { text: String::with_capacity(n_bytes), runs: Vec::with_capacity(n_bytes / 32) }
    }

    /// Appends `piece`, which stands at byte `at` of the document. A piece that is not verbatim (a space
    /// for a line break) must not be longer than what it stands for.
    pub fn push(&mut self, piece: &str, at: usize) {
        if piece.is_empty() {
            return;
        }
        let (here, at) = (self.text.len() as u32, at as u32);
        let continues = self.runs.last().is_some_and(|&(t, o)| here - t == at.wrapping_sub(o));
        if !continues {
            self.runs.push((here, at));
        }
        self.text.push_str(piece);
    }

    /// The clean text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the document from which the clean bytes `start..end` came.
    #[must_use]
    pub fn origin(&self, start: u32, end: u32) -> Span {
        if start >= end {
            let at = self.origin_of(start);
            return Span::new(at, at);
        }
        Span::new(self.origin_of(start), self.origin_of(end - 1) + 1)
    }

    fn origin_of(&self, byte: u32) -> u32 {
        let run = self.runs.partition_point(|&(t, _)| t <= byte);
        match run.checked_sub(1).and_then(|i| self.runs.get(i)) {
            Some(&(t, o)) => o + (byte - t),
            None => byte,
        }
    }
}

/// Counts Unicode code points at ascending byte offsets of one text, reading the text once.
#[derive(Clone, Debug)]
pub struct CharCounter<'t> {
    text: &'t str,
    byte: usize,
    chars: u32,
}

impl<'t> CharCounter<'t> {
    /// A counter at the start of `text`.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self { text, byte: 0, chars: 0 }
    }

    /// Code points before byte `at`. Going backwards starts anew.
    pub fn chars_before(&mut self, at: u32) -> u32 {
        let at = (at as usize).min(self.text.len());
        if at < self.byte {
            (self.byte, self.chars) = (0, 0);
        }
        let passed = &self.text.as_bytes()[self.byte..at];
        self.chars += n_chars(passed) as u32;
        self.byte = at;
        self.chars
    }
}

/// Number of code points that begin in `bytes`. Without branches, so that the compiler looks at many bytes at a time.
fn n_chars(bytes: &[u8]) -> usize {
    /// As many as one byte can count.
    const CHUNK: usize = 255;
    let begins = |byte: &u8| u8::from(byte & 0xC0 != 0x80);
    bytes.chunks(CHUNK).map(|chunk| usize::from(chunk.iter().map(begins).sum::<u8>())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_multibyte_end_stays_on_its_boundary() {
        let source = "(é)";
        let mut folded = Folded::default();
        folded.push(&source[1..3], 1);
        assert_eq!(folded.origin(0, 2), Span::new(1, 3));
    }

    #[test]
    fn code_points_are_counted_forwards_and_backwards() {
        let mut counter = CharCounter::new("aé😀b");
        assert_eq!(counter.chars_before(7), 3);
        assert_eq!(counter.chars_before(1), 1);
        assert_eq!(counter.chars_before(99), 4);
    }
}
