//! The network: `measure`, the filters and formats of `export` that look at the graph as a whole.

use expect_test::{Expect, expect};

use super::Workdir;

fn check(arguments: &[&str], expected: &Expect) {
    let stdout = Workdir::with_graph(&["a", "b"]).run(arguments).success();
    expected.assert_eq(&stdout.replace("\r\n", "\n"));
}

#[test]
fn measures_are_a_table_or_csv() {
    check(
        &["measure", "--top", "3"],
        &expect![[r#"
        | node                            | class    | degree | weighted | pagerank | betweenness |    hub | authority | core | community |
        |---------------------------------|----------|--------|----------|----------|-------------|--------|-----------|------|-----------|
        | Global Forum on Cyber Expertise | Forum    |      2 |        4 |   0.2938 |      0.0000 | 0.0000 |    0.5000 |    1 |         1 |
        | Georgia                         | State    |      1 |        2 |   0.2500 |      0.0000 | 0.0000 |    0.2500 |    1 |         1 |
        | National Strategy 2016 (Canada) | Strategy |      1 |        2 |   0.2500 |      0.0000 | 0.0000 |    0.2500 |    1 |         1 |
        3 of 4 nodes, 4 edges; 1 community with modularity 0.000
    "#]],
    );
    check(
        &["measure", "--by", "degree", "--format", "csv", "--relation", "supports"],
        &expect![[r#"
        id,node,class,degree,weighted,pagerank,betweenness,hub,authority,core,community
        CAN,Canada,State,2,4,0.2597402597,1.0000000000,1.0000000000,0.0000000000,1,1
        GEO,Georgia,State,1,2,0.3701298701,0.0000000000,0.0000000000,0.5000000000,1,1
        organisation/global-forum-on-cyber-expertise,Global Forum on Cyber Expertise,Forum,1,2,0.3701298701,0.0000000000,0.0000000000,0.5000000000,1,1
    "#]],
    );
    check(
        &["measure", "--by", "community", "--project", "states", "--quiet"],
        &expect![[r#"
        | node    | class | degree | weighted | pagerank | betweenness |    hub | authority | core | community |
        |---------|-------|--------|----------|----------|-------------|--------|-----------|------|-----------|
        | Canada  | State |      0 |        0 |   0.5000 |      0.0000 | 0.5000 |    0.5000 |    0 |         1 |
        | Georgia | State |      0 |        0 |   0.5000 |      0.0000 | 0.5000 |    0.5000 |    0 |         2 |
    "#]],
    );
}

#[test]
fn what_is_near_is_a_neighbourhood() {
    let work = Workdir::with_graph(&["a", "b"]);
    work.run(&["export", "edges.csv", "--around", "Georgia"]).success();
    let near = work.read("edges.csv").lines().count();
    work.run(&["export", "edges.csv", "--around", "Georgia", "--depth", "3"]).success();
    assert!(near > 1 && near < work.read("edges.csv").lines().count());
    work.run(&["export", "links.csv", "--min-weight", "2"]).success();
    assert!(work.read("links.csv").lines().skip(1).count() >= 2, "{}", work.read("links.csv"));
    assert_eq!(work.run(&["export", "links.csv", "--min-weight", "9"]).stderr, "note: no link passes the filters\n");
    assert!(work.run(&["export", "links.csv", "--around", "Nowhere"]).failure().contains("Nowhere"));
}

#[test]
fn a_matrix_holds_counts_or_relations() {
    let work = Workdir::with_graph(&["a", "b"]);
    work.run(&["export", "matrix.csv"]).success();
    expect![[r#"
        id,label,organisation/global-forum-on-cyber-expertise
        ,,Global Forum on Cyber Expertise
        CAN,Canada,4
    "#]]
    .assert_eq(&work.read("matrix.csv").replace("\r\n", "\n"));
    work.run(&["export", "matrix.csv", "--matrix", "relations"]).success();
    expect![[r#"
        id,label,organisation/global-forum-on-cyber-expertise
        ,,Global Forum on Cyber Expertise
        CAN,Canada,foundingMemberOf | supports
    "#]]
    .assert_eq(&work.read("matrix.csv").replace("\r\n", "\n"));
}

#[test]
fn a_page_a_picture_and_more_rdf() {
    let work = Workdir::with_graph(&["a"]);
    work.run(&["export", "p.html", "p.svg", "p.jsonld", "p.rdf", "p.ttl", "--web-annotation"]).success();
    assert!(work.read("p.html").contains("Canada has also joined the"));
    assert!(work.read("p.svg").contains(">Georgia</text>"));
    for file in ["p.jsonld", "p.rdf", "p.ttl"] {
        assert!(work.read(file).contains("TextQuoteSelector"), "{file}");
    }
    work.run(&["export", "p.html", "p.svg", "--project", "states"]).success();
    work.run(&["export", "p.gexf", "--spells"]).success();
}

#[test]
fn options_without_their_file_are_named() {
    let work = Workdir::with_graph(&["a"]);
    for (arguments, words) in [
        (["export", "x.gexf", "--web-annotation"].as_slice(), "--web-annotation is for files of RDF"),
        (&["export", "x.ttl", "--spells"], "--spells is for GEXF"),
        (&["export", "x.csv", "--matrix", "counts"], "--matrix is for a table"),
        (&["export", "x.ttl", "--project", "states"], "--project is for"),
        (&["export", "x.pdf"], "use .ttl .trig .nq .jsonld .rdf .graphml .gexf .html .svg .csv"),
    ] {
        let complaint = work.run(arguments).failure();
        assert!(complaint.contains(words), "{complaint}");
    }
}
