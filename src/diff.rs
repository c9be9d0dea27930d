//! What two sets of links have in common, and what only one of them has: links new, gone, changed and kept. A link is the
//! same where subject, relation, object and polarity are; where only its modality is another it has changed, as a plan that
//! was carried out has. Reads rows; knows nothing of folders.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use serde::Serialize;

use crate::table::LinkRow;

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Only the second has it.
    New,
    /// Only the first has it.
    Gone,
    /// Both have it, with no modality in common.
    Changed,
    /// Both have it.
    Kept,
}

impl Change {
    /// All values, in order.
    pub const ALL: [Self; 4] = [Self::New, Self::Gone, Self::Changed, Self::Kept];

    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Gone => "gone",
            Self::Changed => "changed",
            Self::Kept => "kept",
        }
    }
}

/// One link, and where each side states it first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What became of it.
    pub change: Change,
    /// Table id of the subject.
    pub subject_id: String,
    /// Label of the subject.
    pub subject: String,
    /// Local name of the relation.
    pub relation: String,
    /// Table id of the object.
    pub object_id: String,
    /// Label of the object.
    pub object: String,
    /// Local name of the class of the object.
    pub object_class: String,
    /// `affirmed` or `negated`.
    pub polarity: String,
    /// How the first states it.
    pub old: Option<Stated>,
    /// How the second states it.
    pub new: Option<Stated>,
}

/// How a link is stated, first of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stated {
    /// The document.
    pub document: String,
    /// Key of the part.
    pub part: String,
    /// Modality.
    pub modality: String,
    /// The words.
    pub quote: String,
    /// Their first code point.
    pub start: u32,
    /// One past their last code point.
    pub end: u32,
}

/// Subject, relation, object, polarity.
type Key<'r> = (&'r str, &'r str, &'r str, &'r str);

/// The links of both sides, each once, in order of subject, change, relation and object.
#[must_use]
pub fn differences(old: &[LinkRow], new: &[LinkRow]) -> Vec<Difference> {
    let (old, new) = (by_key(old), by_key(new));
    let keys: BTreeSet<&Key<'_>> = old.keys().chain(new.keys()).collect();
    let mut found: Vec<Difference> = keys
        .into_iter()
        .filter_map(|key| {
            let [old, new] = [&old, &new].map(|links| links.get(key).map_or(&[][..], Vec::as_slice));
            difference(old, new)
        })
        .collect();
    found.sort_by(|a, b| order(a).cmp(&order(b)));
    found
}

fn by_key(rows: &[LinkRow]) -> BTreeMap<Key<'_>, Vec<&LinkRow>> {
    let mut links: BTreeMap<Key<'_>, Vec<&LinkRow>> = BTreeMap::new();
    for row in rows {
        links.entry((&row.subject_id, &row.relation, &row.object_id, &row.polarity)).or_default().push(row);
    }
    for rows in links.values_mut() {
        rows.sort_by_key(|row| (&row.document, row.start, row.end));
    }
    links
}

fn difference(old: &[&LinkRow], new: &[&LinkRow]) -> Option<Difference> {
    let common = old.iter().find_map(|o| Some((*o, *new.iter().find(|n| n.modality == o.modality)?)));
    let (change, old, new) = match (common, old.first(), new.first()) {
        (Some((old, new)), _, _) => (Change::Kept, Some(old), Some(new)),
        (None, Some(old), Some(new)) => (Change::Changed, Some(*old), Some(*new)),
        (None, Some(old), None) => (Change::Gone, Some(*old), None),
        (None, None, new) => (Change::New, None, new.copied()),
    };
    // Names of the second side: it is the later one.
    let row = new.or(old)?;
    Some(Difference {
        change,
        subject_id: row.subject_id.clone(),
        subject: row.subject.clone(),
        relation: row.relation.clone(),
        object_id: row.object_id.clone(),
        object: row.object.clone(),
        object_class: row.object_class.clone(),
        polarity: row.polarity.clone(),
        old: old.map(stated),
        new: new.map(stated),
    })
}

fn stated(row: &LinkRow) -> Stated {
    Stated {
        document: row.document.clone(),
        part: row.part.clone(),
        modality: row.modality.clone(),
        quote: row.quote.clone(),
        start: row.start,
        end: row.end,
    }
}

fn order(d: &Difference) -> [&str; 6] {
    let rank = match d.change {
        Change::New => "0",
        Change::Gone => "1",
        Change::Changed => "2",
        Change::Kept => "3",
    };
    [&d.subject, &d.subject_id, rank, &d.relation, &d.object_id, &d.polarity]
}

/// The columns of [`write_csv`].
const COLUMNS: [&str; 20] = [
    "change",
    "subject_id",
    "subject",
    "relation",
    "object_id",
    "object",
    "object_class",
    "polarity",
    "old_modality",
    "old_document",
    "old_part",
    "old_quote",
    "old_start",
    "old_end",
    "new_modality",
    "new_document",
    "new_part",
    "new_quote",
    "new_start",
    "new_end",
];

/// Writes differences as CSV (RFC 4180, line ends `\r\n`), header first; what a side does not have is empty.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_csv<'d, W: io::Write>(out: W, differences: impl IntoIterator<Item = &'d Difference>) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(COLUMNS)?;
    for d in differences {
        let of_link = [
            d.change.as_str(),
            &d.subject_id,
            &d.subject,
            &d.relation,
            &d.object_id,
            &d.object,
            &d.object_class,
            &d.polarity,
        ];
        let cells = of_link.into_iter().map(str::to_owned).chain(cells(d.old.as_ref())).chain(cells(d.new.as_ref()));
        csv.write_record(cells)?;
    }
    csv.flush()
}

fn cells(stated: Option<&Stated>) -> [String; 6] {
    stated.map_or_else(Default::default, |s| {
        let (start, end) = (s.start.to_string(), s.end.to_string());
        [s.modality.clone(), s.document.clone(), s.part.clone(), s.quote.clone(), start, end]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> LinkRow {
        let [subject, relation, object, modality, quote] = text.split(' ').collect::<Vec<_>>().try_into().unwrap();
        LinkRow {
            document: "a".to_owned(),
            part: "statement".to_owned(),
            stated_by: subject.to_owned(),
            subject_id: subject.to_owned(),
            subject: subject.to_owned(),
            subject_class: "State".to_owned(),
            relation: relation.to_owned(),
            object_id: object.to_owned(),
            object: object.to_owned(),
            object_class: "Forum".to_owned(),
            modality: modality.to_owned(),
            polarity: "affirmed".to_owned(),
            date: None,
            amount: None,
            quote: quote.to_owned(),
            start: 0,
            end: quote.len() as u32,
            rule: "x".to_owned(),
            confidence: None,
            stated_on: None,
        }
    }

    fn check(old: &[&str], new: &[&str], expected: &[&str]) {
        let rows = |texts: &[&str]| texts.iter().map(|text| row(text)).collect::<Vec<_>>();
        let found = differences(&rows(old), &rows(new));
        let quote = |stated: &Option<Stated>| stated.as_ref().map_or("-".to_owned(), |s| s.quote.clone());
        let shown: Vec<String> = found
            .iter()
            .map(|d| {
                format!(
                    "{} {} {} {} {} {}",
                    d.change.as_str(),
                    d.subject,
                    d.relation,
                    d.object,
                    quote(&d.old),
                    quote(&d.new)
                )
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn links_are_new_gone_changed_or_kept() {
        check(
            &["CAN hosts X planned one", "CAN funds Y done two", "CUB supports Z done three", "CAN funds W done four"],
            &["CAN hosts X done five", "CAN funds Y done six", "CAN funds V done seven", "CAN funds Y planned eight"],
            &[
                "new CAN funds V - seven",
                "gone CAN funds W four -",
                "changed CAN hosts X one five",
                "kept CAN funds Y two six",
                "gone CUB supports Z three -",
            ],
        );
    }

    #[test]
    fn the_order_of_rows_does_not_matter() {
        check(&["CAN funds Y done b", "CAN funds Y planned a"], &["CAN funds Y planned c"], &["kept CAN funds Y a c"]);
        check(&[], &[], &[]);
    }
}
