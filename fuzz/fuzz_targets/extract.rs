//! Any text as a document, its speaker known or not: extraction does not fail, and each quote is of the text. Most cases are
//! made of the words and sentences of real passages in another order, since bytes at random seldom make a sentence.
#![no_main]

use std::sync::LazyLock;

use demarche::document::read::{Options, documents_of};
use demarche::document::{Document, Metadata};
use demarche::extract::Extractor;
use demarche::seed::SeedFiles;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::new(&SeedFiles::embedded()).expect("what is built in is checked"));

/// Words of real passages, with the space around them.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let files =
        [include_str!("../../tests/gold/dev-passages.jsonl"), include_str!("../../tests/gold/tune-passages.jsonl")];
    let read =
        |file: &str| documents_of("a.jsonl", file.as_bytes().to_vec(), &Options::default()).expect("they are read");
    let passages: Vec<Document> = files.into_iter().flat_map(read).collect();
    let signs = [
        "\n",
        "\n\n",
        "\n- ",
        "\n(a) ",
        ":\n\n",
        "; ",
        "\t",
        "(",
        ") ",
        "\u{201c}",
        "\u{201d} ",
        "\u{c}",
        "\n[Original: English]\n",
    ];
    let words = passages.iter().flat_map(|passage| passage.text.split_inclusive(' ').map(str::to_owned));
    words.chain(signs.map(str::to_owned)).collect()
});

/// A row of numbers that looks like chance: xorshift of Marsaglia (2003).
struct Chance(u32);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % n.max(1)
    }
}

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    let mut chance = Chance(seed | 1);
    if chance.below(4) == 0 {
        return fuzzer_mutate(data, size, most);
    }
    let text = String::from_utf8_lossy(&data[..size]).into_owned();
    let mut words: Vec<&str> = text.split_inclusive(' ').collect();
    for _ in 0..=chance.below(4) {
        let from = chance.below(words.len() + 1);
        let to = (from + chance.below(6)).min(words.len());
        let most = if chance.below(3) == 0 { 40 } else { 4 };
        let n = 1 + chance.below(most);
        match chance.below(4) {
            0 => _ = words.drain(from..to),
            1 => {
                let run = words[from..to].to_vec();
                let at = chance.below(words.len() + 1);
                words.splice(at..at, run);
            }
            _ => {
                let first = chance.below(WORDS.len());
                words.splice(from..to, WORDS[first..].iter().take(n).map(String::as_str));
            }
        }
    }
    let mutated = words.concat();
    let size = mutated.len().min(most);
    data[..size].copy_from_slice(&mutated.as_bytes()[..size]);
    size
});

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let state = text.len().is_multiple_of(2).then(|| "CAN".to_owned());
    let metadata = Metadata { state, ..Metadata::default() };
    let name = || "a".to_owned();
    let document = Document { id: name(), name: name(), text, metadata, sha256: name(), n_bytes: 0 };
    let links = EXTRACTOR.extract(&document).links;
    if links.is_empty() {
        return;
    }
    let letters: Vec<char> = document.text.chars().collect();
    for passage in links.iter().flat_map(|link| &link.evidence) {
        let words: String = letters[passage.start as usize..passage.end as usize].iter().collect();
        assert_eq!(words, passage.quote);
    }
});
