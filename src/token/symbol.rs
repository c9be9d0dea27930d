//! Symbols and numbers of documents, and codes of currencies, each one token.

/// Codes of ISO 4217 that stand before sums in texts of Governments and of the United Nations.
const CURRENCY_CODES: [&str; 36] = [
    "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "JPY",
    "KES", "KRW", "KWD", "MXN", "MYR", "NGN", "NOK", "NZD", "PHP", "PLN", "QAR", "RUB", "SAR", "SEK", "SGD", "THB",
    "TRY", "USD", "XOF", "ZAR",
];

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

/// Length of the number of a draft (`L.45`, `L.8/Rev.1`) at the start of `text`.
pub(super) fn draft(text: &str) -> Option<usize> {
    let number = text.strip_prefix("L.")?;
    let within = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.');
    let length = number.find(|c| !within(c)).unwrap_or(number.len());
    let written = number[..length].trim_end_matches(['.', '/']);
    written.starts_with(|c: char| c.is_ascii_digit()).then_some("L.".len() + written.len())
}

/// Length of a number that "No." announces at the start of `text`, and of what stands before its first digit: "No. 390",
/// "No. 010-2004/AN".
pub(super) fn numbered(text: &str) -> Option<(usize, usize)> {
    let sign = ["No. ", "Nos. ", "No.", "N° ", "Nº ", "no. "].into_iter().find(|sign| text.starts_with(sign))?;
    let number = &text[sign.len()..];
    let within = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '.');
    let length = number.find(|c| !within(c)).unwrap_or(number.len());
    let written = number[..length].trim_end_matches(['.', '/', '-']);
    // "Royal Decree No. M/40"
    let series = written.split_once('/').is_some_and(|(series, rest)| {
        series.len() == 1
            && series.bytes().all(|b| b.is_ascii_uppercase())
            && rest.starts_with(|c: char| c.is_ascii_digit())
    });
    let is_number = series || written.starts_with(|c: char| c.is_ascii_digit());
    is_number.then_some((sign.len(), sign.len() + written.len()))
}

/// Whether `text` goes on, at its byte `to`, from the code of a currency to a sum: "NOK 20 million", "EUR3.6 million".
pub(super) fn is_before_sum(text: &str, to: usize) -> bool {
    let sum = text[to..].strip_prefix(' ').unwrap_or(&text[to..]);
    sum.starts_with(|c: char| c.is_ascii_digit()) && CURRENCY_CODES.contains(&&text[..to])
}
