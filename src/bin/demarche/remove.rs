//! `demarche remove`: takes documents out of the graph.

use anyhow::bail;
use demarche::name::{did_you_mean, suggest};

use crate::args::{Common, RemoveArgs};
use crate::{Outcome, setup};

/// Runs the verb. Unless every document is known, none is removed.
pub fn run(args: &RemoveArgs, common: &Common) -> anyhow::Result<Outcome> {
    let folder = setup::graph(common)?;
    let _lock = folder.lock()?;
    let mut manifest = folder.manifest()?;
    if let Some(id) = args.documents.iter().find(|id| !manifest.documents().contains_key(*id)) {
        let hint = did_you_mean(&suggest(id, manifest.documents().keys().map(String::as_str)));
        bail!("the graph holds no document `{id}`{hint}; nothing was removed");
    }
    for id in &args.documents {
        folder.remove(&mut manifest, id)?;
    }
    folder.save(&manifest)?;
    if !common.quiet {
        eprintln!("removed {}; the exports are renewed by the next build or export", args.documents.join(", "));
    }
    Ok(Outcome::Done)
}
