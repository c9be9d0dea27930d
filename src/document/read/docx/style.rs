//! Styles: which paragraphs are headings, and which are numbered by their style.

use std::collections::BTreeMap;

use super::super::Fault;
use super::Part;
use super::xml::Element;

/// Styles that are based on each other form no longer chain than this.
const DEEPEST: usize = 16;

/// The paragraph styles of a file.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: BTreeMap<String, Style>,
}

/// What matters of a style.
#[derive(Clone, Debug, Default)]
struct Style {
    based_on: Option<String>,
    is_heading: bool,
    list: Option<u32>,
    level: Option<u32>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(part: &mut Part<'_>) -> Result<Self, Fault> {
        let mut by_id = BTreeMap::new();
        let mut open: Option<(String, Style)> = None;
        while let Some(element) = part.next()? {
            match element {
                Element::Open("style", attributes) => {
                    let id = attributes.get("styleId").unwrap_or_default().to_owned();
                    open = Some((id, Style::default()));
                }
                Element::Close("style") => by_id.extend(open.take()),
                Element::Open(name, attributes) => {
                    let Some((_, style)) = &mut open else { continue };
                    match name {
                        "name" => style.is_heading |= attributes.value().is_some_and(is_heading),
                        "basedOn" => style.based_on = attributes.value().map(str::to_owned),
                        "outlineLvl" => style.is_heading |= attributes.number().is_some_and(|level| level < 9),
                        "numId" => style.list = attributes.number(),
                        "ilvl" => style.level = attributes.number(),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        Ok(Self { by_id })
    }

    /// Whether paragraphs of a style are headings.
    pub fn is_heading(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.is_heading)
    }

    /// List and level by which paragraphs of a style are numbered.
    pub fn list(&self, id: &str) -> Option<(u32, u32)> {
        let list = self.chain(id).find_map(|style| style.list)?;
        Some((list, self.chain(id).find_map(|style| style.level).unwrap_or(0)))
    }

    /// A style and those that it is based on.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        let first = self.by_id.get(id);
        let next = |style: &&'s Style| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(DEEPEST)
    }
}

/// Names of the headings of Word, and of the templates of the United Nations (`_ H _Ch_G`, `H23`).
fn is_heading(name: &str) -> bool {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let name = name.strip_suffix('g').filter(|name| name.starts_with('h')).unwrap_or(&name);
    name.starts_with("heading") || matches!(name, "title" | "hch" | "hm" | "h1" | "h2" | "h23" | "h4" | "h56")
}
