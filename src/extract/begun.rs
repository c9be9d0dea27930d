//! What is begun, or for which steps are taken, and is not there yet: "has begun to ratify", "the steps needed to join".

use crate::clause::{Force, VerbForm};
use crate::lexicon::Word;
use crate::link::Modality;

use super::Extractor;
use super::sentence::Analysed;

/// Verbs of beginning.
const BEGUN: [&str; 3] = ["begin", "start", "commence"];

/// Verbs of what is only there when it is complete.
const COMPLETED: [&str; 12] = [
    "establish",
    "create",
    "set_up",
    "form",
    "found",
    "build",
    "ratify",
    "accede",
    "join",
    "sign",
    "adopt",
    "conclude",
];

/// Nouns of what leads to a thing that only comes about when it is complete, and otherwise is itself what is done.
const LEADING: [&str; 2] = ["measure", "arrangement"];

impl Extractor {
    /// Whether `governing`, which makes a `modality` of the verb group `verb`, tells that it is only begun.
    pub(super) fn is_only_begun(&self, sentence: &Analysed<'_>, verb: u32, governing: u32, modality: Modality) -> bool {
        let chunk = sentence.chunk(governing);
        // "has begun to ratify": what is only complete at its end is under way.
        let begun = modality == Modality::Done && self.lexicon.is_one_of(chunk.lemma, &BEGUN);
        // "the steps needed to ratify"
        let noun = sentence.clause.parent[governing as usize].map(|(noun, _)| sentence.chunk(noun).lemma);
        let step = noun.is_some_and(|noun| self.leads_to(noun, sentence, verb));
        let plain = chunk.verb.is_none_or(|v| v.force == Force::Plain);
        begun && self.is_to_be_completed(sentence, verb) || modality == Modality::Urged && step && plain
    }

    /// Whether a word tells of what leads to a thing: "the procedures", "the measures".
    pub(super) fn is_step(&self, lemma: Word) -> bool {
        self.rules.modality.by_lemma.get(&lemma) == Some(&Modality::Preparing)
            || self.lexicon.is_one_of(lemma, &LEADING)
    }

    /// Whether the noun tells of what leads to what the verb group `verb` tells.
    pub(super) fn leads_to(&self, noun: Word, sentence: &Analysed<'_>, verb: u32) -> bool {
        self.is_step(noun) && (!self.lexicon.is_one_of(noun, &LEADING) || self.is_to_be_completed(sentence, verb))
    }

    /// Whether what the verb group `verb` tells is there only when it is complete: "establish", not "implement".
    pub(super) fn is_to_be_completed(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let lemma = sentence.chunk(verb).lemma;
        self.rules.making.contains(&lemma) || self.lexicon.is_one_of(lemma, &COMPLETED)
    }

    /// "Steps have been taken to join": what is taken or made of itself is no more than that.
    pub(super) fn undertaken(&self, sentence: &Analysed<'_>, verb: u32) -> Option<Modality> {
        let (host, _) = sentence.clause.parent[verb as usize].filter(|(p, _)| *p < verb)?;
        let chunk = sentence.chunk(host);
        let taken = chunk.verb.is_some_and(|v| v.is_passive && v.force == Force::Plain && !v.is_negated)
            && self.lexicon.is_one_of(chunk.lemma, &["take", "make", "undertake", "initiate", "begin", "start"]);
        let infinitive = sentence.chunk(verb).verb.is_some_and(|v| v.form == VerbForm::Infinitive);
        let subject = sentence.clause.subject[host as usize].filter(|_| taken && infinitive)?;
        let set = self.rules.modality.by_lemma.get(&sentence.chunk(subject).lemma);
        set.copied().filter(|m| *m == Modality::Preparing && self.is_to_be_completed(sentence, verb))
    }
}
