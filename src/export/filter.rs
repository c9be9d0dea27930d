//! A part of the graph: which links, and the quads that belong to them.

use std::collections::BTreeSet;

use oxigraph::model::{NamedOrBlankNode, Quad, Term};

use crate::link::Modality;
use crate::name::full_id;
use crate::ontology::Ontology;
use crate::rdf::{iri, span_of_days};
use crate::table::LinkRow;
use crate::vocab::{dm, rdf};

/// Conditions on links; an empty one admits all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Relations, with narrower ones.
    pub relations: Vec<String>,
    /// Classes, with classes below: subject or object is of one of them.
    pub classes: Vec<String>,
    /// Table ids of subject or object.
    pub states: Vec<String>,
    /// Day by which what is said may not be over, `YYYY-MM-DD`; where no date is said, when it was said counts.
    pub from: Option<String>,
    /// Day by which it must have begun.
    pub to: Option<String>,
    /// Modalities.
    pub modalities: Vec<Modality>,
}

impl Filter {
    /// Whether it admits everything.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it admits a link.
    #[must_use]
    pub fn admits(&self, ontology: &Ontology, row: &LinkRow) -> bool {
        let classes = [&row.subject_class, &row.object_class];
        any_of(&self.relations, |relation| ontology.is_narrower(&row.relation, relation))
            && any_of(&self.classes, |class| classes.iter().any(|end| ontology.is_subclass(end, class)))
            && any_of(&self.states, |state| row.subject_id == *state || row.object_id == *state)
            && any_of(&self.modalities, |modality| row.modality == modality.as_str())
            && self.admits_date(row.date.as_deref().or(row.stated_on.as_deref()))
    }

    /// A reduced date is in time if any of its days is; no date never is, where a date is asked for.
    fn admits_date(&self, date: Option<&str>) -> bool {
        if self.from.is_none() && self.to.is_none() {
            return true;
        }
        let Some((first, last)) = date.and_then(span_of_days) else { return false };
        self.from.as_ref().is_none_or(|from| last.to_string() >= *from)
            && self.to.as_ref().is_none_or(|to| first.to_string() <= *to)
    }
}

fn any_of<T>(wanted: &[T], holds: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(holds)
}

/// The quads that belong to these links: the links, their passages and plain triples, what is said of the
/// things and documents that they name, and the ontology.
#[must_use]
pub fn selected(quads: Vec<Quad>, rows: &[LinkRow], ontology: &Ontology) -> Vec<Quad> {
    let kept = Kept::new(&quads, rows, ontology);
    quads.into_iter().filter(|quad| kept.holds(quad)).collect()
}

#[derive(Default)]
struct Kept {
    /// Links, passages, parts, documents and entities.
    subjects: BTreeSet<String>,
    /// Plain triples.
    facts: BTreeSet<(String, String, String)>,
    /// Relations, whose plain triples need a link.
    relations: BTreeSet<String>,
}

impl Kept {
    fn new(quads: &[Quad], rows: &[LinkRow], ontology: &Ontology) -> Self {
        let relations = ontology.relations().keys().map(|relation| iri::term(relation).into_string()).collect();
        let mut kept = Self { relations, ..Self::default() };
        for row in rows {
            kept.insert(row, ontology);
        }
        let evidence = iri::term(dm::EVIDENCE);
        for quad in quads.iter().filter(|quad| quad.predicate == evidence) {
            if let (true, Term::NamedNode(passage)) = (kept.subjects.contains(subject(quad)), &quad.object) {
                kept.subjects.insert(passage.as_str().to_owned());
            }
        }
        kept
    }

    fn insert(&mut self, row: &LinkRow, ontology: &Ontology) {
        let (subject, object) = (full_id(&row.subject_id), full_id(&row.object_id));
        let link = iri::link_of(&row.document, (row.start, row.end), &subject, &row.relation, &object);
        let document = iri::document(&row.document);
        let part = iri::part(&document, &row.part);
        let [subject, object, speaker] = [subject, object, full_id(&row.stated_by)].map(|id| iri::entity(&id));
        let relation = iri::term(&row.relation);
        if row.is_fact(ontology) {
            self.facts.insert([&subject, &relation, &object].map(|node| node.as_str().to_owned()).into());
        }
        for node in [link, document, part, subject, object, speaker] {
            self.subjects.insert(node.into_string());
        }
    }

    fn holds(&self, quad: &Quad) -> bool {
        if quad.graph_name == iri::graph("ontology").into() {
            return true;
        }
        let is_fact = quad.predicate.as_str() != rdf::TYPE && self.relations.contains(quad.predicate.as_str());
        match &quad.object {
            Term::NamedNode(object) if is_fact => {
                let fact = [subject(quad), quad.predicate.as_str(), object.as_str()].map(str::to_owned);
                self.facts.contains(&fact.into())
            }
            _ => self.subjects.contains(subject(quad)),
        }
    }
}

fn subject(quad: &Quad) -> &str {
    match &quad.subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str(),
        NamedOrBlankNode::BlankNode(node) => node.as_str(),
    }
}
