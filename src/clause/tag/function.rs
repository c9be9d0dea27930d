//! Function words: the tag that their classes give; where these are several, what stands around them decides.

use crate::clause::Tag;
use crate::lexicon::{Classes, UNKNOWN};
use crate::token::{Caps, Kind};

use super::Tagger;

/// Nouns after which "that" tells their content.
const TAKING_CLAUSE: [&str; 10] =
    ["fact", "idea", "belief", "view", "hope", "conviction", "assurance", "proof", "recognition", "understanding"];

/// Verbs of what a speaker has said: "as our Minister announced in Saltmouth".
const SAYING: [&str; 18] = [
    "state",
    "note",
    "mention",
    "indicate",
    "emphasize",
    "declare",
    "observe",
    "announce",
    "stress",
    "recall",
    "affirm",
    "remark",
    "underline",
    "highlight",
    "warn",
    "argue",
    "explain",
    "reaffirm",
];

impl Tagger<'_> {
    /// Words of several closed classes: "to", "that", "before", "as", "like", "so", "have", "do", "no".
    pub(super) fn context_function(&self, at: usize, classes: Classes) -> Option<Tag> {
        let next = self.classes.get(at + 1).copied().unwrap_or_default();
        let word = self.tokens[at].word;
        if word == self.to && word != UNKNOWN {
            return Some(self.to(at, next));
        }
        function_tag(classes)?;
        // Nearly all words are none of those that are asked for one by one.
        let is_flexible = classes.any(Classes::FLEXIBLE);
        let is = |spelling: &str| is_flexible && self.lexicon.is(word, spelling);
        if is_flexible && self.stands_alone(at, next) {
            return Some(Tag::Adverb);
        }
        // "one country", not "one may"
        let counts = next.any(Classes::NOUN.and(Classes::NOUN_FIRST)) && !next.any(Classes::THIRD.and(Classes::PLURAL));
        if is("one") && counts && self.named.get(at + 1) == Some(&false) {
            return Some(Tag::Number);
        }
        if is("that") {
            return Some(self.that(at, next));
        }
        // "we all know", "let me first congratulate": between a pronoun and its verb stands an adverb.
        let floats = classes.any(Classes::ORDINAL) || ["all", "both", "each"].into_iter().any(is);
        if floats && self.tags[..at].last() == Some(&Tag::Pronoun) && next.any(Classes::BASE.and(Classes::MODAL)) {
            return Some(Tag::Adverb);
        }
        let modified = matches!(self.tags[..at].last(), Some(Tag::Determiner | Tag::Possessive | Tag::Adjective));
        if is("will") && modified {
            return Some(Tag::Noun);
        }
        // "Not only has Norlandia signed": the verb stands behind its subject.
        let inverted = at > 1 && classes.any(Classes::HAVE.and(Classes::DO));
        if inverted && self.lexicon.is(self.words[at - 2], "not_only") && !self.participle_follows(at) {
            return Some(Tag::Adverb);
        }
        if classes.any(Classes::HAVE) && self.previous(at) == Some(Tag::Have) {
            return Some(Tag::Participle);
        }
        if classes.any(Classes::HAVE) {
            let alone = if self.lexicon.is(word, "having") { Tag::Gerund } else { Tag::Verb };
            return Some(if self.participle_follows(at) { Tag::Have } else { alone });
        }
        if classes.any(Classes::DO) {
            let alone = if self.lexicon.is(word, "doing") { Tag::Gerund } else { Tag::Verb };
            return Some(if self.base_follows(at) { Tag::Do } else { alone });
        }
        // "the following bodies": no preposition stands behind a determiner.
        if classes.any(Classes::PREPOSITION)
            && self.tags[..at].last() == Some(&Tag::Determiner)
            && self.noun_follows(at)
        {
            return Some(Tag::Adjective);
        }
        // "have done so", "had so acted"
        let does = || at.checked_sub(1).is_some_and(|b| self.lexicon.is(self.lexicon.lemma(self.tokens[b].word), "do"));
        if is("so") && does() {
            return Some(Tag::Adverb);
        }
        // "has yet to sign"
        let due = || self.tokens.get(at + 1).is_some_and(|t| t.word == self.to);
        if is("yet") && due() && self.tags[..at].last() == Some(&Tag::Verb) {
            return Some(Tag::Adverb);
        }
        // "Norlandia itself was struck": it only points again to what stands before it.
        let selves = ["itself", "themselves", "ourselves"].into_iter().any(is);
        let verb = next.any(Classes::BE.and(Classes::HAVE).and(Classes::MODAL).and(Classes::THIRD).and(Classes::PAST));
        let points = matches!(self.tags[..at].last(), Some(Tag::Name | Tag::Noun | Tag::Pronoun));
        if selves && points && (verb || next.any(Classes::BASE)) && !self.finite {
            return Some(Tag::Adverb);
        }
        // "for over five decades", "killed over 300": before a number it only says that there are more.
        if is("over") && self.counts_over(at) {
            return Some(Tag::Number);
        }
        let after_verb = matches!(self.tags[..at].last(), Some(Tag::Negator | Tag::Have | Tag::Be));
        if classes.any(Classes::CLAUSE_COORDINATOR.and(Classes::ADVERB)) && after_verb {
            return Some(Tag::Adverb);
        }
        if classes.any(Classes::NEGATOR) && classes.any(Classes::COORDINATOR) && next.any(Classes::VERB) {
            return Some(Tag::Negator);
        }
        // "would like", "a package that includes", "was included"
        if classes.any(Classes::LISTING) && classes.any(Classes::VERB) && self.is_governed(at, classes) {
            return Some(self.verb_or_not(at, classes));
        }
        // "Like its neighbours, Norlandia": at the beginning it lists nothing.
        if classes.any(Classes::LISTING)
            && classes.any(Classes::PREPOSITION)
            && matches!(self.previous(at), None | Some(Tag::Mark | Tag::Coordinator | Tag::Subordinator))
        {
            return Some(Tag::Preposition);
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
            let clause = nominative || self.clause_follows(at) || self.reduced_follows(at);
            return Some(if clause { Tag::Subordinator } else { Tag::Preposition });
        }
        None
    }

    /// Whether a number that is no year stands behind "over", and before it a word whose object it may count.
    fn counts_over(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1).filter(|_| !self.named[at + 1]) else { return false };
        let number = next.kind == Kind::Number && next.span.len() != 4;
        let counts = number || next.kind == Kind::Currency || self.classes[at + 1].any(Classes::NUMBER);
        counts && matches!(self.tags[..at].last(), Some(Tag::Preposition | Tag::Verb | Tag::Participle | Tag::Gerund))
    }

    /// "to" before a base form begins an infinitive, else it is a preposition.
    fn to(&self, at: usize, next: Classes) -> Tag {
        // "to, inter alia, strengthen", "to more actively support"
        let start = self.aside_end(at + 1).unwrap_or(at + 1);
        let near = self.classes.get(start..self.classes.len().min(start + 3)).unwrap_or_default();
        let is_more = |i: usize| self.lexicon.is_one_of(self.tokens[i].word, &["more", "most"]);
        let verb = near.iter().enumerate().find(|(i, c)| !c.any(Classes::ADVERB) && !is_more(start + i));
        let verb = verb.map_or(next, |(_, c)| *c);
        // "the Plan to Combat Piracy": inside a name nobody does anything.
        let capital = self.tokens.get(at + 1).is_some_and(|t| t.is_capitalised() && t.caps != Caps::Acronym);
        let next_named = self.named.get(at + 1).copied().unwrap_or_default() || capital;
        let object = self.classes.get(at + 2).is_some_and(|c| c.any(Classes::DETERMINER.and(Classes::POSSESSIVE)));
        let singular = !next.any(
            Classes::DETERMINER
                .and(Classes::POSSESSIVE)
                .and(Classes::PLURAL)
                .and(Classes::ING)
                .and(Classes::PRONOUN)
                .and(Classes::RELATIVE),
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
            if self.is_told(at) {
                return Tag::Subordinator;
            }
            // "a path that eventually led"
            let next = self.skipping_adverbs(at + 1).map_or(next, |i| self.classes[i]);
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
            let clause = self.clause_follows(at)
                || next.any(Classes::PRONOUN.and(Classes::DETERMINER).and(Classes::POSSESSIVE))
                || self.aside_of_clause(at + 1);
            return if clause { Tag::Subordinator } else { Tag::Determiner };
        }
        let resumes = matches!(before, Some(Tag::Comma | Tag::Coordinator | Tag::Close | Tag::Open));
        if resumes && let Some(tag) = self.resumed_that(at, next) {
            return tag;
        }
        // "on that note"
        if before == Some(Tag::Preposition) && next.any(Classes::BASE) && !next.any(Classes::BE.and(Classes::HAVE)) {
            return Tag::Determiner;
        }
        if next.any(Classes::VERB.and(Classes::BE).and(Classes::MODAL)) && !next.any(Classes::NOUN_FIRST) {
            return Tag::Pronoun;
        }
        Tag::Determiner
    }

    /// "inform the Assembly that": what is told, not what the noun before does, as in "convince the States that have not".
    fn is_told(&self, at: usize) -> bool {
        let auxiliary = Classes::HAVE.and(Classes::BE).and(Classes::MODAL).and(Classes::NEGATOR);
        let relative = self.skipping_adverbs(at + 1).is_some_and(|i| self.classes[i].any(auxiliary));
        let near = self.tags[at.saturating_sub(5)..at].iter().rposition(|t| matches!(t, Tag::Verb | Tag::Preposition));
        let verb = near.map(|i| i + at.saturating_sub(5)).filter(|&v| self.tags[v] == Tag::Verb);
        verb.filter(|_| !relative).is_some_and(|v| {
            let telling = ["inform", "tell", "remind", "assure", "convince", "notify", "persuade", "warn"];
            self.lexicon.is_one_of(self.lexicon.lemma(self.tokens[v].word), &telling)
        })
    }

    /// "that, in 2010, we", "that if": what stands between "that" and its clause begins at `at`.
    fn aside_of_clause(&self, at: usize) -> bool {
        let comma = self.tokens.get(at).is_some_and(|t| t.kind == Kind::Comma);
        let Some(classes) = self.classes.get(at + usize::from(comma)) else { return false };
        let opens = classes.any(Classes::SUBORDINATOR.and(Classes::PREPOSITION));
        opens && !self.lexicon.is(self.tokens[at].word, "of")
    }

    /// "that" after a comma or "and": goes on with an earlier "that", or with what the words before the comma say.
    fn resumed_that(&self, at: usize, next: Classes) -> Option<Tag> {
        let nominative = next.any(Classes::PRONOUN.and(Classes::DETERMINER).and(Classes::POSSESSIVE));
        let earlier =
            |tag: Tag| (0..at).rev().any(|i| self.tags[i] == tag && self.tokens[i].word == self.tokens[at].word);
        let verb = next.any(Classes::MODAL.and(Classes::BE).and(Classes::HAVE).and(Classes::THIRD).and(Classes::PAST));
        if nominative || (earlier(Tag::Subordinator) && (self.clause_follows(at) || self.aside_of_clause(at + 1))) {
            return Some(Tag::Subordinator);
        }
        let joined = self.tags.last() == Some(&Tag::Coordinator);
        (joined && verb && !next.any(Classes::NOUN_FIRST) && earlier(Tag::Relative)).then_some(Tag::Relative)
    }

    /// A determiner without a noun that is an adverb: "more effective than", "both in Saltmouth and", "all over".
    fn stands_alone(&self, at: usize, next: Classes) -> bool {
        let is = |list: &[&str]| self.lexicon.is_one_of(self.tokens[at].word, list);
        let following = self.tokens.get(at + 1).map(|t| t.word).unwrap_or_default();
        if is(&["both", "either"]) {
            let of = self.lexicon.is(following, "of");
            return !of && (following == self.to || next.any(Classes::PREPOSITION.and(Classes::ADVERB)));
        }
        if is(&["all"]) {
            return self.lexicon.is_one_of(following, &["over", "across", "around", "along", "too"]);
        }
        if !is(&["more", "most", "less", "least"]) || self.named.get(at + 1) != Some(&false) {
            return false;
        }
        let quality = next.any(Classes::ADJECTIVE) && !self.noun_follows(at + 1);
        quality || next.any(Classes::ADVERB)
    }

    /// Whether a word that lists or is a verb stands where only a verb can.
    fn is_governed(&self, at: usize, classes: Classes) -> bool {
        match self.previous(at) {
            Some(Tag::Modal | Tag::To | Tag::Do) => classes.any(Classes::BASE),
            Some(Tag::Be | Tag::Have) => classes.any(Classes::PARTICIPLE),
            Some(Tag::Relative) => !classes.any(Classes::ING),
            // "These include", "they included"
            Some(Tag::Pronoun) => !classes.any(Classes::ING.and(Classes::PREPOSITION)),
            Some(Tag::Determiner) => classes.any(Classes::BASE.and(Classes::THIRD)),
            _ => false,
        }
    }

    /// "as illustrated by", "as set out in": a participle without its subject.
    pub(super) fn reduced_follows(&self, at: usize) -> bool {
        let participle = self.classes.get(at + 1).is_some_and(|c| c.any(Classes::PARTICIPLE));
        let Some(after) = self.classes.get(at + 2) else { return false };
        let by = self.tokens[at + 2].kind == Kind::Word && after.any(Classes::PREPOSITION.and(Classes::ADVERB));
        self.lexicon.is(self.tokens[at].word, "as") && participle && by && !self.named[at + 1]
    }

    /// "the treaty that Norlandia ratified": a name and a verb follow a noun that takes no clause.
    fn relative_subject_follows(&self, at: usize) -> bool {
        let noun = self.tokens[at - 1].word;
        let named = self.named.get(at + 1).copied().unwrap_or_default();
        named && !self.lexicon.is_one_of(noun, &TAKING_CLAUSE)
    }

    fn participle_follows(&self, at: usize) -> bool {
        self.participle_behind_aside(at + 1)
            || self.skipping_adverbs(at + 1).is_some_and(|i| {
                let been = self.lexicon.is_one_of(self.tokens[i].word, &["been", "had"]);
                been || self.classes[i].any(Classes::PARTICIPLE)
            })
    }

    fn base_follows(&self, at: usize) -> bool {
        self.skipping_adverbs(at + 1).is_some_and(|i| {
            let base = self.classes[i].any(Classes::BASE) || self.lexicon.is(self.tokens[i].word, "have");
            base && !self.named[i]
        })
    }

    fn skipping_adverbs(&self, from: usize) -> Option<usize> {
        let from = self.aside_end(from).or_else(|| self.time_aside_end(from)).unwrap_or(from);
        // "have long supported"
        let is_adverb = |i: usize| {
            self.classes[i].any(Classes::ADVERB.and(Classes::NEGATOR))
                || self.lexicon.is_one_of(self.tokens[i].word, &["long", "so"])
        };
        let mut at = from;
        while at < self.tokens.len().min(from + 5) {
            // "has so far failed"
            at += match self.adverb_length(at) {
                Some(length) => length,
                None if is_adverb(at) => 1,
                None => return Some(at),
            };
        }
        None
    }

    /// "As the President of Westmark stated at": a verb of saying.
    pub(super) fn is_saying(&self, at: usize) -> bool {
        let by = self.tokens.get(at + 1).is_some_and(|t| self.lexicon.is(t.word, "by"));
        !by && self.lexicon.is_one_of(self.lexicon.lemma(self.tokens[at].word), &SAYING)
    }

    /// Whether a subject and a verb follow within a few words and before a mark.
    fn clause_follows(&self, at: usize) -> bool {
        let mut nouns = false;
        for i in at + 1..self.tokens.len().min(at + 9) {
            let classes = self.classes[i];
            if self.tokens[i].kind == Kind::Genitive {
                continue;
            }
            if self.tokens[i].kind != Kind::Word || classes.any(Classes::RELATIVE) {
                return false;
            }
            nouns |= self.named[i] || classes.any(Classes::NOUN.and(Classes::PRONOUN).and(Classes::NOUN_FIRST));
            let finite =
                classes.any(Classes::MODAL.and(Classes::BE).and(Classes::HAVE).and(Classes::THIRD).and(Classes::PAST));
            // "as the host of a meeting held in": a participle before a preposition is no finite verb.
            let reduced = classes.any(Classes::PARTICIPLE)
                && self.classes.get(i + 1).is_some_and(|c| c.any(Classes::PREPOSITION))
                && !(self.lexicon.is(self.tokens[at].word, "as") && self.is_saying(i));
            // "as an elected member"
            let describes = self.classes[i - 1].any(Classes::DETERMINER) && classes.any(Classes::PARTICIPLE);
            if nouns && finite && !reduced && !describes && !self.named[i] && !classes.any(Classes::NOUN_FIRST) {
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
