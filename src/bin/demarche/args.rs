//! The arguments of every verb. The doc comments are the manual.

mod network;

use std::path::PathBuf;

use clap::{ArgGroup, Args as Arguments, Parser, Subcommand, ValueEnum};
use demarche::diff::Change;

pub use network::*;

/// Reads what States say at the United Nations and builds a knowledge graph in which every edge is traceable
/// to its words.
#[derive(Debug, Parser)]
#[command(
    name = "demarche",
    version,
    max_term_width = 100,
    after_help = "\
Begin with:
  demarche build                                build the graph of the report that comes along
  demarche explain Canada GFCE                  see in which words one thing is linked to another
  demarche query --question participants        ask a prepared question

Exit codes: 0 done, 1 done with problems (each is named), 2 could not run."
)]
pub struct Args {
    /// What every verb takes.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// Arguments of every verb that can use them.
#[derive(Debug, Arguments)]
pub struct Common {
    /// Folder that holds the graph
    #[arg(long, global = true, value_name = "DIR", default_value = "graph")]
    pub graph: PathBuf,
    /// Number of threads [default: one for each processor]
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
    /// Folder with your own `entities/*.toml` and `rules/*.toml` [default: those built in]
    #[arg(long, global = true, value_name = "DIR")]
    pub seeds: Option<PathBuf>,
    /// Print results and errors only
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Read documents, bring the graph up to date, write the exports
    Build(BuildArgs),
    /// Stream the links of documents, keeping nothing
    Extract(ExtractArgs),
    /// Ask the graph in SPARQL, or by a prepared question
    Query(QueryArgs),
    /// List the prepared questions
    Questions,
    /// Write the graph, or a part of it, to files
    Export(ExportArgs),
    /// Measure the network: degree, `PageRank`, betweenness, hubs and authorities, cores, communities
    Measure(MeasureArgs),
    /// Show in which words one thing is linked to another
    Explain(ExplainArgs),
    /// Prove the graph against its sources
    Verify(VerifyArgs),
    /// Tell what the seeds know of a name, and what else it could be
    Lookup(LookupArgs),
    /// Check ontology, seeds, rules and questions, or what names of a corpus the seeds do not know
    Check(CheckArgs),
    /// Show which links are new, gone, changed and kept between two graphs or two documents
    Diff(DiffArgs),
    /// Take documents out of the graph
    Remove(RemoveArgs),
    /// Read a PDF from standard input in a process of its own
    #[command(name = demarche::document::read::READ_PDF, hide = true)]
    ReadPdf(ReadPdfArgs),
}

/// Arguments with which the program calls itself to read a PDF.
#[derive(Debug, Arguments)]
pub struct ReadPdfArgs {
    /// Most bytes of text
    pub text_bytes: u64,
    /// Most bytes of the file
    pub file_bytes: u64,
}

/// How much of one document is read at most; a document that goes beyond is named, and the others are read.
#[derive(Clone, Copy, Debug, Arguments)]
#[command(next_help_heading = "Limits of one document")]
pub struct LimitArgs {
    /// Largest file that is one document, in MiB; files of JSON lines may have any size
    #[arg(long, value_name = "MIB", default_value_t = 256, value_parser = clap::value_parser!(u32).range(1..=4095))]
    pub max_file: u32,
    /// Longest text of one document, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 64, value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub max_text: u32,
    /// Longest time for the conversion of one PDF, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_seconds: u32,
}

/// Arguments of `build`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Examples:
  demarche build                                the report that comes along, into graph/ and exports/
  demarche build speeches/ report.pdf           your own documents
  demarche build speeches.jsonl --graph un      JSON lines: id, text, state, date, …
  demarche build --manifest speeches.csv        the files that a table names, with what it says of them
  demarche build speeches/ --prune              and forget documents that are no longer among the inputs")]
pub struct BuildArgs {
    /// Documents: files (.txt .md .html .docx .pdf), folders, JSON lines (.jsonl .jsonl.zst .jsonl.gz)
    /// [default: what --manifest names, or seeds/documents]
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Folder for the exports
    #[arg(long, value_name = "DIR", default_value = "exports")]
    pub export: PathBuf,
    /// CSV that says of files what they cannot say themselves: path, id, state, date, symbol, session, `agenda_item`, title,
    /// language, source
    #[arg(long, value_name = "CSV")]
    pub manifest: Option<PathBuf>,
    /// Remove documents from the graph that are not among the inputs
    #[arg(long)]
    pub prune: bool,
    /// Limits
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// Arguments of `extract`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Examples:
  demarche extract report.md > links.csv
  zstdcat speeches.jsonl.zst | demarche extract - --format jsonl
  demarche extract speeches/ --output links.csv --silent silent.csv")]
pub struct ExtractArgs {
    /// Documents: files, folders, JSON lines; `-` for standard input: JSON lines, or one document
    /// [default: what --manifest names, or seeds/documents]
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Format of the output
    #[arg(long, value_enum, default_value_t = ExtractFormat::Links)]
    pub format: ExtractFormat,
    /// File for the output, `-` for standard output [default: -]
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// File for the sentences that name two entities and gave no link
    #[arg(long, value_name = "FILE")]
    pub silent: Option<PathBuf>,
    /// CSV that says of files what they cannot say themselves
    #[arg(long, value_name = "CSV")]
    pub manifest: Option<PathBuf>,
    /// Limits
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// Formats of `extract`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExtractFormat {
    /// The links table as CSV
    Links,
    /// The quads of each document
    Nquads,
    /// One JSON object a link
    Jsonl,
}

/// Arguments of `query`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
The prefixes dm, id, rdfs, skos and xsd are known. Each fact counts once, however many documents state it;
GRAPH ?g { … } tells which do.

Examples:
  demarche query 'SELECT ?s WHERE { ?s dm:memberOf ?o }'
  demarche query --file my.rq --format csv > answer.csv
  demarche query --question participants --param organisation=OSCE
  demarche query 'CONSTRUCT WHERE { ?s dm:supports ?o }' --format turtle")]
#[command(group(ArgGroup::new("what").required(true).args(["sparql", "file", "question"])))]
pub struct QueryArgs {
    /// The query
    pub sparql: Option<String>,
    /// File with the query
    #[arg(long, short, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Name of a prepared question
    #[arg(long, value_name = "NAME")]
    pub question: Option<String>,
    /// Value of a parameter of the question: any name of an entity, a relation, a class
    #[arg(long, value_name = "NAME=VALUE", requires = "question", value_parser = parse_parameter)]
    pub param: Vec<(String, String)>,
    /// Format of the answer; triples are always Turtle
    #[arg(long, value_enum, default_value_t = AnswerFormat::Table)]
    pub format: AnswerFormat,
}

fn parse_parameter(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write NAME=VALUE")?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

/// Formats of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AnswerFormat {
    /// Columns for reading
    Table,
    /// SPARQL results in CSV
    Csv,
    /// SPARQL results in TSV
    Tsv,
    /// SPARQL results in JSON
    Json,
    /// SPARQL results in XML
    Xml,
    /// Turtle, of CONSTRUCT and DESCRIBE
    Turtle,
}

/// Arguments of `explain`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Examples:
  demarche explain Canada GFCE
  demarche explain GBR 'Global Forum on Cyber Expertise'")]
pub struct ExplainArgs {
    /// Who: any name, alias, ISO code or id
    pub subject: String,
    /// What: any name, alias or id
    pub object: String,
}

/// Arguments of `lookup`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Reads the seeds only: no graph is needed. What a document itself calls by a name is told by `demarche explain`.

Examples:
  demarche lookup OSCE                          its class, names, organs, predecessors, identifiers
  demarche lookup AU                            a name of two things: each of them
  demarche lookup 'the Commission'              too short to be a name: what ends or begins with it
  demarche lookup NATO --seeds my-seeds")]
pub struct LookupArgs {
    /// Any name, alias, code or id
    pub name: String,
}

/// Arguments of `check`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Examples:
  demarche check                                faults of ontology, seeds, rules and questions
  demarche check --seeds my-seeds               of your own ones
  demarche check --corpus speeches/ --top 50    the most frequent capitalised names that the seeds do not know
  demarche check --corpus speeches.jsonl.zst --top 2000 --format csv > unknown.csv")]
pub struct CheckArgs {
    /// Documents whose capitalised names are counted: files, folders, JSON lines, `-`
    #[arg(long, value_name = "INPUT", num_args = 1..)]
    pub corpus: Vec<PathBuf>,
    /// How many unknown names are shown
    #[arg(long, value_name = "N", default_value_t = 20, requires = "corpus")]
    pub top: usize,
    /// Format of the list of unknown names
    #[arg(long, value_enum, default_value_t = ListFormat::Table, requires = "corpus")]
    pub format: ListFormat,
    /// CSV that says of files what they cannot say themselves
    #[arg(long, value_name = "CSV", requires = "corpus")]
    pub manifest: Option<PathBuf>,
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// Formats of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// Columns for reading
    Table,
    /// CSV
    Csv,
}

/// Arguments of `verify`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Examples:
  demarche verify                               the graph against seeds/documents
  demarche verify speeches/ --graph un")]
pub struct VerifyArgs {
    /// The documents that the graph was built from
    /// [default: what --manifest names, or seeds/documents]
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// CSV that says of files what they cannot say themselves
    #[arg(long, value_name = "CSV")]
    pub manifest: Option<PathBuf>,
    /// Limits
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// Arguments of `remove`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Examples:
  demarche remove a-70-172
The documents of a graph: demarche query 'SELECT ?document ?title { ?document a dm:Document OPTIONAL { ?document dm:title ?title } }'")]
pub struct RemoveArgs {
    /// Ids of documents
    #[arg(value_name = "DOC", required = true)]
    pub documents: Vec<String>,
}

/// Arguments of `diff`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
A link is the same where State, relation, thing and polarity are; it has changed where only its modality is another.

Examples:
  demarche diff graph-2014 graph-2015           two graph folders
  demarche diff a-69-112 a-70-172               two documents of the graph in graph/
  demarche diff can_69_2014 can_70_2015 --only new --only changed
  demarche diff graph-2014 graph-2015 --state Canada --format csv > canada.csv")]
pub struct DiffArgs {
    /// The earlier: a graph folder, or the id of a document of the graph
    pub old: String,
    /// The later, of the same kind
    pub new: String,
    /// Only links of this State; may be repeated
    #[arg(long, value_name = "STATE")]
    pub state: Vec<String>,
    /// Only new, gone, changed or kept links; may be repeated
    #[arg(long, value_name = "CHANGE", value_parser = parse_change)]
    pub only: Vec<Change>,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = DiffFormat::Table)]
    pub format: DiffFormat,
}

fn parse_change(text: &str) -> Result<Change, String> {
    let words = Change::ALL.map(Change::as_str).join(", ");
    Change::ALL.into_iter().find(|change| change.as_str() == text).ok_or_else(|| format!("use one of {words}"))
}

/// Formats of `diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For reading: State by State, with the quotes
    Table,
    /// One row a link
    Csv,
    /// One object, State by State
    Json,
}
