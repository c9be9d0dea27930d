//! Markers of list items and numbered paragraphs, and which stem an item continues.

/// What kind of marker stands before an item; items of one run share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// `-`, `–`, `—`
    Dash,
    /// `•` and its kin.
    Bullet,
    /// `(a)`, `b)`, `c.`
    Letter,
    /// `(iv)`, `ii)`
    Roman,
    /// `(1)`, `2)`
    Bracketed,
    /// `1.`, `14  `: numbers paragraphs, or items after a stem.
    Number,
    /// `II.`, `A.`: numbers headings.
    Upper,
    /// None: a line of its own that a colon or semicolon before makes an item.
    Bare,
}

/// The marker at the start of `line`, whether it is the first of its run, and the bytes that it takes.
pub fn marker(line: &str) -> Option<(Marker, bool, usize)> {
    let (marker, is_first, width) = single(line)?;
    let rest = &line[width..];
    match (marker, single(rest)) {
        (Marker::Dash | Marker::Bullet, Some((inner, is_first, more))) if inner != Marker::Upper => {
            Some((inner, is_first, width + more))
        }
        _ => Some((marker, is_first, width)),
    }
}

fn single(line: &str) -> Option<(Marker, bool, usize)> {
    let first = line.chars().next()?;
    match first {
        '-' | '–' | '—' | '−' => spaced(line, first.len_utf8()).map(|width| (Marker::Dash, false, width)),
        '•' | '·' | '▪' | '●' | '■' | '◦' | '➢' | '✓' | '*' | '¥' | '+' | '\u{F0B7}' | '\u{F0A7}' => {
            let start = first.len_utf8();
            let tight = !matches!(first, '*' | '¥' | '+') && line[start..].starts_with(char::is_alphabetic);
            if tight {
                Some((Marker::Bullet, false, start))
            } else {
                spaced(line, start).map(|w| (Marker::Bullet, false, w))
            }
        }
        '(' | 'a'..='z' | 'A'..='Z' | '0'..='9' => enumerator(line),
        _ => None,
    }
}

fn enumerator(line: &str) -> Option<(Marker, bool, usize)> {
    let opened = line.starts_with('(');
    let body = &line[usize::from(opened)..];
    let label = &body[..body.bytes().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(body.len())];
    if label.is_empty() || label.len() > 5 {
        return None;
    }
    let after = usize::from(opened) + label.len();
    let close = line.as_bytes().get(after).copied();
    let digits = label.bytes().all(|b| b.is_ascii_digit());
    match close {
        Some(b')') => {
            let marker = bracketed(label)?;
            spaced(line, after + 1).map(|width| (marker, matches!(label, "a" | "A" | "i" | "1"), width))
        }
        Some(b'.') if !opened => {
            let marker = stopped(label)?;
            spaced(line, after + 1).map(|width| (marker, matches!(label, "a" | "A" | "I" | "1"), width))
        }
        Some(b' ' | b'\t') if !opened && digits && label.len() <= 3 => {
            let width = spaced(line, after)?;
            let wide = width - after >= 2 || close == Some(b'\t');
            let begins = line[width..].starts_with(|c: char| c.is_uppercase() || c == '“');
            (wide && begins).then_some((Marker::Number, label == "1", width))
        }
        _ => None,
    }
}

/// `a`, `iv`, `12` before a closing bracket.
fn bracketed(label: &str) -> Option<Marker> {
    if label.bytes().all(|b| b.is_ascii_digit()) {
        return (label.len() <= 2).then_some(Marker::Bracketed);
    }
    if label.len() == 1 && !matches!(label, "i" | "v" | "x") {
        return Some(Marker::Letter);
    }
    if is_roman(label) {
        return Some(Marker::Roman);
    }
    (label.len() == 2 && label.bytes().all(|b| b.is_ascii_lowercase() && b == label.as_bytes()[0]))
        .then_some(Marker::Letter)
}

/// `1`, `II`, `A`, `b` before a full stop.
fn stopped(label: &str) -> Option<Marker> {
    if label.bytes().all(|b| b.is_ascii_digit()) {
        (label.len() <= 3).then_some(Marker::Number)
    } else if label.bytes().all(|b| b.is_ascii_uppercase()) {
        (label.len() == 1 || is_roman(label)).then_some(Marker::Upper)
    } else if label.len() == 1 {
        Some(if is_roman(label) { Marker::Roman } else { Marker::Letter })
    } else {
        (label.bytes().all(|b| b.is_ascii_lowercase()) && is_roman(label)).then_some(Marker::Roman)
    }
}

fn is_roman(label: &str) -> bool {
    label.bytes().all(|b| b"ivxIVX".contains(&b))
}

/// End of the space after byte `at`, where there is some and text follows it.
fn spaced(line: &str, at: usize) -> Option<usize> {
    let rest = &line[at..];
    let text = rest.trim_start_matches([' ', '\t', '\u{A0}']);
    (text.len() < rest.len() && !text.is_empty()).then_some(at + rest.len() - text.len())
}

/// The runs of items that are open at a place, outermost first.
#[derive(Debug, Default)]
pub struct Runs {
    open: Vec<Run>,
}

#[derive(Debug)]
struct Run {
    marker: Marker,
    stem: Option<u32>,
}

/// The block before an item, as far as stems ask.
#[derive(Clone, Copy, Debug)]
pub struct Before {
    /// Its index.
    pub block: u32,
    /// Whether it is an item itself.
    pub is_item: bool,
    /// Whether an item can continue it: it ends with a colon or without a stop.
    pub is_stem: bool,
    /// Its last byte.
    pub last: u8,
}

impl Runs {
    /// A block that is no item ends all runs.
    pub fn clear(&mut self) {
        self.open.clear();
    }

    /// Whether a run of `marker` is open.
    pub fn is_open(&self, marker: Marker) -> bool {
        self.open.iter().any(|run| run.marker == marker)
    }

    /// Whether `marker` goes on with an open run after `before`, or begins one of its own. `(i)` after `(h)`
    /// is a letter.
    pub fn enter(&mut self, marker: Marker, is_first: bool, before: Option<Before>) -> Option<u32> {
        let marker = match marker {
            Marker::Roman if !self.is_open(Marker::Roman) && self.continues_letters(before) => Marker::Letter,
            other => other,
        };
        let opens = before.is_some_and(|b| b.is_stem && (!b.is_item || is_first || self.innermost() != Some(marker)));
        if let Some(depth) = self.open.iter().rposition(|run| run.marker == marker)
            && !(opens && is_first)
        {
            self.open.truncate(depth + 1);
            return self.open[depth].stem;
        }
        if before.is_none_or(|b| !b.is_item) {
            self.open.clear();
        }
        let stem = before.filter(|b| b.is_stem).map(|b| b.block);
        self.open.push(Run { marker, stem });
        stem
    }

    /// Whether a line without marker that follows `before` is an item: after a colon it begins in lower case
    /// or ends with a semicolon, or it goes on with such a list.
    pub fn is_bare_item(&self, line: &str, before: Option<Before>) -> bool {
        let Some(before) = before else { return false };
        let looks = line.starts_with(char::is_lowercase) || line.ends_with(';') || line.ends_with("; and");
        match before.last {
            b':' => looks && before.is_stem && !before.is_item,
            b';' => before.is_item && self.innermost() == Some(Marker::Bare),
            _ => looks && before.is_item && self.innermost() == Some(Marker::Bare),
        }
    }

    fn innermost(&self) -> Option<Marker> {
        self.open.last().map(|run| run.marker)
    }

    fn continues_letters(&self, before: Option<Before>) -> bool {
        self.innermost() == Some(Marker::Letter) && before.is_some_and(|b| b.is_item && !b.is_stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_recognised() {
        for (line, expected) in [
            ("1.  On 2 December", Some((Marker::Number, 4))),
            ("14  Singapore also", Some((Marker::Number, 4))),
            ("(a) General", Some((Marker::Letter, 4))),
            ("- (b) Efforts", Some((Marker::Letter, 6))),
            ("- Adopting", Some((Marker::Dash, 2))),
            ("• One", Some((Marker::Bullet, 4))),
            ("•One", Some((Marker::Bullet, 3))),
            ("i) One", Some((Marker::Roman, 3))),
            ("(iv) Four", Some((Marker::Roman, 5))),
            ("II. Replies", Some((Marker::Upper, 4))),
            ("14 Singapore", None),
            ("1990. At", None),
            ("Mr. Holkeri", None),
            ("-5 degrees", None),
            ("(2007-2016) to", None),
            ("(OAS) is", None),
        ] {
            assert_eq!(marker(line).map(|(m, _, width)| (m, width)), expected, "{line}");
        }
    }

    #[test]
    fn nested_items_have_their_own_stem() {
        let mut runs = Runs::default();
        let before = |block, is_item, is_stem| Some(Before { block, is_item, is_stem, last: b'.' });
        assert_eq!(runs.enter(Marker::Letter, true, before(0, false, true)), Some(0));
        assert_eq!(runs.enter(Marker::Letter, false, before(1, true, true)), Some(0));
        assert_eq!(runs.enter(Marker::Dash, false, before(2, true, true)), Some(2));
        assert_eq!(runs.enter(Marker::Dash, false, before(3, true, false)), Some(2));
        assert_eq!(runs.enter(Marker::Letter, false, before(4, true, false)), Some(0));
        assert_eq!(runs.enter(Marker::Roman, true, before(5, true, false)), Some(0), "(i) after (h)");
    }
}
