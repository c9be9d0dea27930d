//! The text of a Word file: paragraphs, their markers and their notes.

use std::collections::BTreeMap;

use super::super::Fault;
use super::super::limit::Limits;
use super::super::lines::Lines;
use super::Part;
use super::numbering::Numbering;
use super::style::Styles;
use super::xml::{Attributes, Element};

/// Notes by kind and id.
pub type Notes = BTreeMap<(&'static str, String), String>;

/// The notes of `footnotes.xml` or `endnotes.xml`.
pub fn notes(part: &mut Part<'_>, kind: &'static str, limits: &Limits) -> Result<Notes, Fault> {
    let mut notes = Notes::new();
    let mut open: Option<(String, Lines)> = None;
    let mut skipped = Skipped::default();
    while let Some(element) = part.next()? {
        if skipped.skips(&element) {
            continue;
        }
        match element {
            // Separators are notes of a type of their own.
            Element::Open(name, attributes) if name == kind && attributes.get("type").is_none() => {
                open = attributes.get("id").map(|id| (id.to_owned(), Lines::default()));
            }
            Element::Close(name) if name == kind => {
                if let Some((id, lines)) = open.take() {
                    notes.insert((kind, id), lines.finish());
                }
            }
            Element::Text(text) => {
                if let Some((_, lines)) = &mut open {
                    lines.flow(text);
                    admit(lines, limits)?;
                }
            }
            Element::Close("p") => {
                if let Some((_, lines)) = &mut open {
                    lines.end_line();
                }
            }
            _ => {}
        }
    }
    Ok(notes)
}

/// The text of the main part.
pub fn text(
    part: &mut Part<'_>,
    styles: &Styles,
    numbering: Numbering,
    notes: &Notes,
    limits: &Limits,
) -> Result<String, Fault> {
    let mut body = Body { styles, numbering, notes, ..Body::new(styles, notes) };
    let mut skipped = Skipped::default();
    while let Some(element) = part.next()? {
        if skipped.skips(&element) {
            continue;
        }
        match element {
            Element::Open(name, attributes) => body.open(name, &attributes),
            Element::Close(name) => body.close(name),
            Element::Text(text) => body.text(text),
        }
        admit_bytes(body.n_outer + body.lines.len(), limits)?;
    }
    while !body.outer.is_empty() {
        body.close_box();
    }
    body.end_paragraph();
    Ok(body.lines.finish())
}

fn admit(lines: &Lines, limits: &Limits) -> Result<(), Fault> {
    admit_bytes(lines.len(), limits)
}

fn admit_bytes(n_bytes: usize, limits: &Limits) -> Result<(), Fault> {
    if n_bytes as u64 > limits.text_bytes { Err(Fault::TooMuch) } else { Ok(()) }
}

/// Elements whose content is not the text: what was deleted or moved away, and what is there twice.
#[derive(Debug, Default)]
struct Skipped {
    open: Option<(String, usize)>,
}

impl Skipped {
    fn skips(&mut self, element: &Element<'_>) -> bool {
        match (&mut self.open, element) {
            (Some((skipped, n)), Element::Open(name, _)) if skipped == name => *n += 1,
            (Some((skipped, n)), Element::Close(name)) if skipped == name => {
                *n -= 1;
                if *n == 0 {
                    self.open = None;
                }
                return true;
            }
            (None, Element::Open(name @ ("del" | "moveFrom" | "Fallback"), _)) => {
                self.open = Some(((*name).to_owned(), 1));
            }
            _ => {}
        }
        self.open.is_some()
    }
}

/// The paragraph that is being read.
#[derive(Debug, Default)]
struct Paragraph {
    style: Option<String>,
    list: Option<u32>,
    level: Option<u32>,
    outline: bool,
    notes: Vec<(&'static str, String)>,
    /// Texts of the boxes that hang on it.
    boxes: Vec<String>,
}

struct Body<'b> {
    styles: &'b Styles,
    numbering: Numbering,
    notes: &'b Notes,
    lines: Lines,
    paragraph: Paragraph,
    /// Whether the properties of a paragraph are being read: a run has some of the same names.
    in_properties: bool,
    in_text: bool,
    is_hidden: bool,
    n_cells: usize,
    /// What is left open around the box of text that is being read: a box hangs in the middle of a paragraph.
    outer: Vec<(Lines, Paragraph, usize)>,
    /// Bytes of their lines.
    n_outer: usize,
}

impl<'b> Body<'b> {
    fn new(styles: &'b Styles, notes: &'b Notes) -> Self {
        Self {
            styles,
            numbering: Numbering::default(),
            notes,
            lines: Lines::default(),
            paragraph: Paragraph::default(),
            in_properties: false,
            in_text: false,
            is_hidden: false,
            n_cells: 0,
            outer: Vec::new(),
            n_outer: 0,
        }
    }

    fn open(&mut self, name: &str, attributes: &Attributes) {
        match name {
            "p" => {
                if !self.paragraph.boxes.is_empty() {
                    self.end_paragraph();
                }
                self.lines.end_line();
                self.paragraph = Paragraph::default();
            }
            "pPr" => self.in_properties = true,
            "pStyle" => self.paragraph.style = attributes.value().map(str::to_owned),
            "numId" => self.paragraph.list = attributes.number(),
            "ilvl" => self.paragraph.level = attributes.number(),
            "outlineLvl" => self.paragraph.outline |= attributes.number().is_some_and(|level| level < 9),
            "r" => self.is_hidden = false,
            "vanish" if !self.in_properties => self.is_hidden = attributes.is_set(),
            "t" => self.in_text = true,
            "tab" | "ptab" if !self.in_properties && self.lines.len() > 0 => self.lines.verbatim("\t"),
            "br" | "cr" => self.lines.end_line(),
            "noBreakHyphen" => self.lines.verbatim("-"),
            "footnoteReference" => self.refer("footnote", attributes),
            "endnoteReference" => self.refer("endnote", attributes),
            "tc" => self.n_cells += 1,
            "txbxContent" => self.open_box(),
            _ => {}
        }
    }

    fn open_box(&mut self) {
        self.n_outer += self.lines.len();
        let paragraph = std::mem::take(&mut self.paragraph);
        self.outer.push((std::mem::take(&mut self.lines), paragraph, std::mem::take(&mut self.n_cells)));
    }

    fn close_box(&mut self) {
        let Some((lines, paragraph, n_cells)) = self.outer.pop() else { return };
        self.end_paragraph();
        let inner = std::mem::replace(&mut self.lines, lines).finish();
        (self.paragraph, self.n_cells) = (paragraph, n_cells);
        self.n_outer -= self.lines.len();
        self.n_outer += inner.len();
        self.paragraph.boxes.push(inner);
    }

    fn close(&mut self, name: &str) {
        match name {
            "pPr" => {
                self.in_properties = false;
                self.begin_paragraph();
            }
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "tc" => {
                self.n_cells = self.n_cells.saturating_sub(1);
                self.lines.end_line();
            }
            "tbl" => self.lines.end_paragraph(),
            "txbxContent" => self.close_box(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text && !self.is_hidden {
            self.lines.flow(text);
        }
    }

    fn refer(&mut self, kind: &'static str, attributes: &Attributes) {
        self.paragraph.notes.extend(attributes.get("id").map(|id| (kind, id.to_owned())));
    }

    /// Once the properties are known: the mark of a heading, the number of an item.
    fn begin_paragraph(&mut self) {
        let paragraph = &self.paragraph;
        let style = paragraph.style.as_deref().unwrap_or_default();
        let is_heading = paragraph.outline || self.styles.is_heading(style);
        // List 0 takes away the number that the style gives.
        let list = match paragraph.list {
            Some(list) => Some((list, paragraph.level.unwrap_or(0))),
            None => self.styles.list(style),
        };
        let marker = list.filter(|(list, _)| *list > 0).and_then(|(list, level)| self.numbering.next(list, level));
        let is_item = marker.is_some() && !is_heading;
        if !is_item && self.n_cells == 0 {
            self.lines.end_paragraph();
        }
        let heading = if is_heading { "# " } else { "" };
        if is_heading || marker.is_some() {
            self.lines.mark(&format!("{heading}{}", marker.unwrap_or_default()));
        }
    }

    fn end_paragraph(&mut self) {
        self.lines.unmark();
        let paragraph = std::mem::take(&mut self.paragraph);
        let is_item = paragraph.list.is_some_and(|list| list > 0);
        if is_item || self.n_cells > 0 {
            self.lines.end_line();
        } else {
            self.lines.end_paragraph();
        }
        self.n_outer -= paragraph.boxes.iter().map(String::len).sum::<usize>();
        let notes = paragraph.notes.iter().filter_map(|note| self.notes.get(note));
        for text in paragraph.boxes.iter().chain(notes) {
            self.lines.end_paragraph();
            self.lines.verbatim(text);
            self.lines.end_paragraph();
        }
    }
}
