//! Whether a part is written like a report of a Government, by the words with which a speaker shows, and whether a speech has come
//! to tell of home.

use crate::structure::Block;

use super::{Draft, Extractor, Reading};

/// The words by which a speaker shows.
const FIRST_PERSON: [&str; 7] = ["we", "our", "us", "my", "I", "me", "ours"];

/// Whether the part that `blocks` begin with is written like a report of a Government, in the third person. In replies fewer than 6 of 1000 words are of
/// the first person, in speeches more than 8 (the compilations of the Secretary-General and the general debate).
pub(super) fn is_account(blocks: &[Block]) -> bool {
    const MOST_IN_1000: usize = 7;
    /// A few sentences tell nothing of how the whole is written.
    const FEWEST: usize = 80;
    let part = blocks.first().map(|block| block.part);
    let blocks = blocks.iter().take_while(|block| Some(block.part) == part);
    let texts = blocks.map(|block| block.text.text().as_bytes());
    let n: usize = texts.clone().map(n_words).sum();
    let may_be_own = |word: &[u8]| {
        let first = word.first().filter(|_| word.len() <= 4).map(u8::to_ascii_lowercase);
        matches!(first, Some(b'i' | b'm' | b'o' | b'u' | b'w'))
    };
    let is_own =
        |word: &&[u8]| may_be_own(word) && FIRST_PERSON.iter().any(|own| own.as_bytes().eq_ignore_ascii_case(word));
    // A speech has soon said it once too often.
    let mut first_person = texts.flat_map(|text| text.split(|byte| !OF_WORD[usize::from(*byte)])).filter(is_own);
    n >= FEWEST && first_person.nth(n * MOST_IN_1000 / 1000).is_none()
}

/// Number of words. Without branches, so that the compiler looks at many bytes at a time.
fn n_words(text: &[u8]) -> usize {
    /// As many as one byte can count.
    const CHUNK: usize = 255;
    let begins = |(before, byte): (&u8, &u8)| u8::from(!is_of_word(*before) & is_of_word(*byte));
    let chunks = text.chunks(CHUNK).zip(text.get(1..).unwrap_or_default().chunks(CHUNK));
    let begun = chunks.map(|(before, chunk)| usize::from(before.iter().zip(chunk).map(begins).sum::<u8>()));
    begun.sum::<usize>() + usize::from(text.first().is_some_and(|byte| is_of_word(*byte)))
}

/// [`is_of_word`] of each byte, for where bytes are looked at one by one.
const OF_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = is_of_word(byte as u8);
        byte += 1;
    }
    table
};

const fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() | !byte.is_ascii()
}

impl Extractor {
    /// Whether the drafts since `from` tell of several bodies, laws or plans that the State that speaks has.
    pub(super) fn tells_of_home(&self, from: usize, reading: &Reading) -> bool {
        let own =
            |d: &Draft| self.known.own.iter().any(|(relation, _)| self.ontology.is_narrower(&d.relation, relation));
        reading.drafts[from..].iter().filter(|d| Some(d.subject) == reading.speaker && own(d)).count() > 1
    }
}
