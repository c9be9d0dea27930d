//! From what a user types to the identity that is meant: any name, alias, code, id or IRI of a seed entity,
//! or the label of a thing that was discovered in a document. What is unknown gets suggestions.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::entity::{Entities, Entity, lookup_key};
use crate::rdf::iri;
use crate::table::LinkRow;
use crate::vocab::ID;

/// Names to identities.
#[derive(Clone, Debug)]
pub struct NameIndex<'e> {
    entities: &'e Entities,
    discovered: BTreeMap<String, BTreeSet<String>>,
    labels: BTreeMap<String, String>,
}

impl<'e> NameIndex<'e> {
    /// The names of the seeds, and of all that stands in the links.
    #[must_use]
    pub fn new(entities: &'e Entities, rows: &[LinkRow]) -> Self {
        let mut index = Self { entities, discovered: BTreeMap::new(), labels: BTreeMap::new() };
        for row in rows {
            for (id, label) in [(&row.subject_id, &row.subject), (&row.object_id, &row.object)] {
                index.insert(full_id(id), label);
            }
        }
        index
    }

    fn insert(&mut self, id: String, label: &str) {
        for key in [lookup_key(label), lookup_key(&id)] {
            self.discovered.entry(key).or_default().insert(id.clone());
        }
        self.labels.entry(id).or_insert_with(|| label.to_owned());
    }

    /// The id that `name` means.
    ///
    /// # Errors
    /// No entity has this name, or several things do.
    pub fn find(&self, name: &str) -> Result<String, UnknownName> {
        let name = bare(name);
        if let Some(entity) = self.entities.find(&name) {
            return Ok(entity.id.to_string());
        }
        match self.discovered.get(&lookup_key(&name)) {
            Some(ids) if ids.len() == 1 => Ok(ids.iter().next().cloned().unwrap_or_default()),
            Some(ids) => Err(UnknownName::Several { name, ids: ids.iter().cloned().collect() }),
            None => Err(UnknownName::None { suggestions: self.suggestions(&name), name }),
        }
    }

    /// The label of an id.
    #[must_use]
    pub fn label<'n>(&'n self, id: &'n str) -> &'n str {
        let seed = self.entities.get(id).map(|entity| entity.name.as_str());
        seed.or_else(|| self.labels.get(id).map(String::as_str)).unwrap_or(id)
    }

    fn suggestions(&self, name: &str) -> Vec<String> {
        let seeds = self.entities.all().iter().flat_map(Entity::names);
        suggest(name, seeds.chain(self.labels.values().map(String::as_str)))
    }
}

/// The id of a table id: a bare code is a State's.
#[must_use]
pub fn full_id(table_id: &str) -> String {
    if table_id.contains('/') { table_id.to_owned() } else { format!("state/{table_id}") }
}

/// A name without the marks of an IRI: `<https://…/id/state/CAN>`, `id:state/CAN` and `state/CAN` are one.
fn bare(name: &str) -> String {
    let name = name.trim().trim_start_matches('<').trim_end_matches('>');
    if name.starts_with(ID) {
        return iri::entity_id(name).unwrap_or_default();
    }
    name.strip_prefix("id:").unwrap_or(name).replace("\\/", "/")
}

/// At most three of `candidates` that look like `word`, the closest first.
#[must_use]
pub fn suggest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Vec<String> {
    let key = lookup_key(word);
    let mut close: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|candidate| (likeness(&key, &lookup_key(candidate)), candidate))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .collect();
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    close.dedup_by(|a, b| a.1 == b.1);
    close.into_iter().take(3).map(|(_, candidate)| candidate.to_owned()).collect()
}

/// From 0 to 1: how alike two names are by edit distance, or that one holds the other's words.
fn likeness(typed: &str, candidate: &str) -> f64 {
    let edits = strsim::normalized_damerau_levenshtein(typed, candidate);
    let holds = typed.len() > 3 && format!(" {candidate} ").contains(&format!(" {typed} "));
    if holds { edits.max(0.7) } else { edits }
}

/// Why a name means nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnknownName {
    /// Nothing has this name.
    None {
        /// What was typed.
        name: String,
        /// What it may have meant.
        suggestions: Vec<String>,
    },
    /// Several things have it.
    Several {
        /// What was typed.
        name: String,
        /// Their ids.
        ids: Vec<String>,
    },
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None { name, suggestions } => {
                write!(f, "`{name}` names nothing in the graph or the seeds{}", did_you_mean(suggestions))
            }
            Self::Several { name, ids } => {
                write!(f, "`{name}` names several things: use one of `{}`", ids.join("`, `"))
            }
        }
    }
}

/// `: did you mean …?`, or nothing.
#[must_use]
pub fn did_you_mean(suggestions: &[String]) -> String {
    match suggestions {
        [] => String::new(),
        some => format!(": did you mean `{}`?", some.join("`, or `")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_gets_the_right_word() {
        assert_eq!(suggest("Canda", ["Canada", "Cuba", "Chad"]), ["Canada"]);
        assert_eq!(suggest("cooperation", ["Security and Cooperation"]), ["Security and Cooperation"]);
        assert!(suggest("xyzzy", ["Canada"]).is_empty());
    }

    #[test]
    fn the_marks_of_an_iri_are_taken_off() {
        for name in ["<https://w3id.org/demarche/id/state/CAN>", "id:state/CAN", "id:state\\/CAN", "state/CAN"] {
            assert_eq!(bare(name), "state/CAN");
        }
    }
}
