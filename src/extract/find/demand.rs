//! What is only asked for: whether a clause says what ought to be, whose demand it is, and what stands under words of what is
//! still to come.

use crate::clause::attach::is_finite;
use crate::clause::path::{Step, StepKind, governing_verb};
use crate::clause::{Chunk, ChunkKind, Determiner, Force, VerbForm};
use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::link::Modality;
use crate::mention::Strength;
use crate::rule::pattern::Family;

use super::Candidate;

/// Verbs of who wishes to see something done.
const WISHES: [&str; 3] = ["want", "like", "wish"];

impl Extractor {
    /// "proposed the creation of": whether the noun at step `at` tells of what somebody only puts forward.
    pub(super) fn is_proposed(&self, path: &[Step], at: usize) -> bool {
        let propose =
            ["propose", "suggest", "recommend", "advocate", "promote", "support", "favour", "urge", "request"];
        // "our appeal for the creation of a fund"
        let asked = ["appeal", "call", "proposal", "request", "plea", "demand", "need"];
        let noun = |s: &Step| s.kind == StepKind::Noun && self.lexicon.is_one_of(s.lemma, &asked);
        // "has assisted in the establishment of": that of others.
        let helps = ["assist", "help", "aid", "contribute", "assistance", "contribution", "participate"];
        let helped = path.get(at + 1).is_some_and(|s| s.kind == StepKind::Preposition)
            && path.get(at + 2).is_some_and(|s| self.lexicon.is_one_of(s.lemma, &helps));
        helped
            || path.get(at + 1).is_some_and(|s| s.kind == StepKind::Verb && self.lexicon.is_one_of(s.lemma, &propose))
            || path.get(at + 1).is_some_and(|s| s.kind == StepKind::Preposition) && path.get(at + 2).is_some_and(noun)
    }

    pub(super) fn is_obliged(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, reading: &Reading) -> bool {
        let chunk = sentence.chunk(path[at].chunk);
        // "We lament that it should have met": it has.
        let group = &sentence.words[chunk.first as usize..chunk.last as usize];
        let met = group
            .windows(2)
            .any(|pair| self.lexicon.is_one_of(pair[0], &["should", "must"]) && self.lexicon.is(pair[1], "have"))
            && !self.lexicon.is(chunk.lemma, "have");
        let forced = !met && chunk.verb.is_some_and(|v| v.force == Force::Obligation);
        let next = sentence.clause.chunks.get(path[at].chunk as usize + 1).and_then(|c| c.verb);
        // "all that the Council has to offer" asks for nothing.
        let offers = |c: &Chunk| self.lexicon.is_one_of(c.lemma, &["offer", "say"]);
        let given = sentence.clause.chunks.get(path[at].chunk as usize + 1).is_some_and(offers);
        // "The Council had to act": long ago.
        let past = chunk.verb.is_some_and(|v| matches!(v.form, VerbForm::Past | VerbForm::Perfect));
        let to_do = next.is_some_and(|v| v.form == VerbForm::Infinitive)
            && !past
            && !given
            && !self.is_yet_to(sentence, path[at].chunk);
        // "it is important for the Council to act": an infinitive under an adjective that urges.
        let infinitive = chunk.verb.is_some_and(|v| v.form == VerbForm::Infinitive);
        let above = sentence.clause.parent[path[at].chunk as usize].map(|(noun, _)| noun).filter(|_| infinitive);
        let preposition = above.and_then(|noun| sentence.clause.parent[noun as usize]);
        let adjective =
            preposition.and_then(|(p, _)| sentence.clause.parent[p as usize]).map(|(a, _)| sentence.chunk(a));
        let urges = adjective.is_some_and(|a| {
            a.kind == ChunkKind::Adjective && self.rules.modality.by_lemma.get(&a.word) == Some(&Modality::Urged)
        });
        // "We ask that Norlandia withdraw": a bare verb under one that urges.
        let demanded =
            self.is_demanded(sentence, path[at].chunk) && self.is_our_demand(sentence, path[at].chunk, reading);
        forced
            || urges
            || demanded
            || self.is_wished_to_see(sentence, path[at].chunk, reading)
            || self.is_left_undone(sentence, path[at].chunk, reading)
            || self.known.needs[0] == chunk.lemma
            || (to_do && self.known.needs.contains(&chunk.lemma))
    }

    /// "Those that have not ratified it must do so", "We urge those that have yet to sign it to sign": what is asked of those of
    /// whom a clause says that they have not done it.
    fn is_left_undone(&self, sentence: &Analysed<'_>, verb: u32, reading: &Reading) -> bool {
        let parent = |at: u32| sentence.clause.parent[at as usize].map(|(above, _)| above);
        let infinitive = sentence.chunk(verb).verb.is_some_and(|v| v.form == VerbForm::Infinitive);
        let undone = if infinitive { parent(verb).filter(|_| self.is_yet_to(sentence, verb)) } else { Some(verb) };
        let Some(undone) = undone.filter(|&u| infinitive || self.is_negated(sentence, u)) else { return false };
        let told = undone.checked_sub(1).is_some_and(|r| sentence.chunk(r).kind == ChunkKind::Relative);
        let whose = parent(undone).filter(|&n| told && sentence.chunk(n).kind == ChunkKind::Noun);
        let asked = whose.and_then(|noun| governing_verb(&sentence.clause, noun));
        asked.is_some_and(|above| {
            let chunk = sentence.chunk(above);
            let urged = self.rules.modality.by_lemma.get(&chunk.lemma) == Some(&Modality::Urged)
                && self.subject_of(sentence, above, reading) == Actor::Speaker;
            urged || chunk.verb.is_some_and(|v| v.force == Force::Obligation)
        })
    }

    /// "We would like to see the Council act": a verb under "see" under one that wishes.
    fn is_wished_to_see(&self, sentence: &Analysed<'_>, verb: u32, reading: &Reading) -> bool {
        let up = |at: u32| sentence.clause.parent[at as usize].map(|(above, _)| above);
        let see = up(verb).filter(|&see| self.lexicon.is(sentence.chunk(see).lemma, "see"));
        let wish = see.and_then(up).filter(|&wish| self.lexicon.is_one_of(sentence.chunk(wish).lemma, &WISHES));
        wish.is_some_and(|wish| {
            !self.is_negated(sentence, wish) && self.subject_of(sentence, wish, reading) == Actor::Speaker
        })
    }

    /// "Let the Council act", "the need for the Council to act", "We want to see the Council enlarged": words that only ask
    /// where what is to be done follows.
    pub(super) fn is_asking(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        // What is not there is asked for itself: "the need for a treaty".
        let acts = mention.class & (self.known.organisation | self.known.state) != 0;
        if rule.obliged || !acts || mention.strength == Strength::Described {
            return true;
        }
        let at = path[found.at].chunk;
        let lemma = path[found.at].lemma;
        let chunks = &sentence.clause.chunks;
        let Some(chunk) = sentence.chunk_of(mention) else { return false };
        // "a subject in the context of the reform of the Union": what it stands in is asked of nobody.
        let context = path
            .get(found.at + 1)
            .is_some_and(|s| self.lexicon.is_one_of(s.word, &["in_the_context_of", "within_the_context_of"]));
        if found.pattern.family == Family::Noun && context {
            return false;
        }
        let next = chunks.get(chunk as usize + 1).and_then(|c| c.verb);
        let infinitive = next.is_some_and(|v| v.form == VerbForm::Infinitive);
        if found.pattern.family == Family::Noun && self.lexicon.is_one_of(lemma, &["need", "call"]) {
            let is_for = path[..found.at].last().is_none_or(|s| self.lexicon.is(s.word, "for"));
            return infinitive || !is_for;
        }
        // "It is the duty of the Council to act", not "in view of the duty of"
        if found.pattern.family == Family::Noun
            && self.lexicon.is_one_of(lemma, &["duty", "obligation", "responsibility"])
        {
            let told = path.get(found.at + 1).filter(|s| self.lexicon.is(s.lemma, "be"));
            let it = told.and_then(|s| sentence.clause.subject[s.chunk as usize]).map(|s| sentence.chunk(s).word);
            return infinitive && it.is_some_and(|w| self.lexicon.is(w, "it"));
        }
        if self.lexicon.is(lemma, "wait") {
            return infinitive;
        }
        if self.lexicon.is(lemma, "see") {
            let wishes = |s: &Step| self.lexicon.is_one_of(s.lemma, &WISHES) && !self.is_negated(sentence, s.chunk);
            return next.is_some() && path.get(found.at + 1).is_some_and(wishes);
        }
        // "We cannot let Westmark": only the imperative asks.
        let imperative = sentence.clause.subject[at as usize].is_none() && path.len() == found.at + 1;
        !self.lexicon.is(lemma, "let") || imperative && chunk == at + 1 && next.is_some()
    }

    /// "It is time that the Council was reformed": it has not been.
    pub(super) fn is_overdue(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let above = sentence.clause.parent[verb as usize].map(|(above, _)| sentence.chunk(above));
        let past = sentence.chunk(verb).verb.is_some_and(|v| v.form == VerbForm::Past && v.force == Force::Plain);
        past && above.is_some_and(|a| a.kind == ChunkKind::Noun && self.lexicon.is(a.lemma, "time"))
    }

    /// "The Council has yet to act": it has not.
    pub(super) fn is_yet_to(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let above = sentence.clause.parent[verb as usize].map(|(above, _)| above);
        [Some(verb), above].into_iter().flatten().any(|at| {
            let chunk = sentence.chunk(at);
            let group = sentence.words.get(chunk.first as usize..=chunk.last as usize);
            chunk.kind == ChunkKind::Verb && group.is_some_and(|g| g.iter().any(|w| self.lexicon.is(*w, "yet")))
        })
    }

    /// Whether nobody else demands what `verb` says: not "Westmark insists that the Council act". "Our plight demands that" is
    /// the speaker's demand.
    fn is_our_demand(&self, sentence: &Analysed<'_>, verb: u32, reading: &Reading) -> bool {
        let above = sentence.clause.parent[verb as usize].map(|(above, _)| above);
        let told = |v: &u32| sentence.chunk(*v).verb.is_some_and(|g| g.force == Force::Plain && is_finite(g.form));
        let Some(above) = above.filter(told) else { return true };
        let subject = sentence.clause.subject[above as usize];
        let body = subject.is_some_and(|s| {
            let named = sentence.mention_of(s).is_some_and(|m| m.class & self.known.organisation != 0);
            named || self.known.third_person.contains(&sentence.chunk(s).word)
        });
        match self.subject_of(sentence, above, reading) {
            Actor::Speaker | Actor::Nobody => true,
            Actor::States(_) => false,
            Actor::Other => !body,
        }
    }

    /// Whether `verb` is in the subjunctive, under a verb, noun or adjective that urges: "our demand that it withdraw".
    pub(in crate::extract) fn is_demanded(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let chunk = sentence.chunk(verb);
        let above = sentence.clause.parent[verb as usize].map(|(above, _)| sentence.chunk(above));
        let urges = above.is_some_and(|a| {
            let word = if a.kind == ChunkKind::Adjective { a.word } else { a.lemma };
            let proposes = [
                "propose",
                "proposal",
                "suggest",
                "suggestion",
                "recommendation",
                "insist",
                "insistence",
                "importance",
                "urgency",
            ];
            let urges = self.rules.modality.by_lemma.get(&word) == Some(&Modality::Urged);
            a.kind != ChunkKind::Preposition && (urges || self.lexicon.is_one_of(word, &proposes))
        });
        // What has a name is one, though the name be plural.
        let one = |s: u32| sentence.mention_of(s).is_some_and(|m| m.strength == Strength::Named);
        let singular = sentence.clause.subject[verb as usize].is_some_and(|s| !sentence.chunk(s).is_plural || one(s));
        let first = sentence.words[chunk.first as usize];
        // "withdraw", "fully withdraw", "take over"
        let plain = chunk
            .verb
            .is_some_and(|v| v.form == VerbForm::Present && v.force == Force::Plain && !v.is_negated && !v.is_passive);
        let bare = plain && chunk.word == self.lexicon.lemma(chunk.word) || self.lexicon.is(first, "be");
        urges && singular && bare || self.is_overdue(sentence, verb)
    }

    /// "should include the establishment of": what the noun names is not there.
    pub(super) fn is_only_wanted(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let verb = path[at + 1..].iter().find_map(|s| sentence.chunk(s.chunk).verb);
        verb.is_some_and(|v| matches!(v.force, Force::Obligation | Force::Possibility))
    }

    /// "advocates the holding of", "preparations for the holding of": the noun stands under a word of what is still to come.
    pub(super) fn is_sought(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let led = |s: &&Step| s.kind != StepKind::Preposition || self.lexicon.is_one_of(s.word, &["of", "for", "to"]);
        let sought = |s: &Step| {
            // "proposes the establishment of": whoever does plans it.
            let plans = s.chunk == path[at + 1].chunk && s.kind == StepKind::Verb;
            let asked = self.rules.modality.by_lemma.get(&s.lemma).is_some_and(|m| match m {
                Modality::Planned | Modality::Hoped => !plans,
                Modality::Urged | Modality::Preparing => true,
                _ => false,
            });
            // "The holding of the summit is expected in May": it is said when.
            let said = s.kind == StepKind::SubjectOf || self.rules.expected.contains(&s.lemma);
            !said && (asked || self.lexicon.is_one_of(s.lemma, &["advocate", "favour", "favor", "idea"]))
        };
        let topic = path.get(at + 1).is_some_and(|s| self.lexicon.is_one_of(s.word, &["regarding", "concerning"]));
        let verb = path[at + 1..].iter().position(|s| sentence.chunk(s.chunk).verb.is_some());
        topic || path[at + 1..verb.map_or(path.len(), |v| at + v + 2)].iter().take_while(led).any(sought)
    }

    /// "Africa deserves a seat on", "to ensure the representation of small States in": somebody should have what the noun names.
    pub(super) fn is_wished_for(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let grants = [
            "support",
            "favour",
            "deserve",
            "merit",
            "grant",
            "give",
            "ensure",
            "guarantee",
            "increase",
            "improve",
            "enhance",
            "allocate",
            "deny",
            "lack",
        ];
        let ours = sentence.chunk(path[at].chunk).determiner == Determiner::First;
        let verb = path[at + 1..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        let granted = verb.is_some_and(|v| self.lexicon.is_one_of(v.lemma, &grants));
        let told = verb.is_some_and(|v| {
            let group = sentence.chunk(v.chunk).verb;
            group.is_some_and(|g| matches!(g.form, VerbForm::Past | VerbForm::Perfect) && g.force == Force::Plain)
        });
        !ours && !told && (granted || self.is_only_wanted(sentence, path, at) || self.is_sought(sentence, path, at))
    }

    /// "commends them for having reached an agreement", "applauds their courage in reaching it": what somebody is praised for
    /// is done.
    pub(super) fn is_credited(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let gerund = sentence.chunk(path[at].chunk).verb.is_some_and(|v| v.form == VerbForm::Gerund);
        let group = sentence.chunk(path[at].chunk);
        let having = (group.first..group.last).any(|t| self.lexicon.is(sentence.words[t as usize], "having"));
        let merits = ["courage", "success", "leadership", "wisdom", "statesmanship", "vision", "determination"];
        let led = path.get(at + 1).is_some_and(|s| self.lexicon.is_one_of(s.word, &["for", "in", "on", "upon"]));
        let praised = |s: &Step| {
            let words = [s.lemma, s.word];
            words.iter().any(|w| self.rules.credits.contains(w)) || self.lexicon.is_one_of(s.lemma, &merits)
        };
        gerund && (having || led && path[at + 2..].iter().take(3).any(praised))
    }
}
