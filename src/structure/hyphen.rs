//! Words that a line end broke at a hyphen.

/// What becomes of a hyphen at a line end.
#[derive(Debug, PartialEq, Eq)]
pub enum Hyphenation {
    /// It is part of the word: `poverty-reduction`.
    Keep,
    /// The word is written in one: `peacekeeping`.
    Drop,
    /// It stands for the end of a word to come: `short- and long-term`.
    Suspend,
}

/// Words after which a hyphen stays and a space follows: `short- and long-term`.
pub const SUSPENDING: [&str; 8] = ["and", "or", "nor", "to", "but", "as", "than", "versus"];

/// Compounds that are written in one word, by their first part.
const SOLID: [(&str, &[&str]); 9] = [
    ("peace", &["keeping", "keepers", "keeper", "building", "builders", "making", "makers"]),
    ("land", &["mines", "mine", "locked"]),
    ("world", &["wide"]),
    ("inter", &["national", "nationally", "governmental"]),
    ("cease", &["fire", "fires"]),
    ("multi", &["lateral", "lateralism", "national"]),
    ("under", &["development", "developed", "lying", "taken", "standing", "mine", "mines"]),
    ("over", &["come", "coming", "all", "view", "whelming"]),
    ("cyber", &["security", "space", "crime", "attack", "attacks", "threats", "terrorism"]),
];

/// Ends of words that are no words: what they follow was broken within a word.
const ENDS_OF_WORDS: [&str; 60] = [
    "tion",
    "tions",
    "tional",
    "tionally",
    "sion",
    "sions",
    "ment",
    "ments",
    "mental",
    "ness",
    "tive",
    "tively",
    "sive",
    "ible",
    "ance",
    "ances",
    "ence",
    "ences",
    "ity",
    "ities",
    "ties",
    "gies",
    "cies",
    "cal",
    "cally",
    "ical",
    "ically",
    "ized",
    "izing",
    "ization",
    "izations",
    "zation",
    "zations",
    "sation",
    "ing",
    "ings",
    "ed",
    "ly",
    "lar",
    "larly",
    "bility",
    "bilities",
    "nal",
    "nally",
    "ral",
    "tal",
    "tary",
    "tory",
    "ture",
    "tures",
    "tural",
    "cation",
    "cations",
    "ration",
    "velopment",
    "opment",
    "ernment",
    "ernments",
    "curity",
    "ciples",
];

/// What becomes of a hyphen at a line end. In the verbatim records nine of ten are part of the word, so it
/// stays unless the second piece cannot be a word or the compound is known to be written solid.
pub fn hyphenation(first: &str, second: &str) -> Hyphenation {
    let first = first.to_ascii_lowercase();
    let solid = SOLID.iter().any(|(start, ends)| *start == first && ends.contains(&second));
    if SUSPENDING.contains(&second) {
        Hyphenation::Suspend
    } else if solid || ENDS_OF_WORDS.contains(&second) {
        Hyphenation::Drop
    } else {
        Hyphenation::Keep
    }
}

/// The letters at the start of `text`.
pub fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    &text[..end]
}

/// The letters at the end of `text`.
pub fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().find(|(_, c)| !c.is_alphabetic()).map_or(0, |(i, c)| i + c.len_utf8());
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_at_a_line_end_stays_unless_the_word_is_one() {
        for (first, second, expected) in [
            ("poverty", "reduction", Hyphenation::Keep),
            ("Anti", "Personnel", Hyphenation::Keep),
            ("peace", "keeping", Hyphenation::Drop),
            ("interna", "tional", Hyphenation::Drop),
            ("short", "and", Hyphenation::Suspend),
        ] {
            assert_eq!(hyphenation(first, second), expected, "{first}-{second}");
        }
    }
}
