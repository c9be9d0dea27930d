//! A quadtree of bodies (Barnes and Hut, 1986): far bodies push as one, so that a step costs n log n instead
//! of n². It is built and walked in the order of the bodies, which keeps sums of floats reproducible.

use super::{Point, bounds};

/// A cell is far when it is this much narrower than it is away.
const OPENING: f64 = 1.0;
/// Bodies of a leaf.
const LEAF: usize = 8;
/// A leaf at this depth takes any number of bodies: they lie all but on one point.
const DEEPEST: usize = 40;

struct Cell {
    middle: Point,
    mass: f64,
    width: f64,
    /// Bodies of a leaf.
    bodies: std::ops::Range<usize>,
    /// The cell to go on with when this one is not opened.
    next: usize,
}

/// Bodies in cells; cells stand in preorder.
pub(super) struct Tree {
    cells: Vec<Cell>,
    bodies: Vec<(Point, f64)>,
}

impl Tree {
    pub(super) fn new(points: &[Point], masses: &[f64]) -> Self {
        let (low, high) = bounds(points);
        let width = f64::max(high.x - low.x, high.y - low.y).max(f64::MIN_POSITIVE);
        let bodies: Vec<_> = points.iter().copied().zip(masses.iter().copied()).collect();
        let n_cells = bodies.len() / 2;
        let mut tree = Self { cells: Vec::with_capacity(n_cells), bodies: Vec::with_capacity(bodies.len()) };
        tree.add(bodies, low, width, 0);
        tree
    }

    fn add(&mut self, bodies: Vec<(Point, f64)>, low: Point, width: f64, depth: usize) {
        let (at, first) = (self.cells.len(), self.bodies.len());
        let (middle, mass) = barycentre(&bodies);
        self.cells.push(Cell { middle, mass, width, bodies: first..first, next: 0 });
        if bodies.len() <= LEAF || depth == DEEPEST {
            self.bodies.extend(bodies);
            self.cells[at].bodies = first..self.bodies.len();
        } else {
            let half = width / 2.0;
            for (quadrant, part) in quarters(bodies, low, half).into_iter().enumerate() {
                if !part.is_empty() {
                    self.add(part, corner(low, half, quadrant), half, depth + 1);
                }
            }
        }
        self.cells[at].next = self.cells.len();
    }

    /// The sum over all bodies of their mass times the vector from them to `point`, divided by its square.
    pub(super) fn push_on(&self, point: Point) -> Point {
        let mut sum = Point::default();
        let mut at = 0;
        while let Some(cell) = self.cells.get(at) {
            let is_far = cell.width * cell.width < OPENING * OPENING * distance_squared(point, cell.middle);
            if is_far {
                push(&mut sum, point, cell.middle, cell.mass);
            } else {
                self.bodies[cell.bodies.clone()].iter().for_each(|&(body, mass)| push(&mut sum, point, body, mass));
            }
            at = if is_far { cell.next } else { at + 1 };
        }
        sum
    }
}

fn push(sum: &mut Point, point: Point, from: Point, mass: f64) {
    let squared = distance_squared(point, from);
    if squared > 0.0 {
        let factor = mass / squared.max(1e-6);
        sum.x += (point.x - from.x) * factor;
        sum.y += (point.y - from.y) * factor;
    }
}

fn distance_squared(one: Point, other: Point) -> f64 {
    let (x, y) = (one.x - other.x, one.y - other.y);
    x * x + y * y
}

fn barycentre(bodies: &[(Point, f64)]) -> (Point, f64) {
    let mut sum = Point::default();
    let mut mass = 0.0;
    for (point, m) in bodies {
        sum.x += point.x * m;
        sum.y += point.y * m;
        mass += m;
    }
    let total = if mass > 0.0 { mass } else { 1.0 };
    (Point { x: sum.x / total, y: sum.y / total }, mass)
}

fn quarters(bodies: Vec<(Point, f64)>, low: Point, half: f64) -> [Vec<(Point, f64)>; 4] {
    let mut parts: [Vec<(Point, f64)>; 4] = Default::default();
    for body in bodies {
        let (right, upper) = (body.0.x >= low.x + half, body.0.y >= low.y + half);
        parts[usize::from(right) + 2 * usize::from(upper)].push(body);
    }
    parts
}

fn corner(low: Point, half: f64, quadrant: usize) -> Point {
    Point { x: low.x + half * (quadrant % 2) as f64, y: low.y + half * (quadrant / 2) as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::layout::unit;
    use crate::graph::slug::mixed;

    #[test]
    fn it_pushes_nearly_as_every_body_alone_would() {
        let points: Vec<Point> = (1..500).map(|i| Point { x: unit(mixed(i)), y: unit(mixed(mixed(i))) }).collect();
        let masses: Vec<f64> = (1..500).map(|i| f64::from(i % 7 + 1)).collect();
        let tree = Tree::new(&points, &masses);
        let (mut error, mut size) = (0.0, 0.0);
        for &point in &points {
            let mut exact = Point::default();
            points.iter().zip(&masses).for_each(|(&from, &mass)| push(&mut exact, point, from, mass));
            error += distance_squared(exact, tree.push_on(point));
            size += distance_squared(exact, Point::default());
        }
        assert!(error < 0.01 * size, "{error} {size}");
    }

    #[test]
    fn bodies_on_one_point_end_the_division() {
        let tree = Tree::new(&[Point::default(); 100], &[1.0; 100]);
        assert_eq!(tree.push_on(Point::default()), Point::default());
    }
}
