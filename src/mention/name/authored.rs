//! Texts and days told by whose they are: "the report of the Secretary-General on whales", "the Assembly resolutions on
//! drift nets", "the fiftieth anniversary of this great Organization".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::lexicon::Classes;
use crate::mention::{Strength, label};
use crate::token::Kind;

use super::{Found, Sight};

/// Longest matter of a report, in tokens.
const MAX_MATTER: u32 = 22;

impl Sight<'_> {
    /// A text told by its author and what it is about, or an anniversary of the Organization.
    pub(super) fn authored(&self) -> Option<Found> {
        match label::kind(&self.head.class) {
            "instrument" if &*self.head.class == "Report" => self
                .secretary_generals()
                .or_else(|| self.bodys_report())
                .or_else(|| self.resolutions())
                .or_else(|| self.adopted()),
            "instrument" => self.resolutions().or_else(|| self.tabled()).or_else(|| self.adopted()),
            "treaty" => self.adopted(),
            "strategy" => self.proposal(),
            "event" => self.anniversary().or_else(|| self.dialogue()),
            _ => None,
        }
    }

    /// "The Panel … its consensus report": of the body named last before it.
    fn bodys_report(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let its = naming.is_word(naming.tokens[chunk.first as usize].word, &["its"]);
        let before = self.mentions.iter().filter(|m| m.last <= chunk.first && !m.is_inside).max_by_key(|m| m.first);
        let body = before.filter(|m| its && !chunk.is_plural && self.is_body(m))?;
        let mut form = String::new();
        for t in (self.first_modifier()..chunk.head).filter(|&t| self.tells_report(t)) {
            form.push_str(naming.written(t, t + 1));
            form.push(' ');
        }
        form.push_str("report of the ");
        form.push_str(&self.things.get(body.thing).label);
        let report = naming.is_word(chunk.lemma, &["report"]);
        report.then(|| self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form))
    }

    /// "the dialogue between Norlandia and Westmark"
    fn dialogue(&self) -> Option<Found> {
        let between =
            self.naming.is_word(self.chunk().lemma, &["dialogue", "meeting", "summit"]) && !self.chunk().is_plural;
        between.then(|| self.between(self.first_modifier()))?
    }

    /// "the report of the Secretary-General on whales", "the Secretary-General's report", "in his report, the Secretary-General".
    fn secretary_generals(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let from = self.behind_author()?;
        if chunk.determiner == Determiner::Quantity || !naming.is_word(chunk.lemma, &["report"]) {
            return None;
        }
        let to = self.chunks.get(from).is_some_and(|c| naming.is_word(c.word, &["to"]));
        let receiver =
            self.chunks.get(from + 1).and_then(|c| self.mention_of(c)).filter(|m| to && !self.is_territory(m));
        let behind = from + 2 * usize::from(receiver.is_some());
        let end = self.matter(behind).unwrap_or(behind);
        if end == from && self.bears_title(from) {
            return None;
        }
        let mut form = String::new();
        for t in (self.first_modifier()..chunk.head).filter(|&t| self.tells_report(t)) {
            form.push_str(naming.written(t, t + 1));
            form.push(' ');
        }
        form.push_str(if chunk.is_plural {
            "reports of the Secretary-General"
        } else {
            "report of the Secretary-General"
        });
        if end > from {
            form.push(' ');
            form.push_str(naming.written(self.chunks[from].first, self.chunks[end - 1].last));
        }
        Some(self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, None, form))
    }

    /// "the Secretary-General's proposals on whales", "the reform programme of the Secretary-General": nobody else's.
    fn proposal(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let fits = naming.is_word(chunk.lemma, &["proposal", "initiative", "program", "plan", "reform"]);
        let from = self.behind_author().filter(|_| fits && chunk.determiner != Determiner::Third)?;
        let end = self.matter(from).unwrap_or(from);
        let first = self.first_modifier();
        let reform = (first..=chunk.head).any(|t| naming.is_word(naming.tokens[t as usize].word, &["reform"]));
        if end == from && !reform {
            return None;
        }
        let alone = naming.is_word(chunk.lemma, &["reform"]);
        let start = if reform && !alone { chunk.head - 1 } else { chunk.head };
        let mut form = format!("{} of the Secretary-General", naming.written(start, chunk.last));
        if end > from {
            form.push(' ');
            form.push_str(naming.written(self.chunks[from].first, self.chunks[end - 1].last));
        }
        let found = self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, None, form);
        Some(Found { owner: None, is_owned: false, is_common: true, ..found })
    }

    /// Whether a title follows, by which the text is named: 'the report "A Quiet Sea"', "the report entitled …".
    fn bears_title(&self, at: usize) -> bool {
        let naming = self.naming;
        let last = self.chunks[at - 1].last;
        let quoted =
            (last..last + 4).take(2).any(|t| naming.tokens.get(t as usize).is_some_and(|t| t.kind == Kind::Quote));
        let entitled = self.chunks[at..].iter().take(2).any(|c| naming.is_word(c.lemma, &["entitle", "title", "call"]));
        quoted || entitled
    }

    /// Where a text of the Secretary-General goes on behind its noun and author.
    fn behind_author(&self) -> Option<usize> {
        let naming = self.naming;
        let before = self.at.checked_sub(1).map(|b| &self.chunks[b]).filter(|c| c.is_genitive);
        // "the reform proposed by the Secretary-General"
        let given = self.chunks.get(self.at + 1).is_some_and(|c| {
            naming.is_word(c.lemma, &["propose", "present", "submit", "make", "put"])
                && c.verb.is_some_and(|v| v.is_passive)
        });
        let joint = self.at + 1 + usize::from(given);
        let joins = self.chunks.get(joint).is_some_and(|c| naming.is_word(c.word, &["of", "by"]));
        let author = self.chunks.get(joint + 1).filter(|_| joins);
        if author.is_some_and(|author| self.is_secretary_general(author)) {
            // "the report of the Secretary-General of the Union"
            return (!self.is_of_body(joint + 2)).then_some(joint + 2);
        }
        let owned = before.is_some_and(|c| self.is_secretary_general(c));
        (owned || self.is_his()).then_some(self.at + 1)
    }

    /// Whether "his report" is that of the Secretary-General, who is named before it, or right behind the phrase at the beginning.
    fn is_his(&self) -> bool {
        let naming = self.naming;
        let chunk = self.chunk();
        if !naming.is_word(naming.tokens[chunk.first as usize].word, &["his"]) {
            return false;
        }
        let other = |c: &Chunk| {
            let officer = [
                "president",
                "chairman",
                "minister",
                "envoy",
                "representative",
                "commissioner",
                "ambassador",
                "rapporteur",
                "director-general",
            ];
            c.kind == ChunkKind::Noun && naming.is_word(c.lemma, &officer)
        };
        let earlier = self.chunks[..self.at].iter().rposition(|c| self.is_secretary_general(c));
        if let Some(earlier) = earlier {
            return !self.is_of_body(earlier + 1) && !self.chunks[earlier + 1..self.at].iter().any(other);
        }
        let later = &self.chunks[self.at + 1..];
        let comma = later.iter().position(|c| c.kind == ChunkKind::Comma);
        let behind = comma.and_then(|comma| later.get(comma + 1));
        self.at <= 1 && behind.is_some_and(|c| self.is_secretary_general(c))
    }

    /// Whether "of" and a body stand at chunk `at`.
    fn is_of_body(&self, at: usize) -> bool {
        let of = self.chunks.get(at).is_some_and(|c| self.naming.is_word(c.word, &["of"]));
        let body = self.chunks.get(at + 1).and_then(|c| self.mention_of(c));
        of && body.is_some_and(|m| self.things.get(m.thing).label != "United Nations")
    }

    /// Whether a word before "report" is part of its name and no praise: "annual", "2013", "June".
    fn tells_report(&self, at: u32) -> bool {
        let token = &self.naming.tokens[at as usize];
        let word = token.word;
        token.kind == Kind::Number
            || token.is_capitalised()
            || self.naming.lexicon.classes(word).any(Classes::ORDINAL)
            || self.naming.heads.is_of_account(word)
    }

    pub(super) fn is_secretary_general(&self, author: &Chunk) -> bool {
        let naming = self.naming;
        let is = |t: u32, words: &[&str]| t < author.last && naming.is_word(naming.tokens[t as usize].word, words);
        let capital = |t: u32| naming.tokens[t as usize].is_capitalised();
        let office =
            (author.first..author.head).find(|&t| is(t, &["secretary"]) && is(t + 1, &["general"]) && capital(t));
        let Some(office) = office.filter(|_| author.kind == ChunkKind::Noun) else { return false };
        let deputy = office > author.first && naming.tokens[office as usize].is_joined
            || (author.first..office).any(|t| is(t, &["deputy", "assistant", "under", "former"]));
        let of_other =
            self.mentions_in(author.first, office).any(|m| self.things.get(m.thing).label != "United Nations");
        !deputy && !of_other
    }

    /// "the Assembly resolutions on drift nets", "the relevant resolutions of the Council": several, told by the body, and by what
    /// they are about where the text says it.
    fn resolutions(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        if !naming.is_word(chunk.lemma, &["resolution", "decision", "report"]) {
            return None;
        }
        let before = self.mentions_in(chunk.first, chunk.head).find(|m| m.last == chunk.head && self.is_body(m));
        let owner = self.at.checked_sub(1).map(|b| &self.chunks[b]).filter(|c| c.is_genitive);
        let owner = owner.and_then(|c| self.mention_of(c)).filter(|m| self.is_body(m));
        let (body, from) = match before.or(owner) {
            Some(body) => (body, self.at + 1),
            None => self.bodys_behind(self.at + 1)?,
        };
        let end = self.matter(from).unwrap_or(from);
        // "the decisions of the Council" are what it does.
        // "United Nations reports say so": any.
        let any = naming.is_word(chunk.lemma, &["report"]) && self.things.get(body.thing).label == "United Nations";
        let one = any || !chunk.is_plural && (naming.is_word(chunk.lemma, &["report"]) || before.is_none());
        if one || end == from && (!chunk.is_plural || naming.is_word(chunk.lemma, &["decision"])) {
            return None;
        }
        let mut form = format!("{} {}", self.things.get(body.thing).label, naming.written(chunk.head, chunk.last));
        if end > from {
            form.push(' ');
            form.push_str(naming.written(self.chunks[from].first, self.chunks[end - 1].last));
        }
        Some(self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, None, form))
    }

    /// "of the Council", "adopted by the Council": the body at chunk `at`, and where its phrase ends.
    fn bodys_behind(&self, at: usize) -> Option<(&super::Mention, usize)> {
        let naming = self.naming;
        let adopted = self
            .chunks
            .get(at)
            .is_some_and(|c| c.verb.is_some_and(|v| v.is_passive) && naming.is_word(c.lemma, &["adopt"]));
        let [joint, noun] = self.chunks.get(at + usize::from(adopted)..)?.get(..2)? else { return None };
        let joins = naming.is_word(joint.word, if adopted { &["by"] } else { &["of"] });
        let body =
            self.mention_of(noun).filter(|m| joins && m.last == noun.last && !noun.is_genitive && self.is_body(m))?;
        Some((body, at + 2 + usize::from(adopted)))
    }

    fn is_body(&self, mention: &super::Mention) -> bool {
        let kind = label::kind(&self.things.get(mention.thing).class);
        kind == "organisation" && mention.strength == Strength::Named && !self.is_territory(mention)
    }

    /// Where what a text is about ends, "on …" beginning at chunk `from`.
    fn matter(&self, from: usize) -> Option<usize> {
        let naming = self.naming;
        let is = |c: &Chunk, words: &[&str]| c.kind == ChunkKind::Preposition && naming.is_word(c.word, words);
        let mut end = from;
        while let Some([joint, noun]) = self.chunks.get(end..end + 2) {
            let past = self.list_end(end, from).or_else(|| self.two_of_one(end, from));
            let past = past.or_else(|| self.purpose_end(end).filter(|_| end > from));
            if let Some(past) = past.or_else(|| self.two_lands(end, from)) {
                end = past;
                continue;
            }
            let joins = if end == from {
                is(joint, &["on", "concerning", "regarding", "against"])
            } else {
                is(joint, &["of", "in", "for", "against"])
            };
            let gerund = noun.kind == ChunkKind::Verb && noun.head + 1 == noun.last && noun.first == noun.head;
            let object = if gerund { self.chunks.get(end + 2) } else { Some(noun) };
            let object = object.filter(|c| c.kind == ChunkKind::Noun && !c.is_genitive);
            let Some(object) = object.filter(|o| joins && o.last <= self.chunk().last + MAX_MATTER) else { break };
            if end == from && !self.is_matter(object) || self.is_pronoun(object) {
                break;
            }
            end += if gerund { 3 } else { 2 };
        }
        (end > from).then_some(end)
    }

    /// "resolutions on Norlandia | and Westmark": where the second of two places ends.
    fn two_lands(&self, at: usize, from: usize) -> Option<usize> {
        let [and, second] = self.chunks.get(at..at + 2)? else { return None };
        let first = self.chunks.get(at.checked_sub(1)?).filter(|_| at == from + 2)?;
        let land = |c: &Chunk| {
            self.mention_of(c).is_some_and(|m| self.is_territory(m) && m.last == c.last && m.form == Form::Name)
                && !c.is_genitive
        };
        let verb = self.chunks.get(at + 2).is_some_and(|c| c.verb.is_some());
        (self.naming.is_word(and.word, &["and"]) && land(first) && land(second) && !verb).then_some(at + 2)
    }

    /// "the prevention | and suppression of piracy", "disarmament | and development in Westmark": where the second of two that share
    /// what follows ends.
    fn two_of_one(&self, at: usize, from: usize) -> Option<usize> {
        let [and, second, joint] = self.chunks.get(at..at + 3)? else { return None };
        let first = self.chunks.get(at.checked_sub(1)?).filter(|_| at > from)?;
        let plain = |c: &Chunk| c.kind == ChunkKind::Noun && c.mention.is_none() && !c.is_genitive;
        let shares = self.naming.is_word(and.word, &["and"])
            && self.naming.is_word(joint.word, &["of"])
            && plain(first)
            && plain(second)
            && second.determiner == Determiner::Bare
            && self.naming.heads.head(second.lemma).is_none();
        shares.then_some(at + 2)
    }

    /// "the fiftieth anniversary | of this great Organization", "our Organization's | fiftieth anniversary".
    fn anniversary(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let of = self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"]));
        let behind = self.chunks.get(self.at + 2).filter(|c| of && self.is_the_organization(c)).map(|_| self.at + 3);
        let before = self.at.checked_sub(1).map(|b| &self.chunks[b]);
        let owned = before.filter(|c| c.is_genitive && self.is_the_organization(c)).map(|_| self.at + 1);
        let end = behind.or(owned).filter(|_| naming.is_word(chunk.lemma, &["anniversary"]) && !chunk.is_plural)?;
        let first = self.first_modifier();
        let form = format!("{} of the United Nations", self.form(first, chunk.last, chunk));
        let told = first < chunk.head;
        told.then(|| self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, None, form))
    }

    /// "our Organization", "this great Organization": before the United Nations, theirs.
    fn is_the_organization(&self, noun: &Chunk) -> bool {
        let pointed = matches!(noun.determiner, Determiner::Definite | Determiner::First);
        let written = self.naming.written(noun.head, noun.head + 1);
        noun.kind == ChunkKind::Noun
            && noun.mention.is_none()
            && pointed
            && written == "Organization"
            && noun.head <= noun.first + 2
    }
}
