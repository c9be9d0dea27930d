//! How a line or block ends: with a stop, or in the middle of a sentence.

/// Abbreviations after which a sentence goes on, without their stop.
const ABBREVIATIONS: [&str; 27] = [
    "Mr", "Mrs", "Ms", "Dr", "Messrs", "Prof", "Sr", "St", "H.E", "No", "Nos", "Art", "art", "para", "paras", "sect",
    "vol", "pp", "p", "e.g", "i.e", "cf", "Gen", "Col", "Rev", "Hon", "MR",
];

/// Words with which no sentence and no heading ends.
const OPEN: [&str; 46] = [
    "a", "an", "the", "of", "to", "in", "for", "by", "with", "on", "at", "from", "and", "or", "nor", "that", "which",
    "who", "whose", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "shall", "should", "must",
    "can", "could", "would", "may", "its", "their", "our", "his", "her", "this", "these", "as", "than", "into",
];

/// Whether `text` ends with a stop (full stop, question or exclamation mark, colon, semicolon), closing
/// quotes and brackets aside.
pub fn is_stopped(text: &str) -> bool {
    if text.bytes().next_back().is_some_and(|last| last.is_ascii_alphabetic() || last == b',') {
        return false;
    }
    let is_closing = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '*' | '_');
    let bare = text.trim_end_matches(is_closing);
    let bare = match bare.trim_end_matches(|c: char| c.is_ascii_digit()) {
        note if note.ends_with('.') && note.len() < bare.len() && ends_with_letters(&note[..note.len() - 1]) => note,
        _ => bare,
    };
    match bare.chars().next_back() {
        Some('.') => !ABBREVIATIONS.contains(&last_token(&bare[..bare.len() - 1])),
        Some(c) => matches!(c, '?' | '!' | ':' | ';' | '…' | '。' | '؟'),
        None => false,
    }
}

/// Whether `text` ends with a word after which something must follow.
pub fn is_open(text: &str) -> bool {
    let last = last_token(text.trim_end());
    last.len() <= 6 && OPEN.contains(&last)
}

fn last_token(text: &str) -> &str {
    let start = text
        .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"'))
        .map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    &text[start..]
}

fn ends_with_letters(text: &str) -> bool {
    let mut last = text.chars().rev();
    last.next().is_some_and(char::is_alphabetic) && last.next().is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_are_told_from_abbreviations() {
        for (text, stopped) in [
            ("the end.", true),
            ("“Our Common Agenda.”", true),
            ("the following:", true),
            ("the Convention.12", true),
            ("version 2.0", false),
            ("congratulate Mr.", false),
            ("which is the principal", false),
            ("", false),
        ] {
            assert_eq!(is_stopped(text), stopped, "{text}");
        }
        assert!(is_open("However, the") && is_open("behaviour of") && !is_open("Preventive measures"));
    }
}
