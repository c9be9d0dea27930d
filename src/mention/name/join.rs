//! Phrases that are one name though the analysis parted them: at quotation marks, at "to".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::lexicon::UNKNOWN;
use crate::mention::head::Shapes;
use crate::mention::{Mention, label};
use crate::token::{Kind, Token};

use super::Naming;

/// Kinds of people whose things have that in their names.
const PEOPLE: [&str; 18] = [
    "volunteer",
    "youth",
    "girl",
    "teacher",
    "people",
    "woman",
    "women",
    "child",
    "children",
    "leader",
    "worker",
    "minister",
    "farmer",
    "citizen",
    "student",
    "parent",
    "elder",
    "chief",
];

impl Naming<'_> {
    /// 'the "Quiet Road" development programme': the phrase around a name in quotation marks before its noun.
    pub(super) fn join_quoted(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let start = &chunks[at];
        let article = start.first == start.head && start.determiner != Determiner::Bare;
        // The mark that opens stands behind the article alone, within the phrase, or before it: 'its "Quiet Road" programme'.
        let quote = |t: &u32| self.tokens[*t as usize].kind == Kind::Quote;
        let within = (start.first..start.head).find(quote);
        let before = start.first.checked_sub(1).filter(quote).filter(|&open| self.closing_quote(open).is_some());
        let Some(open) = before.or(within).or(article.then_some(start.last)).filter(|_| start.kind == ChunkKind::Noun)
        else {
            return;
        };
        if before.is_some() && self.closing_quote(open).is_some_and(|close| close < start.head) {
            let head = self.heads.head(start.lemma).filter(|h| h.shapes.any(Shapes::CAPITAL));
            if head.is_some() && start.mention.is_none() {
                chunks[at].first = open;
                chunks[at].determiner = Determiner::Bare;
            }
            return;
        }
        let Some(close) = self.closing_quote(open).filter(|&c| c >= start.last) else { return };
        let Some(noun) = chunks.iter().skip(at + 1).position(|c| c.first > close).map(|n| n + at + 1) else { return };
        let head = self.heads.head(chunks[noun].lemma).filter(|h| h.shapes.any(Shapes::CAPITAL));
        let heads = head.is_some_and(|h| !chunks[noun].is_plural || &*h.class == "Operation");
        let joins = heads && chunks[noun].first == close + 1 && chunks[noun].kind == ChunkKind::Noun;
        if joins && chunks[noun].mention.is_none() {
            let (start, determiner) = match before {
                Some(open) => (open, Determiner::Bare),
                None => (chunks[at].first, chunks[at].determiner),
            };
            chunks[noun].first = start;
            chunks[noun].determiner = determiner;
            chunks.drain(at..noun);
        }
    }

    /// The quotation mark that closes what the one at `open` opens, where a capital follows that.
    pub(super) fn closing_quote(&self, open: u32) -> Option<u32> {
        let is_quote = |at: &u32| self.tokens.get(*at as usize).is_some_and(|t| t.kind == Kind::Quote);
        let begins = self.tokens.get(open as usize + 1).is_some_and(Token::is_capitalised);
        (is_quote(&open) && begins).then(|| (open + 2..open + 10).find(is_quote))?
    }

    /// "the Shore to Shore Initiative", "the Prevention of Smuggling Act", "the Anti-Piracy in Ports Act", "the Ports and Piers
    /// Act": what stands before the joint has no sense of its own.
    pub(super) fn join_path(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let Some([first, joint, last]) = chunks.get(at..at + 3) else { return };
        let capital = |t: u32| self.tokens[t as usize].is_capitalised();
        let plain = |c: &Chunk| c.kind == ChunkKind::Noun && c.mention.is_none();
        if !plain(first) || !plain(last) || !matches!(joint.kind, ChunkKind::Preposition | ChunkKind::Coordinator) {
            return;
        }
        let Some(head) = self.head_of(last).filter(|h| h.shapes.any(Shapes::CAPITAL)) else { return };
        let kind = label::kind(&head.class);
        let whose = first.determiner == Determiner::Bare && at > 0 && chunks[at - 1].is_genitive;
        let start = first.first + u32::from(first.determiner != Determiner::Bare);
        // "the Anti-Piracy | in Ports Act"
        let one_word = (start + 1..=first.head).all(|t| self.tokens[t as usize].is_joined);
        let fits = match joint.kind {
            ChunkKind::Preposition if self.is_word(joint.word, &["to"]) => {
                one_word && matches!(kind, "strategy" | "instrument" | "law")
            }
            ChunkKind::Preposition if self.is_word(joint.word, &["for", "against", "with"]) && kind == "law" => {
                capital(last.head)
            }
            // "the Peace | with Nature initiative"
            ChunkKind::Preposition if self.is_word(joint.word, &["with"]) && kind == "strategy" => {
                one_word && capital(first.head) && capital(last.first) && last.first < last.head
            }
            ChunkKind::Preposition if self.is_word(joint.word, &["in", "against", "for"]) => {
                // "the Pacific Women in Shipping Fellowship"
                let people = self.is_word(first.lemma, &PEOPLE) && kind == "strategy";
                // "the Zero Drift | for Ports Campaign"
                let campaign = &*head.class == "Campaign" && (start..=first.head).all(capital) && capital(last.head);
                // "the Tidal Smuggling | in Persons Project"
                let within = self.is_word(joint.word, &["in"])
                    && kind == "strategy"
                    && (start..last.last).all(|t| capital(t) || t == joint.head);
                campaign
                    || within
                    || (one_word || people) && (kind == "strategy" || kind == "law" && capital(last.head))
            }
            ChunkKind::Preposition if self.is_word(joint.word, &["of"]) => {
                one_word && matches!(kind, "law" | "treaty") && capital(last.head)
            }
            ChunkKind::Coordinator if self.is_word(joint.word, &["and"]) => {
                matches!(kind, "law" | "strategy" | "event") && capital(last.head)
            }
            _ => false,
        };
        let joins = fits
            && (whose || matches!(first.determiner, Determiner::Definite | Determiner::First | Determiner::Third))
            && first.last == first.head + 1
            && (start..first.last).all(|t| capital(t) || self.tokens[t as usize].is_joined)
            && self.head_of(first).is_none_or(|h| !h.shapes.any(Shapes::CAPITAL))
            && last.determiner == Determiner::Bare
            && last.first < last.head
            && capital(last.first);
        if joins && !self.all_capitals {
            self.join_all(chunks, at, at + 2);
        }
    }

    /// "the Prevention | of | Smuggling | in | Ports Act": a law whose name begins with a chain of what it is about.
    pub(super) fn join_chain(&self, chunks: &mut Vec<Chunk>, at: usize) {
        const LONGEST: usize = 9;
        let capital = |t: u32| self.tokens[t as usize].is_capitalised() || self.tokens[t as usize].is_joined;
        let plain = |c: &Chunk| {
            let start = c.first + u32::from(c.determiner != Determiner::Bare);
            c.kind == ChunkKind::Noun
                && c.mention.is_none()
                && !c.is_genitive
                && start <= c.head
                && c.last == c.head + 1
                && (start..c.last).all(capital)
        };
        let heads = |c: &Chunk| self.head_of(c).filter(|h| h.shapes.any(Shapes::CAPITAL));
        if self.all_capitals || !plain(&chunks[at]) || heads(&chunks[at]).is_some() {
            return;
        }
        let determined = chunks[at].determiner != Determiner::Bare || at > 0 && chunks[at - 1].is_genitive;
        let mut end = at;
        while let Some([joint, noun]) = chunks.get(end + 1..end + 3) {
            let preposition = joint.kind == ChunkKind::Preposition
                && self.is_word(joint.word, &["of", "in", "against", "from", "for", "to", "with"]);
            let and = joint.kind == ChunkKind::Coordinator && self.is_word(joint.word, &["and"]);
            let head = heads(noun);
            // "the Fishing for Nets and Boats programme"
            let programme = head.is_some_and(|h| label::kind(&h.class) == "strategy")
                && determined
                && noun.kind == ChunkKind::Noun
                && noun.first < noun.head
                && (noun.first..noun.head).all(capital);
            // "the Combating of Smuggling in Ports Act 2009"
            let dated = head.is_some_and(|h| label::kind(&h.class) == "law")
                && noun.last == noun.head + 2
                && self.tokens[noun.head as usize + 1].kind == Kind::Number
                && plain(&Chunk { last: noun.head + 1, ..*noun });
            let fits = programme && noun.mention.is_none() || plain(noun) || dated;
            if !(preposition || and) || !fits || noun.determiner != Determiner::Bare || end > at + LONGEST {
                return;
            }
            end += 2;
            if let Some(head) = head {
                let law = label::kind(&head.class) == "law";
                // "the Norms of International Humanitarian Law": no law of that name
                let generic = self.heads.is_generic(self.written(noun.first, noun.last));
                let one = !noun.is_plural && noun.first < noun.head && end > at + 2 && !generic;
                if (law || programme) && one {
                    self.join_all(chunks, at, end);
                }
                return;
            }
        }
    }

    /// Joins the phrases from `at` to `end` in one, with the noun of the last and the determiner of the first.
    pub(super) fn join_all(&self, chunks: &mut Vec<Chunk>, at: usize, end: usize) {
        let (start, determiner) = (chunks[at].first, chunks[at].determiner);
        chunks[end].first = start;
        chunks[end].determiner = determiner;
        chunks.drain(at..end);
    }

    /// "the Truth | , Peace | and | Wrecks Commission": a list of matters before the noun of one name.
    pub(super) fn join_list(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let Some([first, comma, second, and, last]) = chunks.get(at..at + 5) else { return };
        let capital = |t: u32| self.tokens[t as usize].is_capitalised();
        let plain = |c: &Chunk| c.kind == ChunkKind::Noun && c.mention.is_none() && !c.is_genitive;
        let heads = |c: &Chunk| self.head_of(c).is_some_and(|h| h.shapes.any(Shapes::CAPITAL));
        let joins = comma.kind == ChunkKind::Comma
            && and.kind == ChunkKind::Coordinator
            && self.is_word(and.word, &["and"])
            && [first, second, last].into_iter().all(plain)
            && matches!(first.determiner, Determiner::Definite | Determiner::Third | Determiner::First)
            && first.head > first.first
            && second.determiner == Determiner::Bare
            && last.determiner == Determiner::Bare
            && (first.first + 1..first.last).chain(second.first..second.last).chain(last.first..last.head).all(capital)
            && !heads(first)
            && !heads(second)
            && heads(last)
            && !last.is_plural
            && last.first < last.head;
        if joins && !self.all_capitals {
            self.join_all(chunks, at, at + 4);
        }
    }

    /// "its Ninth | Five-Year Plan", "the | One | Harbour | One | Light initiative", "its IT | Security Act": words with capitals
    /// that stand side by side before the noun of a plan or law, whatever they are elsewhere.
    pub(super) fn join_run(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let first = &chunks[at];
        let whose = at > 0 && chunks[at - 1].is_genitive && chunks[at - 1].last < first.first + 1;
        let determined = matches!(first.determiner, Determiner::Definite | Determiner::First | Determiner::Third);
        let capital = |t: u32| {
            let token = &self.tokens[t as usize];
            token.is_capitalised() || token.is_joined || token.kind == Kind::Number
        };
        let plain = |c: &Chunk| c.kind == ChunkKind::Noun && c.mention.is_none() && !c.is_genitive;
        let mut from = first.first + u32::from(determined);
        if !(whose || determined) || !plain(first) || self.all_capitals || !(from..first.last).all(capital) {
            return;
        }
        let mut end = at;
        while let Some(next) = chunks.get(end + 1) {
            if next.first != chunks[end].last || !plain(next) || !(next.first..next.head).all(capital) {
                return;
            }
            from = from.min(next.first);
            end += 1;
            let head = self.head_of(next).filter(|h| h.shapes.any(Shapes::CAPITAL));
            if let Some(head) = head {
                let kind = label::kind(&head.class);
                let named = capital(next.head) || kind == "strategy" && next.first < next.head;
                if matches!(kind, "strategy" | "law") && named && capital(from) && !next.is_plural {
                    self.join_all(chunks, at, end);
                }
                return;
            }
            if !capital(next.head) {
                return;
            }
        }
    }

    /// "the Digital Norlandia | 2025 Strategy", "the Saltmouth | 5G Conference", "the PU | Saltmouth Summit": a number or a place
    /// parts the phrase.
    pub(super) fn join_parted(&self, chunks: &mut Vec<Chunk>, at: usize, mentions: &[Mention]) {
        let Some([first, last]) = chunks.get(at..at + 2) else { return };
        let token = |t: u32| &self.tokens[t as usize];
        let adjacent = first.last == last.first && !first.is_genitive && last.determiner == Determiner::Bare;
        let nouns = first.kind == ChunkKind::Noun && last.kind == ChunkKind::Noun && last.mention.is_none();
        let named = first.mention.is_some() || token(first.head).is_capitalised();
        let capitals = named && token(last.head).is_capitalised() && !self.all_capitals;
        if !adjacent || !nouns || !capitals || last.first == last.head || last.is_plural {
            return;
        }
        let Some(head) = self.head_of(last).filter(|h| h.shapes.any(Shapes::CAPITAL)) else { return };
        let (strategy, event) = (label::kind(&head.class) == "strategy", label::kind(&head.class) == "event");
        let start = first.first + u32::from(first.determiner != Determiner::Bare);
        let year = token(last.first).kind == Kind::Number && self.written(last.first, last.first + 1).len() == 4;
        let digit = self.written(last.first, last.first + 1).starts_with(|c: char| c.is_ascii_digit());
        let joins = match first.mention.map(|m| &mentions[m as usize]) {
            Some(m) if m.last != first.last || first.determiner != Determiner::Definite => false,
            Some(m) if m.class & (self.state | self.territory) != 0 => {
                let of_state = strategy && year && m.class & self.state != 0 && m.first > start;
                let pair = token(last.first).is_joined
                    && matches!(label::kind(&head.class), "event" | "organisation" | "treaty");
                of_state || m.form != Form::Demonym && (pair || event && digit && !year)
            }
            Some(_) => {
                let place = |m: &Mention| m.first == last.first && m.class & (self.state | self.territory) != 0;
                (event || strategy && token(last.first).is_joined)
                    && mentions.iter().any(|m| place(m) && m.form != Form::Demonym)
            }
            None => false,
        };
        if joins {
            self.join_all(chunks, at, at + 1);
        }
    }

    /// "the Tidal Development Plan II", "the Wreck Removal Agency Norwrack": the noun that heads the name stands before its number,
    /// or before the short name of a body.
    pub(super) fn head_before_numeral(&self, chunk: &mut Chunk) {
        const NUMERALS: [&str; 9] = ["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
        let Some(noun) = chunk.head.checked_sub(1).filter(|&t| t > chunk.first) else { return };
        let capital = |t: u32| self.tokens[t as usize].is_capitalised();
        if chunk.mention.is_some() || !capital(noun) || !capital(chunk.head) || self.all_capitals {
            return;
        }
        let numeral = NUMERALS.contains(&self.written(chunk.head, chunk.head + 1));
        let lemma = self.lexicon.lemma(self.tokens[noun as usize].word);
        let kind = self.heads.head(lemma).map(|h| label::kind(&h.class));
        let proper = chunk.word == UNKNOWN
            && chunk.last == chunk.head + 1
            && noun > chunk.first + 1
            && !self.tokens[chunk.head as usize].is_joined
            && capital(noun - 1);
        let heads = numeral && kind == Some("strategy") || proper && kind == Some("body");
        if heads {
            chunk.head = noun;
            chunk.word = self.tokens[noun as usize].word;
            chunk.lemma = lemma;
        }
    }

    /// "the Norlandia Emergency Response Team (norCERT)": the word in brackets that heads a name of its own stands for the one
    /// before it.
    pub(super) fn repeats_in_brackets(
        &self,
        chunks: &[Chunk],
        at: usize,
        class: &str,
        mentions: &[Mention],
    ) -> Option<u32> {
        let [named, open, word, close] = chunks.get(at.checked_sub(2)?..at + 2)? else { return None };
        let brackets = open.kind == ChunkKind::Open && close.kind == ChunkKind::Close;
        let known = mentions.get(named.mention? as usize)?;
        let one = brackets && word.last == self.word_end(word.first) && known.last == open.first;
        let same = |class| known.class & self.ontology.mask(&[class]) != 0;
        (one && same(if label::kind(class) == "body" { "NationalBody" } else { class })).then_some(known.thing)
    }

    /// "the Norlandian People's | Rescue Army": whose a thing is in its name, where that is a kind of people.
    pub(super) fn join_peoples(&self, chunks: &mut Vec<Chunk>, at: usize) {
        let heads = |c: &Chunk| self.head_of(c).is_some_and(|h| h.shapes.any(Shapes::CAPITAL));
        if !self.is_of_people(chunks, at) || self.all_capitals || !heads(&chunks[at + 1]) {
            return;
        }
        self.join_all(chunks, at, at + 1);
    }

    /// Whether a kind of people and what is theirs stand at chunk `at`, both with capitals: "Women's | Affairs".
    pub(super) fn is_of_people(&self, chunks: &[Chunk], at: usize) -> bool {
        let Some([whose, noun]) = chunks.get(at..at + 2) else { return false };
        whose.is_genitive
            && whose.mention.is_none()
            && noun.kind == ChunkKind::Noun
            && noun.mention.is_none()
            && noun.determiner == Determiner::Bare
            && self.tokens[whose.head as usize].is_capitalised()
            && (noun.first..=noun.head).all(|t| self.tokens[t as usize].is_capitalised())
            && self.is_word(whose.lemma, &PEOPLE)
    }
}
