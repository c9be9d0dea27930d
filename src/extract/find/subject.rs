//! Whose a link is: whether a rule holds for a mention, and who then stands in its relation to it.

use crate::clause::path::{Step, StepKind, agent};
use crate::clause::{ChunkKind, Determiner, Force, VerbForm};
use crate::extract::actor::Actor;
use crate::extract::quantity::amount;
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::mention::{Mention, Strength};
use crate::rule::pattern::{Family, admits};
use crate::rule::{Acting, Naming, Rule};

use super::Candidate;

impl Extractor {
    /// The subjects of the link that `rule` asks for, or `None` where it does not hold.
    pub(super) fn subjects(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        reading: &Reading,
    ) -> Option<Vec<u32>> {
        if !self.holds(sentence, candidate) {
            return None;
        }
        let Candidate { mention, path, found, rule } = candidate;
        if rule.ours {
            return self.befallen(sentence, path[found.at].chunk, reading);
        }
        let actor = self.acting(sentence, candidate, reading);
        let actor = self.of_its_own(mention, rule, actor, reading);
        if rule.acting == Acting::Anyone && self.is_anothers(sentence, candidate, &actor) {
            return None;
        }
        let speaker = vec![sentence.speaker];
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

    /// Whether the mention is what the rule asks for, and the path lets the rule through.
    fn holds(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        let named = match rule.naming {
            Naming::Any => true,
            Naming::Named => mention.strength != Strength::Described,
            Naming::Described => mention.strength == Strength::Described,
        };
        let between = &path[..found.between];
        rule.object & mention.class != 0
            && named
            && admits(rule.through, between, found.pattern, self.known.of, &self.known.places)
            && (!rule.obliged || self.is_obliged(sentence, path, found.at))
            && (!rule.undone || !is_done(sentence, path[found.at].chunk))
            && (!rule.money || self.speaks_of_money(sentence))
    }

    /// Who acts, by the kind of the pattern.
    fn acting(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, reading: &Reading) -> Actor {
        let Candidate { path, found, rule, .. } = candidate;
        match found.pattern.family {
            Family::Noun if self.is_removed(sentence, path, found.at, rule) => Actor::Other,
            Family::Noun => self.bearer(sentence, path, found.at, reading),
            Family::Agent | Family::Predicate => Actor::Other,
            Family::Adjective => self.described_actor(sentence, path, found.at, reading),
            Family::Preposition
                if &*rule.relation == "cooperatesWith" && self.hangs_on_other(sentence, path, found.at) =>
            {
                Actor::Other
            }
            Family::Verb | Family::Preposition => self.actor_above(sentence, path, found.at, reading),
        }
    }

    fn is_obliged(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let chunk = sentence.chunk(path[at].chunk);
        let forced = chunk.verb.is_some_and(|v| v.force == Force::Obligation);
        let next = sentence.clause.chunks.get(path[at].chunk as usize + 1).and_then(|c| c.verb);
        let to_do = next.is_some_and(|v| v.form == VerbForm::Infinitive);
        forced || self.known.needs[0] == chunk.lemma || (to_do && self.known.needs.contains(&chunk.lemma))
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

    /// "our praise of her work as chair of": between the office and the verb stands what another noun says.
    fn is_removed(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, rule: &Rule) -> bool {
        let office =
            ["chairs", "memberOf", "hosts", "partyTo"].iter().any(|r| self.ontology.is_narrower(&rule.relation, r));
        let mut above = path[at + 1..].iter().take_while(|s| !matches!(s.kind, StepKind::Verb | StepKind::SubjectOf));
        let owned = self.owner_of(sentence, path[at].chunk).is_some();
        office && !owned && above.any(|s| s.kind == StepKind::Noun && !s.is_named && !self.lexicon.is(s.word, "one"))
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
    fn is_anothers(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, actor: &Actor) -> bool {
        let Candidate { path, found, .. } = candidate;
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
}

/// Whether the words of verb group `verb` themselves say that it has happened.
fn is_done(sentence: &Analysed<'_>, verb: u32) -> bool {
    sentence.chunk(verb).verb.is_some_and(|v| {
        v.force == Force::Plain
            && !v.is_negated
            && matches!(v.form, VerbForm::Past | VerbForm::Perfect | VerbForm::Participle)
    })
}
