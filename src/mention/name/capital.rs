//! Capitalised names, with their capitalised tail: "the Ministry of Trade and Industry".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::lexicon::Classes;
use crate::mention::head::Shapes;
use crate::mention::{Mention, Strength, label};
use crate::token::Kind;

use super::ours::FUNDED;
use super::{Found, Sight};

impl Sight<'_> {
    /// A capitalised name, with its capitalised tail.
    pub(super) fn capital(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let first = self.capital_start();
        if self.names_nothing() {
            return None;
        }
        if let Some(found) = self.agreed_between(first) {
            return Some(found);
        }
        if self.begins_with_body(first)
            && let Some(found) = self.composed()
        {
            return Some(found);
        }
        // "Order No. 8 of the Minister": what bears a number needs no more.
        let of = self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"]));
        let by_number = chunk.last > chunk.head + 1 && of;
        let mut end = if by_number { self.year_of_number() } else { self.capital_tail(self.at + 1) };
        if end == self.at + 1
            && (first == chunk.head || self.is_working() || self.is_led_event())
            && self.may_bear_matter()
        {
            end = self.described_tail(end);
        }
        end = self.members_tail(self.twin_or_range(self.lower_complement(self.known_matter(end))));
        end = self.field_tail(end);
        let last = self.chunks[end - 1].last;
        if self.is_anybodys_post(end) {
            return None;
        }
        // "Vision 2030": the year is part of the name.
        let numbered = chunk.last > chunk.head + 1 && (by_number || chunk.last == last);
        let whose = self.owner_after(end);
        // "the Law of Norlandia on Harbour Dues": what it is about may follow its owner.
        let matter = whose.as_ref().map_or(end, |(_, after)| self.capital_tail(*after));
        // "the University of Norlandia", "the Bank of Norlandia": its name goes on with the State.
        let school = naming.is_word(chunk.lemma, &["university"])
            || naming.is_word(chunk.lemma, &["bank"]) && first == chunk.head;
        let school = school && end == self.at + 1 && self.is_of_place(end);
        let told = school || whose.as_ref().is_some_and(|(_, after)| matter > *after);
        let owned = whose.is_some() || self.owner_before().is_some() || self.is_only_one_at_home();
        let alone = naming.heads.is_name_alone(chunk.lemma) && owned;
        let treaty = self.thereto(last);
        let named = self.is_compound() || told || alone || treaty.is_some();
        let bare = first == chunk.head && end == self.at + 1 && !numbered && !named;
        let generic =
            first < chunk.head && !numbered && end == self.at + 1 && (first..chunk.head).all(|i| self.is_common(i));
        let needs_number = !self.head.shapes.any(Shapes::CAPITAL) && !numbered;
        if bare || needs_number || self.follows_body(first) {
            return None;
        }
        // "the Alliance for the Liberation of Norlandia": the State is what it is about, no owner.
        // "the Council for Human Rights of Norlandia", said at home: one of its own.
        let own = self.head.shapes.any(Shapes::OWN)
            && naming.is_domestic
            && whose.as_ref().is_some_and(|(owner, _)| naming.speaker == Some(owner));
        let about = whose.is_some() && (school || !own && self.is_about(end));
        // "the Initiative for the Emergence of Norlandia"
        let object = end > self.at + 1
            && self.chunks[end - 1].determiner == Determiner::Definite
            && self.chunks.get(end).is_some_and(|c| naming.is_word(c.word, &["of"]))
            && naming.is_word(self.chunks[end - 2].word, &["for"]);
        let whole = object && whose.is_some();
        let (owner, end) = match whose {
            Some((_, after)) if about => (None, matter.max(after)),
            None if school => (None, end + 2),
            Some((owner, after)) => (Some(owner), matter.max(after)),
            None => (self.owner_before(), end),
        };
        let last = if told || about || school || whole { self.chunks[end - 1].last } else { last };
        let scoped_alike = matches!(label::kind(&self.head.class), "organisation" | "strategy");
        if (generic || end == self.at + 1 && scoped_alike && self.is_of_wide_world(first)) && owner.is_none() {
            return None;
        }
        if self.is_of_members(end) || end == self.at + 1 && owner.is_none() && self.is_of_short_form(first) {
            return None;
        }
        let scoped = matches!(label::kind(&self.head.class), "body" | "strategy" | "law");
        let bodies = &*self.head.class == "NationalBody" && !naming.is_word(chunk.lemma, &["force", "headquarter"]);
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
        let owner = owner.filter(|_| treaty.is_none());
        if !alone && owner.is_none() && treaty.is_none() && naming.heads.is_generic(&form) {
            return self.told_by_year(first.min(chunk.first), end, &form);
        }
        let form = treaty.map_or(form.clone(), |treaty| format!("{form} to the {treaty}"));
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

    /// "the Protocol | thereto", "the Convention and its Optional Protocol": the treaty named before, to which the one that ends at
    /// token `last` belongs.
    fn thereto(&self, last: u32) -> Option<&str> {
        let naming = self.naming;
        let stands = naming.tokens.get(last as usize).is_some_and(|t| naming.is_word(t.word, &["thereto"]));
        let is_text = |m: &&Mention| {
            m.last <= self.chunk().first
                && !m.is_inside
                && matches!(label::kind(&self.things.get(m.thing).class), "treaty" | "instrument")
        };
        let chunk = self.chunk();
        let its = naming.is_word(chunk.lemma, &["protocol"])
            && last == chunk.last
            && naming.is_word(naming.tokens[chunk.first as usize].word, &["its", "their"])
            && self.at.checked_sub(1).is_some_and(|b| self.chunks[b].kind == ChunkKind::Coordinator);
        let before = self.mentions.iter().filter(is_text).filter(|_| stands || its).max_by_key(|m| m.first)?;
        // Nothing but its acronym stands between the treaty and "and".
        let near =
            stands || before.last + 5 > chunk.first && label::kind(&self.things.get(before.thing).class) == "treaty";
        near.then_some(())?;
        Some(&self.things.get(before.thing).label)
    }

    /// "the Policy | and Strategy", "the Strategy for 2025 | - 2029": where a name goes on by a second noun of its kind, or by
    /// the end of its years.
    pub(super) fn twin_or_range(&self, end: usize) -> usize {
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
            && (noun.first..noun.last).all(|t| token(t).is_capitalised() || t > noun.head && year(t))
            && (noun.first == noun.head || naming.heads.is_generic(naming.written(noun.first, noun.head + 1)))
            && strategy(&self.head.class)
            && naming.heads.head(noun.lemma).is_some_and(|h| strategy(&h.class));
        if twin { end + 2 } else { end }
    }

    /// "the Organization of States": a body of members, whoever they are.
    fn is_of_members(&self, end: usize) -> bool {
        let Some([of, members]) = self.chunks.get(self.at + 1..end) else { return false };
        let any = ["state", "member", "government", "party", "republic"];
        self.chunk().head == self.chunk().first + 1
            && self.naming.is_word(of.word, &["of"])
            && members.head == members.first
            && members.is_plural
            && self.naming.is_word(members.lemma, &any)
    }

    /// "the Norlandian Ambassador", "the Special Envoy of the Union": a post that many have, unless it is told what for.
    fn is_anybodys_post(&self, end: usize) -> bool {
        let many = ["ambassador", "representative", "envoy", "adviser", "rapporteur"];
        let told = |c: &Chunk| self.naming.is_word(c.word, &["for", "on"]);
        // "the Norlandian Tech Ambassador"
        let general = ["special", "goodwill", "permanent", "high", "new", "first"];
        let matter = |t: u32| {
            let token = &self.naming.tokens[t as usize];
            let named = self.mentions.iter().any(|m| m.first <= t && t < m.last);
            token.is_capitalised() && !named && !self.naming.is_word(token.word, &general)
        };
        let ambassador = self.naming.is_word(self.chunk().lemma, &["ambassador"])
            && self.owner_before().is_some()
            && (self.chunk().first + 1..self.chunk().head).any(matter);
        let post = self.naming.is_word(self.chunk().lemma, &many) && !ambassador;
        post && !self.chunks[(self.at + 1).min(end)..end].iter().any(told)
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
        // "the Open-ended Working Group on saving drift nets"
        let group = self.naming.is_word(self.chunk().lemma, &["group"]) && self.is_working();
        let bare = self.chunks.get(self.at + 2).is_some_and(|c| c.determiner == Determiner::Bare);
        let one = self.chunks.get(self.at + 2).is_some_and(|c| c.determiner == Determiner::Indefinite);
        if group && (bare || one) {
            return self.chunks.get(self.at + 1).is_some_and(|c| self.naming.is_word(c.word, &["on"]));
        }
        on && !self.chunk().is_plural
            && (matches!(kind, "law" | "strategy")
                || kind == "treaty" && told && !apart
                || &*self.head.class == "Conference" && bare
                || self.is_led_event() && bare)
    }

    /// "the Tidal Lakes conference": capitalised words before a noun that has none, of what is held on some matter.
    fn is_led_event(&self) -> bool {
        let lower = !self.naming.tokens[self.chunk().head as usize].is_capitalised();
        lower && matches!(&*self.head.class, "Conference" | "Summit" | "Seminar")
    }

    /// "Working Group"
    pub(super) fn is_working(&self) -> bool {
        let before = self.chunk().head.checked_sub(1).map(|t| self.naming.tokens[t as usize]);
        let group = self.naming.is_word(self.chunk().lemma, &["group"]);
        group
            && before
                .is_some_and(|t| t.is_capitalised() && self.naming.is_word(t.word, &["working", "action", "study"]))
    }

    /// Whether the head is an invented word, a name by itself: "tunCERT".
    pub(super) fn is_compound(&self) -> bool {
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
        let whole = naming.start_before_bracket(first, self.mentions).filter(|&start| start >= chunk.first);
        first = whole.unwrap_or(first);
        // "the e-Government Strategy"
        while first > chunk.first && naming.tokens[first as usize].is_joined {
            first -= 1;
        }
        // "the Group of Nine Summit": no name begins within another.
        if let Some(m) = self.mentions.iter().find(|m| m.first < first && first < m.last && m.first >= chunk.first) {
            first = m.first;
        }
        // "the New Saltmouth Convention" keeps the name of its place.
        let is_named = |t: u32| {
            let capital = t > 0 && naming.tokens[t as usize].is_capitalised();
            let begins = naming.tokens[t as usize].span.start == naming.tokens[0].span.start;
            capital
                && t + 1 < chunk.head
                && !begins
                && naming.is_word(naming.tokens[t as usize].word, &["new", "future", "serious", "major", "next"])
                || self.mentions_in(first, chunk.head).any(|m| m.first == t)
        };
        let mut start = self.after_month(first);
        while start < chunk.head && naming.heads.is_dropped(naming.tokens[start as usize].word) && !is_named(start) {
            start += 1;
        }
        // "the Union-funded Clean Nets Project"
        let funded =
            |&t: &u32| naming.tokens[t as usize].is_joined && naming.is_word(naming.tokens[t as usize].word, &FUNDED);
        start = (start..chunk.head.saturating_sub(1)).find(funded).map_or(start, |t| t + 1);
        let mut first = if self.is_headcount(start) { naming.word_end(start) } else { start };
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
        // "the Cash for Nets Programme"
        let text = matches!(label::kind(&self.head.class), "law" | "strategy") || &*self.head.class == "Campaign";
        let told = text && self.naming.is_word(token.word, &["in", "for", "against", "from", "with", "their"]);
        let joins = (told || self.naming.is_word(token.word, &["and", "to", "of"]))
            && at > self.chunk().first
            && self.belongs(at - 1);
        // "the Maria da Penha Act"
        let particle = matches!(
            self.naming.written(at, at + 1),
            "da" | "de" | "do" | "dos" | "del" | "della" | "di" | "la" | "al" | "bin" | "ibn" | "el" | "van" | "von"
        );
        let joins = joins || particle && at > self.chunk().first && self.belongs(at - 1);
        // "the Piracy (Prohibition, etc.) Act", "the National HIV/AIDS Council"
        let rest =
            text && matches!(self.naming.written(at, at + 1), "etc" | ".") || self.naming.written(at, at + 1) == "/";
        // "the High-level Committee"
        let part = token.is_joined && at > self.chunk().first && self.belongs(at - 1);
        !is_determiner
            && (token.is_capitalised()
                || joins
                || rest
                || part
                || matches!(token.kind, Kind::Number | Kind::Comma | Kind::Genitive)
                || text && matches!(token.kind, Kind::Open | Kind::Close))
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
}
