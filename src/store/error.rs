//! What can go wrong with a graph folder, and with a query.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use oxigraph::sparql::{QueryEvaluationError, SparqlSyntaxError};
use oxigraph::store::StorageError;
use oxttl::TurtleSyntaxError;

/// Why a graph cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no graph there.
    #[error("`{}` holds no graph: make one with `demarche build`, or name another with --graph", .0.display())]
    NoGraph(PathBuf),
    /// A file or folder cannot be read or written.
    #[error("cannot {verb} `{}`, check its permissions or name another folder with --graph", path.display())]
    Io {
        /// What was tried: `read`, `write`, `remove`.
        verb: &'static str,
        /// Where.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A file is not what the program wrote.
    #[error("{}:{line}: {message}; delete the file and build again", path.display())]
    Corrupt {
        /// The file.
        path: PathBuf,
        /// Line, counted from 1.
        line: u64,
        /// What is wrong.
        message: String,
    },
    /// A file is not as the program wrote it.
    #[error("`{}` is not as it was written, for its hash is another: delete it and build again", .0.display())]
    Altered(PathBuf),
    /// Another process is writing to the folder.
    #[error("another process is writing to `{}`: wait until it is done, or name another folder with --graph", .0.display())]
    Locked(PathBuf),
    /// Oxigraph failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl StoreError {
    pub(super) fn io<'p>(verb: &'static str, path: &'p Path) -> impl FnOnce(io::Error) -> Self + use<'p> {
        move |source| Self::Io { verb, path: path.to_owned(), source }
    }

    pub(super) fn corrupt(path: &Path, error: &TurtleSyntaxError) -> Self {
        let line = error.location().start.line + 1;
        Self::Corrupt { path: path.to_owned(), line, message: error.message().to_owned() }
    }
}

/// Why a query gave no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// It is not SPARQL.
    #[error("{0}")]
    Syntax(QuerySyntax),
    /// It failed while running.
    #[error("the query failed")]
    Evaluation(#[from] QueryEvaluationError),
    /// A built-in prefix is no IRI.
    #[error("{0}")]
    Prefix(String),
}

impl QueryError {
    pub(super) fn syntax(sparql: &str, error: &SparqlSyntaxError) -> Self {
        Self::Syntax(QuerySyntax::new(sparql, &error.to_string()))
    }
}

/// A fault in the text of a query, shown under the line in which it stands.
#[derive(Debug)]
pub struct QuerySyntax {
    place: Option<(usize, usize)>,
    message: String,
    excerpt: Option<String>,
}

impl QuerySyntax {
    /// Reads `error at LINE:COLUMN: MESSAGE`.
    fn new(sparql: &str, error: &str) -> Self {
        let place = error.strip_prefix("error at ").and_then(|rest| {
            let mut parts = rest.splitn(3, ':');
            Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.trim().to_owned()))
        });
        let Some((line, column, message)) = place else {
            return Self { place: None, message: error.to_owned(), excerpt: None };
        };
        let excerpt = sparql.lines().nth(usize::saturating_sub(line, 1)).map(str::to_owned);
        let found = excerpt.as_deref().map_or("", |text| from_column(text, column));
        let message = format!("{}; {}", unexpected(found), shortened(&message));
        Self { place: Some((line, column)), message, excerpt }
    }

    /// Line and column, counted from 1.
    #[must_use]
    pub const fn place(&self) -> Option<(usize, usize)> {
        self.place
    }
}

impl fmt::Display for QuerySyntax {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((line, column)) = self.place else {
            return write!(f, "wrong SPARQL: {}", self.message);
        };
        write!(f, "wrong SPARQL at line {line}, column {column}: {}", self.message)?;
        if let Some(excerpt) = &self.excerpt {
            write!(f, "\n    {excerpt}\n    {}^", " ".repeat(column.saturating_sub(1)))?;
        }
        Ok(())
    }
}

fn from_column(line: &str, column: usize) -> &str {
    line.char_indices().nth(column.saturating_sub(1)).map_or("", |(at, _)| &line[at..])
}

fn unexpected(found: &str) -> String {
    match found.split_whitespace().next() {
        Some(word) => format!("unexpected `{word}`"),
        None => "unexpected end of line".to_owned(),
    }
}

/// A parser may list dozens of things that it expected: the first few tell enough.
fn shortened(message: &str) -> String {
    const SHOWN: usize = 6;
    match message.match_indices(", ").nth(SHOWN - 1) {
        Some((at, _)) if message.starts_with("expected one of ") => format!("{}, …", &message[..at]),
        _ => message.to_owned(),
    }
}
