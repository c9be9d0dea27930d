//! The data files that the program works from - entities, rules, ontology, questions - as texts with
//! names: those embedded in the binary, or those of a folder. Parses nothing; shares one error type
//! with the loaders that do.

use std::fmt;
use std::path::{Path, PathBuf};

use include_dir::{Dir, DirEntry, include_dir};
use sha2::{Digest, Sha256};

static ENTITIES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/seeds/entities");
static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/seeds/rules");
static WEIGHTS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/weights.tsv"));
static ONTOLOGY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/ontology");

/// A data file: its name for messages, and its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeedFile {
    /// Path as a user would find it: `seeds/rules/membership.toml`.
    pub name: String,
    /// Content.
    pub text: String,
}

/// The data files of one run, each list sorted by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedFiles {
    /// `entities/*.toml`
    pub entities: Vec<SeedFile>,
    /// `rules/*.toml`
    pub rules: Vec<SeedFile>,
    /// `weights.tsv`; without it nothing is weighed.
    pub weights: Option<SeedFile>,
    /// `ontology.ttl`, `shapes.ttl`, `questions/*.rq`
    pub ontology: Vec<SeedFile>,
}

impl SeedFiles {
    /// The files that the program was built with.
    #[must_use]
    pub fn embedded() -> Self {
        Self {
            entities: embedded(&ENTITIES, "seeds/entities"),
            rules: embedded(&RULES, "seeds/rules"),
            weights: Some(SeedFile { name: "seeds/weights.tsv".into(), text: WEIGHTS.into() }),
            ontology: embedded(&ONTOLOGY, "ontology"),
        }
    }

    /// Entities, rules and weights of the folder `seeds` (with its sub-folders `entities` and `rules`); the ontology
    /// stays the embedded one, since the program's own vocabulary depends on it.
    ///
    /// # Errors
    /// A folder or file that cannot be read, or a folder without a TOML file, by name.
    pub fn from_dir(seeds: &Path) -> Result<Self, SeedError> {
        Ok(Self {
            entities: read_dir(&seeds.join("entities"))?,
            rules: read_dir(&seeds.join("rules"))?,
            weights: read_optional(&seeds.join("weights.tsv"))?,
            ..Self::embedded()
        })
    }

    /// SHA-256 over names and texts of a list of files, lower-case hexadecimal.
    #[must_use]
    pub fn hash(files: &[SeedFile]) -> String {
        let mut hasher = Sha256::new();
        for file in files {
            let base = file.name.rsplit('/').next().unwrap_or(&file.name);
            hasher.update(base.as_bytes());
            hasher.update([0]);
            hasher.update(file.text.as_bytes());
            hasher.update([0]);
        }
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn embedded(dir: &Dir<'_>, name: &str) -> Vec<SeedFile> {
    let mut files = Vec::new();
    collect(dir, name, &mut files);
    files.sort();
    files
}

fn collect(dir: &Dir<'_>, name: &str, files: &mut Vec<SeedFile>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(sub) => collect(sub, name, files),
            DirEntry::File(file) => files.extend(
                file.contents_utf8()
                    .map(|text| SeedFile { name: format!("{name}/{}", file.path().display()), text: text.to_owned() }),
            ),
        }
    }
}

fn read_dir(dir: &Path) -> Result<Vec<SeedFile>, SeedError> {
    let failed = |path: &Path, e: std::io::Error| SeedError::new(path.display(), 0, cannot_be_read(&e));
    let mut paths: Vec<PathBuf> = std::fs::read_dir(dir)
        .map_err(|e| failed(dir, e))?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()
        .map_err(|e| failed(dir, e))?;
    paths.retain(|p| p.extension().is_some_and(|e| e == "toml"));
    paths.sort();
    if paths.is_empty() {
        return Err(SeedError::new(dir.display(), 0, "holds no .toml file: copy those of `seeds` to begin with"));
    }
    let read = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).map_err(|e| failed(path, e))?;
        Ok(SeedFile { name: path.display().to_string(), text })
    };
    paths.iter().map(read).collect()
}

/// The file at `path`, if there is one.
fn read_optional(path: &Path) -> Result<Option<SeedFile>, SeedError> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(SeedFile { name: path.display().to_string(), text })),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(SeedError::new(path.display(), 0, cannot_be_read(&e))),
    }
}

fn cannot_be_read(error: &std::io::Error) -> String {
    let cure = match error.kind() {
        std::io::ErrorKind::NotFound => "a folder of seeds has the sub-folders `entities` and `rules`",
        std::io::ErrorKind::InvalidData => "save it as UTF-8 text",
        _ => "check its permissions",
    };
    format!("cannot be read ({error}): {cure}")
}

/// What is wrong with a data file, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeedError {
    /// File name.
    pub file: String,
    /// Line, counted from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// What is wrong, and the cure.
    pub message: String,
}

impl SeedError {
    /// An error at `line` of `file`.
    pub fn new(file: impl fmt::Display, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.to_string(), line, message: message.into() }
    }

    /// An error at byte `at` of `file`.
    #[must_use]
    pub fn at(file: &SeedFile, at: usize, message: impl Into<String>) -> Self {
        Self::new(&file.name, line_of(&file.text, at), message)
    }

    /// A TOML error of `file`.
    #[must_use]
    pub fn toml(file: &SeedFile, error: &toml::de::Error) -> Self {
        let message = error.message().trim().to_owned();
        Self::at(file, error.span().map_or(0, |s| s.start), message)
    }
}

impl fmt::Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.message),
            line => write!(f, "{}:{line}: {}", self.file, self.message),
        }
    }
}

impl std::error::Error for SeedError {}

/// All that is wrong with the data files of one load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedErrors(pub Vec<SeedError>);

impl fmt::Display for SeedErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, error) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for SeedErrors {}

impl From<SeedError> for SeedErrors {
    fn from(error: SeedError) -> Self {
        Self(vec![error])
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes()[..at.min(text.len())].iter().filter(|&&b| b == b'\n').count() + 1
}
