//! Where an event is held or a body sits: in a place of the State that speaks, or in the city whose name it bears.

use crate::clause::{ChunkKind, Determiner, Force, Role};
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::gazetteer::Form;
use crate::mention::{Mention, Strength};

/// What bears the name of the city where it meets.
const MEETINGS: [&str; 7] = ["conference", "conferences", "summit", "meeting", "congress", "seminar", "workshop"];

/// Nouns of what somebody gives who helps.
const HELP: [&str; 5] = ["support", "assistance", "help", "funding", "financing"];

/// What stands before who helped.
const WITH_HELP: [&str; 5] = [
    "with_the_support_of",
    "with_the_assistance_of",
    "with_the_help_of",
    "with_the_technical_support_of",
    "with_the_financial_support_of",
];

impl Extractor {
    /// "the conference that was held in Saltmouth", said by the State in which Saltmouth is.
    pub(super) fn held_at_home(&self, sentence: &Analysed<'_>, chunk: u32, reading: &Reading) -> Option<u32> {
        let clause = &sentence.clause;
        let phrase = sentence.chunk(chunk);
        let others = |m: &Mention| m.class & self.known.state != 0 && m.thing != sentence.speaker;
        if sentence.mentions.iter().any(|m| m.first >= phrase.first && m.last <= phrase.last && others(m)) {
            return None;
        }
        // "Two conferences were held in Saltmouth: the …"
        let told = clause.parent[chunk as usize].filter(|p| p.1 == Role::Example).map(|(noun, _)| noun);
        let held = (0..clause.chunks.len()).find(|&verb| {
            let subject = clause.subject[verb];
            let held = subject.is_some()
                && (subject == Some(chunk) || subject == told)
                && self.known.held.contains(&clause.chunks[verb].lemma);
            let end = clause.chunks.len().min(verb + 7);
            held && (verb + 1..end).any(|i| {
                let preposition = &clause.chunks[i];
                let within =
                    preposition.kind == ChunkKind::Preposition && self.known.places[..2].contains(&preposition.word);
                within && i + 1 < end && self.is_home(sentence, i as u32 + 1, reading)
            })
        });
        held.map(|verb| verb as u32)
    }

    /// "The Union has its headquarters in Saltmouth", "is based in our capital", said by the State in which that is.
    pub(super) fn seated_at_home(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        chunk: u32,
        reading: &Reading,
    ) -> bool {
        let clause = &sentence.clause;
        let body = mention.class & self.known.organisation != 0
            && mention.strength == Strength::Named
            && reading.things.get(mention.thing).of_state.is_none();
        if !body || sentence.chunk(chunk).mention.is_none() {
            return false;
        }
        let seats = ["headquarters", "headquarter", "seat", "secretariat"];
        // "The headquarters of the Union is in Saltmouth"
        let of = clause.parent[chunk as usize].filter(|&(of, _)| sentence.chunk(of).word == self.known.of);
        let seat = of.and_then(|(of, _)| clause.parent[of as usize]).map(|(noun, _)| noun);
        let seat = seat.filter(|&noun| self.lexicon.is_one_of(sentence.chunk(noun).lemma, &seats));
        let seated = |verb: usize| {
            let lemma = clause.chunks[verb].lemma;
            let next = clause.chunks.get(verb + 1);
            let has = self.lexicon.is(lemma, "have")
                && next.is_some_and(|c| c.kind == ChunkKind::Noun && self.lexicon.is_one_of(c.lemma, &seats));
            let group = clause.chunks[verb].verb.filter(|v| v.force == Force::Plain && !v.is_negated);
            let place = verb + if has { 2 } else { 1 };
            let within = clause
                .chunks
                .get(place)
                .is_some_and(|p| p.kind == ChunkKind::Preposition && self.known.places[..2].contains(&p.word));
            let stands = has
                || seat.is_some() && self.lexicon.is(lemma, "be")
                || self.lexicon.is_one_of(lemma, &["base", "headquarter", "locate", "seat", "situate", "house"]);
            group.is_some()
                && stands
                && within
                && place + 1 < clause.chunks.len()
                && self.is_home(sentence, place as u32 + 1, reading)
        };
        (0..clause.chunks.len()).any(|verb| {
            let subject = clause.subject[verb];
            let joined = clause.parent[chunk as usize] == Some((verb as u32, Role::Subject));
            let acts = joined || subject == Some(chunk) || seat.is_some() && subject == seat;
            acts && seated(verb)
        })
    }

    /// "the Saltmouth Conference", said by the State in which Saltmouth is: a meeting bears the name of its venue.
    pub(super) fn is_of_home(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let befalls = mention.class & self.known.incident != 0;
        let meets =
            (mention.first..mention.last).any(|t| self.lexicon.is_one_of(sentence.words[t as usize], &MEETINGS));
        if mention.class & self.known.event == 0 || befalls || !meets || mention.strength != Strength::Named {
            return false;
        }
        // "the First National Workshop on Wrecks", in an account of what is done at home
        let mut words = sentence.words[mention.first as usize..mention.last as usize].iter();
        if reading.is_domestic && words.any(|w| self.lexicon.is(*w, "national")) {
            return true;
        }
        let speaker = &reading.things.get(sentence.speaker).id;
        let tokens = &sentence.tokens[..mention.last as usize - 1];
        let hit = (mention.first < mention.last - 1)
            .then(|| self.gazetteer.longest(sentence.text, tokens, mention.first as usize, false))
            .flatten();
        hit.is_some_and(|hit| {
            let place = &self.entities.all()[hit.entity as usize];
            place.in_state.as_ref() == Some(speaker) || hit.form == Form::Capital && place.id == *speaker
        })
    }

    /// "with the support of the Union", "with support from the Programme", "pursuant to a paragraph of the resolution": who helped or
    /// what asked for it is told, no praise of it.
    pub(super) fn is_who_helped(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let up = |at: u32| sentence.clause.parent[at as usize].map(|(above, _)| above);
        let word = |at: u32| sentence.chunk(at).word;
        let Some(above) = up(chunk) else { return false };
        if self.lexicon.is(word(above), "from") {
            let given = up(above).filter(|&n| self.lexicon.is_one_of(sentence.chunk(n).lemma, &HELP));
            return given.and_then(up).is_some_and(|with| self.lexicon.is_one_of(word(with), &["with", "through"]));
        }
        let paragraph =
            up(above).filter(|&n| self.lexicon.is(sentence.chunk(n).lemma, "paragraph")).and_then(up).map(word);
        self.lexicon.is_one_of(word(above), &WITH_HELP)
            || paragraph.is_some_and(|asked| self.lexicon.is(asked, "pursuant_to"))
    }

    /// Whether a noun phrase is a place in the State that speaks.
    pub(in crate::extract) fn is_home(&self, sentence: &Analysed<'_>, chunk: u32, reading: &Reading) -> bool {
        // "in our capital"
        let places = ["capital", "country", "city", "soil", "shore", "land", "territory", "island", "homeland"];
        let phrase = sentence.chunk(chunk);
        if phrase.determiner == Determiner::First && self.lexicon.is_one_of(phrase.lemma, &places) {
            return true;
        }
        let Some(mention) = sentence.mention_of(chunk) else { return false };
        let speaker = &reading.things.get(sentence.speaker).id;
        let place = reading.things.get(mention.thing).seed.map(|s| &self.entities.all()[s as usize]);
        let inside = place.is_some_and(|p| p.in_state.as_ref() == Some(speaker));
        inside || (mention.thing == sentence.speaker && matches!(mention.form, Form::Name | Form::Capital))
    }

    /// A constitution is older than anything said of it, and holds.
    pub(super) fn is_constitution(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let mut words = sentence.words[mention.first as usize..mention.last as usize].iter();
        words.any(|w| self.lexicon.is(*w, "constitution")) && self.year_of(sentence, mention, 0).is_none()
    }
}
