//! Names that a bracket parts: "the tenth Pelagic Union (PU) Summit", "the Child (Protection and Adoption) Bill"; laws with a
//! number in brackets: "the Wrecks Act, 2012 (Act 843)".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::mention::head::{Head, Shapes};
use crate::mention::{Mention, label};
use crate::token::Kind;

use super::Naming;

/// Most chunks that stand within the bracket of the title of a law.
const WITHIN: usize = 7;

impl Naming<'_> {
    /// "the tenth Pelagic Union (PU) Summit": the acronym of the body that stands before the noun of a name, or before a known
    /// name, parts the phrase.
    pub(super) fn join_bracketed(&self, chunks: &mut Vec<Chunk>, at: usize, mentions: &mut [Mention]) {
        let Some(close) = self.closing(chunks, at) else { return };
        let (body, open, noun) = (chunks[at], chunks[at + 1], chunks[close + 1]);
        let law = self.is_law_title(chunks, at, close);
        let one = close == at + 3 && chunks[at + 2].last == chunks[at + 2].first + 1;
        let is_body = body.mention.is_some_and(|m| mentions[m as usize].class & (self.state | self.territory) == 0);
        let event = |class: &str| matches!(class, "Summit" | "Conference" | "Meeting" | "Operation" | "Seminar");
        let capital = self.is_title(noun.first, noun.head + 1);
        let heads = |h: &Head| event(&h.class) || capital && h.shapes.any(Shapes::CAPITAL);
        let of_body = is_body && one;
        let follows = noun.kind == ChunkKind::Noun
            && noun.determiner == Determiner::Bare
            && noun.first == chunks[close].last
            && !self.all_capitals;
        // "the Pelagic Union (PU) Council of Lights", which is known: a body of the other, not the other.
        let known = noun.mention.map(|m| &mentions[m as usize]).filter(|m| m.first == noun.first && capital);
        let known = known.is_some_and(|m| m.class & (self.state | self.territory) == 0);
        let named = of_body && noun.mention.is_none() && self.head_of(&noun).is_some_and(heads);
        if follows && of_body && known {
            let whole = body.mention.map(|m| mentions[m as usize].thing);
            let within = mentions.iter_mut().filter(|m| m.first >= body.first && m.last <= chunks[close].last);
            within.filter(|m| Some(m.thing) == whole).for_each(|m| m.is_inside = true);
            self.join_all(chunks, at, close + 1);
            return;
        }
        let joins = noun.mention.is_none() && (law && (is_body || body.mention.is_none()) || named);
        if !joins || !follows {
            return;
        }
        let within = mentions.iter_mut().filter(|m| m.first >= open.first && m.last <= chunks[close].last);
        within.for_each(|m| m.is_inside = true);
        self.join_all(chunks, at, close + 1);
    }

    /// "the Pelagic Union | Norlandia Office", "the Westmark | Norlandia Pilot Initiative": a name that begins with two.
    pub(super) fn join_adjacent(&self, chunks: &mut Vec<Chunk>, at: usize, mentions: &[Mention]) {
        let Some([first, last]) = chunks.get(at..at + 2) else { return };
        let named =
            first.mention.map(|m| &mentions[m as usize]).filter(|m| m.last == first.last && m.form == Form::Name);
        let adjacent = last.kind == ChunkKind::Noun
            && last.first == first.last
            && last.determiner == Determiner::Bare
            && last.mention.is_none()
            && !first.is_genitive;
        let begins = |m: &Mention| {
            m.first == last.first && m.last <= last.head && m.class & self.state != 0 && m.form == Form::Name
        };
        let heads = || self.head_of(last).is_some_and(|h| h.shapes.any(Shapes::CAPITAL));
        let joins = adjacent && named.is_some() && mentions.iter().any(begins) && heads();
        if joins && !self.all_capitals {
            self.join_all(chunks, at, at + 1);
        }
    }

    /// "the Pelagic Union (PU) | Agency": the first token of the body whose acronym stands in brackets before token `at`.
    pub(super) fn start_before_bracket(&self, at: u32, mentions: &[Mention]) -> Option<u32> {
        let open = at.checked_sub(3).filter(|&open| self.tokens[open as usize].kind == Kind::Open)?;
        let closes = self.tokens[at as usize - 1].kind == Kind::Close;
        let body = |m: &&Mention| m.last == open && m.class & (self.state | self.territory) == 0;
        mentions.iter().find(body).filter(|_| closes).map(|m| m.first)
    }

    /// The chunk that closes the bracket that opens right behind the chunk at `at`, where a noun follows.
    fn closing(&self, chunks: &[Chunk], at: usize) -> Option<usize> {
        chunks.get(at + 1).filter(|c| c.kind == ChunkKind::Open && chunks[at].kind == ChunkKind::Noun)?;
        let close = (at + 2..at + 2 + WITHIN).find(|&c| chunks.get(c).is_some_and(|c| c.kind == ChunkKind::Close))?;
        chunks.get(close + 1).map(|_| close)
    }

    /// "the Child (Protection and Adoption) Bill": whether all from the chunk at `at` on is the title of a law.
    fn is_law_title(&self, chunks: &[Chunk], at: usize, close: usize) -> bool {
        let noun = &chunks[close + 1];
        let capital = |t: u32| self.tokens[t as usize].is_capitalised();
        let law = self.heads.head(noun.lemma).is_some_and(|h| label::kind(&h.class) == "law");
        let start = chunks[at].first + u32::from(chunks[at].determiner != Determiner::Bare);
        let led = chunks[at].mention.is_some()
            || chunks[at].determiner != Determiner::Bare && (start..chunks[at].last).all(capital);
        let inside = &chunks[at + 2..close];
        // "(Prohibition, Prevention, etc.)"
        let written = |c: &Chunk| self.written(c.first, c.last);
        let nouns = inside.iter().filter(|c| c.kind == ChunkKind::Noun && written(c) != "etc");
        let words = inside.iter().all(|c| match c.kind {
            ChunkKind::Verb | ChunkKind::Relative => false,
            ChunkKind::Mark => written(c) == ".",
            _ => true,
        });
        law && led && words && capital(noun.head) && nouns.clone().count() > 0 && nouns.clone().all(|c| capital(c.head))
    }

    /// "the Wrecks Act, 2012 | (Act 843)": the law named before, of which the phrase at `at` is the number.
    pub(super) fn numbered_in_brackets(&self, chunks: &[Chunk], at: usize, mentions: &[Mention]) -> Option<u32> {
        let (number, open) = (&chunks[at], chunks.get(at.checked_sub(1)?)?);
        let closed = chunks.get(at + 1).is_some_and(|c| c.kind == ChunkKind::Close);
        let figure = |t: u32| self.tokens[t as usize].kind != Kind::Word || self.tokens[t as usize].is_joined;
        let bare = number.first == number.head && number.last > number.head + 1;
        let numbered = bare && (number.head + 1..number.last).all(figure);
        if open.kind != ChunkKind::Open || !closed || !numbered {
            return None;
        }
        let law = mentions.iter().filter(|m| m.last <= open.first && m.last + 2 >= open.first && !m.is_inside);
        let law = law.max_by_key(|m| m.first).filter(|m| m.class & self.ontology.mask(&["Law"]) != 0)?;
        // Nothing but its year stands between the law and the bracket.
        let year = (law.last..open.first).all(|t| matches!(self.tokens[t as usize].kind, Kind::Comma | Kind::Number));
        year.then_some(law.thing)
    }
}
