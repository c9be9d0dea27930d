//! GraphML, for every program that reads graphs: typed columns, positions, colours, and the relation both as
//! a column and as Gephi's edge type (the attribute `label` of an edge). Dates are plain columns here.

use std::io::{self, Write};

use super::column::{self, Column, EDGE, NODE, Type};
use super::value::Value;
use super::xml::XmlWriter;
use crate::graph::{Edge, Graph, Node};

/// Keys that viewers know, before the columns of our own: id, whose it is, name, type.
const KEYS: [[&str; 4]; 7] = [
    ["label", "node", "label", "string"],
    ["size", "node", "size", "double"],
    ["color", "node", "color", "string"],
    ["x", "node", "x", "double"],
    ["y", "node", "y", "double"],
    ["e_label", "edge", "label", "string"],
    ["weight", "edge", "weight", "double"],
];

/// Writes the graph as GraphML. Nodes have size and position once it is [arranged](Graph::arranged).
///
/// # Errors
/// Whatever the writer reports.
pub fn write_graphml<W: Write>(graph: &Graph, out: W) -> io::Result<()> {
    let mut xml = XmlWriter::new(out);
    xml.open("graphml", &[("xmlns", "http://graphml.graphdrawing.org/xmlns".into())])?;
    for [id, target, name, kind] in KEYS {
        write_key(&mut xml, id, target, name, kind)?;
    }
    write_keys(&mut xml, "node", &NODE)?;
    write_keys(&mut xml, "edge", &EDGE)?;
    xml.open("graph", &[("id", "G".into()), ("edgedefault", "directed".into())])?;
    for node in graph.nodes() {
        write_node(&mut xml, node)?;
    }
    for (source, edge, target) in graph.edges() {
        write_edge(&mut xml, source, edge, target)?;
    }
    xml.finish().map(drop)
}

fn write_keys<W: Write, T>(xml: &mut XmlWriter<W>, target: &'static str, columns: &[Column<T>]) -> io::Result<()> {
    columns.iter().try_for_each(|column| write_key(xml, column.key, target, column.name, type_name(column.kind)))
}

fn write_key<W: Write>(xml: &mut XmlWriter<W>, id: &str, target: &str, name: &str, kind: &str) -> io::Result<()> {
    let attributes =
        [("id", id.into()), ("for", target.into()), ("attr.name", name.into()), ("attr.type", kind.into())];
    xml.empty("key", &attributes)
}

const fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Text => "string",
        Type::Integer => "int",
        Type::Real => "double",
        Type::Flag => "boolean",
    }
}

fn write_node<W: Write>(xml: &mut XmlWriter<W>, node: &Node) -> io::Result<()> {
    xml.open("node", &[("id", Value::Token(&node.id))])?;
    write_data(xml, "label", &column::label(node))?;
    if let Some(place) = node.place {
        write_data(xml, "size", &place.size.into())?;
    }
    write_data(xml, "color", &node.colour.into())?;
    if let Some(place) = node.place {
        write_data(xml, "x", &place.x.into())?;
        write_data(xml, "y", &place.y.into())?;
    }
    write_columns(xml, &NODE, node)?;
    xml.close()
}

fn write_edge<W: Write>(xml: &mut XmlWriter<W>, source: &Node, edge: &Edge, target: &Node) -> io::Result<()> {
    let attributes = [
        ("id", Value::Token(&edge.id)),
        ("source", Value::Token(&source.id)),
        ("target", Value::Token(&target.id)),
        ("label", (&*edge.relation).into()),
    ];
    xml.open("edge", &attributes)?;
    write_data(xml, "e_label", &(&*edge.label).into())?;
    write_data(xml, "weight", &edge.weight().into())?;
    write_columns(xml, &EDGE, edge)?;
    xml.close()
}

fn write_columns<W: Write, T>(xml: &mut XmlWriter<W>, columns: &[Column<T>], item: &T) -> io::Result<()> {
    for column in columns {
        if let Some(value) = (column.value)(item) {
            write_data(xml, column.key, &value)?;
        }
    }
    Ok(())
}

fn write_data<W: Write>(xml: &mut XmlWriter<W>, key: &str, value: &Value<'_>) -> io::Result<()> {
    xml.leaf("data", &[("key", Value::Token(key))], value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture::{ontology, row};

    #[test]
    fn a_graph_as_graphml() {
        let rows = [row("CAN memberOf organisation/osce").on("2015-06").0];
        let mut out = Vec::new();
        write_graphml(&Graph::from_rows(&rows, &ontology()), &mut out).unwrap();
        let file = String::from_utf8(out).unwrap();
        let graph = file.split_once("  <graph ").unwrap().1;
        expect_test::expect![[r#"
            id="G" edgedefault="directed">
                <node id="CAN">
                  <data key="label">CAN</data>
                  <data key="color">#0072b2</data>
                  <data key="n_entity_type">State</data>
                  <data key="n_iri">https://w3id.org/demarche/id/state/CAN</data>
                  <data key="n_mentions">1</data>
                  <data key="n_document_count">1</data>
                  <data key="n_documents">a</data>
                  <data key="n_valid_from">2015-06</data>
                  <data key="n_valid_to">2015-06</data>
                </node>
                <node id="organisation.osce">
                  <data key="label">organisation/osce</data>
                  <data key="color">#e69f00</data>
                  <data key="n_entity_type">RegionalOrganisation</data>
                  <data key="n_iri">https://w3id.org/demarche/id/organisation/osce</data>
                  <data key="n_mentions">1</data>
                  <data key="n_document_count">1</data>
                  <data key="n_documents">a</data>
                  <data key="n_valid_from">2015-06</data>
                  <data key="n_valid_to">2015-06</data>
                </node>
                <edge id="eca309d1de837c22e" source="CAN" target="organisation.osce" label="memberOf">
                  <data key="e_label">member of</data>
                  <data key="weight">1</data>
                  <data key="e_relation">memberOf</data>
                  <data key="e_symmetric">false</data>
                  <data key="e_negated">false</data>
                  <data key="e_modality">done</data>
                  <data key="e_share_done">1</data>
                  <data key="e_document_count">1</data>
                  <data key="e_documents">a</data>
                  <data key="e_evidence_count">1</data>
                  <data key="e_evidence">a:0-10</data>
                  <data key="e_quote">CAN memberOf organisation/osce</data>
                  <data key="e_valid_from">2015-06</data>
                  <data key="e_valid_to">2015-06</data>
                </edge>
              </graph>
            </graphml>
        "#]]
        .assert_eq(graph);
    }
}
