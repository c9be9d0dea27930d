//! What is left open, said by others, or said only in passing: conditions, questions whether, what documents accuse States of,
//! what something is designed to do.

use crate::clause::attach::is_finite;
use crate::clause::path::{Step, StepKind};
use crate::clause::{Chunk, ChunkKind, VerbForm};
use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::lexicon::Word;
use crate::rule::pattern::Family;

use super::Candidate;

/// Words that open what is not said to be so.
const OPENERS: [&str; 3] = ["if", "whether", "unless"];

/// Verbs of blame in words; what others condemn, who tells of it condemns too.
const BLAMING: [&str; 3] = ["accuse", "blame", "criticize"];

impl Extractor {
    /// "If Norlandia joins the Union", "whether it has signed that treaty or not": a fact that nobody states.
    pub(super) fn is_conditional(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, rule, .. } = candidate;
        let finite = |s: &&Step| sentence.chunk(s.chunk).verb.is_some_and(|v| is_finite(v.form));
        let open = found.pattern.family == Family::Verb && !rule.is_soft && &*rule.relation != "affectedBy";
        let verb = path[found.at..].iter().find(finite).filter(|_| open);
        let ends = |c: &&Chunk| {
            matches!(c.kind, ChunkKind::Mark | ChunkKind::Subordinator) || c.verb.is_some_and(|v| is_finite(v.form))
        };
        let opener = verb.and_then(|v| sentence.clause.chunks[..v.chunk as usize].iter().rev().find(ends));
        opener.is_some_and(|c| self.lexicon.is_one_of(c.word, &OPENERS))
    }

    /// "reforms designed to help": what it is for, not who made it. "a peace needed by Westmark": no demand on it. "to see
    /// Westmark occupy the chair": no blame.
    pub(super) fn is_said_otherwise(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        reading: &Reading,
    ) -> bool {
        let Candidate { path, found, rule, .. } = candidate;
        let verb = path[found.at].chunk;
        // "welcome the progress made in the Round": progress in it, no citation of it.
        let made = &*rule.relation == "mentions"
            && path.get(found.at + 1).is_some_and(|s| self.lexicon.is_one_of(s.lemma, &["make", "achieve", "attain"]))
            && path.get(found.at + 2).is_some_and(|s| self.lexicon.is(s.lemma, "progress"));
        // "a body intended to enable the Union to act": what it is for.
        let aim = path.get(found.at + 1).filter(|s| s.kind == StepKind::Verb);
        let aimed = &*rule.id == "better"
            && aim
                .is_some_and(|s| self.lexicon.is_one_of(s.lemma, &["intend", "design", "mean", "establish", "create"]));
        // "to elect the Representative of Westmark to the Council": a person, not the State.
        let whom = sentence.clause.chunks.get(verb as usize + 1);
        let state = |c: &Chunk| {
            let named = c.mention.is_some_and(|m| sentence.mentions[m as usize].class & self.known.state != 0);
            named || self.lexicon.is(c.word, "us") || self.rules.state_nouns.contains(&c.lemma)
        };
        let elected = &*rule.id == "elected" && !whom.is_some_and(state);
        let Some(group) = sentence.chunk(verb).verb else { return made || aimed };
        let next = sentence.clause.chunks.get(verb as usize + 1);
        let lemma = path[found.at].lemma;
        let meant = group.is_passive
            && !reading.is_domestic
            && found.pattern.family == Family::Verb
            && self.lexicon.is_one_of(lemma, &["design", "draft", "prepare"])
            && next.and_then(|c| c.verb).is_some_and(|v| v.form == VerbForm::Infinitive);
        let needed = group.is_passive && rule.obliged && self.lexicon.is_one_of(lemma, &["need", "require"]);
        let office = ["presidency", "chair", "chairmanship", "seat", "post", "office", "place", "position"];
        let held = found.pattern.family == Family::Agent
            && self.lexicon.is(lemma, "occupy")
            && next.is_some_and(|c| self.lexicon.is_one_of(c.lemma, &office));
        // "I leave the Assembly with hope": a person goes, the State stays.
        let subject = sentence.clause.subject[verb as usize].map(|s| sentence.chunk(s).word);
        let departs = self.lexicon.is(lemma, "leave") && subject.is_some_and(|w| self.lexicon.is(w, "i"));
        meant || needed || held || aimed || elected || departs
    }

    /// "should have been a beneficiary", "could have joined": what has not come about.
    pub(super) fn is_unreal(&self, sentence: &Analysed<'_>, path: &[Step]) -> bool {
        let group =
            path.iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb).map(|s| sentence.chunk(s.chunk));
        group.is_some_and(|c| {
            let words = &sentence.words[c.first as usize..c.last as usize];
            let unreal = |pair: &[Word]| {
                self.lexicon.is_one_of(pair[0], &["should", "could", "would", "might"])
                    && self.lexicon.is(pair[1], "have")
            };
            words.len() > 2 && words.windows(2).any(unreal)
        })
    }

    /// "share a thought with the Union": it is only told.
    pub(super) fn is_shared_with(&self, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, .. } = candidate;
        let below = path[..found.at].last().filter(|_| found.pattern.rest.is_empty());
        below.is_some_and(|s| match s.kind {
            StepKind::Verb => s.is_infinitive && self.lexicon.is_one_of(s.lemma, &["share", "refer", "recall", "note"]),
            _ => self.lexicon.is(path[found.at].lemma, "share") && self.lexicon.is(s.word, "with"),
        })
    }

    /// "contributes to the development of a strategy for the Union": of many, and not the State's own.
    pub(super) fn is_shared_work(&self, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        let own = ["hasStrategy", "hasLaw"].contains(&&*rule.relation) && !mention.is_owned;
        let gives = |s: &Step| self.lexicon.is_one_of(s.lemma, &["contribute", "contribution"]);
        own && found.pattern.family == Family::Noun && path.get(found.at + 2).is_some_and(gives)
    }

    /// "Doctrines of the West accuse Westmark": who blames is not the State that speaks.
    pub(super) fn is_blamed_by_others(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        reading: &Reading,
    ) -> bool {
        let Candidate { path, found, rule, .. } = candidate;
        found.pattern.family == Family::Verb
            && self.ontology.is_narrower(&rule.relation, "criticises")
            && self.lexicon.is_one_of(path[found.at].lemma, &BLAMING)
            && matches!(self.subject_of(sentence, path[found.at].chunk, reading), Actor::Other | Actor::States(_))
    }
}
