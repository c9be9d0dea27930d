//! Cuts a sentence into tokens: words, numbers and marks, each with its place and the identity of its
//! normalised word. Hyphenated words and compounds of "cyber" are several tokens that are joined.

use crate::lexicon::{Lexicon, UNKNOWN, Word, normalize};
use crate::text::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters, perhaps with digits.
    Word,
    /// Digits.
    Number,
    /// `'s` or `'` after a noun.
    Genitive,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// A dash between words.
    Dash,
    /// Opening bracket.
    Open,
    /// Closing bracket.
    Close,
    /// Quotation mark.
    Quote,
    /// `.`, `!` or `?`
    Stop,
    /// A document symbol such as `A/68/98`, or a number with a slash.
    Symbol,
    /// A currency sign.
    Currency,
    /// Any other mark.
    Mark,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Caps {
    /// No capital first.
    Lower,
    /// A capital first.
    Initial,
    /// Capitals only, two or more, or capitals inside: an acronym.
    Acronym,
}

/// A token of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Place in the block's text.
    pub span: Span,
    /// Identity of the normalised word.
    pub word: Word,
    /// What it is.
    pub kind: Kind,
    /// How it is written.
    pub caps: Caps,
    /// Whether it follows the token before it without a space: by a hyphen, or inside one word.
    pub is_joined: bool,
}

impl Token {
    /// Whether it is a word or number that begins with a capital.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        self.kind == Kind::Word && self.caps != Caps::Lower
    }
}

/// Cuts the sentence `span` of `text`, into `tokens` (emptied first).
pub fn tokenize(text: &str, span: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut cutter = Cutter { text, lexicon, tokens, normal: String::new(), joined: false };
    let mut at = span.start as usize;
    let end = span.end as usize;
    while at < end {
        at = cutter.next(at, end);
    }
}

struct Cutter<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    tokens: &'a mut Vec<Token>,
    normal: String,
    joined: bool,
}

impl Cutter<'_> {
    /// Reads the token at `at`; returns where the next one begins.
    fn next(&mut self, at: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        let Some(first) = rest.chars().next() else { return end };
        let after = at + first.len_utf8();
        match first {
            c if c.is_whitespace() => {
                self.joined = false;
                after
            }
            c if c.is_alphabetic() => self.word(at, end),
            c if c.is_ascii_digit() => self.number(at, end),
            '\'' | '’' | '‘' | '`' => self.apostrophe(at, after, end),
            '-' | '‐' | '‑' => self.hyphen(at, after, end),
            _ => {
                self.push(at, after, mark(first), UNKNOWN, Caps::Lower);
                after
            }
        }
    }

    fn word(&mut self, at: usize, end: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut to = at;
        for c in self.text[at..end].chars() {
            if !(c.is_alphanumeric() || is_combining(c)) {
                break;
            }
            if to > at + 3 && c.is_ascii_uppercase() && is_camel(bytes, to, end) {
                break;
            }
            to += c.len_utf8();
        }
        if to < end
            && bytes[to] == b'/'
            && bytes.get(to + 1).is_some_and(u8::is_ascii_alphanumeric)
            && let Some(symbol_end) = symbol(&self.text[at..end])
        {
            self.push(at, at + symbol_end, Kind::Symbol, UNKNOWN, Caps::Acronym);
            return at + symbol_end;
        }
        if let Some(number_end) = numbered(&self.text[at..end]) {
            self.push(at, at + number_end, Kind::Symbol, UNKNOWN, Caps::Lower);
            return at + number_end;
        }
        let is_currency =
            to < end && bytes[to] == b'$' && to - at <= 3 && self.text[at..to].bytes().all(|b| b.is_ascii_uppercase());
        if is_currency {
            self.push(at, to + 1, Kind::Currency, UNKNOWN, Caps::Lower);
            return to + 1;
        }
        self.push_word(at, self.abbreviation(at, to, end));
        if self.text[to..end].starts_with(char::is_alphabetic) {
            self.joined = true;
        }
        to.max(self.tokens.last().map_or(to, |t| t.span.end as usize))
    }

    /// Extends `U.N` or `U.S.` over its dots.
    fn abbreviation(&self, at: usize, to: usize, end: usize) -> usize {
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

    fn push_word(&mut self, at: usize, to: usize) {
        let written = &self.text[at..to];
        normalize(written, &mut self.normal);
        if let Some(rest) = self.normal.strip_prefix("cyber").filter(|r| r.len() > 2 && written.is_ascii()) {
            let (cyber, rest) = (self.lexicon.word("cyber"), self.lexicon.word(rest));
            self.push(at, at + 5, Kind::Word, cyber, caps(&written[..5]));
            self.joined = true;
            let rest_caps = if caps(written) == Caps::Acronym { Caps::Acronym } else { caps(&written[..5]) };
            self.push(at + 5, to, Kind::Word, rest, rest_caps);
        } else if let Some(prefix) = self.prefix() {
            let whole = self.lexicon.word(&format!("{prefix}{}", self.normal));
            let word = if whole == UNKNOWN { self.lexicon.word(&self.normal) } else { whole };
            if let Some(last) = self.tokens.last_mut() {
                last.span.end = to as u32;
                last.word = word;
            }
        } else {
            let word = self.lexicon.word(&self.normal);
            self.push(at, to, Kind::Word, word, caps(written));
        }
    }

    /// The prefix "co-" or "re-" that the word being read goes on: one word with it.
    fn prefix(&self) -> Option<&'static str> {
        let last = self.tokens.last().filter(|t| self.joined && t.span.len() == 2)?;
        let written = &self.text[last.span.range()];
        ["co", "re"].into_iter().find(|p| written.eq_ignore_ascii_case(p))
    }

    fn number(&mut self, at: usize, end: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut to = at;
        while to < end {
            let inner = matches!(bytes[to], b',' | b'.' | b'/')
                && bytes.get(to + 1).is_some_and(u8::is_ascii_digit)
                && to + 1 < end;
            if !(bytes[to].is_ascii_digit() || inner) {
                break;
            }
            to += 1;
        }
        let suffix: usize = self.text[to..end].chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
        let ordinal = matches!(&self.text[to..to + suffix], "st" | "nd" | "rd" | "th");
        if ordinal {
            to += suffix;
        } else if suffix > 0 {
            self.joined = true;
        }
        let written = &self.text[at..to];
        let kind = if written.contains('/') { Kind::Symbol } else { Kind::Number };
        let word = self.lexicon.word(written);
        self.push(at, to, kind, word, Caps::Lower);
        self.joined = suffix > 0 && !ordinal;
        to
    }

    fn apostrophe(&mut self, at: usize, after: usize, end: usize) -> usize {
        let follows_word = self.tokens.last().is_some_and(|t| t.span.end as usize == at && t.kind == Kind::Word);
        if follows_word {
            let rest = &self.text[after..end];
            let letters: usize = rest.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
            match &rest[..letters] {
                "s" | "S" => {
                    self.push(at, after + 1, Kind::Genitive, UNKNOWN, Caps::Lower);
                    return after + 1;
                }
                "" if self.text[..at].ends_with(['s', 'S']) => {
                    self.push(at, after, Kind::Genitive, UNKNOWN, Caps::Lower);
                    return after;
                }
                "" => {}
                _ => {
                    // d'Ivoire, Sa'ad, can't: the letters go on the word before.
                    self.joined = true;
                    return after;
                }
            }
        }
        self.push(at, after, Kind::Quote, UNKNOWN, Caps::Lower);
        after
    }

    fn hyphen(&mut self, at: usize, after: usize, end: usize) -> usize {
        let before = self.tokens.last().is_some_and(|t| t.span.end as usize == at);
        let follows = self.text[after..end].starts_with(char::is_alphanumeric);
        if before && follows {
            self.joined = true;
        } else if !before || !self.text[after..end].starts_with(char::is_whitespace) {
            self.push(at, after, Kind::Dash, UNKNOWN, Caps::Lower);
        } else {
            // "confidence- and capacity-building": a hanging hyphen says nothing.
        }
        after
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind, word: Word, caps: Caps) {
        let is_joined = self.joined;
        self.joined = false;
        self.tokens.push(Token { span: Span::new(start as u32, end as u32), word, kind, caps, is_joined });
    }
}

const fn mark(c: char) -> Kind {
    match c {
        ',' | '،' => Kind::Comma,
        ';' => Kind::Semicolon,
        ':' => Kind::Colon,
        '–' | '—' | '―' | '−' => Kind::Dash,
        '(' | '[' | '{' => Kind::Open,
        ')' | ']' | '}' => Kind::Close,
        '"' | '“' | '”' | '„' | '«' | '»' => Kind::Quote,
        '.' | '!' | '?' | '…' => Kind::Stop,
        '$' | '€' | '£' | '¥' => Kind::Currency,
        _ => Kind::Mark,
    }
}

fn caps(written: &str) -> Caps {
    let mut chars = written.chars();
    let Some(first) = chars.next() else { return Caps::Lower };
    let capitals = chars.filter(|c| c.is_uppercase()).count();
    match (first.is_uppercase(), capitals) {
        (true, 0) => Caps::Initial,
        (false, 0) => Caps::Lower,
        (true, _) => Caps::Acronym,
        (false, n) if n >= 2 => Caps::Acronym,
        (false, _) => Caps::Lower,
    }
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

/// Length of the document symbol (`A/RES/69/28`, `S/2020/1`, `A/C.1/70/L.45`) at the start of `text`.
fn symbol(text: &str) -> Option<usize> {
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
fn numbered(text: &str) -> Option<usize> {
    let sign = ["No. ", "Nos. ", "No.", "N° ", "Nº ", "no. "].into_iter().find(|sign| text.starts_with(sign))?;
    let number = &text[sign.len()..];
    let within = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '.');
    let length = number.find(|c| !within(c)).unwrap_or(number.len());
    let written = number[..length].trim_end_matches(['.', '/', '-']);
    written.starts_with(|c: char| c.is_ascii_digit()).then_some(sign.len() + written.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: &Expect) {
        let lexicon = Lexicon::default();
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len() as u32), &lexicon, &mut tokens);
        let shown: Vec<String> =
            tokens.iter().map(|t| format!("{}{}", if t.is_joined { "~" } else { "" }, &text[t.span.range()])).collect();
        expected.assert_eq(&shown.join(" "));
    }

    #[test]
    fn words_and_marks() {
        check("NATO's unity, and the States' will.", &expect!["NATO 's unity , and the States ' will ."]);
        check("the Asia-Pacific cybersecurity act", &expect!["the Asia ~Pacific cyber ~security act"]);
        check("Co-operation of the SecretaryGeneral", &expect!["Co-operation of the Secretary ~General"]);
        check("(A/68/98), 69/28 and A/RES/69/28.", &expect!["( A/68/98 ) , 69/28 and A/RES/69/28 ."]);
        check("the U.N. gave $3.6 million", &expect!["the U.N. gave $ 3.6 million"]);
        check("Côte d’Ivoire in the 21st century", &expect!["Côte d ~Ivoire in the 21st century"]);
        check("Act No. 010-2004/AN, No. 8. No one", &expect!["Act No. 010-2004/AN , No. 8 . No one"]);
        check("confidence- and capacity-building", &expect!["confidence and capacity ~building"]);
    }
}
