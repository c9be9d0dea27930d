//! Where results go: standard output, or a file that appears when it is complete.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

/// An output in the making.
pub enum Output {
    /// Standard output.
    Standard(BufWriter<StdoutLock<'static>>),
    /// A device or pipe that is there already: nothing takes its place.
    Device(BufWriter<File>),
    /// A file under a temporary name.
    File {
        /// The final name.
        path: PathBuf,
        /// The open file.
        writer: BufWriter<File>,
    },
}

impl Output {
    /// Begins a file, or standard output where there is no path or the path is `-`.
    pub fn create(path: Option<&Path>) -> anyhow::Result<Self> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            return Ok(Self::Standard(BufWriter::new(io::stdout().lock())));
        };
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            make_folder(folder)?;
        }
        if path.is_dir() {
            bail!("`{}` is a folder: name a file in it", path.display());
        }
        if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
            let device = OpenOptions::new().write(true).open(path).with_context(|| cannot_write(path))?;
            return Ok(Self::Device(BufWriter::new(device)));
        }
        let file = File::create(temporary(path)).with_context(|| cannot_write(path))?;
        Ok(Self::File { path: path.to_owned(), writer: BufWriter::new(file) })
    }

    /// Completes it.
    pub fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Standard(mut writer) => Ok(writer.flush()?),
            Self::Device(mut writer) => Ok(writer.flush()?),
            Self::File { path, writer } => {
                let done = || {
                    writer.into_inner().map_err(io::IntoInnerError::into_error)?.sync_data()?;
                    fs::rename(temporary(&path), &path)
                };
                done().with_context(|| {
                    // Only a temporary file is lost or left.
                    let _ = fs::remove_file(temporary(&path));
                    cannot_write(&path)
                })
            }
        }
    }

    /// Gives it up: no file is left, and of standard output nothing but what has been written.
    pub fn abandon(self) {
        match self {
            Self::Standard(writer) => drop(writer.into_parts()),
            Self::Device(writer) => drop(writer.into_parts()),
            Self::File { path, .. } => {
                // Only a temporary file is lost or left.
                let _ = fs::remove_file(temporary(&path));
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(writer) => writer.write(bytes),
            Self::Device(writer) => writer.write(bytes),
            Self::File { writer, .. } => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(writer) => writer.flush(),
            Self::Device(writer) => writer.flush(),
            Self::File { writer, .. } => writer.flush(),
        }
    }
}

/// Makes a folder, unless it is there.
pub fn make_folder(folder: &Path) -> anyhow::Result<()> {
    let message = || format!("cannot make the folder `{}`, check its permissions or name another", folder.display());
    fs::create_dir_all(folder).with_context(message)
}

fn cannot_write(path: &Path) -> String {
    format!("cannot write `{}`, check its permissions or name another", path.display())
}

/// Writes a whole file, or none.
pub fn write_file(path: &Path, fill: impl FnOnce(&mut Output) -> io::Result<()>) -> anyhow::Result<()> {
    let mut output = Output::create(Some(path))?;
    match fill(&mut output) {
        Ok(()) => output.finish(),
        Err(error) => {
            output.abandon();
            Err(error).with_context(|| cannot_write(path))
        }
    }
}

fn temporary(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".tmp");
    path.with_file_name(name)
}
