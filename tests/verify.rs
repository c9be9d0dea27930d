//! Proofs, and the faults that they find.

use demarche::document::Document;
use demarche::rdf::{Made, parse_nquads, quads, seed_quads, to_nquads};
use demarche::store::Names;
use demarche::verify::{Verifier, same_ontology};
use oxigraph::model::Quad;

use crate::sample::{document, entities, extraction, ontology};

fn faults(quads: &[Quad], source: Option<&Document>) -> Vec<String> {
    let (ontology, seeds) = (ontology(), Names::of(&seed_quads(&entities())));
    let proof = Verifier { ontology: &ontology, seeds: &seeds }.prove("a", quads, source);
    proof.problems.into_iter().map(|problem| problem.message).collect()
}

/// The faults of the sample after a change to its N-Quads.
#[track_caller]
fn check(change: impl Fn(String) -> String, expected: &str) {
    let text = change(to_nquads(&quads(&extraction("a"), &ontology(), &Made::default())));
    let quads = parse_nquads(text.as_bytes()).unwrap();
    let faults = faults(&quads, Some(&document("a")));
    assert!(faults.iter().any(|fault| fault.contains(expected)), "{faults:?}");
}

#[test]
fn a_sound_graph_has_no_fault() {
    let quads = quads(&extraction("a"), &ontology(), &Made::default());
    assert_eq!(faults(&quads, Some(&document("a"))), Vec::<String>::new());
    assert_eq!(faults(&quads, None), Vec::<String>::new());
}

#[test]
fn each_fault_is_found() {
    check(|text| text.replace("has also joined", "has not joined"), "the source does not read `Canada has not");
    check(|text| text.replace("#start> \"", "#start> \"1"), "the source does not read");
    check(|text| text.replace("sourceSha256> \"", "sourceSha256> \"0"), "made from other bytes");
    check(|text| text.replace("ns#Strategy>", "ns#Forum>"), "does not lead from `State` to `Forum`");
    check(|text| text.replace("ns#Planned>", "ns#Unknown>"), "modality or polarity is missing");
    let fact = "id/state/CAN> <https://w3id.org/demarche/ns#foundingMemberOf>";
    check(|text| text.replace(fact, "id/state/CAN> <http://example.org/x>"), "plain triple is missing");
    let relation = |name: &str| format!("ns#relation> <https://w3id.org/demarche/ns#{name}>");
    check(|text| text.replace(&relation("supports"), &relation("memberOf")), "a fact without a link");
}

#[test]
fn both_readers_agree_on_unions() {
    assert_eq!(same_ontology(include_str!("data/ontology.ttl")), Ok(()));
}
