//! The treaty for which "it" stands behind a verb or noun that only treaties go with: "ratified it", "accession to it".

use crate::clause::{Chunk, ChunkKind};

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
        for at in 1..chunks.len() {
            let chunk = &chunks[at];
            if chunk.kind != ChunkKind::Noun || chunk.mention.is_some() || chunk.first != chunk.head {
                continue;
            }
            let written = |t: u32| &self.text[self.tokens[t as usize].span.range()];
            let to = usize::from(chunk.first > 0 && written(chunk.first - 1) == "to");
            let joins = at.checked_sub(1 + to).is_some_and(|v| self.joining.contains(&chunks[v].lemma));
            if written(chunk.first) != "it" || !joins {
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
