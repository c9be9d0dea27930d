//! Dates that may be reduced: `2015`, `2015-06`, `2015-06-04`.

use jiff::civil::Date;
use oxigraph::model::{Literal, NamedNode};

use crate::vocab::xsd;

/// A date as a literal typed by its form; words that are no date stay a plain string.
#[must_use]
pub fn date_term(text: &str) -> Literal {
    let datatype = match text.len() {
        _ if span_of_days(text).is_none() => return Literal::new_simple_literal(text),
        4 => xsd::G_YEAR,
        7 => xsd::G_YEAR_MONTH,
        10 => xsd::DATE,
        _ => return Literal::new_simple_literal(text),
    };
    Literal::new_typed_literal(text, NamedNode::new_unchecked(datatype))
}

/// First and last day that a date, or an interval `first/last`, can mean.
#[must_use]
pub fn span_of_days(text: &str) -> Option<(Date, Date)> {
    let (first, last) = text.split_once('/').unwrap_or((text, text));
    Some((days(first)?.0, days(last)?.1))
}

fn days(text: &str) -> Option<(Date, Date)> {
    let is_plain =
        text.bytes().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    if !is_plain || !matches!(text.len(), 4 | 7 | 10) {
        return None;
    }
    let year = text.get(..4)?.parse().ok()?;
    let number = |range: std::ops::Range<usize>| text.get(range).map(|digits| digits.parse().ok());
    match (number(5..7), number(8..10)) {
        (None, _) => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
        (Some(month), None) => {
            let first = Date::new(year, month?, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        (Some(month), Some(day)) => {
            let day = Date::new(year, month?, day?).ok()?;
            Some((day, day))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_typed_by_its_form() {
        let typed = |text: &str| date_term(text).datatype().as_str().rsplit('#').next().map(str::to_owned);
        for (text, datatype) in [("2015", "gYear"), ("2015-06", "gYearMonth"), ("2015-06-04", "date")] {
            assert_eq!(typed(text).as_deref(), Some(datatype));
        }
        for text in ["spring 2015", "2015-13", "2015-02-30", "", "20150604", "２０１５", "2015-06-0é"] {
            assert_eq!(typed(text).as_deref(), Some("string"), "{text}");
        }
    }

    #[test]
    fn a_reduced_date_means_a_span_of_days() {
        let span = |text: &str| span_of_days(text).map(|(first, last)| format!("{first}..{last}"));
        assert_eq!(span("2012-02").as_deref(), Some("2012-02-01..2012-02-29"));
        assert_eq!(span("2013/2015").as_deref(), Some("2013-01-01..2015-12-31"));
        assert_eq!(span("soon"), None);
    }
}
