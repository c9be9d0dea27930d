//! Neighbours of each node by index, with weights: the form in which layout and measures walk the graph.

use petgraph::visit::EdgeRef;

use super::Graph;

/// For each node its neighbours, each once and in order, with the weight of all edges to them.
pub(super) type Neighbours = Vec<Vec<(usize, f64)>>;

impl Graph {
    /// Neighbours regardless of direction; parallel and opposite edges are added up, loops left out.
    pub(super) fn undirected(&self) -> Neighbours {
        self.neighbours(|list, source, target, weight| {
            if source != target {
                list[source].push((target, weight));
                list[target].push((source, weight));
            }
        })
    }

    /// The targets of the edges of each node; parallel edges are added up, loops kept.
    pub(super) fn outgoing(&self) -> Neighbours {
        self.neighbours(|list, source, target, weight| list[source].push((target, weight)))
    }

    fn neighbours(&self, add: impl Fn(&mut Neighbours, usize, usize, f64)) -> Neighbours {
        let mut list: Neighbours = vec![Vec::new(); self.inner.node_count()];
        for edge in self.inner.edge_references() {
            add(&mut list, edge.source().index(), edge.target().index(), edge.weight().weight() as f64);
        }
        list.iter_mut().for_each(merge);
        list
    }
}

/// Sorts bonds and adds up those to one node.
fn merge(bonds: &mut Vec<(usize, f64)>) {
    bonds.sort_by_key(|bond| bond.0);
    bonds.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
}
