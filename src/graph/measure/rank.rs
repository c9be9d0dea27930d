//! Measures that nodes hand on along directed, weighted edges, found by iteration.

use crate::graph::adjacency::Neighbours;

/// Share of rank that follows edges; the rest starts anew anywhere.
const DAMPING: f64 = 0.85;
/// Summed change of a step, in shares of the whole, at which an iteration ends.
const TOLERANCE: f64 = 1e-12;
/// Most steps; the change shrinks by `DAMPING` in each step of `PageRank`.
const MOST_STEPS: usize = 2_000;

/// `PageRank`. What a node without edges would hand on is spread over all.
pub(super) fn pagerank(outgoing: &Neighbours) -> Vec<f64> {
    let n = outgoing.len() as f64;
    let sums: Vec<f64> = outgoing.iter().map(|edges| edges.iter().map(|e| e.1).sum()).collect();
    iterate(vec![1.0 / n; outgoing.len()], |ranks| {
        let dangling: f64 = ranks.iter().zip(&sums).filter(|(_, sum)| **sum == 0.0).map(|(rank, _)| rank).sum();
        let mut next = vec![((1.0 - DAMPING) + DAMPING * dangling) / n; ranks.len()];
        for ((edges, rank), sum) in outgoing.iter().zip(ranks).zip(&sums) {
            for &(target, weight) in edges {
                next[target] += DAMPING * rank * weight / sum;
            }
        }
        next
    })
}

/// Hubs and authorities. Without an edge, all nodes are alike.
pub(super) fn hubs_and_authorities(outgoing: &Neighbours) -> (Vec<f64>, Vec<f64>) {
    let even = vec![1.0 / outgoing.len() as f64; outgoing.len()];
    if outgoing.iter().all(Vec::is_empty) {
        return (even.clone(), even);
    }
    let hubs = iterate(even, |hubs| to_sources(outgoing, &to_targets(outgoing, hubs)));
    let authorities = to_targets(outgoing, &hubs);
    (hubs, authorities)
}

fn to_targets(outgoing: &Neighbours, hubs: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; hubs.len()];
    for (edges, hub) in outgoing.iter().zip(hubs) {
        for &(target, weight) in edges {
            sums[target] += weight * hub;
        }
    }
    normalised(sums)
}

fn to_sources(outgoing: &Neighbours, authorities: &[f64]) -> Vec<f64> {
    normalised(outgoing.iter().map(|edges| edges.iter().map(|&(target, w)| w * authorities[target]).sum()).collect())
}

/// The same with the sum 1.
fn normalised(mut values: Vec<f64>) -> Vec<f64> {
    let sum: f64 = values.iter().sum();
    // An empty sum is a negative zero.
    for value in &mut values {
        *value = *value / sum + 0.0;
    }
    values
}

/// Applies `step` until it changes next to nothing.
fn iterate(mut values: Vec<f64>, step: impl Fn(&[f64]) -> Vec<f64>) -> Vec<f64> {
    for _ in 0..MOST_STEPS {
        let next = step(&values);
        let change: f64 = next.iter().zip(&values).map(|(new, old)| (new - old).abs()).sum();
        values = next;
        if change < TOLERANCE {
            break;
        }
    }
    values
}
