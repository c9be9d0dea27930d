//! Shows how a text is read: phrases, what each hangs on, mentions with their paths, and the links.
//!
//! cargo run --example analyse -- CAN "Canada supports the efforts of NATO."
//! cargo run --example analyse -- CAN "An agreement was signed with NATO." "Reply"   (the title says what kind of text it is)

#![expect(clippy::print_stdout, reason = "an example")]

use demarche::document::{Document, Metadata};
use demarche::extract::Extractor;
use demarche::seed::SeedFiles;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(state), Some(text)) = (args.next(), args.next()) else {
        return Err("usage: analyse STATE TEXT [TITLE]".into());
    };
    let files = SeedFiles::from_dir("seeds".as_ref()).map_err(|e| e.to_string())?;
    let extractor = Extractor::new(&files)?;
    let metadata = Metadata { state: Some(state), title: args.next(), ..Metadata::default() };
    let document =
        Document { id: "text".into(), name: "text".into(), text, metadata, sha256: String::new(), n_bytes: 0 };
    println!("{}", extractor.describe(&document));
    for link in extractor.extract(&document).links {
        println!(
            "{} {} {} ({}, {}) by {}",
            link.subject,
            link.relation,
            link.object,
            link.modality.as_str(),
            link.polarity.as_str(),
            link.rule
        );
    }
    Ok(())
}
