//! The verbs that tell of names: `lookup`, and `check --corpus`; and how names are read elsewhere.

use expect_test::{Expect, expect};

use super::Workdir;

/// Seeds of a small world, beside rules that it does not need.
fn world() -> Workdir {
    let work = Workdir::new();
    let entities = r#"
[[entity]]
id = "organisation/pelagic-union"
class = "RegionalOrganisation"
name = "Pelagic Union"
aliases = ["PU", "Union of the Open Sea"]
founded = 1994
seat = "Harbour Town"
succeeds = ["organisation/harbour-league"]

[[entity]]
id = "organisation/harbour-league"
class = "RegionalOrganisation"
name = "Harbour League"
former = true

[[entity]]
id = "organisation/pelagic-commission"
class = "RegionalOrganisation"
name = "Commission of the Pelagic Union"
part_of = ["organisation/pelagic-union"]

[[entity]]
id = "state/PUR"
class = "State"
name = "Purnia"
iso2 = "PU"
iso3 = "PUR"
demonyms = ["Purnian"]
"#;
    work.write("s/entities/a.toml", entities);
    for rules in ["language", "names", "words"] {
        let from = format!("{}/seeds/rules/{rules}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(from).unwrap();
        // The short forms that stand for bodies of the real world are left out.
        work.write(&format!("s/rules/{rules}.toml"), text.split("[standing]").next().unwrap());
    }
    work
}

#[track_caller]
fn check(arguments: &[&str], code: i32, stdout: &Expect, stderr: &Expect) {
    let run = world().run(&[arguments, &["--seeds", "s"]].concat());
    stdout.assert_eq(&run.stdout.replace("\r\n", "\n"));
    stderr.assert_eq(&run.stderr);
    assert_eq!(run.code, code);
}

#[test]
fn lookup_tells_all_that_the_seeds_know() {
    check(
        &["lookup", "pelagic union"],
        0,
        &expect![[r#"
        Pelagic Union (regional organisation)
            id            organisation/pelagic-union
            also          PU; Union of the Open Sea
            parts         Commission of the Pelagic Union
            succeeds      Harbour League
            founded       1994
            seat          Harbour Town

        Also part of the names of
            Commission of the Pelagic Union (organisation/pelagic-commission)
    "#]],
        &expect![[""]],
    );
}

#[test]
fn lookup_shows_each_thing_of_a_name() {
    check(
        &["lookup", "PU"],
        0,
        &expect![[r#"
        Purnia (State)
            id            state/PUR
            adjectives    Purnian
            codes         PU, PUR

        Pelagic Union (regional organisation)
            id            organisation/pelagic-union
            also          PU; Union of the Open Sea
            parts         Commission of the Pelagic Union
            succeeds      Harbour League
            founded       1994
            seat          Harbour Town
    "#]],
        &expect![[""]],
    );
}

#[test]
fn lookup_of_what_is_no_name_says_what_it_may_be() {
    check(
        &["lookup", "the Commission"],
        1,
        &expect![[r#"
        Part of the names of
            Commission of the Pelagic Union (organisation/pelagic-commission)
    "#]],
        &expect![[r#"
        the seeds know nothing of the name `the Commission`
    "#]],
    );
    check(
        &["lookup", "Pelagic Onion"],
        1,
        &expect![[""]],
        &expect![[r#"
        the seeds know nothing of the name `Pelagic Onion`: did you mean `Pelagic Union`?
    "#]],
    );
}

const SPEECH: &str = "Purnia thanks President Quibble. The Lagoon Pact binds us; the Pelagic Union and the Lagoon Pact agree. \
    Our Government likes the Bureau for Tidal Research. The government of Mr. Quibble, said Quibble, likes QZX.\n";

#[test]
fn a_corpus_is_searched_for_names_that_are_not_known() {
    let work = world();
    work.write("in/a.md", SPEECH).write("in/b.md", "The Purnian people met the Lagoon Pact.\n");
    let run = work.run(&["check", "--corpus", "in", "--top", "2", "--seeds", "s"]);
    assert_eq!(run.code, 0, "{run:?}");
    expect![[r#"
        | name                      | occurrences | documents | for example                                                            |
        |---------------------------|-------------|-----------|------------------------------------------------------------------------|
        | Lagoon Pact               | 3           | 2         | The Lagoon Pact binds us; the Pelagic Union and the Lagoon Pact agree. |
        | Bureau for Tidal Research | 1           | 1         | Our Government likes the Bureau for Tidal Research.                    |
    "#]].assert_eq(&run.stdout);
    expect![[r#"
        2 documents: 8 occurrences of capitalised names, 37.5 % of them known; 3 different names are not
    "#]]
    .assert_eq(&run.stderr);
    let csv =
        work.run(&["check", "--corpus", "in", "--format", "csv", "--seeds", "s", "--quiet", "--jobs", "1"]).success();
    expect![[r#"
        name,occurrences,documents,document,example
        Lagoon Pact,3,2,a,The Lagoon Pact binds us; the Pelagic Union and the Lagoon Pact agree.
        Bureau for Tidal Research,1,1,a,Our Government likes the Bureau for Tidal Research.
        QZX,1,1,a,"The government of Mr. Quibble, said Quibble, likes QZX."
    "#]]
    .assert_eq(&csv.replace("\r\n", "\n"));
}

#[test]
fn what_check_cannot_do_is_said() {
    let work = world();
    let run = work.run(&["check", "--top", "3"]);
    assert!(run.code == 2 && run.stderr.contains("--corpus"), "{run:?}");
    let run = work.run(&["check", "--corpus", "nowhere", "--seeds", "s"]);
    assert!(run.code == 2 && run.stderr.contains("nowhere"), "{run:?}");
}

#[test]
fn a_parameter_takes_a_name_of_its_kind() {
    let work = Workdir::with_graph(&["a"]);
    let ask = |parameter: &str| work.run(&["query", "--question", "participants", "--param", parameter]);
    assert!(
        ask("organisation=Canada")
            .failure()
            .contains("takes any name of dm:Organisation, not `Canada` (it is dm:State)")
    );
    assert!(
        ask("organisation=Global Forum on Cyber Expertize")
            .failure()
            .contains("did you mean `Global Forum on Cyber Expertise`")
    );
    assert!(
        ask("organisations=AU")
            .failure()
            .contains("has no parameter `organisations`; it takes: organisation, organs, successors")
    );
    assert_eq!(ask("organisation=AU").code, 0);
    let run = work.run(&["explain", "Canada", "AU"]);
    assert!(run.failure().contains("`AU` names several things: use one of `organisation/african-union`, `state/AUS`"));
}
