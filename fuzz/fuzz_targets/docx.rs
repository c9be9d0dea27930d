//! Word files of any bytes; and packed ones of any parts, which bytes at random would hardly make: the text of what is no zip
//! file is cut at the names of parts.
#![no_main]

use std::io::{Cursor, Write};

use demarche::document::read::{Limits, Options, documents_of};
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What stands before a part, on a line of its own, and the part's name.
const PARTS: [(&str, &str); 4] = [
    ("\nSTYLES\n", "word/styles.xml"),
    ("\nNUMBERING\n", "word/numbering.xml"),
    ("\nFOOTNOTES\n", "word/footnotes.xml"),
    ("\nRELATIONS\n", "_rels/.rels"),
];

fn packed(mut rest: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (mark, name) in PARTS.into_iter().rev() {
        if let Some((before, part)) = rest.rsplit_once(mark) {
            writer.start_file(name, options).expect("names differ");
            writer.write_all(part.as_bytes()).expect("memory holds it");
            rest = before;
        }
    }
    writer.start_file("word/document.xml", options).expect("names differ");
    writer.write_all(rest.as_bytes()).expect("memory holds it");
    writer.finish().expect("memory holds it").into_inner()
}

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { file_bytes: 1 << 22, text_bytes: 1 << 20, seconds: 20 };
    let options = Options { limits, ..Options::default() };
    let is_packed = bytes.starts_with(b"PK");
    let file = if is_packed { bytes.to_vec() } else { packed(&String::from_utf8_lossy(bytes)) };
    if let Ok(documents) = documents_of("a.docx", file, &options) {
        assert!(documents.iter().all(|document| document.text.len() as u64 <= limits.text_bytes));
    }
});
