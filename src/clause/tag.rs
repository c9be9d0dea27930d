//! Gives each token its class in context. Names are given; function words are read from the lexicon; verbs
//! are told from nouns by what stands beside them.

use crate::lexicon::{Classes, Lexicon, UNKNOWN, Word, guess, normalize};
use crate::token::{Caps, Kind, Token};

use super::Tag;

/// Tags the tokens of a sentence. `named[i]` tells whether token `i` belongs to a name; `words[i]` is the word
/// of token `i`, and becomes the joined word where a function word of several words begins.
pub fn tag(
    text: &str,
    tokens: &[Token],
    named: &[bool],
    lexicon: &Lexicon,
    tags: &mut Vec<Tag>,
    words: &mut Vec<Word>,
) {
    tags.clear();
    words.clear();
    words.extend(tokens.iter().map(|t| t.word));
    let mut tagger = Tagger {
        text,
        tokens,
        named,
        lexicon,
        classes: Vec::with_capacity(tokens.len()),
        tags,
        words,
        finite: false,
        subordinate: false,
    };
    tagger.classify();
    let mut at = 0;
    while at < tokens.len() {
        at += tagger.compound(at).unwrap_or_else(|| tagger.single(at));
    }
}

struct Tagger<'a> {
    text: &'a str,
    tokens: &'a [Token],
    named: &'a [bool],
    lexicon: &'a Lexicon,
    classes: Vec<Classes>,
    tags: &'a mut Vec<Tag>,
    words: &'a mut Vec<Word>,
    /// Whether the present clause has a finite verb already.
    finite: bool,
    /// Whether the present clause is subordinate.
    subordinate: bool,
}

impl Tagger<'_> {
    fn classify(&mut self) {
        let mut normal = String::new();
        for token in self.tokens {
            let known = self.lexicon.classes(token.word);
            let classes = if token.kind != Kind::Word || !known.is_empty() {
                known
            } else if token.word != UNKNOWN || token.caps == Caps::Lower || token.span.start == 0 {
                normalize(&self.text[token.span.range()], &mut normal);
                guess(&normal)
            } else {
                Classes::NOUN
            };
            self.classes.push(classes);
        }
    }

    /// A function word of several words at `at`: tags it and returns how many tokens it has.
    fn compound(&mut self, at: usize) -> Option<usize> {
        if self.named[at] {
            return None;
        }
        let lexicon = self.lexicon;
        for (rest, joined) in lexicon.compounds(self.tokens[at].word) {
            let end = at + 1 + rest.len();
            let fits = end <= self.tokens.len()
                && self.tokens[at + 1..end].iter().zip(rest).all(|(t, w)| t.word == *w)
                && !self.named[at..end].iter().any(|&n| n);
            if fits {
                self.words[at] = *joined;
                let classes = lexicon.classes(*joined);
                self.tags.push(function_tag(classes).unwrap_or(Tag::Adverb));
                self.tags.extend(rest.iter().map(|_| Tag::Continued));
                return Some(end - at);
            }
        }
        None
    }

    fn single(&mut self, at: usize) -> usize {
        let tag = self.tag_of(at);
        match tag {
            Tag::Verb if self.previous(at) == Some(Tag::To) => {}
            Tag::Verb | Tag::Modal => self.finite = true,
            Tag::Be | Tag::Have | Tag::Do if !matches!(self.previous(at), Some(Tag::To | Tag::Modal)) => {
                self.finite = true;
            }
            Tag::Subordinator => (self.finite, self.subordinate) = (false, true),
            Tag::Comma if self.subordinate && self.finite => (self.finite, self.subordinate) = (false, false),
            Tag::Relative => self.finite = false,
            Tag::Mark if self.tokens[at].kind != Kind::Quote => self.finite = false,
            Tag::Coordinator if !self.joins_nouns(at) => self.finite = false,
            _ => {}
        }
        self.tags.push(tag);
        1
    }

    /// Whether a coordinator at `at` stands between two noun phrases, not two clauses.
    fn joins_nouns(&self, at: usize) -> bool {
        let Some(next) = self.classes.get(at + 1) else { return false };
        let noun_before = matches!(self.tags[..at].last(), Some(Tag::Noun | Tag::Adjective));
        let noun_after =
            next.any(Classes::NOUN.and(Classes::ADJECTIVE).and(Classes::NOUN_FIRST)) && !next.any(Classes::PRONOUN);
        noun_before && noun_after && !self.named[at + 1]
    }

    fn tag_of(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        if self.named[at] {
            return Tag::Name;
        }
        match token.kind {
            Kind::Word => self.word_tag(at),
            Kind::Number | Kind::Symbol | Kind::Currency => Tag::Number,
            Kind::Genitive => Tag::Genitive,
            Kind::Comma => Tag::Comma,
            Kind::Open => Tag::Open,
            Kind::Close => Tag::Close,
            _ => Tag::Mark,
        }
    }

    fn word_tag(&self, at: usize) -> Tag {
        let classes = self.classes[at];
        let joins_next = self.tokens.get(at + 1).is_some_and(|t| t.is_joined && t.kind == Kind::Word);
        if joins_next {
            return if classes.any(Classes::NUMBER.and(Classes::ORDINAL)) { Tag::Number } else { Tag::Adjective };
        }
        if self.tokens[at].is_joined {
            return self.compound_end(at, classes);
        }
        if self.is_capital_inside(at)
            && !classes.any(Classes::PREPOSITION.and(Classes::COORDINATOR).and(Classes::DETERMINER))
        {
            return self.capitalised(at, classes);
        }
        let after_to = self.tags.last() == Some(&Tag::To) && function_tag(classes).is_none();
        if after_to && !classes.any(Classes::ADVERB) {
            return Tag::Verb;
        }
        if let Some(tag) = self.context_function(at, classes) {
            return tag;
        }
        if let Some(tag) = function_tag(classes) {
            return tag;
        }
        let governed = matches!(
            self.previous(at),
            Some(Tag::To | Tag::Modal | Tag::Pronoun | Tag::Relative | Tag::Do | Tag::Have)
        );
        if classes.any(Classes::ADJECTIVE) && self.noun_follows(at) && !governed {
            return Tag::Adjective;
        }
        if classes.any(Classes::VERB) {
            return self.verb_or_not(at, classes);
        }
        self.open_class(classes)
    }

    fn open_class(&self, classes: Classes) -> Tag {
        if classes.any(Classes::ADVERB) {
            Tag::Adverb
        } else if classes.any(Classes::ADJECTIVE) {
            Tag::Adjective
        } else {
            Tag::Noun
        }
    }

    /// The last part of a hyphenated compound: "capacity-building" is a noun, "security-related" an adjective.
    fn compound_end(&self, at: usize, classes: Classes) -> Tag {
        if classes.any(Classes::PARTICIPLE) && !classes.any(Classes::BASE) {
            return Tag::Adjective;
        }
        let prefix = self.tokens.get(at.wrapping_sub(1)).map_or(0, |t| t.span.len());
        if prefix <= 3 && classes.any(Classes::VERB) && !classes.any(Classes::NOUN_FIRST) {
            return self.verb_or_not(at, classes);
        }
        self.open_class(classes)
    }

    /// A capitalised word that does not begin the sentence is part of a name.
    fn is_capital_inside(&self, at: usize) -> bool {
        self.tokens[at].is_capitalised() && at > 0 && self.tokens[at - 1].kind != Kind::Quote
    }

    fn capitalised(&self, at: usize, classes: Classes) -> Tag {
        if classes.any(Classes::PRONOUN.and(Classes::POSSESSIVE).and(Classes::BE)) {
            return function_tag(classes).unwrap_or(Tag::Noun);
        }
        let next_is_capital = self.tokens.get(at + 1).is_some_and(Token::is_capitalised);
        if next_is_capital && classes.any(Classes::ADJECTIVE.and(Classes::PARTICIPLE)) {
            Tag::Adjective
        } else {
            Tag::Noun
        }
    }

    /// Words of several closed classes: "to", "that", "before", "as", "like", "so", "have", "do", "no".
    fn context_function(&self, at: usize, classes: Classes) -> Option<Tag> {
        let next = self.classes.get(at + 1).copied().unwrap_or_default();
        let word = self.tokens[at].word;
        if self.lexicon.is(word, "to") {
            let after_adverb = if next.any(Classes::ADVERB) { self.classes.get(at + 2).copied() } else { None };
            let verb = after_adverb.unwrap_or(next);
            let next_named = self.named.get(at + 1).copied().unwrap_or_default();
            let object = self.classes.get(at + 2).is_some_and(|c| c.any(Classes::DETERMINER.and(Classes::POSSESSIVE)));
            let singular = !next.any(
                Classes::DETERMINER
                    .and(Classes::POSSESSIVE)
                    .and(Classes::PLURAL)
                    .and(Classes::ING)
                    .and(Classes::PRONOUN),
            );
            if object && singular && !next_named {
                return Some(Tag::To);
            }
            let is_to = verb.any(Classes::BASE.and(Classes::BE).and(Classes::HAVE).and(Classes::DO)) && !next_named;
            return Some(if is_to { Tag::To } else { Tag::Preposition });
        }
        if self.lexicon.is(word, "that") {
            return Some(self.that(at, next));
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
            let clause = self.clause_follows(at);
            return Some(if clause { Tag::Subordinator } else { Tag::Preposition });
        }
        None
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
        let takes_clause = [
            "fact",
            "idea",
            "belief",
            "view",
            "hope",
            "conviction",
            "assurance",
            "proof",
            "recognition",
            "understanding",
        ];
        let noun = self.tokens[at - 1].word;
        let named = self.named.get(at + 1).copied().unwrap_or_default();
        named && !self.lexicon.is_one_of(noun, &takes_clause)
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

    /// Tag of the last token before `at` that is no adverb.
    fn previous(&self, at: usize) -> Option<Tag> {
        self.tags[..at].iter().rev().find(|t| !matches!(t, Tag::Adverb | Tag::Continued | Tag::Negator)).copied()
    }

    fn verb_or_not(&self, at: usize, classes: Classes) -> Tag {
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

    /// -ing words that are adjectives before nouns more often than verbs.
    fn is_developing(&self, at: usize) -> bool {
        let lemma = self.lexicon.lemma(self.tokens[at].word);
        let adjectives = [
            "develop",
            "exist",
            "emerge",
            "grow",
            "live",
            "last",
            "neighbor",
            "neighbour",
            "follow",
            "remain",
            "compete",
        ];
        self.lexicon.is_one_of(lemma, &adjectives)
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

    /// Whether the sentence had a finite verb before `at`.
    fn finite_behind(&self, at: usize) -> bool {
        self.tags[..at].iter().any(|t| matches!(t, Tag::Verb | Tag::Be | Tag::Modal | Tag::Have))
    }

    fn noun_follows(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return false };
        let classes = self.classes[at + 1];
        next.kind == Kind::Word
            && (self.named[at + 1]
                || classes.any(Classes::NOUN.and(Classes::NOUN_FIRST).and(Classes::ADJECTIVE))
                || next.is_capitalised())
            && !classes.any(Classes::PREPOSITION.and(Classes::COORDINATOR).and(Classes::DETERMINER))
    }

    fn present_or_not(&self, at: usize, previous: Option<Tag>, classes: Classes) -> Tag {
        let noun_first = classes.any(Classes::NOUN_FIRST);
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
            if self.finite && classes.any(Classes::THIRD) && matches!(previous, Some(Tag::Noun)) {
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
        if self.object_follows(at, classes, named) && self.subject_precedes(at, previous, classes) {
            Tag::Verb
        } else {
            Tag::Noun
        }
    }

    fn noun_or_adjective(&self, classes: Classes) -> Tag {
        if classes.any(Classes::ADJECTIVE) && !classes.any(Classes::NOUN_FIRST) { Tag::Adjective } else { Tag::Noun }
    }

    fn previous_is_plural(&self, at: usize) -> bool {
        at > 0 && self.classes[at - 1].any(Classes::PLURAL.and(Classes::THIRD))
    }

    /// A singular subject goes with the -s form, a plural one with the base form.
    fn subject_precedes(&self, at: usize, previous: Option<Tag>, classes: Classes) -> bool {
        match previous {
            Some(Tag::Name) => true,
            Some(Tag::Noun) => {
                let plural = self.previous_is_plural(at);
                if classes.any(Classes::THIRD) { !plural } else { plural }
            }
            Some(Tag::Comma | Tag::Close | Tag::Coordinator) => classes.any(Classes::THIRD) && self.finite_behind(at),
            _ => false,
        }
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
        following.any(
            Classes::DETERMINER
                .and(Classes::POSSESSIVE)
                .and(Classes::PRONOUN)
                .and(Classes::ADVERB)
                .and(Classes::SUBORDINATOR),
        ) || (following.any(Classes::PREPOSITION) && !of && named && classes.any(Classes::THIRD.and(Classes::BASE)))
            || (following.any(Classes::ADJECTIVE) && classes.any(Classes::THIRD))
            || (following.any(Classes::NOUN) && classes.any(Classes::THIRD))
    }
}

/// The tag of a function word, from its classes alone.
fn function_tag(classes: Classes) -> Option<Tag> {
    let table = [
        (Classes::MODAL, Tag::Modal),
        (Classes::BE, Tag::Be),
        (Classes::HAVE, Tag::Have),
        (Classes::DO, Tag::Do),
        (Classes::LISTING, Tag::Listing),
        (Classes::COORDINATOR, Tag::Coordinator),
        (Classes::CLAUSE_COORDINATOR, Tag::Subordinator),
        (Classes::NEGATOR, Tag::Negator),
        (Classes::RELATIVE, Tag::Relative),
        (Classes::POSSESSIVE, Tag::Possessive),
        (Classes::PRONOUN, Tag::Pronoun),
        (Classes::DETERMINER, Tag::Determiner),
        (Classes::NUMBER, Tag::Number),
        (Classes::ORDINAL, Tag::Number),
        (Classes::PREPOSITION, Tag::Preposition),
        (Classes::SUBORDINATOR, Tag::Subordinator),
        (Classes::ADVERB, Tag::Adverb),
    ];
    table.iter().find(|(class, _)| classes.any(*class)).map(|&(_, tag)| tag)
}
