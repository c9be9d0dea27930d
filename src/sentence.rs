//! Splits clean text into sentences by rule. Knows the abbreviations of United Nations documents; reads the
//! text once, however long a sentence is.

use crate::text::Span;

/// Longest sentence in bytes; what is longer is cut at a semicolon or space.
const LONGEST: usize = 4_000;

/// The sentences of a block's clean text, in order, without the space between them.
///
/// ```
/// use demarche::sentence::sentences;
/// let text = "H.E. Mr. Lund spoke. No. 5 followed.";
/// let found: Vec<&str> = sentences(text).iter().map(|span| &text[span.range()]).collect();
/// assert_eq!(found, ["H.E. Mr. Lund spoke.", "No. 5 followed."]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(text.len() / 128 + 1);
    let (mut start, mut at) = (0, 0);
    while let Some(next) = next_stop(bytes, at) {
        at = next;
        let stops = run_of_stops(text, at);
        match end_of_sentence(text, at, stops) {
            Some(end) if has_words(&text[start..end]) => {
                emit(text, start, end, &mut found);
                (start, at) = (end, end);
            }
            Some(_) | None => at += stops.max(1),
        }
    }
    emit(text, start, bytes.len(), &mut found);
    found
}

const STOPS: [bool; 256] = {
    let mut table = [false; 256];
    table[b'.' as usize] = true;
    table[b'?' as usize] = true;
    table[b'!' as usize] = true;
    table[0xE2] = true; // the first byte of an ellipsis
    table
};

/// The next byte from `at` that may end a sentence. Many bytes are looked at together, without branches.
fn next_stop(bytes: &[u8], mut at: usize) -> Option<usize> {
    let is_stop = |b: u8| u8::from(b == b'.') | u8::from(b == b'?') | u8::from(b == b'!') | u8::from(b == 0xE2);
    let holds_stop = |chunk: &[u8; 32]| chunk.iter().fold(0, |any, &b| any | is_stop(b)) != 0;
    while let Some(chunk) = bytes[at..].first_chunk()
        && !holds_stop(chunk)
    {
        at += chunk.len();
    }
    bytes[at..].iter().position(|&b| STOPS[b as usize]).map(|ahead| at + ahead)
}

/// Whether a piece is more than an ellipsis or a stray sign.
fn has_words(piece: &str) -> bool {
    piece.len() > 12 || piece.contains(char::is_alphanumeric)
}

/// Bytes of the stops that stand together at `at`.
fn run_of_stops(text: &str, at: usize) -> usize {
    if !text.is_char_boundary(at) {
        return 0;
    }
    text[at..].chars().take_while(|c| matches!(c, '.' | '?' | '!' | '…')).map(char::len_utf8).sum()
}

/// One past the sentence that the `stops` bytes of stops at `at` end, if they end one.
fn end_of_sentence(text: &str, at: usize, stops: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = bytes[at];
    let mut end = at + stops;
    if stops == 0 {
        return None;
    }
    end += text[end..].chars().take_while(|&c| is_closing(c)).map(char::len_utf8).sum::<usize>();
    let closed = end > at + stops;
    end = after_footnote(bytes, at, end);
    let rest = &text[end..];
    if rest.is_empty() {
        return Some(end);
    }
    if !rest.starts_with(char::is_whitespace) {
        return is_glued(text, at, end, closed).then_some(end);
    }
    let next = rest.trim_start();
    // "the Piracy (Prohibition, Prevention, etc.) Act"
    if closed && word_before(text, at) == "etc" {
        return None;
    }
    if first == b'.' && stops == 1 && !closed && is_abbreviation(text, at, next) {
        return None;
    }
    begins_sentence(next, first, stops).then_some(end)
}

/// `law.12 The`: the number of a footnote after the stop belongs to the sentence before.
fn after_footnote(bytes: &[u8], at: usize, end: usize) -> usize {
    let letters = at >= 2 && bytes[at - 1].is_ascii_lowercase() && bytes[at - 2].is_ascii_lowercase();
    let digits = bytes[end..].iter().take(4).take_while(|b| b.is_ascii_digit()).count();
    let spaced = bytes.get(end + digits).is_some_and(|b| *b == b' ');
    if letters && (1..=3).contains(&digits) && spaced { end + digits } else { end }
}

/// `cyberspace.The`: a space was lost.
fn is_glued(text: &str, at: usize, end: usize, closed: bool) -> bool {
    let before = text[..at].chars().rev().take(3).filter(|c| c.is_lowercase()).count() == 3;
    let mut next = text[end..].chars();
    let capital = next.next().is_some_and(char::is_uppercase);
    !closed && before && capital && next.next().is_some_and(char::is_lowercase)
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '»')
}

/// Whether `next` can be the start of a sentence.
fn begins_sentence(next: &str, stop: u8, n_stops: usize) -> bool {
    let opened = next.trim_start_matches(|c: char| {
        matches!(c, '"' | '“' | '‘' | '\'' | '(' | '[' | '«' | '¿' | '¡' | '-' | '–' | '—' | ' ')
    });
    let Some(first) = opened.chars().next() else { return true };
    if first.is_lowercase() {
        return false;
    }
    // After an ellipsis only a capital begins anew; after other stops digits and other scripts do too.
    n_stops < 3 && stop != 0xE2 || first.is_uppercase()
}

/// Abbreviations that a name or number always follows.
const BEFORE_NAMES: [&str; 27] = [
    "Mr", "Mrs", "Ms", "Dr", "Messrs", "Prof", "St", "Gen", "Col", "Lt", "Sgt", "Capt", "Rev", "Hon", "H.E", "Amb",
    "Sr", "Jr", "MR", "MRS", "MS", "Mme", "Mlle", "Ste", "Fr", "Pres", "Sen",
];

/// Abbreviations that a number follows.
const BEFORE_NUMBERS: [&str; 34] = [
    "No", "Nos", "no", "nos", "Art", "Arts", "art", "arts", "para", "paras", "Para", "Paras", "sect", "sects", "Sect",
    "vol", "vols", "Vol", "p", "pp", "ch", "chap", "fig", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept",
    "Sep", "Oct", "Nov",
];

/// Abbreviations inside a sentence, whatever follows.
const INSIDE: [&str; 10] = ["e.g", "i.e", "cf", "viz", "vs", "al", "Add", "Corr", "Rev", "Dec"];

/// Whether the full stop at `at` belongs to a word.
fn is_abbreviation(text: &str, at: usize, next: &str) -> bool {
    let word = word_before(text, at);
    // "Royal Decree No. M/40"
    let series =
        next.get(1..).is_some_and(|rest| rest.starts_with('/')) && next.starts_with(|c: char| c.is_ascii_uppercase());
    let is_number_next =
        series || next.starts_with(|c: char| c.is_ascii_digit() || c == '(') || starts_with_roman(next);
    if BEFORE_NAMES.contains(&word) || INSIDE.contains(&word) || is_number_next && BEFORE_NUMBERS.contains(&word) {
        return true;
    }
    is_initial(word, text, at) || is_enumerator(word, text, at)
}

/// `IV` and the like, but not the pronoun.
fn starts_with_roman(text: &str) -> bool {
    let n_letters = text.bytes().take_while(|b| b"IVX".contains(b)).count();
    n_letters > 0 && !text[n_letters..].starts_with(char::is_alphabetic) && &text[..n_letters] != "I"
}

/// The word that ends at `at`, opening signs aside; looks back a few bytes only.
fn word_before(text: &str, at: usize) -> &str {
    let floor = boundary_before(text, at.saturating_sub(12));
    let window = &text[floor..at];
    let start = window
        .rfind(|c: char| c.is_whitespace() || "(\"“[/".contains(c))
        .map_or(0, |i| i + window[i..].chars().next().map_or(1, char::len_utf8));
    &window[start..]
}

/// `J.` in `J. F. Kennedy`; not `U.S.` or `Vitamin C.` before a capitalised function word.
fn is_initial(word: &str, text: &str, at: usize) -> bool {
    let mut letters = word.chars();
    let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let rest = text[at + 1..].trim_start();
    let next = rest.split(' ').next().unwrap_or(rest);
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    if !(single || dotted) || rest.starts_with(|c: char| !c.is_alphabetic() && c != '“') {
        return false;
    }
    !OPENERS.contains(&next.trim_end_matches(','))
}

/// Words with which a sentence begins and no name does.
const OPENERS: [&str; 34] = [
    "The", "This", "That", "These", "Those", "It", "Its", "We", "Our", "I", "My", "He", "She", "They", "Their", "In",
    "On", "At", "For", "To", "By", "As", "And", "But", "However", "There", "Here", "If", "When", "While", "With", "A",
    "An", "Let",
];

/// `1.` or `IV.` at the start of the text or of a line.
fn is_enumerator(word: &str, text: &str, at: usize) -> bool {
    let starts = at == word.len() || at <= 8 && !text[..at - word.len()].contains(char::is_alphanumeric);
    let number = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    let roman = word.len() <= 5 && word.bytes().all(|b| b"IVXivx".contains(&b));
    !word.is_empty() && starts && (number || roman) && text.len() > at + 1
}

/// Appends `start..end` without the space around it, cut where it is too long.
fn emit(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let piece = &text[start..end];
    let mut from = end - piece.trim_start().len();
    let to = start + piece.trim_end().len();
    while to.saturating_sub(from) > LONGEST {
        let cut = cut(text, from);
        found.push(Span::new(from as u32, cut as u32));
        from = cut + (text[cut..to].len() - text[cut..to].trim_start().len());
    }
    if from < to {
        found.push(Span::new(from as u32, to as u32));
    }
}

/// The last character boundary up to byte `at`.
fn boundary_before(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// Where to cut the long sentence that begins at `from`: after a semicolon, else at a space, else anywhere.
fn cut(text: &str, from: usize) -> usize {
    let limit = boundary_before(text, from + LONGEST);
    let window = &text[from..limit];
    let semicolon = window.rfind("; ").map(|i| i + 1);
    let space = window.rfind(' ').filter(|&i| i > 0);
    from + semicolon.or(space).unwrap_or(window.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).iter().map(|span| &text[span.range()]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_end_sentences() {
        check("One. Two? Three! Four", &["One.", "Two?", "Three!", "Four"]);
        check("He said “Peace.” We agree.", &["He said “Peace.”", "We agree."]);
        check("It ended (in 2001.) “Now” it begins.", &["It ended (in 2001.)", "“Now” it begins."]);
        check("In 2015. 14 States joined.", &["In 2015.", "14 States joined."]);
        check("We waited ... and waited… Then it came.", &["We waited ... and waited…", "Then it came."]);
        check("Norms of law.12 The rest. É tarde. Ça va.", &["Norms of law.12", "The rest.", "É tarde.", "Ça va."]);
        check("An open cyberspace.The rest.", &["An open cyberspace.", "The rest."]);
        check("  ", &[]);
        check("", &[]);
    }

    #[test]
    fn abbreviations_do_not() {
        for text in [
            "H.E. Mr. J. F. Lund and Mrs. Day of St. Lucia spoke.",
            "It was Royal Decree No. M/40 of the day.",
            "See resolution No. 5, art. 3, paras. 4 and 5, e.g. the U.S. Congress.",
            "Growth of 3.5 per cent, $3.6 million at www.un.org/x/ was seen.",
            "1. On 2 December we met.",
            "Agreed on Jan. 5 (see A/70/PV.13), etc. and more.",
            "They ask why? or how! in one breath.",
            "First; and second; and third.",
            "“1. The Organization is ... based on this.",
            "... and so it was.",
        ] {
            check(text, &[text]);
        }
        check("We thank the U.S. The work goes on.", &["We thank the U.S.", "The work goes on."]);
        check("We love the arts. In short, so do you. I do.", &["We love the arts.", "In short, so do you.", "I do."]);
        check("We said no. We meant it.", &["We said no.", "We meant it."]);
    }

    #[test]
    fn a_sentence_of_any_length_is_cut_in_linear_time() {
        let text = "word; ".repeat(200_000);
        let found = sentences(&text);
        assert!(found.iter().all(|span| span.len() <= LONGEST));
        assert!(text[found[0].range()].ends_with(';'));
        assert!(sentences(&"é".repeat(100_000)).len() > 40);
        assert!(sentences(&".".repeat(1_000_000)).len() <= 251);
    }
}
