//! The property graph: one node an entity, one edge for all links of one (subject, relation, object). What
//! layout, filters, projections and the GraphML, GEXF and CSV writers work on. It is made from rows of the
//! links table alone, never from the order they come in, and it is derived data: the statements themselves
//! live in the RDF.

mod adjacency;
mod colour;
mod date;
mod filter;
#[cfg(test)]
pub(crate) mod fixture;
pub mod label;
mod layout;
mod measure;
mod merge;
mod projection;
mod slug;

use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::link::{Modality, Polarity};

pub use colour::Colour;
pub use date::{Date, Period};
pub use filter::Filter;
pub use measure::Measures;
pub use projection::Projection;

/// An entity and what the links say about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Identity in graph files: a name token, unique in the graph that [`Graph::from_rows`] made.
    pub id: Arc<str>,
    /// Identity in tables: the code of a State, else the IRI after `id/`.
    pub entity: Arc<str>,
    /// Full IRI.
    pub iri: Arc<str>,
    /// Preferred label.
    pub label: Arc<str>,
    /// Local name of the class in the ontology.
    pub class: Arc<str>,
    /// Whether this class is one of organisations.
    pub is_organisation: bool,
    /// Colour of the class.
    pub colour: Colour,
    /// Number of pieces of evidence in which it is subject or object.
    pub n_mentions: u32,
    /// The documents of that evidence, sorted.
    pub documents: Vec<Arc<str>>,
    /// Hull of the periods of its edges; none where one of them has none, for then it bounds nothing.
    pub period: Option<Period>,
    /// Its position in the network, once the graph is [measured](Graph::measured).
    pub measures: Option<Measures>,
    /// Where it is drawn, once the graph is [arranged](Graph::arranged).
    pub place: Option<Place>,
}

/// Where and how large a node is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// From -1000 to 1000.
    pub x: f64,
    /// From -1000 to 1000.
    pub y: f64,
    /// Radius, in the units of `x` and `y`; it grows with the weighted degree.
    pub size: f64,
}

/// A place in a document that states the link of an edge.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// Identifier of the document.
    pub document: Arc<str>,
    /// First code point of the quote.
    pub start: u32,
    /// One past its last code point.
    pub end: u32,
    /// How far the thing said is realised.
    pub modality: Modality,
    /// Whether it is affirmed.
    pub polarity: Polarity,
    /// When it took place as far as the text says, else when it was stated.
    pub date: Option<Date>,
    /// The words.
    pub quote: Box<str>,
}

/// All links of one subject, relation and object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Identity in graph files: a name token, a function of its ends and relation.
    pub id: Arc<str>,
    /// Local name of the relation; [`Projection::RELATION`] in a projection.
    pub relation: Arc<str>,
    /// Label of the relation.
    pub label: Arc<str>,
    /// Whether it holds in both directions though it is drawn in one.
    pub is_symmetric: bool,
    /// Where it is stated, sorted; empty in a projection.
    pub evidence: Vec<Evidence>,
    /// Labels of what the ends have in common, in a projection only.
    pub shared: Vec<Arc<str>>,
}

impl Edge {
    /// Number of pieces of evidence, or of things shared; at least 1.
    #[must_use]
    pub const fn weight(&self) -> usize {
        self.evidence.len() + self.shared.len()
    }

    /// Number of pieces of evidence of this modality.
    #[must_use]
    pub fn n_of(&self, modality: Modality) -> usize {
        self.evidence.iter().filter(|e| e.modality == modality).count()
    }

    /// The most frequent modality; of equals the first in [`Modality::ALL`].
    #[must_use]
    pub fn main_modality(&self) -> Option<Modality> {
        let stated = !self.evidence.is_empty();
        stated.then(|| Modality::ALL.into_iter().rev().max_by_key(|&m| self.n_of(m))).flatten()
    }

    /// Number of pieces of evidence that deny it.
    #[must_use]
    pub fn n_negated(&self) -> usize {
        self.evidence.iter().filter(|e| e.polarity == Polarity::Negated).count()
    }

    /// Whether all of its evidence denies it.
    #[must_use]
    pub fn is_negated(&self) -> bool {
        !self.evidence.is_empty() && self.n_negated() == self.evidence.len()
    }

    /// The documents that state it, sorted, each once.
    #[must_use]
    pub fn documents(&self) -> Vec<&Arc<str>> {
        let mut documents: Vec<_> = self.evidence.iter().map(|e| &e.document).collect();
        documents.dedup();
        documents
    }

    /// From the earliest to the latest date of its evidence.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.evidence.iter().filter_map(|e| e.date).map(Period::at).reduce(Period::hull)
    }

    /// The runs of years in which it is stated, in order.
    #[must_use]
    pub fn periods(&self) -> Vec<Period> {
        Period::runs(self.evidence.iter().filter_map(|e| e.date))
    }

    /// The words of the first piece of evidence.
    #[must_use]
    pub fn first_quote(&self) -> Option<&str> {
        self.evidence.first().map(|e| &*e.quote)
    }
}

/// A property graph. Nodes are sorted by entity, edges by source, target and relation.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    inner: DiGraph<Node, Edge>,
    latest: Option<Date>,
}

impl Graph {
    /// The graph as petgraph has it.
    #[must_use]
    pub const fn inner(&self) -> &DiGraph<Node, Edge> {
        &self.inner
    }

    /// The nodes, in order.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.inner.node_weights()
    }

    /// The edges with their source and target, in order.
    pub fn edges(&self) -> impl Iterator<Item = (&Node, &Edge, &Node)> {
        self.inner.edge_references().map(|e| (&self.inner[e.source()], e.weight(), &self.inner[e.target()]))
    }

    /// Date of the latest document or reply that it was made from.
    #[must_use]
    pub const fn latest(&self) -> Option<Date> {
        self.latest
    }

    /// Number of the edges that touch each node and sum of their weights, by node index; a loop counts twice.
    fn degrees(&self) -> Vec<(u32, f64)> {
        let mut degrees = vec![(0, 0.0); self.inner.node_count()];
        for edge in self.inner.edge_references() {
            for end in [edge.source(), edge.target()] {
                let (n, sum) = &mut degrees[end.index()];
                *n += 1;
                *sum += edge.weight().weight() as f64;
            }
        }
        degrees
    }
}

/// Both ends of an edge, one for a loop.
fn ends(source: NodeIndex, target: NodeIndex) -> impl Iterator<Item = NodeIndex> {
    std::iter::once(source).chain((source != target).then_some(target))
}
