//! The verbs that read a graph: `query`, `questions`, `export`, `explain`, `verify`, `remove`.

use expect_test::{Expect, expect};

use super::Workdir;

fn check(arguments: &[&str], expected: &Expect) {
    let stdout = Workdir::with_graph(&["a", "b"]).run(arguments).success();
    expected.assert_eq(&stdout.replace("\r\n", "\n"));
}

#[test]
fn a_query_answers_in_every_format() {
    let query = "SELECT ?o ?n WHERE { ?s dm:foundingMemberOf ?o . ?o skos:prefLabel ?n }";
    check(
        &["query", query],
        &expect![[r#"
            | o                                               | n                               |
            |-------------------------------------------------|---------------------------------|
            | id:organisation/global-forum-on-cyber-expertise | Global Forum on Cyber Expertise |
            1 row
        "#]],
    );
    check(
        &["query", query, "--format", "csv"],
        &expect![[r#"
        o,n
        https://w3id.org/demarche/id/organisation/global-forum-on-cyber-expertise,Global Forum on Cyber Expertise
    "#]],
    );
    check(
        &["query", query, "--format", "tsv"],
        &expect![[r#"
        ?o	?n
        <https://w3id.org/demarche/id/organisation/global-forum-on-cyber-expertise>	"Global Forum on Cyber Expertise"
    "#]],
    );
    check(
        &["query", query, "--format", "json"],
        &expect![[
            r#"{"head":{"vars":["o","n"]},"results":{"bindings":[{"o":{"type":"uri","value":"https://w3id.org/demarche/id/organisation/global-forum-on-cyber-expertise"},"n":{"type":"literal","value":"Global Forum on Cyber Expertise"}}]}}"#
        ]],
    );
    check(
        &["query", "ASK { ?s dm:foundingMemberOf ?o }"],
        &expect![[r#"
        yes
    "#]],
    );
    check(
        &["query", "CONSTRUCT WHERE { ?s dm:foundingMemberOf ?o }", "--format", "turtle"],
        &expect![[r#"
            @prefix organisation: <https://w3id.org/demarche/id/organisation/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix state: <https://w3id.org/demarche/id/state/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix dm: <https://w3id.org/demarche/ns#> .
            @prefix id: <https://w3id.org/demarche/id/> .

            state:CAN dm:foundingMemberOf organisation:global-forum-on-cyber-expertise .
        "#]],
    );
}

#[test]
fn two_documents_that_state_one_fact_count_once() {
    let query = "SELECT (COUNT(*) AS ?n) WHERE { ?s dm:foundingMemberOf ?o }";
    check(
        &["query", query, "--format", "csv"],
        &expect![[r#"
        n
        1
    "#]],
    );
}

#[test]
fn a_prepared_question_takes_any_name() {
    let question = ["query", "--question", "participants", "--format", "csv", "--param"];
    for name in ["organisation=GFCE", "organisation=the global forum on cyber expertise"] {
        let work = Workdir::with_graph(&["a"]);
        let answer = work.run(&[&question[..], &[name]].concat());
        assert_eq!((answer.code, answer.stderr.as_str()), (0, ""));
    }
}

#[test]
fn explain_shows_the_words() {
    check(
        &["explain", "canada", "GFCE"],
        &expect![[r#"
        Canada foundingMemberOf Global Forum on Cyber Expertise (done)
            “Canada has also joined the Global Forum on Cyber Expertise as a founding member”
            a reply/CAN, characters 43-122, 2015-06-04, rule by-hand

        Canada supports Global Forum on Cyber Expertise (planned)
            “and it supports the GFCE”
            a reply/CAN, characters 221-245, 2015-06-04, rule by-hand

        Canada foundingMemberOf Global Forum on Cyber Expertise (done)
            “Canada has also joined the Global Forum on Cyber Expertise as a founding member”
            b reply/CAN, characters 43-122, 2015-06-04, rule by-hand

        Canada supports Global Forum on Cyber Expertise (planned)
            “and it supports the GFCE”
            b reply/CAN, characters 221-245, 2015-06-04, rule by-hand
    "#]],
    );
    check(
        &["explain", "CAN", "National Strategy 2016 (Canada)"],
        &expect![[r#"
        Canada hasStrategy National Strategy 2016 (Canada) (planned, about 2016, more than $3.6 million)
            “its National Strategy of 2016, with more than $3.6 million”
            a reply/CAN, characters 157-215, 2015-06-04, rule by-hand

        Canada hasStrategy National Strategy 2016 (Canada) (planned, about 2016, more than $3.6 million)
            “its National Strategy of 2016, with more than $3.6 million”
            b reply/CAN, characters 157-215, 2015-06-04, rule by-hand
    "#]],
    );
}

#[test]
fn explain_says_where_no_link_leads() {
    let run = Workdir::with_graph(&["a"]).run(&["explain", "GFCE", "Canada"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    expect![[r#"
        no link leads from Global Forum on Cyber Expertise to Canada
        the other way round there are 2: demarche explain 'Canada' 'Global Forum on Cyber Expertise'
    "#]]
    .assert_eq(&run.stderr);
}

#[test]
fn export_writes_what_the_filters_leave() {
    let work = Workdir::with_graph(&["a", "b"]);
    let arguments = ["export", "some.csv", "some.nq", "--relation", "supports", "--state", "GFCE"];
    assert_eq!(work.run(&arguments).success(), "");
    let table = work.read("some.csv");
    assert_eq!(table.lines().count(), 3, "{table}");
    assert!(table.lines().skip(1).all(|line| line.contains(",supports,")), "{table}");
    assert!(!work.read("some.nq").contains("dm:foundingMemberOf"));
}

#[test]
fn verify_needs_the_sources_only_for_the_quotes() {
    let work = Workdir::with_graph(&["a", "b"]);
    work.write("in/a.md", crate::sample::TEXT);
    let run = work.run(&["verify", "in"]);
    assert_eq!(run.code, 0, "{run:?}");
    expect![[r#"
        documents with their source: 1, without: 1
        links: 8, quotes found word for word: 5 checked
        problems: 0
    "#]]
    .assert_eq(&run.stdout);
    work.write("in/a.md", crate::sample::TEXT.replace("Canada has", "Canada had"));
    let run = work.run(&["verify", "in"]);
    assert_eq!(run.code, 1);
    expect![[r#"
        a: the graph was made from other bytes than `in/a.md` has now: build again
        a: the source does not read `Canada has also joined the Global Forum on Cyber Expertise as a founding member` at 43-122
        documents with their source: 1, without: 1
        links: 8, quotes found word for word: 5 checked
        problems: 2
    "#]].assert_eq(&run.stdout);
}

#[test]
fn a_removed_document_is_gone() {
    let work = Workdir::with_graph(&["a", "b"]);
    assert_eq!(work.run(&["remove", "a"]).code, 0);
    let documents = work.run(&["query", "SELECT ?d WHERE { ?d a dm:Document }", "--format", "csv"]).success();
    assert_eq!(documents, "d\r\nhttps://w3id.org/demarche/id/document/b\r\n");
}

#[test]
fn questions_are_listed_with_their_parameters() {
    let list = Workdir::new().run(&["questions"]).success();
    assert!(list.contains("participants\n") && list.contains("--param organisation="), "{list}");
}

#[test]
fn a_closed_pipe_is_no_error() {
    use std::process::{Command, Stdio};
    let work = Workdir::with_graph(&["a"]);
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("demarche"))
        .current_dir(work.path("."))
        .args(["query", "SELECT * WHERE { GRAPH ?g { ?s ?p ?o } }", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
