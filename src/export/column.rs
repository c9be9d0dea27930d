//! The attributes of nodes and edges that every graph file carries, declared once: name, type and where the
//! value comes from. No name is one that a reader keeps for itself (`type`, `kind`, `name`, ...); a value
//! that is not there is left out.

use std::fmt::Write;

use super::value::Value;
use super::xml::is_visible;
use crate::graph::{Edge, Evidence, Measures, Node};
use crate::link::Modality;

/// Entries of a joined list; the number of all stands in a column of its own.
const MOST_JOINED: usize = 50;
/// Between the entries of a joined list.
const SEPARATOR: &str = " | ";

/// Type of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    Integer,
    Real,
    Flag,
}

/// An attribute of nodes or edges.
pub(super) struct Column<T: 'static> {
    /// In lower case with underscores.
    pub(super) name: &'static str,
    /// Key of GraphML, where nodes and edges share one name space.
    pub(super) key: &'static str,
    pub(super) kind: Type,
    pub(super) value: fn(&T) -> Option<Value<'_>>,
}

macro_rules! column {
    ($prefix:literal, $name:literal, $kind:ident, $value:expr) => {
        Column { name: $name, key: concat!($prefix, $name), kind: Type::$kind, value: $value }
    };
}

/// The attributes of nodes.
pub(super) const NODE: [Column<Node>; 15] = [
    column!("n_", "entity_type", Text, |n| text(&n.class)),
    column!("n_", "iri", Text, |n| text(&n.iri)),
    column!("n_", "mentions", Integer, |n| Some(n.n_mentions.into())),
    column!("n_", "document_count", Integer, |n| Some(n.documents.len().into())),
    column!("n_", "documents", Text, |n| joined(&n.documents, |text, d| text.push_str(d))),
    column!("n_", "valid_from", Text, |n| n.period.map(|p| p.from.into())),
    column!("n_", "valid_to", Text, |n| n.period.map(|p| p.to.into())),
    column!("n_", "degree", Integer, |n| n.measures.map(|m| m.degree.into())),
    column!("n_", "weighted_degree", Real, |n| n.measures.map(|m| m.weighted_degree.into())),
    column!("n_", "pagerank", Real, |n| measure(n, |m| m.pagerank)),
    column!("n_", "betweenness", Real, |n| measure(n, |m| m.betweenness)),
    column!("n_", "hub", Real, |n| measure(n, |m| m.hub)),
    column!("n_", "authority", Real, |n| measure(n, |m| m.authority)),
    column!("n_", "core", Integer, |n| n.measures.map(|m| m.core.into())),
    column!("n_", "community", Integer, |n| n.measures.map(|m| m.community.into())),
];

/// The attributes of edges.
pub(super) const EDGE: [Column<Edge>; 20] = [
    column!("e_", "relation", Text, |e| text(&e.relation)),
    column!("e_", "symmetric", Flag, |e| Some(e.is_symmetric.into())),
    column!("e_", "negated", Flag, |e| stated(e).map(|e| e.is_negated().into())),
    column!("e_", "negated_count", Integer, |e| Some(e.n_negated()).filter(|&n| n > 0).map(Value::from)),
    column!("e_", "modality", Text, |e| e.main_modality().map(|m| m.as_str().into())),
    column!("e_", "share_done", Real, |e| share(e, Modality::Done)),
    column!("e_", "share_ongoing", Real, |e| share(e, Modality::Ongoing)),
    column!("e_", "share_preparing", Real, |e| share(e, Modality::Preparing)),
    column!("e_", "share_planned", Real, |e| share(e, Modality::Planned)),
    column!("e_", "share_urged", Real, |e| share(e, Modality::Urged)),
    column!("e_", "share_hoped", Real, |e| share(e, Modality::Hoped)),
    column!("e_", "share_possible", Real, |e| share(e, Modality::Possible)),
    column!("e_", "document_count", Integer, |e| stated(e).map(|e| e.documents().len().into())),
    column!("e_", "documents", Text, |e| joined(e.documents(), |text, d| text.push_str(d))),
    column!("e_", "evidence_count", Integer, |e| stated(e).map(|e| e.evidence.len().into())),
    column!("e_", "evidence", Text, |e| joined(&e.evidence, push_place)),
    column!("e_", "quote", Text, |e| e.first_quote().and_then(text)),
    column!("e_", "shared", Text, |e| joined(&e.shared, |text, s| text.push_str(s))),
    column!("e_", "valid_from", Text, |e| e.period().map(|p| p.from.into())),
    column!("e_", "valid_to", Text, |e| e.period().map(|p| p.to.into())),
];

/// The label of a node: its own, else its id, for a node without a label shows nothing in Gephi.
pub(super) fn label(node: &Node) -> Value<'_> {
    if is_visible(&node.label) { (&*node.label).into() } else { (&*node.id).into() }
}

/// The edge, unless it is one of a projection.
fn stated(edge: &Edge) -> Option<&Edge> {
    (!edge.evidence.is_empty()).then_some(edge)
}

fn text(text: &str) -> Option<Value<'_>> {
    is_visible(text).then(|| text.into())
}

fn joined<T>(entries: impl IntoIterator<Item = T>, push: fn(&mut String, T)) -> Option<Value<'static>> {
    let mut text = String::new();
    for (i, entry) in entries.into_iter().take(MOST_JOINED).enumerate() {
        text.push_str(if i > 0 { SEPARATOR } else { "" });
        push(&mut text, entry);
    }
    (!text.is_empty()).then(|| text.into())
}

fn push_place(text: &mut String, evidence: &Evidence) {
    // Writing to a string cannot fail.
    let _ = write!(text, "{}:{}-{}", evidence.document, evidence.start, evidence.end);
}

/// A share of the whole graph, to ten decimals.
fn measure(node: &Node, value: fn(&Measures) -> f64) -> Option<Value<'_>> {
    node.measures.as_ref().map(|measures| ((value(measures) * 1e10).round() / 1e10).into())
}

/// Share of a modality to four decimals; none where it is zero.
fn share(edge: &Edge, modality: Modality) -> Option<Value<'_>> {
    let n = edge.n_of(modality);
    (n > 0).then(|| ((n as f64 / edge.evidence.len() as f64 * 1e4).round() / 1e4).into())
}
