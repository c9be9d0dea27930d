//! Function words: the tag that their classes give; where these are several, what stands around them decides.

use crate::clause::Tag;
use crate::lexicon::{Classes, UNKNOWN};
use crate::token::Kind;

use super::Tagger;

/// Nouns after which "that" tells their content.
const TAKING_CLAUSE: [&str; 10] =
    ["fact", "idea", "belief", "view", "hope", "conviction", "assurance", "proof", "recognition", "understanding"];

impl Tagger<'_> {
    /// Words of several closed classes: "to", "that", "before", "as", "like", "so", "have", "do", "no".
    pub(super) fn context_function(&self, at: usize, classes: Classes) -> Option<Tag> {
        let next = self.classes.get(at + 1).copied().unwrap_or_default();
        let word = self.tokens[at].word;
        if word == self.to && word != UNKNOWN {
            return Some(self.to(at, next));
        }
        function_tag(classes)?;
        if self.lexicon.is(word, "that") {
            return Some(self.that(at, next));
        }
        // "we all know", "let me first congratulate": between a pronoun and its verb stands an adverb.
        let floats = classes.any(Classes::ORDINAL) || self.lexicon.is_one_of(word, &["all", "both", "each"]);
        if floats && self.tags[..at].last() == Some(&Tag::Pronoun) && next.any(Classes::BASE.and(Classes::MODAL)) {
            return Some(Tag::Adverb);
        }
        let modified = matches!(self.tags[..at].last(), Some(Tag::Determiner | Tag::Possessive | Tag::Adjective));
        if self.lexicon.is(word, "will") && modified {
            return Some(Tag::Noun);
        }
        if classes.any(Classes::HAVE) && self.previous(at) == Some(Tag::Have) {
            return Some(Tag::Participle);
        }
        if classes.any(Classes::HAVE) {
            return Some(if self.participle_follows(at) { Tag::Have } else { Tag::Verb });
        }
        if classes.any(Classes::DO) {
            return Some(if self.base_follows(at) { Tag::Do } else { Tag::Verb });
        }
        // "the following bodies": no preposition stands behind a determiner.
        if classes.any(Classes::PREPOSITION)
            && self.tags[..at].last() == Some(&Tag::Determiner)
            && self.noun_follows(at)
        {
            return Some(Tag::Adjective);
        }
        let after_verb = matches!(self.tags[..at].last(), Some(Tag::Negator | Tag::Have | Tag::Be));
        if classes.any(Classes::CLAUSE_COORDINATOR.and(Classes::ADVERB)) && after_verb {
            return Some(Tag::Adverb);
        }
        if classes.any(Classes::NEGATOR) && classes.any(Classes::COORDINATOR) && next.any(Classes::VERB) {
            return Some(Tag::Negator);
        }
        if classes.any(Classes::LISTING) {
            let like = classes.any(Classes::PREPOSITION.and(Classes::ADVERB)) || classes.any(Classes::VERB);
            if !like || self.previous(at).is_some_and(|t| matches!(t, Tag::Comma | Tag::Noun | Tag::Name)) {
                return Some(Tag::Listing);
            }
        }
        if classes.any(Classes::PREPOSITION) && classes.any(Classes::SUBORDINATOR) {
            let subject = self.tokens.get(at + 1).map(|t| t.word);
            let nominative = subject.is_some_and(|w| self.lexicon.is_one_of(w, &["we", "they", "i", "he", "she"]));
            let clause = nominative || self.clause_follows(at);
            return Some(if clause { Tag::Subordinator } else { Tag::Preposition });
        }
        None
    }

    /// "to" before a base form begins an infinitive, else it is a preposition.
    fn to(&self, at: usize, next: Classes) -> Tag {
        let after_adverb = if next.any(Classes::ADVERB) { self.classes.get(at + 2).copied() } else { None };
        let verb = after_adverb.unwrap_or(next);
        let next_named = self.named.get(at + 1).copied().unwrap_or_default();
        let object = self.classes.get(at + 2).is_some_and(|c| c.any(Classes::DETERMINER.and(Classes::POSSESSIVE)));
        let singular = !next.any(
            Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::PLURAL).and(Classes::ING).and(Classes::PRONOUN),
        );
        if object && singular && !next_named {
            return Tag::To;
        }
        let is_to = verb.any(Classes::BASE.and(Classes::BE).and(Classes::HAVE).and(Classes::DO)) && !next_named;
        if is_to { Tag::To } else { Tag::Preposition }
    }

    /// "that" after a noun and before a verb is relative; before a noun phrase with a verb it joins a clause.
    fn that(&self, at: usize, next: Classes) -> Tag {
        let before = self.previous(at);
        if matches!(before, Some(Tag::Noun | Tag::Name | Tag::Close)) {
            let takes_object = self.classes.get(at + 2).is_some_and(|c| {
                c.any(Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::PREPOSITION).and(Classes::PRONOUN))
            });
            let verb = next.any(
                Classes::MODAL
                    .and(Classes::BE)
                    .and(Classes::HAVE)
                    .and(Classes::THIRD)
                    .and(Classes::PAST)
                    .and(Classes::NEGATOR),
            ) || (next.any(Classes::BASE) && (!next.any(Classes::NOUN_FIRST) || takes_object));
            if verb || next.any(Classes::PRONOUN) {
                return Tag::Relative;
            }
            return if self.relative_subject_follows(at) { Tag::Relative } else { Tag::Subordinator };
        }
        if self.named.get(at + 1).copied().unwrap_or_default() {
            return Tag::Subordinator;
        }
        if matches!(before, Some(Tag::Adjective | Tag::Be)) {
            return Tag::Subordinator;
        }
        if matches!(before, Some(Tag::Verb | Tag::Gerund | Tag::Participle | Tag::Pronoun)) {
            let clause =
                self.clause_follows(at) || next.any(Classes::PRONOUN.and(Classes::DETERMINER).and(Classes::POSSESSIVE));
            return if clause { Tag::Subordinator } else { Tag::Determiner };
        }
        if next.any(Classes::VERB.and(Classes::BE).and(Classes::MODAL)) && !next.any(Classes::NOUN_FIRST) {
            return Tag::Pronoun;
        }
        Tag::Determiner
    }

    /// "the treaty that Norlandia ratified": a name and a verb follow a noun that takes no clause.
    fn relative_subject_follows(&self, at: usize) -> bool {
        let noun = self.tokens[at - 1].word;
        let named = self.named.get(at + 1).copied().unwrap_or_default();
        named && !self.lexicon.is_one_of(noun, &TAKING_CLAUSE)
    }

    fn participle_follows(&self, at: usize) -> bool {
        self.skipping_adverbs(at + 1).is_some_and(|i| {
            let been = self.lexicon.is_one_of(self.tokens[i].word, &["been", "had"]);
            been || self.classes[i].any(Classes::PARTICIPLE)
        })
    }

    fn base_follows(&self, at: usize) -> bool {
        self.skipping_adverbs(at + 1).is_some_and(|i| self.classes[i].any(Classes::BASE) && !self.named[i])
    }

    fn skipping_adverbs(&self, from: usize) -> Option<usize> {
        (from..self.tokens.len().min(from + 4)).find(|&i| !self.classes[i].any(Classes::ADVERB.and(Classes::NEGATOR)))
    }

    /// Whether a subject and a verb follow within a few words and before a mark.
    fn clause_follows(&self, at: usize) -> bool {
        let mut nouns = false;
        for i in at + 1..self.tokens.len().min(at + 9) {
            let classes = self.classes[i];
            if self.tokens[i].kind != Kind::Word || classes.any(Classes::RELATIVE) {
                return false;
            }
            nouns |= self.named[i] || classes.any(Classes::NOUN.and(Classes::PRONOUN).and(Classes::NOUN_FIRST));
            let finite =
                classes.any(Classes::MODAL.and(Classes::BE).and(Classes::HAVE).and(Classes::THIRD).and(Classes::PAST));
            // "as the host of a meeting held in": a participle before a preposition is no finite verb.
            let reduced = classes.any(Classes::PARTICIPLE)
                && self.classes.get(i + 1).is_some_and(|c| c.any(Classes::PREPOSITION));
            if nouns && finite && !reduced && !self.named[i] && !classes.any(Classes::NOUN_FIRST) {
                return true;
            }
        }
        false
    }
}

/// The tag of a function word, from its classes alone: that of the first.
pub(super) fn function_tag(classes: Classes) -> Option<Tag> {
    const TAGS: [Tag; 17] = [
        Tag::Modal,
        Tag::Be,
        Tag::Have,
        Tag::Do,
        Tag::Listing,
        Tag::Coordinator,
        Tag::Subordinator,
        Tag::Negator,
        Tag::Relative,
        Tag::Possessive,
        Tag::Pronoun,
        Tag::Determiner,
        Tag::Number,
        Tag::Number,
        Tag::Preposition,
        Tag::Subordinator,
        Tag::Adverb,
    ];
    TAGS.get(classes.first()).copied()
}
