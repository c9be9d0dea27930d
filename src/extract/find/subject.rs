//! Whose a link is: who stands in the relation to a mention that a rule states.

use crate::clause::attach::is_finite;
use crate::clause::path::{Step, StepKind, agent, governing_verb};
use crate::clause::{ChunkKind, Determiner, Force, Role, VerbForm};
use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::gazetteer::Form;
use crate::lexicon::Word;
use crate::mention::Mention;
use crate::rule::pattern::{Family, Part};
use crate::rule::{Acting, Rule, Through};

use super::Candidate;

/// Verbs of entering into what is there already.
const JOINING: [&str; 4] = ["join", "adhere", "subscribe", "accede"];

/// Nouns of those who act beside States.
const PARTIES: [&str; 9] =
    ["party", "country", "state", "nation", "actor", "partner", "stakeholder", "government", "people"];

impl Extractor {
    /// The subjects of the link that `rule` asks for, or `None` where it does not hold.
    pub(super) fn subjects(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        reading: &Reading,
    ) -> Option<Vec<u32>> {
        if !self.holds(sentence, candidate, reading) {
            return None;
        }
        let Candidate { mention, path, found, rule } = candidate;
        let of_all = || &*rule.relation == "affectedBy" && self.is_of_the_world(sentence, candidate, reading);
        if !rule.ours && of_all() {
            return None;
        }
        if rule.ours {
            let verb = path[found.at].chunk;
            let due = sentence.chunk(verb).verb.is_some_and(|v| v.force == Force::Obligation);
            let near = &*rule.relation == "cooperatesWith";
            let befallen = self.befallen(sentence, verb, near, reading);
            let befallen = befallen.filter(|whom| whom[..] != [sentence.speaker] || !of_all());
            return befallen.filter(|whom| !due && (rule.third || whom[..] == [sentence.speaker]));
        }
        // What is the speaker's own it has: it does not cooperate with it or take part in it.
        let has = ["hasBody", "hasLaw", "hasStrategy", "criticises", "supports", "mentions"];
        let known = reading.things.get(mention.thing).seed.is_some();
        let owns = (mention.is_owned || known) && self.is_own(sentence, mention, reading);
        if owns
            && !self.is_joined_in(sentence, candidate)
            && !has.iter().any(|relation| self.ontology.is_narrower(&rule.relation, relation))
        {
            return None;
        }
        let chairs = self.ontology.is_narrower(&rule.relation, "chairs");
        if chairs && self.is_addressed(sentence, path[found.at].chunk) {
            return None;
        }
        // "Our heads of State held the summit": all of them did.
        let held = sentence.clause.subject[path[found.at].chunk as usize].map(|s| sentence.chunk(s));
        let by_all = held.is_some_and(|s| s.is_plural && self.lexicon.is(s.lemma, "head"));
        if by_all && self.ontology.is_narrower(&rule.relation, "hosts") {
            return None;
        }
        let actor = self.acting(sentence, candidate, reading);
        let actor = self.of_its_own(sentence, mention, rule, actor, reading);
        if rule.acting == Acting::Anyone && !rule.obliged && self.is_anothers(sentence, candidate, &actor) {
            return None;
        }
        // "The Goals have not been achieved": what others have not done, the speaker does not refuse to support.
        let verb = found.pattern.family == Family::Verb;
        if rule.is_soft && verb && actor != Actor::Speaker && self.is_negated(sentence, path[found.at].chunk) {
            return None;
        }
        let speaker = vec![sentence.speaker];
        match (rule.acting, actor) {
            (Acting::Anyone, _) => Some(speaker),
            (_, Actor::Speaker) => Some(self.joined(sentence, candidate, speaker)),
            (_, Actor::States(states)) if rule.third => {
                let states = states.into_iter().filter(|s| *s != mention.thing).collect();
                Some(self.joined(sentence, candidate, states)).filter(|s| !s.is_empty())
            }
            (Acting::Implicit, Actor::Nobody)
                if !mention.is_owned
                    && found.pattern.family == Family::Preposition
                    && self.is_only_wanted(sentence, path, found.at) =>
            {
                None
            }
            (Acting::Implicit | Acting::Home, Actor::Nobody)
                if &*rule.relation == "hosts" && self.is_held_abroad(sentence, path[found.at].chunk, reading) =>
            {
                None
            }
            (Acting::Implicit | Acting::Home, Actor::Nobody) if self.is_reported(sentence, path, found.at, reading) => {
                None
            }
            (Acting::Implicit, Actor::Nobody) => Some(speaker),
            (Acting::Home, Actor::Nobody)
                if reading.is_domestic
                    || self.is_accomplished(sentence, path, found.at)
                    || self.is_signed_with(sentence, path, found.at) =>
            {
                Some(speaker)
            }
            // "A harbour unit patrols the bay", in an account of what is done at home.
            (Acting::Home, Actor::Other)
                if reading.is_domestic
                    && found.pattern.family == Family::Agent
                    && self.is_one(sentence, mention, rule, path[found.at].lemma) =>
            {
                Some(speaker)
            }
            // "the Smith Administration approved its plan": its own.
            (Acting::Implicit, Actor::Other) => {
                let theirs =
                    sentence.chunk_of(mention).is_some_and(|c| sentence.chunk(c).determiner == Determiner::Third);
                (mention.is_owned && !theirs).then_some(speaker)
            }
            (Acting::State | Acting::Home, Actor::Nobody) => {
                let heads = reading.is_domestic
                    && !rule.is_soft
                    && (found.pattern.family == Family::Noun && self.is_heading(sentence, path, found.at)
                        || found.pattern.family == Family::Verb && self.is_bare_report(sentence, path, found.at));
                (heads || self.is_unbound(sentence, path, found.at)).then_some(speaker)
            }
            _ => None,
        }
    }

    /// "We joined the Clean Nets Initiative": who joins what nothing says is its own was not the one who made it.
    fn is_joined_in(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, .. } = candidate;
        let joins = match found.pattern.family {
            Family::Verb => self.lexicon.is_one_of(path[found.at].lemma, &JOINING),
            // "our participation in the Clean Nets Initiative"
            Family::Noun => {
                self.lexicon.is_one_of(path[found.at].lemma, &["participation", "participant", "adherence"])
            }
            _ => false,
        };
        let phrase = sentence.chunk_of(mention).map(|c| sentence.chunk(c));
        let first = mention.first..mention.last.min(mention.first + 2);
        let national = first.into_iter().any(|t| self.lexicon.is(sentence.words[t as usize], "national"));
        joins && !national && phrase.is_some_and(|c| c.determiner == Determiner::Definite)
    }

    /// Whether the phrase tells of one thing not named before, "a harbour unit", or of one body, "the national harbour unit".
    fn is_one(&self, sentence: &Analysed<'_>, mention: &Mention, rule: &Rule, verb: Word) -> bool {
        let chunk = sentence.chunk_of(mention).map(|c| sentence.chunk(c));
        chunk.is_some_and(|c| {
            // "The national harbour policy has five aims"
            let national = sentence.words[c.first as usize..c.head as usize].iter();
            let body = &*rule.relation == "hasBody" || national.into_iter().any(|w| self.lexicon.is(*w, "national"));
            // "The law on drift nets entered into force"
            let told = || {
                let behind = sentence.words[c.head as usize + 1..c.last as usize].iter();
                &*rule.relation == "hasLaw"
                    && self.lexicon.is_one_of(verb, &["enter", "come", "take"])
                    && behind.into_iter().any(|w| self.lexicon.is(*w, "on"))
            };
            let one =
                c.determiner == Determiner::Indefinite || (body || told()) && c.determiner == Determiner::Definite;
            one && !c.is_plural
        })
    }

    /// Whether a clause in which nobody acts is what a body or another State says: "their leaders decided that …".
    fn is_reported(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, reading: &Reading) -> bool {
        let verbs = path[at + 1..].iter().filter(|s| s.kind == StepKind::Verb);
        let mut finite = verbs.filter(|s| sentence.chunk(s.chunk).verb.is_some_and(|v| is_finite(v.form))).skip(1);
        finite.any(|s| matches!(self.subject_of(sentence, s.chunk, reading), Actor::Other | Actor::States(_)))
    }

    /// Who acts, by the kind of the pattern.
    fn acting(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, reading: &Reading) -> Actor {
        if self.befalls_people_elsewhere(sentence, candidate, reading) {
            return Actor::Other;
        }
        let Candidate { path, found, rule, .. } = candidate;
        match found.pattern.family {
            Family::Noun if self.is_fellow(sentence, path, found.at, rule, reading) => Actor::Speaker,
            Family::Noun if self.is_removed(sentence, path, found.at, rule) => Actor::Other,
            // "our sympathy with the victims of": others, where the victims are known.
            Family::Noun
                if &*rule.relation == "affectedBy"
                    && sentence.chunk(path[found.at].chunk).determiner == Determiner::Definite
                    && !self.is_said_of_somebody(sentence, path, found.at) =>
            {
                Actor::Other
            }
            Family::Noun if &*rule.relation == "affectedBy" && self.is_said_of_somebody(sentence, path, found.at) => {
                self.actor_above(sentence, path, found.at, reading)
            }
            Family::Noun => self.bearer(sentence, path, found.at, reading),
            Family::Agent | Family::Predicate => Actor::Other,
            Family::Adjective => self.described_actor(sentence, path, found.at, reading),
            Family::Preposition
                if &*rule.relation == "cooperatesWith"
                    && (self.hangs_on_other(sentence, path, found.at, reading)
                        || self.is_of_praised(sentence, path, found.at)) =>
            {
                Actor::Other
            }
            // "We commend the work of the President during the session": who worked took part.
            Family::Preposition
                if &*rule.relation == "participatesIn"
                    && path[found.at..].iter().any(|s| self.rules.credits.contains(&s.lemma))
                    && self.is_of_praised(sentence, path, found.at) =>
            {
                Actor::Other
            }
            // "a memorandum signed between Norlandia and Westmark"
            Family::Verb if found.at > 0 && path[found.at - 1].word == self.known.between => {
                let own = self.has_own_member(sentence, path[found.at - 1].chunk, reading);
                if own { Actor::Speaker } else { Actor::Other }
            }
            Family::Verb if &*rule.relation == "affectedBy" => {
                match self.actor_above(sentence, path, found.at, reading) {
                    Actor::Other => self.sufferer(sentence, path[found.at].chunk).unwrap_or(Actor::Other),
                    actor => actor,
                }
            }
            Family::Preposition
                if &*rule.relation == "participatesIn" && self.is_where_others(sentence, path, found.at) =>
            {
                Actor::Other
            }
            Family::Preposition if &*rule.relation == "affectedBy" => {
                self.struck_subject(sentence, path, found.at, reading)
            }
            Family::Verb | Family::Preposition => self.actor_above(sentence, path, found.at, reading),
        }
    }

    /// "welcome the resolve of the industrialized countries at the summit": where others were.
    fn is_where_others(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let placed = self.lexicon.is_one_of(path[at].word, &["at", "during"]);
        let noun = path.get(at + 1).filter(|s| placed && s.kind == StepKind::Noun);
        let Some(noun) = noun.filter(|s| self.owner_of(sentence, s.chunk) != Some(Actor::Speaker)) else {
            return false;
        };
        let looks_on = ["look", "hope", "expect", "note", "refer", "await"];
        let verb = path[at + 1..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        let greets =
            verb.is_some_and(|v| self.rules.greetings.contains(&v.lemma) || self.lexicon.is_one_of(v.lemma, &looks_on));
        let taken = ["adoption", "conclusion", "signing", "launch", "launching", "discussion", "debate"];
        greets || self.lexicon.is_one_of(noun.word, &taken)
    }

    /// Who acts in the nearest verb group at or above step `at`.
    pub(super) fn actor_above(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, reading: &Reading) -> Actor {
        let verb = path[at..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        verb.map_or(Actor::Nobody, |step| self.subject_of(sentence, step.chunk, reading))
    }

    /// Of whom an adjective or participle is said; a participle after a noun belongs to who acts above it.
    fn described_actor(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, reading: &Reading) -> Actor {
        let step = &path[at];
        match sentence.chunk(step.chunk).verb {
            Some(group) if group.form == VerbForm::Participle => {
                // "all parties involved in": they are, not who speaks of them.
                let said_of = sentence.clause.subject[step.chunk as usize];
                if let Some(actor) = said_of.and_then(|s| self.struck_itself(sentence, s, reading)) {
                    return actor;
                }
                let others = said_of.is_some_and(|s| {
                    let noun = sentence.chunk(s);
                    let named = noun.mention.is_some();
                    // "those affected by"
                    let those = noun.first == noun.head && self.lexicon.is(noun.word, "those");
                    those || noun.is_plural && !named && self.lexicon.is_one_of(noun.lemma, &PARTIES)
                });
                if others {
                    return Actor::Other;
                }
                match self.actor_above(sentence, path, at + 1, reading) {
                    // "The programme, financed by the Union, has reached": what is done with it is done at home.
                    Actor::Other if reading.is_domestic && said_of.is_some_and(|s| self.is_work(sentence, s)) => {
                        Actor::Nobody
                    }
                    actor => actor,
                }
            }
            Some(_) => {
                sentence.clause.subject[step.chunk as usize].map_or(Actor::Nobody, |s| self.who(sentence, s, reading))
            }
            None => self.actor_above(sentence, path, at, reading),
        }
    }

    /// Whether the verb group at step `at` has no subject because its clause has none: "Implementing …".
    fn is_unbound(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let verb = path[at..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        // "Signing the treaty is easy": whoever does it.
        let is_subject = verb.is_some_and(|s| sentence.clause.subject.contains(&Some(s.chunk)));
        // "the dialogue taking place in": what takes place is told.
        let told = verb.is_some_and(|s| {
            let subject = sentence.clause.subject[s.chunk as usize];
            // "The Union leads the effort to help"
            let of_object = subject.and_then(|noun| sentence.clause.parent[noun as usize]);
            let own = subject.is_some_and(|noun| sentence.chunk(noun).determiner == Determiner::First);
            if !own && of_object.is_some_and(|(above, role)| role == Role::Object && above < s.chunk) {
                return true;
            }
            subject.is_some_and(|noun| sentence.clause.parent[s.chunk as usize] == Some((noun, Role::Modifier)))
                && sentence.chunk(s.chunk).verb.is_some_and(|v| v.form == VerbForm::Gerund)
        });
        let group = verb.and_then(|s| sentence.chunk(s.chunk).verb).filter(|_| !is_subject && !told);
        group.is_some_and(|v| matches!(v.form, VerbForm::Gerund | VerbForm::Infinitive) && !v.is_passive)
    }

    /// A strategy, law or body can only be that State's own: not one that is known to be of all, or of another.
    fn of_its_own(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        rule: &Rule,
        actor: Actor,
        reading: &Reading,
    ) -> Actor {
        if !matches!(&*rule.relation, "hasStrategy" | "hasLaw" | "hasBody") {
            return actor;
        }
        if self.is_a_bodys(sentence, mention, reading) || self.is_built_abroad(sentence, mention, reading) {
            return Actor::Other;
        }
        let thing = reading.things.get(mention.thing);
        // "the formation of the army of Westmark"
        let theirs = thing.of_state.as_ref().filter(|_| self.is_others_own(sentence, mention, reading));
        let theirs = theirs.and_then(|s| reading.things.position(s)).or_else(|| self.of_named_state(sentence, mention));
        if let Some(state) = theirs.filter(|&s| s != sentence.speaker) {
            return Actor::States(vec![state]);
        }
        // "Governments implement their plans": the plan is theirs.
        let chunk = sentence.chunk_of(mention).filter(|&c| sentence.chunk(c).determiner == Determiner::Third);
        let before =
            sentence.chunk_of(mention).and_then(|c| c.checked_sub(1)).filter(|&c| sentence.chunk(c).is_genitive);
        let body = before.and_then(|c| sentence.mention_of(c)).filter(|m| m.class & self.known.organisation != 0);
        if body.is_some() {
            return Actor::Other;
        }
        // "in line with resolutions and Westmark's autonomy plan"
        let state = before.and_then(|c| sentence.mention_of(c)).filter(|m| m.class & self.known.state != 0);
        if let Some(state) = state.filter(|m| m.thing != sentence.speaker) {
            return Actor::States(vec![state.thing]);
        }
        if let Some(owner @ (Actor::Other | Actor::States(_))) = chunk.and_then(|c| self.owner_of(sentence, c)) {
            return owner;
        }
        if mention.is_common || (thing.seed.is_some() && thing.of_state.is_none()) { Actor::Other } else { actor }
    }

    /// "The Smith Administration approved its plan": whoever does so approved his own, where nothing else tells whose it is.
    pub(super) fn is_anothers_its(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let chunk = sentence.chunk_of(mention).filter(|&c| sentence.chunk(c).determiner == Determiner::Third);
        let Some(chunk) = chunk.filter(|_| !reading.is_domestic) else { return false };
        let owner = self.owner_of(sentence, chunk);
        let verb = governing_verb(&sentence.clause, chunk);
        owner != Some(Actor::Speaker)
            && verb.is_some_and(|v| {
                let active = sentence.chunk(v).verb.is_some_and(|g| !g.is_passive);
                active && self.grammatical_subject(sentence, v, reading) == Actor::Other
            })
    }

    /// "the Transitional Council of Westmark": the State that the name itself ends with.
    fn of_named_state(&self, sentence: &Analysed<'_>, mention: &Mention) -> Option<u32> {
        let ends = |m: &&Mention| m.is_inside && m.first > mention.first && m.last == mention.last;
        let states = sentence.mentions.iter().filter(|m| m.class & self.known.state != 0 && m.form == Form::Name);
        let state = states.filter(ends).find(|m| {
            let before = |n: u32| m.first.checked_sub(n).map(|t| sentence.words[t as usize]);
            before(1) == Some(self.known.of)
                || before(2) == Some(self.known.of) && before(1).is_some_and(|w| self.lexicon.is(w, "the"))
        });
        state.map(|m| m.thing)
    }

    /// Whether the verb of a stance has a subject of its own that is another State or a body.
    fn is_anothers(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, actor: &Actor) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        // "the rejection of the plan by Westmark"
        let thing = mention.class & self.known.state == 0;
        if found.pattern.family == Family::Noun && &*rule.relation == "criticises" && thing {
            return matches!(self.owner_of(sentence, path[found.at].chunk), Some(Actor::States(_)));
        }
        if found.pattern.family != Family::Verb {
            // "He has contributed to the reform of the Union"
            let verb = path[found.at..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
            let subject = verb.and_then(|v| sentence.clause.subject[v.chunk as usize]);
            return &*candidate.rule.relation == "callsFor" && subject.is_some_and(|s| self.is_somebody(sentence, s));
        }
        let verb = path[found.at].chunk;
        let passive = sentence.chunk(verb).verb.is_some_and(|v| v.is_passive);
        // "the concessions demanded of X": of nobody in particular.
        let reduced = sentence.chunk(verb).verb.is_some_and(|v| v.is_passive && v.form == VerbForm::Participle)
            && sentence.clause.parent[verb as usize].is_some_and(|(p, _)| sentence.chunk(p).kind == ChunkKind::Noun);
        if reduced && &*rule.relation == "callsFor" && *actor != Actor::Speaker {
            return true;
        }
        if passive && agent(&sentence.clause, verb, self.known.by).is_some() {
            return *actor != Actor::Speaker;
        }
        let subject = sentence.clause.subject[verb as usize].filter(|_| !passive);
        let body = subject.and_then(|s| sentence.mention_of(s)).is_some_and(|m| m.class & self.known.organisation != 0);
        let given = found.pattern.rest.contains(&Part::Gap) && *actor == Actor::Other;
        // "He works to reform the Union", "The Secretary-General recommended that it be"
        let asks = &*candidate.rule.relation == "callsFor" || candidate.rule.through == Through::Clause;
        let person = asks && subject.is_some_and(|s| self.is_somebody(sentence, s));
        matches!(actor, Actor::States(_)) || (body && *actor != Actor::Speaker) || given || person
    }

    /// Whether noun phrase `chunk` is a person: "he", "the Secretary-General".
    fn is_somebody(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        let (first, head) = (&sentence.tokens[phrase.first as usize], &sentence.tokens[phrase.head as usize]);
        let written = &sentence.text[first.span.range().start..head.span.range().end];
        phrase.mention.is_none()
            && (self.lexicon.is_one_of(phrase.word, &["he", "she"]) || written.ends_with("Secretary-General"))
    }
}
