//! Finds words by their spelling. What fits sixteen bytes, nearly every word, is folded, compared and found as one number:
//! no copy, no string to follow.

use rustc_hash::FxHashMap;

use super::Word;

/// One in each byte.
const ONES: u128 = u128::from_le_bytes([1; 16]);

/// The highest bit of each byte.
const HIGH: u128 = ONES << 7;

/// A word of up to sixteen ASCII characters as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its bytes in lower case, the first lowest, filled up with zeros.
    lower: u128,
    /// The highest bit of each byte that is a capital.
    capitals: u128,
}

impl Written {
    /// The word at bytes `start..end` of `text`; `None` for what is longer or not ASCII.
    #[inline]
    #[must_use]
    pub fn at(text: &str, start: usize, end: usize) -> Option<Self> {
        let n_unused = 16_u32.checked_sub((end - start) as u32)?;
        let bytes = match text.as_bytes().get(start..start + 16).and_then(|bytes| bytes.try_into().ok()) {
            // One load, whatever the length of the word.
            Some(bytes) => u128::from_le_bytes(bytes) & u128::MAX.checked_shr(8 * n_unused).unwrap_or(0),
            None => u128::from_le_bytes(padded(&text[start..end])?),
        };
        if bytes & HIGH != 0 {
            return None;
        }
        // All bytes at once: what is added carries those from "A", and those beyond "Z", into their highest bits.
        let from_a = bytes + ONES * u128::from(0x80 - b'A');
        let beyond_z = bytes + ONES * u128::from(0x80 - b'Z' - 1);
        let capitals = from_a & !beyond_z & HIGH;
        Some(Self { lower: bytes | capitals >> 2, capitals })
    }

    /// Whether it begins with a capital.
    #[must_use]
    pub const fn is_capitalised(self) -> bool {
        self.capitals as u8 != 0
    }

    /// Whether it has two capitals or more. They are not counted, for which many processors need a loop.
    #[must_use]
    pub const fn has_capitals(self) -> bool {
        self.capitals & self.capitals.wrapping_sub(1) != 0
    }
}

/// The bytes of a spelling that fits sixteen, filled up with zeros.
pub(super) fn padded(spelling: &str) -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    bytes.get_mut(..spelling.len())?.copy_from_slice(spelling.as_bytes());
    Some(bytes)
}

/// The identities of words by their spelling in lower case.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    short: FxHashMap<u128, Word>,
    long: FxHashMap<Box<str>, Word>,
}

impl Index {
    pub(super) fn insert(&mut self, spelling: &str, word: Word) {
        match padded(spelling) {
            Some(bytes) => self.short.insert(u128::from_le_bytes(bytes), word),
            None => self.long.insert(spelling.into(), word),
        };
    }

    /// The word that is spelt so.
    pub(super) fn get(&self, spelling: &str) -> Option<Word> {
        match padded(spelling) {
            Some(bytes) => self.short.get(&u128::from_le_bytes(bytes)).copied(),
            None => self.long.get(spelling).copied(),
        }
    }

    /// The word that is spelt so, however it is written here.
    pub(super) fn written(&self, written: Written) -> Option<Word> {
        self.short.get(&written.lower).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_and_length() {
        let mut index = Index::default();
        for (number, spelling) in ["", "peace", "responsibilities", "institutionalized", "café"].iter().enumerate() {
            index.insert(spelling, Word(number as u32));
            assert_eq!(index.get(spelling), Some(Word(number as u32)));
        }
        for text in ["PeacE", "no PeacE now", "no PeacE in all the world"] {
            let at = text.find('P').unwrap();
            let written = Written::at(text, at, at + 5).unwrap();
            assert_eq!(index.written(written), Some(Word(1)));
            assert!(written.is_capitalised() && written.has_capitals());
        }
        assert_eq!(index.get("PeacE"), None);
        assert_eq!(Written::at("institutionalized", 0, 17), None);
        assert_eq!(Written::at("the Café", 4, 9), None);
    }
}
