//! Files for other programs.

mod column;
pub mod csv;
pub mod gexf;
pub mod graphml;
mod value;
pub mod xml;

#[cfg(test)]
mod properties;
