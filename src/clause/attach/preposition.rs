//! Where prepositions hang: low, on the phrase before them; after "and" or a comma, on what the joint resumes.

use crate::clause::{ChunkKind, Determiner, Role, VerbForm};

use super::Attacher;

impl Attacher<'_> {
    pub(super) fn preposition(&mut self, at: usize) {
        let Some(mut previous) = self.before(at) else { return };
        // "for its help, and especially for"
        if self.kind(previous) == ChunkKind::Listing
            && let Some(joint) = self.before(previous).filter(|&j| self.kind(j) == ChunkKind::Coordinator)
        {
            previous = joint;
        }
        if matches!(self.kind(previous), ChunkKind::Open | ChunkKind::Listing) {
            let Some(content) = self.last_content(previous) else { return };
            previous = self.said_again(at, content).unwrap_or(content);
        }
        if matches!(self.kind(previous), ChunkKind::Coordinator | ChunkKind::Comma) {
            let Some(content) = self.after_joint(at, previous) else { return };
            previous = content;
        }
        // "passed a law this year on": the time is an adverb.
        let is_time = self.kind(previous) == ChunkKind::Noun
            && self.clause.parent[previous].is_none()
            && (self.sense.is_time)(&self.clause.chunks[previous]);
        if let Some(noun) = self.before(previous).filter(|&n| is_time && self.kind(n) == ChunkKind::Noun) {
            previous = noun;
        }
        if let Some(above) = self
            .credited_above(at, previous)
            .or_else(|| self.completed_above(at, previous))
            .or_else(|| self.act_above(at, previous))
            .or_else(|| self.acted_above(at, previous))
            .or_else(|| self.done_by_land(at, previous))
            .or_else(|| self.standing_with(at, previous))
            .or_else(|| self.helped_above(at, previous))
            .or_else(|| self.joined_as(at, previous))
        {
            previous = above;
        }
        if matches!(
            self.kind(previous),
            ChunkKind::Noun | ChunkKind::Verb | ChunkKind::Adjective | ChunkKind::Preposition
        ) {
            self.hang(at, previous, Role::Modifier);
        }
    }

    /// "grateful to our partners, in particular to the Union": what the same preposition before "in particular" hangs on.
    fn said_again(&self, at: usize, noun: usize) -> Option<usize> {
        let (before, _) = self.clause.parent[noun].filter(|p| p.1 == Role::Object)?;
        let chunks = &self.clause.chunks;
        let same = chunks[before as usize].word == chunks[at].word;
        let (above, _) = self.clause.parent[before as usize].filter(|_| same)?;
        (self.kind(before as usize) == ChunkKind::Preposition).then_some(above as usize)
    }

    /// "commend the Government of Norlandia for its": the verb whose object is credited with what follows.
    fn credited_above(&self, at: usize, previous: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let whose = chunks.get(at + 1).is_some_and(|c| c.determiner == Determiner::Third && c.kind == ChunkKind::Noun);
        if self.kind(previous) != ChunkKind::Noun || (self.sense.is_of)(&chunks[at]) || !whose {
            return None;
        }
        let mut here = previous;
        for _ in 0..6 {
            let (parent, role) = self.clause.parent[here]?;
            let above = parent as usize;
            match self.kind(above) {
                ChunkKind::Verb if role == Role::Object => {
                    return Some(above).filter(|&v| (self.sense.credits)(&chunks[v], &chunks[at]));
                }
                ChunkKind::Preposition if !(self.sense.is_of)(&chunks[above]) => return None,
                ChunkKind::Preposition | ChunkKind::Noun => here = above,
                _ => return None,
            }
        }
        None
    }

    /// "the acceptance by Norlandia of the treaty", "the opening in 2010 of the office", "the accession of Norlandia to the
    /// treaty", "accuses the Government of Norlandia of": no "of" or "to" goes with who acts, a land or a time, so it goes with
    /// the noun above that has none yet, or the verb.
    fn completed_above(&self, at: usize, previous: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let of = |i: usize| (self.sense.is_of)(&chunks[i]);
        let same = |i: usize| self.kind(i) == ChunkKind::Preposition && chunks[i].word == chunks[at].word;
        let asks = of(at) || (self.sense.is_to)(&chunks[at]);
        let is_bound = |i: usize| {
            let chunk = &chunks[i];
            (self.sense.is_land)(chunk) || (self.sense.is_date)(chunk)
        };
        let (first, _) = self.clause.parent[previous].filter(|_| self.kind(previous) == ChunkKind::Noun && asks)?;
        // "by the Council of Norlandia", "in the Northern Province of Norlandia": whose it is.
        let lands = chunks.get(at + 1).is_some_and(|c| (self.sense.is_land)(c));
        let somebody = chunks[previous].mention.is_some() || chunks[previous].determiner == Determiner::First;
        let acts = (self.sense.is_by)(&chunks[first as usize]) && somebody;
        // "the creation within the Union of a fund"
        let housed = of(at)
            && chunks[previous].mention.is_some()
            && ((self.sense.is_within)(&chunks[first as usize]) || (self.sense.is_about)(&chunks[first as usize]))
            && self.clause.parent[first as usize].is_some_and(|(act, _)| (self.sense.is_act)(&chunks[act as usize]));
        if lands && of(at) || !acts && !housed && !is_bound(previous) {
            return None;
        }
        // "the arrest by the Government of Norlandia of two sailors"
        let is_agent = |i: usize| self.clause.parent[i].is_some_and(|(p, _)| (self.sense.is_by)(&chunks[p as usize]));
        let mut here = previous;
        for _ in 0..6 {
            let above = self.clause.parent[here]?.0 as usize;
            // "the chairmanship of Norlandia of the Union": whose it is leaves room for what it is.
            let has = |i: usize| {
                (i + 1..at).any(|p| {
                    let of_land = of(p) && chunks.get(p + 1).is_some_and(|c| (self.sense.is_land)(c));
                    same(p) && !of_land && self.clause.parent[p] == Some((i as u32, Role::Modifier))
                })
            };
            match self.kind(above) {
                // "the gratitude of the people of Norlandia to"
                ChunkKind::Noun if !of(at) && self.is_of_turned(above) => here = above,
                ChunkKind::Noun if !(is_bound(above) || has(above) || of(at) && is_agent(above)) => return Some(above),
                ChunkKind::Noun | ChunkKind::Preposition => here = above,
                ChunkKind::Verb => {
                    // "acceded in 2010 to the treaty"
                    let when = !of(at) && (self.sense.is_date)(&chunks[previous]);
                    // "was elected by the Assembly to a seat"
                    let done = acts && !of(at) && chunks[above].verb.is_some_and(|v| v.is_passive);
                    return Some(above)
                        .filter(|&v| when || done || of(at) && (self.sense.credits)(&chunks[v], &chunks[at]));
                }
                _ => return None,
            }
        }
        None
    }

    /// Whether noun phrase `at` hangs by "of" on what somebody turns to somebody else: "the gratitude of the people".
    fn is_of_turned(&self, at: usize) -> bool {
        let chunks = &self.clause.chunks;
        let Some((of, _)) = self.clause.parent[at] else { return false };
        let above = self.clause.parent[of as usize].filter(|_| (self.sense.is_of)(&chunks[of as usize]));
        above.is_some_and(|(noun, _)| (self.sense.is_turned)(&chunks[noun as usize]))
    }

    /// "the ratification of the treaty by": who acts goes with what is done to the treaty.
    fn act_above(&self, at: usize, previous: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let noun = self.kind(previous) == ChunkKind::Noun && !(self.sense.is_act)(&chunks[previous]);
        let (of, _) = self.clause.parent[previous].filter(|_| noun && (self.sense.is_by)(&chunks[at]))?;
        let (act, _) = self.clause.parent[of as usize].filter(|_| (self.sense.is_of)(&chunks[of as usize]))?;
        ((self.sense.is_act)(&chunks[act as usize])).then_some(act as usize)
    }

    /// "was sent to Norlandia by", "assistance provided in that area by": somebody who acts goes with the passive verb above,
    /// over where, when and to whom it was done; not with a deed between, which somebody does as well.
    fn acted_above(&self, at: usize, previous: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let mut here =
            Some(previous).filter(|_| (self.sense.is_by)(&chunks[at]) && self.kind(previous) == ChunkKind::Noun)?;
        for _ in 0..4 {
            let bound = (self.sense.is_land)(&chunks[here]) || (self.sense.is_date)(&chunks[here]);
            if !bound && !(self.sense.is_frame)(&chunks[here]) {
                return None;
            }
            let (preposition, _) = self.clause.parent[here].filter(|&(_, role)| role == Role::Object)?;
            here = match self.kind(preposition as usize) {
                ChunkKind::Preposition => self.clause.parent[preposition as usize]?.0 as usize,
                _ => preposition as usize,
            };
            if let Some(verb) = chunks[here].verb {
                return verb.is_passive.then_some(here);
            }
        }
        None
    }

    /// "the efforts of Norlandia within the Union", "the cooperation of Norlandia with": what a land does, not the land.
    fn done_by_land(&self, at: usize, previous: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let land = self.kind(previous) == ChunkKind::Noun && (self.sense.is_land)(&chunks[previous]);
        let (of, _) = self.clause.parent[previous].filter(|_| land && (self.sense.is_about)(&chunks[at]))?;
        let of_it = self.kind(of as usize) == ChunkKind::Preposition
            && ((self.sense.is_of)(&chunks[of as usize]) || (self.sense.is_by)(&chunks[of as usize]));
        let (noun, _) = self.clause.parent[of as usize].filter(|_| of_it)?;
        (self.sense.is_deed)(&chunks[noun as usize]).then_some(noun as usize)
    }

    /// "Agreements are in force with Norlandia", "talks are in progress between": with whom the subject is.
    fn standing_with(&self, at: usize, previous: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let with = (self.sense.is_with)(&chunks[at]) || (self.sense.is_between)(&chunks[at]);
        let standing = with && self.kind(previous) == ChunkKind::Noun && (self.sense.is_standing)(&chunks[previous]);
        let (joint, _) = self.clause.parent[previous].filter(|_| standing)?;
        let (verb, _) = self.clause.parent[joint as usize]?;
        let copula = (self.sense.is_copula)(&chunks[verb as usize]);
        self.clause.subject[verb as usize].map(|s| s as usize).filter(|_| copula)
    }

    /// "joined us as a member", "joined them today as": what the subject is, who joins.
    fn joined_as(&self, at: usize, previous: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let pronoun = self.kind(previous) == ChunkKind::Noun && (self.sense.is_them)(&chunks[previous]);
        let (verb, role) = self.clause.parent[previous].filter(|_| pronoun && (self.sense.is_as)(&chunks[at]))?;
        (role == Role::Object && self.kind(verb as usize) == ChunkKind::Verb).then_some(verb as usize)
    }

    /// "was formed with Norlandia with the support of the Union": who helps goes with the verb, not with whoever is named before.
    fn helped_above(&self, at: usize, previous: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let named = self.kind(previous) == ChunkKind::Noun && chunks[previous].mention.is_some();
        let (joint, _) = self.clause.parent[previous].filter(|_| named && (self.sense.is_helped)(&chunks[at]))?;
        let with = (self.sense.is_with)(&chunks[joint as usize]) || (self.sense.is_by)(&chunks[joint as usize]);
        let (verb, _) = self.clause.parent[joint as usize].filter(|_| with)?;
        (self.kind(verb as usize) == ChunkKind::Verb).then_some(verb as usize)
    }

    /// A preposition after "and" or a comma: hangs it on what the joint asks for, else hands on the phrase before.
    fn after_joint(&mut self, at: usize, joint: usize) -> Option<usize> {
        if let Some(same) = self.same_preposition(at, joint) {
            self.hang_beside(at, same);
            // "with the support of Norlandia and of the Union": it stands for the whole once more.
            let (word, lemma) = (self.clause.chunks[same].word, self.clause.chunks[same].lemma);
            (self.clause.chunks[at].word, self.clause.chunks[at].lemma) = (word, lemma);
            return None;
        }
        if self.kind(joint) == ChunkKind::Comma {
            if let Some(noun) = self.before_aside(at, joint) {
                self.hang(at, noun, Role::Modifier);
                return None;
            }
            if !self.begins_clause(at, joint) {
                self.hang_over_comma(at);
            }
            return None;
        }
        if self.opens_clause(at) { None } else { self.last_content(joint) }
    }

    /// "the adoption, by consensus, of the plan": the noun before the aside that the comma `joint` closes.
    fn before_aside(&self, at: usize, joint: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let opening = (joint.saturating_sub(8)..joint).rev().find(|&c| self.kind(c) == ChunkKind::Comma)?;
        let noun =
            opening.checked_sub(1).filter(|&n| self.kind(n) == ChunkKind::Noun && chunks[n].mention.is_none())?;
        let aside = self.kind(opening + 1) == ChunkKind::Preposition;
        let finite = |c: &crate::clause::Chunk| c.verb.is_some_and(|v| super::is_finite(v.form));
        let alone = !chunks[opening..joint].iter().any(finite);
        (aside && alone && (self.sense.is_of)(&chunks[at])).then_some(noun)
    }

    fn same_preposition(&self, at: usize, joint: usize) -> Option<usize> {
        let word = self.clause.chunks[at].word;
        let helped = |i: usize| {
            let chunks = &self.clause.chunks;
            (self.sense.is_of)(&chunks[at]) && (self.sense.is_helped)(&chunks[i])
        };
        let mut near = (joint.saturating_sub(14)..joint).rev();
        near.find(|&i| self.kind(i) == ChunkKind::Preposition && (self.clause.chunks[i].word == word || helped(i)))
    }

    /// Whether a new clause begins after the comma `joint`: ", and, in 2010, we", or after a subordinate clause.
    fn begins_clause(&self, at: usize, joint: usize) -> bool {
        let subordinated = self.last_finite.is_some_and(|v| (v..at).any(|i| self.kind(i) == ChunkKind::Subordinator));
        (joint > 0 && self.kind(joint - 1) == ChunkKind::Coordinator) || (subordinated && self.pending.is_none())
    }

    fn hang_over_comma(&mut self, at: usize) {
        let credits = |&v: &usize| {
            matches!(self.kind(v), ChunkKind::Verb | ChunkKind::Noun)
                && (self.sense.credits)(&self.clause.chunks[v], &self.clause.chunks[at])
        };
        // "congratulating you, Sir, on your election"
        let credited = (at.saturating_sub(8)..at).rev().find(credits);
        // "We ask that the Union, with the support of the Bank, act": the aside belongs to who waits for the verb.
        let opened = |p: &usize| {
            self.last_finite.is_some_and(|v| *p > v)
                && self.before(*p).is_some_and(|b| self.kind(b) == ChunkKind::Subordinator)
        };
        let waits = self.pending.filter(opened).filter(|_| credited.is_none());
        // "We ask Norlandia to act, together with the Union,": who is asked acts with it.
        let asked = self.before(at).and_then(|comma| self.last_content(comma)).and_then(|c| self.governing_verb(c));
        let asked = asked.filter(|&v| {
            let subject = self.clause.subject[v];
            (self.sense.is_beside)(&self.clause.chunks[at])
                && self.clause.chunks[v].verb.is_some_and(|g| g.form == VerbForm::Infinitive)
                && subject.is_some()
                && subject != self.last_finite.and_then(|f| self.clause.subject[f])
        });
        if let Some(noun) = waits.or(asked) {
            self.hang(at, noun, Role::Modifier);
        } else if let Some(verb) = credited.or(self.last_finite) {
            self.hang(at, verb, Role::Modifier);
        } else if let Some(noun) = self.pending {
            self.hang(at, noun, Role::Modifier);
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

    /// "grateful to Norlandia for hosting", "our thanks to Norlandia for": to whom an adjective or noun above the preposition `at` is turned.
    pub(super) fn credited_by_adjective(&self, at: usize, gerund: usize) -> Option<u32> {
        let mut here = at;
        for _ in 0..8 {
            here = self.clause.parent[here]?.0 as usize;
            let preposition = &self.clause.chunks[at];
            // "Our thanks go to Norlandia for hosting": the noun is the subject of what leads to whom.
            let told = match self.kind(here) {
                ChunkKind::Adjective | ChunkKind::Noun => Some(here),
                ChunkKind::Verb => self.clause.subject[here].map(|s| s as usize),
                _ => None,
            };
            let noun = |&n: &usize| matches!(self.kind(n), ChunkKind::Adjective | ChunkKind::Noun);
            if told.filter(noun).is_some_and(|n| (self.sense.credits)(&self.clause.chunks[n], preposition)) {
                let object = |&i: &usize| {
                    self.kind(i) == ChunkKind::Noun
                        && self.clause.parent[i].is_some_and(|(p, _)| {
                            (self.sense.is_to)(&self.clause.chunks[p as usize])
                                && self.clause.parent[p as usize].is_some_and(|(q, _)| q as usize == here)
                        })
                };
                let mut turned = (here + 1..gerund).find(object)?;
                // "tribute to the efforts of Norlandia for hosting": whose the efforts are.
                while (self.sense.is_deed)(&self.clause.chunks[turned])
                    && turned + 2 < gerund
                    && (self.sense.is_of)(&self.clause.chunks[turned + 1])
                {
                    turned += 2;
                }
                return Some(turned as u32);
            }
        }
        None
    }
}
