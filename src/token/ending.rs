//! Where words end.

use super::{Cutter, is_cyber};

impl Cutter<'_> {
    /// Where a word ends that asks for no closer look, as nearly all: small letters behind the first, then a space.
    pub(super) fn plain_end(&self, at: usize, end: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let to = at + 1 + n_small_letters(bytes.get(at + 1..at + 17)?.first_chunk()?);
        let is_plain = to < end && bytes[to] == b' ' && !self.joined && !is_cyber(&self.text[at..to]);
        is_plain.then_some(to)
    }

    /// Where the letters and digits that begin at `at` end, or a new word begins among them.
    pub(super) fn word_end(&self, at: usize, end: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut to = at;
        loop {
            to += bytes[to..end].iter().take_while(|b| b.is_ascii_lowercase()).count();
            to += match bytes[to..end].first() {
                Some(b'0'..=b'9') => 1,
                Some(b'A'..=b'Z') if to <= at + 3 || !is_camel(bytes, to, end) => 1,
                Some(0x80..) => match self.text[to..end].chars().next() {
                    Some(c) if c.is_alphanumeric() || is_combining(c) => c.len_utf8(),
                    _ => break,
                },
                _ => break,
            };
        }
        to
    }

    /// Whether the capitals at bytes `at..to` go on behind a dot, as in the address of a team: "CERT.GOV.NL".
    pub(super) fn is_dotted(&self, at: usize, to: usize, end: usize) -> bool {
        let capitals = |part: &[u8]| part.iter().take_while(|b| b.is_ascii_uppercase()).count();
        let bytes = &self.text.as_bytes()[..end];
        let next = bytes.get(to + 1..).map_or(0, capitals);
        let ends = !bytes.get(to + 1 + next).is_some_and(u8::is_ascii_alphanumeric);
        // "CERT.nl", "GovCERT.nl": with the letters of its land
        let land = bytes.get(to + 1..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count());
        let team = bytes[at..to].ends_with(b"CERT") || bytes[at..to].ends_with(b"CSIRT");
        if team && land == 2 && bytes.get(to) == Some(&b'.') && bytes[to + 1..to + 3].iter().all(u8::is_ascii_lowercase)
        {
            return true;
        }
        bytes.get(to) == Some(&b'.')
            && to >= at + 3
            && capitals(&bytes[at..to]) == to - at
            && (2..=4).contains(&next)
            && ends
    }

    /// Extends `U.N` or `U.S.` over its dots.
    pub(super) fn abbreviation(&self, at: usize, to: usize, end: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut stop = to;
        if to == at + 1 && bytes[at].is_ascii_uppercase() {
            while stop + 1 < end
                && bytes[stop] == b'.'
                && bytes[stop + 1].is_ascii_uppercase()
                && !bytes.get(stop + 2).is_some_and(u8::is_ascii_alphabetic)
            {
                stop += 2;
            }
            if stop > to && stop < end && bytes[stop] == b'.' {
                stop += 1;
            }
        }
        stop
    }
}

/// How many small letters of ASCII `bytes` begin with. All bytes are looked at at once: where words end no processor can guess.
fn n_small_letters(bytes: &[u8; 16]) -> usize {
    const ONES: u128 = u128::from_le_bytes([1; 16]);
    const HIGH: u128 = ONES << 7;
    let bytes = u128::from_le_bytes(*bytes);
    let low = bytes & !HIGH;
    // What is added carries those from "a", and those beyond "z", into their highest bits.
    let from_a = low + ONES * u128::from(0x80 - b'a');
    let beyond_z = low + ONES * u128::from(0x80 - b'z' - 1);
    let others = !(from_a & !beyond_z & !bytes) & HIGH;
    others.trailing_zeros() as usize / 8
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Whether a new word begins at `to` inside a run of letters: "`SecretaryGeneral`".
fn is_camel(bytes: &[u8], to: usize, end: usize) -> bool {
    bytes[to - 1].is_ascii_lowercase()
        && bytes[to - 2].is_ascii_lowercase()
        && bytes[to - 3].is_ascii_lowercase()
        && to + 2 < end
        && bytes[to + 1].is_ascii_lowercase()
        && bytes[to + 2].is_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_counted_up_to_whatever_else_comes() {
        for (text, n) in [
            ("eace and security", 4),
            ("UNITED NATIONS no", 0),
            ("éace and security", 0),
            ("az`{ is what comes", 2),
            ("responsibilities of", 16),
        ] {
            assert_eq!(text.as_bytes().first_chunk().map(n_small_letters), Some(n), "{text}");
        }
    }
}
