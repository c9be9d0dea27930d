//! The matrix of States and organisations as a table: a row for each State, a column for each organisation,
//! with what is said of them in either direction.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use crate::graph::{Edge, Graph, Node};

/// What the cells hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cells {
    /// Number of pieces of evidence that do not deny it; 0 where there is none.
    #[default]
    Counts,
    /// Names of the relations of edges that are not denied, joined by ` | `.
    Relations,
}

/// Writes the matrix (RFC 4180, UTF-8). The first column holds ids of States, the second their names; the first
/// line holds ids of organisations, the second their names.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_matrix<W: Write>(graph: &Graph, cells: Cells, out: W) -> io::Result<()> {
    let table = Matrix::new(graph);
    let mut csv = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    let columns = || table.columns.iter();
    csv.write_record(["id", "label"].into_iter().chain(columns().map(|(id, _)| *id)))?;
    csv.write_record(["", ""].into_iter().chain(columns().map(|(_, label)| *label)))?;
    for (id, label) in &table.rows {
        let fields = columns().map(|(column, _)| table.cells.get(&(*id, *column)).map_or(&[][..], Vec::as_slice));
        let fields = fields.map(|edges| written(edges, cells));
        csv.write_record([(*id).to_owned(), (*label).to_owned()].into_iter().chain(fields))?;
    }
    csv.flush()
}

fn written(edges: &[&Edge], cells: Cells) -> String {
    match cells {
        Cells::Counts => edges.iter().map(|e| e.weight() - e.n_negated()).sum::<usize>().to_string(),
        Cells::Relations => {
            let relations: BTreeSet<&str> = edges.iter().map(|e| &*e.relation).collect();
            relations.into_iter().collect::<Vec<_>>().join(" | ")
        }
    }
}

/// Ids and labels of rows and columns in order, and the edges of each cell.
#[derive(Default)]
struct Matrix<'g> {
    rows: BTreeMap<&'g str, &'g str>,
    columns: BTreeMap<&'g str, &'g str>,
    cells: BTreeMap<(&'g str, &'g str), Vec<&'g Edge>>,
}

impl<'g> Matrix<'g> {
    fn new(graph: &'g Graph) -> Self {
        let mut matrix = Self::default();
        for (source, edge, target) in graph.edges().filter(|(_, edge, _)| !edge.is_negated()) {
            match (is_state(source), is_state(target)) {
                (true, false) if target.is_organisation => matrix.insert(source, edge, target),
                (false, true) if source.is_organisation => matrix.insert(target, edge, source),
                _ => {}
            }
        }
        matrix
    }

    fn insert(&mut self, state: &'g Node, edge: &'g Edge, organisation: &'g Node) {
        self.rows.insert(&state.entity, &state.label);
        self.columns.insert(&organisation.entity, &organisation.label);
        self.cells.entry((&state.entity, &organisation.entity)).or_default().push(edge);
    }
}

fn is_state(node: &Node) -> bool {
    &*node.class == "State"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture::{ontology, row};

    fn matrix(cells: Cells) -> String {
        let rows = [
            row("CAN memberOf organisation/osce"),
            row("CAN supports organisation/osce"),
            row("CAN supports organisation/osce").at("b", 1, 2).negated(),
            row("GBR memberOf organisation/gfce").negated(),
            row("organisation/gfce supports GBR"),
            row("GBR hasLaw law/GBR/x"),
        ];
        let mut out = Vec::new();
        write_matrix(&Graph::from_rows(&rows.map(|r| r.0), &ontology()), cells, &mut out).unwrap();
        String::from_utf8(out).unwrap().replace("\r\n", "\n")
    }

    #[test]
    fn what_is_not_denied_counts_in_either_direction() {
        expect_test::expect![[r"
            id,label,organisation/gfce,organisation/osce
            ,,organisation/gfce,organisation/osce
            CAN,CAN,0,2
            GBR,GBR,1,0
        "]]
        .assert_eq(&matrix(Cells::Counts));
    }

    #[test]
    fn cells_may_name_the_relations() {
        assert!(matrix(Cells::Relations).ends_with("CAN,CAN,,memberOf | supports\nGBR,GBR,supports,\n"));
    }
}
