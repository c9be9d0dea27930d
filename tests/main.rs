//! The library and the program from outside.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

mod cli;
mod export;
mod folder;
mod rdf;
mod sample;
mod tidy;
mod verify;
