//! The quads of one named graph in the making.

use oxigraph::model::{Literal, NamedNode, Quad, Term};

use super::iri;
use crate::vocab::{rdf, xsd};

/// Collects the quads of one graph.
#[derive(Debug)]
pub struct Sheet {
    graph: NamedNode,
    quads: Vec<Quad>,
}

impl Sheet {
    /// An empty sheet for a graph.
    pub const fn new(graph: NamedNode) -> Self {
        Self { graph, quads: Vec::new() }
    }

    /// Adds a triple whose predicate is a full IRI.
    pub fn add(&mut self, subject: &NamedNode, predicate: &str, object: impl Into<Term>) {
        let predicate = NamedNode::new_unchecked(predicate);
        self.quads.push(Quad::new(subject.clone(), predicate, object, self.graph.clone()));
    }

    /// Adds a triple whose predicate is a term of the ontology.
    pub fn state(&mut self, subject: &NamedNode, predicate: &str, object: impl Into<Term>) {
        self.quads.push(Quad::new(subject.clone(), iri::term(predicate), object, self.graph.clone()));
    }

    /// Adds a class of the ontology.
    pub fn class(&mut self, subject: &NamedNode, class: &str) {
        self.add(subject, rdf::TYPE, iri::term(class));
    }

    /// Adds a plain string, where there is one.
    pub fn text(&mut self, subject: &NamedNode, predicate: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.state(subject, predicate, Literal::new_simple_literal(text));
        }
    }

    /// Adds a whole number.
    pub fn number(&mut self, subject: &NamedNode, predicate: &str, number: impl ToString) {
        self.state(subject, predicate, typed(number, xsd::INTEGER));
    }

    /// Adds a date typed by its form, where there is one.
    pub fn date(&mut self, subject: &NamedNode, predicate: &str, date: Option<&str>) {
        if let Some(date) = date {
            self.state(subject, predicate, super::date_term(date));
        }
    }

    /// Adds a language tag, where there is one.
    pub fn language(&mut self, subject: &NamedNode, predicate: &str, tag: Option<&str>) {
        if let Some(tag) = tag {
            self.state(subject, predicate, typed(tag, xsd::LANGUAGE));
        }
    }

    /// Adds an entity, where there is one.
    pub fn entity(&mut self, subject: &NamedNode, predicate: &str, id: Option<&str>) {
        if let Some(id) = id {
            self.state(subject, predicate, iri::entity(id));
        }
    }

    /// The quads, sorted, each once.
    pub fn finish(self) -> Vec<Quad> {
        super::sorted(self.quads)
    }
}

/// A literal of a datatype.
pub fn typed(value: impl ToString, datatype: &str) -> Literal {
    Literal::new_typed_literal(value.to_string(), NamedNode::new_unchecked(datatype))
}
