//! Verb groups: where they end, and the form and force that their words give them.

use crate::lexicon::{Classes, UNKNOWN};

use super::Tagged;
use crate::clause::tag::aside::waiting;
use crate::clause::{Chunk, ChunkKind, Force, Tag, VerbForm, VerbGroup};

impl Tagged<'_> {
    /// Where the verb group that begins at `at` ends, if one does.
    pub(super) fn verb_end(self, at: usize) -> Option<usize> {
        let mut end = at;
        let mut seen = false;
        while let Some(tag) = self.tags.get(end) {
            match tag {
                Tag::Modal | Tag::Be | Tag::Have | Tag::Do => seen = true,
                Tag::To if end == at || end == at + 1 && self.tags[at] == Tag::Negator => {}
                Tag::Verb | Tag::Participle | Tag::Gerund => return Some(end + 1),
                // "not to sign"
                Tag::Negator if end == at && self.tags.get(at + 1) == Some(&Tag::To) => {}
                Tag::Negator | Tag::Adverb if end > at || self.verb_soon(end) => {}
                Tag::Continued if end > at => {}
                _ => break,
            }
            end += 1;
        }
        // A copula: drop the adverbs after it.
        while end > at && matches!(self.tags[end - 1], Tag::Adverb | Tag::To | Tag::Continued) {
            end -= 1;
        }
        (seen && end > at).then_some(end)
    }

    fn verb_soon(self, at: usize) -> bool {
        let rest = &self.tags[at..self.tags.len().min(at + 3)];
        rest.iter().find(|t| !matches!(t, Tag::Adverb | Tag::Negator | Tag::Continued)).is_some_and(|t| {
            matches!(t, Tag::Verb | Tag::Participle | Tag::Gerund | Tag::Modal | Tag::Have | Tag::Be | Tag::Do)
        })
    }

    pub(super) fn verb_group(self, first: usize, last: usize) -> Chunk {
        let tags = &self.tags[first..last];
        let main = (first..last)
            .rev()
            .find(|&i| {
                matches!(
                    self.tags[i],
                    Tag::Verb | Tag::Participle | Tag::Gerund | Tag::Be | Tag::Have | Tag::Do | Tag::Modal
                )
            })
            .unwrap_or(last - 1);
        let mut chunk = self.chunk(ChunkKind::Verb, first, last, main);
        // "will, together with Norlandia, host"
        let waited = waiting(self.tags, first);
        let has = |tag: Tag| tags.contains(&tag) || waited.is_some_and(|w| self.tags[w] == tag);
        let is_passive = self.tags[main] == Tag::Participle && (has(Tag::Be) || !has(Tag::Have));
        let before = waited.into_iter().flat_map(|w| self.tags[w..].iter().take_while(|t| **t != Tag::Comma));
        let denied = before.into_iter().any(|t| *t == Tag::Negator);
        let is_progressive = self.tags[main] == Tag::Gerund && has(Tag::Be);
        chunk.verb = Some(VerbGroup {
            form: self.form(first, main, waited),
            force: self.force(waited.unwrap_or(first), last),
            is_passive,
            is_negated: has(Tag::Negator) || denied,
            is_progressive,
        });
        chunk
    }

    fn form(self, first: usize, main: usize, waited: Option<usize>) -> VerbForm {
        let before = &self.tags[first..main];
        let has = |tag: Tag| before.contains(&tag) || waited.is_some_and(|w| self.tags[w] == tag);
        if has(Tag::To) {
            return VerbForm::Infinitive;
        }
        let participial = self.lexicon.is_one_of(self.words[first], &["having", "being"]);
        if participial && matches!(self.tags[first], Tag::Have | Tag::Be) {
            return VerbForm::Gerund;
        }
        if has(Tag::Have) {
            return VerbForm::Perfect;
        }
        if has(Tag::Modal) {
            return VerbForm::Present;
        }
        let auxiliary = waited.into_iter().chain(first..=main).find(|&i| matches!(self.tags[i], Tag::Be | Tag::Do));
        if let Some(auxiliary) = auxiliary {
            let past = self.lexicon.is_one_of(self.words[auxiliary], &["was", "were", "did"]);
            return if past { VerbForm::Past } else { VerbForm::Present };
        }
        match self.tags[main] {
            Tag::Gerund => VerbForm::Gerund,
            Tag::Participle => VerbForm::Participle,
            _ => {
                let classes = self.lexicon.classes(self.words[main]);
                // A verb that no list holds is known by its "-ed".
                let unlisted = self.words[main] == UNKNOWN;
                let past = unlisted || (classes.any(Classes::PAST) && !classes.any(Classes::BASE));
                if past || self.lexicon.is(self.words[main], "had") { VerbForm::Past } else { VerbForm::Present }
            }
        }
    }

    fn force(self, first: usize, last: usize) -> Force {
        let Some(modal) = (first..last).find(|&i| self.tags[i] == Tag::Modal) else { return Force::Plain };
        let is = |list: &[&str]| self.lexicon.is_one_of(self.words[modal], list);
        if is(&["will", "shall"]) {
            Force::Future
        } else if is(&["should", "must", "ought"]) {
            Force::Obligation
        } else {
            Force::Possibility
        }
    }
}
