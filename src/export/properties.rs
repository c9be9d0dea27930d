//! Properties of the graph files, over rows of any content: the order of the rows leaves no trace, any label
//! survives, ids are unique, ends exist, weights are positive.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::gexf::{GexfOptions, write_gexf};
use super::graphml::write_graphml;
use super::{Content, Format, Options, csv as tables, write, xml};
use crate::graph::fixture::{ontology, row};
use crate::graph::{Graph, Projection};
use crate::table::LinkRow;

/// Ids that are hard to tell apart as slugs, with few of each kind so that rows meet.
fn entity() -> impl Strategy<Value = String> {
    prop_oneof!["[A-C]{3}", "organisation/[ab.-]{1,2}", "organisation\\.[ab]", "law/[é ü]{1,2}"]
}

fn rows() -> impl Strategy<Value = Vec<LinkRow>> {
    let date = prop_oneof![Just(None), "(19|20)[0-9]{2}(-0[1-9](-[0-3][0-9])?)?".prop_map(Some)];
    let relation = prop_oneof!["memberOf", "supports", "unheardOf"];
    let one = (entity(), relation, entity(), any::<(String, String, bool)>(), date, 0..3_u32);
    vec(
        one.prop_map(|(subject, relation, object, (label, quote, is_negated), date, start)| {
            let mut row = row(&format!("{subject} {relation} x")).at("a", start, start + 1).0;
            (row.object_id, row.object, row.quote, row.stated_on) = (object, label, quote, date);
            if is_negated {
                row.polarity = "negated".into();
            }
            row
        }),
        0..20,
    )
}

fn files(graph: &Graph) -> [Vec<u8>; 4] {
    let mut files: [Vec<u8>; 4] = Default::default();
    write_graphml(graph, &mut files[0]).unwrap();
    write_gexf(graph, &GexfOptions::default(), &mut files[1]).unwrap();
    tables::write_nodes(graph, &mut files[2]).unwrap();
    tables::write_edges(graph, &mut files[3]).unwrap();
    files
}

/// The page and the picture.
fn views(rows: &[LinkRow]) -> [String; 2] {
    let graph = Graph::from_rows(rows, &ontology()).measured().arranged();
    let content = Content { quads: &[], rows, graph: &graph, ontology: &ontology() };
    [Format::Html, Format::Svg].map(|format| {
        let mut view = Vec::new();
        write(content, format, Options::default(), &mut view).unwrap();
        String::from_utf8(view).unwrap()
    })
}

/// The value of an attribute, read back.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).unwrap()?;
    Some(quick_xml::escape::unescape(&attribute.value).unwrap().into_owned())
}

/// All elements of this name.
fn elements(file: &[u8], name: &str) -> Vec<BytesStart<'static>> {
    let mut reader = Reader::from_str(std::str::from_utf8(file).unwrap());
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(e) | Event::Empty(e) if e.name().as_ref() == name => found.push(e.into_owned()),
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// The texts of the GraphML data with this key.
fn data(file: &[u8], key: &str) -> Vec<String> {
    let mut reader = Reader::from_str(std::str::from_utf8(file).unwrap());
    let mut texts: Vec<String> = Vec::new();
    let mut is_inside = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(e) if attribute(&e, "key").as_deref() == Some(key) => {
                is_inside = true;
                texts.push(String::new());
            }
            Event::End(_) => is_inside = false,
            Event::Text(t) if is_inside => texts.last_mut().unwrap().push_str(&t),
            Event::CData(t) if is_inside => texts.last_mut().unwrap().push_str(&t),
            Event::GeneralRef(r) if is_inside => {
                let entity = format!("&{};", &*r);
                texts.last_mut().unwrap().push_str(&quick_xml::escape::unescape(&entity).unwrap());
            }
            Event::Eof => return texts,
            _ => {}
        }
    }
}

fn shown(label: &str, id: &str) -> String {
    let legal: String = label.chars().filter(|&c| xml::is_legal(c)).collect();
    if xml::is_visible(label) { legal } else { id.to_owned() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_order_of_rows_leaves_no_trace(rows in rows(), seed in any::<u64>()) {
        let mut shuffled = rows.clone();
        shuffled.sort_by_key(|row| seed.rotate_left(row.start).wrapping_mul(row.object.len() as u64 + 3));
        shuffled.reverse();
        let bytes = |rows: &[LinkRow]| files(&Graph::from_rows(rows, &ontology()).arranged());
        prop_assert_eq!(bytes(&rows), bytes(&shuffled));
        prop_assert_eq!(views(&rows), views(&shuffled));
    }

    #[test]
    fn any_label_survives(rows in rows()) {
        let graph = Graph::from_rows(&rows, &ontology());
        let [graphml, gexf, ..] = files(&graph);
        let expected: Vec<String> = graph.nodes().map(|n| shown(&n.label, &n.id)).collect();
        let labels: Vec<_> = elements(&gexf, "node").iter().filter_map(|n| attribute(n, "label")).collect();
        prop_assert_eq!(&labels, &expected);
        prop_assert_eq!(data(&graphml, "label"), expected);
        let [page, picture] = views(&rows);
        prop_assert!(elements(picture.as_bytes(), "circle").len() >= graph.nodes().count());
        let (_, json) = page.split_once(r#"id="data">"#).unwrap();
        let json: serde_json::Value = serde_json::from_str(json.split_once("</script>").unwrap().0).unwrap();
        for (node, read) in graph.nodes().zip(json["nodes"].as_array().unwrap()) {
            prop_assert_eq!(read["label"].as_str(), Some(&*node.label));
        }
    }

    #[test]
    fn ids_are_unique_and_ends_exist(rows in rows()) {
        let graph = Graph::from_rows(&rows, &ontology());
        for graph in [graph.projected(Projection::States, &ontology()), graph] {
            for file in &files(&graph)[..2] {
                let ids = |name: &str| -> Vec<_> {
                    elements(file, name).iter().filter_map(|e| attribute(e, "id")).collect()
                };
                let [nodes, edges] = ["node", "edge"].map(ids);
                let known: BTreeSet<&String> = nodes.iter().collect();
                prop_assert_eq!(known.len(), graph.nodes().count());
                prop_assert_eq!(edges.iter().collect::<BTreeSet<_>>().len(), graph.edges().count());
                for edge in elements(file, "edge") {
                    for end in ["source", "target"] {
                        prop_assert!(known.contains(&attribute(&edge, end).unwrap()));
                    }
                }
            }
            prop_assert!(graph.edges().all(|(_, edge, _)| edge.weight() > 0));
        }
    }

    #[test]
    fn no_two_nodes_share_a_place(rows in rows()) {
        let graph = Graph::from_rows(&rows, &ontology()).arranged();
        let places: BTreeSet<String> = graph.nodes().map(|n| format!("{:?}", n.place.map(|p| (p.x, p.y)))).collect();
        prop_assert_eq!(places.len(), graph.nodes().count());
        prop_assert!(graph.nodes().filter_map(|n| n.place).all(|p| p.x.abs() <= 1000.0 && p.y.abs() <= 1000.0 && p.size > 0.0));
    }

    #[test]
    fn any_text_is_escaped_as_gephi_reads_it(text in "[ &<>\\]\"\r\n\ta\u{1}\u{FFFE}é😀]{0,12}") {
        let mut file = xml::XmlWriter::new(Vec::new());
        file.open("graphml", &[("key", "none".into())]).unwrap();
        file.leaf("data", &[("key", "k".into()), ("label", text.as_str().into())], &text.as_str().into()).unwrap();
        let file = file.finish().unwrap();
        let legal: String = text.chars().filter(|&c| xml::is_legal(c)).collect();
        let label = attribute(&elements(&file, "data")[0], "label").unwrap();
        prop_assert_eq!(&label, &legal);
        prop_assert_eq!(&data(&file, "k")[0], &legal);
    }
}
