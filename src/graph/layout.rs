//! Where each node is drawn: a force layout of our own after ForceAtlas2 (Jacomy et al., 2014), so that a
//! file opens laid out. Linked nodes attract, all nodes repel, overlaps are pushed apart. It starts from
//! places hashed from the ids and uses only operations that IEEE 754 rounds exactly (no sine, no logarithm,
//! no clock), so that every machine and any number of threads yields the same bytes.

mod force;
mod quadtree;
mod spacing;

use petgraph::graph::NodeIndex;

use super::slug::{fnv1a, mixed};
use super::{Graph, Place};
use force::Network;

/// Half the side of the square that a layout fills.
const REACH: f64 = 1000.0;
/// Decimals that are written.
const PRECISION: f64 = 100.0;

/// A point or vector of the plane.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Point {
    x: f64,
    y: f64,
}

impl Graph {
    /// The graph with every node placed: centred on 0, from -1000 to 1000, no two on one point; sizes grow
    /// with the weighted degree. The labels of the [largest nodes](Graph::labelled) do not overlap, and the
    /// communities of a [measured](Graph::measured) graph stand apart.
    #[must_use]
    pub fn arranged(mut self) -> Self {
        let sizes = sizes(&self.degrees());
        let mut points = force::settle(&Network::of(&self), start(&self));
        fit(&mut points);
        let labelled: Vec<usize> = self.labelled().into_iter().map(NodeIndex::index).collect();
        let label = |node: usize| (node, &*self.inner[NodeIndex::new(node)].label);
        let labels: Vec<(usize, &str)> = labelled.iter().copied().map(label).collect();
        let rooms = spacing::part_labels(&mut points, &sizes, &labels);
        spacing::push_apart(&mut points, &sizes, &labelled, &rooms);
        for point in &mut points {
            *point = Point { x: rounded(point.x), y: rounded(point.y) };
        }
        spacing::make_distinct(&mut points);
        for ((node, point), size) in self.inner.node_weights_mut().zip(points).zip(sizes) {
            node.place = Some(Place { x: point.x, y: point.y, size });
        }
        self
    }
}

/// Radii by the root of the weighted degree, from 6 % to 30 % of the mean distance between nodes, as far as
/// that is neither too small to be seen nor too large for its surroundings.
fn sizes(degrees: &[(u32, f64)]) -> Vec<f64> {
    let spacing = 2.0 * REACH / (degrees.len().max(25) as f64).sqrt();
    let (least, largest) = ((0.06 * spacing).clamp(2.0, 14.0), (0.3 * spacing).clamp(32.0, 60.0));
    let most = degrees.iter().map(|d| d.1).fold(1.0, f64::max);
    degrees.iter().map(|(_, degree)| rounded(least + (largest - least) * (degree / most).sqrt())).collect()
}

/// A first place for each node, scattered over a square by the hash of its entity.
fn start(graph: &Graph) -> Vec<Point> {
    let side = 20.0 * (graph.inner.node_count() as f64).sqrt();
    let place = |hash: u64| Point { x: side * unit(hash), y: side * unit(mixed(hash)) };
    graph.nodes().map(|node| place(mixed(fnv1a(node.entity.bytes())))).collect()
}

/// The upper half of a hash as a number from -0.5 to 0.5.
fn unit(hash: u64) -> f64 {
    (hash >> 32) as f64 / f64::from(u32::MAX) - 0.5
}

/// Moves the middle of the points to 0 and scales them to the square.
fn fit(points: &mut [Point]) {
    let (low, high) = bounds(points);
    let half = f64::max(high.x - low.x, high.y - low.y) / 2.0;
    let scale = if half > 0.0 { REACH / half } else { 0.0 };
    let middle = Point { x: low.x.midpoint(high.x), y: low.y.midpoint(high.y) };
    for point in points {
        *point = Point { x: (point.x - middle.x) * scale, y: (point.y - middle.y) * scale };
    }
}

/// The corners of the smallest upright rectangle around the points.
fn bounds(points: &[Point]) -> (Point, Point) {
    let Some(&first) = points.first() else { return Default::default() };
    points.iter().fold((first, first), |(low, high), p| {
        (Point { x: low.x.min(p.x), y: low.y.min(p.y) }, Point { x: high.x.max(p.x), y: high.y.max(p.y) })
    })
}

/// Rounded to two decimals, without a negative zero.
fn rounded(value: f64) -> f64 {
    (value * PRECISION).round() / PRECISION + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture::{ontology, row};
    use crate::graph::label::Room;

    fn places(statements: &[&str]) -> Vec<(f64, f64)> {
        let rows: Vec<_> = statements.iter().map(|s| row(s).0).collect();
        let graph = Graph::from_rows(&rows, &ontology()).arranged();
        graph.nodes().filter_map(|n| n.place).map(|p| (p.x, p.y)).collect()
    }

    #[test]
    fn it_fills_the_square() {
        let places =
            places(&["CAN memberOf organisation/a", "CAN supports organisation/b", "GBR memberOf organisation/c"]);
        let most = places.iter().flat_map(|p| [p.0.abs(), p.1.abs()]).fold(0.0, f64::max);
        assert!((most - 1000.0).abs() < 0.01, "{places:?}");
    }

    /// Groups of States around organisations of their own, with a link between groups now and then.
    fn groups() -> Graph {
        let mut rows = Vec::new();
        for i in 0..160_u64 {
            let (group, state) = (i % 5, format!("S{i:03}"));
            for k in 0..4 {
                let organisation = mixed(i * 7 + k) % 12;
                rows.push(
                    row(&format!("{state} memberOf organisation/{group}-with-a-rather-long-name-{organisation}")).0,
                );
            }
            let other = mixed(i) % 5;
            rows.push(row(&format!("{state} supports organisation/{other}-with-a-rather-long-name-0")).0);
        }
        Graph::from_rows(&rows, &ontology()).measured().arranged()
    }

    #[test]
    fn labels_of_the_largest_do_not_overlap() {
        let graph = groups();
        let nodes = graph.labelled().into_iter().map(|node| &graph.inner[node]);
        let rooms: Vec<Room> = nodes.map(|n| Room::of(n.place.unwrap(), &n.label)).collect();
        assert_eq!(rooms.len(), 30);
        for (i, one) in rooms.iter().enumerate() {
            for other in &rooms[i + 1..] {
                let (across, up) = one.overlap(other);
                assert!(across <= 0.0 || up <= 0.0, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn communities_stand_apart() {
        let graph = groups();
        let nodes: Vec<_> = graph.nodes().map(|n| (n.place.unwrap(), n.measures.unwrap().community)).collect();
        let nearest = |at: usize| {
            let distance = |p: Place| (p.x - nodes[at].0.x).powi(2) + (p.y - nodes[at].0.y).powi(2);
            let others = nodes.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, node)| node);
            others.min_by(|a, b| distance(a.0).total_cmp(&distance(b.0))).unwrap().1
        };
        let n_at_home = (0..nodes.len()).filter(|&node| nearest(node) == nodes[node].1).count();
        assert!(n_at_home * 100 >= nodes.len() * 85, "{n_at_home} of {}", nodes.len());
    }

    #[test]
    fn a_loop_alone_stands_in_the_middle() {
        assert_eq!(places(&["CAN mentions CAN"]), [(0.0, 0.0)]);
        assert!(places(&[]).is_empty());
    }

    #[test]
    fn linked_nodes_stand_closer() {
        let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).powi(2) + (a.1 - b.1).powi(2);
        let p = places(&["CAN memberOf organisation/a", "GBR memberOf organisation/c"]);
        assert!(near(p[0], p[2]) < near(p[0], p[3]) && near(p[1], p[3]) < near(p[1], p[2]), "{p:?}");
    }
}
