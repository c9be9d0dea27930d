//! Documents in batches, in the order of the inputs. What cannot be read is named, and the rest goes on.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use demarche::document::Document;
use demarche::document::read::{Documents, Limits, Options, ReadError, Source, expand};
use indicatif::ProgressBar;
use rayon::prelude::*;

use crate::Outcome;
use crate::args::{Common, LimitArgs};
use crate::terminal;

/// Documents and bytes that a batch holds at most: memory stays bounded, threads stay busy.
const BATCH: (usize, usize) = (64, 16 << 20);

/// What is read where nothing is named: the documents that come along.
const USUAL: &str = "seeds/documents";

/// The inputs of a run.
pub struct Inputs {
    sources: Vec<Source>,
    options: Options,
    bar: ProgressBar,
    /// Documents read.
    pub n_read: usize,
    /// Documents and inputs that could not be read.
    pub n_unreadable: usize,
    /// Documents that were read, and of which a part is missing.
    n_partial: usize,
}

impl Inputs {
    /// Finds the inputs.
    pub fn find(
        inputs: &[PathBuf],
        manifest: Option<&Path>,
        limits: LimitArgs,
        common: &Common,
    ) -> anyhow::Result<Self> {
        let usual = [PathBuf::from(USUAL)];
        let is_usual = inputs.is_empty() && manifest.is_none();
        let found = expand(if is_usual { &usual } else { inputs }, manifest)?;
        let n_documents = found.sources.iter().all(Source::is_one_document).then_some(found.sources.len());
        let mut inputs = Self {
            sources: found.sources,
            options: options(limits),
            bar: terminal::progress(common, n_documents),
            n_read: 0,
            n_unreadable: 0,
            n_partial: 0,
        };
        for problem in &found.problems {
            inputs.complain(problem);
        }
        if !found.skipped.is_empty() && !common.quiet {
            eprintln!("left out, of a kind that is not read: {}", named(&found.skipped));
        }
        if !found.unused.is_empty() && !common.quiet {
            eprintln!("note: the manifest names what is not among the inputs: {}", named(&found.unused));
        }
        Ok(inputs)
    }

    /// Takes texts that were converted before from there.
    pub fn reuse_texts(&mut self, known: impl Fn(&str) -> Option<String> + Send + Sync + 'static) {
        self.options.known = Some(Arc::new(known));
    }

    /// Hands the documents on in batches.
    pub fn for_each_batch(&mut self, mut take: impl FnMut(Vec<Document>) -> anyhow::Result<()>) -> anyhow::Result<()> {
        let sources = std::mem::take(&mut self.sources);
        let options = self.options.clone();
        let mut batch = Vec::new();
        let mut n_bytes = 0;
        for document in sources.chunks(BATCH.0).flat_map(|sources| opened(sources, &options)) {
            let document = match document {
                Ok(document) => document,
                Err(error) => {
                    self.complain(&error);
                    self.bar.inc(u64::from(!error.is_partial()));
                    continue;
                }
            };
            self.n_read += 1;
            n_bytes += document.text.len();
            batch.push(document);
            if batch.len() >= BATCH.0 || n_bytes >= BATCH.1 {
                n_bytes = 0;
                self.hand_on(std::mem::take(&mut batch), &mut take)?;
            }
        }
        self.hand_on(batch, &mut take)?;
        self.bar.finish_and_clear();
        Ok(())
    }

    fn hand_on(
        &self,
        batch: Vec<Document>,
        take: &mut impl FnMut(Vec<Document>) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let Some(last) = batch.last() else { return Ok(()) };
        let n_documents = batch.len() as u64;
        self.bar.set_message(last.name.clone());
        take(batch)?;
        self.bar.inc(n_documents);
        Ok(())
    }

    /// Names a problem on standard error and counts it.
    pub fn complain(&mut self, problem: &ReadError) {
        match problem.is_partial() {
            true => self.n_partial += 1,
            false => self.n_unreadable += 1,
        }
        let cause = problem.source().map_or_else(String::new, |cause| format!(": {cause}"));
        self.bar.suspend(|| eprintln!("error: {problem}{cause}"));
    }

    /// How reading went.
    pub const fn outcome(&self) -> Outcome {
        match (self.n_read, self.n_unreadable + self.n_partial) {
            (_, 0) => Outcome::Done,
            (0, _) => Outcome::Faults,
            _ => Outcome::Problems,
        }
    }

    /// Whether each document was read, if only in part.
    pub const fn is_complete(&self) -> bool {
        self.n_unreadable == 0
    }
}

fn options(limits: LimitArgs) -> Options {
    const MIB: u64 = 1 << 20;
    let limits = Limits {
        file_bytes: u64::from(limits.max_file) * MIB,
        text_bytes: u64::from(limits.max_text) * MIB,
        seconds: limits.max_seconds.into(),
    };
    // A program that does not find itself reads PDF files within its own process.
    Options { limits, pdf_reader: std::env::current_exe().ok(), known: None }
}

/// The first few paths, and how many more there are.
fn named(paths: &[PathBuf]) -> String {
    const SHOWN: usize = 3;
    let first: Vec<String> = paths.iter().take(SHOWN).map(|path| format!("`{}`", path.display())).collect();
    let rest = paths.len().saturating_sub(SHOWN);
    let rest = if rest == 0 { String::new() } else { format!(" and {rest} more") };
    format!("{}{rest}", first.join(", "))
}

/// The documents of sources, in order. The first of each source is read in parallel: most have no other.
fn opened(sources: &[Source], options: &Options) -> impl Iterator<Item = Result<Document, ReadError>> {
    let begin = |source: &Source| {
        let mut documents: Documents = source.documents_with(options);
        (documents.next(), documents)
    };
    let begun: Vec<_> = sources.par_iter().map(begin).collect();
    begun.into_iter().flat_map(|(first, rest)| first.into_iter().chain(rest))
}
