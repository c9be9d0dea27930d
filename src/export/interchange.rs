//! JSON-LD and RDF/XML, for programs that read neither Turtle nor N-Quads: the same statements in the same
//! order. JSON-LD has every named graph; RDF/XML knows none, so it has each triple once, as Turtle does.

use std::io::{self, Write};

use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfSerializer};
use oxigraph::model::Quad;

use super::turtle::{prefixes, sorted, without_graphs};

/// Writes quads as JSON-LD 1.1, each once.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_jsonld(writer: impl Write, quads: Vec<Quad>) -> io::Result<()> {
    write(writer, RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() }, sorted(quads))
}

/// Writes triples as RDF/XML, each once.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_rdfxml(writer: impl Write, quads: Vec<Quad>) -> io::Result<()> {
    write(writer, RdfFormat::RdfXml, sorted(without_graphs(quads)))
}

fn write(writer: impl Write, format: RdfFormat, quads: Vec<Quad>) -> io::Result<()> {
    let mut serializer = RdfSerializer::from_format(format);
    for (prefix, iri) in prefixes(&quads) {
        serializer = serializer.with_prefix(prefix, iri).map_err(io::Error::other)?;
    }
    let mut serializer = serializer.for_writer(writer);
    for quad in &quads {
        serializer.serialize_quad(quad)?;
    }
    serializer.finish()?.flush()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use oxigraph::io::RdfParser;
    use oxigraph::model::{Literal, NamedNode};

    use super::*;
    use crate::rdf::iri;

    fn quads() -> Vec<Quad> {
        let document = iri::document("a b");
        let node = |id: &str| iri::entity(id);
        let quote = Literal::new_simple_literal("R&D <x> \"y\"\n😀 ]]>");
        let year = NamedNode::new_unchecked("http://www.w3.org/2001/XMLSchema#gYear");
        vec![
            Quad::new(node("state/CAN"), iri::term("memberOf"), node("organisation/b (c)"), document.clone()),
            Quad::new(node("state/CAN"), iri::term("quote"), quote, document.clone()),
            Quad::new(node("state/CAN"), iri::term("date"), Literal::new_typed_literal("2015", year), document),
            Quad::new(node("state/CAN"), iri::term("memberOf"), node("organisation/b (c)"), iri::document("c")),
        ]
    }

    fn read(format: RdfFormat, text: &[u8]) -> BTreeSet<String> {
        RdfParser::from_format(format).for_slice(text).map(|quad| quad.unwrap().to_string()).collect()
    }

    #[test]
    fn jsonld_is_read_back_with_its_graphs() {
        let mut text = Vec::new();
        write_jsonld(&mut text, quads()).unwrap();
        let read = read(RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() }, &text);
        assert_eq!(read, quads().iter().map(ToString::to_string).collect());
    }

    #[test]
    fn rdfxml_is_read_back_as_triples() {
        let mut text = Vec::new();
        write_rdfxml(&mut text, quads()).unwrap();
        let triples = without_graphs(quads());
        assert_eq!(read(RdfFormat::RdfXml, &text), triples.iter().map(ToString::to_string).collect());
    }
}
