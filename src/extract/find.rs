//! For each mention, the rule that its place in the clause calls for, else what its class alone says. Here the choice;
//! how patterns match, whose a link is and what becomes of it stand in files of their own.

mod distance;
mod doubt;
mod parties;
mod pattern;
mod phrase;
mod plain;
mod blame;
mod company;
mod comprised;
mod condition;
mod within;
mod implied;
mod incident;
mod demand;
mod denial;
mod stance;
mod joint;
mod judged;
mod quoted;
mod others;
mod subject;
mod standing;
mod struck;
mod returned;
mod stage;
mod victim;
mod outcome;
mod time;
mod topic;
mod venue;
mod advance;
mod class;

use std::cmp::Reverse;

use crate::clause::attach::is_finite;
use crate::clause::path::Step;
use crate::clause::{ChunkKind, Determiner, Force, Role, VerbForm};
use crate::gazetteer::Form;
use crate::link::Modality;
use crate::mention::{Mention, Strength};
use crate::rule::{Owner, Rule};
use crate::text::ordinal;

use super::actor::Actor;
use super::sentence::Analysed;
use super::{Draft, Extractor, Reading};
use pattern::{Match, rule_index};

/// Relations of what a State is to a body, meeting or treaty.
const STANDING: [&str; 7] = ["memberOf", "foundingMemberOf", "observerIn", "chairs", "hosts", "partyTo", "affectedBy"];

/// A rule whose pattern leads to a mention by a path.
#[derive(Clone, Copy)]
struct Candidate<'a> {
    mention: &'a Mention,
    path: &'a [Step],
    found: &'a Match<'a>,
    rule: &'a Rule,
}

/// Of whom rules have said something of a mention.
struct Told {
    by_speaker: bool,
    of_others: bool,
}

/// What a body sends: to take part in it is to take part in the body, to lead it is not to lead the body.
const MISSIONS: [&str; 3] = ["mission", "operation", "exercise"];

/// Nouns of parts of bodies, which are led by somebody of their own.
const PARTS: [&str; 6] = ["group", "committee", "subcommittee", "panel", "cluster", "caucus"];

impl Extractor {
    /// Drafts the links of all mentions of a sentence.
    pub(super) fn links(&self, sentence: &Analysed<'_>, reading: &mut Reading) {
        let from = reading.drafts.len();
        for (position, mention) in sentence.mentions.iter().enumerate() {
            if mention.is_inside
                || mention.thing == sentence.speaker
                || self.is_present_session(sentence, mention, reading)
                || self.is_place(mention)
                || sentence.is_in_stem(mention)
                || sentence.is_acronym_within(mention)
                || self.is_ethnic(sentence, mention)
                || self.is_of_title(sentence, mention)
            {
                continue;
            }
            let Some(chunk) = sentence.chunk_of(mention) else { continue };
            let head = sentence.chunk(chunk);
            // "the Somali people" is the State; "NATO structures" are NATO.
            let stands_for = mention.class & self.known.state != 0 && self.rules.state_nouns.contains(&head.lemma);
            if self.is_of_fellows(sentence, mention, chunk) {
                let draft = sentence.draft(mention, sentence.speaker, "memberOf".into(), "fellows".into());
                reading.drafts.push(draft);
                continue;
            }
            if let Some(draft) = self.quoted(sentence, mention) {
                reading.drafts.push(draft);
                continue;
            }
            if let Some(states) = self.chaired_by(sentence, mention, chunk, reading) {
                let chairs = |state| sentence.draft(mention, state, "chairs".into(), "under-chair".into());
                reading.drafts.extend(states.into_iter().map(chairs));
            }
            // "the Union Secretary-General Mr. X", "the Union's President"
            let silent = (mention.last..=head.head).any(|t| {
                let word = sentence.words[t as usize];
                self.rules.silent_heads.contains(&word) || self.rules.silent_heads.contains(&self.lexicon.lemma(word))
            });
            if head.mention != Some(position as u32) && !stands_for && silent {
                if !self.by_phrase(sentence, mention, chunk, reading) {
                    self.by_class(sentence, mention, chunk, false, false, reading);
                }
                continue;
            }
            // "the Union mission in Westmark"
            let class = &reading.things.get(mention.thing).class;
            let body = ["RegionalOrganisation", "Alliance"].iter().any(|c| self.ontology.is_subclass(class, c));
            // "the NATO-led mission" is not NATO's own.
            let led = sentence.tokens.get(mention.last as usize).is_some_and(|t| t.is_joined);
            let mission = body && !led && self.lexicon.is_one_of(head.lemma, &MISSIONS);
            // "the Union | -Norlandia harbour exercise": of the two whose it is, none is what is spoken of.
            let whose = self.is_half_of_pair(sentence, mention);
            let is_head = !whose && head.mention == Some(position as u32)
                || stands_for
                || mission
                || self.known.structures.contains(&head.lemma)
                || self.is_malware(mention, head.lemma);
            if !is_head && self.by_doing(sentence, mention, chunk, reading) {
                continue;
            }
            self.mention_links(sentence, mention, chunk, is_head, reading);
        }
        self.pairs(sentence, reading);
        self.weigh(sentence, from, reading);
        self.remember_actor(sentence, reading);
    }

    /// "This fiftieth session of the Assembly", said at it: the session in which a speech is made is nothing that it speaks
    /// of. The session that begins in a year has the number of the year less 1945.
    fn is_present_session(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        const BEFORE_THE_FIRST: u16 = 1945;
        let words = &sentence.words[mention.first as usize..mention.last as usize];
        // "this session", whichever was named before it
        if mention.strength == Strength::Anaphor
            && let [this, .., session] = words
            && self.lexicon.is(*this, "this")
            && self.lexicon.is(*session, "session")
        {
            return true;
        }
        let Some(number) = reading.year.and_then(|y| y.checked_sub(BEFORE_THE_FIRST)) else { return false };
        let thing = reading.things.get(mention.thing);
        let Some(session) = thing.label.strip_suffix(" Session of the General Assembly") else { return false };
        let present = ordinal(number);
        session.get(..present.len()).is_some_and(|n| n.eq_ignore_ascii_case(&present))
            || session.starts_with(&number.to_string())
    }

    fn is_place(&self, mention: &Mention) -> bool {
        mention.form == Form::Capital || mention.class & self.known.territory & !self.known.state != 0
    }

    fn mention_links(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        chunk: u32,
        is_head: bool,
        reading: &mut Reading,
    ) {
        let apposed = mention.strength == Strength::Described && self.is_apposed(sentence, chunk);
        if apposed
            || self.is_said_of_it(sentence, mention, chunk, reading)
            || self.is_owner_of_name(sentence, mention, chunk)
        {
            return;
        }
        // Nobody hosts an attack that took place at home.
        if mention.class & self.known.event & !self.known.incident != 0
            && let Some(verb) = self.held_at_home(sentence, chunk, reading)
        {
            let coming =
                sentence.chunk(verb).verb.is_some_and(|v| v.form == VerbForm::Infinitive || v.force == Force::Future);
            let modality = if coming { Modality::Planned } else { Modality::Done };
            let draft = sentence.draft(mention, sentence.speaker, "hosts".into(), "own-venue".into());
            reading.drafts.push(Draft { modality, ..draft });
            return;
        }
        self.in_force(sentence, mention, reading);
        self.told_by_incident(sentence, mention, reading);
        self.parties(sentence, mention, chunk, reading);
        self.comprised(sentence, mention, chunk, reading);
        self.exemplified_in(sentence, mention, chunk, reading);
        if self.seated_at_home(sentence, mention, chunk, reading) {
            reading.drafts.push(sentence.draft(mention, sentence.speaker, "hosts".into(), "own-seat".into()));
        }
        let paths = self.paths(sentence, chunk, is_head);
        let mut matches = Vec::with_capacity(16);
        for (number, path) in paths.iter().enumerate() {
            self.matches(sentence, (number == 0 && is_head).then_some(chunk), number, path, &mut matches);
        }
        matches.retain(|(_, found)| self.is_for(found.owner, mention.class));
        // "(A/50/1, para. 4)": a source, of which nothing is said; but "the report (A/50/1)".
        let opened = chunk.checked_sub(1).filter(|&c| sentence.chunk(c).kind == ChunkKind::Open);
        let named = |open: u32| {
            let noun = open.checked_sub(1).map(|n| sentence.chunk(n));
            noun.is_some_and(|n| {
                n.mention.is_none() && self.lexicon.is_one_of(n.lemma, &["report", "document", "letter"])
            })
        };
        if opened.is_some_and(|open| !named(open)) && mention.class & self.known.document != 0 {
            matches.retain(|(_, found)| match found.owner {
                Owner::Rule(rule) => &*self.rules.rules[rule as usize].relation == "mentions",
                Owner::Silence(_) => true,
            });
        }
        let silenced = self.silenced_at(mention, &matches, &paths, reading);
        // What somebody is stands before a stance as near to the mention: "the success of the summit, of which it was host".
        let standing = |owner: Owner| matches!(owner, Owner::Rule(rule) if STANDING.contains(&&*self.rules.rules[rule as usize].relation));
        matches.sort_by_cached_key(|(path, m)| {
            (
                self.distance(sentence, &paths[*path], m),
                Reverse(m.pattern.rank()),
                !standing(m.owner),
                *path,
                rule_index(m.owner),
            )
        });
        let mut told = self.by_rules(sentence, mention, is_head, &paths, &matches, silenced, reading);
        told.by_speaker = told.by_speaker
            || self.laid_before_house(sentence, mention, chunk, reading)
            || reading.is_domestic && self.bracketed_step(sentence, mention, reading);
        if told.by_speaker {
            self.befalls(sentence, mention, reading);
            if !told.of_others
                && mention.strength == Strength::Described
                && self.is_others_own(sentence, mention, reading)
            {
                self.owned(sentence, mention, reading);
            }
        } else if silenced.is_some() && mention.is_owned && mention.strength == Strength::Named {
            // "the head of the Harbour Department": where there is a head, there is a department.
            self.owned(sentence, mention, reading);
        } else if silenced.is_none() && self.is_of_home(sentence, mention, reading) {
            let modality = self.of_class(sentence, mention, reading);
            let draft = sentence.draft(mention, sentence.speaker, "hosts".into(), "own-venue".into());
            reading.drafts.push(Draft { modality, ..draft });
        } else if silenced.is_none() && !self.topic(sentence, mention, chunk, reading) {
            self.by_class(sentence, mention, chunk, is_head, told.of_others, reading);
        }
    }

    /// Drafts what the first rules say that hold: one link of the speaker, one of other States.
    fn by_rules(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        is_head: bool,
        paths: &[Vec<Step>],
        matches: &[(usize, Match<'_>)],
        silenced: Option<(usize, bool)>,
        reading: &mut Reading,
    ) -> Told {
        let known = reading.things.get(mention.thing).seed.is_some();
        let own = (mention.is_owned || known) && self.is_own(sentence, mention, reading);
        // "the Pelagic Union House": what is said of what bears a name within its own is not said of the other.
        let phrase = sentence.chunk_of(mention).map(|chunk| sentence.chunk(chunk));
        let is_within_name = phrase.is_some_and(|c| {
            c.head >= mention.last
                && sentence.tokens[c.head as usize].is_capitalised()
                && !self.rules.state_nouns.contains(&c.lemma)
        });
        let two_clauses = sentence.chunk_of(mention).is_some_and(|c| sentence.clause.relative[c as usize].is_some());
        let mut told = Told { by_speaker: false, of_others: false };
        let mut stood: Option<(usize, &str, bool)> = None;
        let mut soft_told = false;
        for (path, found) in matches {
            let Owner::Rule(rule) = found.owner else { continue };
            let rule = &self.rules.rules[rule as usize];
            let standing = STANDING.contains(&&*rule.relation);
            let is_said_by_phrase = standing && !is_head && found.at == 0 && found.pattern.rest.is_empty();
            // "the Union, of which Norlandia is a member and which it chaired": what two clauses say of what somebody is.
            // Or a stance and, in a relative clause, a fact: "support the Union, to which we have doubled our contribution".
            let again = stood.is_some_and(|(p, relation, soft)| {
                let main = if rule.is_soft { *path } else { p } == 0;
                let both = two_clauses && main && soft != rule.is_soft && !(rule.is_soft && soft_told);
                // "Pursuant to the resolution, in favour of which we voted"
                let both = both || relation == "mentions" && two_clauses;
                p != *path && *relation != *rule.relation && (standing || both)
            });
            if (!is_head && !is_said_by_phrase && (!rule.is_soft || is_within_name))
                || (told.by_speaker && !again && (!rule.third || told.of_others))
            {
                continue;
            }
            let reaches_over = silenced.is_some_and(|(at, verb)| found.at > at || (verb && found.at == at));
            if reaches_over || (rule.is_soft && (own || silenced.is_some())) {
                continue;
            }
            let candidate = Candidate { mention, path: &paths[*path], found, rule };
            let Some(subjects) = self.subjects(sentence, candidate, reading) else { continue };
            let is_third = !subjects.contains(&sentence.speaker);
            if (is_third && told.of_others) || (!is_third && told.by_speaker && !again) {
                continue;
            }
            let drafts = subjects.into_iter().map(|subject| self.draft(sentence, candidate, subject, reading));
            // What another State is asked to do, it has not done; and what all should convene or found, no one hosts yet.
            let wanted = |d: &Draft| matches!(d.modality, Modality::Urged | Modality::Hoped | Modality::Possible);
            let common = self.is_wish_of_all(sentence, candidate, reading);
            // "It should take part": no State asks itself so.
            let its = !rule.is_soft && self.is_its_own(sentence, candidate.path[found.at].chunk);
            // "to be able to face aggression": none that is there.
            let feared = &*rule.relation == "affectedBy" && mention.strength == Strength::Described;
            let drafts = drafts.filter(|d| !wanted(d) || d.subject == sentence.speaker && !common && !its && !feared);
            let drafts: Vec<Draft> = drafts.collect();
            told.of_others |= is_third;
            let said = !is_third && !drafts.is_empty();
            told.by_speaker |= said;
            soft_told |= said && rule.is_soft;
            stood = stood.or(said.then_some((*path, &*rule.relation, rule.is_soft)));
            let returned = drafts.first().and_then(|draft| self.returned(candidate, draft, reading));
            reading.drafts.extend(drafts.into_iter().chain(returned));
        }
        told
    }

    /// Whether "it" or "they" is the subject of verb group `verb`.
    fn is_its_own(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let subject = sentence.clause.subject[verb as usize].map(|s| sentence.chunk(s).word);
        subject.is_some_and(|w| self.known.third_person.contains(&w))
    }

    /// "It is a Norlandian association": what "it" is said to be is no further thing.
    fn is_said_of_it(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32, reading: &Reading) -> bool {
        let indefinite = sentence.chunk(chunk).determiner == Determiner::Indefinite;
        let body = mention.class & self.known.organisation != 0 && reading.things.get(mention.thing).seed.is_none();
        let Some((verb, Role::Object)) = sentence.clause.parent[chunk as usize].filter(|_| indefinite && body) else {
            return false;
        };
        self.lexicon.is(sentence.chunk(verb).lemma, "be") && self.is_its_own(sentence, verb)
    }

    /// "the Compact, a voluntary framework": a description that says what was named before it.
    fn is_apposed(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let Some(before) = chunk.checked_sub(2) else { return false };
        let comma = sentence.chunk(chunk - 1).kind == ChunkKind::Comma;
        // "to draft, under the auspices of the Union, a treaty": what closed before the comma was an aside.
        let parents = &sentence.clause.parent;
        let of_verb = parents[chunk as usize].is_some_and(|(p, _)| sentence.chunk(p).kind == ChunkKind::Verb);
        let aside =
            of_verb && parents[before as usize].is_some_and(|(p, _)| sentence.chunk(p).kind == ChunkKind::Preposition);
        comma && !aside && sentence.mention_of(before).is_some_and(|m| m.strength == Strength::Named)
    }

    /// "standards of the Board of Lights": the body is part of what is named before it.
    fn is_owner_of_name(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32) -> bool {
        let parents = &sentence.clause.parent;
        let Some((preposition, _)) = parents[chunk as usize] else { return false };
        let of = sentence.chunk(preposition);
        let is_of = of.kind == ChunkKind::Preposition && of.word == self.known.of;
        let owned = parents[preposition as usize].and_then(|(noun, _)| sentence.mention_of(noun));
        is_of
            && !mention.is_owned
            && owned.is_some_and(|m| m.strength == Strength::Named && m.class & self.known.territory == 0)
    }

    /// Whether the thing is a strategy, law or body of the State that speaks.
    fn is_own(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let thing = reading.things.get(mention.thing);
        let scoped = self.known.own.iter().any(|(_, classes)| thing.class_bit & classes != 0);
        scoped && thing.of_state.as_deref() == Some(&*reading.things.get(sentence.speaker).id)
    }

    fn remember_actor(&self, sentence: &Analysed<'_>, reading: &mut Reading) {
        for (verb, chunk) in sentence.clause.chunks.iter().enumerate() {
            // "The Westmark Senate has approved it. It": the Senate, not the State.
            let subject = sentence.clause.subject[verb].and_then(|s| sentence.mention_of(s));
            let organ = subject.is_some_and(|m| m.class & self.known.state == 0 && m.thing != sentence.speaker);
            // "We have approved it. It": no State is "we" and then "it".
            let we = sentence.clause.subject[verb]
                .is_some_and(|s| self.known.first_person.contains(&sentence.chunk(s).word));
            if chunk.verb.is_some_and(|v| is_finite(v.form)) && !organ && !we {
                match self.subject_of(sentence, verb as u32, reading) {
                    Actor::Speaker => reading.last_actor = Some(sentence.speaker),
                    // "Our officers were trained by Westmark. It": not Westmark.
                    Actor::States(_) if chunk.verb.is_some_and(|v| v.is_passive) => {}
                    Actor::States(states) => reading.last_actor = states.first().copied(),
                    _ => {}
                }
            }
        }
    }
}
