//! Decides, from left to right and once, what each phrase hangs on and which phrase is the subject of each
//! verb. Here the walk and what it carries; each kind of phrase has its own file. Paths through nouns are judged later
//! by the rules.

mod infinitive;
mod list;
mod noun;
mod preposition;
mod verb;

use crate::lexicon::Word;

use super::{Chunk, ChunkKind, Clause, Determiner, Role, VerbForm};

/// What attachment must know of the meaning of phrases.
pub struct Sense<'a> {
    /// Whether the object of a verb group is the subject of the infinitive after it: "urge X to".
    pub controls: &'a dyn Fn(&Chunk) -> bool,
    /// Whether the object of a verb group is who did what follows the preposition: "thank X for hosting".
    pub credits: &'a dyn Fn(&Chunk, &Chunk) -> bool,
    /// Whether a verb group says what its subject includes.
    pub includes: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a verb group is what those do who speak: "welcome", "reaffirm".
    pub speaks: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a verb group or adjective takes a clause without "that": "we hope the Council will".
    pub takes_clause: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase is an adverb of time: "this year".
    pub is_time: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase tells when: a time, a year, a date.
    pub is_date: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase is a pronoun that can only be a subject: "we".
    pub is_nominative: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a verb group is a bare base form: "ratify".
    pub is_base: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a subject and a verb group can go together by number: not "we" and "has".
    pub agrees: &'a dyn Fn(&Chunk, &Chunk) -> bool,
    /// Whether a preposition is "for".
    pub is_for: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a preposition is "of".
    pub is_of: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a preposition is "in" or "at".
    pub is_within: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase names a town, or may do so: a capitalised name that is no State.
    pub is_town: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a preposition is "among".
    pub is_among: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase behind "in" tells how far something is: "in force", "in progress".
    pub is_standing: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a preposition is "together with" or the like.
    pub is_beside: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a preposition says who helps: "with the support of".
    pub is_helped: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a relative pronoun is "that".
    pub is_that: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a relative pronoun is "whose".
    pub is_whose: &'a dyn Fn(&Chunk) -> bool,
    /// "between".
    pub is_between: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a preposition joins what is done and with whom or within what: "with", "within".
    pub is_about: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase is what somebody does: "the efforts of", "the participation of".
    pub is_deed: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase is what is done to something: "the ratification of the treaty by X".
    pub is_act: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase is what somebody turns to somebody else: "the gratitude of X to".
    pub is_turned: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase tells within what something is done: "in that area", "in this regard".
    pub is_frame: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase is "them" or "which".
    pub is_them: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a mark is a semicolon.
    pub is_semicolon: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a word is "namely".
    pub is_namely: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a preposition is "to".
    pub is_to: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a preposition says what somebody is: "as".
    pub is_as: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a verb group stands for another: "have done so".
    pub is_done: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a preposition is "by".
    pub is_by: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase is a State or another land.
    pub is_land: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun is of what somebody is set on: "the offer of X to host".
    pub is_plan: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase says that the thing is the only one of its kind.
    pub is_only: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase says that the thing is the first or last of its kind.
    pub is_first: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a preposition is "with".
    pub is_with: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase is a State, and another a thing that is named by where it is.
    pub is_place_of: &'a dyn Fn(&Chunk, &Chunk) -> bool,
    /// Whether a verb group is a form of "be", "become" or "remain".
    pub is_copula: &'a dyn Fn(&Chunk) -> bool,
    /// Whether a noun phrase may be whom a speech addresses: "Mr. President".
    pub is_address: &'a dyn Fn(&Chunk) -> bool,
    /// Whether two noun phrases name things of one kind.
    pub alike: &'a dyn Fn(&Chunk, &Chunk) -> bool,
}

/// Attaches `chunks`.
#[must_use]
pub fn attach(chunks: Vec<Chunk>, sense: &Sense<'_>) -> Clause {
    let n = chunks.len();
    let clause = Clause { chunks, parent: vec![None; n], subject: vec![None; n], relative: vec![None; n] };
    let start = after_address(&clause.chunks, sense);
    let mut attacher = Attacher {
        clause,
        sense,
        start,
        pending: None,
        matrix: Vec::new(),
        last_finite: None,
        bracket: None,
        opened: None,
        last_antecedent: None,
        opener: None,
        subordinated: None,
    };
    for at in start..n {
        attacher.chunk(at);
    }
    attacher.attach_beginnings();
    attacher.clause
}

/// Where the sentence begins after those whom it addresses: "Mr. President, ladies and gentlemen, we".
fn after_address(chunks: &[Chunk], sense: &Sense<'_>) -> usize {
    let kind = |at: usize| chunks.get(at).map(|c| c.kind);
    let mut start = 0;
    let mut at = 0;
    while chunks.get(at).is_some_and(|c| c.kind == ChunkKind::Noun && (sense.is_address)(c)) {
        at += 1;
        // "Mr. President (of the Assembly),"
        if kind(at) == Some(ChunkKind::Open) {
            let close = (at..chunks.len()).find(|&i| kind(i) == Some(ChunkKind::Close));
            at = close.map_or(chunks.len(), |i| i + 1);
        }
        match kind(at) {
            Some(ChunkKind::Comma) => {
                at += 1;
                start = at;
            }
            Some(ChunkKind::Coordinator) => at += 1,
            _ => break,
        }
    }
    // The last of them stands before a comma, too.
    if start < chunks.len() && at == start { start } else { 0 }
}

struct Attacher<'a> {
    clause: Clause,
    sense: &'a Sense<'a>,
    /// The first phrase after those whom the sentence addresses.
    start: usize,
    /// A noun phrase that waits for its verb.
    pending: Option<usize>,
    /// Outside a relative clause: what waited, and the last finite verb.
    matrix: Vec<(Option<usize>, Option<usize>)>,
    last_finite: Option<usize>,
    /// Before the bracket that is open: what waited, the last finite verb, how many clauses were open.
    bracket: Option<(Option<usize>, Option<usize>, usize)>,
    /// Antecedent of the relative clause that has no verb yet, with the preposition before the pronoun.
    opened: Option<(usize, Option<usize>)>,
    /// Antecedent of the last relative clause, for "… that …, and that …".
    last_antecedent: Option<usize>,
    /// The phrase on which a subordinate clause hangs that has no verb yet.
    opener: Option<usize>,
    /// The last subordinator, and the phrase on which its clause hangs.
    subordinated: Option<(Word, Option<usize>)>,
}

impl Attacher<'_> {
    fn kind(&self, at: usize) -> ChunkKind {
        self.clause.chunks[at].kind
    }

    /// Hangs `child` on `parent`. What hangs on what is a tree: where the parent was read as part of the child ("with Peru we
    /// have"), it is so no longer.
    fn hang(&mut self, child: usize, parent: usize, role: Role) {
        if child == parent {
            return;
        }
        let up = |&at: &usize| self.clause.parent[at].map(|(above, _)| above as usize);
        if std::iter::successors(Some(parent), up).any(|above| above == child) {
            self.clause.parent[parent] = None;
        }
        self.clause.parent[child] = Some((parent as u32, role));
    }

    /// Hangs `child` where `other` hangs.
    fn hang_beside(&mut self, child: usize, other: usize) {
        match self.clause.parent[other] {
            Some((parent, role)) => self.hang(child, parent as usize, role),
            None => self.clause.parent[child] = None,
        }
    }

    /// The chunk before `at`, over a bracket that is closed.
    fn before(&self, at: usize) -> Option<usize> {
        let mut previous = at.checked_sub(1).filter(|_| at > self.start)?;
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
            ChunkKind::Adjective => self.adjective(at),
            ChunkKind::Relative => self.relative(at),
            ChunkKind::Subordinator => {
                // "Norlandia, as far as it is able, helps": the subject waits for its verb after the aside.
                let aside = self.before(at).is_some_and(|p| self.kind(p) == ChunkKind::Comma);
                if aside && self.pending.is_some() {
                    self.matrix.push((self.pending, self.last_finite));
                }
                self.opener = self.opener_of(at);
                self.subordinated = Some((self.clause.chunks[at].word, self.opener));
                self.pending = None;
            }
            // What a bracket says, "(of which it is a member)", leaves the clause around it as it was.
            ChunkKind::Open => self.bracket = Some((self.pending, self.last_finite, self.matrix.len())),
            ChunkKind::Close => {
                if let Some((pending, last_finite, depth)) = self.bracket.take() {
                    (self.pending, self.last_finite) = (pending, last_finite);
                    self.matrix.truncate(depth);
                    self.opened = None;
                }
            }
            ChunkKind::Mark if self.is_range(at) => {}
            ChunkKind::Mark => {
                self.bracket = None;
                self.pending = None;
                self.matrix.clear();
                self.last_antecedent = None;
                self.opened = None;
                self.subordinated = None;
            }
            _ => {}
        }
    }

    /// "for 2016 | – | 2018": whether the mark at `at` stands between the two ends of a time, and parts nothing.
    fn is_range(&self, at: usize) -> bool {
        let chunks = &self.clause.chunks;
        let dated = |i: Option<usize>| {
            i.and_then(|i| chunks.get(i))
                .is_some_and(|c| c.kind == ChunkKind::Noun && c.first + 1 == c.last && (self.sense.is_date)(c))
        };
        dated(at.checked_sub(1)) && dated(Some(at + 1))
    }

    /// On what the clause hangs that the subordinator `at` begins. "We believe that …, and that …": both on the same phrase.
    fn opener_of(&self, at: usize) -> Option<usize> {
        let joint = self.before(at).is_some_and(|p| matches!(self.kind(p), ChunkKind::Comma | ChunkKind::Coordinator));
        match self.subordinated {
            Some((word, opener)) if joint && word == self.clause.chunks[at].word => opener,
            _ => self.last_content(at),
        }
    }

    fn last_content(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&i| matches!(self.kind(i), ChunkKind::Verb | ChunkKind::Noun | ChunkKind::Adjective))
    }

    fn adjective(&mut self, at: usize) {
        let before = self.before(at).filter(|&p| matches!(self.kind(p), ChunkKind::Verb | ChunkKind::Noun));
        if let Some(previous) = before {
            self.hang(at, previous, Role::Object);
            if self.kind(previous) == ChunkKind::Verb {
                self.take_fronted(at, previous);
            }
        } else if let Some(partner) = self.adjective_before_joint(at) {
            self.hang_beside(at, partner);
        }
    }

    fn adjective_before_joint(&self, at: usize) -> Option<usize> {
        let joint = at.checked_sub(1)?;
        if !matches!(self.kind(joint), ChunkKind::Coordinator | ChunkKind::Comma) {
            return None;
        }
        (joint.saturating_sub(12)..joint).rev().find(|&i| self.kind(i) == ChunkKind::Adjective)
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
                ChunkKind::Comma | ChunkKind::Open | ChunkKind::Close | ChunkKind::Coordinator => {}
                _ => return,
            }
        }
        // "the Convention, accession to which has been approved": what is approved is the accession to it.
        if let (Some(to), Some(outer)) = (preposition, self.apposed_step(antecedent)) {
            self.matrix.push((self.pending, self.last_finite));
            self.opened = Some((outer, Some(to)));
            self.last_antecedent = Some(outer);
            self.pending = Some(antecedent);
            return;
        }
        // "the Union, the chair of which Norlandia held"
        if let Some(whole) = self.whole_before(antecedent).filter(|_| preposition.is_some_and(|p| p == antecedent + 1))
        {
            self.clause.parent[antecedent] = None;
            self.matrix.push((self.pending, self.last_finite));
            self.opened = Some((whole, Some(antecedent)));
            self.last_antecedent = Some(whole);
            self.pending = Some(antecedent);
            return;
        }
        if self.kind(antecedent) == ChunkKind::Noun {
            let antecedent = self.common_above(antecedent, at).unwrap_or(antecedent);
            self.matrix.push((self.pending, self.last_finite));
            self.opened = Some((antecedent, preposition));
            self.last_antecedent = Some(antecedent);
            self.pending = None;
        }
    }

    /// The noun before the comma, where noun phrase `at` behind it is a bare noun and no name: "the Convention, accession to".
    fn apposed_step(&self, at: usize) -> Option<usize> {
        let noun = &self.clause.chunks[at];
        let bare = noun.kind == ChunkKind::Noun && noun.mention.is_none() && noun.first == noun.head && !noun.is_plural;
        let comma = at.checked_sub(1).filter(|&c| bare && self.kind(c) == ChunkKind::Comma)?;
        let outer = comma.checked_sub(1).filter(|&n| self.kind(n) == ChunkKind::Noun)?;
        self.clause.chunks[outer].mention.is_some().then_some(outer)
    }

    /// The name before the comma of which the noun phrase `at` behind it, with an "of which", tells a part.
    fn whole_before(&self, at: usize) -> Option<usize> {
        let chunks = &self.clause.chunks;
        let noun = &chunks[at];
        let of = chunks.get(at + 1).is_some_and(|c| c.kind == ChunkKind::Preposition && (self.sense.is_of)(c));
        let part = noun.kind == ChunkKind::Noun && noun.mention.is_none() && noun.determiner == Determiner::Definite;
        let comma = at.checked_sub(1).filter(|&c| of && part && self.kind(c) == ChunkKind::Comma)?;
        comma.checked_sub(1).filter(|&n| self.kind(n) == ChunkKind::Noun && chunks[n].mention.is_some())
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
                // "By joining the Union, Norlandia has": who joined it is the subject of what follows.
                let gerund = if self.kind(at) == ChunkKind::Preposition { at + 1 } else { at };
                let named = self.clause.subject[verb].map(|s| s as usize).is_some_and(|s| {
                    let object = self.clause.parent[s].is_some_and(|(p, _)| p as usize == gerund);
                    self.clause.chunks[s].mention.is_some() && !object
                });
                let hangs = gerund == at || named && self.clause.parent[gerund].is_some_and(|(p, _)| p as usize == at);
                if hangs && self.kind(gerund) == ChunkKind::Verb && self.clause.subject[gerund].is_none() {
                    self.clause.subject[gerund] = self.clause.subject[verb];
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
