//! What befalls several places, told once: "the conflicts in Angola, Somalia and Liberia" are three.

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::mention::label;
use crate::mention::{Mention, Strength, Things};

use super::befallen::one_of;
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
        // "the aggression against Norlandia and Westmark": what has no plural may befall several; no verb goes on from the last.
        let spoken = self.written(incident.first, incident.last);
        let alone = stem(spoken).and_then(|stem| stem.split_whitespace().rev().nth(1));
        let mass = alone.is_some_and(|noun| matches!(noun, "aggression" | "violence"))
            && (before == 0 || chunks.get(at + 1).is_none_or(|c| c.verb.is_none()));
        let several = chunks[before].is_plural
            || mass
            || first.label.len() > self.written(incident.first, incident.last).len()
            || first.seed.is_some() && self.course_before(chunks, before).is_some();
        let named = label::kind(&first.class) == "incident" && several && incident.strength == Strength::Named;
        let ends = |m: &Mention| m.is_inside && m.last == incident.last && m.class & (self.state | self.territory) != 0;
        // A name of the lists may have its place in it.
        let placed = first.seed.is_some() && stem(spoken).is_some();
        if !named || !placed && !mentions.iter().any(ends) {
            return None;
        }
        let stem = match first.seed {
            // "the conflicts in Norlandia and Westmark": the first is known by another name.
            Some(_) if mass => {
                let from = chunks[before].first + u32::from(chunks[before].determiner != Determiner::Bare);
                stem(self.written(from.max(incident.first), incident.last))?.to_owned()
            }
            Some(_) => format!("{} in ", self.course_before(chunks, before)?),
            None => stem(&first.label)?.to_owned(),
        };
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
            form: format!("{stem}{}", self.place_in_name(place, things)),
        })
    }

    /// The noun of several incidents that stands at chunk `at` or before it, behind nothing but places: "conflict".
    fn course_before(&self, chunks: &[Chunk], at: usize) -> Option<String> {
        for chunk in chunks[..=at].iter().rev() {
            let incident = self.heads.head(chunk.lemma).is_some_and(|h| label::kind(&h.class) == "incident");
            if chunk.kind == ChunkKind::Noun && chunk.is_plural && incident {
                return Some(one_of(self.written(chunk.head, chunk.head + 1)));
            }
            let place = chunk.kind == ChunkKind::Noun && chunk.mention.is_some();
            if !place && !matches!(chunk.kind, ChunkKind::Comma | ChunkKind::Coordinator | ChunkKind::Preposition) {
                return None;
            }
        }
        None
    }

    /// The State or place that the whole chunk names.
    fn place_of<'m>(&self, chunk: &Chunk, mentions: &'m [Mention]) -> Option<&'m Mention> {
        let place = mentions.get(chunk.mention? as usize)?;
        let whole = place.last == chunk.last && !chunk.is_genitive && chunk.first + 1 >= place.first;
        let plain = matches!(chunk.determiner, Determiner::Bare | Determiner::Definite);
        (whole && plain && place.class & (self.state | self.territory) != 0).then_some(place)
    }
}

/// The name of an incident, up to its place.
fn stem(label: &str) -> Option<&str> {
    let after = |w: &str| Some(label.rfind(w)? + w.len());
    let joint = [" in ", " on ", " against "].into_iter().find_map(after);
    let joint = joint.or_else(|| Some(label.find(" of ")? + " of ".len()))?;
    Some(&label[..joint])
}
