//! PDF files of any bytes. What the library does with them is caught: a panic that reaches the outside, or a wait, is a
//! finding. The guard here is a thread, which cannot be kept from overflowing its stack; the program's is a process.
#![no_main]

use std::sync::Once;

use demarche::document::read::{Limits, Options, documents_of};
use libfuzzer_sys::fuzz_target;

static QUIET: Once = Once::new();

fuzz_target!(|bytes: &[u8]| {
    // Instead of the hook that ends the process at each panic, caught or not.
    QUIET.call_once(|| std::panic::set_hook(Box::new(|_| {})));
    let limits = Limits { file_bytes: 1 << 22, text_bytes: 1 << 20, seconds: 20 };
    let options = Options { limits, ..Options::default() };
    if let Ok(documents) = documents_of("a.pdf", bytes.to_vec(), &options) {
        assert!(documents.iter().all(|document| document.text.len() as u64 <= limits.text_bytes));
    }
});
