//! `demarche export`: the graph, or what the filters leave of it, to files.

use std::path::Path;

use anyhow::bail;
use demarche::export::gexf::Timeline;
use demarche::export::{self, Cells, Content, Format, Options};
use demarche::graph::Graph;
use indicatif::ProgressBar;

use crate::args::{CellsName, Common, ExportArgs, ProjectionName};
use crate::output::write_file;
use crate::part::Data;
use crate::{Outcome, setup, terminal};

/// Runs the verb.
pub fn run(args: &ExportArgs, common: &Common) -> anyhow::Result<Outcome> {
    let formats: Vec<Format> = args.files.iter().map(|file| format_of(file)).collect::<anyhow::Result<_>>()?;
    if args.part.project.is_some() && !formats.iter().all(|format| format.shows_projections()) {
        bail!("--project is for .graphml, .gexf, .html, .svg, nodes.csv and edges.csv: write other files without it");
    }
    if args.matrix.is_some() && !formats.contains(&Format::MatrixCsv) {
        bail!("--matrix is for a table: name a file that ends with matrix.csv");
    }
    if args.spells && !formats.contains(&Format::Gexf) {
        bail!("--spells is for GEXF: name a file with .gexf");
    }
    if args.web_annotation && !formats.iter().any(|format| format.is_rdf()) {
        bail!("--web-annotation is for files of RDF: name one with .ttl, .trig, .nq, .jsonld or .rdf");
    }
    let extractor = setup::extractor(&setup::seeds(common)?)?;
    let folder = setup::graph(common)?;
    let stage = terminal::stage(common);
    stage.set_message("reading the graph");
    let mut data = Data::load(&folder, &extractor)?;
    stage.suspend(|| data.keep(&args.part, &extractor, common))?;
    let cells = match args.matrix {
        Some(CellsName::Relations) => Cells::Relations,
        Some(CellsName::Counts) | None => Cells::Counts,
    };
    let timeline = if args.spells { Timeline::Spells } else { Timeline::default() };
    let options = Options { cells, timeline, web_annotation: args.web_annotation };
    write_all(&data, &formats, args.part.project, options, &stage, |i| args.files[i].clone())?;
    Ok(Outcome::Done)
}

fn format_of(file: &Path) -> anyhow::Result<Format> {
    match Format::from_path(file) {
        Some(format) => Ok(format),
        None => bail!("`{}`: no format has this extension: use {}", file.display(), Format::extensions(" .")),
    }
}

/// Writes files in these formats, the i-th to `path(i)`, and tells on `stage` which.
pub fn write_all<P: AsRef<Path>>(
    data: &Data<'_>,
    formats: &[Format],
    projection: Option<ProjectionName>,
    options: Options,
    stage: &ProgressBar,
    path: impl Fn(usize) -> P,
) -> anyhow::Result<()> {
    stage.set_message("measuring the network");
    let needs_graph = formats.iter().any(|format| format.needs_graph());
    let graph = if needs_graph { data.graph(projection).arranged() } else { Graph::default() };
    let content = Content { quads: &data.quads, rows: &data.rows, graph: &graph, ontology: data.ontology };
    for (i, format) in formats.iter().enumerate() {
        let path = path(i);
        stage.set_message(format!("writing {}", path.as_ref().display()));
        write_file(path.as_ref(), |output| export::write(content, *format, options, output))?;
    }
    stage.finish_and_clear();
    Ok(())
}
