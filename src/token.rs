//! Cuts a sentence into tokens: words, numbers and marks, each with its place and the identity of its
//! normalised word. Hyphenated words and compounds of "cyber" are several tokens that are joined.

mod ending;
mod symbol;

use crate::lexicon::{Lexicon, UNKNOWN, Word, Written, normalized};
use crate::text::Span;

use symbol::{draft, is_before_sum, numbered, symbol};

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
    let mut cutter = Cutter { text, lexicon, tokens, joined: false };
    let mut at = span.start as usize;
    let end = span.end as usize;
    while at < end {
        at = cutter.next(at, end);
    }
    cutter.look_up();
}

/// The word of a token that is not looked up yet.
const PENDING: Word = Word(u32::MAX);

struct Cutter<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    tokens: &'a mut Vec<Token>,
    joined: bool,
}

impl Cutter<'_> {
    /// Reads the token at `at`; returns where the next one begins.
    fn next(&mut self, at: usize, end: usize) -> usize {
        match self.text.as_bytes()[at] {
            b' ' => {
                self.joined = false;
                at + 1
            }
            b'a'..=b'z' | b'A'..=b'Z' => match self.plain_end(at, end) {
                Some(to) => {
                    self.push(at, to, Kind::Word, PENDING, Caps::Lower);
                    to + 1
                }
                None => self.word(at, end),
            },
            b'0'..=b'9' => self.number(at, end),
            _ => self.other(at, end),
        }
    }

    /// Reads what begins with no letter, digit or space of ASCII.
    fn other(&mut self, at: usize, end: usize) -> usize {
        let Some(first) = self.text[at..end].chars().next() else { return end };
        let after = at + first.len_utf8();
        match first {
            c if c.is_whitespace() => {
                self.joined = false;
                after
            }
            c if c.is_alphabetic() => self.word(at, end),
            '\'' | '’' | '‘' | '`' => self.apostrophe(at, after, end),
            '-' | '‐' | '‑' => self.hyphen(at, after, end),
            // "2020–2024": the years that a plan spans are one number.
            '–' if self.spans_numbers(at, after, end) => {
                self.joined = true;
                after
            }
            _ => {
                self.push(at, after, mark(first), UNKNOWN, Caps::Lower);
                after
            }
        }
    }

    fn word(&mut self, at: usize, end: usize) -> usize {
        let to = self.word_end(at, end);
        match self.text.as_bytes()[to..end] {
            [b'/', next, ..] if next.is_ascii_alphanumeric() => {
                if let Some(length) = symbol(&self.text[at..end]) {
                    self.push(at, at + length, Kind::Symbol, UNKNOWN, Caps::Acronym);
                    return at + length;
                }
            }
            [b'.', ..] if &self.text[at..to] == "L" => {
                if let Some(length) = draft(&self.text[at..end]) {
                    self.push(at, at + length, Kind::Symbol, UNKNOWN, Caps::Acronym);
                    return at + length;
                }
            }
            [b'$', ..] if to - at <= 3 && self.text[at..to].bytes().all(|b| b.is_ascii_uppercase()) => {
                self.push(at, to + 1, Kind::Currency, UNKNOWN, Caps::Lower);
                return to + 1;
            }
            [b' ', ..] if to == at + 3 && is_before_sum(&self.text[at..end], 3) => {
                self.push(at, to, Kind::Currency, UNKNOWN, Caps::Lower);
                return to;
            }
            _ => {}
        }
        if matches!(self.text.as_bytes()[at], b'N' | b'n')
            && let Some((sign, length)) = numbered(&self.text[at..end])
        {
            // "Convention No. 182" is another one than "Convention No. 29".
            let number = self.lexicon.word(&self.text[at + sign..at + length]);
            self.push(at, at + length, Kind::Symbol, number, Caps::Lower);
            return at + length;
        }
        let stop = self.abbreviation(at, to, end);
        self.push_word(at, stop);
        if stop == to && self.is_dotted(at, to, end) {
            self.joined = true;
            return to + 1;
        }
        // "SecretaryGeneral"
        self.joined |= to < end && self.text.as_bytes()[to].is_ascii_uppercase();
        stop
    }

    fn push_word(&mut self, at: usize, to: usize) {
        let written = &self.text[at..to];
        if is_cyber(written) {
            let (_, all) = self.read(at, to);
            let (cyber, first) = self.read(at, at + 5);
            let (rest, _) = self.read(at + 5, to);
            self.push(at, at + 5, Kind::Word, cyber, first);
            self.joined = true;
            self.push(at + 5, to, Kind::Word, rest, if all == Caps::Acronym { all } else { first });
        } else if let Some((prefix, caps)) = self.prefix() {
            let whole = self.lexicon.word(&format!("{prefix}{}", normalized(written)));
            let word = if whole == UNKNOWN { self.read(at, to).0 } else { whole };
            if let Some(last) = self.tokens.last_mut() {
                (last.span.end, last.word, last.caps) = (to as u32, word, caps);
            }
        } else {
            self.push(at, to, Kind::Word, PENDING, Caps::Lower);
        }
    }

    /// Looks all words up, one right after the other: so none waits until another is fetched from memory.
    fn look_up(self) {
        for at in 0..self.tokens.len() {
            let Token { span, word, .. } = self.tokens[at];
            if word == PENDING {
                let (word, caps) = self.read(span.start as usize, span.end as usize);
                (self.tokens[at].word, self.tokens[at].caps) = (word, caps);
            }
        }
    }

    /// The word at bytes `at..to`, and how it is written.
    fn read(&self, at: usize, to: usize) -> (Word, Caps) {
        match Written::at(self.text, at, to) {
            Some(written) => (self.lexicon.written(written), caps(written.is_capitalised(), written.has_capitals())),
            None => {
                let written = &self.text[at..to];
                let has_capitals = written.chars().filter(|c| c.is_uppercase()).nth(1).is_some();
                let caps = caps(written.starts_with(char::is_uppercase), has_capitals);
                (self.lexicon.word(&normalized(written)), caps)
            }
        }
    }

    /// The prefix "co-" or "re-" that the word being read goes on: one word with it.
    fn prefix(&self) -> Option<(&'static str, Caps)> {
        let last = self.tokens.last().filter(|t| self.joined && t.span.len() == 2)?;
        let written = &self.text[last.span.range()];
        let prefix = ["co", "re"].into_iter().find(|p| written.eq_ignore_ascii_case(p))?;
        Some((prefix, self.read(last.span.start as usize, last.span.end as usize).1))
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
        // "1.5°C"
        if let Some(degree) = ["°C", "°F", "°"].into_iter().find(|d| self.text[to..end].starts_with(d)) {
            to += degree.len();
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
        self.push(at, to, kind, PENDING, Caps::Lower);
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

    fn spans_numbers(&self, at: usize, after: usize, end: usize) -> bool {
        let from = self.tokens.last().is_some_and(|t| t.kind == Kind::Number && t.span.end as usize == at);
        from && self.text[after..end].starts_with(|c: char| c.is_ascii_digit())
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

const fn caps(is_capitalised: bool, has_capitals: bool) -> Caps {
    match (is_capitalised, has_capitals) {
        (_, true) => Caps::Acronym,
        (true, false) => Caps::Initial,
        (false, false) => Caps::Lower,
    }
}

/// A compound of "cyber" in one word.
fn is_cyber(written: &str) -> bool {
    let bytes = written.as_bytes();
    bytes.len() > 7 && bytes[..5].eq_ignore_ascii_case(b"cyber") && written.is_ascii()
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
