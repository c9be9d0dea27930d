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

/// Writes the lower-case form of `word` without accents, in one spelling, to `out`.
pub fn normalize(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.extend(word.bytes().map(|b| char::from(b.to_ascii_lowercase())));
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

/// The classes of a word that no data file holds, from its ending.
#[must_use]
pub fn guess(normal: &str) -> Classes {
    let ends = |endings: &[&str]| endings.iter().any(|e| normal.len() > e.len() + 2 && normal.ends_with(e));
    if ends(&["ly"]) {
        Classes::ADVERB
    } else if ends(&["ing"]) {
        Classes::ING.and(Classes::NOUN)
    } else if ends(&["ed"]) {
        Classes::PAST.and(Classes::PARTICIPLE)
    } else if ends(&["ous", "ful", "less", "able", "ible", "al", "ic", "ive", "ary", "ern", "ese", "ish"]) {
        Classes::ADJECTIVE
    } else if ends(&["s"]) && !ends(&["ss", "us", "is"]) {
        Classes::NOUN.and(Classes::PLURAL)
    } else {
        Classes::NOUN
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
        if is_vowel(vowel) && !is_vowel(before) && !is_vowel(last) && !b"wxy".contains(last) {
            forms.push(format!("{base}{}{ending}", char::from(*last)));
        }
    }
    forms
}

pub(super) fn plural_forms(singular: &str) -> Vec<String> {
    vec![third_person(singular)]
}

fn ends_in_consonant_y(word: &str) -> bool {
    let bytes = word.as_bytes();
    matches!(bytes, [.., before, b'y'] if !b"aeiou".contains(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_and_accents_fold() {
        let mut out = String::new();
        for (word, normal) in [("Organisation", "organization"), ("Programmes", "programs"), ("Lomé", "lome")] {
            normalize(word, &mut out);
            assert_eq!(out, normal);
        }
    }
}
