//! What texts call by name, and how much of it the seeds know: runs of capitalised words, less the names of
//! people and what is capitalised for other reasons. For those who extend the seeds; extraction does not use it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::document::Document;
use crate::entity::Entities;
use crate::gazetteer::Gazetteer;
use crate::lexicon::{Classes, Lexicon};
use crate::ontology::Ontology;
use crate::seed::{SeedError, SeedErrors, SeedFiles};
use crate::sentence::sentences;
use crate::structure::structure;
use crate::text::Span;
use crate::token::{Caps, Kind, Token, tokenize};

/// Words before the name of a person.
const TITLES: &str = "His; Her; Your; Their; Mr; Mrs; Ms; Miss; Dr; Sir; Madam; Messrs; Excellency; Excellencies; Majesty; Highness; Holiness; Ambassador; \
    President; Presidents; Vice-President; Minister; Ministers; Chancellor; Secretary; Secretary-General; Chairman; \
    Chairperson; Chair; King; Queen; Prince; Princess; Emperor; Pope; Senator; General; Colonel; Professor; Judge; \
    Emir; Sheikh";

/// What is written with capitals and names no one thing.
const COMMON: &str = "May I; May God; What I; Member State; Member States; Members States; State Member; States Member; State Party; State Parties; \
    States Party; States Parties; Head of State; Heads of State; Heads of Government; Heads of State and Government; \
    Heads of State or Government; Head of Government; Prime Minister; Prime Ministers; Foreign Minister; \
    Foreign Ministers; Minister for Foreign Affairs; Minister of Foreign Affairs; Ministers for Foreign Affairs; \
    Foreign Affairs; Deputy Prime Minister; Vice President; Under-Secretary-General; Special Representative; \
    Special Envoy; Permanent Representative; Permanent Members; Permanent Member; Ladies and Gentlemen; God; \
    Almighty God; January; February; April; June; July; August; September; October; November; December; Monday; \
    Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday; African; Africans; American; Americas; Arab; Arabs; \
    Asian; European; Europeans; Caribbean; Western; Eastern; Muslim; Muslims; Christian; Christians; Jewish; Jews; \
    Islamic; Islam; English; French; North-South; South-South; East-West; II; III; IV; VI; VII; OK";

/// Small words that a name may hold between its capitalised words.
const INSIDE: &str = "of; for; on; against; de; du; des; del; la; al; el";

/// Classes of words that begin sentences and no names.
const SMALL: Classes = Classes::DETERMINER
    .and(Classes::POSSESSIVE)
    .and(Classes::PRONOUN)
    .and(Classes::NUMBER)
    .and(Classes::ORDINAL)
    .and(Classes::PREPOSITION)
    .and(Classes::COORDINATOR)
    .and(Classes::CLAUSE_COORDINATOR)
    .and(Classes::SUBORDINATOR)
    .and(Classes::ADVERB);

/// Reads texts for names.
#[derive(Clone, Debug)]
pub struct Surveyor {
    entities: Entities,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
}

/// A name that is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown {
    /// How often it occurs.
    pub n_occurrences: u64,
    /// In how many documents.
    pub n_documents: u64,
    /// The first document that has it.
    pub document: String,
    /// A sentence of it, in one line.
    pub example: String,
}

/// The names of some documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Documents read.
    pub n_documents: u64,
    /// Occurrences of names that the seeds know.
    pub n_known: u64,
    /// The names that they do not know, and words that only begin with a capital now and then.
    unknown: BTreeMap<String, Unknown>,
    /// The words that occur in lower case: a capital alone makes no name of them.
    lower: BTreeSet<String>,
}

impl Surveyor {
    /// Loads the seeds.
    ///
    /// # Errors
    /// Every fault of the data files, with file and line.
    pub fn new(files: &SeedFiles) -> Result<Self, SeedErrors> {
        let missing = || SeedError::new("ontology", 0, "ontology.ttl is missing");
        let turtle = files.ontology.iter().find(|file| file.name.ends_with("ontology.ttl")).ok_or_else(missing)?;
        let ontology = Ontology::parse(turtle)?;
        let entities = Entities::parse(&files.entities, &ontology)?;
        let mut lexicon = Lexicon::parse(&files.rules)?;
        let gazetteer = Gazetteer::new(&entities, &ontology, &mut lexicon);
        Ok(Self { entities, lexicon, gazetteer })
    }

    /// The names of a document.
    #[must_use]
    pub fn read(&self, document: &Document) -> Names {
        let mut reading = Reading { names: Names { n_documents: 1, ..Names::default() }, people: BTreeSet::new() };
        let mut tokens = Vec::new();
        for block in &structure(document, &self.entities).blocks {
            let text = block.text.text();
            for span in sentences(text) {
                tokenize(text, span, &self.lexicon, &mut tokens);
                self.sentence(text, span, &tokens, &document.id, &mut reading);
            }
        }
        let Reading { mut names, people } = reading;
        let is_person = |name: &str| name.split(' ').next_back().is_some_and(|last| people.contains(last));
        names.unknown.retain(|name, _| !is_person(name));
        names
    }

    fn sentence(&self, text: &str, span: Span, tokens: &[Token], document: &str, reading: &mut Reading) {
        for token in tokens.iter().filter(|token| token.kind == Kind::Word && token.caps == Caps::Lower) {
            if !reading.names.lower.contains(word(text, token)) {
                reading.names.lower.insert(word(text, token).to_owned());
            }
        }
        let mut at = 0;
        while at < tokens.len() {
            if let Some(hit) = self.gazetteer.longest(text, tokens, at, false) {
                let known = &tokens[hit.first as usize..hit.last as usize];
                reading.names.n_known += u64::from(known.iter().any(Token::is_capitalised));
                at = hit.last as usize;
                continue;
            }
            if !tokens[at].is_capitalised() {
                at += 1;
                continue;
            }
            let end = self.run(text, tokens, at);
            self.name(text, span, tokens, at..end, document, reading);
            at = end;
        }
    }

    /// One past the last token of the capitalised run that begins at `first`.
    fn run(&self, text: &str, tokens: &[Token], first: usize) -> usize {
        let mut end = first + 1;
        let mut has_small_word = false;
        loop {
            let mut next = end;
            // "Ban Ki-moon", "John F. Kennedy"
            if tokens.get(end).is_some_and(|token| token.is_joined && token.kind == Kind::Word) {
                end += 1;
                continue;
            }
            if tokens.get(end).is_some_and(|token| token.kind == Kind::Stop) && word(text, &tokens[end - 1]).len() == 1
            {
                next += 1;
            }
            while tokens
                .get(next)
                .is_some_and(|t| is_listed(INSIDE, word(text, t)) || (next > end && word(text, t) == "the"))
                || (next == end && has_small_word && tokens.get(next).is_some_and(|t| word(text, t) == "and"))
            {
                next += 1;
            }
            let continues = tokens.get(next).is_some_and(Token::is_capitalised)
                && self.gazetteer.longest(text, tokens, next, false).is_none();
            if !continues {
                return end;
            }
            has_small_word |= next > end;
            end = next + 1;
        }
    }

    /// Takes a run for a name, unless it is something else.
    fn name(
        &self,
        text: &str,
        sentence: Span,
        tokens: &[Token],
        mut run: Range<usize>,
        document: &str,
        reading: &mut Reading,
    ) {
        let is_title = |at: usize| is_listed(TITLES, word(text, &tokens[at]));
        // A word that begins a sentence has its capital for that.
        let begins = run.start == 0 && tokens[0].caps != Caps::Acronym;
        if begins && (run.len() == 1 || self.lexicon.classes(tokens[0].word).any(SMALL)) {
            run.start = (1..run.end).find(|&at| tokens[at].is_capitalised()).unwrap_or(run.end);
        }
        let Some((first, last)) = tokens.get(run.start).zip(tokens.get(run.end - 1)).filter(|_| !run.is_empty()) else {
            return;
        };
        // "Mr. Lund": the stop stands between.
        let before = match run.start.checked_sub(1) {
            Some(at) if tokens[at].kind == Kind::Stop => at.checked_sub(1),
            other => other,
        };
        if (run.len() > 1 && is_title(run.start)) || before.is_some_and(is_title) {
            if !is_title(run.end - 1) {
                reading.people.insert(word(text, last).to_owned());
            }
            return;
        }
        let written = &text[first.span.start as usize..last.span.end as usize];
        let name = written.split_whitespace().collect::<Vec<_>>().join(" ");
        if is_listed(COMMON, &name) || is_listed(TITLES, &name) || name.chars().count() < 2 {
            return;
        }
        let unknown = reading.names.unknown.entry(name).or_insert_with(|| Unknown {
            n_documents: 1,
            document: document.to_owned(),
            example: text[sentence.range()].split_whitespace().collect::<Vec<_>>().join(" "),
            ..Unknown::default()
        });
        unknown.n_occurrences += 1;
    }
}

fn is_listed(list: &str, name: &str) -> bool {
    list.split("; ").any(|listed| listed == name)
}

fn word<'t>(text: &'t str, token: &Token) -> &'t str {
    &text[token.span.range()]
}

struct Reading {
    names: Names,
    /// Last names of people that a title gave away.
    people: BTreeSet<String>,
}

impl Names {
    /// Takes in the names of later documents.
    pub fn add(&mut self, later: Self) {
        self.n_documents += later.n_documents;
        self.n_known += later.n_known;
        self.lower.extend(later.lower);
        for (name, other) in later.unknown {
            let Unknown { n_occurrences, n_documents, document, example } = other;
            let known = self.unknown.entry(name).or_insert_with(|| Unknown { document, example, ..Unknown::default() });
            known.n_occurrences += n_occurrences;
            known.n_documents += n_documents;
        }
    }

    /// The names that the seeds do not know.
    pub fn unknown(&self) -> impl Iterator<Item = (&str, &Unknown)> {
        let is_name = |name: &str| name.contains([' ', '-']) || !self.lower.contains(&name.to_lowercase());
        self.unknown.iter().map(|(name, unknown)| (name.as_str(), unknown)).filter(move |(name, _)| is_name(name))
    }

    /// Occurrences of unknown names.
    #[must_use]
    pub fn n_unknown(&self) -> u64 {
        self.unknown().map(|(_, unknown)| unknown.n_occurrences).sum()
    }

    /// The unknown names that occur most, the most frequent first.
    #[must_use]
    pub fn most_frequent(&self, top: usize) -> Vec<(&str, &Unknown)> {
        let mut names: Vec<_> = self.unknown().collect();
        names.sort_by(|a, b| b.1.n_occurrences.cmp(&a.1.n_occurrences).then_with(|| a.0.cmp(b.0)));
        names.truncate(top);
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Metadata;

    #[track_caller]
    fn check(text: &str, unknown: &[&str], n_known: u64) {
        let surveyor = Surveyor::new(&SeedFiles::embedded()).unwrap();
        let document = Document {
            id: "d".to_owned(),
            name: "d".to_owned(),
            text: text.to_owned(),
            metadata: Metadata { state: Some("NOR".to_owned()), ..Metadata::default() },
            sha256: String::new(),
            n_bytes: 0,
        };
        let names = surveyor.read(&document);
        assert_eq!(names.unknown().map(|(name, _)| name).collect::<Vec<_>>(), unknown);
        assert_eq!(names.n_known, n_known);
    }

    #[test]
    fn names_are_runs_of_capitalised_words() {
        check(
            "The Lagoon Pact and the Bureau for Tidal Research met in Canada. QZX was there too.",
            &["Bureau for Tidal Research", "Lagoon Pact", "QZX"],
            1,
        );
    }

    #[test]
    fn people_common_words_and_the_first_word_are_none() {
        check(
            "Yesterday President Quibble met Mr. Snorkwell. Our Government and Member States, a government among them, thank Snorkwell.",
            &[],
            0,
        );
    }
}
