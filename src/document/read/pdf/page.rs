//! From the lines of pages to running text: columns one after the other, no heads and feet of pages, notes after the
//! paragraph that they interrupt, an empty line between paragraphs, a form feed between pages.

use std::collections::BTreeMap;

use super::line::{Line, lines};
use super::{FEW_LETTERS, glyph, picture};

/// Lines at the top or bottom of a page that may be its head or foot.
const N_EDGE: usize = 4;
/// A gap between lines, in usual gaps, that ends a paragraph.
const PARAGRAPH: f64 = 1.22;
/// How much is set in, in heights of the type, where a paragraph begins.
const INDENT: f64 = 0.8;

/// The text of pages.
pub fn text(pages: Vec<glyph::Page>) -> String {
    let has_picture: Vec<bool> = pages.iter().map(|page| page.has_picture).collect();
    let mut pages: Vec<Vec<Line>> = pages.into_iter().map(lines).collect();
    drop_heads(&mut pages);
    let is_picture: Vec<bool> =
        pages.iter().zip(has_picture).map(|(page, has_picture)| has_picture && is_nearly_blank(page)).collect();
    let body = body_size(&pages);
    let mut writer = Writer { leading: 1.2, ..Writer::default() };
    let read: Vec<(Vec<Vec<Line>>, Vec<Line>)> = pages
        .into_iter()
        .map(|page| {
            let (page, notes) = split_notes(page, body);
            (columns(page), notes)
        })
        .collect();
    writer.leading = leading(&read).unwrap_or(writer.leading);
    for ((columns, notes), is_picture) in read.into_iter().zip(is_picture) {
        writer.page(columns, notes);
        if is_picture {
            writer.picture();
        }
    }
    writer.finish()
}

/// Whether there is no more on a page than a stamp, or the number of the page.
fn is_nearly_blank(page: &[Line]) -> bool {
    let letters = page.iter().flat_map(|line| line.text.chars()).filter(|c| c.is_alphabetic());
    letters.count() < FEW_LETTERS
}

/// Takes out lines at the edges of pages that recur at one height, numbers aside.
fn drop_heads(pages: &mut [Vec<Line>]) {
    let mut counts: BTreeMap<(String, i64), usize> = BTreeMap::new();
    for page in pages.iter() {
        for line in edge(page).map(|i| &page[i]) {
            *counts.entry(key(line)).or_default() += 1;
        }
    }
    // A head of even pages is on every second one.
    let least = (pages.len() / 3).max(2);
    for page in pages {
        let heads: Vec<usize> =
            edge(page).filter(|&i| counts.get(&key(&page[i])).is_some_and(|&n| n >= least)).collect();
        let mut i = 0;
        page.retain(|_| {
            i += 1;
            heads.binary_search(&(i - 1)).is_err()
        });
    }
}

/// Indices of the first and the last lines, ascending.
fn edge(page: &[Line]) -> impl Iterator<Item = usize> + use<> {
    let n = page.len();
    let (top, bottom) = (N_EDGE.min(n), n.saturating_sub(N_EDGE).max(N_EDGE.min(n)));
    (0..top).chain(bottom..n)
}

/// A line without its numbers, and its height on the page.
fn key(line: &Line) -> (String, i64) {
    let mut text = String::new();
    for c in line.text.chars() {
        match c.is_ascii_digit() {
            true if text.ends_with('#') => {}
            true => text.push('#'),
            false => text.push(c),
        }
    }
    (text, (line.y / 4.0).round() as i64)
}

/// Height of the type in which most is set.
fn body_size(pages: &[Vec<Line>]) -> f64 {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for line in pages.iter().flatten() {
        *counts.entry((line.size * 2.0).round() as i64).or_default() += line.text.len();
    }
    counts.into_iter().max_by_key(|&(_, n)| n).map_or(0.0, |(size, _)| size as f64 / 2.0)
}

/// The lines in small type at the foot of a page, from the first that begins a note on.
fn split_notes(mut page: Vec<Line>, body: f64) -> (Vec<Line>, Vec<Line>) {
    let n_small = page.iter().rev().take_while(|line| line.size < 0.93 * body).count();
    let foot = page.len() - n_small;
    let begins = |line: &Line| line.note.is_some() || line.text.starts_with(|c: char| c.is_ascii_digit() || c == '*');
    match page[foot..].iter().position(begins) {
        Some(first) => {
            let notes = page.split_off(foot + first);
            (page, notes)
        }
        None => (page, Vec::new()),
    }
}

/// A page in pieces that are read one after the other: where lines stand beside each other in two columns, the
/// left one comes first.
fn columns(page: Vec<Line>) -> Vec<Vec<Line>> {
    let Some(gutter) = gutter(&page) else { return vec![joined(page)] };
    let mut pieces: Vec<Vec<Line>> = Vec::new();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for line in page {
        if line.x < gutter && line.end > gutter {
            pieces.extend([std::mem::take(&mut left), std::mem::take(&mut right)]);
            pieces.push(vec![line]);
        } else if line.end <= gutter {
            left.push(line);
        } else {
            right.push(line);
        }
    }
    pieces.extend([left, right]);
    pieces.into_iter().filter(|piece| !piece.is_empty()).map(joined).collect()
}

/// The middle of the gap between two columns: few lines cross it, and both sides are full of them.
fn gutter(page: &[Line]) -> Option<f64> {
    let left = page.iter().map(|line| line.x).min_by(f64::total_cmp)?;
    let right = page.iter().map(|line| line.end).max_by(f64::total_cmp)?;
    let width = right - left;
    let is_wide = |line: &&Line| line.end - line.x > 0.3 * width;
    (35..=65).map(|percent| left + width * f64::from(percent) / 100.0).find_map(|at| {
        let crossing = page.iter().filter(|line| line.x < at && line.end > at).count();
        let on_left: Vec<&Line> = page.iter().filter(|line| line.end <= at).filter(is_wide).collect();
        let on_right: Vec<&Line> = page.iter().filter(|line| line.x >= at).filter(is_wide).collect();
        let is_full = on_left.len().min(on_right.len()) >= 4;
        let from = on_left.iter().map(|line| line.end).max_by(f64::total_cmp)?;
        let to = on_right.iter().map(|line| line.x).min_by(f64::total_cmp)?;
        (is_full && crossing * 4 <= on_left.len() + on_right.len()).then_some(f64::midpoint(from, to))
    })
}

/// Pieces on one base line as one line, a tab between them.
fn joined(lines: Vec<Line>) -> Vec<Line> {
    let mut rows: Vec<Line> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some(last) if (last.y - line.y).abs() < 0.3 * last.size.min(line.size) && line.x >= last.end => {
                last.text.push('\t');
                last.text.push_str(&line.text);
                last.end = line.end;
            }
            _ => rows.push(line),
        }
    }
    rows
}

/// The usual gap between lines of a paragraph, in heights of the type: the middle of those after long lines.
fn leading(pages: &[(Vec<Vec<Line>>, Vec<Line>)]) -> Option<f64> {
    let mut gaps = Vec::new();
    for piece in pages.iter().flat_map(|(columns, _)| columns) {
        let width = piece.iter().map(|line| line.end - line.x).max_by(f64::total_cmp).unwrap_or(0.0);
        let pairs = piece.windows(2).filter(|pair| pair[0].end - pair[0].x > 0.8 * width);
        gaps.extend(pairs.map(|pair| (pair[0].y - pair[1].y) / pair[0].size).filter(|gap| (0.5..4.0).contains(gap)));
    }
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 3).copied()
}

#[derive(Default)]
struct Writer {
    text: String,
    n_pages: usize,
    leading: f64,
    /// Lines of notes that wait for the end of a paragraph.
    notes: Vec<String>,
    /// Line written last, of the same piece.
    last: Option<(f64, f64)>,
}

impl Writer {
    fn page(&mut self, columns: Vec<Vec<Line>>, notes: Vec<Line>) {
        if self.n_pages > 0 {
            self.text.push('\u{0C}');
        }
        self.n_pages += 1;
        let is_blank = columns.is_empty();
        for column in columns {
            self.last = None;
            let margin = margin(&column);
            for (i, line) in column.iter().enumerate() {
                let before = i.checked_sub(1).map(|before| &column[before]);
                self.line(line, is_set_in(before, line, column.get(i + 1), margin));
            }
        }
        self.notes.extend(notes.into_iter().map(|line| match line.note {
            Some(note) => format!("{note} {}", line.text),
            None => line.text,
        }));
        if is_blank {
            self.end_paragraph();
        }
    }

    /// Puts the sign for a page that is a picture in a paragraph of its own.
    fn picture(&mut self) {
        self.end_paragraph();
        self.text.push(picture::MARK);
        self.end_paragraph();
    }

    fn line(&mut self, line: &Line, is_set_in: bool) {
        if let Some((y, size)) = self.last {
            let gap = (y - line.y) / size.max(line.size);
            let is_other_type = (size - line.size).abs() > 0.12 * size;
            if gap > PARAGRAPH * self.leading || is_other_type {
                self.end_paragraph();
            }
        }
        if is_set_in {
            self.text.push_str("    ");
        }
        if let Some(note) = &line.note {
            self.text.push_str(note);
            self.text.push(' ');
        }
        self.text.push_str(&line.text);
        self.text.push('\n');
        self.last = Some((line.y, line.size));
    }

    fn end_paragraph(&mut self) {
        self.text.push('\n');
        for note in std::mem::take(&mut self.notes) {
            self.text.push_str(&note);
            self.text.push('\n');
        }
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn finish(mut self) -> String {
        if !self.notes.is_empty() {
            self.end_paragraph();
        }
        self.text
    }
}

/// Whether a line is set in more than the lines around it, as the first line of a paragraph is; the lines of an item that
/// is set in as a whole are not.
fn is_set_in(before: Option<&Line>, line: &Line, after: Option<&Line>, margin: f64) -> bool {
    let least = INDENT * line.size;
    let in_more_than = |other: Option<&Line>| other.is_none_or(|other| line.x - other.x > least);
    line.x - margin > least && in_more_than(before) && in_more_than(after)
}

/// Where most lines of a piece begin.
fn margin(column: &[Line]) -> f64 {
    let mut counts: BTreeMap<i64, (usize, f64)> = BTreeMap::new();
    for line in column {
        let entry = counts.entry((line.x / 3.0).round() as i64).or_insert((0, line.x));
        entry.0 += 1;
    }
    counts.into_values().max_by_key(|&(n, _)| n).map_or(0.0, |(_, x)| x)
}
