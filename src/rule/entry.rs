//! Rules, fallbacks and silences as their TOML files write them.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::link::Modality;

use super::words::WordLists;

#[derive(Deserialize, Default)]
pub(super) struct RuleFile {
    #[serde(default)]
    pub(super) rule: Vec<Spanned<RuleEntry>>,
    #[serde(default)]
    pub(super) fallback: Vec<Spanned<FallbackEntry>>,
    #[serde(default)]
    pub(super) silence: Vec<Spanned<SilenceEntry>>,
    pub(super) words: Option<WordLists>,
    /// Measured precision by rule, written by `tests/gold/calibrate.py`.
    #[serde(default)]
    pub(super) confidence: BTreeMap<String, Spanned<Measured>>,
}

/// How many links of a rule were judged, and what share of them was right, smoothed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measured {
    pub(super) precision: f64,
    pub(super) cases: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleEntry {
    pub(super) id: String,
    pub(super) relation: String,
    pub(super) object: Vec<String>,
    #[serde(default)]
    pub(super) verb: Vec<String>,
    #[serde(default)]
    pub(super) noun: Vec<String>,
    #[serde(default)]
    pub(super) adjective: Vec<String>,
    #[serde(default)]
    pub(super) preposition: Vec<String>,
    #[serde(default)]
    pub(super) agent: Vec<String>,
    #[serde(default)]
    pub(super) predicate: Vec<String>,
    #[serde(default)]
    pub(super) acting: String,
    #[serde(default)]
    pub(super) through: String,
    #[serde(default)]
    pub(super) naming: String,
    #[serde(default)]
    pub(super) third: bool,
    #[serde(default)]
    pub(super) obliged: bool,
    #[serde(default)]
    pub(super) blamed: bool,
    #[serde(default)]
    pub(super) hailed: bool,
    #[serde(default)]
    pub(super) denied: bool,
    #[serde(default)]
    pub(super) joint: bool,
    #[serde(default)]
    pub(super) undone: bool,
    #[serde(default)]
    pub(super) sought: bool,
    #[serde(default)]
    pub(super) ours: bool,
    #[serde(default)]
    pub(super) money: bool,
    #[serde(default)]
    pub(super) qualified: String,
    #[serde(default)]
    pub(super) except: Vec<String>,
    #[serde(default)]
    pub(super) but: Vec<String>,
    pub(super) modality: Option<Modality>,
    #[serde(default)]
    pub(super) narrower: Vec<Narrower>,
    #[serde(default)]
    pub(super) returned: Vec<Narrower>,
    #[serde(default)]
    pub(super) fires: Vec<Fires>,
    #[serde(default)]
    pub(super) silent: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Narrower {
    /// Words that stand together somewhere in the sentence.
    pub(super) when: Option<String>,
    /// The first word of the pattern that matched.
    pub(super) by: Option<String>,
    pub(super) relation: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fires {
    pub(super) text: String,
    pub(super) links: Vec<String>,
    #[serde(default)]
    pub(super) reply: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FallbackEntry {
    pub(super) id: String,
    pub(super) relation: String,
    pub(super) object: Vec<String>,
    #[serde(default)]
    pub(super) praised: bool,
    #[serde(default)]
    pub(super) blamed: bool,
    pub(super) modality: Modality,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SilenceEntry {
    pub(super) object: Vec<String>,
    #[serde(default)]
    pub(super) things: Vec<String>,
    #[serde(default)]
    pub(super) noun: Vec<String>,
    #[serde(default)]
    pub(super) preposition: Vec<String>,
    #[serde(default)]
    pub(super) verb: Vec<String>,
    #[serde(default)]
    pub(super) agent: Vec<String>,
}
