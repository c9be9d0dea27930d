//! The forces and the steps: repulsion of all by the product of their masses, attraction along edges,
//! gravity towards the middle, and the speed control of ForceAtlas2.

use rayon::prelude::*;

use super::Point;
use super::quadtree::Tree;
use crate::graph::Graph;
use crate::graph::adjacency::Neighbours;

/// Share of its strength that a bond between communities keeps, so that they stand apart.
const ACROSS: f64 = 0.2;
/// Strength of repulsion.
const REPULSION: f64 = 12.0;
/// Strength of the pull towards the middle.
const GRAVITY: f64 = 0.8;
/// Most steps, for small graphs.
const MOST_STEPS: usize = 700;
/// Fewest steps, for large ones.
const FEWEST_STEPS: usize = 60;
/// Nodes moved in all steps together, between these two bounds.
const WORK: usize = 2_000_000;

/// What pulls and pushes: for each node its mass and its neighbours with the strength of the bond.
pub(super) struct Network {
    masses: Vec<f64>,
    neighbours: Neighbours,
}

impl Network {
    /// Bonds by the root of the weight, weaker between communities, if the graph is measured; the mass is one
    /// more than the number of neighbours.
    pub(super) fn of(graph: &Graph) -> Self {
        let communities: Vec<u32> = graph.nodes().map(|n| n.measures.map_or(0, |m| m.community)).collect();
        let mut neighbours = graph.undirected();
        for (node, bonds) in neighbours.iter_mut().enumerate() {
            for (other, strength) in bonds {
                let share = if communities[node] == communities[*other] { 1.0 } else { ACROSS };
                *strength = strength.sqrt() * share;
            }
        }
        let masses = neighbours.iter().map(|n| 1.0 + n.len() as f64).collect();
        Self { masses, neighbours }
    }
}

/// Moves the points until the forces are nearly even.
pub(super) fn settle(network: &Network, mut points: Vec<Point>) -> Vec<Point> {
    let n_steps = (WORK / points.len().max(1)).clamp(FEWEST_STEPS, MOST_STEPS);
    let mut speed = Speed { pace: 1.0, efficiency: 1.0 };
    let mut before = vec![Point::default(); points.len()];
    for _ in 0..n_steps {
        let forces = forces(network, &points);
        speed.adapt(network, &forces, &before);
        for ((point, force), old) in points.iter_mut().zip(&forces).zip(&before) {
            let factor = speed.pace / (1.0 + (speed.pace * length(difference(*force, *old))).sqrt());
            point.x += force.x * factor;
            point.y += force.y * factor;
        }
        before = forces;
    }
    points
}

fn forces(network: &Network, points: &[Point]) -> Vec<Point> {
    let tree = Tree::new(points, &network.masses);
    let force = |node: usize| {
        let (point, mass) = (points[node], network.masses[node]);
        let push = tree.push_on(point);
        let mut sum = Point { x: push.x * REPULSION * mass, y: push.y * REPULSION * mass };
        for &(other, strength) in &network.neighbours[node] {
            pull(&mut sum, point, points[other], strength);
        }
        pull(&mut sum, point, Point::default(), GRAVITY * mass);
        sum
    };
    (0..points.len()).into_par_iter().with_min_len(256).map(force).collect()
}

/// Adds a pull from `point` to `target` that grows with the root of the distance: less than ForceAtlas2's,
/// which draws groups together, more than that of its `LinLog` mode, which needs a logarithm.
fn pull(sum: &mut Point, point: Point, target: Point, strength: f64) {
    let way = difference(target, point);
    let distance = length(way);
    if distance > 0.0 {
        let factor = strength / distance.sqrt();
        sum.x += way.x * factor;
        sum.y += way.y * factor;
    }
}

/// How fast points move: faster while they keep their direction, slower while they swing.
struct Speed {
    pace: f64,
    efficiency: f64,
}

impl Speed {
    fn adapt(&mut self, network: &Network, forces: &[Point], before: &[Point]) {
        let (mut swing, mut traction) = (1e-9, 1e-9);
        for ((mass, force), old) in network.masses.iter().zip(forces).zip(before) {
            swing += mass * length(difference(*force, *old));
            traction += mass * length(Point { x: force.x + old.x, y: force.y + old.y }) / 2.0;
        }
        let n = forces.len() as f64;
        let optimum = 0.05 * n.sqrt();
        let mut tolerance = optimum.sqrt().max(f64::min(10.0, optimum * traction / (n * n)));
        if swing > 2.0 * traction {
            self.slacken(0.5);
            tolerance = tolerance.max(1.0);
        }
        let target = tolerance * self.efficiency * traction / swing;
        if swing > tolerance * traction {
            self.slacken(0.7);
        } else if self.pace < 1000.0 {
            self.efficiency *= 1.3;
        }
        self.pace += f64::min(target - self.pace, 0.5 * self.pace);
    }

    fn slacken(&mut self, factor: f64) {
        if self.efficiency > 0.05 {
            self.efficiency *= factor;
        }
    }
}

fn difference(one: Point, other: Point) -> Point {
    Point { x: one.x - other.x, y: one.y - other.y }
}

fn length(vector: Point) -> f64 {
    (vector.x * vector.x + vector.y * vector.y).sqrt()
}
