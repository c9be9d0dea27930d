//! The links table read back from a document's quads: the same rows, in the same order, that the extraction
//! of the document gave.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, NamedOrBlankNode, Quad, Term};

use crate::link::{Modality, Polarity};
use crate::rdf::iri;
use crate::table::{LinkRow, table_id};
use crate::vocab::{dm, rdf, skos};

/// Labels and classes of entities, by IRI.
#[derive(Clone, Debug, Default)]
pub struct Names {
    by_iri: BTreeMap<String, (String, String)>,
}

impl Names {
    /// The names that these quads give.
    #[must_use]
    pub fn of(quads: &[Quad]) -> Self {
        let subjects = Subjects::of(quads);
        let named = subjects.by_iri.iter().filter_map(|(iri, facts)| {
            let label = facts.get(skos::PREF_LABEL)?.first()?;
            let class = facts.get(rdf::TYPE)?.iter().find_map(|class| iri::local_name(class))?;
            Some(((*iri).to_owned(), ((*label).to_owned(), class.to_owned())))
        });
        Self { by_iri: named.collect() }
    }

    /// Label and class of an entity.
    #[must_use]
    pub fn get(&self, iri: &str) -> Option<(&str, &str)> {
        self.by_iri.get(iri).map(|(label, class)| (label.as_str(), class.as_str()))
    }
}

/// The links of one document's quads as rows, in order of place of evidence, subject, relation and object.
#[must_use]
pub fn link_rows(quads: &[Quad], seeds: &Names) -> Vec<LinkRow> {
    let subjects = Subjects::of(quads);
    let own = Names::of(quads);
    let Some(document) = subjects.document() else { return Vec::new() };
    let reader = Reader { subjects: &subjects, own: &own, seeds, document: &document };
    let links = subjects.by_iri.iter().filter(|(_, facts)| is_link(facts));
    let mut rows: Vec<(Key, LinkRow)> = links.filter_map(|(iri, facts)| reader.row(iri, facts)).collect();
    rows.sort();
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Place of the first evidence, subject, relation, object: the order of the links of an extraction.
type Key = (u32, u32, String, String, String);
type Facts<'q> = BTreeMap<&'q str, Vec<&'q str>>;

/// Quads by subject and predicate; terms by their IRI or value.
struct Subjects<'q> {
    by_iri: BTreeMap<&'q str, Facts<'q>>,
}

impl<'q> Subjects<'q> {
    fn of(quads: &'q [Quad]) -> Self {
        let mut by_iri: BTreeMap<&str, Facts<'_>> = BTreeMap::new();
        for quad in quads {
            let NamedOrBlankNode::NamedNode(subject) = &quad.subject else { continue };
            let facts = by_iri.entry(subject.as_str()).or_default();
            facts.entry(quad.predicate.as_str()).or_default().push(value(&quad.object));
        }
        Self { by_iri }
    }

    fn document(&self) -> Option<NamedNode> {
        let recorded = self.by_iri.iter().find(|(_, facts)| one(facts, dm::SOURCE_SHA256).is_some());
        recorded.map(|(iri, _)| NamedNode::new_unchecked(*iri))
    }

    fn fact(&self, iri: &str, property: &str) -> Option<&'q str> {
        one(self.by_iri.get(iri)?, property)
    }
}

struct Reader<'r> {
    subjects: &'r Subjects<'r>,
    own: &'r Names,
    seeds: &'r Names,
    document: &'r NamedNode,
}

impl Reader<'_> {
    fn row(&self, link: &str, facts: &Facts<'_>) -> Option<(Key, LinkRow)> {
        let (subject_iri, object_iri) = (one(facts, dm::SUBJECT)?, one(facts, dm::OBJECT)?);
        let (subject_id, object_id) = (iri::entity_id(subject_iri)?, iri::entity_id(object_iri)?);
        let relation = iri::local_name(one(facts, dm::RELATION)?)?.to_owned();
        let (subject, subject_class) = self.name(subject_iri, &subject_id);
        let (object, object_class) = self.name(object_iri, &object_id);
        let document = iri::document_id(self.document.as_str())?;
        let evidence =
            self.first_evidence(link, facts, |span| iri::link_of(&document, span, &subject_id, &relation, &object_id));
        let (start, end, quote) = evidence.unwrap_or_default();
        let row = LinkRow {
            part: self.part(facts),
            stated_by: one(facts, dm::STATED_BY).and_then(iri::entity_id).map_or_else(String::new, |id| short(&id)),
            subject_id: short(&subject_id),
            subject,
            subject_class,
            relation: relation.clone(),
            object_id: short(&object_id),
            object,
            object_class,
            modality: modality(facts),
            polarity: polarity(facts),
            date: one(facts, dm::TIME_TEXT).map(str::to_owned),
            amount: one(facts, dm::AMOUNT_TEXT).map(str::to_owned),
            quote,
            start,
            end,
            rule: one(facts, dm::RULE).unwrap_or_default().to_owned(),
            confidence: one(facts, dm::CONFIDENCE).map(str::to_owned),
            stated_on: self.stated_on(facts),
            document,
        };
        Some(((start, end, subject_id, relation, object_id), row))
    }

    fn name(&self, iri: &str, id: &str) -> (String, String) {
        let (label, class) = self.own.get(iri).or_else(|| self.seeds.get(iri)).unwrap_or((id, ""));
        (label.to_owned(), class.to_owned())
    }

    fn part(&self, facts: &Facts<'_>) -> String {
        one(facts, dm::IN_PART).and_then(|part| iri::part_key(self.document, part)).unwrap_or_default()
    }

    fn stated_on(&self, facts: &Facts<'_>) -> Option<String> {
        let of_part = one(facts, dm::IN_PART).and_then(|part| self.subjects.fact(part, dm::DATE));
        of_part.or_else(|| self.subjects.fact(self.document.as_str(), dm::DATE)).map(str::to_owned)
    }

    /// The passage from which the link has its IRI; where none gives it, the last, since a stem stands
    /// before the item that inherits it.
    fn first_evidence(
        &self,
        link: &str,
        facts: &Facts<'_>,
        iri_from: impl Fn((u32, u32)) -> NamedNode,
    ) -> Option<(u32, u32, String)> {
        let mut passages: Vec<_> =
            many(facts, dm::EVIDENCE).iter().filter_map(|passage| self.passage(passage)).collect();
        passages.sort();
        let first = passages.iter().position(|&(start, end, _)| iri_from((start, end)).as_str() == link);
        match first {
            Some(position) => Some(passages.swap_remove(position)),
            None => passages.pop(),
        }
    }

    fn passage(&self, iri: &str) -> Option<(u32, u32, String)> {
        let number = |property| self.subjects.fact(iri, property)?.parse().ok();
        Some((number(dm::START)?, number(dm::END)?, self.subjects.fact(iri, dm::QUOTE)?.to_owned()))
    }
}

fn is_link(facts: &Facts<'_>) -> bool {
    facts.get(rdf::TYPE).is_some_and(|types| types.iter().any(|t| iri::local_name(t) == Some(dm::LINK)))
}

fn modality(facts: &Facts<'_>) -> String {
    let name = one(facts, dm::MODALITY).and_then(iri::local_name);
    let found = Modality::ALL.into_iter().find(|modality| Some(modality.local_name()) == name);
    found.map_or("", Modality::as_str).to_owned()
}

fn polarity(facts: &Facts<'_>) -> String {
    let name = one(facts, dm::POLARITY).and_then(iri::local_name);
    let found = [Polarity::Affirmed, Polarity::Negated].into_iter().find(|p| Some(p.local_name()) == name);
    found.map_or("", Polarity::as_str).to_owned()
}

fn short(id: &str) -> String {
    table_id(id).to_owned()
}

fn many<'f>(facts: &'f Facts<'_>, property: &str) -> &'f [&'f str] {
    facts.get(iri::term(property).as_str()).map_or(&[], Vec::as_slice)
}

fn one<'q>(facts: &Facts<'q>, property: &str) -> Option<&'q str> {
    facts.get(iri::term(property).as_str())?.first().copied()
}

fn value(term: &Term) -> &str {
    match term {
        Term::NamedNode(node) => node.as_str(),
        Term::BlankNode(node) => node.as_str(),
        Term::Literal(literal) => literal.value(),
    }
}
