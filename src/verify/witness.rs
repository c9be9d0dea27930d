//! The second witness: what oxttl writes must mean the same to rio, a parser that shares no code with it.

use std::fmt;

use oxigraph::model::dataset::CanonicalizationAlgorithm;
use oxigraph::model::{BlankNode, Dataset, GraphName, Literal, NamedNode, NamedOrBlankNode, Quad, Term, Triple};
use oxrdf::dataset::CanonicalizationHashAlgorithm;
use oxttl::TurtleParser;
use rio_api::model as rio;
use rio_api::parser::{QuadsParser, TriplesParser};
use rio_turtle::TurtleError;

use crate::export::turtle::write_turtle;
use crate::rdf::to_nquads;

/// How two readings differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disagreement {
    /// The second reader cannot read it.
    Unreadable(String),
    /// It reads something else: the first quad that only one of them has.
    Different(String),
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(f, "the second reader fails: {error}"),
            Self::Different(quad) => write!(f, "the second reader disagrees about {quad}"),
        }
    }
}

impl std::error::Error for Disagreement {}

/// Whether quads written as N-Quads are read as themselves.
///
/// # Errors
/// How they differ.
pub fn same_nquads(quads: &[Quad]) -> Result<(), Disagreement> {
    let text = to_nquads(quads);
    let mut read = Dataset::new();
    let mut parser = rio_turtle::NQuadsParser::new(text.as_bytes());
    let parsed: Result<(), TurtleError> = parser.parse_all(&mut |quad| {
        read.insert(&to_quad(quad));
        Ok(())
    });
    parsed.map_err(|error| Disagreement::Unreadable(error.to_string()))?;
    compare(quads.iter().collect(), read)
}

/// Whether the triples of quads written as Turtle are read as themselves.
///
/// # Errors
/// How they differ.
pub fn same_turtle(quads: &[Quad]) -> Result<(), Disagreement> {
    let triples = || quads.iter().cloned().map(Triple::from);
    let mut text = Vec::new();
    write_turtle(&mut text, triples()).map_err(|error| Disagreement::Unreadable(error.to_string()))?;
    let own = triples().map(|triple| triple.in_graph(GraphName::DefaultGraph)).collect();
    compare(own, second_reading(&text)?)
}

/// Whether both readers find the same graph in a Turtle text, whatever they call its blank nodes.
///
/// # Errors
/// How they differ.
pub fn same_ontology(turtle: &str) -> Result<(), Disagreement> {
    let mut own = Dataset::new();
    for triple in TurtleParser::new().for_slice(turtle) {
        let triple = triple.map_err(|error| Disagreement::Unreadable(error.to_string()))?;
        own.insert(&triple.in_graph(GraphName::DefaultGraph));
    }
    compare(own, second_reading(turtle.as_bytes())?)
}

fn second_reading(turtle: &[u8]) -> Result<Dataset, Disagreement> {
    let mut read = Dataset::new();
    let mut parser = rio_turtle::TurtleParser::new(turtle, None);
    let parsed: Result<(), TurtleError> = parser.parse_all(&mut |triple| {
        read.insert(&to_triple(triple).in_graph(GraphName::DefaultGraph));
        Ok(())
    });
    parsed.map_err(|error| Disagreement::Unreadable(error.to_string()))?;
    Ok(read)
}

fn compare(mut own: Dataset, mut other: Dataset) -> Result<(), Disagreement> {
    for dataset in [&mut own, &mut other] {
        dataset
            .canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm: CanonicalizationHashAlgorithm::Sha256 });
    }
    let only_own = own.iter().find(|quad| !other.contains(*quad));
    let only_other = || other.iter().find(|quad| !own.contains(*quad));
    match only_own.or_else(only_other) {
        Some(quad) => Err(Disagreement::Different(quad.to_string())),
        None => Ok(()),
    }
}

fn to_quad(quad: rio::Quad<'_>) -> Quad {
    let graph = match quad.graph_name {
        Some(rio::GraphName::NamedNode(node)) => to_node(node).into(),
        Some(rio::GraphName::BlankNode(node)) => to_blank(node).into(),
        None => GraphName::DefaultGraph,
    };
    to_triple(rio::Triple { subject: quad.subject, predicate: quad.predicate, object: quad.object }).in_graph(graph)
}

fn to_triple(triple: rio::Triple<'_>) -> Triple {
    Triple::new(to_subject(triple.subject), to_node(triple.predicate), to_term(triple.object))
}

fn to_subject(subject: rio::Subject<'_>) -> NamedOrBlankNode {
    match subject {
        rio::Subject::NamedNode(node) => to_node(node).into(),
        rio::Subject::BlankNode(node) => to_blank(node).into(),
        rio::Subject::Triple(triple) => nowhere(triple).into(),
    }
}

fn to_term(term: rio::Term<'_>) -> Term {
    match term {
        rio::Term::NamedNode(node) => to_node(node).into(),
        rio::Term::BlankNode(node) => to_blank(node).into(),
        rio::Term::Literal(literal) => to_literal(literal).into(),
        rio::Term::Triple(triple) => nowhere(triple).into(),
    }
}

/// The old RDF-star triple terms, which we never write: no IRI of ours equals this one.
fn nowhere(triple: &rio::Triple<'_>) -> NamedNode {
    NamedNode::new_unchecked(format!("urn:triple:{}", triple.predicate.iri))
}

fn to_literal(literal: rio::Literal<'_>) -> Literal {
    match literal {
        rio::Literal::Simple { value } => Literal::new_simple_literal(value),
        rio::Literal::LanguageTaggedString { value, language } => {
            Literal::new_language_tagged_literal_unchecked(value, language.to_ascii_lowercase())
        }
        rio::Literal::Typed { value, datatype } => Literal::new_typed_literal(value, to_node(datatype)),
    }
}

fn to_node(node: rio::NamedNode<'_>) -> NamedNode {
    NamedNode::new_unchecked(node.iri)
}

fn to_blank(node: rio::BlankNode<'_>) -> BlankNode {
    BlankNode::new_unchecked(node.id)
}
