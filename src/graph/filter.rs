//! Parts of a graph: by relation, class, State, time, modality and weight. A filter takes evidence away, then
//! the edges that have none left, then what is far from the nodes asked for, then the nodes that no edge
//! touches; what stays is counted anew.

use std::collections::BTreeSet;

use petgraph::graph::{DiGraph, NodeIndex};

use super::{Date, Edge, Evidence, Graph, Node};
use crate::link::Modality;
use crate::ontology::Ontology;

/// What to keep. An empty set and a `None` ask for nothing; of a set one member must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Relations, each with its narrower ones.
    pub relations: BTreeSet<String>,
    /// Classes, each with its sub-classes: one end of an edge is of one of them.
    pub classes: BTreeSet<String>,
    /// Table ids of States: one end of an edge is one of them.
    pub states: BTreeSet<String>,
    /// Evidence that is not over before this day.
    pub from: Option<Date>,
    /// Evidence that has begun by this day.
    pub to: Option<Date>,
    /// Modalities of evidence.
    pub modalities: BTreeSet<Modality>,
    /// Least weight of an edge, counted over the evidence that stays.
    pub min_weight: usize,
    /// Table ids of entities: what stays is joined to one of them by at most `depth` edges.
    pub around: BTreeSet<String>,
    /// Most edges, of whatever direction, between an end of an edge and one of `around`; at least 1.
    pub depth: usize,
}

impl Graph {
    /// The part of the graph that `filter` asks for; places are kept.
    #[must_use]
    pub fn filtered(&self, filter: &Filter, ontology: &Ontology) -> Self {
        if *filter == Filter::default() {
            return self.clone();
        }
        let part = self.inner.filter_map(
            |_, node| Some(Node { measures: None, ..node.clone() }),
            |index, edge| {
                let (source, target) = self.inner.edge_endpoints(index)?;
                filter.part_of(&self.inner[source], edge, &self.inner[target], ontology)
            },
        );
        let part = if filter.around.is_empty() { part } else { neighbourhood(&part, filter) };
        let mut graph = Self { inner: without_isolated(&part), latest: self.latest };
        graph.recount();
        graph
    }
}

/// The graph of the nodes that an edge touches, in the same order.
fn without_isolated(graph: &DiGraph<Node, Edge>) -> DiGraph<Node, Edge> {
    graph.filter_map(
        |index, node| graph.neighbors_undirected(index).next().map(|_| node.clone()),
        |_, edge| Some(edge.clone()),
    )
}

/// The edges between nodes that are near to one of those asked for.
fn neighbourhood(graph: &DiGraph<Node, Edge>, filter: &Filter) -> DiGraph<Node, Edge> {
    let mut near = vec![false; graph.node_count()];
    let mut rim: Vec<NodeIndex> =
        graph.node_indices().filter(|&node| filter.around.contains(&*graph[node].entity)).collect();
    for _ in 0..filter.depth.max(1) {
        mark(&mut near, &rim);
        rim = rim.iter().flat_map(|&node| graph.neighbors_undirected(node)).filter(|n| !near[n.index()]).collect();
    }
    mark(&mut near, &rim);
    graph.filter_map(
        |_, node| Some(node.clone()),
        |index, edge| {
            let (source, target) = graph.edge_endpoints(index)?;
            (near[source.index()] && near[target.index()]).then(|| edge.clone())
        },
    )
}

fn mark(near: &mut [bool], nodes: &[NodeIndex]) {
    for node in nodes {
        near[node.index()] = true;
    }
}

impl Filter {
    /// What stays of an edge.
    fn part_of(&self, source: &Node, edge: &Edge, target: &Node, ontology: &Ontology) -> Option<Edge> {
        let mut edge = self.admits(source, edge, target, ontology).then(|| edge.clone())?;
        edge.evidence.retain(|e| self.admits_evidence(e));
        (edge.weight() >= self.min_weight.max(1)).then_some(edge)
    }

    fn admits(&self, source: &Node, edge: &Edge, target: &Node, ontology: &Ontology) -> bool {
        let holds = |set: &BTreeSet<String>, test: &dyn Fn(&String) -> bool| set.is_empty() || set.iter().any(test);
        let ends = [source, target];
        holds(&self.relations, &|wanted| ontology.is_narrower(&edge.relation, wanted))
            && holds(&self.classes, &|wanted| ends.iter().any(|n| ontology.is_subclass(&n.class, wanted)))
            && holds(&self.states, &|wanted| ends.iter().any(|n| *n.entity == **wanted))
    }

    fn admits_evidence(&self, evidence: &Evidence) -> bool {
        (self.modalities.is_empty() || self.modalities.contains(&evidence.modality)) && self.admits_date(evidence.date)
    }

    /// Whether a date may lie in the period asked for; an unknown one only when none is asked for.
    fn admits_date(&self, date: Option<Date>) -> bool {
        let Some(date) = date else { return self.from.is_none() && self.to.is_none() };
        self.from.is_none_or(|from| date.last_day() >= from.first_day())
            && self.to.is_none_or(|to| date.first_day() <= to.last_day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture::{ontology, row};

    fn graph() -> Graph {
        let rows = [
            row("CAN foundingMemberOf organisation/gfce").on("2015-04"),
            row("CAN hasLaw law/CAN/spam").on("2014").modality("planned"),
            row("GBR memberOf organisation/gfce").on("2016"),
            row("GBR memberOf organisation/gfce").on("2019").at("b", 3, 9),
            row("GBR cooperatesWith CAN"),
        ];
        Graph::from_rows(&rows.map(|r| r.0), &ontology())
    }

    #[track_caller]
    fn check(filter: &Filter, expected: &[&str]) {
        let graph = graph().filtered(filter, &ontology());
        let edges: Vec<String> =
            graph.edges().map(|(s, e, t)| format!("{} {} {} {}", s.id, e.relation, t.id, e.weight())).collect();
        assert_eq!(edges, expected);
    }

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|&n| n.to_owned()).collect()
    }

    #[test]
    fn narrower_relations_and_sub_classes_pass() {
        let founding = "CAN foundingMemberOf organisation.gfce 1";
        let member = "GBR memberOf organisation.gfce 2";
        check(&Filter { relations: set(&["memberOf"]), ..Filter::default() }, &[founding, member]);
        check(&Filter { classes: set(&["Organisation"]), ..Filter::default() }, &[founding, member]);
        check(&Filter { relations: set(&["memberOf"]), states: set(&["GBR"]), ..Filter::default() }, &[member]);
    }

    #[test]
    fn time_takes_evidence_away() {
        let from = Date::parse("2015-04-30");
        check(
            &Filter { from, to: Date::parse("2016"), ..Filter::default() },
            &["CAN foundingMemberOf organisation.gfce 1", "GBR memberOf organisation.gfce 1"],
        );
    }

    #[test]
    fn modality_and_weight_pass_what_they_ask_for() {
        let modalities = BTreeSet::from([Modality::Planned]);
        check(&Filter { modalities, ..Filter::default() }, &["CAN hasLaw law.CAN.spam 1"]);
        check(&Filter { min_weight: 2, ..Filter::default() }, &["GBR memberOf organisation.gfce 2"]);
    }

    #[test]
    fn a_neighbourhood_ends_at_its_depth() {
        let around = |name: &str, depth| Filter { around: set(&[name]), depth, ..Filter::default() };
        check(&around("law/CAN/spam", 1), &["CAN hasLaw law.CAN.spam 1"]);
        check(
            &around("law/CAN/spam", 2),
            &[
                "CAN hasLaw law.CAN.spam 1",
                "CAN foundingMemberOf organisation.gfce 1",
                "GBR cooperatesWith CAN 1",
                "GBR memberOf organisation.gfce 2",
            ],
        );
        check(
            &around("organisation/gfce", 1),
            &[
                "CAN foundingMemberOf organisation.gfce 1",
                "GBR cooperatesWith CAN 1",
                "GBR memberOf organisation.gfce 2",
            ],
        );
        check(&around("nothing", 3), &[]);
    }

    #[test]
    fn nodes_without_edges_go_and_others_are_counted_anew() {
        let graph = graph().filtered(&Filter { min_weight: 2, ..Filter::default() }, &ontology());
        let nodes: Vec<_> = graph.nodes().map(|n| (&*n.id, n.n_mentions)).collect();
        assert_eq!(nodes, [("GBR", 2), ("organisation.gfce", 2)]);
    }
}
