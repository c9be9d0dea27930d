//! Files of rules of any text, beside the words of the language and a small ontology: with the whole of both, few would be read.
#![no_main]

use std::sync::LazyLock;

use demarche::extract::Extractor;
use demarche::seed::{SeedFile, SeedFiles};
use libfuzzer_sys::fuzz_target;

static FILES: LazyLock<SeedFiles> = LazyLock::new(|| {
    let mut files = SeedFiles::embedded();
    files.entities.clear();
    files.rules.retain(|file| file.name.ends_with("language.toml"));
    let text = include_str!("../../tests/data/ontology.ttl").to_owned();
    files.ontology = vec![SeedFile { name: "ontology/ontology.ttl".to_owned(), text }];
    files
});

fuzz_target!(|text: &str| {
    let mut files = FILES.clone();
    files.rules.push(SeedFile { name: "seeds/rules/fuzz.toml".to_owned(), text: text.to_owned() });
    let _ = Extractor::new(&files);
});
