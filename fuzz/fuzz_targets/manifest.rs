//! Manifests of any bytes beside one document.
#![no_main]

use demarche::document::read::expand;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(folder) = tempfile::tempdir() else { return };
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes);
    if write("a.txt", b"Text.").and(write("manifest.csv", bytes)).is_ok() {
        let inputs = expand(&[folder.path().to_owned()], None).expect("no manifest was named");
        assert_eq!(inputs.sources.len(), 1);
    }
});
