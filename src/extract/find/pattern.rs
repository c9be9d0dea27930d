//! The paths up from a mention, and the patterns of rules and silences that lead to it by them.

use crate::clause::attach::is_finite;
use crate::clause::path::{Step, StepKind, over_object, through_infinitive, through_relative, upward};
use crate::clause::{Chunk, ChunkKind, Role, VerbForm};
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::lexicon::Word;
use crate::mention::{Mention, Strength};
use crate::rule::pattern::{Family, Joints, Part, Pattern, admits};
use crate::rule::{Naming, Owner, Through};

/// A pattern that leads to a mention.
pub(super) struct Match<'r> {
    pub pattern: &'r Pattern,
    pub owner: Owner,
    /// Step of its head.
    pub at: usize,
    /// Steps left between it and the mention.
    pub between: usize,
}

impl Extractor {
    /// The ways up from a noun phrase: in its own clause, in its relative clause, and from a participle after it.
    pub(super) fn paths(&self, sentence: &Analysed<'_>, chunk: u32, is_head: bool) -> Vec<Vec<Step>> {
        let clause = &sentence.clause;
        // As long as nearly all paths are.
        let mut path = Vec::with_capacity(8);
        upward(clause, chunk, self.known.of, &mut path);
        self.drop_quantities(sentence, &mut path);
        self.drop_persons(sentence, chunk, &mut path);
        self.split_steps(sentence, &mut path);
        // "a peace agreement between": what is only described is said like any other noun.
        for step in path.iter_mut().filter(|s| s.is_named) {
            // "the blockade of the isles by": so is a deed that has a name; "talks with", but not "resumption of talks with".
            let of = clause.parent[step.chunk as usize].is_some_and(|(p, _)| sentence.chunk(p).word == self.known.of);
            let deed = |m: &Mention| {
                m.class & self.known.incident != 0
                    || m.class & self.known.event != 0 && !of && self.lexicon.is(step.lemma, "talk")
            };
            let named = |m: &Mention| m.strength != Strength::Described && !deed(m);
            step.is_named = sentence.mention_of(step.chunk).is_some_and(named);
        }
        self.passive_subjects(sentence, &mut path);
        self.light_verbs(sentence, &mut path);
        if !is_head {
            path.insert(0, plain_step(sentence, StepKind::Noun, chunk));
        }
        self.officers(sentence, &mut path);
        if !is_head {
            return vec![path];
        }
        let mut paths = vec![path];
        // "the bodies of which we are members, such as the Forum": what is said of them is said of it.
        let listed = chunk.checked_sub(1).is_some_and(|c| sentence.chunk(c).kind != ChunkKind::Open);
        let told = match clause.parent[chunk as usize] {
            Some((of, Role::Example)) if listed && clause.relative[chunk as usize].is_none() => of,
            _ => chunk,
        };
        let mut path = Vec::new();
        if through_relative(clause, told, self.known.of, &mut path) {
            // "the Forum, where we work": in it
            let behind = clause.chunks.get(told as usize + 1..path[0].chunk as usize).unwrap_or_default();
            let relative = behind.iter().find(|c| c.kind == ChunkKind::Relative);
            if relative.is_some_and(|c| self.lexicon.is(c.word, "where")) && path[0].kind == StepKind::Verb {
                let within = self.known.places[0];
                path.insert(0, Step { kind: StepKind::Preposition, word: within, lemma: within, ..path[0] });
            }
            paths.push(path);
        }
        let mut path = Vec::new();
        if through_infinitive(clause, told, &mut path) {
            paths.push(path);
        }
        // "Assistance was rendered to it", not "the norms contained in it"
        let passive = |path: &&Vec<Step>| {
            let verb = path.get(1).and_then(|step| sentence.chunk(step.chunk).verb);
            verb.is_some_and(|v| v.is_passive) && self.lexicon.is_one_of(path[0].word, &["to", "for", "with"])
        };
        let behind = paths[..1].iter().filter(passive).chain(&paths[1..]);
        let over: Vec<Vec<Step>> = behind.filter_map(|path| over_object(clause, path)).collect();
        paths.extend(over);
        // "Westmark is the only State that refuses": what the State that it is does, it does.
        let is =
            clause.subject.iter().enumerate().filter(|&(v, s)| {
                *s == Some(chunk) && self.lexicon.is_one_of(clause.chunks[v].lemma, &["be", "remain"])
            });
        let equals = is.filter_map(|(v, _)| {
            let next = v as u32 + 1;
            let complement = clause.parent.get(next as usize).is_some_and(|p| *p == Some((v as u32, Role::Object)));
            complement.then_some(next)
        });
        let named_here: Vec<u32> = std::iter::once(chunk).chain(equals).collect();
        // "the treaties signed by us, among them": what is said of them by a participle is said of each.
        let reduced = |v: usize| {
            clause.chunks[v].verb.is_some_and(|g| g.is_passive && g.form == VerbForm::Participle)
                && clause.subject[v] == Some(told)
        };
        let acts = |v: usize| clause.subject[v].is_some_and(|s| named_here.contains(&s));
        for verb in (0..clause.subject.len()).filter(|&v| acts(v) || reduced(v)) {
            let passive = clause.chunks[verb].verb.is_some_and(|g| {
                let due = || self.is_due(sentence, verb as u32);
                g.is_passive
                    && (g.form == VerbForm::Participle
                        || clause.parent[verb].is_some_and(|(p, _)| p == chunk)
                        || g.form == VerbForm::Infinitive && due())
            });
            let kind = if passive { StepKind::Verb } else { StepKind::SubjectOf };
            if clause.parent[chunk as usize].is_none_or(|(p, _)| p as usize != verb) {
                paths.push(vec![plain_step(sentence, kind, verb as u32)]);
            }
        }
        paths
    }

    pub(super) fn joints(&self) -> Joints<'_> {
        let (deeds, places) = (&self.rules.deeds, &self.known.places);
        Joints { of: self.known.of, by: self.known.by, places, deeds, suffered: None }
    }

    /// Collects the patterns that lead to the mention by `path`, the path of this number.
    pub(super) fn matches<'s>(
        &'s self,
        sentence: &Analysed<'_>,
        chunk: Option<u32>,
        number: usize,
        path: &[Step],
        matches: &mut Vec<(usize, Match<'s>)>,
    ) {
        if let Some(chunk) = chunk {
            self.placed(sentence, chunk, path, number, matches);
        }
        let clause = &sentence.clause;
        let mut n_finite = 0;
        for (at, step) in path.iter().enumerate() {
            let words = [step.lemma, step.word];
            let n_words = if step.lemma == step.word { 1 } else { 2 };
            for word in &words[..n_words] {
                for (pattern, owner) in self.rules.by_word.get(word).into_iter().flatten() {
                    if let Some(between) = self.pattern_at(sentence, pattern, path, at)
                        && (n_finite == 0 || self.reaches_over(*owner, pattern))
                    {
                        matches.push((number, Match { pattern, owner: *owner, at, between }));
                    }
                }
            }
            if (step.kind == StepKind::SubjectOf || self.is_agent(sentence, path, at)) && n_finite == 0 {
                self.said_of(sentence, path, at, number, matches);
            } else if at == 0 && chunk.is_some_and(|c| clause.parent[c as usize] == Some((step.chunk, Role::Subject))) {
                self.undergone(number, matches);
            }
            let chunk = sentence.chunk(step.chunk);
            let finite = chunk.verb.is_some_and(|v| is_finite(v.form));
            n_finite += usize::from(finite);
            // "We welcome X, which has joined Y": what is said of X in passing says nothing of the speaker and Y.
            let relative = finite && at > 0 && path.get(at + 1).is_some_and(|s| s.kind == StepKind::Noun);
            if n_finite > 1 || relative {
                break;
            }
        }
    }

    /// Whether a rule or silence is for things of this class.
    pub(super) fn is_for(&self, owner: Owner, class: u128) -> bool {
        let object = match owner {
            Owner::Rule(rule) => self.rules.rules[rule as usize].object,
            Owner::Silence(silence) => self.rules.silences[silence as usize].object,
        };
        object & class != 0
    }

    /// Over the border of a finite clause only verbs that take a clause reach: "recommends that …".
    fn reaches_over(&self, owner: Owner, pattern: &Pattern) -> bool {
        let Owner::Rule(rule) = owner else { return false };
        self.rules.rules[rule as usize].through >= Through::Clause
            && pattern.family == Family::Verb
            && pattern.rest.is_empty()
    }

    fn pattern_at(&self, sentence: &Analysed<'_>, pattern: &Pattern, path: &[Step], at: usize) -> Option<usize> {
        if pattern.family == Family::Agent {
            let verb = path[at].chunk;
            let acts = path[at].kind == StepKind::SubjectOf && path[at].lemma == pattern.head;
            if acts {
                return self.has_object(sentence, verb, &pattern.rest).then_some(at);
            }
            let done = self.is_agent(sentence, path, at) && path[at].lemma == pattern.head;
            return (done && self.is_done_to(sentence, verb, &pattern.rest)).then(|| at - 1);
        }
        if let (Family::Verb, [Part::Preposition(word)]) = (pattern.family, &pattern.rest[..])
            && (self.is_stranded(sentence, path, at, pattern, *word)
                || self.is_told_to(sentence, path, at, pattern, *word))
        {
            return Some(at);
        }
        pattern.matches(path, at)
    }

    /// Whether the mention is who does what the passive verb group at step `at` says: "was invaded by".
    pub(super) fn is_agent(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let by = at.checked_sub(1).map(|b| &path[b]);
        // "achieved by Westmark's withdrawal": not by Westmark.
        path[0].kind == StepKind::Preposition
            && path[at].kind == StepKind::Verb
            && by.is_some_and(|s| s.kind == StepKind::Preposition && s.word == self.known.by)
            && sentence.chunk(path[at].chunk).verb.is_some_and(|v| v.is_passive)
    }

    /// Whether the noun of `rest` is what the passive verb group is said of: "crimes committed by".
    fn is_done_to(&self, sentence: &Analysed<'_>, verb: u32, rest: &[Part]) -> bool {
        let subject = sentence.clause.subject[verb as usize].map(|s| sentence.chunk(s).lemma);
        // "Thousands of rockets were fired by"
        let counted = || {
            let of = sentence.clause.subject[verb as usize].map(|s| s as usize + 1)?;
            let noun = sentence.clause.chunks.get(of + 1)?;
            (sentence.clause.chunks[of].word == self.known.of).then_some(noun.lemma)
        };
        match rest.first() {
            None => true,
            Some(Part::Noun(noun)) => subject == Some(*noun) || counted() == Some(*noun),
            Some(_) => false,
        }
    }

    /// "Westmark is called upon to act": the subject of a passive verb whose preposition has no object of its own.
    fn is_stranded(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, pattern: &Pattern, word: Word) -> bool {
        let verb = path[at].chunk as usize;
        let chunks = &sentence.clause.chunks;
        let alone = |i: usize| chunks.get(i).is_none_or(|c| !matches!(c.kind, ChunkKind::Noun | ChunkKind::Relative));
        at == 0
            && path[at].kind == StepKind::Verb
            && path[at].lemma == pattern.head
            && chunks[verb].verb.is_some_and(|v| v.is_passive)
            && chunks.get(verb + 1).is_some_and(|c| c.kind == ChunkKind::Preposition && c.word == word)
            && alone(verb + 2)
    }

    /// "We call on all States to ratify the treaty": whoever stands behind the preposition is to do what the infinitive says.
    fn is_told_to(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, pattern: &Pattern, word: Word) -> bool {
        let infinitive = at.checked_sub(1).and_then(|below| sentence.chunk(path[below].chunk).verb);
        path[at].kind == StepKind::Verb
            && path[at].lemma == pattern.head
            && infinitive.is_some_and(|v| v.form == VerbForm::Infinitive)
            && self.has_preposition(sentence, path[at].chunk, Part::Preposition(word), None)
    }

    /// Whether verb group `verb` has the noun of `rest` as object; true where nothing is asked for.
    fn has_object(&self, sentence: &Analysed<'_>, verb: u32, rest: &[Part]) -> bool {
        let Some(Part::Noun(noun)) = rest.first() else {
            return rest.first().is_none_or(|part| self.has_preposition(sentence, verb, *part, rest.get(1)));
        };
        let clause = &sentence.clause;
        let says = |i: usize| [clause.chunks[i].lemma, clause.chunks[i].word].contains(noun);
        (verb as usize + 1..clause.chunks.len().min(verb as usize + 8))
            .any(|i| says(i) && clause.parent[i] == Some((verb, Role::Object)))
    }

    fn has_preposition(&self, sentence: &Analysed<'_>, verb: u32, part: Part, after: Option<&Part>) -> bool {
        let Part::Preposition(word) = part else { return false };
        let clause = &sentence.clause;
        let goes_on = |i: usize| match after {
            Some(Part::Noun(noun)) => clause.chunks.get(i + 1).is_some_and(|c| c.lemma == *noun),
            _ => true,
        };
        (verb as usize + 1..clause.chunks.len().min(verb as usize + 4)).any(|i| {
            clause.chunks[i].kind == ChunkKind::Preposition
                && clause.chunks[i].word == word
                && clause.parent[i].is_some_and(|(p, _)| p == verb)
                && goes_on(i)
        })
    }

    /// "A bill has been referred to the committee": rules for whatever described things do, and for what is greeted, for one
    /// to which something is done.
    fn undergone<'s>(&'s self, number: usize, matches: &mut Vec<(usize, Match<'s>)>) {
        for (pattern, owner) in &self.rules.any_verb {
            let Owner::Rule(rule) = owner else { continue };
            let rule = &self.rules.rules[*rule as usize];
            if rule.naming == Naming::Described || rule.hailed {
                matches.push((number, Match { pattern, owner: *owner, at: 0, between: 0 }));
            }
        }
    }

    /// Patterns of what is said of the subject at step `at`: any verb, and the words of the complement.
    fn said_of<'s>(
        &'s self,
        sentence: &Analysed<'_>,
        path: &[Step],
        at: usize,
        number: usize,
        matches: &mut Vec<(usize, Match<'s>)>,
    ) {
        let verb = path[at].chunk;
        let passive = path[at].kind == StepKind::Verb;
        let between = at - usize::from(passive);
        for (pattern, owner) in &self.rules.any_verb {
            let soft = matches!(owner, Owner::Rule(rule) if self.rules.rules[*rule as usize].is_soft);
            if soft || !passive {
                matches.push((number, Match { pattern, owner: *owner, at, between }));
            }
        }
        // Only what a verb of being says is said of the subject.
        if !self.rules.being.contains(&sentence.chunk(verb).lemma) {
            return;
        }
        let clause = &sentence.clause;
        let end = (verb as usize + 7).min(clause.chunks.len());
        for i in verb as usize + 1..end {
            if clause.parent[i] != Some((verb, Role::Object)) && !self.is_of_predicate(sentence, verb, i) {
                continue;
            }
            let chunk = &clause.chunks[i];
            // "is a great threat": the quality is that of what is blamed.
            let blamed =
                self.rules.blame.contains(&chunk.lemma) || self.lexicon.is_one_of(chunk.lemma, &["concern", "worry"]);
            for token in if blamed { chunk.head } else { chunk.first }..chunk.last {
                let word = sentence.words[token as usize];
                for (pattern, owner) in self.rules.by_word.get(&word).into_iter().flatten() {
                    if pattern.family == Family::Predicate {
                        matches.push((number, Match { pattern, owner: *owner, at, between: at }));
                    }
                }
            }
        }
    }

    /// "with the Council at its core": what a phrase with "at" after the mention says of it.
    fn placed<'s>(
        &'s self,
        sentence: &Analysed<'_>,
        chunk: u32,
        path: &[Step],
        number: usize,
        matches: &mut Vec<(usize, Match<'s>)>,
    ) {
        let clause = &sentence.clause;
        let at = chunk as usize + 1;
        let preposition = clause.chunks.get(at).filter(|c| c.kind == ChunkKind::Preposition);
        let follows = preposition.is_some_and(|c| self.lexicon.is(c.word, "at"));
        let Some(noun) = clause.chunks.get(at + 1).filter(|c| follows && c.kind == ChunkKind::Noun) else { return };
        if path.is_empty() {
            return;
        }
        for (pattern, owner) in self.rules.by_word.get(&noun.lemma).into_iter().flatten() {
            if pattern.family == Family::Predicate {
                matches.push((number, Match { pattern, owner: *owner, at: 0, between: 0 }));
            }
        }
    }

    /// "is of great importance", "is at the heart": what a copula says by a preposition.
    fn is_of_predicate(&self, sentence: &Analysed<'_>, verb: u32, chunk: usize) -> bool {
        let Some((preposition, Role::Object)) = sentence.clause.parent[chunk] else { return false };
        let joins = self.lexicon.is_one_of(sentence.chunk(preposition).word, &["of", "at"]);
        let copula = ["be", "remain"].iter().any(|w| self.lexicon.is(sentence.chunk(verb).lemma, w));
        joins && copula && sentence.clause.parent[preposition as usize].is_some_and(|(p, _)| p == verb)
    }

    /// The step of the nearest silence that reaches the mention.
    pub(super) fn silenced_at(
        &self,
        mention: &Mention,
        matches: &[(usize, Match<'_>)],
        paths: &[Vec<Step>],
        reading: &Reading,
    ) -> Option<(usize, bool)> {
        let id = &reading.things.get(mention.thing).id;
        let silences = matches.iter().filter(|(path, found)| {
            // What a relative clause says, "whose headquarters we host", silences nothing of its own clause.
            let Owner::Silence(silence) = found.owner else { return false };
            if *path > 0 {
                return false;
            }
            let silence = &self.rules.silences[silence as usize];
            let meant =
                silence.object & mention.class != 0 && (silence.things.is_empty() || silence.things.contains(id));
            meant && admits(Through::Of, &paths[*path][..found.between], found.pattern, &self.joints())
        });
        // Of a verb, what stands between it and the mention is silenced too: "share with the Assembly".
        let place = |found: &Match<'_>| match found.pattern.family {
            Family::Verb => (found.between, true),
            _ => (found.at, false),
        };
        silences.map(|(_, found)| place(found)).min()
    }
}

pub(super) fn plain_step(sentence: &Analysed<'_>, kind: StepKind, chunk: u32) -> Step {
    let Chunk { word, lemma, .. } = *sentence.chunk(chunk);
    Step { kind, chunk, word, lemma, is_example: false, is_named: false, is_infinitive: false }
}

pub(super) const fn rule_index(owner: Owner) -> u32 {
    match owner {
        Owner::Rule(i) | Owner::Silence(i) => i,
    }
}
