//! What cannot be done is said in one line that names the culprit and the cure, and nothing is written.

use std::collections::BTreeSet;

use super::Workdir;

#[track_caller]
fn check(work: &Workdir, arguments: &[&str], says: &[&str]) {
    let stderr = work.run(arguments).failure();
    for words in says {
        assert!(stderr.contains(words), "{words:?} is not in {stderr:?}");
    }
}

#[test]
fn inputs_that_there_are_not() {
    let work = Workdir::new();
    check(&work, &["build", "nowhere.md"], &["nowhere.md"]);
    std::fs::create_dir(work.path("empty")).unwrap();
    check(&work, &["build", "empty"], &["empty"]);
    work.write("latin.md", b"caf\xe9");
    check(&work, &["build", "latin.md"], &["latin.md"]);
    check(&work, &["extract", "latin.md", "--output", "links.csv"], &["latin.md"]);
    work.write("nothing.md", "\n");
    check(&work, &["build", "nothing.md"], &["nothing.md", "holds no text"]);
    work.write("a.pdf", "%PDF");
    check(&work, &["build", "a.pdf"], &["a.pdf", "save it anew"]);
    check(&work, &["build", "latin.md", "--manifest", "no.csv"], &["no.csv", "does not exist"]);
    let left: BTreeSet<String> = std::fs::read_dir(work.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(left, ["a.pdf", "empty", "latin.md", "nothing.md"].map(str::to_owned).into());
}

#[test]
fn lines_that_are_no_documents() {
    let work = Workdir::new();
    work.write("a.jsonl", "{\"id\":\"a\"}\nnonsense\n{\"id\":\"b\",\"text\":\"x\",\"state\":\"Canada\"}\n");
    let says = ["a.jsonl:1: no `text` in `a`", "a.jsonl:2: ", "a.jsonl:3: `state` is `Canada`: write an ISO 3166-1"];
    check(&work, &["build", "a.jsonl"], &says);
    work.write("empty.jsonl", "\n\n");
    check(&work, &["extract", "empty.jsonl"], &["`empty.jsonl` holds no text"]);
    work.write("a.jsonl.gz", "no gzip").write("a.jsonl.zst", "no zstd");
    check(&work, &["build", "a.jsonl.gz"], &["a.jsonl.gz", "complete"]);
    check(&work, &["build", "a.jsonl.zst"], &["a.jsonl.zst", "complete"]);
}

#[test]
fn places_that_cannot_be_written() {
    let work = Workdir::new();
    work.write("a.md", crate::sample::TEXT).write("file", "");
    check(&work, &["build", "a.md", "--graph", "file"], &["`file`", "--graph"]);
    check(&work, &["build", "a.md", "--export", "file"], &["`file`", "name another"]);
    check(&work, &["build", "a.md", "--export", "file/x"], &["`file/x`", "name another"]);
    check(&work, &["extract", "a.md", "--output", "file/x.csv"], &["`file`", "name another"]);
    check(&work, &["extract", "a.md", "--output", "."], &["`.` is a folder: name a file in it"]);
    assert!(!work.path("graph/documents").exists());
}

#[test]
fn a_graph_that_there_is_not() {
    let work = Workdir::new();
    for verb in [&["query", "ASK {}"][..], &["export", "a.ttl"], &["explain", "a", "b"], &["remove", "a"]] {
        check(&work, verb, &["`graph` holds no graph", "demarche build"]);
    }
}

#[test]
fn wrong_sparql() {
    let work = Workdir::with_graph(&["a"]);
    check(
        &work,
        &["query", "SELECT ?x\nWHERE { ?x a dm:State ?y }"],
        &["line 2, column ", "unexpected ", "?x a dm:State ?y"],
    );
    check(&work, &["query", "SELECT ?x WHERE { ?x foaf:name ?y }"], &["line 1"]);
    check(&work, &["query", "SELECT * { ?s ?p ?o }", "--format", "turtle"], &["--format csv"]);
    check(&work, &["query", "--file", "no.rq"], &["no.rq"]);
    check(&work, &["query"], &["--question"]);
    check(&work, &["query", "INSERT DATA { <a> <b> <c> }"], &["INSERT changes a graph", "demarche build"]);
    check(&work, &["query", "SELECT * { SERVICE <http://x> { ?s ?p ?o } }"], &["the query failed: ", "<http://x>"]);
    let run = work.run(&["query", "SELECT ?s { ?s dm:memberOff ?o }", "--format", "csv"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "s\r\n"));
    assert_eq!(run.stderr, "note: the ontology has no `dm:memberOff`: did you mean `memberOf`?\n");
}

#[test]
fn unknown_names_get_suggestions() {
    let work = Workdir::with_graph(&["a"]);
    check(&work, &["explain", "Canda", "GFCE"], &["`Canda`", "did you mean `Canada`"]);
    check(&work, &["query", "--question", "participant"], &["did you mean `participants`"]);
    check(&work, &["query", "--question", "laws", "--param", "x=1"], &["no parameter `x`", "none"]);
    check(&work, &["export", "a.ttl", "--relation", "memberof"], &["did you mean `memberOf`"]);
    check(&work, &["export", "a.ttl", "--class", "Organization"], &["did you mean `Organisation`"]);
    check(&work, &["export", "a.ttl", "--from", "June"], &["`June` is no date"]);
    check(
        &work,
        &["export", "a.ttl", "--from", "2016", "--to", "2015"],
        &["--from 2016-01-01 is after --to 2015-12-31"],
    );
    check(&work, &["export", "a.docx"], &["a.docx", ".ttl"]);
    check(&work, &["export", "a.ttl", "--modality", "maybe"], &["done, ongoing"]);
    check(&work, &["remove", "aa"], &["no document `aa`"]);
    assert!(!work.path("a.ttl").exists());
}

#[test]
fn seeds_with_faults() {
    let work = Workdir::new();
    check(&work, &["build", "--seeds", "no"], &["no/entities", "cannot be read"]);
    work.write("s/rules/a.toml", "")
        .write("s/entities/a.toml", "[[entity]]\nid = \"x/y\"\nclass = \"Stat\"\nname = \"Y\"\n");
    check(&work, &["build", "--seeds", "s"], &["s/entities/a.toml:1: ", "`Stat`"]);
    let run = work.run(&["check", "--seeds", "s"]);
    assert_eq!(run.code, 2);
    assert!(run.stdout.starts_with("s/entities/a.toml:1: "), "{}", run.stdout);
    work.write("s/entities/a.toml", "[[entity]]\nid = \"x/y\"\nclass = \"Forum\"\nname = \" \"\n");
    check(&work, &["build", "--seeds", "s"], &["s/entities/a.toml:1: `x/y` has an empty name"]);
    work.write("s/entities/a.toml", b"\xff");
    check(&work, &["build", "--seeds", "s"], &["s/entities/a.toml: ", "save it as UTF-8"]);
    work.write("s/entities/a.toml", "[[entity]]\nid = 3\n");
    check(&work, &["build", "--seeds", "s"], &["s/entities/a.toml:2: "]);
}
