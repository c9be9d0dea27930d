//! `demarche measure`: the nodes of the network with their measures, as a table.

use std::io::{self, Write};

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use demarche::graph::{Graph, Measures, Node};

use crate::args::{Common, MeasureArgs, MeasureName, TableFormat};
use crate::part::Data;
use crate::{Outcome, setup, terminal};

/// Rows of a table, unless said otherwise.
const SHOWN: usize = 30;
/// Columns.
const HEAD: [&str; 10] =
    ["node", "class", "degree", "weighted", "pagerank", "betweenness", "hub", "authority", "core", "community"];

/// Runs the verb.
pub fn run(args: &MeasureArgs, common: &Common) -> anyhow::Result<Outcome> {
    let extractor = setup::extractor(&setup::seeds(common)?)?;
    let folder = setup::graph(common)?;
    let mut data = Data::load(&folder, &extractor)?;
    data.keep(&args.part, &extractor, common)?;
    let graph = data.graph(args.part.project);
    let nodes = sorted(&graph, args.by);
    match args.format {
        TableFormat::Csv => write_csv(&nodes[..nodes.len().min(args.top.unwrap_or(nodes.len()))])?,
        TableFormat::Table => print(&graph, &nodes, args.top.unwrap_or(SHOWN), common)?,
    }
    Ok(Outcome::Done)
}

/// The nodes from the highest measure; communities from the first, the highest rank first in each.
fn sorted(graph: &Graph, by: MeasureName) -> Vec<(&Node, Measures)> {
    let mut nodes: Vec<(&Node, Measures)> = graph.nodes().map(|n| (n, n.measures.unwrap_or_default())).collect();
    if by == MeasureName::Community {
        nodes.sort_by(|(_, a), (_, b)| a.community.cmp(&b.community).then(b.pagerank.total_cmp(&a.pagerank)));
    } else {
        nodes.sort_by(|(_, a), (_, b)| value(b, by).total_cmp(&value(a, by)));
    }
    nodes
}

fn value(measures: &Measures, by: MeasureName) -> f64 {
    match by {
        MeasureName::Degree => measures.degree.into(),
        MeasureName::WeightedDegree => measures.weighted_degree,
        MeasureName::Pagerank => measures.pagerank,
        MeasureName::Betweenness => measures.betweenness,
        MeasureName::Hub => measures.hub,
        MeasureName::Authority => measures.authority,
        MeasureName::Core => measures.core.into(),
        MeasureName::Community => measures.community.into(),
    }
}

/// The fields of a row; `share` writes what is a share of the whole.
fn row(node: &Node, m: &Measures, share: fn(f64) -> String) -> [String; 10] {
    [
        node.label.to_string(),
        node.class.to_string(),
        m.degree.to_string(),
        m.weighted_degree.to_string(),
        share(m.pagerank),
        share(m.betweenness),
        share(m.hub),
        share(m.authority),
        m.core.to_string(),
        m.community.to_string(),
    ]
}

fn write_csv(nodes: &[(&Node, Measures)]) -> anyhow::Result<()> {
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(io::stdout().lock());
    csv.write_record(["id"].iter().chain(&HEAD))?;
    for (node, measures) in nodes {
        let fields = row(node, measures, |share| format!("{share:.10}"));
        csv.write_record([&*node.entity].into_iter().chain(fields.iter().map(String::as_str)))?;
    }
    Ok(csv.flush()?)
}

fn print(graph: &Graph, nodes: &[(&Node, Measures)], top: usize, common: &Common) -> anyhow::Result<()> {
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN);
    table.set_header(HEAD);
    for (node, measures) in nodes.iter().take(top) {
        table.add_row(row(node, measures, |share| format!("{share:.4}")));
    }
    table.column_iter_mut().skip(2).for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    if let Some(width) = terminal::width() {
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    }
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{}", table.trim_fmt())?;
    if !common.quiet {
        let communities = match nodes.iter().map(|(_, m)| m.community).max().unwrap_or(0) {
            1 => "1 community".to_owned(),
            n => format!("{n} communities"),
        };
        writeln!(
            stdout,
            "{} of {} nodes, {} edges; {communities} with modularity {:.3}",
            top.min(nodes.len()),
            nodes.len(),
            graph.edges().count(),
            graph.modularity()
        )?;
    }
    Ok(())
}
