//! Names of the lists that are only a part of a longer name here: "the Committee on Wrecks | Security", "the Saltmouth
//! Conference | on Drift Nets", where the known one was on something else; and names told by the acronym behind them.

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::lexicon::Classes;
use crate::mention::head::Shapes;
use crate::mention::{Mention, Strength, Things, label};
use crate::token::{Caps, Kind};

use super::Naming;

/// Nouns behind the name of a body that tell who speaks or acts for it.
const OFFICES: [&str; 18] = [
    "chair",
    "chairman",
    "chairperson",
    "president",
    "director",
    "executive",
    "secretary",
    "special",
    "ambassador",
    "commissioner",
    "representative",
    "coordinator",
    "prosecutor",
    "member",
    "state",
    "general",
    "high",
    "deputy",
];

impl Naming<'_> {
    /// Parts a phrase whose words go on where a known name with a preposition ends: the longer name is another one.
    pub(super) fn split_outgrown(&self, chunks: &mut Vec<Chunk>, at: usize, mentions: &mut [Mention]) {
        let chunk = chunks[at];
        let known = mentions.iter_mut().find(|m| {
            m.form == Form::Name
                && !m.is_inside
                && m.first >= chunk.first
                && (m.last <= chunk.head || m.last == chunk.last)
                && m.last > m.first + 2
        });
        let Some(known) = known.filter(|m| m.class & (self.state | self.territory) == 0) else { return };
        let joint = |t: &u32| self.is_word(self.tokens[*t as usize].word, &["on", "for"]);
        let mut joints = (known.first + 1..known.last).filter(joint);
        let (Some(joint), None) = (joints.next(), joints.next()) else { return };
        let lemma = |t: u32| self.lexicon.lemma(self.tokens[t as usize].word);
        let capital = |t: u32| self.tokens[t as usize].kind == Kind::Word && self.tokens[t as usize].is_capitalised();
        // "the Panel on Water | and Wrecks"
        let and_more = chunks.get(at + 1..at + 3).is_some_and(|next| {
            let plain = next[1].kind == ChunkKind::Noun
                && next[1].mention.is_none()
                && next[1].determiner == Determiner::Bare
                && self.heads.head(next[1].lemma).is_none()
                && (next[1].first..next[1].last).all(capital);
            next[0].kind == ChunkKind::Coordinator
                && self.is_word(next[0].word, &["and"])
                && plain
                && known.last == chunk.last
        });
        let goes_on = and_more
            || known.last <= chunk.head
                && (known.last..=chunk.head).all(|t| {
                    capital(t)
                        && self.tokens[t as usize].caps != Caps::Acronym
                        && self.heads.head(lemma(t)).is_none()
                        && !self.is_word(lemma(t), &OFFICES)
                });
        let head = joint - 1;
        let heads = self.heads.head(lemma(head)).is_some_and(|h| h.shapes.any(Shapes::CAPITAL));
        if self.all_capitals || !goes_on || !heads || !capital(joint + 1) {
            return;
        }
        known.is_inside = true;
        let word = |t: u32| self.tokens[t as usize].word;
        let first = Chunk {
            head,
            last: head + 1,
            word: word(head),
            lemma: lemma(head),
            is_plural: false,
            mention: None,
            ..chunk
        };
        let preposition = Chunk {
            kind: ChunkKind::Preposition,
            determiner: Determiner::Bare,
            first: joint,
            head: joint,
            last: joint + 1,
            word: word(joint),
            lemma: word(joint),
            is_plural: false,
            is_genitive: false,
            mention: None,
            ..chunk
        };
        let rest = Chunk { determiner: Determiner::Bare, first: joint + 1, mention: None, ..chunk };
        chunks.splice(at..=at, [Chunk { is_genitive: false, ..first }, preposition, rest]);
    }

    /// "the Saltmouth Conference | on Drift Nets" is not the one on wrecks that is called by its place as well.
    pub(super) fn leave_namesake(&self, chunks: &mut [Chunk], at: usize, mentions: &mut [Mention], things: &Things) {
        self.leave_year_of_state(chunks, at, mentions);
        self.leave_worldwide(chunks, at, mentions, things);
        self.describe_sought(&chunks[at], mentions, things);
        self.leave_national(chunks, at, mentions, things);
        self.leave_group(chunks, at, mentions, things);
        self.leave_organ(chunks, at, mentions, things);
        let Some([whole, joint, noun]) = chunks.get(at..at + 3) else { return };
        let Some(position) = whole.mention.map(|m| m as usize) else { return };
        let known = &mentions[position];
        let thing = things.get(known.thing);
        let kind = label::kind(&thing.class);
        let about = joint.kind == ChunkKind::Preposition && self.is_word(joint.word, &["on", "for", "against", "of"]);
        let named = known.form == Form::Name
            && known.last == whole.last
            && !whole.is_genitive
            && (kind == "event" && &*thing.class != "EventSeries" || matches!(kind, "instrument" | "organisation"));
        // "the Saltmouth Conference | on Norlandia"
        let land = noun
            .mention
            .and_then(|m| mentions.get(m as usize))
            .filter(|m| m.class & (self.state | self.territory) != 0);
        let short = label::key(self.written(known.first, known.last)).len() == 2 && kind == "event";
        if named && about && short && !self.is_word(joint.word, &["of"]) && land.is_some() {
            let land = &things.get(land.map_or(known.thing, |m| m.thing)).label;
            if !thing.label.contains(land.as_str()) && thing.label.len() > self.written(known.first, known.last).len() {
                mentions[position].is_inside = true;
                chunks[at].mention = None;
            }
            return;
        }
        if !named || !about || noun.kind != ChunkKind::Noun || noun.mention.is_some() {
            return;
        }
        let written = label::key(self.written(known.first, known.last));
        let full = label::key(&thing.label);
        // What a thing is about stands in its own name, told otherwise.
        let of = self.is_word(joint.word, &["of"]);
        let told = full.iter().any(|word| matches!(word.as_str(), "on" | "for" | "against")) && !of
            || kind == "event" && written.len() == 2;
        if !told || written.len() >= full.len() || !(2..4).contains(&written.len()) {
            return;
        }
        let from = noun.first + u32::from(noun.determiner == Determiner::Definite);
        let capitals = (from..=noun.head).all(|t| self.tokens[t as usize].is_capitalised());
        let shares = label::key(self.written(from.min(noun.head), noun.last)).iter().any(|word| full.contains(word));
        if capitals && !shares && self.heads.head(whole.lemma).is_some_and(|h| h.shapes.any(Shapes::CAPITAL)) {
            mentions[position].is_inside = true;
            chunks[at].mention = None;
        }
    }

    /// "the Open-ended Working Group | on | saving | drift nets" is not the one that is called so for short.
    fn leave_group(&self, chunks: &mut [Chunk], at: usize, mentions: &mut [Mention], things: &Things) {
        let Some([whole, joint, matter]) = chunks.get(at..at + 3) else { return };
        let Some(position) = whole.mention.map(|m| m as usize) else { return };
        let known = &mentions[position];
        // "the Contact Group | of | the Pelagic Union" is no other body's.
        let owner = matter.mention.and_then(|m| mentions.get(m as usize)).map(|m| &things.get(m.thing).class);
        let owned = owner.is_some_and(|class| label::kind(class) == "organisation");
        if owned
            && self.is_word(joint.word, &["of"])
            && self.is_word(whole.lemma, &["group"])
            && known.last == whole.last
            && label::key(self.written(known.first, known.last)).len() == 2
        {
            mentions[position].is_inside = true;
            chunks[at].mention = None;
            return;
        }
        let working = whole.head > 0 && self.is_word(self.tokens[whole.head as usize - 1].word, &["working"]);
        let about =
            joint.kind == ChunkKind::Preposition && self.is_word(joint.word, &["on"]) && known.last == whole.last;
        if !about || !working || !self.is_word(whole.lemma, &["group"]) {
            return;
        }
        let full = label::key(&things.get(known.thing).label);
        let short = label::key(self.written(known.first, known.last)).len() < full.len();
        let group = full.iter().any(|word| word == "on");
        let end = chunks.get(at + 3).filter(|c| matter.verb.is_some() && c.kind == ChunkKind::Noun).unwrap_or(matter);
        let apart = end.mention.and_then(|m| mentions.get(m as usize)).is_none_or(|m| {
            m.last == end.last && matches!(label::kind(&things.get(m.thing).class), "treaty" | "instrument")
        });
        let any = matches!(matter.determiner, Determiner::Bare | Determiner::Indefinite);
        let plain = end.kind == ChunkKind::Noun && apart && any;
        let shares = label::key(self.written(matter.first, end.last)).iter().any(|word| full.contains(word));
        if group && short && plain && !shares {
            mentions[position].is_inside = true;
            chunks[at].mention = None;
        }
    }

    /// "our first national oceans conference" is not the one of the world that is called so.
    fn leave_national(&self, chunks: &mut [Chunk], at: usize, mentions: &mut [Mention], things: &Things) {
        let Some(position) = chunks[at].mention.map(|m| m as usize) else { return };
        let known = &mentions[position];
        let lower = (known.first..known.last).all(|t| !self.tokens[t as usize].is_capitalised());
        let word = |t: u32| self.tokens[t as usize].word;
        let national = (chunks[at].first..known.first).any(|t| self.is_word(word(t), &["national", "local"]));
        let own = chunks[at].determiner == Determiner::First && known.first > chunks[at].first + 1;
        let apart = matches!(label::kind(&things.get(known.thing).class), "event" | "organisation");
        // "a permanent court of lights"
        let any = chunks[at].determiner == Determiner::Indefinite
            && known.first == chunks[at].first + 1
            && known.last == chunks[at].last
            && !(known.first..known.last)
                .any(|t| self.is_word(word(t), &["global", "international", "world", "multinational"]))
            && label::kind(&things.get(known.thing).class) == "organisation";
        if lower && (national || own || any) && apart && known.class & (self.state | self.territory) == 0 {
            mentions[position].is_inside = true;
            chunks[at].mention = None;
        }
    }

    /// "the Security Council | of Norlandia" is an organ of that State.
    fn leave_organ(&self, chunks: &mut [Chunk], at: usize, mentions: &mut [Mention], things: &Things) {
        let Some([whole, joint, land]) = chunks.get(at..at + 3) else { return };
        let Some(position) = whole.mention.map(|m| m as usize) else { return };
        let known = &mentions[position];
        let organ = &*things.get(known.thing).class == "UnitedNationsBody"
            && known.form == Form::Name
            && !self.written(whole.first, whole.last).contains("United Nations");
        let of = joint.kind == ChunkKind::Preposition && self.is_word(joint.word, &["of"]) && known.last == whole.last;
        let state = land.mention.and_then(|m| mentions.get(m as usize)).is_some_and(|m| {
            m.class & self.state != 0 && m.form == Form::Name && m.last == land.last && !land.is_genitive
        });
        if organ && of && state && !whole.is_genitive {
            mentions[position].is_inside = true;
            chunks[at].mention = None;
        }
    }

    /// "a comprehensive convention on drift nets": a treaty that has a name already, and is spoken of as one that is not there yet.
    fn describe_sought(&self, chunk: &Chunk, mentions: &mut [Mention], things: &Things) {
        let Some(position) = chunk.mention.map(|m| m as usize) else { return };
        let known = &mut mentions[position];
        let lower = self.tokens[known.first as usize..known.last as usize].iter().all(|t| !t.is_capitalised());
        let treaty = label::kind(&things.get(known.thing).class) == "treaty";
        if treaty && lower && chunk.determiner == Determiner::Indefinite && known.last == chunk.last {
            known.strength = Strength::Described;
        }
    }

    /// "the food crisis | in Norlandia" is not that of the world, which is called so for short.
    fn leave_worldwide(&self, chunks: &mut [Chunk], at: usize, mentions: &mut [Mention], things: &Things) {
        let Some([whole, joint, noun]) = chunks.get(at..at + 3) else { return };
        let Some(position) = whole.mention.map(|m| m as usize) else { return };
        let known = &mentions[position];
        let worldwide = |name: &str| ["Global ", "World "].iter().any(|start| name.starts_with(start));
        let written = self.written(known.first, known.last);
        let told = self.tokens.iter().take(known.last as usize).skip(known.first as usize);
        let told = told.into_iter().any(|t| self.is_word(t.word, &["global", "world", "international", "worldwide"]));
        let place = noun.mention.and_then(|m| mentions.get(m as usize));
        let land = place.is_some_and(|m| m.class & (self.state | self.territory) != 0 && m.last == noun.last);
        let incident =
            label::kind(&things.get(known.thing).class) == "incident" && worldwide(&things.get(known.thing).label);
        if incident
            && !told
            && written.contains("crisis")
            && land
            && self.is_word(joint.word, &["in"])
            && known.last == whole.last
        {
            mentions[position].is_inside = true;
            chunks[at].mention = None;
        }
    }

    /// "the Norlandia 2063 Agenda" is that of the State before the year.
    fn leave_year_of_state(&self, chunks: &mut [Chunk], at: usize, mentions: &mut [Mention]) {
        let Some(position) = chunks[at].mention.map(|m| m as usize) else { return };
        let first = mentions[position].first;
        let year = self.tokens[first as usize].kind == Kind::Number;
        let state = |m: &Mention| m.last == first && m.class & self.state != 0 && m.form == Form::Name && !m.is_inside;
        if year && mentions.iter().any(state) {
            mentions[position].is_inside = true;
            chunks[at].mention = None;
        }
    }

    /// "the Wreck | and Harbour Safety Agency (WHSA)": whether the acronym in brackets behind the phrase at chunk `at`, and what
    /// hangs on that, has more letters than these have words, so that what stands before "and" is of the same name.
    pub(super) fn acronym_reaches_back(&self, chunks: &[Chunk], at: usize) -> bool {
        let mut end = at + 1;
        while let Some([joint, noun]) = chunks.get(end..end + 2) {
            if joint.kind != ChunkKind::Preposition || noun.kind != ChunkKind::Noun {
                break;
            }
            end += 2;
        }
        let Some([open, acronym, close]) = chunks.get(end..end + 3) else { return false };
        let brackets = open.kind == ChunkKind::Open && close.kind == ChunkKind::Close;
        let one = acronym.last == acronym.first + 1 && self.tokens[acronym.first as usize].caps == Caps::Acronym;
        let letters = self.written(acronym.first, acronym.last).chars().filter(|c| c.is_uppercase()).count();
        let names = |t: &u32| {
            let classes = self.lexicon.classes(self.tokens[*t as usize].word);
            self.tokens[*t as usize].kind == Kind::Word && !classes.any(Classes::PREPOSITION.and(Classes::DETERMINER))
        };
        brackets && one && letters > (chunks[at].first..open.first).filter(names).count()
    }
}
