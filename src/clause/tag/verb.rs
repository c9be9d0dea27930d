//! Words that may be verbs: verb, participle, -ing form, noun or adjective, by what stands beside them.

use crate::clause::Tag;
use crate::lexicon::{Classes, MONTHS};
use crate::token::{Kind, Token};

use super::Tagger;

/// Verbs whose -ing form before a noun is an adjective more often than a verb.
const DEVELOPING: [&str; 11] =
    ["develop", "exist", "emerge", "grow", "live", "last", "neighbor", "neighbour", "follow", "remain", "compete"];

/// Words after which "that" begins what ought to be: "we demand that the Council act".
const DEMANDING: [&str; 22] = [
    "demand",
    "request",
    "propose",
    "proposal",
    "recommend",
    "recommendation",
    "insist",
    "ask",
    "urge",
    "require",
    "suggest",
    "suggestion",
    "necessary",
    "essential",
    "imperative",
    "important",
    "vital",
    "crucial",
    "critical",
    "urgent",
    "appropriate",
    "desirable",
];

impl Tagger<'_> {
    pub(super) fn verb_or_not(&self, at: usize, classes: Classes) -> Tag {
        let dated = self.dates_what_precedes(at, classes);
        let previous = if dated { Some(Tag::Noun) } else { self.over_aside(at) };
        // "the earthquake of April 2015 cost the lives of"
        if dated && self.definite_object_follows(at) && !classes.any(Classes::ING) {
            return Tag::Verb;
        }
        match previous {
            Some(Tag::To | Tag::Modal | Tag::Do) if classes.any(Classes::BASE) => return Tag::Verb,
            Some(Tag::Have) if classes.any(Classes::PARTICIPLE) => return Tag::Participle,
            Some(Tag::Subordinator) if self.is_reduced(at, classes) => return Tag::Participle,
            Some(Tag::Be) => {
                if classes.any(Classes::PARTICIPLE) && !classes.any(Classes::NOUN_FIRST) {
                    return Tag::Participle;
                }
                if classes.any(Classes::ING) {
                    return if self.is_kind_of_state(at) { Tag::Adjective } else { Tag::Gerund };
                }
            }
            _ => {}
        }
        if classes.any(Classes::ING) {
            return self.gerund_or_not(at, previous, classes);
        }
        // "the committee set up by", "as set forth in", "the example set by": it is no noun; nor is "hit by".
        let particle = |t: &Token| !t.is_joined && self.lexicon.is_one_of(t.word, &["up", "out", "forth", "by"]);
        let sets = self.lexicon.is(self.tokens[at].word, "set") && self.tokens.get(at + 1).is_some_and(particle);
        if sets && at > 0 && self.lexicon.is(self.tokens[at - 1].word, "as") {
            return Tag::Participle;
        }
        let sets_up = sets && matches!(previous, Some(Tag::Noun | Tag::Name | Tag::Comma));
        let hit = self.lexicon.is(self.tokens[at].word, "hit") && self.is_by(at + 1);
        if hit || sets_up || classes.any(Classes::PAST.and(Classes::PARTICIPLE)) && !classes.any(Classes::BASE) {
            return self.past_or_participle(at, previous, classes);
        }
        self.present_or_not(at, previous, classes)
    }

    /// "the Act of 3 June 2008 governs", "Vision 2050 aims": a year that ends what precedes it, and counts nothing.
    fn dates_what_precedes(&self, at: usize, classes: Classes) -> bool {
        // "the war of 1992-1997 cost"
        let range = at > 0 && self.tokens[at - 1].is_joined && self.tokens[at - 1].kind == Kind::Number;
        let end = at - usize::from(range);
        let Some([before, year]) = end.checked_sub(2).map(|first| &self.tokens[first..end]) else { return false };
        let written = &self.text[year.span.range()];
        let is_year = year.kind == Kind::Number && written.len() == 4 && written.starts_with(['1', '2']);
        // "Decree No. 79/2016 amended Law No. 5"
        let number = year.kind == Kind::Symbol && written.ends_with(|c: char| c.is_ascii_digit());
        let month = self.lexicon.is_one_of(self.lexicon.lemma(before.word), &MONTHS);
        let named = matches!(self.tags[end - 2], Tag::Noun | Tag::Name) && before.is_capitalised();
        let when = self.tags[end - 2] == Tag::Preposition && !classes.any(Classes::NOUN_FIRST);
        (is_year && (month || named || when) || number && named) && !self.finite
    }

    /// "are founding members", "are developing countries": what they are, not what they do.
    fn is_kind_of_state(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1).map(|t| self.lexicon.lemma(t.word));
        self.lexicon.is_one_of(self.tokens[at].word, &["founding", "developing", "leading", "contributing"])
            && next.is_some_and(|w| self.lexicon.is_one_of(w, &["member", "country", "state", "nation", "partner"]))
    }

    fn gerund_or_not(&self, at: usize, previous: Option<Tag>, classes: Classes) -> Tag {
        let before_noun = self.noun_follows(at);
        if self.is_kind_of_state(at) {
            return Tag::Adjective;
        }
        let of_follows = self.tokens.get(at + 1).is_some_and(|t| self.lexicon.is(t.word, "of"));
        // "with financing from the Bank"
        let given = self.tokens.get(at + 1).is_some_and(|t| self.lexicon.is(t.word, "from"))
            && self.lexicon.is_one_of(self.tokens[at].word, &["financing", "funding", "training", "backing"]);
        if of_follows || given {
            return Tag::Noun;
        }
        match previous {
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Genitive) => {
                if before_noun && !classes.any(Classes::NOUN_FIRST) { Tag::Adjective } else { Tag::Noun }
            }
            // "by building a", "on meeting the"
            Some(Tag::Preposition)
                if self.definite_object_follows(at)
                    && self.lexicon.lemma(self.tokens[at].word) != self.tokens[at].word
                    && !self.lexicon.is_one_of(self.tokens[at].word, &["neighbouring", "neighboring"]) =>
            {
                Tag::Gerund
            }
            // "by setting up", "By standing with Norlandia, we"
            Some(Tag::Preposition) if self.goes_with_particle(at) || at == 1 && self.leads_on(at) => Tag::Gerund,
            _ if classes.any(Classes::NOUN_FIRST) => Tag::Noun,
            // "food processing", no object follows
            Some(Tag::Noun) if self.closes_phrase(at) => Tag::Noun,
            Some(Tag::Name) => Tag::Gerund, // "Norlandia and Westmark living side by side"
            _ if before_noun && (self.is_developing(at) || self.is_inside_phrase(at)) => Tag::Adjective,
            _ => Tag::Gerund,
        }
    }

    fn goes_with_particle(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|t| self.lexicon.is_one_of(t.word, &["up", "aside", "forward", "out"]))
    }

    /// Whether "by" stands before `at` and a preposition behind it, at the beginning of a sentence.
    fn leads_on(&self, at: usize) -> bool {
        let next = self.classes.get(at + 1).is_some_and(|c| c.any(Classes::PREPOSITION));
        next && self.lexicon.is(self.tokens[at - 1].word, "by")
    }

    /// Whether nouns and adjectives before `at` lead back to a determiner: "a tide monitoring centre".
    fn is_inside_phrase(&self, at: usize) -> bool {
        let mut before = self.tags[..at].iter().rev();
        let phrase = before.find(|t| !matches!(t, Tag::Noun | Tag::Adjective));
        // "the crises taking place": what a plural does.
        let compound = self.tags[..at].last() == Some(&Tag::Noun) && !self.classes[at - 1].any(Classes::PLURAL);
        compound && matches!(phrase, Some(Tag::Determiner | Tag::Possessive))
    }

    /// Whether an -ing form behind a singular noun is the last word of its phrase.
    fn closes_phrase(&self, at: usize) -> bool {
        let compound = self.tags[..at].last() == Some(&Tag::Noun)
            && !self.classes[at - 1].any(Classes::PLURAL.and(Classes::VERB).and(Classes::ING))
            && !self.tokens[at - 1].is_capitalised();
        let ends = self.tokens.get(at + 1).is_none_or(|t| {
            matches!(t.kind, Kind::Comma | Kind::Stop | Kind::Semicolon)
                || self.classes[at + 1].any(Classes::COORDINATOR)
        });
        compound && ends
    }

    /// "as set out in", "when asked, we": a participle right behind what begins a subordinate clause.
    fn is_reduced(&self, at: usize, classes: Classes) -> bool {
        let before = self.tokens[at - 1].word;
        let joins = self.lexicon.classes(before).any(Classes::CLAUSE_COORDINATOR) || self.lexicon.is(before, "that");
        let direct = self.tags[..at].last() == Some(&Tag::Subordinator) && !joins;
        let next = self.classes.get(at + 1).copied().unwrap_or_default();
        let follows = next.any(Classes::PREPOSITION.and(Classes::ADVERB));
        direct && classes.any(Classes::PARTICIPLE) && follows
    }

    fn is_developing(&self, at: usize) -> bool {
        let lemma = self.lexicon.lemma(self.tokens[at].word);
        self.lexicon.is_one_of(lemma, &DEVELOPING)
    }

    /// Whether anything that may be a finite verb follows `at`.
    fn verb_ahead(&self, at: usize) -> bool {
        let finite = Classes::THIRD.and(Classes::PAST).and(Classes::BASE);
        let may = |i: usize| {
            self.classes[i].any(finite) && !self.classes[i].any(Classes::NOUN_FIRST.and(Classes::ADJECTIVE))
                || self.classes[i].any(Classes::MODAL.and(Classes::BE).and(Classes::HAVE))
        };
        (at + 1..self.tokens.len()).any(|i| !self.named[i] && !self.is_capital_inside(i) && may(i))
    }

    /// Whether the sentence had a finite verb before `at`.
    pub(super) fn finite_behind(&self, at: usize) -> bool {
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
        let helped = self.tags[..at].last() == Some(&Tag::Verb)
            && self.lexicon.is(self.lexicon.lemma(self.tokens[at - 1].word), "help");
        if helped && classes.any(Classes::BASE) && self.definite_object_follows(at) {
            return Tag::Verb;
        }
        if self.resumes_verb(at, previous, classes)
            || self.is_far_predicate(at, previous, classes)
            || self.is_subjunctive(at, previous, classes)
        {
            return Tag::Verb;
        }
        match previous {
            Some(Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Genitive) => {
                return self.noun_or_adjective(classes);
            }
            Some(Tag::Adjective | Tag::Preposition) => return self.noun_or_adjective(classes),
            // "whose mandate ends", "a fund by which judges are trained"
            Some(Tag::Relative) if self.subject_follows_relative(at, classes) => {
                return self.noun_or_adjective(classes);
            }
            Some(Tag::Pronoun | Tag::Relative) => return Tag::Verb,
            Some(Tag::Be) => return self.noun_or_adjective(classes),
            _ => {}
        }
        if !noun_first {
            // "on harbour lights.": the clause has its verb, and nothing follows.
            if self.finite
                && third
                && matches!(previous, Some(Tag::Noun))
                && (!self.goes_on(at) || self.is_bare_object(at))
            {
                return Tag::Noun;
            }
            let plural_subject = classes.any(Classes::THIRD) || !matches!(previous, Some(Tag::Noun));
            return if plural_subject || self.previous_is_plural(at) || (self.goes_on(at) && self.is_far_plural(at)) {
                Tag::Verb
            } else {
                self.noun_or_adjective(classes)
            };
        }
        if self.finite && !matches!(previous, Some(Tag::Coordinator | Tag::Comma)) {
            return Tag::Noun;
        }
        let aside = third && self.closes_named_aside(at) && self.goes_on(at);
        let resumes = || self.resumes_subject(at) || self.resumes_relative(at, previous) || self.ends_relative(at);
        if aside || third && resumes() {
            return Tag::Verb;
        }
        let named = previous == Some(Tag::Name);
        // "that all Member States exercise in full": else the clause would have no verb.
        let plural = !third && classes.any(Classes::BASE) && self.previous_is_plural(at) && self.lacks_verb(at);
        let alone = previous == Some(Tag::Noun) && (third || plural) && !self.finite && !self.verb_ahead(at);
        let predicate = self.object_follows(at, classes, named) || (alone && self.goes_on(at));
        if predicate && self.subject_precedes(at, previous, classes) { Tag::Verb } else { Tag::Noun }
    }

    /// "It is vital that the Council honour its word": a base form behind a singular, in a clause of what ought to be.
    fn is_subjunctive(&self, at: usize, previous: Option<Tag>, classes: Classes) -> bool {
        let bare = previous == Some(Tag::Noun) && classes.any(Classes::BASE) && !classes.any(Classes::THIRD);
        let opener = self.tags[..at].iter().rposition(|t| matches!(t, Tag::Subordinator | Tag::Relative | Tag::Mark));
        let Some(that) = opener.filter(|&o| bare && o > 0 && self.lexicon.is(self.tokens[o].word, "that")) else {
            return false;
        };
        let demanded = self.lexicon.is_one_of(self.lexicon.lemma(self.tokens[that - 1].word), &DEMANDING);
        let phrase = |t: &Tag| {
            let inside = matches!(t, Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number | Tag::Genitive);
            inside || matches!(t, Tag::Determiner | Tag::Possessive | Tag::Preposition)
        };
        let object = self.definite_object_follows(at)
            || self.tokens.get(at + 1).is_some_and(|t| self.lexicon.is_one_of(t.word, &["itself", "himself"]));
        demanded && object && self.tags[that + 1..at].iter().all(phrase)
    }

    /// "These steps in our harbours turn the tide": a plural subject with what belongs to it, and an object.
    fn is_far_predicate(&self, at: usize, previous: Option<Tag>, classes: Classes) -> bool {
        let lone = previous == Some(Tag::Noun) && classes.any(Classes::BASE) && !classes.any(Classes::PLURAL);
        lone && self.definite_object_follows(at) && self.is_far_plural(at)
    }

    /// Whether the clause has no verb yet, and nothing but a plural with what belongs to it: "conflicts in many parts of
    /// the world".
    fn is_far_plural(&self, at: usize) -> bool {
        if self.finite {
            return false;
        }
        let clause = self.tags[..at].iter().rposition(|t| matches!(t, Tag::Mark | Tag::Subordinator | Tag::Relative));
        let start = clause.map_or(0, |c| c + 1);
        let joint = (start..at).find(|&i| self.tags[i] == Tag::Preposition).filter(|&p| p > start);
        let only = |t: &Tag| {
            let joint = matches!(t, Tag::Coordinator | Tag::Preposition);
            joint || matches!(t, Tag::Noun | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive)
        };
        let phrases = self.tags[start..at].iter().all(only);
        phrases
            && joint.is_some_and(|p| {
                self.tags[p - 1] == Tag::Noun && self.classes[p - 1].any(Classes::PLURAL.and(Classes::THIRD))
            })
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
        noun.is_some_and(|n| self.classes[n].any(Classes::PLURAL.and(Classes::THIRD)))
            || joined()
            || self.previous_is_collective(at)
    }

    /// A singular subject goes with the -s form, a plural one with the base form.
    fn subject_precedes(&self, at: usize, previous: Option<Tag>, classes: Classes) -> bool {
        match previous {
            Some(Tag::Name) => true,
            Some(Tag::Noun) => {
                let plural = self.previous_is_plural(at);
                if classes.any(Classes::THIRD) { !plural || self.previous_is_collective(at) } else { plural }
            }
            // "our country (a member of the Forum) supports"
            Some(Tag::Close) if self.before_brackets(at).is_some_and(|b| self.subject_at(b, classes)) => true,
            // "we commend and support the": two verbs share an object.
            Some(Tag::Coordinator) if self.tags[..at].iter().rev().nth(1) == Some(&Tag::Verb) => true,
            Some(Tag::Comma | Tag::Close | Tag::Coordinator) => classes.any(Classes::THIRD) && self.finite_behind(at),
            _ => false,
        }
    }

    /// Where the brackets open that close right before `at`.
    fn before_brackets(&self, at: usize) -> Option<usize> {
        self.tags[..at].iter().rposition(|t| *t == Tag::Open).filter(|&open| open > 0)
    }

    /// Whether what stands before `at`, and is no verb's object, goes with a verb by number.
    fn subject_at(&self, at: usize, classes: Classes) -> bool {
        let agrees = match self.tags[at - 1] {
            Tag::Name => true,
            Tag::Noun => classes.any(Classes::THIRD) != self.previous_is_plural(at),
            _ => false,
        };
        agrees && !self.finite_behind(at)
    }

    /// Whether the clause in which `at` stands has to have its verb yet.
    fn lacks_verb(&self, at: usize) -> bool {
        self.subordinate || !self.finite_behind(at)
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
        // "my country calls upon": a singular, and who is called.
        let calling = classes.any(Classes::THIRD)
            && self.lexicon.is(self.lexicon.lemma(self.tokens[at].word), "call")
            && self.lexicon.is_one_of(next.word, &["upon", "on", "for"]);
        to_do
            || calling
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
