//! Where a graph lives: [`Folder`], the files that are the truth, and [`Store`], an index in memory that
//! answers SPARQL. Every triple stands in the store twice: in its named graph, for provenance, and once in
//! the default graph, which is a set. Two documents that state one fact thus count once.

mod answer;
mod error;
mod file;
mod folder;
mod manifest;
mod row;

use oxigraph::model::{GraphName, GraphNameRef, NamedNode, Quad};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};

use crate::vocab::PREFIXES;

pub use answer::{Answer, write_solutions};
pub use error::{QueryError, StoreError};
pub use folder::{Folder, FolderLock};
pub use manifest::{Manifest, Record};
pub use row::{Names, link_rows};

/// Quads in memory, answering SPARQL.
#[derive(Clone)]
pub struct Store {
    inner: oxigraph::store::Store,
}

impl Store {
    /// A store without a quad.
    ///
    /// # Errors
    /// Whatever Oxigraph reports.
    pub fn new() -> Result<Self, StoreError> {
        Ok(Self { inner: oxigraph::store::Store::new()? })
    }

    /// All that a folder holds.
    ///
    /// # Errors
    /// A file that cannot be read or is no N-Quads.
    pub fn load(folder: &Folder) -> Result<Self, StoreError> {
        let store = Self::new()?;
        let mut loader = store.inner.bulk_loader();
        folder.for_each_graph(|quads| Ok(loader.load_quads(quads.into_iter().flat_map(twice))?))?;
        loader.commit()?;
        Ok(store)
    }

    /// Adds the quads of named graphs.
    ///
    /// # Errors
    /// Whatever Oxigraph reports.
    pub fn insert(&self, quads: &[Quad]) -> Result<(), StoreError> {
        let mut loader = self.inner.bulk_loader();
        loader.load_quads(quads.iter().cloned().flat_map(twice))?;
        Ok(loader.commit()?)
    }

    /// Takes out a named graph, and from the default graph what no other named graph holds.
    ///
    /// # Errors
    /// Whatever Oxigraph reports.
    pub fn remove(&self, graph: &NamedNode) -> Result<(), StoreError> {
        let quads = self.inner.quads_for_pattern(None, None, None, Some(graph.as_ref().into()));
        for quad in quads.collect::<Result<Vec<_>, _>>()? {
            self.inner.remove(&quad)?;
            if !self.is_named(&quad)? {
                self.inner.remove(&Quad { graph_name: GraphName::DefaultGraph, ..quad })?;
            }
        }
        Ok(self.inner.remove_named_graph(graph)?)
    }

    /// Whether a named graph states the triple of `quad`.
    fn is_named(&self, quad: &Quad) -> Result<bool, StoreError> {
        let (s, p, o) = (quad.subject.as_ref(), quad.predicate.as_ref(), quad.object.as_ref());
        for found in self.inner.quads_for_pattern(Some(s), Some(p), Some(o), None) {
            if !found?.graph_name.is_default_graph() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The quads of the default graph, unsorted.
    ///
    /// # Errors
    /// Whatever Oxigraph reports.
    pub fn default_graph(&self) -> Result<Vec<Quad>, StoreError> {
        let quads = self.inner.quads_for_pattern(None, None, None, Some(GraphNameRef::DefaultGraph));
        Ok(quads.collect::<Result<_, _>>()?)
    }

    /// Answers a SPARQL query; the prefixes of [`PREFIXES`] need no declaration.
    ///
    /// # Errors
    /// A syntax error, with line and column, or what goes wrong in the evaluation.
    pub fn query(&self, sparql: &str) -> Result<QueryResults<'static>, QueryError> {
        let mut evaluator = SparqlEvaluator::new();
        for (prefix, iri) in PREFIXES {
            evaluator = evaluator.with_prefix(prefix, iri).map_err(|e| QueryError::Prefix(e.to_string()))?;
        }
        let query = evaluator.parse_query(sparql).map_err(|e| QueryError::syntax(sparql, &e))?;
        Ok(query.on_store(&self.inner).execute()?)
    }
}

/// A quad, and its triple in the default graph.
fn twice(quad: Quad) -> [Quad; 2] {
    let triple = Quad { graph_name: GraphName::DefaultGraph, ..quad.clone() };
    [quad, triple]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(graph: &str) -> Quad {
        let node = |name: &str| NamedNode::new_unchecked(format!("http://example.org/{name}"));
        Quad::new(node("s"), node("p"), node("o"), node(graph))
    }

    fn count(store: &Store) -> String {
        let Ok(QueryResults::Solutions(rows)) = store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") else {
            return "no solutions".to_owned();
        };
        rows.map(|row| row.unwrap()["n"].to_string()).collect()
    }

    #[test]
    fn a_fact_of_two_documents_counts_once_and_stays_until_both_are_gone() {
        let store = Store::new().unwrap();
        store.insert(&[fact("a"), fact("b")]).unwrap();
        store.insert(&[fact("b")]).unwrap();
        assert!(count(&store).starts_with("\"1\""));
        store.remove(&NamedNode::new_unchecked("http://example.org/a")).unwrap();
        assert!(count(&store).starts_with("\"1\""));
        store.remove(&NamedNode::new_unchecked("http://example.org/b")).unwrap();
        assert!(count(&store).starts_with("\"0\""));
    }
}
