//! Communities by the method of Louvain (Blondel et al., 2008): each node moves to the community of a neighbour
//! where modularity gains most, communities become nodes, and so on until nothing moves; then single nodes try
//! again from there. What falls into pieces without a link between them is several communities.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::graph::adjacency::Neighbours;
use crate::graph::slug::mixed;

/// Least gain, as a share of a node's weight, for which it moves: what rounding alone may seem to give.
const LEAST_GAIN: f64 = 1e-10;
/// Orders in which nodes take turns.
const N_RUNS: u64 = 8;
/// Most times that single nodes try again.
const MOST_ROUNDS: usize = 10;
/// Graphs with more nodes get one run and one round: it would take minutes to win the last per cent.
const LARGE: usize = 10_000;

/// The community of each node, from 1 for the largest; of equals the one that begins first. The best of several
/// runs in which the nodes take turns in different orders.
pub(super) fn communities(neighbours: &Neighbours) -> Vec<u32> {
    let n_runs = if neighbours.len() > LARGE { 1 } else { N_RUNS };
    let runs = (0..n_runs).into_par_iter().map(|run| {
        let of = numbered(&pieces(neighbours, &settled(neighbours, run)));
        (modularity(neighbours, &of), of)
    });
    let runs: Vec<(f64, Vec<u32>)> = runs.collect();
    // Of equals the last, whatever the threads did.
    runs.into_iter().max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, of)| of).unwrap_or_default()
}

/// A division in which no node and no whole community gains by moving.
fn settled(neighbours: &Neighbours, run: u64) -> Vec<usize> {
    let ground = Level { neighbours: neighbours.clone(), inside: vec![0.0; neighbours.len()] };
    let mut of: Vec<usize> = (0..neighbours.len()).collect();
    let n_rounds = if neighbours.len() > LARGE { 1 } else { MOST_ROUNDS };
    for _ in 0..n_rounds {
        let before = without_gaps(&of);
        of = ground.moved(before.clone(), run);
        let mut level = ground.merged(&of);
        loop {
            let moved = level.moved((0..level.neighbours.len()).collect(), run);
            for community in &mut of {
                *community = moved[*community];
            }
            let next = level.merged(&moved);
            if next.neighbours.len() == level.neighbours.len() {
                break;
            }
            level = next;
        }
        if without_gaps(&of) == before {
            break;
        }
    }
    of
}

/// Modularity of a division, without loops.
pub(super) fn modularity(neighbours: &Neighbours, of: &[u32]) -> f64 {
    let mut sums: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    for (node, &(other, weight)) in neighbours.iter().enumerate().flat_map(|(n, b)| b.iter().map(move |b| (n, b))) {
        let (inside, all) = sums.entry(of[node]).or_default();
        *all += weight;
        *inside += if of[node] == of[other] { weight } else { 0.0 };
    }
    let whole: f64 = sums.values().map(|(_, all)| all).sum();
    if whole == 0.0 {
        return 0.0;
    }
    sums.values().map(|(inside, all)| inside / whole - (all / whole) * (all / whole)).sum()
}

/// A graph whose nodes are communities of the level below.
struct Level {
    neighbours: Neighbours,
    /// Twice the weight of the edges inside each node.
    inside: Vec<f64>,
}

impl Level {
    /// The community of each node, numbered without gaps, once no move from `of` gains anything.
    fn moved(&self, mut of: Vec<usize>, run: u64) -> Vec<usize> {
        let sum = |bonds: &Vec<(usize, f64)>| bonds.iter().map(|b| b.1).sum::<f64>();
        let degrees: Vec<f64> = self.neighbours.iter().zip(&self.inside).map(|(b, inside)| sum(b) + inside).collect();
        let whole: f64 = degrees.iter().sum();
        let mut totals = vec![0.0; of.len()];
        of.iter().zip(&degrees).for_each(|(&community, degree)| totals[community] += degree);
        let mut bonds: BTreeMap<usize, f64> = BTreeMap::new();
        let mut has_moved = whole > 0.0;
        while has_moved {
            has_moved = false;
            for node in turns(of.len(), run) {
                bonds.clear();
                bonds.insert(of[node], 0.0);
                self.neighbours[node].iter().for_each(|&(other, w)| *bonds.entry(of[other]).or_default() += w);
                totals[of[node]] -= degrees[node];
                let gain = |community: usize, bond: f64| bond - degrees[node] * totals[community] / whole;
                let (mut best, mut most) = (of[node], gain(of[node], bonds[&of[node]]));
                for (&community, &bond) in &bonds {
                    let gain = gain(community, bond);
                    if gain > most + LEAST_GAIN * degrees[node] {
                        (best, most) = (community, gain);
                    }
                }
                has_moved |= best != of[node];
                of[node] = best;
                totals[best] += degrees[node];
            }
        }
        without_gaps(&of)
    }

    /// The graph of these communities.
    fn merged(&self, of: &[usize]) -> Self {
        let n = of.iter().max().map_or(0, |most| most + 1);
        let mut inside = vec![0.0; n];
        let mut bonds: Vec<BTreeMap<usize, f64>> = vec![BTreeMap::new(); n];
        for (node, neighbours) in self.neighbours.iter().enumerate() {
            inside[of[node]] += self.inside[node];
            for &(other, weight) in neighbours {
                match of[node] == of[other] {
                    true => inside[of[node]] += weight,
                    false => *bonds[of[node]].entry(of[other]).or_default() += weight,
                }
            }
        }
        Self { neighbours: bonds.into_iter().map(|b| b.into_iter().collect()).collect(), inside }
    }
}

/// The order in which nodes take turns: as they stand, and scattered in later runs.
fn turns(n: usize, run: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    if run > 0 {
        order.sort_by_cached_key(|&node| (mixed(mixed(run) ^ node as u64), node));
    }
    order
}

/// The same division with numbers from 0 in the order of first appearance.
fn without_gaps(of: &[usize]) -> Vec<usize> {
    let mut numbers = BTreeMap::new();
    of.iter()
        .map(|community| {
            let next = numbers.len();
            *numbers.entry(community).or_insert(next)
        })
        .collect()
}

/// Divides communities into what hangs together.
fn pieces(neighbours: &Neighbours, of: &[usize]) -> Vec<usize> {
    let mut pieces = vec![usize::MAX; of.len()];
    for start in 0..of.len() {
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            if pieces[node] == usize::MAX {
                pieces[node] = start;
                open.extend(neighbours[node].iter().map(|b| b.0).filter(|&other| of[other] == of[start]));
            }
        }
    }
    pieces
}

/// Numbers by size.
fn numbered(of: &[usize]) -> Vec<u32> {
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    for community in of {
        *sizes.entry(*community).or_default() += 1;
    }
    let mut order: Vec<(usize, usize)> = sizes.into_iter().collect();
    order.sort_by_key(|&(first, size)| (std::cmp::Reverse(size), first));
    let numbers: BTreeMap<usize, u32> = order.into_iter().map(|(first, _)| first).zip(1..).collect();
    of.iter().map(|community| numbers[community]).collect()
}
