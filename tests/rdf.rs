//! What an extraction becomes in RDF.

use demarche::rdf::{Made, iri, ontology_quads, parse_nquads, quads, seed_quads, to_nquads};
use demarche::store::{Names, link_rows};
use demarche::table;
use demarche::verify::{same_nquads, same_turtle};
use expect_test::expect_file;
use oxigraph::model::{NamedOrBlankNode, Quad, Term};
use proptest::prelude::*;

use crate::sample::{entities, extraction, extractions, ontology};

fn sample() -> Vec<Quad> {
    quads(&extraction("a-70-172"), &ontology(), &Made::default())
}

#[test]
fn the_sample_reads_as_expected() {
    let mut text = Vec::new();
    demarche::export::turtle::write_trig(&mut text, sample()).unwrap();
    expect_file!["data/sample.trig"].assert_eq(&String::from_utf8(text).unwrap());
}

#[test]
fn a_link_costs_at_most_eighteen_quads() {
    let mut extraction = extraction("a-70-172");
    let with_links = quads(&extraction, &ontology(), &Made::default()).len();
    let n_links = extraction.links.len();
    extraction.links.clear();
    let without = quads(&extraction, &ontology(), &Made::default()).len();
    assert!((with_links - without) <= 18 * n_links, "{} quads for {n_links} links", with_links - without);
}

#[test]
fn a_plan_is_no_fact_but_support_is() {
    let facts: Vec<String> = sample()
        .iter()
        .filter(|quad| quad.subject == NamedOrBlankNode::from(iri::entity("state/CAN")))
        .filter_map(|quad| iri::local_name(quad.predicate.as_str()).map(str::to_owned))
        .collect();
    assert_eq!(facts, ["foundingMemberOf", "supports", "supports"]);
}

#[test]
fn no_blank_node_is_written() {
    let base = [seed_quads(&entities()), ontology_quads(include_str!("data/ontology.ttl")).unwrap(), sample()];
    let is_blank = |quad: &Quad| quad.subject.is_blank_node() || matches!(quad.object, Term::BlankNode(_));
    assert!(!base.concat().iter().any(is_blank));
}

#[test]
fn the_bytes_of_the_ontology_do_not_depend_on_its_blank_node_labels() {
    let turtle = include_str!("data/ontology.ttl");
    let renamed = turtle.replace("[ a owl:Class ; owl:unionOf", "_:z . _:z a owl:Class ; owl:unionOf");
    let renamed = renamed.replace("dm:Law ) ] .", "dm:Law ) .");
    assert_eq!(ontology_quads(turtle).unwrap(), ontology_quads(&renamed).unwrap());
}

#[test]
fn the_table_comes_back_from_the_sample() {
    let extraction = extraction("a-70-172");
    let seeds = Names::of(&seed_quads(&entities()));
    assert_eq!(link_rows(&sample(), &seeds), table::rows(&extraction));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_extracted_is_read_back(extraction in extractions()) {
        let quads = quads(&extraction, &ontology(), &Made::default());
        let text = to_nquads(&quads);
        let read = parse_nquads(text.as_bytes()).unwrap();
        prop_assert_eq!(&to_nquads(&read), &text);
        prop_assert_eq!(same_nquads(&quads), Ok(()));
        prop_assert_eq!(same_turtle(&quads), Ok(()));
        prop_assert_eq!(link_rows(&read, &Names::default()), table::rows(&extraction));
    }
}
