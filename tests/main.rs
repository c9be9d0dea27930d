//! The library and the program from outside.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

mod cases;
mod cli;
mod export;
mod exports;
mod folder;
mod formats;
mod gold;
mod hostile;
mod ontology;
mod questions;
mod rdf;
mod reading;
mod rules;
mod sample;
mod tidy;
mod verify;
mod weights;
