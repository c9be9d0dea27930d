//! Whether what a rule takes for blame is one, and of whom: not of a land whose rebels did it, nor of those whom a drought
//! condemned to hunger.

use crate::clause::path::{Step, StepKind};
use crate::clause::{Chunk, ChunkKind, Force, Role, VerbForm};
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::gazetteer::{Form, Hit};
use crate::lexicon::Word;
use crate::mention::{Mention, Strength};
use crate::rule::pattern::Family;
use crate::token::Kind;

use super::Candidate;

/// Those in a land who are not its State.
const REBELS: [&str; 6] = ["rebel", "faction", "insurgent", "warlord", "guerrilla", "dissident"];

/// What somebody is to be kept from.
const HARMS: [&str; 18] = [
    "commit",
    "attack",
    "invade",
    "kill",
    "occupy",
    "bomb",
    "violate",
    "annex",
    "destroy",
    "launch",
    "wage",
    "threaten",
    "acquire",
    "continue",
    "expand",
    "pursue",
    "perpetrate",
    "impose",
];

impl Extractor {
    /// Whether a State, body or thing is blamed; `hollow` where what is said of it is no judgment.
    pub(super) fn is_blame(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, hollow: bool) -> bool {
        let Candidate { mention, path, found, .. } = candidate;
        // "We hold Westmark responsible", not "hold talks with"
        let holds = self.lexicon.is(path[found.at].lemma, "hold") && !self.is_held_to_account(sentence, mention);
        // "The drought has condemned the people to hunger": it is pitied.
        let to = |c: &Chunk| c.kind == ChunkKind::Preposition && self.lexicon.is(c.word, "to");
        let after = sentence.chunk_of(mention).map_or(&[][..], |c| &sentence.clause.chunks[c as usize + 1..]);
        let doomed = self.lexicon.is(path[found.at].lemma, "condemn") && after.first().is_some_and(to);
        // "the rebels of Westmark attacked"
        let rebel = |s: &Step| s.kind == StepKind::Noun && self.lexicon.is_one_of(s.lemma, &REBELS);
        let rebels = mention.class & self.known.state != 0 && path[..found.between].iter().any(rebel);
        // "We reject military force": any, and nobody's.
        let body = mention.class & self.known.organisation != 0 && !mention.is_owned;
        let any = body && mention.strength == Strength::Described;
        // "the raid of Westmark against Eastmark, which we condemn": not the one that was struck
        let above = sentence.chunk_of(mention).and_then(|c| sentence.clause.parent[c as usize]);
        let against = above.is_some_and(|(p, _)| self.lexicon.is(sentence.chunk(p).word, "against"));
        let struck = against && mention.class & self.known.state != 0 && path[..=found.at].len() == 1;
        !(hollow
            || struck
            || doomed
            || holds
            || rebels
            || any
            || self.is_land_of_deed(sentence, candidate)
            || self.is_disowned(sentence, candidate))
    }

    fn is_held_to_account(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let after = &sentence.words[mention.last as usize..];
        let to_blame = ["responsible", "accountable", "liable"];
        after.iter().take(4).any(|w| self.lexicon.is_one_of(*w, &to_blame))
    }

    /// "It is unfair to criticize the Council": who says so does not.
    fn is_disowned(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, .. } = candidate;
        let unfair = ["unfair", "wrong", "unjust", "easy", "fashionable", "inaccurate", "incorrect", "mistaken"];
        let above = path.get(found.at + 1).map(|s| s.word);
        // "It is wrong to say that the Council has failed", "not right to claim"
        let says = |w: &Word| self.lexicon.is_one_of(*w, &["say", "claim", "argue", "suggest", "conclude", "think"]);
        let said = sentence.words[..mention.first as usize].windows(3).any(|w| {
            let denied = self.lexicon.is_one_of(w[0], &["right", "true", "fair", "correct", "accurate"]);
            let not = || sentence.words[..mention.first as usize].iter().any(|w| self.lexicon.is(*w, "not"));
            self.lexicon.is(w[1], "to") && says(&w[2]) && (self.lexicon.is_one_of(w[0], &unfair) || denied && not())
        });
        said || found.pattern.family == Family::Verb
            && sentence.chunk(path[found.at].chunk).verb.is_some_and(|v| v.form == VerbForm::Infinitive)
            && above.is_some_and(|w| self.lexicon.is_one_of(w, &unfair))
    }

    /// Whoever speaks of a deed that is named after who does it blames him.
    pub(super) fn blame_leader(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) {
        let Some(hit) = self.named_doer(sentence, mention) else { return };
        let doer = reading.things.seed(hit.entity, &self.entities, &self.ontology);
        let struck = self.state_of(sentence, mention, reading).filter(|&s| !self.is_its_deed(sentence, mention, s));
        if Some(doer) != struck && doer != sentence.speaker {
            let draft = sentence.draft(mention, sentence.speaker, "criticises".into(), "perpetrator".into());
            reading.drafts.push(Draft { object: doer, weight: Weight::Soft, ..draft });
        }
    }

    /// "the Westmarkian invasion", "Westmark's war against the isles", "the aggression of Westmark": the State whose deed it is by
    /// name. Within the name of a seed no State is a mention of its own, so the gazetteer is asked.
    fn named_doer(&self, sentence: &Analysed<'_>, mention: &Mention) -> Option<Hit> {
        let words = &sentence.words[..mention.last as usize];
        let first = mention.first as usize;
        let lemma = |t: usize| self.lexicon.lemma(words[t]);
        // "the settlement activities of Westmark"
        let settles = |t: usize| {
            t > first
                && self.lexicon.is(lemma(t - 1), "settlement")
                && self.lexicon.is_one_of(lemma(t), &["activity", "policy", "practice"])
        };
        let head = (first..words.len()).rfind(|&t| self.rules.perpetrated.contains(&lemma(t)) || settles(t))?;
        let state = |at: usize, end: usize| {
            let hit = self.gazetteer.longest(sentence.text, &sentence.tokens[..end], at, false)?;
            let joined = |t: usize| sentence.tokens.get(t).is_some_and(|t| t.is_joined);
            let state = &*self.entities.all()[hit.entity as usize].class == "State";
            (state && !joined(at) && !joined(hit.last as usize)).then_some(hit)
        };
        let aggression = |t: usize| self.lexicon.is(words[t], "aggression");
        // "the Westmarkian war" may be one that it suffers.
        let wages = !self.lexicon.is(lemma(head), "war") || (head..words.len()).any(aggression);
        let before = (first..head).find_map(|at| state(at, head)).filter(|hit| match hit.form {
            Form::Demonym => wages,
            Form::Name => sentence.tokens[hit.last as usize].kind == Kind::Genitive,
            _ => false,
        });
        before.or_else(|| {
            let the = words.get(head + 2).is_some_and(|w| self.lexicon.is(*w, "the"));
            let behind = head + 2 + usize::from(the);
            let of = words.get(head + 1) == Some(&self.known.of) && behind < words.len();
            let hit = of.then(|| state(behind, words.len()))??;
            let turned = words.get(hit.last as usize).is_some_and(|w| self.known.against.contains(w));
            (aggression(head) || settles(head) || turned).then_some(hit)
        })
    }

    /// "to stop Westmark from attacking": who must be kept from doing harm is blamed for it.
    pub(super) fn is_kept_from_harm(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let clause = &sentence.clause;
        let kept = clause.parent[chunk as usize].is_some_and(|(verb, role)| {
            let keeps = ["prevent", "stop", "deter", "restrain", "dissuade"];
            let phrase = sentence.chunk(verb);
            // "the talks stopped Westmark from attacking" tells what came about.
            let due = phrase.verb.is_some_and(|v| v.form == VerbForm::Infinitive || v.force == Force::Obligation);
            role == Role::Object && due && self.lexicon.is_one_of(phrase.lemma, &keeps)
        });
        let next = |n: u32| clause.chunks.get((chunk + n) as usize);
        let from = next(1).is_some_and(|c| c.kind == ChunkKind::Preposition && self.lexicon.is(c.word, "from"));
        kept && from && next(2).is_some_and(|c| c.verb.is_some() && self.lexicon.is_one_of(c.lemma, &HARMS))
    }

    /// "Regrettably, the Union has": who speaks so praises nothing.
    pub(super) fn is_lamented(&self, sentence: &Analysed<'_>) -> bool {
        let sad = ["regrettably", "unfortunately", "sadly"];
        sentence.words.iter().any(|w| self.lexicon.is_one_of(*w, &sad))
    }
}
