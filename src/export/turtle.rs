//! Turtle, TriG and N-Quads with stable bytes: sorted by graph, subject and predicate, types first, before
//! they are written, since no store promises an order.

use std::io::{self, Write};

use oxigraph::model::{GraphName, Quad, Triple};
use oxttl::{TriGSerializer, TurtleSerializer};

use crate::rdf::to_nquads;
use crate::vocab::{PREFIXES, rdf};

/// Writes triples as Turtle, each once.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_turtle(writer: impl Write, triples: impl IntoIterator<Item = Triple>) -> io::Result<()> {
    let quads = triples.into_iter().map(|triple| triple.in_graph(GraphName::DefaultGraph));
    let mut serializer = TurtleSerializer::new();
    for (prefix, iri) in PREFIXES {
        serializer = serializer.with_prefix(prefix, iri).map_err(io::Error::other)?;
    }
    let mut serializer = serializer.for_writer(writer);
    for quad in sorted(quads.collect()) {
        serializer.serialize_triple(&Triple::from(quad))?;
    }
    serializer.finish()?.flush()
}

/// Writes quads as TriG, each once.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_trig(writer: impl Write, quads: Vec<Quad>) -> io::Result<()> {
    let mut serializer = TriGSerializer::new();
    for (prefix, iri) in PREFIXES {
        serializer = serializer.with_prefix(prefix, iri).map_err(io::Error::other)?;
    }
    let mut serializer = serializer.for_writer(writer);
    for quad in sorted(quads) {
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

fn sorted(mut quads: Vec<Quad>) -> Vec<Quad> {
    quads.sort_by_cached_key(|quad| {
        let is_not_type = quad.predicate.as_str() != rdf::TYPE;
        let graph = quad.graph_name.to_string();
        (graph, quad.subject.to_string(), is_not_type, quad.predicate.to_string(), quad.object.to_string())
    });
    quads.dedup();
    quads
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
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix dm: <https://w3id.org/demarche/ns#> .
            @prefix id: <https://w3id.org/demarche/id/> .
            id:state\/CAN a dm:State ;
            	dm:iso3 "CAN \"x\"\n😀" ;
            	dm:memberOf id:organisation\/a , id:organisation\/b\%20\%28c\%29 .
        "#]]
        .assert_eq(&String::from_utf8(text).unwrap());
    }
}
