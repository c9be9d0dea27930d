//! Measures of nodes, as network analysis knows them: degree, rank, betweenness, hubs and authorities, cores,
//! communities. All are exact functions of the graph, with sums taken in a fixed order, so that every machine
//! and any number of threads yields the same numbers; `NetworkX` finds the same.

mod betweenness;
mod community;
mod core;
mod rank;

use super::Graph;

/// What the position of a node in the whole graph amounts to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    /// Number of edges that touch it; a loop counts twice.
    pub degree: u32,
    /// Sum of the weights of these edges.
    pub weighted_degree: f64,
    /// `PageRank` (Page et al., 1999) along directed, weighted edges, damping 0.85; all nodes together have 1.
    pub pagerank: f64,
    /// Share of the shortest paths between two others that lead through it (Freeman, 1977), without weights
    /// and directions. In graphs of more than [`EXACT_BETWEENNESS`](Self::EXACT_BETWEENNESS) nodes estimated
    /// from the paths of [`N_PIVOTS`](Self::N_PIVOTS) evenly spaced nodes (Brandes and Pich, 2007).
    pub betweenness: f64,
    /// How much it points to authorities (Kleinberg, 1999), with weights; all nodes together have 1.
    pub hub: f64,
    /// How much hubs point to it (Kleinberg, 1999), with weights; all nodes together have 1.
    pub authority: f64,
    /// The largest k for which it is in the k-core (Seidman, 1983), without weights and directions.
    pub core: u32,
    /// Number of its community, from 1 for the largest: Louvain (Blondel et al., 2008) without directions.
    pub community: u32,
}

impl Measures {
    /// The largest number of nodes for which betweenness is exact.
    pub const EXACT_BETWEENNESS: usize = 10_000;
    /// Number of nodes from whose paths betweenness is estimated in larger graphs.
    pub const N_PIVOTS: usize = 1_000;
}

impl Graph {
    /// The graph with every node measured.
    #[must_use]
    pub fn measured(mut self) -> Self {
        let (undirected, outgoing) = (self.undirected(), self.outgoing());
        let degrees = self.degrees();
        let pagerank = rank::pagerank(&outgoing);
        let (hubs, authorities) = rank::hubs_and_authorities(&outgoing);
        let is_exact = undirected.len() <= Measures::EXACT_BETWEENNESS;
        let n_sources = if is_exact { undirected.len() } else { Measures::N_PIVOTS };
        let betweenness = betweenness::betweenness(&undirected, n_sources);
        let cores = core::core_numbers(&undirected);
        let communities = community::communities(&undirected);
        for (i, node) in self.inner.node_weights_mut().enumerate() {
            node.measures = Some(Measures {
                degree: degrees[i].0,
                weighted_degree: degrees[i].1,
                pagerank: pagerank[i],
                betweenness: betweenness[i],
                hub: hubs[i],
                authority: authorities[i],
                core: cores[i],
                community: communities[i],
            });
        }
        self
    }

    /// How much more weight lies inside the communities than chance would put there (Newman and Girvan, 2004):
    /// below 1, and 0 for a graph without edges or measures.
    #[must_use]
    pub fn modularity(&self) -> f64 {
        let communities: Vec<u32> = self.nodes().map(|n| n.measures.map_or(0, |m| m.community)).collect();
        community::modularity(&self.undirected(), &communities)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture::{ontology, row};

    /// Two triangles joined by one edge, and a loop.
    fn graph() -> Graph {
        let links = ["A B", "B C", "C A", "C D", "D E", "E F", "F D", "F F"];
        let rows = links.map(|pair| row(&pair.replace(' ', " cooperatesWith ")).0);
        Graph::from_rows(&rows, &ontology()).measured()
    }

    fn bow_tie() -> Vec<Measures> {
        graph().nodes().filter_map(|n| n.measures).collect()
    }

    #[test]
    fn degrees_count_a_loop_twice() {
        let degrees: Vec<_> = bow_tie().iter().map(|m| m.degree).collect();
        assert_eq!(degrees, [2, 2, 3, 3, 2, 4]);
    }

    #[test]
    fn the_bridge_lies_between() {
        let betweenness: Vec<_> = bow_tie().iter().map(|m| (m.betweenness * 1e9).round() / 1e9).collect();
        assert_eq!(betweenness, [0.0, 0.0, 0.6, 0.6, 0.0, 0.0]);
    }

    #[test]
    fn triangles_are_communities_and_cores() {
        assert_eq!(bow_tie().iter().map(|m| m.community).collect::<Vec<_>>(), [1, 1, 1, 2, 2, 2]);
        assert!(bow_tie().iter().all(|m| m.core == 2));
        // Six of seven edges inside; each community holds half of all ends.
        assert!((graph().modularity() - (6.0 / 7.0 - 0.5)).abs() < 1e-12);
    }

    #[test]
    fn shares_add_up_to_one() {
        for share in [|m: &Measures| m.pagerank, |m: &Measures| m.hub, |m: &Measures| m.authority] {
            assert!((bow_tie().iter().map(share).sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn a_graph_without_nodes_has_no_measures() {
        assert_eq!(Graph::default().measured().nodes().count(), 0);
    }
}
