//! The shipped rules in an invented world (`tests/data/world.toml`): every sentence that a rule carries is read
//! with Norlandia as the speaker, and malformed rule files are refused with file and line.
//!
//! A link is written `Subject relation Object (modality)`, with labels; `(not modality)` where it is denied.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use demarche::document::{Document, Metadata};
use demarche::extract::Extractor;
use demarche::link::{Extraction, Link, Polarity};
use demarche::rule::example::Example;
use demarche::seed::{SeedFile, SeedFiles};

/// So many words in a row may stand in a rule file and in a text that is scored: "as a member of the".
const LONGEST_COMMON: usize = 5;

/// The invented world with these rules, where nothing is weighed.
pub fn seeds(rules: Vec<SeedFile>) -> SeedFiles {
    let world = SeedFile { name: "world.toml".to_owned(), text: include_str!("data/world.toml").to_owned() };
    SeedFiles { entities: vec![world], rules, weights: None, ..SeedFiles::embedded() }
}

fn shipped() -> (SeedFiles, Extractor) {
    let rules = SeedFiles::from_dir("seeds".as_ref()).unwrap_or_else(|e| panic!("{e}")).rules;
    let seeds = seeds(rules);
    let extractor = Extractor::new(&seeds).unwrap_or_else(|e| panic!("{e}"));
    (seeds, extractor)
}

/// A reply or a speech of Norlandia.
pub fn said_by_norlandia(text: &str, reply: bool) -> Document {
    let title = reply.then(|| "Reply received from Norlandia".to_owned());
    Document {
        id: "example".to_owned(),
        name: "example".to_owned(),
        text: text.to_owned(),
        metadata: Metadata { state: Some("XNO".to_owned()), title, ..Metadata::default() },
        sha256: String::new(),
        n_bytes: text.len() as u64,
    }
}

/// `Norlandia memberOf Pelagic Union (planned)`
fn written(link: &Link, extraction: &Extraction) -> String {
    let label = |id: &str| extraction.entities.iter().find(|e| &*e.id == id).map_or(id.to_owned(), |e| e.label.clone());
    let not = if link.polarity == Polarity::Negated { "not " } else { "" };
    let modality = link.modality.as_str();
    format!("{} {} {} ({not}{modality})", label(&link.subject), link.relation, label(&link.object))
}

/// Where the sentence of an example stands: the loader gives the line of its rule.
fn line_of(example: &Example, files: &[SeedFile]) -> String {
    let rule_line = example.place.rsplit(':').next().and_then(|line| line.parse().ok()).unwrap_or(0);
    let file = files.iter().find(|f| example.place.starts_with(&format!("{}:", f.name)));
    let mut lines = file.into_iter().flat_map(|f| f.text.lines().enumerate()).skip(rule_line);
    let quoted = format!("\"{}\"", example.text);
    let found = lines.find(|(_, line)| line.contains(&quoted));
    match (file, found) {
        (Some(file), Some((index, _))) => format!("{}:{}", file.name, index + 1),
        _ => example.place.clone(),
    }
}

/// What is wrong with what an example yields.
fn fault(example: &Example, extractor: &Extractor) -> Option<String> {
    let document = said_by_norlandia(&example.text, example.reply);
    let extraction = extractor.extract(&document);
    let found: Vec<(String, &str)> = extraction.links.iter().map(|l| (written(l, &extraction), &*l.rule)).collect();
    let fails = if example.links.is_empty() {
        found.iter().any(|(_, rule)| *rule == example.rule)
    } else {
        example.links.iter().any(|wanted| !found.iter().any(|(link, rule)| link == wanted && *rule == example.rule))
    };
    if !fails {
        return None;
    }
    let mut report = format!("rule `{}`: {}\n", example.rule, example.text);
    let wanted = if example.links.is_empty() { "silence".to_owned() } else { example.links.join("; ") };
    let _ = writeln!(report, "    wanted: {wanted}");
    for (link, rule) in &found {
        let _ = writeln!(report, "    found:  {link} by `{rule}`");
    }
    if found.is_empty() {
        report.push_str("    found:  nothing\n");
    }
    for line in extractor.describe(&document).lines() {
        let _ = writeln!(report, "        {line}");
    }
    Some(report)
}

#[test]
fn every_example_of_every_rule_holds() {
    let (seeds, extractor) = shipped();
    let examples = &extractor.rules().examples;
    let faults: Vec<String> = examples
        .iter()
        .filter_map(|e| fault(e, &extractor).map(|report| format!("{}: {report}", line_of(e, &seeds.rules))))
        .collect();
    assert!(faults.is_empty(), "{} of {} examples fail\n{}", faults.len(), examples.len(), faults.join("\n"));
}

#[test]
fn every_rule_has_an_id_of_its_own_and_two_examples_of_each_kind() {
    let (_, extractor) = shipped();
    let rules = extractor.rules();
    let ids: BTreeSet<&str> = rules.rules.iter().map(|r| &*r.id).collect();
    assert_eq!(ids.len(), rules.rules.len());
    let mut n_examples: BTreeMap<(&str, bool), usize> = BTreeMap::new();
    for example in &rules.examples {
        *n_examples.entry((&example.rule, example.links.is_empty())).or_default() += 1;
    }
    let poor: Vec<_> = ids
        .iter()
        .flat_map(|id| [(*id, false), (*id, true)])
        .filter(|kind| n_examples.get(kind).copied().unwrap_or(0) < 2)
        .map(|(id, silent)| format!("`{id}` {}", if silent { "silent" } else { "fires" }))
        .collect();
    assert!(poor.is_empty(), "fewer than two examples: {}", poor.join(", "));
}

#[test]
fn no_example_is_taken_from_the_texts_that_are_scored() {
    let (seeds, extractor) = shipped();
    let texts = scored_texts();
    let runs: BTreeSet<String> = texts.iter().flat_map(|text| runs_of_words(text)).collect();
    let examples = extractor.rules().examples.iter().map(|e| (line_of(e, &seeds.rules), &*e.text));
    let comments = seeds.rules.iter().flat_map(|file| {
        let lines = file.text.lines().enumerate().filter(|(_, line)| line.starts_with('#'));
        lines.map(|(index, line)| (format!("{}:{}", file.name, index + 1), line))
    });
    let taken: Vec<String> = examples
        .chain(comments)
        .filter_map(|(place, text)| {
            let run = runs_of_words(text).into_iter().find(|run| runs.contains(run))?;
            Some(format!("{place}: \u{201c}{run}\u{201d} in {text}"))
        })
        .collect();
    assert!(taken.is_empty(), "words taken from texts that are scored:\n{}", taken.join("\n"));
}

/// All runs of [`LONGEST_COMMON`] words and one more, in lower case and without marks.
fn runs_of_words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.windows(LONGEST_COMMON + 1).map(|run| run.join(" ")).collect()
}

/// The texts of the gold standard and the shipped documents.
fn scored_texts() -> Vec<String> {
    let mut texts = Vec::new();
    for (folder, ending) in [("tests/gold", "jsonl"), ("tests/gold", "tsv"), ("seeds/documents", "md")] {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.extension().is_none_or(|e| e != ending) {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let text = if ending == "jsonl" { text.lines().map(text_of_line).collect() } else { text };
            texts.push(text);
        }
    }
    assert!(texts.len() >= 3, "the gold standard and the shipped document are read");
    texts
}

fn text_of_line(line: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(line).unwrap();
    value["text"].as_str().map_or_else(String::new, |text| format!("{text}\n"))
}

/// A rule that loads, to be spoilt in one place.
const SOUND: &str = r#"
[[rule]]
id = "travel"
relation = "memberOf"
verb = ["travel with"]
object = ["Organisation"]
fires = [{ text = "Norlandia travelled with the Pelagic Union.", links = ["Norlandia memberOf Pelagic Union (done)"] }]
silent = ["Ships travelled."]
"#;

/// What the program says of the shipped lexicon with one more rule file.
fn told(bad: &str) -> Vec<String> {
    let mut rules = SeedFiles::embedded().rules;
    rules.push(SeedFile { name: "rules/bad.toml".to_owned(), text: bad.to_owned() });
    match Extractor::new(&seeds(rules)) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.0.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_sound_rule_file_loads() {
    assert_eq!(told(SOUND), Vec::<String>::new());
}

#[test]
fn malformed_rule_files_are_refused_with_file_and_line() {
    let spoilt = |from: &str, to: &str| {
        assert!(SOUND.contains(from), "{from}");
        SOUND.replace(from, to)
    };
    let cases = [
        ("unknown relation", spoilt("memberOf\"\n", "mooredAt\"\n"), 2, "`mooredAt` is not a relation of the ontology"),
        ("unknown class", spoilt("[\"Organisation\"]", "[\"Harbour\"]"), 2, "`Harbour` is not a class of the ontology"),
        (
            "class outside the range",
            spoilt("[\"Organisation\"]", "[\"Law\"]"),
            2,
            "`Law` is outside the range of `memberOf`",
        ),
        ("unknown key", spoilt("verb =", "werb ="), 5, "unknown field `werb`"),
        ("value of the wrong kind", spoilt("[\"travel with\"]", "\"travel with\""), 5, "expected a sequence"),
        ("missing key", spoilt("relation = \"memberOf\"\n", ""), 2, "missing field `relation`"),
        ("id of a shipped rule", spoilt("\"travel\"", "\"join\""), 2, "`join` is the id of another rule too"),
        ("id twice in one file", format!("{SOUND}{SOUND}"), 10, "`travel` is the id of another rule too"),
        ("no pattern", spoilt("verb = [\"travel with\"]\n", ""), 2, "rule `travel` has no pattern"),
        ("verb that is none", spoilt("\"travel with\"", "\"moor at\""), 2, "`moor` is no verb"),
        (
            "stroke without a word",
            spoilt("\"travel with\"", "\"travel| with\""),
            2,
            "a word is missing beside a stroke",
        ),
        ("empty pattern", spoilt("\"travel with\"", "\"\""), 2, "an empty pattern"),
        (
            "unknown preposition of several words",
            spoilt("verb = [\"travel with\"]", "preposition = [\"in moorage\"]"),
            2,
            "`in moorage` is no preposition of several words",
        ),
        (
            "no sentence that fires",
            spoilt(SOUND.lines().find(|l| l.starts_with("fires")).unwrap(), ""),
            2,
            "needs sentences",
        ),
        ("no silent sentence", spoilt("silent = [\"Ships travelled.\"]\n", ""), 2, "needs sentences"),
        (
            "unknown choice",
            spoilt("object =", "through = \"water\"\nobject ="),
            2,
            "`water` is none of nothing, of, place",
        ),
        ("unknown modality", spoilt("object =", "modality = \"wet\"\nobject ="), 6, "unknown variant `wet`"),
        (
            "unknown narrower relation",
            spoilt("object =", "narrower = [{ when = \"tight\", relation = \"tied\" }]\nobject ="),
            2,
            "`tied` is not a relation of the ontology",
        ),
        (
            "noun of two heads",
            format!("{SOUND}[[head]]\nclass = \"Law\"\nnouns = \"treaty\"\nshapes = [\"capital\"]\n"),
            9,
            "`treaty` heads an entry before this one",
        ),
        ("syntax", spoilt("[[rule]]", "[[rule]"), 2, ""),
        ("string without an end", spoilt("\"travel\"", "\"travel"), 3, ""),
    ];
    let faults: Vec<String> = cases
        .iter()
        .filter_map(|(name, text, line, message)| {
            let told = told(text);
            let place = format!("rules/bad.toml:{line}: ");
            let fits = told.iter().any(|t| t.starts_with(&place) && t.contains(message));
            (!fits).then(|| format!("{name}: wanted {place}{message}\n    told {told:#?}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_fault_of_a_rule_file_is_told_at_once() {
    let bad = SOUND.replace("memberOf\"\n", "mooredAt\"\n").replace("[\"Organisation\"]", "[\"Harbour\"]");
    let told = told(&format!("{bad}{bad}"));
    assert_eq!(told.len(), 5, "two faults each, and the id twice: {told:#?}");
}
