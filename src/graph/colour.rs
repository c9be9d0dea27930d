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
const PALETTE: [(&str, u32); 27] = [
    ("State", 0x0072b2),
    ("StateGroup", 0x4fa3d1),
    ("UnitedNationsBody", 0x56b4e9),
    ("NationalBody", 0xb07a00),
    ("IncidentResponseTeam", 0xb07a00),
    ("ExpertGroup", 0xf6c667),
    ("Forum", 0xf3b73e),
    ("NonGovernmentalOrganisation", 0xf9dba0),
    ("Company", 0xf9dba0),
    ("ResearchBody", 0xf9dba0),
    ("Organisation", 0xe69f00),
    ("Treaty", 0x00664b),
    ("Arrangement", 0x00664b),
    ("Law", 0x2b7f67),
    ("Strategy", 0x33b18f),
    ("ActionPlan", 0x33b18f),
    ("Policy", 0x66c5ab),
    ("Programme", 0x66c5ab),
    ("Report", 0x99d8c7),
    ("Instrument", 0x009e73),
    ("Incident", 0x9c4400),
    ("CyberIncident", 0x9c4400),
    ("Event", 0xd55e00),
    ("Place", 0xcc79a7),
    ("Topic", 0xf0e442),
    ("Person", 0xe0aeca),
    ("Post", 0xe0aeca),
];

/// Colour of everything else.
const OTHER: u32 = 0x999999;

impl Colour {
    /// The colour of a class: its own, else that of the family that holds it.
    #[must_use]
    pub fn of_class(class: &str, ontology: &Ontology) -> Self {
        let found = PALETTE.iter().find(|(family, _)| ontology.is_subclass(class, family));
        Self::from_rgb(found.map_or(OTHER, |(_, rgb)| *rgb))
    }

    const fn from_rgb(rgb: u32) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
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
