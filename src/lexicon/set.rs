//! Sets of words and maps from words, made for the answer "no": of the words of a text few are in any of them.

use rustc_hash::FxHashMap;

use super::Word;

/// A set of words: one bit a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordSet {
    bits: Vec<u64>,
}

impl WordSet {
    /// Whether `word` is in the set.
    #[inline]
    #[must_use]
    pub fn contains(&self, word: &Word) -> bool {
        self.bits.get(word.0 as usize / 64).is_some_and(|bits| bits >> (word.0 % 64) & 1 != 0)
    }

    /// Adds `word`, the number of a word of the lexicon.
    pub fn insert(&mut self, word: Word) {
        let at = word.0 as usize / 64;
        if self.bits.len() <= at {
            self.bits.resize(at + 1, 0);
        }
        self.bits[at] |= 1 << (word.0 % 64);
    }
}

impl Extend<Word> for WordSet {
    fn extend<I: IntoIterator<Item = Word>>(&mut self, words: I) {
        words.into_iter().for_each(|word| self.insert(word));
    }
}

/// A map from words.
#[derive(Clone, Debug)]
pub struct WordMap<T> {
    keys: WordSet,
    values: FxHashMap<Word, T>,
}

impl<T> Default for WordMap<T> {
    fn default() -> Self {
        Self { keys: WordSet::default(), values: FxHashMap::default() }
    }
}

impl<T> WordMap<T> {
    /// What stands at `word`.
    #[inline]
    #[must_use]
    pub fn get(&self, word: &Word) -> Option<&T> {
        if self.keys.contains(word) { self.values.get(word) } else { None }
    }

    /// Whether anything stands at `word`.
    #[inline]
    #[must_use]
    pub fn contains_key(&self, word: &Word) -> bool {
        self.keys.contains(word)
    }

    /// Puts `value` at `word`.
    pub fn insert(&mut self, word: Word, value: T) {
        self.keys.insert(word);
        self.values.insert(word, value);
    }

    /// What stands at `word`, the default of its kind where nothing stood.
    pub fn or_default(&mut self, word: Word) -> &mut T
    where
        T: Default,
    {
        self.keys.insert(word);
        self.values.entry(word).or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_put_in_is_there() {
        let mut map = WordMap::<u8>::default();
        *map.or_default(Word(64)) += 1;
        *map.or_default(Word(64)) += 1;
        map.insert(Word(3), 7);
        let found: Vec<_> = [0, 3, 63, 64, 65, 1000].map(|w| map.get(&Word(w)).copied()).into();
        assert_eq!(found, [None, Some(7), None, Some(2), None, None]);
        assert!(map.contains_key(&Word(3)) && !map.contains_key(&Word(4)));
    }
}
