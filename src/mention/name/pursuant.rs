//! Committees that are told by the resolution of the Security Council that set them up, and are called by its number.

use crate::clause::{Chunk, ChunkKind};
use crate::mention::{Mention, Strength, Things};

use super::{Found, Naming};

/// What the identity of a resolution of the Security Council begins with, before its number.
const RESOLUTION: &str = "instrument/s-res-";

impl Naming<'_> {
    /// "the Committee | established | pursuant to | resolution 1540 (2004)", which is the 1540 Committee.
    pub(super) fn committee(
        &self,
        chunks: &[Chunk],
        at: usize,
        mentions: &[Mention],
        things: &Things,
    ) -> Option<Found> {
        let [committee, set_up, joint, text] = chunks.get(at..at + 4)? else { return None };
        let founded = self.is_word(committee.lemma, &["committee"])
            && self.tokens[committee.head as usize].is_capitalised()
            && set_up.kind == ChunkKind::Verb
            && self.is_word(set_up.lemma, &["establish", "create", "set_up"])
            && joint.kind == ChunkKind::Preposition
            && (self.is_word(joint.word, &["under", "by"]) || self.written(joint.first, joint.last) == "pursuant to");
        let resolution = mentions.get(text.mention.filter(|_| founded)? as usize)?;
        let number = things.get(resolution.thing).id.strip_prefix(RESOLUTION)?;
        Some(Found {
            first: committee.first,
            last: text.last,
            end: at + 4,
            strength: Strength::Named,
            owner: None,
            is_owned: false,
            is_common: false,
            class: "UnitedNationsBody".into(),
            form: format!("{number} Committee"),
        })
    }
}
