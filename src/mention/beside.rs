//! Short forms that stand for one thing only where certain others are spoken of, read from `[beside]` of the rule files: "the
//! peace process" of a State, "the road map" of the Quartet.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::entity::Entities;
use crate::seed::{SeedError, SeedFile};
use crate::token::Caps;

use super::coreference::{Recent, Resolver};
use super::{Mention, Strength, Things};

/// `[beside]`, by the identifier of what the short forms stand for.
pub(super) type BesideTable = BTreeMap<Spanned<String>, BesideEntry>;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BesideEntry {
    /// The short forms.
    called: Vec<String>,
    /// The identifiers of the things beside which they have this sense.
    of: Vec<String>,
}

/// The seeds that have such forms.
#[derive(Clone, Debug, Default)]
pub(super) struct Beside(Vec<(u32, BesideEntry)>);

impl Beside {
    /// Takes up a table; an entity that the seeds do not have is an error of `file`.
    pub(super) fn add(
        &mut self,
        file: &SeedFile,
        table: BesideTable,
        entities: &Entities,
        errors: &mut Vec<SeedError>,
    ) {
        for (id, entry) in table {
            let ids = || std::iter::once(id.get_ref()).chain(&entry.of);
            match (ids().find(|id| entities.position(id).is_none()), entities.position(id.get_ref())) {
                (None, Some(seed)) => self.0.push((seed, entry)),
                (unknown, _) => {
                    let unknown = unknown.unwrap_or(id.get_ref());
                    errors.push(SeedError::at(file, id.span().start, format!("`{unknown}` is no entity")));
                }
            }
        }
    }

    /// The seed for which `form` stands beside one of the things with these identifiers.
    pub(super) fn seed<'a>(&self, form: &str, mut ids: impl Iterator<Item = &'a str>) -> Option<u32> {
        let called = |entry: &BesideEntry| entry.called.iter().any(|c| c.eq_ignore_ascii_case(form));
        let (seed, entry) = self.0.iter().find(|(_, entry)| called(entry))?;
        ids.any(|id| entry.of.iter().any(|of| of == id)).then_some(*seed)
    }
}

impl Resolver<'_> {
    /// "the Harbour League of the Isles …, the League": a name of one word stands for what was named before with more words
    /// after it, whatever else is called so.
    pub(super) fn own_first_words(&self, sentence: u32, mentions: &mut [Mention], things: &Things, recent: &Recent) {
        for mention in mentions.iter_mut().filter(|m| m.last == m.first + 1 && m.strength == Strength::Named) {
            let token = &self.tokens[mention.first as usize];
            let written = &self.text[token.span.range()];
            let known = things.get(mention.thing);
            if token.caps != Caps::Initial || known.label != written {
                continue;
            }
            let longer = |thing: u32| {
                let rest = things.get(thing).label.strip_prefix(written);
                thing != mention.thing && rest.is_some_and(|rest| rest.starts_with(" of "))
            };
            if let Some(thing) = recent.latest(sentence, u32::MAX, longer) {
                mention.thing = thing;
                mention.class = things.get(thing).class_bit;
            }
        }
    }
}
