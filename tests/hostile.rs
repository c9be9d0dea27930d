//! Hostile input: whatever bytes come, in whatever format, give documents or a fault that is named, and no panic. The files
//! of `tests/hostile` are of kinds that are known to break readers; what fuzzing finds is added to them.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use demarche::document::Document;
use demarche::document::read::{Limits, Options, READ_PDF, documents_of};
use proptest::prelude::*;

use crate::reading::{documents, extract};

const NAMES: [&str; 6] = ["a.html", "a.docx", "a.pdf", "a.txt", "a.md", "a.jsonl"];

fn root(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn options() -> Options {
    let limits = Limits { file_bytes: 1 << 20, text_bytes: 1 << 20, seconds: 20 };
    Options { limits, pdf_reader: None, known: None }
}

/// Reads bytes as every format, and extracts what they give.
fn survive(bytes: &[u8]) {
    for name in NAMES {
        for document in documents_of(name, bytes.to_vec(), &options()).unwrap_or_default() {
            extract(&document);
        }
    }
}

#[test]
fn each_hostile_file_gives_documents_or_a_fault() {
    let files: Vec<_> = std::fs::read_dir(root("hostile")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= 8, "{files:?}");
    for file in files {
        survive(&std::fs::read(file).unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_files_give_documents_or_a_fault(
        which in 0..3_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        end in any::<prop::sample::Index>(),
    ) {
        let (file, name) = [("page.html", "a.html"), ("pandoc.docx", "a.docx"), ("protected.pdf", "a.pdf")][which];
        let mut bytes = std::fs::read(root("formats").join(file)).unwrap();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(bytes.len() / 2 + end.index(bytes.len() / 2 + 1));
        let _ = documents_of(name, bytes, &options());
    }
}

#[test]
fn a_long_sentence_is_read_in_time_that_grows_with_its_length() {
    // Without a stop in it, and without end: the 50 MB of the same are a matter of seconds in a release build.
    let text = "Canada and the Council of Europe ".repeat(6_000);
    let document = documents_of("a.txt", text.into_bytes(), &Options::default()).unwrap().remove(0);
    extract(&document);
}

#[test]
fn a_sentence_that_is_cut_off_at_any_word_is_read() {
    let mut n_cut = 0;
    for passages in ["gold/statements-tune-passages.jsonl", "gold/replies-tune-passages.jsonl"] {
        for mut document in documents(&root(passages)) {
            let text = std::mem::take(&mut document.text);
            for sentence in text.split_inclusive(". ") {
                for (end, _) in sentence.match_indices(' ') {
                    sentence[..end].clone_into(&mut document.text);
                    extract(&document);
                    n_cut += 1;
                }
            }
        }
    }
    assert!(n_cut > 1_000, "{n_cut}");
}

#[test]
fn a_line_that_ends_with_a_name_or_a_symbol_is_read() {
    let mut document = documents(&root("gold/statements-tune-passages.jsonl")).remove(0);
    for before in
        ["", "MOROCCO ", "We thank ", "The Council of Europe missions of ", "projects of the ", "in NATO-led "]
    {
        for end in [
            "A/70/172",
            "NATO",
            "the Council of Europe missions",
            "Norway",
            "UNICEF (UN",
            "Canada's",
            "resolution 1540",
        ] {
            document.text = format!("{before}{end}");
            extract(&document);
        }
    }
}

/// What the process that reads a PDF answers.
fn answer(pdf: &[u8]) -> String {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("demarche"))
        .args([READ_PDF, "1000000", "1000000"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // It may end before it has read all.
    let _ = child.stdin.take().unwrap().write_all(pdf);
    String::from_utf8_lossy(&child.wait_with_output().unwrap().stdout).into_owned()
}

#[test]
fn a_pdf_is_read_by_another_process() {
    let pdf = std::fs::read(root("formats/protected.pdf")).unwrap();
    assert!(answer(&pdf).contains("{\"Ok\":{\"text\":\"Canada joined the Global Forum"), "{}", answer(&pdf));
    assert!(answer(b"%PDF-1.4 nothing").contains("{\"Err\":"), "{}", answer(b"%PDF-1.4 nothing"));
    let program = Options { pdf_reader: Some(assert_cmd::cargo::cargo_bin("demarche")), ..options() };
    let read = |options: &Options| -> Vec<Document> { documents_of("a.pdf", pdf.clone(), options).unwrap() };
    assert_eq!(read(&program), read(&options()));
    // A program that does not know how to answer is a fault of the document too.
    let wrong = Options { pdf_reader: Some("/bin/false".into()), ..options() };
    let fault = documents_of("a.pdf", pdf.clone(), &wrong).unwrap_err().to_string();
    assert!(fault.contains("cannot be read as PDF"), "{fault}");
}
