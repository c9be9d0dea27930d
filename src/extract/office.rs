//! Who holds what a noun names: the owner of an office, the State that is said to be something, members of a list.

use crate::clause::path::{Step, StepKind, agent, governing_verb};
use crate::clause::{Chunk, ChunkKind, Determiner, Role};
use crate::mention::Strength;

use super::actor::Actor;
use super::sentence::Analysed;
use super::{Extractor, Reading};

impl Extractor {
    /// "We thank Mr. Smith for his stewardship of the Union"
    pub(super) fn is_person(&self, sentence: &Analysed<'_>, chunk: &Chunk) -> bool {
        let offices = ["secretary-general", "predecessor", "ambassador", "excellency"];
        let named = chunk.mention.is_none()
            && !chunk.is_plural
            && sentence.tokens[chunk.head as usize].is_capitalised()
            && !self.rules.state_nouns.contains(&chunk.lemma);
        chunk.kind == ChunkKind::Noun && (named || self.lexicon.is_one_of(chunk.lemma, &offices))
    }

    /// Who stands in the relation that a noun names, the noun at step `at`: its owner, else who acts in the verb
    /// above it ("As host of …, Norlandia …"; "Norlandia is a member of …").
    pub(super) fn bearer(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, reading: &Reading) -> Actor {
        let noun = path[at].chunk;
        if self.known.first_person.contains(&sentence.chunk(noun).word) {
            return Actor::Speaker;
        }
        if let Some(owner) = self.owner_of(sentence, noun) {
            return owner;
        }
        // "Westmark's representation and participation in": of both nouns it is the owner.
        let joint = noun.checked_sub(3).filter(|_| sentence.chunk(noun).determiner == Determiner::Bare);
        let joint = joint.filter(|_| sentence.chunk(noun - 1).kind == ChunkKind::Coordinator);
        if let Some(genitive) = joint.filter(|&g| sentence.chunk(g).is_genitive && sentence.mention_of(g).is_some()) {
            return self.owner_of(sentence, genitive + 1).unwrap_or(Actor::Other);
        }
        // "Westmark, one of the founders of": who is one of them is one.
        if let [of, one, ..] = &path[at + 1..]
            && of.word == self.known.of
            && self.lexicon.is(one.word, "one")
        {
            return self.bearer(sentence, path, at + 2, reading);
        }
        if let Some(owner) = self.owner_above(sentence, path, at) {
            return owner;
        }
        // "grant Africa a seat on the Council": whoever is given it has it.
        let given = path.get(at + 1).filter(|s| self.lexicon.is_one_of(s.lemma, &["give", "grant", "accord", "allot"]));
        let active = |s: &Step| sentence.chunk(s.chunk).verb.is_some_and(|v| !v.is_passive);
        if given.is_some_and(|verb| active(verb) && !self.is_given_us(sentence, verb.chunk)) {
            return Actor::Other;
        }
        match self.holder_before(sentence, noun) {
            Some(Actor::States(states)) => {
                let n = if sentence.chunk(noun).is_plural { states.len() } else { 1 };
                return Actor::States(states.into_iter().take(n).collect());
            }
            // "Norlandia, the Chair of the Union, said"
            Some(Actor::Speaker) if self.closes_aside(sentence, path, at) => return Actor::Speaker,
            _ => {}
        }
        if let Some(below) = at.checked_sub(1).filter(|&b| path[b].word == self.known.between) {
            let own = self.has_own_member(sentence, path[below].chunk, reading);
            return if own { Actor::Speaker } else { Actor::Other };
        }
        if let Some(actor) = self.predicated(sentence, path, at) {
            return actor;
        }
        let is_as = path.get(at + 1).is_some_and(|s| s.word == self.known.as_);
        for step in &path[at + 1..] {
            match step.kind {
                StepKind::Verb if self.is_made_of_subject(sentence, noun, step.chunk) => {
                    return self.grammatical_subject(sentence, step.chunk, reading);
                }
                StepKind::Verb if !is_as && self.rules.greetings.contains(&step.lemma) => return Actor::Other,
                // "Accession to the treaty was completed": by nobody that is named.
                StepKind::Verb if sentence.clause.subject[step.chunk as usize] == Some(noun) => {
                    return self.subject_of(sentence, step.chunk, reading);
                }
                // "mediation that led to the signing of", "hosted the signing of": others signed.
                StepKind::Verb if self.is_brought_about(path, at, step) => return Actor::Other,
                // "It is a contribution to": what was spoken of, no State.
                // "It is a sponsoring nation of": the State.
                StepKind::Verb
                    if !is_as
                        && self.is_impersonal(sentence, step.chunk)
                        && !self.lexicon.is_one_of(path[at].lemma, &["nation", "state", "country", "participant"]) =>
                {
                    return Actor::Other;
                }
                // "You were elected to serve as President": who serves is told by the verb above.
                StepKind::Verb if self.is_bare_infinitive(sentence, step.chunk) => {}
                StepKind::Verb => return self.of_subject(sentence, step.chunk, reading),
                StepKind::SubjectOf => return Actor::Nobody,
                // "grateful to the President of": who is thanked is somebody else.
                StepKind::Adjective if self.rules.credits.contains(&step.word) => return Actor::Other,
                // "tribute to you for the preparations for": who is thanked is somebody else.
                StepKind::Noun if self.lexicon.is_one_of(step.word, &["tribute", "gratitude", "thanks"]) => {
                    return Actor::Other;
                }
                StepKind::Noun => match self.who(sentence, step.chunk, reading) {
                    Actor::Other | Actor::Nobody => {}
                    actor => return self.listed(sentence, step.chunk).unwrap_or(actor),
                },
                _ => {}
            }
        }
        match sentence.clause.parent[noun as usize] {
            None => self.apposed(sentence, noun, reading),
            Some((parent, _)) => match governing_verb(&sentence.clause, parent) {
                Some(verb) => self.grammatical_subject(sentence, verb, reading),
                None => self.apposed(sentence, noun, reading),
            },
        }
    }

    /// Who the subject of a verb group is, or whose: "Norlandia's resolve is shown by its accession to".
    fn of_subject(&self, sentence: &Analysed<'_>, verb: u32, reading: &Reading) -> Actor {
        let subject = sentence.clause.subject[verb as usize];
        let plain = subject.filter(|&s| sentence.chunk(s).mention.is_none() && !sentence.chunk(s).is_plural);
        // "The road was built with support from": by whom, nobody says.
        let group = sentence.chunk(verb).verb;
        let undone = group.is_some_and(|g| g.is_passive) && agent(&sentence.clause, verb, self.known.by).is_none();
        let body = subject.and_then(|s| sentence.mention_of(s)).is_some_and(|m| m.strength == Strength::Named);
        match self.grammatical_subject(sentence, verb, reading) {
            Actor::Other if undone && !body => Actor::Nobody,
            Actor::Other => plain.and_then(|s| self.owner_of(sentence, s)).unwrap_or(Actor::Other),
            actor => actor,
        }
    }

    /// "led to the signing of", "hosted the signing of": who brings it about or looks on does not do it.
    fn is_brought_about(&self, path: &[Step], at: usize, verb: &Step) -> bool {
        let brings = ["lead", "facilitate", "host", "attend", "witness", "mediate", "broker", "contribute"];
        self.lexicon.is_one_of(path[at].word, &["signing", "signature", "ratification", "accession", "conclusion"])
            && self.lexicon.is_one_of(verb.lemma, &brings)
    }

    /// "give us a seat"
    fn is_given_us(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let after = sentence.clause.chunks.get(verb as usize + 1);
        after.is_some_and(|c| self.known.first_person.contains(&c.word) || c.determiner == Determiner::First)
    }

    /// "Westmark, host of the conference,": the State before the comma.
    pub(super) fn holder_before(&self, sentence: &Analysed<'_>, noun: u32) -> Option<Actor> {
        let comma = noun.checked_sub(2).filter(|_| sentence.chunk(noun - 1).kind == ChunkKind::Comma);
        let holder = comma.and_then(|c| self.listed(sentence, c));
        // "Westmark and Norlandia, hosts of the conference,", not "Westmark, Norlandia, the members of the Union and others"
        let many = sentence.chunk(noun).is_plural;
        let closed = noun.checked_sub(3).is_some_and(|c| sentence.chunk(c).kind == ChunkKind::Coordinator);
        holder.filter(|h| !many || closed && matches!(h, Actor::States(states) if states.len() > 1))
    }

    /// "Norlandia has been elected Chair of the Union": whether the noun is what the subject of a passive verb is made.
    fn is_made_of_subject(&self, sentence: &Analysed<'_>, noun: u32, verb: u32) -> bool {
        let passive = sentence.chunk(verb).verb.is_some_and(|v| v.is_passive);
        passive && noun > verb && sentence.clause.parent[noun as usize] == Some((verb, Role::Object))
    }

    /// Whether the phrase of the noun at step `at` ends with a comma after the mention.
    fn closes_aside(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let noun = path[at].chunk as usize;
        let mut after = sentence.clause.chunks[noun + 1..].iter();
        let end = after.find(|c| !matches!(c.kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Coordinator));
        end.is_some_and(|c| c.kind == ChunkKind::Comma)
    }

    fn is_impersonal(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let subject = sentence.clause.subject[verb as usize].map(|s| sentence.chunk(s).word);
        self.lexicon.is(sentence.chunk(verb).lemma, "be") && subject == Some(self.known.third_person[0])
    }

    /// "the admission of X to membership in", "X's role as host of": whose the noun above the office is.
    pub(super) fn owner_above(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> Option<Actor> {
        let mut above = path[at + 1..].iter().take_while(|s| !matches!(s.kind, StepKind::Verb | StepKind::SubjectOf));
        let is_state = |s: &Step| sentence.mention_of(s.chunk).is_some_and(|m| m.class & self.known.state != 0);
        let noun = above.find(|s| s.kind == StepKind::Noun && !is_state(s))?;
        // "our duty as a member of", not "has joined our ranks as a member of"
        let ranks = self.lexicon.is_one_of(noun.lemma, &["midst", "rank", "fold"]);
        let next = path.get(at + 2).is_some_and(|s| s.chunk == noun.chunk);
        let said = path[at + 1].word == self.known.as_ && next;
        if !ranks && (said || self.rules.offices.contains(&noun.lemma)) {
            self.owner_of(sentence, noun.chunk)
        } else {
            None
        }
    }

    /// "We welcomed X and Y as members of …": those of whom the noun after "as" is said.
    fn predicated(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> Option<Actor> {
        let [preposition, verb, ..] = path.get(at + 1..)? else { return None };
        let said = preposition.kind == StepKind::Preposition && preposition.word == self.known.as_;
        if !said || verb.kind != StepKind::Verb || preposition.chunk < verb.chunk {
            return None;
        }
        let parents =
            sentence.clause.parent.iter().enumerate().filter(|(_, p)| **p == Some((verb.chunk, Role::Object)));
        // "invites us, as members of the Union, to"
        let member = self.lexicon.is(path[at].lemma, "member") && sentence.chunk(path[at].chunk).is_plural;
        if member && parents.clone().any(|(chunk, _)| self.lexicon.is(sentence.chunk(chunk as u32).word, "us")) {
            return Some(Actor::Speaker);
        }
        let objects = parents.filter_map(|(chunk, _)| sentence.mention_of(chunk as u32));
        let states: Vec<u32> = objects.filter(|m| m.class & self.known.state != 0).map(|m| m.thing).collect();
        (!states.is_empty()).then_some(Actor::States(states))
    }

    /// Whether one of those "between" whom something is, is the speaker or an organ of its.
    pub(super) fn has_own_member(&self, sentence: &Analysed<'_>, preposition: u32, reading: &Reading) -> bool {
        let members =
            sentence.clause.parent.iter().enumerate().filter(|(_, p)| **p == Some((preposition, Role::Object)));
        members.into_iter().any(|(member, _)| {
            // "between the President and the rebels": of which country, nobody says.
            let phrase = sentence.chunk(member as u32);
            let unsaid = phrase.mention.is_none()
                && phrase.determiner != Determiner::First
                && !self.known.first_person.contains(&phrase.word)
                && self.owner_of(sentence, member as u32).is_none();
            (!unsaid || reading.is_domestic) && self.who(sentence, member as u32, reading) == Actor::Speaker
        })
    }

    /// "Norlandia, a member of …,": the State before the comma.
    fn apposed(&self, sentence: &Analysed<'_>, noun: u32, reading: &Reading) -> Actor {
        let comma = noun.checked_sub(1).filter(|&c| sentence.chunk(c).kind == ChunkKind::Comma);
        match comma.and_then(|c| c.checked_sub(1)) {
            Some(before) if sentence.chunk(before).kind == ChunkKind::Noun => self.who(sentence, before, reading),
            _ => Actor::Nobody,
        }
    }
}
