//! The treaty for which "it" stands behind a verb that only treaties have as their object: "ratified it", "acceded to it".

use crate::clause::{Chunk, ChunkKind};
use crate::token::Token;

use super::coreference::{Recent, Resolver};
use super::{Mention, Strength, Things};

/// How many sentences back "it" reaches.
const REACH: u32 = 1;

impl Resolver<'_> {
    /// Gives the "it" that a State ratifies, or accedes to, the treaty that was named last.
    pub(super) fn ratified(
        &self,
        sentence: u32,
        chunks: &mut [Chunk],
        mentions: &mut Vec<Mention>,
        things: &Things,
        recent: &Recent,
    ) {
        let written = |token: &Token| &self.text[token.span.range()];
        for at in 1..chunks.len() {
            let chunk = &chunks[at];
            if chunk.kind != ChunkKind::Noun || chunk.mention.is_some() || chunk.first != chunk.head {
                continue;
            }
            let is_it = written(&self.tokens[chunk.first as usize]) == "it";
            let to = usize::from(written(&self.tokens[chunk.first as usize - 1]) == "to");
            let verb = at.checked_sub(1 + to).map(|v| written(&self.tokens[chunks[v].last as usize - 1]));
            let joins: &[&str] = if to == 1 { &["acced", "adher"] } else { &["ratif"] };
            if !is_it || !verb.is_some_and(|verb| joins.iter().any(|stem| verb.starts_with(stem))) {
                continue;
            }
            // One that has a name, none that is only described.
            let treaty = |thing: u32| {
                let thing = things.get(thing);
                thing.class_bit & self.treaty != 0 && thing.seed.is_some()
            };
            let named = mentions.iter().filter(|m| m.last <= chunk.first && !m.is_inside && treaty(m.thing));
            let named = named.filter(|m| m.strength == Strength::Named).max_by_key(|m| m.first).map(|m| m.thing);
            if let Some(thing) = named.or_else(|| recent.latest(sentence, REACH, treaty)) {
                let (first, last) = (chunk.first, chunk.last);
                chunks[at].mention = Some(mentions.len() as u32);
                mentions.push(Mention::anaphor(first, last, thing, things.get(thing).class_bit));
            }
        }
    }
}
