//! Finds the parts of a document (replies, statements, sections) and their blocks of running text.
//!
//! Lines come first (`line`): page noise goes, and what the page broke is joined again. Then the parts
//! (`part`), then the blocks of each. Nothing here can fail, and every step reads the text once.

mod block;
mod clean;
mod ending;
mod front;
mod hyphen;
mod item;
mod line;
mod noise;
mod part;
mod phrase;

use self::line::Layout;
use crate::document::{Document, imprint};
use crate::entity::Entities;
use crate::link::{Part, PartKind};
use crate::text::Folded;

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A heading inside a part: a topic, not a statement.
    Heading,
    /// A paragraph of running text.
    Paragraph,
    /// A lettered, numbered or dashed list item; it may continue a stem.
    Item,
}

/// A block: a paragraph, a list item or a heading, cleaned of page noise and markers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Index into [`Structure::parts`].
    pub part: u32,
    /// What it is.
    pub kind: BlockKind,
    /// Its text without marker, with the way back to the document's bytes.
    pub text: Folded,
    /// Index of the block whose last sentence is the stem that this item continues.
    pub stem: Option<u32>,
}

/// A document in parts and blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Structure {
    /// Title found in the text.
    pub title: Option<String>,
    /// Session as printed.
    pub session: Option<String>,
    /// Agenda item as printed.
    pub agenda_item: Option<String>,
    /// Parts in text order.
    pub parts: Vec<Part>,
    /// Blocks in text order.
    pub blocks: Vec<Block>,
}

/// Finds the parts and blocks of a document.
#[must_use]
pub fn structure(document: &Document, entities: &Entities) -> Structure {
    let text = &document.text;
    // Fields before the text are no text; lines keep their places in the whole.
    let n_fields = imprint::fields(text).map_or(0, |fields| fields.n_bytes);
    let mut lines = line::lines(text);
    lines.retain(|line| line.start >= n_fields);
    let layout = Layout::of(&lines);
    let front = part::front(document, &lines, entities);
    let boundaries = part::parts(document, &lines, &front, entities);
    let ends: Vec<usize> = boundaries.iter().skip(1).map(|b| b.line).chain([lines.len()]).collect();
    let (mut parts, mut blocks) = (Vec::with_capacity(boundaries.len()), Vec::new());
    for (boundary, end) in boundaries.into_iter().zip(ends) {
        let start = (boundary.line + boundary.n_head).max(front.n_title).min(end);
        let n_blocks = blocks.len();
        block::append(&mut blocks, text, layout, parts.len() as u32, &lines[start..end], boundary.n_prefix);
        let is_empty = blocks[n_blocks..].iter().all(|block| block.kind == BlockKind::Heading);
        if is_empty && boundary.part.kind == PartKind::Section {
            blocks.truncate(n_blocks);
        } else {
            parts.push(boundary.part);
        }
    }
    Structure { title: front.title, session: front.session, agenda_item: front.agenda_item, parts, blocks }
}

#[cfg(test)]
mod tests;
