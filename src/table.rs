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

/// One link as a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LinkRow {
    /// The input's identifier.
    pub document: String,
    /// Key of the part: `reply/CAN`.
    pub part: String,
    /// Table id of who states it.
    pub stated_by: String,
    /// Table id of the subject: ISO 3166-1 alpha-3 of a State, else the IRI after `id/`.
    pub subject_id: String,
    /// Label of the subject.
    pub subject: String,
    /// Local name of the class of the subject. No column.
    pub subject_class: String,
    /// Local name of the relation.
    pub relation: String,
    /// Table id of the object.
    pub object_id: String,
    /// Label of the object.
    pub object: String,
    /// Local name of the class of the object.
    pub object_class: String,
    /// `done`, `ongoing`, `preparing`, `planned`, `urged`, `hoped` or `possible`.
    pub modality: String,
    /// `affirmed` or `negated`.
    pub polarity: String,
    /// Possibly reduced date of the thing said.
    pub date: Option<String>,
    /// The sum as written.
    pub amount: Option<String>,
    /// The first evidence.
    pub quote: String,
    /// Its first code point.
    pub start: u32,
    /// One past its last code point.
    pub end: u32,
    /// The rule.
    pub rule: String,
    /// Measured precision of the rule, where known.
    pub confidence: Option<String>,
    /// Date of the reply or document that states it, possibly reduced. No column.
    pub stated_on: Option<String>,
}

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
    let entities: FxHashMap<&EntityId, &NamedEntity> = extraction.entities.iter().map(|e| (&e.id, e)).collect();
    extraction.links.iter().map(|link| row(extraction, &entities, link)).collect()
}

fn row(extraction: &Extraction, entities: &FxHashMap<&EntityId, &NamedEntity>, link: &Link) -> LinkRow {
    let label = |id: &EntityId| entities.get(id).map_or_else(|| id.to_string(), |e| e.label.clone());
    let class = |id: &EntityId| entities.get(id).map_or_else(String::new, |e| (*e.class).to_owned());
    let part = extraction.parts.get(link.part as usize);
    let (quote, start, end) =
        link.evidence.first().map_or_else(Default::default, |p| (p.quote.clone(), p.start, p.end));
    LinkRow {
        document: extraction.document.clone(),
        part: part.map_or_else(String::new, |p| p.key.clone()),
        stated_by: table_id(&link.stated_by).to_owned(),
        subject_id: table_id(&link.subject).to_owned(),
        subject: label(&link.subject),
        subject_class: class(&link.subject),
        relation: (*link.relation).to_owned(),
        object_id: table_id(&link.object).to_owned(),
        object: label(&link.object),
        object_class: class(&link.object),
        modality: link.modality.as_str().to_owned(),
        polarity: link.polarity.as_str().to_owned(),
        date: link.date.clone(),
        amount: link.amount.as_ref().map(|a| a.text.clone()),
        quote,
        start,
        end,
        rule: (*link.rule).to_owned(),
        confidence: link.confidence.as_deref().map(str::to_owned),
        stated_on: part.and_then(|p| p.date.clone()).or_else(|| extraction.metadata.date.clone()),
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
pub fn write_row<W: io::Write>(csv: &mut csv::Writer<W>, row: &LinkRow) -> io::Result<()> {
    let (start, end) = (row.start.to_string(), row.end.to_string());
    csv.write_record([
        &row.document,
        &row.part,
        &row.stated_by,
        &row.subject_id,
        &row.subject,
        &row.relation,
        &row.object_id,
        &row.object,
        &row.object_class,
        &row.modality,
        &row.polarity,
        row.date.as_deref().unwrap_or_default(),
        row.amount.as_deref().unwrap_or_default(),
        &row.quote,
        &start,
        &end,
        &row.rule,
        row.confidence.as_deref().unwrap_or_default(),
    ])?;
    Ok(())
}
