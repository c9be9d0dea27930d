//! The examples that rules carry: a sentence, and the links that it must yield or that it yields none.

use crate::seed::SeedFile;

/// An example of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Where it stands: `file:line`.
    pub place: String,
    /// The rule.
    pub rule: String,
    /// The sentence.
    pub text: String,
    /// Links that it must yield, as `Subject relation Object (modality)`; empty: the rule must stay silent.
    pub links: Vec<String>,
    /// Whether the sentence stands in the reply of a Government, where what nobody else owns is its own.
    pub reply: bool,
}

/// The place of byte `at` of a file, for messages.
#[must_use]
pub fn place(file: &SeedFile, at: usize) -> String {
    let line = file.text.as_bytes()[..at.min(file.text.len())].iter().filter(|&&b| b == b'\n').count() + 1;
    format!("{}:{line}", file.name)
}
