//! Core numbers: take away again and again the node with the fewest neighbours (Batagelj and Zaveršnik, 2003).

use crate::graph::adjacency::Neighbours;

/// The largest k for which each node is in the k-core.
pub(super) fn core_numbers(neighbours: &Neighbours) -> Vec<u32> {
    let mut left: Vec<usize> = neighbours.iter().map(Vec::len).collect();
    let most = left.iter().copied().max().unwrap_or(0);
    let mut queues: Vec<Vec<usize>> = vec![Vec::new(); most + 1];
    left.iter().enumerate().for_each(|(node, &n)| queues[n].push(node));
    let mut cores: Vec<Option<usize>> = vec![None; neighbours.len()];
    let mut k = 0;
    while k <= most {
        let Some(node) = queues[k].pop() else {
            k += 1;
            continue;
        };
        // A node stands in a queue for each number of neighbours that it had; the last is the true one.
        if cores[node].is_some() || left[node] > k {
            continue;
        }
        cores[node] = Some(k);
        for &(other, _) in &neighbours[node] {
            if cores[other].is_none() && left[other] > k {
                left[other] -= 1;
                queues[left[other]].push(other);
            }
        }
    }
    cores.into_iter().map(|core| u32::try_from(core.unwrap_or(0)).unwrap_or(u32::MAX)).collect()
}
