//! Exports of RDF: stable, complete, and filtered.

use demarche::export::turtle::{write_nquads, write_trig, write_turtle};
use demarche::export::{Filter, Format, selected};
use demarche::link::Modality;
use demarche::table::LinkRow;
use oxigraph::model::{Quad, Triple};
use oxttl::{TriGParser, TurtleParser};
use tempfile::TempDir;

use crate::folder::folder;
use crate::sample::ontology;

fn written(quads: &[Quad]) -> [Vec<u8>; 3] {
    let [mut turtle, mut trig, mut nquads] = [const { Vec::new() }; 3];
    write_turtle(&mut turtle, quads.iter().cloned().map(Triple::from)).unwrap();
    write_trig(&mut trig, quads.to_vec()).unwrap();
    write_nquads(&mut nquads, quads).unwrap();
    [turtle, trig, nquads]
}

#[test]
fn the_order_of_quads_changes_no_byte() {
    let root = TempDir::new().unwrap();
    let mut quads = folder(root.path(), &["a", "b"]).quads().unwrap();
    let straight = written(&quads);
    quads.reverse();
    quads.extend(quads.clone());
    assert_eq!(written(&quads), straight);
}

#[test]
fn turtle_holds_each_triple_once_and_trig_each_quad() {
    let root = TempDir::new().unwrap();
    let quads = folder(root.path(), &["a", "b"]).quads().unwrap();
    let [turtle, trig, _] = written(&quads);
    let triples: std::collections::HashSet<Triple> = quads.iter().cloned().map(Triple::from).collect();
    assert_eq!(TurtleParser::new().for_slice(&turtle).count(), triples.len());
    assert_eq!(TriGParser::new().for_slice(&trig).count(), quads.len());
}

fn kept(filter: &Filter) -> (Vec<String>, Vec<Quad>) {
    let root = TempDir::new().unwrap();
    let folder = folder(root.path(), &["a"]);
    let mut rows: Vec<LinkRow> = folder.link_rows().unwrap();
    rows.retain(|row| filter.admits(&ontology(), row));
    let quads = selected(folder.quads().unwrap(), &rows, &ontology());
    (rows.into_iter().map(|row| row.relation).collect(), quads)
}

#[test]
fn filters_take_in_what_is_narrower() {
    let member = Filter { relations: vec!["memberOf".to_owned()], ..Filter::default() };
    assert_eq!(kept(&member).0, ["foundingMemberOf"]);
    let organisation = Filter { classes: vec!["Organisation".to_owned()], ..Filter::default() };
    assert_eq!(kept(&organisation).0, ["foundingMemberOf", "supports"]);
    let planned = Filter { modalities: vec![Modality::Planned], ..Filter::default() };
    assert_eq!(kept(&planned).0, ["hasStrategy", "supports"]);
    let late = Filter { from: Some("2015-06-05".to_owned()), ..Filter::default() };
    assert_eq!(kept(&late).0, ["hasStrategy"]);
    let june = Filter { from: Some("2015-06-01".to_owned()), to: Some("2015-06-30".to_owned()), ..Filter::default() };
    assert_eq!(kept(&june).0.len(), 3);
}

#[test]
fn a_filtered_graph_holds_its_links_and_nothing_of_the_others() {
    let (_, quads) = kept(&Filter { relations: vec!["supports".to_owned()], ..Filter::default() });
    let text = quads.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let graph = "/id/document/a>";
    let own: String = text.lines().filter(|line| line.ends_with(graph)).collect();
    assert!(own.contains("and it supports the GFCE") && own.contains("ns#supports> <"));
    assert!(!own.contains("as a founding member") && !own.contains("foundingMemberOf"));
    assert!(!own.contains("strategy/CAN") && text.contains("\"Georgia\""));
}

#[test]
fn a_format_is_known_by_the_name_of_the_file() {
    let format = |path: &str| Format::from_path(path.as_ref());
    assert_eq!(format("a/b.TTL"), Some(Format::Turtle));
    assert_eq!(format("nodes.csv"), Some(Format::NodesCsv));
    assert_eq!(format("my-edges.csv"), Some(Format::EdgesCsv));
    assert_eq!(format("all.csv"), Some(Format::LinksCsv));
    assert_eq!(format("graph.docx"), None);
    for format in Format::ALL {
        assert_eq!(Format::from_path(format.file_name().as_ref()), Some(format));
    }
    assert!("docx".parse::<Format>().is_err());
}
