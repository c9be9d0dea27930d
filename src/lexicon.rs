//! Words: their identity, lemma and word classes, and the lists that hold them. Knows nothing of entities or
//! relations; a word that no list holds has its classes from its ending.

mod index;
mod language;
mod morphology;
mod set;

use rustc_hash::FxHashMap;

use index::{Index, padded};

pub use index::Written;
pub use morphology::{guess, normalize, normalized};
pub use set::{WordMap, WordSet};

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

/// A set of word classes. Those of function words come first, each before those over which it prevails.
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
    /// Modal verb.
    MODAL = 0;
    /// Form of "be".
    BE = 1;
    /// Form of "have".
    HAVE = 2;
    /// Form of "do".
    DO = 3;
    /// Introduces examples.
    LISTING = 4;
    /// Joins phrases or clauses.
    COORDINATOR = 5;
    /// Joins clauses only.
    CLAUSE_COORDINATOR = 6;
    /// Negator.
    NEGATOR = 7;
    /// Relative pronoun.
    RELATIVE = 8;
    /// Possessive determiner.
    POSSESSIVE = 9;
    /// Pronoun.
    PRONOUN = 10;
    /// Determiner.
    DETERMINER = 11;
    /// Cardinal number.
    NUMBER = 12;
    /// Ordinal number.
    ORDINAL = 13;
    /// Preposition.
    PREPOSITION = 14;
    /// Begins a subordinate clause.
    SUBORDINATOR = 15;
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
    /// Function word that is asked for by its spelling where its tag is sought.
    FLEXIBLE = 26;
}

impl Classes {
    /// Any form of a full verb.
    pub const VERB: Self = Self(Self::BASE.0 | Self::THIRD.0 | Self::PAST.0 | Self::PARTICIPLE.0 | Self::ING.0);

    /// Whether any class of `other` is in the set.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The number of its first class, at most as many as there are.
    #[must_use]
    pub const fn first(self) -> usize {
        self.0.trailing_zeros() as usize
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

/// A normalised spelling of up to sixteen bytes, filled up with zeros; of a longer one what no word is spelt.
#[derive(Clone, Copy, Debug, Default)]
struct Spelling([u8; 16]);

impl Spelling {
    fn of(normal: &str) -> Self {
        Self(padded(normal).unwrap_or([b' '; 16]))
    }

    /// Most words differ in the first letter, so that it is looked at alone.
    fn is(self, spelling: &str) -> bool {
        let n = spelling.len();
        spelling.as_bytes().first().is_some_and(|b| *b == self.0[0])
            && self.0.get(n).is_none_or(|b| *b == 0)
            && self.0.get(..n).is_some_and(|s| *s == *spelling.as_bytes())
    }
}

/// The words that the data files hold, with classes and lemmas.
#[derive(Clone, Debug)]
pub struct Lexicon {
    index: Index,
    infos: Vec<Info>,
    /// Of each word. Apart from what is asked of every word.
    spellings: Vec<Spelling>,
    /// Function words of several words: first word to (the rest, the joined word).
    compounds: WordMap<Vec<(Vec<Word>, Word)>>,
    /// Verbs with a particle: "set up".
    phrasal: FxHashMap<(Word, Word), Word>,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self {
            index: Index::default(),
            infos: vec![Info::default()],
            spellings: vec![Spelling::default()],
            compounds: WordMap::default(),
            phrasal: FxHashMap::default(),
        }
    }
}

impl Lexicon {
    /// The identity of `word` (normalised here), given if it has none yet.
    pub fn intern(&mut self, word: &str) -> Word {
        let normal = normalized(word);
        if let Some(id) = self.index.get(&normal) {
            return id;
        }
        let id = Word(self.infos.len() as u32);
        self.infos.push(Info { classes: Classes::default(), lemma: id });
        self.spellings.push(Spelling::of(&normal));
        if let Some(british) = morphology::british(&normal) {
            self.index.insert(&british, id);
        }
        self.index.insert(&normal, id);
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
        self.index.get(normal).unwrap_or(UNKNOWN)
    }

    /// The identity of a word of a text, in whatever case, spelling and accents.
    #[must_use]
    pub fn written(&self, written: Written) -> Word {
        self.index.written(written).unwrap_or(UNKNOWN)
    }

    /// Whether a word is spelt so; never for [`UNKNOWN`].
    #[inline]
    #[must_use]
    pub fn is(&self, word: Word, spelling: &str) -> bool {
        self.is_one_of(word, &[spelling])
    }

    /// Whether a word is spelt as one of these; never for [`UNKNOWN`] or one that is of no lexicon.
    #[inline]
    #[must_use]
    pub fn is_one_of(&self, word: Word, spellings: &[&str]) -> bool {
        let Some(own) = self.spellings.get(word.0 as usize).filter(|_| word != UNKNOWN) else { return false };
        let is = |spelling: &&str| match spelling.len() {
            0..=16 => own.is(spelling),
            _ => self.word(spelling) == word,
        };
        spellings.iter().any(is)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_spelt_in_one_way_only() {
        let mut lexicon = Lexicon::default();
        for written in ["peace", "responsibilities", "intergovernmental", "Programme"] {
            let word = lexicon.intern(written);
            let normal = normalized(written);
            assert!(lexicon.is(word, &normal) && !lexicon.is(word, &normal[1..]) && !lexicon.is(word, "peaceful"));
            assert!(lexicon.is_one_of(word, &["war", &normal]) && !lexicon.is(UNKNOWN, &normal));
            assert_eq!((lexicon.word(&normal), lexicon.intern(&normal)), (word, word));
        }
        assert_eq!(
            Written::at("PROGRAMMES", 0, 9).map(|written| lexicon.written(written)),
            Some(lexicon.word("program"))
        );
    }
}
