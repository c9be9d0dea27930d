//! What a run begins with: threads, data files, the extractor, the graph folder.

use anyhow::Context;
use demarche::extract::Extractor;
use demarche::seed::SeedFiles;
use demarche::store::Folder;

use crate::args::Common;

/// Sets the number of threads.
pub fn limit_threads(common: &Common) -> anyhow::Result<()> {
    let Some(jobs) = common.jobs else { return Ok(()) };
    rayon::ThreadPoolBuilder::new().num_threads(jobs.into()).build_global().context("cannot start the threads")
}

/// The data files: those of `--seeds`, else those built in.
pub fn seeds(common: &Common) -> anyhow::Result<SeedFiles> {
    match &common.seeds {
        Some(folder) => Ok(SeedFiles::from_dir(folder)?),
        None => Ok(SeedFiles::embedded()),
    }
}

/// The extractor of these data files.
pub fn extractor(seeds: &SeedFiles) -> anyhow::Result<Extractor> {
    Ok(Extractor::new(seeds)?)
}

/// The graph folder, which must hold a graph.
pub fn graph(common: &Common) -> anyhow::Result<Folder> {
    Ok(Folder::open(&common.graph)?)
}
