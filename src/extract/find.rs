//! For each mention, the rule that its place in the clause calls for, else what its class alone says.

use std::sync::Arc;

use crate::clause::attach::is_finite;
use crate::clause::path::{Step, StepKind, agent, through_relative, upward};
use crate::clause::{ChunkKind, Determiner, Force, Role, VerbForm};
use crate::gazetteer::Form;
use crate::lexicon::Word;
use crate::link::{Modality, Polarity};
use crate::mention::{Mention, Strength};
use crate::rule::pattern::{Family, Part, Pattern, admits};
use crate::rule::{Acting, Fallback, Naming, Owner, Rule, Through};
use crate::token::Caps;

use super::actor::Actor;
use super::quantity::{amount, date};
use super::sentence::Analysed;
use super::{Draft, Extractor, Reading, Weight};

/// A pattern that leads to a mention.
struct Match<'r> {
    pattern: &'r Pattern,
    owner: Owner,
    /// Step of its head.
    at: usize,
    /// Steps left between it and the mention.
    between: usize,
}

impl Extractor {
    pub(super) fn links(&self, sentence: &Analysed<'_>, reading: &mut Reading) {
        for (position, mention) in sentence.mentions.iter().enumerate() {
            if mention.is_inside
                || mention.thing == sentence.speaker
                || self.is_place(mention)
                || sentence.is_in_stem(mention)
            {
                continue;
            }
            let Some(chunk) = sentence.chunk_of(mention) else { continue };
            let head = sentence.chunk(chunk);
            // "the Somali people" is the State; "NATO structures" are NATO.
            let stands_for = mention.class & self.known.state != 0 && self.rules.state_nouns.contains(&head.lemma);
            let is_head =
                head.mention == Some(position as u32) || stands_for || self.known.structures.contains(&head.lemma);
            self.mention_links(sentence, mention, chunk, is_head, reading);
        }
        self.remember_actor(sentence, reading);
    }

    /// "the conference that was held in Saltmouth", said by the State in which Saltmouth is.
    fn is_held_at_home(&self, sentence: &Analysed<'_>, chunk: u32, reading: &Reading) -> bool {
        let clause = &sentence.clause;
        (0..clause.chunks.len()).any(|verb| {
            let held = clause.subject[verb] == Some(chunk) && self.known.held.contains(&clause.chunks[verb].lemma);
            let end = clause.chunks.len().min(verb + 7);
            held && (verb + 1..end).any(|i| {
                let preposition = &clause.chunks[i];
                let within =
                    preposition.kind == ChunkKind::Preposition && self.known.places[..2].contains(&preposition.word);
                within && i + 1 < end && self.is_home(sentence, i as u32 + 1, reading)
            })
        })
    }

    /// Whether a noun phrase is a place in the State that speaks.
    fn is_home(&self, sentence: &Analysed<'_>, chunk: u32, reading: &Reading) -> bool {
        let Some(mention) = sentence.mention_of(chunk) else { return false };
        let speaker = &reading.things.get(sentence.speaker).id;
        let place = reading.things.get(mention.thing).seed.map(|s| &self.entities.all()[s as usize]);
        let inside = place.is_some_and(|p| p.in_state.as_ref() == Some(speaker));
        inside || (mention.thing == sentence.speaker && mention.form == Form::Capital)
    }

    /// "the Compact, a voluntary framework": a description that says what was named before it.
    fn is_apposed(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let Some(before) = chunk.checked_sub(2) else { return false };
        let comma = sentence.chunk(chunk - 1).kind == ChunkKind::Comma;
        comma && sentence.mention_of(before).is_some_and(|m| m.strength == Strength::Named)
    }

    /// Whether the thing is a strategy, law or body of the State that speaks.
    fn is_own(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let thing = reading.things.get(mention.thing);
        let scoped =
            ["hasStrategy", "hasLaw", "hasBody"].iter().any(|r| self.ontology.admits(r, "State", &thing.class));
        scoped && thing.of_state.as_deref() == Some(&*reading.things.get(sentence.speaker).id)
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

    fn is_place(&self, mention: &Mention) -> bool {
        mention.form == Form::Capital || mention.class & self.known.territory & !self.known.state != 0
    }

    fn remember_actor(&self, sentence: &Analysed<'_>, reading: &mut Reading) {
        for (verb, chunk) in sentence.clause.chunks.iter().enumerate() {
            if chunk.verb.is_some_and(|v| is_finite(v.form)) {
                match self.subject_of(sentence, verb as u32, reading) {
                    Actor::Speaker => reading.last_actor = Some(sentence.speaker),
                    Actor::States(states) => reading.last_actor = states.first().copied(),
                    _ => {}
                }
            }
        }
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
        if apposed || self.is_owner_of_name(sentence, mention, chunk) {
            return;
        }
        if mention.class & self.known.event != 0 && self.is_held_at_home(sentence, chunk, reading) {
            let rule: Arc<str> = "own-venue".into();
            self.plain(
                sentence,
                mention,
                sentence.speaker,
                "hosts".into(),
                rule,
                Modality::Done,
                Weight::Fact,
                reading,
            );
            return;
        }
        let paths = self.paths(sentence, chunk, is_head);
        let mut matches = Vec::new();
        for (number, path) in paths.iter().enumerate() {
            self.matches(sentence, number, path, &mut matches);
        }
        let silenced = self.silenced_at(mention, &matches, &paths, reading);
        matches
            .sort_by_key(|(path, m)| (m.between, std::cmp::Reverse(m.pattern.rest.len()), *path, rule_index(m.owner)));
        let own = mention.is_owned && self.is_own(sentence, mention, reading);
        let mut spoken = false;
        let mut third = false;
        for (path, found) in &matches {
            let Owner::Rule(rule) = found.owner else { continue };
            let rule = &self.rules.rules[rule as usize];
            if !is_head && !rule.is_soft {
                continue;
            }
            let reaches_over = silenced.is_some_and(|(at, verb)| found.at > at || (verb && found.at == at));
            if reaches_over || (rule.is_soft && (own || silenced.is_some())) {
                continue;
            }
            let Some(subjects) = self.subjects(sentence, mention, &paths[*path], found, rule, reading) else {
                continue;
            };
            let is_third = !subjects.contains(&sentence.speaker);
            if (is_third && third) || (!is_third && spoken) {
                continue;
            }
            for subject in subjects {
                self.draft(sentence, mention, &paths[*path], found, rule, subject, reading);
            }
            third |= is_third;
            spoken |= !is_third;
            if spoken {
                break;
            }
        }
        if !spoken && silenced.is_none() {
            self.by_class(sentence, mention, chunk, is_head, third, reading);
        }
    }

    /// The ways up from a noun phrase: in its own clause, in its relative clause, and from a participle after it.
    fn paths(&self, sentence: &Analysed<'_>, chunk: u32, is_head: bool) -> Vec<Vec<Step>> {
        let clause = &sentence.clause;
        let mut paths = Vec::new();
        let mut path = Vec::new();
        upward(clause, chunk, self.known.of, &mut path);
        self.passive_subjects(sentence, &mut path);
        if !is_head {
            let head = sentence.chunk(chunk);
            let step = Step {
                kind: StepKind::Noun,
                chunk,
                word: head.word,
                lemma: head.lemma,
                is_example: false,
                is_named: false,
            };
            path.insert(0, step);
            return vec![path];
        }
        paths.push(path);
        let mut path = Vec::new();
        if through_relative(clause, chunk, self.known.of, &mut path) {
            paths.push(path);
        }
        for (verb, subject) in clause.subject.iter().enumerate() {
            let group = clause.chunks[verb].verb;
            let passive = group.is_some_and(|g| {
                g.is_passive && (g.form == VerbForm::Participle || clause.parent[verb].is_some_and(|(p, _)| p == chunk))
            });
            if *subject == Some(chunk) {
                let verb_chunk = &clause.chunks[verb];
                let kind = if passive { StepKind::Verb } else { StepKind::SubjectOf };
                let is_new = clause.parent[chunk as usize].is_none_or(|(p, _)| p as usize != verb);
                if is_new {
                    paths.push(vec![Step {
                        kind,
                        chunk: verb as u32,
                        word: verb_chunk.word,
                        lemma: verb_chunk.lemma,
                        is_example: false,
                        is_named: false,
                    }]);
                }
            }
        }
        paths
    }

    /// The subject of a passive verb is what its object would be.
    fn passive_subjects(&self, sentence: &Analysed<'_>, path: &mut [Step]) {
        for step in path.iter_mut().filter(|s| s.kind == StepKind::SubjectOf) {
            if sentence.chunk(step.chunk).verb.is_some_and(|v| v.is_passive) {
                step.kind = StepKind::Verb;
            }
        }
    }

    /// Collects the patterns that lead to the mention by `path`, the path of this number.
    fn matches<'s>(
        &'s self,
        sentence: &Analysed<'_>,
        number: usize,
        path: &[Step],
        matches: &mut Vec<(usize, Match<'s>)>,
    ) {
        let mut n_finite = 0;
        for (at, step) in path.iter().enumerate() {
            let words = [step.lemma, step.word];
            let n_words = if step.lemma == step.word { 1 } else { 2 };
            for word in &words[..n_words] {
                for (pattern, owner) in self.rules.by_word.get(word).into_iter().flatten() {
                    if let Some(between) = self.pattern_at(sentence, pattern, path, at)
                        && (n_finite == 0 || self.reaches_over(*owner, pattern))
                    {
                        matches.push((number, Match { pattern, owner: *owner, at, between }));
                    }
                }
            }
            if step.kind == StepKind::SubjectOf && n_finite == 0 {
                self.said_of(sentence, path, at, number, matches);
            }
            let chunk = sentence.chunk(step.chunk);
            n_finite += usize::from(chunk.verb.is_some_and(|v| is_finite(v.form)));
            if n_finite > 1 {
                break;
            }
        }
    }

    /// Over the border of a finite clause only verbs that take a clause reach: "recommends that …".
    fn reaches_over(&self, owner: Owner, pattern: &Pattern) -> bool {
        let Owner::Rule(rule) = owner else { return false };
        self.rules.rules[rule as usize].through == Through::Anything
            && pattern.family == Family::Verb
            && pattern.rest.is_empty()
    }

    fn pattern_at(&self, sentence: &Analysed<'_>, pattern: &Pattern, path: &[Step], at: usize) -> Option<usize> {
        if pattern.family == Family::Agent {
            let agrees = path[at].kind == StepKind::SubjectOf && path[at].lemma == pattern.head;
            return (agrees && self.has_object(sentence, path[at].chunk, &pattern.rest)).then_some(at);
        }
        pattern.matches(path, at)
    }

    /// Whether verb group `verb` has the noun of `rest` as object; true where nothing is asked for.
    fn has_object(&self, sentence: &Analysed<'_>, verb: u32, rest: &[Part]) -> bool {
        let Some(Part::Noun(noun)) = rest.first() else {
            return rest.first().is_none_or(|part| self.has_preposition(sentence, verb, *part));
        };
        let clause = &sentence.clause;
        (verb as usize + 1..clause.chunks.len().min(verb as usize + 8))
            .any(|i| clause.chunks[i].lemma == *noun && clause.parent[i] == Some((verb, Role::Object)))
    }

    fn has_preposition(&self, sentence: &Analysed<'_>, verb: u32, part: Part) -> bool {
        let Part::Preposition(word) = part else { return false };
        let clause = &sentence.clause;
        (verb as usize + 1..clause.chunks.len().min(verb as usize + 4)).any(|i| {
            clause.chunks[i].kind == ChunkKind::Preposition
                && clause.chunks[i].word == word
                && clause.parent[i].is_some_and(|(p, _)| p == verb)
        })
    }

    /// Patterns of what is said of the subject at step `at`: any verb, and the words of the complement.
    fn said_of<'s>(
        &'s self,
        sentence: &Analysed<'_>,
        path: &[Step],
        at: usize,
        number: usize,
        matches: &mut Vec<(usize, Match<'s>)>,
    ) {
        let verb = path[at].chunk;
        for (pattern, owner) in &self.rules.any_verb {
            matches.push((number, Match { pattern, owner: *owner, at, between: at }));
        }
        let clause = &sentence.clause;
        let end = (verb as usize + 7).min(clause.chunks.len());
        for i in verb as usize + 1..end {
            if clause.parent[i] != Some((verb, Role::Object)) {
                continue;
            }
            let chunk = &clause.chunks[i];
            for token in chunk.first..chunk.last {
                let word = sentence.words[token as usize];
                for (pattern, owner) in self.rules.by_word.get(&word).into_iter().flatten() {
                    if pattern.family == Family::Predicate {
                        matches.push((number, Match { pattern, owner: *owner, at, between: at }));
                    }
                }
            }
        }
    }

    /// The step of the nearest silence that reaches the mention.
    fn silenced_at(
        &self,
        mention: &Mention,
        matches: &[(usize, Match<'_>)],
        paths: &[Vec<Step>],
        reading: &Reading,
    ) -> Option<(usize, bool)> {
        let id = &reading.things.get(mention.thing).id;
        let silences = matches.iter().filter(|(path, found)| {
            let Owner::Silence(silence) = found.owner else { return false };
            let silence = &self.rules.silences[silence as usize];
            let meant =
                silence.object & mention.class != 0 && (silence.things.is_empty() || silence.things.contains(id));
            meant
                && admits(Through::Of, &paths[*path][..found.between], found.pattern, self.known.of, &self.known.places)
        });
        silences.map(|(_, found)| (found.at, found.pattern.family == Family::Verb)).min()
    }

    /// The subjects of the link that `rule` asks for, or `None` where it does not hold.
    fn subjects(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        path: &[Step],
        found: &Match<'_>,
        rule: &Rule,
        reading: &Reading,
    ) -> Option<Vec<u32>> {
        let named = match rule.naming {
            Naming::Any => true,
            Naming::Named => mention.strength != Strength::Described,
            Naming::Described => mention.strength == Strength::Described,
        };
        let between = &path[..found.between];
        let fits = rule.object & mention.class != 0
            && named
            && admits(rule.through, between, found.pattern, self.known.of, &self.known.places)
            && (!rule.obliged || self.is_obliged(sentence, path, found.at));
        if !fits || (rule.money && !self.speaks_of_money(sentence)) {
            return None;
        }
        let actor = match found.pattern.family {
            Family::Noun => self.bearer(sentence, path, found.at, reading),
            Family::Agent | Family::Predicate => Actor::Other,
            Family::Adjective => self.described_actor(sentence, path, found.at, reading),
            Family::Preposition
                if &*rule.relation == "cooperatesWith" && self.hangs_on_other(sentence, path, found.at) =>
            {
                Actor::Other
            }
            Family::Verb | Family::Preposition => self.actor_above(sentence, path, found.at, reading),
        };
        let speaker = vec![sentence.speaker];
        if rule.ours {
            return self.befallen(sentence, path[found.at].chunk, reading);
        }
        let actor = self.of_its_own(mention, rule, actor, reading);
        if rule.acting == Acting::Anyone && self.is_anothers(sentence, found, path, &actor) {
            return None;
        }
        match (rule.acting, actor) {
            (Acting::Anyone, _) | (_, Actor::Speaker) => Some(speaker),
            (_, Actor::States(states)) if rule.third => {
                Some(states.into_iter().filter(|s| *s != mention.thing).collect()).filter(|s: &Vec<u32>| !s.is_empty())
            }
            (Acting::Implicit, Actor::Nobody) => Some(speaker),
            (Acting::Implicit, Actor::Other) => mention.is_owned.then_some(speaker),
            (Acting::State, Actor::Nobody) => self.is_unbound(sentence, path, found.at).then_some(speaker),
            _ => None,
        }
    }

    /// "the Union alongside the Bank": the preposition joins it to another thing that is named.
    fn hangs_on_other(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let actors = self.known.organisation | self.known.state;
        let above = path.get(at + 1).filter(|s| s.kind == StepKind::Noun);
        above.and_then(|s| sentence.mention_of(s.chunk)).is_some_and(|m| m.class & actors != 0)
    }

    /// A strategy, law or body can only be that State's own: not one that is known to be of all, or of another.
    fn of_its_own(&self, mention: &Mention, rule: &Rule, actor: Actor, reading: &Reading) -> Actor {
        if !matches!(&*rule.relation, "hasStrategy" | "hasLaw" | "hasBody") {
            return actor;
        }
        let thing = reading.things.get(mention.thing);
        if mention.is_common || (thing.seed.is_some() && thing.of_state.is_none()) { Actor::Other } else { actor }
    }

    /// Whether the verb of a stance has a subject of its own that is another State or a body.
    fn is_anothers(&self, sentence: &Analysed<'_>, found: &Match<'_>, path: &[Step], actor: &Actor) -> bool {
        if found.pattern.family != Family::Verb {
            return false;
        }
        let verb = path[found.at].chunk;
        let passive = sentence.chunk(verb).verb.is_some_and(|v| v.is_passive);
        if passive && agent(&sentence.clause, verb, self.known.by).is_some() {
            return *actor != Actor::Speaker;
        }
        let subject = sentence.clause.subject[verb as usize].filter(|_| !passive);
        let body = subject.and_then(|s| sentence.mention_of(s)).is_some_and(|m| m.class & self.known.organisation != 0);
        matches!(actor, Actor::States(_)) || (body && *actor != Actor::Speaker)
    }

    /// Whose the things after verb group `verb` are: the speaker's, or another State's.
    fn befallen(&self, sentence: &Analysed<'_>, verb: u32, reading: &Reading) -> Option<Vec<u32>> {
        let end = (verb + 9).min(sentence.clause.chunks.len() as u32);
        let mut nouns = (verb + 1..end).filter(|&i| sentence.chunk(i).kind == ChunkKind::Noun);
        nouns.find_map(|i| {
            if sentence.chunk(i).determiner == Determiner::First {
                return Some(vec![sentence.speaker]);
            }
            match self.who(sentence, i, reading) {
                Actor::Speaker => Some(vec![sentence.speaker]),
                Actor::States(states) => Some(states),
                _ => None,
            }
        })
    }

    fn speaks_of_money(&self, sentence: &Analysed<'_>) -> bool {
        amount(sentence.text, sentence.tokens).is_some() || sentence.words.iter().any(|w| self.rules.money.contains(w))
    }

    /// Who acts in the nearest verb group at or above step `at`.
    fn actor_above(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, reading: &Reading) -> Actor {
        let verb = path[at..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        verb.map_or(Actor::Nobody, |step| self.subject_of(sentence, step.chunk, reading))
    }

    /// Of whom an adjective or participle is said; a participle after a noun belongs to who acts above it.
    fn described_actor(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, reading: &Reading) -> Actor {
        let step = &path[at];
        match sentence.chunk(step.chunk).verb {
            Some(group) if group.form == VerbForm::Participle => self.actor_above(sentence, path, at + 1, reading),
            Some(_) => {
                sentence.clause.subject[step.chunk as usize].map_or(Actor::Nobody, |s| self.who(sentence, s, reading))
            }
            None => self.actor_above(sentence, path, at, reading),
        }
    }

    /// Whether the verb group at step `at` has no subject because its clause has none: "Implementing …".
    fn is_unbound(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let verb = path[at..].iter().find_map(|s| sentence.chunk(s.chunk).verb);
        verb.is_some_and(|v| matches!(v.form, VerbForm::Gerund | VerbForm::Infinitive))
    }

    fn is_obliged(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let chunk = sentence.chunk(path[at].chunk);
        let forced = chunk.verb.is_some_and(|v| v.force == Force::Obligation);
        let next = sentence.clause.chunks.get(path[at].chunk as usize + 1).and_then(|c| c.verb);
        let to_do = next.is_some_and(|v| v.form == VerbForm::Infinitive);
        forced || self.known.needs[0] == chunk.lemma || (to_do && self.known.needs.contains(&chunk.lemma))
    }

    fn draft(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        path: &[Step],
        found: &Match<'_>,
        rule: &Rule,
        subject: u32,
        reading: &mut Reading,
    ) {
        let verb = path[found.at..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        let (said, polarity) =
            verb.map_or((Modality::Ongoing, Polarity::Affirmed), |v| self.modality_of(sentence, v.chunk));
        let modality = self.realised(sentence, mention, path, found, rule, said);
        let denied = found.pattern.family == Family::Verb
            || found.pattern.family == Family::Adjective
            || found.pattern.family == Family::Noun && verb.is_some_and(|v| v.chunk == path[path.len() - 1].chunk);
        let relation = self.narrowed(sentence, rule, found.pattern.head);
        let money = matches!(&*rule.relation, "assists" | "funds");
        let draft = Draft {
            subject,
            relation,
            object: mention.thing,
            modality,
            polarity: if denied { polarity } else { Polarity::Affirmed },
            stated_by: sentence.speaker,
            place: sentence.place,
            rule: rule.id.clone(),
            date: if rule.is_soft { None } else { date(sentence.text, sentence.tokens) },
            amount: if money { amount(sentence.text, sentence.tokens) } else { None },
            weight: if rule.is_soft { Weight::Soft } else { Weight::Fact },
            from_stem: sentence.place.lead.is_some()
                && found.pattern.family != Family::Noun
                && subject == sentence.speaker,
            mention: sentence.place_of(mention),
        };
        reading.drafts.push(draft);
    }

    /// How far the thing said is realised, given what the verb above says.
    fn realised(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        path: &[Step],
        found: &Match<'_>,
        rule: &Rule,
        said: Modality,
    ) -> Modality {
        if &*rule.relation == "mentions" {
            return self.of_class(mention);
        }
        match (rule.modality, found.pattern.family) {
            (Some(Modality::Urged), _) => Modality::Urged,
            (_, Family::Noun) if self.is_coming(sentence, path[found.at].chunk) => Modality::Planned,
            (fixed, Family::Noun) if self.is_under_as(path, found.at) => match (fixed, said) {
                (Some(fixed), _) => fixed,
                (None, Modality::Done) => Modality::Done,
                (None, _) => Modality::Ongoing,
            },
            (Some(fixed), _) if said.is_realised() => fixed,
            // A stance is taken by being stated; only its own verb can put it into the past or the future.
            (_, Family::Verb) if rule.is_soft => {
                if matches!(said, Modality::Possible | Modality::Hoped) {
                    Modality::Ongoing
                } else {
                    said
                }
            }
            (_, Family::Predicate | Family::Agent) if mention.class & self.known.event != 0 => said,
            (..) if rule.is_soft => Modality::Ongoing,
            (_, family @ (Family::Preposition | Family::Adjective))
                if said == Modality::Done
                    && mention.class & self.known.event == 0
                    && (family == Family::Adjective || rule.relation.starts_with("has")) =>
            {
                Modality::Ongoing
            }
            _ => said,
        }
    }

    /// "As a member of …, Norlandia will": the verb says nothing of the membership.
    fn is_under_as(&self, path: &[Step], at: usize) -> bool {
        path.get(at + 1).is_some_and(|s| s.kind == StepKind::Preposition && s.word == self.known.as_)
    }

    /// What is merely mentioned: a past event is done, all else holds.
    const fn of_class(&self, mention: &Mention) -> Modality {
        if mention.class & self.known.event != 0 && mention.class & self.known.incident == 0 {
            Modality::Done
        } else {
            Modality::Ongoing
        }
    }

    /// "its upcoming chairmanship"
    fn is_coming(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        (phrase.first..phrase.head).any(|t| self.rules.coming.contains(&sentence.words[t as usize]))
    }

    fn narrowed(&self, sentence: &Analysed<'_>, rule: &Rule, head: Word) -> Arc<str> {
        let stands = |words: &[Word]| !words.is_empty() && sentence.words.windows(words.len()).any(|w| w == words);
        let narrower = rule.narrower.iter().find(|n| n.by.contains(&head) || stands(&n.when));
        narrower.map_or_else(|| rule.relation.clone(), |n| n.relation.clone())
    }

    /// What the class of a mention says where no rule does.
    fn by_class(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        chunk: u32,
        is_head: bool,
        third: bool,
        reading: &mut Reading,
    ) {
        if self.incident(sentence, mention, third, reading) {
            return;
        }
        if self.owned(sentence, mention, reading) || mention.strength == Strength::Described {
            return;
        }
        let unspoken = self.rules.unspoken.contains(&reading.things.get(mention.thing).id);
        let silent = unspoken || !is_head && self.rules.silent_heads.contains(&sentence.chunk(chunk).lemma);
        if silent || mention.class & self.known.state != 0 {
            return;
        }
        let praise = self.tone(sentence);
        let fits = |f: &&Fallback| f.object & mention.class != 0 && (!f.praised || (praise && !third));
        if let Some(fallback) = self.rules.fallbacks.iter().find(fits) {
            let modality = if &*fallback.relation == "mentions" { self.of_class(mention) } else { fallback.modality };
            let (relation, rule) = (fallback.relation.clone(), fallback.id.clone());
            self.plain(sentence, mention, sentence.speaker, relation, rule, modality, Weight::Fallback, reading);
        }
    }

    /// Whether the sentence praises and does not blame.
    fn tone(&self, sentence: &Analysed<'_>) -> bool {
        let span = |set: &rustc_hash::FxHashSet<Word>| {
            sentence.words.iter().filter(|w| set.contains(w) || set.contains(&self.lexicon.lemma(**w))).count()
        };
        span(&self.rules.praise) > 0 && span(&self.rules.blame) == 0
    }

    /// A strategy, law or body whose owner the phrase names is that State's.
    fn owned(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) -> bool {
        let thing = reading.things.get(mention.thing);
        if !mention.is_owned || thing.seed.is_some() {
            return false;
        }
        let relation =
            ["hasStrategy", "hasLaw", "hasBody"].into_iter().find(|r| self.ontology.admits(r, "State", &thing.class));
        let Some(owner) = thing.of_state.clone() else { return false };
        let (Some(relation), Some(owner)) =
            (relation, reading.things.seed_by_id(&owner, &self.entities, &self.ontology))
        else {
            return false;
        };
        self.plain(sentence, mention, owner, relation.into(), "owned".into(), Modality::Ongoing, Weight::Fact, reading);
        owner == sentence.speaker
    }

    /// An incident befalls the State in which it is; another State that speaks of it mentions it, or blames it where
    /// its very name blames: "aggression". True where the incident has been dealt with.
    fn incident(&self, sentence: &Analysed<'_>, mention: &Mention, spoken: bool, reading: &mut Reading) -> bool {
        if mention.class & self.known.incident == 0 || mention.strength == Strength::Described {
            return false;
        }
        let rule: Arc<str> = "incident".into();
        let state = self.state_of(sentence, mention, reading);
        let mut tell = |subject: u32, relation: &str, modality: Modality, weight: Weight| {
            self.plain(sentence, mention, subject, relation.into(), rule.clone(), modality, weight, reading);
        };
        if let Some(state) = state {
            tell(state, "affectedBy", Modality::Done, Weight::Fact);
        }
        if spoken || state == Some(sentence.speaker) {
            return true;
        }
        if (mention.first..mention.last)
            .any(|t| self.rules.perpetrated.contains(&self.lexicon.lemma(sentence.words[t as usize])))
        {
            tell(sentence.speaker, "criticises", Modality::Ongoing, Weight::Soft);
        } else if state.is_some() {
            tell(sentence.speaker, "mentions", Modality::Ongoing, Weight::Fallback);
        }
        state.is_some()
    }

    /// The State that an incident befalls: the owner of a discovered one; of a seed, the State that its words name
    /// last after a preposition ("war against Norlandia").
    fn state_of(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) -> Option<u32> {
        if let Some(owner) = reading.things.get(mention.thing).of_state.clone() {
            return reading.things.seed_by_id(&owner, &self.entities, &self.ontology);
        }
        let within = (mention.first + 1..mention.last).rev();
        let state = within
            .filter_map(|at| self.gazetteer.longest(sentence.text, sentence.tokens, at as usize, false))
            .find(|hit| {
                let class = &self.entities.all()[hit.entity as usize].class;
                let before = sentence.words[hit.first as usize - 1];
                let placed = self.known.against.contains(&before)
                    || sentence.tokens[hit.first as usize - 1].caps == Caps::Lower
                        && hit.first as usize > 1
                        && self.known.against.contains(&sentence.words[hit.first as usize - 2]);
                hit.last <= mention.last && hit.form == Form::Name && &**class == "State" && placed
            })?;
        Some(reading.things.seed(state.entity, &self.entities, &self.ontology))
    }

    #[expect(clippy::too_many_arguments, reason = "a link has this many sides")]
    fn plain(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        subject: u32,
        relation: Arc<str>,
        rule: Arc<str>,
        modality: Modality,
        weight: Weight,
        reading: &mut Reading,
    ) {
        reading.drafts.push(Draft {
            subject,
            relation,
            object: mention.thing,
            modality,
            polarity: Polarity::Affirmed,
            stated_by: sentence.speaker,
            place: sentence.place,
            rule,
            date: None,
            amount: None,
            weight,
            from_stem: false,
            mention: sentence.place_of(mention),
        });
    }
}

const fn rule_index(owner: Owner) -> u32 {
    match owner {
        Owner::Rule(i) | Owner::Silence(i) => i,
    }
}
