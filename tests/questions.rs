//! The prepared questions: each has its answer on the report that comes along, what readers found there is in the
//! answers, and parameters take what they should.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use demarche::document::{Document, Metadata};
use demarche::name::NameIndex;
use demarche::question::{Kind, Question, QuestionError, Values, find, questions};
use demarche::rdf::{Made, quads};
use demarche::seed::SeedFiles;
use demarche::store::Store;
use demarche::table::{LinkRow, rows};
use expect_test::expect_file;

use crate::gold::{answer, store};
use crate::reading::{EXTRACTOR, extract, seed_documents};

/// What readers of the report agree on: question, parameters, cells that one row of the answer must hold.
const READ: &str = include_str!("data/sure-answers.tsv");

fn all() -> Vec<Question> {
    questions(&SeedFiles::embedded()).unwrap()
}

static LINKS: LazyLock<Vec<LinkRow>> =
    LazyLock::new(|| seed_documents().iter().flat_map(|document| rows(&extract(document))).collect());

fn ask(store: &Store, question: &Question, parameters: &[(&str, &str)]) -> Result<String, QuestionError> {
    let names = NameIndex::new(EXTRACTOR.entities(), &LINKS);
    let mut given: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in parameters {
        given.entry((*name).to_owned()).or_default().push((*value).to_owned());
    }
    Ok(answer(store, &question.bind(&given, &Values { names: &names, ontology: EXTRACTOR.ontology() })?))
}

#[test]
fn each_question_has_its_answer_on_the_report() {
    let store = store(&["a-70-172"]);
    for question in all() {
        let file = format!("cases/seed-report/questions/{}.tsv", question.name);
        expect_file![file].assert_eq(&ask(&store, &question, &[]).unwrap());
    }
}

#[test]
fn what_readers_found_is_in_the_answers() {
    let (store, questions) = (store(&["a-70-172"]), all());
    let mut missing = Vec::new();
    for line in READ.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let question = find(&questions, cells.next().unwrap()).unwrap();
        let parameters: Vec<_> = cells.next().unwrap().split('&').filter_map(|p| p.split_once('=')).collect();
        let wanted: Vec<&str> = cells.collect();
        let answer = ask(&store, question, &parameters).unwrap();
        let holds = |row: &str| wanted.iter().all(|cell| row.split('\t').any(|found| found == *cell));
        if !answer.lines().skip(1).any(holds) {
            missing.push(format!("{line}\n  not in\n{answer}"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn all_parameters_have_a_kind_that_there_is() {
    let questions = all();
    assert!(questions.len() >= 25, "{}", questions.len());
    for question in questions {
        assert!(question.parameters.iter().all(|p| p.kind != Kind::Any), "{} has an untyped parameter", question.name);
        assert_eq!(question.unknown_kind(EXTRACTOR.ontology()), None, "{}", question.name);
        // A default holds for every graph, so it names what the seeds know.
        let names = NameIndex::new(EXTRACTOR.entities(), &[]);
        let values = Values { names: &names, ontology: EXTRACTOR.ontology() };
        assert!(question.bind(&BTreeMap::new(), &values).is_ok(), "{}", question.name);
        let order = format!("{}: an answer needs its order", question.name);
        assert!(question.text().contains("\nORDER BY "), "{order}");
    }
}

#[track_caller]
fn refused(question: &str, parameter: (&str, &str), message: &str) {
    let error = ask(&Store::new().unwrap(), find(&all(), question).unwrap(), &[parameter]).unwrap_err();
    assert_eq!(error.to_string(), message);
}

#[test]
fn a_value_of_another_kind_is_refused() {
    refused(
        "participants",
        ("organisation", "Canada"),
        "`organisation` takes any name of dm:Organisation, not `Canada` (it is dm:State)",
    );
    refused("participants", ("organs", "perhaps"), "`organs` takes yes or no, not `perhaps`");
    refused("criticism", ("target", "Stat"), "`target` takes a class, not `Stat`: did you mean `State`?");
    refused(
        "over-time",
        ("state", "Guinea Bisau"),
        "`Guinea Bisau` names nothing in the graph or the seeds: did you mean `Guinea Bissau`, or `Guinea-Bissau`?",
    );
}

#[test]
fn the_kind_tells_which_of_two_meanings_is_meant() {
    let participants = find(&all(), "participants").cloned().unwrap();
    let over_time = find(&all(), "over-time").cloned().unwrap();
    let names = NameIndex::new(EXTRACTOR.entities(), &[]);
    let values = Values { names: &names, ontology: EXTRACTOR.ontology() };
    let bound = |question: &Question, name: &str| {
        question.bind(&BTreeMap::from([(name.to_owned(), vec!["AU".to_owned()])]), &values).unwrap()
    };
    assert!(bound(&participants, "organisation").contains("id/organisation/african-union>"));
    assert!(bound(&over_time, "state").contains("id/state/AUS>"));
    assert!(
        names.find("AU").unwrap_err().to_string().starts_with("`AU` names several things: use one of `organisation/")
    );
}

#[test]
fn organs_and_successors_count_where_they_are_asked_for() {
    let text = "Kenya is a member of the African Union Peace and Security Council.";
    let document = Document {
        id: "speech".to_owned(),
        name: "speech".to_owned(),
        text: text.to_owned(),
        metadata: Metadata { state: Some("KEN".to_owned()), ..Metadata::default() },
        sha256: String::new(),
        n_bytes: text.len() as u64,
    };
    let store = store(&[]);
    let made = Made::new(&SeedFiles::embedded());
    store.insert(&quads(&extract(&document), EXTRACTOR.ontology(), &made)).unwrap();
    let question = find(&all(), "participants").cloned().unwrap();
    let n_rows = |parameters: &[(&str, &str)]| ask(&store, &question, parameters).unwrap().lines().count() - 1;
    let (union, before) = (("organisation", "African Union"), ("organisation", "OAU"));
    assert_eq!(n_rows(&[union]), 1);
    assert_eq!(n_rows(&[union, ("organs", "no")]), 0);
    assert_eq!(n_rows(&[before]), 0);
    assert_eq!(n_rows(&[before, ("successors", "yes")]), 1);
    assert_eq!(n_rows(&[before, ("successors", "yes"), ("organs", "no")]), 0);
    // Several values: either of them.
    assert_eq!(n_rows(&[before, union]), 1);
}
