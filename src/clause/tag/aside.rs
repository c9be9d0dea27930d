//! Asides of an adverb between commas: "has, furthermore, signed", "with, among others, Norlandia". They part what belongs
//! together, so that they are passed over.

use crate::clause::Tag;
use crate::lexicon::Classes;
use crate::token::{Kind, Token};

use super::Tagger;

/// Nouns of time.
const SPANS: [&str; 8] = ["year", "decade", "century", "month", "week", "day", "morning", "time"];

/// The auxiliary that waits for the verb at `at` behind an aside between commas that a preposition begins: "will, together with
/// Norlandia, host", "has, at the request of Norlandia, sent".
pub(in crate::clause) fn waiting(tags: &[Tag], at: usize) -> Option<usize> {
    const LONGEST: usize = 18;
    let light = |t: &Tag| matches!(t, Tag::Adverb | Tag::Continued | Tag::Negator);
    let close = tags[..at].iter().rposition(|t| !light(t)).filter(|&c| tags[c] == Tag::Comma)?;
    let (mut parted, mut joined) = (false, false);
    for open in (close.saturating_sub(LONGEST)..close).rev() {
        match tags[open] {
            Tag::Mark | Tag::Subordinator | Tag::Relative | Tag::Verb | Tag::To => return None,
            Tag::Modal | Tag::Be | Tag::Have | Tag::Do => return None,
            Tag::Comma if tags[open + 1] == Tag::Preposition => {
                let auxiliary = tags[..open].iter().rposition(|t| !light(t))?;
                let waits = matches!(tags[auxiliary], Tag::Modal | Tag::Be | Tag::Have);
                return Some(auxiliary).filter(|_| waits && (!parted || joined));
            }
            // "with Norlandia, Westmark and the Union"
            Tag::Comma => parted = true,
            Tag::Coordinator => joined |= !parted,
            _ => {}
        }
    }
    None
}

impl Tagger<'_> {
    /// The tag that what stands at `at` goes on from: of the auxiliary before an aside, or right before.
    pub(super) fn over_aside(&self, at: usize) -> Option<Tag> {
        waiting(&self.tags[..at], at).map(|auxiliary| self.tags[auxiliary]).or_else(|| self.previous(at))
    }

    /// Whether the comma at `at` opens an aside that a preposition begins, behind which a participle goes on.
    pub(super) fn participle_behind_aside(&self, at: usize) -> bool {
        let kind = |i: usize| self.tokens.get(i).map(|t| t.kind);
        let opens =
            kind(at) == Some(Kind::Comma) && self.classes.get(at + 1).is_some_and(|c| c.any(Classes::PREPOSITION));
        let end = self.tokens.len().min(at + 18);
        let verbal = Classes::MODAL.and(Classes::BE).and(Classes::HAVE).and(Classes::RELATIVE);
        let near = (at + 2..end).take_while(|&i| {
            matches!(kind(i), Some(Kind::Word | Kind::Comma | Kind::Number | Kind::Genitive))
                && (!self.classes[i].any(verbal) || self.named[i])
        });
        opens
            && near.filter(|&i| kind(i) == Some(Kind::Comma)).any(|i| {
                let next = i + 1 + self.adverb_length(i + 1).unwrap_or(0);
                next < end && !self.named[next] && self.classes[next].any(Classes::PARTICIPLE)
            })
    }

    /// An aside that begins with the comma at `at`, behind a word that goes on after it: tags it and returns how many
    /// tokens it has.
    pub(super) fn aside(&mut self, at: usize) -> Option<usize> {
        if matches!(self.tags.last(), Some(Tag::Have | Tag::Modal))
            && let Some(end) = self.time_aside_end(at)
        {
            self.tags.extend((at..end).map(|_| Tag::Continued));
            return Some(end - at);
        }
        if self.tokens[at].kind != Kind::Comma {
            return None;
        }
        let goes_on = matches!(
            self.tags.last(),
            Some(
                Tag::Modal
                    | Tag::Be
                    | Tag::Have
                    | Tag::Do
                    | Tag::Negator
                    | Tag::To
                    | Tag::Preposition
                    | Tag::Verb
                    | Tag::Gerund
                    | Tag::Relative
            )
        );
        // "It is regrettable, however, that"
        let completed = |end: usize| self.tokens.get(end).is_some_and(|t| self.lexicon.is(t.word, "that"));
        let content = matches!(self.tags.last(), Some(Tag::Adjective | Tag::Participle));
        let end = self.aside_end(at).filter(|&end| goes_on || (content && completed(end)))?;
        self.tags.extend((at..end).map(|_| Tag::Continued));
        Some(end - at)
    }

    /// One past the comma that closes the aside that begins with the comma at `at`.
    pub(super) fn aside_end(&self, at: usize) -> Option<usize> {
        let is_comma = |i: usize| self.tokens.get(i).is_some_and(|t| t.kind == Kind::Comma);
        if !is_comma(at) {
            return None;
        }
        let mut end = at + 1;
        while end < self.tokens.len().min(at + 5) && !is_comma(end) {
            end += self.adverb_length(end)?;
        }
        (end > at + 1 && is_comma(end)).then_some(end + 1)
    }

    /// One past a phrase of time at `at` that stands between an auxiliary and its participle: "has for decades pursued".
    pub(super) fn time_aside_end(&self, at: usize) -> Option<usize> {
        let opens = |t: &Token| self.lexicon.is_one_of(t.word, &["for", "in", "over", "during", "since"]);
        // "has to this day refused"
        let to = self.tokens.get(at).is_some_and(|t| t.word == self.to)
            && self.tokens.get(at + 1).is_some_and(|t| self.lexicon.is(t.word, "this"));
        // "has this year increased"
        let this = self.tokens.get(at).is_some_and(|t| self.lexicon.is(t.word, "this"))
            && self.tokens.get(at + 1).is_some_and(|t| self.lexicon.is_one_of(t.word, &SPANS));
        if let Some(end) = self.since_end(at) {
            return Some(end);
        }
        if !(to || this || self.tokens.get(at).is_some_and(opens)) || self.named[at] {
            return None;
        }
        let near = at + 1..self.tokens.len().min(at + 6);
        let plain = |i: &usize| {
            let classes = self.classes[*i];
            matches!(self.tokens[*i].kind, Kind::Word | Kind::Number)
                && !self.named[*i]
                && !classes.any(Classes::COORDINATOR.and(Classes::RELATIVE))
        };
        let end = near
            .take_while(plain)
            .find(|&i| self.lexicon.is_one_of(self.lexicon.lemma(self.tokens[i].word), &SPANS))
            .map(|i| i + 1)?;
        let form = if self.tags.last() == Some(&Tag::Modal) { Classes::BASE } else { Classes::PARTICIPLE };
        let goes_on = self.classes.get(end).is_some_and(|c| c.any(form.and(Classes::ADVERB)));
        let been = self.tokens.get(end).is_some_and(|t| self.lexicon.is(t.word, "been"));
        (goes_on || been).then_some(end)
    }

    /// "has since signed", "had long since been": one past "since" where a participle or "been" follows it.
    fn since_end(&self, at: usize) -> Option<usize> {
        let is = |i: usize, word: &str| self.tokens.get(i).is_some_and(|t| self.lexicon.is(t.word, word));
        let since = at + usize::from(is(at, "long"));
        let end = since + 1 + usize::from(is(since + 1, "then"));
        let participle = self.classes.get(end).is_some_and(|c| c.any(Classes::PARTICIPLE) && !c.any(Classes::NOUN));
        (is(since, "since") && (participle || is(end, "been"))).then_some(end)
    }

    /// How many tokens the adverb at `at` has.
    pub(super) fn adverb_length(&self, at: usize) -> Option<usize> {
        if self.named.get(at).is_none_or(|named| *named) {
            return None;
        }
        let adverbs = Classes::ADVERB.and(Classes::LISTING);
        for (rest, joined) in self.lexicon.compounds(self.tokens[at].word) {
            if self.are_followed(at, rest) {
                return self.lexicon.classes(*joined).any(adverbs).then_some(rest.len() + 1);
            }
        }
        let classes = self.classes[at];
        (self.tokens[at].kind == Kind::Word && classes.any(Classes::ADVERB) && !classes.any(Classes::SUBORDINATOR))
            .then_some(1)
    }
}
