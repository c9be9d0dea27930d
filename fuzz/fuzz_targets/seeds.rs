//! Files of entities of any text.
#![no_main]

use std::sync::LazyLock;

use demarche::entity::Entities;
use demarche::ontology::Ontology;
use demarche::seed::{SeedFile, SeedFiles};
use libfuzzer_sys::fuzz_target;

static ONTOLOGY: LazyLock<Ontology> = LazyLock::new(|| {
    let files = SeedFiles::embedded().ontology;
    let file = files.iter().find(|file| file.name.ends_with("ontology.ttl")).expect("it is built in");
    Ontology::parse(file).expect("it is checked")
});

fuzz_target!(|text: &str| {
    let file = SeedFile { name: "a.toml".to_owned(), text: text.to_owned() };
    let _ = Entities::parse(&[file], &ONTOLOGY);
});
