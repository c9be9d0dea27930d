//! `demarche check`: ontology, seeds, rules, shapes and questions, each fault at its file and line.

use std::collections::BTreeSet;
use std::io::{self, Write};

use demarche::entity::Entities;
use demarche::extract::Extractor;
use demarche::ontology::Ontology;
use demarche::question::{Parameter, Question};
use demarche::seed::{SeedError, SeedFile, SeedFiles};
use demarche::store::{QueryError, Store};
use demarche::verify::shape::constraints;
use oxttl::TurtleParser;

use crate::args::{CheckArgs, Common};
use crate::{Outcome, setup, survey};

/// Runs the verb.
pub fn run(args: &CheckArgs, common: &Common) -> anyhow::Result<Outcome> {
    let seeds = setup::seeds(common)?;
    if !args.corpus.is_empty() {
        return survey::run(args, &seeds, common);
    }
    let mut faults: BTreeSet<SeedError> = syntax(&seeds).chain(questions(&seeds)?).chain(shapes(&seeds)?).collect();
    if faults.is_empty() {
        faults.extend(meaning(&seeds));
    }
    let mut stdout = io::stdout().lock();
    for fault in &faults {
        writeln!(stdout, "{fault}")?;
    }
    if !faults.is_empty() {
        return Ok(Outcome::Faults);
    }
    if !common.quiet {
        writeln!(stdout, "{}", inventory(&seeds)?)?;
    }
    Ok(Outcome::Done)
}

/// Faults of the Turtle files.
fn syntax(seeds: &SeedFiles) -> impl Iterator<Item = SeedError> {
    let turtle = seeds.ontology.iter().filter(|file| file.name.ends_with(".ttl"));
    turtle.filter_map(|file| {
        let error = TurtleParser::new().for_slice(&file.text).find_map(Result::err)?;
        Some(SeedError::new(&file.name, error.location().start.line as usize + 1, error.message()))
    })
}

/// Faults of the shapes: words of SHACL that are not known, and SPARQL.
fn shapes(seeds: &SeedFiles) -> anyhow::Result<Vec<SeedError>> {
    let store = Store::new()?;
    let mut faults = Vec::new();
    for file in seeds.ontology.iter().filter(|file| file.name.ends_with("shapes.ttl")) {
        match constraints(file) {
            Ok(found) => faults.extend(found.iter().filter_map(|constraint| {
                let error = store.query(&constraint.sparql).err()?;
                Some(SeedError::new(&file.name, 0, format!("{}: {error}", constraint.shape)))
            })),
            Err(fault) => faults.push(fault),
        }
    }
    Ok(faults)
}

/// Faults of the questions: their headers, the kinds of their parameters and their SPARQL.
fn questions(seeds: &SeedFiles) -> anyhow::Result<Vec<SeedError>> {
    let store = Store::new()?;
    // A fault of the ontology itself is named elsewhere.
    let ontology = ontology(seeds).unwrap_or_default();
    let files = seeds.ontology.iter().filter(|file| file.name.ends_with(".rq"));
    Ok(files.filter_map(|file| question(&store, &ontology, file)).collect())
}

fn question(store: &Store, ontology: &Ontology, file: &SeedFile) -> Option<SeedError> {
    match Question::parse(file) {
        Err(error) => return Some(error),
        Ok(question) => {
            if let Some(Parameter { name, kind, .. }) = question.unknown_kind(ontology) {
                return Some(SeedError::new(&file.name, 0, format!("`{name}` takes {kind}, which is no class")));
            }
        }
    }
    let error = store.query(&file.text).err()?;
    let line = match &error {
        QueryError::Syntax(syntax) => syntax.place().map_or(0, |(line, _)| line),
        _ => 0,
    };
    Some(SeedError::new(&file.name, line, error.to_string()))
}

/// Faults of entities and rules.
fn meaning(seeds: &SeedFiles) -> Vec<SeedError> {
    Extractor::new(seeds).err().map(|errors| errors.0).unwrap_or_default()
}

fn ontology(seeds: &SeedFiles) -> Result<Ontology, SeedError> {
    let file = seeds.ontology.iter().find(|file| file.name.ends_with("ontology.ttl"));
    Ok(file.map(Ontology::parse).transpose()?.unwrap_or_default())
}

fn inventory(seeds: &SeedFiles) -> anyhow::Result<String> {
    let ontology = ontology(seeds)?;
    let entities = Entities::parse(&seeds.entities, &ontology)?;
    Ok(format!(
        "{} classes, {} relations, {} entities, {} files of rules, {} questions: no fault",
        ontology.classes().count(),
        ontology.relations().len(),
        entities.all().len(),
        seeds.rules.len(),
        seeds.ontology.iter().filter(|file| file.name.ends_with(".rq")).count(),
    ))
}
