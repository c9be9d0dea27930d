//! `demarche build`: inputs to graph folder to exports.

use demarche::export::{Format, Options};
use demarche::extract::Extractor;
use demarche::rdf::{Made, ontology_quads, seed_quads};
use demarche::seed::SeedFiles;
use demarche::store::Folder;

use crate::args::{BuildArgs, Common};
use crate::inputs::Inputs;
use crate::output::make_folder;
use crate::part::Data;
use crate::summary::Summary;
use crate::update::{Update, Updated};
use crate::{Outcome, export, setup, terminal};

/// Runs the verb.
pub fn run(args: &BuildArgs, common: &Common) -> anyhow::Result<Outcome> {
    let seeds = setup::seeds(common)?;
    let extractor = setup::extractor(&seeds)?;
    let mut inputs = Inputs::find(&args.inputs, args.manifest.as_deref(), args.limits, common)?;
    let folder = Folder::new(&common.graph);
    // Said before the work rather than after it.
    make_folder(&args.export)?;
    let lock = folder.lock()?;
    let updated = update(&folder, &seeds, &extractor, &mut inputs, args.prune);
    if updated.is_err() || inputs.outcome() == Outcome::Faults {
        folder.give_up(lock);
        // Fails where older exports are in it, which is as it should be.
        let _ = std::fs::remove_dir(&args.export);
        return updated.map(|_| Outcome::Faults);
    }
    let Updated { changes, problems, notes } = updated?;
    for problem in &problems {
        inputs.complain(problem);
    }
    if !common.quiet {
        for note in &notes {
            eprintln!("note: {note}");
        }
    }
    let stage = terminal::stage(common);
    stage.set_message("reading the graph");
    let data = Data::load(&folder, &extractor)?;
    let path = |i: usize| args.export.join(Format::BUILT[i].file_name());
    export::write_all(&data, &Format::BUILT, None, Options::default(), &stage, path)?;
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
) -> anyhow::Result<Updated> {
    let manifest = folder.manifest()?;
    folder.sweep(&manifest);
    inputs.reuse_texts(folder.known_texts(&manifest, env!("CARGO_PKG_VERSION")));
    let mut update = Update::new(folder, extractor, Made::new(seeds), manifest);
    inputs.for_each_batch(|batch| Ok(update.take(batch)?))?;
    if inputs.outcome() == Outcome::Faults {
        return Ok(Updated::default());
    }
    folder.write_base(&ontology(seeds)?, &seed_quads(extractor.entities()))?;
    if prune && !inputs.is_complete() {
        eprintln!("nothing was pruned: an input that could not be read may still be wanted");
    }
    Ok(update.finish(prune && inputs.is_complete())?)
}

fn ontology(seeds: &SeedFiles) -> anyhow::Result<Vec<oxigraph::model::Quad>> {
    let file = seeds.ontology.iter().find(|file| file.name.ends_with("ontology.ttl"));
    Ok(ontology_quads(file.map_or("", |file| file.text.as_str()))?)
}
