//! Tells how what speakers say is weighed: a line a draft with the file, the document, who, the relation that rules tell, the
//! thing and its label, then the words around its name. `tests/gold/train.py` fits the weights to it.
//!
//!     cargo run --release --example evidence -- tests/gold/tune-passages.jsonl

#![expect(clippy::print_stdout, reason = "an example")]

use std::error::Error;
use std::path::PathBuf;

use demarche::document::read::expand;
use demarche::extract::Extractor;
use demarche::seed::SeedFiles;

fn main() -> Result<(), Box<dyn Error>> {
    let seeds = SeedFiles { weights: None, ..SeedFiles::embedded() };
    let extractor = Extractor::new(&seeds).map_err(|errors| errors.to_string())?;
    for file in std::env::args().skip(1) {
        for source in expand(&[PathBuf::from(&file)], None)?.sources {
            for document in source.documents() {
                let document = document?;
                for draft in extractor.weighed(&document) {
                    let cells = [&file, &document.id, &draft.subject, &draft.relation, &draft.object, &draft.label];
                    println!("{}\t{}", cells.map(|cell| cell.replace('\t', " ")).join("\t"), draft.words.join("\t"));
                }
            }
        }
    }
    Ok(())
}
