//! From what a user types to the identity that is meant: any name, alias, code, id or IRI of a seed entity,
//! or the label of a thing that was discovered in a document. What is unknown gets suggestions.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::entity::{Entities, Entity, Naming, lookup_key};
use crate::rdf::iri;
use crate::table::LinkRow;
use crate::vocab::ID;

/// Names to identities.
#[derive(Clone, Debug)]
pub struct NameIndex<'e> {
    entities: &'e Entities,
    discovered: BTreeMap<String, BTreeSet<String>>,
    /// Label and class by id.
    known: BTreeMap<String, (String, String)>,
}

impl<'e> NameIndex<'e> {
    /// The names of the seeds, and of all that stands in the links.
    #[must_use]
    pub fn new(entities: &'e Entities, rows: &[LinkRow]) -> Self {
        let mut index = Self { entities, discovered: BTreeMap::new(), known: BTreeMap::new() };
        for row in rows {
            index.insert(full_id(&row.subject_id), &row.subject, &row.subject_class);
            index.insert(full_id(&row.object_id), &row.object, &row.object_class);
        }
        index
    }

    fn insert(&mut self, id: String, label: &str, class: &str) {
        let organs = ["General Assembly ", "Security Council "];
        let short = organs.iter().find_map(|organ| label.strip_prefix(organ)).unwrap_or(label);
        let slug = id.rsplit('/').next().unwrap_or(&id);
        for key in [lookup_key(label), lookup_key(short), lookup_key(&id), lookup_key(slug)] {
            self.discovered.entry(key).or_default().insert(id.clone());
        }
        self.known.entry(id).or_insert_with(|| (label.to_owned(), class.to_owned()));
    }

    /// The id that `name` means.
    ///
    /// # Errors
    /// No entity has this name, or several things do.
    pub fn find(&self, name: &str) -> Result<String, UnknownName> {
        self.find_where(name, |_| true)
    }

    /// The id that `name` means among the things of a class that fits.
    ///
    /// # Errors
    /// Nothing that fits has this name, or several things do.
    pub fn find_where(&self, name: &str, fits: impl Fn(&str) -> bool) -> Result<String, UnknownName> {
        let name = bare(name);
        let meanings = self.meanings(&name);
        for sureness in &meanings {
            let mut fitting: Vec<String> = sureness.iter().filter(|id| fits(self.class(id))).cloned().collect();
            match fitting.len() {
                0 => {}
                1 => return Ok(fitting.swap_remove(0)),
                _ => return Err(UnknownName::Several { name, ids: fitting }),
            }
        }
        match meanings.into_iter().flatten().next() {
            Some(id) => Err(UnknownName::Unfit { name, class: self.class(&id).to_owned() }),
            None => Err(UnknownName::None { suggestions: self.suggestions(&name, fits), name }),
        }
    }

    /// What a name can mean: codes and ids, names of the seeds, names that stand in the links.
    fn meanings(&self, name: &str) -> [BTreeSet<String>; 3] {
        let mut meanings = [BTreeSet::new(), BTreeSet::new(), BTreeSet::new()];
        for (naming, entity) in self.entities.named(name) {
            meanings[usize::from(naming != Naming::Identity)].insert(entity.id.to_string());
        }
        // A/RES/69/28 is `a-res-69-28` at the end of an id.
        let symbol = name.replace('/', "-");
        let found = [name, &symbol].into_iter().find_map(|name| self.discovered.get(&lookup_key(name)));
        meanings[2] = found.cloned().unwrap_or_default();
        meanings
    }

    /// The label of an id.
    #[must_use]
    pub fn label<'n>(&'n self, id: &'n str) -> &'n str {
        let seed = self.entities.get(id).map(|entity| entity.name.as_str());
        seed.or_else(|| self.known.get(id).map(|(label, _)| label.as_str())).unwrap_or(id)
    }

    /// Local name of the class of an id; empty where it is unknown.
    fn class(&self, id: &str) -> &str {
        let seed = self.entities.get(id).map(|entity| &*entity.class);
        seed.or_else(|| self.known.get(id).map(|(_, class)| class.as_str())).unwrap_or_default()
    }

    fn suggestions(&self, name: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
        let seeds = self.entities.all().iter().filter(|entity| fits(&entity.class)).flat_map(Entity::names);
        let known = self.known.values().filter(|(_, class)| fits(class)).map(|(label, _)| label.as_str());
        suggest(name, seeds.chain(known))
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
    /// What has this name is of another class.
    Unfit {
        /// What was typed.
        name: String,
        /// Its class.
        class: String,
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
            Self::Unfit { name, class } => write!(f, "`{name}` is of another kind, {class}"),
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
