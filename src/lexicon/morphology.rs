//! Forms of words, from their endings alone: one spelling for all, the classes of unknown words, inflection.

use super::Classes;

/// Spellings that differ between British and American texts, by ending.
const SPELLINGS: [(&str, &str); 9] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("isational", "izational"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("centre", "center"),
    ("centres", "centers"),
    ("defence", "defense"),
    ("labour", "labor"),
];

/// The lower-case form of `word` without accents, in one spelling.
#[must_use]
pub fn normalized(word: &str) -> String {
    let mut normal = String::new();
    normalize(word, &mut normal);
    normal
}

/// Writes the [`normalized`] form of `word` to `out`.
pub fn normalize(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
    } else {
        out.push_str(&deunicode::deunicode(word).to_lowercase());
    }
    if out.len() < 6 {
        return;
    }
    for (british, american) in SPELLINGS {
        if let Some(stem) = out.strip_suffix(british) {
            let length = stem.len();
            out.truncate(length);
            out.push_str(american);
            return;
        }
    }
}

/// The British spelling of a normalised word, where it has one.
pub(super) fn british(normal: &str) -> Option<String> {
    let stems = SPELLINGS.iter().filter_map(|(british, american)| Some((normal.strip_suffix(american)?, british)));
    stems.map(|(stem, british)| format!("{stem}{british}")).next()
}

/// The classes of a word that no data file holds, from its ending, in whatever case it is written.
#[must_use]
pub fn guess(written: &str) -> Classes {
    if written.is_ascii() { of_ending(written.as_bytes()) } else { of_ending(normalized(written).as_bytes()) }
}

fn of_ending(word: &[u8]) -> Classes {
    let ending = Ending::of(word);
    let ends = |endings: &[&[u8; 3]]| endings.iter().any(|e| ending.is(e));
    if ending.is(b"ly") {
        Classes::ADVERB
    } else if ending.is(b"ing") {
        Classes::ING.and(Classes::NOUN)
    } else if ending.is(b"ed") {
        Classes::PAST.and(Classes::PARTICIPLE)
    } else if ends(&[b"ous", b"ful", b"ive", b"ary", b"ern", b"ese", b"ish"])
        || ending.is(b"al")
        || ending.is(b"ic")
        || ending.is(b"less")
        || ending.is(b"able")
        || ending.is(b"ible")
    {
        Classes::ADJECTIVE
    } else if ending.is(b"s") && !(ending.is(b"ss") || ending.is(b"us") || ending.is(b"is")) {
        Classes::NOUN.and(Classes::PLURAL)
    } else {
        Classes::NOUN
    }
}

/// The last letters of a word, in lower case.
struct Ending {
    letters: [u8; 4],
    /// Letters of the whole word.
    n_letters: usize,
}

impl Ending {
    fn of(word: &[u8]) -> Self {
        let mut letters = [0; 4];
        for (letter, byte) in letters.iter_mut().rev().zip(word.iter().rev()) {
            *letter = byte.to_ascii_lowercase();
        }
        Self { letters, n_letters: word.len() }
    }

    /// Whether the word ends so, behind a stem of three letters or more.
    fn is<const N: usize>(&self, ending: &[u8; N]) -> bool {
        self.n_letters > N + 2 && self.letters.last_chunk() == Some(ending)
    }
}

pub(super) fn third_person(base: &str) -> String {
    match base {
        b if ends_in_consonant_y(b) => format!("{}ies", &b[..b.len() - 1]),
        b if ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| b.ends_with(e)) => format!("{b}es"),
        b => format!("{b}s"),
    }
}

pub(super) fn ing_forms(base: &str) -> Vec<String> {
    let stem = match base {
        b if b.ends_with("ie") => format!("{}y", &b[..b.len() - 2]),
        b if b.ends_with('e') && !b.ends_with("ee") => b[..b.len() - 1].to_owned(),
        b => b.to_owned(),
    };
    with_doubled(base, &stem, "ing")
}

pub(super) fn past_forms(base: &str) -> Vec<String> {
    let stem = match base {
        b if ends_in_consonant_y(b) => format!("{}i", &b[..b.len() - 1]),
        b if b.ends_with('e') => b[..b.len() - 1].to_owned(),
        b => b.to_owned(),
    };
    with_doubled(base, &stem, "ed")
}

/// The form, and where a single consonant follows a single vowel the form with it doubled (plan, planned).
fn with_doubled(base: &str, stem: &str, ending: &str) -> Vec<String> {
    let mut forms = vec![format!("{stem}{ending}")];
    let bytes = base.as_bytes();
    if let [.., before, vowel, last] = bytes {
        let is_vowel = |b: &u8| b"aeiou".contains(b);
        // "equipped": after "q", "u" is no vowel.
        let after_q = *before == b'u' && bytes.len() > 3 && bytes[bytes.len() - 4] == b'q';
        if is_vowel(vowel) && (!is_vowel(before) || after_q) && !is_vowel(last) && !b"wxy".contains(last) {
            forms.push(format!("{base}{}{ending}", char::from(*last)));
        }
    }
    forms
}

/// The verb as the other side of the Atlantic spells it, by its ending: recognise, honor, fulfill.
pub(super) fn other_spelling(base: &str) -> Option<String> {
    if let Some(stem) = base.strip_suffix("ize") {
        return Some(format!("{stem}ise"));
    }
    if let Some(stem) = base.strip_suffix("our") {
        return Some(format!("{stem}or"));
    }
    base.ends_with("fil").then(|| format!("{base}l"))
}

pub(super) fn plural_forms(singular: &str) -> Vec<String> {
    match singular.strip_suffix("sis") {
        Some(stem) => vec![format!("{stem}ses")],
        None => vec![third_person(singular)],
    }
}

fn ends_in_consonant_y(word: &str) -> bool {
    let bytes = word.as_bytes();
    matches!(bytes, [.., before, b'y'] if !b"aeiou".contains(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_of_greek_nouns() {
        assert_eq!(plural_forms("crisis"), ["crises"]);
        assert_eq!(plural_forms("bus"), ["buses"]);
    }

    #[test]
    fn spellings_and_accents_fold() {
        let mut out = String::new();
        for (word, normal) in [("Organisation", "organization"), ("Programmes", "programs"), ("Lomé", "lome")] {
            normalize(word, &mut out);
            assert_eq!(out, normal);
        }
    }
}
