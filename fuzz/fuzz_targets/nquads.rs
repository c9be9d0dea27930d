//! Graph files of any bytes: what is read as quads is written and read as the same quads.
#![no_main]

use demarche::rdf::{parse_nquads, to_nquads};
use demarche::store::{Names, link_rows};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(quads) = parse_nquads(bytes) {
        let _ = link_rows(&quads, &Names::default());
        let text = to_nquads(&quads);
        let again = parse_nquads(text.as_bytes()).expect("what is written can be read");
        assert_eq!(to_nquads(&again), text);
    }
});
