//! The report that comes along: links that nobody doubts, and questions to its graph.

use std::collections::BTreeSet;
use std::fmt::Write;

use demarche::rdf::{Made, ontology_quads, quads, seed_quads};
use demarche::seed::SeedFiles;
use demarche::store::{Answer, Store};
use demarche::table::rows;
use expect_test::expect_file;
use oxigraph::model::Term;

use crate::reading::{EXTRACTOR, extract, seed_documents};

const SURE: &str = include_str!("data/sure-links.tsv");

#[test]
fn the_sure_links_are_found() {
    let found: Vec<_> = seed_documents().iter().flat_map(|document| rows(&extract(document))).collect();
    let mut missing = Vec::new();
    for line in SURE.lines().filter(|line| !line.starts_with('#')) {
        let [subject, relations, object] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line:?}") };
        let is_one = |wanted: &str, found: &str| wanted.split('|').any(|w| w == found);
        let is_found = |row: &&_| -> bool {
            let row: &demarche::table::LinkRow = row;
            row.subject_id == subject && is_one(relations, &row.relation) && is_one(object, &row.object)
        };
        if !found.iter().any(|row| is_found(&row)) {
            missing.push(line);
        }
    }
    assert!(missing.is_empty(), "not found:\n{}", missing.join("\n"));
}

#[test]
fn no_link_is_said_twice() {
    for document in seed_documents() {
        let links = extract(&document).links;
        let key = |link: &demarche::link::Link| {
            (link.subject.clone(), link.relation.clone(), link.object.clone(), link.evidence.clone())
        };
        let distinct: BTreeSet<_> = links.iter().map(key).collect();
        assert_eq!(distinct.len(), links.len());
    }
}

/// A store with the report under each of these ids.
pub fn store(ids: &[&str]) -> Store {
    let seeds = SeedFiles::embedded();
    let ontology = seeds.ontology.iter().find(|file| file.name.ends_with("ontology.ttl")).unwrap();
    let store = Store::new().unwrap();
    store.insert(&ontology_quads(&ontology.text).unwrap()).unwrap();
    store.insert(&seed_quads(EXTRACTOR.entities())).unwrap();
    for id in ids {
        for mut document in seed_documents() {
            (*id).clone_into(&mut document.id);
            store.insert(&quads(&extract(&document), EXTRACTOR.ontology(), &Made::new(&seeds))).unwrap();
        }
    }
    store
}

/// The answer of a SELECT as tab-separated text.
pub fn answer(store: &Store, sparql: &str) -> String {
    let Answer::Solutions(variables, solutions) = Answer::read(store.query(sparql).unwrap()).unwrap() else {
        panic!("no SELECT: {sparql}")
    };
    let mut text = variables.iter().map(|v| v.as_str().to_owned()).collect::<Vec<_>>().join("\t");
    for solution in solutions {
        let cells: Vec<String> =
            solution.values().iter().map(|term| term.as_ref().map_or_else(String::new, cell)).collect();
        write!(text, "\n{}", cells.join("\t")).unwrap();
    }
    text + "\n"
}

fn cell(term: &Term) -> String {
    match term {
        // Quotes that run over lines stay in their row.
        Term::Literal(literal) => literal.value().split_whitespace().collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

#[test]
fn the_states_of_five_organisations() {
    let question = include_str!("cases/seed-report/organisations.rq");
    expect_file!["cases/seed-report/organisations.tsv"].assert_eq(&answer(&store(&["a-70-172"]), question));
}

#[test]
fn a_fact_that_two_documents_state_counts_once() {
    let count = "SELECT (COUNT(*) AS ?n) { id:state\\/CAN dm:foundingMemberOf ?forum }";
    assert_eq!(answer(&store(&["one", "other"]), count), "n\n1\n");
    let links = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?l dm:relation dm:foundingMemberOf } }";
    assert_eq!(answer(&store(&["one", "other"]), links), "n\n2\n");
}
