//! Short forms that stand for one thing only where certain others are spoken of, or in a text of a certain matter, read from
//! `[beside]` of the rule files: "the peace process" of a State, "the road map" of the Quartet.

use std::collections::BTreeMap;

use memchr::memmem;
use serde::Deserialize;
use toml::Spanned;

use crate::clause::{Chunk, ChunkKind};
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
    #[serde(default)]
    of: Vec<String>,
    /// Words that stand throughout a text in which they have this sense.
    #[serde(default)]
    matter: Vec<String>,
}

/// In a text of a matter, one of its words stands in every so many bytes.
const PASSAGE: usize = 1500;

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
        let (seed, entry) = self.0.iter().find(|(_, entry)| entry.is_called(form))?;
        ids.any(|id| entry.of.iter().any(|of| of == id)).then_some(*seed)
    }

    /// The seeds that have short forms throughout a text with this title.
    pub(super) fn of_matter(&self, title: &str, text: &str) -> Vec<u32> {
        let is_dense = |entry: &BesideEntry| {
            let words = || entry.matter.iter().map(String::as_bytes);
            let told = words().any(|word| memmem::find(title.as_bytes(), word).is_some());
            let n_words: usize = words().map(|word| memmem::find_iter(text.as_bytes(), word).count()).sum();
            told || n_words > 0 && n_words * PASSAGE >= text.len()
        };
        self.0.iter().filter(|(_, entry)| is_dense(entry)).map(|(seed, _)| *seed).collect()
    }

    /// The one of `seeds` that is called so.
    pub(super) fn one_of(&self, form: &str, seeds: &[u32]) -> Option<u32> {
        let fits = |(seed, entry): &&(u32, BesideEntry)| seeds.contains(seed) && entry.is_called(form);
        self.0.iter().find(fits).map(|(seed, _)| *seed)
    }
}

impl BesideEntry {
    fn is_called(&self, form: &str) -> bool {
        self.called.iter().any(|called| called.eq_ignore_ascii_case(form))
    }
}

impl Resolver<'_> {
    /// "the road map" where the Quartet is spoken of.
    pub(super) fn beside(&self, chunk: &Chunk, mentions: &[Mention], things: &mut Things) -> Option<u32> {
        if chunk.kind != ChunkKind::Noun || chunk.mention.is_some() {
            return None;
        }
        let form = &self.text[self.tokens[chunk.first as usize].span.start as usize
            ..self.tokens[chunk.last as usize - 1].span.end as usize];
        let seed = self.heads.beside(form, mentions.iter().map(|m| &*things.get(m.thing).id))?;
        // "the road map for peace", but not "the road map for the transition"
        let word = |at: u32| self.tokens.get(at as usize).map_or("", |t| &self.text[t.span.range()]);
        let other = matches!(word(chunk.last), "for" | "of" | "to" | "towards" | "on");
        let peace = word(chunk.last + 1) == "peace" || word(chunk.last + 2) == "Middle";
        (!other || peace).then(|| things.seed(seed, self.entities, self.ontology))
    }

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
