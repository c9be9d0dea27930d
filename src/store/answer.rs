//! Answers to queries as text: the W3C result formats for SELECT and ASK, Turtle for CONSTRUCT and DESCRIBE.

use std::io::{self, Write};

use oxigraph::model::Triple;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryResults, QuerySolution};

use super::QueryError;

/// An answer, read to its end.
#[derive(Debug)]
pub enum Answer {
    /// Of SELECT: the variables, and the solutions in order.
    Solutions(Vec<oxigraph::sparql::Variable>, Vec<QuerySolution>),
    /// Of ASK.
    Boolean(bool),
    /// Of CONSTRUCT and DESCRIBE.
    Triples(Vec<Triple>),
}

impl Answer {
    /// Reads results to their end.
    ///
    /// # Errors
    /// What goes wrong in the evaluation.
    pub fn read(results: QueryResults<'_>) -> Result<Self, QueryError> {
        Ok(match results {
            QueryResults::Boolean(value) => Self::Boolean(value),
            QueryResults::Graph(triples) => Self::Triples(triples.collect::<Result<_, _>>()?),
            QueryResults::Solutions(solutions) => {
                let variables = solutions.variables().to_vec();
                Self::Solutions(variables, solutions.collect::<Result<_, _>>()?)
            }
        })
    }
}

/// Writes solutions or a truth value in a W3C format; triples are no solutions, and give nothing.
///
/// # Errors
/// Whatever the writer reports.
pub fn write_solutions(answer: &Answer, format: QueryResultsFormat, writer: impl Write) -> io::Result<()> {
    let serializer = QueryResultsSerializer::from_format(format);
    match answer {
        Answer::Boolean(value) => serializer.serialize_boolean_to_writer(writer, *value).map(drop),
        Answer::Triples(_) => Ok(()),
        Answer::Solutions(variables, solutions) => {
            let mut serializer = serializer.serialize_solutions_to_writer(writer, variables.clone())?;
            for solution in solutions {
                serializer.serialize(solution)?;
            }
            serializer.finish()?.flush()
        }
    }
}
