//! Cases: a folder of `tests/cases` with a document (`input.md`, `input.txt`, `input.jsonl`) is a test, and
//! `links.txt` is what the document must yield, one link a line:
//!
//! ```text
//! CAN memberOf Organization of American States (done, affirmed) "Canada joined the…"
//! ```
//!
//! It is what the rules tell: nothing is weighed, so that a case stays as it is when weights are fitted anew.
//!
//! `UPDATE_EXPECT=1 cargo test cases` writes `links.txt` anew: read what changed before it is kept.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use demarche::table::{LinkRow, rows};
use expect_test::expect_file;

use crate::reading::{RULES_ALONE, documents, extract_by};

const SHOWN: usize = 60;

#[test]
fn each_case_yields_its_links() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let mut n_cases = 0;
    for folder in folders {
        let inputs = ["input.md", "input.txt", "input.jsonl"].map(|name| folder.join(name));
        if let Some(input) = inputs.iter().find(|input| input.exists()) {
            expect_file![folder.join("links.txt")].assert_eq(&links(input));
            n_cases += 1;
        }
    }
    assert!(n_cases >= 12, "{n_cases} cases");
}

/// The links of each document, below its id where there are several.
fn links(input: &Path) -> String {
    let documents = documents(input);
    let mut text = String::new();
    for document in &documents {
        if documents.len() > 1 {
            writeln!(text, "# {}", document.id).unwrap();
        }
        for row in rows(&extract_by(&RULES_ALONE, document)) {
            writeln!(text, "{}", line(&row)).unwrap();
        }
    }
    text
}

fn line(row: &LinkRow) -> String {
    let LinkRow { subject_id, relation, object, modality, polarity, stated_by, .. } = row;
    let speaker = if stated_by == subject_id { String::new() } else { format!(", says {stated_by}") };
    format!("{subject_id} {relation} {object} ({modality}, {polarity}{speaker}) \"{}\"", shortened(&row.quote))
}

/// The quote on one line, its end left out where it is long.
fn shortened(quote: &str) -> String {
    let words = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words,
    }
}
