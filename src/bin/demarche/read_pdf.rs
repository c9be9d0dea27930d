//! `demarche read-pdf`, which the program calls itself: reads one PDF, so that nothing that the file does can harm the
//! run. What it may take of memory is limited.

use std::io::{stdin, stdout};

use demarche::document::read::answer_pdf;

use crate::Outcome;
use crate::args::ReadPdfArgs;

/// Runs the verb.
pub fn run(args: &ReadPdfArgs) -> anyhow::Result<Outcome> {
    limit_memory();
    answer_pdf(stdin().lock(), stdout().lock(), args.text_bytes, args.file_bytes)?;
    Ok(Outcome::Done)
}

/// A file of some kilobytes may unpack to many gigabytes.
#[cfg(unix)]
fn limit_memory() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    const MOST: u64 = 4 << 30;
    // Where the system knows no such limit, the reading goes on without it.
    let _ = setrlimit(Resource::As, Rlimit { current: Some(MOST), maximum: Some(MOST) });
}

#[cfg(not(unix))]
fn limit_memory() {}
