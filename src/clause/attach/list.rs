//! Phrases after "and", a comma or a semicolon: members of lists, appositions, the town before its land, objects over an
//! aside; the verb with which another goes on.

use crate::clause::{ChunkKind, Determiner, Role, VerbForm};

use super::{Attacher, is_finite};

impl Attacher<'_> {
    /// A noun phrase after "and" or a comma: a further member of a list, or the subject of a new clause.
    pub(super) fn coordinate(&mut self, at: usize, joint: usize) {
        let is_subject = self.is_subject(at);
        // "has begun, and last October signed": the time is an adverb.
        let coordinator = self.kind(joint) == ChunkKind::Coordinator;
        if is_subject && coordinator && self.last_finite.is_some() && (self.sense.is_time)(&self.clause.chunks[at]) {
            return;
        }
        if let Some(first) = self.half_between(joint).filter(|_| coordinator) {
            return self.hang_beside(at, first);
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
        // "A member of the Union, Norlandia is": what it is stands before it.
        if let Some(what) = self.apposed_before(at, joint).filter(|_| is_subject) {
            self.pending = Some(at);
            for noun in what..joint {
                if self.kind(noun) == ChunkKind::Noun && self.clause.parent[noun].is_none() {
                    self.hang(noun, at, Role::Modifier);
                }
            }
            return;
        }
        // "in Saltmouth, Norlandia": where the town is.
        if let Some(town) = self.town_of(at, joint).filter(|_| !is_subject) {
            return self.hang(at, town, Role::Modifier);
        }
        if let Some(organ) = self.named_apart(at, joint) {
            return self.hang(at, organ, Role::Example);
        }
        let partner = self
            .credited_before(at, joint)
            .or_else(|| self.item_before(joint))
            .or_else(|| self.twin(at, joint))
            .or_else(|| self.second_office(at, joint))
            .or_else(|| self.over_participle(at, joint))
            .or_else(|| self.list_partner(at, joint));
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
        // "The treaties that we signed with X and Y are": what stands before the clause waits for the verb.
        let awaited = coordinator
            && self.matrix.last().is_some_and(|m| m.0.is_some())
            && self.n_finite_after(at) == 1
            && self.kind(joint.saturating_sub(1)) == ChunkKind::Noun;
        let new_clause = is_subject && opens && self.pending.is_none() && !awaited;
        match partner {
            // "Norlandia, a member of …, keeps": an apposition, no second subject.
            Some(partner) if self.pending == Some(partner) && self.is_apposition(at, joint) => {
                self.hang(at, partner, Role::Modifier);
            }
            Some(partner) if !new_clause => {
                self.hang_beside(at, partner);
                if self.clause.parent[at].is_none() && self.pending.is_none() {
                    self.pending = Some(at);
                }
                // "the Forum (of which we are members) and the Union": what a bracket says is said of one.
                if self.kind(joint - 1) != ChunkKind::Close {
                    self.clause.relative[at] = self.clause.relative[partner];
                }
            }
            _ if is_subject => self.pending = Some(at),
            _ => match self.last_content(joint).filter(|&c| self.kind(c) != ChunkKind::Verb) {
                Some(content) => self.hang_beside(at, content),
                None if self.pending.is_none() => self.pending = Some(at),
                None => {}
            },
        }
    }

    /// "The main organ of the Union, the Council, must": what waits for its verb has its name between commas.
    fn named_apart(&self, at: usize, joint: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let organ = self.pending.filter(|&p| p + 1 < joint && chunks[p].mention.is_none() && !chunks[p].is_plural)?;
        let definite = |c: usize| chunks[c].determiner == Determiner::Definite;
        let finite = |v: usize| chunks.get(v).and_then(|c| c.verb).is_some_and(|v| is_finite(v.form));
        let closed = chunks.get(at + 1).is_some_and(|c| c.kind == ChunkKind::Comma) && finite(at + 2);
        let phrase = chunks[organ + 1..joint].iter();
        let alone = phrase.clone().all(|c| matches!(c.kind, ChunkKind::Preposition | ChunkKind::Noun));
        let named = chunks[at].mention.is_some() && definite(at) && definite(organ);
        (named && closed && alone && self.kind(joint) == ChunkKind::Comma).then_some(organ)
    }

    /// "thank Norlandia for leading the mission, and the Union for its help": who is thanked next is joined to who was before.
    fn credited_before(&self, at: usize, joint: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let is_for =
            |i: usize| chunks.get(i).is_some_and(|c| c.kind == ChunkKind::Preposition && (self.sense.is_for)(c));
        let thanked = |&i: &usize| {
            let verb = self.clause.parent[i].filter(|(_, role)| *role == Role::Object).map(|(p, _)| p as usize);
            let named = chunks[i].mention.is_some() && is_for(i + 1);
            named
                && verb.is_some_and(|v| {
                    self.kind(v) == ChunkKind::Verb && (self.sense.credits)(&chunks[v], &chunks[i + 1])
                })
        };
        let next = chunks[at].mention.is_some() && is_for(at + 1);
        (joint.saturating_sub(24)..joint).rev().filter(|_| next).find(thanked)
    }

    /// What the land `at` is, which its sentence begins with: "A founding member of the Union, Norlandia keeps".
    fn apposed_before(&self, at: usize, joint: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let what = self.pending.filter(|&p| p == self.start && self.last_finite.is_none())?;
        let one = chunks[what].mention.is_none()
            && !chunks[what].is_plural
            && matches!(chunks[what].determiner, Determiner::Indefinite | Determiner::Definite);
        // "A member of the Union and an observer in the Forum, Norlandia"
        let both = |i: usize| chunks[i + 1].determiner == Determiner::Indefinite && chunks[i + 1].mention.is_none();
        // "A member of the Union and, since 1996, an observer in the Forum (FO), Norlandia"
        let of = (what + 1..joint).all(|i| match chunks[i].kind {
            ChunkKind::Coordinator => both(i) || self.kind(i + 1) == ChunkKind::Comma,
            ChunkKind::Comma => both(i) || self.kind(i - 1) == ChunkKind::Coordinator,
            kind => matches!(kind, ChunkKind::Preposition | ChunkKind::Noun | ChunkKind::Open | ChunkKind::Close),
        });
        let goes_on = chunks.get(at + 1).is_some_and(|c| c.kind == ChunkKind::Verb);
        // "The sea, Norlandia believes, is"
        let told = chunks.get(at + 2).is_none_or(|c| !matches!(c.kind, ChunkKind::Comma | ChunkKind::Mark));
        let land = (self.sense.is_land)(&chunks[at]) && self.kind(joint) == ChunkKind::Comma && joint > what + 1;
        (one && of && goes_on && told && land).then_some(what)
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
        // "remains, and will continue to be, the framework": both verbs have the one object.
        let again = active && verb + 1 == joint && self.goes_again(verb);
        // "My Government has signed, and our Parliament has ratified, the treaty"
        let shared = active && verb + 1 == joint && self.last_finite == Some(verb) && self.shares_object(verb);
        // "took part in the fair, together with X, | Y and Z": one list
        let chunks = &self.clause.chunks;
        let named = |i: usize| chunks.get(i).is_some_and(|c| c.mention.is_some());
        let list = named(joint - 1)
            && named(joint + 1)
            && chunks[joint + 1].determiner == Determiner::Bare
            && chunks.get(joint + 2).is_some_and(|c| matches!(c.kind, ChunkKind::Comma | ChunkKind::Coordinator));
        let held = active && n_commas == 1 && !list && (verb + 1..joint).all(phrases);
        let aside = aside || again || shared || held;
        let has_object = (verb + 1..joint).any(|i| self.clause.parent[i] == Some((verb as u32, Role::Object)));
        (aside && !has_object).then_some(verb)
    }

    /// Whether a verb and a comma precede what ends with the verb `at` and goes on from it: "and intends to ratify", "and is in
    /// the process of ratifying", "but has not yet ratified".
    fn goes_again(&self, at: usize) -> bool {
        // "and was among the first to ratify"
        let within = |i: &usize| match self.kind(*i) {
            ChunkKind::Noun => (self.sense.is_first)(&self.clause.chunks[*i]),
            kind => matches!(kind, ChunkKind::Verb | ChunkKind::Preposition),
        };
        let Some(first) = (at.saturating_sub(3)..=at).rev().take_while(within).last().filter(|&v| v >= 3) else {
            return false;
        };
        let joint = match self.kind(first - 1) {
            ChunkKind::Coordinator => true,
            ChunkKind::Subordinator => self.clause.chunks[first].verb.is_some_and(|v| v.is_negated),
            _ => false,
        };
        joint && self.kind(first - 2) == ChunkKind::Comma && self.kind(first - 3) == ChunkKind::Verb
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

    /// "as depositary of X and seat of Y": of two bare nouns with "of", the second goes with the first, not with its object. So
    /// with "a member of X and a candidate for Y".
    fn twin(&self, at: usize, joint: usize) -> Option<usize> {
        let of = |i: usize| self.clause.chunks.get(i).is_some_and(|c| (self.sense.is_of)(c));
        let bare = |i: usize| {
            let noun = &self.clause.chunks[i];
            noun.kind == ChunkKind::Noun && noun.mention.is_none() && noun.first == noun.head && !noun.is_plural
        };
        let one = |i: usize| {
            let noun = &self.clause.chunks[i];
            let alone = noun.kind == ChunkKind::Noun && noun.mention.is_none() && !noun.is_plural;
            alone && noun.determiner == Determiner::Indefinite
        };
        let object = joint.checked_sub(1).filter(|&o| self.kind(joint) == ChunkKind::Coordinator && o > 1)?;
        let first = object.checked_sub(2)?;
        let named = self.clause.chunks[object].mention.is_some();
        let leads = |i: usize| self.clause.chunks.get(i).is_some_and(|c| c.kind == ChunkKind::Preposition);
        let alike = bare(at) && of(at + 1) && bare(first) || one(at) && leads(at + 1) && one(first);
        (named && alike && of(object - 1) && self.kind(object) == ChunkKind::Noun).then_some(first)
    }

    /// "is a State party to X and Y and a member of Z", "as a member of Z and chair of X": of what somebody is, the second goes
    /// with the first, not with its object.
    fn second_office(&self, at: usize, joint: usize) -> Option<usize> {
        let office = |i: usize| {
            let noun = &self.clause.chunks[i];
            let one = matches!(noun.determiner, Determiner::Indefinite | Determiner::Bare) && !noun.is_plural;
            noun.kind == ChunkKind::Noun && noun.mention.is_none() && one
        };
        let linked = |i: usize| {
            let joint = self.clause.chunks.get(i + 1).filter(|c| c.kind == ChunkKind::Preposition);
            joint.is_some_and(|c| (self.sense.is_of)(c) || (self.sense.is_to)(c) || (self.sense.is_within)(c))
        };
        if self.kind(joint) != ChunkKind::Coordinator || !office(at) || !linked(at) {
            return None;
        }
        let object = (0..joint).rev().find(|&i| self.kind(i) == ChunkKind::Noun)?;
        self.clause.chunks[object].mention?;
        let mut here = object;
        // Over the preposition and an adjective: "a State party to X".
        for _ in 0..4 {
            let (above, role) = self.clause.parent[here]?;
            let (above, noun) = (above as usize, here != object && self.kind(here) == ChunkKind::Noun);
            let is_what =
                (self.sense.is_copula)(&self.clause.chunks[above]) || (self.sense.is_as)(&self.clause.chunks[above]);
            if noun && role == Role::Object && is_what {
                return office(here).then_some(here);
            }
            here = above;
        }
        None
    }

    /// "the Mission, stationed in Saltmouth, and the Force": behind an aside that a participle begins, the next of a list.
    fn over_participle(&self, at: usize, joint: usize) -> Option<usize> {
        let closed = joint.checked_sub(1).is_some_and(|c| self.kind(c) == ChunkKind::Comma);
        let mut here = joint.checked_sub(2).filter(|_| closed && self.kind(joint) == ChunkKind::Coordinator)?;
        for _ in 0..6 {
            let (above, role) = self.clause.parent[here].map(|(p, role)| (p as usize, role))?;
            let participle = self.clause.chunks[here].verb.is_some_and(|v| v.form == VerbForm::Participle);
            if participle && role == Role::Modifier && self.kind(above) == ChunkKind::Noun {
                let opened = here.checked_sub(1).is_some_and(|c| self.kind(c) == ChunkKind::Comma);
                let alike = (self.sense.alike)(&self.clause.chunks[at], &self.clause.chunks[above]);
                return (opened && alike).then_some(above);
            }
            here = above;
        }
        None
    }

    fn list_partner(&self, at: usize, joint: usize) -> Option<usize> {
        let nouns =
            |i: &usize| *i >= self.start && self.kind(*i) == ChunkKind::Noun && !self.clause.chunks[*i].is_genitive;
        // "the Fund (TF), the Bank": what stands in brackets is no member of the list.
        let mut depth = 0;
        let mut outside = |i: &usize| {
            match self.kind(*i) {
                ChunkKind::Close => depth += 1,
                ChunkKind::Open if depth > 0 => depth -= 1,
                _ => {}
            }
            depth == 0
        };
        let ends =
            |i: usize| self.kind(i) == ChunkKind::Mark || self.clause.chunks[i].verb.is_some_and(|v| is_finite(v.form));
        let reach = (joint.saturating_sub(14)..joint).rev().filter(|i| outside(i));
        let within: Vec<usize> = reach.take_while(|&i| !ends(i)).filter(nouns).collect();
        if let Some(&last) = within.first().filter(|&&i| self.closes_list(i, joint)) {
            return Some(last);
        }
        let me = &self.clause.chunks[at];
        let last = *within.first()?;
        let alike = within.iter().find(|&&i| (self.sense.alike)(me, &self.clause.chunks[i]) && self.is_open(i, last));
        alike.copied().or(Some(last))
    }

    /// Whether a list that noun phrase `item` has begun may go on behind noun phrase `last`: not "the thanks of Norlandia to
    /// the Union", where what follows has moved on to something above.
    fn is_open(&self, item: usize, last: usize) -> bool {
        let above = |i: usize| self.clause.parent[i].map(|(p, _)| p as usize);
        let mut here = last;
        while here != item {
            match above(here) {
                parent if parent == above(item) => return true,
                Some(parent) => here = parent,
                // What hangs on nothing moves nothing on.
                None => return here == last,
            }
        }
        true
    }

    /// "hosted by Norlandia, Westmark and": what two have begun that a comma joins, "and" closes.
    fn closes_list(&self, last: usize, joint: usize) -> bool {
        let begun = last.checked_sub(2).filter(|&first| {
            self.kind(last - 1) == ChunkKind::Comma && self.clause.parent[first] == self.clause.parent[last]
        });
        // "between Norlandia and": two of whatever kind.
        let two = last
            .checked_sub(1)
            .is_some_and(|p| self.kind(p) == ChunkKind::Preposition && (self.sense.is_between)(&self.clause.chunks[p]));
        let open = begun.is_some_and(|first| {
            self.kind(first) == ChunkKind::Noun && matches!(self.clause.parent[first], Some((_, Role::Object)))
        });
        last + 1 == joint && self.kind(joint) == ChunkKind::Coordinator && (two || open)
    }

    /// "signed between the Government of Norlandia and the Front, holds": the one of two that stands behind "between" already.
    fn half_between(&self, joint: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let mut before = (joint.saturating_sub(5)..joint).rev();
        let between = before.find(|&i| {
            matches!(self.kind(i), ChunkKind::Coordinator | ChunkKind::Comma) || (self.sense.is_between)(&chunks[i])
        })?;
        let first = chunks.get(between + 1).filter(|c| c.kind == ChunkKind::Noun && !c.is_plural)?;
        let one = self.kind(between) == ChunkKind::Preposition && first.determiner != Determiner::Quantity;
        let goes_on = (between + 2..joint).all(|i| matches!(self.kind(i), ChunkKind::Preposition | ChunkKind::Noun));
        (one && goes_on).then_some(between + 1)
    }

    /// "the signing of X; the adoption of Y; and": after a semicolon, the head of the item before it.
    fn item_before(&self, joint: usize) -> Option<usize> {
        let semicolon = |i: usize| (self.sense.is_semicolon)(&self.clause.chunks[i]);
        let end = [Some(joint), joint.checked_sub(1)].into_iter().flatten().find(|&i| semicolon(i))?;
        let opens = |i: usize| semicolon(i) || matches!(self.kind(i), ChunkKind::Listing | ChunkKind::Mark);
        let start = (end.saturating_sub(24)..end).rev().find(|&i| opens(i))?;
        let finite = |c: &crate::clause::Chunk| c.verb.is_some_and(|v| is_finite(v.form));
        if self.clause.chunks[start..end].iter().any(finite) {
            return None;
        }
        let head = (start + 1..end).find(|&i| self.kind(i) != ChunkKind::Coordinator)?;
        (self.kind(head) == ChunkKind::Noun && !self.clause.chunks[head].is_genitive).then_some(head)
    }

    /// "Norlandia demands that Westmark withdraw and calls": a verb with an -s goes on with the one that has it, too.
    pub(super) fn demanding(&self, last: usize, at: usize) -> Option<usize> {
        let present = |v: usize| self.clause.chunks[v].verb.is_some_and(|g| g.form == VerbForm::Present);
        let base = |v: usize| (self.sense.is_base)(&self.clause.chunks[v]);
        let outer = self.clause.parent[last].map(|(p, _)| p as usize).filter(|&p| self.kind(p) == ChunkKind::Verb)?;
        let goes_on = present(outer) && present(last) && present(at) && base(last) && !base(at) && !base(outer);
        let subject = self.clause.subject[outer].filter(|&s| goes_on && self.agrees(s, at))?;
        ((subject as usize) < outer).then_some(outer)
    }
}
