//! `demarche query`: SPARQL, or a prepared question, to a table or a file of results.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};

use anyhow::Context;
use comfy_table::{ContentArrangement, Table, presets};
use demarche::export::turtle::write_turtle;
use demarche::name::NameIndex;
use demarche::question::{self, Values, questions};
use demarche::store::{Answer, Folder, Store, write_solutions};
use demarche::vocab::PREFIXES;
use oxigraph::model::Term;
use oxigraph::sparql::results::QueryResultsFormat;
use oxigraph::sparql::{QuerySolution, Variable};

use crate::args::{AnswerFormat, Common, QueryArgs};
use crate::{Outcome, setup, terminal};

/// Runs the verb.
pub fn run(args: &QueryArgs, common: &Common) -> anyhow::Result<Outcome> {
    let folder = setup::graph(common)?;
    let sparql = sparql(args, common, &folder)?;
    let store = Store::load(&folder)?;
    let answer = Answer::read(store.query(&sparql)?)?;
    print(answer, args.format)?;
    Ok(Outcome::Done)
}

fn sparql(args: &QueryArgs, common: &Common, folder: &Folder) -> anyhow::Result<String> {
    match (&args.sparql, &args.file, &args.question) {
        (Some(sparql), ..) => Ok(sparql.clone()),
        (None, Some(path), _) => {
            fs::read_to_string(path).with_context(|| format!("cannot read the query `{}`", path.display()))
        }
        (None, None, name) => ask(name.as_deref().unwrap_or_default(), args, common, folder),
    }
}

fn ask(name: &str, args: &QueryArgs, common: &Common, folder: &Folder) -> anyhow::Result<String> {
    let seeds = setup::seeds(common)?;
    let questions = questions(&seeds)?;
    let question = question::find(&questions, name)?;
    let extractor = setup::extractor(&seeds)?;
    let rows = if question.parameters.is_empty() { Vec::new() } else { folder.link_rows()? };
    let names = NameIndex::new(extractor.entities(), &rows);
    let given: BTreeMap<String, String> = args.param.iter().cloned().collect();
    Ok(question.bind(&given, &Values { names: &names, ontology: extractor.ontology() })?)
}

fn print(answer: Answer, format: AnswerFormat) -> anyhow::Result<()> {
    let mut stdout = io::BufWriter::new(io::stdout().lock());
    match (answer, results_format(format)) {
        (Answer::Triples(triples), _) => write_turtle(&mut stdout, triples)?,
        (answer, Some(format)) => write_solutions(&answer, format, &mut stdout)?,
        (_, None) if format == AnswerFormat::Turtle => {
            anyhow::bail!("this answer is a table: Turtle is for CONSTRUCT and DESCRIBE; use --format csv")
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
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
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
