//! The way from a noun phrase up to the verbs that govern it, and the phrases that act.

use crate::lexicon::Word;

use super::{Chunk, ChunkKind, Clause, Determiner, Role, VerbForm, VerbGroup};

/// What a step of a path is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// A preposition, or "of" for a genitive.
    Preposition,
    /// A noun that the way leads through.
    Noun,
    /// An adjective: "committed to".
    Adjective,
    /// A verb of which the way comes from the object or a modifier.
    Verb,
    /// A verb of which the way comes from the subject.
    SubjectOf,
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub kind: StepKind,
    /// The chunk.
    pub chunk: u32,
    /// Word as written.
    pub word: Word,
    /// Lemma.
    pub lemma: Word,
    /// Whether the way enters it through "such as".
    pub is_example: bool,
    /// Whether it is a noun phrase that names a thing.
    pub is_named: bool,
    /// Whether it is an infinitive.
    pub is_infinitive: bool,
}

/// Longest path that is followed.
const MAX_STEPS: usize = 14;

/// Writes the steps above noun phrase `from` to `steps`, nearest first.
pub fn upward(clause: &Clause, from: u32, of: Word, steps: &mut Vec<Step>) {
    steps.clear();
    climb(clause, from, of, steps);
}

/// Writes the steps above the place that noun phrase `from` has in its relative clause; false if there is none.
pub fn through_relative(clause: &Clause, from: u32, of: Word, steps: &mut Vec<Step>) -> bool {
    steps.clear();
    let Some(place) = clause.relative[from as usize] else { return false };
    let chunk = &clause.chunks[place as usize];
    let kind = match chunk.kind {
        ChunkKind::Preposition => StepKind::Preposition,
        // "whose chair we hold": the chair of it
        ChunkKind::Noun => {
            steps.push(Step { word: of, lemma: of, ..step(StepKind::Preposition, place, chunk) });
            StepKind::Noun
        }
        _ => StepKind::Verb,
    };
    steps.push(step(kind, place, chunk));
    if kind != StepKind::Verb {
        climb(clause, place, of, steps);
    }
    true
}

/// The same where the place is in an infinitive under the verb of the relative clause: "which we have offered to host", "to
/// which we intend to accede".
pub fn through_infinitive(clause: &Clause, from: u32, steps: &mut Vec<Step>) -> bool {
    steps.clear();
    let Some(place) = clause.relative[from as usize] else { return false };
    let fronted = clause.chunks[place as usize].kind == ChunkKind::Preposition;
    let Some(verb) = (if fronted { clause.parent[place as usize].map(|(p, _)| p) } else { Some(place) }) else {
        return false;
    };
    let Some(infinitive) =
        (verb + 1..(verb + 4).min(clause.chunks.len() as u32)).find(|&i| lacks_object(clause, i, fronted))
    else {
        return false;
    };
    if fronted {
        steps.push(step(StepKind::Preposition, place, &clause.chunks[place as usize]));
    }
    let mut here = infinitive;
    while steps.len() < MAX_STEPS {
        let chunk = &clause.chunks[here as usize];
        let kind = match chunk.kind {
            ChunkKind::Verb => StepKind::Verb,
            ChunkKind::Adjective => StepKind::Adjective,
            ChunkKind::Preposition => StepKind::Preposition,
            _ => StepKind::Noun,
        };
        steps.push(step(kind, here, chunk));
        match clause.parent[here as usize] {
            _ if here == verb => return true,
            Some((parent, _)) if parent >= verb => here = parent,
            _ => return false,
        }
    }
    false
}

/// The same way with the object of the verb on it: "in which we take part", "to which we attach importance"; of a passive verb
/// what it is said of: "assistance was rendered to". The preposition that was fronted goes with the noun.
#[must_use]
pub fn over_object(clause: &Clause, steps: &[Step]) -> Option<Vec<Step>> {
    let [preposition, verb, ..] = steps else { return None };
    if preposition.kind != StepKind::Preposition || verb.kind != StepKind::Verb {
        return None;
    }
    let is_passive = clause.chunks[verb.chunk as usize].verb.is_some_and(|v| v.is_passive);
    let object = if is_passive { clause.subject[verb.chunk as usize] } else { object_near(clause, verb.chunk) }?;
    let mut steps = steps.to_vec();
    steps.insert(1, step(StepKind::Noun, object, &clause.chunks[object as usize]));
    Some(steps)
}

/// The object right behind a verb.
fn object_near(clause: &Clause, verb: u32) -> Option<u32> {
    let mut near = verb + 1..(verb + 4).min(clause.chunks.len() as u32);
    near.find(|&i| {
        clause.chunks[i as usize].kind == ChunkKind::Noun && clause.parent[i as usize] == Some((verb, Role::Object))
    })
}

/// Whether chunk `at` is an active infinitive without an object of its own, or the gerund of "had the honour of hosting";
/// "next year" is none. What a preposition was fronted from may have one: "to which we were the first to send troops".
fn lacks_object(clause: &Clause, at: u32, fronted: bool) -> bool {
    let of = |(above, _): (u32, Role)| clause.chunks[above as usize].kind == ChunkKind::Preposition;
    let active = clause.chunks[at as usize].verb.is_some_and(|v| match v.form {
        VerbForm::Infinitive => !v.is_passive,
        VerbForm::Gerund => !v.is_passive && clause.parent[at as usize].is_some_and(of),
        _ => false,
    });
    let object =
        clause.chunks.get(at as usize + 1).filter(|_| clause.parent[at as usize + 1] == Some((at, Role::Object)));
    active
        && object.is_none_or(|o| o.mention.is_none() && (fronted || o.determiner == Determiner::Bare && !o.is_plural))
}

fn climb(clause: &Clause, from: u32, of: Word, steps: &mut Vec<Step>) {
    let mut here = from;
    while steps.len() < MAX_STEPS {
        let Some((parent, role)) = clause.parent[here as usize] else { break };
        let chunk = &clause.chunks[parent as usize];
        let kind = match (chunk.kind, role) {
            (ChunkKind::Verb, Role::Subject) => StepKind::SubjectOf,
            (ChunkKind::Verb, _) => StepKind::Verb,
            (ChunkKind::Preposition, _) => StepKind::Preposition,
            (ChunkKind::Adjective, _) => StepKind::Adjective,
            (ChunkKind::Noun, Role::Possessor) => {
                steps.push(Step {
                    kind: StepKind::Preposition,
                    chunk: parent,
                    word: of,
                    lemma: of,
                    is_example: false,
                    is_named: false,
                    is_infinitive: false,
                });
                StepKind::Noun
            }
            (ChunkKind::Noun, _) => StepKind::Noun,
            _ => break,
        };
        let mut next = step(kind, parent, chunk);
        next.is_example = role == Role::Example;
        steps.push(next);
        here = parent;
    }
}

const fn step(kind: StepKind, at: u32, chunk: &Chunk) -> Step {
    let is_infinitive = matches!(chunk.verb, Some(VerbGroup { form: VerbForm::Infinitive, .. }));
    let is_named = chunk.mention.is_some();
    Step { kind, chunk: at, word: chunk.word, lemma: chunk.lemma, is_example: false, is_named, is_infinitive }
}

/// The verb group nearest above chunk `at`, itself included.
#[must_use]
pub fn governing_verb(clause: &Clause, at: u32) -> Option<u32> {
    let mut here = at;
    for _ in 0..MAX_STEPS {
        if clause.chunks[here as usize].kind == ChunkKind::Verb {
            return Some(here);
        }
        here = clause.parent[here as usize]?.0;
    }
    None
}

/// The noun phrase after "by" that depends on the passive verb `verb`.
#[must_use]
pub fn agent(clause: &Clause, verb: u32, by: Word) -> Option<u32> {
    let hangs = |i: usize, on: u32| clause.parent[i].is_some_and(|(p, _)| p == on);
    let by = (verb as usize + 1..clause.chunks.len().min(verb as usize + 6))
        .find(|&i| clause.chunks[i].kind == ChunkKind::Preposition && clause.chunks[i].word == by && hangs(i, verb))?;
    (by + 1..clause.chunks.len().min(by + 3)).find(|&i| hangs(i, by as u32)).map(|i| i as u32)
}
