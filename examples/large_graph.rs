//! Writes a graph of 100,000 nodes and 300,000 edges, neither measured nor arranged, as GraphML and GEXF, and prints the
//! seconds of the fastest of five runs of each writer. `tests/external/speed.sh` compares them with those of others.
//!
//!     cargo run --release --example large_graph -- FOLDER [NODES EDGES]

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use demarche::export::{Content, Format, Options, write};
use demarche::extract::Extractor;
use demarche::graph::Graph;
use demarche::seed::SeedFiles;
use demarche::table::LinkRow;

const N_RUNS: usize = 5;
const RELATIONS: [&str; 6] = ["memberOf", "supports", "participatesIn", "callsFor", "hosts", "cooperatesWith"];
const MODALITIES: [&str; 4] = ["done", "ongoing", "planned", "urged"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = arguments.first().ok_or("name a folder")?;
    let number = |at: usize, default| arguments.get(at).map_or(Ok(default), |n| n.parse::<u64>());
    let (n_nodes, n_edges) = (number(1, 100_000)?, number(2, 300_000)?);
    let extractor = Extractor::new(&SeedFiles::embedded())?;
    let ontology = extractor.ontology();
    let rows = rows(n_nodes, n_edges);
    let graph = Graph::from_rows(&rows, ontology);
    let mut out = io::stdout().lock();
    let content = Content { quads: &[], rows: &rows, graph: &graph, ontology };
    for format in [Format::GraphMl, Format::Gexf] {
        let path = Path::new(folder).join(format.file_name());
        let fastest = (0..N_RUNS).map(|_| timed(content, format, &path)).collect::<io::Result<Vec<_>>>()?;
        writeln!(out, "{} {:.3}", format.extension(), fastest.into_iter().min().unwrap_or_default().as_secs_f64())?;
    }
    Ok(())
}

fn timed(content: Content<'_>, format: Format, path: &Path) -> io::Result<Duration> {
    let begun = Instant::now();
    write(content, format, Options::default(), BufWriter::new(File::create(path)?))?;
    Ok(begun.elapsed())
}

/// Links of States and organisations that differ in relation, so that each is an edge of its own.
fn rows(n_nodes: u64, n_edges: u64) -> Vec<LinkRow> {
    let entity = |i: u64| format!("organisation/body-{i}");
    let row = |i: u64| {
        // Every node has an edge; the other end is anywhere, low numbers more often.
        let (source, far) = (i % n_nodes, scattered(i) % n_nodes);
        let target = far * (scattered(far ^ i) % n_nodes) / n_nodes;
        let round = i / n_nodes;
        let (subject, object) = (entity(source), entity((target + round) % n_nodes));
        let start = u32::try_from(i % 50_000).unwrap_or_default();
        let year = 1990 + i % 35;
        LinkRow {
            document: format!("speech-{}", i % 5_000),
            part: "statement".to_owned(),
            stated_by: subject.clone(),
            subject: format!("Body No. {source} & Sons"),
            subject_id: subject,
            subject_class: "Organisation".to_owned(),
            relation: RELATIONS[(round % 6) as usize].to_owned(),
            object: format!("Body No. {} & Sons", (target + round) % n_nodes),
            object_id: object,
            object_class: "Organisation".to_owned(),
            modality: MODALITIES[(i % 4) as usize].to_owned(),
            polarity: "affirmed".to_owned(),
            date: Some(year.to_string()),
            amount: None,
            quote: format!("In {year} the body No. {source} joined the other \u{201c}No. {target}\u{201d} <fully>."),
            start,
            end: start + 60,
            rule: "join".to_owned(),
            confidence: None,
            stated_on: Some(format!("{year}-09-24")),
        }
    };
    (0..n_edges).map(row).collect()
}

/// Knuth's multiplicative hash.
const fn scattered(i: u64) -> u64 {
    i.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29).wrapping_mul(0xD6E8_FEB8_6659_FD93) >> 16
}
