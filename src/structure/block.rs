//! Puts lines together to blocks: paragraphs, items with their stems, headings.

use super::clean::Cleaner;
use super::ending::{is_open, is_stopped};
use super::item::{Before, Marker, Runs, marker};
use super::line::{Layout, Line, Open, ends_with_broken_word, looks_like_heading};
use super::{Block, BlockKind};

/// Appends the blocks of one part's lines to `blocks`. `n_prefix` bytes of the first line are no text.
pub fn append(blocks: &mut Vec<Block>, text: &str, layout: Layout, part: u32, lines: &[Line<'_>], n_prefix: usize) {
    let mut writer =
        Writer { text, layout, part, blocks, runs: Runs::default(), before: None, numbered: false, draft: None };
    for (i, line) in lines.iter().enumerate() {
        let previous = i.checked_sub(1).map(|p| &lines[p]);
        writer.line(previous, line, if i == 0 { n_prefix } else { 0 });
    }
    writer.close(true);
}

/// The block that is being put together.
struct Draft {
    cleaner: Cleaner,
    marker: Option<Marker>,
    is_item: bool,
    is_marked: bool,
    stem: Option<u32>,
    n_lines: usize,
}

struct Writer<'t, 'b> {
    text: &'t str,
    layout: Layout,
    part: u32,
    blocks: &'b mut Vec<Block>,
    runs: Runs,
    before: Option<Before>,
    /// Whether the block before is a numbered paragraph: its number is no item's sibling.
    numbered: bool,
    draft: Option<Draft>,
}

impl Writer<'_, '_> {
    fn line(&mut self, previous: Option<&Line<'_>>, line: &Line<'_>, n_prefix: usize) {
        let found = marker(line.text).filter(|&(marker, _, _)| self.may_begin(marker, previous, line));
        if let (None, Some(previous), Some(draft)) = (found, previous, &mut self.draft) {
            let open = Open {
                n_lines: draft.n_lines,
                n_bytes: draft.cleaner.len(),
                is_item: draft.is_item,
                is_first: self.before.is_none(),
            };
            if self.layout.goes_on(open, previous, line) {
                let text = Some(self.text).filter(|_| self.layout.breaks_words());
                draft.cleaner.line_break(line.text, line.break_before, text);
                draft.n_lines += 1;
                push(&mut draft.cleaner, self.text, line, 0);
                return;
            }
        }
        self.close(false);
        self.begin(line, found, n_prefix);
    }

    /// Whether a marker at the start of `line` is one: in wrapped text a dash or number may stand there by chance.
    fn may_begin(&self, marker: Marker, previous: Option<&Line<'_>>, line: &Line<'_>) -> bool {
        if marker == Marker::Upper {
            return looks_like_heading(line.text);
        }
        let (Some(previous), Some(draft)) = (previous, &self.draft) else { return true };
        if line.after_blank || marker == Marker::Bullet {
            return true;
        }
        if !self.layout.is_wrapped() || draft.marker == Some(marker) && marker != Marker::Number {
            return !is_open(previous.text)
                || !matches!(marker, Marker::Dash | Marker::Number)
                || line.text.starts_with("- ");
        }
        is_stopped(previous.text) || marker != Marker::Dash && ends_an_item(previous.text)
    }

    fn begin(&mut self, line: &Line<'_>, found: Option<(Marker, bool, usize)>, n_prefix: usize) {
        let is_bare = found.is_none() && n_prefix == 0 && self.runs.is_bare_item(line.text, self.before);
        let found = if is_bare { Some((Marker::Bare, false, 0)) } else { found };
        let is_item = found.is_some_and(|(marker, _, _)| self.makes_item(marker));
        let stem = match found {
            Some((marker, is_first, _)) if is_item => self.runs.enter(marker, is_first, self.before),
            _ => None,
        };
        if !is_item {
            self.runs.clear();
        }
        let mut cleaner = Cleaner::of_block();
        push(&mut cleaner, self.text, line, found.map_or(n_prefix, |(_, _, width)| width));
        let marker = found.map(|(marker, _, _)| marker);
        self.draft = Some(Draft { cleaner, marker, is_item, is_marked: line.is_marked, stem, n_lines: 1 });
    }

    fn makes_item(&self, marker: Marker) -> bool {
        match marker {
            Marker::Upper => false,
            Marker::Number => self.runs.is_open(marker) || !self.numbered && self.before.is_some_and(|b| b.is_stem),
            Marker::Dash | Marker::Bullet | Marker::Letter | Marker::Roman | Marker::Bracketed | Marker::Bare => true,
        }
    }

    /// Ends the open block; `is_last` where the part ends with it.
    fn close(&mut self, is_last: bool) {
        let Some(draft) = self.draft.take() else { return };
        let folded = draft.cleaner.finish();
        if folded.text().is_empty() {
            return;
        }
        let clean = folded.text();
        let kind = if draft.is_item {
            BlockKind::Item
        } else if !is_last && draft.n_lines <= 2 && is_heading(clean, draft.is_marked) {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        };
        let is_stem = match kind {
            BlockKind::Heading => false,
            BlockKind::Paragraph => {
                clean.ends_with([':', '-', '–', '—']) || clean.ends_with("follows.") || !is_stopped(clean)
            }
            BlockKind::Item => clean.ends_with(':'),
        };
        let last = clean.strip_suffix("; and").map_or(clean, |_| ";").bytes().next_back().unwrap_or(b'.');
        self.before = Some(Before { block: self.blocks.len() as u32, is_item: draft.is_item, is_stem, last });
        self.numbered = draft.marker == Some(Marker::Number) && !draft.is_item;
        self.blocks.push(Block { part: self.part, kind, text: folded, stem: draft.stem });
    }
}

fn push(cleaner: &mut Cleaner, text: &str, line: &Line<'_>, skip: usize) {
    let (start, end) = (line.start + skip, line.end());
    if ends_with_broken_word(line.text) && start < end {
        cleaner.push(text, start, end - 1);
        cleaner.push_line_end_hyphen(end - 1);
    } else {
        cleaner.push(text, start.min(end), end);
    }
}

fn ends_an_item(text: &str) -> bool {
    text.ends_with(',') || text.ends_with(" and") || text.ends_with(" or")
}

/// A heading, or an address such as `Mr. President,` that stands alone.
fn is_heading(text: &str, is_marked: bool) -> bool {
    let is_address = text.len() <= 100 && text.ends_with(',');
    is_address || looks_like_heading(text) || is_marked && text.len() <= 200 && !text.ends_with('.')
}
