//! Disasters and attacks on computers that are told of without a land: where nothing else is named, they struck the State that
//! speaks, or those to whom it offers its condolences.

use crate::clause::Force;
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::gazetteer::Form;
use crate::lexicon::Word;
use crate::link::Modality;
use crate::mention::Mention;
use crate::token::Kind;

/// Nouns of what nature does to a land.
const DISASTERS: [&str; 12] = [
    "flood",
    "earthquake",
    "cyclone",
    "hurricane",
    "typhoon",
    "drought",
    "tsunami",
    "famine",
    "eruption",
    "landslide",
    "wildfire",
    "bushfire",
];

/// What is said to those whom something struck.
const CONDOLENCES: [&str; 2] = ["condolence", "sympathy"];

/// Words of what is done to computers.
const DIGITAL: [&str; 14] = [
    "cyber",
    "cyberattack",
    "ddos",
    "denial",
    "ransomware",
    "malware",
    "worm",
    "virus",
    "phishing",
    "hacker",
    "hacking",
    "computer",
    "network",
    "website",
];

/// Nouns of what is done to them.
const ATTACKS: [&str; 7] = ["attack", "cyberattack", "intrusion", "breach", "incident", "affair", "outage"];

impl Extractor {
    /// "The floods of 2017 destroyed the harvest": where no other land is named, a disaster told by its year struck the speaker.
    pub(super) fn is_disaster_at_home(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let thing = reading.things.get(mention.thing);
        let year =
            thing.label.rsplit(' ').next().is_some_and(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()));
        let mut words = sentence.words[mention.first as usize..mention.last as usize].iter();
        thing.seed.is_none()
            && year
            && words.any(|w| self.lexicon.is_one_of(self.lexicon.lemma(*w), &DISASTERS))
            && !self.names_another_land(sentence)
    }

    /// "The Black Tide attack on two banks in May 2015 taught us much", in an account of what is done at home: an attack on computers that has a
    /// date, where no other land is named.
    pub(super) fn is_attack_at_home(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let words = &sentence.words[mention.first as usize..mention.last as usize];
        let says = |list: &[&str]| words.iter().any(|w| self.lexicon.is_one_of(self.lexicon.lemma(*w), list));
        let digital = || sentence.words.iter().any(|w| self.lexicon.is_one_of(self.lexicon.lemma(*w), &DIGITAL));
        let year = |t: &crate::token::Token| t.kind == Kind::Number && t.span.len() == 4;
        let open = |c: &crate::clause::Chunk| c.verb.is_some_and(|v| v.force != Force::Plain || v.is_negated);
        reading.is_domestic
            && reading.things.get(mention.thing).seed.is_none()
            && says(&ATTACKS)
            && digital()
            && sentence.tokens.iter().any(year)
            && !self.names_another_land(sentence)
            && !sentence.clause.chunks.iter().any(open)
    }

    /// Whether the sentence names another land than that of the State that speaks.
    /// "We offer Westmark our condolences following Hurricane Anna": the condolence tells whom it struck.
    pub(super) fn condoled(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) {
        let thing = reading.things.get(mention.thing);
        let placed = thing.of_state.is_some() || thing.in_state.is_some();
        let condoles = |w: &Word| self.lexicon.is_one_of(self.lexicon.lemma(*w), &CONDOLENCES);
        if placed || !sentence.words.iter().any(condoles) {
            return;
        }
        let struck = |m: &&Mention| {
            let state = m.class & self.known.state != 0 && m.form != Form::Capital && !m.is_inside;
            state && m.thing != sentence.speaker && m.last <= mention.first
        };
        for state in sentence.mentions.iter().filter(struck) {
            let draft = sentence.draft(mention, state.thing, "affectedBy".into(), "condoled".into());
            reading.drafts.push(Draft { modality: Modality::Done, weight: Weight::Soft, ..draft });
        }
    }

    fn names_another_land(&self, sentence: &Analysed<'_>) -> bool {
        let elsewhere = |m: &Mention| {
            m.class & (self.known.state | self.known.territory) != 0 && m.thing != sentence.speaker && !m.is_inside
        };
        sentence.mentions.iter().any(elsewhere)
    }
}
