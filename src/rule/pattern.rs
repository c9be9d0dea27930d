//! Patterns over paths: how they are written, and how they match. A pattern is a row of words, `provide support to`; where one of
//! several may stand, they are written with strokes between: `provide|offer support|help to` is four patterns.

use crate::clause::path::{Step, StepKind};
use crate::lexicon::{Classes, Lexicon, Word, WordSet};

use super::Through;

/// Words that make one verb with the verb before them.
const PARTICLES: [&str; 6] = ["up", "out", "over", "off", "down", "back"];

/// The head of a pattern that any verb fits: a word of no lexicon.
pub const ANY: Word = Word(u32::MAX);

/// What the first word of a pattern is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// A verb of which the mention is object, or complement after a preposition: "accede to".
    Verb,
    /// A noun: "member of".
    Noun,
    /// An adjective or passive participle: "committed to".
    Adjective,
    /// A preposition: "together with"; also with what stands behind it: "with support of".
    Preposition,
    /// A verb of which the mention is the subject: "play role"; `*` for any verb.
    Agent,
    /// Words said of the mention, which is the subject of "be", "remain", …
    Predicate,
}

/// One word of a pattern after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A noun, by lemma.
    Noun(Word),
    /// A preposition.
    Preposition(Word),
    /// Any steps: `…`
    Gap,
}

/// A compiled pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// What its first word is.
    pub family: Family,
    /// The first word.
    pub head: Word,
    /// The rest, towards the mention; of an agent, the object of the verb.
    pub rest: Vec<Part>,
}

/// The patterns that one written with strokes stands for, in the order of its words.
///
/// # Errors
/// A stroke with no word on one side.
pub fn alternatives(written: &str) -> Result<Vec<String>, String> {
    let mut patterns = vec![String::new()];
    for word in written.split_whitespace() {
        if word.split('|').any(str::is_empty) {
            return Err(format!("`{written}`: a word is missing beside a stroke"));
        }
        let joint = if patterns[0].is_empty() { "" } else { " " };
        let longer = |pattern: &String| word.split('|').map(|w| format!("{pattern}{joint}{w}")).collect::<Vec<_>>();
        patterns = patterns.iter().flat_map(longer).collect();
    }
    Ok(patterns)
}

impl Pattern {
    /// Compiles a pattern as it is written in a rule: articles and adverbs are left out.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn compile(family: Family, written: &str, lexicon: &mut Lexicon) -> Result<Self, String> {
        let mut words: Vec<&str> = written.split_whitespace().filter(|w| !["a", "an", "the"].contains(w)).collect();
        let mut first = true;
        words.retain(|w| std::mem::take(&mut first) || !w.ends_with("ly"));
        let whole = written.split_whitespace().collect::<Vec<_>>().join("_");
        if family == Family::Preposition && words.len() > 1 {
            if lexicon.classes(lexicon.word(&whole)).any(Classes::PREPOSITION) {
                return Ok(Self { family, head: lexicon.word(&whole), rest: Vec::new() });
            }
            // "with support of": the preposition, what stands behind it, and what that leads to.
            if !lexicon.classes(lexicon.word(words[0])).any(Classes::PREPOSITION) || words.len() < 3 {
                return Err(format!("`{written}` is no preposition of several words: add it to language.toml"));
            }
        }
        if words.is_empty() {
            return Err("an empty pattern".to_owned());
        }
        let head = words.remove(0);
        if matches!(family, Family::Verb | Family::Agent) && words.first().is_some_and(|w| PARTICLES.contains(w)) {
            let head = lexicon.intern_phrasal(head, words.remove(0));
            let rest = words.into_iter().map(|word| part(word, lexicon)).collect();
            return Ok(Self { family, head, rest });
        }
        if family == Family::Adjective && words.first().is_some_and(|w| PARTICLES.contains(w)) {
            words.remove(0);
        }
        let is_verb = lexicon.classes(lexicon.word(head)).any(Classes::VERB.and(Classes::BE).and(Classes::HAVE));
        if matches!(family, Family::Verb | Family::Agent) && head != "*" && !is_verb {
            return Err(format!("`{head}` is no verb that language.toml knows: add it there"));
        }
        let head = if head == "*" {
            ANY
        } else if family == Family::Noun && !lexicon.classes(lexicon.word(head)).any(Classes::MODAL) {
            lexicon.intern_noun(head)
        } else {
            lexicon.intern(head)
        };
        let rest = words.into_iter().map(|word| part(word, lexicon)).collect();
        Ok(Self { family, head, rest })
    }

    /// How much it asks for, the more the surer: "extend loan to" before "extend … to".
    #[must_use]
    pub fn rank(&self) -> (usize, bool) {
        (self.rest.len(), !self.rest.contains(&Part::Gap))
    }

    /// Whether the pattern, its head at step `at` of `path` (nearest first), leads down to the mention; the
    /// number of steps then left between.
    #[must_use]
    pub fn matches(&self, path: &[Step], at: usize) -> Option<usize> {
        let step = &path[at];
        let fits = match self.family {
            Family::Verb => step.kind == StepKind::Verb && step.lemma == self.head,
            Family::Noun => {
                step.kind == StepKind::Noun && !step.is_named && [step.lemma, step.word].contains(&self.head)
            }
            Family::Adjective => matches!(step.kind, StepKind::Adjective | StepKind::Verb) && step.word == self.head,
            Family::Preposition => step.kind == StepKind::Preposition && step.word == self.head,
            Family::Agent | Family::Predicate => false,
        };
        if fits { descend(&self.rest, path, at) } else { None }
    }
}

fn part(word: &str, lexicon: &mut Lexicon) -> Part {
    let id = lexicon.intern(word);
    if word == "…" || word == ".." {
        Part::Gap
    } else if word == "to" || lexicon.classes(id).any(Classes::PREPOSITION) {
        Part::Preposition(id)
    } else {
        Part::Noun(lexicon.intern_noun(word))
    }
}

/// Follows the parts of a pattern down from step `at`.
fn descend(rest: &[Part], path: &[Step], at: usize) -> Option<usize> {
    let Some((part, rest)) = rest.split_first() else { return Some(at) };
    match part {
        // "gives … to", not "gives notice of its plan to accede | to": the gap holds no infinitive.
        Part::Gap => {
            let open = path[..at].iter().rposition(|s| s.is_infinitive).map_or(0, |verb| verb + 1);
            (open..at).rev().find_map(|next| descend_from(rest, path, next))
        }
        _ => descend_from_part(*part, rest, path, at.checked_sub(1)?),
    }
}

fn descend_from(parts: &[Part], path: &[Step], at: usize) -> Option<usize> {
    let (part, rest) = parts.split_first()?;
    descend_from_part(*part, rest, path, at)
}

fn descend_from_part(part: Part, rest: &[Part], path: &[Step], at: usize) -> Option<usize> {
    let step = &path[at];
    let fits = match part {
        Part::Noun(lemma) => step.kind == StepKind::Noun && [step.lemma, step.word].contains(&lemma),
        Part::Preposition(word) => step.kind == StepKind::Preposition && step.word == word,
        Part::Gap => true,
    };
    if fits { descend(rest, path, at) } else { None }
}

/// The words over which a rule may reach down to a mention.
pub struct Joints<'a> {
    /// "of".
    pub of: Word,
    /// "by".
    pub by: Word,
    /// Prepositions before a place or frame.
    pub places: &'a [Word],
    /// Nouns of what somebody does: "the efforts made by".
    pub deeds: &'a WordSet,
    /// Verbs of what befalls somebody; whatever else is done by him counts: "the measures taken by". None where only deeds
    /// count.
    pub suffered: Option<&'a WordSet>,
}

/// Whether the steps between a pattern and the mention may stand there.
#[must_use]
pub fn admits(through: Through, between: &[Step], pattern: &Pattern, joints: &Joints<'_>) -> bool {
    let Joints { of, by, places, deeds, suffered } = *joints;
    let family = pattern.family;
    // A preposition that hangs on the verb itself tells where or when, not what.
    let adjunct = between.last().is_some_and(|s| s.kind == StepKind::Preposition);
    if adjunct && family == Family::Verb && pattern.rest.is_empty() {
        return false;
    }
    let skipped = between.iter().take_while(|s| s.is_example).count();
    let between = &between[skipped..];
    // A verb or a noun takes the mention itself; after its preposition nothing else is left.
    let Some(first) = between.first() else { return through != Through::Clause };
    match through {
        Through::Nothing => {
            family == Family::Noun
                && between.len() == 1
                && first.kind == StepKind::Preposition
                && first.word == of
                && skipped > 0
        }
        Through::Of => {
            // "the efforts made by X" are the efforts of X.
            let made_by = |i: usize| {
                between[i].kind == StepKind::Preposition
                    && between[i].word == by
                    && between.get(i + 2).is_some_and(|s| {
                        let did = suffered.is_some_and(|set| !set.contains(&between[i + 1].lemma));
                        s.kind == StepKind::Noun && (did || deeds.contains(&s.lemma))
                    })
            };
            let genitive = |i: usize| match between[i].kind {
                StepKind::Noun => true,
                StepKind::Preposition => {
                    let next = |kind: StepKind| between.get(i + 1).is_some_and(|s| s.kind == kind);
                    // "the use of poison by X", which is condemned
                    let did = suffered.is_some() && between[i].word == by && next(StepKind::Noun);
                    // "the efforts by X"
                    let deed = |s: &Step| s.kind == StepKind::Noun && deeds.contains(&s.lemma);
                    let by_deed = between[i].word == by && between.get(i + 1).is_some_and(deed);
                    between[i].word == of || did || by_deed || made_by(i) && next(StepKind::Verb)
                }
                StepKind::Verb => i > 0 && made_by(i - 1),
                _ => false,
            };
            (0..between.len()).all(genitive)
        }
        Through::Place => {
            let placed = |s: &Step| s.kind != StepKind::Preposition || places.contains(&s.word);
            // "works in the Union to reform the mandate of the Council": in the Union, not in what it changes.
            let changed = first.word == of && between.iter().any(|s| s.kind == StepKind::Verb);
            first.kind == StepKind::Preposition && between.iter().all(placed) && !changed
        }
        Through::Clause => between.iter().any(|s| matches!(s.kind, StepKind::Verb | StepKind::SubjectOf)),
        Through::Anything => true,
    }
}

#[cfg(test)]
mod tests {
    use super::alternatives;

    #[test]
    fn words_with_strokes_between_stand_for_one_another() {
        let four = ["provide support to", "provide help to", "offer support to", "offer help to"];
        assert_eq!(alternatives("provide|offer support|help to").unwrap(), four);
        assert_eq!(alternatives("cooperate …|closely with").unwrap(), ["cooperate … with", "cooperate closely with"]);
        assert_eq!(alternatives("").unwrap(), [""]);
        assert!(alternatives("provide| support").is_err());
    }
}
