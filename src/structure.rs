//! Finds the parts of a document (replies, statements, sections) and their blocks of running text.

use crate::document::Document;
use crate::link::{Part};
use crate::text::{Folded, Span};

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
