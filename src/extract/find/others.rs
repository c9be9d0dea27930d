//! What is another's: a thing that somebody else has, a stance that another State or a body takes.

use crate::clause::attach::is_finite;
use crate::clause::path::{agent, governing_verb};
use crate::clause::{ChunkKind, Determiner, Force, Role, VerbForm};
use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::gazetteer::Form;
use crate::mention::Mention;
use crate::rule::Rule;
use crate::rule::pattern::{Family, Part};

use super::Candidate;

/// Nouns of what somebody feels or holds.
const ATTITUDES: [&str; 14] = [
    "commitment",
    "attachment",
    "devotion",
    "dedication",
    "adherence",
    "allegiance",
    "loyalty",
    "confidence",
    "faith",
    "trust",
    "belief",
    "gratitude",
    "appreciation",
    "respect",
];

impl Extractor {
    /// A strategy, law or body can only be that State's own: not one that is known to be of all, or of another.
    pub(super) fn of_its_own(
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

    /// "The Pelagic Union adopted the Concept of Cooperation": what a body of many States adopts is its own.
    pub(super) fn is_bodys_making(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let chunk = sentence.chunk_of(mention).filter(|&c| sentence.chunk(c).determiner != Determiner::First);
        let Some((verb, Role::Object)) = chunk.and_then(|c| sentence.clause.parent[c as usize]) else { return false };
        let made = [
            "adopt",
            "approve",
            "endorse",
            "launch",
            "develop",
            "formulate",
            "draft",
            "elaborate",
            "enact",
            "pass",
            "promulgate",
        ];
        let maker = sentence.clause.subject[verb as usize].and_then(|m| sentence.mention_of(m));
        self.lexicon.is_one_of(sentence.chunk(verb).lemma, &made)
            && maker.is_some_and(|m| {
                // So is what another State does.
                let another = m.class & self.known.state != 0 && m.thing != sentence.speaker && m.form == Form::Name;
                another || self.is_common_body(m, reading)
            })
    }

    /// "the creation within the Union of a working group": what has its place in a body of several States is none of the speaker's.
    pub(super) fn is_housed_by_body(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        reading: &Reading,
    ) -> bool {
        let Candidate { mention, path, found, .. } = candidate;
        let made = [Some(path[found.at].chunk), sentence.chunk_of(mention)];
        let within = |&p: &usize| {
            let joint = sentence.chunk(p as u32);
            let on = sentence.clause.parent[p].map(|(above, _)| above);
            self.lexicon.is_one_of(joint.word, &["within", "in"]) && on.is_some() && made.contains(&on)
        };
        found.pattern.family == Family::Noun
            && (0..sentence.clause.chunks.len())
                .filter(within)
                .any(|p| sentence.mention_of(p as u32 + 1).is_some_and(|m| self.is_common_body(m, reading)))
    }

    /// "In Westmark, we welcome the formation of a council": what is told there is of that State.
    pub(super) fn opens_elsewhere(&self, sentence: &Analysed<'_>) -> bool {
        let clause = &sentence.clause;
        let within = clause.chunks.first().is_some_and(|c| self.lexicon.is(c.word, "in"));
        // "In Westmark the programme receives"
        let comma = clause.chunks.get(2).is_some_and(|c| {
            c.kind == ChunkKind::Comma || c.kind == ChunkKind::Noun && c.determiner == Determiner::Definite
        });
        let state = clause.chunks.get(1).and_then(|c| c.mention).filter(|_| within && comma);
        state
            .map(|m| &sentence.mentions[m as usize])
            .is_some_and(|m| m.class & self.known.state != 0 && m.form == Form::Name && m.thing != sentence.speaker)
    }

    /// Whether "in" stands before a mention: "in neighbouring Westmark".
    pub(in crate::extract) fn is_in_before(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let chunk = sentence.chunk_of(mention);
        let above = chunk.and_then(|c| sentence.clause.parent[c as usize]).map(|(above, _)| sentence.chunk(above).word);
        above.is_some_and(|word| self.lexicon.is(word, "in"))
    }

    /// "the President of the Bank": none of the State's.
    pub(in crate::extract) fn is_bodys_office(&self, sentence: &Analysed<'_>, noun: u32, reading: &Reading) -> bool {
        let of = sentence.clause.chunks.get(noun as usize + 1).is_some_and(|c| c.word == self.known.of);
        let whole = sentence.clause.chunks.get(noun as usize + 2).and_then(|c| c.mention).filter(|_| of);
        whole.is_some_and(|m| self.is_common_body(&sentence.mentions[m as usize], reading))
    }

    /// Whether a mention is a body of several States that all know.
    fn is_common_body(&self, mention: &Mention, reading: &Reading) -> bool {
        let common = ["RegionalOrganisation", "IntergovernmentalOrganisation", "Alliance", "UnitedNationsBody"];
        let thing = reading.things.get(mention.thing);
        thing.seed.is_some() && common.iter().any(|c| self.ontology.is_subclass(&thing.class, c))
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

    /// "Those States must show their commitment to the Union": the attitude of whoever acts, who is not the speaker.
    fn is_attitude_of_others(&self, sentence: &Analysed<'_>, noun: u32, reading: &Reading) -> bool {
        let phrase = sentence.chunk(noun);
        if phrase.determiner != Determiner::Third || !self.lexicon.is_one_of(phrase.lemma, &ATTITUDES) {
            return false;
        }
        let verb = governing_verb(&sentence.clause, noun);
        let acts = verb.map(|v| self.grammatical_subject(sentence, v, reading));
        acts.is_some_and(|actor| matches!(actor, Actor::Other | Actor::States(_)))
    }

    /// Whether the verb of a stance has a subject of its own that is another State or a body.
    pub(super) fn is_anothers(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        actor: &Actor,
        reading: &Reading,
    ) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        if found.pattern.family == Family::Noun && self.is_attitude_of_others(sentence, path[found.at].chunk, reading) {
            return true;
        }
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
        // "The actions of Westmark are being supported": by whomever.
        let group = sentence.chunk(verb);
        let mut words = sentence.words[group.first as usize..group.last as usize].iter();
        if passive && rule.is_soft && words.any(|w| self.lexicon.is(*w, "being")) {
            return true;
        }
        if passive && agent(&sentence.clause, verb, self.known.by).is_some() {
            return *actor != Actor::Speaker;
        }
        let subject = sentence.clause.subject[verb as usize].filter(|_| !passive);
        // "The Front has shown its willingness to accept the plan"
        let plan = sentence.clause.parent[verb as usize].map(|(noun, _)| noun).filter(|&noun| {
            let phrase = sentence.chunk(noun);
            let told = self.rules.plans.contains(&phrase.lemma) && !self.rules.deeds.contains(&phrase.lemma)
                || self.lexicon.is_one_of(phrase.lemma, &["readiness", "willingness", "determination", "intention"]);
            phrase.determiner == Determiner::Third && told
        });
        let states = |v: &u32| sentence.chunk(*v).verb.is_some_and(|g| is_finite(g.form) && g.force == Force::Plain);
        let holder = plan.and_then(|noun| governing_verb(&sentence.clause, noun)).filter(states);
        let holds = holder.map(|v| self.grammatical_subject(sentence, v, reading));
        if *actor != Actor::Speaker && holds.is_some_and(|who| matches!(who, Actor::Other | Actor::States(_))) {
            return true;
        }
        // "Westmark, in its positions rejecting the plan"
        let theirs = subject.is_some_and(|s| sentence.chunk(s).determiner == Determiner::Third);
        if theirs && *actor != Actor::Speaker && sentence.chunk(verb).verb.is_some_and(|v| v.form == VerbForm::Gerund) {
            return true;
        }
        let body = subject.and_then(|s| sentence.mention_of(s)).is_some_and(|m| m.class & self.known.organisation != 0);
        let given = found.pattern.rest.contains(&Part::Gap) && *actor == Actor::Other;
        // "He works to reform the Union", "The Secretary-General recommended that it be"
        let asks = matches!(&*rule.relation, "callsFor" | "supports");
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
