//! Proves a graph: every quote stands in its source, every link fits its relation, every fact has its link,
//! and a second, independent reader understands every byte as we do. Finds faults; mends none.

pub mod shape;
mod witness;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use oxigraph::model::{NamedOrBlankNode, Quad, Term};

use crate::document::{Document, sha256};
use crate::name::full_id;
use crate::ontology::Ontology;
use crate::rdf::iri;
use crate::store::{Names, link_rows};
use crate::table::LinkRow;
use crate::vocab::dm;

pub use witness::{Disagreement, same_nquads, same_ontology, same_turtle};

/// A fault of a graph.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The document, or the graph, that has it.
    pub place: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// What is proved of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// Faults.
    pub problems: Vec<Problem>,
    /// Links looked at.
    pub n_links: usize,
    /// Quotes compared with the source.
    pub n_quotes: usize,
}

/// What the proofs of all documents need.
#[derive(Clone, Copy, Debug)]
pub struct Verifier<'v> {
    /// Classes and relations.
    pub ontology: &'v Ontology,
    /// Names and classes of the seed entities.
    pub seeds: &'v Names,
}

impl Verifier<'_> {
    /// Proves one document's quads, against its source where there is one.
    #[must_use]
    pub fn prove(&self, id: &str, quads: &[Quad], source: Option<&Document>) -> Proof {
        let text = source.map(|source| source.text.as_str());
        self.prove_with(id, quads, text, source.map(|source| source_faults(quads, source)).unwrap_or_default())
    }

    /// Proves one document's quads against the text that was converted from its source.
    #[must_use]
    pub fn prove_text(&self, id: &str, quads: &[Quad], text: &str) -> Proof {
        self.prove_with(id, quads, Some(text), Vec::new())
    }

    fn prove_with(&self, id: &str, quads: &[Quad], text: Option<&str>, mut messages: Vec<String>) -> Proof {
        let rows = link_rows(quads, self.seeds);
        let mut n_quotes = 0;
        if let Some(text) = text {
            let quotes = Quotes::of(quads);
            n_quotes = quotes.0.len();
            messages.extend(quotes.faults(text));
        }
        messages.extend(rows.iter().flat_map(|row| self.link_faults(row)));
        messages.extend(self.fact_faults(quads, &rows));
        messages.extend(same_nquads(quads).err().map(|e| format!("as N-Quads, {e}")));
        messages.extend(same_turtle(quads).err().map(|e| format!("as Turtle, {e}")));
        let problem = |message| Problem { place: id.to_owned(), message };
        Proof { problems: messages.into_iter().map(problem).collect(), n_links: rows.len(), n_quotes }
    }

    fn link_faults(&self, row: &LinkRow) -> Vec<String> {
        let link = format!("{} {} {}", row.subject_id, row.relation, row.object_id);
        let mut faults = Vec::new();
        if !self.ontology.admits(&row.relation, &row.subject_class, &row.object_class) {
            let classes = format!("`{}` to `{}`", row.subject_class, row.object_class);
            faults.push(format!("{link}: the relation does not lead from {classes}"));
        }
        if row.quote.is_empty() {
            faults.push(format!("{link}: there is no evidence"));
        }
        if row.modality.is_empty() || row.polarity.is_empty() {
            faults.push(format!("{link}: modality or polarity is missing"));
        }
        faults
    }

    /// Plain triples without a link that makes them facts, and facts without their plain triple.
    fn fact_faults(&self, quads: &[Quad], rows: &[LinkRow]) -> Vec<String> {
        let due: BTreeSet<Fact> = rows.iter().filter(|row| row.is_fact(self.ontology)).map(fact_of_row).collect();
        let held: BTreeSet<Fact> = quads.iter().filter_map(|quad| self.fact_of(quad)).collect();
        let words = |(subject, relation, object): &Fact| format!("{subject} {relation} {object}");
        let unproved = held.difference(&due).map(|fact| format!("{}: a fact without a link", words(fact)));
        let missing = due.difference(&held).map(|fact| format!("{}: the plain triple is missing", words(fact)));
        unproved.chain(missing).collect()
    }

    fn fact_of(&self, quad: &Quad) -> Option<Fact> {
        let relation = iri::local_name(quad.predicate.as_str())?;
        let (NamedOrBlankNode::NamedNode(subject), Term::NamedNode(object)) = (&quad.subject, &quad.object) else {
            return None;
        };
        self.ontology.relation(relation)?;
        Some((iri::entity_id(subject.as_str())?, relation.to_owned(), iri::entity_id(object.as_str())?))
    }
}

/// Subject, relation, object.
type Fact = (String, String, String);

fn fact_of_row(row: &LinkRow) -> Fact {
    (full_id(&row.subject_id), row.relation.clone(), full_id(&row.object_id))
}

fn source_faults(quads: &[Quad], source: &Document) -> Vec<String> {
    let recorded = |property| {
        let predicate = iri::term(property);
        quads.iter().find(|quad| quad.predicate == predicate).map_or("", |quad| value(&quad.object))
    };
    let mut faults = Vec::new();
    if recorded(dm::SOURCE_SHA256) != source.sha256 {
        faults.push(format!("the graph was made from other bytes than `{}` has now: build again", source.name));
    } else if recorded(dm::SOURCE_BYTES) != source.n_bytes.to_string() {
        faults.push(format!("the recorded size is not that of `{}`", source.name));
    } else if source.is_converted() && recorded(dm::TEXT_SHA256) != sha256(source.text.as_bytes()) {
        faults.push(format!("`{}` gives another text now than the graph was made from: build again", source.name));
    }
    faults
}

/// Passages: start, end and quote by IRI.
struct Quotes<'q>(BTreeMap<&'q str, [&'q str; 3]>);

impl<'q> Quotes<'q> {
    fn of(quads: &'q [Quad]) -> Self {
        let mut quotes: BTreeMap<&str, [&str; 3]> = BTreeMap::new();
        for quad in quads {
            let field = match iri::local_name(quad.predicate.as_str()) {
                Some(dm::START) => 0,
                Some(dm::END) => 1,
                Some(dm::QUOTE) => 2,
                _ => continue,
            };
            if let NamedOrBlankNode::NamedNode(subject) = &quad.subject {
                quotes.entry(subject.as_str()).or_default()[field] = value(&quad.object);
            }
        }
        Self(quotes)
    }

    fn faults(&self, text: &str) -> Vec<String> {
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let at = |field: &str| bytes.get(field.parse::<usize>().ok()?).copied();
        let wrong = self.0.values().filter(|[start, end, quote]| {
            let words = at(start).zip(at(end)).and_then(|(start, end)| text.get(start..end));
            words != Some(*quote)
        });
        wrong.map(|[start, end, quote]| format!("the source does not read `{quote}` at {start}-{end}")).collect()
    }
}

fn value(term: &Term) -> &str {
    match term {
        Term::Literal(literal) => literal.value(),
        Term::NamedNode(node) => node.as_str(),
        Term::BlankNode(node) => node.as_str(),
    }
}
