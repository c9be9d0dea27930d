//! `demarche verify`: proves the graph against its sources.

use crate::Outcome;
use crate::args::{Common, VerifyArgs};

/// Runs the verb.
pub fn run(_args: &VerifyArgs, _common: &Common) -> anyhow::Result<Outcome> {
    anyhow::bail!("not yet")
}
