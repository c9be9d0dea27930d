//! Words that may be verbs, far from their subjects: behind "and", behind an aside, behind what a relative clause says first.

use crate::clause::Tag;
use crate::lexicon::Classes;
use crate::token::Kind;

use super::Tagger;

impl Tagger<'_> {
    /// "to stop the war and support the Council": a base form right after "and", right before its object.
    pub(super) fn resumes_verb(&self, at: usize, previous: Option<Tag>, classes: Classes) -> bool {
        let joined = previous == Some(Tag::Coordinator) && self.tags[..at].last() == previous.as_ref();
        joined
            && classes.any(Classes::BASE)
            && !self.tokens[at].is_capitalised()
            && self.finite_behind(at)
            && self.definite_object_follows(at)
    }

    /// "Norlandia, through the Forum, supports openness": behind an aside that a preposition begins, the verb of what stands
    /// before it.
    pub(super) fn resumes_subject(&self, at: usize) -> bool {
        let start =
            self.tags[..at].iter().rposition(|t| matches!(t, Tag::Mark | Tag::Subordinator)).map_or(0, |m| m + 1);
        let clause = &self.tags[start..at];
        let verbal = |t: &Tag| matches!(t, Tag::Verb | Tag::Be | Tag::Have | Tag::Modal | Tag::Do | Tag::Relative);
        let Some(comma) = clause.iter().position(|t| *t == Tag::Comma).filter(|_| !clause.iter().any(verbal)) else {
            return false;
        };
        let subject = |t: &Tag| {
            let phrase = matches!(t, Tag::Noun | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive);
            phrase || matches!(t, Tag::Continued)
        };
        let named = comma > 0 && clause[comma - 1] == Tag::Name;
        let singular = comma > 0 && (named || !self.classes[start + comma - 1].any(Classes::PLURAL));
        // "Norlandia, our old partner, supports our fishermen"
        let apposed = matches!(clause.get(comma + 1), Some(Tag::Possessive | Tag::Determiner))
            && self.definite_object_follows(at)
            && clause[comma + 1..].iter().filter(|t| **t == Tag::Comma).count() == 1;
        let aside = start + comma + 1 < at && (clause.get(comma + 1) == Some(&Tag::Preposition) || apposed);
        let object = self.noun_follows(at) || self.definite_object_follows(at);
        singular && aside && object && clause.last() == Some(&Tag::Comma) && clause[..comma].iter().all(subject)
    }

    /// "The Union, of which Norlandia is a member, met": behind a relative clause between commas, the verb of what stands before.
    pub(super) fn closes_relative(&self, at: usize) -> bool {
        let start =
            self.tags[..at].iter().rposition(|t| matches!(t, Tag::Mark | Tag::Subordinator)).map_or(0, |m| m + 1);
        let clause = &self.tags[start..at];
        let nominal = |t: &Tag| {
            let within = matches!(t, Tag::Preposition | Tag::Possessive | Tag::Genitive | Tag::Continued);
            within || matches!(t, Tag::Noun | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Number)
        };
        let Some(comma) = clause.iter().position(|t| !nominal(t)).filter(|&c| c > 0 && clause[c] == Tag::Comma) else {
            return false;
        };
        let behind = match clause[comma + 1..] {
            [Tag::Relative, ..] | [Tag::Preposition, Tag::Relative, ..] => &clause[comma + 1..],
            _ => return false,
        };
        clause[0] != Tag::Preposition && behind.iter().filter(|t| **t == Tag::Comma).count() == 1
    }

    /// "whose President, Mr. Smith, chairs the Forum": behind an aside, the verb for which a relative pronoun waits.
    pub(super) fn resumes_relative(&self, at: usize, previous: Option<Tag>) -> bool {
        let relative = self.tags[..at].iter().rposition(|t| *t == Tag::Relative);
        let verbal = |t: &Tag| matches!(t, Tag::Verb | Tag::Be | Tag::Have | Tag::Modal | Tag::Do | Tag::Mark);
        let waits = relative.is_some_and(|r| !self.tags[r..at].iter().any(verbal));
        waits && previous == Some(Tag::Comma) && self.definite_object_follows(at)
    }

    /// "trains coast guards in": with the noun before it, the word is the object of the verb right before that.
    pub(super) fn is_bare_object(&self, at: usize) -> bool {
        let [.., verb, Tag::Noun] = self.tags[..at] else { return false };
        let lemma = self.lexicon.lemma(self.tokens[at - 2].word);
        let before = self.classes.get(at + 1).is_some_and(|c| c.any(Classes::PREPOSITION));
        // "believes peace lies in": what is believed is a clause.
        let clausal =
            ["believe", "think", "know", "feel", "say", "hope", "fear", "ensure", "see", "mean", "trust", "note"];
        verb == Tag::Verb && before && !self.lexicon.is_one_of(lemma, &clausal)
    }

    /// "our police runs", "our police run": a noun that goes with both.
    pub(super) fn previous_is_collective(&self, at: usize) -> bool {
        let noun = self.tags[..at].iter().rposition(|t| *t != Tag::Adverb);
        noun.is_some_and(|n| self.lexicon.is(self.words[n], "police"))
    }

    /// "the Forum, which Norlandia currently chairs,": what a name does to what the relative pronoun right before it stands for.
    pub(super) fn ends_relative(&self, at: usize) -> bool {
        let told = self.tags[..at]
            .iter()
            .rev()
            .find(|t| !matches!(t, Tag::Adverb | Tag::Name | Tag::Genitive | Tag::Continued));
        let name = self.tags[..at].iter().rfind(|t| **t != Tag::Adverb) == Some(&Tag::Name);
        let ends = self.tokens.get(at + 1).is_none_or(|t| {
            t.kind != Kind::Word && t.kind != Kind::Genitive || self.classes[at + 1].any(Classes::PREPOSITION)
        });
        name && ends && told == Some(&Tag::Relative)
    }

    /// Whether what stands behind a relative is a subject: "whose mandate ends", "a fund by which judges are trained".
    pub(super) fn subject_follows_relative(&self, at: usize, classes: Classes) -> bool {
        let led = at >= 2 && self.tags[at - 2] == Tag::Preposition && classes.any(Classes::PLURAL);
        led || self.lexicon.is(self.tokens[at - 1].word, "whose")
    }
}
