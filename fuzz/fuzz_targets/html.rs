//! Web pages of any bytes.
#![no_main]

use demarche::document::read::{Limits, Options, documents_of};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { file_bytes: 1 << 22, text_bytes: 1 << 20, seconds: 20 };
    let options = Options { limits, ..Options::default() };
    if let Ok(documents) = documents_of("a.html", bytes.to_vec(), &options) {
        assert!(documents.iter().all(|document| document.text.len() as u64 <= limits.text_bytes));
    }
});
