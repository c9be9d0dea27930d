//! List items that go on a sentence begun in their stem: "Norlandia plans: (a) to ratify …". The item is read
//! behind the stem's last sentence, so that its verbs, subjects and modality are those of the whole.

use crate::clause::Tag;
use crate::clause::tag::tag;
use crate::sentence::sentences;
use crate::structure::{Block, BlockKind};
use crate::text::Span;
use crate::token::tokenize;

use super::Extractor;

/// Longest stem that is read before an item, in bytes.
const MAX_STEM: usize = 400;

/// An item behind its stem.
pub(super) struct Continued {
    /// The stem's last sentence, then the item's first.
    pub text: String,
    /// Bytes before the item.
    pub lead: u32,
}

impl Extractor {
    /// The first sentence of an item read behind its stem, where it goes on the stem.
    pub(super) fn continued(&self, block: &Block, stem: Option<&Block>, item: Span) -> Option<Continued> {
        let stem = stem.filter(|_| block.kind == BlockKind::Item)?;
        let item = &block.text.text()[item.range()];
        let form = self.form(item);
        let mut text = lead(stem.text.text(), form)?;
        if form == Form::Sentence {
            return None;
        }
        text.push(' ');
        let lead = text.len() as u32;
        push_uncapitalised(item, &mut text);
        Some(Continued { text, lead })
    }

    fn form(&self, item: &str) -> Form {
        let (mut tokens, mut tags, mut words) = (Vec::new(), Vec::new(), Vec::new());
        tokenize(item, Span::new(0, item.len() as u32), &self.lexicon, &mut tokens);
        let named = vec![false; tokens.len()];
        tag(item, &tokens, &named, &self.lexicon, &mut tags, &mut words);
        let finite = |i: usize| match tags[i] {
            Tag::Verb => i > 0 && tags[i - 1] != Tag::To,
            Tag::Be | Tag::Have | Tag::Modal => true,
            _ => false,
        };
        match tags.iter().find(|t| **t != Tag::Adverb) {
            Some(Tag::To) => Form::Phrase,
            Some(Tag::Verb) if item.starts_with(char::is_lowercase) => Form::Phrase,
            _ if (0..tags.len()).any(finite) => Form::Sentence,
            Some(Tag::Gerund | Tag::Verb | Tag::Preposition) => Form::Phrase,
            _ => Form::Name,
        }
    }
}

/// What an item is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A sentence of its own.
    Sentence,
    /// A phrase with a verb or preposition first.
    Phrase,
    /// A noun phrase.
    Name,
}

/// The stem's last sentence without the words that only announce a list.
fn lead(stem: &str, form: Form) -> Option<String> {
    let last = sentences(stem).pop()?;
    let sentence = stem[last.range()].trim_end();
    let open = sentence.strip_suffix(':').or_else(|| sentence.strip_suffix(',')).unwrap_or(sentence).trim_end();
    if open.ends_with(['.', ';', '!', '?']) || open.len() > MAX_STEM {
        return None;
    }
    let open = ["the following", ", namely", "namely", ", inter alia", "as follows"]
        .iter()
        .fold(open, |open, words| open.strip_suffix(words).unwrap_or(open).trim_end());
    let announces = open.rsplit(' ').take(4).any(|word| ["following", "these"].contains(&word));
    let such_as = if announces && form == Form::Name { " such as" } else { "" };
    Some(format!("{open}{such_as}"))
}

fn push_uncapitalised(item: &str, text: &mut String) {
    let mut chars = item.chars();
    let first = chars.next();
    let is_word = chars.clone().next().is_some_and(char::is_lowercase);
    match first {
        Some(first) if is_word && first.is_ascii_uppercase() && is_common(item) => {
            text.push(first.to_ascii_lowercase());
        }
        Some(first) => text.push(first),
        None => {}
    }
    text.push_str(chars.as_str());
}

/// Whether the first word is no name: an -ing form, "To", or followed by a word in lower case.
fn is_common(item: &str) -> bool {
    let mut words = item.split_whitespace();
    let first = words.next().unwrap_or_default();
    first == "To"
        || first.ends_with("ing")
        || words.next().is_some_and(|w| w.starts_with(char::is_lowercase) && w != "of")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_lose_what_only_announces() {
        for (stem, form, expected) in [
            ("It rained. Norlandia plans:", Form::Phrase, Some("Norlandia plans")),
            ("Norlandia is free by means of the following:", Form::Phrase, Some("Norlandia is free by means of")),
            (
                "Norlandia is a member of the following bodies:",
                Form::Name,
                Some("Norlandia is a member of the following bodies such as"),
            ),
            ("Norlandia has three ports.", Form::Phrase, None),
        ] {
            assert_eq!(lead(stem, form).as_deref(), expected);
        }
    }
}
