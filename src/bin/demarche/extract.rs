//! `demarche extract`: documents to links, streamed, keeping nothing.

use std::io::{self, Write};

use anyhow::bail;
use demarche::document::Document;
use demarche::extract::Extractor;
use demarche::rdf::{Made, quads, to_nquads};
use demarche::table::{self, Row};
use rayon::prelude::*;

use crate::args::{Common, ExtractArgs, ExtractFormat};
use crate::inputs::Inputs;
use crate::output::Output;
use crate::{Outcome, setup};

/// Runs the verb.
pub fn run(args: &ExtractArgs, common: &Common) -> anyhow::Result<Outcome> {
    let seeds = setup::seeds(common)?;
    let extractor = setup::extractor(&seeds)?;
    let mut inputs = Inputs::find(&args.inputs, args.manifest.as_deref(), args.limits, common)?;
    let writer = Writer { format: args.format, extractor, made: Made::new(&seeds) };
    let mut output = Output::create(args.output.as_deref())?;
    let mut silent = args.silent.as_deref().map(|path| Output::create(Some(path))).transpose()?;
    if matches!((&output, &silent), (Output::Standard(_), Some(Output::Standard(_)))) {
        bail!("links and silent sentences would both go to standard output: name a file for one of them");
    }
    let done = stream(&writer, &mut inputs, &mut output, silent.as_mut());
    let mut outputs = [Some(output), silent].into_iter().flatten();
    match done {
        Ok(()) if inputs.outcome() != Outcome::Faults => {
            outputs.try_for_each(Output::finish)?;
            Ok(inputs.outcome())
        }
        Ok(()) => {
            outputs.for_each(Output::abandon);
            Ok(Outcome::Faults)
        }
        Err(error) => {
            outputs.for_each(Output::abandon);
            Err(error)
        }
    }
}

fn stream(
    writer: &Writer,
    inputs: &mut Inputs,
    output: &mut Output,
    mut silent: Option<&mut Output>,
) -> anyhow::Result<()> {
    if writer.format == ExtractFormat::Links {
        // Not flushed, so that nothing is written where nothing can be read.
        let mut header = Vec::new();
        table::write_csv(&mut header, [])?;
        output.write_all(&header)?;
    }
    if let Some(silent) = &mut silent {
        silent.write_all(b"document,start,end,sentence\r\n")?;
    }
    inputs.for_each_batch(|batch| {
        let texts = batch.par_iter().map(|document| writer.text(document)).collect::<io::Result<Vec<_>>>()?;
        output.write_all(&texts.concat())?;
        if let Some(silent) = &mut silent {
            let texts = batch.par_iter().map(|document| writer.silent(document)).collect::<io::Result<Vec<_>>>()?;
            silent.write_all(&texts.concat())?;
        }
        Ok(())
    })
}

struct Writer {
    format: ExtractFormat,
    extractor: Extractor,
    made: Made,
}

impl Writer {
    /// What a document yields, in the format.
    fn text(&self, document: &Document) -> io::Result<Vec<u8>> {
        let extraction = self.extractor.extract(document);
        match self.format {
            ExtractFormat::Links => csv_rows(&table::borrowed_rows(&extraction)),
            ExtractFormat::Jsonl => json_lines(&table::borrowed_rows(&extraction)),
            ExtractFormat::Nquads => {
                let made = self.made.of(document);
                Ok(to_nquads(&quads(&extraction, self.extractor.ontology(), &made)).into_bytes())
            }
        }
    }

    /// The sentences that name two entities and gave no link.
    fn silent(&self, document: &Document) -> io::Result<Vec<u8>> {
        let mut csv = csv_writer();
        for passage in self.extractor.silent(document) {
            let (start, end) = (passage.start.to_string(), passage.end.to_string());
            csv.write_record([&document.id, &start, &end, &passage.quote])?;
        }
        csv.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

fn csv_rows(rows: &[Row<&str>]) -> io::Result<Vec<u8>> {
    let mut csv = csv_writer();
    for row in rows {
        table::write_row(&mut csv, row)?;
    }
    csv.into_inner().map_err(csv::IntoInnerError::into_error)
}

fn csv_writer() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new())
}

fn json_lines(rows: &[Row<&str>]) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    for row in rows {
        serde_json::to_writer(&mut text, row)?;
        text.push(b'\n');
    }
    Ok(text)
}
