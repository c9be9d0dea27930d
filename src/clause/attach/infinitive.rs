//! Where infinitives hang, and who is to do what they say: the subject of the clause, whoever is asked, the noun before.

use crate::clause::{Chunk, ChunkKind, Determiner, Role, VerbForm};

use super::{Attacher, is_finite};

impl Attacher<'_> {
    /// What an infinitive completes, and who is to do it.
    pub(super) fn infinitive(&mut self, at: usize) {
        let Some(previous) = self.before(at) else { return };
        let joint = matches!(self.kind(previous), ChunkKind::Coordinator | ChunkKind::Comma);
        if joint {
            let same = (previous.saturating_sub(16)..previous)
                .rev()
                .find(|&i| self.clause.chunks[i].verb.is_some_and(|v| v.form == VerbForm::Infinitive));
            if let Some(same) = same {
                self.hang_beside(at, same);
                self.clause.subject[at] = self.clause.subject[same];
                return;
            }
        }
        let Some(host) = (if joint { self.last_content(previous) } else { Some(previous) }) else { return };
        if let Some((noun, owner)) = self.plan_of(host) {
            self.hang(at, noun, Role::Modifier);
            return self.set_subject(at, Some(owner));
        }
        if let Some((verb, asked)) = self.asked_over_relative(host) {
            self.hang(at, verb, Role::Modifier);
            return self.set_subject(at, Some(asked));
        }
        let governing = self.governing_verb(host);
        if let Some(verb) = governing.filter(|&v| self.is_chosen_by(v, host)) {
            self.hang(at, verb, Role::Modifier);
            self.clause.subject[at] = self.clause.subject[verb];
            return;
        }
        let controlled = governing.filter(|&v| (self.sense.controls)(&self.clause.chunks[v]));
        match (self.kind(host), controlled) {
            (ChunkKind::Noun, Some(verb)) => {
                let object = self.object_of(verb, at).unwrap_or(host);
                self.hang(at, verb, Role::Modifier);
                self.set_subject(at, Some(object));
            }
            // "It is essential for the Council to act": the noun after "for" acts.
            (ChunkKind::Noun, None) if self.is_beneficiary(host) => {
                self.hang(at, host, Role::Modifier);
                self.set_subject(at, Some(host));
            }
            // "Norlandia was the first State to be hit": said of whom it is.
            (ChunkKind::Noun, None)
                if governing
                    .is_some_and(|v| (self.sense.is_copula)(&self.clause.chunks[v]) && self.is_first_of(v, host)) =>
            {
                self.hang(at, host, Role::Modifier);
                self.clause.subject[at] = governing.and_then(|v| self.clause.subject[v]);
            }
            // "the conference to be held in": said of the noun itself.
            (ChunkKind::Noun, None) if self.clause.chunks[at].verb.is_some_and(|v| v.is_passive) => {
                self.hang(at, host, Role::Modifier);
                self.set_subject(at, Some(host));
            }
            _ => {
                self.hang(at, host, Role::Modifier);
                self.clause.subject[at] = governing.and_then(|v| self.clause.subject[v]);
            }
        }
    }

    /// "is the first State in the region": whether the complement of copula `verb`, over what may stand behind it up to
    /// `host`, is one of a row.
    fn is_first_of(&self, verb: usize, host: usize) -> bool {
        let complement = verb + 1;
        complement <= host
            && self.clause.parent[complement] == Some((verb as u32, Role::Object))
            && (self.sense.is_first)(&self.clause.chunks[complement])
    }

    /// "urge those States that have not done so to ratify", "call on all that possess nets to join": the verb that asks, and who
    /// is asked, over the clause between.
    fn asked_over_relative(&self, host: usize) -> Option<(usize, usize)> {
        let chunks = &self.clause.chunks;
        let object = self.kind(host) == ChunkKind::Noun && !(self.sense.is_plan)(&chunks[host]);
        let inner = if object { self.clause.parent[host]?.0 as usize } else { host };
        let takes = |c: &Chunk| (self.sense.controls)(c) || (self.sense.takes_clause)(c);
        let closed = chunks[inner].verb.is_some_and(|v| is_finite(v.form)) && chunks[inner].last == chunks[host].first;
        let fits = if object { closed && !takes(&chunks[inner]) } else { (self.sense.is_done)(&chunks[host]) };
        let (noun, _) = self.clause.parent[inner].filter(|_| fits)?;
        let relative = inner.checked_sub(1).is_some_and(|r| self.kind(r) == ChunkKind::Relative);
        let (mut verb, _) = self.clause.parent[noun as usize].filter(|_| relative)?;
        // "call on those States that …"
        if self.kind(verb as usize) == ChunkKind::Preposition {
            verb = self.clause.parent[verb as usize]?.0;
        }
        let asks = self.kind(verb as usize) == ChunkKind::Verb && (self.sense.controls)(&chunks[verb as usize]);
        asks.then_some((verb as usize, noun as usize))
    }

    /// "X's decision to host", "the efforts of X to join": the noun that an infinitive behind `host` completes, and who does it.
    fn plan_of(&self, host: usize) -> Option<(usize, usize)> {
        if self.kind(host) != ChunkKind::Noun {
            return None;
        }
        let plan = |i: usize| (self.sense.is_plan)(&self.clause.chunks[i]);
        let genitive = host.checked_sub(1).filter(|&g| self.clause.parent[g] == Some((host as u32, Role::Possessor)));
        if let Some(owner) = genitive.or_else(|| self.credited_with(host)).filter(|_| plan(host)) {
            return Some((host, owner));
        }
        let (of, _) = self.clause.parent[host]?;
        let (noun, _) = self.clause.parent[of as usize]?;
        // "the wish of the people of Westmark in the isles to join": of the people, wherever they are.
        let within = (self.sense.is_within)(&self.clause.chunks[of as usize]);
        if within && self.kind(noun as usize) == ChunkKind::Noun && !plan(noun as usize) {
            return self.plan_of(noun as usize);
        }
        // "the offer of 3 September to set up"
        let when = (self.sense.is_date)(&self.clause.chunks[host]);
        let of_it = (self.sense.is_of)(&self.clause.chunks[of as usize]);
        (of_it && plan(noun as usize) && !when).then_some((noun as usize, host))
    }

    /// "thank Norlandia for its efforts": who is thanked for the noun phrase `at`, whose it is.
    fn credited_with(&self, at: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let third = chunks[at].determiner == Determiner::Third;
        let (joint, _) = self.clause.parent[at].filter(|_| third)?;
        let above = self.clause.parent[joint as usize]?.0 as usize;
        let credits =
            |v: usize| self.kind(v) == ChunkKind::Verb && (self.sense.credits)(&chunks[v], &chunks[joint as usize]);
        if credits(above) {
            return self.object_of(above, at).filter(|&object| object < joint as usize);
        }
        let verb = self.clause.parent[above].filter(|&(_, role)| role == Role::Object)?.0 as usize;
        Some(above).filter(|_| self.kind(above) == ChunkKind::Noun && credits(verb))
    }

    /// "the efforts of Norlandia in hosting", "Norlandia's role in", "thank Norlandia for its part in": whose the deed `noun`
    /// is, of which what stands at `at` tells more.
    pub(super) fn deed_owner(&self, noun: usize, at: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        if !(self.sense.is_deed)(&chunks[noun]) {
            return None;
        }
        let genitive = noun.checked_sub(1).filter(|&g| self.clause.parent[g] == Some((noun as u32, Role::Possessor)));
        let of =
            |&p: &usize| (self.sense.is_of)(&chunks[p]) && self.clause.parent[p] == Some((noun as u32, Role::Modifier));
        let whose = || (noun + 1..at).find(of).map(|p| p + 1).filter(|&o| chunks[o].mention.is_some());
        genitive.or_else(whose).or_else(|| self.credited_with(noun))
    }
}
