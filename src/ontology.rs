//! The classes and relations that there are, read from `ontology/ontology.ttl`: their tree, domains,
//! ranges and labels. The only definition of them.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedOrBlankNode, Term};
use oxttl::TurtleParser;
use rustc_hash::FxHashMap;

use crate::seed::{SeedError, SeedFile};
use crate::vocab::{NS, rdf};

/// A relation of the ontology.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// Label in English, e.g. `member of`.
    pub label: String,
    /// Relations directly above.
    pub broader: BTreeSet<String>,
    /// Classes of which one must hold for the subject; empty: any.
    pub domain: BTreeSet<String>,
    /// Classes of which one must hold for the object; empty: any.
    pub range: BTreeSet<String>,
    /// Whether stating it makes it a fact: supports, calls for, criticises, mentions and narrower.
    pub is_speech_act: bool,
    /// Whether it holds in both directions.
    pub is_symmetric: bool,
}

/// Classes and relations by local name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ontology {
    /// Class to the classes directly above it, of this ontology.
    classes: BTreeMap<String, BTreeSet<String>>,
    /// Class to all above it, itself among them.
    classes_above: FxHashMap<String, Vec<String>>,
    /// The classes, ascending.
    class_names: Vec<String>,
    labels: BTreeMap<String, String>,
    relations: BTreeMap<String, Relation>,
    /// Relation to all above it, itself among them.
    above: FxHashMap<String, Vec<String>>,
}

type Properties = BTreeMap<String, Vec<Term>>;

impl Ontology {
    /// Reads the ontology from its Turtle text.
    ///
    /// # Errors
    /// A syntax error, with its line, or a file that declares no relation.
    pub fn parse(file: &SeedFile) -> Result<Self, SeedError> {
        let mut subjects: BTreeMap<String, Properties> = BTreeMap::new();
        for triple in TurtleParser::new().for_slice(file.text.as_bytes()) {
            let triple = triple.map_err(|e| {
                SeedError::new(&file.name, e.location().start.line as usize + 1, e.message().to_owned())
            })?;
            let subject = match triple.subject {
                NamedOrBlankNode::NamedNode(n) => n.into_string(),
                NamedOrBlankNode::BlankNode(b) => format!("_:{}", b.as_str()),
            };
            subjects.entry(subject).or_default().entry(triple.predicate.into_string()).or_default().push(triple.object);
        }
        let ontology = Self::from_subjects(&subjects);
        if ontology.relations.is_empty() {
            return Err(SeedError::new(&file.name, 0, "declares no dm:RelationType"));
        }
        Ok(ontology)
    }

    fn from_subjects(subjects: &BTreeMap<String, Properties>) -> Self {
        let mut ontology = Self::default();
        let relation_type = format!("{NS}RelationType");
        for (iri, properties) in subjects {
            let Some(name) = iri.strip_prefix(NS) else { continue };
            let is_a = |class: &str| {
                properties.get(rdf::TYPE).is_some_and(|types| types.iter().any(|t| iri_of(t) == Some(class)))
            };
            let label = properties.get(rdf::LABEL).and_then(|l| l.first()).map_or(name, literal).to_owned();
            if is_a(rdf::OWL_CLASS) {
                ontology.classes.insert(name.to_owned(), own_names(properties, rdf::SUB_CLASS_OF));
                ontology.labels.insert(name.to_owned(), label);
            } else if is_a(&relation_type) {
                let flag = |property: &str| {
                    properties.get(&format!("{NS}{property}")).is_some_and(|v| v.iter().any(|t| literal(t) == "true"))
                };
                let relation = Relation {
                    label,
                    broader: own_names(properties, rdf::SUB_PROPERTY_OF),
                    domain: classes_of(subjects, properties, rdf::DOMAIN),
                    range: classes_of(subjects, properties, rdf::RANGE),
                    is_speech_act: flag("speechAct"),
                    is_symmetric: flag("symmetric"),
                };
                ontology.relations.insert(name.to_owned(), relation);
            }
        }
        ontology.class_names = ontology.classes.keys().cloned().collect();
        let broader = |name: &str| ontology.relations.get(name).map(|r| &r.broader);
        ontology.above = ontology.relations.keys().map(|name| (name.clone(), all_above(name, broader))).collect();
        let upper = |name: &str| ontology.classes.get(name);
        ontology.classes_above = ontology.classes.keys().map(|name| (name.clone(), all_above(name, upper))).collect();
        ontology
    }

    /// The relations, by local name.
    #[must_use]
    pub const fn relations(&self) -> &BTreeMap<String, Relation> {
        &self.relations
    }

    /// A relation by local name.
    #[must_use]
    pub fn relation(&self, name: &str) -> Option<&Relation> {
        self.relations.get(name)
    }

    /// The classes, by local name.
    pub fn classes(&self) -> impl Iterator<Item = &str> {
        self.classes.keys().map(String::as_str)
    }

    /// Position of a class in the alphabetical list of classes, for use with [`Ontology::mask`].
    #[must_use]
    pub fn class_index(&self, name: &str) -> Option<u8> {
        let at = self.class_names.binary_search_by(|c| c.as_str().cmp(name));
        at.ok().and_then(|i| u8::try_from(i).ok())
    }

    /// The set of classes that are one of `ancestors` or below, as bits at their [`Ontology::class_index`].
    #[must_use]
    pub fn mask(&self, ancestors: &[&str]) -> u128 {
        let below = |class: &str| ancestors.iter().any(|a| self.is_subclass(class, a));
        self.classes.keys().enumerate().filter(|(_, c)| below(c)).fold(0, |mask, (i, _)| mask | 1 << i)
    }

    /// Whether there is such a class.
    #[must_use]
    pub fn has_class(&self, name: &str) -> bool {
        self.classes.contains_key(name)
    }

    /// Label of a class.
    #[must_use]
    pub fn class_label<'o>(&'o self, name: &'o str) -> &'o str {
        self.labels.get(name).map_or(name, String::as_str)
    }

    /// Whether `class` is `ancestor` or below it.
    #[must_use]
    pub fn is_subclass(&self, class: &str, ancestor: &str) -> bool {
        class == ancestor || self.classes_above.get(class).is_some_and(|above| above.iter().any(|c| c == ancestor))
    }

    /// Whether `relation` is `ancestor` or narrower.
    #[must_use]
    pub fn is_narrower(&self, relation: &str, ancestor: &str) -> bool {
        relation == ancestor || self.above.get(relation).is_some_and(|above| above.iter().any(|name| name == ancestor))
    }

    /// Whether things of these classes may stand as subject and object of `relation`.
    #[must_use]
    pub fn admits(&self, relation: &str, subject_class: &str, object_class: &str) -> bool {
        let fits = |set: &BTreeSet<String>, class: &str| {
            set.is_empty() || set.iter().any(|allowed| self.is_subclass(class, allowed))
        };
        self.relations.get(relation).is_some_and(|r| fits(&r.domain, subject_class) && fits(&r.range, object_class))
    }

    /// The classes of things that may stand as object of `relation` where the subject is of `subject_class`; bits as of [`Self::mask`].
    #[must_use]
    pub fn objects(&self, relation: &str, subject_class: &str) -> u128 {
        let admitted = self.classes.keys().enumerate().filter(|(_, class)| self.admits(relation, subject_class, class));
        admitted.fold(0, |mask, (i, _)| mask | 1 << i)
    }

    /// Whether stating `relation` makes it a fact.
    #[must_use]
    pub fn is_speech_act(&self, relation: &str) -> bool {
        self.relations
            .get(relation)
            .is_some_and(|r| r.is_speech_act || r.broader.iter().any(|b| b != relation && self.is_speech_act(b)))
    }
}

fn iri_of(term: &Term) -> Option<&str> {
    match term {
        Term::NamedNode(n) => Some(n.as_str()),
        _ => None,
    }
}

fn literal(term: &Term) -> &str {
    match term {
        Term::Literal(l) => l.value(),
        Term::NamedNode(n) => n.as_str(),
        Term::BlankNode(b) => b.as_str(),
    }
}

fn own_names(properties: &Properties, property: &str) -> BTreeSet<String> {
    let terms = properties.get(property).into_iter().flatten();
    terms.filter_map(|t| iri_of(t)?.strip_prefix(NS).map(str::to_owned)).collect()
}

/// A class or relation and all above it, where `directly` tells what stands right above one.
fn all_above<'o>(name: &str, directly: impl Fn(&str) -> Option<&'o BTreeSet<String>>) -> Vec<String> {
    let mut above = vec![name.to_owned()];
    let mut at = 0;
    while let Some(name) = above.get(at) {
        let new = directly(name).into_iter().flatten().filter(|upper| !above.contains(upper)).cloned();
        let new: Vec<String> = new.collect();
        above.extend(new);
        at += 1;
    }
    above
}

/// The classes that a domain or range names, alone or in an `owl:unionOf`.
fn classes_of(subjects: &BTreeMap<String, Properties>, properties: &Properties, property: &str) -> BTreeSet<String> {
    let mut classes = own_names(properties, property);
    for term in properties.get(property).into_iter().flatten() {
        let Term::BlankNode(union) = term else { continue };
        let Some(properties) = subjects.get(&format!("_:{}", union.as_str())) else { continue };
        let mut list = properties.get(rdf::UNION_OF).and_then(|l| l.first());
        while let Some(Term::BlankNode(cell)) = list {
            let Some(cell) = subjects.get(&format!("_:{}", cell.as_str())) else { break };
            classes.extend(own_names(cell, rdf::FIRST));
            list = cell.get(rdf::REST).and_then(|l| l.first());
        }
    }
    classes
}
