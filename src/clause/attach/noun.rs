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
        if let Some(start) = at.checked_sub(2).filter(|&start| self.is_range(start + 1)) {
            self.hang(at, start, Role::Modifier);
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
                self.take_inverted(at, previous);
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
            // "Norlandia and Westmark, both of them members of"
            ChunkKind::Noun if self.all_of_them(previous).is_some() => {
                if let Some(noun) = self.all_of_them(previous) {
                    self.hang(at, noun, Role::Modifier);
                }
            }
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
                    // "adopted in May 2010 a strategy", "sent to Congress a bill": neither a time nor a name makes a set phrase.
                    let phrase = &self.clause.chunks[previous];
                    let no_phrase = (self.sense.is_date)(phrase) || (self.sense.is_town)(phrase);
                    let verb = (no_phrase && !self.is_subject(at))
                        .then(|| self.lacks_object(preposition as usize, at))
                        .flatten();
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

    /// "Among the treaties that we signed are": what follows is one of them.
    fn take_inverted(&mut self, at: usize, verb: usize) {
        let copula = self.clause.subject[verb].is_none() && (self.sense.is_copula)(&self.clause.chunks[verb]);
        let among = (0..verb).find(|&p| {
            let free = self.kind(p) == ChunkKind::Preposition && self.clause.parent[p].is_none();
            free && (self.sense.is_among)(&self.clause.chunks[p])
        });
        let noun = among.filter(|_| copula).map(|p| p + 1).filter(|&n| n < verb && self.kind(n) == ChunkKind::Noun);
        if let Some(noun) = noun.filter(|&n| self.clause.chunks[n].is_plural) {
            self.hang(at, noun, Role::Example);
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
        let (mut verb, _) = self.clause.parent[preposition]?;
        // "hosted in Saltmouth in 2015 the fair": over the time to the verb
        if self.kind(verb as usize) == ChunkKind::Noun && (self.sense.is_date)(&self.clause.chunks[preposition + 1]) {
            let (above, _) = self.clause.parent[verb as usize]?;
            verb = self.clause.parent[above as usize]?.0;
        }
        let group = self.clause.chunks[verb as usize].verb.filter(|v| !v.is_passive)?;
        let object = |i: usize| self.clause.parent[i] == Some((verb, Role::Object));
        let has_object = (verb as usize + 1..at).any(object);
        let definite =
            self.clause.chunks[at].mention.is_some() || self.clause.chunks[at].determiner != Determiner::Bare;
        // "signed with Norlandia a letter and with Westmark a treaty"
        let gapped = preposition.checked_sub(1).is_some_and(|c| self.kind(c) == ChunkKind::Coordinator);
        let lacks = !has_object || gapped && self.clause.chunks[preposition + 1].mention.is_some();
        (lacks && definite && group.form != VerbForm::Participle).then_some(verb as usize)
    }

    fn before_genitives(&self, at: usize) -> Option<usize> {
        let mut previous = self.before(at)?;
        while self.clause.chunks[previous].is_genitive && self.kind(previous) == ChunkKind::Noun {
            previous = self.before(previous)?;
        }
        // "hosted in Saltmouth | last December | the fair": the time is an adverb.
        let timed = self.kind(previous) == ChunkKind::Noun
            && self.clause.parent[previous].is_none()
            && (self.sense.is_time)(&self.clause.chunks[previous]);
        let before = self.before(previous).filter(|&b| timed && self.kind(b) == ChunkKind::Noun);
        Some(before.unwrap_or(previous))
    }

    /// "the tools it needs", "the threat we face is": a pronoun that is subject, straight after a noun.
    fn is_contact_pronoun(&self, previous: usize, at: usize) -> bool {
        let antecedent = &self.clause.chunks[previous];
        let described = antecedent.mention.is_none()
            && !(self.sense.is_date)(antecedent)
            && (antecedent.determiner != Determiner::Bare || antecedent.is_plural);
        let within = self.last_finite.is_some() || self.pending == Some(previous);
        let pronoun = (self.sense.is_nominative)(&self.clause.chunks[at]);
        described && within && self.opened.is_none() && pronoun && self.is_subject(at)
    }

    /// "Norlandia and Westmark, all of them": the noun before the comma, where the noun phrase `at` is such a "them".
    fn all_of_them(&self, at: usize) -> Option<usize> {
        let (of, _) = self.clause.parent[at].filter(|_| (self.sense.is_them)(&self.clause.chunks[at]))?;
        let (of, all) = (of as usize, (of as usize).checked_sub(1)?);
        let before = all.checked_sub(2)?;
        let apposed = (self.sense.is_of)(&self.clause.chunks[of])
            && self.clause.chunks[all].mention.is_none()
            && self.kind(all) == ChunkKind::Noun
            && self.kind(all - 1) == ChunkKind::Comma;
        (apposed && self.kind(before) == ChunkKind::Noun).then_some(before)
    }

    /// Begins a contact clause: "the strategy we adopted".
    fn open_contact(&mut self, antecedent: usize, at: usize) {
        self.opened = Some((antecedent, None));
        self.matrix.push((self.pending, self.last_finite));
        self.pending = Some(at);
    }

    /// "the rapprochement between Norlandia and Westmark that": a name takes no "that", so it goes with the noun above.
    pub(super) fn common_above(&self, antecedent: usize, relative: usize) -> Option<usize> {
        let name = &self.clause.chunks[antecedent];
        let told = antecedent + 1 == relative && (self.sense.is_that)(&self.clause.chunks[relative]);
        let land = told && (self.sense.is_land)(name) && name.determiner != Determiner::Indefinite;
        let (joint, _) = self.clause.parent[antecedent].filter(|_| land && name.last == name.head + 1)?;
        let (noun, _) =
            self.clause.parent[joint as usize].filter(|_| self.kind(joint as usize) == ChunkKind::Preposition)?;
        let above = &self.clause.chunks[noun as usize];
        (above.kind == ChunkKind::Noun && above.mention.is_none()).then_some(noun as usize)
    }

    /// "the strategy we adopted": a noun phrase after another that has its place, and a verb after it.
    fn opens_contact(&self, previous: usize, at: usize) -> bool {
        let placed = self.clause.parent[previous].is_some() && self.last_finite.is_some();
        let phrase = &self.clause.chunks[previous];
        let timed = (self.sense.is_time)(phrase) || (self.sense.is_date)(phrase);
        placed && self.opened.is_none() && !timed && self.is_subject(at)
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
        // "the new Members of the United Nations: Norlandia and": a plural name is one thing.
        let told = (self.sense.is_namely)(&self.clause.chunks[listing]);
        let common = |i: usize| !told || self.clause.chunks[i].mention.is_none();
        let plural = nouns.iter().find(|&&i| self.clause.chunks[i].is_plural && common(i));
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
    pub(super) fn n_finite_after(&self, at: usize) -> usize {
        let rest = self.clause.chunks[at + 1..].iter().take_while(|c| c.kind != ChunkKind::Mark);
        rest.take(16).filter(|c| c.verb.is_some_and(|v| is_finite(v.form))).count()
    }
}
