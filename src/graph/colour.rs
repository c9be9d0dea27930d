//! Colours of classes. One hue of the colour-blind safe palette of Okabe and Ito for each family of classes,
//! light and dark shades of it inside the family.

use std::fmt;

use crate::ontology::Ontology;

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

/// Colours by class, narrow classes before the wide ones that hold them.
const PALETTE: [(&str, [u8; 3]); 27] = [
    ("State", [0x00, 0x72, 0xb2]),
    ("StateGroup", [0x4f, 0xa3, 0xd1]),
    ("UnitedNationsBody", [0x56, 0xb4, 0xe9]),
    ("NationalBody", [0xb0, 0x7a, 0x00]),
    ("IncidentResponseTeam", [0xb0, 0x7a, 0x00]),
    ("ExpertGroup", [0xf6, 0xc6, 0x67]),
    ("Forum", [0xf3, 0xb7, 0x3e]),
    ("NonGovernmentalOrganisation", [0xf9, 0xdb, 0xa0]),
    ("Company", [0xf9, 0xdb, 0xa0]),
    ("ResearchBody", [0xf9, 0xdb, 0xa0]),
    ("Organisation", [0xe6, 0x9f, 0x00]),
    ("Treaty", [0x00, 0x66, 0x4b]),
    ("Arrangement", [0x00, 0x66, 0x4b]),
    ("Law", [0x2b, 0x7f, 0x67]),
    ("Strategy", [0x33, 0xb1, 0x8f]),
    ("ActionPlan", [0x33, 0xb1, 0x8f]),
    ("Policy", [0x66, 0xc5, 0xab]),
    ("Programme", [0x66, 0xc5, 0xab]),
    ("Report", [0x99, 0xd8, 0xc7]),
    ("Instrument", [0x00, 0x9e, 0x73]),
    ("Incident", [0x9c, 0x44, 0x00]),
    ("CyberIncident", [0x9c, 0x44, 0x00]),
    ("Event", [0xd5, 0x5e, 0x00]),
    ("Place", [0xcc, 0x79, 0xa7]),
    ("Topic", [0xf0, 0xe4, 0x42]),
    ("Person", [0xe0, 0xae, 0xca]),
    ("Post", [0xe0, 0xae, 0xca]),
];

/// Colour of everything else.
const OTHER: [u8; 3] = [0x99, 0x99, 0x99];

impl Colour {
    /// The colour of a class: its own, else that of the family that holds it.
    #[must_use]
    pub fn of_class(class: &str, ontology: &Ontology) -> Self {
        let found = PALETTE.iter().find(|(family, _)| ontology.is_subclass(class, family));
        let [r, g, b] = found.map_or(OTHER, |(_, rgb)| *rgb);
        Self { r, g, b }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture::ontology;

    #[test]
    fn a_class_has_the_colour_of_its_family() {
        let colour = |class: &str| Colour::of_class(class, &ontology()).to_string();
        assert_eq!(colour("State"), "#0072b2");
        assert_eq!(colour("RegionalOrganisation"), colour("Organisation"));
        assert_ne!(colour("Treaty"), colour("Instrument"));
        assert_eq!(colour("Unheard"), "#999999");
    }
}
