//! How far a description in lower case goes on after its noun: "on peace, stability and security in the Tidal Lakes region".

use crate::clause::{Chunk, ChunkKind, Determiner, VerbForm};
use crate::lexicon::{Classes, MONTHS};
use crate::mention::label;
use crate::token::Kind;

use super::Sight;

/// Longest tail of a description, in tokens.
const MAX_TAIL: u32 = 12;

/// Nouns behind "in" of a time, an order or a manner, which is no field of anything.
const MANNERS: [&str; 42] = [
    "line",
    "accordance",
    "order",
    "place",
    "force",
    "view",
    "addition",
    "cooperation",
    "collaboration",
    "partnership",
    "consultation",
    "coordination",
    "conformity",
    "compliance",
    "way",
    "manner",
    "spirit",
    "context",
    "regard",
    "respect",
    "response",
    "fact",
    "particular",
    "general",
    "turn",
    "part",
    "return",
    "recognition",
    "light",
    "hope",
    "year",
    "month",
    "week",
    "day",
    "decade",
    "time",
    "future",
    "term",
    "spring",
    "summer",
    "autumn",
    "winter",
];

/// Nouns that go on with "to": "zero tolerance to theft".
const LEADING: [&str; 6] = ["tolerance", "access", "opposition", "transition", "adaptation", "resistance"];

impl Sight<'_> {
    /// Where the tail of a description ends: "for 2013-2015", "to combat violent extremism", "on arms transfers",
    /// "responsible for pilotage".
    pub(super) fn described_tail(&self, from: usize) -> usize {
        let charged = |c: &Chunk| c.kind == ChunkKind::Adjective && self.naming.is_word(c.word, &["responsible"]);
        if !self.chunks.get(from).is_some_and(charged) || label::kind(&self.head.class) != "body" {
            return self.plain_tail(from);
        }
        let end = self.plain_tail(from + 1);
        if end > from + 1 { end } else { from }
    }

    fn plain_tail(&self, from: usize) -> usize {
        let mut end = from;
        let limit = self.chunk().last + MAX_TAIL;
        let plain = |c: &Chunk| {
            let told = c.mention.is_none() && !self.names_actor(c) || self.is_known_matter(c);
            c.kind == ChunkKind::Noun && told
        };
        while let (Some(joint), Some(noun)) = (self.chunks.get(end), self.chunks.get(end + 1)) {
            let joins = self.joins_tail(joint, noun, from, end);
            if joins && self.is_aside(joint, noun, end) {
                break;
            }
            if joins
                && (self.is_pronoun(noun)
                    || self.is_parent(noun)
                    || end == from && joint.verb.is_none() && self.is_pointed_at(noun))
            {
                break;
            }
            if let Some(past) = self.list_end(end, from) {
                end = past;
                continue;
            }
            // "a conference on peace and security | in the Tidal Lakes region"
            if end > from && self.is_region_at(end) {
                return end + 2;
            }
            // "to identify | and | trace | small arms"
            if joins
                && joint.verb.is_some_and(|v| v.form == VerbForm::Infinitive)
                && let Some([and, second, object]) = self.chunks.get(end + 1..end + 4)
                && and.kind == ChunkKind::Coordinator
                && second.kind == ChunkKind::Verb
                && plain(object)
                && object.last <= limit
                && !self.is_pronoun(object)
            {
                end += 4;
                // "to prevent | and | combat | men's | violence"
                let owned = self.chunks.get(end).filter(|o| plain(o) && o.first == object.last && o.last <= limit);
                end += usize::from(object.is_genitive && owned.is_some());
                continue;
            }
            if let Some(past) = self.guarded_end(end, from).filter(|&past| {
                let harm = &self.chunks[past - 1];
                plain(harm) && harm.last <= limit
            }) {
                end = past;
                continue;
            }
            let gerund = joint.kind == ChunkKind::Preposition && noun.verb.is_some_and(|v| v.form == VerbForm::Gerund);
            let governed = self.chunks.get(end + 2).filter(|o| plain(o) && o.last <= limit && !self.is_pronoun(o));
            if joins && gerund && governed.is_some() {
                end += 3;
                continue;
            }
            if !joins || !plain(noun) || noun.last > limit {
                break;
            }
            end += 2;
            let field = self.field_tail(end);
            if field > end {
                return field;
            }
            if noun.is_genitive {
                // "a plan on women's | participation"
                let owned = self.chunks.get(end).filter(|o| plain(o) && o.first == noun.last && o.last <= limit);
                if owned.is_none() {
                    break;
                }
                end += 1;
            }
        }
        // "an action plan for 2015 | – | 2018"
        if end > from { self.twin_or_range(end) } else { end }
    }

    /// Whether `joint`, the chunk at `end`, joins `noun` to a description whose tail begins at `from`.
    fn joins_tail(&self, joint: &Chunk, noun: &Chunk, from: usize, end: usize) -> bool {
        match joint.kind {
            ChunkKind::Preposition => {
                // "a strategy for women | in business", not "a law on wrecks | in March" or "| in line with …"
                let field = end > from
                    && self.naming.is_word(joint.word, &["in"])
                    && noun.determiner == Determiner::Bare
                    && !self.is_dated(noun)
                    && !self.naming.is_word(noun.lemma, &MANNERS)
                    && !self.chunks.get(end + 2).is_some_and(|c| self.naming.is_word(c.word, &["with", "to", "of"]));
                // "a convention on trade | between towns", "a dialogue on peace | among peoples"
                let parties = end > from
                    && self.naming.is_word(joint.word, &["among", "between"])
                    && noun.determiner != Determiner::First
                    && noun.is_plural;
                // "a policy of zero tolerance | to theft"
                let towards = end > from
                    && self.naming.is_word(joint.word, &["to", "towards"])
                    && self.naming.is_word(self.chunks[end - 1].lemma, &LEADING);
                // "a treaty on the life | beyond national waters"
                let beyond = end > from
                    && self.naming.is_word(joint.word, &["beyond"])
                    && noun.determiner == Determiner::Bare
                    && label::kind(&self.head.class) == "treaty";
                // "the conference on the entry | into force | of the Pelagic Convention"
                let into = end > from
                    && self.naming.is_word(joint.word, &["into"])
                    && self.naming.is_word(self.chunks[end - 1].lemma, &["entry"])
                    && self.naming.is_word(noun.lemma, &["force"]);
                // "a law on wrecks | on 3 March"
                let event = label::kind(&self.head.class) == "event";
                let day = !event && self.naming.is_word(joint.word, &["on"]) && self.is_calendar_day(noun);
                beyond
                    || into
                    || towards
                    || field
                    || parties
                    || !day && self.naming.is_word(joint.word, &["of", "on", "for", "against", "of_and_in"])
            }
            ChunkKind::Verb => {
                let form = joint.verb.map(|v| v.form);
                // "a convention prohibiting drift nets"
                let matter = form == Some(VerbForm::Gerund)
                    && !self.naming.is_word(joint.lemma, &["include", "be"])
                    && matches!(label::kind(&self.head.class), "treaty" | "law" | "instrument");
                // "in order to" tells why, and not which.
                // "created within the police to combat fraud"
                let whole =
                    self.naming.is_word(self.chunk().lemma, &["police", "parliament", "army", "navy", "cabinet"]);
                let purpose = form == Some(VerbForm::Infinitive) && !whole;
                // "an instrument to enable States | to trace"
                let enables = end > from
                    && self
                        .naming
                        .is_word(self.chunks[end - 2].lemma, &["enable", "help", "allow", "assist", "encourage"]);
                (end == from || enables) && self.adjoins(end) && (purpose || matter)
            }
            ChunkKind::Coordinator => {
                let head = self.naming.heads.head(noun.lemma);
                let twin = head.is_some_and(|h| label::kind(&h.class) == label::kind(&self.head.class));
                // "Act No. 5 on nets and Act No. 6"
                let another = twin && noun.last > noun.head + 1;
                let goes_on = end > from || (twin && !noun.is_plural);
                goes_on && !another && !noun.is_genitive && noun.determiner == Determiner::Bare
            }
            _ => false,
        }
    }

    /// "peace", "tidal navigation": a phrase that tells a matter, and nothing else.
    fn is_plain_matter(&self, c: &Chunk) -> bool {
        c.kind == ChunkKind::Noun
            && c.mention.is_none()
            && c.determiner == Determiner::Bare
            && !c.is_genitive
            && !self.is_pronoun(c)
            && !self.names_actor(c)
            && !self.is_dated(c)
    }

    /// "3 March"
    fn is_calendar_day(&self, noun: &Chunk) -> bool {
        let tokens = &self.naming.tokens;
        let month = (noun.first..noun.last).any(|t| self.naming.is_word(tokens[t as usize].word, &MONTHS));
        month && tokens[noun.first as usize].kind == Kind::Number
    }

    /// A day, month or year.
    fn is_dated(&self, noun: &Chunk) -> bool {
        let number = |t: u32| self.naming.tokens[t as usize].kind == Kind::Number;
        (noun.first..noun.last).any(number) || self.naming.is_word(noun.lemma, &MONTHS)
    }

    /// "a unit of the Ministry of Tides": the body of which it is a part has a name of its own.
    pub(super) fn is_parent(&self, noun: &Chunk) -> bool {
        let head = self.naming.heads.head(noun.lemma);
        self.naming.tokens[noun.head as usize].is_capitalised() && head.is_some_and(|h| label::kind(&h.class) == "body")
    }

    pub(super) fn is_pronoun(&self, noun: &Chunk) -> bool {
        self.naming
            .is_word(noun.word, &["itself", "it", "them", "themselves", "us", "ourselves", "this", "that", "which"])
    }

    /// Whether nothing stands between the chunk before `at` and that at `at`.
    pub(super) fn adjoins(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.chunks[before].last == self.chunks[at].first)
    }

    /// Whether somebody is named inside the phrase: "vaccines of Norlandia", but not "tidal wave vaccines".
    pub(super) fn names_actor(&self, noun: &Chunk) -> bool {
        self.mentions_in(noun.first, noun.last)
            .any(|m| !matches!(label::kind(&self.things.get(m.thing).class), "event" | "incident"))
    }

    /// "that matter", "those States": what was told before.
    fn is_pointed_at(&self, noun: &Chunk) -> bool {
        let first = self.naming.tokens[noun.first as usize].word;
        self.naming.is_word(first, &["this", "that", "these", "those", "such"])
    }

    /// "the Conference on the Safe Passage | of small boats": where what the last noun of a capitalised tail is of goes on in lower
    /// case.
    pub(super) fn lower_complement(&self, from: usize) -> usize {
        let mut end = from;
        let body = matches!(label::kind(&self.head.class), "event" | "treaty");
        while let Some([of, noun]) = self.chunks.get(end..end + 2).filter(|_| body && from > self.at + 1) {
            let plain = self.is_plain_matter(noun) && !self.naming.tokens[noun.head as usize].is_capitalised();
            if !plain || !self.naming.is_word(of.word, &["of"]) {
                break;
            }
            end += 2;
        }
        end
    }

    /// "the Open-ended Working Group | on a drift net treaty": what a group is about may have a name of its own.
    pub(super) fn known_matter(&self, end: usize) -> usize {
        let group = end == self.at + 1 && self.is_working();
        let Some([on, noun]) = self.chunks.get(end..end + 2).filter(|_| group) else { return end };
        let known = self.mention_of(noun).is_some_and(|m| !self.is_territory(m) && m.last == noun.last);
        if known && !noun.is_genitive && self.naming.is_word(on.word, &["on"]) { end + 2 } else { end }
    }

    /// "the Agreement on Cooperation | in the field of navigation": the field in which parties do what the name tells.
    pub(super) fn field_tail(&self, end: usize) -> usize {
        let naming = self.naming;
        let Some([joint, noun]) = self.chunks.get(end..end + 2) else { return end };
        let fields = ["in the field of", "in the fields of", "in the area of", "in the areas of", "in the sphere of"];
        let written = naming.written(joint.first, joint.last);
        let joins = joint.kind == ChunkKind::Preposition && fields.iter().any(|f| written.eq_ignore_ascii_case(f));
        let capital = joins && naming.tokens[joint.last as usize - 2].is_capitalised();
        let text = matches!(label::kind(&self.head.class), "treaty" | "event");
        let deed = ["cooperation", "assistance", "collaboration"];
        let told = end > self.at + 1 && text && naming.is_word(self.chunks[end - 1].lemma, &deed);
        if !joins || !(capital || told) || !self.is_plain_matter(noun) {
            return end;
        }
        let big = |c: &Chunk| naming.tokens[c.head as usize].is_capitalised();
        let twin = |next: &[Chunk]| {
            naming.is_word(next[0].word, &["and"]) && self.is_plain_matter(&next[1]) && big(noun) && big(&next[1])
        };
        if self.chunks.get(end + 2..end + 4).is_some_and(twin) {
            return end + 4;
        }
        self.list_end(end + 2, end).unwrap_or_else(|| self.lower_complement(end + 2))
    }

    /// "the need | to strengthen | ports", "the responsibility | to protect": where the infinitive ends that a noun before chunk `at`
    /// needs.
    pub(super) fn purpose_end(&self, at: usize) -> Option<usize> {
        let needs = ["need", "responsibility", "right", "obligation", "duty", "failure", "way", "effort"];
        let noun = self.chunks.get(at.checked_sub(1)?).filter(|c| self.naming.is_word(c.lemma, &needs))?;
        let verb = self.chunks.get(at).filter(|c| c.first == noun.last)?;
        verb.verb.filter(|v| v.form == VerbForm::Infinitive && !v.is_passive)?;
        let object = self.chunks.get(at + 1).is_some_and(|c| {
            c.kind == ChunkKind::Noun && c.first == verb.last && !self.is_pronoun(c) && !c.is_genitive
        });
        Some(at + 1 + usize::from(object))
    }

    /// Where a list that goes on at chunk `at` ends, if all of it is what a name is about: "peace | , stability and security";
    /// "the causes of drift | and the ways of clearing wrecks". The tail begins at chunk `from`.
    pub(super) fn list_end(&self, at: usize, from: usize) -> Option<usize> {
        let naming = self.naming;
        let kind = |at: usize, kind: ChunkKind| self.chunks.get(at).is_some_and(|c| c.kind == kind);
        let and = |at: usize| {
            kind(at, ChunkKind::Coordinator) && self.chunks.get(at).is_some_and(|c| naming.is_word(c.word, &["and"]))
        };
        let bare = |at: usize| self.chunks.get(at).is_some_and(|c| self.is_plain_matter(c));
        if at <= from {
            return None;
        }
        // The first of a list has no article either.
        let mut end = at;
        if bare(at - 1) {
            while kind(end, ChunkKind::Comma) && bare(end + 1) {
                end += 2;
            }
            let comma = usize::from(kind(end, ChunkKind::Comma));
            // "on disarmament, demobilization and repatriation (DDR)" is known by these letters, not the committee on it.
            let open = kind(end + comma + 2, ChunkKind::Open);
            if end > at && and(end + comma) && bare(end + comma + 1) && !open && !self.begins_clause(end + comma + 2) {
                return Some(end + comma + 2);
            }
        }
        // "the traces of the tragic | and troubled years"
        let before = &self.chunks[at - 1];
        let quality = before.kind == ChunkKind::Noun
            && before.determiner == Determiner::Definite
            && naming.lexicon.classes(before.word).any(Classes::ADJECTIVE);
        if quality && and(at) && bare(at + 1) {
            return Some(at + 2);
        }
        // Of two that have an article each, both go on.
        let first = self.chunks.get(from + 1)?;
        let second = self.chunks.get(at + 1)?;
        let of = |at: usize| self.chunks.get(at).is_some_and(|c| naming.is_word(c.word, &["of"]));
        let article =
            |c: &Chunk| c.kind == ChunkKind::Noun && c.determiner == Determiner::Definite && c.mention.is_none();
        let both = article(first) && article(second) && and(at) && of(from + 2) && of(at + 2);
        let plain = naming.heads.head(second.lemma).is_none() && !self.is_pointed_at(second);
        let text = label::kind(&self.head.class) == "instrument";
        (both && text && plain && !self.names_actor(second)).then_some(at + 2)
    }

    /// Whether a verb that has the noun before it as its subject stands at chunk `at`.
    fn begins_clause(&self, at: usize) -> bool {
        let verb = self.chunks.get(at).and_then(|c| c.verb);
        verb.is_some_and(|v| matches!(v.form, VerbForm::Present | VerbForm::Past | VerbForm::Perfect))
    }

    /// "in the Tidal Lakes region", "in the Pelagic": whether a part of the world, no State, ends the name at chunk `at`.
    pub(super) fn is_region_at(&self, at: usize) -> bool {
        let Some([joint, noun]) = self.chunks.get(at..at + 2) else { return false };
        let place = self.mention_of(noun).filter(|m| self.is_territory(m) && m.last == noun.last && !noun.is_genitive);
        place.is_some_and(|m| self.naming.is_word(joint.word, &["in"]) && self.is_of_region(joint, m))
    }

    /// "Policies | and Programmes"
    pub(super) fn is_twin_of(&self, first: &Chunk, second: &Chunk) -> bool {
        let kind = |c: &Chunk| self.naming.head_of(c).map(|h| label::kind(&h.class));
        first.is_plural && second.determiner == Determiner::Bare && kind(first).is_some() && kind(first) == kind(second)
    }
}
