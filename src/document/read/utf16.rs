//! UTF-16, told from UTF-8 by its mark, or by the zero bytes that every second letter of a Latin script has in it.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// Bytes that are looked at.
const HEAD: usize = 1024;

/// The encoding of what begins with `bytes`, where it is one of UTF-16.
pub fn encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    if let [0xFE, 0xFF, ..] = bytes {
        return Some(UTF_16BE);
    }
    if let [0xFF, 0xFE, ..] = bytes {
        return Some(UTF_16LE);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    match half > 0 {
        true if odd * 4 >= half * 3 && even * 8 <= half => Some(UTF_16LE),
        true if even * 4 >= half * 3 && odd * 8 <= half => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_told_by_its_mark_and_by_its_zeros() {
        let little: Vec<u8> = "A word – or “two”.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "A word – or “two”.".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(encoding(&little), Some(UTF_16LE));
        assert_eq!(encoding(&big), Some(UTF_16BE));
        assert_eq!(encoding(b"\xFF\xFE\x17\x53\xAC\x4E"), Some(UTF_16LE));
        assert_eq!(encoding(b"\xFE\xFF"), Some(UTF_16BE));
        for other in [&b""[..], b"a", b"\0", b"A text with a zero\0 in it.", b"\0\0\0\0\0\0", "北京".as_bytes()] {
            assert_eq!(encoding(other), None, "{other:?}");
        }
    }
}
