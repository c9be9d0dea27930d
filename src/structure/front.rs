//! What the first lines of a document say of it: session, agenda item, title, and who speaks.

use super::line::{Line, looks_like_heading};
use super::part::clean;
use crate::entity::{Entities, EntityId};

/// Lines in which front matter is looked for.
const DEPTH: usize = 40;

/// Facts from the front matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// Title of the document.
    pub title: Option<String>,
    /// `Seventieth session`
    pub session: Option<String>,
    /// `93`
    pub agenda_item: Option<String>,
    /// Who makes the statement, where the first lines say so.
    pub speaker: Option<EntityId>,
    /// Lines at the start that are title page, not text.
    pub n_title: usize,
}

/// Reads the first lines.
pub fn read(lines: &[Line<'_>], entities: &Entities) -> Front {
    let mut front = Front::default();
    let first = &lines[..lines.len().min(DEPTH)];
    for (i, line) in first.iter().enumerate().filter(|(_, line)| line.text.len() <= 160) {
        if front.session.is_none() && is_session(line.text) {
            front.session = Some(clean(line.text));
            front.n_title = i + 1;
        } else if front.agenda_item.is_none()
            && let Some(item) = agenda_item(line.text)
        {
            front.agenda_item = Some(item);
            front.n_title = i + 1;
        } else if is_report_line(line.text) && i > 0 {
            front.title = front.title.or_else(|| title_before(first, i));
            front.n_title = i + 1;
        }
    }
    front.speaker = speaker(&lines[..lines.len().min(15)], entities);
    front
}

fn is_session(line: &str) -> bool {
    line.strip_suffix(" session").is_some_and(|number| {
        number.starts_with(char::is_uppercase) && number.split([' ', '-']).count() <= 5 && !number.contains("the ")
    })
}

/// `93` of `Item 93 of the provisional agenda*`.
fn agenda_item(line: &str) -> Option<String> {
    let rest = line.strip_prefix("Agenda item ").or_else(|| line.strip_prefix("Agenda items "));
    let rest = rest.or_else(|| line.strip_prefix("Item ").filter(|_| line.contains("agenda")))?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    (end > 0).then(|| rest[..end].to_owned())
}

fn is_report_line(line: &str) -> bool {
    ["Report of the Secretary-General", "Note by the Secretary-General", "Note by the Secretariat"]
        .iter()
        .any(|start| line.starts_with(start) && line.len() <= start.len() + 2)
}

/// The line, or the lines without a blank between them, before line `i`.
fn title_before(lines: &[Line<'_>], i: usize) -> Option<String> {
    let mut start = i.checked_sub(1)?;
    while start > 0 && !lines[start].after_blank && looks_like_heading(lines[start - 1].text) {
        start -= 1;
    }
    let title: Vec<String> = lines[start..i].iter().map(|line| clean(line.text)).collect();
    Some(title.join(" ")).filter(|title| !is_session(title) && agenda_item(title).is_none())
}

/// Who speaks, from lines such as `Statement by H.E. Mr. X, Minister for Foreign Affairs of Norway`.
fn speaker(lines: &[Line<'_>], entities: &Entities) -> Option<EntityId> {
    lines.iter().filter(|line| line.text.len() <= 250).find_map(|line| {
        let text = clean(line.text);
        named_alone(&text, entities).or_else(|| statement_by(&text, entities))
    })
}

/// `NORWAY`, `Permanent Mission of Norway to the United Nations`
fn named_alone(text: &str, entities: &Entities) -> Option<EntityId> {
    if text.len() > 120 || !looks_like_heading(text) {
        return None;
    }
    let name = text.strip_prefix("Permanent Mission of ").and_then(|rest| rest.split(" to the ").next());
    state(name.unwrap_or(text), entities)
}

fn statement_by(text: &str, entities: &Entities) -> Option<EntityId> {
    const STARTS: [&str; 9] = [
        "Statement ",
        "STATEMENT ",
        "Address ",
        "Remarks ",
        "Speech ",
        "Intervention ",
        "Delivered by ",
        "by H.E.",
        "By H.E.",
    ];
    if !STARTS.iter().any(|start| text.starts_with(start)) || super::ending::is_stopped(text) && text.len() > 160 {
        return None;
    }
    let mut found = None;
    for (i, word) in text.match_indices([' ', ',']).filter(|(_, sign)| *sign == " ") {
        let rest = &text[i + word.len()..];
        let follows = ["of ", "by ", "for ", "from ", "delegation "].iter().find_map(|start| rest.strip_prefix(start));
        let Some(tail) = follows else { continue };
        let end = [",", " at ", " to ", " on ", " in ", " before ", " during ", " ("]
            .iter()
            .filter_map(|stop| tail.find(stop))
            .min();
        let name = tail[..end.unwrap_or(tail.len())].trim_end_matches(['.', ':', ' ']);
        found = found.or_else(|| state(name, entities));
    }
    found
}

fn state(name: &str, entities: &Entities) -> Option<EntityId> {
    let is_name = name.len() > 3 && name.starts_with(char::is_uppercase) || name.starts_with("the ");
    let found = is_name.then(|| entities.find(name)).flatten()?;
    (found.id.starts_with("state/") || &*found.class == "RegionalOrganisation").then(|| found.id.clone())
}
