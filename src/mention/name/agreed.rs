//! Treaties told by both their parties and their matter, and laws told by a number of several parts: "the Agreement between the
//! Government of Norlandia and the Government of Westmark on Safe Harbours", "Act No. 27,411".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::mention::{Strength, label};
use crate::token::Kind;

use super::{Found, Naming, Sight};

impl Sight<'_> {
    /// "the Agreement | between the Government of Norlandia and the Government of Westmark on Safe Harbours". Only the noun is
    /// taken up: its parties are named besides.
    pub(super) fn agreed_between(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let is = |at: usize, words: &[&str]| self.chunks.get(at).is_some_and(|c| naming.is_word(c.word, words));
        let one = matches!(chunk.determiner, Determiner::Definite | Determiner::Indefinite | Determiner::Bare);
        if label::kind(&self.head.class) != "treaty" || !one || chunk.is_plural || !is(self.at + 1, &["between"]) {
            return None;
        }
        let (one, after) = self.party_at(self.at + 2)?;
        let (other, matter) = self.party_at(after + 1).filter(|_| is(after, &["and"]))?;
        let about = is(matter, &["on", "for", "concerning", "regarding", "in"]);
        let noun = self.chunks.get(matter + 1).filter(|c| about && c.kind == ChunkKind::Noun)?;
        let capital = naming.tokens[noun.head as usize].is_capitalised();
        let end = if capital { self.capital_tail(matter) } else { self.described_tail(matter) };
        if end <= matter || is(matter, &["in"]) && !capital {
            return None;
        }
        let told = self.form(first, chunk.last, chunk);
        let rest = naming.written(self.chunks[matter].first, self.chunks[end - 1].last);
        let form = format!("{told} between {one} and {other} {rest}");
        Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form))
    }

    /// The State or body at chunk `at`, perhaps told by its Government, and the chunk behind it.
    fn party_at(&self, at: usize) -> Option<(String, usize)> {
        let at = at + self.governments(at);
        let party = self.chunks.get(at).filter(|c| !c.is_genitive).and_then(|c| self.mention_of(c))?;
        (party.strength == Strength::Named).then(|| {
            let thing = self.things.get(party.thing);
            (label::with_article(label::state_in_name(&thing.id, &thing.label)), at + 1)
        })
    }
}

impl Naming<'_> {
    /// "Act No. 27,411", "Law 60(I)/2014": what is written together with the number of a law is part of it.
    pub(super) fn join_number(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let chunk = chunks[at];
        let law = self.heads.head(chunk.lemma).is_some_and(|h| label::kind(&h.class) == "law");
        let number = self.tokens[chunk.last as usize - 1].kind;
        let numbered = chunk.last > chunk.head + 1 && matches!(number, Kind::Number | Kind::Symbol);
        if !law || !numbered || chunk.mention.is_some() || !self.tokens[chunk.head as usize].is_capitalised() {
            return;
        }
        let glued = |t: u32| {
            let before = &self.tokens[t as usize - 1];
            self.tokens.get(t as usize).is_some_and(|next| before.span.end == next.span.start)
        };
        let mut last = chunk.last;
        while glued(last) {
            last += 1;
        }
        // A comma or bracket behind the number belongs to the sentence.
        while last > chunk.last && matches!(self.tokens[last as usize - 1].kind, Kind::Comma | Kind::Mark) {
            last -= 1;
        }
        let behind = chunks[at + 1..].iter().take_while(|c| c.last <= last).count();
        // "27,411 | protects"
        if let Some(rest) = chunks.get_mut(at + behind + 1).filter(|c| c.first < last && c.head >= last) {
            rest.first = last;
        }
        let whole = behind > 0 && chunks.get(at + behind + 1).is_none_or(|next| next.first == last);
        let bracketed =
            self.tokens[last as usize - 1].kind == Kind::Close && self.tokens[chunk.last as usize].kind != Kind::Open;
        if whole && !bracketed {
            chunks[at].last = last;
            chunks.drain(at + 1..at + 1 + behind);
        }
    }
}
