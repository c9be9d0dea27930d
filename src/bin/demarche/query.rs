//! `demarche query`: SPARQL, or a prepared question, to a table or a file of results.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};

use anyhow::{Context, bail};
use comfy_table::{ContentArrangement, Table, presets};
use demarche::export::turtle::write_turtle;
use demarche::name::{NameIndex, did_you_mean, suggest};
use demarche::question::{self, Values, questions};
use demarche::seed::SeedFiles;
use demarche::store::{Answer, Folder, Store, write_solutions};
use demarche::vocab::{NS, PREFIXES};
use oxigraph::model::{NamedOrBlankNode, Term};
use oxigraph::sparql::results::QueryResultsFormat;
use oxigraph::sparql::{QuerySolution, Variable};
use oxttl::TurtleParser;

use crate::args::{AnswerFormat, Common, QueryArgs};
use crate::{Outcome, setup, terminal};

/// Runs the verb.
pub fn run(args: &QueryArgs, common: &Common) -> anyhow::Result<Outcome> {
    let folder = setup::graph(common)?;
    let sparql = sparql(args, common, &folder)?;
    let store = Store::load(&folder)?;
    if let Some(verb) = update_verb(&sparql) {
        bail!("{verb} changes a graph, and queries only read it: use `demarche build` and `demarche remove`");
    }
    let answer = Answer::read(store.query(&sparql)?)?;
    if !common.quiet {
        note_unknown_terms(&sparql);
    }
    print(answer, args.format)?;
    Ok(Outcome::Done)
}

fn sparql(args: &QueryArgs, common: &Common, folder: &Folder) -> anyhow::Result<String> {
    match (&args.sparql, &args.file, &args.question) {
        (Some(sparql), ..) => Ok(sparql.clone()),
        (None, Some(path), _) => fs::read_to_string(path).with_context(|| {
            format!("cannot read the query `{}`, check the path and that it is UTF-8 text", path.display())
        }),
        (None, None, name) => ask(name.as_deref().unwrap_or_default(), args, common, folder),
    }
}

/// The keyword, where the text begins with an update.
fn update_verb(sparql: &str) -> Option<&'static str> {
    let updates = ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"];
    let first = sparql.split_whitespace().next()?;
    updates.into_iter().find(|verb| first.eq_ignore_ascii_case(verb))
}

/// A term that the ontology does not declare matches nothing, which an empty answer does not tell.
fn note_unknown_terms(sparql: &str) {
    let word = |rest: &str| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
    let used: BTreeSet<String> = sparql.split("dm:").skip(1).map(word).filter(|name| !name.is_empty()).collect();
    let known = if used.is_empty() { BTreeSet::new() } else { ontology_terms() };
    for name in used.difference(&known) {
        let hint = did_you_mean(&suggest(name, known.iter().map(String::as_str)));
        eprintln!("note: the ontology has no `dm:{name}`{hint}");
    }
}

/// Local names of all that the ontology declares.
fn ontology_terms() -> BTreeSet<String> {
    let files = SeedFiles::embedded().ontology;
    let turtle = files.iter().filter(|file| file.name.ends_with("ontology.ttl"));
    let triples = turtle.flat_map(|file| TurtleParser::new().for_slice(&file.text).filter_map(Result::ok));
    let local = |subject| match subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str().strip_prefix(NS).map(str::to_owned),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    triples.filter_map(|triple| local(triple.subject)).collect()
}

fn ask(name: &str, args: &QueryArgs, common: &Common, folder: &Folder) -> anyhow::Result<String> {
    let seeds = setup::seeds(common)?;
    let questions = questions(&seeds)?;
    let question = question::find(&questions, name)?;
    let extractor = setup::extractor(&seeds)?;
    let rows = if question.parameters.is_empty() { Vec::new() } else { folder.link_rows()? };
    let names = NameIndex::new(extractor.entities(), &rows);
    let mut given: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (parameter, value) in &args.param {
        given.entry(parameter.clone()).or_default().push(value.clone());
    }
    Ok(question.bind(&given, &Values { names: &names, ontology: extractor.ontology() })?)
}

fn print(answer: Answer, format: AnswerFormat) -> anyhow::Result<()> {
    let mut stdout = io::BufWriter::new(io::stdout().lock());
    match (answer, results_format(format)) {
        (Answer::Triples(triples), _) => write_turtle(&mut stdout, triples)?,
        (answer, Some(format)) => write_solutions(&answer, format, &mut stdout)?,
        (_, None) if format == AnswerFormat::Turtle => {
            bail!("this answer is a table: Turtle is for CONSTRUCT and DESCRIBE; use --format csv")
        }
        (Answer::Boolean(value), None) => writeln!(stdout, "{}", if value { "yes" } else { "no" })?,
        (Answer::Solutions(variables, rows), None) => writeln!(stdout, "{}", table(&variables, &rows))?,
    }
    Ok(stdout.flush()?)
}

const fn results_format(format: AnswerFormat) -> Option<QueryResultsFormat> {
    match format {
        AnswerFormat::Csv => Some(QueryResultsFormat::Csv),
        AnswerFormat::Tsv => Some(QueryResultsFormat::Tsv),
        AnswerFormat::Json => Some(QueryResultsFormat::Json),
        AnswerFormat::Xml => Some(QueryResultsFormat::Xml),
        AnswerFormat::Table | AnswerFormat::Turtle => None,
    }
}

fn table(variables: &[Variable], rows: &[QuerySolution]) -> String {
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN);
    table.set_header(variables.iter().map(|variable| variable.as_str().to_owned()));
    for row in rows {
        table.add_row(variables.iter().map(|variable| row.get(variable).map_or_else(String::new, short)));
    }
    if let Some(width) = terminal::width() {
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    }
    format!("{}\n{} {}", table.trim_fmt(), rows.len(), if rows.len() == 1 { "row" } else { "rows" })
}

/// A term for reading: a literal's value, an IRI by its prefix.
fn short(term: &Term) -> String {
    match term {
        Term::Literal(literal) => literal.value().to_owned(),
        Term::BlankNode(node) => node.to_string(),
        Term::NamedNode(node) => {
            let iri = node.as_str();
            let known = PREFIXES.into_iter().find_map(|(prefix, base)| Some((prefix, iri.strip_prefix(base)?)));
            known.map_or_else(|| iri.to_owned(), |(prefix, local)| format!("{prefix}:{local}"))
        }
    }
}
