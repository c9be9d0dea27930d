//! The links table: one row a link, with labels and classes filled in. The contract of `links.csv` and
//! `extract --format links`, and the input of the property graph.

use std::io;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::link::{EntityId, Extraction, Link, Modality, NamedEntity, Polarity, is_fact};
use crate::ontology::Ontology;

/// The columns, in order.
pub const COLUMNS: [&str; 18] = [
    "document",
    "part",
    "stated_by",
    "subject_id",
    "subject",
    "relation",
    "object_id",
    "object",
    "object_class",
    "modality",
    "polarity",
    "date",
    "amount",
    "quote",
    "start",
    "end",
    "rule",
    "confidence",
];

/// One link as a row, with text of its own or borrowed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Row<T> {
    /// The input's identifier.
    pub document: T,
    /// Key of the part: `reply/CAN`.
    pub part: T,
    /// Table id of who states it.
    pub stated_by: T,
    /// Table id of the subject: ISO 3166-1 alpha-3 of a State, else the IRI after `id/`.
    pub subject_id: T,
    /// Label of the subject.
    pub subject: T,
    /// Local name of the class of the subject. No column.
    pub subject_class: T,
    /// Local name of the relation.
    pub relation: T,
    /// Table id of the object.
    pub object_id: T,
    /// Label of the object.
    pub object: T,
    /// Local name of the class of the object.
    pub object_class: T,
    /// `done`, `ongoing`, `preparing`, `planned`, `urged`, `hoped` or `possible`.
    pub modality: T,
    /// `affirmed` or `negated`.
    pub polarity: T,
    /// Possibly reduced date of the thing said.
    pub date: Option<T>,
    /// The sum as written.
    pub amount: Option<T>,
    /// The first evidence.
    pub quote: T,
    /// Its first code point.
    pub start: u32,
    /// One past its last code point.
    pub end: u32,
    /// The rule.
    pub rule: T,
    /// Measured precision of the rule, where known.
    pub confidence: Option<T>,
    /// Date of the reply or document that states it, possibly reduced. No column.
    pub stated_on: Option<T>,
}

/// One link as a row.
pub type LinkRow = Row<String>;

impl LinkRow {
    /// Whether the link is a fact, stated as a plain triple too.
    #[must_use]
    pub fn is_fact(&self, ontology: &Ontology) -> bool {
        let (modality, polarity) = (Modality::from_word(&self.modality), Polarity::from_word(&self.polarity));
        modality.zip(polarity).is_some_and(|(modality, polarity)| is_fact(ontology, &self.relation, modality, polarity))
    }
}

/// The id of an entity in tables: the code of a State, else the id as it is.
#[must_use]
pub fn table_id(id: &str) -> &str {
    id.strip_prefix("state/").unwrap_or(id)
}

/// The rows of one document, in the order of its links.
#[must_use]
pub fn rows(extraction: &Extraction) -> Vec<LinkRow> {
    borrowed_rows(extraction).into_iter().map(Row::into_owned).collect()
}

/// The same for whoever only writes them.
#[must_use]
pub fn borrowed_rows(extraction: &Extraction) -> Vec<Row<&str>> {
    let entities: FxHashMap<&EntityId, &NamedEntity> = extraction.entities.iter().map(|e| (&e.id, e)).collect();
    extraction.links.iter().map(|link| row(extraction, &entities, link)).collect()
}

fn row<'e>(
    extraction: &'e Extraction,
    entities: &FxHashMap<&EntityId, &'e NamedEntity>,
    link: &'e Link,
) -> Row<&'e str> {
    let label = |id: &'e EntityId| entities.get(id).map_or(&**id, |e| e.label.as_str());
    let class = |id: &EntityId| entities.get(id).map_or("", |e| &*e.class);
    let part = extraction.parts.get(link.part as usize);
    let (quote, start, end) =
        link.evidence.first().map_or_else(Default::default, |p| (p.quote.as_str(), p.start, p.end));
    Row {
        document: &extraction.document,
        part: part.map_or("", |p| &p.key),
        stated_by: table_id(&link.stated_by),
        subject_id: table_id(&link.subject),
        subject: label(&link.subject),
        subject_class: class(&link.subject),
        relation: &link.relation,
        object_id: table_id(&link.object),
        object: label(&link.object),
        object_class: class(&link.object),
        modality: link.modality.as_str(),
        polarity: link.polarity.as_str(),
        date: link.date.as_deref(),
        amount: link.amount.as_ref().map(|a| a.text.as_str()),
        quote,
        start,
        end,
        rule: &link.rule,
        confidence: link.confidence.as_deref(),
        stated_on: part.and_then(|p| p.date.as_deref()).or(extraction.metadata.date.as_deref()),
    }
}

impl Row<&str> {
    fn into_owned(self) -> LinkRow {
        Row {
            document: self.document.to_owned(),
            part: self.part.to_owned(),
            stated_by: self.stated_by.to_owned(),
            subject_id: self.subject_id.to_owned(),
            subject: self.subject.to_owned(),
            subject_class: self.subject_class.to_owned(),
            relation: self.relation.to_owned(),
            object_id: self.object_id.to_owned(),
            object: self.object.to_owned(),
            object_class: self.object_class.to_owned(),
            modality: self.modality.to_owned(),
            polarity: self.polarity.to_owned(),
            date: self.date.map(str::to_owned),
            amount: self.amount.map(str::to_owned),
            quote: self.quote.to_owned(),
            start: self.start,
            end: self.end,
            rule: self.rule.to_owned(),
            confidence: self.confidence.map(str::to_owned),
            stated_on: self.stated_on.map(str::to_owned),
        }
    }
}

/// Writes rows as CSV (RFC 4180, line ends `\r\n`), header first.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_csv<'r, W: io::Write>(writer: W, rows: impl IntoIterator<Item = &'r LinkRow>) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(writer);
    csv.write_record(COLUMNS)?;
    for row in rows {
        write_row(&mut csv, row)?;
    }
    csv.flush()
}

/// Writes one row to a CSV writer.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_row<W: io::Write, T: AsRef<str>>(csv: &mut csv::Writer<W>, row: &Row<T>) -> io::Result<()> {
    let (start, end) = (row.start.to_string(), row.end.to_string());
    csv.write_record([
        row.document.as_ref(),
        row.part.as_ref(),
        row.stated_by.as_ref(),
        row.subject_id.as_ref(),
        row.subject.as_ref(),
        row.relation.as_ref(),
        row.object_id.as_ref(),
        row.object.as_ref(),
        row.object_class.as_ref(),
        row.modality.as_ref(),
        row.polarity.as_ref(),
        told(row.date.as_ref()),
        told(row.amount.as_ref()),
        row.quote.as_ref(),
        &start,
        &end,
        row.rule.as_ref(),
        told(row.confidence.as_ref()),
    ])?;
    Ok(())
}

fn told<T: AsRef<str>>(field: Option<&T>) -> &str {
    field.map_or("", T::as_ref)
}
