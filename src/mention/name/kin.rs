//! States called by what they are to the speaker: "our neighbour, Norlandia", "our sister republic of Norlandia", "our brothers
//! and sisters in Norlandia". The whole phrase names the State, and nothing in it is the speaker's.

use std::ops::Range;

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::mention::Mention;

use super::Naming;

/// What a State is called behind a word of courtesy: "our sister republic".
const LANDS: [&str; 8] = ["republic", "kingdom", "state", "country", "nation", "island", "people", "land"];

impl Naming<'_> {
    /// Makes one phrase and one mention of the kin at `at` and the State that it is.
    pub(super) fn join_kin(&self, chunks: &mut Vec<Chunk>, at: usize, mentions: &mut [Mention]) {
        let kin = &chunks[at];
        if kin.determiner != Determiner::First || kin.is_genitive {
            return;
        }
        if let Some(mention) = kin.mention {
            let state = &mut mentions[mention as usize];
            if self.is_state(state, kin) && self.is_kin(kin.first + 1..state.first) {
                state.first = kin.first;
                chunks[at].determiner = Determiner::Definite;
            }
            return;
        }
        if !self.is_kin(kin.first + 1..kin.last) {
            return;
        }
        let both = chunks.get(at + 1).is_some_and(|c| self.is_word(c.word, &["and"]))
            && chunks.get(at + 2).is_some_and(|c| self.is_kin(c.first..c.last));
        let joint = at + 1 + 2 * usize::from(both);
        let Some([joins, land]) = chunks.get(joint..joint + 2) else { return };
        let told = joins.kind == ChunkKind::Comma || self.is_word(joins.word, &["of", "in"]);
        let Some(mention) = land.mention.filter(|_| told && land.kind == ChunkKind::Noun) else { return };
        if self.is_state(&mentions[mention as usize], land) {
            mentions[mention as usize].first = kin.first;
            self.join_all(chunks, at, joint + 1);
            chunks[at].determiner = Determiner::Definite;
        }
    }

    /// Whether a phrase ends with the name of a State.
    fn is_state(&self, mention: &Mention, phrase: &Chunk) -> bool {
        mention.class & self.state != 0 && mention.form == Form::Name && mention.last == phrase.last
    }

    /// "sister Caribbean State", "dear neighbour": words of courtesy, and what kind of State it is.
    fn is_kin(&self, words: Range<u32>) -> bool {
        let word = |t: u32| self.tokens[t as usize].word;
        let kin = |t: u32| self.heads.is_kin(word(t)) || self.heads.is_courtesy(word(t));
        let last = words.clone().last();
        words.clone().any(kin)
            && last.is_some_and(|t| self.heads.is_kin(word(t)) || self.is_word(self.lexicon.lemma(word(t)), &LANDS))
    }
}
