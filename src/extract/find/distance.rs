//! How far from a mention a pattern counts as found.

use crate::clause::VerbForm;
use crate::clause::path::{Step, StepKind};
use crate::extract::Extractor;
use crate::extract::sentence::Analysed;

use super::pattern::Match;

/// As far as "in" is taken to be from a mention where it tells where something is contained: the steps of "the ideas
/// contained in the report", and one.
const AFTER_CONTENT: usize = 4;

/// What is done in a meeting or by means of a register by whoever joins in.
const JOINING: [&str; 4] = ["participate", "part", "engage", "partake"];

/// Verbs that say where the content of a text is: "the ideas contained in the report".
const HOLDING: [&str; 18] = [
    "contain",
    "outline",
    "reflect",
    "embody",
    "present",
    "propose",
    "recommend",
    "formulate",
    "express",
    "describe",
    "set",
    "set_out",
    "lay_down",
    "state",
    "articulate",
    "enunciate",
    "espouse",
    "elaborate",
];

impl Extractor {
    /// How far from the mention a pattern was found. "We welcome the ideas contained in the report": what is said of the ideas
    /// stands before where they are.
    pub(super) fn distance(&self, sentence: &Analysed<'_>, path: &[Step], found: &Match<'_>) -> usize {
        let within = path[found.at].kind == StepKind::Preposition && self.lexicon.is(path[found.at].word, "in");
        let participle = |s: &Step| {
            let form = sentence.chunk(s.chunk).verb.map(|v| v.form);
            form == Some(VerbForm::Participle) && self.lexicon.is_one_of(s.lemma, &HOLDING)
        };
        // "urge all States to take part in the meeting": what they are urged to says more than where it is.
        let joins = |s: &Step| self.lexicon.is_one_of(s.lemma, &JOINING);
        let above = path.get(found.at + 1).filter(|_| within);
        if above.is_some_and(|s| participle(s) || joins(s)) { AFTER_CONTENT } else { found.between }
    }
}
