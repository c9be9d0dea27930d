//! Proper names behind the noun that tells what they name: Exercise Quiet Lights, the exercise "Quiet Lights".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::mention::head::Head;
use crate::mention::{Mention, Strength, label};
use crate::token::{Kind, Token};

use super::{Found, Naming, Sight};

/// Longest name in quotation marks, in tokens.
const MAX_QUOTED: usize = 14;

impl Sight<'_> {
    /// The noun that heads the name and the proper name after it.
    pub(super) fn led(&self) -> Found {
        let chunk = self.chunk();
        let first = chunk.first + u32::from(chunk.determiner != Determiner::Bare);
        let form = self.form(first, chunk.last, chunk);
        self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form)
    }

    /// The proper name behind the lower-case noun at token `noun`.
    pub(super) fn called(&self, noun: u32) -> Found {
        let chunk = self.chunk();
        let text = self.naming.text;
        let first = self.naming.tokens[noun as usize + 1].span.start as usize;
        let end = self.naming.tokens[chunk.last as usize - 1].span.end as usize;
        // "SafeNets@Sea", "Tides+"
        let rest = text[end..].find(|c: char| !(c.is_alphanumeric() || "@+/".contains(c))).unwrap_or(text.len() - end);
        let owner = self.owner_before();
        let form = text[first..end + rest].to_owned();
        let found = self.found(noun, chunk.last, self.at + 1, Strength::Named, owner.clone(), form);
        // In a speech a project may be anybody's.
        if owner.is_some() || self.naming.is_domestic { found } else { Found { owner, is_owned: false, ..found } }
    }

    /// A capitalised name in quotation marks right behind the noun.
    pub(super) fn quoted(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let open = self.behind_entitled(chunk.last) as usize;
        let is_quote = |at: usize| naming.tokens.get(at).is_some_and(|t| t.kind == Kind::Quote);
        let begins = naming.tokens.get(open + 1).is_some_and(Token::is_capitalised);
        if !is_quote(open) || !begins || chunk.is_plural || chunk.determiner == Determiner::Quantity {
            return None;
        }
        // A title that a list holds, or that begins with one, stays what it is.
        let known = |m: &Mention| m.first as usize == open + 1 && !self.is_territory(m) && !m.is_inside;
        if open > chunk.last as usize && self.mentions.iter().any(known) {
            return None;
        }
        let close = (open + 2..open + 2 + MAX_QUOTED).find(|&at| is_quote(at))?;
        let after = |i: usize| self.chunks[i].first as usize >= close;
        let end = (self.at + 1..self.chunks.len()).find(|&i| after(i)).unwrap_or(self.chunks.len());
        let within = naming.written(open as u32 + 1, close as u32).trim_end_matches([',', '.']);
        // 'the Law "On Harbour Dues"' is the Law on Harbour Dues.
        let form = match within.strip_prefix("On ").filter(|_| label::kind(&self.head.class) == "law") {
            Some(matter) => format!("{} on {matter}", naming.written(chunk.head, chunk.head + 1)),
            None => within.to_owned(),
        };
        // "a national planting programme called …"
        let national = (chunk.first..chunk.head).any(|t| naming.is_word(naming.tokens[t as usize].word, &["national"]));
        let own = naming.speaker.filter(|_| national && label::kind(&self.head.class) == "strategy").cloned();
        let owner = self.owner_before().or(own);
        Some(self.found(chunk.first, close as u32, end, Strength::Named, owner, form))
    }

    /// Where the title begins behind "entitled", "called" or "known as" at token `at`.
    fn behind_entitled(&self, at: u32) -> u32 {
        let tokens = &self.naming.tokens;
        let is = |t: u32, words: &[&str]| tokens.get(t as usize).is_some_and(|t| self.naming.is_word(t.word, words));
        // "an item of the agenda entitled …"
        if self.naming.is_word(self.chunk().lemma, &["agenda"]) {
            return at;
        }
        let from = at + u32::from(tokens.get(at as usize).is_some_and(|t| t.kind == Kind::Comma));
        match () {
            () if is(from, &["entitled", "called", "titled", "named"]) => from + 1,
            () if is(from, &["known"]) && is(from + 1, &["as"]) => from + 2,
            () => at,
        }
    }

    /// A capitalised name in quotation marks before the noun: 'the "Quiet Road" development programme'.
    pub(super) fn quoted_before(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let open = (chunk.first..chunk.head).find(|&t| naming.tokens[t as usize].kind == Kind::Quote)?;
        let close = naming.closing_quote(open).filter(|&close| close < chunk.head)?;
        let form = format!("{} {}", naming.written(open + 1, close), naming.written(close + 1, chunk.head + 1));
        Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, self.owner_before(), form))
    }

    /// One of several laws that one plural heads, `noun` being its token.
    pub(super) fn law_listed(&self, noun: u32) -> Found {
        let chunk = self.chunk();
        let naming = self.naming;
        let is_quote = |at: &usize| naming.tokens.get(*at).is_some_and(|t| t.kind == Kind::Quote);
        let quoted = chunk.first.checked_sub(2).is_some_and(|t| is_quote(&(t as usize)));
        let close = (chunk.first as usize..chunk.first as usize + MAX_QUOTED).find(is_quote).filter(|_| quoted);
        let end = match close {
            Some(close) => {
                let after = |i: &usize| self.chunks[*i].first as usize >= close;
                (self.at + 1..self.chunks.len()).find(after).unwrap_or(self.chunks.len())
            }
            None if naming.tokens[chunk.head as usize].is_capitalised() => self.capital_tail(self.at + 1),
            None => self.described_tail(self.at + 1),
        };
        let last = close.map_or(u32::MAX, |c| c as u32).min(self.chunks[end - 1].last);
        let law = naming.written(noun, noun + 1).trim_end_matches('s');
        let form = format!("{law} on {}", naming.written(chunk.first, last).trim_end_matches([',', '.']));
        self.found(chunk.first, last, end, Strength::Named, None, form)
    }
}

impl Naming<'_> {
    /// "the exercise | Quiet Lights 2", "the project | Clean Nets": a noun in lower case, and behind it the proper name of what
    /// it tells; with its token.
    pub(super) fn kind_before(&self, chunk: &Chunk) -> Option<(&Head, u32)> {
        let proper = |t: u32| {
            let token = &self.tokens[t as usize];
            token.is_capitalised() || token.kind == Kind::Number || token.is_joined
        };
        let from = chunk.first + u32::from(chunk.determiner != Determiner::Bare);
        if !proper(chunk.head) || self.all_capitals {
            return None;
        }
        let noun = (from..chunk.head).rev().find(|&t| !proper(t))?;
        let lemma = self.lexicon.lemma(self.tokens[noun as usize].word);
        let head = self.heads.head(lemma).filter(|_| lemma == self.tokens[noun as usize].word)?;
        let named =
            matches!(&*head.class, "Exercise" | "Operation" | "Programme") || self.is_word(lemma, &["campaign"]);
        let first = &self.tokens[noun as usize + 1];
        let fits = first.is_capitalised() && self.heads.head(chunk.lemma).is_none() && !chunk.is_genitive;
        (named && fits).then_some((head, noun))
    }

    /// 'the laws "On Wrecks", "On Harbour Dues"', "the Acts on Wrecks, on Ports and on Tides": the noun before that heads the
    /// title at `at`, which stands without its "on".
    pub(super) fn plural_law(&self, chunks: &[Chunk], at: usize) -> Option<(&Head, u32)> {
        let on = chunks.get(at.checked_sub(1)?).filter(|on| on.kind == ChunkKind::Preposition)?;
        let opens = on.first.checked_sub(1).is_some_and(|t| self.tokens[t as usize].kind == Kind::Quote);
        let title = opens && self.written(on.first, on.last) == "On";
        let joint = |c: &Chunk| matches!(c.kind, ChunkKind::Comma | ChunkKind::Coordinator);
        let capital = |c: &Chunk| self.tokens[c.head as usize].is_capitalised();
        let fits = at > 1 && (self.is_domestic || capital(&chunks[at]));
        let listed = !title && self.is_word(on.word, &["on"]) && fits && joint(&chunks[at - 2]);
        if !(title || listed) {
            return None;
        }
        let law = |c: &Chunk| {
            let head = self.heads.head(c.lemma).filter(|h| label::kind(&h.class) == "law");
            let alike = title || capital(c) && capital(&chunks[at]) || !capital(&chunks[at]) && c.mention.is_some();
            head.filter(|_| c.kind == ChunkKind::Noun && c.is_plural && alike)
        };
        let within = |c: &Chunk| joint(c) || !listed || matches!(c.kind, ChunkKind::Noun | ChunkKind::Preposition);
        let before = chunks[..at].iter().rev().take_while(|c| within(c)).find(|c| law(c).is_some())?;
        Some((law(before)?, before.head))
    }
}
