//! Lines that are the page's, not the text's: page numbers, running heads, job numbers, contents,
//! footnotes to the title.

use std::ops::Range;

use rustc_hash::FxHashMap;

/// Longest line that may be noise, in bytes.
const LONGEST: usize = 160;

/// Whether a line, trimmed, is page noise by its own look.
pub fn is_noise(line: &str) -> bool {
    let bytes = line.as_bytes();
    let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else { return true };
    if line.len() > LONGEST {
        return false;
    }
    if !first.is_ascii_alphanumeric() && !line.chars().any(char::is_alphanumeric) {
        return true;
    }
    let is_numbered = first.is_ascii_digit() || last.is_ascii_digit();
    is_numbered && (is_contents(line) || is_running_head(line))
        || line.len() <= 60 && is_page_mark(line)
        || is_title_of_contents(line)
        || is_furniture(line)
        || is_procedure(line)
        || (first.is_ascii_digit() || matches!(first, b'*' | b'\\')) && is_footnote(line)
        || first == b'G' && is_running_head(line)
}

/// Lines that recur with another number at their start or end: running heads of any kind.
pub fn recurring<'t>(lines: impl Iterator<Item = &'t str>) -> FxHashMap<&'t str, u32> {
    let mut counts = FxHashMap::default();
    for line in lines {
        if let Some(rest) = without_number(line) {
            *counts.entry(rest).or_insert(0) += 1;
        }
    }
    counts.retain(|_, n| *n >= 3);
    counts
}

/// A short line without the page number at its start or end, where it has one.
pub fn without_number(line: &str) -> Option<&str> {
    let bytes = line.as_bytes();
    let (first, last) = (*bytes.first()?, *bytes.last()?);
    if line.len() > 100 || !(first.is_ascii_digit() || last.is_ascii_digit()) {
        return None;
    }
    let is_number = |token: &str| token.len() <= 3 && token.bytes().all(|b| b.is_ascii_digit());
    let rest = match (line.split_once(' '), line.rsplit_once(' ')) {
        (Some((number, rest)), _) if is_number(number) => rest,
        (_, Some((rest, number))) if is_number(number) => rest,
        _ => return None,
    };
    let rest = rest.trim();
    (rest.contains(' ') && rest.starts_with(char::is_uppercase) && !rest.ends_with(['.', ','])).then_some(rest)
}

/// Only page numbers, document symbols, job numbers and dates.
fn is_page_mark(line: &str) -> bool {
    let mut n_tokens = 0;
    let mut has_short_number = false;
    let mut has_mark = false;
    for token in line.split([' ', '\t', '|']).filter(|t| !t.is_empty()) {
        n_tokens += 1;
        if token.starts_with(|c: char| c.is_ascii_lowercase()) && token != "page" && token != "of" {
            return false;
        }
        let token = token.trim_start_matches('[');
        let token = token.strip_suffix("](#)").unwrap_or(token).trim_end_matches(']').trim_matches('*');
        let digits = token.bytes().all(|b| b.is_ascii_digit());
        has_short_number |= digits && token.len() <= 3 && !token.is_empty();
        if is_job_number(token) || is_range(token) || is_symbol(token) || is_slashed(token) {
            has_mark = true;
        } else if !(digits && token.len() <= 7
            || matches!(token, "-" | "–" | "—" | "Page" | "page" | "PAGE" | "of" | "(E)" | "E" | "/…" | "/..."))
        {
            return false;
        }
    }
    has_mark || (has_short_number && n_tokens <= 5) || (n_tokens == 1 && line.starts_with('*'))
}

/// Where page marks stand inside a line whose breaks somebody has removed: `United Nations 11 06-53323 mission`,
/// `22 General Assembly - Forty-eighth session warmly`, with the page number before or after.
pub fn inline_mark(line: &str) -> Option<Range<usize>> {
    memchr::memchr_iter(b'-', line.as_bytes())
        .find_map(|dash| job_number_at(line, dash).or_else(|| running_head_at(line, dash)))
}

fn job_number_at(line: &str, dash: usize) -> Option<Range<usize>> {
    let span = dash.checked_sub(2)?..dash + 6;
    let token = line.get(span.clone()).filter(|t| is_job_number(t))?;
    let stands_alone = |at: Option<u8>| at.is_none_or(|b| b == b' ');
    let bytes = line.as_bytes();
    let before = span.start.checked_sub(1).map(|i| bytes[i]);
    (stands_alone(before) && stands_alone(bytes.get(span.end).copied()) && line.len() > token.len() + 8)
        .then(|| with_page_number(line, span))
}

fn running_head_at(line: &str, dash: usize) -> Option<Range<usize>> {
    const BODY: &str = "General Assembly - ";
    let start = (dash + 2).checked_sub(BODY.len())?;
    let rest = line.get(start..)?.strip_prefix(BODY)?;
    let session = rest.find(" session").filter(|&i| i < 24 && !rest[..i].contains(' '))?;
    Some(with_page_number(line, start..start + BODY.len() + session + " session".len()))
}

/// The span with the page number before it, else after it.
fn with_page_number(line: &str, span: Range<usize>) -> Range<usize> {
    let is_page = |token: &str| !token.is_empty() && token.len() <= 3 && token.bytes().all(|b| b.is_ascii_digit());
    let before = line[..span.start].trim_end();
    let number = before.rsplit(' ').next().unwrap_or_default();
    if is_page(number) {
        return before.len() - number.len()..span.end;
    }
    let after = line[span.end..].trim_start();
    let number = after.split(' ').next().unwrap_or_default();
    if is_page(number) { span.start..line.len() - after.len() + number.len() } else { span }
}

/// `06-53323`
fn is_job_number(token: &str) -> bool {
    let bytes = token.as_bytes();
    bytes.len() == 8 && bytes[2] == b'-' && bytes.iter().enumerate().all(|(i, b)| i == 2 || b.is_ascii_digit())
}

/// `69-70`
fn is_range(token: &str) -> bool {
    token.len() <= 7
        && token.split_once('-').is_some_and(|(from, to)| {
            !from.is_empty()
                && from.len() == to.len()
                && from.len() <= 3
                && [from, to].iter().all(|n| n.bytes().all(|b| b.is_ascii_digit()))
        })
}

/// `A/70/PV.13`, `S/2015/12`
fn is_symbol(token: &str) -> bool {
    let Some((organ, rest)) = token.split_once('/') else { return false };
    matches!(organ, "A" | "S" | "E" | "CD" | "NPT")
        && rest.bytes().any(|b| b.is_ascii_digit())
        && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"/.-".contains(&b))
        && !rest.ends_with(['.', '-', '/'])
}

/// `3/18`, `25/09/2015`
fn is_slashed(token: &str) -> bool {
    token.contains('/')
        && token.len() <= 10
        && token.split('/').all(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

fn is_title_of_contents(line: &str) -> bool {
    matches!(line, "Contents" | "CONTENTS" | "Page" | "<i>Page</i>" | "Paragraphs")
}

/// `Canada\t2`, `Introduction ....... 4`
fn is_contents(line: &str) -> bool {
    let bare = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let n_digits = line.len() - bare.len();
    if !(1..=4).contains(&n_digits) || !bare.starts_with(|c: char| c.is_alphanumeric() || c == '(') {
        return false;
    }
    let gap = &bare[bare.trim_end_matches(['.', ' ', '\t', '…', '\u{A0}', '_']).len()..];
    gap.contains('\t') || gap.contains('…') || gap.bytes().filter(|&b| b == b'.').count() >= 3
}

/// Heads of the verbatim records.
fn is_running_head(line: &str) -> bool {
    let head = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if head.len() < line.len() && head.starts_with("General Assembly - ") {
        return true;
    }
    if let Some(rest) = head.strip_prefix("General Assembly ") {
        return rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains("meeting");
    }
    let Some((number, rest)) = line.split_once(" session ") else { return false };
    let date = rest.trim_start_matches(['-', ' ']);
    let is_dated = date.len() < rest.len() || super::phrase::iso_date(date).is_some();
    !number.contains(' ') && is_dated && date.starts_with(|c: char| c.is_ascii_digit() || c == 'l')
}

/// What the first page of a United Nations document carries besides its title.
fn is_furniture(line: &str) -> bool {
    const STARTS: [&str; 8] = [
        "Distr.",
        "Original: ",
        "ORIGINAL: ",
        "GENERAL ASSEMBLY Distr",
        "Please recycle",
        "*1",
        "United Nations A/",
        "Printed at",
    ];
    line.len() <= 70 && STARTS.iter().any(|start| line.starts_with(start))
}

/// What the record says between the words of the speech: `(spoke in French)`, who takes the Chair.
fn is_procedure(line: &str) -> bool {
    let spoken = ["(spoke in ", "(interpretation from ", "(continued in "].iter().any(|start| line.starts_with(start));
    let chair = line.ends_with("Vice-President,") && line.starts_with('M');
    spoken && line.ends_with([')', ':'])
        || chair
        || line.ends_with("took the Chair.")
        || line.ends_with("returned to the Chair.")
}

/// How notes begin.
const NOTE_SIGNS: [&str; 9] = [
    "See ",
    "Ibid.",
    "Available at ",
    "Available from ",
    "United Nations, Treaty Series",
    "http",
    "Reissued",
    "Official Records",
    "The present report was submitted",
];

/// `* [A/70/150](#).` and the like: a note under the title or at the foot of a page.
fn is_footnote(line: &str) -> bool {
    let body = line.trim_start_matches(['*', '\\']);
    let is_starred = body.len() < line.len();
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = numbered.len() < line.len() && line.len() - numbered.len() <= 3 && numbered.starts_with(' ');
    if !(is_starred || is_numbered) {
        return false;
    }
    let body = if is_starred { body } else { numbered }.trim_start();
    NOTE_SIGNS.iter().any(|sign| body.starts_with(sign))
        || is_starred && is_symbol(body.trim_start_matches('[').trim_end_matches('.').replace("](#)", "").as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_noise_is_told_from_text() {
        for noise in [
            "12",
            "11 06-53323",
            "06-53323 11",
            "22 General Assembly - Forty-eighth session",
            "15-12404 3/18",
            "A/70/PV.13",
            "25/09/2015 A/70/PV.13",
            "Forty-eighth session - 6 October l993 23",
            "* [A/70/150](#).",
            "Canada\t2",
            "Introduction ............ 4",
            "<i>Page</i>",
            "Contents",
            "- 3 -",
            "Page 3 of 10",
            "---",
            "1 See resolution 69/28.",
            "General Assembly 21st plenary meeting",
            "(spoke in French)",
            "Fiftieth session 13 October 1995",
            "69-70",
            "The President returned to the Chair.",
        ] {
            assert!(is_noise(noise), "{noise}");
        }
        for text in [
            "1995",
            "2000.",
            "(A/47/277)",
            "In 1994",
            "Canada",
            "resolution 69/28",
            "* One measure",
            "General Assembly adopted",
            "1. On 2 December 2014",
            "5 million",
            "H",
            "Session 4",
        ] {
            assert!(!is_noise(text), "{text}");
        }
    }

    #[test]
    fn a_head_that_recurs_with_other_numbers_is_found() {
        let lines = ["Report of 2012 3", "Report of 2012 4", "Report of 2012 5", "Item 3"];
        assert_eq!(recurring(lines.into_iter()).len(), 1);
    }
}
