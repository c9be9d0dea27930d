//! Who is what a noun says, or of whom a participle or preposition is said: what stands between an office and its holder, and
//! what belongs to others.

use crate::clause::path::{Step, StepKind};
use crate::clause::{Chunk, ChunkKind, Determiner, Role};
use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::link::Modality;
use crate::mention::{Mention, Strength};
use crate::rule::Rule;
use crate::rule::pattern::Family;

use super::Candidate;

/// Nouns of what leads into a treaty or body.
const WAYS_IN: [&str; 12] = [
    "procedure",
    "process",
    "formality",
    "instrument",
    "negotiation",
    "preparation",
    "path",
    "road",
    "journey",
    "requirement",
    "talk",
    "law",
];

/// Nouns of the parts of a land, and of those who live there.
const PARTS: [&str; 18] = [
    "territory",
    "population",
    "people",
    "economy",
    "land",
    "citizen",
    "region",
    "area",
    "island",
    "coast",
    "infrastructure",
    "inhabitant",
    "quarter",
    "third",
    "half",
    "part",
    "majority",
    "sector",
];

impl Extractor {
    /// "As a result of the storm, our ports lost": who is named as the subject of the verb on which the preposition hangs.
    pub(super) fn struck_subject(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, reading: &Reading) -> Actor {
        let verb = path[at + 1..].iter().find(|s| s.kind == StepKind::Verb);
        let subject = verb.and_then(|v| sentence.clause.subject[v.chunk as usize]);
        let told = |s: &u32| {
            let state = sentence.mention_of(*s).is_some_and(|m| m.class & self.known.state != 0);
            state || sentence.chunk(*s).determiner == Determiner::First
        };
        // "A third of the territory of Norlandia was flooded"
        let mut struck = subject;
        while let Some(of) = struck.filter(|&s| !told(&s) && self.is_part_of_land(sentence, s)) {
            struck = Some(of + 2);
        }
        struck.filter(told).map_or(Actor::Other, |s| self.who(sentence, s, reading))
    }

    /// Whether the noun phrase is a part of a land or of those who live there, told with "of": "the territory of".
    fn is_part_of_land(&self, sentence: &Analysed<'_>, at: u32) -> bool {
        let of = sentence.clause.chunks.get(at as usize + 1).is_some_and(|c| c.word == self.known.of);
        let noun = sentence.clause.chunks.get(at as usize + 2).is_some_and(|c| c.kind == ChunkKind::Noun);
        let chunk = sentence.chunk(at);
        of && noun && chunk.mention.is_none() && self.lexicon.is_one_of(chunk.lemma, &PARTS)
    }

    /// "our praise of her work as chair of": between the office and the verb stands what another noun says.
    pub(super) fn is_removed(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, rule: &Rule) -> bool {
        let office =
            ["chairs", "memberOf", "hosts", "partyTo"].iter().any(|r| self.ontology.is_narrower(&rule.relation, r));
        let mut above = path[at + 1..].iter().take_while(|s| !matches!(s.kind, StepKind::Verb | StepKind::SubjectOf));
        let owned = self.owner_of(sentence, path[at].chunk).is_some() || self.owner_above(sentence, path, at).is_some();
        // "we have met at the seat of": where or with whom something is done, not who is what.
        let aside = path.get(at + 1).filter(|s| s.kind == StepKind::Preposition);
        let aside = aside.is_some_and(|s| self.lexicon.is_one_of(s.word, &["at", "with", "by", "from", "among"]));
        // "is among the members of"
        let among = path.get(at + 1).is_some_and(|s| self.lexicon.is(s.word, "among"));
        // "counts itself among the members of"
        let itself = path.get(at + 2).is_some_and(|s| self.lexicon.is_one_of(s.word, &["itself", "ourselves"]));
        let said = path.get(at + if itself { 3 } else { 2 });
        let is_one = among && said.is_some_and(|s| self.rules.being.contains(&s.lemma));
        // "is at the helm of", "was entrusted with the chairmanship of"
        let held = path.get(at + 2).is_some_and(|s| {
            self.lexicon.is_one_of(path[at].lemma, &["helm", "head"]) && self.rules.being.contains(&s.lemma)
                || self.lexicon.is_one_of(s.lemma, &["entrust", "charge", "honour", "task"])
        });
        let aside = aside && !is_one && !held;
        // "its trade as a member of": after a noun that nobody owns, "as" says who acts.
        let as_ = path.get(at + 1).is_some_and(|s| s.word == self.known.as_);
        let plain = |s: &Step| as_ && sentence.chunk(s.chunk).determiner == Determiner::Bare;
        // "We, as a member of", "My Government, as Chair of": who is said to be it stands right before "as".
        let whose = |s: &Step| {
            let state = self.rules.state_nouns.contains(&s.lemma)
                && matches!(self.owner_of(sentence, s.chunk), Some(Actor::Speaker | Actor::States(_)));
            as_ && path.get(at + 2).is_some_and(|n| n.chunk == s.chunk)
                && (state || self.known.first_person.contains(&s.word))
        };
        let noun = path[at].lemma;
        let verb = path[at + 1..].iter().find(|s| s.kind == StepKind::Verb);
        let said = as_ || verb.is_none_or(|v| self.rules.being.contains(&v.lemma));
        // "the membership of the Council": those who are in it.
        let seats = self.lexicon.is(noun, "seat") && sentence.chunk(path[at].chunk).is_plural;
        let composition = seats
            || self.lexicon.is(noun, "membership") && sentence.chunk(path[at].chunk).determiner == Determiner::Definite;
        let apposed = self.holder_before(sentence, path[at].chunk).is_some();
        let officer = self.rules.officers.contains(&noun) && !said && !apposed;
        // "the leaders of X and Y, co-chairs of the Group"
        let apposed_many = apposed && sentence.chunk(path[at].chunk).is_plural;
        // "call for steps towards the accession of"
        let urged = path[at + 1..].iter().any(|s| self.rules.modality.by_lemma.get(&s.lemma) == Some(&Modality::Urged));
        office
            && !owned
            && !apposed_many
            && (aside
                || officer
                || composition
                || above.any(|s| {
                    let names = sentence.mention_of(s.chunk).is_some_and(|m| m.strength != Strength::Described);
                    let led = !urged
                        && self.lexicon.is_one_of(s.lemma, &["step", "measure"])
                        && self.lexicon.is_one_of(noun, &["accession", "ratification"]);
                    let listed = s.is_example || led || self.lexicon.is_one_of(s.lemma, &WAYS_IN);
                    s.kind == StepKind::Noun
                        && !listed
                        && !names
                        && !self.lexicon.is(s.word, "one")
                        && !plain(s)
                        && !whose(s)
                }))
    }

    /// "Norlandia, as Chair of the Union, Westmark and Sudlandia sent": the first alone is Chair.
    pub(super) fn of_one_apposed(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, actor: Actor) -> Actor {
        let Candidate { path, found, .. } = candidate;
        let one = found.pattern.family == Family::Noun && !sentence.chunk(path[found.at].chunk).is_plural;
        let joint = path.get(found.at + 1).filter(|s| one && s.word == self.known.as_);
        let before = joint.and_then(|s| s.chunk.checked_sub(2));
        let comma = |b: &u32| sentence.chunk(b + 1).kind == ChunkKind::Comma;
        let holder = before.filter(comma).and_then(|b| sentence.mention_of(b)).map(|m| m.thing);
        match (actor, holder) {
            (Actor::States(states), Some(holder)) if states.len() > 1 && states.contains(&holder) => {
                Actor::States(vec![holder])
            }
            (actor, _) => actor,
        }
    }

    /// "the Union alongside the Bank": the preposition joins it to another thing that is named.
    pub(super) fn hangs_on_other(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, reading: &Reading) -> bool {
        let actors = self.known.organisation | self.known.state;
        let above = path.get(at + 1).filter(|s| s.kind == StepKind::Noun);
        // "shelters people from Norlandia in collaboration with the Union": the land is only where they are from.
        let joint = !self.lexicon.is_one_of(path[at].word, &["with", "along_with", "together_with", "alongside"]);
        let from = path.get(at + 2).is_some_and(|s| self.lexicon.is_one_of(s.word, &["from", "in", "to"]));
        if joint
            && from
            && above.and_then(|s| sentence.mention_of(s.chunk)).is_some_and(|m| m.class & self.known.state != 0)
        {
            return false;
        }
        let nouns = || path[at + 1..].iter().filter(|s| s.kind == StepKind::Noun);
        let speaks = || nouns().any(|s| self.who(sentence, s.chunk, reading) == Actor::Speaker);
        if above.is_some() && path[at + 2..].iter().any(|s| s.kind == StepKind::SubjectOf) {
            return !speaks();
        }
        // "carried out by our Ministry in cooperation with the Union": the Ministry acts for the State.
        let own = above.is_some_and(|s| self.who(sentence, s.chunk, reading) == Actor::Speaker);
        !own && above.and_then(|s| sentence.mention_of(s.chunk)).is_some_and(|m| m.class & actors != 0)
    }

    /// "has built a training centre in Westmark": it is there, and no body of the State that speaks.
    pub(super) fn is_built_abroad(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let Some(chunk) = sentence.chunk_of(mention).map(|c| c as usize) else { return false };
        let next = sentence.clause.chunks.get(chunk + 1);
        let within = next.is_some_and(|c| c.kind == ChunkKind::Preposition && self.known.places[..2].contains(&c.word));
        let placed = within && chunk + 2 < sentence.clause.chunks.len();
        let state = if placed { sentence.mention_of(chunk as u32 + 2) } else { None };
        let state = state.filter(|m| m.class & self.known.state != 0);
        mention.strength == Strength::Described
            && state.is_some_and(|m| m.thing != sentence.speaker)
            && !self.is_home(sentence, chunk as u32 + 2, reading)
    }

    /// "together with the other members of", said of itself: whoever has fellows is a member too.
    pub(super) fn is_fellow(
        &self,
        sentence: &Analysed<'_>,
        path: &[Step],
        at: usize,
        rule: &Rule,
        reading: &Reading,
    ) -> bool {
        let phrase = sentence.chunk(path[at].chunk);
        let others = |t: u32| self.lexicon.is_one_of(sentence.words[t as usize], &["other", "fellow"]);
        phrase.is_plural
            && self.ontology.is_narrower(&rule.relation, "memberOf")
            && (phrase.first..phrase.head).any(others)
            // "congratulate you and the other members of the Bureau": those with whoever is addressed.
            && !self.is_addressed(sentence, path[at].chunk)
            && self.actor_above(sentence, path, at, reading) == Actor::Speaker
    }

    /// "was the victim of", "bears the brunt of": what the noun at step `at` says, the subject of the verb above it is or has.
    pub(super) fn is_said_of_somebody(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let bears = ["bear", "feel", "suffer", "face", "carry", "shoulder", "endure", "experience", "fall", "pay"];
        path.get(at + 1).is_some_and(|s| {
            s.kind == StepKind::Verb
                && (self.rules.being.contains(&s.lemma) || self.lexicon.is_one_of(s.lemma, &bears))
                && sentence.chunk(s.chunk).verb.is_some_and(|v| !v.is_passive)
        })
    }

    /// "Norlandia, devastated by the storm, was rebuilt", "is among the countries hit by": the State of which a participle
    /// behind noun phrase `said_of` is said.
    pub(super) fn struck_itself(&self, sentence: &Analysed<'_>, said_of: u32, reading: &Reading) -> Option<Actor> {
        if let Some(actor) = self.counted_among(sentence, said_of, reading) {
            return Some(actor);
        }
        let stands = sentence.clause.parent[said_of as usize].is_some_and(|(_, role)| role == Role::Subject);
        let state = sentence.mention_of(said_of).is_some_and(|m| m.class & self.known.state != 0);
        let own = sentence.chunk(said_of).determiner == Determiner::First;
        Some(self.who(sentence, said_of, reading))
            .filter(|actor| stands && (state || own) && matches!(actor, Actor::Speaker | Actor::States(_)))
    }

    /// "We support the efforts of the Union, in cooperation with the Bank": of whom they are, they cooperate.
    pub(super) fn is_of_praised(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let verb = path[at + 1..].iter().find(|s| s.kind == StepKind::Verb).filter(|v| v.chunk < path[at].chunk);
        let deed = |chunk: &Chunk| chunk.kind == ChunkKind::Noun && self.rules.deeds.contains(&chunk.lemma);
        verb.is_some_and(|v| {
            let mut between = (v.chunk + 1..path[at].chunk).map(|i| (i, sentence.chunk(i)));
            // "We congratulate these States for their cooperation with the Court"
            let theirs = |i: u32, c: &Chunk| {
                c.kind == ChunkKind::Noun && (c.determiner == Determiner::Third || self.is_of_person(sentence, i))
            };
            self.rules.greetings.contains(&v.lemma)
                && between.any(|(i, c)| deed(c) && c.determiner != Determiner::First || theirs(i, c))
        })
    }
}
