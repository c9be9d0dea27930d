//! One document's named graph: the document, its parts, its links with their passages, the plain triples
//! that the links prove, and the names of the things discovered in it.

use std::collections::BTreeSet;

use oxigraph::model::{Literal, NamedNode, Quad};

use super::sheet::{Sheet, typed};
use super::{Made, iri, span_of_days};
use crate::link::{Amount, Extraction, Link, NamedEntity, Part, PartKind, Passage, is_fact};
use crate::ontology::Ontology;
use crate::vocab::{dm, rdf, skos, xsd};

/// The quads of a document's named graph, sorted, each once. Of links that differ in modality, polarity or
/// particulars alone - same first evidence, subject, relation and object - the first stands.
#[must_use]
pub fn quads(extraction: &Extraction, ontology: &Ontology, made: &Made) -> Vec<Quad> {
    let document = iri::document(&extraction.document);
    let mut sheet = Sheet::new(document.clone());
    describe(&mut sheet, &document, extraction);
    record(&mut sheet, &document, extraction, made);
    for part in &extraction.parts {
        write_part(&mut sheet, &document, part);
    }
    for entity in extraction.entities.iter().filter(|e| !e.is_seed) {
        write_entity(&mut sheet, entity);
    }
    let mut seen = BTreeSet::new();
    for link in &extraction.links {
        let node = iri::link(&extraction.document, link);
        if seen.insert(node.clone()) {
            write_link(&mut sheet, &document, &node, extraction, link);
            write_fact(&mut sheet, ontology, link);
        }
    }
    sheet.finish()
}

fn describe(sheet: &mut Sheet, document: &NamedNode, extraction: &Extraction) {
    let metadata = &extraction.metadata;
    sheet.class(document, dm::DOCUMENT);
    sheet.text(document, dm::TITLE, metadata.title.as_deref());
    sheet.text(document, dm::SYMBOL, metadata.symbol.as_deref());
    sheet.date(document, dm::DATE, metadata.date.as_deref());
    sheet.language(document, dm::LANGUAGE, metadata.language.as_deref());
    sheet.text(document, dm::SOURCE_NAME, metadata.source.as_deref());
    sheet.text(document, dm::SESSION, extraction.session.as_deref().or(metadata.session.as_deref()));
    sheet.text(document, dm::AGENDA_ITEM, extraction.agenda_item.as_deref().or(metadata.agenda_item.as_deref()));
}

fn record(sheet: &mut Sheet, document: &NamedNode, extraction: &Extraction, made: &Made) {
    sheet.text(document, dm::SOURCE_SHA256, Some(&extraction.sha256));
    sheet.number(document, dm::SOURCE_BYTES, extraction.n_bytes);
    sheet.text(document, dm::MEDIA_TYPE, extraction.metadata.media_type.as_deref());
    sheet.text(document, dm::TEXT_SHA256, made.text_sha256.as_deref());
    sheet.text(document, dm::METADATA_SHA256, Some(&made.metadata_sha256));
    sheet.text(document, dm::PROGRAM_VERSION, Some(&made.program_version));
    sheet.text(document, dm::SEEDS_SHA256, Some(&made.seeds_sha256));
    sheet.text(document, dm::RULES_SHA256, Some(&made.rules_sha256));
    sheet.text(document, dm::ONTOLOGY_SHA256, Some(&made.ontology_sha256));
}

fn write_part(sheet: &mut Sheet, document: &NamedNode, part: &Part) {
    let node = iri::part(document, &part.key);
    sheet.class(&node, part_class(part.kind));
    sheet.state(&node, dm::PART_OF, document.clone());
    if let Some(heading) = &part.heading {
        sheet.add(&node, rdf::LABEL, Literal::new_simple_literal(heading));
    }
    sheet.entity(&node, dm::SUBMITTED_BY, part.submitted_by.as_deref());
    sheet.date(&node, dm::DATE, part.date.as_deref());
    sheet.language(&node, dm::ORIGINAL_LANGUAGE, part.language.as_deref());
}

const fn part_class(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Reply => dm::REPLY,
        PartKind::Statement => dm::STATEMENT,
        PartKind::Section => dm::SECTION,
    }
}

fn write_entity(sheet: &mut Sheet, entity: &NamedEntity) {
    let node = iri::entity(&entity.id);
    sheet.class(&node, &entity.class);
    sheet.add(&node, skos::PREF_LABEL, Literal::new_simple_literal(&entity.label));
    for form in entity.forms.iter().filter(|form| **form != entity.label) {
        sheet.add(&node, skos::ALT_LABEL, Literal::new_simple_literal(form));
    }
    sheet.entity(&node, dm::OF_STATE, entity.of_state.as_deref());
}

fn write_link(sheet: &mut Sheet, document: &NamedNode, node: &NamedNode, extraction: &Extraction, link: &Link) {
    sheet.class(node, dm::LINK);
    sheet.entity(node, dm::SUBJECT, Some(&link.subject));
    sheet.state(node, dm::RELATION, iri::term(&link.relation));
    sheet.entity(node, dm::OBJECT, Some(&link.object));
    sheet.state(node, dm::MODALITY, iri::term(link.modality.local_name()));
    sheet.state(node, dm::POLARITY, iri::term(link.polarity.local_name()));
    sheet.entity(node, dm::STATED_BY, Some(&link.stated_by));
    sheet.text(node, dm::RULE, Some(&link.rule));
    if let Some(part) = extraction.parts.get(link.part as usize) {
        sheet.state(node, dm::IN_PART, iri::part(document, &part.key));
    }
    for passage in &link.evidence {
        let words = write_passage(sheet, document, passage);
        sheet.state(node, dm::EVIDENCE, words);
    }
    write_time(sheet, node, link.date.as_deref());
    if let Some(confidence) = &link.confidence {
        sheet.state(node, dm::CONFIDENCE, typed(confidence, xsd::DECIMAL));
    }
    if let Some(amount) = &link.amount {
        write_amount(sheet, node, amount);
    }
}

fn write_passage(sheet: &mut Sheet, document: &NamedNode, passage: &Passage) -> NamedNode {
    let node = iri::passage(document, passage.start, passage.end);
    sheet.class(&node, dm::EVIDENCE_CLASS);
    sheet.text(&node, dm::QUOTE, Some(&passage.quote));
    sheet.number(&node, dm::START, passage.start);
    sheet.number(&node, dm::END, passage.end);
    node
}

fn write_time(sheet: &mut Sheet, link: &NamedNode, date: Option<&str>) {
    sheet.text(link, dm::TIME_TEXT, date);
    if let Some((first, last)) = date.and_then(span_of_days) {
        sheet.state(link, dm::EARLIEST, typed(first, xsd::DATE));
        sheet.state(link, dm::LATEST, typed(last, xsd::DATE));
    }
}

fn write_amount(sheet: &mut Sheet, link: &NamedNode, amount: &Amount) {
    sheet.text(link, dm::AMOUNT_TEXT, Some(&amount.text));
    sheet.text(link, dm::CURRENCY_SYMBOL, Some(&amount.symbol));
    if is_decimal(&amount.value) {
        sheet.state(link, dm::AMOUNT, typed(&amount.value, xsd::DECIMAL));
    }
}

fn is_decimal(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    is_digits(whole) && is_digits(fraction)
}

fn write_fact(sheet: &mut Sheet, ontology: &Ontology, link: &Link) {
    if is_fact(ontology, &link.relation, link.modality, link.polarity) {
        sheet.entity(&iri::entity(&link.subject), &link.relation, Some(&link.object));
    }
}
