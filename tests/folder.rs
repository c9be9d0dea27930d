//! The graph folder: what it keeps, and what removing and renewing leave.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use demarche::rdf::{Made, iri, ontology_quads, quads, seed_quads};
use demarche::store::{Answer, Folder, Store, StoreError};
use demarche::table;
use proptest::collection::btree_set;
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use tempfile::TempDir;

use crate::sample::{document, entities, extraction, ontology};

/// A folder with these documents.
pub fn folder(root: &Path, ids: &[&str]) -> Folder {
    let folder = Folder::new(root);
    let ontology = ontology();
    let made = Made::default().with_metadata(&document("").metadata);
    let graphs: Vec<_> = ids.iter().map(|id| ((*id).to_owned(), quads(&extraction(id), &ontology, &made))).collect();
    let mut manifest = folder.manifest().unwrap();
    folder.write_documents(&mut manifest, &graphs).unwrap();
    folder.write_base(&ontology_quads(include_str!("data/ontology.ttl")).unwrap(), &seed_quads(&entities())).unwrap();
    folder.save(&manifest).unwrap();
    folder
}

/// Every file below a folder, with its bytes.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            found.extend(files(&path).into_iter().map(|(file, bytes)| (format!("{name}/{file}"), bytes)));
        } else {
            found.insert(path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap());
        }
    }
    found
}

fn count(store: &Store, pattern: &str) -> usize {
    match Answer::read(store.query(&format!("SELECT * {{ {pattern} }}")).unwrap()).unwrap() {
        Answer::Solutions(_, rows) => rows.len(),
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is built with other documents and then loses them, in any order, is what it would have been without
    /// them, byte for byte.
    #[test]
    fn building_more_and_removing_it_is_building_less(
        kept in btree_set("[a-zü/% 0-9]{1,8}", 0..6),
        gone in btree_set("[a-zü/% 0-9]{1,8}", 1..6),
        reversed in any::<bool>(),
    ) {
        let (both, one) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let gone: Vec<&str> = gone.difference(&kept).map(String::as_str).collect();
        let kept: Vec<&str> = kept.iter().map(String::as_str).collect();
        let mut all = [gone.clone(), kept.clone()].concat();
        if reversed {
            all.reverse();
        }
        let more = folder(both.path(), &all);
        let mut manifest = more.manifest().unwrap();
        for id in &gone {
            prop_assert!(more.remove(&mut manifest, id).unwrap());
            prop_assert!(!more.remove(&mut manifest, id).unwrap());
        }
        more.save(&manifest).unwrap();
        folder(one.path(), &kept);
        prop_assert_eq!(files(both.path()), files(one.path()));
    }
}

#[test]
fn the_manifest_is_rebuilt_from_the_files() {
    let root = TempDir::new().unwrap();
    let folder = folder(root.path(), &["a", "b"]);
    let kept = folder.manifest().unwrap();
    fs::remove_file(root.path().join("manifest.json")).unwrap();
    assert_eq!(folder.manifest().unwrap(), kept);
    fs::write(root.path().join("manifest.json"), "{\"documents\":{\"x\":1").unwrap();
    assert_eq!(folder.manifest().unwrap(), kept);
    let file = &kept.documents()["a"].file;
    fs::remove_file(root.path().join(file)).unwrap();
    assert_eq!(folder.manifest().unwrap().documents().keys().collect::<Vec<_>>(), ["b"]);
}

#[test]
fn a_document_is_current_until_something_it_was_made_from_changes() {
    let root = TempDir::new().unwrap();
    let manifest = folder(root.path(), &["a"]).manifest().unwrap();
    assert!(manifest.is_current(&document("a"), &Made::default()));
    assert!(!manifest.is_current(&document("b"), &Made::default()));
    let rules = Made { rules_sha256: "other".to_owned(), ..Made::default() };
    assert!(!manifest.is_current(&document("a"), &rules));
    let mut edited = document("a");
    edited.metadata.title = Some("A title".to_owned());
    assert!(!manifest.is_current(&edited, &Made::default()));
    let changed = demarche::document::Document { sha256: "other".to_owned(), ..document("a") };
    assert!(!manifest.is_current(&changed, &Made::default()));
}

#[test]
fn a_fact_of_two_documents_counts_once() {
    let root = TempDir::new().unwrap();
    let store = Store::load(&folder(root.path(), &["a", "b"])).unwrap();
    let fact = "?s dm:foundingMemberOf ?o";
    assert_eq!(count(&store, fact), 1);
    assert_eq!(count(&store, &format!("GRAPH ?g {{ {fact} }}")), 2);
    assert_eq!(count(&store, "?link a dm:Link"), 8);
}

#[test]
fn removal_takes_exactly_what_no_other_graph_holds() {
    let (both, one) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let store = Store::load(&folder(both.path(), &["a", "b"])).unwrap();
    store.remove(&iri::document("b")).unwrap();
    let expected = Store::load(&folder(one.path(), &["a"])).unwrap();
    let sorted = |store: &Store| {
        let mut quads: Vec<String> = store.default_graph().unwrap().iter().map(ToString::to_string).collect();
        quads.sort();
        quads
    };
    assert_eq!(sorted(&store), sorted(&expected));
}

#[test]
fn the_links_of_a_folder_are_those_of_its_documents() {
    let root = TempDir::new().unwrap();
    let rows = folder(root.path(), &["b", "a"]).link_rows().unwrap();
    assert_eq!(rows, [table::rows(&extraction("a")), table::rows(&extraction("b"))].concat());
}

#[test]
fn one_process_writes_at_a_time() {
    let root = TempDir::new().unwrap();
    let folder = Folder::new(root.path());
    let lock = folder.lock().unwrap();
    assert!(matches!(Folder::new(root.path()).lock(), Err(StoreError::Locked(_))));
    drop(lock);
    assert!(folder.lock().is_ok());
}

#[test]
fn a_spoilt_file_is_named_with_its_line() {
    let root = TempDir::new().unwrap();
    let folder = folder(root.path(), &["a"]);
    fs::write(root.path().join("entities.nq"), "<http://a> <http://b> <http://c> .\nnonsense\n").unwrap();
    let error = Store::load(&folder).err().unwrap().to_string();
    assert!(error.contains("entities.nq:2: "), "{error}");
}
