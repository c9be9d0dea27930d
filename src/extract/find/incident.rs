//! Wars, attacks and disasters: the State that they befall, the one that does them, and what another says of them.

use crate::clause::Force;
use crate::entity::EntityId;
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::gazetteer::{Form, Hit};
use crate::lexicon::Word;
use crate::link::Modality;
use crate::mention::{Mention, Strength};
use crate::token::Caps;

/// Nouns of what befalls the people whose name stands before them.
const CRISES: [&str; 8] = ["crisis", "conflict", "tragedy", "genocide", "earthquake", "famine", "drought", "emergency"];

impl Extractor {
    /// "the Black Tide malware": a noun that says what bears the name before it.
    pub(super) fn is_malware(&self, mention: &Mention, noun: Word) -> bool {
        let malware = ["malware", "ransomware", "worm", "virus"];
        mention.class & self.known.incident != 0 && self.lexicon.is_one_of(noun, &malware)
    }

    /// An incident befalls the State in which it is; another State that speaks of it mentions it, or blames it where
    /// its very name blames: "aggression". True where the incident has been dealt with.
    pub(super) fn incident(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        spoken: bool,
        reading: &mut Reading,
    ) -> bool {
        if mention.class & self.known.incident == 0 {
            return false;
        }
        if mention.strength == Strength::Described {
            let struck = self.is_attack_at_home(sentence, mention, reading);
            if struck {
                let draft = sentence.draft(mention, sentence.speaker, "affectedBy".into(), "attacked".into());
                reading.drafts.push(Draft { modality: Modality::Done, weight: Weight::Soft, ..draft });
            }
            return struck;
        }
        let state = self.befalls(sentence, mention, reading);
        let held = self.of_class(sentence, mention, reading);
        let struck = |at: &Self| {
            at.is_disaster_at_home(sentence, mention, reading) || at.is_attack_at_home(sentence, mention, reading)
        };
        let home = state.is_none() && struck(self);
        let mut tell = |subject: u32, relation: &str, modality: Modality, weight: Weight| {
            let draft = sentence.draft(mention, subject, relation.into(), "incident".into());
            reading.drafts.push(Draft { modality, weight, ..draft });
        };
        if state == Some(sentence.speaker) {
            return true;
        }
        // "the Norlandian attack on the port"
        let doer = |m: &Mention| m.first >= mention.first && m.last <= mention.last && m.form == Form::Demonym;
        let told = sentence.mentions.iter().any(|m| m.class & self.known.state != 0 && doer(m));
        // "the war in Norlandia" says of nobody that he wages it, nor does "the attacks of 2015".
        let blames = |t: u32| {
            let word = self.lexicon.lemma(sentence.words[t as usize]);
            let within = sentence.words.get(t as usize + 1).is_some_and(|w| self.lexicon.is(*w, "in"));
            let waged = !self.lexicon.is_one_of(word, &["war", "attack"]) || state.is_some() && !within || told;
            self.rules.perpetrated.contains(&word) && waged
        };
        let blamed = (mention.first..mention.last).any(blames) || self.is_to_stop(sentence, mention);
        if spoken && !blamed {
            return true;
        }
        if home {
            tell(sentence.speaker, "affectedBy", Modality::Done, Weight::Soft);
            return true;
        }
        if blamed {
            tell(sentence.speaker, "criticises", Modality::Ongoing, Weight::Soft);
        } else if state.is_some() {
            tell(sentence.speaker, "mentions", held, Weight::Fallback);
        }
        state.is_some()
    }

    /// "The expansion of the settlements must stop", "the violence should end": whoever says so is against it.
    fn is_to_stop(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let clause = &sentence.clause;
        let Some(chunk) = sentence.chunk_of(mention) else { return false };
        let of = clause.parent[chunk as usize].map(|(p, _)| p).filter(|&p| sentence.chunk(p).word == self.known.of);
        let whole = of.and_then(|of| clause.parent[of as usize]).map(|(noun, _)| noun);
        let subject = |v: usize| clause.subject[v].is_some_and(|s| s == chunk || Some(s) == whole);
        (0..clause.chunks.len()).any(|v| {
            let due = clause.chunks[v].verb.is_some_and(|g| g.force == Force::Obligation && !g.is_negated);
            due && subject(v) && self.lexicon.is_one_of(clause.chunks[v].lemma, &["stop", "end", "cease", "halt"])
        })
    }

    /// What a named incident tells whatever is said of it: who did it, and whom it struck.
    pub(super) fn told_by_incident(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) {
        if mention.class & self.known.incident != 0 && mention.strength != Strength::Described {
            self.blame_doers(sentence, mention, reading);
            self.blame_leader(sentence, mention, reading);
            self.condoled(sentence, mention, reading);
        }
    }

    /// "the blockade imposed by Westmark on the isles": the name itself says who did it.
    fn blame_doers(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) {
        // "the crisis faced by the Government" is not its deed.
        let borne =
            |t: u32| self.lexicon.is_one_of(sentence.words[t as usize - 1], &["faced", "suffered", "experienced"]);
        let by =
            (mention.first + 1..mention.last - 1).filter(|&t| sentence.words[t as usize] == self.known.by && !borne(t));
        for by in by.collect::<Vec<_>>() {
            // "by the Government of the Kingdom"
            let led =
                |t: &usize| self.lexicon.is_one_of(sentence.words[*t], &["the", "government", "authorities", "of"]);
            let at = (by as usize + 1..mention.last as usize).find(|t| !led(t)).unwrap_or(by as usize + 1);
            let hit = self.gazetteer.longest(sentence.text, sentence.tokens, at, false);
            let state = hit.map(|hit| &self.entities.all()[hit.entity as usize]).filter(|e| &*e.class == "State");
            let state = state.and_then(|e| reading.things.seed_by_id(&e.id, &self.entities, &self.ontology));
            if let Some(state) = state.filter(|&s| s != sentence.speaker) {
                let draft = sentence.draft(mention, sentence.speaker, "criticises".into(), "perpetrator".into());
                reading.drafts.push(Draft { object: state, weight: Weight::Soft, ..draft });
            }
        }
    }

    /// An incident befalls the State in which it is, whoever speaks of it: that State.
    pub(super) fn befalls(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) -> Option<u32> {
        if mention.class & self.known.incident == 0 || mention.strength == Strength::Described {
            return None;
        }
        let state = self.state_of(sentence, mention, reading).filter(|&s| !self.is_its_deed(sentence, mention, s))?;
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

    /// "Norlandia's aggression against the isles", "the sanctions of Norlandia": who does it suffers nothing.
    pub(super) fn is_its_deed(&self, sentence: &Analysed<'_>, mention: &Mention, state: u32) -> bool {
        let deeds = [
            "measure",
            "sanction",
            "aggression",
            "crime",
            "atrocity",
            "attack",
            "violation",
            "activity",
            "policy",
            "practice",
            "incursion",
            "provocation",
            "offensive",
            "raid",
        ];
        let is_deed = |t: u32| self.lexicon.is_one_of(self.lexicon.lemma(sentence.words[t as usize]), &deeds);
        let genitive = sentence.chunk_of(mention).and_then(|c| c.checked_sub(1));
        let genitive = genitive.filter(|&c| sentence.chunk(c).is_genitive).and_then(|c| sentence.mention_of(c));
        let of = |m: &Mention| {
            let within = m.first > mention.first && m.last <= mention.last && m.thing == state;
            let before = &sentence.words[mention.first as usize..m.first.max(mention.first) as usize];
            within
                && before.contains(&self.known.of)
                && !before.iter().any(|w| *w != self.known.of && self.known.against.contains(w))
        };
        // "the blockade of Westmark against the isles"
        let turned =
            |m: &Mention| of(m) && sentence.words.get(m.last as usize).is_some_and(|w| self.known.against.contains(w));
        // "the Westmarkian bombardment of the port"
        let strikes = [
            "bombardment",
            "shelling",
            "aggression",
            "invasion",
            "attack",
            "raid",
            "strike",
            "airstrike",
            "incursion",
            "offensive",
            "provocation",
            "bombing",
        ];
        let people = |m: &Mention| {
            let within =
                m.first >= mention.first && m.last < mention.last && m.thing == state && m.form == Form::Demonym;
            let deed = (m.last..(m.last + 3).min(mention.last)).map(|t| self.lexicon.lemma(sentence.words[t as usize]));
            within && deed.into_iter().any(|w| self.lexicon.is_one_of(w, &strikes))
        };
        if sentence.mentions.iter().any(people)
            || sentence.mentions.iter().any(turned)
            || self.is_its_doing(sentence, mention, state)
        {
            return true;
        }
        (mention.first..mention.last).any(is_deed)
            && (genitive.is_some_and(|m| m.thing == state) || sentence.mentions.iter().any(of))
    }

    /// "Westmark launched the aggression against the isles": whoever begins it suffers nothing.
    fn is_its_doing(&self, sentence: &Analysed<'_>, mention: &Mention, state: u32) -> bool {
        let begins =
            ["launch", "unleash", "commit", "wage", "start", "perpetrate", "initiate", "mount", "stage", "provoke"];
        let chunk = sentence.chunk_of(mention);
        let verb = chunk.and_then(|c| sentence.clause.parent[c as usize]).map(|(v, _)| v);
        let verb = verb.filter(|&v| self.lexicon.is_one_of(sentence.chunk(v).lemma, &begins));
        let active = verb.filter(|&v| sentence.chunk(v).verb.is_some_and(|g| !g.is_passive));
        let subject = active.and_then(|v| sentence.clause.subject[v as usize]);
        subject.and_then(|s| sentence.mention_of(s)).is_some_and(|m| m.thing == state)
    }

    /// The State that an incident befalls: the owner of a discovered one; of a seed, the State that its words name
    /// last after a preposition ("war against Norlandia"), or the one whose crisis it is ("the Norlandian crisis").
    pub(super) fn state_of(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) -> Option<u32> {
        let owner = reading.things.get(mention.thing).of_state.clone();
        let leads = owner.as_ref().is_some_and(|owner| self.leads(sentence, mention, owner));
        if let Some(owner) = owner.as_ref().filter(|_| !leads) {
            return reading.things.seed_by_id(owner, &self.entities, &self.ontology);
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
            None => owner.as_ref().or_else(|| self.stricken(sentence, mention)),
        };
        reading.things.seed_by_id(land?, &self.entities, &self.ontology)
    }

    /// "the Norlandian sanctions against Westmark": whether the State `owner` opens the name of what is done to somebody.
    fn leads(&self, sentence: &Analysed<'_>, mention: &Mention, owner: &EntityId) -> bool {
        let the = self.lexicon.is(sentence.words[mention.first as usize], "the");
        let first = mention.first as usize + usize::from(the);
        let hit = self.gazetteer.longest(sentence.text, sentence.tokens, first, false);
        let opens = hit.is_some_and(|hit| &self.entities.all()[hit.entity as usize].id == owner);
        let inflicted = |w: &Word| {
            let deeds = ["sanction", "embargo", "blockade", "aggression", "measure"];
            self.lexicon.is_one_of(self.lexicon.lemma(*w), &deeds)
        };
        opens && sentence.words[mention.first as usize..mention.last as usize].iter().any(inflicted)
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

    /// The State that a name names, in which the place lies that it names, or whose body it is.
    fn land(&self, hit: &Hit) -> Option<&EntityId> {
        let entity = &self.entities.all()[hit.entity as usize];
        if &*entity.class == "State" { Some(&entity.id) } else { entity.in_state.as_ref().or(entity.of_state.as_ref()) }
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
