//! From rows of the links table to the property graph: rows about the same ends and relation become one
//! edge. Everything is sorted, so the order of the rows leaves no trace.

use std::collections::BTreeMap;
use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

use super::slug::{self, Ids};
use super::{Colour, Date, Edge, Evidence, Graph, Node, Period, ends};
use crate::link::{Modality, Polarity};
use crate::ontology::Ontology;
use crate::table::LinkRow;
use crate::vocab::ID;

/// Label and class of an entity.
type Names<'r> = (&'r str, &'r str);

impl Graph {
    /// The property graph of `rows`, whatever their order; not yet [arranged](Graph::arranged).
    #[must_use]
    pub fn from_rows(rows: &[LinkRow], ontology: &Ontology) -> Self {
        let mut inner = DiGraph::new();
        let index = add_nodes(&mut inner, rows, ontology);
        add_edges(&mut inner, rows, ontology, &index);
        let mut graph = Self { inner, latest: latest(rows) };
        graph.recount();
        graph
    }

    /// Counts mentions, documents and periods of the nodes anew from the edges.
    pub(super) fn recount(&mut self) {
        let mut dated = vec![(None, true); self.inner.node_count()];
        for node in self.inner.node_weights_mut() {
            node.n_mentions = 0;
            node.documents.clear();
        }
        for edge in self.inner.edge_indices() {
            let Some((source, target)) = self.inner.edge_endpoints(edge) else { continue };
            let (period, n) = (self.inner[edge].period(), self.inner[edge].evidence.len());
            let documents: Vec<Arc<str>> = self.inner[edge].documents().into_iter().cloned().collect();
            for end in ends(source, target) {
                let node = &mut self.inner[end];
                node.n_mentions += u32::try_from(n).unwrap_or(u32::MAX);
                node.documents.extend(documents.iter().cloned());
                widen(&mut dated[end.index()], period);
            }
        }
        for (node, (period, is_bound)) in self.inner.node_weights_mut().zip(dated) {
            node.documents.sort_unstable();
            node.documents.dedup();
            node.period = period.filter(|_| is_bound);
        }
    }
}

/// The hull so far and whether every edge had a period.
fn widen((hull, is_bound): &mut (Option<Period>, bool), period: Option<Period>) {
    *is_bound &= period.is_some();
    *hull = (*hull).into_iter().chain(period).reduce(Period::hull);
}

fn latest(rows: &[LinkRow]) -> Option<Date> {
    let dates = rows.iter().filter_map(|row| Date::parse(row.stated_on.as_deref()?));
    dates.max_by_key(|date| (date.last_day(), *date))
}

fn add_nodes<'r>(
    graph: &mut DiGraph<Node, Edge>,
    rows: &'r [LinkRow],
    ontology: &Ontology,
) -> FxHashMap<&'r str, NodeIndex> {
    let mut ids = Ids::default();
    let mut classes: BTreeMap<&str, (Arc<str>, bool, Colour)> = BTreeMap::new();
    let mut index = FxHashMap::default();
    for (entity, (label, class)) in entities(rows) {
        let described =
            || (class.into(), ontology.is_subclass(class, "Organisation"), Colour::of_class(class, ontology));
        let (class, is_organisation, colour) = classes.entry(class).or_insert_with(described).clone();
        let node = Node {
            id: ids.claim(&slug::of_entity(entity)),
            entity: entity.into(),
            iri: iri(entity).into(),
            label: label.into(),
            class,
            is_organisation,
            colour,
            n_mentions: 0,
            documents: Vec::new(),
            period: None,
            measures: None,
            place: None,
        };
        index.insert(entity, graph.add_node(node));
    }
    index
}

/// All ends of rows, sorted, with their names. Where rows disagree on a name the first in the alphabet wins.
fn entities(rows: &[LinkRow]) -> Vec<(&str, Names<'_>)> {
    let mut names: FxHashMap<&str, Names<'_>> = FxHashMap::default();
    for row in rows {
        for (entity, label, class) in
            [(&row.subject_id, &row.subject, &row.subject_class), (&row.object_id, &row.object, &row.object_class)]
        {
            let known = names.entry(entity).or_default();
            *known = (better(known.0, label), better(known.1, class));
        }
    }
    let mut sorted: Vec<_> = names.into_iter().map(|(entity, names)| (entity, or_default(entity, names))).collect();
    sorted.sort_unstable();
    sorted
}

/// The first in the alphabet of two names that say something.
fn better<'r>(one: &'r str, other: &'r str) -> &'r str {
    match (one.trim(), other.trim()) {
        ("", name) | (name, "") => name,
        (one, other) => one.min(other),
    }
}

fn or_default<'r>(entity: &'r str, (label, class): Names<'r>) -> Names<'r> {
    (if label.is_empty() { entity } else { label }, if class.is_empty() { "Entity" } else { class })
}

fn iri(entity: &str) -> String {
    if entity.contains('/') { format!("{ID}{entity}") } else { format!("{ID}state/{entity}") }
}

fn add_edges(
    graph: &mut DiGraph<Node, Edge>,
    rows: &[LinkRow],
    ontology: &Ontology,
    index: &FxHashMap<&str, NodeIndex>,
) {
    let mut documents: FxHashMap<&str, Arc<str>> = FxHashMap::default();
    let mut relations: FxHashMap<&str, (Arc<str>, Arc<str>, bool)> = FxHashMap::default();
    let mut ids = Ids::default();
    for ((source, target, relation), rows) in group(rows, index) {
        let mut evidence: Vec<Evidence> = rows.iter().map(|row| to_evidence(row, &mut documents)).collect();
        evidence.sort_unstable();
        evidence.dedup();
        let (relation, label, is_symmetric) =
            relations.entry(relation).or_insert_with(|| describe(relation, ontology)).clone();
        let id = ids.claim(&slug::of_edge(&graph[source].id, &relation, &graph[target].id));
        graph.add_edge(source, target, Edge { id, relation, label, is_symmetric, evidence, shared: Vec::new() });
    }
}

type Triple<'r> = (NodeIndex, NodeIndex, &'r str);

/// The rows of each source, target and relation, sorted by them.
fn group<'r>(rows: &'r [LinkRow], index: &FxHashMap<&str, NodeIndex>) -> Vec<(Triple<'r>, Vec<&'r LinkRow>)> {
    let mut groups: FxHashMap<Triple<'r>, Vec<&'r LinkRow>> = FxHashMap::default();
    for row in rows {
        let (source, target) = (index[&*row.subject_id], index[&*row.object_id]);
        groups.entry((source, target, &row.relation)).or_default().push(row);
    }
    let mut sorted: Vec<_> = groups.into_iter().collect();
    sorted.sort_unstable_by_key(|(triple, _)| *triple);
    sorted
}

fn to_evidence<'r>(row: &'r LinkRow, documents: &mut FxHashMap<&'r str, Arc<str>>) -> Evidence {
    Evidence {
        document: documents.entry(&row.document).or_insert_with(|| row.document.as_str().into()).clone(),
        start: row.start,
        end: row.end,
        modality: modality(&row.modality),
        polarity: polarity(&row.polarity),
        date: [&row.date, &row.stated_on].into_iter().find_map(|date| Date::parse(date.as_deref()?)),
        quote: row.quote.as_str().into(),
    }
}

/// The modality of a word of the table; for an unknown word the one that claims least.
fn modality(word: &str) -> Modality {
    Modality::ALL.into_iter().find(|m| m.as_str() == word).unwrap_or(Modality::Possible)
}

fn polarity(word: &str) -> Polarity {
    if word == Polarity::Negated.as_str() { Polarity::Negated } else { Polarity::Affirmed }
}

/// Name, label and symmetry of a relation.
fn describe(relation: &str, ontology: &Ontology) -> (Arc<str>, Arc<str>, bool) {
    let known = ontology.relation(relation);
    let label = known.map(|r| r.label.clone()).filter(|l| !l.trim().is_empty());
    (relation.into(), label.unwrap_or_else(|| words(relation)).into(), known.is_some_and(|r| r.is_symmetric))
}

/// The words of a local name: `memberOf` gives `member of`.
fn words(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 2);
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture::{ontology, row};

    #[test]
    fn rows_of_one_relation_are_one_edge() {
        let rows = [
            row("CAN memberOf organisation/osce").at("b", 10, 20),
            row("CAN memberOf organisation/osce").at("a", 5, 9).on("2014"),
            row("CAN memberOf organisation/osce").at("a", 5, 9).on("2014"),
            row("CAN supports organisation/osce").negated(),
        ]
        .map(|r| r.0);
        let graph = Graph::from_rows(&rows, &ontology());
        let edges: Vec<_> = graph.edges().map(|(s, e, t)| (&*s.id, &*e.label, &*t.id, e.weight())).collect();
        assert_eq!(edges, [("CAN", "member of", "organisation.osce", 2), ("CAN", "supports", "organisation.osce", 1)]);
        let (_, member, _) = graph.edges().next().unwrap();
        assert_eq!(member.first_quote(), Some("CAN memberOf organisation/osce"));
        assert_eq!(member.documents().len(), 2);
        assert!(!member.is_negated() && graph.edges().nth(1).unwrap().1.is_negated());
    }

    #[test]
    fn a_node_with_an_undated_edge_has_no_period() {
        let dated = || row("CAN memberOf organisation/osce").on("2014").0;
        let undated = row("CAN supports organisation/un").0;
        let graph = Graph::from_rows(&[dated(), undated], &ontology());
        let periods: Vec<_> = graph.nodes().map(|n| (&*n.entity, n.period.is_some())).collect();
        assert_eq!(periods, [("CAN", false), ("organisation/osce", true), ("organisation/un", false)]);
    }

    #[test]
    fn what_the_rows_leave_out_is_filled_in() {
        let mut row = row("CAN unheardOf thing/x y").0;
        row.object.clear();
        row.object_class.clear();
        let graph = Graph::from_rows(&[row], &ontology());
        let thing = graph.nodes().nth(1).unwrap();
        assert_eq!((&*thing.id, &*thing.label, &*thing.class), ("thing.x_y", "thing/x y", "Entity"));
        assert_eq!(&*graph.edges().next().unwrap().1.label, "unheard of");
        assert_eq!(&*graph.nodes().next().unwrap().iri, "https://w3id.org/demarche/id/state/CAN");
    }
}
