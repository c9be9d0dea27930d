//! Where verb groups hang, and which phrase is their subject: finite verbs, infinitives, -ing forms, participles.

use crate::clause::{ChunkKind, Role, VerbForm, VerbGroup};

use super::{Attacher, is_finite};

impl Attacher<'_> {
    pub(super) fn verb(&mut self, at: usize) {
        let Some(group) = self.clause.chunks[at].verb else { return };
        match group.form {
            VerbForm::Infinitive => self.infinitive(at),
            VerbForm::Gerund => self.gerund(at),
            VerbForm::Participle => self.participle(at),
            VerbForm::Present
                if self.is_bare_infinitive(at) || self.goes_on_infinitive(at) || self.completes_verb(at) =>
            {
                self.clause.chunks[at].verb = Some(VerbGroup { form: VerbForm::Infinitive, ..group });
                self.infinitive(at);
            }
            VerbForm::Present | VerbForm::Past | VerbForm::Perfect => self.finite(at),
        }
    }

    /// "let me say", "help us act": a base form after the object of a verb that controls it.
    fn is_bare_infinitive(&self, at: usize) -> bool {
        let noun = at.checked_sub(1).filter(|&n| self.kind(n) == ChunkKind::Noun);
        let verb = noun.and_then(|n| self.clause.parent[n]).filter(|p| p.1 == Role::Object);
        self.pending.is_none() && verb.is_some_and(|(v, _)| (self.sense.controls)(&self.clause.chunks[v as usize]))
    }

    /// "help rebuild": a base form right behind a verb that controls it.
    fn completes_verb(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|&v| self.kind(v) == ChunkKind::Verb);
        let base = (self.sense.is_base)(&self.clause.chunks[at]);
        base && before.is_some_and(|v| (self.sense.controls)(&self.clause.chunks[v]))
    }

    /// "to sign and ratify": a base form after "and", where the last verb is an infinitive and the subject wants an -s.
    fn goes_on_infinitive(&self, at: usize) -> bool {
        let joint = self.before(at).filter(|&p| self.kind(p) == ChunkKind::Coordinator && self.pending.is_none());
        let Some(joint) = joint.filter(|_| (self.sense.is_base)(&self.clause.chunks[at])) else { return false };
        let last = (joint.saturating_sub(10)..joint).rev().find(|&i| self.kind(i) == ChunkKind::Verb);
        let infinitive = |v: usize| self.clause.chunks[v].verb.is_some_and(|g| g.form == VerbForm::Infinitive);
        let subject = self.last_finite.and_then(|v| self.clause.subject[v]).map(|s| &self.clause.chunks[s as usize]);
        let plural = subject.is_none_or(|s| s.is_plural || (self.sense.is_nominative)(s));
        // "to join the Forum and support its work", not "to help and we thank"
        let chunk = &self.clause.chunks[at];
        let speaks = (self.sense.speaks)(chunk);
        let close = self.before(joint).is_some_and(|p| self.kind(p) != ChunkKind::Comma) && !speaks;
        last.is_some_and(|v| infinitive(v) && (v + 1 == joint || !plural || close))
    }

    pub(super) fn set_subject(&mut self, verb: usize, subject: Option<usize>) {
        self.clause.subject[verb] = subject.map(|s| s as u32);
    }

    fn finite(&mut self, at: usize) {
        let after_joint = self.before(at).is_some_and(|p| self.kind(p) == ChunkKind::Coordinator);
        if let Some((antecedent, preposition)) = self.opened.take() {
            match self.pending.take() {
                Some(subject) => {
                    let opener = self.opener.take();
                    self.take_subject(at, subject);
                    self.opener = opener;
                    self.hang(subject, at, Role::Subject);
                    // "many of whose ships we know"
                    let of = preposition.is_some_and(|p| (self.sense.is_of)(&self.clause.chunks[p]));
                    let place = self.possessed(subject).filter(|_| !of).or(preposition);
                    if let Some(noun) = place.filter(|&n| n != subject && self.kind(n) == ChunkKind::Noun) {
                        // "in whose work Norlandia takes part"
                        let governing = preposition.filter(|&p| self.kind(p) == ChunkKind::Preposition).unwrap_or(at);
                        self.hang(noun, governing, Role::Object);
                    }
                    self.clause.relative[antecedent] = Some(place.unwrap_or(at) as u32);
                }
                None => self.set_subject(at, Some(self.agreeing(antecedent, at))),
            }
            // "accession to which has been approved": the preposition belongs to the subject before it.
            let of_subject = |p: usize| self.clause.subject[at].is_some_and(|s| s as usize + 1 == p);
            let hangs = |p: &usize| !of_subject(*p) && self.kind(*p) == ChunkKind::Preposition;
            if let Some(preposition) = preposition.filter(hangs) {
                self.hang(preposition, at, Role::Modifier);
            }
            self.hang(at, antecedent, Role::Modifier);
        } else if let Some(subject) = self.pending.take() {
            self.take_subject(at, subject);
        } else if let Some(outer) = self.resumed(at) {
            self.matrix.pop();
            self.clause.subject[at] = self.clause.subject[outer];
            self.hang_beside(at, outer);
        } else if after_joint || self.matrix.is_empty() {
            if let Some(last) = self.last_finite.map(|last| self.demanding(last, at).unwrap_or(last)) {
                self.clause.subject[at] = self.clause.subject[last];
                self.hang_beside(at, last);
            }
        } else if let Some((pending, last_finite)) = self.matrix.pop() {
            let subject = last_finite.and_then(|v| self.clause.subject[v]);
            match (pending, self.last_finite) {
                (Some(subject), _) => self.take_subject(at, subject),
                // "We know a State that keeps its word, helps others and has …": not "we".
                (None, Some(last)) if subject.is_some_and(|s| !self.agrees(s, at)) => {
                    self.matrix.push((pending, last_finite));
                    self.clause.subject[at] = self.clause.subject[last];
                    self.hang_beside(at, last);
                }
                _ => self.clause.subject[at] = subject,
            }
        }
        self.last_finite = Some(at);
    }

    /// "the Union, whose chair Norlandia held": what is of whom the relative clause tells, and is no subject of it.
    fn possessed(&self, subject: usize) -> Option<usize> {
        let relative = (subject.saturating_sub(4)..subject).rev().find(|&i| self.kind(i) == ChunkKind::Relative)?;
        let noun = Some(relative + 1).filter(|&n| n < subject && self.kind(n) == ChunkKind::Noun)?;
        let whose = (self.sense.is_whose)(&self.clause.chunks[relative]);
        (whose && self.clause.parent[noun].is_none_or(|(_, role)| role == Role::Subject)).then_some(noun)
    }

    /// "We thank the Chair, whose term ends, and support": the verb of the main clause with which the verb `at` goes on behind
    /// a relative clause between commas; what only those who speak do needs none: "We regret the storms that came and thank".
    fn resumed(&self, at: usize) -> Option<usize> {
        let joint = self.before(at).filter(|&j| self.kind(j) == ChunkKind::Coordinator)?;
        let is_comma = |i: Option<usize>| i.is_some_and(|i| self.kind(i) == ChunkKind::Comma);
        let relative = (0..joint).rev().find(|&i| self.kind(i) == ChunkKind::Relative)?;
        // ", by which it ends, and"
        let led = relative.checked_sub(1).filter(|&p| self.kind(p) == ChunkKind::Preposition).unwrap_or(relative);
        let closed = is_comma(joint.checked_sub(1)) && is_comma(led.checked_sub(1));
        let speaks = (self.sense.speaks)(&self.clause.chunks[at]);
        let (_, outer) = self.matrix.last().filter(|m| (closed || speaks) && m.0.is_none())?;
        let outer = outer.filter(|&v| v < relative)?;
        let form = |v: usize| self.clause.chunks[v].verb.map(|g| g.form);
        let nominative = |s: &u32| closed || (self.sense.is_nominative)(&self.clause.chunks[*s as usize]);
        let subject = self.clause.subject[outer].filter(|&s| self.agrees(s, at)).filter(nominative)?;
        (form(outer) == form(at) && (subject as usize) < outer).then_some(outer)
    }

    /// "stresses on the sea that grow": the noun up from the nearest that goes with the verb by number.
    fn agreeing(&self, nearest: usize, verb: usize) -> usize {
        let mut noun = nearest;
        let mut agreeing = None;
        for _ in 0..3 {
            // "the only State in the region that refuses": what is only one is told of.
            if (self.sense.is_only)(&self.clause.chunks[noun]) {
                return noun;
            }
            agreeing = agreeing.or(Some(noun).filter(|&n| self.agrees(n as u32, verb)));
            let above = self.clause.parent[noun].filter(|p| self.kind(p.0 as usize) == ChunkKind::Preposition);
            let above = above.and_then(|(p, _)| self.clause.parent[p as usize]);
            match above.filter(|p| self.kind(p.0 as usize) == ChunkKind::Noun) {
                Some((up, _)) => noun = up as usize,
                None => break,
            }
        }
        agreeing.unwrap_or(nearest)
    }

    pub(super) fn agrees(&self, subject: u32, verb: usize) -> bool {
        (self.sense.agrees)(&self.clause.chunks[subject as usize], &self.clause.chunks[verb])
    }

    fn take_subject(&mut self, at: usize, subject: usize) {
        self.set_subject(at, Some(subject));
        // The other members of a coordinated subject hang on the same verb.
        for i in subject..at {
            if self.kind(i) == ChunkKind::Noun && self.clause.parent[i].is_none() && !self.clause.chunks[i].is_genitive
            {
                self.hang(i, at, Role::Subject);
            }
        }
        if let Some(opener) = self.opener.take() {
            self.hang(at, opener, Role::Modifier);
        }
    }

    /// "Norlandia was chosen by the Union to host": whether the noun phrase `host` is by whom verb group `verb` is done, and
    /// the infinitive behind it says what its subject does.
    pub(super) fn is_chosen_by(&self, verb: usize, host: usize) -> bool {
        let chunks = &self.clause.chunks;
        let passive = chunks[verb].verb.is_some_and(|v| v.is_passive && is_finite(v.form));
        let by = self.clause.parent[host].map(|(p, _)| p as usize);
        let agent = by.is_some_and(|by| {
            (self.sense.is_by)(&chunks[by]) && self.clause.parent[by] == Some((verb as u32, Role::Modifier))
        });
        let subject = self.clause.subject[verb].map(|s| &chunks[s as usize]);
        let acts = subject.is_some_and(|s| s.mention.is_some() || (self.sense.is_nominative)(s));
        passive && agent && (acts || (self.sense.controls)(&chunks[verb]))
    }

    /// Whether noun phrase `at` stands after a "for" that hangs on an adjective, or is asked for: "it is important for X to",
    /// "our call for all to".
    pub(super) fn is_beneficiary(&self, at: usize) -> bool {
        let Some((preposition, Role::Object)) = self.clause.parent[at] else { return false };
        let above = self.clause.parent[preposition as usize].map(|(p, _)| self.kind(p as usize));
        let asks = |(p, _): (u32, Role)| (self.sense.controls)(&self.clause.chunks[p as usize]);
        let asked =
            self.clause.chunks[at].mention.is_some() || self.clause.parent[preposition as usize].is_some_and(asks);
        let named = above == Some(ChunkKind::Noun) && asked;
        (self.sense.is_for)(&self.clause.chunks[preposition as usize]) && (above == Some(ChunkKind::Adjective) || named)
    }

    /// The first noun phrase that is an object of `verb`, directly or by its preposition, before `at`.
    pub(super) fn object_of(&self, verb: usize, at: usize) -> Option<usize> {
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
    pub(super) fn governing_verb(&self, at: usize) -> Option<usize> {
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
                let credits = |v: &usize| (self.sense.credits)(&self.clause.chunks[*v], &self.clause.chunks[previous]);
                let deed = self.clause.parent[previous].and_then(|(noun, _)| self.deed_owner(noun as usize, previous));
                let grateful = deed.map(|o| o as u32).or_else(|| self.credited_by_adjective(previous, at));
                self.clause.subject[at] = match governing.filter(credits).filter(|_| grateful.is_none()) {
                    _ if grateful.is_some() => grateful,
                    // "We thank Norlandia for hosting …"
                    Some(verb) => self.object_of(verb, at).map(|o| o as u32),
                    None => governing.and_then(|v| self.clause.subject[v]),
                };
            }
            ChunkKind::Noun => {
                self.hang(at, previous, Role::Modifier);
                self.set_subject(at, Some(previous));
                self.make_absolute(at, previous);
            }
            ChunkKind::Coordinator | ChunkKind::Comma | ChunkKind::Subordinator => {
                let same = (previous.saturating_sub(16)..previous)
                    .rev()
                    .find(|&i| self.clause.chunks[i].verb.is_some_and(|v| v.form == VerbForm::Gerund));
                match (same, self.last_finite) {
                    (Some(same), _) if self.kind(previous) != ChunkKind::Subordinator => {
                        self.hang_beside(at, same);
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

    /// ", with Norlandia and Westmark living in peace": they are who lives, not with whom something is done.
    fn make_absolute(&mut self, at: usize, noun: usize) {
        let Some((with, Role::Object)) = self.clause.parent[noun] else { return };
        let comma = with.checked_sub(1).is_none_or(|c| self.kind(c as usize) == ChunkKind::Comma);
        if !comma || !(self.sense.is_with)(&self.clause.chunks[with as usize]) {
            return;
        }
        for i in with as usize + 1..at {
            if self.clause.parent[i] == Some((with, Role::Object)) {
                self.hang(i, at, Role::Subject);
            }
        }
        self.hang(at, with as usize, Role::Object);
    }

    fn participle(&mut self, at: usize) {
        if let Some(perfect) = self.goes_on_perfect(at) {
            self.share_auxiliary(at, perfect);
            self.clause.subject[at] = self.clause.subject[perfect];
            self.hang_beside(at, perfect);
            self.last_finite = Some(at);
            return;
        }
        let Some(mut previous) = self.before(at) else { return };
        if matches!(self.kind(previous), ChunkKind::Comma | ChunkKind::Coordinator | ChunkKind::Subordinator) {
            // "the Summit of the Forum (TF), held in": said of the Summit, not of the bracket.
            let content = |&c: &usize| matches!(self.kind(c), ChunkKind::Noun | ChunkKind::Verb | ChunkKind::Adjective);
            let Some(content) = self.before(previous).filter(content).or_else(|| self.last_content(previous)) else {
                return;
            };
            let joined = self.kind(previous) == ChunkKind::Coordinator;
            previous = self.first_participle(content).filter(|_| joined).unwrap_or(content);
            self.share_auxiliary(at, previous);
        }
        if self.kind(previous) == ChunkKind::Noun {
            self.hang(at, previous, Role::Modifier);
            self.set_subject(at, Some(previous));
            // "With the Tribunal established, we hope"
            let ends = self.clause.chunks.get(at + 1).is_some_and(|c| c.kind == ChunkKind::Comma);
            if ends && self.clause.chunks[previous].mention.is_some() {
                self.make_absolute(at, previous);
            }
        } else if self.kind(previous) == ChunkKind::Verb {
            self.hang_beside(at, previous);
            self.clause.subject[at] = self.clause.subject[previous];
        }
    }

    /// "the Fund, established in 2017 and funded by": the participle to which the place or time before the second belongs.
    fn first_participle(&self, content: usize) -> Option<usize> {
        let verb = self.governing_verb(content).filter(|_| self.kind(content) == ChunkKind::Noun)?;
        let participle = self.clause.chunks[verb].verb.is_some_and(|v| v.form == VerbForm::Participle && v.is_passive);
        (participle && self.clause.subject[verb].is_some()).then_some(verb)
    }

    /// "has signed the treaty and begun to keep it": the verb of which the participle shares the auxiliary, though an object stands
    /// between them; what the participle governs follows it.
    fn goes_on_perfect(&self, at: usize) -> Option<usize> {
        let joint = self.before(at).filter(|&j| self.kind(j) == ChunkKind::Coordinator)?;
        let object = self.before(joint).is_some_and(|o| self.kind(o) == ChunkKind::Noun);
        let governs = self.clause.chunks.get(at + 1).is_some_and(|next| match next.kind {
            ChunkKind::Noun => true,
            ChunkKind::Verb => next.verb.is_some_and(|v| matches!(v.form, VerbForm::Infinitive | VerbForm::Gerund)),
            _ => false,
        });
        let active = |v: VerbGroup| v.form == VerbForm::Perfect && !v.is_passive;
        self.last_finite.filter(|&v| object && governs && self.clause.chunks[v].verb.is_some_and(active))
    }

    /// "has signed but not yet ratified": the second participle goes with the auxiliary of the first.
    fn share_auxiliary(&mut self, at: usize, previous: usize) {
        let perfect = self.clause.chunks[previous].verb.filter(|v| v.form == VerbForm::Perfect);
        if let (Some(first), Some(second)) = (perfect, self.clause.chunks[at].verb.as_mut()) {
            (second.form, second.is_passive) = (first.form, first.is_passive);
        }
    }
}
