//! The command line of Demarche: parse, run, exit code.

#![expect(clippy::print_stderr, reason = "what is not a result goes to standard error")]

mod args;
mod build;
mod check;
mod diff;
mod explain;
mod export;
mod extract;
mod inputs;
mod lookup;
mod measure;
mod output;
mod part;
mod query;
mod questions;
mod read_pdf;
mod remove;
mod setup;
mod summary;
mod survey;
mod terminal;
mod update;
mod verify;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Verb};

/// Reading a text asks for much memory, little at a time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a verb ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All done.
    Done,
    /// Done, but something was not as it should be; each thing has been named.
    Problems,
    /// The answer is no: what was to be checked has faults.
    Faults,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Ok(Outcome::Faults) => ExitCode::from(2),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> anyhow::Result<Outcome> {
    setup::limit_threads(&args.common)?;
    match &args.verb {
        Verb::Build(verb) => build::run(verb, &args.common),
        Verb::Extract(verb) => extract::run(verb, &args.common),
        Verb::Query(verb) => query::run(verb, &args.common),
        Verb::Questions => questions::run(&args.common),
        Verb::Export(verb) => export::run(verb, &args.common),
        Verb::Measure(verb) => measure::run(verb, &args.common),
        Verb::Explain(verb) => explain::run(verb, &args.common),
        Verb::Verify(verb) => verify::run(verb, &args.common),
        Verb::Lookup(verb) => lookup::run(verb, &args.common),
        Verb::Check(verb) => check::run(verb, &args.common),
        Verb::Diff(verb) => diff::run(verb, &args.common),
        Verb::Remove(verb) => remove::run(verb, &args.common),
        Verb::ReadPdf(verb) => read_pdf::run(verb),
    }
}

/// Whether whoever reads our output has had enough.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let is_pipe = |e: &io::Error| e.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref::<io::Error>().is_some_and(is_pipe))
}
