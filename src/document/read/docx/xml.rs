//! The XML of a Word file as elements opened and closed, and text; names without their prefix. Entities that a file declares
//! itself are not expanded.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::super::Fault;

/// What comes next in a part.
#[derive(Debug)]
pub enum Element<'e> {
    /// An element begins.
    Open(&'e str, Attributes),
    /// An element ends; one without content ends as soon as it began.
    Close(&'e str),
    /// Text.
    Text(&'e str),
}

/// The attributes of an element, names without their prefix.
#[derive(Debug, Default)]
pub struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// The value of the attribute of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// `w:val`, the value of most elements.
    pub fn value(&self) -> Option<&str> {
        self.get("val")
    }

    /// Whether `<w:b/>` or `<w:b w:val="1"/>` sets what it names; `<w:b w:val="0"/>` does not.
    pub fn is_set(&self) -> bool {
        !matches!(self.value(), Some("0" | "false" | "off" | "none"))
    }

    /// `w:val` as a number.
    pub fn number(&self) -> Option<u32> {
        self.value()?.trim().parse().ok()
    }

    fn of(start: &BytesStart<'_>) -> Self {
        let mut attributes = start.attributes();
        let read = attributes.with_checks(false).flatten().map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map(Cow::into_owned);
            (local(attribute.key.as_ref()).to_owned(), value.unwrap_or_default())
        });
        Self(read.collect())
    }
}

/// The elements of a part, one after the other.
pub struct Events<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    /// What `next` gave last.
    current: String,
    /// Whether the element just opened has no content: it is closed next.
    is_closing: bool,
    most: u64,
}

impl<R: BufRead> Events<R> {
    /// The elements of `reader`, up to `most` bytes.
    pub fn new(reader: R, most: u64) -> Self {
        let mut reader = Reader::from_reader(reader);
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        Self { reader, buffer: Vec::new(), current: String::new(), is_closing: false, most }
    }

    /// What comes next; nothing at the end.
    pub fn next(&mut self) -> Result<Option<Element<'_>>, Fault> {
        if std::mem::take(&mut self.is_closing) {
            return Ok(Some(Element::Close(&self.current)));
        }
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer);
            if self.reader.buffer_position() > self.most {
                return Err(Fault::TooMuch);
            }
            match event.map_err(|error| Fault::Damaged(error.to_string()))? {
                Event::Start(start) => {
                    local(start.name().as_ref()).clone_into(&mut self.current);
                    return Ok(Some(Element::Open(&self.current, Attributes::of(&start))));
                }
                Event::Empty(start) => {
                    local(start.name().as_ref()).clone_into(&mut self.current);
                    self.is_closing = true;
                    return Ok(Some(Element::Open(&self.current, Attributes::of(&start))));
                }
                Event::End(end) => {
                    local(end.name().as_ref()).clone_into(&mut self.current);
                    return Ok(Some(Element::Close(&self.current)));
                }
                Event::Text(text) => {
                    self.current = text.xml10_content().into_owned();
                    return Ok(Some(Element::Text(&self.current)));
                }
                Event::CData(text) => {
                    self.current = text.xml10_content().into_owned();
                    return Ok(Some(Element::Text(&self.current)));
                }
                Event::GeneralRef(reference) => {
                    let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                    let entity = || resolve_predefined_entity(&reference).map(str::to_owned);
                    if let Some(text) = character.or_else(entity) {
                        self.current = text;
                        return Ok(Some(Element::Text(&self.current)));
                    }
                }
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
