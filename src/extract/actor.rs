//! Who acts: the State that a noun phrase stands for, and the subjects of verbs and nouns.

use crate::clause::path::{agent, governing_verb};
use crate::clause::{ChunkKind, Determiner, Role, VerbForm};
use crate::gazetteer::Form;
use crate::lexicon::Classes;
use crate::mention::Mention;

use super::sentence::Analysed;
use super::{Extractor, Reading};

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Actor {
    /// The State that speaks.
    Speaker,
    /// Other States, by thing.
    States(Vec<u32>),
    /// Nobody is named.
    Nobody,
    /// Somebody who is no State.
    Other,
}

impl Extractor {
    /// Who the noun phrase `chunk` is.
    pub(super) fn who(&self, sentence: &Analysed<'_>, chunk: u32, reading: &Reading) -> Actor {
        let phrase = sentence.chunk(chunk);
        if self.known.first_person.contains(&phrase.word) {
            return Actor::Speaker;
        }
        if self.known.third_person.contains(&phrase.word) && phrase.mention.is_none() {
            // "they" are many, and none of them the one State that acted last.
            let alone = phrase.word == self.known.third_person[0];
            if alone && reading.is_domestic && self.is_impersonally_planned(sentence, chunk) {
                return Actor::Nobody;
            }
            if let Some(above) = self.subject_above(sentence, chunk).filter(|_| alone) {
                return self.who(sentence, above, reading);
            }
            let earlier = self.earlier_subject(sentence, chunk);
            // "Since it joined the Union, Norlandia has": told ahead.
            let ahead = || self.subject_ahead(sentence, chunk).filter(|_| alone);
            let earlier = earlier.or_else(ahead);
            return match earlier.or(reading.last_actor.filter(|_| alone)) {
                Some(thing) => self.state(sentence, thing),
                None => Actor::Other,
            };
        }
        if let Some(mention) = sentence.mention_of(chunk) {
            if mention.class & self.known.state != 0 {
                return self.state(sentence, mention.thing);
            }
            let thing = reading.things.get(mention.thing);
            let place = thing.seed.map(|s| &self.entities.all()[s as usize]);
            // "Saltmouth hosted the conference", of a city of the speaker's.
            if place.is_some_and(|p| p.in_state.as_ref() == Some(&reading.things.get(sentence.speaker).id)) {
                return Actor::Speaker;
            }
            let own = thing.of_state.as_ref().is_some_and(|s| **s == *reading.things.get(sentence.speaker).id);
            let organ = thing.seed.is_none() || self.ontology.is_subclass(&thing.class, "NationalBody");
            // "the Westmark Senate has approved": the State whose organ it is.
            let body = organ && mention.class & self.known.organisation != 0;
            let whose = thing.of_state.as_ref().filter(|_| body && !own).and_then(|s| reading.things.position(s));
            return match whose {
                Some(state) => Actor::States(vec![state]),
                None if own && organ => Actor::Speaker,
                None => Actor::Other,
            };
        }
        if phrase.determiner == Determiner::First {
            return if self.are_fellows(sentence, phrase) { Actor::Other } else { Actor::Speaker };
        }
        if phrase.mention.is_none() && self.rules.activities.contains(&phrase.lemma) {
            return Actor::Nobody;
        }
        // "Norlandian Aid": what bears the name of the people that speaks, and a name.
        if self.bears_own_name(sentence, phrase) {
            return Actor::Speaker;
        }
        if reading.is_domestic && self.is_organ(sentence, phrase) {
            return Actor::Speaker;
        }
        if let Some(actor) = self.counted_among(sentence, chunk, reading) {
            return actor;
        }
        // "Norlandia's patrol boats", said by Norlandia like "our boats"
        let before = chunk.checked_sub(1).filter(|&g| sentence.chunk(g).is_genitive);
        let own = before.and_then(|g| sentence.mention_of(g)).is_some_and(|m| m.thing == sentence.speaker);
        let deed = self.rules.deeds.contains(&phrase.lemma) || self.rules.plans.contains(&phrase.lemma);
        if own && !deed && phrase.mention.is_none() && !self.are_fellows(sentence, phrase) {
            return Actor::Speaker;
        }
        if self.rules.state_nouns.contains(&phrase.lemma) {
            self.state_noun(sentence, chunk, reading)
        } else if let Some(actor) = self.of_nation(sentence, chunk, reading) {
            actor
        } else {
            self.servant_of(sentence, chunk, reading).unwrap_or(Actor::Other)
        }
    }

    pub(super) fn state(&self, sentence: &Analysed<'_>, thing: u32) -> Actor {
        if thing == sentence.speaker { Actor::Speaker } else { Actor::States(vec![thing]) }
    }

    /// "As a country that hosts the Union, we": who acts in the clause above is that country.
    fn as_country(&self, sentence: &Analysed<'_>, chunk: u32, reading: &Reading) -> Option<Actor> {
        let phrase = sentence.chunk(chunk);
        let (above, _) =
            sentence.clause.parent[chunk as usize].filter(|_| phrase.determiner == Determiner::Indefinite)?;
        let preposition = sentence.chunk(above);
        let is_as = preposition.kind == ChunkKind::Preposition && preposition.word == self.known.as_;
        let verb = governing_verb(&sentence.clause, above).filter(|_| is_as && !phrase.is_plural)?;
        let subject = sentence.clause.subject[verb as usize].filter(|&s| s != chunk)?;
        Some(self.who(sentence, subject, reading))
    }

    /// "the Government of X", "my delegation", "the Portuguese people", "X's Parliament".
    fn state_noun(&self, sentence: &Analysed<'_>, chunk: u32, reading: &Reading) -> Actor {
        if let Some(actor) = self.as_country(sentence, chunk, reading) {
            return actor;
        }
        // "the Government and people of Westmark"
        let beside = || {
            let chunks = sentence.clause.chunks.get(chunk as usize + 1..chunk as usize + 3)?;
            let joint = chunks[0].kind == ChunkKind::Coordinator && self.rules.state_nouns.contains(&chunks[1].lemma);
            self.owner_of(sentence, chunk + 2).filter(|_| joint && chunks[1].determiner != Determiner::First)
        };
        match self.owner_of(sentence, chunk).or_else(beside) {
            Some(Actor::Nobody) | None => {
                if let Some(actor) = self.servant_of(sentence, chunk, reading) {
                    return actor;
                }
                let phrase = sentence.chunk(chunk);
                // "the Minister", "the Federal Minister", "the Foreign Minister"
                let titled = phrase.first + 2 == phrase.head
                    && self
                        .lexicon
                        .is_one_of(sentence.words[phrase.first as usize + 1], &["federal", "prime", "foreign"]);
                let plain = phrase.determiner == Determiner::Definite && (phrase.first + 1 == phrase.head || titled);
                let definite = plain && !self.is_bodys_office(sentence, chunk, reading);
                // "equity in Westmark threatens the country": the one named last; "In Westmark, the Government".
                let land = self.lexicon.is_one_of(phrase.lemma, &["country", "nation", "people", "land"]);
                let governed = !reading.is_domestic && self.lexicon.is(phrase.lemma, "government");
                let earlier = sentence.mentions.iter().filter(|m| {
                    let state = m.class & self.known.state != 0 && m.form != Form::Capital;
                    state && m.last <= phrase.first && (land || governed && self.is_in_before(sentence, m))
                });
                let earlier = earlier.max_by_key(|m| m.first).map(|m| m.thing);
                // "the countries that have not signed": not the one that was named.
                let one = definite && (!phrase.is_plural || self.lexicon.is(phrase.lemma, "people"));
                if let Some(state) = earlier.or(reading.last_actor.filter(|_| land)).filter(|_| one) {
                    return self.state(sentence, state);
                }
                // "Parliament has approved"
                let bare = phrase.determiner == Determiner::Bare && phrase.first == phrase.head;
                let organ = bare
                    && sentence.tokens[phrase.head as usize].is_capitalised()
                    && self.lexicon.is_one_of(phrase.word, &["parliament", "government", "cabinet", "congress"]);
                // "Senior officials attend the Forum", "all ministries", in an account of what is done at home.
                let national = self.lexicon.is(sentence.words[phrase.first as usize], "national");
                let bare = phrase.determiner == Determiner::Bare
                    && (national || self.lexicon.is_one_of(phrase.lemma, &["official", "officer"]));
                let before = phrase.head.checked_sub(1).map(|w| sentence.words[w as usize]);
                let armed = before.is_some_and(|w| self.lexicon.is_one_of(w, &["armed", "defence", "security"]));
                let organs = self.lexicon.is_one_of(phrase.lemma, &["ministry", "authority"])
                    || armed && self.lexicon.is(phrase.lemma, "force");
                let sent = phrase.determiner == Determiner::Indefinite && self.lexicon.is(phrase.lemma, "delegation");
                let staff = reading.is_domestic && (phrase.is_plural && (bare || organs) || sent);
                if staff || (definite || organ) && !phrase.is_plural { Actor::Speaker } else { Actor::Other }
            }
            Some(actor) => actor,
        }
    }

    /// Whose the noun phrase is, by possessive, genitive, adjective, or "of" a State.
    pub(super) fn owner_of(&self, sentence: &Analysed<'_>, chunk: u32) -> Option<Actor> {
        let phrase = sentence.chunk(chunk);
        if phrase.determiner == Determiner::First {
            return Some(Actor::Speaker);
        }
        if self.is_of_person(sentence, chunk) {
            return Some(Actor::Other);
        }
        // "Norlandia, whose troops serve in"
        let whose = chunk.checked_sub(1).is_some_and(|r| self.lexicon.is(sentence.chunk(r).word, "whose"));
        if whose && let Some(owner) = (0..chunk - 1).rev().find(|&n| sentence.chunk(n).kind == ChunkKind::Noun) {
            return self.listed(sentence, owner).or(Some(Actor::Other));
        }
        if phrase.determiner == Determiner::Third {
            if let Some(actor) = self.binder(sentence, chunk) {
                return Some(actor);
            }
            // Else the last State named before it: neither its capital nor "the Norlandian coast".
            let stands = |m: &Mention| match m.form {
                Form::Name => true,
                _ if m.thing == sentence.speaker => true,
                Form::Capital => false,
                _ => sentence.chunk_of(m).is_some_and(|c| self.rules.state_nouns.contains(&sentence.chunk(c).lemma)),
            };
            let earlier = sentence.mentions.iter().filter(|m| m.class & self.known.state != 0 && stands(m));
            let earlier = earlier.filter(|m| m.last <= phrase.first);
            let owner = earlier.max_by_key(|m| m.first);
            // "relations with the Isles, and supports their bid": those of a land that is no State.
            if owner.is_some_and(|m| self.is_of_land(sentence, m, chunk)) {
                return Some(Actor::Other);
            }
            let plural = sentence.words[phrase.first as usize] == self.known.third_person[3];
            // "congratulate X, Y and Z on their admission"
            let listed =
                owner.filter(|_| plural).and_then(|m| sentence.chunk_of(m)).and_then(|c| self.listed(sentence, c));
            let owner = listed.or_else(|| owner.map(|m| self.state(sentence, m.thing)));
            // "In its capacity as chair, Norlandia …"
            let later = || {
                let verb = governing_verb(&sentence.clause, chunk)?;
                let subject = sentence.clause.subject[verb as usize].filter(|s| *s > chunk)?;
                let phrase = sentence.chunk(subject);
                let own = phrase.determiner == Determiner::First || self.known.first_person.contains(&phrase.word);
                self.listed(sentence, subject).or(own.then_some(Actor::Speaker))
            };
            // "We must enhance its cooperation with": who says "we" says "our" of what is his own.
            let subject = governing_verb(&sentence.clause, chunk).and_then(|v| sentence.clause.subject[v as usize]);
            let we = subject.is_some_and(|s| s < chunk && self.known.first_person.contains(&sentence.chunk(s).word));
            return owner.or_else(later).or((plural || we).then_some(Actor::Other));
        }
        let states = |first: u32, last: u32| {
            sentence.mentions.iter().find(move |m| {
                m.class & self.known.state != 0 && m.form != Form::Capital && m.first >= first && m.last <= last
            })
        };
        if let Some(mention) = states(phrase.first, phrase.head) {
            return Some(self.state(sentence, mention.thing));
        }
        let before = chunk.checked_sub(1).map(|p| sentence.chunk(p)).filter(|c| c.is_genitive);
        if let Some(mention) = before.and_then(|c| states(c.first, c.last)) {
            return Some(self.state(sentence, mention.thing));
        }
        // "my country's presidency of"
        if before.is_some_and(|c| c.determiner == Determiner::First && self.rules.state_nouns.contains(&c.lemma)) {
            return Some(Actor::Speaker);
        }
        let chunks = &sentence.clause.chunks;
        let joint = self.by_of_act(sentence, chunk).unwrap_or(chunk + 1);
        let preposition = chunks.get(joint as usize).filter(|c| c.kind == ChunkKind::Preposition)?;
        let noun = chunks.get(joint as usize + 1).filter(|c| c.kind == ChunkKind::Noun)?;
        if ![self.known.of, self.known.by].contains(&preposition.word) {
            return None;
        }
        // "the participation of the Tern Islands in": of a land that is no State.
        let land = sentence.mention_of(joint + 1).filter(|m| m.form != Form::Capital);
        let land = land.is_some_and(|m| m.class & self.known.territory & !self.known.state != 0);
        if land && phrase.mention.is_none() && self.known.of == preposition.word && self.is_shared_deed(phrase.lemma) {
            return Some(Actor::Other);
        }
        // "the ratification by my country of", "the efforts of our delegation"
        let ours = noun.determiner == Determiner::First && noun.mention.is_none();
        if ours && (preposition.word == self.known.by || self.rules.state_nouns.contains(&noun.lemma)) {
            return Some(Actor::Speaker);
        }
        // "the signing of the Norlandia Accords": a name within another name owns nothing, but where something happens.
        let named =
            sentence.mention_of(joint + 1).is_some_and(|m| m.class & (self.known.state | self.known.event) == 0);
        let between = (noun.first..noun.last).any(|t| sentence.words[t as usize] == self.known.between);
        let owner = states(noun.first, noun.last).filter(|m| !named || between || m.form == Form::Demonym);
        let owner = owner.map(|m| self.state(sentence, m.thing));
        self.listed(sentence, joint + 1).filter(|_| owner.is_some()).or(owner)
    }

    /// Who acts in verb group `verb`.
    pub(super) fn subject_of(&self, sentence: &Analysed<'_>, verb: u32, reading: &Reading) -> Actor {
        let group = sentence.chunk(verb).verb;
        if group.is_some_and(|g| g.is_passive) {
            return match agent(&sentence.clause, verb, self.known.by) {
                Some(agent) => self.listed(sentence, agent).unwrap_or_else(|| self.who(sentence, agent, reading)),
                None if group.is_some_and(|g| g.form == VerbForm::Infinitive) => {
                    self.grammatical_subject(sentence, verb, reading)
                }
                // "Norlandian troops were deployed": they are who then acts.
                None if self
                    .lexicon
                    .is_one_of(sentence.chunk(verb).lemma, &["deploy", "station", "dispatch", "second"]) =>
                {
                    match self.grammatical_subject(sentence, verb, reading) {
                        Actor::Other => Actor::Nobody,
                        actor => actor,
                    }
                }
                None => Actor::Nobody,
            };
        }
        if self.is_by_law(sentence, verb) {
            return Actor::Nobody;
        }
        if group.is_some_and(|g| g.form == VerbForm::Infinitive) {
            // "the efforts of X to join": who is set on it does it.
            if let Some(owner) = self.set_on(sentence, verb) {
                return self.with_coordinates(sentence, verb, owner, reading);
            }
            // "the decision of X to work"
            let host = sentence.clause.parent[verb as usize].map(|(p, _)| p);
            if let Some(states) = host.and_then(|p| self.listed(sentence, p)) {
                return states;
            }
            if host.is_some_and(|noun| self.is_body_founded(sentence, noun)) {
                return Actor::Other;
            }
            if let Some(owner) = self.decider(sentence, verb).or_else(|| self.intends(sentence, verb)) {
                return owner;
            }
            // "The decision to create the Union was a step": whose decision it was, nobody says.
            let subject =
                sentence.clause.parent[verb as usize].and_then(|(noun, _)| sentence.clause.parent[noun as usize]);
            let stands = subject.is_some_and(|(_, role)| role == Role::Subject);
            let noun = sentence.clause.parent[verb as usize].map(|(noun, _)| sentence.chunk(noun));
            let free = noun
                .is_some_and(|n| n.kind == ChunkKind::Noun && n.mention.is_none() && n.determiner != Determiner::First);
            if self.is_of_another(sentence, verb) || stands && free {
                return Actor::Other;
            }
        }
        if let Some(doer) = self.doer(sentence, verb) {
            return doer;
        }
        let subject = sentence.clause.subject[verb as usize];
        // "for the Union to stop enforcing": whoever stops enforces.
        let over = sentence.clause.parent[verb as usize].map(|(above, _)| above).filter(|&above| {
            let gerund = group.is_some_and(|g| g.form == VerbForm::Gerund);
            gerund && subject.is_none() && above < verb && sentence.chunk(above).verb.is_some()
        });
        if let Some(over) = over {
            return self.subject_of(sentence, over, reading);
        }
        subject.map_or(Actor::Nobody, |subject| self.with_coordinates(sentence, verb, subject, reading))
    }

    /// The noun phrase of whom the noun is that infinitive `verb` completes: "X's offer to host", "the wish of X to join".
    fn set_on(&self, sentence: &Analysed<'_>, verb: u32) -> Option<u32> {
        let (plan, _) = sentence.clause.parent[verb as usize]?;
        let owner = sentence.clause.subject[verb as usize].filter(|&s| s + 1 == plan || plan < s && s < verb)?;
        let noun = |at: u32| sentence.chunk(at).kind == ChunkKind::Noun;
        (noun(plan) && noun(owner) && self.rules.plans.contains(&sentence.chunk(plan).lemma)).then_some(owner)
    }

    /// "X's decision to ratify": the State whose the noun is that the infinitive completes.
    fn decider(&self, sentence: &Analysed<'_>, verb: u32) -> Option<Actor> {
        let (noun, _) =
            sentence.clause.parent[verb as usize].filter(|p| sentence.chunk(p.0).kind == ChunkKind::Noun)?;
        // "It is our intention to ratify"
        let plan = sentence.chunk(noun);
        if plan.determiner == Determiner::First && self.rules.plans.contains(&plan.lemma) {
            return Some(Actor::Speaker);
        }
        let genitive = noun.checked_sub(1).filter(|&p| sentence.chunk(p).is_genitive)?;
        let mention = sentence.mention_of(genitive).filter(|m| m.class & self.known.state != 0)?;
        Some(self.state(sentence, mention.thing))
    }

    /// Who the grammatical subject of verb group `verb` is, active or passive.
    pub(super) fn grammatical_subject(&self, sentence: &Analysed<'_>, verb: u32, reading: &Reading) -> Actor {
        sentence.clause.subject[verb as usize]
            .map_or(Actor::Nobody, |s| self.with_coordinates(sentence, verb, s, reading))
    }

    /// The subject with the States coordinated with it.
    fn with_coordinates(&self, sentence: &Analysed<'_>, verb: u32, subject: u32, reading: &Reading) -> Actor {
        let first = self.who(sentence, subject, reading);
        if let Some(named) = self.exemplified(sentence, subject).filter(|_| first == Actor::Other) {
            return named;
        }
        let Actor::States(mut states) = first else { return first };
        // "Norlandia and Westmark, which holds the chair": the verb is said of one.
        let singular = self.lexicon.classes(sentence.words[sentence.chunk(verb).first as usize]).any(Classes::THIRD);
        if singular && sentence.clause.parent[verb as usize] == Some((subject, Role::Modifier)) {
            return Actor::States(states);
        }
        // "to see X and Y join": objects of one verb, subjects of another. "thank X for joining, and Y for": X alone.
        let end = if subject < verb { verb } else { u32::MAX };
        if let Some(listed) = self.listed_before(sentence, subject, end) {
            match listed {
                Actor::States(all) => states = all,
                other => return other,
            }
        }
        for (chunk, parent) in sentence.clause.parent.iter().enumerate().take(verb as usize) {
            if *parent == Some((verb, Role::Subject)) && chunk as u32 != subject {
                match self.who(sentence, chunk as u32, reading) {
                    Actor::Speaker => return Actor::Speaker,
                    Actor::States(more) => {
                        states.extend(more.into_iter().filter(|m| !states.contains(m)).collect::<Vec<_>>());
                    }
                    _ => {}
                }
            }
        }
        Actor::States(states)
    }
}
