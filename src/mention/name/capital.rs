//! Capitalised names, with their capitalised tail: "the Ministry of Trade and Industry".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::lexicon::MONTHS;
use crate::mention::head::Shapes;
use crate::mention::{Mention, Strength, label};
use crate::token::Kind;

use super::{Found, Sight};

impl Sight<'_> {
    /// A capitalised name, with its capitalised tail.
    pub(super) fn capital(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let first = self.capital_start();
        // "Order No. 8 of the Minister": what bears a number needs no more.
        let of = self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"]));
        let by_number = chunk.last > chunk.head + 1 && of;
        let mut end = if by_number { self.at + 1 } else { self.capital_tail(self.at + 1) };
        if end == self.at + 1 && first == chunk.head && self.may_bear_matter() {
            end = self.described_tail(end);
        }
        let last = self.chunks[end - 1].last;
        // "Vision 2030": the year is part of the name.
        let numbered = chunk.last > chunk.head + 1 && chunk.last == last;
        let whose = self.owner_after(end);
        // "the Law of Norlandia on Harbour Dues": what it is about may follow its owner.
        let matter = whose.as_ref().map_or(end, |(_, after)| self.capital_tail(*after));
        let told = whose.as_ref().is_some_and(|(_, after)| matter > *after);
        let alone = naming.heads.is_name_alone(chunk.lemma) && (whose.is_some() || self.owner_before().is_some());
        let bare = first == chunk.head && end == self.at + 1 && !numbered && !self.is_compound() && !told && !alone;
        let generic =
            first < chunk.head && !numbered && end == self.at + 1 && (first..chunk.head).all(|i| self.is_common(i));
        let needs_number = !self.head.shapes.any(Shapes::CAPITAL) && !numbered;
        if bare || needs_number || self.follows_body(first) {
            return None;
        }
        // "the Alliance for the Liberation of Norlandia": the State is what it is about, no owner.
        let about = whose.is_some() && self.is_about(end);
        let (owner, end) = match whose {
            Some((_, after)) if about => (None, matter.max(after)),
            Some((owner, after)) => (Some(owner), matter.max(after)),
            None => (self.owner_before(), end),
        };
        let last = if told || about { self.chunks[end - 1].last } else { last };
        if generic && owner.is_none() {
            return None;
        }
        let scoped = matches!(label::kind(&self.head.class), "body" | "strategy" | "law");
        let bodies = &*self.head.class == "NationalBody" && !naming.is_word(chunk.lemma, &["force"]);
        if chunk.is_plural && ((chunk.determiner == Determiner::Bare && scoped && owner.is_none()) || bodies) {
            return None;
        }
        // "Muslim societies"
        let lower = !naming.tokens[chunk.head as usize].is_capitalised();
        // "every Assembly session"
        if lower && end == self.at + 1 && naming.is_word(chunk.lemma, &["session", "resolution", "decision", "meeting"])
        {
            return None;
        }
        let own = matches!(chunk.determiner, Determiner::First | Determiner::Third);
        let kind = chunk.is_plural && lower && end == self.at + 1;
        if kind && (own && !scoped || owner.is_none()) {
            return None;
        }
        let form = self.form(first, last, chunk);
        if !alone && owner.is_none() && naming.heads.is_generic(&form) {
            return None;
        }
        Some(self.found(first.min(chunk.first), self.chunks[end - 1].last, end, Strength::Named, owner, form))
    }

    /// Whether the name goes on to chunk `end` by what it is for or about, and is of no State's own kind.
    fn is_about(&self, end: usize) -> bool {
        let scoped = matches!(label::kind(&self.head.class), "body" | "strategy" | "law");
        let joints = &self.chunks[(self.at + 1).min(end)..end];
        !scoped && joints.iter().any(|c| self.naming.is_word(c.word, &["for", "on", "against"]))
    }

    /// "the Law on the protection of wrecks": what it is about is its name.
    fn may_bear_matter(&self) -> bool {
        let on = self.chunks.get(self.at + 1).is_some_and(|c| self.naming.is_word(c.word, &["on", "for", "against"]));
        on && !self.chunk().is_plural && matches!(label::kind(&self.head.class), "law" | "strategy")
    }

    /// Whether the head is an invented word, a name by itself: "tunCERT".
    fn is_compound(&self) -> bool {
        self.naming.compound(self.chunk().head).is_some()
    }

    fn capital_start(&self) -> u32 {
        let naming = self.naming;
        let chunk = self.chunk();
        if self.is_compound() {
            return naming.word_start(chunk.head);
        }
        let mut first = chunk.head;
        while first > chunk.first && self.belongs(first - 1) {
            first -= 1;
        }
        while first < chunk.head && naming.heads.is_dropped(naming.tokens[first as usize].word) {
            first += 1;
        }
        // "the Norlandian National Police" is Norlandia's National Police.
        let own = matches!(label::kind(&self.head.class), "body" | "strategy" | "law");
        let demonym = self.mentions_in(first, chunk.head).find(|m| own && m.first == first && m.form == Form::Demonym);
        if let Some(last) = demonym.map(|m| m.last).filter(|&l| l < chunk.head && self.belongs(l)) {
            first = last;
        }
        first
    }

    pub(super) fn belongs(&self, at: u32) -> bool {
        let token = &self.naming.tokens[at as usize];
        let is_determiner = at == self.chunk().first && self.chunk().determiner != Determiner::Bare;
        // "the Fraud and Smuggling Division"
        let joins = self.naming.lexicon.is(token.word, "and") && at > self.chunk().first && self.belongs(at - 1);
        // "the High-level Committee"
        let part = token.is_joined && at > self.chunk().first && self.belongs(at - 1);
        !is_determiner && (token.is_capitalised() || joins || part || matches!(token.kind, Kind::Number | Kind::Comma))
    }

    /// Whether nothing but a body stands before the head, and the name needs more than that.
    fn follows_body(&self, first: u32) -> bool {
        let naming = self.naming;
        let head = self.chunk().head;
        self.mentions_in(first, head).any(|m| {
            m.first == first
                && m.last == head
                && m.class & naming.territory == 0
                && m.class & naming.state == 0
                && (self.head.shapes.any(Shapes::COMPOSED) || self.is_named_so(m))
        })
    }

    /// Whether the name of the thing has the head in it: "the GCC Council".
    pub(super) fn is_named_so(&self, mention: &Mention) -> bool {
        let label = label::key(&self.things.get(mention.thing).label);
        let token = &self.naming.tokens[self.chunk().head as usize];
        label::key(&self.naming.text[token.span.range()]).iter().all(|word| label.contains(word))
    }

    /// The chunk after the capitalised "of …", "on … and …" that follow the noun, from chunk `from` on.
    fn capital_tail(&self, from: usize) -> usize {
        let naming = self.naming;
        let mut end = from;
        if self.chunk().is_genitive {
            return end;
        }
        while let (Some(joint), Some(noun)) = (self.chunks.get(end), self.chunks.get(end + 1)) {
            let in_tail = end > from;
            let joins = match joint.kind {
                ChunkKind::Preposition => {
                    naming.is_word(joint.word, &["of", "on", "for", "against", "to", "in", "with"])
                }
                ChunkKind::Coordinator => in_tail,
                // "Decade to Combat Racism"
                ChunkKind::Verb => self.naming.tokens[joint.head as usize].is_capitalised(),
                _ => false,
            };
            if !joins || noun.kind != ChunkKind::Noun || !self.is_capital_phrase(noun) {
                break;
            }
            // "the Council to the Assembly": two bodies.
            let is_body = matches!(label::kind(&self.head.class), "body" | "organisation");
            if is_body && naming.is_word(joint.word, &["to"]) && self.mention_of(noun).is_some() {
                break;
            }
            // "met the Council in July"
            if naming.is_word(joint.word, &["in"]) && naming.is_word(noun.lemma, &MONTHS) {
                break;
            }
            // "the Committee on Whales and the Council": another body, with its own article.
            let heads_name = naming.heads.head(noun.lemma).is_some();
            let apart = noun.determiner != Determiner::Bare || noun.first == noun.head;
            if joint.kind == ChunkKind::Coordinator && apart && heads_name {
                break;
            }
            // "the Council of Ministers and Parliament"
            let alone = noun.first == noun.head && !noun.is_plural;
            let body = naming.heads.head(noun.lemma).is_some_and(|h| &*h.class == "NationalBody");
            if joint.kind == ChunkKind::Coordinator && alone && body {
                break;
            }
            let is_parent = naming.heads.head(noun.lemma).is_some_and(|h| &*h.class == "NationalBody");
            if is_parent && &*self.head.class == "NationalBody" {
                break;
            }
            if let Some(mention) = self.mention_of(noun) {
                let owner = mention.class & (naming.state | naming.territory) != 0;
                if owner || joint.kind == ChunkKind::Coordinator {
                    break;
                }
            }
            end += 2;
            if noun.is_genitive {
                break;
            }
        }
        end
    }

    fn is_capital_phrase(&self, noun: &Chunk) -> bool {
        let skip = u32::from(matches!(noun.determiner, Determiner::Definite | Determiner::Indefinite));
        let first = (noun.first + skip).min(noun.head);
        let tokens = &self.naming.tokens;
        // "inter-Norlandian Dialogue": the second part of a compound has the capital.
        let compound = tokens.get(first as usize + 1).is_some_and(|t| t.is_joined && t.is_capitalised());
        (tokens[first as usize].is_capitalised() || compound) && tokens[noun.head as usize].is_capitalised()
    }
}
