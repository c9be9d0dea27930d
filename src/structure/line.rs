//! The lines of a document that carry text, how the document wraps them, and whether one goes on in
//! the next.

use super::ending::{is_open, is_stopped};
use super::hyphen::{ends_words, first_word};
use super::noise;

/// A line with text, trimmed.
#[derive(Clone, Copy, Debug)]
pub struct Line<'t> {
    /// Offset of its first byte after white space and heading marks.
    pub start: usize,
    /// Its text.
    pub text: &'t str,
    /// Offset of the line end before it.
    pub break_before: usize,
    /// How many bytes of white space stand before it.
    pub indent: usize,
    /// Whether `#` or `**` mark it as a heading.
    pub is_marked: bool,
    /// Whether an empty line stands before it.
    pub after_blank: bool,
    /// Whether page noise stood before it.
    pub after_page: bool,
}

impl Line<'_> {
    /// One past its last byte.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The lines that carry text; blank lines and page noise are only remembered by the line after them.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let raw_lines = raw_lines(text);
    let heads = noise::recurring(raw_lines.iter().map(|&(_, line)| line.trim_ascii()));
    let mut found = Vec::new();
    let (mut after_blank, mut after_page) = (false, false);
    for (offset, raw) in raw_lines {
        let line = raw.trim();
        after_page |= raw.starts_with('\u{0C}');
        if line.is_empty() {
            after_blank = true;
        } else if noise::is_noise(line) || noise::without_number(line).is_some_and(|rest| heads.contains_key(rest)) {
            after_page = true;
            after_blank |= line.starts_with(['-', '*', '_', '=']) && !line.contains(char::is_alphanumeric);
        } else {
            let start = offset + (raw.len() - raw.trim_start().len());
            let marks = line.len() - line.trim_start_matches(['#', '>']).trim_start().len();
            let hashes = line.starts_with('#') && line[..marks].ends_with(' ');
            let bold = line.starts_with("**") && line.trim_end_matches([':', ' ']).ends_with("**") && line.len() > 4;
            let marks = if hashes || line.starts_with("> ") { marks } else { 0 };
            found.push(Line {
                start: start + marks,
                text: &line[marks..],
                break_before: offset.saturating_sub(1),
                indent: raw.len() - raw.trim_start_matches([' ', '\t']).len(),
                is_marked: hashes || bold && line.matches("**").count() == 2,
                after_blank,
                after_page,
            });
            (after_blank, after_page) = (false, false);
        }
    }
    found.retain(|line| !line.text.is_empty());
    found
}

/// Lines without their ends, at their offsets.
fn raw_lines(text: &str) -> Vec<(usize, &str)> {
    let mut offset = 0;
    let mut found = Vec::with_capacity(text.len() / 64);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        found.push((offset, &text[offset..end]));
        offset = end + 1;
    }
    found.push((offset, &text[offset..]));
    found
}

/// How a document breaks its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// For hard-wrapped text, the least width that a line and the next word fill together where a
    /// paragraph goes on.
    fill: Option<usize>,
    /// Whether words are broken at line ends, not only parted where they have a hyphen.
    breaks_words: bool,
}

impl Layout {
    /// Measures the lines that surely go on, and looks at what stands behind the hyphens at line ends.
    pub fn of(lines: &[Line<'_>]) -> Self {
        let broken = lines.windows(2).filter(|pair| ends_with_broken_word(pair[0].text));
        let (mut n_hyphens, mut n_ends) = (0, 0);
        for pair in broken {
            n_hyphens += 1;
            n_ends += usize::from(ends_words(first_word(pair[1].text)));
        }
        Self { fill: Self::measured(lines), breaks_words: n_ends > 0 && n_ends * 4 >= n_hyphens }
    }

    /// The least fill of the lines that surely go on: no stop at the end, lower case after.
    fn measured(lines: &[Line<'_>]) -> Option<usize> {
        let mut fills: Vec<usize> = lines
            .windows(2)
            .filter(|pair| !pair[1].after_blank && pair[0].text.len() <= 140)
            .filter(|pair| starts_lower(pair[1].text) && !is_stopped(pair[0].text))
            .map(|pair| fill(pair[0].text, pair[1].text))
            .collect();
        if fills.len() < 2 || fills.len() * 4 < lines.len() - 1 {
            return None;
        }
        let rank = fills.len() / 20;
        let (_, least, _) = fills.select_nth_unstable(rank);
        Some(*least)
    }

    /// Whether words are broken at line ends.
    pub fn breaks_words(self) -> bool {
        self.breaks_words
    }

    /// Whether lines are wrapped at a width.
    pub fn is_wrapped(self) -> bool {
        self.fill.is_some()
    }

    /// Whether the first word of `next` would have fitted on `line`.
    fn is_short(self, line: &str, next: &str) -> bool {
        self.fill.is_some_and(|least| fill(line, next) < least)
    }

    /// Whether much room is left on `line`, more than the indent of a paragraph takes.
    fn is_very_short(self, line: &str, next: &str) -> bool {
        self.fill.is_some_and(|least| fill(line, next) * 4 < least * 3)
    }

    /// Whether `next` goes on with the block that ends in `line`; no marker stands before `next`.
    pub fn goes_on(self, block: Open, line: &Line<'_>, next: &Line<'_>) -> bool {
        if line.text.ends_with('\u{AD}') || ends_with_broken_word(line.text) && starts_with_letter(next.text) {
            return true;
        }
        if line.is_marked || next.is_marked {
            return false;
        }
        let ends_item = line.text.ends_with("; and") || line.text.ends_with("; or");
        let stopped = is_stopped(line.text) || ends_item && !self.is_wrapped();
        if !stopped && starts_lower(next.text) {
            return true;
        }
        if self.is_wrapped() && !next.after_blank && !next.after_page {
            return self.goes_on_wrapped(block, line, next, stopped);
        }
        if stopped {
            return false;
        }
        if is_open(line.text)
            || next.text.starts_with('(')
            || self.runs_over(block, line, next)
            || !next.after_blank && shouts_on(line.text, next.text)
        {
            return true;
        }
        let least = match (next.after_page, next.after_blank) {
            (true, _) => 50,
            (false, true) => 200,
            (false, false) => 100,
        };
        !block.is_item && block.n_bytes >= least && !looks_like_heading(next.text)
    }

    /// Whether an unstopped line is broken by a page or an empty line: it is as full as others.
    fn runs_over(self, block: Open, line: &Line<'_>, next: &Line<'_>) -> bool {
        self.is_wrapped() && !self.is_short(line.text, next.text) && (next.after_page || block.n_lines > 1)
    }

    fn goes_on_wrapped(self, block: Open, line: &Line<'_>, next: &Line<'_>, stopped: bool) -> bool {
        if stopped {
            let is_list = line.text.ends_with([':', ';']) && starts_lower(next.text);
            return is_list || !self.is_short(line.text, next.text) && next.indent == 0;
        }
        // The first line of a speech is often short: the speaker's name was cut off.
        let may_be_heading = block.n_lines == 1 && !block.is_first && looks_like_heading(line.text);
        let is_heading = may_be_heading && self.is_very_short(line.text, next.text);
        // The lines of an item stand below one another, set in deeper than its marker.
        let hangs = block.is_item && (next.indent > line.indent || block.n_lines > 1 && next.indent == line.indent);
        let is_last = next.indent > 0 && !hangs && self.is_short(line.text, next.text);
        !(is_heading || is_last) || is_open(line.text) || next.text.starts_with('(')
    }
}

/// Whether both lines are in capitals and the first is longer than an address: in such a text no line begins in
/// lower case to show that it goes on.
fn shouts_on(line: &str, next: &str) -> bool {
    let shouts = |text: &str| text.contains(char::is_uppercase) && !text.contains(char::is_lowercase);
    line.len() >= 35 && shouts(line) && shouts(next)
}

/// The block that is being put together.
#[derive(Clone, Copy, Debug)]
pub struct Open {
    /// Lines so far.
    pub n_lines: usize,
    /// Clean bytes so far.
    pub n_bytes: usize,
    /// Whether it is a list item.
    pub is_item: bool,
    /// Whether it is the first of its part.
    pub is_first: bool,
}

/// Whether a line may be a heading: short, capital at the start, no stop, nothing left open.
pub fn looks_like_heading(text: &str) -> bool {
    text.len() <= 140
        && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"*_(¿".contains(c))
        && !is_stopped(text)
        && !text.ends_with([',', '-', '–', '—'])
        && !is_open(text)
}

/// Whether `text` ends with a hyphen that follows a letter or digit.
pub fn ends_with_broken_word(text: &str) -> bool {
    text.strip_suffix('-').is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
}

/// Whether the first letter of `text` is a lower-case one.
pub fn starts_lower(text: &str) -> bool {
    if let Some(first) = text.bytes().next().filter(u8::is_ascii_alphanumeric) {
        return first.is_ascii_lowercase();
    }
    text.trim_start_matches(|c: char| "\"“‘'([*_".contains(c)).starts_with(char::is_lowercase)
}

fn starts_with_letter(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
}

fn fill(line: &str, next: &str) -> usize {
    line.len() + 1 + next.bytes().position(|b| b == b' ').unwrap_or(next.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_and_blank_lines_are_remembered_by_the_next_line() {
        let found = lines("principles of the\n12\n\nUnited Nations\n# Heading\n");
        assert_eq!(
            found.iter().map(|l| l.text).collect::<Vec<_>>(),
            ["principles of the", "United Nations", "Heading"]
        );
        assert!(found[1].after_page && found[1].after_blank && found[2].is_marked);
        assert_eq!(found[2].start, 39);
    }
}
