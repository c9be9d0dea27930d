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
const ENDS_OF_WORDS: [&str; 167] = [
    "tion", "tions", "tional", "tionally", "sion", "sions", "ment", "ments", "mental", "ness", "tive", "tively",
    "sive", "ible", "ance", "ances", "ence", "ences", "ity", "ities", "ties", "gies", "cies", "cal", "cally", "ical",
    "ically", "ized", "izing", "ization", "izations", "zation", "zations", "sation", "ing", "ings", "ed", "ly", "lar",
    "larly", "bility", "bilities", "nal", "nally", "ral", "tal", "tary", "tory", "ture", "tures", "tural", "cation",
    "cations", "ration", "opment", "ernment", "ernments", "curity", "ciples", "rity", "rities", "vement", "vements",
    "lished", "lishing", "lishment", "ber", "bers", "nization", "nized", "ference", "ferences", "cluded", "cluding",
    "clude", "versal", "demned", "puter", "puters", "cial", "cially", "tial", "tially", "sional", "gional", "ational",
    "logy", "logies", "nology", "nologies", "nomic", "mation", "tration", "gation", "sistance", "gramme", "grammes",
    "ject", "jects", "dent", "dents", "dential", "mittee", "mittees", "gress", "liament", "cil", "cils", "tem", "tems",
    "ters", "tor", "tors", "tries", "ble", "bly", "tee", "tees", "ple", "ples", "dure", "dures", "nel", "rorism",
    "rorist", "rorists", "cerned", "cerning", "ceived", "quired", "duced", "duction", "spect", "spects", "tect",
    "tected", "tection", "lation", "lations", "ternal", "ganized", "litical", "tember", "cember", "vember", "tober",
    "bruary", "nuary", "velop", "veloped", "veloping", "gency", "gencies", "lution", "lutions", "tution", "tutions",
    "thority", "ficate", "ficates", "ficial", "ficials", "ploy", "ployed", "ployment", "lopment", "titution",
];

/// Words that begin no compound with a hyphen.
const NO_PART: [&str; 6] = ["a", "an", "be", "for", "in", "to"];

/// Numbers that go on behind a hyphen: `twenty-first`.
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// What becomes of a hyphen at a line end. In the verbatim records nine of ten are part of the word, so it stays unless the second
/// piece cannot be a word, the compound is known to be written solid, or `text`, where it is one whose lines break
/// words, tells that this one was broken.
pub fn hyphenation(first: &str, second: &str, text: Option<&str>) -> Hyphenation {
    let start = first.to_ascii_lowercase();
    let solid = SOLID.iter().any(|(part, ends)| *part == start && ends.contains(&second));
    if SUSPENDING.contains(&second) {
        Hyphenation::Suspend
    } else if solid || ends_words(second) || text.is_some_and(|text| is_broken(first, second, text)) {
        Hyphenation::Drop
    } else {
        Hyphenation::Keep
    }
}

/// Whether letters that begin a line are no word, but the end of one.
pub fn ends_words(letters: &str) -> bool {
    ENDS_OF_WORDS.contains(&letters)
}

/// Whether two pieces are one word: `text` has it whole, or has neither of them by itself.
fn is_broken(first: &str, second: &str, text: &str) -> bool {
    let start = first.to_ascii_lowercase();
    let plain = second.len() > 2 && second.bytes().all(|b| b.is_ascii_lowercase()) && !first.is_empty();
    if !plain || TENS.contains(&&*start) {
        return false;
    }
    let written = |word: &str| stands(text, word) || stands(text, &capitalised(word));
    if written(&format!("{start}{second}")) {
        return !stands(text, &format!("{first}-{second}"));
    }
    (NO_PART.contains(&&*start) || !written(&start)) && !written(second)
}

/// Whether `text` has the word by itself, unbroken.
fn stands(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let (before, behind) = (&text[..at], &text[at + word.len()..]);
        let begins = !before.ends_with(char::is_alphabetic) && !before.trim_end().ends_with('-');
        begins && !behind.starts_with(|c: char| c.is_alphabetic() || c == '-')
    })
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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
            ("Nether", "lands", Hyphenation::Drop),
            ("con", "cluded", Hyphenation::Drop),
            ("thirty", "fifth", Hyphenation::Keep),
            ("far", "reaching", Hyphenation::Keep),
        ] {
            let text = "The Netherlands, in its lands, is far from poverty.";
            assert_eq!(hyphenation(first, second, Some(text)), expected, "{first}-{second}");
        }
    }
}
