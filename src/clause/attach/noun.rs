//! Where noun phrases hang: objects, examples, members of lists, and those that wait for their verb.

use crate::clause::{ChunkKind, Determiner, Role, VerbForm};

use super::{Attacher, is_finite};

impl Attacher<'_> {
    pub(super) fn noun(&mut self, at: usize) {
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
            // "We hope the Council will act": a clause, not its subject, is what is hoped.
            ChunkKind::Verb | ChunkKind::Adjective if self.takes_clause(previous, at) && self.is_subject(at) => {
                self.opener = Some(previous);
                self.pending = Some(at);
            }
            ChunkKind::Verb => {
                self.hang(at, previous, Role::Object);
                self.take_fronted(at, previous);
                self.take_included(at, previous);
            }
            ChunkKind::Listing => self.example(at, previous),
            // "the bodies of which we are members, namely, the Union"
            ChunkKind::Comma if previous > 0 && (self.sense.is_namely)(&self.clause.chunks[previous - 1]) => {
                self.example(at, previous - 1);
            }
            ChunkKind::Coordinator | ChunkKind::Comma => self.coordinate(at, previous),
            ChunkKind::Open => {
                if let Some(noun) = (0..previous).rev().find(|&i| self.kind(i) == ChunkKind::Noun) {
                    self.hang(at, noun, Role::Example);
                }
            }
            ChunkKind::Noun | ChunkKind::Adjective if (self.sense.is_time)(&self.clause.chunks[at]) => {}
            ChunkKind::Noun if self.is_contact_pronoun(previous, at) => self.open_contact(previous, at),
            ChunkKind::Noun => match self.clause.parent[previous] {
                Some((verb, Role::Object)) if self.kind(verb as usize) == ChunkKind::Verb => {
                    // "the risks a State faces"
                    if self.opens_contact(previous, at) && self.is_described(previous) {
                        self.open_contact(previous, at);
                    } else {
                        self.hang(at, verb as usize, Role::Object);
                    }
                }
                _ if self.opens_contact(previous, at) => self.open_contact(previous, at),
                // "put in place a strategy": the object stands behind a set phrase.
                Some((preposition, Role::Object)) if self.is_set_phrase(preposition as usize, previous) => {
                    // "adopted in May 2010 a strategy": a time makes no set phrase.
                    let is_date = (self.sense.is_date)(&self.clause.chunks[previous]) && !self.is_subject(at);
                    let verb = is_date.then(|| self.lacks_object(preposition as usize, at)).flatten();
                    self.hang(at, verb.unwrap_or(previous), Role::Object);
                }
                // "signed in Saltmouth the treaty"
                Some((preposition, Role::Object)) if !self.is_subject(at) => {
                    match self.lacks_object(preposition as usize, at) {
                        Some(verb) => self.hang(at, verb, Role::Object),
                        None => self.pending = Some(at),
                    }
                }
                _ => self.pending = Some(at),
            },
            ChunkKind::Adjective => self.hang(at, previous, Role::Object),
            _ => self.pending = Some(at),
        }
    }

    /// Whether a noun phrase says what a thing is: neither a name nor a pronoun.
    fn is_described(&self, at: usize) -> bool {
        let phrase = &self.clause.chunks[at];
        phrase.mention.is_none() && (phrase.is_plural || phrase.first < phrase.head)
    }

    /// "aid, which includes loans": the loans are an example of it.
    fn take_included(&mut self, at: usize, verb: usize) {
        let subject = self.clause.subject[verb].filter(|_| (self.sense.includes)(&self.clause.chunks[verb]));
        if let Some(subject) = subject.filter(|&s| self.kind(s as usize) == ChunkKind::Noun) {
            self.hang(at, subject as usize, Role::Example);
        }
    }

    /// Whether noun phrase `at` may begin a clause that the verb or adjective `previous` governs: "we hope X will", "can we
    /// do".
    fn takes_clause(&self, previous: usize, at: usize) -> bool {
        let governing = &self.clause.chunks[previous];
        let subject = (self.sense.is_nominative)(&self.clause.chunks[at]) && !(self.sense.controls)(governing);
        subject || (self.sense.takes_clause)(governing)
    }

    /// A bare noun behind a preposition that stands right after a verb: "put in place", "take into account".
    fn is_set_phrase(&self, preposition: usize, noun: usize) -> bool {
        let bare = &self.clause.chunks[noun];
        let verb = preposition.checked_sub(1).filter(|&v| self.kind(v) == ChunkKind::Verb);
        // "welcomes with interest the progress" tells how.
        verb.is_some()
            && !((self.sense.is_with)(&self.clause.chunks[preposition])
                && verb.is_some_and(|v| (self.sense.speaks)(&self.clause.chunks[v])))
            && bare.determiner == Determiner::Bare
            && bare.mention.is_none()
            && bare.first == bare.head
            && !bare.is_plural
    }

    /// "of which it is a member": the preposition before the relative pronoun belongs to what the clause says.
    pub(super) fn take_fronted(&mut self, at: usize, verb: usize) {
        let of_verb = |p: usize| {
            self.kind(p) == ChunkKind::Preposition && self.clause.parent[p] == Some((verb as u32, Role::Modifier))
        };
        let fronted = (verb.saturating_sub(6)..verb)
            .rev()
            .find(|&p| of_verb(p) && self.clause.chunks.get(p + 1).is_some_and(|c| c.kind == ChunkKind::Relative));
        let is_of = |p: &usize| (self.sense.is_of)(&self.clause.chunks[*p]);
        let is_copula = (self.sense.is_copula)(&self.clause.chunks[verb]);
        if let Some(preposition) = fronted.filter(|p| is_copula || is_of(p)) {
            self.hang(preposition, at, Role::Modifier);
        }
    }

    /// The active verb on which `preposition` hangs, where it has had no object yet.
    fn lacks_object(&self, preposition: usize, at: usize) -> Option<usize> {
        let (verb, _) = self.clause.parent[preposition]?;
        let group = self.clause.chunks[verb as usize].verb.filter(|v| !v.is_passive)?;
        let object = |i: usize| self.clause.parent[i] == Some((verb, Role::Object));
        let has_object = (verb as usize + 1..at).any(object);
        let definite =
            self.clause.chunks[at].mention.is_some() || self.clause.chunks[at].determiner != Determiner::Bare;
        (!has_object && definite && group.form != VerbForm::Participle).then_some(verb as usize)
    }

    fn before_genitives(&self, at: usize) -> Option<usize> {
        let mut previous = self.before(at)?;
        while self.clause.chunks[previous].is_genitive && self.kind(previous) == ChunkKind::Noun {
            previous = self.before(previous)?;
        }
        Some(previous)
    }

    /// "the tools it needs", "the threat we face is": a pronoun that is subject, straight after a noun.
    fn is_contact_pronoun(&self, previous: usize, at: usize) -> bool {
        let antecedent = &self.clause.chunks[previous];
        let described = antecedent.mention.is_none()
            && !(self.sense.is_time)(antecedent)
            && (antecedent.determiner != Determiner::Bare || antecedent.is_plural);
        let within = self.last_finite.is_some() || self.pending == Some(previous);
        let pronoun = (self.sense.is_nominative)(&self.clause.chunks[at]);
        described && within && self.opened.is_none() && pronoun && self.is_subject(at)
    }

    /// Begins a contact clause: "the strategy we adopted".
    fn open_contact(&mut self, antecedent: usize, at: usize) {
        self.opened = Some((antecedent, None));
        self.matrix.push((self.pending, self.last_finite));
        self.pending = Some(at);
    }

    /// "the strategy we adopted": a noun phrase after another that has its place, and a verb after it.
    fn opens_contact(&self, previous: usize, at: usize) -> bool {
        let placed = self.clause.parent[previous].is_some() && self.last_finite.is_some();
        placed && self.opened.is_none() && !(self.sense.is_time)(&self.clause.chunks[previous]) && self.is_subject(at)
    }

    /// An example hangs on the nearest plural noun before "such as", else on the nearest noun.
    fn example(&mut self, at: usize, listing: usize) {
        // "and in particular we look forward"
        if (self.sense.is_nominative)(&self.clause.chunks[at]) {
            self.pending = Some(at);
            return;
        }
        let nouns = (listing.saturating_sub(8)..listing).rev().filter(|&i| self.kind(i) == ChunkKind::Noun);
        let nouns: Vec<usize> = nouns.collect();
        let plural = nouns.iter().find(|&&i| self.clause.chunks[i].is_plural);
        match self.told_before(listing).as_ref().or(plural).or(nouns.first()) {
            Some(&noun) => self.hang(at, noun, Role::Example),
            None => self.pending = Some(at),
        }
    }

    /// "two States of the region that keep their word, namely": those of whom the relative clause before tells.
    fn told_before(&self, listing: usize) -> Option<usize> {
        let namely = (self.sense.is_namely)(&self.clause.chunks[listing]);
        let relative = (0..listing).rev().find(|&i| self.kind(i) == ChunkKind::Relative).filter(|_| namely)?;
        let verb = (relative..listing).find(|&i| self.kind(i) == ChunkKind::Verb)?;
        let subject = self.clause.subject[verb].map(|s| s as usize).filter(|&s| s < relative);
        subject.or(self.last_antecedent).filter(|&s| self.clause.chunks[s].is_plural)
    }

    /// A noun phrase after "and" or a comma: a further member of a list, or the subject of a new clause.
    fn coordinate(&mut self, at: usize, joint: usize) {
        let is_subject = self.is_subject(at);
        // "has begun, and last October signed": the time is an adverb.
        let coordinator = self.kind(joint) == ChunkKind::Coordinator;
        if is_subject && coordinator && self.last_finite.is_some() && (self.sense.is_time)(&self.clause.chunks[at]) {
            return;
        }
        // "Sixty years after the war, Norlandia is": what waited tells when.
        let waits = |p: usize| (self.sense.is_time)(&self.clause.chunks[p]) && !self.clause.chunks[at].is_genitive;
        if is_subject && !coordinator && self.pending.is_some_and(waits) {
            self.pending = Some(at);
            return;
        }
        if is_subject && (self.sense.is_nominative)(&self.clause.chunks[at]) {
            // "in the area of lamps and piers, we": what waited was no subject.
            self.pending = Some(at);
            return;
        }
        // "in Saltmouth, Norlandia": where the town is.
        if let Some(town) = self.town_of(at, joint).filter(|_| !is_subject) {
            return self.hang(at, town, Role::Modifier);
        }
        let partner = self.list_partner(at, joint);
        // "the earthquakes in Norlandia and Westmark": a second place, not a second thing.
        if let Some(event) = partner.filter(|&p| {
            p + 1 == joint && coordinator && (self.sense.is_place_of)(&self.clause.chunks[at], &self.clause.chunks[p])
        }) {
            return self.hang(at, event, Role::Modifier);
        }
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

    /// The town after "in" or "at" of which the land `at`, behind a comma, says where it is.
    fn town_of(&self, at: usize, joint: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let town = joint
            .checked_sub(1)
            .filter(|&t| t > 0 && self.kind(joint) == ChunkKind::Comma && self.kind(t) == ChunkKind::Noun)?;
        let within = (self.sense.is_within)(&chunks[town - 1]) && self.kind(town - 1) == ChunkKind::Preposition;
        let ends = chunks.get(at + 1).is_none_or(|c| c.kind != ChunkKind::Coordinator);
        let bare = chunks[town].determiner == Determiner::Bare && !(self.sense.is_date)(&chunks[town]);
        let lands = (self.sense.is_land)(&chunks[at]) && (self.sense.is_town)(&chunks[town]);
        (within && ends && bare && lands).then_some(town)
    }

    fn is_apposition(&self, at: usize, joint: usize) -> bool {
        self.kind(joint) == ChunkKind::Comma && self.clause.chunks[at].determiner == Determiner::Indefinite
    }

    /// The verb from whose object an aside between commas has kept us: "signed, in the presence of X, the treaty".
    fn interrupted(&self, joint: usize) -> Option<usize> {
        if self.kind(joint) != ChunkKind::Comma {
            return None;
        }
        let verb = (0..joint).rev().find(|&i| self.kind(i) == ChunkKind::Verb)?;
        let group = self.clause.chunks[verb].verb?;
        let aside = self.last_finite == Some(verb) && verb + 1 < joint && self.kind(verb + 1) == ChunkKind::Comma;
        // "to draft, under its auspices, a treaty", "held in Saltmouth, with the Union, a seminar"
        let phrases = |i: usize| match self.kind(i) {
            ChunkKind::Noun => {
                matches!(self.kind(i - 1), ChunkKind::Preposition | ChunkKind::Open | ChunkKind::Coordinator)
            }
            // "welcome, on behalf of my country and delegation, the", "organized on 29 and 30 October, with X, a"
            ChunkKind::Coordinator => {
                self.kind(verb + 1) == ChunkKind::Comma || (self.sense.is_time)(&self.clause.chunks[i + 1])
            }
            kind => matches!(kind, ChunkKind::Preposition | ChunkKind::Comma | ChunkKind::Open | ChunkKind::Close),
        };
        let n_commas = (verb + 1..joint).filter(|&i| self.kind(i) == ChunkKind::Comma).count();
        let active = !group.is_passive && group.form != VerbForm::Participle;
        // "My Government has signed, and our Parliament has ratified, the treaty"
        let shared = active && verb + 1 == joint && self.last_finite == Some(verb) && self.shares_object(verb);
        let aside = aside || shared || (active && n_commas == 1 && (verb + 1..joint).all(phrases));
        let has_object = (verb + 1..joint).any(|i| self.clause.parent[i] == Some((verb as u32, Role::Object)));
        (aside && !has_object).then_some(verb)
    }

    /// Whether an active verb right before a comma, and a subject of its own behind "and", precede the verb `at`.
    fn shares_object(&self, at: usize) -> bool {
        let Some(subject) = self.clause.subject[at].map(|s| s as usize).filter(|&s| s >= 3 && s < at) else {
            return false;
        };
        let [verb, comma, and] = [subject - 3, subject - 2, subject - 1].map(|i| &self.clause.chunks[i]);
        let active = verb.verb.is_some_and(|v| !v.is_passive && is_finite(v.form));
        active && comma.kind == ChunkKind::Comma && and.kind == ChunkKind::Coordinator
    }

    fn list_partner(&self, at: usize, joint: usize) -> Option<usize> {
        let nouns = |i: &usize| self.kind(*i) == ChunkKind::Noun && !self.clause.chunks[*i].is_genitive;
        let reach = (joint.saturating_sub(14)..joint).rev().take_while(|&i| {
            !(self.kind(i) == ChunkKind::Mark
                || (self.kind(i) == ChunkKind::Verb && self.clause.chunks[i].verb.is_some_and(|v| is_finite(v.form))))
        });
        // "the Fund (TF), the Bank": what stands in brackets is no member of the list.
        let mut depth = 0;
        let outside = |i: &usize| {
            match self.kind(*i) {
                ChunkKind::Close => depth += 1,
                ChunkKind::Open if depth > 0 => depth -= 1,
                _ => {}
            }
            depth == 0
        };
        let within: Vec<usize> = reach.filter(outside).filter(nouns).collect();
        let me = &self.clause.chunks[at];
        let alike = within.iter().find(|&&i| (self.sense.alike)(me, &self.clause.chunks[i]));
        alike.or(within.first()).copied()
    }

    /// Whether a finite verb follows the noun phrase `at` and its modifiers.
    pub(super) fn is_subject(&self, at: usize) -> bool {
        let opens = self.opens_clause_at(at);
        let mut i = at + 1;
        while let Some(chunk) = self.clause.chunks.get(i) {
            match chunk.kind {
                ChunkKind::Verb => return chunk.verb.is_some_and(|v| is_finite(v.form)),
                ChunkKind::Preposition if self.clause.chunks.get(i + 1).is_some_and(|c| c.kind == ChunkKind::Noun) => {
                    i += 2;
                }
                ChunkKind::Noun if self.clause.chunks[i - 1].is_genitive => i += 1,
                // "the Fund (TF) made"
                ChunkKind::Open => match self.close_of(i) {
                    Some(close) => i = close + 1,
                    None => return false,
                },
                // "In Norlandia, the Council, the Forum and others are": a list that is subject.
                ChunkKind::Coordinator | ChunkKind::Comma if opens && self.goes_on_list(i) => i += 2,
                ChunkKind::Comma if self.last_finite.is_none() => return self.verb_after_aside(i),
                ChunkKind::Relative if self.last_finite.is_none() => return self.n_finite_after(i) > 1,
                _ => return false,
            }
        }
        false
    }

    /// The bracket that closes the one that opens at `open`, if it stands near.
    fn close_of(&self, open: usize) -> Option<usize> {
        let near = (open + 1)..self.clause.chunks.len().min(open + 12);
        near.into_iter().find(|&i| self.kind(i) == ChunkKind::Close)
    }

    /// Whether the clause in which `at` stands has had no finite verb yet.
    fn opens_clause_at(&self, at: usize) -> bool {
        let clause = self.clause.chunks[..at].iter().rev();
        let mut clause = clause.take_while(|c| !matches!(c.kind, ChunkKind::Mark | ChunkKind::Subordinator));
        !clause.any(|c| c.verb.is_some_and(|v| is_finite(v.form)))
    }

    /// Whether a further member of a list follows the joint `at`: a noun phrase that is no pronoun.
    fn goes_on_list(&self, at: usize) -> bool {
        let noun = self.clause.chunks.get(at + 1).filter(|c| c.kind == ChunkKind::Noun);
        let closes = self.clause.chunks[at..].iter().take(8).any(|c| c.kind == ChunkKind::Coordinator);
        closes && noun.is_some_and(|n| !(self.sense.is_nominative)(n))
    }

    /// Whether an aside between commas, that begins at the comma `at`, is followed by a finite verb.
    fn verb_after_aside(&self, at: usize) -> bool {
        let aside = &self.clause.chunks[at + 1..self.clause.chunks.len().min(at + 10)];
        let opens = aside.first().is_some_and(|c| {
            // "Norlandia, the host of the meeting, said"
            let apposed = c.kind == ChunkKind::Noun && c.determiner == Determiner::Definite;
            apposed
                || matches!(c.kind, ChunkKind::Preposition | ChunkKind::Relative)
                || c.verb.is_some_and(|v| v.form == VerbForm::Participle)
        });
        let close = aside.iter().position(|c| c.kind == ChunkKind::Comma);
        let verb = close.and_then(|c| aside.get(c + 1)).and_then(|c| c.verb);
        opens && verb.is_some_and(|v| is_finite(v.form))
    }

    /// How many finite verbs follow `at` before a mark: a relative clause and the verb after it are two.
    fn n_finite_after(&self, at: usize) -> usize {
        let rest = self.clause.chunks[at + 1..].iter().take_while(|c| c.kind != ChunkKind::Mark);
        rest.take(16).filter(|c| c.verb.is_some_and(|v| is_finite(v.form))).count()
    }
}
