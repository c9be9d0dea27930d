//! What has not come about and may never do: "a full-scale war must be avoided", "another world war", "the danger of a famine".

use crate::clause::{ChunkKind, Determiner, Force};
use crate::mention::label;

use super::Sight;

/// Verbs of what keeps something from coming about, or fears that it may.
const KEPT_OFF: [&str; 9] =
    ["prevent", "avoid", "avert", "preclude", "forestall", "risk", "threaten", "fear", "imagine"];

/// Nouns of what may come about.
const CHANCES: [&str; 9] =
    ["risk", "danger", "threat", "possibility", "prospect", "likelihood", "spectre", "fear", "prevention"];

/// Qualities of what may come about.
const POSSIBLE: [&str; 8] =
    ["possible", "future", "potential", "imminent", "hypothetical", "looming", "impending", "conceivable"];

impl Sight<'_> {
    /// Whether what befalls is only feared or thought of, where nothing says that it is the one known.
    pub(super) fn is_supposed(&self) -> bool {
        let naming = self.naming;
        let chunk = self.chunk();
        let word = |t: u32| naming.tokens[t as usize].word;
        let deed =
            label::kind(&self.head.class) == "incident" && !naming.is_word(chunk.lemma, &["sanction", "measure"]);
        if !deed {
            return false;
        }
        let chance = self.at.checked_sub(2).is_some_and(|b| {
            let joins = naming.is_word(self.chunks[b + 1].word, &["of"]);
            joins && self.chunks[b].kind == ChunkKind::Noun && naming.is_word(self.chunks[b].lemma, &CHANCES)
        });
        // "threats of invasion"
        let open = matches!(chunk.determiner, Determiner::Indefinite)
            || chunk.determiner == Determiner::Bare && (chance || chunk.first + 1 < chunk.last);
        if (chunk.first..chunk.head).any(|t| naming.is_word(word(t), &POSSIBLE)) {
            return true;
        }
        if !open {
            return false;
        }
        let before = self.at.checked_sub(1).map(|b| &self.chunks[b]);
        let kept_off = before.is_some_and(|c| c.verb.is_some() && naming.is_word(c.lemma, &KEPT_OFF));
        let indefinite = chunk.determiner == Determiner::Indefinite;
        // "a war in Norlandia | must be avoided", "an attack on Westmark | would be madness"
        let behind = self.chunks[self.at + 1..].iter().take(4).find(|c| c.verb.is_some());
        let told = self.chunks[self.at + 1..].iter().take(4).all(|c| c.kind != ChunkKind::Comma);
        let avoided = behind.and_then(|c| Some((c, c.verb?))).is_some_and(|(c, v)| {
            let modal = v.force == Force::Possibility;
            indefinite && told && (modal || v.is_passive && naming.is_word(c.lemma, &KEPT_OFF))
        });
        kept_off || chance || avoided
    }
}
