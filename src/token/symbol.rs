//! Symbols and numbers of documents, each one token.

/// Length of the document symbol (`A/RES/69/28`, `S/2020/1`, `A/C.1/70/L.45`) at the start of `text`.
pub(super) fn symbol(text: &str) -> Option<usize> {
    let length: usize = text
        .char_indices()
        .take_while(|&(_, c)| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-'))
        .map(|(_, c)| c.len_utf8())
        .sum();
    let written = text[..length].trim_end_matches(['.', '/', '-']);
    let head = written.split('/').next()?;
    let is_symbol = head.len() <= 5
        && head.bytes().all(|b| b.is_ascii_uppercase())
        && written.contains('/')
        && written.bytes().any(|b| b.is_ascii_digit());
    is_symbol.then_some(written.len())
}

/// Length of a number that "No." announces at the start of `text`: "No. 390", "No. 010-2004/AN".
pub(super) fn numbered(text: &str) -> Option<usize> {
    let sign = ["No. ", "Nos. ", "No.", "N° ", "Nº ", "no. "].into_iter().find(|sign| text.starts_with(sign))?;
    let number = &text[sign.len()..];
    let within = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '.');
    let length = number.find(|c| !within(c)).unwrap_or(number.len());
    let written = number[..length].trim_end_matches(['.', '/', '-']);
    written.starts_with(|c: char| c.is_ascii_digit()).then_some(sign.len() + written.len())
}
