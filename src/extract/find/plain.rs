//! Ways up made plain before patterns are tried on them: parts and numbers stand for what they are of, the subject of a passive
//! verb for its object, "host State" for a host.

use crate::clause::path::{Step, StepKind};
use crate::extract::Extractor;
use crate::extract::find::pattern::plain_step;
use crate::extract::sentence::Analysed;
use crate::token::Kind;

/// Nouns that only count what "of" leads to.
const QUANTITIES: [&str; 9] =
    ["number", "series", "range", "variety", "couple", "majority", "array", "multitude", "dozen"];

/// Nouns by which a State enters a treaty or body.
const ENTRY: [&str; 4] = ["ratification", "accession", "membership", "admission"];

/// Titles of those who speak and act for a State.
const TITLES: [&str; 10] =
    ["president", "minister", "king", "queen", "emir", "amir", "sultan", "prince", "chancellor", "premier"];

/// What one feels for others, and says to them.
const FELT: [&str; 11] = [
    "gratitude",
    "thank",
    "appreciation",
    "congratulation",
    "condolence",
    "sympathy",
    "thought",
    "heart",
    "prayer",
    "support",
    "solidarity",
];

impl Extractor {
    /// "hosted a number of events, including": what is counted is meant, not the number.
    pub(super) fn drop_quantities(&self, sentence: &Analysed<'_>, path: &mut Vec<Step>) {
        // "one of the headquarters": the part is what the whole is.
        if let [of, one, ..] = path[..]
            && of.word == self.known.of
            && one.kind == StepKind::Noun
            && self.lexicon.is(one.word, "one")
        {
            path.drain(..2);
        }
        let mut at = 1;
        while at < path.len() {
            let counts = path[at].kind == StepKind::Noun
                && path[at - 1].word == self.known.of
                && path[at - 1].kind == StepKind::Preposition
                && (self.lexicon.is_one_of(path[at].lemma, &QUANTITIES) || self.is_number(sentence, path[at].chunk));
            if counts {
                path.drain(at - 1..=at);
            } else {
                at += 1;
            }
        }
    }

    /// "13 of the conventions"
    fn is_number(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        let number = &sentence.tokens[phrase.head as usize];
        // No year.
        phrase.first == phrase.head && number.kind == Kind::Number && number.span.len() < 4
    }

    /// "the ratification process of": the process of the ratification of.
    pub(super) fn split_steps(&self, sentence: &Analysed<'_>, path: &mut Vec<Step>) {
        let entry = |step: &Step| {
            let phrase = sentence.chunk(step.chunk);
            let before = phrase.head.checked_sub(1).filter(|&t| t >= phrase.first)?;
            let word = sentence.words[before as usize];
            let led = step.kind == StepKind::Noun && self.lexicon.is_one_of(step.lemma, &["process", "procedure"]);
            (led && self.lexicon.is_one_of(word, &ENTRY)).then_some(word)
        };
        if let Some((at, word)) = path.iter().enumerate().find_map(|(at, step)| Some((at, entry(step)?))) {
            path.insert(at, Step { word, lemma: word, ..path[at] });
        }
    }

    /// "the proposal by President Smith of Westmark", "The Government of Westmark must": who stands for the State.
    pub(super) fn drop_persons(&self, sentence: &Analysed<'_>, chunk: u32, path: &mut Vec<Step>) {
        let [of, person, ..] = path[..] else { return };
        let state = sentence.mention_of(chunk).is_some_and(|m| m.class & self.known.state != 0);
        let governing = ["government", "governments", "authorities", "leadership", "regime"];
        let governs = state && self.lexicon.is_one_of(person.word, &governing);
        let stands = governs || self.is_titled(sentence, person.chunk);
        if of.word == self.known.of && person.kind == StepKind::Noun && stands {
            path.drain(..2);
        }
    }

    /// "President Smith", "Prime Minister Jane Smith"
    pub(super) fn is_titled(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        let title = |t: u32| {
            sentence.tokens[t as usize].is_capitalised()
                && self.lexicon.is_one_of(self.lexicon.lemma(sentence.words[t as usize]), &TITLES)
        };
        phrase.mention.is_none()
            && sentence.tokens[phrase.head as usize].is_capitalised()
            && (phrase.first..phrase.head).any(title)
    }

    /// "as host State of", "a member country of": what such a State is stands before the noun.
    pub(super) fn officers(&self, sentence: &Analysed<'_>, path: &mut [Step]) {
        for step in path.iter_mut().filter(|s| s.kind == StepKind::Noun) {
            let chunk = sentence.chunk(step.chunk);
            let before = chunk.head.checked_sub(1).filter(|&t| t >= chunk.first);
            let office = before.map(|t| self.lexicon.lemma(sentence.words[t as usize]));
            if self.lexicon.is_one_of(chunk.lemma, &["state", "country", "nation"])
                && let Some(office) = office.filter(|w| self.rules.officers.contains(w))
            {
                step.lemma = office;
            }
            // "has observer status in"
            if self.lexicon.is(chunk.lemma, "status")
                && let Some(office) = before.map(|t| self.lexicon.lemma(sentence.words[t as usize]))
                && self.lexicon.is(office, "observer")
            {
                step.lemma = office;
            }
        }
    }

    /// "Our gratitude goes to Westmark", "Our thoughts are with Westmark": what is felt is felt for Westmark.
    pub(super) fn light_verbs(&self, sentence: &Analysed<'_>, path: &mut [Step]) {
        for at in 1..path.len() {
            let (joint, verb) = (path[at - 1], path[at]);
            let light = self.lexicon.is(verb.lemma, "go") && self.lexicon.is(joint.word, "to")
                || self.lexicon.is(verb.lemma, "be") && self.lexicon.is(joint.word, "with");
            let subject = sentence.clause.subject[verb.chunk as usize].filter(|_| light && verb.kind == StepKind::Verb);
            if let Some(subject) = subject.filter(|&s| self.lexicon.is_one_of(sentence.chunk(s).lemma, &FELT)) {
                let felt = sentence.chunk(subject);
                path[at] = Step { kind: StepKind::Noun, chunk: subject, lemma: felt.lemma, word: felt.word, ..verb };
                return;
            }
        }
    }

    /// The subject of a passive verb is what its object would be.
    pub(super) fn passive_subjects(&self, sentence: &Analysed<'_>, path: &mut [Step]) {
        for (at, step) in path.iter_mut().enumerate().filter(|(_, s)| s.kind == StepKind::SubjectOf) {
            let next = step.chunk + 1;
            // "The efforts of the Union are to be commended"
            let passive =
                |c: u32| sentence.clause.chunks.get(c as usize).and_then(|c| c.verb).is_some_and(|v| v.is_passive);
            if passive(step.chunk) {
                step.kind = StepKind::Verb;
            } else if at > 0 && passive(next) && self.is_due(sentence, next) {
                *step = Step { is_infinitive: true, ..plain_step(sentence, StepKind::Verb, next) };
            }
        }
    }
}
