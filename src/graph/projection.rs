//! Graphs of things of one kind, joined by what they have in common: States by the things that they are
//! linked to, organisations by the States that are linked to them. Denied links join nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use rustc_hash::FxHashMap;

use super::slug::{self, Ids};
use super::{Edge, Graph};
use crate::ontology::Ontology;

/// What stays in a projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Projection {
    /// States, joined by everything else that two of them are linked to.
    States,
    /// Organisations, joined by the States that are linked to two of them.
    Organisations,
}

impl Projection {
    /// Name of the relation of a projection. It is derived, so it is no relation of the ontology.
    pub const RELATION: &'static str = "sharesWith";

    const fn kept(self) -> &'static str {
        match self {
            Self::States => "State",
            Self::Organisations => "Organisation",
        }
    }

    fn joins(self, class: &str, ontology: &Ontology) -> bool {
        match self {
            Self::States => !ontology.is_subclass(class, "State"),
            Self::Organisations => ontology.is_subclass(class, "State"),
        }
    }
}

/// What each pair of kept nodes shares.
type Shared = BTreeMap<(NodeIndex, NodeIndex), Vec<Arc<str>>>;

impl Graph {
    /// The nodes of one kind, joined by what they share; the weight of an edge is the number of shared things.
    #[must_use]
    pub fn projected(&self, projection: Projection, ontology: &Ontology) -> Self {
        let mut inner = DiGraph::new();
        let mut index = FxHashMap::default();
        for (old, node) in self.inner.node_indices().zip(self.inner.node_weights()) {
            if ontology.is_subclass(&node.class, projection.kept()) {
                let mut node = node.clone();
                (node.measures, node.place, node.period) = (None, None, None);
                index.insert(old, inner.add_node(node));
            }
        }
        let mut ids = Ids::default();
        for ((source, target), shared) in self.shared(projection, ontology, &index) {
            let id = ids.claim(&slug::of_edge(&inner[source].id, Projection::RELATION, &inner[target].id));
            inner.add_edge(source, target, shared_edge(id, shared));
        }
        Self { inner, latest: self.latest }
    }

    fn shared(&self, projection: Projection, ontology: &Ontology, index: &FxHashMap<NodeIndex, NodeIndex>) -> Shared {
        let mut shared = Shared::new();
        for (hub, node) in self.inner.node_indices().zip(self.inner.node_weights()) {
            if projection.joins(&node.class, ontology) {
                let around: Vec<NodeIndex> = self.affirmed_neighbours(hub, index).into_iter().collect();
                for (i, &one) in around.iter().enumerate() {
                    for &other in &around[i + 1..] {
                        shared.entry((one, other)).or_default().push(node.label.clone());
                    }
                }
            }
        }
        shared
    }

    /// The kept nodes that an edge which is not denied joins to `hub`, in order.
    fn affirmed_neighbours(&self, hub: NodeIndex, index: &FxHashMap<NodeIndex, NodeIndex>) -> BTreeSet<NodeIndex> {
        let edges =
            [petgraph::Outgoing, petgraph::Incoming].into_iter().flat_map(|d| self.inner.edges_directed(hub, d));
        let affirmed = edges.filter(|e| !e.weight().is_negated());
        let others = affirmed.map(|e| if e.source() == hub { e.target() } else { e.source() });
        others.filter_map(|other| index.get(&other).copied()).collect()
    }
}

fn shared_edge(id: Arc<str>, shared: Vec<Arc<str>>) -> Edge {
    Edge {
        id,
        relation: Projection::RELATION.into(),
        label: "shares with".into(),
        is_symmetric: true,
        evidence: Vec::new(),
        shared,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture::{ontology, row};

    #[track_caller]
    fn check(projection: Projection, expected: &[&str]) {
        let rows = [
            row("CAN memberOf organisation/gfce"),
            row("GBR memberOf organisation/gfce"),
            row("GBR supports organisation/gfce"),
            row("GBR memberOf organisation/osce"),
            row("CAN supports organisation/osce"),
            row("FRA memberOf organisation/osce").negated(),
            row("FRA cooperatesWith GBR"),
        ];
        let graph = Graph::from_rows(&rows.map(|r| r.0), &ontology()).projected(projection, &ontology());
        let edges: Vec<String> = graph
            .edges()
            .map(|(s, e, t)| format!("{} {} {}: {}", s.id, e.weight(), t.id, e.shared.join(", ")))
            .collect();
        assert_eq!(edges, expected);
    }

    #[test]
    fn states_are_joined_by_what_they_share() {
        check(Projection::States, &["CAN 2 GBR: organisation/gfce, organisation/osce"]);
    }

    #[test]
    fn organisations_are_joined_by_states() {
        check(Projection::Organisations, &["organisation.gfce 2 organisation.osce: CAN, GBR"]);
    }
}
