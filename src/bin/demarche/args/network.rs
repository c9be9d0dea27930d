//! Arguments of what looks at the network: `export` and `measure`, and the part of the graph that both take.

use std::path::PathBuf;

use clap::{Args as Arguments, ValueEnum};
use demarche::link::Modality;

/// Arguments of `export`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Examples:
  demarche export graph.gexf graph.ttl
  demarche export graph.html                    a page to look at, in one file
  demarche export members.graphml --relation participatesIn --state Georgia --state Peru
  demarche export near.gexf --around OSCE --depth 2 --min-weight 2
  demarche export matrix.csv --matrix relations States and organisations, crosswise
  demarche export real.csv --modality done --modality ongoing --from 2010")]
pub struct ExportArgs {
    /// Files to write; the extension tells the format: .ttl .trig .nq .jsonld .rdf .graphml .gexf .html .svg .csv
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Of .csv files named …matrix.csv: how often, or in which relations [default: counts]
    #[arg(long, value_enum, value_name = "CELLS")]
    pub matrix: Option<CellsName>,
    /// In GEXF, a spell for each run of years in which an edge is stated: Gephi reads them, others pass them over
    #[arg(long)]
    pub spells: bool,
    /// Add the evidence as W3C Web Annotations to files of RDF
    #[arg(long)]
    pub web_annotation: bool,
    /// Which part of the graph.
    #[command(flatten)]
    pub part: PartArgs,
}

/// What the cells of a matrix hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CellsName {
    /// Number of pieces of evidence
    Counts,
    /// Relations, joined by ` | `
    Relations,
}

/// Which part of the graph a verb works on.
#[derive(Debug, Arguments)]
#[command(next_help_heading = "Part of the graph")]
pub struct PartArgs {
    /// Only this relation and narrower ones; may be repeated
    #[arg(long, value_name = "RELATION")]
    pub relation: Vec<String>,
    /// Only links with an end of this class or below; may be repeated
    #[arg(long, value_name = "CLASS")]
    pub class: Vec<String>,
    /// Only links of this State, as subject or object; may be repeated
    #[arg(long, value_name = "STATE")]
    pub state: Vec<String>,
    /// Only what is not over before this date (2015, 2015-06, 2015-06-04); what names no date counts as when it was said
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Only what has begun by this date
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// Only this modality; may be repeated
    #[arg(long, value_name = "MODALITY", value_parser = parse_modality)]
    pub modality: Vec<Modality>,
    /// Only relations between two things that are stated at least so often
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub min_weight: usize,
    /// Only what is near this thing (any name, alias or id); may be repeated
    #[arg(long, value_name = "THING")]
    pub around: Vec<String>,
    /// How many edges away is near
    #[arg(long, value_name = "N", default_value_t = 1, requires = "around", value_parser = clap::value_parser!(u8).range(1..))]
    pub depth: u8,
    /// Things of one kind, joined by what they share; not for RDF, links and matrix
    #[arg(long, value_enum)]
    pub project: Option<ProjectionName>,
}

fn parse_modality(text: &str) -> Result<Modality, String> {
    let words = Modality::ALL.map(Modality::as_str).join(", ");
    Modality::from_word(text).ok_or_else(|| format!("use one of {words}"))
}

/// Projections of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ProjectionName {
    /// States, joined by all that two of them are linked to
    States,
    /// Organisations, joined by the States that are linked to both
    Organisations,
}

/// Arguments of `measure`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Degree, weighted degree, PageRank, hub and authority follow the edges as they are stated; betweenness, core and
community take the graph without directions. The same numbers stand in .graphml, .gexf, .html and nodes.csv.

Examples:
  demarche measure                              the 30 nodes with the highest PageRank
  demarche measure --by betweenness --top 10
  demarche measure --class Organisation --by authority
  demarche measure --project states --format csv > states.csv")]
pub struct MeasureArgs {
    /// Measure to sort by, from the highest; communities from the first
    #[arg(long, value_enum, value_name = "MEASURE", default_value_t = MeasureName::Pagerank)]
    pub by: MeasureName,
    /// Number of rows [default: 30 in a table, all in CSV]
    #[arg(long, value_name = "N")]
    pub top: Option<usize>,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = TableFormat::Table)]
    pub format: TableFormat,
    /// Which part of the graph.
    #[command(flatten)]
    pub part: PartArgs,
}

/// Formats of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// Columns for reading
    Table,
    /// CSV
    Csv,
}

/// Measures of nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MeasureName {
    /// Number of edges
    Degree,
    /// Sum of their weights
    WeightedDegree,
    /// `PageRank`, damping 0.85
    Pagerank,
    /// Share of shortest paths that lead through it
    Betweenness,
    /// Kleinberg's hub
    Hub,
    /// Kleinberg's authority
    Authority,
    /// k-core
    Core,
    /// Community (Louvain)
    Community,
}
