//! `demarche lookup`: what the seeds know of a name, and what else it could be.

use std::io::{self, Write};

use demarche::entity::{Case, Entities, Entity, lookup_key};
use demarche::name::{did_you_mean, suggest};
use demarche::ontology::Ontology;

use crate::args::{Common, LookupArgs};
use crate::{Outcome, setup, terminal};

/// How many other things are named.
const SHOWN: usize = 12;

/// Runs the verb.
pub fn run(args: &LookupArgs, common: &Common) -> anyhow::Result<Outcome> {
    let extractor = setup::extractor(&setup::seeds(common)?)?;
    let entities = extractor.entities();
    let name = args.name.trim().trim_start_matches("id:");
    let known: Vec<&Entity> = entities.named(name).map(|(_, entity)| entity).collect();
    let mut stdout = io::stdout().lock();
    for (i, entity) in known.iter().enumerate() {
        if i > 0 {
            writeln!(stdout)?;
        }
        describe(&mut stdout, entity, entities, extractor.ontology())?;
    }
    let others = others(name, entities, &known);
    if !others.is_empty() {
        let head = if known.is_empty() { "Part of the names of" } else { "\nAlso part of the names of" };
        writeln!(stdout, "{head}")?;
        for entity in others.iter().take(SHOWN) {
            writeln!(stdout, "    {} ({})", entity.name, entity.id)?;
        }
        if others.len() > SHOWN {
            writeln!(stdout, "    and {} more", others.len() - SHOWN)?;
        }
    }
    if known.is_empty() {
        let hint = did_you_mean(&suggest(name, entities.all().iter().flat_map(Entity::names)));
        let hint = if others.is_empty() { hint } else { String::new() };
        eprintln!("the seeds know nothing of the name `{name}`{hint}");
        return Ok(Outcome::Problems);
    }
    Ok(Outcome::Done)
}

fn describe(out: &mut impl Write, entity: &Entity, entities: &Entities, ontology: &Ontology) -> io::Result<()> {
    let label = |id: &str| entities.get(id).map_or_else(|| id.to_owned(), |e| e.name.clone());
    let labels = |ids: Vec<&str>| ids.into_iter().map(label).collect::<Vec<_>>().join("; ");
    let all = entities.all().iter();
    let parts = all.clone().filter(|e| e.part_of.contains(&entity.id)).map(|e| &*e.id).collect();
    let successors = all.filter(|e| e.succeeds.contains(&entity.id)).map(|e| &*e.id).collect();
    let codes = [&entity.iso2, &entity.iso3, &entity.m49].into_iter().flatten().cloned().collect::<Vec<_>>();
    let former = if entity.former { ", of the past" } else { "" };
    writeln!(out, "{} ({}{former})", terminal::bold(&entity.name), ontology.class_label(&entity.class))?;
    let founded = entity.founded.map(|year| year.to_string()).unwrap_or_default();
    let case = if entity.case == Case::Exact { "with these capitals only".to_owned() } else { String::new() };
    let rows: [(&str, String); 15] = [
        ("id", entity.id.to_string()),
        ("also", entity.aliases.join("; ")),
        ("adjectives", entity.demonyms.join("; ")),
        ("people", entity.nationals.join("; ")),
        ("capital", entity.capital.clone().unwrap_or_default()),
        ("codes", codes.join(", ")),
        ("part of", labels(entity.part_of.iter().map(|id| &**id).collect())),
        ("parts", labels(parts)),
        ("succeeds", labels(entity.succeeds.iter().map(|id| &**id).collect())),
        ("succeeded by", labels(successors)),
        ("of State", labels(entity.of_state.iter().chain(&entity.in_state).map(|id| &**id).collect())),
        ("founded", founded),
        ("seat", entity.seat.clone().unwrap_or_default()),
        ("elsewhere", entity.same_as.join(", ")),
        ("matched", case),
    ];
    for (what, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        let text = terminal::wrap(value, terminal::width(), 18);
        writeln!(out, "    {what:<13} {}", text.trim_start())?;
    }
    Ok(())
}

/// Entities whose names hold these words, the shortest names first.
fn others<'e>(name: &str, entities: &'e Entities, known: &[&Entity]) -> Vec<&'e Entity> {
    let key = format!(" {} ", lookup_key(name));
    if key.trim().chars().count() < 2 {
        return Vec::new();
    }
    let holds = |entity: &&Entity| entity.names().any(|n| format!(" {} ", lookup_key(n)).contains(&key));
    let is_new = |entity: &&Entity| !known.iter().any(|k| k.id == entity.id);
    let mut others: Vec<&Entity> = entities.all().iter().filter(holds).filter(is_new).collect();
    others.sort_by_key(|entity| (entity.name.chars().count(), entity.id.clone()));
    others
}
