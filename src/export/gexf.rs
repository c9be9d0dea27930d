//! GEXF 1.3, the file for Gephi: all that GraphML has, the relation as the kind of an edge, and the dates as
//! a timeline. Dates of the timeline are whole days; the columns `valid_from` and `valid_to` keep the dates
//! as the texts have them.

use std::io::{self, Write};

use super::column::{self, Column, EDGE, NODE, Type};
use super::value::Value;
use super::xml::XmlWriter;
use crate::graph::{Edge, Graph, Node, Period, Place};

/// How dates are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Timeline {
    /// Start and end of everything dated, and spells for an edge that is stated in years apart.
    Spells,
    /// Start and end alone: every reader of GEXF knows them, where spells are passed over by some.
    #[default]
    Hull,
    /// No timeline: dates only as columns.
    Absent,
}

/// What a GEXF file says beyond the graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GexfOptions {
    /// What the graph is; `&` and `<` are left out, for Gephi cuts the text there.
    pub description: String,
    /// How dates are written.
    pub timeline: Timeline,
}

/// Writes the graph as GEXF 1.3. Nodes have size and position once it is [arranged](Graph::arranged).
///
/// # Errors
/// Whatever the writer reports.
pub fn write_gexf<W: Write>(graph: &Graph, options: &GexfOptions, out: W) -> io::Result<()> {
    let timeline = if has_timeline(graph) { options.timeline } else { Timeline::Absent };
    let mut xml = XmlWriter::new(out);
    let (gexf, viz) = ("http://gexf.net/1.3", "http://gexf.net/1.3/viz");
    xml.open("gexf", &[("xmlns", gexf.into()), ("xmlns:viz", viz.into()), ("version", "1.3".into())])?;
    write_meta(&mut xml, graph, options)?;
    open_graph(&mut xml, timeline)?;
    write_attributes(&mut xml, "node", &NODE)?;
    write_attributes(&mut xml, "edge", &EDGE)?;
    xml.open("nodes", &[])?;
    for node in graph.nodes() {
        write_node(&mut xml, node, timeline)?;
    }
    xml.close()?;
    xml.open("edges", &[])?;
    for (source, edge, target) in graph.edges() {
        write_edge(&mut xml, source, edge, target, timeline)?;
    }
    xml.finish().map(drop)
}

/// A timeline needs two days: Gephi shows none for a single one.
fn has_timeline(graph: &Graph) -> bool {
    let hull = graph.edges().filter_map(|(_, edge, _)| edge.period()).reduce(Period::hull);
    hull.is_some_and(|p| p.from.first_day() < p.to.last_day())
}

/// The date is that of the latest document, so that the same graph gives the same file on any day.
fn write_meta<W: Write>(xml: &mut XmlWriter<W>, graph: &Graph, options: &GexfOptions) -> io::Result<()> {
    let Some(latest) = graph.latest() else { return Ok(()) };
    xml.open("meta", &[("lastmodifieddate", latest.last_day().into())])?;
    xml.leaf("creator", &[], &concat!("demarche ", env!("CARGO_PKG_VERSION")).into())?;
    if !options.description.is_empty() {
        xml.leaf("description", &[], &options.description.replace(['&', '<'], "").into())?;
    }
    xml.close()
}

fn open_graph<W: Write>(xml: &mut XmlWriter<W>, timeline: Timeline) -> io::Result<()> {
    let (directed, string) = (("defaultedgetype", "directed".into()), ("idtype", "string".into()));
    match timeline {
        Timeline::Absent => xml.open("graph", &[("mode", "static".into()), directed, string]),
        Timeline::Spells | Timeline::Hull => {
            let attributes = [
                ("mode", "dynamic".into()),
                directed,
                ("timeformat", "date".into()),
                ("timerepresentation", "interval".into()),
                ("timezone", "UTC".into()),
                string,
            ];
            xml.open("graph", &attributes)
        }
    }
}

fn write_attributes<W: Write, T>(xml: &mut XmlWriter<W>, class: &str, columns: &[Column<T>]) -> io::Result<()> {
    xml.open("attributes", &[("class", class.into()), ("mode", "static".into())])?;
    for column in columns {
        let (name, kind) = (column.name, type_name(column.kind));
        xml.empty("attribute", &[("id", name.into()), ("title", name.into()), ("type", kind.into())])?;
    }
    xml.close()
}

const fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Text => "string",
        Type::Integer => "integer",
        Type::Real => "double",
        Type::Flag => "boolean",
    }
}

fn write_node<W: Write>(xml: &mut XmlWriter<W>, node: &Node, timeline: Timeline) -> io::Result<()> {
    let mut attributes = vec![("id", Value::Token(&node.id)), ("label", column::label(node))];
    attributes.extend(node.period.into_iter().filter(|_| timeline != Timeline::Absent).flat_map(days));
    xml.open("node", &attributes)?;
    write_values(xml, &NODE, node)?;
    let colour = node.colour;
    xml.empty("viz:color", &[("r", colour.r.into()), ("g", colour.g.into()), ("b", colour.b.into())])?;
    if let Some(Place { x, y, size }) = node.place {
        xml.empty("viz:position", &[("x", x.into()), ("y", y.into()), ("z", 0_u8.into())])?;
        xml.empty("viz:size", &[("value", size.into())])?;
    }
    xml.close()
}

fn write_edge<W: Write>(
    xml: &mut XmlWriter<W>,
    source: &Node,
    edge: &Edge,
    target: &Node,
    timeline: Timeline,
) -> io::Result<()> {
    let mut attributes = vec![
        ("id", Value::Token(&edge.id)),
        ("source", Value::Token(&source.id)),
        ("target", Value::Token(&target.id)),
        ("type", "directed".into()),
        ("label", (&*edge.label).into()),
        ("kind", (&*edge.relation).into()),
        ("weight", edge.weight().into()),
    ];
    attributes.extend(edge.period().into_iter().filter(|_| timeline != Timeline::Absent).flat_map(days));
    xml.open("edge", &attributes)?;
    if timeline == Timeline::Spells {
        write_spells(xml, &edge.periods())?;
    }
    write_values(xml, &EDGE, edge)?;
    xml.close()
}

/// Spells, where there is more than one: the hull of a single one stands on the element.
fn write_spells<W: Write>(xml: &mut XmlWriter<W>, periods: &[Period]) -> io::Result<()> {
    if periods.len() < 2 {
        return Ok(());
    }
    xml.open("spells", &[])?;
    for &period in periods {
        xml.empty("spell", &days(period))?;
    }
    xml.close()
}

/// First and last day of a period.
fn days<'a>(period: Period) -> [(&'static str, Value<'a>); 2] {
    [("start", period.from.first_day().into()), ("end", period.to.last_day().into())]
}

fn write_values<W: Write, T>(xml: &mut XmlWriter<W>, columns: &[Column<T>], item: &T) -> io::Result<()> {
    xml.open("attvalues", &[])?;
    for column in columns {
        if let Some(value) = (column.value)(item) {
            xml.empty("attvalue", &[("for", Value::Token(column.name)), ("value", value)])?;
        }
    }
    xml.close()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture::{Row, ontology, row};

    fn gexf<const N: usize>(rows: [Row; N], timeline: Timeline) -> String {
        let rows: Vec<_> = rows.into_iter().map(|r| r.0).collect();
        let options = GexfOptions { description: "R&D <x>".into(), timeline };
        let mut out = Vec::new();
        write_gexf(&Graph::from_rows(&rows, &ontology()), &options, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn years_apart() -> [Row; 3] {
        let member = || row("CAN memberOf organisation/osce");
        [member().on("1995"), member().at("b", 1, 2).on("2014-06"), member().at("c", 1, 2).on("2015-06-04")]
    }

    #[test]
    fn years_apart_are_spells() {
        let file = gexf(years_apart(), Timeline::Spells);
        assert!(file.contains(r#"<spell start="1995-01-01" end="1995-12-31"/>"#), "{file}");
        assert!(file.contains(r#"<spell start="2014-06-01" end="2015-06-04"/>"#));
        assert!(file.contains(r#"kind="memberOf" weight="3" start="1995-01-01" end="2015-06-04">"#));
        assert!(file.contains(r#"<meta lastmodifieddate="2015-06-04">"#) && file.contains(">RD x>"));
        assert!(file.contains(r#"<attvalue for="valid_from" value="1995"/>"#));
    }

    #[test]
    fn spells_and_timeline_can_be_left_out() {
        let file = gexf(years_apart(), Timeline::Hull);
        assert!(!file.contains("spell") && file.contains(r#"end="2015-06-04""#));
        let file = gexf(years_apart(), Timeline::Absent);
        assert!(file.contains(r#"<graph mode="static" "#) && !file.contains("start="));
    }

    #[test]
    fn one_day_or_none_makes_no_timeline() {
        let day = gexf([row("CAN memberOf organisation/osce").on("2015-06-04")], Timeline::Spells);
        assert!(day.contains(r#"mode="static""#) && !day.contains("start=") && day.contains("<meta"));
        let none = gexf([row("CAN memberOf organisation/osce")], Timeline::Spells);
        assert!(none.contains(r#"mode="static""#) && !none.contains("<meta"));
    }
}
