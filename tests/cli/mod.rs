//! The program, as a user runs it: in a folder of their own.

mod bad_input;
mod build;
mod diff;
mod faults;
mod graph;
mod names;
mod network;

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use tempfile::TempDir;

use crate::folder::folder;

/// A private working folder.
pub struct Workdir(TempDir);

/// How a run ended.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Workdir {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// With a graph of these documents in `graph`.
    pub fn with_graph(ids: &[&str]) -> Self {
        let work = Self::new();
        folder(&work.path("graph"), ids);
        work
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), bytes).unwrap();
        self
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        let mut command = Command::cargo_bin("demarche").unwrap();
        let output = command.current_dir(self.0.path()).args(arguments).output().unwrap();
        Run {
            code: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    /// What it printed, of a run without fault or complaint.
    #[track_caller]
    pub fn success(self) -> String {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""));
        self.stdout
    }

    /// What it complained about, of a run that could not be.
    #[track_caller]
    pub fn failure(self) -> String {
        assert_eq!((self.code, self.stdout.as_str()), (2, ""), "{}", self.stderr);
        self.stderr
    }
}
