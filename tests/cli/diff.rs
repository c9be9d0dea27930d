//! `diff`: two graph folders, and two documents of one graph.

use expect_test::{Expect, expect};

use super::Workdir;

const OLD: &str =
    "Canada will join the Global Forum on Cyber Expertise. Canada joined the Organization of American States.";
const NEW: &str =
    "Canada joined the Global Forum on Cyber Expertise. Canada joined the North Atlantic Treaty Organization.";

fn work() -> Workdir {
    let work = Workdir::new();
    work.write("CAN_69_2014.txt", OLD).write("CAN_70_2015.txt", NEW);
    for (file, graph) in [("CAN_69_2014.txt", "old"), ("CAN_70_2015.txt", "new")] {
        work.run(&["build", file, "--graph", graph, "--quiet"]).success();
    }
    work.run(&["build", "CAN_69_2014.txt", "CAN_70_2015.txt", "--quiet"]).success();
    work
}

fn check(arguments: &[&str], expected: &Expect) {
    expected.assert_eq(&work().run(arguments).success().replace("\r\n", "\n"));
}

#[test]
fn two_folders_differ_state_by_state() {
    check(
        &["diff", "old", "new"],
        &expect![[r#"
            Canada: 1 new, 1 gone, 1 changed
              + memberOf North Atlantic Treaty Organization (done)
                  can_70_2015 statement: “Canada joined the North Atlantic Treaty Organization.”
              - memberOf Organization of American States (done)
                  can_69_2014 statement: “Canada joined the Organization of American States.”
              ~ memberOf Global Forum on Cyber Expertise (planned, now done)
                  can_69_2014 statement: “Canada will join the Global Forum on Cyber Expertise.”
                  can_70_2015 statement: “Canada joined the Global Forum on Cyber Expertise.”

            All: 1 new, 1 gone, 1 changed
        "#]],
    );
}

#[test]
fn two_documents_of_one_graph_differ_as_their_folders_do() {
    let work = work();
    let csv = |old: &str, new: &str| work.run(&["diff", old, new, "--format", "csv"]).success();
    let documents = csv("can_69_2014", "can_70_2015");
    assert_eq!(documents, csv("old", "new"));
    assert!(documents.lines().count() >= 4, "{documents}");
    let none = work.run(&["diff", "old", "old", "--only", "new", "--only", "gone", "--only", "changed"]).success();
    assert_eq!(none, "All: no link\n");
    let json = work.run(&["diff", "old", "new", "--format", "json", "--state", "Canada", "--only", "new"]).success();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["states"][0]["id"], "CAN");
    assert!(json["states"][0]["new"][0]["new"]["quote"].as_str().unwrap().contains("North Atlantic"));
}

#[test]
fn what_cannot_be_compared_is_named() {
    let work = work();
    let says = |arguments: &[&str], words: &str| {
        let stderr = work.run(arguments).failure();
        assert!(stderr.contains(words), "{stderr}");
    };
    says(&["diff", "old", "can_70_2015"], "name two folders, or two documents of one graph");
    says(&["diff", "can_69_201", "can_70_2015"], "did you mean `can_69_2014`");
    says(&["diff", "a", "b", "--graph", "none"], "`none` holds no graph");
    says(&["diff", "old", "new", "--only", "odd"], "new, gone, changed, kept");
}
