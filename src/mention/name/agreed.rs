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

    /// "the Agreement on Cooperation | among the States members of the Union in Combating Piracy": the parties of a treaty that are
    /// told by their body, and what it is about after them. Or "the Group of Friends | of Norlandia": whose friends they are.
    pub(super) fn members_tail(&self, end: usize) -> usize {
        let naming = self.naming;
        let is = |at: usize, words: &[&str]| self.chunks.get(at).is_some_and(|c| naming.is_word(c.word, words));
        let noun = |at: usize| self.chunks.get(at).filter(|c| c.kind == ChunkKind::Noun);
        let whose = noun(end + 1).is_some_and(|c| c.mention.is_some() && !c.is_genitive);
        if naming.is_word(self.chunks[end - 1].lemma, &["friend"]) && is(end, &["of"]) && whose {
            return end + 2;
        }
        if label::kind(&self.head.class) != "treaty" || !is(end, &["among", "between"]) {
            return end;
        }
        let mut at = end + 1;
        if noun(at).is_some_and(|c| naming.is_word(c.lemma, &["government"])) && is(at + 1, &["of"]) {
            at += 2;
        }
        let members = noun(at).is_some_and(|c| naming.is_word(c.lemma, &["member", "state"])) && is(at + 1, &["of"]);
        let body = noun(at + 2).and_then(|c| self.mention_of(c)).is_some_and(|m| m.class & naming.state == 0);
        if !members || !body {
            return end;
        }
        at += 3;
        // "in Combating Piracy", "on cooperation in the field of navigation"
        while is(at, &["on", "in", "of", "for", "in_the_field_of"]) {
            let gerund = self.chunks.get(at + 1).is_some_and(|c| c.kind == ChunkKind::Verb);
            let last = at + 1 + usize::from(gerund);
            if noun(last).is_none_or(|c| c.mention.is_some()) {
                break;
            }
            at = last + 1;
        }
        at
    }
}

/// Organs of which a State has one.
const LEGISLATURES: [&str; 4] = ["parliament", "senate", "congress", "cabinet"];

impl Sight<'_> {
    /// "The Constitution guarantees", "Parliament adopted", in an account of what is done at home.
    pub(super) fn is_only_one_at_home(&self) -> bool {
        let chunk = self.chunk();
        let definite = chunk.determiner == Determiner::Definite && chunk.first + 1 == chunk.head;
        let bare = chunk.determiner == Determiner::Bare && chunk.first == chunk.head;
        // "the Constitution and the Convention of the Union": the Union's.
        let joined = self.chunks.get(self.at + 1).is_some_and(|c| c.kind == ChunkKind::Coordinator);
        let constitution = definite && !joined && self.naming.is_word(chunk.lemma, &["constitution"]);
        let alone = (definite || bare) && chunk.last == chunk.head + 1 && !chunk.is_plural;
        self.naming.is_domestic && (constitution || alone && self.naming.is_word(chunk.lemma, &LEGISLATURES))
    }

    /// "the Action Plan | for 2018": what many have is told by its year.
    pub(super) fn told_by_year(&self, first: u32, end: usize, form: &str) -> Option<Found> {
        let dated = Some(self.year_of_number()).filter(|&dated| end == self.at + 1 && dated > end)?;
        let last = self.chunks[dated - 1].last;
        let form = format!("{form} {}", self.naming.written(self.chunks[end].first, last));
        Some(self.found(first, last, dated, Strength::Named, None, form))
    }

    /// Where "Law No. 9 | of 2009" or "Plan | for 2018" ends: the year is part of a number, a day tells when.
    pub(super) fn year_of_number(&self) -> usize {
        let end = self.at + 1;
        let Some([of, year]) = self.chunks.get(end..end + 2) else { return end };
        let token = &self.naming.tokens[year.last as usize - 1];
        let is_year = year.last == year.first + 1 && token.kind == Kind::Number && token.span.len() == 4;
        let joins = match label::kind(&self.head.class) {
            "law" => self.naming.is_word(of.word, &["of"]),
            "strategy" => self.naming.is_word(of.word, &["for"]),
            _ => false,
        };
        if joins && is_year { end + 2 } else { end }
    }
}

impl Naming<'_> {
    /// "the Harbour Wardens | ( | Oaths | ) | Act": the matter in brackets is part of the name of a law.
    pub(super) fn join_matter(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let Some([before, open, matter, close, law]) = chunks.get(at..at + 5) else { return };
        let capital = |c: &Chunk| {
            let first = c.first + u32::from(c.determiner == Determiner::Definite);
            c.kind == ChunkKind::Noun
                && c.mention.is_none()
                && (first..c.last).all(|t| self.tokens[t as usize].is_capitalised())
        };
        if open.kind != ChunkKind::Open || close.kind != ChunkKind::Close {
            return;
        }
        let is_law = self.heads.head(law.lemma).is_some_and(|h| &*h.class == "Law");
        let starts = law.first == law.head && self.tokens[law.head as usize].is_capitalised();
        let named = law.kind == ChunkKind::Noun && law.determiner == Determiner::Bare && starts && is_law;
        if capital(before) && capital(matter) && named && !self.all_capitals {
            self.join_all(chunks, at, at + 4);
        }
    }

    /// "Directive | ( | PU | ) | 2021/555": the acronym of the body stands before the number.
    pub(super) fn join_directive(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let Some([text, open, body, close, number]) = chunks.get(at..at + 5) else { return };
        let brackets = open.kind == ChunkKind::Open && close.kind == ChunkKind::Close && body.last == body.first + 1;
        let numbered = self.tokens[number.first as usize].kind != Kind::Word && number.last == number.first + 1;
        let is_text = text.last == text.head + 1
            && self.tokens[text.head as usize].is_capitalised()
            && self.is_word(text.lemma, &["directive", "regulation", "decision"]);
        if brackets && numbered && is_text {
            chunks[at].last = number.last;
            chunks.drain(at + 1..at + 5);
        }
    }

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
        let opens = (chunk.last..last).any(|t| self.tokens[t as usize].kind == Kind::Open);
        let stops = |kind: Kind| matches!(kind, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Stop | Kind::Mark);
        let closes = |kind: Kind| stops(kind) || kind == Kind::Close && !opens;
        while last > chunk.last && closes(self.tokens[last as usize - 1].kind) {
            last -= 1;
        }
        let behind = chunks[at + 1..].iter().take_while(|c| c.last <= last).count();
        // "27,411 | protects"
        if let Some(rest) = chunks.get_mut(at + behind + 1).filter(|c| c.first < last && c.head >= last) {
            rest.first = last;
        }
        let whole = behind > 0 && chunks.get(at + behind + 1).is_none_or(|next| next.first == last);
        if whole {
            chunks[at].last = last;
            chunks.drain(at + 1..at + 1 + behind);
        }
    }
}
