//! Any text as a document, once with its speaker known: extraction does not fail, and each quote is of the text.
#![no_main]

use std::sync::LazyLock;

use demarche::document::{Document, Metadata};
use demarche::extract::Extractor;
use demarche::seed::SeedFiles;
use libfuzzer_sys::fuzz_target;

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::new(&SeedFiles::embedded()).expect("what is built in is checked"));

fuzz_target!(|text: &str| {
    for state in [None, Some("CAN".to_owned())] {
        let metadata = Metadata { state, ..Metadata::default() };
        let name = || "a".to_owned();
        let document = Document { id: name(), name: name(), text: text.to_owned(), metadata, sha256: name(), n_bytes: 0 };
        for passage in EXTRACTOR.extract(&document).links.iter().flat_map(|link| &link.evidence) {
            let n = (passage.end - passage.start) as usize;
            let words: String = text.chars().skip(passage.start as usize).take(n).collect();
            assert_eq!(words, passage.quote);
        }
    }
});
