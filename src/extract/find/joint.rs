//! Who acts together with who acts: "together with X and Y, we signed"; and what all should do, which nobody has done.

use crate::clause::path::{StepKind, agent};
use crate::clause::{ChunkKind, Role};
use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::gazetteer::Form;
use crate::link::Modality;
use crate::mention::{Mention, Strength};
use crate::rule::pattern::Family;
use crate::token::Kind;

use super::Candidate;

/// What two States hold or make together: who shares it works with the other.
const SHARED: [&str; 20] = [
    "dialogue",
    "consultation",
    "commission",
    "committee",
    "group",
    "agreement",
    "treaty",
    "summit",
    "forum",
    "council",
    "partnership",
    "cooperation",
    "memorandum",
    "meeting",
    "exercise",
    "project",
    "programme",
    "initiative",
    "conference",
    "workshop",
];

impl Extractor {
    /// "the Norlandia-Westmark Harbour Dialogue": the two whose it is work together, whoever speaks of it.
    pub(super) fn pairs(&self, sentence: &Analysed<'_>, reading: &mut Reading) {
        for other in sentence.mentions.iter().filter(|m| m.class & self.known.state != 0 && m.form == Form::Name) {
            let Some(one) = self.before_hyphen(sentence, other, reading).filter(|&one| one != other.thing) else {
                continue;
            };
            let phrase = sentence.clause.chunks.iter().find(|c| c.first < other.first && other.last < c.last);
            let Some(phrase) = phrase.filter(|c| self.lexicon.is_one_of(c.lemma, &SHARED)) else { continue };
            let words = &sentence.words[phrase.first as usize..phrase.last as usize];
            if words.iter().any(|w| self.lexicon.is_one_of(*w, &["armistice", "boundary", "border", "peace"])) {
                continue;
            }
            let (subject, object) =
                if other.thing == sentence.speaker { (other.thing, one) } else { (one, other.thing) };
            let draft = sentence.draft(other, subject, "cooperatesWith".into(), "pair".into());
            reading.drafts.push(Draft { object, modality: Modality::Done, weight: Weight::Fallback, ..draft });
        }
    }

    /// "Norlandia-Westmark": the State before the hyphen.
    fn before_hyphen(&self, sentence: &Analysed<'_>, other: &Mention, reading: &mut Reading) -> Option<u32> {
        let at = (other.first as usize).checked_sub(1).filter(|_| sentence.tokens[other.first as usize].is_joined)?;
        if let Some(named) = sentence.mentions.iter().find(|m| m.last == other.first) {
            return (named.class & self.known.state != 0).then_some(named.thing);
        }
        let hit = self.gazetteer.longest(sentence.text, &sentence.tokens[..=at], at, false)?;
        let state = &*self.entities.all()[hit.entity as usize].class == "State" && hit.form == Form::Name;
        state.then(|| reading.things.seed(hit.entity, &self.entities, &self.ontology))
    }

    /// "the Union-Norlandia harbour exercise": whether a body is told with a State by a hyphen, before the noun of what is of both.
    pub(super) fn is_half_of_pair(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let next = mention.last as usize;
        let body = mention.class & self.known.organisation != 0;
        let joined = body && sentence.tokens.get(next).is_some_and(|t| t.is_joined);
        joined
            && sentence.mentions.iter().any(|m| {
                let noun = sentence.tokens.get(m.last as usize);
                m.first == mention.last
                    && m.class & self.known.state != 0
                    && noun.is_some_and(|t| t.kind == Kind::Word && !t.is_capitalised())
            })
    }

    /// "the Union-Norlandia Dialogue", said by Norlandia: it takes part in what is named after it and another.
    pub(super) fn of_own_pair(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) -> bool {
        let joined = |at: u32| sentence.tokens.get(at as usize).is_some_and(|t| t.is_joined);
        let own = |m: &Mention| {
            let within = m.first >= mention.first && m.last < mention.last && m.thing == sentence.speaker;
            within && (m.first > mention.first && joined(m.first) || joined(m.last))
        };
        let is_event = mention.class & self.known.event & !self.known.incident != 0;
        let paired = is_event && mention.strength == Strength::Named && sentence.mentions.iter().any(own);
        if paired {
            let modality = self.of_class(sentence, mention, reading);
            let draft = sentence.draft(mention, sentence.speaker, "participatesIn".into(), "own-pair".into());
            reading.drafts.push(Draft { modality, weight: Weight::Soft, ..draft });
        }
        paired
    }

    /// "Together with X and Y, we signed": who acts, with those who do the same.
    pub(super) fn joined(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, mut actors: Vec<u32>) -> Vec<u32> {
        let Candidate { mention, path, found, rule } = candidate;
        // "Norlandia and Westmark are members of"
        let said = path.get(found.at + 1).filter(|s| s.kind == StepKind::Verb && self.rules.being.contains(&s.lemma));
        let owns = mention.is_owned || ["hasStrategy", "hasLaw"].contains(&&*rule.relation);
        if found.pattern.family == Family::Noun
            && self.lexicon.is_one_of(path[found.at].lemma, &["cochair", "co-chair"])
        {
            actors.extend(self.with_office(sentence, path[found.at].chunk, mention));
        }
        let verb = match found.pattern.family {
            // "Norlandia and Westmark worked with Eastmark": what a list with the speaker in it does, each does.
            Family::Verb if rule.third || !rule.is_soft && !owns => path[found.at].chunk,
            Family::Noun if rule.third && said.is_some() => path[found.at + 1].chunk,
            _ => return actors,
        };
        if actors.contains(&sentence.speaker) {
            let with = self.beside_speaker(sentence, verb);
            actors.extend(with.into_iter().filter(|s| *s != mention.thing && *s != sentence.speaker));
        }
        if !rule.third {
            return actors;
        }
        let clause = &sentence.clause;
        let lemma = sentence.chunk(verb).lemma;
        // "signed by Norlandia along with Westmark"
        let acting = agent(clause, verb, self.known.by).or(clause.subject[verb as usize]);
        let joint = self.lexicon.is_one_of(lemma, &["cohost", "cochair", "colead"]);
        for (chunk, parent) in clause.parent.iter().enumerate() {
            let Some((preposition, _)) = *parent else { continue };
            let word = sentence.chunk(preposition).word;
            // "With Westmark, we signed"; "Like Westmark, we are members of"
            let opens = preposition == 0;
            let joint = joint || opens && found.at == 0;
            let like = opens && self.lexicon.is(word, "like");
            let beside = (self.known.beside.contains(&word) || like || joint && self.lexicon.is(word, "with"))
                && clause.parent[preposition as usize].is_some_and(|(p, _)| p == verb || Some(p) == acting);
            let state = sentence.mention_of(chunk as u32).filter(|m| beside && m.class & self.known.state != 0);
            if let Some(state) = state.filter(|m| m.form != Form::Capital && m.thing != mention.thing) {
                actors.push(state.thing);
            }
        }
        actors
    }

    /// "as co-chair | with Westmark | of the Forum": who has the office too.
    fn with_office(&self, sentence: &Analysed<'_>, office: u32, of: &Mention) -> Option<u32> {
        let parents = &sentence.clause.parent;
        let with = (office + 1..parents.len() as u32).find(|&p| {
            parents[p as usize].is_some_and(|(above, _)| above == office)
                && self.lexicon.is(sentence.chunk(p).word, "with")
        })?;
        let state = sentence.mention_of(with + 1).filter(|m| m.class & self.known.state != 0)?;
        (state.thing != of.thing && state.thing != sentence.speaker).then_some(state.thing)
    }

    /// "Norlandia and Westmark signed": the States that stand in one list with the speaker, who acts in verb group `verb`.
    fn beside_speaker(&self, sentence: &Analysed<'_>, verb: u32) -> Vec<u32> {
        let clause = &sentence.clause;
        let passive = sentence.chunk(verb).verb.is_some_and(|v| v.is_passive);
        let by = agent(clause, verb, self.known.by).filter(|_| passive);
        let acting = by.or(clause.subject[verb as usize]);
        let Some(place) = acting.and_then(|a| clause.parent[a as usize]) else { return Vec::new() };
        if place.1 != Role::Subject && !passive {
            return Vec::new();
        }
        let members = clause.parent.iter().enumerate().filter(|(_, p)| **p == Some(place)).map(|(i, _)| i as u32);
        let state = |&i: &u32| sentence.mention_of(i).is_some_and(|m| m.class & self.known.state != 0);
        let named: Vec<u32> = members.filter(state).collect();
        // "in Westmark and Eastmark, Norlandia": the list had ended.
        let before = |i: u32| i.checked_sub(1).map(|b| sentence.chunk(b).kind);
        let ended = named.split_last().is_some_and(|(&last, rest)| {
            before(last) == Some(ChunkKind::Comma) && rest.iter().any(|&i| before(i) == Some(ChunkKind::Coordinator))
        });
        let named = named.into_iter().filter_map(|i| sentence.mention_of(i)).filter(|m| m.form != Form::Capital);
        let states: Vec<u32> = named.map(|m| m.thing).collect();
        if states.contains(&sentence.speaker) && !ended { states } else { Vec::new() }
    }

    /// "We must convene a conference", "need to conclude the convention", "one step could be to set up a team": what is only
    /// wished for is no deed of the State that says so.
    pub(super) fn is_wish_of_all(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, reading: &Reading) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        let own = mention.strength == Strength::Described && rule.relation.starts_with("has") && !mention.is_owned;
        let lemma = path[found.at].lemma;
        // Not "we look forward to welcoming you to".
        let convened = &*rule.relation == "hosts" && self.lexicon.is_one_of(lemma, &["convene", "hold", "organize"]);
        let concluded = &*rule.relation == "partyTo" && self.lexicon.is(lemma, "conclude");
        let verb = path[found.at].chunk;
        let unbound = own
            && !reading.is_domestic
            && sentence.chunk(verb).verb.is_some()
            && self.subject_of(sentence, verb, reading) != Actor::Speaker;
        let of_all = &*rule.relation == "foundingMemberOf" || convened || own;
        // "We appeal for contributions to the fund": of others.
        let asked = !rule.is_soft
            && found.pattern.family == Family::Noun
            && path.get(found.at + 1).is_some_and(|s| self.lexicon.is(s.word, "for"))
            && path.get(found.at + 2).is_some_and(|s| self.lexicon.is_one_of(s.lemma, &["appeal", "call"]));
        asked || concluded || unbound || of_all && sentence.words.iter().any(|w| self.lexicon.is(*w, "we"))
    }
}
