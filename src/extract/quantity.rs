//! Sums of money and dates in a sentence, as they are written.

use crate::link::Amount;
use crate::text::MONTHS;
use crate::token::{Kind, Token};

const SCALES: [(&str, u32); 4] = [("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)];
const CURRENCIES: [&str; 24] = [
    "dollars",
    "euros",
    "euro",
    "pounds",
    "yen",
    "francs",
    "kroner",
    "kronor",
    "kronur",
    "rupees",
    "rand",
    "pesos",
    "riyals",
    "dirhams",
    "dinars",
    "shillings",
    "roubles",
    "rubles",
    "USD",
    "EUR",
    "GBP",
    "CHF",
    "CAD",
    "AUD",
];
const BOUNDS: [&str; 10] =
    ["more than", "over", "nearly", "almost", "about", "approximately", "around", "some", "up to", "at least"];

/// The first sum of money in the tokens.
#[must_use]
pub fn amount(text: &str, tokens: &[Token]) -> Option<Amount> {
    (0..tokens.len()).find_map(|at| amount_at(text, tokens, at))
}

fn amount_at(text: &str, tokens: &[Token], at: usize) -> Option<Amount> {
    let written = |i: usize| tokens.get(i).map(|t: &Token| &text[t.span.range()]);
    let number = tokens.get(at).filter(|t| t.kind == Kind::Number)?;
    let before = at.checked_sub(1).filter(|&i| tokens[i].kind == Kind::Currency);
    let mut end = at + 1;
    let mut exponent = 0;
    if let Some((_, power)) = written(end).and_then(|w| SCALES.iter().find(|(s, _)| *s == w)) {
        exponent = *power;
        end += 1;
    }
    let (symbol, first) = match before {
        Some(sign) => (text[tokens[sign].span.range()].to_owned(), sign),
        None => {
            let mut here = end;
            // "US dollars", "Norwegian kroner"
            let before = |w: &str| w.starts_with(char::is_uppercase) && !CURRENCIES.contains(&w);
            while here < end + 2 && written(here).is_some_and(before) {
                here += 1;
            }
            let word = written(here).filter(|w| CURRENCIES.contains(w))?;
            end = here + 1;
            (word.to_owned(), at)
        }
    };
    let value = decimal(&text[number.span.range()], exponent)?;
    let start = bounded(text, tokens[first].span.start as usize);
    let text = text[start..tokens[end - 1].span.end as usize].split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Amount { text, value, symbol })
}

/// Takes in "more than" before byte `start`.
fn bounded(text: &str, start: usize) -> usize {
    let before = text[..start].trim_end();
    let bound = BOUNDS.iter().find(|b| before.ends_with(*b));
    bound.map_or(start, |b| before.len() - b.len())
}

/// `3.6` with exponent 6 is `3600000`; `11,500` is `11500`.
fn decimal(written: &str, exponent: u32) -> Option<String> {
    let plain = written.replace(',', "");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    if !whole.bytes().all(|b| b.is_ascii_digit())
        || !fraction.bytes().all(|b| b.is_ascii_digit())
        || fraction.len() > 12
    {
        return None;
    }
    let mut fraction = fraction.to_owned();
    let mut digits = whole.to_owned();
    for _ in 0..exponent {
        digits.push(if fraction.is_empty() { '0' } else { fraction.remove(0) });
    }
    let digits = digits.trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    let fraction = fraction.trim_end_matches('0');
    Some(if fraction.is_empty() { digits.to_owned() } else { format!("{digits}.{fraction}") })
}

/// The one date that the tokens state, possibly reduced; none where there are several.
#[must_use]
pub fn date(text: &str, tokens: &[Token]) -> Option<String> {
    let mut dates = (0..tokens.len()).filter_map(|at| date_at(text, tokens, at));
    let first = dates.next()?;
    dates.all(|d| d == first).then_some(first)
}

fn date_at(text: &str, tokens: &[Token], at: usize) -> Option<String> {
    let written = |i: usize| tokens.get(i).map(|t: &Token| &text[t.span.range()]);
    let year = written(at).filter(|w| is_year(w) && tokens[at].kind == Kind::Number && !tokens[at].is_joined)?;
    if tokens.get(at + 1).is_some_and(|t| t.is_joined) {
        return None;
    }
    let month = at.checked_sub(1).and_then(|i| month(written(i)?));
    if let Some(month) = month {
        let day = at.checked_sub(2).and_then(|i| written(i)?.parse::<u8>().ok()).filter(|d| (1..=31).contains(d));
        // "18 to 20 February": of a span of days, the month is sure.
        let spans = at.checked_sub(3).and_then(written).is_some_and(|w| ["to", "and"].contains(&w));
        return Some(match day.filter(|_| !spans) {
            Some(day) => format!("{year}-{month:02}-{day:02}"),
            None => format!("{year}-{month:02}"),
        });
    }
    let introduced =
        at.checked_sub(1).and_then(written).is_some_and(|w| ["in", "In", "since", "Since", "by", "of"].contains(&w));
    introduced.then(|| year.to_owned())
}

fn is_year(written: &str) -> bool {
    written.len() == 4
        && (written.starts_with("19") || written.starts_with("20"))
        && written.bytes().all(|b| b.is_ascii_digit())
}

fn month(written: &str) -> Option<usize> {
    MONTHS.iter().position(|m| *m == written).map(|i| i + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::Span;
    use crate::token::tokenize;

    fn tokens(text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len() as u32), &Lexicon::default(), &mut tokens);
        tokens
    }

    #[test]
    fn sums_keep_their_words() {
        for (text, words, value, symbol) in [
            ("gave more than $3.6 million to it", "more than $3.6 million", "3600000", "$"),
            ("S$17 million in aid", "S$17 million", "17000000", "S$"),
            ("over 250,000 euros", "over 250,000 euros", "250000", "euros"),
            ("10 million US dollars", "10 million US dollars", "10000000", "dollars"),
            ("gave 5 million Norwegian kroner", "5 million Norwegian kroner", "5000000", "kroner"),
            ("with NOK 20 million", "NOK 20 million", "20000000", "NOK"),
        ] {
            let found = amount(text, &tokens(text));
            let expected = Amount { text: words.into(), value: value.into(), symbol: symbol.into() };
            assert_eq!(found, Some(expected), "{text}");
        }
        assert_eq!(amount("some 300 people", &tokens("some 300 people")), None);
    }

    #[test]
    fn dates_keep_their_precision() {
        for (text, expected) in [
            ("It was held in 2014.", Some("2014")),
            ("published in November 2011", Some("2011-11")),
            ("on 4 June 2015 we", Some("2015-06-04")),
            ("from 3 to 7 February 2015", Some("2015-02")),
            ("between 2011 and in 2012 or in 2013", None),
            ("the plan for 2013-2015", None),
        ] {
            assert_eq!(date(text, &tokens(text)).as_deref(), expected, "{text}");
        }
    }
}
