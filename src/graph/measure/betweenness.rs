//! Betweenness by counting shortest paths from each node in turn (Brandes, 2001).

use rayon::prelude::*;

use crate::graph::adjacency::Neighbours;

/// Parts into which the sources are divided whatever the number of threads, so that sums come out alike.
const N_PARTS: usize = 32;

/// Share of the shortest paths between two other nodes that lead through each node, from the paths of
/// `n_sources` evenly spaced nodes.
pub(super) fn betweenness(neighbours: &Neighbours, n_sources: usize) -> Vec<f64> {
    let n = neighbours.len();
    let sources: Vec<usize> = (0..n_sources).map(|i| i * n / n_sources).collect();
    let parts: Vec<&[usize]> = sources.chunks(n_sources.div_ceil(N_PARTS).max(1)).collect();
    let sums: Vec<Vec<f64>> = parts.into_par_iter().map(|part| Paths::new(neighbours).dependencies(part)).collect();
    let n_pairs = (n.saturating_sub(1) * n.saturating_sub(2)) as f64;
    let scale = if n > 2 { n as f64 / n_sources as f64 / n_pairs } else { 0.0 };
    (0..n).map(|node| sums.iter().map(|sum| sum[node]).sum::<f64>() * scale).collect()
}

/// The shortest paths from one source, and room for those from the next.
struct Paths<'n> {
    neighbours: &'n Neighbours,
    /// Steps from the source, where a path is known.
    distances: Vec<u32>,
    /// Number of shortest paths.
    counts: Vec<f64>,
    /// Nodes reached, in the order of their distance.
    reached: Vec<usize>,
    dependencies: Vec<f64>,
}

const UNKNOWN: u32 = u32::MAX;

impl<'n> Paths<'n> {
    fn new(neighbours: &'n Neighbours) -> Self {
        let n = neighbours.len();
        Self {
            neighbours,
            distances: vec![UNKNOWN; n],
            counts: vec![0.0; n],
            reached: Vec::with_capacity(n),
            dependencies: vec![0.0; n],
        }
    }

    /// The dependencies of all these sources on each node, summed.
    fn dependencies(mut self, sources: &[usize]) -> Vec<f64> {
        let mut sums = vec![0.0; self.neighbours.len()];
        for &source in sources {
            self.search(source);
            self.add_to(&mut sums);
        }
        sums
    }

    fn search(&mut self, source: usize) {
        self.reached.push(source);
        (self.distances[source], self.counts[source]) = (0, 1.0);
        let mut at = 0;
        while let Some(&node) = self.reached.get(at) {
            for &(next, _) in &self.neighbours[node] {
                if self.distances[next] == UNKNOWN {
                    self.distances[next] = self.distances[node] + 1;
                    self.reached.push(next);
                }
                if self.distances[next] == self.distances[node] + 1 {
                    self.counts[next] += self.counts[node];
                }
            }
            at += 1;
        }
    }

    /// Walks back from the farthest node, adds what depends on each, and clears the room.
    fn add_to(&mut self, sums: &mut [f64]) {
        for &node in self.reached.iter().rev() {
            let share = (1.0 + self.dependencies[node]) / self.counts[node];
            for &(before, _) in &self.neighbours[node] {
                if self.distances[before] < self.distances[node] {
                    self.dependencies[before] += self.counts[before] * share;
                }
            }
            if self.distances[node] > 0 {
                sums[node] += self.dependencies[node];
            }
        }
        for node in self.reached.drain(..) {
            (self.distances[node], self.counts[node], self.dependencies[node]) = (UNKNOWN, 0.0, 0.0);
        }
    }
}
