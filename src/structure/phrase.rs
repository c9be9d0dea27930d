//! Set phrases of United Nations documents: dates, names of languages, and the words before a speech.

use crate::text::MONTHS;

/// ISO date of the first `4 June 2015`, `June 2015` or `4 June` with a year in `text`.
pub fn iso_date(text: &str) -> Option<String> {
    let tokens: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|t| !t.is_empty()).take(24).collect();
    tokens.iter().enumerate().find_map(|(i, token)| {
        let month = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(token))? + 1;
        let before = i.checked_sub(1).and_then(|b| number(tokens[b], 31));
        let (day, year) = match (before, tokens.get(i + 1)?, tokens.get(i + 2)) {
            (Some(day), year, _) => (Some(day), number(year, 2999)?),
            (None, token, Some(year)) if number(token, 31).is_some() => (number(token, 31), number(year, 2999)?),
            (None, year, _) => (None, number(year, 2999)?),
        };
        (year >= 1900).then(|| match day {
            Some(day) => format!("{year}-{month:02}-{day:02}"),
            None => format!("{year}-{month:02}"),
        })
    })
}

fn number(token: &str, most: u32) -> Option<u32> {
    token.parse().ok().filter(|n| (1..=most).contains(n))
}

const LANGUAGES: [(&str, &str); 22] = [
    ("English", "en"),
    ("French", "fr"),
    ("Spanish", "es"),
    ("Arabic", "ar"),
    ("Russian", "ru"),
    ("Chinese", "zh"),
    ("Portuguese", "pt"),
    ("German", "de"),
    ("Italian", "it"),
    ("Japanese", "ja"),
    ("Turkish", "tr"),
    ("Persian", "fa"),
    ("Farsi", "fa"),
    ("Dari", "prs"),
    ("Korean", "ko"),
    ("Polish", "pl"),
    ("Ukrainian", "uk"),
    ("Swahili", "sw"),
    ("Kiswahili", "sw"),
    ("Indonesian", "id"),
    ("Hebrew", "he"),
    ("Greek", "el"),
];

/// BCP 47 tag of the first language that `text` names.
pub fn language(text: &str) -> Option<String> {
    text.split(|c: char| !c.is_alphabetic()).find_map(|word| {
        LANGUAGES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, tag)| (*tag).to_owned())
    })
}

/// Lower-case ASCII words of `text` joined by hyphens, for use in a key.
pub fn slug(text: &str) -> String {
    let plain = deunicode::deunicode(text).to_ascii_lowercase();
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).take(12).collect();
    if words.is_empty() { "untitled".to_owned() } else { words.join("-") }
}

/// The words that open a turn of a verbatim record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn<'t> {
    /// The country in brackets; none for the presiding officer.
    pub country: Option<&'t str>,
    /// Language in which the speech was given, where the record says so.
    pub language: Option<String>,
    /// Bytes up to the speech.
    pub width: usize,
}

const TITLES: [&str; 28] = [
    "Mr.",
    "Mrs.",
    "Ms.",
    "Miss",
    "Mr",
    "Mrs",
    "Ms",
    "Dr.",
    "MR.",
    "MRS.",
    "MS.",
    "Sir",
    "Dame",
    "Lord",
    "Prince",
    "Princess",
    "King",
    "Queen",
    "President",
    "Sheikh",
    "Sheikha",
    "Archbishop",
    "Monsignor",
    "Baroness",
    "Count",
    "Chief",
    "Captain",
    "Prime",
];

const PRESIDING: [&str; 6] = [
    "The President",
    "The Acting President",
    "The Temporary President",
    "The Chair",
    "The Chairperson",
    "The Chairman",
];

/// `Ms. X (Norway) (spoke in French): ` or `The President: ` at the start of `line`.
pub fn speaker_turn(line: &str) -> Option<Turn<'_>> {
    let first = line.split([' ', ':']).next()?;
    if first != "The" && !TITLES.contains(&first) {
        return None;
    }
    let window = line.char_indices().nth(240).map_or(line, |(end, _)| &line[..end]);
    let mut colons = window.match_indices(':').map(|(i, _)| i);
    let colon = colons.find(|&i| balanced(&window[..i]))?;
    let head = &window[..colon];
    let (name, brackets) = head.split_once('(').map_or((head, ""), |(name, rest)| (name, rest));
    let width = colon + 1 + (line.len() - colon - 1 - line[colon + 1..].trim_start().len());
    if first == "The" {
        let presides = PRESIDING.contains(&name.trim());
        return presides.then(|| Turn { country: None, language: language(brackets), width });
    }
    let (country, rest) = brackets.split_once(')')?;
    let is_name = name.len() <= 80 && !name.contains(". ") || TITLES.iter().any(|title| name.starts_with(title));
    (is_name && name.split(' ').count() <= 10).then(|| Turn {
        country: Some(country.trim()),
        language: language(rest),
        width,
    })
}

fn balanced(text: &str) -> bool {
    text.matches('(').count() == text.matches(')').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read() {
        for (text, expected) in [
            ("[4 June 2015]", Some("2015-06-04")),
            ("[Received on 27 May 2015]", Some("2015-05-27")),
            ("June 4, 2015", Some("2015-06-04")),
            ("May 2015", Some("2015-05")),
            ("[sic]", None),
            ("may 12", None),
        ] {
            assert_eq!(iso_date(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn turns_are_recognised() {
        let turn = |line| speaker_turn(line).map(|t| (t.country.unwrap_or("-").to_owned(), t.language));
        for (line, expected) in [
            ("Mr. Santos (Angola): I have", Some(("Angola", None))),
            ("Ms. Lie (Norway) (spoke in French): We", Some(("Norway", Some("fr")))),
            ("Mr. Ould (Mauritania) (interpretation from Arabic): We", Some(("Mauritania", Some("ar")))),
            ("The President (spoke in Spanish): I call", Some(("-", Some("es")))),
            ("Mr. President: I wish", None),
            ("The Government (see above): it", None),
        ] {
            let expected = expected.map(|(c, l): (&str, Option<&str>)| (c.to_owned(), l.map(str::to_owned)));
            assert_eq!(turn(line), expected, "{line}");
        }
    }
}
