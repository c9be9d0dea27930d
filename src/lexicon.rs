//! Words: their identity, lemma and word classes. Closed classes and verbs come from the language file of
//! the rules; all else is guessed from its ending. Knows nothing of entities or relations.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::seed::{SeedError, SeedFile};

/// Identity of a normalised lower-case word; [`UNKNOWN`] for words that no data file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(pub u32);

/// The word that is in no data file.
pub const UNKNOWN: Word = Word(0);

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*
        }
    };
}

classes! {
    /// Determiner.
    DETERMINER = 0;
    /// Possessive determiner.
    POSSESSIVE = 1;
    /// Pronoun.
    PRONOUN = 2;
    /// Cardinal number.
    NUMBER = 3;
    /// Ordinal number.
    ORDINAL = 4;
    /// Preposition.
    PREPOSITION = 5;
    /// Introduces examples.
    LISTING = 6;
    /// Joins phrases or clauses.
    COORDINATOR = 7;
    /// Joins clauses only.
    CLAUSE_COORDINATOR = 8;
    /// Begins a subordinate clause.
    SUBORDINATOR = 9;
    /// Relative pronoun.
    RELATIVE = 10;
    /// Modal verb.
    MODAL = 11;
    /// Form of "be".
    BE = 12;
    /// Form of "have".
    HAVE = 13;
    /// Form of "do".
    DO = 14;
    /// Negator.
    NEGATOR = 15;
    /// Adverb.
    ADVERB = 16;
    /// Adjective.
    ADJECTIVE = 17;
    /// Noun.
    NOUN = 18;
    /// Base form of a verb.
    BASE = 19;
    /// Third person singular.
    THIRD = 20;
    /// Past tense.
    PAST = 21;
    /// Past participle.
    PARTICIPLE = 22;
    /// -ing form.
    ING = 23;
    /// A noun unless the context asks for a verb.
    NOUN_FIRST = 24;
    /// Plural noun.
    PLURAL = 25;
}

impl Classes {
    /// Any form of a full verb.
    pub const VERB: Self = Self(Self::BASE.0 | Self::THIRD.0 | Self::PAST.0 | Self::PARTICIPLE.0 | Self::ING.0);

    /// Whether any class of `other` is in the set.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Info {
    classes: Classes,
    lemma: Word,
}

/// The words that the data files hold, with classes and lemmas.
#[derive(Clone, Debug)]
pub struct Lexicon {
    ids: FxHashMap<Box<str>, Word>,
    infos: Vec<Info>,
    /// The normalised spelling of each word.
    spellings: Vec<Box<str>>,
    /// Function words of several words: first word to (the rest, the joined word).
    compounds: FxHashMap<Word, Vec<(Vec<Word>, Word)>>,
    /// Verbs with a particle: "set up".
    phrasal: FxHashMap<(Word, Word), Word>,
}

#[derive(Deserialize, Default)]
struct LanguageFile {
    lexicon: Option<Language>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    determiners: String,
    possessives: String,
    pronouns: String,
    numbers: String,
    ordinals: String,
    prepositions: String,
    compound_prepositions: String,
    listings: String,
    coordinators: String,
    clause_coordinators: String,
    subordinators: String,
    relatives: String,
    modals: String,
    be: String,
    have: String,
    #[serde(rename = "do")]
    do_forms: String,
    negators: String,
    adverbs: String,
    not_adverbs: String,
    adjectives: String,
    nouns_first: String,
    irregular_verbs: String,
    verbs: String,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self {
            ids: FxHashMap::default(),
            infos: vec![Info::default()],
            spellings: vec!["".into()],
            compounds: FxHashMap::default(),
            phrasal: FxHashMap::default(),
        }
    }
}

impl Lexicon {
    /// Reads the `[lexicon]` table of the one rule file that has it.
    ///
    /// # Errors
    /// A syntax error in that file, or no such file.
    pub fn parse(files: &[SeedFile]) -> Result<Self, SeedError> {
        for file in files.iter().filter(|f| f.text.contains("[lexicon]")) {
            let parsed: LanguageFile = toml::from_str(&file.text).map_err(|e| SeedError::toml(file, &e))?;
            if let Some(language) = parsed.lexicon {
                let mut lexicon = Self::default();
                lexicon.add_language(&language);
                return Ok(lexicon);
            }
        }
        let place = files.first().map_or("seeds/rules", |f| f.name.as_str());
        Err(SeedError::new(place, 0, "no rule file has a [lexicon] table: restore language.toml"))
    }

    fn add_language(&mut self, language: &Language) {
        let lists = [
            (&language.determiners, Classes::DETERMINER),
            (&language.possessives, Classes::POSSESSIVE),
            (&language.pronouns, Classes::PRONOUN),
            (&language.numbers, Classes::NUMBER),
            (&language.ordinals, Classes::ORDINAL),
            (&language.prepositions, Classes::PREPOSITION),
            (&language.compound_prepositions, Classes::PREPOSITION),
            (&language.listings, Classes::LISTING),
            (&language.coordinators, Classes::COORDINATOR),
            (&language.clause_coordinators, Classes::CLAUSE_COORDINATOR),
            (&language.subordinators, Classes::SUBORDINATOR),
            (&language.relatives, Classes::RELATIVE),
            (&language.modals, Classes::MODAL),
            (&language.be, Classes::BE),
            (&language.have, Classes::HAVE),
            (&language.do_forms, Classes::DO),
            (&language.negators, Classes::NEGATOR),
            (&language.adverbs, Classes::ADVERB),
            (&language.not_adverbs, Classes::ADJECTIVE),
            (&language.adjectives, Classes::ADJECTIVE),
            (&language.nouns_first, Classes::NOUN_FIRST),
        ];
        for (list, classes) in lists {
            for entry in list.split_whitespace() {
                self.add_function_word(entry, classes);
            }
        }
        self.add_verbs(language);
        for (forms, lemma) in [(&language.be, "be"), (&language.have, "have"), (&language.do_forms, "do")] {
            let lemma = self.intern(lemma);
            for form in forms.split_whitespace() {
                let word = self.intern(form);
                self.infos[word.0 as usize].lemma = lemma;
            }
        }
    }

    fn add_function_word(&mut self, entry: &str, classes: Classes) {
        let joined = self.intern(entry);
        self.add_classes(joined, classes);
        if entry.contains('_') {
            let words: Vec<Word> = entry.split('_').map(|w| self.intern(w)).collect();
            let variants = self.compounds.entry(words[0]).or_default();
            variants.push((words[1..].to_vec(), joined));
            variants.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
    }

    fn add_verbs(&mut self, language: &Language) {
        let mut irregular: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for entry in language.irregular_verbs.split('|') {
            let mut forms = entry.split_whitespace();
            if let Some(base) = forms.next() {
                irregular.insert(base, forms.collect());
            }
        }
        let bases = language.verbs.split_whitespace().chain(irregular.keys().copied());
        let bases: std::collections::BTreeSet<&str> = bases.collect();
        for base in bases {
            self.add_verb(base, irregular.get(base).map(Vec::as_slice));
        }
    }

    /// Adds a verb in all its forms; `irregular` holds past and participle.
    fn add_verb(&mut self, base: &str, irregular: Option<&[&str]>) {
        let lemma = self.intern(base);
        self.add_form(base, lemma, Classes::BASE);
        self.add_form(&third_person(base), lemma, Classes::THIRD);
        for form in ing_forms(base) {
            self.add_form(&form, lemma, Classes::ING);
        }
        match irregular {
            Some([]) => self.add_form(base, lemma, Classes::PAST.and(Classes::PARTICIPLE)),
            Some([both]) => self.add_form(both, lemma, Classes::PAST.and(Classes::PARTICIPLE)),
            Some([past, participles @ ..]) => {
                self.add_form(past, lemma, Classes::PAST);
                for participle in participles {
                    self.add_form(participle, lemma, Classes::PARTICIPLE);
                }
            }
            None => {
                for form in past_forms(base) {
                    self.add_form(&form, lemma, Classes::PAST.and(Classes::PARTICIPLE));
                }
            }
        }
        if let Some(stem) = base.strip_suffix("ize") {
            let british = self.intern(&format!("{stem}ise"));
            if self.infos[british.0 as usize].classes.is_empty() {
                self.add_verb(&format!("{stem}ise"), None);
                for form in ["ise", "ises", "ised", "ising"] {
                    let word = self.intern(&format!("{stem}{form}"));
                    self.infos[word.0 as usize].lemma = lemma;
                }
            }
        }
    }

    fn add_form(&mut self, form: &str, lemma: Word, classes: Classes) {
        let word = self.intern(form);
        self.add_classes(word, classes);
        let info = &mut self.infos[word.0 as usize];
        if info.lemma == UNKNOWN || info.lemma == word {
            info.lemma = lemma;
        }
    }

    fn add_classes(&mut self, word: Word, classes: Classes) {
        let info = &mut self.infos[word.0 as usize];
        info.classes = info.classes.and(classes);
    }

    /// The identity of `word` (normalised here), given if it has none yet.
    pub fn intern(&mut self, word: &str) -> Word {
        let mut normal = String::new();
        normalize(word, &mut normal);
        if let Some(&id) = self.ids.get(normal.as_str()) {
            return id;
        }
        let id = Word(self.infos.len() as u32);
        self.infos.push(Info { classes: Classes::default(), lemma: id });
        self.spellings.push(normal.as_str().into());
        self.ids.insert(normal.into(), id);
        id
    }

    /// Adds a noun with its plural; the plural's lemma is the singular.
    pub fn intern_noun(&mut self, singular: &str) -> Word {
        let lemma = self.intern(singular);
        self.add_classes(lemma, Classes::NOUN);
        for form in plural_forms(singular) {
            let plural = self.intern(&form);
            self.add_classes(plural, Classes::NOUN.and(Classes::PLURAL));
            let info = &mut self.infos[plural.0 as usize];
            if !info.classes.any(Classes::VERB) {
                info.lemma = lemma;
            }
        }
        lemma
    }

    /// A verb with a particle, by its lemma: one word of its own.
    pub fn intern_phrasal(&mut self, verb: &str, particle: &str) -> Word {
        let joined = self.intern(&format!("{verb}_{particle}"));
        let key = (self.intern(verb), self.intern(particle));
        self.phrasal.insert(key, joined);
        joined
    }

    /// The verb with this particle, if a rule knows it.
    #[must_use]
    pub fn phrasal(&self, lemma: Word, particle: Word) -> Option<Word> {
        self.phrasal.get(&(lemma, particle)).copied()
    }

    /// The identity of an already normalised word.
    #[must_use]
    pub fn word(&self, normal: &str) -> Word {
        self.ids.get(normal).copied().unwrap_or(UNKNOWN)
    }

    /// Whether a word is spelt so; never for [`UNKNOWN`].
    #[must_use]
    pub fn is(&self, word: Word, spelling: &str) -> bool {
        *self.spellings[word.0 as usize] == *spelling
    }

    /// Whether a word is spelt as one of these; never for [`UNKNOWN`].
    #[must_use]
    pub fn is_one_of(&self, word: Word, spellings: &[&str]) -> bool {
        spellings.contains(&&*self.spellings[word.0 as usize])
    }

    /// Lemma of a word.
    #[must_use]
    pub fn lemma(&self, word: Word) -> Word {
        self.infos[word.0 as usize].lemma
    }

    /// Classes of a word, as the data files have them.
    #[must_use]
    pub fn classes(&self, word: Word) -> Classes {
        self.infos[word.0 as usize].classes
    }

    /// The function words of several words that begin with `word`, longest first.
    #[must_use]
    pub fn compounds(&self, word: Word) -> &[(Vec<Word>, Word)] {
        self.compounds.get(&word).map_or(&[], Vec::as_slice)
    }
}

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
    } else if ends(&[
        "ous", "ful", "less", "able", "ible", "ical", "ional", "ial", "eral", "ural", "ntal", "ive", "ary", "ern",
        "ese", "ish",
    ]) {
        Classes::ADJECTIVE
    } else if ends(&["s"]) && !ends(&["ss", "us", "is"]) {
        Classes::NOUN.and(Classes::PLURAL)
    } else {
        Classes::NOUN
    }
}

fn third_person(base: &str) -> String {
    match base {
        b if ends_in_consonant_y(b) => format!("{}ies", &b[..b.len() - 1]),
        b if ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| b.ends_with(e)) => format!("{b}es"),
        b => format!("{b}s"),
    }
}

fn ing_forms(base: &str) -> Vec<String> {
    let stem = match base {
        b if b.ends_with("ie") => format!("{}y", &b[..b.len() - 2]),
        b if b.ends_with('e') && !b.ends_with("ee") => b[..b.len() - 1].to_owned(),
        b => b.to_owned(),
    };
    with_doubled(base, &stem, "ing")
}

fn past_forms(base: &str) -> Vec<String> {
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

fn plural_forms(singular: &str) -> Vec<String> {
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
    fn verb_forms_lead_to_their_lemma() {
        let mut lexicon = Lexicon::default();
        lexicon.add_verb("ratify", None);
        lexicon.add_verb("plan", None);
        lexicon.add_verb("undertake", Some(&["undertook", "undertaken"]));
        lexicon.add_verb("recognize", None);
        for (form, lemma) in [
            ("ratified", "ratify"),
            ("ratifies", "ratify"),
            ("ratifying", "ratify"),
            ("planning", "plan"),
            ("planned", "plan"),
            ("undertaken", "undertake"),
            ("recognises", "recognize"),
        ] {
            assert_eq!(lexicon.lemma(lexicon.word(form)), lexicon.word(lemma), "{form}");
        }
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
