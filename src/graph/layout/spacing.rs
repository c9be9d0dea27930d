//! Room between nodes: overlapping labels and discs are pushed apart, and no two nodes stay on one point.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::{PRECISION, Point, REACH};
use crate::graph::Place;
use crate::graph::label::Room;

/// Passes over all pairs of labels.
const N_LABEL_PASSES: usize = 400;
/// Passes over all nodes.
const N_PASSES: usize = 40;
/// Free room around a disc, as a share of its radius.
const MARGIN: f64 = 1.15;

/// Moves the nodes of these labels until no label lies on another or its node, for a fixed number of passes: of
/// two, each moves half the way, along the axis where it is shorter, but none out of the square. Gives the room
/// of each label with its node.
pub(super) fn part_labels(points: &mut [Point], radii: &[f64], labels: &[(usize, &str)]) -> Vec<Room> {
    let room = |points: &[Point], (node, label): (usize, &str)| {
        Room::of(Place { x: points[node].x, y: points[node].y, size: radii[node] }, label)
    };
    for _ in 0..N_LABEL_PASSES {
        let mut n_overlaps = 0_usize;
        for (i, &one) in labels.iter().enumerate() {
            for &other in &labels[i + 1..] {
                let (across, up) = room(points, one).overlap(&room(points, other));
                if across > 0.0 && up > 0.0 {
                    n_overlaps += 1;
                    part_along_shorter(points, (one.0, other.0), (across, up));
                }
            }
        }
        if n_overlaps == 0 {
            break;
        }
    }
    labels.iter().map(|&label| room(points, label)).collect()
}

/// Moves two points half an overlap away from each other, across or upwards.
fn part_along_shorter(points: &mut [Point], (one, other): (usize, usize), (across, up): (f64, f64)) {
    let half = across.min(up).midpoint(1.0);
    let way = |from: f64, to: f64| if from <= to { half } else { -half };
    let way = match up <= across {
        true => Point { x: 0.0, y: way(points[one].y, points[other].y) },
        false => Point { x: way(points[one].x, points[other].x), y: 0.0 },
    };
    points[one] = inside(Point { x: points[one].x - way.x, y: points[one].y - way.y });
    points[other] = inside(Point { x: points[other].x + way.x, y: points[other].y + way.y });
}

/// Moves discs that lie on a label up or down beside it; those that are fixed stay.
fn clear(points: &mut [Point], radii: &[f64], shares: &[f64], rooms: &[Room]) {
    for (node, point) in points.iter_mut().enumerate().filter(|(node, _)| shares[*node] > 0.0) {
        let radius = radii[node];
        for room in rooms {
            let disc = Room { x: (point.x - radius, point.x + radius), y: (point.y - radius, point.y + radius) };
            let (across, up) = room.overlap(&disc);
            if across > 0.0 && up > 0.0 {
                let is_above = point.y >= room.y.0.midpoint(room.y.1);
                let y = if is_above { room.y.1 + radius } else { room.y.0 - radius };
                *point = inside(Point { x: point.x, y });
            }
        }
    }
}

/// The nearest point of the square.
fn inside(point: Point) -> Point {
    Point { x: point.x.clamp(-REACH, REACH), y: point.y.clamp(-REACH, REACH) }
}

/// Pushes apart discs of these radii that overlap, and off the labels in `rooms`, for a fixed number of passes.
/// Those that are `fixed` stay.
pub(super) fn push_apart(points: &mut [Point], radii: &[f64], fixed: &[usize], rooms: &[Room]) {
    let cell = 2.0 * MARGIN * radii.iter().copied().fold(0.01, f64::max);
    let mut shares = vec![1.0; points.len()];
    for &node in fixed {
        shares[node] = 0.0;
    }
    for _ in 0..N_PASSES {
        let mut n_overlaps = 0_usize;
        clear(points, radii, &shares, rooms);
        for (one, other) in close_pairs(points, cell) {
            n_overlaps += usize::from(part(points, radii, &shares, one, other));
        }
        if n_overlaps == 0 {
            break;
        }
    }
}

/// Pairs of points in the same or adjacent cells of a grid, each once, in a fixed order.
fn close_pairs(points: &[Point], cell: f64) -> Vec<(usize, usize)> {
    let mut grid: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
    let place = |p: &Point| ((p.x / cell).floor() as i64, (p.y / cell).floor() as i64);
    for (node, point) in points.iter().enumerate() {
        grid.entry(place(point)).or_default().push(node);
    }
    let mut pairs = Vec::new();
    for (&(column, row), nodes) in &grid {
        for (i, &one) in nodes.iter().enumerate() {
            pairs.extend(nodes[i + 1..].iter().map(|&other| (one, other)));
        }
        for next in [(column + 1, row - 1), (column + 1, row), (column + 1, row + 1), (column, row + 1)] {
            let others = grid.get(&next).map_or(&[][..], Vec::as_slice);
            pairs.extend(nodes.iter().flat_map(|&one| others.iter().map(move |&other| (one, other))));
        }
    }
    pairs
}

/// Moves two discs away from each other, by their shares, along x where they share their middle; tells whether
/// they overlapped and one could move.
fn part(points: &mut [Point], radii: &[f64], shares: &[f64], one: usize, other: usize) -> bool {
    let way = Point { x: points[other].x - points[one].x, y: points[other].y - points[one].y };
    let distance = (way.x * way.x + way.y * way.y).sqrt();
    let overlap = MARGIN * (radii[one] + radii[other]) - distance;
    let shared = shares[one] + shares[other];
    if overlap <= 0.0 || shared == 0.0 {
        return false;
    }
    let (x, y) = if distance > 0.0 { (way.x / distance, way.y / distance) } else { (1.0, 0.0) };
    let (back, forth) = (overlap * shares[one] / shared, overlap * shares[other] / shared);
    points[one] = inside(Point { x: points[one].x - x * back, y: points[one].y - y * back });
    points[other] = inside(Point { x: points[other].x + x * forth, y: points[other].y + y * forth });
    true
}

/// Moves points that share a place, to the precision that is written, to the next free one towards 0.
pub(super) fn make_distinct(points: &mut [Point]) {
    let mut taken = FxHashSet::default();
    for point in points {
        let (mut x, y) = ((point.x * PRECISION).round() as i64, (point.y * PRECISION).round() as i64);
        let step = if x > 0 { -1 } else { 1 };
        while !taken.insert((x, y)) {
            x += step;
        }
        point.x = x as f64 / PRECISION;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_points_stay_together() {
        let mut points = vec![Point { x: 1000.0, y: -3.25 }; 50];
        make_distinct(&mut points);
        let places: std::collections::BTreeSet<String> = points.iter().map(|p| format!("{p:?}")).collect();
        assert_eq!(places.len(), 50);
        assert!(points.iter().all(|p| p.x.abs() <= 1000.0 && (p.y + 3.25).abs() < 1e-9));
    }

    #[test]
    fn discs_part() {
        let mut points = vec![Point::default(), Point { x: 1.0, y: 0.0 }, Point::default()];
        push_apart(&mut points, &[5.0, 5.0, 5.0], &[], &[]);
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            let (x, y) = (points[one].x - points[other].x, points[one].y - points[other].y);
            assert!(x * x + y * y >= 100.0, "{points:?}");
        }
    }
}
