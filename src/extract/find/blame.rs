//! Whether what a rule takes for blame is one, and of whom: not of a land whose rebels did it, nor of those whom a drought
//! condemned to hunger.

use crate::clause::path::{Step, StepKind};
use crate::clause::{Chunk, ChunkKind, VerbForm};
use crate::extract::Extractor;
use crate::extract::sentence::Analysed;
use crate::mention::{Mention, Strength};
use crate::rule::pattern::Family;

use super::Candidate;

/// Those in a land who are not its State.
const REBELS: [&str; 6] = ["rebel", "faction", "insurgent", "warlord", "guerrilla", "dissident"];

impl Extractor {
    /// Whether a State, body or thing is blamed; `hollow` where what is said of it is no judgment.
    pub(super) fn is_blame(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, hollow: bool) -> bool {
        let Candidate { mention, path, found, .. } = candidate;
        // "We hold Westmark responsible", not "hold talks with"
        let holds = self.lexicon.is(path[found.at].lemma, "hold") && !self.is_held_to_account(sentence, mention);
        // "The drought has condemned the people to hunger": it is pitied.
        let to = |c: &Chunk| c.kind == ChunkKind::Preposition && self.lexicon.is(c.word, "to");
        let after = sentence.chunk_of(mention).map_or(&[][..], |c| &sentence.clause.chunks[c as usize + 1..]);
        let doomed = self.lexicon.is(path[found.at].lemma, "condemn") && after.first().is_some_and(to);
        // "the rebels of Westmark attacked"
        let rebel = |s: &Step| s.kind == StepKind::Noun && self.lexicon.is_one_of(s.lemma, &REBELS);
        let rebels = mention.class & self.known.state != 0 && path[..found.between].iter().any(rebel);
        // "We reject military force": any, and nobody's.
        let body = mention.class & self.known.organisation != 0 && !mention.is_owned;
        let any = body && mention.strength == Strength::Described;
        !(hollow
            || doomed
            || holds
            || rebels
            || any
            || self.is_land_of_deed(sentence, candidate)
            || self.is_disowned(sentence, candidate))
    }

    fn is_held_to_account(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let after = &sentence.words[mention.last as usize..];
        let to_blame = ["responsible", "accountable", "liable"];
        after.iter().take(4).any(|w| self.lexicon.is_one_of(*w, &to_blame))
    }

    /// "It is unfair to criticize the Council": who says so does not.
    fn is_disowned(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, .. } = candidate;
        let above = path.get(found.at + 1).map(|s| s.word);
        found.pattern.family == Family::Verb
            && sentence.chunk(path[found.at].chunk).verb.is_some_and(|v| v.form == VerbForm::Infinitive)
            && above.is_some_and(|w| self.lexicon.is_one_of(w, &["unfair", "wrong", "unjust", "easy", "fashionable"]))
    }
}
