//! Where the things of a sentence lie in time: events to come, wars that are over, blockades that go on, terms of office
//! that have run out.

use crate::clause::attach::is_finite;
use crate::clause::path::{Step, StepKind};
use crate::clause::{ChunkKind, Determiner, Force, VerbForm, VerbGroup};
use crate::extract::quantity::date;
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::lexicon::Word;
use crate::link::Modality;
use crate::mention::Mention;
use crate::rule::pattern::Family;
use crate::token::{Kind, Token};

use super::Candidate;

/// How many words after a name may still say when it is.
const WITHIN: usize = 8;

impl Extractor {
    /// What is merely mentioned: an event is done, or planned where it is still to come; all else holds.
    pub(super) fn of_class(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> Modality {
        if mention.class & self.known.incident != 0 {
            return if self.is_over(sentence, mention, reading) { Modality::Done } else { Modality::Ongoing };
        }
        if mention.class & self.known.event == 0 {
            return Modality::Ongoing;
        }
        if self.is_ahead(sentence, mention, reading) {
            return Modality::Planned;
        }
        if mention.class & self.known.series != 0 { Modality::Ongoing } else { Modality::Done }
    }

    /// How an incident affects whom it befalls: what strikes once is done, what somebody must end goes on.
    pub(super) fn of_incident(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> Modality {
        let chunk = sentence.chunk_of(mention);
        // "A pre-emptive attack would have": of one that may come.
        let feared = chunk.filter(|&c| sentence.chunk(c).determiner == Determiner::Indefinite).is_some_and(|c| {
            let verb = sentence.clause.subject.iter().position(|s| *s == Some(c));
            let group = verb.and_then(|v| sentence.chunk(v as u32).verb);
            group.is_some_and(|v| matches!(v.force, Force::Future | Force::Possibility))
        });
        if feared {
            Modality::Possible
        } else if self.is_lasting(sentence, mention) && !self.is_over(sentence, mention, reading) {
            Modality::Ongoing
        } else {
            Modality::Done
        }
    }

    /// Whether an incident is one that somebody must end: a blockade, no earthquake.
    pub(super) fn is_lasting(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        (mention.first..mention.last)
            .any(|t| self.rules.lasting.contains(&self.lexicon.lemma(sentence.words[t as usize])))
    }

    /// Whether the words tell that an incident is over: its name, a year gone by, "after", or the past tense.
    pub(super) fn is_over(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let within = &sentence.words[mention.first as usize..mention.last as usize];
        let world_war = |w: &[Word]| self.lexicon.is(w[0], "world") && self.lexicon.is_one_of(w[1], &["war", "wars"]);
        let bygone = within.iter().any(|w| self.rules.bygone.contains(w)) || within.windows(2).any(world_war);
        let year = self.year_of(sentence, mention, 3);
        if bygone || year.is_some_and(|y| reading.year.is_some_and(|now| y < now)) {
            return true;
        }
        let Some(chunk) = sentence.chunk_of(mention) else { return false };
        let past = |v: u32| sentence.chunk(v).verb.is_some_and(|g| g.force == Force::Plain && g.form == VerbForm::Past);
        let mut here = chunk;
        for _ in 0..4 {
            let Some((above, _)) = sentence.clause.parent[here as usize] else { return false };
            let over = sentence.chunk(above);
            if over.kind == ChunkKind::Verb {
                return past(above);
            }
            if over.kind == ChunkKind::Preposition && self.lexicon.is_one_of(over.word, &["after", "following"]) {
                return true;
            }
            here = above;
        }
        false
    }

    /// Whether an event is still to come: "its upcoming", "to be held in", "will provide", "next year".
    pub(super) fn is_ahead(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let Some(chunk) = sentence.chunk_of(mention) else { return false };
        let later = self.year_of(sentence, mention, WITHIN);
        if self.is_coming(sentence, chunk)
            || self.is_next(sentence, mention)
            || later.is_some_and(|y| reading.year.is_some_and(|now| y > now))
        {
            return true;
        }
        let verbs = (0..sentence.clause.chunks.len() as u32).filter(|&v| {
            let of = sentence.clause.parent[v as usize].is_some_and(|(p, _)| p == chunk);
            sentence.clause.subject[v as usize] == Some(chunk) || of
        });
        let mut groups = verbs.filter_map(|v| sentence.chunk(v).verb.map(|g| (sentence.chunk(v).lemma, g)));
        let ahead = groups.any(|(lemma, g)| {
            let to_be = g.is_passive && g.force == Force::Plain;
            g.force == Force::Future
                || to_be && (g.form == VerbForm::Infinitive || self.rules.expected.contains(&lemma))
        });
        // "on the eve of", "preparations for"
        let noun = sentence.clause.parent[chunk as usize].and_then(|(p, _)| sentence.clause.parent[p as usize]);
        let awaited = noun
            .is_some_and(|(n, _)| self.lexicon.is_one_of(sentence.chunk(n).lemma, &["eve", "preparation", "prepare"]));
        ahead || awaited
    }

    /// "its upcoming chairmanship"
    pub(super) fn is_coming(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        (phrase.first..phrase.head).any(|t| self.rules.coming.contains(&sentence.words[t as usize]))
    }

    /// "the chairmanship of the Union next year", "the summit later this month"
    pub(super) fn is_next(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let from = mention.last as usize;
        let words = &sentence.words[from..sentence.words.len().min(from + WITHIN)];
        let time = |w| self.known.times.contains(w);
        words.windows(2).any(|w| self.lexicon.is(w[0], "next") && time(&w[1]))
            || words.windows(3).any(|w| {
                self.lexicon.is(w[0], "later") && self.lexicon.is_one_of(w[1], &["this", "today"])
                    || self.lexicon.is(w[0], "later") && self.lexicon.is(w[1], "in") && time(&w[2])
            })
    }

    /// The year in the name of a thing, or in the `within` words after it before any mark.
    pub(super) fn year_of(&self, sentence: &Analysed<'_>, mention: &Mention, within: usize) -> Option<u16> {
        let year = |t: &Token| {
            let written = &sentence.text[t.span.range()];
            let year = written.parse().ok().filter(|y| (1900..2100).contains(y) && written.len() == 4);
            year.filter(|_| t.kind == Kind::Number && !t.is_joined)
        };
        let (first, last) = (mention.first as usize, mention.last as usize);
        let after = sentence.tokens[last..].iter().take(within);
        let named = sentence.tokens[first..last].iter().find_map(year);
        named.or_else(|| {
            after
                .take_while(|t| !matches!(t.kind, Kind::Comma | Kind::Semicolon | Kind::Stop | Kind::Open))
                .find_map(year)
        })
    }

    /// A term of office, said by a noun: "during our presidency of", "has concluded its chairmanship of".
    pub(super) fn of_term(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, held: Modality) -> Modality {
        let Some(above) = path.get(at + 1) else { return held };
        if above.kind == StepKind::Verb {
            let ends = ["conclude", "complete", "end", "finish", "relinquish", "hand"];
            return if self.lexicon.is_one_of(above.lemma, &ends) { Modality::Done } else { held };
        }
        let during = self.lexicon.is_one_of(above.word, &["during", "throughout"]);
        if above.kind != StepKind::Preposition || !during && !self.lexicon.is(above.word, "under") {
            return held;
        }
        let verb = path[at + 1..].iter().find_map(|s| sentence.chunk(s.chunk).verb);
        match verb {
            Some(v) if v.force == Force::Future => Modality::Planned,
            Some(v) if v.force == Force::Plain => match v.form {
                VerbForm::Past => Modality::Done,
                VerbForm::Perfect | VerbForm::Participle if during => Modality::Done,
                _ => held,
            },
            _ => held,
        }
    }

    /// A fact that is said to hold, as the time beside it has it: "next year" is to come, a year before that of the text gone.
    pub(super) fn dated(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        said: Modality,
        reading: &Reading,
    ) -> Modality {
        let Candidate { mention, found, rule, .. } = candidate;
        let passing = ["chairs", "hosts", "participatesIn"].iter().any(|r| &*rule.relation == *r);
        let founding = found.pattern.family == Family::Noun && rule.modality == Some(Modality::Done);
        let may_come = said == Modality::Ongoing && passing || said == Modality::Done && founding;
        if may_come && self.is_next(sentence, mention) {
            return Modality::Planned;
        }
        if said != Modality::Ongoing || !matches!(&*rule.relation, "chairs" | "hosts") {
            return said;
        }
        let since = sentence.words.iter().any(|w| self.lexicon.is(*w, "since"));
        let year = date(sentence.text, sentence.tokens).and_then(|d| d.get(..4)?.parse::<u16>().ok());
        // "leads a coalition for the protection of a third of the sea by 2030": an aim, not when.
        let aim = (1..sentence.tokens.len()).any(|t| {
            let by = self.lexicon.is_one_of(sentence.words[t - 1], &["by", "until", "to"]);
            by && sentence.text[sentence.tokens[t].span.range()].parse::<u16>().is_ok_and(|n| Some(n) == year)
        });
        let year = year.filter(|_| !aim && !self.is_dated_elsewhere(sentence, candidate));
        match (year, reading.year) {
            (Some(year), Some(now)) if year > now => Modality::Planned,
            (Some(year), Some(now)) if year < now && !since => Modality::Done,
            _ => said,
        }
    }

    /// "closed its site in 1991 and hosts the Bank": the year tells when something else was done.
    fn is_dated_elsewhere(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, .. } = candidate;
        let verb = path[found.at..].iter().find(|s| matches!(s.kind, StepKind::Verb | StepKind::SubjectOf));
        let is_year = |t: &usize| {
            let token = &sentence.tokens[*t];
            token.kind == Kind::Number && token.span.len() == 4
        };
        let Some(year) = (0..sentence.tokens.len()).find(is_year) else { return false };
        let verbs =
            sentence.clause.chunks.iter().enumerate().filter(|(_, c)| c.verb.is_some_and(|v| is_finite(v.form)));
        let nearest = verbs.filter(|(_, c)| c.last as usize <= year).max_by_key(|(_, c)| c.first);
        nearest.zip(verb).is_some_and(|((at, _), verb)| {
            let here = sentence.chunk(verb.chunk);
            let (first, last) = (at.min(verb.chunk as usize), at.max(verb.chunk as usize));
            let mut between = sentence.clause.chunks[first..last].iter();
            let second = between.any(|c| c.kind == ChunkKind::Coordinator);
            let behind = sentence.clause.chunks[at..].iter().take_while(|c| (c.first as usize) < year);
            let below = behind.into_iter().any(|c| matches!(c.kind, ChunkKind::Subordinator | ChunkKind::Relative));
            at as u32 != verb.chunk && second && !below && here.verb.is_some_and(|v| is_finite(v.form))
        })
    }

    /// "its strategy, published in 2011": a participle or passive after the name says that it was made.
    pub(super) fn is_made(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let clause = &sentence.clause;
        (0..clause.chunks.len()).filter(|&v| clause.subject[v] == Some(chunk)).any(|v| {
            let past = |g: VerbGroup| {
                g.is_passive
                    && !g.is_negated
                    && g.force == Force::Plain
                    && matches!(g.form, VerbForm::Past | VerbForm::Perfect | VerbForm::Participle)
            };
            clause.chunks[v].verb.is_some_and(past) && self.rules.made.contains(&clause.chunks[v].lemma)
        })
    }
}
