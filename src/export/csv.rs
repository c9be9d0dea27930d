//! The graph as two tables, `nodes.csv` and `edges.csv`, with the column names that Gephi's spreadsheet
//! import and Cytoscape's table import know (RFC 4180, UTF-8, line ends `\r\n`).

use std::io::{self, Write};

use super::column::{self, Column, EDGE, NODE};
use super::value::Value;
use crate::graph::{Graph, Node};

/// Columns of `nodes.csv` before the attributes.
const NODE_HEAD: [&str; 6] = ["Id", "Label", "color", "size", "x", "y"];
/// Columns of `edges.csv` before the attributes.
const EDGE_HEAD: [&str; 7] = ["Source", "Target", "Type", "Id", "Label", "Weight", "Kind"];

/// Writes `nodes.csv`.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_nodes<W: Write>(graph: &Graph, out: W) -> io::Result<()> {
    let mut table = Table::new(out, &NODE_HEAD, &NODE)?;
    for node in graph.nodes() {
        node_head(node).iter().try_for_each(|value| table.field(Some(value)))?;
        table.finish_row(&NODE, node)?;
    }
    table.csv.flush()
}

/// Writes `edges.csv`.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_edges<W: Write>(graph: &Graph, out: W) -> io::Result<()> {
    let mut table = Table::new(out, &EDGE_HEAD, &EDGE)?;
    for (source, edge, target) in graph.edges() {
        for text in [&*source.id, &*target.id, "Directed", &*edge.id, &*edge.label] {
            table.field(Some(&text.into()))?;
        }
        table.field(Some(&edge.weight().into()))?;
        table.field(Some(&(&*edge.relation).into()))?;
        table.finish_row(&EDGE, edge)?;
    }
    table.csv.flush()
}

fn node_head(node: &Node) -> [Value<'_>; 6] {
    let place = |value: fn(crate::graph::Place) -> f64| node.place.map_or("".into(), |p| value(p).into());
    [(&*node.id).into(), column::label(node), node.colour.into(), place(|p| p.size), place(|p| p.x), place(|p| p.y)]
}

/// A table under way, with room to write a field in.
struct Table<W: Write> {
    csv: ::csv::Writer<W>,
    room: Vec<u8>,
}

impl<W: Write> Table<W> {
    fn new<T>(out: W, head: &[&str], columns: &[Column<T>]) -> io::Result<Self> {
        let mut csv = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
        csv.write_record(head.iter().copied().chain(columns.iter().map(|c| c.name)))?;
        Ok(Self { csv, room: Vec::new() })
    }

    fn field(&mut self, value: Option<&Value<'_>>) -> io::Result<()> {
        self.room.clear();
        if let Some(value) = value {
            value.write_plain(&mut self.room);
        }
        Ok(self.csv.write_field(&self.room)?)
    }

    fn finish_row<T>(&mut self, columns: &[Column<T>], item: &T) -> io::Result<()> {
        for column in columns {
            self.field((column.value)(item).as_ref())?;
        }
        Ok(self.csv.write_record(None::<&[u8]>)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture::{ontology, row};

    fn tables() -> [String; 2] {
        let mut rows = [row("CAN memberOf organisation/osce").on("2015-06").0];
        rows[0].object = "Organization, \"OSCE\"".into();
        let graph = Graph::from_rows(&rows, &ontology()).arranged();
        let mut files: [Vec<u8>; 2] = Default::default();
        write_nodes(&graph, &mut files[0]).unwrap();
        write_edges(&graph, &mut files[1]).unwrap();
        files.map(|file| String::from_utf8(file).unwrap())
    }

    #[test]
    fn the_columns_are_those_that_gephi_knows() {
        let [nodes, edges] = tables();
        assert!(nodes.starts_with("Id,Label,color,size,x,y,entity_type,iri,"), "{nodes}");
        assert!(edges.starts_with("Source,Target,Type,Id,Label,Weight,Kind,relation,"), "{edges}");
        assert!(nodes.contains("\r\norganisation.osce,\"Organization, \"\"OSCE\"\"\",#e69f00,"), "{nodes}");
        assert!(edges.contains("\r\nCAN,organisation.osce,Directed,e"), "{edges}");
        assert!(edges.contains(",member of,1,memberOf,memberOf,"), "{edges}");
    }

    #[test]
    fn every_row_has_every_field() {
        for table in tables() {
            let mut reader = ::csv::Reader::from_reader(table.as_bytes());
            assert!(reader.records().all(|record| record.is_ok()), "{table}");
        }
    }
}
