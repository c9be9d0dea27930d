//! `demarche export`: the graph, or what the filters leave of it, to files.

use std::io;
use std::path::Path;

use anyhow::{Context, bail};
use demarche::export::turtle::{write_nquads, write_trig, write_turtle};
use demarche::export::{Filter, Format, selected};
use demarche::extract::Extractor;
use demarche::name::{NameIndex, did_you_mean, suggest};
use demarche::ontology::Ontology;
use demarche::rdf::span_of_days;
use demarche::store::Folder;
use demarche::table::{self, LinkRow};
use oxigraph::model::{Quad, Triple};

use crate::args::{Common, ExportArgs};
use crate::output::{Output, write_file};
use crate::{Outcome, setup};

/// Runs the verb.
pub fn run(args: &ExportArgs, common: &Common) -> anyhow::Result<Outcome> {
    let formats = args.files.iter().map(|file| format_of(file)).collect::<anyhow::Result<Vec<_>>>()?;
    let extractor = setup::extractor(&setup::seeds(common)?)?;
    let folder = setup::graph(common)?;
    let mut data = Data::load(&folder, &extractor)?;
    let filter = filter(args, &extractor, &data.rows)?;
    data.keep(&filter);
    for (format, file) in formats.into_iter().zip(&args.files) {
        data.write(format, file)?;
    }
    Ok(Outcome::Done)
}

fn format_of(file: &Path) -> anyhow::Result<Format> {
    match Format::from_path(file) {
        Some(format) if is_ready(format) => Ok(format),
        _ => bail!("`{}`: no format has this extension: use .ttl .trig .nq .graphml .gexf or .csv", file.display()),
    }
}

/// Whether a format can be written.
pub const fn is_ready(format: Format) -> bool {
    matches!(format, Format::Turtle | Format::TriG | Format::NQuads | Format::LinksCsv)
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
    Ok(Filter {
        relations: args.relation.clone(),
        classes: args.class.clone(),
        states: states.collect::<anyhow::Result<_>>()?,
        from: args.from.as_deref().map(first_day).transpose()?,
        to: args.to.as_deref().map(last_day).transpose()?,
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

    /// Writes one file.
    pub fn write(&self, format: Format, path: &Path) -> anyhow::Result<()> {
        write_file(path, |output| self.write_to(format, output))
    }

    fn write_to(&self, format: Format, output: &mut Output) -> io::Result<()> {
        match format {
            Format::Turtle => write_turtle(output, self.quads.iter().cloned().map(Triple::from)),
            Format::TriG => write_trig(output, self.quads.clone()),
            Format::NQuads => write_nquads(output, &self.quads),
            Format::LinksCsv => table::write_csv(output, &self.rows),
            other => Err(io::Error::other(format!("{other:?} cannot be written yet"))),
        }
    }
}
