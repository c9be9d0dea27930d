//! The encoding of a page: what it says itself, and what browsers take where it says nothing.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::super::utf16;

/// Bytes in which a page names its encoding.
const HEAD: usize = 1024;

/// The characters of a page, by its byte-order mark, by what it says, as UTF-8, or else as browsers do.
pub fn decode(bytes: &[u8]) -> String {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| utf16::encoding(bytes));
    let encoding = match marked.or_else(|| named_encoding(bytes)) {
        // Whoever could read the name read it as ASCII.
        Some(encoding) if encoding.is_ascii_compatible() || marked.is_some() => encoding,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    };
    encoding.decode(bytes).0.into_owned()
}

/// `charset=windows-1251` in the first bytes, where the rest does not prove it wrong.
fn named_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let name: String = rest
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c))
        .collect();
    Encoding::for_label(name.as_bytes()).filter(|encoding| *encoding != UTF_8 || std::str::from_utf8(bytes).is_ok())
}
