//! Labels and identities of discovered things: the words of a name in one spelling make the key, and the
//! label is made from the key alone, so that one thing met in two forms has one of each.

use std::borrow::Cow;
use std::sync::Arc;

use crate::entity::EntityId;
use crate::lexicon::normalize;
use crate::text;

/// Words that stay in lower case inside a label.
const SMALL: [&str; 31] = [
    "of", "on", "the", "and", "for", "to", "in", "against", "a", "an", "with", "at", "by", "from", "or", "into", "its",
    "between", "through", "our", "their", "my", "his", "this", "that", "these", "those", "such", "not", "than",
    "under",
];

/// Words that are written in capitals.
const CAPITALS: [&str; 34] = [
    "un", "eu", "au", "nato", "ict", "icts", "it", "ai", "osce", "oas", "asean", "aids", "hiv", "sdg", "sdgs", "ceo",
    "cert", "csirt", "uk", "us", "usa", "ecowas", "sadc", "igad", "cis", "wto", "imf", "undp", "unesco", "g7", "g8",
    "g20", "apec", "celac",
];

/// Words that United Nations texts spell otherwise than the key, by key.
const UN_SPELLING: [(&str, &str); 9] = [
    ("program", "programme"),
    ("programs", "programmes"),
    ("center", "centre"),
    ("centers", "centres"),
    ("defense", "defence"),
    ("cyberdefense", "cyberdefence"),
    ("labor", "labour"),
    ("divoire", "d’Ivoire"),
    ("detat", "d’État"),
];

/// What States are called in the name of a thing where that is not their full name, by the end of their identity.
const SHORT_STATES: [(&str, &str); 17] = [
    ("BOL", "Bolivia"),
    ("FSM", "Micronesia"),
    ("GBR", "United Kingdom"),
    ("IRN", "Iran"),
    ("LAO", "Laos"),
    ("MDA", "Moldova"),
    ("PRK", "North Korea"),
    ("KOR", "South Korea"),
    ("PSE", "Palestine"),
    ("RUS", "Russia"),
    ("SUN", "Soviet Union"),
    ("SYR", "Syria"),
    ("TUR", "Turkey"),
    ("TZA", "Tanzania"),
    ("USA", "United States"),
    ("VEN", "Venezuela"),
    ("YUG", "former Yugoslavia"),
];

/// Words of the names of places that have an article.
const WITH_ARTICLE: [&str; 28] = [
    "Republic",
    "Kingdom",
    "States",
    "Union",
    "Emirates",
    "Islands",
    "Netherlands",
    "Philippines",
    "Maldives",
    "Bahamas",
    "Gambia",
    "Comoros",
    "Congo",
    "Territory",
    "Territories",
    "Peninsula",
    "peninsula",
    "Strip",
    "Balkans",
    "Caribbean",
    "Sahel",
    "Caucasus",
    "former",
    "Horn",
    "Gulf",
    "Lakes",
    "Region",
    "region",
];

/// The key of a name: its normalised words.
#[must_use]
pub fn key(form: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut normal = String::new();
    let plain = marked(form);
    // "No. 24/2016": a number with its year is one.
    let words_of = plain.split_whitespace().flat_map(|word| {
        // "No. M/40"
        let series =
            word.get(1..2) == Some("/") && word.get(2..).is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit()));
        let number = series || word.starts_with(|c: char| c.is_ascii_digit());
        let dotted = is_dotted(word);
        // "Law 60(I)/2014"
        let part = number && word.contains(")/");
        // "HIV/AIDS", "Cyber/ICT"
        let letters = |part: &str| !part.is_empty() && part.chars().all(char::is_alphabetic);
        let capital = |part: &str| part.starts_with(char::is_uppercase);
        let terms = || word.split('/').all(capital) || word.split('/').any(is_acronym);
        let stroke = word.contains('/') && word.split('/').all(letters) && terms();
        word.split(move |c: char| {
            let within = matches!(c, '/' | '.') || part && matches!(c, '(' | ')');
            !(c.is_alphanumeric()
                || matches!(c, '-' | '’')
                || number && within
                || dotted && c == '.'
                || stroke && c == '/')
        })
    });
    // What is written in capitals as a whole has no acronyms.
    let shouted = is_acronym(&plain) && plain.contains(' ');
    for written in words_of.map(|w| w.trim_start_matches('’').trim_matches(['-', '/', '.'])).filter(|w| !w.is_empty())
    {
        let (bare, whose) = match written.strip_suffix("’s") {
            Some(bare) => (bare, "’s"),
            None => written.strip_suffix('’').map_or((written, ""), |bare| (bare, "’")),
        };
        normalize(bare, &mut normal);
        normal.push_str(whose);
        if (is_acronym(written) || has_acronym(written)) && !shouted {
            words.push(written.to_owned());
            continue;
        }
        match normal.strip_prefix("cyber-").or_else(|| normal.strip_prefix("co-o").map(|_| &normal[3..])) {
            Some(rest) => words.push(format!("{}{rest}", &normal[..normal.len() - rest.len() - 1])),
            None => words.push(normal.clone()),
        }
    }
    join_prefixes(&mut words);
    words
}

/// A name with the apostrophes of its genitives in one writing, and without others: "People’s", "dIvoire".
fn marked(form: &str) -> Cow<'_, str> {
    if !form.contains(['’', '\'']) {
        return Cow::Borrowed(form);
    }
    let mut marked = String::with_capacity(form.len());
    let mut chars = form.chars().peekable();
    while let Some(c) = chars.next() {
        if !matches!(c, '’' | '\'') {
            marked.push(c);
            continue;
        }
        let next = chars.peek().copied();
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let genitive = match next {
            Some('s') => ends(chars.clone().nth(1)),
            next => ends(next) && marked.ends_with(['s', 'S']),
        };
        if genitive {
            marked.push('’');
        }
    }
    Cow::Owned(marked)
}

/// "cyber security" and "cyber-security" are "cybersecurity", "co operation" is "cooperation"; a "Cyber Response Centre" keeps the
/// two words that its State writes.
fn join_prefixes(words: &mut Vec<String>) {
    let mut at = 0;
    while at + 1 < words.len() {
        let next = words[at + 1].as_str();
        if (words[at] == "cyber" && next == "security") || (words[at] == "co" && next.starts_with('o')) {
            let next = words.remove(at + 1);
            words[at].push_str(&next);
        } else {
            at += 1;
        }
    }
}

/// The label of a key.
#[must_use]
pub fn label(key: &[String]) -> String {
    let mut label = String::with_capacity(64);
    for (position, word) in key.iter().enumerate() {
        if position > 0 {
            label.push(' ');
        }
        let spelled = UN_SPELLING.iter().find(|(k, _)| k == word).map_or(word.as_str(), |(_, s)| s);
        if CAPITALS.contains(&word.as_str()) {
            label.push_str(&word.to_uppercase());
        } else if has_acronym(word) {
            label.push_str(word);
        } else if position > 0 && SMALL.contains(&word.as_str()) || spelled.starts_with("d’") {
            label.push_str(spelled);
        } else {
            for part in spelled.split_inclusive(['-', '/']) {
                push_capitalised(part, &mut label);
            }
        }
    }
    label
}

/// Whether a word is of capitals with dots between, as the address of a team: "CERT.GOV.NL", "CERT.nl".
fn is_dotted(word: &str) -> bool {
    let capitals = |part: &str| part.len() > 1 && part.bytes().all(|b| b.is_ascii_uppercase());
    let team = |part: &str| part.ends_with("CERT") || part.ends_with("CSIRT");
    let land = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_lowercase());
    let word = word.trim_end_matches('.');
    word.split_once('.')
        .is_some_and(|(first, rest)| capitals(first) && rest.split('.').all(capitals) || team(first) && land(rest))
}

/// Whether a word is written in capitals.
fn is_acronym(written: &str) -> bool {
    if written.contains(char::is_lowercase) {
        return false;
    }
    let numbered = written.contains(|c: char| c.is_ascii_digit());
    let letters = written.chars().filter(|c| c.is_alphabetic()).count();
    letters + usize::from(numbered) > 1 && letters > 0
}

/// Whether a word has capitals and small letters of its own: `tunCERT`, `NETmundial`.
fn has_acronym(written: &str) -> bool {
    // Nearly no word has a capital behind its first letter.
    if written.is_ascii() && !written.bytes().skip(1).any(|b| b.is_ascii_uppercase()) {
        return false;
    }
    let capitals = |pair: [char; 2]| pair.iter().all(|c| c.is_uppercase());
    written.contains(char::is_lowercase) && written.chars().zip(written.chars().skip(1)).any(|(a, b)| capitals([a, b]))
}

fn push_capitalised(word: &str, label: &mut String) {
    let mut chars = word.chars();
    label.extend(chars.next().into_iter().flat_map(char::to_uppercase));
    label.push_str(chars.as_str());
}

/// "78th" is "seventy-eighth", as most texts have it.
pub fn spell_ordinals(key: &mut [String]) {
    for word in key {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let ordinal = matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th");
        if let Some(n) = digits.parse().ok().filter(|n| ordinal && (1..100).contains(n)) {
            *word = text::ordinal(n);
        }
    }
}

/// The words of a key in one, by which things of one name are known.
#[must_use]
pub fn slug(key: &[String]) -> String {
    let slug = key.iter().filter(|w| *w != "the").map(String::as_str).collect::<Vec<_>>().join("-");
    if slug.is_ascii() {
        return slug
            .bytes()
            .map(|b| if matches!(b, b'/' | b'.') { '-' } else { char::from(b.to_ascii_lowercase()) })
            .collect();
    }
    slug.to_lowercase().replace(['/', '.'], "-").replace('’', "")
}

/// Whether the letters of an acronym begin words of a label, in their order.
#[must_use]
pub fn spells(acronym: &str, label: &str) -> bool {
    let mut words = label.split([' ', '-']).filter_map(|word| word.chars().next());
    let begins = acronym.chars().next().zip(label.chars().next()).is_some_and(|(a, l)| a.eq_ignore_ascii_case(&l));
    begins && acronym.chars().all(|letter| words.any(|initial| initial.eq_ignore_ascii_case(&letter)))
}

/// Whether two labels have most of their words in common: "Office of Tides and Wrecks", "Organization for Tides and Wrecks".
#[must_use]
pub fn is_variant(one: &str, other: &str) -> bool {
    let words = |label: &str| -> Vec<String> {
        key(label).into_iter().map(|w| w.to_lowercase()).filter(|w| !SMALL.contains(&w.as_str())).collect()
    };
    let (one, other) = (words(one), words(other));
    let n_shared = one.iter().filter(|word| other.contains(word)).count();
    n_shared > 1 && n_shared * 2 >= one.len().min(other.len())
}

/// What the State of this identity and full name is called in the name of a thing.
#[must_use]
pub fn state_in_name<'a>(id: &str, name: &'a str) -> &'a str {
    let code = id.strip_prefix("state/").unwrap_or_default();
    SHORT_STATES.iter().find(|(short, _)| *short == code).map_or(name, |(_, called)| called)
}

/// A place with the article that its name has: "the Marshall Islands".
#[must_use]
pub fn with_article(place: &str) -> String {
    let told = place.split([' ', '-']).any(|word| WITH_ARTICLE.contains(&word)) || place.ends_with(" East");
    let has = told && !place.starts_with("the ");
    if has { format!("the {place}") } else { place.to_owned() }
}

/// The identity of a key: of a thing of one State where `state` is given.
#[must_use]
pub fn id(kind: &str, state: Option<&str>, key: &[String]) -> EntityId {
    id_of_slug(kind, state, &slug(key))
}

/// The identity of the thing whose key has this [`slug`].
#[must_use]
pub fn id_of_slug(kind: &str, state: Option<&str>, slug: &str) -> EntityId {
    const LONGEST: usize = 120;
    let slug = slug.char_indices().nth(LONGEST).map_or(slug, |(end, _)| &slug[..end]);
    match state.map(|s| s.strip_prefix("state/").unwrap_or(s)) {
        Some(state) => Arc::from([kind, "/", state, "/", slug].concat()),
        None => Arc::from([kind, "/", slug].concat()),
    }
}

/// The first segment of the identity of things of a class.
#[must_use]
pub fn kind(class: &str) -> &'static str {
    match class {
        "NationalBody" | "IncidentResponseTeam" | "Post" => "body",
        "Strategy" | "ActionPlan" | "Policy" | "Programme" | "Initiative" | "Framework" => "strategy",
        "Law" => "law",
        "Treaty" | "Arrangement" => "treaty",
        "Resolution" | "Declaration" | "Report" | "Standard" | "MeasureSet" => "instrument",
        "Incident" | "CyberIncident" | "War" => "incident",
        "Event" | "Conference" | "Summit" | "Seminar" | "Exercise" | "Meeting" | "Operation" | "Campaign"
        | "Election" | "EventSeries" => "event",
        _ => "organisation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_name_have_one_label() {
        for form in
            ["National Cyber-Security Strategy", "national cybersecurity strategy", "national cyber security Strategy"]
        {
            assert_eq!(label(&key(form)), "National Cybersecurity Strategy");
        }
        assert_eq!(label(&key("UN AI Office")), "UN AI Office");
        assert_eq!(label(&key("NETtide Meeting of tunCERT")), "NETtide Meeting of tunCERT");
        for form in ["Sailors' Summit", "Sailors’ Summit"] {
            assert_eq!(label(&key(form)), "Sailors’ Summit");
            assert_eq!(slug(&key(form)), "sailors-summit");
        }
        assert_eq!(label(&key("coup d'état in Côte d'Ivoire")), "Coup d’État in Cote d’Ivoire");
        let strategy = id("strategy", Some("state/GBR"), &key("National Strategy 2011"));
        assert_eq!(&*strategy, "strategy/GBR/national-strategy-2011");
    }

    #[test]
    fn acronyms_spell_their_names() {
        assert!(spells("NWSA", "National Wreck Safety Agency"));
        assert!(spells("NASW", "National Agency for the Safety of Wrecks"));
        assert!(!spells("NATO", "National Army Training Centre"));
        assert!(!spells("WSA", "National Wreck Safety Agency"));
        assert!(is_variant("Office of Tides and Wrecks", "Organization for Tides and Wrecks"));
        assert!(!is_variant("National Wreck Academy", "New Wreck Army"));
    }

    #[test]
    fn ordinals_are_spelled() {
        for (digits, spelled) in
            [("1st", "first"), ("12th", "twelfth"), ("40th", "fortieth"), ("78th", "seventy-eighth")]
        {
            let mut key = vec![digits.to_owned(), "session".to_owned()];
            spell_ordinals(&mut key);
            assert_eq!(key[0], spelled);
        }
    }

    #[test]
    fn places_have_their_article() {
        for (place, written) in [("Gambia", "the Gambia"), ("Middle East", "the Middle East"), ("Peru", "Peru")] {
            assert_eq!(with_article(place), written);
        }
    }
}
