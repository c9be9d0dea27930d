//! What befalls several places, told once: "the conflicts in Angola, Somalia and Liberia" are three.

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::mention::label;
use crate::mention::{Mention, Strength, Things};

use super::{Found, Naming};

impl Naming<'_> {
    /// The place at `at` after an incident of the place before it: the same befalls it.
    pub(super) fn shared_at(
        &self,
        chunks: &[Chunk],
        at: usize,
        mentions: &[Mention],
        things: &Things,
    ) -> Option<Found> {
        let chunk = chunks[at];
        let place = self.place_of(&chunk, mentions)?;
        let preposition = chunks[..at].last().is_some_and(|c| c.kind == ChunkKind::Preposition);
        let joint = at.checked_sub(1 + usize::from(preposition))?;
        let goes_on = chunks.get(at + 1).is_some_and(|c| matches!(c.kind, ChunkKind::Comma | ChunkKind::Coordinator));
        let joins = match chunks[joint].kind {
            ChunkKind::Coordinator => self.is_word(chunks[joint].word, &["and"]),
            // "the conflicts in Norlandia, Westmark thinks": a comma joins what goes on.
            ChunkKind::Comma => goes_on && !preposition,
            _ => false,
        };
        let before = joint.checked_sub(1).filter(|_| joins)?;
        let before = before - usize::from(chunks[before].kind == ChunkKind::Comma && before > 0);
        let incident = mentions.get(chunks[before].mention? as usize)?;
        let first = things.get(incident.thing);
        // The third place follows the second, which has its name from the first.
        let several = chunks[before].is_plural || first.label.len() > self.written(incident.first, incident.last).len();
        let named = label::kind(&first.class) == "incident" && several && incident.strength == Strength::Named;
        let ends = |m: &Mention| m.is_inside && m.last == incident.last && m.class & (self.state | self.territory) != 0;
        if !named || !mentions.iter().any(ends) {
            return None;
        }
        // The name of the first, up to its place.
        let before = |w: &str| Some(first.label.rfind(w)? + w.len());
        let joint = [" in ", " on ", " against "].into_iter().find_map(before);
        let joint = joint.or_else(|| Some(first.label.find(" of ")? + " of ".len()))?;
        let stem = &first.label[..joint];
        let owner = things.get(place.thing);
        let is_state = owner.class_bit & self.state != 0;
        Some(Found {
            first: chunk.first,
            last: chunk.last,
            end: at + 1,
            strength: Strength::Named,
            owner: if is_state { Some(owner.id.clone()) } else { owner.in_state.clone() },
            is_owned: is_state,
            is_common: false,
            class: first.class.clone(),
            form: format!("{stem}{}", self.written(place.first, place.last)),
        })
    }

    /// The State or place that the whole chunk names.
    fn place_of<'m>(&self, chunk: &Chunk, mentions: &'m [Mention]) -> Option<&'m Mention> {
        let place = mentions.get(chunk.mention? as usize)?;
        let whole = place.last == chunk.last && !chunk.is_genitive && chunk.first + 1 >= place.first;
        let plain = matches!(chunk.determiner, Determiner::Bare | Determiner::Definite);
        (whole && plain && place.class & (self.state | self.territory) != 0).then_some(place)
    }
}
