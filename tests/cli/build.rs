//! `build` and `extract`.

use std::fs;

use super::Workdir;

const REPLY: &str = "Canada\n\n[Original: English]\n[4 June 2015]\n\nCanada has a strategy.\n";

#[test]
fn building_twice_changes_nothing() {
    let work = Workdir::new();
    work.write("in/a.md", REPLY);
    let first = work.run(&["build", "in"]).success();
    assert!(first.contains("documents: 1 new"), "{first}");
    let files = ["graph.ttl", "graph.trig", "graph.nq", "links.csv"];
    let before = files.map(|file| work.read(&format!("exports/{file}")));
    let second = work.run(&["build", "in", "--jobs", "1"]).success();
    assert!(second.contains("documents: 1 unchanged"), "{second}");
    assert_eq!(files.map(|file| work.read(&format!("exports/{file}"))), before);
}

#[test]
fn build_keeps_what_is_no_longer_an_input_unless_pruned() {
    let work = Workdir::new();
    work.write("in/a.md", REPLY).write("in/b.md", REPLY.replace("strategy", "law"));
    work.run(&["build", "in"]).success();
    fs::remove_file(work.path("in/b.md")).unwrap();
    assert!(work.run(&["build", "in"]).success().starts_with("2 documents"));
    let pruned = work.run(&["build", "in", "--prune"]).success();
    assert!(pruned.starts_with("1 document\n") || pruned.starts_with("1 document,"), "{pruned}");
    assert!(pruned.contains("1 unchanged, 1 removed"), "{pruned}");
}

#[test]
fn quiet_says_nothing() {
    let work = Workdir::new();
    work.write("in/a.md", REPLY);
    assert_eq!(work.run(&["build", "in", "--quiet"]).success(), "");
    assert_eq!(work.run(&["--quiet", "remove", "a"]).success(), "");
}

#[test]
fn what_can_be_read_is_built_and_the_rest_named() {
    let work = Workdir::new();
    work.write("in/a.md", REPLY).write("in/b.md", b"caf\xe9");
    let run = work.run(&["build", "in", "--prune"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("nothing was pruned"), "{}", run.stderr);
    assert!(run.stderr.contains("b.md"), "{}", run.stderr);
    assert!(run.stdout.starts_with("1 document"), "{}", run.stdout);
}

#[test]
fn extract_streams_the_table_and_the_quads() {
    let work = Workdir::new();
    work.write("a.md", REPLY);
    let table = work.run(&["extract", "a.md"]).success();
    assert!(table.starts_with("document,part,stated_by,"), "{table}");
    let quads = work.run(&["extract", "a.md", "--format", "nquads"]).success();
    assert!(quads.contains("/id/document/a> "), "{quads}");
    assert_eq!(work.run(&["extract", "a.md", "--output", "-"]).success(), table);
    let mixed = work.run(&["extract", "a.md", "--silent", "-"]).failure();
    assert!(mixed.contains("name a file for one of them"), "{mixed}");
    // A device or pipe is written to, never replaced.
    #[cfg(unix)]
    assert_eq!(work.run(&["extract", "a.md", "--output", "/dev/stdout"]).success(), table);
    assert_eq!(work.run(&["extract", "a.md", "--output", "out/links.csv", "--silent", "silent.csv"]).success(), "");
    assert_eq!(work.read("out/links.csv"), table);
    assert!(work.read("silent.csv").starts_with("document,start,end,sentence\r\n"));
}

#[test]
fn extract_and_build_agree() {
    let work = Workdir::new();
    work.write("in/a.md", REPLY);
    work.run(&["build", "in", "--quiet"]).success();
    assert_eq!(work.run(&["extract", "in"]).success(), work.read("exports/links.csv"));
    let document = work.run(&["extract", "in", "--format", "nquads"]).success();
    let exported = work.read("exports/graph.nq");
    let own = exported.lines().filter(|line| line.ends_with("/id/document/a> ."));
    assert_eq!(own.map(|line| format!("{line}\n")).collect::<String>(), document);
}

#[test]
fn the_report_that_comes_along_is_built_and_proved() {
    let report = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/documents");
    let work = Workdir::new();
    let summary = work.run(&["build", report]).success();
    assert!(summary.starts_with("1 document, 13 replies of Governments\n"), "{summary}");
    assert_eq!(work.run(&["extract", report]).success(), work.read("exports/links.csv"));
    let proof = work.run(&["verify", report]).success();
    assert!(proof.ends_with("problems: 0\n"), "{proof}");
    let links = work.read("exports/links.csv").lines().count() - 1;
    let document = work.run(&["extract", report, "--format", "nquads"]).success();
    assert!(document.lines().count() <= 18 * links, "{} quads for {links} links", document.lines().count());
}
