//! What somebody else says, between quotation marks: "Westmark claimed that “the Union has failed”"; what a text says; and
//! what stands in a title.

use crate::clause::attach::is_finite;
use crate::clause::{Chunk, ChunkKind, Determiner, VerbForm};
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Weight};
use crate::mention::Mention;
use crate::rule::pattern::Family;
use crate::token::Kind;

use super::Candidate;

/// Verbs of what others say, whether or not it is so.
const SAYING: [&str; 8] = ["say", "claim", "declare", "state", "argue", "write", "allege", "assert"];

impl Extractor {
    /// The mere mention of what only somebody else's words, between quotation marks, speak of.
    pub(super) fn quoted(&self, sentence: &Analysed<'_>, mention: &Mention) -> Option<Draft> {
        let within = |at: usize| {
            let marks = |tokens: &[crate::token::Token]| tokens.iter().filter(|t| t.kind == Kind::Quote).count();
            marks(&sentence.tokens[..at]) % 2 == 1 && marks(&sentence.tokens[at..]) > 0
        };
        let (first, last) = (mention.first as usize, mention.last as usize);
        // “the Blue Harbour” alone is a name between marks.
        let edge = |at: usize| sentence.tokens.get(at).is_none_or(|t| t.kind == Kind::Quote);
        if !within(first) || edge(last) && first.checked_sub(1).is_none_or(edge) {
            return None;
        }
        let said = |chunk: &Chunk| {
            chunk.verb.is_some() && self.lexicon.is_one_of(chunk.lemma, &SAYING) && !within(chunk.head as usize)
        };
        let own = |at: usize| self.known.first_person.contains(&sentence.words[at]) && !within(at);
        let speaks = |m: &Mention| m.thing == sentence.speaker && !within(m.first as usize);
        let others = sentence.clause.chunks.iter().any(said)
            && !(0..sentence.words.len()).any(|at| own(at) || self.is_my(sentence, at) && !within(at))
            && !sentence.mentions.iter().any(speaks);
        let draft = sentence.draft(mention, sentence.speaker, "mentions".into(), "quoted".into());
        others.then_some(Draft { weight: Weight::Fallback, ..draft })
    }

    fn is_my(&self, sentence: &Analysed<'_>, at: usize) -> bool {
        self.lexicon.is_one_of(sentence.words[at], &["our", "my"])
    }

    /// "We abstain on the paragraph that welcomes the treaty": it is the paragraph that does.
    pub(super) fn is_said_by_text(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, .. } = candidate;
        let verb = path[found.at..].iter().map(|s| s.chunk).find(|&c| sentence.chunk(c).kind == ChunkKind::Verb);
        let stance = matches!(found.pattern.family, Family::Verb | Family::Noun);
        verb.is_some_and(|v| stance && self.is_of_text(sentence, v))
    }

    /// Whether what verb group `verb` says is said by a text: "the paragraph welcomes".
    pub(super) fn is_of_text(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let texts = [
            "paragraph",
            "resolution",
            "draft",
            "text",
            "document",
            "report",
            "article",
            "clause",
            "provision",
            "item",
            "letter",
        ];
        let active = sentence.chunk(verb).verb.is_some_and(|v| !v.is_passive && is_finite(v.form));
        let text = |at: u32| self.lexicon.is_one_of(sentence.chunk(at).lemma, &texts);
        let subject = sentence.clause.subject[verb as usize].filter(|_| active);
        subject.is_some_and(|s| {
            // "operative paragraph 3, which welcomes"
            let number = sentence.tokens[sentence.chunk(s).first as usize].kind == Kind::Number;
            let numbered = s.checked_sub(1).filter(|_| number).is_some_and(text);
            let own = sentence.chunk(s).determiner == Determiner::First;
            !own && (text(s) || numbered)
        })
    }

    /// "the Under-Secretary-General for Peace Operations": part of a title, and no operations.
    pub(super) fn is_of_title(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let up = |at: u32| sentence.clause.parent[at as usize].map(|(above, _)| above);
        let chunk = sentence.chunk_of(mention);
        let preposition = chunk.and_then(up).filter(|&p| self.lexicon.is(sentence.chunk(p).word, "for"));
        let title = preposition.and_then(up).map(|noun| sentence.chunk(noun));
        title.is_some_and(|c| {
            let (first, head) = (&sentence.tokens[c.first as usize], &sentence.tokens[c.head as usize]);
            let written = &sentence.text[first.span.range().start..head.span.range().end];
            ["under-secretary-general", "assistant secretary-general"]
                .iter()
                .any(|t| written.to_lowercase().ends_with(t))
        })
    }

    /// "as the Court acknowledged in its ruling": it is the Court that says so.
    pub(super) fn is_quoted_so(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, .. } = candidate;
        let participle = sentence.chunk(path[found.at].chunk).verb.is_some_and(|v| v.form == VerbForm::Participle);
        let above = sentence.chunk_of(mention).and_then(|c| sentence.clause.parent[c as usize]);
        let as_ = above.is_some_and(|(p, _)| sentence.chunk(p).word == self.known.as_);
        let body = mention.class & (self.known.organisation | self.known.state) != 0;
        found.at == 0 && found.pattern.family == Family::Verb && participle && as_ && body
    }

    /// "has become a tool in the hands of a few"
    pub(super) fn is_in_hands(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let after = &sentence.clause.chunks[verb as usize + 1..];
        let hands = |pair: &[Chunk]| self.lexicon.is(pair[0].word, "in") && self.lexicon.is(pair[1].lemma, "hand");
        after[..after.len().min(4)].windows(2).any(hands)
    }
}
