//! What goes wrong around a build: the graph folder stays as it was, and the message names the cure.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use demarche::store::Folder;

use super::Workdir;

const REPLY: &str = "Canada\n\n[Original: English]\n[4 June 2015]\n\nCanada joined the Council of Europe.\n";

/// Every file below a folder with its bytes, the lock aside.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(root).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if !path.ends_with(".lock") {
            found.insert(path.display().to_string(), fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn the_second_of_two_builds_says_so_and_stops() {
    let work = Workdir::new();
    work.write("a.md", REPLY);
    let lock = Folder::new(work.path("graph")).lock().unwrap();
    let stderr = work.run(&["build", "a.md"]).failure();
    assert!(stderr.contains("another process is writing to `graph`: wait until it is done"), "{stderr}");
    assert!(files(&work.path("graph")).is_empty());
    drop(lock);
    work.run(&["build", "a.md", "--quiet"]).success();
}

#[test]
fn one_document_under_two_names_is_told_and_kept_once() {
    let work = Workdir::new();
    work.write("in/b.md", REPLY).write("in/sub/a.md", REPLY).write("c.md", REPLY);
    let run = work.run(&["build", "in"]);
    let note = "note: `in/b.md` is the same document as `in/sub/a.md`: kept once, as `a`\n";
    assert_eq!((run.code, run.stderr.as_str()), (0, note));
    assert!(run.stdout.starts_with("1 document,"), "{}", run.stdout);
    let before = files(&work.path("graph"));
    // Neither the order nor a second run matters; a copy that comes later is told as well.
    let run = work.run(&["build", "c.md", "in"]);
    assert_eq!(run.stderr.lines().count(), 2, "{}", run.stderr);
    assert_eq!(files(&work.path("graph")), before);
    // When the other becomes another document the copy is one of its own.
    work.write("in/sub/a.md", REPLY.replace("Council of Europe", "United Nations"));
    let run = work.run(&["build", "in"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.starts_with("2 documents,"), "{}", run.stdout);
}

#[test]
fn an_altered_graph_file_is_named_with_the_cure() {
    let work = Workdir::new();
    work.write("a.md", REPLY);
    work.run(&["build", "a.md", "--quiet"]).success();
    let whole = files(&work.path("graph"));
    let name = whole.keys().find(|name| name.ends_with("/a.nq")).unwrap().clone();
    let text = String::from_utf8(whole[&name].clone()).unwrap();
    for altered in [text.replacen("CAN", "CUB", 1), text[..text.len() - 20].to_owned(), String::new()] {
        fs::write(&name, altered).unwrap();
        for verb in [&["query", "ASK {}"][..], &["build", "a.md"]] {
            let run = work.run(verb);
            // A build trusts the size of a file; it reads the file for the exports.
            assert_eq!(run.code, 2, "{}", run.stderr);
            assert!(
                run.stderr
                    .contains("a.nq` is not as it was written, for its hash is another: delete it and build again")
            );
        }
    }
    fs::remove_file(&name).unwrap();
    work.run(&["build", "a.md", "--quiet"]).success();
    assert_eq!(files(&work.path("graph")), whole);
}

#[test]
fn a_converted_document_has_its_text_beside_the_graph() {
    let report = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/formats/pandoc.docx");
    let work = Workdir::new();
    work.run(&["build", report, "--quiet"]).success();
    assert!(work.read("graph/texts/pandoc.txt").contains("# Canada\n"));
    assert!(work.run(&["verify", report]).success().ends_with("problems: 0\n"));
    work.write("none/x.md", "Nothing at all.");
    let proof = work.run(&["verify", "none"]).success();
    assert!(!proof.contains(" 0 checked") && proof.ends_with("problems: 0\n"), "{proof}");
    work.write("graph/texts/pandoc.txt", "another text");
    let run = work.run(&["verify", "none"]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("pandoc.txt` is not as it was written"), "{}", run.stdout);
    work.run(&["build", report, "--quiet"]).success();
    assert!(work.run(&["verify", report]).success().ends_with("problems: 0\n"));
    assert_eq!(work.run(&["remove", "pandoc"]).code, 0);
    assert!(!work.path("graph/texts").exists());
}

/// A file may grow to so many blocks of 512 or 1,024 bytes, and no further, as on a full disk.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_graph_as_it_was() {
    use std::process::Command;
    let work = Workdir::new();
    work.write("a.md", REPLY);
    work.run(&["build", "a.md", "--quiet"]).success();
    let before = files(&work.path("graph"));
    let long: String = (0..400).map(|i| format!("Canada joined the Council of Europe in {}.\n\n", 1600 + i)).collect();
    work.write("b.txt", format!("{REPLY}\n{long}"));
    let run = Command::new("bash")
        .args(["-c", "trap '' XFSZ; ulimit -f 64; exec \"$0\" build a.md b.txt"])
        .arg(assert_cmd::cargo::cargo_bin("demarche"))
        .current_dir(work.path("."))
        .output()
        .unwrap();
    let stderr = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("cannot write `graph/documents/"), "{stderr}");
    assert_eq!(files(&work.path("graph")), before);
    work.run(&["build", "a.md", "b.txt", "--quiet"]).success();
}

#[test]
fn scanned_pages_are_named_each_time_and_hinder_nothing() {
    let mixed = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/formats/mixed.pdf");
    let work = Workdir::new();
    work.write("a.md", REPLY);
    // Read anew, and from the text that was kept.
    for inputs in [&["a.md", mixed][..], &[mixed, "--prune"]] {
        let run = work.run(&[&["build", "--quiet"][..], inputs].concat());
        assert_eq!(run.code, 1);
        assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
        assert!(run.stderr.contains("mixed.pdf` holds scanned pages without text, which are missing: page 2; "));
    }
    let graph = files(&work.path("graph"));
    assert!(graph.keys().any(|name| name.ends_with("/mixed.nq")) && !graph.keys().any(|name| name.ends_with("/a.nq")));
    let proof = work.run(&["verify", mixed]);
    assert_eq!(proof.code, 0);
    assert!(proof.stdout.ends_with("problems: 0\n"), "{}", proof.stdout);
}

#[test]
fn limits_are_options_and_faults_of_the_document() {
    let work = Workdir::new();
    work.write("in/a.md", REPLY).write("in/b.txt", "word ".repeat(300_000));
    let run = work.run(&["build", "in", "--max-text", "1"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("`in/b.txt` holds more than 1 MiB of text: split it, or raise --max-text"),
        "{}",
        run.stderr
    );
    let run = work.run(&["extract", "in/b.txt", "--max-file", "1"]);
    assert!(run.stderr.contains("`in/b.txt` is larger than 1 MiB: split it, or raise --max-file"), "{}", run.stderr);
    let line =
        format!("{{\"id\":\"x\",\"text\":\"{}\"}}\n{{\"id\":\"y\",\"text\":\"Canada.\"}}\n", "a".repeat(8 << 20));
    work.write("a.jsonl", line);
    let run = work.run(&["extract", "a.jsonl", "--max-text", "1", "--format", "nquads"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("`a.jsonl:1` holds more than 1 MiB of text"), "{}", run.stderr);
    assert!(run.stdout.contains("/id/document/y>"));
}
