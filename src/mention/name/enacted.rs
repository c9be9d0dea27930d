//! Laws whose names have a bracket in their midst: "the Piracy (Temporary Provisions) Act".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::mention::head::Shapes;
use crate::mention::label;
use crate::token::Kind;

use super::Naming;

impl Naming<'_> {
    /// "the Network and Harbour Safety Act": a lone noun of a body before "and" is what the law is about.
    pub(super) fn is_matter_of_law(&self, first: &Chunk, last: &Chunk) -> bool {
        let kind = |c: &Chunk| self.heads.head(c.lemma).map(|h| label::kind(&h.class));
        let lone = first.first + u32::from(first.determiner != Determiner::Bare) == first.head;
        lone && kind(last) == Some("law") && matches!(kind(first), Some("body" | "organisation"))
    }

    /// "the Nets | and | their Floats | ( | Prohibition | of | Unlawful Uses | ) | Act": all that stands before the noun of a law
    /// whose name has a bracket in it.
    pub(super) fn join_enacted(&self, chunks: &mut Vec<Chunk>, at: usize) {
        const LONGEST: usize = 14;
        let start = &chunks[at];
        let whose = at > 0 && chunks[at - 1].is_genitive;
        if start.kind != ChunkKind::Noun || self.all_capitals || !(whose || start.determiner == Determiner::Definite) {
            return;
        }
        let near = &chunks[at..chunks.len().min(at + LONGEST)];
        let find = |kind: ChunkKind, from: usize| (from..near.len()).find(|&i| near[i].kind == kind);
        let Some(open) = find(ChunkKind::Open, 1) else { return };
        let Some(act) = find(ChunkKind::Close, open).map(|close| close + 1).filter(|&act| act < near.len()) else {
            return;
        };
        // "our Nets Act, the Piracy (Temporary Provisions) Act": of two laws the second has the bracket.
        let whole = (0..open).all(|i| {
            let comma = near[i].kind == ChunkKind::Comma && near[i + 1].determiner != Determiner::Bare;
            !comma && self.head_of(&near[i]).is_none_or(|h| label::kind(&h.class) != "law")
        });
        let first = start.first + u32::from(start.determiner != Determiner::Bare);
        let (bracket, noun) = (&near[open], &near[act]);
        let fits = whole
            && self.is_act(noun, near[act - 1].last)
            && self.is_title(first, bracket.first)
            && self.is_title(bracket.first + 1, near[act - 1].first)
            && !near[..act].iter().any(|c| c.verb.is_some_and(|v| crate::clause::attach::is_finite(v.form)));
        if fits {
            self.join_all(chunks, at, at + act);
        }
    }

    /// "the Council | of | Ministers Decision No. 7": what a government has decided, with its number.
    pub(super) fn join_decided(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let Some([cabinet, of, text]) = chunks.get(at..at + 3) else { return };
        let ministers = &self.tokens[text.first as usize];
        let decides = self.is_word(cabinet.lemma, &["council", "cabinet", "ministry", "department"])
            && cabinet.mention.is_none()
            && cabinet.last == cabinet.head + 1
            && self.tokens[cabinet.head as usize].is_capitalised();
        // What a ministry decides has no name by its number alone.
        let texts = ["decree", "order", "ordinance", "directive", "instruction"];
        let decisions =
            self.is_word(ministers.word, &["ministers"]) && self.is_word(text.lemma, &["decision", "resolution"]);
        // "the Bureau | of | Drift Nets Act No. 7": a law about the body
        let body = self.head_of(cabinet).is_some_and(|h| matches!(label::kind(&h.class), "body" | "organisation"));
        let enacts = body
            && self.is_act(text, text.first)
            && text.first < text.head
            && cabinet.mention.is_none()
            && self.tokens[cabinet.head as usize].is_capitalised();
        // "the Council | of | Ministers decision | of | 20 October 2012"
        let dated = chunks.get(at + 3..at + 5).is_some_and(|next| {
            self.is_word(next[0].word, &["of"]) && self.tokens[next[1].first as usize].kind == Kind::Number
        });
        let numbered = (text.last > text.head + 1 || dated && decisions)
            && text.first < text.head
            && (text.first..=text.head).all(|t| self.tokens[t as usize].is_capitalised() || t == text.head)
            && (self.is_word(text.lemma, &texts) || decisions);
        if (decides && numbered || enacts) && self.is_word(of.word, &["of"]) {
            self.join_all(chunks, at, at + 2);
        }
    }

    /// Whether a phrase that begins at token `first` is no more than the noun of a law, perhaps with a word or its year.
    fn is_act(&self, noun: &Chunk, first: u32) -> bool {
        let law = self.head_of(noun).is_some_and(|h| label::kind(&h.class) == "law" && h.shapes.any(Shapes::CAPITAL));
        law && noun.first == first
            && noun.mention.is_none()
            && noun.determiner == Determiner::Bare
            && (noun.first..=noun.head).all(|t| self.tokens[t as usize].is_capitalised())
    }

    /// Whether the tokens `first..last` are written like a title, with capitals but for its small words.
    pub(super) fn is_title(&self, first: u32, last: u32) -> bool {
        let small =
            ["of", "and", "the", "their", "its", "in", "for", "to", "on", "against", "with", "or", "by", "from"];
        let fits = |t: u32| {
            let token = &self.tokens[t as usize];
            token.is_capitalised() || token.is_joined || token.kind == Kind::Comma || self.is_word(token.word, &small)
        };
        let opens = self.tokens.get(first as usize).is_some_and(crate::token::Token::is_capitalised);
        first < last && opens && (first..last).all(fits)
    }
}
