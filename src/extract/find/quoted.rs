//! What stands between quotation marks and is said by somebody else: "Westmark claimed that “the Union has failed”".

use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Weight};
use crate::mention::Mention;
use crate::token::Kind;

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
        let said = |chunk: &crate::clause::Chunk| {
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
}
