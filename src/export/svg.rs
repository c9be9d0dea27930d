//! A picture of the graph that any program shows: the layout, the labels of the largest nodes, a legend of the
//! kinds of things. Other labels stand in it as titles, which browsers show under the pointer.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::xml::XmlWriter;
use super::{Content, column};
use crate::graph::label::{GAP, Room, TYPE_SIZE, short};
use crate::graph::{Graph, Node, Place};

/// The layout is square, a page or slide is not.
const STRETCH: f64 = 1.4;
/// Free room around the picture, in units of the layout.
const MARGIN: f64 = 60.0;
/// Entries of the legend; kinds with fewer things share the last.
const MOST_KINDS: usize = 14;
/// Distance between the lines of the legend.
const LINE: f64 = 36.0;
/// Width of the legend.
const LEGEND: f64 = 490.0;

/// Colours of what is not a node, for light and dark surroundings.
const STYLE: &str = "\
svg{background:#fff}text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;fill:#1b2430}\
.label{paint-order:stroke;stroke:#fff;stroke-width:5;stroke-linejoin:round}.edges{stroke:#8d9bad;fill:none}.soft{fill:#5b6777}\
@media(prefers-color-scheme:dark){svg{background:#10151c}text{fill:#e7ecf2}.label{stroke:#10151c}.edges{stroke:#61748a}.soft{fill:#9aa7b6}}";

/// Writes the picture. The graph must be [arranged](Graph::arranged).
///
/// # Errors
/// Whatever the writer reports.
pub fn write_svg<W: Write>(content: Content<'_>, out: W) -> io::Result<()> {
    let graph = content.graph;
    let frame = frame(graph);
    let (width, height) = (frame.x.1 - frame.x.0 + LEGEND, frame.y.1 - frame.y.0);
    let mut xml = XmlWriter::new(out);
    let view = format!("{} {} {} {}", tenth(frame.x.0), tenth(frame.y.0), tenth(width), tenth(height));
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg".into()),
        ("viewBox", view.into()),
        ("width", tenth(width / 2.0).into()),
        ("height", tenth(height / 2.0).into()),
        ("role", "img".into()),
    ];
    xml.open("svg", &attributes)?;
    xml.leaf("title", &[], &summary(content).into())?;
    xml.leaf("style", &[], &STYLE.into())?;
    write_edges(&mut xml, graph)?;
    write_nodes(&mut xml, graph)?;
    write_labels(&mut xml, graph)?;
    write_legend(&mut xml, content, frame)?;
    xml.finish().map(drop)
}

/// Where a node is drawn. The y axis of SVG points down.
fn place(node: &Node) -> Place {
    let Place { x, y, size } = node.place.unwrap_or_default();
    Place { x: x * STRETCH, y: -y, size }
}

/// The rectangle that holds all nodes and labels, with a margin.
fn frame(graph: &Graph) -> Room {
    let labelled = graph.labelled().into_iter().map(|node| &graph.inner()[node]);
    let rooms = labelled.map(|node| Room::of(place(node), &node.label));
    let discs =
        graph.nodes().map(place).map(|p| Room { x: (p.x - p.size, p.x + p.size), y: (p.y - p.size, p.y + p.size) });
    let hull =
        |a: Room, b: Room| Room { x: (a.x.0.min(b.x.0), a.x.1.max(b.x.1)), y: (a.y.0.min(b.y.0), a.y.1.max(b.y.1)) };
    let Room { x, y } = rooms.chain(discs).reduce(hull).unwrap_or(Room { x: (0.0, 0.0), y: (0.0, 0.0) });
    // The legend needs its lines.
    let least = (MOST_KINDS + 3) as f64 * LINE;
    let lack = f64::max(0.0, least - (y.1 - y.0)) / 2.0;
    Room { x: (x.0 - MARGIN, x.1 + MARGIN), y: (y.0 - MARGIN - lack, y.1 + MARGIN + lack) }
}

/// Lines between nodes, one for all edges of two, thicker for more evidence, paler where there are many.
fn write_edges<W: Write>(xml: &mut XmlWriter<W>, graph: &Graph) -> io::Result<()> {
    let mut lines: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for edge in graph.inner().edge_indices() {
        let Some((source, target)) = graph.inner().edge_endpoints(edge) else { continue };
        let ends = (source.min(target).index(), source.max(target).index());
        *lines.entry(ends).or_default() += graph.inner()[edge].weight();
    }
    let nodes: Vec<&Node> = graph.nodes().collect();
    let opacity = (14.0 / (lines.len().max(1) as f64).sqrt()).clamp(0.08, 0.8);
    xml.open("g", &[("class", "edges".into()), ("stroke-opacity", hundredth(opacity).into())])?;
    for ((source, target), weight) in lines.into_iter().filter(|((source, target), _)| source != target) {
        let (one, other) = (place(nodes[source]), place(nodes[target]));
        let path = format!("M{} {}L{} {}", tenth(one.x), tenth(one.y), tenth(other.x), tenth(other.y));
        let width = (1.0 + (weight as f64).sqrt()).min(8.0);
        xml.empty("path", &[("d", path.into()), ("stroke-width", tenth(width).into())])?;
    }
    xml.close()
}

fn write_nodes<W: Write>(xml: &mut XmlWriter<W>, graph: &Graph) -> io::Result<()> {
    xml.open("g", &[])?;
    for node in graph.nodes() {
        let Place { x, y, size } = place(node);
        let attributes =
            [("cx", tenth(x).into()), ("cy", tenth(y).into()), ("r", tenth(size).into()), ("fill", node.colour.into())];
        xml.open("circle", &attributes)?;
        xml.leaf("title", &[], &column::label(node))?;
        xml.close()?;
    }
    xml.close()
}

fn write_labels<W: Write>(xml: &mut XmlWriter<W>, graph: &Graph) -> io::Result<()> {
    xml.open("g", &[("class", "label".into()), ("font-size", TYPE_SIZE.into())])?;
    for node in graph.labelled().into_iter().map(|node| &graph.inner()[node]) {
        let Place { x, y, size } = place(node);
        write_text(xml, x + size + GAP, y, &short(&node.label))?;
    }
    xml.close()
}

/// The kinds, the most frequent first, and what the picture holds.
fn write_legend<W: Write>(xml: &mut XmlWriter<W>, content: Content<'_>, frame: Room) -> io::Result<()> {
    let kinds = kinds(content.graph);
    let (x, top) = (frame.x.1 + 10.0, frame.y.0 + MARGIN + LINE);
    xml.open("g", &[("font-size", 24_u8.into())])?;
    for (i, (class, colour, n)) in kinds.iter().take(MOST_KINDS).enumerate() {
        let y = top + i as f64 * LINE;
        let circle =
            [("cx", tenth(x).into()), ("cy", tenth(y).into()), ("r", 11_u8.into()), ("fill", (&**colour).into())];
        xml.empty("circle", &circle)?;
        write_text(xml, x + 24.0, y, &format!("{} ({n})", content.ontology.class_label(class)))?;
    }
    xml.close()?;
    xml.open("g", &[("class", "soft".into()), ("font-size", 21_u8.into())])?;
    let below = top + kinds.len().min(MOST_KINDS) as f64 * LINE;
    let rest: usize = kinds.iter().skip(MOST_KINDS).map(|(_, _, n)| n).sum();
    if rest > 0 {
        write_text(xml, x + 24.0, below, &format!("other kinds ({rest})"))?;
    }
    write_text(xml, x - 11.0, below + 1.5 * LINE, &summary(content))?;
    xml.close()
}

/// Class, colour and number of the things of each kind.
fn kinds(graph: &Graph) -> Vec<(&str, String, usize)> {
    let mut kinds: BTreeMap<&str, (String, usize)> = BTreeMap::new();
    for node in graph.nodes() {
        kinds.entry(&node.class).or_insert_with(|| (node.colour.to_string(), 0)).1 += 1;
    }
    let mut kinds: Vec<_> = kinds.into_iter().map(|(class, (colour, n))| (class, colour, n)).collect();
    kinds.sort_by_key(|(class, _, n)| (std::cmp::Reverse(*n), *class));
    kinds
}

fn summary(content: Content<'_>) -> String {
    let mut documents: Vec<&str> = content.rows.iter().map(|row| &*row.document).collect();
    documents.sort_unstable();
    documents.dedup();
    let counted = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let (things, links) = (content.graph.nodes().count(), content.graph.edges().count());
    [counted(things, "thing"), counted(links, "link"), counted(documents.len(), "document")].join(", ")
}

fn write_text<W: Write>(xml: &mut XmlWriter<W>, x: f64, y: f64, text: &str) -> io::Result<()> {
    let attributes = [("x", tenth(x).into()), ("y", tenth(y).into()), ("dy", "0.35em".into())];
    xml.leaf("text", &attributes, &text.into())
}

fn tenth(value: f64) -> f64 {
    // Without a negative zero.
    (value * 10.0).round() / 10.0 + 0.0
}

fn hundredth(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture::{ontology, row};

    #[test]
    fn a_small_picture() {
        let rows = [
            row("CAN memberOf organisation/osce").0,
            row("CAN supports organisation/osce").0,
            row("CAN mentions CAN").0,
        ];
        let graph = Graph::from_rows(&rows, &ontology()).measured().arranged();
        let mut out = Vec::new();
        write_svg(Content { quads: &[], rows: &rows, graph: &graph, ontology: &ontology() }, &mut out).unwrap();
        let picture = String::from_utf8(out).unwrap();
        assert_eq!(picture.matches("<path ").count(), 1, "{picture}");
        assert_eq!(picture.matches("<circle ").count(), 4, "{picture}");
        for text in
            [">CAN</text>", ">State (1)</text>", ">organisation/osce</title>", ">2 things, 3 links, 1 document<"]
        {
            assert!(picture.contains(text), "{text}: {picture}");
        }
    }
}
