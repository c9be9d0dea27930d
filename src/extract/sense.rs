//! What attachment is told of the meaning of words: which verbs control, credit or take a clause, what is a time.

use crate::clause::attach::{Sense, attach};
use crate::clause::{Chunk, ChunkKind, Clause, Determiner, Force};
use crate::gazetteer::Form;
use crate::lexicon::{Classes, Word};
use crate::mention::Mention;
use crate::token::{Kind, Token};

use super::Extractor;

/// Verbs of what those do who speak.
const SAYING: [&str; 9] =
    ["welcome", "reaffirm", "reiterate", "express", "regret", "deplore", "appreciate", "hope", "wish"];

/// Nouns by which somebody is thanked or praised for what follows.
const THANKS: [&str; 7] =
    ["appreciation", "gratitude", "thanks", "tribute", "admiration", "congratulation", "congratulations"];

/// Nouns of what somebody does with others or within a body.
const SHARED: [&str; 13] = [
    "cooperation",
    "participation",
    "membership",
    "involvement",
    "engagement",
    "relation",
    "partnership",
    "inclusion",
    "presence",
    "representation",
    "collaboration",
    "election",
    "seat",
];

/// Nouns of what somebody turns to somebody else, other than thanks.
const TURNED: [&str; 9] =
    ["contribution", "support", "assistance", "aid", "condolence", "sympathy", "message", "appeal", "commitment"];

/// Prepositions behind which stands who helps or takes part.
const HELPED: [&str; 10] = [
    "with_the_support_of",
    "with_the_assistance_of",
    "with_the_help_of",
    "with_the_participation_of",
    "with_the_cooperation_of",
    "with_the_financial_support_of",
    "with_the_technical_support_of",
    "with_the_technical_assistance_of",
    "under_the_auspices_of",
    "in_the_framework_of",
];

/// Nouns behind "in" or "under" of how far an agreement is.
const STANDING: [&str; 8] =
    ["force", "place", "effect", "progress", "preparation", "negotiation", "consideration", "discussion"];

/// Nouns of that within which something is done.
const FRAMES: [&str; 10] =
    ["area", "field", "regard", "respect", "context", "sector", "domain", "direction", "matter", "region"];

impl Extractor {
    /// Whether a noun is of what somebody does with others or within a body: "the participation of".
    pub(super) fn is_shared_deed(&self, noun: Word) -> bool {
        self.lexicon.is_one_of(noun, &SHARED)
    }

    /// "the only State in the region": whether one of the words before a noun says that there is no other.
    fn is_only(&self, before: &[Word]) -> bool {
        before.iter().any(|w| self.lexicon.is(*w, "only"))
    }

    /// Whether a noun phrase is what somebody does, alone or with others.
    fn is_deed(&self, chunk: &Chunk) -> bool {
        let noun = chunk.kind == ChunkKind::Noun && chunk.mention.is_none();
        noun && (self.rules.deeds.contains(&chunk.lemma) || self.is_shared_deed(chunk.lemma))
    }

    /// Whether a verb, adjective or noun says who did what follows the preposition: "thank X for", "our tribute to X for".
    fn credits(&self, head: &Chunk, preposition: &Chunk) -> bool {
        let noun = head.kind == ChunkKind::Noun && self.lexicon.is_one_of(head.word, &THANKS);
        (self.rules.credits.contains(&head.lemma) || noun)
            && self.lexicon.is_one_of(preposition.word, &["for", "on", "upon", "of"])
    }

    /// Whether a subject goes with a verb group that begins with this word: not "we" with "has".
    fn agrees(&self, subject: &Chunk, first: Word) -> bool {
        let singular =
            self.lexicon.classes(first).any(Classes::THIRD) || self.lexicon.is_one_of(first, &["is", "has", "does"]);
        let plural = self.lexicon.is_one_of(first, &["are", "were", "have", "do"]);
        let many = self.known.first_person.contains(&subject.word) || (subject.is_plural && subject.mention.is_none());
        let one = !subject.is_plural && subject.mention.is_none() && subject.determiner != Determiner::Quantity;
        !(singular && many || plural && one && !self.known.first_person.contains(&subject.word))
    }

    /// Whether a noun phrase may be whom a speech addresses: "Mr. President", "Excellencies", "dear colleagues".
    fn is_address(&self, chunk: &Chunk, words: &[Word]) -> bool {
        const ONE: [&str; 8] =
            ["president", "chair", "chairman", "chairperson", "sir", "madam", "moderator", "excellency"];
        const MANY: [&str; 9] = [
            "excellency",
            "excellencies",
            "colleague",
            "colleagues",
            "delegate",
            "lady",
            "ladies",
            "gentleman",
            "gentlemen",
        ];
        let free = matches!(chunk.determiner, Determiner::Bare | Determiner::Third);
        let secretary = words.first().is_some_and(|w| self.lexicon.is_one_of(*w, &["secretary", "mr"]))
            && words.iter().any(|w| self.lexicon.is(*w, "general"));
        let one = self.lexicon.is_one_of(chunk.word, &ONE);
        let many = self.lexicon.is_one_of(chunk.lemma, &MANY) || self.lexicon.is_one_of(chunk.word, &MANY);
        chunk.mention.is_none() && free && (secretary || one || many)
    }

    /// Attaches the phrases of a sentence.
    pub(super) fn attached(
        &self,
        chunks: Vec<Chunk>,
        mentions: &[Mention],
        words: &[Word],
        tokens: &[Token],
    ) -> Clause {
        let class = |chunk: &Chunk| chunk.mention.map_or(0, |m| mentions[m as usize].class);
        let controls = |chunk: &Chunk| self.rules.controls.contains(&chunk.lemma);
        let alike = |a: &Chunk, b: &Chunk| {
            let (a, b) = (class(a), class(b));
            let family = |c: u128| if c & self.known.state != 0 { 1 } else { u8::from(c != 0) * 2 };
            family(a) != 0 && family(a) == family(b)
        };
        let is_ago = |chunk: &Chunk| words.get(chunk.last as usize).is_some_and(|w| self.lexicon.is(*w, "ago"));
        let is_time = |chunk: &Chunk| {
            let is_named = self.known.times.contains(&chunk.lemma) && chunk.determiner != Determiner::Indefinite;
            is_named && chunk.mention.is_none() || is_ago(chunk)
        };
        let is_date = |chunk: &Chunk| {
            let head = &tokens[chunk.head as usize];
            is_time(chunk) || head.kind == Kind::Number && head.span.len() == 4
        };
        let is_base = |chunk: &Chunk| {
            let classes = self.lexicon.classes(words[chunk.head as usize]);
            // "that a fund be set up"
            let be = chunk.verb.is_some_and(|v| v.is_passive) && self.lexicon.is(words[chunk.first as usize], "be");
            be || chunk.first == chunk.head && classes.any(Classes::BASE) && !classes.any(Classes::THIRD)
        };
        let agrees = |subject: &Chunk, verb: &Chunk| self.agrees(subject, words[verb.first as usize]);
        let takes_clause = |chunk: &Chunk| self.rules.clausal.contains(&chunk.lemma);
        let credits = |verb: &Chunk, preposition: &Chunk| self.credits(verb, preposition);
        let says = |c: &Chunk| self.rules.credits.contains(&c.lemma) || self.lexicon.is_one_of(c.lemma, &SAYING);
        let speaks = |chunk: &Chunk| controls(chunk) || says(chunk);
        let includes = |chunk: &Chunk| {
            self.lexicon.is(chunk.lemma, "include") && chunk.verb.is_some_and(|v| v.force == Force::Plain)
        };
        let is_turned = |c: &Chunk| {
            [THANKS.as_slice(), &TURNED]
                .iter()
                .any(|l| self.lexicon.is_one_of(c.word, l) || self.lexicon.is_one_of(c.lemma, l))
        };
        let is_act = |chunk: &Chunk| chunk.mention.is_none() && self.rules.acts.contains(&chunk.lemma);
        let is_frame = |chunk: &Chunk| chunk.mention.is_none() && self.lexicon.is_one_of(chunk.lemma, &FRAMES);
        let is_namely =
            |chunk: &Chunk| self.lexicon.is(chunk.word, "namely") || tokens[chunk.first as usize].kind == Kind::Colon;
        let is_town = |chunk: &Chunk| {
            let place = chunk.mention.is_none_or(|m| {
                let mention = &mentions[m as usize];
                mention.form == Form::Capital || class(chunk) & self.known.territory & !self.known.state != 0
            });
            place && tokens[chunk.head as usize].is_capitalised()
        };
        let is_land = |chunk: &Chunk| class(chunk) & (self.known.state | self.known.territory) != 0;
        let is_place_of = |place: &Chunk, thing: &Chunk| {
            let inside = &words[thing.first as usize..thing.last as usize];
            let state = |c: &Chunk| class(c) & self.known.state != 0;
            state(place) && thing.mention.is_some() && !state(thing) && inside.iter().any(|w| self.lexicon.is(*w, "in"))
        };
        let is_first = |chunk: &Chunk| {
            let mut words = words[chunk.first as usize..=chunk.head as usize].iter();
            words.any(|w| self.lexicon.is_one_of(*w, &["first", "last", "only", "latest"]))
        };
        let sense = Sense {
            is_address: &|chunk: &Chunk| self.is_address(chunk, &words[chunk.first as usize..chunk.last as usize]),
            is_first: &is_first,
            is_only: &|chunk: &Chunk| self.is_only(&words[chunk.first as usize..chunk.head as usize]),
            is_with: &|chunk: &Chunk| self.lexicon.is(chunk.word, "with"),
            is_place_of: &is_place_of,
            is_for: &|chunk: &Chunk| self.lexicon.is(chunk.word, "for"),
            is_of: &|chunk: &Chunk| chunk.word == self.known.of,
            is_within: &|chunk: &Chunk| self.lexicon.is_one_of(chunk.word, &["in", "at"]),
            is_town: &is_town,
            is_among: &|chunk: &Chunk| self.lexicon.is_one_of(chunk.word, &["among", "amongst"]),
            is_standing: &|chunk: &Chunk| self.lexicon.is_one_of(chunk.word, &STANDING) && chunk.first == chunk.head,
            is_beside: &|chunk: &Chunk| self.known.beside.contains(&chunk.word),
            is_helped: &|chunk: &Chunk| self.lexicon.is_one_of(chunk.word, &HELPED),
            is_that: &|chunk: &Chunk| self.lexicon.is(chunk.word, "that"),
            is_whose: &|chunk: &Chunk| self.lexicon.is(chunk.word, "whose"),
            is_between: &|chunk: &Chunk| chunk.word == self.known.between,
            is_semicolon: &|chunk: &Chunk| tokens[chunk.first as usize].kind == Kind::Semicolon,
            is_about: &|chunk: &Chunk| self.lexicon.is_one_of(chunk.word, &["with", "within", "in", "towards"]),
            is_act: &is_act,
            is_turned: &is_turned,
            is_frame: &is_frame,
            is_them: &|chunk: &Chunk| self.lexicon.is_one_of(chunk.word, &["them", "us"]),
            is_deed: &|chunk: &Chunk| self.is_deed(chunk),
            is_namely: &is_namely,
            is_to: &|chunk: &Chunk| self.lexicon.is(chunk.word, "to"),
            is_as: &|chunk: &Chunk| chunk.word == self.known.as_,
            is_by: &|chunk: &Chunk| chunk.word == self.known.by,
            is_land: &is_land,
            is_done: &|chunk: &Chunk| self.lexicon.is(chunk.lemma, "do"),
            is_plan: &|chunk: &Chunk| self.rules.plans.contains(&chunk.lemma),
            is_copula: &|chunk: &Chunk| self.lexicon.is_one_of(chunk.lemma, &["be", "become", "remain"]),
            controls: &controls,
            credits: &credits,
            speaks: &speaks,
            includes: &includes,
            takes_clause: &takes_clause,
            is_time: &is_time,
            is_date: &is_date,
            is_nominative: &|chunk: &Chunk| self.known.nominative.contains(&chunk.word),
            is_base: &is_base,
            agrees: &agrees,
            alike: &alike,
        };
        attach(chunks, &sense)
    }
}
