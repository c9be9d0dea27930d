//! Files that are never half-written: bytes go to a temporary name beside the target, reach the disk, and
//! take the target's name last. A sealed file begins with the hash of what follows, so that it tells by itself
//! whether it is still what was written.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::StoreError;
use crate::document::sha256;

/// What a sealed file begins with; a comment of N-Quads.
const SEAL: &str = "# sha256 ";
const TEMPORARY: &str = "tmp";

/// The bytes of a sealed file.
pub fn sealed(text: &str) -> Vec<u8> {
    format!("{SEAL}{}\n{text}", sha256(text.as_bytes())).into_bytes()
}

/// Reads a file, and proves its seal where it has one: a file that another program wrote has none.
pub fn read_sealed(path: &Path) -> Result<Vec<u8>, StoreError> {
    let bytes = fs::read(path).map_err(StoreError::io("read", path))?;
    let is_whole = match bytes.strip_prefix(SEAL.as_bytes()) {
        Some(sealed) => {
            let (hash, text) = sealed.split_at(sealed.iter().position(|&b| b == b'\n').unwrap_or(sealed.len()));
            text.first().is_some_and(|_| sha256(&text[1..]).as_bytes() == hash)
        }
        None => !bytes.is_empty(),
    };
    if is_whole { Ok(bytes) } else { Err(StoreError::Altered(path.to_owned())) }
}

/// Removes the temporary files in a folder, which a run that was ended left.
pub fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().extension().is_some_and(|extension| extension == TEMPORARY) {
            // One that stays does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Writes files, each whole or not at all. They are brought to the disk together before the first is renamed.
pub fn write_all(files: &[(PathBuf, Vec<u8>)]) -> Result<(), StoreError> {
    let written = files.par_iter().try_for_each(|(path, bytes)| write_temporary(path, bytes));
    if let Err(error) = written {
        for (path, _) in files {
            // What cannot be written may not be removable either; it is overwritten next time.
            let _ = fs::remove_file(temporary(path));
            if let Some(folder) = path.parent() {
                // Fails where something is in it, which is as it should be.
                let _ = fs::remove_dir(folder);
            }
        }
        return Err(error);
    }
    for (path, _) in files {
        fs::rename(temporary(path), path).map_err(StoreError::io("write", path))?;
    }
    Ok(())
}

/// Writes one file, unless it holds these bytes already.
pub fn write_if_new(path: &Path, bytes: Vec<u8>) -> Result<(), StoreError> {
    if fs::read(path).is_ok_and(|held| held == bytes) {
        return Ok(());
    }
    write_all(&[(path.to_owned(), bytes)])
}

/// Removes a file; that it is not there is no error.
pub fn remove(path: &Path) -> Result<bool, StoreError> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(StoreError::io("remove", path)(error)),
    }
}

fn write_temporary(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let temporary = temporary(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(StoreError::io("write", folder))?;
    }
    let written = File::create(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_data()
    });
    written.map_err(StoreError::io("write", path))
}

fn temporary(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(TEMPORARY);
    path.with_file_name(name)
}
