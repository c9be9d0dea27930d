//! What is done to somebody, where the clause tells to whom: "Norlandia suffered a cyberattack in May 2015", "the website of the
//! Parliament was subjected to an attack", "an outage struck our bank". The clause gives its name the time, or the one it struck.

use std::ops::Range;

use crate::clause::{Chunk, ChunkKind, Determiner, Force, VerbForm};
use crate::entity::EntityId;
use crate::gazetteer::Form;
use crate::lexicon::{Classes, MONTHS};
use crate::mention::{Mention, Strength};
use crate::token::Kind;

use super::{Found, Sight};

/// Verbs of those to whom something is done.
const SUFFERS: [&str; 7] = ["suffer", "experience", "undergo", "endure", "sustain", "withstand", "encounter"];

/// Verbs of what it does, and of those to whom it is done in the passive voice.
const STRIKES: [&str; 16] = [
    "hit",
    "strike",
    "target",
    "affect",
    "paralyse",
    "cripple",
    "disrupt",
    "shake",
    "interrupt",
    "compromise",
    "infect",
    "halt",
    "impair",
    "damage",
    "destroy",
    "devastate",
];

/// Verbs of those who do it: "was launched against".
const DOES: [&str; 9] = ["perpetrate", "launch", "direct", "carry", "commit", "mount", "conduct", "execute", "stage"];

/// Nouns of what befalls a whole land.
const NATURAL: [&str; 12] = [
    "earthquake",
    "hurricane",
    "cyclone",
    "typhoon",
    "tsunami",
    "famine",
    "drought",
    "flood",
    "epidemic",
    "outbreak",
    "crisis",
    "conflict",
];

/// "was the target of", "fell victim to"
const VICTIMS: [&str; 6] = ["target", "victim", "object", "subject", "prey", "scene"];

/// Words before a year.
const BEFORE_YEARS: [&str; 8] = ["in", "of", "spring", "summer", "autumn", "winter", "early", "late"];

impl Sight<'_> {
    /// What the clause says was done to a State or to something of it.
    pub(super) fn suffered(&self, first: u32) -> Option<Found> {
        let chunk = self.chunk();
        let victim = self.victim_before().or_else(|| self.victim_behind())?;
        let time = self.time_told();
        // "The attack struck our port": the one that was spoken of.
        if chunk.determiner == Determiner::Definite && first == chunk.head {
            return None;
        }
        // "our banks were subjected to attacks": some, at any time.
        if chunk.is_plural && time.is_none() || matches!(chunk.determiner, Determiner::Quantity | Determiner::Third) {
            return None;
        }
        let owner = self.whose_victim(&victim)?;
        let named = || {
            let noun = &self.chunks[victim.start];
            let whole = victim.len() == 1 && self.naming.tokens[noun.head as usize].is_capitalised();
            let noun_is = |list: &[&str]| self.naming.is_word(chunk.lemma, list);
            let joint = match () {
                () if noun_is(&["attack", "cyberattack", "assault", "raid"]) => "on",
                () if noun_is(&NATURAL) => "in",
                () => "of",
            };
            whole.then(|| format!("{joint} {}", self.form(noun.first, noun.last, noun)))
        };
        let told = time.or_else(named);
        let form = self.form(first, chunk.last, chunk);
        let form = told.map_or_else(|| form.clone(), |told| format!("{form} {told}"));
        Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, Some(owner), form))
    }

    /// The same of a noun that names nothing but what is suffered: "the bank suffered an outage in 2019", "the theft of data".
    pub(super) fn suffered_alone(&self) -> Option<Found> {
        let first = self.first_modifier();
        // "the Black Tide incident of 2011"
        let chunk = self.chunk();
        let named = first < chunk.head
            && self.naming.tokens[first as usize].is_capitalised()
            && self.mentions_in(chunk.first, chunk.last).next().is_none();
        self.suffered(first)
            .or_else(|| self.attack_on_system(first))
            .or_else(|| self.attack_on_named(first))
            .or_else(|| self.dated_incident(first).filter(|_| named))
    }

    /// Whether a verb tells what has come about.
    fn has_come_about(verb: &Chunk) -> bool {
        verb.verb.is_some_and(|v| {
            let past = matches!(v.form, VerbForm::Past | VerbForm::Perfect);
            past && !v.is_negated && !v.is_progressive && v.force == Force::Plain
        })
    }

    /// The phrases of the one before the noun who suffers it: "Norlandia | suffered | a cyberattack".
    fn victim_before(&self) -> Option<Range<usize>> {
        let naming = self.naming;
        let told = |at: usize| self.chunks.get(at).filter(|c| Self::has_come_about(c));
        let before = self.deed_start().checked_sub(1)?;
        let passive = |at: usize| told(at).is_some_and(|c| c.verb.is_some_and(|v| v.is_passive));
        if told(before).is_some_and(|c| !passive(before) && naming.is_word(c.lemma, &SUFFERS)) {
            return self.subject_of(before);
        }
        let joint = &self.chunks[before];
        // "was affected | in | 2013 | by"
        let dated = |at: usize| {
            let noun = &self.chunks[at];
            noun.kind == ChunkKind::Noun
                && self.chunks[at - 1].kind == ChunkKind::Preposition
                && naming.tokens[noun.last as usize - 1].kind == Kind::Number
        };
        let verb = before.checked_sub(1)?;
        let verb = if verb > 2 && dated(verb) { verb - 2 } else { verb };
        let is = |words: &[&str]| joint.kind == ChunkKind::Preposition && naming.is_word(joint.word, words);
        let lemma = self.chunks[verb].lemma;
        let done = passive(verb)
            && (is(&["by"]) && naming.is_word(lemma, &STRIKES)
                || is(&["to"]) && naming.is_word(lemma, &["subject", "expose"]));
        // "came under attack", "fell under"
        let under = is(&["under"]) && told(verb).is_some() && naming.is_word(lemma, &["come", "fall"]);
        if done || under {
            return self.subject_of(verb);
        }
        // "were | subject | to": an adjective, or a noun behind the verb
        let victim = is(&["of", "to"]) && naming.is_word(lemma, &VICTIMS);
        let verb = verb.checked_sub(1).filter(|_| victim)?;
        let stands = told(verb).is_some() && naming.is_word(self.chunks[verb].lemma, &["be", "become", "fall"]);
        if stands { self.subject_of(verb) } else { None }
    }

    /// Where the deed begins that was suffered: at its qualities, "coordinated | politically motivated | cyberattacks", or at what
    /// counts it, "a series | of | defacements".
    fn deed_start(&self) -> usize {
        let quality = |c: &Chunk| c.verb.is_some_and(|v| v.form == VerbForm::Participle) && c.kind == ChunkKind::Verb;
        let mut start = self.at;
        while start > 0 && quality(&self.chunks[start - 1]) && self.adjoins(start) {
            start -= 1;
        }
        // "a heavy | and | unprovoked cyberattack"
        if let Some([quality, and]) = start.checked_sub(2).and_then(|b| self.chunks.get(b..start))
            && and.kind == ChunkKind::Coordinator
            && quality.determiner == Determiner::Indefinite
            && self.naming.lexicon.classes(quality.word).any(Classes::ADJECTIVE)
        {
            start -= 2;
        }
        let counts = ["series", "string", "number", "act", "barrage", "campaign"];
        match start.checked_sub(2).and_then(|b| self.chunks.get(b..start)) {
            Some([noun, of]) if self.naming.is_word(of.word, &["of"]) && self.naming.is_word(noun.lemma, &counts) => {
                start - 2
            }
            _ => start,
        }
    }

    /// The phrases of the one behind the verb whom it strikes: "an outage | struck | our bank".
    fn victim_behind(&self) -> Option<Range<usize>> {
        let naming = self.naming;
        let verb = self.at + 1 + self.aside_behind(self.at + 1);
        let group = self.chunks.get(verb).filter(|c| Self::has_come_about(c))?;
        let passive = group.verb.is_some_and(|v| v.is_passive);
        let joint = self.chunks.get(verb + 1)?;
        let against = joint.kind == ChunkKind::Preposition && naming.is_word(joint.word, &["against", "on", "at"]);
        let object = match passive {
            true if against && naming.is_word(group.lemma, &DOES) => verb + 2,
            false if naming.is_word(group.lemma, &STRIKES) => verb + 1,
            _ => return None,
        };
        self.chunks.get(object).filter(|c| c.kind == ChunkKind::Noun && !self.is_pronoun(c))?;
        Some(object..self.chain_end(object))
    }

    /// How many chunks an aside in commas behind the noun takes: ", attributed to others,".
    fn aside_behind(&self, at: usize) -> usize {
        let comma = |c: &Chunk| c.kind == ChunkKind::Comma;
        if !self.chunks.get(at).is_some_and(comma) {
            return 0;
        }
        self.chunks[at + 1..].iter().take(6).position(comma).map_or(0, |end| end + 2)
    }

    /// The phrases of the subject of a verb: those right before it, or where an aside stands there, those that begin the clause.
    fn subject_of(&self, verb: usize) -> Option<Range<usize>> {
        let noun = |at: usize| self.chunks.get(at).is_some_and(|c| c.kind == ChunkKind::Noun);
        let joint = |at: usize| self.chunks[at].kind == ChunkKind::Preposition;
        let mut start = verb.checked_sub(1)?;
        if noun(start) {
            while start >= 2 && joint(start - 1) && noun(start - 2) {
                start -= 2;
            }
            // "In 2019 | by the Ministry | ..": what a preposition leads is no subject.
            return (start == 0 || !joint(start - 1)).then_some(start..verb);
        }
        if self.chunks[start].kind != ChunkKind::Comma {
            return None;
        }
        // "In May 2022, | the bank | , a company of ours, | suffered"
        let comma = |at: usize| self.chunks[at].kind == ChunkKind::Comma;
        let mut at = 0;
        while at + 2 < verb && joint(at) && noun(at + 1) {
            at += 2 + usize::from(comma(at + 2));
        }
        (at < verb && noun(at)).then(|| at..self.chain_end(at))
    }

    /// Where the phrases end that hang by prepositions on the noun at `at`.
    fn chain_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while let Some([joint, noun]) = self.chunks.get(end..end + 2) {
            if !self.naming.is_word(joint.word, &["of", "in", "for"]) || noun.kind != ChunkKind::Noun {
                break;
            }
            end += 2;
        }
        end
    }

    /// The State to which the one who suffers belongs: told by its words, or at home where nobody else is named.
    fn whose_victim(&self, victim: &Range<usize>) -> Option<EntityId> {
        let naming = self.naming;
        let phrases = &self.chunks[victim.clone()];
        let (first, last) = (phrases.first()?.first, phrases.last()?.last);
        let is_state = |m: &&Mention| m.class & naming.state != 0 && m.form != Form::Capital;
        let mut states = self.mentions_in(first, last).filter(is_state).map(|m| &self.things.get(m.thing).id);
        if let Some(state) = states.next() {
            return states.all(|other| other == state).then(|| state.clone());
        }
        for thing in self.mentions_in(first, last).map(|m| self.things.get(m.thing)) {
            match thing.of_state.as_ref().or(thing.in_state.as_ref()) {
                Some(state) => return Some(state.clone()),
                // "the Court suffered a cyberattack": it is of all.
                None if thing.seed.is_some() => return None,
                None => {}
            }
        }
        let ours = phrases.iter().any(|c| c.determiner == Determiner::First);
        let another = |m: &Mention| {
            m.class & (naming.state | naming.territory) != 0 && naming.speaker != Some(&self.things.get(m.thing).id)
        };
        let at_home = naming.is_domestic && !self.mentions.iter().any(another);
        naming.speaker.filter(|_| ours || at_home).cloned()
    }

    /// "of 24 May 2017", "of July", "of 2019": the one time that the sentence tells.
    fn time_told(&self) -> Option<String> {
        let tokens = self.naming.tokens;
        let number = |at: usize, digits: Range<usize>| {
            tokens.get(at).is_some_and(|t| t.kind == Kind::Number && digits.contains(&t.span.len()))
        };
        let month = |at: usize| tokens[at].is_capitalised() && self.naming.is_word(tokens[at].word, &MONTHS);
        let year = |at: usize| number(at, 4..5) && at > 0 && self.naming.is_word(tokens[at - 1].word, &BEFORE_YEARS);
        let time = |at: usize| match month(at) {
            true => Some(at - usize::from(at > 0 && number(at - 1, 1..3))..at + 1 + usize::from(number(at + 1, 4..5))),
            false => year(at).then_some(at..at + 1),
        };
        let mut times = (0..tokens.len()).filter_map(time);
        let one = times.next()?;
        times.next().is_none().then(|| format!("of {}", self.naming.written(one.start as u32, one.end as u32)))
    }
}
