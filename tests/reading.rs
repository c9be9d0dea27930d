//! Documents read and extracted with the seeds and rules that the program ships.

use std::path::Path;
use std::sync::LazyLock;

use demarche::document::Document;
use demarche::document::read::expand;
use demarche::extract::Extractor;
use demarche::link::Extraction;
use demarche::seed::SeedFiles;

/// The extractor, loaded once.
pub static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::new(&SeedFiles::embedded()).unwrap());

/// The same without weights: what the rules alone tell.
pub static RULES_ALONE: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::new(&SeedFiles { weights: None, ..SeedFiles::embedded() }).unwrap());

/// The documents of a file or folder.
pub fn documents(input: &Path) -> Vec<Document> {
    let inputs = expand(&[input.to_owned()], None).unwrap();
    assert!(inputs.problems.is_empty(), "{:?}", inputs.problems);
    inputs.sources.iter().flat_map(|source| source.documents().map(Result::unwrap)).collect()
}

/// The folder of the report that comes along.
pub fn seed_documents() -> Vec<Document> {
    documents(&Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/documents"))
}

/// What a document yields; every quote stands in the text at its offsets.
#[track_caller]
pub fn extract(document: &Document) -> Extraction {
    extract_by(&EXTRACTOR, document)
}

/// The same by an extractor of another make.
#[track_caller]
pub fn extract_by(extractor: &Extractor, document: &Document) -> Extraction {
    let extraction = extractor.extract(document);
    for passage in extraction.links.iter().flat_map(|link| &link.evidence) {
        let (start, end) = (passage.start as usize, passage.end as usize);
        let words: String = document.text.chars().skip(start).take(end - start).collect();
        assert_eq!(words, passage.quote, "{} {start}-{end}", document.id);
    }
    extraction
}
