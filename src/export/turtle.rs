//! Turtle, TriG and N-Quads with stable bytes: sorted by graph, subject and predicate, types first, before
//! they are written, since no store promises an order. Turtle and TriG are grouped by subject, to be read.

use std::collections::BTreeMap;
use std::io::{self, Write};

use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term, Triple};
use oxttl::{TriGSerializer, TurtleSerializer};

use crate::rdf::to_nquads;
use crate::vocab::{ID, PREFIXES, oa, rdf};

/// Writes triples as Turtle, each once.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_turtle(writer: impl Write, triples: impl IntoIterator<Item = Triple>) -> io::Result<()> {
    let quads = sorted(triples.into_iter().map(|triple| triple.in_graph(GraphName::DefaultGraph)).collect());
    let mut serializer = TurtleSerializer::new();
    for (prefix, iri) in prefixes(&quads) {
        serializer = serializer.with_prefix(prefix, iri).map_err(io::Error::other)?;
    }
    let mut serializer = serializer.for_writer(Airy::new(writer));
    for quad in quads {
        serializer.serialize_triple(&Triple::from(quad))?;
    }
    serializer.finish()?.flush()
}

/// Writes quads as TriG, each once.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_trig(writer: impl Write, quads: Vec<Quad>) -> io::Result<()> {
    let quads = sorted(quads);
    let mut serializer = TriGSerializer::new();
    for (prefix, iri) in prefixes(&quads) {
        serializer = serializer.with_prefix(prefix, iri).map_err(io::Error::other)?;
    }
    let mut serializer = serializer.for_writer(Airy::new(writer));
    for quad in quads {
        serializer.serialize_quad(&quad)?;
    }
    serializer.finish()?.flush()
}

/// Writes quads as N-Quads, each once.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_nquads(mut writer: impl Write, quads: &[Quad]) -> io::Result<()> {
    writer.write_all(to_nquads(quads).as_bytes())?;
    writer.flush()
}

/// Sorted, each once.
pub(super) fn sorted(mut quads: Vec<Quad>) -> Vec<Quad> {
    quads.sort_by_cached_key(|quad| {
        let is_not_type = quad.predicate.as_str() != rdf::TYPE;
        let graph = quad.graph_name.to_string();
        (graph, quad.subject.to_string(), is_not_type, quad.predicate.to_string(), quad.object.to_string())
    });
    quads.dedup();
    quads
}

/// The same triples in the default graph.
pub(super) fn without_graphs(quads: Vec<Quad>) -> Vec<Quad> {
    quads.into_iter().map(|quad| Quad { graph_name: GraphName::DefaultGraph, ..quad }).collect()
}

/// The prefixes that all files declare, and one for each kind of identifier that `quads` have: `state:CAN`.
pub(super) fn prefixes(quads: &[Quad]) -> BTreeMap<String, String> {
    let mut prefixes: BTreeMap<String, String> =
        PREFIXES.iter().map(|&(prefix, iri)| (prefix.to_owned(), iri.to_owned())).collect();
    let mut add = |iri: &str| {
        if let Some((kind, _)) = iri.strip_prefix(ID).and_then(|id| id.split_once('/'))
            && kind.bytes().all(|byte| byte.is_ascii_lowercase())
            && !prefixes.contains_key(kind)
        {
            prefixes.insert(kind.to_owned(), format!("{ID}{kind}/"));
        }
        if iri.starts_with(oa::NS) && !prefixes.contains_key("oa") {
            prefixes.insert("oa".to_owned(), oa::NS.to_owned());
        }
    };
    for quad in quads {
        add(quad.predicate.as_str());
        if let NamedOrBlankNode::NamedNode(node) = &quad.subject {
            add(node.as_str());
        }
        if let Term::NamedNode(node) = &quad.object {
            add(node.as_str());
        }
        if let GraphName::NamedNode(node) = &quad.graph_name {
            add(node.as_str());
        }
    }
    prefixes
}

/// Sets what the serializer writes more airily: four spaces for a tab, an empty line before each graph and
/// subject. A line break always is one between statements, for those in texts are escaped.
struct Airy<W> {
    out: W,
    line: Vec<u8>,
    is_in_graph: bool,
    /// Whether an empty line would stand at the beginning of a graph.
    is_after_brace: bool,
}

impl<W: Write> Airy<W> {
    const fn new(out: W) -> Self {
        Self { out, line: Vec::new(), is_in_graph: false, is_after_brace: false }
    }

    /// Writes the line gathered, which ends with a line break.
    fn write_line(&mut self) -> io::Result<()> {
        let n_tabs = self.line.iter().take_while(|&&byte| byte == b'\t').count();
        let rest = &self.line[n_tabs..];
        let (opens, closes) = (rest.ends_with(b" {\n"), rest == b"}\n");
        let begins = !closes && !rest.starts_with(b"@") && n_tabs == usize::from(self.is_in_graph);
        if begins && !self.is_after_brace {
            self.out.write_all(b"\n")?;
        }
        (0..n_tabs).try_for_each(|_| self.out.write_all(b"    "))?;
        self.out.write_all(rest)?;
        self.is_in_graph = (self.is_in_graph || opens) && !closes;
        self.is_after_brace = opens;
        self.line.clear();
        Ok(())
    }
}

impl<W: Write> Write for Airy<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for part in bytes.split_inclusive(|&byte| byte == b'\n') {
            self.line.extend_from_slice(part);
            if part.ends_with(b"\n") {
                self.write_line()?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.write_all(&std::mem::take(&mut self.line))?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use oxigraph::model::{Literal, NamedNode};

    use super::*;
    use crate::rdf::iri;

    #[test]
    fn turtle_is_sorted_grouped_and_short() {
        let canada = iri::entity("state/CAN");
        let node = NamedNode::new_unchecked;
        let triples = [
            Triple::new(canada.clone(), iri::term("memberOf"), iri::entity("organisation/b (c)")),
            Triple::new(canada.clone(), iri::term("iso3"), Literal::new_simple_literal("CAN \"x\"\n😀")),
            Triple::new(canada.clone(), node(rdf::TYPE), iri::term("State")),
            Triple::new(canada.clone(), iri::term("memberOf"), iri::entity("organisation/a")),
            Triple::new(canada, node(rdf::TYPE), iri::term("State")),
        ];
        let mut text = Vec::new();
        write_turtle(&mut text, triples).unwrap();
        expect![[r#"
            @prefix organisation: <https://w3id.org/demarche/id/organisation/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix state: <https://w3id.org/demarche/id/state/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix dm: <https://w3id.org/demarche/ns#> .
            @prefix id: <https://w3id.org/demarche/id/> .

            state:CAN a dm:State ;
                dm:iso3 "CAN \"x\"\n😀" ;
                dm:memberOf organisation:a , organisation:b\%20\%28c\%29 .
        "#]]
        .assert_eq(&String::from_utf8(text).unwrap());
    }
}
