//! Dates as texts have them, to the year, month or day, and the periods between them. Arithmetic on the
//! calendar alone: no clock, no time zone.

use std::fmt;

/// A date of the Gregorian calendar, possibly reduced to its month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    /// 0: not said.
    month: u8,
    /// 0: not said.
    day: u8,
}

impl Date {
    /// Reads `2015`, `2015-06` or `2015-06-04`; none for anything else and for days that there are not.
    ///
    /// ```
    /// # use demarche::graph::Date;
    /// assert_eq!(Date::parse("2012-02").unwrap().last_day().to_string(), "2012-02-29");
    /// assert_eq!(Date::parse("2015-02-29"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut fields = text.split('-');
        let year = digits(fields.next()?, 4)?;
        let month = fields.next().map_or(Some(0), |f| digits(f, 2).filter(|m| (1..=12).contains(m)))?;
        let day = fields.next().map_or(Some(0), |f| digits(f, 2).filter(|&d| d >= 1))?;
        let date = Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
        (year > 0 && fields.next().is_none() && day <= u16::from(date.days_in_month())).then_some(date)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The first day that it may mean.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self { year: self.year, month: self.month.max(1), day: self.day.max(1) }
    }

    /// The last day that it may mean.
    #[must_use]
    pub const fn last_day(self) -> Self {
        let month = if self.month == 0 { 12 } else { self.month };
        let whole = Self { year: self.year, month, day: self.day };
        let day = if self.day == 0 { whole.days_in_month() } else { self.day };
        Self { year: self.year, month, day }
    }

    const fn days_in_month(self) -> u8 {
        match self.month {
            2 if self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400)) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

fn digits(text: &str, n_digits: usize) -> Option<u16> {
    let is_number = text.len() == n_digits && text.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.month, self.day) {
            (0, _) => write!(f, "{:04}", self.year),
            (month, 0) => write!(f, "{:04}-{month:02}", self.year),
            (month, day) => write!(f, "{:04}-{month:02}-{day:02}", self.year),
        }
    }
}

/// From one date to another, both included; never backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Its beginning, as precise as the source.
    pub from: Date,
    /// Its end, as precise as the source.
    pub to: Date,
}

impl Period {
    /// What one date covers.
    #[must_use]
    pub const fn at(date: Date) -> Self {
        Self { from: date, to: date }
    }

    /// The shortest period that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            from: self.from.min(other.from),
            to: std::cmp::max_by_key(self.to, other.to, |date| (date.last_day(), *date)),
        }
    }

    /// The periods of the runs of successive years in which `dates` fall, in order.
    #[must_use]
    pub fn runs(dates: impl Iterator<Item = Date>) -> Vec<Self> {
        let mut dates: Vec<Date> = dates.collect();
        dates.sort_unstable();
        let mut runs: Vec<Self> = Vec::new();
        for date in dates {
            match runs.last_mut() {
                Some(run) if date.year <= run.to.year + 1 => *run = run.hull(Self::at(date)),
                _ => runs.push(Self::at(date)),
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(dates: &[&str]) -> Vec<String> {
        let dates = dates.iter().filter_map(|d| Date::parse(d));
        Period::runs(dates).iter().map(|p| format!("{}..{}", p.from, p.to)).collect()
    }

    #[test]
    fn reads_reduced_dates_and_refuses_others() {
        for text in ["2015", "2015-06", "2015-06-04", "2000-02-29", "0001"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        for text in
            ["", "15", "2015-6", "2015-13", "2015-00", "2015-04-31", "1900-02-29", "0000", "2015-06-04-01", "+015"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn expands_to_days() {
        let days = |text: &str| {
            let date = Date::parse(text).unwrap();
            format!("{} {}", date.first_day(), date.last_day())
        };
        assert_eq!(days("2010"), "2010-01-01 2010-12-31");
        assert_eq!(days("2010-02"), "2010-02-01 2010-02-28");
        assert_eq!(days("2010-02-03"), "2010-02-03 2010-02-03");
    }

    #[test]
    fn a_hull_keeps_the_precision_of_its_ends() {
        let [a, b] = ["2015-12-31", "2015"].map(|t| Period::at(Date::parse(t).unwrap()));
        assert_eq!(a.hull(b), b.hull(a));
        assert_eq!((a.hull(b).from.to_string(), a.hull(b).to.to_string()), ("2015".into(), "2015-12-31".into()));
    }

    #[test]
    fn successive_years_are_one_run() {
        assert_eq!(runs(&["2015-03", "1995", "2014-09-01", "1996", "2016"]), ["1995..1996", "2014-09-01..2016"]);
        assert!(runs(&[]).is_empty());
    }
}
