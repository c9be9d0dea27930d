//! Whose a link is: who stands in the relation to a mention that a rule states.

use crate::clause::attach::is_finite;
use crate::clause::path::{Step, StepKind};
use crate::clause::{ChunkKind, Determiner, Force, Role, VerbForm};
use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::lexicon::Word;
use crate::mention::{Mention, Strength};
use crate::rule::pattern::{Family, Part};
use crate::rule::{Acting, Rule};

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
            && !self.is_entered(sentence, candidate)
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
        let actor = self.of_one_apposed(sentence, candidate, actor);
        if rule.acting == Acting::Anyone && !rule.obliged && self.is_anothers(sentence, candidate, &actor, reading) {
            return None;
        }
        // "The Goals have not been achieved": what others have not done, the speaker does not refuse to support.
        let verb = found.pattern.family == Family::Verb;
        let refused = rule.is_soft && !rule.obliged && verb && actor != Actor::Speaker;
        if refused && self.is_negated(sentence, path[found.at].chunk) {
            return None;
        }
        self.those_who_act(sentence, candidate, actor, reading)
    }

    /// Of whom the rule tells its link, where `actor` acts.
    fn those_who_act(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        actor: Actor,
        reading: &Reading,
    ) -> Option<Vec<u32>> {
        let Candidate { mention, path, found, rule } = candidate;
        let speaker = vec![sentence.speaker];
        match (rule.acting, actor) {
            (Acting::Anyone, _) => Some(speaker),
            (_, Actor::Speaker) => Some(self.joined(sentence, candidate, speaker)),
            (_, Actor::States(states)) if rule.third => {
                let states = states.into_iter().filter(|s| *s != mention.thing).collect();
                Some(self.joined(sentence, candidate, states)).filter(|s| !s.is_empty())
            }
            // "The portals of the ministries were the target of the attacks", in such an account: those at home.
            (Acting::State, Actor::Other)
                if reading.is_domestic
                    && &*rule.relation == "affectedBy"
                    && self.is_something_at_home(sentence, path[found.at].chunk) =>
            {
                Some(speaker)
            }
            // "Training was provided by Westmark", in an account of what is done at home: to the speaker.
            (Acting::Home, Actor::States(_) | Actor::Other)
                if reading.is_domestic
                    && found.pattern.family == Family::Adjective
                    && found.pattern.rest == [Part::Preposition(self.known.by)]
                    && self.is_help(sentence, path[found.at].chunk) =>
            {
                Some(speaker)
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
            // "A treaty should be negotiated": by all.
            (Acting::Home, Actor::Nobody)
                if &*rule.relation == "partyTo"
                    && sentence.chunk(path[found.at].chunk).verb.is_some_and(|v| v.force == Force::Obligation) =>
            {
                None
            }
            (Acting::Implicit, Actor::Nobody) if rule.relation.starts_with("has") && self.opens_elsewhere(sentence) => {
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

    /// "Norlandia is a member of the Committee for Wrecks": a State neither is a member of a body of its own nor has its chair.
    fn is_entered(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        let verb = path[found.at..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        let subject = verb.and_then(|v| sentence.clause.subject[v.chunk as usize]);
        let state = subject.and_then(|s| sentence.mention_of(s)).is_some_and(|m| m.thing == sentence.speaker);
        let national = (mention.first..mention.last).any(|t| self.lexicon.is(sentence.words[t as usize], "national"));
        state
            && !national
            && ["memberOf", "chairs"].iter().any(|relation| self.ontology.is_narrower(&rule.relation, relation))
            && mention.strength == Strength::Named
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
            // "The law on drift nets entered into force", "the drift net act provides for"
            let told = || {
                let behind = sentence.words[c.head as usize + 1..c.last as usize].iter();
                &*rule.relation == "hasLaw"
                    && self
                        .lexicon
                        .is_one_of(verb, &["enter", "come", "take", "receive", "provide", "criminalize", "establish"])
                    && (c.first + 1 < c.head || behind.into_iter().any(|w| self.lexicon.is(*w, "on")))
            };
            // "Anti-spam legislation came into force"
            let bare = c.determiner == Determiner::Bare && c.first < c.head && told();
            let one =
                c.determiner == Determiner::Indefinite || (body || told()) && c.determiner == Determiner::Definite;
            (one || bare) && !c.is_plural
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
        let within = self.lexicon.is(path[at].word, "within");
        let placed = within || self.lexicon.is_one_of(path[at].word, &["at", "during"]);
        let noun = path.get(at + 1).filter(|s| placed && s.kind == StepKind::Noun);
        let Some(noun) = noun.filter(|s| self.owner_of(sentence, s.chunk) != Some(Actor::Speaker)) else {
            return false;
        };
        let looks_on = ["look", "hope", "expect", "note", "refer", "await"];
        let verb = path[at + 1..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        let greets =
            verb.is_some_and(|v| self.rules.greetings.contains(&v.lemma) || self.lexicon.is_one_of(v.lemma, &looks_on));
        if within {
            let backs = |v: &Step| {
                self.rules.credits.contains(&v.lemma)
                    || self.lexicon.is_one_of(v.lemma, &["support", "note", "welcome"])
            };
            return verb.is_some_and(backs);
        }
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
        let is_subject = verb.is_some_and(|s| {
            // "To sign the treaty will be hard"
            let above = sentence.clause.parent[s.chunk as usize].map(|(v, _)| v).filter(|_| s.chunk == 0);
            let alone = above.is_some_and(|v| {
                let group = sentence.chunk(v).verb;
                group.is_some_and(|g| is_finite(g.form)) && sentence.clause.subject[v as usize].is_none()
            });
            alone || sentence.clause.subject.contains(&Some(s.chunk))
        });
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
}
