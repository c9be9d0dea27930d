//! Groups tagged tokens into phrases: noun phrases up to their head, verb groups, and the words between.

mod verb;

use crate::lexicon::{Classes, Lexicon, MONTHS, UNKNOWN, Word};
use crate::token::{Kind, Token};

use super::{Chunk, ChunkKind, Determiner, Tag};

/// Nouns of times that stand before what is told of them: "this year Norlandia".
const TIMES: [&str; 9] = ["year", "month", "week", "summer", "autumn", "spring", "winter", "decade", "century"];

/// The tokens of a sentence with their classes.
#[derive(Clone, Copy)]
pub struct Tagged<'a> {
    /// The tokens.
    pub tokens: &'a [Token],
    /// Their tags.
    pub tags: &'a [Tag],
    /// Their words, joined words on the first of several.
    pub words: &'a [Word],
    /// Of each token, the mention that it belongs to.
    pub mentions: &'a [Option<u32>],
    /// The lexicon.
    pub lexicon: &'a Lexicon,
}

/// The phrases of a sentence, in order; adverbs that belong to none are left out.
pub fn chunks(tagged: Tagged<'_>, chunks: &mut Vec<Chunk>) {
    chunks.clear();
    let mut at = 0;
    while at < tagged.tags.len() {
        at = tagged.next(at, chunks);
    }
}

impl Tagged<'_> {
    fn next(self, at: usize, chunks: &mut Vec<Chunk>) -> usize {
        if let Some(end) = self.verb_end(at) {
            let mut group = self.verb_group(at, end);
            let particle = self.words.get(end).and_then(|w| self.lexicon.phrasal(group.lemma, *w));
            if let Some(phrasal) = particle {
                (group.lemma, group.last) = (phrasal, end as u32 + 1);
            } else if let Some(phrasal) = self.parted(group.lemma, end) {
                group.lemma = phrasal;
            }
            chunks.push(group);
            return group.last as usize;
        }
        match self.tags[at] {
            Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Number | Tag::Adjective | Tag::Noun | Tag::Name => {
                self.noun_phrase(at, chunks)
            }
            Tag::Preposition => self.mark(at, ChunkKind::Preposition, chunks),
            Tag::Listing => self.mark(at, ChunkKind::Listing, chunks),
            Tag::Coordinator => self.mark(at, ChunkKind::Coordinator, chunks),
            Tag::Subordinator => self.mark(at, ChunkKind::Subordinator, chunks),
            Tag::Relative => self.mark(at, ChunkKind::Relative, chunks),
            Tag::Comma => self.mark(at, ChunkKind::Comma, chunks),
            Tag::Open => self.mark(at, ChunkKind::Open, chunks),
            Tag::Close => self.mark(at, ChunkKind::Close, chunks),
            Tag::Mark => self.mark(at, self.mark_kind(at, chunks), chunks),
            _ => at + 1,
        }
    }

    /// "set us back", "set our work back": the verb with a particle that stands behind a short object.
    fn parted(self, lemma: Word, from: usize) -> Option<Word> {
        let object = match self.tags.get(from)? {
            Tag::Pronoun => 1,
            Tag::Possessive | Tag::Determiner => {
                let rest = self.tags[from + 1..].iter().take(3);
                1 + rest.take_while(|t| matches!(t, Tag::Adjective | Tag::Noun)).count()
            }
            _ => return None,
        };
        let at = from + object;
        let particle = self.words.get(at).filter(|w| self.lexicon.is(**w, "back"))?;
        self.lexicon.phrasal(lemma, *particle)
    }

    /// What a mark does: a semicolon goes on with a list, a colon or dash begins one, any other parts clauses.
    fn mark_kind(self, at: usize, chunks: &[Chunk]) -> ChunkKind {
        let kind = self.tokens[at].kind;
        if self.is_slash(at) {
            return ChunkKind::Coordinator;
        }
        if !matches!(kind, Kind::Semicolon | Kind::Colon | Kind::Dash) || self.is_clause(at + 1) {
            return ChunkKind::Mark;
        }
        if kind == Kind::Semicolon {
            return ChunkKind::Comma;
        }
        // "three treaties: the Charter, …"
        let near = chunks.iter().rev().take(8).take_while(|c| c.kind != ChunkKind::Mark);
        let many = near.clone().any(|c| c.kind == ChunkKind::Noun && c.is_plural && c.mention.is_none());
        // "The following measures have been taken: ratification of", not "Planning: ratification of"
        let told = near.clone().any(|c| c.verb.is_some_and(|v| super::attach::is_finite(v.form)));
        let phrase = match self.tags.get(at + 1) {
            Some(Tag::Determiner | Tag::Possessive | Tag::Name) => true,
            Some(Tag::Noun | Tag::Adjective) => told,
            _ => false,
        };
        if many && phrase { ChunkKind::Listing } else { ChunkKind::Mark }
    }

    /// "the Union/Council working group": a mark without spaces between two names.
    fn is_slash(self, at: usize) -> bool {
        let Some([before, mark, after]) = at.checked_sub(1).and_then(|b| self.tokens.get(b..at + 2)) else {
            return false;
        };
        let glued = before.span.end == mark.span.start && mark.span.end == after.span.start;
        glued && mark.kind == Kind::Mark && self.tags[at - 1] == Tag::Name && self.tags.get(at + 1) == Some(&Tag::Name)
    }

    /// Whether what begins at `from`, up to the next mark, is a clause with a finite verb of its own.
    fn is_clause(self, from: usize) -> bool {
        let rest = self.tags[from..].iter().enumerate();
        let mut part = rest.take_while(|(i, t)| **t != Tag::Mark || self.tokens[from + i].kind == Kind::Quote);
        let opens = |t: &Tag| matches!(t, Tag::Subordinator | Tag::Relative);
        if self.tags[from..].iter().find(|t| **t != Tag::Coordinator).is_none_or(opens) {
            return true;
        }
        let mut previous = Tag::Mark;
        let mut depth = 0_u32;
        let decisive = part.find(|(_, tag)| {
            // "the Pelagic Convention (acceded in 2012)": what a bracket tells makes no clause.
            match tag {
                Tag::Open => depth += 1,
                Tag::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > 0 {
                return false;
            }
            let finite = matches!(tag, Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::Verb) && previous != Tag::To;
            if !matches!(tag, Tag::Adverb | Tag::Continued | Tag::Negator) {
                previous = **tag;
            }
            finite || opens(tag)
        });
        decisive.is_some_and(|(_, tag)| !opens(tag))
    }

    fn mark(self, at: usize, kind: ChunkKind, chunks: &mut Vec<Chunk>) -> usize {
        let mut end = at + 1;
        while self.tags.get(end) == Some(&Tag::Continued) {
            end += 1;
        }
        if kind == ChunkKind::Mark && self.tokens[at].kind == Kind::Quote {
            return end;
        }
        chunks.push(self.chunk(kind, at, end, at));
        end
    }

    fn chunk(self, kind: ChunkKind, first: usize, last: usize, head: usize) -> Chunk {
        let word = self.words[head];
        let lemma = if kind == ChunkKind::Preposition { word } else { self.lexicon.lemma(word) };
        Chunk {
            kind,
            first: first as u32,
            last: last as u32,
            head: head as u32,
            word,
            lemma,
            determiner: Determiner::Bare,
            is_plural: false,
            is_genitive: false,
            verb: None,
            mention: None,
        }
    }

    /// Reads a noun phrase, or an adjective phrase where no noun comes.
    fn noun_phrase(self, at: usize, chunks: &mut Vec<Chunk>) -> usize {
        if self.tags[at] == Tag::Pronoun {
            let mut chunk = self.chunk(ChunkKind::Noun, at, at + 1, at);
            chunk.determiner = Determiner::Definite;
            return self.close_noun(chunk, at + 1, chunks);
        }
        let mut end = at;
        let mut head = None;
        while end < self.tags.len() && self.continues(at, end) {
            if matches!(self.tags[end], Tag::Noun | Tag::Name)
                || (self.tags[end] == Tag::Number && head.is_none_or(|h| self.tags[h] == Tag::Number))
            {
                head = Some(end);
            }
            end += 1;
        }
        let determined = matches!(self.tags[at], Tag::Determiner | Tag::Possessive);
        let kind = if head.is_some() || determined { ChunkKind::Noun } else { ChunkKind::Adjective };
        let head = head.unwrap_or(end - 1);
        let mut end =
            if kind == ChunkKind::Noun && head + 1 < end && self.tags[head] != Tag::Number { head + 1 } else { end };
        if kind == ChunkKind::Noun && self.closes_with_number(end) {
            end += 1;
            // "the period 2020-2021"
            while self.tokens.get(end).is_some_and(|t| t.is_joined && t.kind == Kind::Number) {
                end += 1;
            }
        }
        let mut chunk = self.chunk(kind, at, end, head);
        // Whether a year is known says nothing.
        if self.tokens[head].kind == Kind::Number {
            chunk.lemma = UNKNOWN;
        }
        chunk.determiner = self.determiner(at);
        chunk.is_plural = self.is_plural(at, head);
        chunk.mention = self.mentions[head];
        self.close_noun(chunk, end, chunks)
    }

    /// A year or number at the end of a noun phrase: "29 January 2015", "resolution 69/28", "Act 26,388".
    fn closes_with_number(self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let named = at.checked_sub(1).is_some_and(|p| self.tokens[p].is_capitalised() && self.tags[p] == Tag::Noun);
        let number =
            matches!(token.kind, Kind::Symbol) || (token.kind == Kind::Number && (named || token.span.len() == 4));
        // "Law No. 24/2016 Governing Ports"
        let bears = named
            && token.kind == Kind::Symbol
            && self.lexicon.is_one_of(self.words[at - 1], &["law", "act", "decree"]);
        number && (bears || !matches!(self.tags.get(at + 1), Some(Tag::Noun | Tag::Name | Tag::Adjective)))
    }

    fn close_noun(self, mut chunk: Chunk, end: usize, chunks: &mut Vec<Chunk>) -> usize {
        chunk.is_genitive = self.tags.get(end) == Some(&Tag::Genitive);
        chunks.push(chunk);
        end + usize::from(chunk.is_genitive)
    }

    fn continues(self, first: usize, at: usize) -> bool {
        match self.tags[at] {
            // "our own", "all the", "both of": a second determiner.
            Tag::Determiner | Tag::Possessive => {
                // "twelve other members", "two other developing nations"
                let fellows = ["members", "countries", "states", "nations"];
                let near = || self.words[at..].iter().skip(1).take(2).any(|w| self.lexicon.is_one_of(*w, &fellows));
                let counted = at > first && self.tags[at - 1] == Tag::Number;
                let other = counted && self.lexicon.is(self.words[at], "other") && near();
                at == first || other || matches!(self.tags[at - 1], Tag::Determiner | Tag::Possessive)
            }
            // "gave Norlandia assistance": who is given it, and what.
            Tag::Noun if at == first + 1 && self.tags[first] == Tag::Name && self.is_given(first) => false,
            Tag::Adjective if at > first && matches!(self.tags[at - 1], Tag::Noun | Tag::Name) => {
                !self.lexicon.is_one_of(self.words[at], &["last", "next", "past"])
            }
            // "In 2017 sailors met": the year is a phrase of its own.
            Tag::Noun | Tag::Adjective if at == first + 1 && self.tags[first] == Tag::Number => {
                let year = self.tokens[first].kind == Kind::Number && self.tokens[first].span.len() == 4;
                let when = first.checked_sub(1).map(|p| self.words[p]);
                !(year && when.is_some_and(|w| self.lexicon.is_one_of(w, &["in", "since", "until"])))
            }
            // "last year Cyclone Judy": the time is a phrase of its own.
            Tag::Noun | Tag::Adjective if at > first && self.tokens[at].is_capitalised() => {
                !self.lexicon.is_one_of(self.words[at - 1], &TIMES) || self.tokens[at - 1].is_capitalised()
            }
            Tag::Noun | Tag::Adjective => true,
            // "Vision 2020 programme": a year inside a name. "annex 2 States": the number of what is numbered.
            Tag::Number if at > first && self.tags[at - 1] == Tag::Noun => {
                let year = self.tokens[at - 1].is_capitalised() && self.tokens[at].span.len() == 4;
                let numbered = ["annex", "phase", "tier", "category", "pillar", "track"];
                (year || self.lexicon.is_one_of(self.words[at - 1], &numbered))
                    && matches!(self.tags.get(at + 1), Some(Tag::Noun))
            }
            Tag::Number => at == first || self.tags[at - 1] != Tag::Name,
            Tag::Name => {
                let year = &self.tokens[at.saturating_sub(1)];
                let after_year = at > first
                    && self.tags[at - 1] == Tag::Number
                    && year.kind == Kind::Number
                    && year.span.len() == 4
                    // "the 1995 Summit"
                    && !matches!(self.tags[at - 2.min(at)], Tag::Determiner | Tag::Possessive);
                if after_year {
                    return false;
                }
                // "In November Norlandia will", "On 17 July Norlandia hosted": the day is a phrase of its own.
                if at > first
                    && matches!(self.tags[at - 1], Tag::Noun | Tag::Adjective)
                    && self.lexicon.is_one_of(self.words[at - 1], &MONTHS)
                    && self.tags[first..at - 1].iter().all(|t| *t == Tag::Number)
                {
                    return false;
                }
                // "In April of this year Norlandia signed": so is a time.
                if at > first + 1
                    && self.tags[at - 1] == Tag::Noun
                    && !self.tokens[at - 1].is_joined
                    && self.lexicon.is_one_of(self.words[at - 1], &TIMES)
                {
                    return false;
                }
                // "whose chair Norlandia held": who acts
                let whose = first.checked_sub(1).is_some_and(|w| self.lexicon.is(self.words[w], "whose"));
                if whose && at > first && !self.tokens[at - 1].is_capitalised() && !self.tokens[at - 1].is_joined {
                    return false;
                }
                let previous = at.checked_sub(1).filter(|&p| p >= first && self.tags[p] == Tag::Name);
                // "the Saltmouth Conference on Whales": a place before what has a name of its own.
                let long = self.mentions[at].is_some() && self.mentions.get(at + 1) == Some(&self.mentions[at]);
                let placed = self.tags[first] == Tag::Determiner && !self.tokens[at].is_joined && long;
                previous.is_none_or(|p| self.mentions[p] == self.mentions[at] || placed)
            }
            // "a truly global", "our brotherly relations"
            Tag::Adverb => {
                let modifies = matches!(self.tags.get(at + 1), Some(Tag::Adjective));
                let within = at > first && matches!(self.tags[at - 1], Tag::Determiner | Tag::Possessive);
                at > first && (modifies || within && matches!(self.tags.get(at + 1), Some(Tag::Noun)))
            }
            Tag::Comma | Tag::Coordinator => {
                at > first
                    && self.tags[at - 1] == Tag::Adjective
                    && (self.adjective_run_ends_in_noun(at + 1) || self.compound_follows(first, at))
            }
            // "the “culture of peace”"
            Tag::Mark => {
                self.tokens[at].kind == Kind::Quote
                    && at > first
                    && matches!(self.tags[at - 1], Tag::Determiner | Tag::Possessive | Tag::Adjective)
                    && matches!(self.tags.get(at + 1), Some(Tag::Noun | Tag::Adjective | Tag::Name))
            }
            // "half a million", "per cent"
            Tag::Continued => {
                let number = self.tags[first..at].iter().rev().find(|t| **t != Tag::Continued);
                number == Some(&Tag::Number)
            }
            _ => false,
        }
    }

    /// Whether a verb of giving stands right before the name at `at`, and help behind it.
    fn is_given(self, at: usize) -> bool {
        let lemma = |at: usize| self.words.get(at).map(|w| self.lexicon.lemma(*w));
        let is = |word: Option<Word>, list: &[&str]| word.is_some_and(|w| self.lexicon.is_one_of(w, list));
        let verb = at.checked_sub(1).filter(|&v| matches!(self.tags[v], Tag::Verb | Tag::Participle));
        is(verb.and_then(lemma), &["give", "grant", "offer", "lend"])
            && is(lemma(at + 1), &["assistance", "aid", "help", "support", "training"])
    }

    /// Whether adjectives, joined by commas and coordinators, lead from `at` to a noun.
    fn adjective_run_ends_in_noun(self, at: usize) -> bool {
        let mut adjectives = 0;
        for tag in &self.tags[at..self.tags.len().min(at + 8)] {
            match tag {
                Tag::Adjective => adjectives += 1,
                Tag::Comma | Tag::Coordinator | Tag::Adverb => {}
                Tag::Noun | Tag::Name => return adjectives > 0,
                _ => return false,
            }
        }
        false
    }

    /// "the political and security situation": an adjective, and a noun that stands before the noun.
    fn compound_follows(self, first: usize, joint: usize) -> bool {
        let said = first.checked_sub(1).is_some_and(|b| self.tags[b] == Tag::Be);
        self.tags[joint] == Tag::Coordinator
            && !said
            && matches!(self.tags.get(joint + 1..joint + 3), Some([Tag::Noun, Tag::Noun]))
    }

    fn determiner(self, at: usize) -> Determiner {
        let is = |list: &[&str]| self.lexicon.is_one_of(self.words[at], list);
        match self.tags[at] {
            Tag::Possessive if is(&["our", "my"]) => Determiner::First,
            Tag::Possessive if is(&["its", "their"]) => Determiner::Third,
            Tag::Possessive => Determiner::Definite,
            Tag::Determiner if is(&["the", "this", "that", "these", "those", "such"]) => Determiner::Definite,
            Tag::Determiner if is(&["a", "an", "another"]) => Determiner::Indefinite,
            Tag::Determiner => Determiner::Quantity,
            _ => Determiner::Bare,
        }
    }

    fn is_plural(self, first: usize, head: usize) -> bool {
        let classes = self.lexicon.classes(self.words[head]);
        let counted = self.tags[first..head].contains(&Tag::Number);
        classes.any(Classes::PLURAL)
            || (classes.is_empty() && self.words[head] == UNKNOWN && counted)
            || classes.any(Classes::THIRD)
    }
}
