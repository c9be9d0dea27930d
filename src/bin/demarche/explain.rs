//! `demarche explain`: the words in which one thing is linked to another.

use std::io::{self, Write};

use demarche::name::NameIndex;
use demarche::table::{LinkRow, table_id};

use crate::args::{Common, ExplainArgs};
use crate::{Outcome, setup, terminal};

/// Runs the verb.
pub fn run(args: &ExplainArgs, common: &Common) -> anyhow::Result<Outcome> {
    let extractor = setup::extractor(&setup::seeds(common)?)?;
    let rows = setup::graph(common)?.link_rows()?;
    let names = NameIndex::new(extractor.entities(), &rows);
    let (subject, object) = (names.find(&args.subject)?, names.find(&args.object)?);
    let links = between(&rows, &subject, &object);
    if links.is_empty() {
        explain_nothing(&names, &rows, &subject, &object)?;
        return Ok(Outcome::Problems);
    }
    let mut stdout = io::stdout().lock();
    for (i, link) in links.iter().enumerate() {
        if i > 0 {
            writeln!(stdout)?;
        }
        print(&mut stdout, link)?;
    }
    Ok(Outcome::Done)
}

fn between<'r>(rows: &'r [LinkRow], subject: &str, object: &str) -> Vec<&'r LinkRow> {
    let (subject, object) = (table_id(subject), table_id(object));
    rows.iter().filter(|row| row.subject_id == subject && row.object_id == object).collect()
}

fn print(out: &mut impl Write, link: &LinkRow) -> io::Result<()> {
    let negation = if link.polarity == "negated" { ", denied" } else { "" };
    let about = link.date.as_ref().map(|date| format!(", about {date}")).unwrap_or_default();
    let amount = link.amount.as_ref().map(|amount| format!(", {amount}")).unwrap_or_default();
    let head = format!("{} {} {}", link.subject, terminal::bold(&link.relation), link.object);
    writeln!(out, "{head} ({}{negation}{about}{amount})", link.modality)?;
    writeln!(out, "{}", terminal::wrap(&quoted(&link.quote), terminal::width(), 4))?;
    let stated = link.stated_on.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
    let speaker =
        if link.stated_by == link.subject_id { String::new() } else { format!(", stated by {}", link.stated_by) };
    let place = [link.document.as_str(), link.part.as_str()].into_iter().filter(|p| !p.is_empty());
    let place = place.collect::<Vec<_>>().join(" ");
    writeln!(out, "    {place}, characters {}-{}{stated}{speaker}, rule {}", link.start, link.end, link.rule)
}

/// The quote on one line.
fn quoted(quote: &str) -> String {
    format!("\u{201c}{}\u{201d}", quote.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn explain_nothing(names: &NameIndex<'_>, rows: &[LinkRow], subject: &str, object: &str) -> io::Result<()> {
    let mut stderr = io::stderr().lock();
    let (from, to) = (names.label(subject), names.label(object));
    writeln!(stderr, "no link leads from {from} to {to}")?;
    let n_back = between(rows, object, subject).len();
    if n_back > 0 {
        writeln!(stderr, "the other way round there are {n_back}: demarche explain '{to}' '{from}'")?;
    }
    Ok(())
}
