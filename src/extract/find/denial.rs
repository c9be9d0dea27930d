//! What is denied: whether the negation of a sentence reaches what a rule says, and what leaving and disbelief make of it.

use crate::clause::attach::is_finite;
use crate::clause::path::{Step, StepKind};
use crate::clause::{ChunkKind, VerbForm, VerbGroup};
use crate::extract::Extractor;
use crate::extract::sentence::Analysed;
use crate::lexicon::Word;
use crate::link::Polarity;
use crate::mention::Mention;
use crate::rule::pattern::Family;
use crate::token::Kind;

use super::Candidate;

/// Verbs of wanting: denied, they deny what they ask for.
const WANTING: [&str; 12] = [
    "support", "favour", "endorse", "want", "need", "seek", "advocate", "accept", "propose", "envisage", "see", "share",
];

/// Verbs of taking something on: who cannot do it does not.
const ACCEPTING: [&str; 14] = [
    "support",
    "accept",
    "endorse",
    "agree",
    "join",
    "subscribe",
    "ratify",
    "accede",
    "adhere",
    "sign",
    "recognize",
    "back",
    "approve",
    "associate",
];

/// Verbs of having: "no longer has confidence in".
const HAVING: [&str; 5] = ["have", "hold", "place", "share", "feel"];

/// Verbs by which a step is not taken.
const HALTING: [&str; 9] = ["shelve", "postpone", "reject", "delay", "defer", "block", "suspend", "freeze", "halt"];

/// Verbs by which somebody has no more to do with a thing, or there is no such thing any more.
const ENDING: [&str; 20] = [
    "abandon",
    "suspend",
    "dismantle",
    "end",
    "renounce",
    "halt",
    "stop",
    "cease",
    "freeze",
    "terminate",
    "lift",
    "reverse",
    "repeal",
    "revoke",
    "abolish",
    "cancel",
    "oppose",
    "reject",
    "violate",
    "dissolve",
];

impl Extractor {
    /// "the abolition of the Council": what should end has no support, nor is it called for.
    pub(super) fn is_to_end(&self, below: &[Step]) -> bool {
        let ended = |s: &Step| s.kind == StepKind::Noun && self.rules.endings.contains(&s.lemma);
        // "to suspend the operations of the Agency", not "to stop the trade through the Treaty"
        let own = |s: &&Step| s.kind != StepKind::Preposition || s.word == self.known.of;
        let mut object = below.iter().take_while(own);
        below.iter().any(ended) || object.any(|s| s.kind == StepKind::Verb && self.lexicon.is_one_of(s.lemma, &ENDING))
    }

    /// "did not vote in favour of the treaty"
    pub(super) fn is_not_favoured(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, .. } = candidate;
        let verb = path[found.at..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        found.pattern.family == Family::Preposition
            && self.lexicon.is_one_of(path[found.at].word, &["in_favour_of", "in_support_of"])
            && verb.is_some_and(|v| self.is_negated(sentence, v.chunk))
    }

    /// "take stock of progress in the implementation of the Goals", "review the implementation of": it is looked at.
    pub(super) fn is_reviewed(&self, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, .. } = candidate;
        let done = found.pattern.family == Family::Noun && self.rules.carrying_out.contains(&path[found.at].lemma);
        let looks = ["review", "assess", "evaluate", "examine", "discuss", "monitor", "measure", "debate", "stock"];
        let mut above = path[found.at + 1..].iter().take(5);
        done && above.any(|s| self.lexicon.is_one_of(s.lemma, &looks))
    }

    /// Whether it is affirmed, where the verb over it has `polarity` and the negation reaches it or not.
    pub(super) fn affirmed(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        polarity: Polarity,
        denied: bool,
    ) -> Polarity {
        match if denied { polarity } else { Polarity::Affirmed } {
            _ if self.is_denied_noun(sentence, candidate)
                || self.is_disbelieved(sentence, candidate)
                || self.is_behind_neither(sentence, candidate.mention) =>
            {
                Polarity::Negated
            }
            // "has left the Union": a member no more; "has not left": one still.
            Polarity::Affirmed if self.is_leaving(candidate) => Polarity::Negated,
            Polarity::Negated if self.is_leaving(candidate) => Polarity::Affirmed,
            polarity => polarity,
        }
    }

    /// Whether a negation of `verb`, the verb group over the pattern, reaches what the pattern says.
    pub(super) fn is_denied(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, verb: Option<u32>) -> bool {
        let Candidate { path, found, rule, .. } = candidate;
        let denied = match found.pattern.family {
            Family::Verb | Family::Adjective => true,
            // "The reform of the Council must not be delayed": it is called for none the less.
            Family::Noun if rule.is_soft => self.is_turned_down(candidate),
            // "Our membership does not bind us": the membership is not denied.
            Family::Noun => {
                let acts = path.get(found.at + 1).is_some_and(|s| s.kind == StepKind::SubjectOf);
                // "As a member, we do not", "we have not looked back since the adoption": what is beside the denial.
                let beside = |v: u32| {
                    path.get(found.at + 1).is_some_and(|s| {
                        s.word == self.known.as_ && s.chunk < v || self.lexicon.is_one_of(s.word, &["since", "after"])
                    })
                };
                !acts && verb.is_some_and(|v| v == path[path.len() - 1].chunk && !beside(v))
            }
            _ => false,
        };
        // "We cannot end without thanking Westmark", "I would be remiss if I did not thank": the one denial lifts the other.
        // "unable to welcome Westmark": who regrets it would.
        let unable = |s: &Step| self.lexicon.is_one_of(s.word, &["unable", "incapable"]);
        let takes_on = self.lexicon.is_one_of(path[found.at].lemma, &ACCEPTING);
        let unable = rule.is_soft && !takes_on && path.get(found.at + 1).is_some_and(unable);
        let lifted = || {
            unable
                || path[found.at..].iter().any(|s| self.lexicon.is(s.word, "without"))
                || sentence.words.iter().any(|w| self.lexicon.is(*w, "remiss"))
        };
        // "We do not support any derogation from the Convention": it is the Convention that is backed.
        let breaches =
            ["contrary", "derogation", "violation", "departure", "breach", "deviation", "erosion", "weakening"];
        let breached = || rule.is_soft && path[..found.at].iter().any(|s| self.lexicon.is_one_of(s.lemma, &breaches));
        // "has not recovered from the storm": it is struck none the less.
        let lasts =
            || &*rule.relation == "affectedBy" && self.lexicon.is_one_of(path[found.at].lemma, &["recover", "emerge"]);
        denied && !lasts() && !lifted() && !breached()
    }

    /// "cannot support", "is unable to accept", "is not in a position to join": who cannot take a thing on does not.
    pub(in crate::extract) fn is_unable(&self, sentence: &Analysed<'_>, verb: u32, group: VerbGroup) -> bool {
        let chunk = sentence.chunk(verb);
        if !self.lexicon.is_one_of(chunk.lemma, &ACCEPTING) {
            return false;
        }
        let is = |w: &Word, list: &[&str]| self.lexicon.is_one_of(*w, list);
        let words = &sentence.words[..chunk.last as usize];
        if group.form != VerbForm::Infinitive {
            return words[chunk.first as usize..].iter().any(|w| is(w, &["cannot"]));
        }
        let before = &words[..chunk.first as usize];
        let near = || before.iter().rev().take(5).any(|w| is(w, &["not"]));
        match before.last() {
            Some(w) if is(w, &["unable"]) => true,
            Some(w) if is(w, &["position"]) => near(),
            _ => false,
        }
    }

    /// "withdraw from the Union", "denounce the treaty", "our withdrawal from": who does it is a member or party no more.
    pub(super) fn is_leaving(&self, candidate: Candidate<'_>) -> bool {
        let Candidate { found, rule, .. } = candidate;
        let bound = matches!(&*rule.relation, "memberOf" | "partyTo");
        bound && self.rules.leaving.contains(&found.pattern.head)
    }

    /// "We do not believe that the Council should act": who does not believe it denies it.
    fn is_disbelieved(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, .. } = candidate;
        let above = sentence.clause.parent[path[found.at].chunk as usize].map(|(p, _)| sentence.chunk(p));
        matches!(found.pattern.family, Family::Agent | Family::Predicate)
            && above.is_some_and(|v| {
                v.verb.is_some_and(|g| g.is_negated)
                    && self.lexicon.is_one_of(v.lemma, &["believe", "think", "consider", "agree", "accept"])
            })
    }

    /// "is a party neither to the treaty nor to its protocol": what stands behind "neither", with a verb before it.
    pub(in crate::extract) fn is_behind_neither(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let before = &sentence.words[..mention.first as usize];
        let Some(neither) = before.iter().rposition(|w| self.lexicon.is(*w, "neither")) else { return false };
        let nor = sentence.words[neither..].iter().any(|w| self.lexicon.is(*w, "nor"));
        let verbs = sentence.clause.chunks.iter().filter(|c| c.verb.is_some_and(|v| is_finite(v.form)));
        let last = verbs.filter(|c| c.first < mention.first).max_by_key(|c| c.first);
        // Nothing but a preposition and an article stands between.
        let near = before.iter().rev().take(4).any(|w| self.lexicon.is_one_of(*w, &["neither", "nor"]));
        nor && near && last.is_some_and(|verb| verb.last as usize <= neither)
    }

    /// "Norlandia, not a member of …, will": the noun itself is denied.
    fn is_denied_noun(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, .. } = candidate;
        let first = sentence.chunk(path[found.at].chunk).first as usize;
        let none = self.is_none_of(sentence, path[found.at].chunk);
        // "has no relations with", "attaches no importance to"
        let part = |s: &Step| s.kind == StepKind::Noun && self.is_none_of(sentence, s.chunk);
        if found.pattern.family == Family::Verb && path[found.between..found.at].iter().any(part) {
            return true;
        }
        let not = first.checked_sub(1).is_some_and(|t| self.lexicon.is(sentence.words[t], "not"));
        let comma = first.checked_sub(2).is_some_and(|t| sentence.tokens[t].kind == Kind::Comma);
        // "Congress shelved the ratification of": it is put off.
        let bound = matches!(&*candidate.rule.relation, "memberOf" | "partyTo");
        let above = path.get(found.at + 1).filter(|s| bound && s.kind == StepKind::Verb);
        let halted = above.is_some_and(|s| self.lexicon.is_one_of(s.lemma, &HALTING));
        found.pattern.family == Family::Noun && (none || not && comma || halted)
    }

    /// "no trade", and the "fishing" of "no trade or fishing": there is none.
    fn is_none_of(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let none = |chunk: u32| self.lexicon.is(sentence.words[sentence.chunk(chunk).first as usize], "no");
        let or = chunk >= 2 && self.lexicon.is_one_of(sentence.chunk(chunk - 1).word, &["or", "nor"]);
        none(chunk) || or && none(chunk - 2)
    }

    /// "does not support the establishment of", "no longer has confidence in": whoever does not want, or have, what the noun names.
    fn is_turned_down(&self, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, rule, .. } = candidate;
        let verb = |s: &&Step| s.kind == StepKind::Verb;
        let backs = &*rule.relation == "supports";
        path.get(found.at + 1).filter(verb).is_some_and(|s| {
            self.lexicon.is_one_of(s.lemma, &WANTING) || backs && self.lexicon.is_one_of(s.lemma, &HAVING)
        })
    }
}
