//! Words in -ed and the like: past tense, participle behind its noun, or adjective before it.

use crate::clause::Tag;
use crate::lexicon::Classes;
use crate::token::Kind;

use super::Tagger;

/// Verbs whose participle has a noun after it: "a plan called Tide", "countries given priority".
const NAMING: [&str; 15] = [
    "name", "call", "elect", "appoint", "give", "grant", "make", "consider", "declare", "title", "entitle", "award",
    "deny", "accord", "offer",
];

impl Tagger<'_> {
    pub(super) fn past_or_participle(&self, at: usize, previous: Option<Tag>, classes: Classes) -> Tag {
        if matches!(
            previous,
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Genitive | Tag::Preposition)
        ) && self.describes(at)
        {
            return Tag::Adjective;
        }
        if self.goes_on_describing(at, previous) && self.describes(at) {
            return Tag::Adjective;
        }
        let tag = self.past_alone(at, previous, classes);
        // "armed conflicts", but "the Council rejected plans": a participle has no object.
        match self.tags.last() {
            _ if tag != Tag::Participle || !self.bare_noun_follows(at) => tag,
            Some(Tag::Noun | Tag::Name) => Tag::Verb,
            _ => Tag::Adjective,
        }
    }

    fn past_alone(&self, at: usize, previous: Option<Tag>, classes: Classes) -> Tag {
        if !classes.any(Classes::PAST) {
            return Tag::Participle;
        }
        // "took"
        if !classes.any(Classes::PARTICIPLE) {
            return Tag::Verb;
        }
        // "stood by Norlandia": a preposition of its own.
        let stands = ["stand", "abide", "live"];
        let stands = self.lexicon.is_one_of(self.lexicon.lemma(self.tokens[at].word), &stands);
        if !stands && self.tokens.get(at + 1).is_some_and(|t| self.lexicon.is(t.word, "by")) {
            return Tag::Participle;
        }
        if self.relative_waits(at) {
            return Tag::Verb;
        }
        // "The treaty signed between Norlandia and Westmark has": nobody signs between.
        let between = self.tokens.get(at + 1).is_some_and(|t| self.lexicon.is(t.word, "between"));
        let made = ["sign", "conclude", "initial", "negotiate"];
        let made = || self.lexicon.is_one_of(self.lexicon.lemma(self.tokens[at].word), &made);
        if between && (previous == Some(Tag::Noun) || previous == Some(Tag::Comma) && made()) {
            return Tag::Participle;
        }
        if self.says_after_as(at) {
            return Tag::Verb;
        }
        match previous {
            Some(Tag::Pronoun | Tag::Relative) => return Tag::Verb,
            None | Some(Tag::Preposition | Tag::Determiner | Tag::Possessive | Tag::Mark) => return Tag::Participle,
            // "Norlandia, in 2010, received the": a participle has no object.
            Some(Tag::Comma)
                if !self.told_behind(at)
                    && self.definite_object_follows(at + usize::from(self.is_particle(at + 1))) =>
            {
                return Tag::Verb;
            }
            // "The storm, the worst of its kind, killed thousands": behind an aside, and no other verb comes.
            Some(Tag::Comma) if !self.told_behind(at) && self.closes_aside(at) && !self.finite_ahead(at) => {
                return Tag::Verb;
            }
            Some(Tag::Comma) if !self.told_behind(at) => return Tag::Participle,
            // "just as failed States are"
            Some(Tag::Subordinator) if self.finite_ahead(at) && self.bare_noun_follows(at) => return Tag::Participle,
            _ => {}
        }
        if previous == Some(Tag::Comma) && self.closes_relative(at) && !self.finite_ahead(at) {
            return Tag::Verb;
        }
        let next = at + 1 + usize::from(self.is_particle(at + 1));
        let next_classes = self.classes.get(next).copied().unwrap_or_default();
        let next_is_preposition = next_classes.any(Classes::PREPOSITION) || next >= self.tokens.len();
        if !next_is_preposition && self.tokens.get(next).is_some_and(|t| t.kind == Kind::Word) {
            // "It was the first time the Union welcomed the plan": a participle has no object.
            let contact = self.definite_object_follows(next - 1) && !self.is_naming(at);
            return if self.finite && !contact && !matches!(previous, Some(Tag::Coordinator | Tag::Comma)) {
                Tag::Participle
            } else {
                Tag::Verb
            };
        }
        if self.finite || self.finite_ahead(at) { Tag::Participle } else { Tag::Verb }
    }

    /// Whether the comma before `at` closes what another opened behind a noun phrase at the beginning, and what follows is a
    /// bare object, or must be, since the sentence has no other verb: "Norlandia, with the help of the Forum, trained 200 pilots."
    fn closes_aside(&self, at: usize) -> bool {
        let start =
            self.tags[..at].iter().rposition(|t| matches!(t, Tag::Mark | Tag::Subordinator)).map_or(0, |m| m + 1);
        let clause = &self.tags[start..at];
        let Some(first) = clause.iter().position(|t| *t == Tag::Comma).filter(|c| c + 1 < clause.len()) else {
            return false;
        };
        let subject = |t: &Tag| {
            let within = matches!(t, Tag::Preposition | Tag::Possessive | Tag::Genitive | Tag::Continued);
            within || matches!(t, Tag::Noun | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Number)
        };
        let named = clause[..first].iter().all(subject) && !matches!(clause[0], Tag::Preposition | Tag::Comma);
        let stops = self.tokens.last().is_some_and(|t| t.kind == Kind::Stop);
        let object = match clause[first + 1] {
            Tag::Determiner => self.bare_noun_follows(at),
            Tag::Preposition => stops || self.bare_noun_follows(at),
            _ => false,
        };
        named && object && clause.last() == Some(&Tag::Comma)
    }

    /// "My country, Norlandia, | supports": whether the subject and, between commas, its name stand before token `at`.
    pub(super) fn closes_named_aside(&self, at: usize) -> bool {
        let Some(([.., Tag::Comma], before)) = self.tags.get(..at).map(|tags| (tags, &tags[..at.saturating_sub(1)]))
        else {
            return false;
        };
        let Some(open) = before.iter().rposition(|t| *t == Tag::Comma) else { return false };
        let (subject, name) = (&before[..open], &before[open + 1..]);
        let named = name.contains(&Tag::Name) && name.iter().all(|t| matches!(t, Tag::Name | Tag::Determiner));
        let told = matches!(subject, [Tag::Possessive | Tag::Determiner, Tag::Noun, ..]) && subject.len() < 4;
        named && told && !self.finite
    }

    /// Whether a verb stands before `at` behind the last dash, colon or semicolon.
    fn told_behind(&self, at: usize) -> bool {
        let part = self.tags[..at].iter().rev().take_while(|t| **t != Tag::Mark);
        part.into_iter().any(|t| matches!(t, Tag::Verb | Tag::Be | Tag::Modal | Tag::Have))
    }

    /// "as the President of Westmark stated at the summit": the clause that "as" begins has had no verb yet.
    fn says_after_as(&self, at: usize) -> bool {
        let opens = self.tags[..at].iter().rposition(|t| *t == Tag::Subordinator);
        let as_ = opens.is_some_and(|i| self.lexicon.is(self.tokens[i].word, "as"));
        as_ && !self.finite && self.is_saying(at)
    }

    /// Whether a participle at `at` stands before the noun that it describes, perhaps with another: "concerned and
    /// neighbouring countries".
    fn describes(&self, at: usize) -> bool {
        let joint = self.classes.get(at + 1).is_some_and(|c| c.any(Classes::COORDINATOR));
        // "a prolonged and recently worsened crisis"
        let is_adverb = |at: usize| self.classes.get(at).is_some_and(|c| c.any(Classes::ADVERB));
        let next = if joint && is_adverb(at + 2) { at + 3 } else { at + 2 };
        let further = self
            .classes
            .get(next)
            .is_some_and(|c| c.any(Classes::ADJECTIVE.and(Classes::PARTICIPLE).and(Classes::ING)));
        self.noun_follows(at) || (joint && further && !self.named[next] && self.noun_follows(next))
    }

    /// "a loyal and dedicated member": after "and" or a comma behind an adjective that stands before its noun.
    fn goes_on_describing(&self, at: usize, previous: Option<Tag>) -> bool {
        if !matches!(previous, Some(Tag::Coordinator | Tag::Comma)) {
            return false;
        }
        let before = self.tags[..at].iter().rev().skip_while(|t| **t == Tag::Adverb).skip(1);
        let mut described = before.skip_while(|t| **t == Tag::Adverb).peekable();
        let adjective = described.peek() == Some(&&Tag::Adjective);
        let head = described.find(|t| !matches!(t, Tag::Adjective | Tag::Adverb | Tag::Comma | Tag::Coordinator));
        adjective && matches!(head, Some(Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Number))
    }

    /// Whether a noun in lower case follows that no determiner begins, and that what precedes does not name.
    fn bare_noun_follows(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return false };
        let classes = self.classes[at + 1];
        next.kind == Kind::Word
            && !next.is_capitalised()
            && !self.named[at + 1]
            && classes.any(Classes::NOUN.and(Classes::NOUN_FIRST))
            && next.word != self.to
            && !classes.any(Classes::ADJECTIVE.and(Classes::ADVERB).and(Classes::PREPOSITION).and(Classes::COORDINATOR))
            && !self.is_naming(at)
    }

    /// Whether a phrase follows that only the object of a verb can be.
    pub(super) fn definite_object_follows(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return false };
        let article =
            self.lexicon.is_one_of(next.word, &["the", "a", "an"]) || self.classes[at + 1].any(Classes::POSSESSIVE);
        (article || self.named[at + 1]) && !self.is_naming(at)
    }

    /// Whether token `at` is "by".
    pub(super) fn is_by(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| self.lexicon.is(t.word, "by"))
    }

    /// "carried out a": whether token `at` only goes with the verb before it.
    fn is_particle(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| self.lexicon.is_one_of(t.word, &["out", "up", "over", "off", "down", "forth"]))
    }

    fn is_naming(&self, at: usize) -> bool {
        self.lexicon.is_one_of(self.lexicon.lemma(self.tokens[at].word), &NAMING)
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
            // "imposed on that country"
            let points = self.classes[i - 1].any(Classes::PREPOSITION) && classes.any(Classes::DETERMINER);
            if matches!(self.tokens[i].kind, Kind::Semicolon | Kind::Colon | Kind::Stop)
                || !points && classes.any(Classes::RELATIVE.and(Classes::SUBORDINATOR))
            {
                return false;
            }
            if classes.any(Classes::CLAUSE_COORDINATOR.and(Classes::COORDINATOR)) {
                return false;
            }
            // "in May"
            let named = self.named[i] || self.is_capital_inside(i);
            if !named && classes.any(Classes::MODAL.and(Classes::BE).and(Classes::HAVE)) {
                let to = i > 0 && self.lexicon.is(self.tokens[i - 1].word, "to");
                return !to;
            }
            // "took", "began"
            let past = classes.any(Classes::PAST) && !classes.any(Classes::PARTICIPLE);
            if !self.named[i] && (classes.any(Classes::THIRD) || past) && !classes.any(Classes::NOUN_FIRST) {
                return true;
            }
        }
        false
    }
}
