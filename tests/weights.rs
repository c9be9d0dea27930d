//! What is merely named leans to a closer relation by the words around it: here by weights of an invented world, where "azure" tells of
//! support, "scarlet" of membership.

use std::collections::BTreeSet;

use demarche::extract::Extractor;
use demarche::link::Link;
use demarche::seed::{SeedFile, SeedFiles};

use crate::rules::{said_by_norlandia, seeds};

const TABLE: &str = "place\tword\tmentions\tsupports\tmemberOf\nbias\t\t0\t-100\t-100\nword\tazure\t0\t200\t0\n\
                     word\tscarlet\t0\t0\t200\nafter\tazure\t0\t100\t0\n";

/// Each link as `relation object (rule): quote`, of a speech of Norlandia.
fn told(text: &str, table: Option<&str>) -> Vec<String> {
    let weights = table.map(|table| SeedFile { name: "weights.tsv".to_owned(), text: table.to_owned() });
    let seeds = SeedFiles { weights, ..seeds(SeedFiles::embedded().rules) };
    let extractor = Extractor::new(&seeds).unwrap_or_else(|e| panic!("{e}"));
    let extraction = extractor.extract(&said_by_norlandia(text, false));
    let line = |l: &Link| format!("{} {} ({}): {}", l.relation, l.object, l.rule, l.evidence[0].quote);
    extraction.links.iter().map(line).collect()
}

#[test]
fn a_mention_leans_where_words_weigh_enough() {
    let text = "The sky over the Pelagic Union was azure.";
    assert_eq!(told(text, Some(TABLE)), [format!("supports organisation/pelagic-union (weighed-supports): {text}")]);
    assert_eq!(told(text, None), [format!("mentions organisation/pelagic-union (named): {text}")]);
    let plain = "The sky over the Pelagic Union was grey.";
    assert_eq!(told(plain, Some(TABLE)), [format!("mentions organisation/pelagic-union (named): {plain}")]);
}

#[test]
fn it_is_told_once_where_it_leans_most() {
    let text =
        "Azure is the sky over the Pelagic Union. The sky over the Pelagic Union was azure. The Pelagic Union met.";
    let most = "The sky over the Pelagic Union was azure.";
    assert_eq!(told(text, Some(TABLE)), [format!("supports organisation/pelagic-union (weighed-supports): {most}")]);
}

#[test]
fn a_rule_stands_before_every_leaning() {
    let text = "The sky over the Pelagic Union was azure. Norlandia is a member of the Pelagic Union.";
    let relations: BTreeSet<String> =
        told(text, Some(TABLE)).iter().filter_map(|l| l.split(' ').next().map(str::to_owned)).collect();
    assert_eq!(relations, BTreeSet::from(["memberOf".to_owned()]));
}

#[test]
fn no_thing_leans_to_a_relation_that_its_class_does_not_admit() {
    let text = "The sky over the Pelagic Convention was scarlet.";
    assert_eq!(told(text, Some(TABLE)).len(), 1);
    assert!(told(text, Some(TABLE))[0].starts_with("mentions "), "nobody is a member of a treaty");
}
