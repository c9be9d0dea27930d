//! The graph that `build`, `export` and `measure` work on: all of a folder, or the part that is asked for.

use std::collections::BTreeSet;

use anyhow::{Context, bail};
use demarche::export::{Filter, selected};
use demarche::extract::Extractor;
use demarche::graph::{self, Graph, Projection};
use demarche::name::{NameIndex, did_you_mean, suggest};
use demarche::ontology::Ontology;
use demarche::rdf::span_of_days;
use demarche::store::Folder;
use demarche::table::{self, LinkRow};
use oxigraph::model::Quad;

use crate::args::{Common, PartArgs, ProjectionName};

/// A graph in its three shapes, the last of them on demand.
pub struct Data<'d> {
    /// Classes and relations.
    pub ontology: &'d Ontology,
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

    /// Drops what is not asked for, and says so where nothing is left.
    pub fn keep(&mut self, args: &PartArgs, extractor: &Extractor, common: &Common) -> anyhow::Result<()> {
        let filter = filter(args, extractor, &self.rows)?;
        let network = network_filter(args, extractor, &self.rows)?;
        if filter.is_open() && network == graph::Filter::default() {
            return Ok(());
        }
        self.rows.retain(|row| filter.admits(self.ontology, row));
        self.keep_edges(&network);
        self.quads = selected(std::mem::take(&mut self.quads), &self.rows, self.ontology);
        if self.rows.is_empty() && !common.quiet {
            eprintln!("note: no link passes the filters");
        }
        Ok(())
    }

    /// Drops the links of edges that a filter on the network does not admit.
    fn keep_edges(&mut self, filter: &graph::Filter) {
        if *filter == graph::Filter::default() {
            return;
        }
        let part = Graph::from_rows(&self.rows, self.ontology).filtered(filter, self.ontology);
        let edges = part.edges().map(|(s, e, t)| [&*s.entity, &*e.relation, &*t.entity]);
        let kept: BTreeSet<[&str; 3]> = edges.collect();
        self.rows.retain(|row| kept.contains(&[&*row.subject_id, &*row.relation, &*row.object_id]));
    }

    /// The property graph with its measures.
    pub fn graph(&self, projection: Option<ProjectionName>) -> Graph {
        let graph = Graph::from_rows(&self.rows, self.ontology);
        match projection {
            Some(ProjectionName::States) => graph.projected(Projection::States, self.ontology).measured(),
            Some(ProjectionName::Organisations) => graph.projected(Projection::Organisations, self.ontology).measured(),
            None => graph.measured(),
        }
    }
}

/// What is asked of single links.
fn filter(args: &PartArgs, extractor: &Extractor, rows: &[LinkRow]) -> anyhow::Result<Filter> {
    let ontology = extractor.ontology();
    for relation in &args.relation {
        known("relation", relation, ontology.relations().keys().map(String::as_str))?;
    }
    for class in &args.class {
        known("class", class, ontology.classes())?;
    }
    let (from, to) = (args.from.as_deref().map(first_day).transpose()?, args.to.as_deref().map(last_day).transpose()?);
    if let (Some(first), Some(last)) = (&from, &to)
        && first > last
    {
        bail!("--from {first} is after --to {last}: nothing can lie between");
    }
    Ok(Filter {
        relations: args.relation.clone(),
        classes: args.class.clone(),
        states: found(&args.state, extractor, rows)?,
        from,
        to,
        modalities: args.modality.clone(),
    })
}

/// What is asked of the network that the links make.
fn network_filter(args: &PartArgs, extractor: &Extractor, rows: &[LinkRow]) -> anyhow::Result<graph::Filter> {
    let around: BTreeSet<String> = found(&args.around, extractor, rows)?.into_iter().collect();
    let depth = if around.is_empty() { 0 } else { usize::from(args.depth) };
    let min_weight = if args.min_weight > 1 { args.min_weight } else { 0 };
    Ok(graph::Filter { min_weight, around, depth, ..graph::Filter::default() })
}

/// The table ids of what is named.
fn found(names: &[String], extractor: &Extractor, rows: &[LinkRow]) -> anyhow::Result<Vec<String>> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let index = NameIndex::new(extractor.entities(), rows);
    names.iter().map(|name| Ok(table::table_id(&index.find(name)?).to_owned())).collect()
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
