//! The library and the program from outside.

mod cli;
mod export;
mod folder;
mod rdf;
mod rules;
mod sample;
mod verify;
