//! `demarche questions`: the prepared questions and how to ask them.

use std::io::{self, Write};

use demarche::question::{Parameter, questions};

use crate::args::Common;
use crate::{Outcome, setup, terminal};

/// Runs the verb.
pub fn run(common: &Common) -> anyhow::Result<Outcome> {
    let mut stdout = io::stdout().lock();
    let width = terminal::width();
    for question in questions(&setup::seeds(common)?)? {
        writeln!(stdout, "{}", terminal::bold(&question.name))?;
        writeln!(stdout, "{}", terminal::wrap(&question.title, width, 4))?;
        if !question.comment.is_empty() {
            writeln!(stdout, "{}", terminal::wrap(&question.comment, width, 4))?;
        }
        for Parameter { name, kind, default } in &question.parameters {
            writeln!(stdout, "    --param {name}={default}    {kind}")?;
        }
    }
    if !common.quiet {
        writeln!(stdout, "\nAsk one with: demarche query --question NAME [--param NAME=VALUE]")?;
    }
    Ok(Outcome::Done)
}
