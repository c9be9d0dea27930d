//! `demarche build`: inputs to graph folder to exports.

use std::collections::BTreeMap;

use demarche::document::Document;
use demarche::document::read::ReadError;
use demarche::export::{Format, Options};
use demarche::extract::Extractor;
use demarche::rdf::{Made, ontology_quads, quads, seed_quads};
use demarche::seed::SeedFiles;
use demarche::store::{Folder, Manifest};
use rayon::prelude::*;

use crate::args::{BuildArgs, Common};
use crate::inputs::Inputs;
use crate::output::make_folder;
use crate::part::Data;
use crate::summary::{Changes, Summary};
use crate::{Outcome, export, setup};

/// Runs the verb.
pub fn run(args: &BuildArgs, common: &Common) -> anyhow::Result<Outcome> {
    let seeds = setup::seeds(common)?;
    let extractor = setup::extractor(&seeds)?;
    let mut inputs = Inputs::find(&args.inputs, args.manifest.as_deref(), common)?;
    let folder = Folder::new(&common.graph);
    // Said before the work rather than after it.
    make_folder(&args.export)?;
    let lock = folder.lock()?;
    let changes = update(&folder, &seeds, &extractor, &mut inputs, args.prune)?;
    if inputs.outcome() == Outcome::Faults {
        folder.give_up(lock);
        // Fails where older exports are in it, which is as it should be.
        let _ = std::fs::remove_dir(&args.export);
        return Ok(Outcome::Faults);
    }
    let data = Data::load(&folder, &extractor)?;
    let path = |i: usize| args.export.join(Format::BUILT[i].file_name());
    export::write_all(&data, &Format::BUILT, None, Options::default(), path)?;
    if !common.quiet {
        Summary { folder: &folder, export: &args.export, changes, rows: &data.rows, quads: &data.quads }.print()?;
    }
    Ok(inputs.outcome())
}

fn update(
    folder: &Folder,
    seeds: &SeedFiles,
    extractor: &Extractor,
    inputs: &mut Inputs,
    prune: bool,
) -> anyhow::Result<Changes> {
    let mut work = Work {
        folder,
        extractor,
        made: Made::new(seeds),
        manifest: folder.manifest()?,
        met: BTreeMap::new(),
        twice: Vec::new(),
        changes: Changes::default(),
    };
    inputs.for_each_batch(|batch| work.take(batch))?;
    for problem in std::mem::take(&mut work.twice) {
        inputs.complain(&problem);
    }
    if inputs.outcome() != Outcome::Faults {
        folder.write_base(&ontology(seeds)?, &seed_quads(extractor.entities()))?;
        match (prune, inputs.outcome()) {
            (true, Outcome::Done) => work.prune()?,
            (true, _) => eprintln!("nothing was pruned: an input that could not be read may still be wanted"),
            (false, _) => {}
        }
        folder.save(&work.manifest)?;
    }
    Ok(work.changes)
}

fn ontology(seeds: &SeedFiles) -> anyhow::Result<Vec<oxigraph::model::Quad>> {
    let file = seeds.ontology.iter().find(|file| file.name.ends_with("ontology.ttl"));
    Ok(ontology_quads(file.map_or("", |file| file.text.as_str()))?)
}

/// A build under way.
struct Work<'w> {
    folder: &'w Folder,
    extractor: &'w Extractor,
    made: Made,
    manifest: Manifest,
    /// Id of each document met, with the name of its input.
    met: BTreeMap<String, String>,
    twice: Vec<ReadError>,
    changes: Changes,
}

impl Work<'_> {
    fn take(&mut self, batch: Vec<Document>) -> anyhow::Result<()> {
        let fresh: Vec<Document> = batch.into_iter().filter(|document| self.is_fresh(document)).collect();
        let graphs: Vec<_> = fresh.par_iter().map(|document| self.graph(document)).collect();
        self.folder.write_documents(&mut self.manifest, &graphs)?;
        self.folder.save(&self.manifest)?;
        Ok(())
    }

    /// Whether a document is to be read anew; counts it.
    fn is_fresh(&mut self, document: &Document) -> bool {
        if let Some(other) = self.met.insert(document.id.clone(), document.name.clone()) {
            let (id, second) = (document.id.clone(), document.name.clone());
            self.met.insert(id.clone(), other.clone());
            self.twice.push(ReadError::Duplicate { id, first: other, second });
            return false;
        }
        if self.manifest.is_current(document, &self.made) {
            self.changes.n_unchanged += 1;
            return false;
        }
        match self.manifest.documents().contains_key(&document.id) {
            true => self.changes.n_renewed += 1,
            false => self.changes.n_added += 1,
        }
        true
    }

    fn graph(&self, document: &Document) -> (String, Vec<oxigraph::model::Quad>) {
        let made = self.made.with_metadata(&document.metadata);
        let extraction = self.extractor.extract(document);
        (document.id.clone(), quads(&extraction, self.extractor.ontology(), &made))
    }

    fn prune(&mut self) -> anyhow::Result<()> {
        let held: Vec<String> = self.manifest.documents().keys().cloned().collect();
        for id in held.iter().filter(|id| !self.met.contains_key(*id)) {
            self.folder.remove(&mut self.manifest, id)?;
            self.changes.n_removed += 1;
        }
        Ok(())
    }
}
