//! `demarche check --corpus`: the capitalised names of texts that the seeds do not know.

use std::io::{self, Write};

use comfy_table::{ContentArrangement, Table, presets};
use demarche::seed::SeedFiles;
use demarche::survey::{Names, Surveyor, Unknown};
use rayon::prelude::*;

use crate::args::{CheckArgs, Common, ListFormat};
use crate::inputs::Inputs;
use crate::{Outcome, terminal};

/// Characters of an example in a table; CSV has the whole sentence.
const SHOWN: usize = 90;

/// Runs the verb.
pub fn run(args: &CheckArgs, seeds: &SeedFiles, common: &Common) -> anyhow::Result<Outcome> {
    let surveyor = Surveyor::new(seeds)?;
    let mut inputs = Inputs::find(&args.corpus, args.manifest.as_deref(), args.limits, common)?;
    let mut names = Names::default();
    inputs.for_each_batch(|batch| {
        let read: Vec<Names> = batch.par_iter().map(|document| surveyor.read(document)).collect();
        for later in read {
            names.add(later);
        }
        Ok(())
    })?;
    if inputs.outcome() == Outcome::Faults {
        return Ok(Outcome::Faults);
    }
    match args.format {
        ListFormat::Csv => write_csv(&names, args.top)?,
        ListFormat::Table => writeln!(io::stdout(), "{}", table(&names, args.top).trim_fmt())?,
    }
    if !common.quiet {
        eprintln!("{}", summary(&names));
    }
    Ok(inputs.outcome())
}

fn write_csv(names: &Names, top: usize) -> anyhow::Result<()> {
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(io::stdout().lock());
    csv.write_record(["name", "occurrences", "documents", "document", "example"])?;
    for (name, Unknown { n_occurrences, n_documents, document, example }) in names.most_frequent(top) {
        csv.write_record([name, &n_occurrences.to_string(), &n_documents.to_string(), document, example])?;
    }
    Ok(csv.flush()?)
}

fn table(names: &Names, top: usize) -> Table {
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN);
    table.set_header(["name", "occurrences", "documents", "for example"]);
    for (name, unknown) in names.most_frequent(top) {
        let example = around(&unknown.example, name);
        table.add_row([name, &unknown.n_occurrences.to_string(), &unknown.n_documents.to_string(), &example]);
    }
    if let Some(width) = terminal::width() {
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    }
    table
}

/// The part of a sentence around a name.
fn around(sentence: &str, name: &str) -> String {
    let n_before = sentence.find(name).map_or(0, |at| sentence[..at].chars().count());
    let n_all = sentence.chars().count();
    let margin = SHOWN.saturating_sub(name.chars().count()) / 2;
    let first = n_before.saturating_sub(margin).min(n_all.saturating_sub(SHOWN));
    let shown: String = sentence.chars().skip(first).take(SHOWN).collect();
    let (begin, end) = (if first > 0 { "…" } else { "" }, if first + SHOWN < n_all { "…" } else { "" });
    format!("{begin}{shown}{end}")
}

fn summary(names: &Names) -> String {
    let (n_known, n_unknown) = (names.n_known, names.n_unknown());
    let percent = 100.0 * n_known as f64 / (n_known + n_unknown).max(1) as f64;
    let documents = if names.n_documents == 1 { "document" } else { "documents" };
    format!(
        "{} {documents}: {} occurrences of capitalised names, {percent:.1} % of them known; {} different names are not",
        names.n_documents,
        n_known + n_unknown,
        names.unknown().count()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_cut_on_both_sides() {
        let sentence = format!("{} the Lagoon Pact {}", "before ".repeat(20), "after ".repeat(20));
        let shown = around(sentence.trim(), "Lagoon Pact");
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.contains("Lagoon Pact"), "{shown}");
        assert_eq!(around("The Lagoon Pact.", "Lagoon Pact"), "The Lagoon Pact.");
    }
}
