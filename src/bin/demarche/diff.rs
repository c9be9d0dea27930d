//! `demarche diff`: which links are new, gone, changed and kept, State by State.

use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, bail};
use demarche::diff::{Change, Difference, Stated, differences, write_csv};
use demarche::name::{NameIndex, did_you_mean, suggest};
use demarche::store::Folder;
use demarche::table::{LinkRow, table_id};
use serde::Serialize;

use crate::args::{Common, DiffArgs, DiffFormat};
use crate::{Outcome, setup, terminal};

/// Runs the verb.
pub fn run(args: &DiffArgs, common: &Common) -> anyhow::Result<Outcome> {
    let (old, new) = sides(args, common)?;
    let mut found = differences(&old, &new);
    if !args.only.is_empty() {
        found.retain(|difference| args.only.contains(&difference.change));
    }
    if !args.state.is_empty() {
        let wanted = states(args, common, &[&old[..], &new[..]].concat())?;
        found.retain(|difference| wanted.contains(&difference.subject_id));
    }
    let mut out = io::stdout().lock();
    match args.format {
        DiffFormat::Table => print(&mut out, &found, common)?,
        DiffFormat::Csv => write_csv(&mut out, &found)?,
        DiffFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &json(&found))?;
            writeln!(out)?;
        }
    }
    Ok(Outcome::Done)
}

/// The links of both sides.
fn sides(args: &DiffArgs, common: &Common) -> anyhow::Result<(Vec<LinkRow>, Vec<LinkRow>)> {
    let is_folder = |side: &str| Folder::open(Path::new(side)).is_ok();
    match (is_folder(&args.old), is_folder(&args.new)) {
        (true, true) => Ok((Folder::open(&args.old)?.link_rows()?, Folder::open(&args.new)?.link_rows()?)),
        (false, false) => {
            let folder = setup::graph(common).with_context(|| {
                format!("`{}` is no graph folder, and documents are looked for in --graph", args.old)
            })?;
            let (manifest, rows) = (folder.manifest()?, folder.link_rows()?);
            for id in [&args.old, &args.new] {
                if !manifest.documents().contains_key(id) {
                    let hint = did_you_mean(&suggest(id, manifest.documents().keys().map(String::as_str)));
                    bail!("`{id}` is neither a graph folder nor a document of `{}`{hint}", folder.path().display());
                }
            }
            let of = |id: &str| rows.iter().filter(|row| row.document == id).cloned().collect();
            Ok((of(&args.old), of(&args.new)))
        }
        (is_old, _) => {
            let other = if is_old { &args.new } else { &args.old };
            bail!("`{other}` is no graph folder and the other side is: name two folders, or two documents of one graph")
        }
    }
}

/// Table ids of the States that are asked for.
fn states(args: &DiffArgs, common: &Common, rows: &[LinkRow]) -> anyhow::Result<Vec<String>> {
    let extractor = setup::extractor(&setup::seeds(common)?)?;
    let names = NameIndex::new(extractor.entities(), rows);
    args.state.iter().map(|name| Ok(table_id(&names.find(name)?).to_owned())).collect()
}

/// The differences of each subject, in order.
fn by_subject(found: &[Difference]) -> impl Iterator<Item = &[Difference]> {
    found.chunk_by(|a, b| a.subject_id == b.subject_id)
}

#[derive(Serialize)]
struct Subject<'d> {
    id: &'d str,
    name: &'d str,
    new: Vec<&'d Difference>,
    gone: Vec<&'d Difference>,
    changed: Vec<&'d Difference>,
    kept: Vec<&'d Difference>,
}

#[derive(Serialize)]
struct Answer<'d> {
    states: Vec<Subject<'d>>,
}

fn json(found: &[Difference]) -> Answer<'_> {
    let states = by_subject(found).map(|all| {
        let of = |change| all.iter().filter(|difference| difference.change == change).collect();
        let first = &all[0];
        Subject {
            id: &first.subject_id,
            name: &first.subject,
            new: of(Change::New),
            gone: of(Change::Gone),
            changed: of(Change::Changed),
            kept: of(Change::Kept),
        }
    });
    Answer { states: states.collect() }
}

fn print(out: &mut impl Write, found: &[Difference], common: &Common) -> io::Result<()> {
    for (i, all) in by_subject(found).enumerate() {
        if i > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}: {}", terminal::bold(&all[0].subject), counts(all))?;
        for difference in all {
            print_link(out, difference)?;
        }
    }
    if !common.quiet {
        let line = if found.is_empty() { "no link".to_owned() } else { counts(found) };
        writeln!(out, "{}{}: {line}", if found.is_empty() { "" } else { "\n" }, terminal::bold("All"))?;
    }
    Ok(())
}

/// `2 new, 10 kept`
fn counts(all: &[Difference]) -> String {
    let count = |change: Change| all.iter().filter(|difference| difference.change == change).count();
    let words = Change::ALL.into_iter().map(|change| (count(change), change.as_str())).filter(|(n, _)| *n > 0);
    words.map(|(n, word)| format!("{n} {word}")).collect::<Vec<_>>().join(", ")
}

fn print_link(out: &mut impl Write, difference: &Difference) -> io::Result<()> {
    let Difference { change, relation, object, polarity, old, new, .. } = difference;
    let modality = |stated: &Option<Stated>| stated.as_ref().map_or("", |stated| stated.modality.as_str()).to_owned();
    let (sign, modality) = match change {
        Change::New => ('+', modality(new)),
        Change::Gone => ('-', modality(old)),
        Change::Changed => ('~', format!("{}, now {}", modality(old), modality(new))),
        // Where several are in common the first has been chosen for both.
        Change::Kept => ('=', modality(new)),
    };
    let denied = if polarity == "negated" { ", denied" } else { "" };
    writeln!(out, "  {sign} {relation} {object} ({modality}{denied})")?;
    let is_same = old.as_ref().map(|stated| &stated.quote) == new.as_ref().map(|stated| &stated.quote);
    for stated in [old.as_ref().filter(|_| !is_same), new.as_ref()].into_iter().flatten() {
        let quote = stated.quote.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = format!("{} {}: \u{201c}{quote}\u{201d}", stated.document, stated.part);
        writeln!(out, "{}", terminal::wrap(&words, terminal::width(), 6))?;
    }
    Ok(())
}
