//! What is said of a land that opens the sentence: "In Norlandia, we welcome the calm".

use crate::clause::{ChunkKind, VerbForm};
use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::gazetteer::Form;
use crate::lexicon::Word;
use crate::link::Modality;
use crate::mention::Mention;

/// Verbs of those who wish well to what goes on in a land.
const WELL_WISHING: [&str; 10] =
    ["welcome", "support", "encourage", "commend", "applaud", "salute", "hail", "favour", "congratulate", "hope"];

/// Verbs of those who ask something of the people of a land.
const ASKING: [&str; 4] = ["urge", "call", "appeal", "exhort"];

impl Extractor {
    /// "In Norlandia, we urge the parties to talk": whoever greets, or asks for, what is good in a land that the sentence opens
    /// with is on its side. True where that was said.
    pub(super) fn topic(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32, reading: &mut Reading) -> bool {
        let named = mention.class & self.known.state != 0 && mention.form == Form::Name;
        let opens = sentence.chunk(0).kind == ChunkKind::Preposition && self.lexicon.is(sentence.chunk(0).word, "in");
        let parent = |at: u32| sentence.clause.parent[at as usize].map(|(above, _)| above);
        if !(named && opens) || parent(chunk) != Some(0) {
            return false;
        }
        let Some(verb) = parent(0) else { return false };
        let phrase = sentence.chunk(verb);
        let says =
            phrase.verb.is_some_and(|v| matches!(v.form, VerbForm::Present | VerbForm::Perfect) && !v.is_negated);
        let asks = self.lexicon.is_one_of(phrase.lemma, &ASKING);
        let speaks = says && (asks || self.lexicon.is_one_of(phrase.lemma, &WELL_WISHING));
        // "In Norlandia, we shall spend two million on assistance"
        let gives = ["spend", "provide", "extend", "deliver", "allocate", "offer", "commit", "contribute"];
        let aid = |w: &Word| self.lexicon.is_one_of(*w, &["assistance", "aid", "relief"]);
        let aids = phrase.verb.is_some_and(|v| !v.is_passive && !v.is_negated)
            && self.lexicon.is_one_of(phrase.lemma, &gives)
            && sentence.words.iter().any(aid);
        if aids && self.grammatical_subject(sentence, verb, reading) == Actor::Speaker {
            let (modality, _) = self.modality_of(sentence, verb);
            let draft = sentence.draft(mention, sentence.speaker, "assists".into(), "topic-aid".into());
            reading.drafts.push(Draft { modality, weight: Weight::Soft, ..draft });
            return true;
        }
        if !speaks || self.grammatical_subject(sentence, verb, reading) != Actor::Speaker {
            return false;
        }
        let modality = if asks { Modality::Urged } else { Modality::Ongoing };
        let draft = sentence.draft(mention, sentence.speaker, "supports".into(), "topic".into());
        reading.drafts.push(Draft { modality, weight: Weight::Soft, ..draft });
        true
    }
}
