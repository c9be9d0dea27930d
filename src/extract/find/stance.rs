//! Whether what a rule takes for praise, a call or blame is one: not where somebody else is praised, where the verb over it
//! blames or tells of danger, or where it is only asked for.

use crate::clause::path::{Step, StepKind};
use crate::clause::{Chunk, ChunkKind, Determiner, Force, VerbForm};
use crate::extract::Extractor;
use crate::extract::sentence::Analysed;
use crate::lexicon::Word;
use crate::mention::Mention;
use crate::rule::Acting;
use crate::rule::pattern::Family;

use super::Candidate;

/// Verbs of who decides on what others have made.
pub(super) const PASSING: [&str; 4] = ["adopt", "establish", "impose", "commission"];

/// Nouns of what sets those apart between whom it is, or passes between them: it backs neither.
const RIFTS: [&str; 20] = [
    "agreement",
    "accord",
    "declaration",
    "treaty",
    "protocol",
    "settlement",
    "zone",
    "contradiction",
    "nexus",
    "gap",
    "difference",
    "imbalance",
    "distinction",
    "tension",
    "divide",
    "conflict",
    "interaction",
    "dialogue",
    "talk",
    "contact",
];

/// What the reaching of an aim is that comes hard.
const HARD: [&str; 11] = [
    "fraught",
    "impossible",
    "difficult",
    "unattainable",
    "unachievable",
    "elusive",
    "harder",
    "hard",
    "slow",
    "challenging",
    "distant",
];

/// Nouns of what makes a thing other than it is, or ends it.
const CHANGES: [&str; 12] = [
    "revision",
    "reform",
    "amendment",
    "replacement",
    "abolition",
    "end",
    "absence",
    "lack",
    "failure",
    "withdrawal",
    "collapse",
    "violation",
];

/// What is done to a rule by whoever does not keep it.
const BREACHES: [&str; 5] = ["disregard", "violation", "breach", "contravention", "defiance"];

/// What a body should be, where it is not.
const QUALITIES: [&str; 10] = [
    "effective",
    "efficient",
    "strong",
    "powerful",
    "credible",
    "robust",
    "legitimate",
    "better",
    "relevant",
    "universal",
];

/// What stands before under whom something is.
const UNDER: [&str; 3] = ["under_the_auspices_of", "under_the_aegis_of", "under_the_umbrella_of"];

impl Extractor {
    /// Whether what the rule takes for praise, a call or blame is one.
    pub(super) fn is_stance(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        let judged = matches!(found.pattern.family, Family::Agent | Family::Predicate);
        match &*rule.relation {
            "supports" => {
                let ascribed =
                    rule.acting == Acting::Anyone && self.is_ascribed(sentence, mention, &path[..found.between]);
                let entry =
                    mention.class & self.known.organisation != 0 && self.is_of_entry(sentence, &path[..found.between]);
                // "support Westmark as a new member of the Council"
                let role = mention.class & self.known.organisation != 0
                    && path[..found.between].iter().skip(1).any(|s| s.word == self.known.as_);
                let hollow = self.is_blamed(sentence, candidate)
                    || self.is_shared_with(candidate)
                    || role
                    || entry
                    || ascribed
                    || self.is_counterfactual(sentence, &path[found.at..])
                    || self.is_wished_better(sentence, candidate)
                    || self.is_to_end(&path[..found.at])
                    || self.is_reviewed(candidate)
                    || self.is_not_favoured(sentence, candidate)
                    || self.is_quoted_so(sentence, candidate)
                    || self.is_said_by_text(sentence, candidate)
                    || judged && self.is_in_hands(sentence, path[found.at].chunk)
                    || judged
                        && (self.is_no_judgment(sentence, candidate) || self.is_yet_to(sentence, path[found.at].chunk));
                !hollow
            }
            "callsFor" => {
                let chunk = sentence.chunk_of(mention).map(|c| sentence.chunk(c));
                let of_its = |c: &Chunk| {
                    c.head >= mention.last
                        && self.lexicon.is_one_of(c.lemma, &["operation", "mission", "activity", "programme"])
                };
                let noun = found.pattern.family == Family::Noun;
                // "I ask the Assembly to look at a map": those who listen.
                let listens = [
                    "look", "imagine", "listen", "remember", "reflect", "ponder", "allow", "permit", "forgive",
                    "picture",
                ];
                let next = sentence.clause.chunks.get(path[found.at].chunk as usize + 2);
                let addressed = next.is_some_and(|c| c.verb.is_some() && self.lexicon.is_one_of(c.lemma, &listens));
                // "One cannot ask Westmark to"; "Then the Council was called upon to": by others, long ago; "We invited a
                // mission of the Union": it came.
                let came = self.lexicon.is(path[found.at].lemma, "invite");
                let unasked = found.pattern.family == Family::Verb
                    && sentence
                        .chunk(path[found.at].chunk)
                        .verb
                        .is_some_and(|v| v.is_negated || (came || v.is_passive) && v.form == VerbForm::Past)
                    && !self.is_overdue(sentence, path[found.at].chunk);
                !unasked
                    && !addressed
                    && !self.is_to_end(&path[..found.at])
                    && self.is_asking(sentence, candidate)
                    && !(noun && (self.is_under_way(path, found.at) || chunk.is_some_and(of_its)))
            }
            "criticises" => self.is_blame(sentence, candidate, judged && self.is_no_judgment(sentence, candidate)),
            _ => true,
        }
    }

    /// "We thank him for his stewardship of the Council", "We congratulate Westmark on its admission to the Union": who is
    /// praised is somebody else, and the thing stands in what is said of him.
    fn is_ascribed(&self, sentence: &Analysed<'_>, mention: &Mention, between: &[Step]) -> bool {
        let body = mention.class & self.known.organisation != 0;
        // "the values that prevailed at the Conference", "the plan adopted by the Council": only where, and by whom.
        let aside = between.windows(2).enumerate().any(|(i, pair)| {
            let deed =
                between.get(i + 2).is_some_and(|s| s.kind == StepKind::Noun && self.rules.deeds.contains(&s.lemma));
            // "the proposal adopted by the Council" is not of its making.
            let passed = pair[0].word == self.known.by && self.lexicon.is_one_of(pair[1].lemma, &PASSING);
            let deed = deed && !passed;
            pair[0].kind == StepKind::Preposition
                && pair[1].kind == StepKind::Verb
                && !deed
                && self.lexicon.is_one_of(pair[0].word, &["by", "at", "through", "from"])
        });
        // "the signing by Westmark and the Union of": who did what is praised, no deed of one's own.
        // "a body on taxes at the Union", "the determination of others at the meeting": where it is.
        let there = match between {
            [at, thing, ..] => {
                let placed = at.kind == StepKind::Preposition && self.lexicon.is_one_of(at.word, &["at", "during"]);
                let timed = self.lexicon.is(at.word, "during");
                let ours = sentence.chunk(thing.chunk).determiner == Determiner::First;
                // "welcome the discussion of nets in the strait at the Union": what goes on there is greeted.
                let greeted = between.iter().rfind(|s| s.kind == StepKind::Noun).unwrap_or(thing).lemma;
                let deed = self.rules.deeds.contains(&greeted)
                    || self.rules.activities.contains(&greeted)
                    || self.lexicon.is_one_of(greeted, &["outcome", "result"]);
                // "propose the creation of an office under the auspices of the Union"
                let founded = self.lexicon.is_one_of(at.word, &UNDER) && self.rules.coming_about.contains(&greeted);
                founded || placed && thing.kind == StepKind::Noun && (timed || !ours && !deed)
            }
            _ => false,
        };
        let by = match between {
            [by, doing, ..] => {
                let deed = doing.kind != StepKind::Noun || self.rules.deeds.contains(&doing.lemma);
                by.kind == StepKind::Preposition && by.word == self.known.by && !deed
            }
            _ => false,
        };
        // "the contradictions between the Union and", "closer interaction between": what is between them backs neither.
        let apart = match between {
            // "the agreement reached between the Union and"
            [from, made, what, ..] if made.kind == StepKind::Verb => {
                from.word == self.known.between
                    && self.lexicon.is_one_of(made.lemma, &["reach", "sign", "conclude", "negotiate"])
                    && what.kind == StepKind::Noun
                    && self.lexicon.is_one_of(what.lemma, &RIFTS)
            }
            [from, what, ..] => {
                let pact = sentence.mention_of(what.chunk).is_some_and(|m| m.class & self.known.treaty != 0);
                from.word == self.known.between
                    && what.kind == StepKind::Noun
                    && (pact || self.lexicon.is_one_of(what.lemma, &RIFTS))
            }
            _ => false,
        };
        aside
            || body && self.is_led(sentence, between)
            || by
            || there
            || apart
            || self.is_asked(between)
            || self.is_of_doers(sentence, mention, between)
            || between.windows(2).any(|pair| {
                // "welcome Westmark, which is joining the Union": it is Westmark that is greeted.
                self.lexicon.is_one_of(pair[0].lemma, &["join", "enter", "accede", "attend"])
                    && (body && self.lexicon.is_one_of(pair[1].lemma, &["country", "state", "nation", "member"])
                        || sentence.mention_of(pair[1].chunk).is_some_and(|m| m.class & self.known.state != 0))
            })
            || self.is_for_person(sentence, between, &["for", "into", "on", "during", "at"])
    }

    /// "We thank him for his stewardship of the Council": a person or State is praised, the thing stands in what for.
    pub(super) fn is_for_person(&self, sentence: &Analysed<'_>, between: &[Step], by: &[&str]) -> bool {
        between.windows(2).enumerate().any(|(i, pair)| {
            // "commend him for convening the summit": what he convened is commended.
            let does = i.checked_sub(1).is_some_and(|i| between[i].kind == StepKind::Verb) || i == 0;
            let chunk = sentence.chunk(pair[1].chunk);
            let person = self.lexicon.is_one_of(chunk.word, &["him", "her", "you", "them", "it"])
                || !does && self.is_person(sentence, chunk)
                || sentence.mention_of(pair[1].chunk).is_some_and(|m| m.class & self.known.state != 0);
            pair[1].kind == StepKind::Noun
                && pair[0].kind == StepKind::Preposition
                && person
                && self.lexicon.is_one_of(pair[0].word, by)
        })
    }

    /// "We repeat our call for the admission of Westmark to the Union": what is asked for, not backed.
    fn is_asked(&self, between: &[Step]) -> bool {
        let requests = ["call", "appeal", "plea", "demand", "request"];
        between.windows(2).any(|pair| {
            let sought = pair[0].kind == StepKind::Verb || self.lexicon.is_one_of(pair[0].word, &["for", "to", "on"]);
            sought && pair[1].kind == StepKind::Noun && self.lexicon.is_one_of(pair[1].lemma, &requests)
        })
    }

    /// "Westmark is a success", said where others are blamed; "the Council may fail": neither praise nor blame.
    fn is_no_judgment(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        let plain = sentence.chunk(path[found.at].chunk).verb.is_none_or(|v| v.force == Force::Plain);
        match &*rule.relation {
            // "A revision of the Charter is of great importance": not the Charter as it is.
            "supports" => {
                // "The question of Westmark is important"
                let matters = ["issue", "question", "problem", "name", "status", "case", "situation", "dispute"];
                let matter = |s: &Step| s.kind == StepKind::Noun && self.lexicon.is_one_of(s.lemma, &matters);
                mention.class & self.known.state != 0 && (self.blames(sentence) || path[..found.at].iter().any(matter))
                    || path[..found.at]
                        .iter()
                        .any(|s| s.kind == StepKind::Noun && self.lexicon.is_one_of(s.lemma, &CHANGES))
            }
            // "The violation of Westmark's borders is a breach": what is done to it.
            "criticises" => {
                let suffered = |pair: &[Step]| {
                    pair[0].word == self.known.of
                        && (self.rules.acts.contains(&pair[1].lemma)
                            || self.lexicon.is_one_of(pair[1].lemma, &["seizure", "partition", "division", "siege"]))
                };
                let regretted = || self.is_regretted(sentence, path[found.at].chunk, true);
                !plain && !regretted() || path[..found.at].windows(2).any(suffered)
            }
            _ => false,
        }
    }

    /// "The Council must be more effective", "Westmark must contribute": what it should be or do it is or does not yet.
    fn is_wished_better(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, .. } = candidate;
        let fits = match found.pattern.family {
            Family::Predicate => self.lexicon.is_one_of(found.pattern.head, &QUALITIES),
            Family::Agent => {
                let state = mention.class & self.known.state != 0;
                state && self.lexicon.is_one_of(found.pattern.head, &["contribute", "make", "play", "achieve", "show"])
            }
            _ => false,
        };
        fits && sentence.chunk(path[found.at].chunk).verb.is_some_and(|v| v.force == Force::Obligation)
    }

    /// "has defied the authority of the Council": the verb over the noun blames.
    fn is_blamed(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, .. } = candidate;
        let verb = path[found.at + 1..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        let harms = |v: &Step| {
            self.rules.blame.contains(&v.lemma)
                || self.rules.harming.contains(&v.lemma) && !self.is_negated(sentence, v.chunk)
                || self.is_at_stake(sentence, v.chunk)
        };
        let over = found.pattern.family == Family::Noun && verb.is_some_and(harms);
        // "Achieving the Goals is becoming difficult", "makes it harder to achieve the Goals"
        let group = sentence.chunk(path[found.at].chunk).verb;
        let unfinished = group.is_some_and(|v| matches!(v.form, VerbForm::Gerund | VerbForm::Infinitive));
        let over = over
            || found.pattern.family == Family::Verb
                && unfinished
                && verb.is_some_and(|v| self.is_at_stake(sentence, v.chunk));
        // "We repeat that the Council is undemocratic": what is said in the clause below blames.
        let below = path[..found.at].iter().any(|s| s.kind == StepKind::SubjectOf) && self.blames(sentence);
        // "in violation of the integrity of Westmark": who says so stands by it.
        let rule_of_all = mention.class & self.known.state == 0;
        let hard = path[found.at + 1..].iter().take_while(|s| !matches!(s.kind, StepKind::SubjectOf)).any(|s| {
            s.kind == StepKind::Noun && self.rules.hardships.contains(&s.lemma)
                || self.lexicon.is_one_of(s.word, &["counter", "contrary", "incompatible", "inconsistent"])
                || rule_of_all && s.kind == StepKind::Noun && self.lexicon.is_one_of(s.lemma, &BREACHES)
        });
        // "reiterates its rejection of his inclusion in the list of the Union": no praise.
        let turned = ["rejection", "condemnation", "objection", "denunciation", "dissatisfaction"];
        let turned = |s: &Step| s.kind == StepKind::Noun && self.lexicon.is_one_of(s.lemma, &turned);
        let hard = hard || path[..found.at].iter().any(turned);
        // "struggle to achieve the Goals", "are unable to implement": whoever does has not come there.
        let reached = ["achieve", "attain", "meet", "implement", "fulfil", "realize", "respect", "honour", "uphold"];
        let short = found.pattern.family == Family::Verb
            && self.lexicon.is_one_of(found.pattern.head, &reached)
            && path.get(found.at + 1).is_some_and(|s| {
                self.lexicon.is_one_of(s.lemma, &["struggle", "fail"]) && !self.is_negated(sentence, s.chunk)
                    || self.lexicon.is_one_of(s.word, &["unable", "incapable"])
            });
        over || below || hard || short
    }

    /// "The authority of the Council is at stake", "has been called into question": it is in danger, and nobody praises it.
    fn is_at_stake(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let after = &sentence.clause.chunks[verb as usize + 1..];
        let dangers =
            ["stake", "risk", "doubt", "question", "threat", "attack", "strain", "jeopardy", "peril", "danger"];
        let faces = self
            .lexicon
            .is_one_of(sentence.chunk(verb).lemma, &["face", "encounter", "suffer", "experience", "confront"]);
        // "makes the achievement of the Goals impossible", "The achievement of the Goals remains difficult"
        let barred = |c: &Chunk| c.kind == ChunkKind::Adjective && self.lexicon.is_one_of(c.word, &HARD);
        let proves = ["be", "become", "remain", "prove", "seem"];
        if self.lexicon.is_one_of(sentence.chunk(verb).lemma, &proves) && !self.is_negated(sentence, verb) {
            return after.first().is_some_and(|c| {
                let hardship = c.determiner == Determiner::Indefinite && self.rules.hardships.contains(&c.lemma);
                barred(c) || hardship
            }) || self.is_in_danger(after, &dangers);
        }
        if self.lexicon.is_one_of(sentence.chunk(verb).lemma, &["make", "render"]) && after.iter().take(5).any(barred) {
            return true;
        }
        match after {
            [hardship, ..] if faces && self.rules.hardships.contains(&hardship.lemma) => true,
            _ => self.is_in_danger(after, &dangers),
        }
    }

    /// "at stake", "into question", right after a verb.
    fn is_in_danger(&self, after: &[Chunk], dangers: &[&str]) -> bool {
        matches!(after, [preposition, danger, ..]
            if preposition.kind == ChunkKind::Preposition && self.lexicon.is_one_of(danger.lemma, dangers))
    }

    /// "could have been an occasion to celebrate": what did not happen.
    fn is_counterfactual(&self, sentence: &Analysed<'_>, path: &[Step]) -> bool {
        path.iter().any(|step| {
            let group = sentence.chunk(step.chunk);
            let words = &sentence.words[group.first as usize..group.last as usize];
            let would = |pair: &[Word]| {
                self.lexicon.is_one_of(pair[0], &["could", "would", "might"]) && self.lexicon.is(pair[1], "have")
            };
            let auxiliaries = &words[..words.len().saturating_sub(1)];
            group.kind == ChunkKind::Verb && auxiliaries.windows(2).any(would)
        })
    }

    /// "efforts towards the reform of the Council": somebody is at it, and nobody is asked.
    fn is_under_way(&self, path: &[Step], at: usize) -> bool {
        let led = path[at + 1..].iter().take_while(|s| matches!(s.kind, StepKind::Noun | StepKind::Preposition));
        let mut nouns = led.filter(|s| s.kind == StepKind::Noun).peekable();
        // "the Working Group on the reform of the Council"
        let groups = ["committee", "group", "panel", "coordinator"];
        nouns.peek().is_some_and(|s| self.lexicon.is_one_of(s.lemma, &groups))
            || nouns.any(|s| self.lexicon.is_one_of(s.lemma, &["effort", "work", "endeavour", "attention"]))
    }
}
