//! The lines of a page: signs on one base line, parted where a column ends, with the marks of notes set apart.

use super::glyph::{Glyph, Page};

/// Gap between signs, in heights of the font, that is a space where a page draws spaces as signs too, and where it
/// leaves them out.
const SPACE: (f64, f64) = (0.34, 0.17);
/// Gap that parts columns, or cells of a table.
const GUTTER: f64 = 1.4;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Left end.
    pub x: f64,
    /// Right end.
    pub end: f64,
    /// Base line.
    pub y: f64,
    /// Height of most of its signs.
    pub size: f64,
    /// Its text, trimmed.
    pub text: String,
    /// The mark of the note that it begins.
    pub note: Option<String>,
}

/// The pieces of lines of a page, from top to bottom and from left to right.
pub fn lines(mut page: Page) -> Vec<Line> {
    let n_spaces = page.glyphs.iter().filter(|glyph| glyph.is_space()).count();
    let least = if n_spaces * 20 > page.glyphs.len() { SPACE.0 } else { SPACE.1 };
    let mut pieces: Vec<Vec<Glyph>> = rows(std::mem::take(&mut page.glyphs)).into_iter().flat_map(parted).collect();
    let raised = raised(&pieces);
    let mut marks: Vec<Vec<Glyph>> = vec![Vec::new(); pieces.len()];
    for (mark, base) in &raised {
        marks[*base].append(&mut pieces[*mark]);
    }
    let mut lines: Vec<Line> =
        pieces.into_iter().zip(marks).filter_map(|(piece, marks)| line(piece, marks, least)).collect();
    mark_items(&mut lines, &page.dots);
    lines.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x.total_cmp(&b.x)));
    lines
}

/// Puts a bullet before the lines that a dot stands before.
fn mark_items(lines: &mut [Line], dots: &[(f64, f64)]) {
    for (x, y) in dots {
        let stands = |line: &&mut Line| {
            let (left, up) = ((line.x - x) / line.size, (y - line.y) / line.size);
            (0.0..2.5).contains(&left) && (0.0..0.7).contains(&up)
        };
        if let Some(line) = lines.iter_mut().find(stands) {
            line.text.insert_str(0, "\u{2022} ");
            line.x = *x;
        }
    }
}

/// Signs by their base line, each row from left to right, each sign once.
fn rows(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    glyphs.retain(|glyph| !glyph.text.is_empty());
    glyphs.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row) if row.last().is_some_and(|last| last.y - glyph.y < 0.12 * last.size.min(glyph.size)) => {
                row.push(glyph);
            }
            _ => rows.push(vec![glyph]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.x.total_cmp(&b.x));
        // Bold type is sometimes made by drawing a sign twice.
        row.dedup_by(|b, a| a.text == b.text && (b.x - a.x).abs() < 0.12 * a.size && !a.is_space());
    }
    rows
}

/// A row, parted at wide gaps. Spaces at the ends of its pieces go.
fn parted(row: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    let mut pieces: Vec<Vec<Glyph>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    let mut spaces = Vec::new();
    for glyph in row {
        if glyph.is_space() {
            spaces.push(glyph);
            continue;
        }
        let gap = glyph.x - end;
        let is_apart = gap > GUTTER * glyph.size;
        end = if is_apart { glyph.end() } else { end.max(glyph.end()) };
        match pieces.last_mut() {
            Some(piece) if !is_apart => {
                piece.append(&mut spaces);
                piece.push(glyph);
            }
            _ => pieces.push(vec![glyph]),
        }
        spaces.clear();
    }
    pieces
}

fn size(piece: &[Glyph]) -> f64 {
    let mut sizes: Vec<f64> = piece.iter().map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(0.0)
}

/// Pieces in small type that are raised above another, with that other.
fn raised(pieces: &[Vec<Glyph>]) -> Vec<(usize, usize)> {
    let bounds = |piece: &[Glyph]| (piece.first().map_or(0.0, |g| g.x), piece.last().map_or(0.0, Glyph::end));
    let mut found = Vec::new();
    for (i, piece) in pieces.iter().enumerate() {
        let (own, y) = (size(piece), piece.first().map_or(0.0, |glyph| glyph.y));
        let (start, _) = bounds(piece);
        // Rows go from top to bottom: what it is raised above comes soon after it.
        let base = pieces.iter().enumerate().skip(i + 1).take(24).find(|(_, base)| {
            let (large, (from, to)) = (size(base), bounds(base));
            let rise = y - base.first().map_or(0.0, |glyph| glyph.y);
            own < 0.8 * large
                && rise > 0.1 * large
                && rise < 0.7 * large
                && start > from - 2.0 * large
                && start < to + large
        });
        found.extend(base.map(|(base, _)| (i, base)));
    }
    found
}

fn line(mut piece: Vec<Glyph>, marks: Vec<Glyph>, least: f64) -> Option<Line> {
    let first = piece.first()?;
    let (size, y, x) = (size(&piece), first.y, first.x);
    // A sign before the line is that of the note that begins here; one within it only refers to a note.
    let is_sign = |glyph: &Glyph| glyph.text.chars().all(|c| c.is_ascii_digit() || "*†‡,[]()".contains(c));
    let note: String = marks.iter().filter(|mark| mark.x < x && is_sign(mark)).map(|mark| mark.text.as_str()).collect();
    piece.extend(marks.into_iter().filter(|mark| !is_sign(mark)));
    piece.sort_by(|a, b| a.x.total_cmp(&b.x));
    let end = piece.iter().map(Glyph::end).fold(x, f64::max);
    let text = text(&piece, least);
    (!text.is_empty()).then(|| Line { x, end, y, size, text, note: Some(note).filter(|note| !note.is_empty()) })
}

/// The signs, with a space where a space is drawn or left out.
fn text(piece: &[Glyph], least: f64) -> String {
    let mut text = String::new();
    let mut end = f64::INFINITY;
    for glyph in piece {
        if (glyph.is_space() || glyph.x - end > least * glyph.size) && !text.ends_with(' ') {
            text.push(' ');
        }
        if !glyph.is_space() {
            text.push_str(&glyph.text);
        }
        end = glyph.end();
    }
    text.trim().to_owned()
}
