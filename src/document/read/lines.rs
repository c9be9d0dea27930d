//! Text in the making: what the readers of pages and Word files share. White space is one space, blocks are lines,
//! paragraphs are parted by an empty line, and a marker waits for the text that it stands before.

/// Writes text block by block.
#[derive(Debug, Default)]
pub struct Lines {
    text: String,
    /// Line ends due before the next text.
    n_breaks: usize,
    /// Whether a space is due before the next text.
    space: bool,
    /// What the next text begins with: the mark of a heading, the number of an item.
    marker: String,
}

impl Lines {
    /// Ends the line.
    pub fn end_line(&mut self) {
        self.break_at_least(1);
    }

    /// Ends the paragraph.
    pub fn end_paragraph(&mut self) {
        self.break_at_least(2);
    }

    /// Puts `marker` before the next text, which begins a line.
    pub fn mark(&mut self, marker: &str) {
        self.end_line();
        self.marker.clear();
        self.marker.push_str(marker);
    }

    /// Forgets a marker that no text followed.
    pub fn unmark(&mut self) {
        self.marker.clear();
    }

    /// Appends text in which any white space is one space.
    pub fn flow(&mut self, text: &str) {
        for piece in text.split_inclusive(is_space) {
            let word = piece.trim_end_matches(is_space);
            if !word.is_empty() {
                self.begin();
                self.text.push_str(word);
            }
            self.space |= word.len() < piece.len();
        }
    }

    /// Appends text as it stands, but for its line ends, which end lines.
    pub fn verbatim(&mut self, text: &str) {
        for (i, line) in text.split('\n').enumerate() {
            if i > 0 {
                self.n_breaks = (self.n_breaks + 1).min(2);
            }
            let line = line.trim_end_matches('\r');
            if !line.is_empty() {
                self.begin();
                self.text.push_str(line);
            }
        }
    }

    /// Bytes written.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// What was written from byte `start` on.
    pub fn since(&self, start: usize) -> &str {
        self.text.get(start..).unwrap_or_default()
    }

    /// Takes back what was written from byte `start` on.
    pub fn take_back(&mut self, start: usize) {
        self.text.truncate(start);
    }

    /// The text.
    pub fn finish(mut self) -> String {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }

    fn break_at_least(&mut self, n: usize) {
        self.n_breaks = self.n_breaks.max(n);
        self.space = false;
    }

    fn begin(&mut self) {
        if self.text.is_empty() {
            (self.n_breaks, self.space) = (0, false);
        }
        for _ in 0..std::mem::take(&mut self.n_breaks) {
            self.text.push('\n');
        }
        if std::mem::take(&mut self.space) && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        self.text.push_str(&self.marker);
        self.marker.clear();
    }
}

/// White space that may be broken at; a no-break space is a character.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{0C}')
}

/// The `n`th number of a list, as `format` writes it: `1`, `a`, `A`, `i`, `I`.
pub fn number(n: u32, format: char) -> String {
    match format {
        'a' | 'A' if n > 0 => {
            // Word goes on after z with aa, bb.
            let letter = char::from(if format == 'a' { b'a' } else { b'A' } + ((n - 1) % 26) as u8);
            letter.to_string().repeat(((n - 1) / 26 + 1).min(9) as usize)
        }
        'i' | 'I' if (1..4000).contains(&n) => {
            let roman = roman(n);
            if format == 'i' { roman } else { roman.to_ascii_uppercase() }
        }
        _ => n.to_string(),
    }
}

fn roman(mut n: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while n >= value {
            text.push_str(sign);
            n -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_is_one_space_and_blocks_are_lines() {
        let mut lines = Lines::default();
        lines.end_paragraph();
        lines.flow(" one\n  two ");
        lines.flow("three");
        lines.end_line();
        lines.end_paragraph();
        lines.mark("- ");
        lines.flow(" \n");
        lines.flow("four ");
        lines.end_line();
        assert_eq!(lines.finish(), "one two three\n\n- four\n");
    }

    #[test]
    fn lists_count_as_they_are_printed() {
        let numbers = [(3, '1'), (2, 'a'), (28, 'A'), (4, 'i'), (19, 'I'), (0, 'a')];
        assert_eq!(numbers.map(|(n, format)| number(n, format)), ["3", "b", "BB", "iv", "XIX", "0"]);
    }
}
