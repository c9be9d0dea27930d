//! Whom an incident befalls, and who is blamed for it: the place that its name tells, the people whose name stands before it.

use crate::entity::EntityId;
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::gazetteer::{Form, Hit};
use crate::lexicon::Word;
use crate::mention::{Mention, Strength};
use crate::token::Caps;

/// Nouns of what befalls the people whose name stands before them.
const CRISES: [&str; 8] = ["crisis", "conflict", "tragedy", "genocide", "earthquake", "famine", "drought", "emergency"];

impl Extractor {
    /// An incident befalls the State in which it is, whoever speaks of it: that State.
    pub(super) fn befalls(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) -> Option<u32> {
        if mention.class & self.known.incident == 0 || mention.strength == Strength::Described {
            return None;
        }
        // "the sanctions of Westmark": whose they are imposes them.
        let imposed = ["sanctions", "sanction", "attacks", "attack", "aggression", "offensive", "raids", "measures"];
        let of = (mention.first..mention.last).find(|&t| sentence.words[t as usize] == self.known.of);
        let by_owner = of.and_then(|t| t.checked_sub(1)).is_some_and(|t| {
            self.lexicon.is_one_of(sentence.words[t as usize], &imposed)
                && !self.is_struck_by_words(sentence, mention, t)
        });
        if by_owner {
            return None;
        }
        let state = self.state_of(sentence, mention, reading)?;
        if state == sentence.speaker {
            self.blame_doers(sentence, mention, reading);
        }
        // Nobody suffers a situation, or a dispute of its own.
        let label = &reading.things.get(mention.thing).label;
        // "recent events in Norlandia" may be good ones.
        let neutral = |pair: &[Word]| {
            self.lexicon.is_one_of(pair[0], &["recent", "dramatic"])
                && self.lexicon.is_one_of(pair[1], &["event", "events"])
        };
        let words = &sentence.words[mention.first as usize..mention.last as usize];
        let open = label.starts_with("Event") && words.windows(2).any(neutral);
        if open || label.split(' ').any(|word| word.starts_with("Situation") || word.starts_with("Dispute")) {
            return Some(state);
        }
        let modality = self.of_incident(sentence, mention, reading);
        let draft = sentence.draft(mention, state, "affectedBy".into(), "incident".into());
        reading.drafts.push(Draft { modality, ..draft });
        Some(state)
    }

    /// Whether the name goes on with whom it strikes: "the attacks of the rebels on Norlandia".
    fn is_struck_by_words(&self, sentence: &Analysed<'_>, mention: &Mention, from: u32) -> bool {
        (from + 2..mention.last).any(|t| self.lexicon.is_one_of(sentence.words[t as usize], &["against", "on", "in"]))
    }

    /// "the Westmarkian invasions", told by the State that they struck: whoever did it is blamed.
    fn blame_doers(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) {
        let within = |m: &&Mention| m.first >= mention.first && m.last <= mention.last && m.form == Form::Demonym;
        let deed = |t: u32| self.rules.perpetrated.contains(&self.lexicon.lemma(sentence.words[t as usize]));
        if !(mention.first..mention.last).any(deed) {
            return;
        }
        let doers = sentence
            .mentions
            .iter()
            .filter(within)
            .filter(|m| m.class & self.known.state != 0 && m.thing != sentence.speaker);
        let drafts: Vec<Draft> = doers
            .map(|m| Draft {
                weight: Weight::Soft,
                ..sentence.draft(m, sentence.speaker, "criticises".into(), "perpetrator".into())
            })
            .collect();
        reading.drafts.extend(drafts);
    }

    /// The State that an incident befalls: the owner of a discovered one; of a seed, the State that its words name
    /// last after a preposition ("war against Norlandia"), or the one whose crisis it is ("the Norlandian crisis").
    fn state_of(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) -> Option<u32> {
        if let Some(owner) = reading.things.get(mention.thing).of_state.clone() {
            return reading.things.seed_by_id(&owner, &self.entities, &self.ontology);
        }
        let mut placed = None;
        let mut at = mention.first + 1;
        while at < mention.last {
            let hit = self.gazetteer.longest(sentence.text, sentence.tokens, at as usize, false);
            let land = hit.filter(|hit| self.land(hit).is_some());
            at = land.map_or(at + 1, |hit| hit.last);
            placed = land.filter(|hit| self.is_placed(sentence, mention, hit)).or(placed);
        }
        let land = match placed {
            Some(hit) => self.land(&hit),
            None => self.stricken(sentence, mention),
        };
        reading.things.seed_by_id(land?, &self.entities, &self.ontology)
    }

    /// "conflict in Norlandia", "war against the Republic of Norlandia": a place after a preposition of place.
    fn is_placed(&self, sentence: &Analysed<'_>, mention: &Mention, hit: &Hit) -> bool {
        let first = hit.first as usize;
        let placed = self.known.against.contains(&sentence.words[first - 1])
            || sentence.tokens[first - 1].caps == Caps::Lower
                && first > 1
                && self.known.against.contains(&sentence.words[first - 2]);
        hit.last <= mention.last && hit.form == Form::Name && placed
    }

    /// The State that a name names, or in which the place lies that it names.
    fn land(&self, hit: &Hit) -> Option<&EntityId> {
        let entity = &self.entities.all()[hit.entity as usize];
        if &*entity.class == "State" { Some(&entity.id) } else { entity.in_state.as_ref() }
    }

    /// "the Norlandian crisis": the State whose people's name stands before what befalls them.
    fn stricken(&self, sentence: &Analysed<'_>, mention: &Mention) -> Option<&EntityId> {
        let head = mention.last as usize - 1;
        let (first, tokens) = (mention.first as usize, &sentence.tokens[..head]);
        let written = &sentence.text[sentence.tokens[first].span.range().start..sentence.tokens[head].span.range().end];
        if !self.lexicon.is_one_of(sentence.words[head], &CRISES) || written.contains('-') {
            return None;
        }
        let hits = (first..head).filter_map(|at| self.gazetteer.longest(sentence.text, tokens, at, false));
        let mut lands = hits.filter_map(|hit| self.land(&hit));
        lands.next().filter(|_| lands.next().is_none())
    }
}
