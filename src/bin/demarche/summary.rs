//! What `build` tells at its end: what was read, what is linked most, what was written, what to try next.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::Path;

use demarche::export::Format;
use demarche::rdf::iri;
use demarche::store::Folder;
use demarche::table::LinkRow;
use demarche::vocab::{dm, rdf};
use oxigraph::model::{Quad, Term};

use crate::terminal::bold;

/// Rows of a list.
const SHOWN: usize = 8;

/// What a build did to the graph.
#[derive(Clone, Copy, Debug, Default)]
pub struct Changes {
    /// Documents that are new.
    pub n_added: usize,
    /// Documents read anew.
    pub n_renewed: usize,
    /// Documents left as they were.
    pub n_unchanged: usize,
    /// Documents removed.
    pub n_removed: usize,
}

/// A finished build.
pub struct Summary<'s> {
    /// The graph.
    pub folder: &'s Folder,
    /// Folder of the exports.
    pub export: &'s Path,
    /// What was done.
    pub changes: Changes,
    /// All links.
    pub rows: &'s [LinkRow],
    /// All quads.
    pub quads: &'s [Quad],
}

impl Summary<'_> {
    /// Prints it.
    pub fn print(&self) -> io::Result<()> {
        let parts = [self.head(), self.relations(), self.organisations(), self.written(), self.next()];
        let text: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        writeln!(io::stdout().lock(), "{}", text.join("\n"))
    }

    fn head(&self) -> String {
        let count = |class| count_class(self.quads, class);
        let states: BTreeSet<&str> =
            self.rows.iter().filter(|r| r.subject_class == "State").map(|r| r.subject_id.as_str()).collect();
        let objects: BTreeSet<&str> = self.rows.iter().map(|r| r.object_id.as_str()).collect();
        let (replies, statements) = (count(dm::REPLY), count(dm::STATEMENT));
        let mut read = vec![counted(count(dm::DOCUMENT), "document")];
        read.extend((replies > 0).then(|| format!("{} of Governments", plural(replies, "reply", "replies"))));
        read.extend((statements > 0).then(|| counted(statements, "statement")));
        format!(
            "{}\n{} links of {} to {} other things\n",
            bold(&read.join(", ")),
            self.rows.len(),
            counted(states.len(), "State"),
            objects.len()
        )
    }

    fn relations(&self) -> String {
        let mut n_links: BTreeMap<&str, usize> = BTreeMap::new();
        for row in self.rows {
            *n_links.entry(&row.relation).or_default() += 1;
        }
        let cells: Vec<String> =
            by_count(n_links).into_iter().map(|(relation, n)| format!("{n:>5} {relation}")).collect();
        section("Links by relation", &columns(&cells))
    }

    fn organisations(&self) -> String {
        let mut states: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for row in self.rows.iter().filter(|row| row.subject_class == "State" && is_body(row)) {
            states.entry(&row.object).or_default().insert(&row.subject_id);
        }
        let ranked = by_count(states.iter().map(|(name, states)| (*name, states.len())).collect());
        let lines = ranked.into_iter().take(SHOWN).map(|(name, n)| format!("{n:>5} {name}"));
        section("Organisations by number of States", &lines.collect::<Vec<_>>())
    }

    fn written(&self) -> String {
        let Changes { n_added, n_renewed, n_unchanged, n_removed } = self.changes;
        let counts = [(n_added, "new"), (n_renewed, "renewed"), (n_unchanged, "unchanged"), (n_removed, "removed")];
        let done: Vec<String> =
            counts.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
        let files: Vec<&str> = Format::BUILT.map(Format::file_name).to_vec();
        let lines = [
            format!("  {}: {} quads; documents: {}", self.folder.path().display(), self.quads.len(), done.join(", ")),
            format!("  {}: {}", self.export.display(), files.join(" ")),
        ];
        section("Written", &lines)
    }

    fn next(&self) -> String {
        let mut lines = Vec::new();
        let bodies = self.rows.iter().filter(|row| is_body(row));
        if let Some(row) = bodies.min_by_key(|row| (row.object.len(), &row.subject_id)) {
            lines.push(format!("  demarche explain {} '{}'", row.subject_id, row.object));
        }
        lines.push("  demarche query --question most-linked-organisations".to_owned());
        lines.push("  demarche questions".to_owned());
        section("Try next", &lines).trim_end().to_owned()
    }
}

/// Whether the object is an organisation that several States can share.
fn is_body(row: &LinkRow) -> bool {
    row.object_id.starts_with("organisation/")
}

fn count_class(quads: &[Quad], class: &str) -> usize {
    let class = Term::from(iri::term(class));
    quads.iter().filter(|quad| quad.object == class && quad.predicate.as_str() == rdf::TYPE).count()
}

fn by_count(counts: BTreeMap<&str, usize>) -> Vec<(&str, usize)> {
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    ranked
}

fn section(title: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let mut text = format!("{}\n", bold(title));
    for line in lines {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{line}");
    }
    text
}

/// Cells in three columns, read downwards.
fn columns(cells: &[String]) -> Vec<String> {
    let n_rows = cells.len().div_ceil(3);
    let width = cells.iter().map(|cell| cell.chars().count()).max().unwrap_or(0) + 2;
    let row = |i: usize| cells.iter().skip(i).step_by(n_rows.max(1)).map(|cell| format!("{cell:<width$}"));
    (0..n_rows).map(|i| row(i).collect::<String>().trim_end().to_owned()).collect()
}

fn counted(n: usize, noun: &str) -> String {
    plural(n, noun, &format!("{noun}s"))
}

fn plural(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
