//! Numbers that Word counts for paragraphs and that no text holds: `1.`, `(a)`, `II.`

use std::collections::BTreeMap;

use super::super::Fault;
use super::super::lines::number;
use super::Part;
use super::xml::Element;

/// Levels of a list.
const N_LEVELS: usize = 9;

/// The lists of a file, and how far each has been counted.
#[derive(Debug, Default)]
pub struct Numbering {
    /// Levels of each definition.
    definitions: BTreeMap<u32, [Level; N_LEVELS]>,
    /// Definition of each list, and where it begins levels anew.
    lists: BTreeMap<u32, (u32, [Option<u32>; N_LEVELS])>,
    /// The last number of each level of a definition.
    counts: BTreeMap<u32, [Option<u32>; N_LEVELS]>,
    /// Levels of lists that have been begun.
    begun: BTreeMap<u32, [bool; N_LEVELS]>,
}

/// How a level is numbered.
#[derive(Clone, Debug, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    text: String,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(part: &mut Part<'_>) -> Result<Self, Fault> {
        let mut found = Self::default();
        let (mut definition, mut list, mut level) = (None, None, 0);
        while let Some(element) = part.next()? {
            let Element::Open(name, attributes) = element else { continue };
            let id = |key| attributes.get(key).and_then(|id| id.parse::<u32>().ok());
            match name {
                "abstractNum" => (definition, list) = (id("abstractNumId"), None),
                "num" => (definition, list) = (None, id("numId")),
                "abstractNumId" => {
                    if let (Some(list), Some(of)) = (list, attributes.number()) {
                        found.lists.entry(list).or_default().0 = of;
                    }
                }
                "lvl" | "lvlOverride" => level = id("ilvl").unwrap_or(0) as usize,
                "startOverride" => {
                    if let Some(start) = list.and_then(|list| found.lists.entry(list).or_default().1.get_mut(level)) {
                        *start = attributes.number();
                    }
                }
                "start" | "numFmt" | "lvlText" => {
                    let levels = definition.map(|id| found.definitions.entry(id).or_default());
                    let Some(level) = levels.and_then(|levels| levels.get_mut(level)) else { continue };
                    match name {
                        "start" => level.start = attributes.number(),
                        "numFmt" => attributes.value().unwrap_or_default().clone_into(&mut level.format),
                        _ => attributes.value().unwrap_or_default().clone_into(&mut level.text),
                    }
                }
                _ => {}
            }
        }
        Ok(found)
    }

    /// The marker of the next paragraph of a list, with a space after it.
    pub fn next(&mut self, list: u32, level: u32) -> Option<String> {
        let level = level as usize;
        let &(definition, starts) = self.lists.get(&list)?;
        let levels = self.definitions.get(&definition)?;
        let own = levels.get(level)?;
        let begun = self.begun.entry(list).or_default().get_mut(level)?;
        let counts = self.counts.entry(definition).or_default();
        let restart = starts[level].filter(|_| !*begun);
        *begun = true;
        let count = match (restart, counts[level]) {
            (Some(start), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => own.start.unwrap_or(1),
        };
        counts[level] = Some(count);
        counts[level + 1..].fill(None);
        if own.format == "bullet" {
            return Some("- ".to_owned());
        }
        let text = filled(&own.text, levels, counts);
        (!text.trim().is_empty()).then(|| format!("{} ", text.trim()))
    }
}

/// `%1.%2` with the numbers of the levels.
fn filled(text: &str, levels: &[Level; N_LEVELS], counts: &[Option<u32>; N_LEVELS]) -> String {
    let mut filled = String::new();
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let digit = characters.peek().and_then(|c| c.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
        match digit {
            Some(digit) => {
                characters.next();
                let (level, count) = (&levels[digit as usize - 1], counts[digit as usize - 1]);
                filled.push_str(&written(level, count.or(level.start).unwrap_or(1)));
            }
            None => filled.push(c),
        }
    }
    filled
}

fn written(level: &Level, n: u32) -> String {
    let format = match level.format.as_str() {
        "none" => return String::new(),
        "lowerLetter" => 'a',
        "upperLetter" => 'A',
        "lowerRoman" => 'i',
        "upperRoman" => 'I',
        _ => '1',
    };
    number(n, format)
}
