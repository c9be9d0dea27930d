//! The exports that come along are those that this program makes of the report that comes along.

use std::fs;
use std::path::Path;

use demarche::export::Format;

use crate::cli::Workdir;

#[test]
fn the_exports_are_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let work = Workdir::new();
    work.run(&["build", &root.join("seeds/documents").display().to_string(), "--quiet"]).success();
    let mut names: Vec<String> = fs::read_dir(work.path("exports"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), Format::BUILT.len(), "{names:?}");
    let committed = |name: &String| fs::read(root.join("exports").join(name)).ok();
    let fresh = |name: &String| fs::read(work.path("exports").join(name)).ok();
    let stale: Vec<&String> = names.iter().filter(|name| committed(name) != fresh(name)).collect();
    assert!(
        stale.is_empty(),
        "not what the program makes now: {stale:?} in exports/\nrefresh them with `cargo run --release -- build`, \
         look at `git diff exports/links.csv`, and commit them with the change that moved them"
    );
}
