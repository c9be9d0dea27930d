//! The labels of the largest nodes: which have one in a picture of the whole, how it is shortened, and the room
//! that it takes beside its node. The layout keeps these rooms apart, and pictures are drawn by them.

use petgraph::graph::NodeIndex;

use super::{Graph, Place};

/// Number of nodes with a label in a picture of the whole graph.
pub const N_LABELLED: usize = 30;
/// Height of the type, in units of the layout: 13 pixels where its square is drawn on 1000.
pub const TYPE_SIZE: f64 = 26.0;
/// Free room between a node and its label.
pub const GAP: f64 = 5.0;

/// Most characters of a label.
const MOST_CHARS: usize = 34;
/// Mean width of a character of a sans serif type, as a share of its height.
const CHAR_WIDTH: f64 = 0.56;
/// Height of a line, as a share of the height of the type.
const LINE_HEIGHT: f64 = 1.25;

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Left and right.
    pub x: (f64, f64),
    /// Low and high.
    pub y: (f64, f64),
}

impl Room {
    /// What a node and the label on its right take up.
    #[must_use]
    pub fn of(place: Place, label: &str) -> Self {
        let half = f64::max(place.size, TYPE_SIZE * LINE_HEIGHT / 2.0);
        let right = place.x + place.size + GAP + width(label);
        Self { x: (place.x - place.size, right), y: (place.y - half, place.y + half) }
    }

    /// By how much it would have to move to the right, and upwards, to part from another; negative or zero in
    /// either where they do not overlap.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> (f64, f64) {
        let along = |one: (f64, f64), other: (f64, f64)| one.1.min(other.1) - one.0.max(other.0);
        (along(self.x, other.x), along(self.y, other.y))
    }
}

/// The label as a picture shows it: whole, or cut at a word.
#[must_use]
pub fn short(label: &str) -> String {
    if label.chars().count() <= MOST_CHARS {
        return label.to_owned();
    }
    let cut: String = label.chars().take(MOST_CHARS - 1).collect();
    let end = cut.rfind(' ').filter(|&end| end > MOST_CHARS / 2).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([' ', ',', ':', ';', '-', '(']))
}

fn width(label: &str) -> f64 {
    // From the first of the wide scripts on, a character is as wide as it is high.
    let widths = short(label).chars().map(|c| if c < '\u{2E80}' { CHAR_WIDTH } else { 1.0 }).sum::<f64>();
    widths * TYPE_SIZE
}

impl Graph {
    /// The nodes with a label in a picture of the whole, the one of the largest weighted degree first; of equals
    /// the first.
    #[must_use]
    pub fn labelled(&self) -> Vec<NodeIndex> {
        let degrees = self.degrees();
        let mut nodes: Vec<NodeIndex> = self.inner.node_indices().collect();
        nodes.sort_by(|one, other| degrees[other.index()].1.total_cmp(&degrees[one.index()].1).then(one.cmp(other)));
        nodes.truncate(N_LABELLED);
        nodes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_labels_are_cut_at_a_word() {
        assert_eq!(short("Global Forum on Cyber Expertise"), "Global Forum on Cyber Expertise");
        assert_eq!(short("Treaty on the Non-Proliferation of Nuclear Weapons"), "Treaty on the Non-Proliferation…");
        assert_eq!(short(&"x".repeat(50)).chars().count(), MOST_CHARS);
    }

    #[test]
    fn rooms_know_their_overlap() {
        let room = |x, y| Room::of(Place { x, y, size: 10.0 }, "abc");
        let (across, up) = room(0.0, 0.0).overlap(&room(10.0, 5.0));
        assert!(across > 0.0 && up > 0.0);
        assert!(room(0.0, 0.0).overlap(&room(0.0, 40.0)).1 < 0.0);
    }
}
