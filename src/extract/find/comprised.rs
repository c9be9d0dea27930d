//! Who makes up an organisation: "the Isles Union, comprising Norlandia and Westmark".

use crate::clause::{ChunkKind, Determiner, Force, Role, VerbForm};
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::gazetteer::Form;
use crate::link::Modality;
use crate::mention::Mention;

/// Verbs between a whole and its parts.
const COMPRISING: [&str; 4] = ["comprise", "consist", "compose", "make_up"];

/// What each of those is that a noun tells of, and to what class of thing.
const OFFICES: [(&str, &str, &[&str]); 6] = [
    ("member", "memberOf", &["Organisation", "StateGroup"]),
    ("party", "partyTo", &["Treaty"]),
    ("signatory", "partyTo", &["Treaty"]),
    ("sponsor", "funds", &["Organisation", "Programme", "Event"]),
    ("donor", "funds", &["Organisation", "Programme"]),
    ("founder", "foundingMemberOf", &["Organisation"]),
];

impl Extractor {
    /// The States that a named organisation is said to consist of are its members, whoever speaks of it.
    pub(super) fn comprised(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32, reading: &mut Reading) {
        let whole = sentence.chunk(chunk);
        let is_body = mention.class & self.known.organisation != 0 && mention.form == Form::Name;
        // "the group at the Council, comprising Norlandia": the group is made up so.
        let above = sentence.clause.parent[chunk as usize].map(|(above, _)| sentence.chunk(above).word);
        let is_seat = above.is_some_and(|word| self.lexicon.is(word, "at"));
        // "a Council comprising Norlandia": there is none as yet.
        if !is_body || is_seat || whole.determiner == Determiner::Indefinite {
            return;
        }
        let Some(verb) = self.comprising(sentence, chunk) else { return };
        let next = sentence.clause.chunks.get(verb as usize + 1);
        let is_of = next.is_some_and(|c| self.lexicon.is(c.word, "of"));
        let members = self.states_below(sentence, verb + u32::from(is_of));
        self.of_each(sentence, mention, &members, ("memberOf", "comprised", Modality::Ongoing), reading);
    }

    /// "the sponsors of the Fund: Norlandia and Westmark", "The members of the Union are Norlandia and Westmark": each of those named.
    pub(super) fn exemplified_in(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32, reading: &mut Reading) {
        let clause = &sentence.clause;
        let up = |at: u32| clause.parent[at as usize].map(|(above, _)| above);
        let joint = up(chunk).filter(|&p| self.lexicon.is_one_of(sentence.chunk(p).word, &["of", "to"]));
        let Some(noun) = joint.and_then(up).filter(|&n| sentence.chunk(n).kind == ChunkKind::Noun) else { return };
        let phrase = sentence.chunk(noun);
        let relation = OFFICES.iter().find(|(noun, ..)| self.lexicon.is(phrase.lemma, noun));
        let Some(&(_, relation, classes)) = relation.filter(|_| phrase.is_plural && phrase.mention.is_none()) else {
            return;
        };
        if mention.class & self.ontology.mask(classes) == 0 {
            return;
        }
        let is = |v: u32| clause.subject[v as usize] == Some(noun) && self.lexicon.is(sentence.chunk(v).lemma, "be");
        let named = |c: &u32| match clause.parent[*c as usize] {
            Some((above, Role::Example)) => above == noun,
            Some((above, Role::Object)) => sentence.chunk(above).kind == ChunkKind::Verb && is(above),
            _ => false,
        };
        let told = (chunk + 1..clause.chunks.len() as u32).filter(named).filter_map(|c| sentence.mention_of(c));
        let states = told.filter(|m| m.class & self.known.state != 0 && m.form == Form::Name).map(|m| m.thing);
        for state in states.collect::<Vec<_>>() {
            let draft = sentence.draft(mention, state, relation.into(), "exemplified".into());
            reading.drafts.push(Draft { weight: Weight::Soft, ..draft });
        }
    }

    /// "the Union, comprising …", "the Union is made up of …": the verb between the whole and its parts.
    fn comprising(&self, sentence: &Analysed<'_>, chunk: u32) -> Option<u32> {
        let count = sentence.clause.chunks.len() as u32;
        let next = (chunk + 1..count).find(|&c| sentence.chunk(c).kind != ChunkKind::Comma)?;
        let phrase = sentence.chunk(next);
        let is_stated = phrase.verb.is_none_or(|v| {
            v.force == Force::Plain
                && !v.is_negated
                && matches!(v.form, VerbForm::Present | VerbForm::Gerund | VerbForm::Participle)
        });
        let lemma = self.lexicon.lemma(phrase.lemma);
        (is_stated && self.lexicon.is_one_of(lemma, &COMPRISING)).then_some(next)
    }
}
