//! Words that may be verbs: verb, participle, -ing form, noun or adjective, by what stands beside them.

use crate::clause::Tag;
use crate::lexicon::Classes;
use crate::token::Kind;

use super::Tagger;

/// Verbs whose -ing form before a noun is an adjective more often than a verb.
const DEVELOPING: [&str; 11] =
    ["develop", "exist", "emerge", "grow", "live", "last", "neighbor", "neighbour", "follow", "remain", "compete"];

impl Tagger<'_> {
    pub(super) fn verb_or_not(&self, at: usize, classes: Classes) -> Tag {
        let previous = self.previous(at);
        match previous {
            Some(Tag::To | Tag::Modal | Tag::Do) if classes.any(Classes::BASE) => return Tag::Verb,
            Some(Tag::Have) if classes.any(Classes::PARTICIPLE) => return Tag::Participle,
            Some(Tag::Be) => {
                if classes.any(Classes::PARTICIPLE) && !classes.any(Classes::NOUN_FIRST) {
                    return Tag::Participle;
                }
                if classes.any(Classes::ING) {
                    return Tag::Gerund;
                }
            }
            _ => {}
        }
        if classes.any(Classes::ING) {
            return self.gerund_or_not(at, previous, classes);
        }
        if classes.any(Classes::PAST.and(Classes::PARTICIPLE)) && !classes.any(Classes::BASE) {
            return self.past_or_participle(at, previous, classes);
        }
        self.present_or_not(at, previous, classes)
    }

    fn gerund_or_not(&self, at: usize, previous: Option<Tag>, classes: Classes) -> Tag {
        let before_noun = self.noun_follows(at);
        let of_follows = self.tokens.get(at + 1).is_some_and(|t| self.lexicon.is(t.word, "of"));
        if of_follows {
            return Tag::Noun;
        }
        match previous {
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Genitive) => {
                if before_noun && !classes.any(Classes::NOUN_FIRST) { Tag::Adjective } else { Tag::Noun }
            }
            _ if classes.any(Classes::NOUN_FIRST) => Tag::Noun,
            _ if before_noun && (self.is_developing(at) || self.is_inside_phrase(at)) => Tag::Adjective,
            _ => Tag::Gerund,
        }
    }

    /// Whether nouns and adjectives before `at` lead back to a determiner: "a tide monitoring centre".
    fn is_inside_phrase(&self, at: usize) -> bool {
        let mut before = self.tags[..at].iter().rev();
        let phrase = before.find(|t| !matches!(t, Tag::Noun | Tag::Adjective));
        self.tags[..at].last() == Some(&Tag::Noun) && matches!(phrase, Some(Tag::Determiner | Tag::Possessive))
    }

    fn is_developing(&self, at: usize) -> bool {
        let lemma = self.lexicon.lemma(self.tokens[at].word);
        self.lexicon.is_one_of(lemma, &DEVELOPING)
    }

    fn past_or_participle(&self, at: usize, previous: Option<Tag>, classes: Classes) -> Tag {
        if matches!(
            previous,
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Genitive | Tag::Preposition)
        ) && self.noun_follows(at)
        {
            return Tag::Adjective;
        }
        if !classes.any(Classes::PAST) {
            return Tag::Participle;
        }
        if self.relative_waits(at) {
            return Tag::Verb;
        }
        match previous {
            Some(Tag::Pronoun | Tag::Relative) => return Tag::Verb,
            None | Some(Tag::Preposition | Tag::Determiner | Tag::Possessive | Tag::Mark) => return Tag::Participle,
            Some(Tag::Comma) if !self.finite_behind(at) => return Tag::Participle,
            _ => {}
        }
        let next = at + 1;
        let next_classes = self.classes.get(next).copied().unwrap_or_default();
        let next_is_preposition = next_classes.any(Classes::PREPOSITION) || next >= self.tokens.len();
        if self.tokens.get(next).is_some_and(|t| self.lexicon.is(t.word, "by")) {
            return Tag::Participle;
        }
        if !next_is_preposition && self.tokens.get(next).is_some_and(|t| t.kind == Kind::Word) {
            return if self.finite && !matches!(previous, Some(Tag::Coordinator | Tag::Comma)) {
                Tag::Participle
            } else {
                Tag::Verb
            };
        }
        if self.finite || self.finite_ahead(at) { Tag::Participle } else { Tag::Verb }
    }

    /// Whether a relative pronoun before `at` has no verb yet: "the treaty which Norlandia signed".
    fn relative_waits(&self, at: usize) -> bool {
        let near = self.tags[at.saturating_sub(9)..at].iter().rev();
        let mut between =
            near.take_while(|t| !matches!(t, Tag::Verb | Tag::Be | Tag::Modal | Tag::Have | Tag::Do | Tag::Mark));
        between.any(|t| *t == Tag::Relative)
    }

    /// Whether a finite verb that cannot be mistaken follows before the clause ends.
    fn finite_ahead(&self, at: usize) -> bool {
        for i in at + 1..self.tokens.len() {
            let classes = self.classes[i];
            if matches!(self.tokens[i].kind, Kind::Semicolon | Kind::Colon | Kind::Stop)
                || classes.any(Classes::RELATIVE.and(Classes::SUBORDINATOR))
            {
                return false;
            }
            if classes.any(Classes::CLAUSE_COORDINATOR.and(Classes::COORDINATOR)) {
                return false;
            }
            if !self.named[i] && classes.any(Classes::MODAL.and(Classes::BE).and(Classes::HAVE)) {
                let to = i > 0 && self.lexicon.is(self.tokens[i - 1].word, "to");
                return !to;
            }
            if !self.named[i] && classes.any(Classes::THIRD) && !classes.any(Classes::NOUN_FIRST) {
                return true;
            }
        }
        false
    }

    /// Whether anything that may be a finite verb follows `at`.
    fn verb_ahead(&self, at: usize) -> bool {
        let finite = Classes::THIRD.and(Classes::PAST).and(Classes::BASE);
        let may = |i: usize| {
            self.classes[i].any(finite) && !self.classes[i].any(Classes::NOUN_FIRST.and(Classes::ADJECTIVE))
                || self.classes[i].any(Classes::MODAL.and(Classes::BE).and(Classes::HAVE))
        };
        (at + 1..self.tokens.len()).any(|i| !self.named[i] && may(i))
    }

    /// Whether the sentence had a finite verb before `at`.
    fn finite_behind(&self, at: usize) -> bool {
        self.tags[..at].iter().any(|t| matches!(t, Tag::Verb | Tag::Be | Tag::Modal | Tag::Have))
    }

    fn present_or_not(&self, at: usize, previous: Option<Tag>, classes: Classes) -> Tag {
        let noun_first = classes.any(Classes::NOUN_FIRST);
        // "This calls for": a singular that points has no plural noun after it.
        let pointer =
            self.tags[..at].iter().rposition(|t| *t != Tag::Adverb).filter(|&p| self.tags[p] == Tag::Determiner);
        let points = |words: &[&str]| pointer.is_some_and(|p| self.lexicon.is_one_of(self.tokens[p].word, words));
        let third = classes.any(Classes::THIRD);
        if (third && points(&["this", "that"])) || (!third && !noun_first && points(&["these", "those"])) {
            return Tag::Verb;
        }
        match previous {
            Some(Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Genitive) => {
                return self.noun_or_adjective(classes);
            }
            Some(Tag::Adjective | Tag::Preposition) => return self.noun_or_adjective(classes),
            Some(Tag::Pronoun | Tag::Relative) => return Tag::Verb,
            Some(Tag::Be) => return self.noun_or_adjective(classes),
            _ => {}
        }
        if !noun_first {
            // "on harbour lights.": the clause has its verb, and nothing follows.
            if self.finite && third && matches!(previous, Some(Tag::Noun)) && !self.goes_on(at) {
                return Tag::Noun;
            }
            let plural_subject = classes.any(Classes::THIRD) || !matches!(previous, Some(Tag::Noun));
            return if plural_subject || self.previous_is_plural(at) {
                Tag::Verb
            } else {
                self.noun_or_adjective(classes)
            };
        }
        if self.finite && !matches!(previous, Some(Tag::Coordinator | Tag::Comma)) {
            return Tag::Noun;
        }
        let named = previous == Some(Tag::Name);
        let alone = previous == Some(Tag::Noun) && third && !self.finite && !self.verb_ahead(at);
        let predicate = self.object_follows(at, classes, named) || (alone && self.goes_on(at));
        if predicate && self.subject_precedes(at, previous, classes) { Tag::Verb } else { Tag::Noun }
    }

    fn noun_or_adjective(&self, classes: Classes) -> Tag {
        if classes.any(Classes::ADJECTIVE) && !classes.any(Classes::NOUN_FIRST) { Tag::Adjective } else { Tag::Noun }
    }

    /// Whether the noun before `at` is plural, or one of two that "and" joins.
    fn previous_is_plural(&self, at: usize) -> bool {
        let joined = || {
            let nouns = |t: &&Tag| matches!(t, Tag::Noun | Tag::Adjective);
            let before = self.tags[..at].len() - self.tags[..at].iter().rev().take_while(nouns).count();
            before.checked_sub(1).is_some_and(|c| self.tags[c] == Tag::Coordinator)
                && before > 1
                && self.tags[before - 2] == Tag::Noun
        };
        let noun = self.tags[..at].iter().rposition(|t| *t != Tag::Adverb);
        noun.is_some_and(|n| self.classes[n].any(Classes::PLURAL.and(Classes::THIRD))) || joined()
    }

    /// A singular subject goes with the -s form, a plural one with the base form.
    fn subject_precedes(&self, at: usize, previous: Option<Tag>, classes: Classes) -> bool {
        match previous {
            Some(Tag::Name) => true,
            Some(Tag::Noun) => {
                let plural = self.previous_is_plural(at);
                if classes.any(Classes::THIRD) { !plural } else { plural }
            }
            // "we commend and support the": two verbs share an object.
            Some(Tag::Coordinator) if self.tags[..at].iter().rev().nth(1) == Some(&Tag::Verb) => true,
            Some(Tag::Comma | Tag::Close | Tag::Coordinator) => classes.any(Classes::THIRD) && self.finite_behind(at),
            _ => false,
        }
    }

    /// Whether a phrase follows, so that the word is not the last of its clause.
    fn goes_on(&self, at: usize) -> bool {
        let of = |word| self.lexicon.is(word, "of");
        self.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Word && !of(t.word))
            && !self.classes[at + 1].any(Classes::COORDINATOR)
    }

    /// Whether what follows looks like the object of a verb rather than the rest of a noun phrase.
    fn object_follows(&self, at: usize, classes: Classes, named: bool) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return false };
        let following = self.classes[at + 1];
        if self.named[at + 1] {
            return true;
        }
        if next.kind != Kind::Word {
            return false;
        }
        let of = self.lexicon.is(next.word, "of");
        // "Member States need to": a plural with the base form, and what is to be done.
        let to_do =
            self.lexicon.is(next.word, "to") && self.lexicon.is(self.lexicon.lemma(self.tokens[at].word), "need");
        to_do
            || following.any(
                Classes::DETERMINER
                    .and(Classes::POSSESSIVE)
                    .and(Classes::PRONOUN)
                    .and(Classes::ADVERB)
                    .and(Classes::SUBORDINATOR),
            )
            || (following.any(Classes::PREPOSITION) && !of && named && classes.any(Classes::THIRD.and(Classes::BASE)))
            || (following.any(Classes::ADJECTIVE) && classes.any(Classes::THIRD))
            || (following.any(Classes::NOUN) && classes.any(Classes::THIRD))
    }
}
