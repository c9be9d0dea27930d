//! The report that comes along as other programs write it: `tests/formats/make.py` makes the files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use demarche::document::read::{ReadError, Source, expand};
use demarche::document::{Document, Metadata};

use crate::reading::{documents, extract, seed_documents};

/// Subject, relation, object, modality and polarity, with their number.
type Links = BTreeMap<String, usize>;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(name)
}

fn links(document: &Document) -> Links {
    let mut links = Links::new();
    for link in extract(document).links {
        let (modality, polarity) = (link.modality.as_str(), link.polarity.as_str());
        let key = format!("{} {} {} {modality} {polarity}", link.subject, link.relation, link.object);
        *links.entry(key).or_default() += 1;
    }
    links
}

fn shared(one: &Links, other: &Links) -> usize {
    one.iter().map(|(key, n)| n.min(other.get(key).unwrap_or(&0))).sum()
}

#[track_caller]
fn check(name: &str) {
    let document = documents(&file(name)).remove(0);
    let (text, here) = (links(&seed_documents()[0]), links(&document));
    let (n_text, n_here, n_shared) = (text.values().sum::<usize>(), here.values().sum::<usize>(), shared(&text, &here));
    assert!(n_text >= 80, "{n_text}");
    assert!(n_shared * 100 >= 97 * n_text, "{name}: {n_shared} of {n_text} links of the text");
    assert!(n_shared * 100 >= 97 * n_here, "{name}: {n_shared} of {n_here} links are of the text");
    let said = ["Copyright of Canada", "Ministry of Canada", "not text", "15-12404"];
    assert!(said.iter().all(|words| !document.text.contains(words)), "{name}: {}", document.text);
}

#[test]
fn a_web_page_gives_the_links_of_the_text() {
    check("page.html");
}

#[test]
fn word_files_give_the_links_of_the_text() {
    check("pandoc.docx");
    check("libreoffice.docx");
}

#[test]
fn pdf_files_give_the_links_of_the_text() {
    check("libreoffice.pdf");
    check("chromium.pdf");
}

#[test]
fn a_pdf_in_columns_gives_the_links_of_the_text() {
    check("columns.pdf");
}

#[test]
fn a_password_to_open_is_told_and_one_to_change_is_none_of_ours() {
    let inputs = expand(&[file("encrypted.pdf")], None).unwrap();
    let read = inputs.sources[0].documents().next().unwrap();
    assert!(matches!(&read, Err(ReadError::Encrypted { .. })), "{read:?}");
    let document = documents(&file("protected.pdf")).remove(0);
    assert_eq!(document.text.trim(), "Canada joined the Global Forum on Cyber Expertise in 2015.");
    let Metadata { media_type, .. } = document.metadata;
    assert_eq!(media_type.as_deref(), Some("application/pdf"));
}

/// What becomes of a file: ids of documents and messages, in order.
fn read(name: &str) -> (Vec<Document>, Vec<String>) {
    let inputs = expand(&[file(name)], None).unwrap();
    let read = inputs.sources.iter().flat_map(Source::documents);
    let (documents, faults): (Vec<_>, Vec<_>) = read.partition(Result::is_ok);
    let faults = faults.into_iter().map(|fault| fault.unwrap_err().to_string());
    (documents.into_iter().map(Result::unwrap).collect(), faults.collect())
}

#[test]
fn a_scan_is_named_with_the_cure() {
    let (documents, faults) = read("scanned.pdf");
    assert_eq!((documents.len(), faults.len()), (0, 1));
    assert!(
        faults[0].contains("scanned.pdf` holds scanned pages and no text: run text recognition (OCR)"),
        "{faults:?}"
    );
}

#[test]
fn scanned_pages_among_others_are_named_and_the_others_read() {
    let (documents, faults) = read("mixed.pdf");
    assert!(documents[0].text.contains("Cuba has established the Council of Computerization and Cybersecurity"));
    assert!(!documents[0].text.contains("Georgia has taken important steps"));
    assert_eq!(faults.len(), 1);
    assert!(
        faults[0].contains("scanned pages without text, which are missing: page 2; the others were read"),
        "{faults:?}"
    );
    assert!(shared(&links(&seed_documents()[0]), &links(&documents[0])) >= 3, "{:?}", links(&documents[0]));
}

#[test]
fn a_scan_with_recognised_text_gives_the_links_of_its_pages() {
    let (documents, faults) = read("recognised.pdf");
    assert!(faults.is_empty(), "{faults:?}");
    let (text, here) = (links(&seed_documents()[0]), links(&documents[0]));
    let (n_here, n_shared) = (here.values().sum::<usize>(), shared(&text, &here));
    assert!(n_here >= 12, "{here:?}");
    assert!(n_shared * 100 >= 85 * n_here, "{n_shared} of {n_here} links are of the text: {here:?}");
}

#[test]
fn the_first_page_tells_symbol_date_session_and_agenda_item() {
    let input = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/addendum/input.txt");
    let document = documents(&input).remove(0);
    let Metadata { symbol, date, language, .. } = &document.metadata;
    assert_eq!(
        [symbol, date, language].map(Option::as_deref),
        [Some("A/70/172/Add.1"), Some("2015-09-15"), Some("en")]
    );
    let extraction = extract(&document);
    assert_eq!(extraction.session.as_deref(), Some("Seventieth session"));
    assert_eq!(extraction.agenda_item.as_deref(), Some("93"));
}
