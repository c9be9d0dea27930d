//! A sentence in which no word was taken for its verb: the likeliest of its words that may be one is.

use crate::clause::Tag;
use crate::lexicon::{Classes, UNKNOWN};
use crate::token::Kind;

use super::Tagger;

/// Fewer tokens make a heading, not a sentence.
const SHORTEST: usize = 5;

impl Tagger<'_> {
    /// "Responsibility for peace lies with us", "This led to": finds the verb of a sentence that has none yet.
    pub(super) fn find_verb(&mut self) {
        let sentence = self.tokens.len() >= SHORTEST && self.tokens.last().is_some_and(|t| t.kind == Kind::Stop);
        let finite = |at: usize| match self.tags[at] {
            Tag::Modal | Tag::Be | Tag::Have | Tag::Do => true,
            Tag::Verb => self.previous(at) != Some(Tag::To),
            _ => false,
        };
        if !sentence || self.tokens[0].kind != Kind::Word || (0..self.tags.len()).any(finite) {
            return;
        }
        let likely =
            (1..self.tags.len() - 1).map(|at| (self.likelihood(at), at)).filter(|(likelihood, _)| *likelihood > 0);
        if let Some((_, at)) = likely.max_by_key(|&(likelihood, at)| (likelihood, std::cmp::Reverse(at))) {
            self.tags[at] = Tag::Verb;
        }
    }

    /// How likely a word that was taken for a noun, adjective or participle is the verb, from what follows it; 0 for not at all.
    fn likelihood(&self, at: usize) -> u8 {
        let classes = self.classes[at];
        let open = matches!(self.tags[at], Tag::Noun | Tag::Adjective | Tag::Participle);
        let may = classes.any(Classes::THIRD.and(Classes::PAST).and(Classes::BASE)) && !self.named[at];
        if !open
            || !may
            || self.tokens[at].is_capitalised()
            || self.tokens[at].is_joined
            || !self.has_subject(at, classes)
        {
            return 0;
        }
        let next = self.classes[at + 1];
        let word = self.tokens[at + 1].word;
        // "Norlandia pledges $2 million to"
        let counted = matches!(self.tokens[at + 1].kind, Kind::Currency | Kind::Number) || next.any(Classes::NUMBER);
        let sum = counted && self.tokens.get(at + 2).is_some_and(|t| t.kind == Kind::Word || t.kind == Kind::Number);
        if sum {
            2
        } else if self.lexicon.is(word, "of")
            || next.any(Classes::COORDINATOR)
            || self.tokens[at + 1].kind != Kind::Word
        {
            0
        } else if self.definite_object_follows(at) || next.any(Classes::PRONOUN.and(Classes::SUBORDINATOR)) {
            3
        } else if word == self.to || next.any(Classes::PREPOSITION.and(Classes::ADVERB).and(Classes::ORDINAL)) {
            2
        } else {
            u8::from(next.any(Classes::NOUN.and(Classes::ADJECTIVE)))
        }
    }

    /// Whether a subject that goes with the form stands before it, alone or with what belongs to it.
    fn has_subject(&self, at: usize, classes: Classes) -> bool {
        let before = self.tags[..at].iter().rposition(|t| !matches!(t, Tag::Adverb | Tag::Continued | Tag::Negator));
        let Some(before) = before else { return false };
        let pointer =
            self.tags[before] == Tag::Determiner && self.lexicon.is_one_of(self.tokens[before].word, &["this", "that"]);
        // "the poor need", but not "of a national commission on": an adjective alone is a phrase behind "the".
        let nominal = |head: usize| {
            let the = head.checked_sub(1).is_some_and(|t| self.lexicon.is(self.tokens[t].word, "the"));
            the && self.tags[head] == Tag::Adjective
        };
        let phrase = matches!(self.tags[before], Tag::Noun | Tag::Name | Tag::Close) || nominal(before);
        if classes.any(Classes::PAST) && !classes.any(Classes::BASE) {
            let plain = !classes.any(Classes::PARTICIPLE) || self.tags[at] != Tag::Participle;
            return (pointer || phrase) && plain;
        }
        // Of "the threats to peace" the threats are the subject.
        let led = |head: usize| self.tags[head] == Tag::Noun && self.tags[head + 1] == Tag::Preposition;
        // A noun that is not known may be one: "our carabinieri".
        let plural = |head: usize| {
            self.classes[head].any(Classes::PLURAL.and(Classes::THIRD))
                || nominal(head)
                || self.tags[head] == Tag::Noun && self.tokens[head].word == UNKNOWN
        };
        let mut heads = (0..before).filter(|&head| led(head)).chain([before]);
        let agrees = if classes.any(Classes::THIRD) {
            heads.any(|head| !plural(head))
        } else {
            self.tags[..before].contains(&Tag::Coordinator) || heads.any(plural)
        };
        phrase && agrees || pointer && classes.any(Classes::THIRD)
    }
}
