//! `demarche verify`: proves the graph against its sources.

use std::collections::BTreeSet;
use std::error::Error;
use std::io::{self, Write};

use demarche::document::Document;
use demarche::rdf::{ontology_quads, to_nquads};
use demarche::seed::{SeedError, SeedFiles};
use demarche::store::{Folder, Manifest, Names, Record, Store, StoreError};
use demarche::verify::shape::{Constraint, constraints, violations};
use demarche::verify::{Problem, Proof, Verifier, same_nquads, same_ontology, same_turtle};
use rayon::prelude::*;

use crate::args::{Common, VerifyArgs};
use crate::inputs::Inputs;
use crate::{Outcome, setup};

/// Runs the verb.
pub fn run(args: &VerifyArgs, common: &Common) -> anyhow::Result<Outcome> {
    let seeds = setup::seeds(common)?;
    let extractor = setup::extractor(&seeds)?;
    let folder = setup::graph(common)?;
    let mut inputs = Inputs::find(&args.inputs, args.manifest.as_deref(), args.limits, common)?;
    let names = Names::of(&folder.entity_quads()?);
    let verifier = Verifier { ontology: extractor.ontology(), seeds: &names };
    let manifest = folder.manifest()?;
    let mut run = Run { folder: &folder, manifest: &manifest, verifier, tally: Tally::default() };
    inputs.for_each_batch(|batch| {
        run.with_sources(&batch);
        Ok(())
    })?;
    run.without_sources();
    run.tally.problems.extend(base_faults(&folder, &seeds)?);
    run.tally.problems.extend(shape_faults(&folder, &seeds)?);
    run.tally.print(common)?;
    let is_proved = run.tally.problems.is_empty() && inputs.is_complete();
    Ok(if is_proved { Outcome::Done } else { Outcome::Problems })
}

/// What breaks the shapes, which are those of the program's own ontology.
fn shape_faults(folder: &Folder, seeds: &SeedFiles) -> anyhow::Result<Vec<Problem>> {
    let turtle = seeds.ontology.iter().find(|file| file.name.ends_with("ontology.ttl"));
    let own = ontology_quads(turtle.map_or("", |file| file.text.as_str()))?;
    if to_nquads(&own) != to_nquads(&folder.ontology_quads()?) {
        eprintln!("note: the graph was made with another ontology: build again to have its shapes proved");
        return Ok(Vec::new());
    }
    // A file that cannot be read has been named, and without it the shapes say nothing.
    let Ok(store) = Store::load(folder) else { return Ok(Vec::new()) };
    Ok(violations(&store, &shapes(seeds)?)?)
}

/// What the shapes ask of a graph.
fn shapes(seeds: &SeedFiles) -> Result<Vec<Constraint>, SeedError> {
    let file = seeds.ontology.iter().find(|file| file.name.ends_with("shapes.ttl"));
    file.map_or(Ok(Vec::new()), constraints)
}

/// Faults of the graphs that no document makes.
fn base_faults(folder: &Folder, seeds: &SeedFiles) -> anyhow::Result<Vec<Problem>> {
    let entities = folder.entity_quads()?;
    let mut faults: Vec<Problem> = Vec::new();
    let mut add = |place: &str, message: String| faults.push(Problem { place: place.to_owned(), message });
    for check in [same_nquads, same_turtle] {
        if let Err(error) = check(&entities) {
            add("entities", error.to_string());
        }
    }
    for file in seeds.ontology.iter().filter(|file| file.name.ends_with(".ttl")) {
        if let Err(error) = same_ontology(&file.text) {
            add(&file.name, error.to_string());
        }
    }
    Ok(faults)
}

struct Run<'r> {
    folder: &'r Folder,
    manifest: &'r Manifest,
    verifier: Verifier<'r>,
    tally: Tally,
}

impl Run<'_> {
    fn with_sources(&mut self, batch: &[Document]) {
        let held = batch.iter().filter(|document| self.manifest.documents().contains_key(&document.id));
        let held: Vec<(&str, Option<&Document>)> = held.map(|document| (&*document.id, Some(document))).collect();
        self.tally.seen.extend(held.iter().map(|(id, _)| (*id).to_owned()));
        self.prove(&held);
    }

    fn without_sources(&mut self) {
        let all = self.manifest.documents().keys().filter(|id| !self.tally.seen.contains(*id));
        let unseen: Vec<(&str, Option<&Document>)> = all.map(|id| (id.as_str(), None)).collect();
        self.tally.n_unseen = unseen.len();
        self.prove(&unseen);
    }

    fn prove(&mut self, documents: &[(&str, Option<&Document>)]) {
        let proofs = documents.par_iter().filter_map(|(id, source)| {
            let record = self.manifest.documents().get(*id)?;
            Some(self.proof(id, record, *source))
        });
        for proof in proofs.collect::<Vec<Proof>>() {
            self.tally.add(proof);
        }
    }

    /// The proof of one document. A file that cannot be read, or is not as it was written, is a fault of the document.
    fn proof(&self, id: &str, record: &Record, source: Option<&Document>) -> Proof {
        let fault = |error: StoreError| {
            let cause = error.source().map_or_else(String::new, |cause| format!(": {cause}"));
            Problem { place: id.to_owned(), message: format!("{error}{cause}") }
        };
        let quads = match self.folder.document_quads(record) {
            Ok(quads) => quads,
            Err(error) => return Proof { problems: vec![fault(error)], ..Proof::default() },
        };
        match (source, self.folder.text(id, record)) {
            (None, Ok(Some(text))) => self.verifier.prove_text(id, &quads, &text),
            (source, text) => {
                let mut proof = self.verifier.prove(id, &quads, source);
                proof.problems.extend(text.err().map(fault));
                proof
            }
        }
    }
}

/// What has been proved so far.
#[derive(Default)]
struct Tally {
    problems: Vec<Problem>,
    seen: BTreeSet<String>,
    n_unseen: usize,
    n_links: usize,
    n_quotes: usize,
}

impl Tally {
    fn add(&mut self, proof: Proof) {
        self.problems.extend(proof.problems);
        self.n_links += proof.n_links;
        self.n_quotes += proof.n_quotes;
    }

    fn print(&self, common: &Common) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        for problem in &self.problems {
            writeln!(stdout, "{problem}")?;
        }
        if common.quiet {
            return Ok(());
        }
        let Self { n_links, n_quotes, n_unseen, .. } = self;
        writeln!(stdout, "documents with their source: {}, without: {n_unseen}", self.seen.len())?;
        writeln!(stdout, "links: {n_links}, quotes found word for word: {n_quotes} checked")?;
        writeln!(stdout, "problems: {}", self.problems.len())
    }
}
