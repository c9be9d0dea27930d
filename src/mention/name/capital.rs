//! Capitalised names, with their capitalised tail: "the Ministry of Trade and Industry".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::lexicon::{Classes, MONTHS};
use crate::mention::head::Shapes;
use crate::mention::{Mention, Strength, label};
use crate::token::{Kind, Token};

use super::{Found, Sight};

impl Sight<'_> {
    /// A capitalised name, with its capitalised tail.
    pub(super) fn capital(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let first = self.capital_start();
        if self.begins_with_body(first)
            && let Some(found) = self.composed()
        {
            return Some(found);
        }
        // "Order No. 8 of the Minister": what bears a number needs no more.
        let of = self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"]));
        let by_number = chunk.last > chunk.head + 1 && of;
        let mut end = if by_number { self.at + 1 } else { self.capital_tail(self.at + 1) };
        if end == self.at + 1 && first == chunk.head && self.may_bear_matter() {
            end = self.described_tail(end);
        }
        end = self.members_tail(self.twin_or_range(end));
        let last = self.chunks[end - 1].last;
        if self.is_anybodys_post(end) {
            return None;
        }
        // "Vision 2030": the year is part of the name.
        let numbered = chunk.last > chunk.head + 1 && chunk.last == last;
        let whose = self.owner_after(end);
        // "the Law of Norlandia on Harbour Dues": what it is about may follow its owner.
        let matter = whose.as_ref().map_or(end, |(_, after)| self.capital_tail(*after));
        // "the University of Norlandia": its name goes on with the State.
        let school = end == self.at + 1 && naming.is_word(chunk.lemma, &["university"]) && self.is_of_place(end);
        let told = school || whose.as_ref().is_some_and(|(_, after)| matter > *after);
        let alone = naming.heads.is_name_alone(chunk.lemma) && (whose.is_some() || self.owner_before().is_some());
        let bare = first == chunk.head && end == self.at + 1 && !numbered && !self.is_compound() && !told && !alone;
        let generic =
            first < chunk.head && !numbered && end == self.at + 1 && (first..chunk.head).all(|i| self.is_common(i));
        let needs_number = !self.head.shapes.any(Shapes::CAPITAL) && !numbered;
        if bare || needs_number || self.follows_body(first) {
            return None;
        }
        // "the Alliance for the Liberation of Norlandia": the State is what it is about, no owner.
        let about = whose.is_some() && (school || self.is_about(end));
        let (owner, end) = match whose {
            Some((_, after)) if about => (None, matter.max(after)),
            None if school => (None, end + 2),
            Some((owner, after)) => (Some(owner), matter.max(after)),
            None => (self.owner_before(), end),
        };
        let last = if told || about || school { self.chunks[end - 1].last } else { last };
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
        // "2025 - 2029" is a range of years.
        let form = if school { naming.written(first, last).to_owned() } else { self.form(first, last, chunk) };
        let form = form.replace(" - ", "-").replace(" – ", "-");
        let form = self.counted(first).map_or(form.clone(), |number| format!("{number} {form}"));
        if !alone && owner.is_none() && naming.heads.is_generic(&form) {
            return None;
        }
        let form = self.thereto(last).map_or(form.clone(), |treaty| format!("{form} to the {treaty}"));
        Some(self.found(first.min(chunk.first), self.chunks[end - 1].last, end, Strength::Named, owner, form))
    }

    /// "the fourth | Review Conference": the ordinal that tells which one of a series of events is named.
    fn counted(&self, first: u32) -> Option<&str> {
        let naming = self.naming;
        let last = first.checked_sub(1).filter(|&t| t >= self.chunk().first)?;
        let ordinal = naming.lexicon.classes(naming.tokens[last as usize].word).any(Classes::ORDINAL);
        let event = label::kind(&self.head.class) == "event" && !naming.tokens[last as usize].is_capitalised();
        (ordinal && event).then(|| naming.written(naming.word_start(last), first))
    }

    /// "the Protocol | thereto": the treaty named before, to which the one that ends at token `last` belongs.
    fn thereto(&self, last: u32) -> Option<&str> {
        let naming = self.naming;
        let stands = naming.tokens.get(last as usize).is_some_and(|t| naming.is_word(t.word, &["thereto"]));
        let is_text = |m: &&Mention| {
            m.last <= self.chunk().first
                && !m.is_inside
                && matches!(label::kind(&self.things.get(m.thing).class), "treaty" | "instrument")
        };
        let before = self.mentions.iter().filter(is_text).filter(|_| stands).max_by_key(|m| m.first)?;
        Some(&self.things.get(before.thing).label)
    }

    /// "the Policy | and Strategy", "the Strategy for 2025 | - 2029": where a name goes on by a second noun of its kind, or by
    /// the end of its years.
    fn twin_or_range(&self, end: usize) -> usize {
        let naming = self.naming;
        let Some([joint, noun]) = self.chunks.get(end..end + 2) else { return end };
        let token = |t: u32| &naming.tokens[t as usize];
        let year = |t: u32| token(t).kind == Kind::Number && naming.written(t, t + 1).len() == 4;
        let dash = joint.kind == ChunkKind::Mark && matches!(naming.written(joint.first, joint.last), "-" | "–" | "—");
        if dash && year(self.chunks[end - 1].last - 1) && noun.last == noun.first + 1 && year(noun.first) {
            return end + 2;
        }
        let strategy = |class: &str| label::kind(class) == "strategy";
        let twin = end == self.at + 1
            && joint.kind == ChunkKind::Coordinator
            && naming.is_word(joint.word, &["and"])
            && noun.kind == ChunkKind::Noun
            && noun.mention.is_none()
            && noun.determiner == Determiner::Bare
            && !noun.is_plural
            && (noun.first..noun.last).all(|t| token(t).is_capitalised())
            && (noun.first == noun.head || naming.heads.is_generic(naming.written(noun.first, noun.last)))
            && strategy(&self.head.class)
            && naming.heads.head(noun.lemma).is_some_and(|h| strategy(&h.class));
        if twin { end + 2 } else { end }
    }

    /// "the Agreement on Cooperation | among the States members of the Union in Combating Piracy": the parties of a treaty that are
    /// told by their body, and what it is about after them.
    fn members_tail(&self, end: usize) -> usize {
        let naming = self.naming;
        let is = |at: usize, words: &[&str]| self.chunks.get(at).is_some_and(|c| naming.is_word(c.word, words));
        let noun = |at: usize| self.chunks.get(at).filter(|c| c.kind == ChunkKind::Noun);
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
        while is(at, &["on", "in", "of", "for"]) {
            let gerund = self.chunks.get(at + 1).is_some_and(|c| c.kind == ChunkKind::Verb);
            let last = at + 1 + usize::from(gerund);
            if noun(last).is_none_or(|c| c.mention.is_some()) {
                break;
            }
            at = last + 1;
        }
        at
    }

    /// "the Norlandian Ambassador", "the Special Envoy of the Union": a post that many have, unless it is told what for.
    fn is_anybodys_post(&self, end: usize) -> bool {
        let many = ["ambassador", "representative", "envoy", "adviser", "rapporteur"];
        let told = |c: &Chunk| self.naming.is_word(c.word, &["for", "on"]);
        self.naming.is_word(self.chunk().lemma, &many) && !self.chunks[self.at + 1..end].iter().any(told)
    }

    /// "of Norlandia", "of Saltmouth"
    fn is_of_place(&self, at: usize) -> bool {
        let of = self.chunks.get(at).is_some_and(|c| self.naming.is_word(c.word, &["of"]));
        of && self.chunks.get(at + 1).and_then(|c| self.mention_of(c)).is_some_and(|m| self.is_territory(m))
    }

    /// Whether the name begins with the name of a body.
    fn begins_with_body(&self, first: u32) -> bool {
        let known = self.naming.state | self.naming.territory;
        let body = |m: &&Mention| m.first == first && m.last < self.chunk().head && m.last > first + 1;
        self.head.shapes.any(Shapes::COMPOSED) && self.mentions.iter().filter(body).any(|m| m.class & known == 0)
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
        // "signed this Treaty on the first day", "under the Charter for the defence of peace"
        let apart = self.naming.is_word(self.chunk().lemma, &["charter", "covenant"])
            || self.naming.is_word(self.naming.tokens[self.chunk().first as usize].word, &["this", "that"]);
        // "implement the Convention on a just basis", "thank those at the Convention for their efforts"
        let matter = self.chunks.get(self.at + 2).filter(|c| self.is_matter(c)).map(|c| c.determiner);
        let told = matches!(matter, Some(Determiner::Bare | Determiner::Definite));
        let kind = label::kind(&self.head.class);
        on && !self.chunk().is_plural && (matches!(kind, "law" | "strategy") || kind == "treaty" && told && !apart)
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
        // "the e-Government Strategy"
        while first > chunk.first && naming.tokens[first as usize].is_joined {
            first -= 1;
        }
        // "the Group of Nine Summit": no name begins within another.
        if let Some(m) = self.mentions.iter().find(|m| m.first < first && first < m.last && m.first >= chunk.first) {
            first = m.first;
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
        // "the Fraud and Smuggling Division", "the Shore to Shore Initiative", "the Prevention of Smuggling Act"
        let joins =
            self.naming.is_word(token.word, &["and", "to", "of"]) && at > self.chunk().first && self.belongs(at - 1);
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
    pub(super) fn capital_tail(&self, from: usize) -> usize {
        let naming = self.naming;
        let mut end = from;
        if self.chunk().is_genitive {
            return end;
        }
        while let (Some(joint), Some(noun)) = (self.chunks.get(end), self.chunks.get(end + 1)) {
            let in_tail = end > from;
            // "the Strategy to Counter | the World Drug Problem"
            if in_tail && self.is_object_in_name(end) {
                end += 1;
                continue;
            }
            let joins = match joint.kind {
                ChunkKind::Preposition => {
                    naming.is_word(joint.word, &["of", "on", "for", "against", "to", "in", "with"])
                }
                ChunkKind::Coordinator => in_tail,
                ChunkKind::Comma => in_tail && self.is_listed(end),
                // "Decade to Combat Racism"
                ChunkKind::Verb => self.naming.tokens[joint.head as usize].is_capitalised(),
                _ => false,
            };
            let dated = naming.is_word(joint.word, &["of"]) && self.is_date_of_text(noun);
            if !joins || noun.kind != ChunkKind::Noun || !(dated || self.is_capital_phrase(noun)) {
                break;
            }
            // "the Council to the Assembly": two bodies.
            let is_body = matches!(label::kind(&self.head.class), "body" | "organisation");
            if is_body && naming.is_word(joint.word, &["to"]) && self.mention_of(noun).is_some() {
                break;
            }
            // "the Expo with the Council": with whom it is held.
            let event = label::kind(&self.head.class) == "event";
            if event && naming.is_word(joint.word, &["with"]) && self.mention_of(noun).is_some() {
                break;
            }
            // "met the Council in July"
            if naming.is_word(joint.word, &["in"]) && naming.is_word(noun.lemma, &MONTHS) {
                break;
            }
            // "the Committee on Whales and the Council": another body, with its own article.
            let heads_name = naming.heads.head(noun.lemma).is_some_and(|h| h.shapes.any(Shapes::CAPITAL));
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
                // "the Special Envoy | for Norlandia"
                if owner && &*self.head.class == "Post" && naming.is_word(joint.word, &["for"]) {
                    return end + 2;
                }
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

    /// "the Commission for Refugees | , Returnees and Displaced Persons": whether the list at chunk `at` is all of one name.
    fn is_listed(&self, at: usize) -> bool {
        let plain = |c: &Chunk| {
            c.kind == ChunkKind::Noun
                && c.mention.is_none()
                && c.determiner == Determiner::Bare
                && !self.naming.heads.head(c.lemma).is_some_and(|h| h.shapes.any(Shapes::CAPITAL))
                && self.is_capital_phrase(c)
        };
        let Some([_, second, and, third]) = self.chunks.get(at..at + 4) else { return false };
        plain(second) && plain(third) && and.kind == ChunkKind::Coordinator && self.naming.is_word(and.word, &["and"])
    }

    /// "the Joint Declaration | of 11 February 2014": a treaty or declaration is told by its day.
    fn is_date_of_text(&self, noun: &Chunk) -> bool {
        let text = matches!(label::kind(&self.head.class), "instrument" | "treaty");
        let month = (noun.first..noun.last).any(|t| self.naming.is_word(self.naming.tokens[t as usize].word, &MONTHS));
        text && month && self.naming.tokens[noun.first as usize].kind == Kind::Number
    }

    /// Whether the phrase at `at` is the object of a capitalised verb after "to": both are part of a name.
    fn is_object_in_name(&self, at: usize) -> bool {
        let [to, verb, object] = &self.chunks[at - 2..=at] else { return false };
        self.naming.is_word(to.word, &["to"])
            && verb.first == verb.head
            && self.naming.lexicon.classes(verb.word).any(Classes::BASE)
            && object.kind == ChunkKind::Noun
            && object.determiner == Determiner::Definite
            && self.naming.tokens[object.head as usize].is_capitalised()
            && object.mention.is_none()
    }

    fn is_capital_phrase(&self, noun: &Chunk) -> bool {
        let skip = u32::from(matches!(noun.determiner, Determiner::Definite | Determiner::Indefinite));
        let first = (noun.first + skip).min(noun.head);
        let tokens = &self.naming.tokens;
        // "inter-Norlandian Dialogue": the second part of a compound has the capital.
        let compound = tokens.get(first as usize + 1).is_some_and(|t| t.is_joined && t.is_capitalised());
        // "of the 1995 Genocide"
        let year = self.naming.written(first, first + 1);
        let dated = tokens[first as usize].kind == Kind::Number
            && year.len() == 4
            && first < noun.head
            && tokens.get(first as usize + 1).is_some_and(Token::is_capitalised);
        (tokens[first as usize].is_capitalised() || compound || dated) && tokens[noun.head as usize].is_capitalised()
    }
}
