//! To whom something is done: whose the things are that an event destroys, and what is no help but words.

use crate::clause::path::{Step, StepKind, governing_verb};
use crate::clause::{ChunkKind, Determiner, Role, VerbForm};

use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::gazetteer::Form;
use crate::link::Modality;
use crate::mention::{Mention, Strength};
use crate::rule::pattern::Family;
use crate::token::Kind;

use super::Candidate;

/// What is given by those who help.
const HELP: [&str; 18] = [
    "assistance",
    "aid",
    "help",
    "support",
    "training",
    "cooperation",
    "backing",
    "advice",
    "guidance",
    "expertise",
    "contribution",
    "equipment",
    "solidarity",
    "collaboration",
    "relief",
    "accompaniment",
    "loan",
    "scholarship",
];

impl Extractor {
    /// How far somebody is struck: what the verb says, unless it only looks on - "recovering from" - or the thing lasts.
    pub(super) fn suffered(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        said: Modality,
        reading: &Reading,
    ) -> Modality {
        let Candidate { mention, path, found, .. } = candidate;
        let step = &path[found.at];
        // "The war hit our ports": with one subject, the bare form is the past.
        if self.lexicon.is_one_of(step.word, &["hit", "cost"]) && said == Modality::Ongoing {
            return Modality::Done;
        }
        let beside = matches!(found.pattern.family, Family::Noun | Family::Adjective)
            || self.lexicon.is_one_of(step.lemma, &["recover", "withstand", "survive"]);
        let perfect = said == Modality::Done && self.is_perfect(sentence, path, found.at);
        if beside || perfect { self.of_incident(sentence, mention, reading) } else { said }
    }

    /// "We are facing a global crisis", "has brought home to us all": what befalls all, said by one who does not speak of home.
    pub(super) fn is_of_the_world(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, reading: &Reading) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        let thing = reading.things.get(mention.thing);
        // "the storm of 2010", "Hurricane Wilma": that of one place. A pandemic is of all.
        let global = mention.strength == Strength::Described
            || ["World", "Global", "COVID"].iter().any(|w| thing.label.starts_with(w));
        // "we are faced with the tragedy in Westmark"
        let speaker = &*reading.things.get(sentence.speaker).id;
        let inside = |m: &Mention| m.first >= mention.first && m.last <= mention.last && m.thing != sentence.speaker;
        let war = mention.class & self.known.incident != 0 && thing.seed.is_some() && !global;
        let ours = &*reading.things.get(sentence.speaker).label;
        let elsewhere = thing.of_state.as_deref().is_some_and(|s| s != speaker)
            || war && thing.label.contains(" against ") && !thing.label.contains(ours)
            || sentence.mentions.iter().any(|m| m.class & self.known.state != 0 && inside(m));
        if !global && !elsewhere {
            return false;
        }
        let first = |at: u32| self.known.first_person.contains(&sentence.chunk(at).word);
        let verb = path[found.at..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        let by_us = verb.and_then(|v| sentence.clause.subject[v.chunk as usize]).is_some_and(first);
        let looks_on = ["face", "confront", "grapple", "cope", "experience", "struggle", "contend", "have", "be"];
        let past = |v: &Step| sentence.chunk(v.chunk).verb.is_some_and(|g| g.form == VerbForm::Past);
        let looks_on = verb.is_some_and(|v| self.lexicon.is_one_of(v.lemma, &looks_on) && !past(v));
        let speaks = if rule.ours { !by_us } else { by_us && looks_on };
        let end = path[found.at].chunk as usize + 9;
        let near = path[found.at].chunk as usize..sentence.clause.chunks.len().min(end);
        let bare_us = !rule.ours || near.into_iter().any(|i| self.lexicon.is(sentence.clause.chunks[i].word, "us"));
        speaks && bare_us && !self.speaks_of_home(sentence)
    }

    /// Whether the State that speaks, its land or its people stand in the sentence.
    fn speaks_of_home(&self, sentence: &Analysed<'_>) -> bool {
        let lands = [
            "country",
            "nation",
            "people",
            "economy",
            "island",
            "citizen",
            "government",
            "land",
            "territory",
            "society",
            "homeland",
            "shore",
            "city",
            "population",
            "farmer",
            "harvest",
            "child",
            "family",
            "region",
            "subregion",
        ];
        sentence.mentions.iter().any(|m| m.thing == sentence.speaker)
            || sentence
                .clause
                .chunks
                .iter()
                .any(|c| c.determiner == Determiner::First && self.lexicon.is_one_of(c.lemma, &lands))
    }

    /// Whose the things after verb group `verb` are: the speaker's, or another State's. What is `near` stands before any
    /// preposition but "of", "to" and "for".
    pub(super) fn befallen(
        &self,
        sentence: &Analysed<'_>,
        verb: u32,
        near: bool,
        reading: &Reading,
    ) -> Option<Vec<u32>> {
        let end = (verb + 9).min(sentence.clause.chunks.len() as u32);
        let parts = |i: &u32| {
            let chunk = sentence.chunk(*i);
            near && chunk.kind == ChunkKind::Preposition && !self.lexicon.is_one_of(chunk.word, &["of", "to", "for"])
        };
        let end = (verb + 1..end).find(parts).unwrap_or(end);
        // "Rather than helping them, the Union has harmed us": what follows the subject is not done by helping.
        let end = sentence.clause.subject[verb as usize].filter(|&s| s > verb).map_or(end, |s| end.min(s));
        // "the damage of which we know": who acts is not struck.
        let object = |i: &u32| !self.known.nominative.contains(&sentence.chunk(*i).word);
        let mut nouns = (verb + 1..end).filter(|&i| sentence.chunk(i).kind == ChunkKind::Noun).filter(object);
        // "Westmark's war undermines that country's integrity": whoever wages it is not whom it strikes.
        let waged_by = sentence.clause.subject[verb as usize]
            .and_then(|s| s.checked_sub(1))
            .filter(|&owner| sentence.chunk(owner).is_genitive)
            .and_then(|owner| sentence.mention_of(owner));
        let struck = nouns.find_map(|i| {
            // "threatens our Organization": that of all.
            let common = sentence.mention_of(i).is_some_and(|m| m.class & self.known.organisation != 0);
            // "is causing hurt in our world"
            let shared = [
                "world",
                "planet",
                "age",
                "era",
                "civilization",
                "humanity",
                "globe",
                "organization",
                "region",
                "subregion",
                "continent",
            ];
            let common = common || self.lexicon.is_one_of(sentence.chunk(i).lemma, &shared);
            // "has increased our doubts"
            let thought = ["doubt", "concern", "conviction", "resolve", "determination", "belief", "awareness"];
            let common = common || self.lexicon.is_one_of(sentence.chunk(i).lemma, &thought);
            if sentence.chunk(i).determiner == Determiner::First && common {
                return None;
            }
            if sentence.chunk(i).determiner == Determiner::First {
                return Some(vec![sentence.speaker]);
            }
            // "brought down the network", in an account of what is done at home.
            let at_home = reading.is_domestic && sentence.chunk(i).determiner == Determiner::Definite;
            match self.who(sentence, i, reading) {
                Actor::Other if at_home && sentence.chunk(i).mention.is_none() => Some(vec![sentence.speaker]),
                // "homes in Norlandia and Westmark"
                Actor::Speaker if sentence.mention_of(i).is_some() => {
                    Some(self.with_those_beside(sentence, i, end, vec![sentence.speaker], reading))
                }
                Actor::Speaker => Some(vec![sentence.speaker]),
                Actor::States(states) => Some(self.with_those_beside(sentence, i, end, states, reading)),
                // "several Norlandian companies"
                _ => self.national(sentence, i).map(|state| vec![state]),
            }
        });
        struck.filter(|states| waged_by.is_none_or(|m| states[..] != [m.thing]))
    }

    /// The State whose people, firms or fields a phrase tells by an adjective: "Norlandian companies".
    pub(in crate::extract) fn national(&self, sentence: &Analysed<'_>, at: u32) -> Option<u32> {
        let phrase = sentence.chunk(at);
        let within = |m: &&Mention| phrase.first <= m.first && m.last <= phrase.head;
        let told = |m: &&Mention| m.form == Form::Demonym && m.class & self.known.state != 0;
        let state = sentence.mentions.iter().filter(within).find(told)?;
        phrase.mention.is_none_or(|m| sentence.mentions[m as usize] == *state).then_some(state.thing)
    }

    /// "send a message to", "extend our condolences to": words, and no help.
    pub(super) fn is_only_words(&self, path: &[Step]) -> bool {
        path.iter()
            .any(|s| s.kind != StepKind::Verb && [s.lemma, s.word].iter().any(|w| self.rules.messages.contains(w)))
    }

    /// "made available a million to", "gave Norlandia assistance": a verb that says little, with what is made or given.
    pub(super) fn gives(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        if found.pattern.family != Family::Verb {
            return true;
        }
        let head = path[found.at].lemma;
        // "our officers, some of whom were trained in Westmark": by it.
        let trained = sentence.clause.subject[path[found.at].chunk as usize].filter(|_| self.lexicon.is(head, "train"));
        let own = |subject: u32| {
            let of_which = sentence.clause.chunks.get(subject as usize + 2);
            matches!(sentence.chunk(subject).determiner, Determiner::First | Determiner::Third)
                || of_which.is_some_and(|c| c.kind == ChunkKind::Relative)
        };
        if trained.is_some_and(own) && !found.pattern.rest.is_empty() {
            return false;
        }
        if self.lexicon.is(head, "make") {
            return sentence.words.iter().any(|w| self.lexicon.is(*w, "available"));
        }
        // "devoted energy to a Bank that a crisis has left without funds"
        if self.lexicon.is(head, "devote") {
            let tokens = sentence.chunk(path[found.at].chunk).last as usize..mention.first as usize;
            let money = |t: usize| self.rules.money.contains(&sentence.words[t]);
            return tokens.clone().any(|t| sentence.tokens[t].kind == Kind::Currency || money(t));
        }
        let next = sentence.chunk_of(mention).and_then(|c| sentence.clause.chunks.get(c as usize + 1));
        // "provided the Union with 2 million francs"
        if found.pattern.rest.is_empty() && &*rule.relation == "funds" && self.lexicon.is(head, "provide") {
            return next.is_some_and(|c| self.lexicon.is(c.word, "with"));
        }
        if !found.pattern.rest.is_empty() || !self.lexicon.is_one_of(head, &["give", "grant", "offer", "lend"]) {
            return true;
        }
        next.is_some_and(|c| c.kind == ChunkKind::Noun && self.lexicon.is_one_of(c.lemma, &HELP))
    }

    /// "received aid from", "cooperation was received from": what verb group `verb` says was received is help, neither
    /// people nor letters.
    pub(super) fn is_help(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let clause = &sentence.clause;
        let received = |i: u32| clause.parent[i as usize].is_some_and(|(p, role)| p == verb && role == Role::Object);
        let near = (verb + 1..(verb + 6).min(clause.chunks.len() as u32)).filter(|&i| received(i));
        let help = |i: u32| {
            let words = [sentence.chunk(i).lemma, sentence.chunk(i).word];
            words.iter().any(|w| self.rules.money.contains(w) || self.lexicon.is_one_of(*w, &HELP))
        };
        // "the support that we have received from"
        let told = clause.parent[verb as usize].map(|(noun, _)| noun);
        let paid =
            sentence.tokens[sentence.chunk(verb).last as usize..].iter().take(3).any(|t| t.kind == Kind::Currency);
        paid || clause.subject[verb as usize].into_iter().chain(told).chain(near).any(help)
    }

    /// Who suffers where no State acts: "Norlandian farmers were hit by".
    pub(super) fn sufferer(&self, sentence: &Analysed<'_>, verb: u32) -> Option<Actor> {
        let subject = sentence.clause.subject[verb as usize]?;
        self.national(sentence, subject).map(|state| self.state(sentence, state))
    }

    /// Whether the subject of the verb over noun or verb `chunk` is told with "the", and of no State or body.
    pub(super) fn is_something_at_home(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let Some(verb) = governing_verb(&sentence.clause, chunk) else { return false };
        let Some(subject) = sentence.clause.subject[verb as usize] else { return false };
        let phrase = sentence.chunk(subject);
        let plain = phrase.determiner == Determiner::Definite && phrase.mention.is_none();
        let of_all = self.lexicon.is_one_of(phrase.lemma, &["community", "world", "region", "continent", "planet"]);
        let within = |m: &&Mention| m.first >= phrase.first && m.last <= sentence.chunk(verb).first;
        let nobody = |m: &Mention| m.class & (self.known.state | self.known.organisation) == 0;
        plain && !of_all && sentence.mentions.iter().filter(within).all(nobody)
    }

    /// `states` and the States that are joined to phrase `at` before chunk `end`.
    fn with_those_beside(
        &self,
        sentence: &Analysed<'_>,
        at: u32,
        end: u32,
        mut states: Vec<u32>,
        reading: &Reading,
    ) -> Vec<u32> {
        let parent = &sentence.clause.parent;
        let beside =
            (at + 1..end).filter(|&i| parent[i as usize].is_some() && parent[i as usize] == parent[at as usize]);
        for i in beside.filter(|&i| sentence.chunk(i).kind == ChunkKind::Noun) {
            if let Actor::States(more) = self.who(sentence, i, reading) {
                states.extend(more);
            }
        }
        states
    }

    /// "the occupation by Westmark of parts of Norlandia": another State stands nearer to the deed.
    pub(super) fn is_land_of_deed(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, .. } = candidate;
        let state = |m: &Mention| m.class & self.known.state != 0;
        let nearer = |s: &Step| s.kind == StepKind::Noun && sentence.mention_of(s.chunk).is_some_and(state);
        state(mention) && (path[..found.between].iter().any(nearer) || self.is_victim(&path[..=found.at]))
    }

    /// "the massacre of the Norlandian people": they suffered it.
    fn is_victim(&self, path: &[Step]) -> bool {
        let deeds = [
            "massacre",
            "murder",
            "assassination",
            "persecution",
            "genocide",
            "oppression",
            "bombing",
            "invasion",
            "annexation",
            "destruction",
            "slaughter",
            "isolation",
            "exclusion",
            "inclusion",
            "listing",
            "designation",
            "coercion",
            "occupation",
            "blockade",
            "embargo",
            "siege",
            "bombardment",
        ];
        let at = path.iter().position(|s| s.kind == StepKind::Noun && self.lexicon.is_one_of(s.lemma, &deeds));
        at.is_some_and(|at| at > 0 && path[at - 1].word == self.known.of)
    }

    /// "aid for children affected by the drought in Westmark", "the victims of the drought in Westmark": those there, not who helps.
    pub(super) fn befalls_people_elsewhere(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        reading: &Reading,
    ) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        if &*rule.relation != "affectedBy" || !self.is_elsewhere(sentence, mention, reading) {
            return false;
        }
        let step = path[found.at].chunk;
        let participle = sentence.chunk(step).verb.is_some_and(|v| v.form == VerbForm::Participle);
        let whom = match found.pattern.family {
            Family::Noun => Some(step),
            Family::Verb | Family::Adjective if participle => sentence.clause.subject[step as usize],
            _ => None,
        };
        whom.is_some_and(|c| {
            let noun = sentence.chunk(c);
            noun.mention.is_none()
                && noun.is_plural
                && noun.determiner != Determiner::First
                && self.who(sentence, c, reading) != Actor::Speaker
        })
    }

    /// Whether an incident is told to be in States other than the one that speaks.
    fn is_elsewhere(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let speaker = &reading.things.get(sentence.speaker).id;
        let thing = reading.things.get(mention.thing);
        if let Some(land) = thing.of_state.as_ref().or(thing.in_state.as_ref()) {
            return land != speaker;
        }
        let mut lands = (mention.first..mention.last)
            .filter_map(|t| {
                let hit = self.gazetteer.longest(sentence.text, sentence.tokens, t as usize, false)?;
                Some(&self.entities.all()[hit.entity as usize]).filter(|e| &*e.class == "State")
            })
            .peekable();
        lands.peek().is_some() && lands.all(|e| e.id != *speaker)
    }
}
