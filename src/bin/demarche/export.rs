//! `demarche export`: the graph, or what the filters leave of it, to files.

use std::path::Path;

use anyhow::{Context, bail};
use demarche::export::{self, Content, Filter, Format, selected};
use demarche::extract::Extractor;
use demarche::graph::{Graph, Projection};
use demarche::name::{NameIndex, did_you_mean, suggest};
use demarche::ontology::Ontology;
use demarche::rdf::span_of_days;
use demarche::store::Folder;
use demarche::table::{self, LinkRow};
use oxigraph::model::Quad;

use crate::args::{Common, ExportArgs, ProjectionName};
use crate::output::write_file;
use crate::{Outcome, setup};

/// Runs the verb.
pub fn run(args: &ExportArgs, common: &Common) -> anyhow::Result<Outcome> {
    let formats: Vec<Format> = args.files.iter().map(|file| format_of(file)).collect::<anyhow::Result<_>>()?;
    if args.project.is_some() && !formats.iter().all(|format| format.needs_graph()) {
        bail!("--project is for .graphml, .gexf, nodes.csv and edges.csv: write other files without it");
    }
    let extractor = setup::extractor(&setup::seeds(common)?)?;
    let folder = setup::graph(common)?;
    let mut data = Data::load(&folder, &extractor)?;
    let filter = filter(args, &extractor, &data.rows)?;
    data.keep(&filter);
    if data.rows.is_empty() && !filter.is_open() && !common.quiet {
        eprintln!("note: no link passes the filters");
    }
    data.write_all(&formats, args.project.map(projection), |i| args.files[i].clone())?;
    Ok(Outcome::Done)
}

fn format_of(file: &Path) -> anyhow::Result<Format> {
    match Format::from_path(file) {
        Some(format) => Ok(format),
        None => bail!("`{}`: no format has this extension: use .ttl .trig .nq .graphml .gexf or .csv", file.display()),
    }
}

const fn projection(name: ProjectionName) -> Projection {
    match name {
        ProjectionName::States => Projection::States,
        ProjectionName::Organisations => Projection::Organisations,
    }
}

fn filter(args: &ExportArgs, extractor: &Extractor, rows: &[LinkRow]) -> anyhow::Result<Filter> {
    let ontology = extractor.ontology();
    let names = NameIndex::new(extractor.entities(), rows);
    for relation in &args.relation {
        known("relation", relation, ontology.relations().keys().map(String::as_str))?;
    }
    for class in &args.class {
        known("class", class, ontology.classes())?;
    }
    let states = args.state.iter().map(|state| Ok(table::table_id(&names.find(state)?).to_owned()));
    let (from, to) = (args.from.as_deref().map(first_day).transpose()?, args.to.as_deref().map(last_day).transpose()?);
    if let (Some(first), Some(last)) = (&from, &to)
        && first > last
    {
        bail!("--from {first} is after --to {last}: nothing can lie between");
    }
    Ok(Filter {
        relations: args.relation.clone(),
        classes: args.class.clone(),
        states: states.collect::<anyhow::Result<_>>()?,
        from,
        to,
        modalities: args.modality.clone(),
    })
}

fn known<'c>(what: &str, name: &str, candidates: impl Iterator<Item = &'c str>) -> anyhow::Result<()> {
    let candidates: Vec<&str> = candidates.collect();
    if candidates.contains(&name) {
        return Ok(());
    }
    bail!("the ontology has no {what} `{name}`{}", did_you_mean(&suggest(name, candidates)))
}

fn first_day(date: &str) -> anyhow::Result<String> {
    let (first, _) = span_of_days(date).with_context(|| no_date(date))?;
    Ok(first.to_string())
}

fn last_day(date: &str) -> anyhow::Result<String> {
    let (_, last) = span_of_days(date).with_context(|| no_date(date))?;
    Ok(last.to_string())
}

fn no_date(text: &str) -> String {
    format!("`{text}` is no date: write 2015, 2015-06 or 2015-06-04")
}

/// All that is exported.
pub struct Data<'d> {
    ontology: &'d Ontology,
    /// Every named graph.
    pub quads: Vec<Quad>,
    /// The links.
    pub rows: Vec<LinkRow>,
}

impl<'d> Data<'d> {
    /// Reads a folder.
    pub fn load(folder: &Folder, extractor: &'d Extractor) -> anyhow::Result<Self> {
        Ok(Self { ontology: extractor.ontology(), quads: folder.quads()?, rows: folder.link_rows()? })
    }

    /// Drops what the filter does not admit.
    fn keep(&mut self, filter: &Filter) {
        if filter.is_open() {
            return;
        }
        self.rows.retain(|row| filter.admits(self.ontology, row));
        self.quads = selected(std::mem::take(&mut self.quads), &self.rows, self.ontology);
    }

    /// Writes files in these formats, the i-th to `path(i)`.
    pub fn write_all<P: AsRef<Path>>(
        &self,
        formats: &[Format],
        projection: Option<Projection>,
        path: impl Fn(usize) -> P,
    ) -> anyhow::Result<()> {
        let graph =
            if formats.iter().any(|format| format.needs_graph()) { self.graph(projection) } else { Graph::default() };
        let content = Content { quads: &self.quads, rows: &self.rows, graph: &graph };
        for (i, format) in formats.iter().enumerate() {
            write_file(path(i).as_ref(), |output| export::write(content, *format, output))?;
        }
        Ok(())
    }

    fn graph(&self, projection: Option<Projection>) -> Graph {
        let graph = Graph::from_rows(&self.rows, self.ontology);
        match projection {
            Some(projection) => graph.projected(projection, self.ontology).arranged(),
            None => graph.arranged(),
        }
    }
}
