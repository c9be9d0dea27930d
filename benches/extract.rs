//! How fast text becomes links, and a folder of documents a graph with its exports.
//!
//! The corpus is the report that comes along, repeated: `cargo bench`. For a corpus of your own see the end of
//! README.md.

use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use criterion::{BatchSize, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use demarche::document::Document;
use demarche::document::read::expand;
use demarche::extract::Extractor;
use demarche::rdf::{Made, quads, to_nquads};
use demarche::seed::SeedFiles;

/// Copies of the report.
const N_COPIES: usize = 20;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Copies of the report, each under its own id.
fn corpus() -> Vec<Document> {
    let report = root().join("seeds/documents");
    let sources = expand(&[report], None).expect("the report is there").sources;
    let documents: Vec<Document> = sources.iter().flat_map(|s| s.documents().filter_map(Result::ok)).collect();
    let copies = (0..N_COPIES).flat_map(|n| documents.iter().map(move |d| (n, d)));
    copies.map(|(n, document)| Document { id: format!("{}-{n}", document.id), ..document.clone() }).collect()
}

fn extractor(seeds: &SeedFiles) -> Extractor {
    Extractor::new(seeds).expect("the seeds have no fault")
}

/// Text to links on one thread; throughput is bytes of text.
fn text_to_links(criterion: &mut Criterion) {
    let (extractor, corpus) = (extractor(&SeedFiles::embedded()), corpus());
    let mut group = criterion.benchmark_group("extract");
    group.throughput(Throughput::Bytes(corpus.iter().map(|document| document.text.len() as u64).sum()));
    group.sampling_mode(SamplingMode::Flat).sample_size(20);
    group.bench_function("links", |bencher| {
        bencher
            .iter(|| corpus.iter().map(|document| extractor.extract(black_box(document)).links.len()).sum::<usize>());
    });
    group.finish();
}

/// Links to N-Quads on one thread; throughput is bytes of text.
fn links_to_quads(criterion: &mut Criterion) {
    let seeds = SeedFiles::embedded();
    let (extractor, corpus, made) = (extractor(&seeds), corpus(), Made::new(&seeds));
    let extractions: Vec<_> = corpus.iter().map(|document| extractor.extract(document)).collect();
    let mut group = criterion.benchmark_group("rdf");
    group.throughput(Throughput::Bytes(corpus.iter().map(|document| document.text.len() as u64).sum()));
    group.sampling_mode(SamplingMode::Flat).sample_size(20);
    group.bench_function("nquads", |bencher| {
        let text = |extraction| to_nquads(&quads(extraction, extractor.ontology(), &made)).len();
        bencher.iter(|| black_box(&extractions).iter().map(text).sum::<usize>());
    });
    group.finish();
}

/// Loading ontology, seeds and rules: what every run begins with.
fn loading(criterion: &mut Criterion) {
    let seeds = SeedFiles::embedded();
    criterion.bench_function("load", |bencher| {
        bencher.iter_batched(|| &seeds, |seeds| extractor(black_box(seeds)), BatchSize::PerIteration);
    });
}

/// The whole program over the report: a build into an empty folder, exports and all.
fn build(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("build");
    group.sampling_mode(SamplingMode::Flat).sample_size(10);
    group.bench_function("report", |bencher| {
        bencher.iter_batched(
            || tempfile::tempdir().expect("a temporary folder"),
            |room| {
                let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
                command.current_dir(room.path()).args(["build", "--quiet"]).arg(root().join("seeds/documents"));
                assert!(command.status().expect("the program runs").success());
                room
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, text_to_links, links_to_quads, loading, build);
criterion_main!(benches);
