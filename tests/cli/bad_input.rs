//! What cannot be done is said in one line that names the culprit and the cure, and nothing is written.

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
    assert!(!work.path("links.csv").exists() && !work.path("exports").exists());
    let left = std::fs::read_dir(work.path(""))
        .unwrap()
        .filter(|e| e.as_ref().unwrap().path().extension().is_some_and(|e| e == "tmp"));
    assert_eq!(left.count(), 0);
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
    work.write("s/entities/a.toml", "[[entity]]\nid = 3\n");
    check(&work, &["build", "--seeds", "s"], &["s/entities/a.toml:2: "]);
}
