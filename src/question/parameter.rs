//! Parameters of questions: what kind of value each takes, and what a value that a user types means.

use std::fmt;

use oxigraph::model::{Literal, NamedNode};

use super::QuestionError;
use crate::name::{NameIndex, UnknownName, did_you_mean, suggest};
use crate::ontology::Ontology;
use crate::rdf::iri;
use crate::vocab::PREFIXES;

/// A parameter: a variable of the query that a user may bind, to one value or to several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Name of the variable, without `?`.
    pub name: String,
    /// What it takes.
    pub kind: Kind,
    /// Value where the user gives none.
    pub default: String,
}

/// What a parameter takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whatever [`Values`] can read.
    Any,
    /// An entity of this class or below, by any name.
    Entity(String),
    /// A relation of the ontology.
    Relation,
    /// A class of the ontology.
    Class,
    /// Words.
    Text,
    /// A whole number.
    Number,
    /// `yes` or `no`.
    Choice,
}

impl Kind {
    /// The kind of this name: one of those above, else a class of the ontology.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        match name {
            "Relation" => Self::Relation,
            "Class" => Self::Class,
            "Text" => Self::Text,
            "Number" => Self::Number,
            "Choice" => Self::Choice,
            class => Self::Entity(class.to_owned()),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => write!(f, "any name"),
            Self::Entity(class) => write!(f, "any name of dm:{class}"),
            Self::Relation => write!(f, "a relation"),
            Self::Class => write!(f, "a class"),
            Self::Text => write!(f, "words"),
            Self::Number => write!(f, "a whole number"),
            Self::Choice => write!(f, "yes or no"),
        }
    }
}

/// What the value of a parameter can mean.
#[derive(Clone, Debug)]
pub struct Values<'v> {
    /// Names of entities.
    pub names: &'v NameIndex<'v>,
    /// Names of relations and classes.
    pub ontology: &'v Ontology,
}

impl Values<'_> {
    /// The SPARQL term of a value.
    pub(super) fn term(&self, parameter: &Parameter, value: &str) -> Result<String, QuestionError> {
        let refused = |hint: String| QuestionError::Kind {
            parameter: parameter.name.clone(),
            kind: parameter.kind.to_string(),
            value: value.to_owned(),
            hint,
        };
        match &parameter.kind {
            Kind::Any => Ok(self.any(value)?),
            Kind::Text => Ok(Literal::new_simple_literal(value).to_string()),
            Kind::Number if is_number(value) => Ok(value.to_owned()),
            Kind::Number => Err(refused(String::new())),
            Kind::Choice => match value {
                "yes" | "true" => Ok("true".to_owned()),
                "no" | "false" => Ok("false".to_owned()),
                _ => Err(refused(String::new())),
            },
            Kind::Relation => {
                let relations: Vec<_> = self.ontology.relations().keys().map(String::as_str).collect();
                own_term(value, &relations).map_err(refused)
            }
            Kind::Class => own_term(value, &self.ontology.classes().collect::<Vec<_>>()).map_err(refused),
            Kind::Entity(class) => match self.names.find_where(value, |c| self.ontology.is_subclass(c, class)) {
                Ok(id) => Ok(iri::entity(&id).to_string()),
                Err(UnknownName::Unfit { class, .. }) => Err(refused(format!(" (it is dm:{class})"))),
                Err(other) => Err(other.into()),
            },
        }
    }

    /// An IRI in angle brackets, a prefixed name, a quoted string, a whole number, a relation or class, or any
    /// name of an entity.
    fn any(&self, value: &str) -> Result<String, UnknownName> {
        let is_quoted = value.len() > 1 && value.starts_with('"') && value.ends_with('"');
        if is_quoted || is_number(value) {
            return Ok(value.to_owned());
        }
        if let Some(iri) = full_iri(value) {
            return Ok(iri);
        }
        if self.ontology.relation(value).is_some() || self.ontology.has_class(value) {
            return Ok(iri::term(value).to_string());
        }
        Ok(iri::entity(&self.names.find(value)?).to_string())
    }
}

/// A relation or class with or without its prefix, in any case, or a hint at what may be meant.
fn own_term(value: &str, names: &[&str]) -> Result<String, String> {
    let bare = value.strip_prefix("dm:").unwrap_or(value);
    let known = names.iter().find(|name| name.eq_ignore_ascii_case(bare));
    known.map(|name| iri::term(name).to_string()).ok_or_else(|| did_you_mean(&suggest(bare, names.iter().copied())))
}

fn is_number(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit())
}

fn full_iri(value: &str) -> Option<String> {
    let inside = value.strip_prefix('<').and_then(|v| v.strip_suffix('>'));
    let expanded = || {
        let (prefix, local) = value.split_once(':')?;
        let (_, base) = PREFIXES.into_iter().find(|(known, _)| *known == prefix)?;
        Some(format!("{base}{}", local.replace('\\', "")))
    };
    let iri = inside.map(str::to_owned).or_else(expanded)?;
    NamedNode::new(iri).ok().map(|iri| iri.to_string())
}
