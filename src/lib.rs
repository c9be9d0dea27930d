//! Demarche reads what States say at the United Nations and builds a knowledge graph of it:
//! which State stands in which relation to which organisation, strategy, law, treaty, event or
//! other State, with the exact words that say so.
//!
//! Modules stand in reading order; each imports only modules declared above it.

pub mod text;
pub mod vocab;
pub mod seed;
pub mod ontology;
pub mod document;
pub mod entity;
pub mod link;
pub mod table;
pub mod diff;
pub mod structure;
pub mod sentence;
pub mod lexicon;
pub mod token;
pub mod gazetteer;
pub mod clause;
pub mod mention;
pub mod rule;
pub mod weights;
pub mod extract;
pub mod survey;
pub mod rdf;
pub mod store;
pub mod name;
pub mod question;
pub mod graph;
pub mod export;
pub mod verify;
