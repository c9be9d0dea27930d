//! Words: their identity, lemma and word classes, and the lists that hold them. Knows nothing of entities or
//! relations; a word that no list holds has its classes from its ending.

mod language;
mod morphology;

use rustc_hash::FxHashMap;

pub use morphology::{guess, normalize};

/// The names of the months, normalised.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

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
        for form in morphology::plural_forms(singular) {
            let plural = self.intern(&form);
            self.add_classes(plural, Classes::NOUN.and(Classes::PLURAL));
            let info = &mut self.infos[plural.0 as usize];
            if !info.classes.any(Classes::VERB) {
                info.lemma = lemma;
            }
        }
        lemma
    }

    fn add_classes(&mut self, word: Word, classes: Classes) {
        let info = &mut self.infos[word.0 as usize];
        info.classes = info.classes.and(classes);
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
