//! Decides, from left to right and once, what each phrase hangs on and which phrase is the subject of each
//! verb. Prepositions hang low; paths through nouns are judged later by the rules.

use super::{Chunk, ChunkKind, Clause, Determiner, Role, VerbForm};

/// What attachment must know of the meaning of phrases.
pub struct Sense<'a> {
    /// Whether the object of a verb group is the subject of the infinitive after it: "urge X to".
    pub controls: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase is an adverb of time: "this year".
    pub is_time: &'a dyn Fn(&Chunk) -> bool,
    /// Whether two noun phrases name things of one kind.
    pub alike: &'a dyn Fn(&Chunk, &Chunk) -> bool,
}

/// Attaches `chunks`.
#[must_use]
pub fn attach(chunks: Vec<Chunk>, sense: &Sense<'_>) -> Clause {
    let n = chunks.len();
    let clause = Clause { chunks, parent: vec![None; n], subject: vec![None; n], relative: vec![None; n] };
    let mut attacher = Attacher {
        clause,
        sense,
        pending: None,
        matrix: Vec::new(),
        last_finite: None,
        opened: None,
        last_antecedent: None,
        opener: None,
    };
    for at in 0..n {
        attacher.chunk(at);
    }
    attacher.attach_beginnings();
    attacher.clause
}

struct Attacher<'a> {
    clause: Clause,
    sense: &'a Sense<'a>,
    /// A noun phrase that waits for its verb.
    pending: Option<usize>,
    /// Outside a relative clause: what waited, and the last finite verb.
    matrix: Vec<(Option<usize>, Option<usize>)>,
    last_finite: Option<usize>,
    /// Antecedent of the relative clause that has no verb yet, with the preposition before the pronoun.
    opened: Option<(usize, Option<usize>)>,
    /// Antecedent of the last relative clause, for "… that …, and that …".
    last_antecedent: Option<usize>,
    /// The phrase on which a subordinate clause hangs that has no verb yet.
    opener: Option<usize>,
}

impl Attacher<'_> {
    fn kind(&self, at: usize) -> ChunkKind {
        self.clause.chunks[at].kind
    }

    fn hang(&mut self, child: usize, parent: usize, role: Role) {
        if child != parent {
            self.clause.parent[child] = Some((parent as u32, role));
        }
    }

    /// The chunk before `at`, over a bracket that is closed.
    fn before(&self, at: usize) -> Option<usize> {
        let mut previous = at.checked_sub(1)?;
        if self.kind(previous) == ChunkKind::Close {
            while self.kind(previous) != ChunkKind::Open {
                previous = previous.checked_sub(1)?;
            }
            previous = previous.checked_sub(1)?;
        }
        Some(previous)
    }

    fn chunk(&mut self, at: usize) {
        match self.kind(at) {
            ChunkKind::Noun => self.noun(at),
            ChunkKind::Verb => self.verb(at),
            ChunkKind::Preposition => self.preposition(at),
            ChunkKind::Adjective => {
                if let Some(previous) =
                    self.before(at).filter(|&p| matches!(self.kind(p), ChunkKind::Verb | ChunkKind::Noun))
                {
                    self.hang(at, previous, Role::Object);
                } else if let Some(partner) = self.partner(at, ChunkKind::Adjective) {
                    self.clause.parent[at] = self.clause.parent[partner];
                }
            }
            ChunkKind::Relative => self.relative(at),
            ChunkKind::Subordinator => {
                self.opener = self.last_content(at);
                self.pending = None;
            }
            ChunkKind::Mark => {
                self.pending = None;
                self.matrix.clear();
                self.last_antecedent = None;
                self.opened = None;
            }
            _ => {}
        }
    }

    fn last_content(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&i| matches!(self.kind(i), ChunkKind::Verb | ChunkKind::Noun | ChunkKind::Adjective))
    }

    fn noun(&mut self, at: usize) {
        if self.clause.chunks[at].is_genitive
            && self.clause.chunks.get(at + 1).is_some_and(|c| c.kind == ChunkKind::Noun)
        {
            self.hang(at, at + 1, Role::Possessor);
            return;
        }
        let Some(previous) = self.before_genitives(at) else {
            if !(self.sense.is_time)(&self.clause.chunks[at]) {
                self.pending = Some(at);
            }
            return;
        };
        match self.kind(previous) {
            ChunkKind::Preposition => self.hang(at, previous, Role::Object),
            ChunkKind::Verb => self.hang(at, previous, Role::Object),
            ChunkKind::Listing => self.example(at, previous),
            ChunkKind::Coordinator | ChunkKind::Comma => self.coordinate(at, previous),
            ChunkKind::Open => {
                if let Some(noun) = (0..previous).rev().find(|&i| self.kind(i) == ChunkKind::Noun) {
                    self.hang(at, noun, Role::Example);
                }
            }
            ChunkKind::Noun | ChunkKind::Adjective if (self.sense.is_time)(&self.clause.chunks[at]) => {}
            ChunkKind::Noun => match self.clause.parent[previous] {
                Some((verb, Role::Object)) if self.kind(verb as usize) == ChunkKind::Verb => {
                    self.hang(at, verb as usize, Role::Object);
                }
                _ if self.opens_contact(previous, at) => {
                    // A contact clause: "the strategy we adopted".
                    self.opened = Some((previous, None));
                    self.matrix.push((self.pending, self.last_finite));
                    self.pending = Some(at);
                }
                _ => self.pending = Some(at),
            },
            ChunkKind::Adjective => self.hang(at, previous, Role::Object),
            _ => self.pending = Some(at),
        }
    }

    /// "the strategy we adopted": a noun phrase after another that has its place, and a verb after it.
    fn opens_contact(&self, previous: usize, at: usize) -> bool {
        let placed = self.clause.parent[previous].is_some() && self.last_finite.is_some();
        placed && self.opened.is_none() && !(self.sense.is_time)(&self.clause.chunks[previous]) && self.is_subject(at)
    }

    fn before_genitives(&self, at: usize) -> Option<usize> {
        let mut previous = self.before(at)?;
        while self.clause.chunks[previous].is_genitive && self.kind(previous) == ChunkKind::Noun {
            previous = self.before(previous)?;
        }
        Some(previous)
    }

    /// An example hangs on the nearest plural noun before "such as", else on the nearest noun.
    fn example(&mut self, at: usize, listing: usize) {
        let nouns = (listing.saturating_sub(8)..listing).rev().filter(|&i| self.kind(i) == ChunkKind::Noun);
        let nouns: Vec<usize> = nouns.collect();
        let plural = nouns.iter().find(|&&i| self.clause.chunks[i].is_plural);
        match plural.or(nouns.first()) {
            Some(&noun) => self.hang(at, noun, Role::Example),
            None => self.pending = Some(at),
        }
    }

    /// Whether a finite verb follows the noun phrase `at` and its modifiers.
    fn is_subject(&self, at: usize) -> bool {
        let mut i = at + 1;
        while let Some(chunk) = self.clause.chunks.get(i) {
            match chunk.kind {
                ChunkKind::Verb => return chunk.verb.is_some_and(|v| is_finite(v.form)),
                ChunkKind::Preposition if self.clause.chunks.get(i + 1).is_some_and(|c| c.kind == ChunkKind::Noun) => {
                    i += 2;
                }
                ChunkKind::Noun if self.clause.chunks[i - 1].is_genitive => i += 1,
                ChunkKind::Comma if self.last_finite.is_none() => return self.verb_after_aside(i),
                ChunkKind::Relative if self.last_finite.is_none() => return self.n_finite_after(i) > 1,
                _ => return false,
            }
        }
        false
    }

    fn is_apposition(&self, at: usize, joint: usize) -> bool {
        self.kind(joint) == ChunkKind::Comma && self.clause.chunks[at].determiner == Determiner::Indefinite
    }

    /// How many finite verbs follow `at` before a mark: a relative clause and the verb after it are two.
    fn n_finite_after(&self, at: usize) -> usize {
        let rest = self.clause.chunks[at + 1..].iter().take_while(|c| c.kind != ChunkKind::Mark);
        rest.take(16).filter(|c| c.verb.is_some_and(|v| is_finite(v.form))).count()
    }

    /// Whether an aside between commas, that begins at the comma `at`, is followed by a finite verb.
    fn verb_after_aside(&self, at: usize) -> bool {
        let aside = &self.clause.chunks[at + 1..self.clause.chunks.len().min(at + 10)];
        let opens = aside.first().is_some_and(|c| {
            matches!(c.kind, ChunkKind::Preposition | ChunkKind::Relative)
                || c.verb.is_some_and(|v| v.form == VerbForm::Participle)
        });
        let close = aside.iter().position(|c| c.kind == ChunkKind::Comma);
        let verb = close.and_then(|c| aside.get(c + 1)).and_then(|c| c.verb);
        opens && verb.is_some_and(|v| is_finite(v.form))
    }

    /// A noun phrase after "and" or a comma: a further member of a list, or the subject of a new clause.
    fn coordinate(&mut self, at: usize, joint: usize) {
        let partner = self.list_partner(at, joint);
        let is_subject = self.is_subject(at);
        if let Some(verb) = self.interrupted(joint).filter(|_| !is_subject) {
            return self.hang(at, verb, Role::Object);
        }
        let opens = self.last_finite.is_some() || self.kind(joint) == ChunkKind::Comma;
        let new_clause = is_subject && opens && self.pending.is_none();
        match partner {
            // "Norlandia, a member of …, keeps": an apposition, no second subject.
            Some(partner) if self.pending == Some(partner) && self.is_apposition(at, joint) => {
                self.hang(at, partner, Role::Modifier);
            }
            Some(partner) if !new_clause => {
                self.clause.parent[at] = self.clause.parent[partner];
                if self.clause.parent[at].is_none() && self.pending.is_none() {
                    self.pending = Some(at);
                }
                self.clause.relative[at] = self.clause.relative[partner];
            }
            _ if is_subject => self.pending = Some(at),
            _ => match self.last_content(joint).filter(|&c| self.kind(c) != ChunkKind::Verb) {
                Some(content) => self.clause.parent[at] = self.clause.parent[content],
                None if self.pending.is_none() => self.pending = Some(at),
                None => {}
            },
        }
    }

    /// Whether the prepositional phrase at `at` opens a clause: "and as members of X, we have".
    fn opens_clause(&self, at: usize) -> bool {
        let end = self.clause.chunks.len().min(at + 9);
        let comma = (at + 1..end).find(|&i| self.kind(i) == ChunkKind::Comma);
        comma.is_some_and(|c| {
            c + 1 < self.clause.chunks.len() && self.kind(c + 1) == ChunkKind::Noun && self.is_subject(c + 1)
        })
    }

    /// The verb from whose object an aside between commas has kept us: "signed, in the presence of X, the treaty".
    fn interrupted(&self, joint: usize) -> Option<usize> {
        let verb = self.last_finite.filter(|_| self.kind(joint) == ChunkKind::Comma)?;
        let aside = verb + 1 < joint && self.kind(verb + 1) == ChunkKind::Comma;
        let has_object = (verb + 1..joint).any(|i| self.clause.parent[i] == Some((verb as u32, Role::Object)));
        (aside && !has_object).then_some(verb)
    }

    fn list_partner(&self, at: usize, joint: usize) -> Option<usize> {
        let nouns = |i: &usize| self.kind(*i) == ChunkKind::Noun && !self.clause.chunks[*i].is_genitive;
        let reach = (joint.saturating_sub(14)..joint).rev().take_while(|&i| {
            !(self.kind(i) == ChunkKind::Mark
                || (self.kind(i) == ChunkKind::Verb && self.clause.chunks[i].verb.is_some_and(|v| is_finite(v.form))))
        });
        let within: Vec<usize> = reach.filter(nouns).collect();
        let me = &self.clause.chunks[at];
        let alike = within.iter().find(|&&i| (self.sense.alike)(me, &self.clause.chunks[i]));
        alike.or(within.first()).copied()
    }

    fn partner(&self, at: usize, kind: ChunkKind) -> Option<usize> {
        let joint = at.checked_sub(1)?;
        if !matches!(self.kind(joint), ChunkKind::Coordinator | ChunkKind::Comma) {
            return None;
        }
        (joint.saturating_sub(12)..joint).rev().find(|&i| self.kind(i) == kind)
    }

    fn preposition(&mut self, at: usize) {
        let Some(mut previous) = self.before(at) else { return };
        if matches!(self.kind(previous), ChunkKind::Open | ChunkKind::Listing) {
            let Some(content) = self.last_content(previous) else { return };
            previous = content;
        }
        let joint = matches!(self.kind(previous), ChunkKind::Coordinator | ChunkKind::Comma);
        if joint {
            let word = self.clause.chunks[at].word;
            let same = (previous.saturating_sub(14)..previous)
                .rev()
                .find(|&i| self.kind(i) == ChunkKind::Preposition && self.clause.chunks[i].word == word);
            if let Some(same) = same {
                self.clause.parent[at] = self.clause.parent[same];
                return;
            }
            let subordinated =
                self.last_finite.is_some_and(|v| (v..at).any(|i| self.kind(i) == ChunkKind::Subordinator));
            let new_clause = (previous > 0 && self.kind(previous - 1) == ChunkKind::Coordinator)
                || (subordinated && self.pending.is_none());
            if self.kind(previous) == ChunkKind::Comma && new_clause {
                return;
            }
            if self.kind(previous) == ChunkKind::Comma {
                if let Some(verb) = self.last_finite {
                    self.hang(at, verb, Role::Modifier);
                } else if let Some(noun) = self.pending {
                    self.hang(at, noun, Role::Modifier);
                }
                return;
            }
            if self.opens_clause(at) {
                return;
            }
            match self.last_content(previous) {
                Some(content) => previous = content,
                None => return,
            }
        }
        if matches!(
            self.kind(previous),
            ChunkKind::Noun | ChunkKind::Verb | ChunkKind::Adjective | ChunkKind::Preposition
        ) {
            self.hang(at, previous, Role::Modifier);
        }
    }

    fn relative(&mut self, at: usize) {
        let joined = self.before(at).is_some_and(|p| self.kind(p) == ChunkKind::Coordinator);
        if let Some(last) = self.last_antecedent.filter(|_| joined) {
            self.opened = Some((last, None));
            self.pending = None;
            return;
        }
        let mut antecedent = at;
        let mut preposition = None;
        while let Some(previous) = self.before(antecedent) {
            antecedent = previous;
            match self.kind(previous) {
                ChunkKind::Noun => break,
                ChunkKind::Preposition if preposition.is_none() && previous + 1 == at => preposition = Some(previous),
                ChunkKind::Comma | ChunkKind::Close | ChunkKind::Coordinator => {}
                _ => return,
            }
        }
        if self.kind(antecedent) == ChunkKind::Noun {
            self.matrix.push((self.pending, self.last_finite));
            self.opened = Some((antecedent, preposition));
            self.last_antecedent = Some(antecedent);
            self.pending = None;
        }
    }

    fn verb(&mut self, at: usize) {
        let Some(group) = self.clause.chunks[at].verb else { return };
        match group.form {
            VerbForm::Infinitive => self.infinitive(at),
            VerbForm::Gerund => self.gerund(at),
            VerbForm::Participle => self.participle(at),
            VerbForm::Present | VerbForm::Past | VerbForm::Perfect => self.finite(at),
        }
    }

    fn set_subject(&mut self, verb: usize, subject: Option<usize>) {
        self.clause.subject[verb] = subject.map(|s| s as u32);
    }

    fn finite(&mut self, at: usize) {
        let after_joint = self.before(at).is_some_and(|p| self.kind(p) == ChunkKind::Coordinator);
        if let Some((antecedent, preposition)) = self.opened.take() {
            match self.pending.take() {
                Some(subject) => {
                    self.set_subject(at, Some(subject));
                    self.clause.parent[subject] = Some((at as u32, Role::Subject));
                    self.clause.relative[antecedent] = Some(preposition.unwrap_or(at) as u32);
                }
                None => self.set_subject(at, Some(antecedent)),
            }
            if let Some(preposition) = preposition {
                self.hang(preposition, at, Role::Modifier);
            }
            self.hang(at, antecedent, Role::Modifier);
        } else if let Some(subject) = self.pending.take() {
            self.take_subject(at, subject);
        } else if after_joint || self.matrix.is_empty() {
            if let Some(last) = self.last_finite {
                self.clause.subject[at] = self.clause.subject[last];
                self.clause.parent[at] = self.clause.parent[last];
            }
        } else if let Some((pending, last_finite)) = self.matrix.pop() {
            match pending {
                Some(subject) => self.take_subject(at, subject),
                None => self.clause.subject[at] = last_finite.and_then(|v| self.clause.subject[v]),
            }
        }
        self.last_finite = Some(at);
    }

    fn take_subject(&mut self, at: usize, subject: usize) {
        self.set_subject(at, Some(subject));
        // The other members of a coordinated subject hang on the same verb.
        for i in subject..at {
            if self.kind(i) == ChunkKind::Noun && self.clause.parent[i].is_none() && !self.clause.chunks[i].is_genitive
            {
                self.clause.parent[i] = Some((at as u32, Role::Subject));
            }
        }
        if let Some(opener) = self.opener.take() {
            self.hang(at, opener, Role::Modifier);
        }
    }

    fn infinitive(&mut self, at: usize) {
        let Some(previous) = self.before(at) else { return };
        let joint = matches!(self.kind(previous), ChunkKind::Coordinator | ChunkKind::Comma);
        if joint {
            let same = (previous.saturating_sub(16)..previous)
                .rev()
                .find(|&i| self.clause.chunks[i].verb.is_some_and(|v| v.form == VerbForm::Infinitive));
            if let Some(same) = same {
                self.clause.parent[at] = self.clause.parent[same];
                self.clause.subject[at] = self.clause.subject[same];
                return;
            }
        }
        let Some(host) = (if joint { self.last_content(previous) } else { Some(previous) }) else { return };
        let governing = self.governing_verb(host);
        let controlled = governing.filter(|&v| (self.sense.controls)(&self.clause.chunks[v]));
        match (self.kind(host), controlled) {
            (ChunkKind::Noun, Some(verb)) => {
                let object = self.object_of(verb, at).unwrap_or(host);
                self.hang(at, verb, Role::Modifier);
                self.set_subject(at, Some(object));
            }
            _ => {
                self.hang(at, host, Role::Modifier);
                self.clause.subject[at] = governing.and_then(|v| self.clause.subject[v]);
            }
        }
    }

    /// The first noun phrase that is an object of `verb`, directly or by its preposition, before `at`.
    fn object_of(&self, verb: usize, at: usize) -> Option<usize> {
        (verb + 1..at).find(|&i| {
            self.kind(i) == ChunkKind::Noun
                && self.clause.parent[i].is_some_and(|(p, _)| {
                    p as usize == verb
                        || (self.kind(p as usize) == ChunkKind::Preposition
                            && self.clause.parent[p as usize].is_some_and(|(q, _)| q as usize == verb))
                })
        })
    }

    /// The nearest verb group above or at `at`.
    fn governing_verb(&self, at: usize) -> Option<usize> {
        let mut here = at;
        for _ in 0..12 {
            if self.kind(here) == ChunkKind::Verb {
                return Some(here);
            }
            here = self.clause.parent[here]?.0 as usize;
        }
        None
    }

    fn gerund(&mut self, at: usize) {
        let Some(previous) = self.before(at) else { return };
        match self.kind(previous) {
            ChunkKind::Preposition => {
                self.hang(at, previous, Role::Object);
                let governing = self.governing_verb(previous);
                self.clause.subject[at] = governing.and_then(|v| self.clause.subject[v]);
            }
            ChunkKind::Noun => {
                self.hang(at, previous, Role::Modifier);
                self.set_subject(at, Some(previous));
            }
            ChunkKind::Coordinator | ChunkKind::Comma | ChunkKind::Subordinator => {
                let same = (previous.saturating_sub(16)..previous)
                    .rev()
                    .find(|&i| self.clause.chunks[i].verb.is_some_and(|v| v.form == VerbForm::Gerund));
                match (same, self.last_finite) {
                    (Some(same), _) if self.kind(previous) != ChunkKind::Subordinator => {
                        self.clause.parent[at] = self.clause.parent[same];
                        self.clause.subject[at] = self.clause.subject[same];
                    }
                    (_, Some(verb)) => {
                        self.hang(at, verb, Role::Modifier);
                        self.clause.subject[at] = self.clause.subject[verb];
                    }
                    _ => {}
                }
            }
            ChunkKind::Verb => {
                self.hang(at, previous, Role::Modifier);
                self.clause.subject[at] = self.clause.subject[previous];
            }
            _ => {}
        }
    }

    fn participle(&mut self, at: usize) {
        let Some(mut previous) = self.before(at) else { return };
        if matches!(self.kind(previous), ChunkKind::Comma | ChunkKind::Coordinator | ChunkKind::Subordinator) {
            let Some(content) = self.last_content(previous) else { return };
            previous = content;
            self.share_auxiliary(at, previous);
        }
        if self.kind(previous) == ChunkKind::Noun {
            self.hang(at, previous, Role::Modifier);
            self.set_subject(at, Some(previous));
        } else if self.kind(previous) == ChunkKind::Verb {
            self.clause.parent[at] = self.clause.parent[previous];
            self.clause.subject[at] = self.clause.subject[previous];
        }
    }

    /// "has signed but not yet ratified": the second participle goes with the auxiliary of the first.
    fn share_auxiliary(&mut self, at: usize, previous: usize) {
        let perfect = self.clause.chunks[previous].verb.filter(|v| v.form == VerbForm::Perfect);
        if let (Some(first), Some(second)) = (perfect, self.clause.chunks[at].verb.as_mut()) {
            (second.form, second.is_passive) = (first.form, first.is_passive);
        }
    }

    /// Phrases at the beginning of a clause hang on its verb: "In 2010, …", "As host of …, …".
    fn attach_beginnings(&mut self) {
        let mut next_finite = None;
        for at in (0..self.clause.chunks.len()).rev() {
            let chunk = &self.clause.chunks[at];
            if chunk.kind == ChunkKind::Mark {
                next_finite = None;
            }
            let is_finite_verb = chunk.verb.is_some_and(|v| is_finite(v.form));
            let in_relative = self.clause.parent[at].is_some_and(|(p, _)| self.kind(p as usize) == ChunkKind::Noun);
            let waits = self.clause.parent[at].is_none()
                && (chunk.kind == ChunkKind::Preposition || (chunk.kind == ChunkKind::Verb && !is_finite_verb));
            if let (true, Some(verb)) = (waits, next_finite) {
                self.hang(at, verb, Role::Modifier);
                if self.clause.chunks[at].kind == ChunkKind::Verb && self.clause.subject[at].is_none() {
                    self.clause.subject[at] = self.clause.subject[verb];
                }
            }
            if is_finite_verb && (!in_relative || next_finite.is_none()) {
                next_finite = Some(at);
            }
        }
    }
}

/// Whether a verb form is finite.
#[must_use]
pub const fn is_finite(form: VerbForm) -> bool {
    matches!(form, VerbForm::Present | VerbForm::Past | VerbForm::Perfect)
}
