//! Countries that are pointed back to: "that country", "both countries". Meant is the State that was named last, where
//! no other was named beside it.

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::token::Token;

use super::coreference::Recent;
use super::head::Heads;
use super::{Mention, Things, label};

/// How many sentences back a country is looked for.
const REACH: u32 = 2;
const COUNTRY: [&str; 3] = ["country", "nation", "state"];
const COUNTRIES: [&str; 3] = ["countries", "nations", "states"];

/// What is asked of a sentence.
#[derive(Clone, Copy)]
pub struct Countries<'a> {
    /// Text of the block.
    pub text: &'a str,
    /// Tokens of the sentence.
    pub tokens: &'a [Token],
    /// Words of courtesy before the noun.
    pub heads: &'a Heads,
    /// The class of States.
    pub state: u128,
    /// The State that speaks: it calls itself "my country".
    pub speaker: Option<u32>,
}

/// Whether tokens that begin here may point back to a country: "that sister nation", "both countries".
#[must_use]
pub fn may_point(text: &str, tokens: &[Token]) -> bool {
    let written = |token: &Token| &text[token.span.range()];
    tokens.windows(2).enumerate().any(|(at, pair)| {
        let points = is_one_of(written(&pair[0]), &["that", "this", "both", "two"]);
        points && tokens[at + 1..].iter().take(3).any(|t| is_country(written(t)))
    })
}

impl Countries<'_> {
    /// Gives the phrases among `chunks` that point back to countries their mentions.
    pub fn resolve(
        &self,
        sentence: u32,
        chunks: &mut [Chunk],
        mentions: &mut Vec<Mention>,
        things: &Things,
        recent: &Recent,
    ) {
        for at in 0..chunks.len() {
            let n_meant = self.n_meant(&chunks[at]);
            if n_meant == 0 || self.is_supposed(&chunks[..at]) {
                continue;
            }
            let chunk = &chunks[at];
            let is_other = |thing: u32| things.get(thing).class_bit & self.state != 0 && self.speaker != Some(thing);
            let mut named: Vec<u32> =
                mentions.iter().filter(|m| m.last <= chunk.first && is_other(m.thing)).map(|m| m.thing).collect();
            // "The embargo against Norlandia weighs on that country": a name may hide which.
            let hides = |m: &Mention| label::kind(&things.get(m.thing).class) == "incident" && m.last <= chunk.first;
            if named.is_empty() && !mentions.iter().any(hides) {
                named = recent.nearest(sentence, REACH, is_other);
            }
            named.sort_unstable();
            named.dedup();
            if named.len() != n_meant {
                continue;
            }
            let (first, last) = (chunk.first, chunk.last);
            chunks[at].mention = Some(mentions.len() as u32);
            mentions.extend(named.into_iter().map(|thing| Mention::anaphor(first, last, thing, self.state)));
        }
    }

    /// How many countries a phrase points back to: one for "that country", two for "both countries", none for all others.
    fn n_meant(&self, chunk: &Chunk) -> usize {
        if chunk.kind != ChunkKind::Noun || chunk.mention.is_some() || chunk.last - chunk.head > 2 {
            return 0;
        }
        let courteous = |words: std::ops::Range<u32>| {
            words.into_iter().all(|t| self.heads.is_courtesy(self.tokens[t as usize].word))
        };
        let (first, noun) = (self.written(chunk.first), self.written(chunk.head));
        let after = chunk.first + 1;
        if is_one_of(noun, &COUNTRY) && after <= chunk.head {
            let named_so = is_one_of(first, &["that"]) || is_one_of(first, &["this"]) && after < chunk.head;
            return usize::from(named_so && courteous(after..chunk.head));
        }
        let two = |t: u32| t < chunk.head && is_one_of(self.written(t), &["two"]);
        let both = is_one_of(first, &["both"]) || is_one_of(first, &["the", "these", "those"]) && two(after);
        let from = if two(after) { after + 1 } else { after };
        if is_one_of(noun, &COUNTRIES) && both && from <= chunk.head && courteous(from..chunk.head) { 2 } else { 0 }
    }

    /// "where a State breaks its word, that State": any.
    fn is_supposed(&self, before: &[Chunk]) -> bool {
        before.iter().any(|chunk| {
            let any = matches!(chunk.determiner, Determiner::Bare | Determiner::Indefinite | Determiner::Quantity);
            any && chunk.kind == ChunkKind::Noun && chunk.mention.is_none() && is_country(self.written(chunk.head))
        })
    }

    fn written(&self, token: u32) -> &str {
        &self.text[self.tokens[token as usize].span.range()]
    }
}

fn is_country(word: &str) -> bool {
    is_one_of(word, &COUNTRY) || is_one_of(word, &COUNTRIES)
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|w| w.eq_ignore_ascii_case(word))
}
