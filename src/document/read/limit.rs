//! Limits: how much of one document is read at most. A document that goes beyond is named, and the others are
//! read all the same.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use super::ReadError;

const MIB: u64 = 1 << 20;

/// How much of one document is read at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file that is one document. Files of JSON lines may have any size.
    pub file_bytes: u64,
    /// Bytes of the text of one document: as it stands, converted, or unpacked.
    pub text_bytes: u64,
    /// Seconds that the conversion of one PDF may take.
    pub seconds: u64,
}

impl Default for Limits {
    /// 256 MiB of file, 64 MiB of text, a minute.
    fn default() -> Self {
        Self { file_bytes: 256 * MIB, text_bytes: 64 * MIB, seconds: 60 }
    }
}

impl Limits {
    /// Most bytes that a line of JSON takes whose text is within the limit: each byte of the text may be
    /// written `\u0000`.
    pub(super) const fn line_bytes(&self) -> u64 {
        self.text_bytes.saturating_mul(6).saturating_add(MIB)
    }

    /// Whether `text` is within the limit.
    pub(super) fn admit(&self, name: &str, text: &str) -> Result<(), ReadError> {
        if text.len() as u64 > self.text_bytes {
            return Err(ReadError::text_too_large(name, self));
        }
        Ok(())
    }
}

/// Size in words: whole MiB where it is that, else bytes.
pub fn size(bytes: u64) -> String {
    if bytes >= MIB && bytes.is_multiple_of(MIB) { format!("{} MiB", bytes / MIB) } else { format!("{bytes} bytes") }
}

/// The bytes of a file, read whole.
///
/// # Errors
/// It is too large, cannot be read, or is changed by somebody meanwhile.
pub fn whole(path: &Path, limits: &Limits) -> Result<Vec<u8>, ReadError> {
    whole_with(path, limits, |file, most, bytes| file.take(most).read_to_end(bytes))
}

fn whole_with(
    path: &Path,
    limits: &Limits,
    read: impl FnOnce(&mut File, u64, &mut Vec<u8>) -> io::Result<usize>,
) -> Result<Vec<u8>, ReadError> {
    let fault = |source| ReadError::io(path, source);
    let mut file = File::open(path).map_err(fault)?;
    let before = file.metadata().map_err(fault)?;
    if before.len() > limits.file_bytes {
        return Err(ReadError::file_too_large(path, limits));
    }
    let mut bytes = Vec::with_capacity(before.len() as usize);
    read(&mut file, limits.file_bytes + 1, &mut bytes).map_err(fault)?;
    // A device or a pipe has no size of its own.
    if bytes.len() as u64 > limits.file_bytes {
        return Err(ReadError::file_too_large(path, limits));
    }
    let after = path.metadata().map_err(fault)?;
    if has_changed(&before, &after) || before.is_file() && before.len() != bytes.len() as u64 {
        return Err(ReadError::Changed { path: path.to_owned() });
    }
    Ok(bytes)
}

/// Whether a file was written to, or replaced by one of another size or time, between two looks at it.
pub fn has_changed(before: &Metadata, after: &Metadata) -> bool {
    before.is_file() && (before.len() != after.len() || before.modified().ok() != after.modified().ok())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_file_that_changes_while_it_is_read_is_no_document() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "first half").unwrap();
        let error = whole_with(&path, &Limits::default(), |file, most, bytes| {
            let read = file.take(most).read_to_end(bytes);
            File::options().append(true).open(&path)?.write_all(b", second half")?;
            read
        });
        assert!(matches!(error, Err(ReadError::Changed { .. })), "{error:?}");
        assert_eq!(whole(&path, &Limits::default()).unwrap(), b"first half, second half");
        let error = whole_with(&path, &Limits::default(), |file, most, bytes| {
            std::fs::remove_file(&path)?;
            file.take(most).read_to_end(bytes)
        });
        assert!(matches!(error, Err(ReadError::Missing { .. })), "{error:?}");
    }

    #[test]
    fn limits_are_told_with_their_option() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, vec![b'a'; 11]).unwrap();
        let limits = Limits { file_bytes: 10, ..Limits::default() };
        let error = whole(&path, &limits).unwrap_err().to_string();
        assert!(error.ends_with("is larger than 10 bytes: split it, or raise --max-file"), "{error}");
    }
}
