//! Finds the parts of a document: the replies of a compilation, the speakers of a verbatim record, or
//! the one statement.

use rustc_hash::FxHashMap;

use super::clean::Cleaner;
use super::front::{self, Front};
use super::line::{Line, looks_like_heading};
use super::phrase::{iso_date, language, slug, speaker_turn};
use crate::document::Document;
use crate::entity::{Entities, Entity, EntityId};
use crate::link::{Part, PartKind};

/// Where a part begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Boundary {
    /// Index of its first line.
    pub line: usize,
    /// Lines from there that are heading or brackets, not text.
    pub n_head: usize,
    /// Bytes of the first line of text that name the speaker.
    pub n_prefix: usize,
    /// The part.
    pub part: Part,
}

/// The parts of a document in order, the first at line 0.
pub fn parts(document: &Document, lines: &[Line<'_>], front: &Front, entities: &Entities) -> Vec<Boundary> {
    if document.metadata.state.is_some() {
        return vec![statement(document, front, lines, entities)];
    }
    let mut found = replies(lines, entities);
    if found.is_empty() {
        found = turns(lines, entities);
    } else {
        found.extend(sections(lines, &found, front));
        found.sort_by_key(|b| b.line);
    }
    if found.is_empty() {
        return vec![statement(document, front, lines, entities)];
    }
    if found[0].line > 0 {
        found.insert(0, boundary(0, 0, section("front-matter", None)));
    }
    number_keys(&mut found);
    found
}

fn boundary(line: usize, n_head: usize, part: Part) -> Boundary {
    Boundary { line, n_head, n_prefix: 0, part }
}

fn section(name: &str, heading: Option<String>) -> Part {
    let key = format!("section/{name}");
    Part { key, kind: PartKind::Section, heading, submitted_by: None, date: None, language: None }
}

/// Whether a title tells that what a Government sent in follows, given as a document of its own: "Replies received from
/// Governments", "National report".
fn is_of_reply(title: &str) -> bool {
    const WORDS: [&str; 5] = ["replies", "received from", "provided by", "national report", "submitted by"];
    let title = title.to_lowercase();
    WORDS.iter().any(|words| title.contains(words))
}

fn statement(document: &Document, front: &Front, lines: &[Line<'_>], entities: &Entities) -> Boundary {
    let metadata = &document.metadata;
    let submitted_by = match &metadata.state {
        Some(state) => entities.find(state).map(|e| e.id.clone()),
        None => front.speaker.clone(),
    };
    let is_reply = metadata.title.as_deref().is_some_and(is_of_reply);
    let state = submitted_by.as_deref().and_then(|id| id.strip_prefix("state/")).filter(|_| is_reply);
    let part = Part {
        key: state.map_or_else(|| "statement".to_owned(), |state| format!("reply/{state}")),
        kind: state.map_or(PartKind::Statement, |_| PartKind::Reply),
        heading: None,
        submitted_by,
        date: metadata.date.clone(),
        language: metadata.language.clone(),
    };
    let n_prefix = lines.first().and_then(|line| speaker_turn(line.text)).map_or(0, |turn| turn.width);
    Boundary { line: 0, n_head: 0, n_prefix, part }
}

/// Gives every key a number where it is not the first of its name.
fn number_keys(found: &mut [Boundary]) {
    let mut seen: FxHashMap<String, u32> = FxHashMap::default();
    for boundary in found {
        let n = seen.entry(boundary.part.key.clone()).or_insert(0);
        *n += 1;
        if *n > 1 {
            boundary.part.key = format!("{}-{n}", boundary.part.key);
        }
    }
}

/// The clean text of a line.
pub fn clean(line: &str) -> String {
    let mut cleaner = Cleaner::default();
    cleaner.push(line, 0, line.len());
    cleaner.finish().text().to_owned()
}

/// Replies: a heading over `[Original: English]` or `[4 June 2015]`, or a State's name alone on a line
/// after a line that announces replies.
fn replies(lines: &[Line<'_>], entities: &Entities) -> Vec<Boundary> {
    let mut found = Vec::new();
    let mut announced = false;
    let (mut next_free, mut n_submitted) = (0, 0);
    for (i, line) in lines.iter().enumerate() {
        if i < next_free || line.text.len() > 120 {
            continue;
        }
        if let Some(speaker) = submitter(line.text, entities).filter(|_| !follows_name(lines, i, next_free, entities)) {
            next_free = i + 1;
            n_submitted += 1;
            found.push(boundary(i, 1, reply(clean(line.text), Some(speaker), None, None)));
            continue;
        }
        if is_bracket(line.text) && i > next_free {
            if let Some(reply) = bracketed_reply(lines, i, entities) {
                next_free = reply.line + reply.n_head;
                found.push(reply);
            }
            continue;
        }
        announced |= announces_replies(line.text);
        if announced
            && is_alone(lines, i)
            && let Some(speaker) = heading_entity(line.text, entities)
        {
            next_free = i + 1;
            found.push(boundary(i, 1, reply(clean(line.text), Some(speaker), None, None)));
        }
    }
    let n_bracketed = found.iter().filter(|b| b.n_head > 1).count();
    if n_bracketed + n_submitted == 0 && (found.len() < 2 || !announced) {
        return Vec::new();
    }
    found
}

/// Who is named by a heading such as `1.2 Submitted by Norway`.
fn submitter<'e>(line: &str, entities: &'e Entities) -> Option<&'e Entity> {
    let heading = clean(line);
    let name = unnumbered(&heading).strip_prefix("Submitted by ")?;
    let name = name.strip_prefix("the delegation of ").unwrap_or(name);
    entities.find(name.trim_end_matches([':', ' '])).filter(|entity| can_reply(entity))
}

/// Whether the line before, which no reply has taken, names who replies: `Submitted by` then only says it again.
fn follows_name(lines: &[Line<'_>], i: usize, next_free: usize, entities: &Entities) -> bool {
    i > next_free && heading_entity(lines[i - 1].text, entities).is_some()
}

/// A heading without `1.2` or `3.` before it.
fn unnumbered(heading: &str) -> &str {
    let bare = heading.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let is_numbered = bare.len() < heading.len() && bare.starts_with([' ', '\t']);
    if is_numbered { bare.trim_start() } else { heading }
}

fn announces_replies(line: &str) -> bool {
    (line.contains("eplies received") || line.contains("eply received") || line.contains("nformation received"))
        && looks_like_heading(line)
}

/// A heading whose next line is bracketed or running text, not another heading.
fn is_alone(lines: &[Line<'_>], i: usize) -> bool {
    looks_like_heading(lines[i].text)
        && (i == 0 || lines[i].after_blank || lines[i].is_marked || super::ending::is_stopped(lines[i - 1].text))
        && lines.get(i + 1).is_some_and(|next| next.text.len() > 60 && !is_bracket(next.text))
}

fn bracketed_reply(lines: &[Line<'_>], first: usize, entities: &Entities) -> Option<Boundary> {
    let n_brackets = lines[first..].iter().take(4).take_while(|line| is_bracket(line.text)).count();
    let brackets = &lines[first..first + n_brackets];
    let (date, original) = read_brackets(brackets);
    let one = |back: usize| first.checked_sub(back).map(|line| (line, lines[line].text.to_owned()));
    // A long name may take two lines.
    let two = first.checked_sub(2).map(|line| (line, format!("{} {}", lines[line].text, lines[line + 1].text)));
    let mut headings = [two, one(1), one(2)].into_iter().flatten();
    let (line, heading) = match headings.find(|(_, heading)| heading_entity(heading, entities).is_some()) {
        Some(found) => found,
        None if original.is_some() => one(1).filter(|(_, heading)| looks_like_heading(heading))?,
        None => return None,
    };
    let speaker = heading_entity(&heading, entities);
    Some(boundary(line, first + n_brackets - line, reply(clean(&heading), speaker, date, original)))
}

fn reply(heading: String, speaker: Option<&Entity>, date: Option<String>, language: Option<String>) -> Part {
    let name = speaker.map_or_else(|| slug(&heading), |e| last_segment(&e.id));
    Part {
        key: format!("reply/{name}"),
        kind: PartKind::Reply,
        submitted_by: speaker.map(|e| e.id.clone()),
        heading: Some(heading),
        date,
        language,
    }
}

fn last_segment(id: &EntityId) -> String {
    id.rsplit('/').next().unwrap_or(id).to_owned()
}

/// The State or organisation whose name is the whole heading, numbering and marks aside.
fn heading_entity<'e>(line: &str, entities: &'e Entities) -> Option<&'e Entity> {
    if line.len() > 100 || !looks_like_heading(line) {
        return None;
    }
    let heading = clean(line);
    let name = unnumbered(&heading);
    let width = super::item::marker(name).map_or(0, |(_, _, width)| width);
    entities
        .find(name.get(width..)?.trim_end_matches(|c: char| c.is_ascii_digit()).trim())
        .filter(|entity| can_reply(entity))
}

fn can_reply(entity: &Entity) -> bool {
    ["state/", "organisation/"].iter().any(|kind| entity.id.starts_with(kind))
}

/// `[Original: English]`, `[4 June 2015]`, both, or `Submitted by ...`.
fn is_bracket(line: &str) -> bool {
    let bare = line.trim_start_matches(['\\', '*', '_']);
    if line.len() > 120 {
        return false;
    }
    match bare.as_bytes().first() {
        Some(b'[') => !bare.contains("](") && is_bracketed(bare),
        Some(b'(') => bare.starts_with("(Original: "),
        Some(b'S') => bare.starts_with("Submitted by "),
        _ => false,
    }
}

fn is_bracketed(bare: &str) -> bool {
    bare.trim_end_matches(['*', '_']).ends_with(']') && (bare.contains("Original") || iso_date(bare).is_some())
}

fn read_brackets(brackets: &[Line<'_>]) -> (Option<String>, Option<String>) {
    let (mut date, mut original) = (None, None);
    for line in brackets {
        if let Some((_, rest)) = line.text.split_once("Original") {
            original = original.or_else(|| language(rest));
        }
        date = date.or_else(|| iso_date(line.text));
    }
    (date, original)
}

/// Headed sections around the replies: the introduction before, annexes and conclusions after.
fn sections(lines: &[Line<'_>], replies: &[Boundary], front: &Front) -> Vec<Boundary> {
    let (first, last) = (replies[0].line, replies[replies.len() - 1].line);
    let is_head = |i: usize| replies.iter().any(|r| (r.line..r.line + r.n_head).contains(&i));
    let candidates = (0..lines.len()).filter(|&i| lines[i].text.len() <= 140 && !is_head(i));
    let candidates = candidates.filter(|&i| {
        let text = lines[i].text;
        let begins = if i < first {
            i >= front.n_title && (is_numbered(text) || matches!(text, "Introduction" | "Summary" | "Background"))
        } else {
            announces_replies(text) && is_numbered(text)
                || i > last && (text.starts_with("Annex") || is_conclusion(text))
        };
        begins && looks_like_heading(text)
    });
    candidates
        .map(|i| {
            let heading = clean(lines[i].text);
            let width = super::item::marker(&heading).map_or(0, |(_, _, width)| width);
            boundary(i, 1, section(&slug(&heading[width..]), Some(heading)))
        })
        .collect()
}

fn is_numbered(text: &str) -> bool {
    matches!(super::item::marker(text), Some((super::item::Marker::Upper, _, _)))
}

fn is_conclusion(text: &str) -> bool {
    is_numbered(text) && ["Conclusion", "Observation", "Recommendation"].iter().any(|word| text.contains(word))
}

/// The turns of a verbatim record: `Mr. Santos (Angola):`.
fn turns(lines: &[Line<'_>], entities: &Entities) -> Vec<Boundary> {
    let mut found = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let Some(turn) = speaker_turn(line.text) else { continue };
        let speaker = turn.country.and_then(|name| entities.find(name)).filter(|e| can_reply(e));
        let part = match (speaker, turn.country) {
            (Some(speaker), _) => Part {
                key: format!("statement/{}", last_segment(&speaker.id)),
                kind: PartKind::Statement,
                heading: None,
                submitted_by: Some(speaker.id.clone()),
                date: None,
                language: turn.language,
            },
            (None, None) => section("the-president", None),
            (None, Some(_)) => continue,
        };
        found.push(Boundary { line: i, n_head: 0, n_prefix: turn.width, part });
    }
    single_statement(&mut found);
    found
}

/// One speaker alone makes one statement, whoever presides.
fn single_statement(found: &mut [Boundary]) {
    let mut statements = found.iter_mut().filter(|b| b.part.kind == PartKind::Statement);
    if let (Some(only), None) = (statements.next(), statements.next()) {
        only.part.key = "statement".to_owned();
    }
}

/// What the front matter says of the whole document.
pub fn front(document: &Document, lines: &[Line<'_>], entities: &Entities) -> Front {
    match document.metadata.state {
        Some(_) => Front::default(),
        None => front::read(lines, entities),
    }
}
