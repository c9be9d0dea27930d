//! Who is no company: those of a body, those whom others work with, and "with" where it only tells how things stand.

use crate::clause::attach::is_finite;
use crate::clause::path::{Step, StepKind};
use crate::clause::{Chunk, ChunkKind, Determiner, VerbForm};
use crate::extract::Extractor;
use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::gazetteer::Form;
use crate::mention::Mention;
use crate::rule::pattern::{Family, Part};

use super::Candidate;

impl Extractor {
    /// "with the Union at the core", "relations between us have been strained by the embargo": no company.
    pub(super) fn is_no_company(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, .. } = candidate;
        let between = found.at > 0 && path[found.at - 1].word == self.known.between;
        let preposition = |family| (family == Family::Preposition).then_some(path[found.at].chunk);
        match found.pattern.family {
            _ if self.is_of_members(sentence, mention, &path[..found.at]) => true,
            // "together with many Norlandians": people, not the State.
            _ if mention.form == Form::Nationals => true,
            Family::Predicate if self.is_of_another_body(sentence, path[found.at].chunk) => true,
            family if self.is_at_the_head(sentence, mention, preposition(family)) => true,
            // "We commend the help provided by the Union": it is praised for it.
            Family::Adjective
                if found.pattern.rest == [Part::Preposition(self.known.by)] && self.is_greeted(path, found.at) =>
            {
                true
            }
            Family::Verb if self.lexicon.is(path[found.at].lemma, "receive") => {
                !self.is_help(sentence, path[found.at].chunk)
            }
            Family::Preposition => {
                let verb = path.get(found.at + 1);
                // "is not a party to any agreement that restricts trade with Westmark"
                let finite = |s: &&Step| sentence.chunk(s.chunk).verb.is_some_and(|v| is_finite(v.form));
                let denied = path[found.at..].iter().find(finite).is_some_and(|s| self.is_negated(sentence, s.chunk));
                denied
                    || self.is_in_mind(sentence, path[found.at].chunk)
                    || self.is_company_of_others(sentence, mention, path, found.at)
                    || verb.is_some_and(|v| self.is_done_by_body(sentence, v.chunk))
            }
            Family::Noun => between && self.blames(sentence),
            _ => false,
        }
    }

    /// "is being dealt with by the Union, with the support of": it has company, not the State that speaks.
    fn is_done_by_body(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let above = |at: u32| sentence.clause.parent[at as usize].map(|(above, _)| above);
        let passive = sentence.chunk(verb).verb.is_some_and(|v| v.is_passive);
        let body = |m: &Mention| m.class & self.known.organisation != 0;
        // "at the regional level by the Union": it may hang on a noun between.
        let hangs = |at: u32| {
            let between = above(at).is_some_and(|noun| noun > verb && sentence.chunk(noun).kind == ChunkKind::Noun);
            between || above(at).is_some_and(|v| v == verb || above(v) == Some(verb))
        };
        let agent = |at: u32| {
            hangs(at) && sentence.chunk(at).word == self.known.by && sentence.mention_of(at + 1).is_some_and(body)
        };
        // "The Council was requested, in collaboration with the Union, to": it does what is asked.
        let asked = self.rules.controls.contains(&sentence.chunk(verb).lemma)
            && sentence.clause.subject[verb as usize].and_then(|s| sentence.mention_of(s)).is_some_and(body);
        passive && (asked || (verb..sentence.clause.chunks.len() as u32 - 1).any(agent))
    }

    /// "The Union is a partner of the Forum": whose partner it is, where it is not the speaker's.
    fn is_of_another_body(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let of = sentence.clause.chunks.get(verb as usize + 2).is_some_and(|c| c.word == self.known.of);
        let whose = sentence.clause.chunks.get(verb as usize + 3).and_then(|c| c.mention).filter(|_| of);
        whose.is_some_and(|m| sentence.mentions[m as usize].thing != sentence.speaker)
    }

    /// "our thoughts are with Westmark", "our problem is with": a feeling, no company.
    fn is_in_mind(&self, sentence: &Analysed<'_>, preposition: u32) -> bool {
        let minds = ["thought", "heart", "sympathy", "solidarity", "problem", "responsibility"];
        let verb = sentence.clause.parent[preposition as usize].map(|(p, _)| p);
        let subject = verb.and_then(|v| sentence.clause.subject[v as usize]);
        subject.is_some_and(|s| self.lexicon.is_one_of(sentence.chunk(s).lemma, &minds))
    }

    /// "with the Union at the core", "the sponsors, with Westmark at their head", "with the Union as its anchor", "with the Union
    /// playing a part": how things stand, no company.
    fn is_at_the_head(&self, sentence: &Analysed<'_>, mention: &Mention, preposition: Option<u32>) -> bool {
        let places = ["core", "head", "helm", "centre", "center", "heart", "forefront", "fore"];
        let after = sentence.chunk_of(mention).map_or(&[][..], |c| &sentence.clause.chunks[c as usize + 1..]);
        // "the Pelagic Union (PU) at its core"
        let after = match after {
            [open, _, close, rest @ ..] if open.kind == ChunkKind::Open && close.kind == ChunkKind::Close => rest,
            [close, rest @ ..] if close.kind == ChunkKind::Close => rest,
            _ => after,
        };
        let with = preposition.is_some_and(|p| self.lexicon.is(sentence.chunk(p).word, "with"));
        let doing = |c: &Chunk| c.verb.is_some_and(|v| v.form == VerbForm::Gerund);
        match after {
            [at, place, ..] if self.lexicon.is_one_of(at.word, &["at", "in"]) => {
                self.lexicon.is_one_of(place.lemma, &places)
            }
            [as_, what, ..] if with && as_.word == self.known.as_ => what.kind == ChunkKind::Noun,
            [gerund, ..] => with && doing(gerund),
            [] => false,
        }
    }

    /// "their ties with the Union", "live side by side in peace with": those of others, and neighbourhood.
    fn is_company_of_others(&self, sentence: &Analysed<'_>, mention: &Mention, path: &[Step], at: usize) -> bool {
        // "a solution in two States, with a Westmarkian State": one that is yet to be.
        let state = mention.class & self.known.state != 0 && self.lexicon.is(path[at].word, "with");
        let phrase = sentence.chunk_of(mention).map(|c| sentence.chunk(c));
        if state && phrase.is_some_and(|c| c.determiner == Determiner::Indefinite && self.lexicon.is(c.lemma, "state"))
        {
            return true;
        }
        let [noun, ..] = path[at + 1..] else { return false };
        let theirs = noun.kind == StepKind::Noun
            && sentence.chunk(noun.chunk).determiner == Determiner::Third
            && self.owner_of(sentence, noun.chunk).is_some_and(|owner| owner != Actor::Speaker);
        let live = path[at + 1..].iter().take(4).any(|s| self.lexicon.is_one_of(s.lemma, &["live", "coexist", "side"]));
        self.lexicon.is(path[at].word, "with") && (theirs || live)
    }
}
