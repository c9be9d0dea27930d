//! Documents named by number: "resolution 69/28", "Security Council resolution 1706 (2006)", "A/68/98".

use std::collections::BTreeSet;

use crate::lexicon::{Lexicon, UNKNOWN};
use crate::ontology::Ontology;
use crate::token::{Kind, Token};

use super::head::Heads;
use super::{Thing, label};

/// What the label of a draft begins with.
const DRAFT: &str = "Draft";

/// A document number found: tokens `first..last`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
    /// The document.
    pub thing: Thing,
}

/// Finds the numbered documents among the tokens of a sentence.
#[must_use]
pub fn numbered(text: &str, tokens: &[Token], lexicon: &Lexicon, heads: &Heads, ontology: &Ontology) -> Vec<Numbered> {
    let resolution = ["resolution", "resolutions"].map(|word| lexicon.word(word));
    let decision = lexicon.word("decision");
    let acts = ["directive", "regulation", "act"].map(|word| lexicon.word(word));
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let symbol = &text[tokens[at].span.range()];
        if tokens[at].kind == Kind::Symbol && (symbol.len() > 4 || symbol.starts_with("L.")) {
            // "draft resolutions L.5 and L.6"
            let listed = at > 1 && found.last().is_some_and(|f: &Numbered| f.last as usize == at - 1 && is_draft(f));
            let of_decision = at > 0 && tokens[at - 1].word == decision;
            let called = of_decision || at > 0 && resolution.contains(&tokens[at - 1].word);
            if (called || listed) && (symbol.contains("/L.") || symbol.starts_with("L.")) {
                let label = format!("{DRAFT} {} {symbol}", if of_decision { "decision" } else { "resolution" });
                let draft = thing("Resolution", &slug(symbol), label, ontology);
                found.push(Numbered { first: at as u32 - u32::from(called), last: at as u32 + 1, thing: draft });
            } else if let Some(thing) = of_symbol(symbol, ontology) {
                found.push(Numbered { first: at as u32, last: at as u32 + 1, thing });
            }
        } else if tokens[at].word != UNKNOWN && resolution.contains(&tokens[at].word) {
            at = resolutions(text, tokens, at, ontology, &mut found);
            continue;
        } else if tokens[at].word != UNKNOWN && decision == tokens[at].word {
            found.extend(of_decision(text, tokens, at, ontology));
            found.extend(of_community(text, tokens, at, ontology));
        } else if tokens[at].is_capitalised() && acts.contains(&tokens[at].word) {
            found.extend(of_community(text, tokens, at, ontology));
        }
        at += 1;
    }
    // What has a name besides its number is known by that.
    for numbered in &mut found {
        if let Some(named) = heads.document(&numbered.thing.label) {
            numbered.thing = named.clone();
        }
    }
    found
}

fn is_draft(numbered: &Numbered) -> bool {
    numbered.thing.label.starts_with(DRAFT)
}

/// Whether words go on with "of the Ministry", "of the Council of Ministers" or another organ of a Government.
fn is_of_government(text: &str, tokens: &[Token]) -> bool {
    let words: Vec<&str> = tokens.iter().take(5).map(|token| &text[token.span.range()]).collect();
    match &words[..] {
        ["of", "the", "Council", "of", organ] => *organ == "Ministers",
        ["of", "the", organ, ..] => {
            matches!(*organ, "Ministry" | "Minister" | "Government" | "Cabinet" | "Directorate")
        }
        _ => false,
    }
}

/// Reads the numbers after "resolution" at `at`; returns where to go on.
fn resolutions(text: &str, tokens: &[Token], at: usize, ontology: &Ontology, found: &mut Vec<Numbered>) -> usize {
    let mut first = at;
    let mut here = at + 1;
    let organ = at.checked_sub(1).map_or("", |before| &text[tokens[before].span.range()]);
    // "Government Resolution 407": an act of the State.
    if matches!(organ, "Government" | "Cabinet" | "Ministerial" | "Ministers" | "Presidential" | "Parliament") {
        return at + 1;
    }
    // "Resolution 105 of the Ministry": likewise
    if number(text, tokens, here).is_some_and(|(_, end)| is_of_government(text, &tokens[end..])) {
        return at + 1;
    }
    let of_assembly = matches!(organ, "Assembly" | "UNGA");
    let of_rights = organ == "Council" && at > 1 && &text[tokens[at - 2].span.range()] == "Rights";
    while let Some((number, end)) = number(text, tokens, here) {
        let thing = match of_rights {
            true => {
                let label = format!("Human Rights Council resolution {number}");
                thing("Resolution", &format!("a-hrc-res-{}", slug(&number)), label, ontology)
            }
            false => of_number(&number, of_assembly, ontology),
        };
        found.push(Numbered { first: first as u32, last: end as u32, thing });
        here = end;
        while here < tokens.len() && (tokens[here].kind == Kind::Comma || &text[tokens[here].span.range()] == "and") {
            here += 1;
        }
        first = here;
    }
    here.max(at + 1).min(found.last().map_or(at + 1, |f| (f.last as usize).max(at + 1)))
}

/// "decision 49/470": the Assembly numbers its decisions by its sessions, and has since its thirtieth; so do councils that are younger.
fn of_decision(text: &str, tokens: &[Token], at: usize, ontology: &Ontology) -> Option<Numbered> {
    let (number, end) = number(text, tokens, at + 1)?;
    let (session, _) = number.split_once('/')?;
    let organ = at.checked_sub(1).map_or("", |before| &text[tokens[before].span.range()]);
    let late = session.parse::<u8>().is_ok_and(|session| session > 30) && organ != "Council";
    let thing = late.then(|| {
        let label = format!("General Assembly decision {number}");
        thing("Resolution", &format!("a-dec-{}", slug(&number)), label, ontology)
    })?;
    Some(Numbered { first: at as u32, last: end as u32, thing })
}

/// "Directive 2013/40/EU", "Regulation (EU) No 910/2014", "Framework Decision 2005/222/JHA", "Directive C/DIR/1/08/11": a binding
/// act of a community of States, known by its number.
fn of_community(text: &str, tokens: &[Token], at: usize, ontology: &Ontology) -> Option<Numbered> {
    let kind = &text[tokens[at].span.range()];
    let end = tokens[at].span.end as usize;
    let behind = text[end..].strip_prefix(' ')?;
    let length = behind.find([' ', ',', ';', '\n']).unwrap_or(behind.len());
    let by_name = ["(EU) No ", "(EC) No ", "(EU) ", "(EC) "].into_iter().find(|sign| behind.starts_with(sign));
    let (sign, length) = match by_name {
        Some(sign) => (
            sign.len(),
            behind[sign.len()..]
                .find(|c: char| !(c.is_ascii_digit() || c == '/'))
                .map_or(behind.len(), |n| sign.len() + n),
        ),
        None => (0, length),
    };
    let number = behind[sign..length].trim_end_matches(['.', ')', ':']);
    let mut parts = number.split('/');
    let digits = |part: Option<&str>| part.is_some_and(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()));
    let community = |part: Option<&str>| {
        part.is_some_and(|p| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_uppercase()))
    };
    let fits = match by_name {
        Some(_) => digits(parts.next()) && digits(parts.next()),
        // "2013/40/EU"
        None if digits(number.split('/').next()) => {
            digits(parts.next()) && digits(parts.next()) && community(parts.next())
        }
        // "C/DIR/1/08/11", "A/SA.1/01/10"
        None => {
            community(parts.next()) && number.contains(['D', 'S']) && number.bytes().filter(|b| *b == b'/').count() >= 3
        }
    };
    if !fits {
        return None;
    }
    let before = at.checked_sub(1).map(|b| &text[tokens[b].span.range()]);
    let opened = before.filter(|word| matches!(*word, "Framework" | "Supplementary" | "Delegated" | "Implementing"));
    let first = at - usize::from(opened.is_some());
    let whole = &text[tokens[first].span.start as usize..end + 1 + sign + number.len()];
    let last = tokens[at..].iter().take_while(|t| t.span.start < (end + 1 + sign + number.len()) as u32).count() + at;
    let known = opened.is_some() || kind != "Act";
    known.then(|| Numbered {
        first: first as u32,
        last: last as u32,
        thing: thing("Resolution", &slug(whole), whole.to_owned(), ontology),
    })
}

/// The number at `at`: `69/28`, `1706 (2006)`, `46/182`, `3379 (XXX)`.
fn number(text: &str, tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let token = tokens.get(at)?;
    let written = &text[token.span.range()];
    let is_session_number = written.split_once('/').is_some_and(|(session, number)| {
        (1..=2).contains(&session.len())
            && !number.is_empty()
            && written.bytes().all(|b| b.is_ascii_digit() || b == b'/')
    });
    if is_session_number {
        // "54/54 G": one of several parts.
        let part = tokens.get(at + 1).map(|t| &text[t.span.range()]).filter(|t| t.len() == 1 && *t != "I");
        return match part.filter(|p| p.bytes().all(|b| b.is_ascii_uppercase())) {
            Some(part) => Some((format!("{written} {part}"), at + 2)),
            None => Some((written.to_owned(), at + 1)),
        };
    }
    let is_plain =
        token.kind == Kind::Number && (2..=4).contains(&written.len()) && written.bytes().all(|b| b.is_ascii_digit());
    if !is_plain {
        return None;
    }
    let bracketed = match tokens.get(at + 1..at + 4) {
        Some([open, year, close]) if open.kind == Kind::Open && close.kind == Kind::Close => {
            Some(&text[year.span.range()])
        }
        _ => None,
    };
    match bracketed {
        Some(year) => Some((format!("{written} ({year})"), at + 4)),
        None => Some((written.to_owned(), at + 1)),
    }
}

/// A number with a session or a Roman session in brackets is the Assembly's; a plain one the Council's, unless the
/// Assembly is named before it.
fn of_number(number: &str, of_assembly: bool, ontology: &Ontology) -> Thing {
    let plain = number.split(' ').next().unwrap_or(number);
    let is_assembly =
        of_assembly || number.contains('/') || ["(I", "(V", "(X"].iter().any(|roman| number.contains(roman));
    if is_assembly {
        thing(
            "Resolution",
            &format!("a-res-{}", slug(number)),
            format!("General Assembly resolution {number}"),
            ontology,
        )
    } else {
        thing("Resolution", &format!("s-res-{plain}"), format!("Security Council resolution {plain}"), ontology)
    }
}

/// The document of a symbol; verbatim and limited records are none that a State refers to, drafts of resolutions apart.
fn of_symbol(symbol: &str, ontology: &Ontology) -> Option<Thing> {
    if symbol.contains("/PV.") || symbol.contains("/L.") || symbol.contains("/INF") || symbol.contains("/SR.") {
        return None;
    }
    if let Some(number) = symbol.strip_prefix("A/RES/") {
        return Some(of_number(number, true, ontology));
    }
    if let Some(number) = symbol.strip_prefix("S/RES/") {
        return Some(of_number(number, false, ontology));
    }
    let starts = ["A/", "S/", "E/", "TD/"].iter().any(|s| symbol.starts_with(s));
    starts.then(|| thing("Report", &slug(symbol), symbol.to_owned(), ontology))
}

fn slug(written: &str) -> String {
    label::key(written).join("-").replace('/', "-").to_lowercase()
}

fn thing(class: &str, key: &str, label: String, ontology: &Ontology) -> Thing {
    Thing {
        id: format!("instrument/{key}").into(),
        class: class.into(),
        class_bit: ontology.class_index(class).map_or(0, |i| 1 << i),
        label,
        forms: BTreeSet::new(),
        of_state: None,
        in_state: None,
        seed: None,
    }
}
