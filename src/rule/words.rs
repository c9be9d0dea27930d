//! The word lists of the rules: what praises and blames, what sets modality, what stands for a State.

use serde::Deserialize;

use crate::lexicon::{Lexicon, Word};
use crate::link::Modality;

use super::Rules;

/// The `[words]` table of a rule file: lists of words, separated by blanks.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WordLists {
    praise: String,
    blame: String,
    coming: String,
    money: String,
    greetings: String,
    messages: String,
    leaving: String,
    credits: String,
    clausal: String,
    deeds: String,
    plans: String,
    hardships: String,
    harming: String,
    endings: String,
    offices: String,
    officers: String,
    being: String,
    activities: String,
    acts: String,
    perpetrated: String,
    accomplished: String,
    bygone: String,
    lasting: String,
    making: String,
    made: String,
    expected: String,
    uttered: String,
    suffered: String,
    carrying_out: String,
    coming_about: String,
    controls: String,
    state_nouns: String,
    servants: String,
    silent_heads: String,
    planned: String,
    urged: String,
    hoped: String,
    preparing: String,
    possible: String,
    ongoing: String,
    done: String,
}

impl WordLists {
    /// Adds the lists to `rules`.
    pub(super) fn add_to(&self, rules: &mut Rules, lexicon: &mut Lexicon) {
        let words = |lexicon: &mut Lexicon, list: &str| -> Vec<Word> {
            list.split_whitespace().map(|w| lexicon.intern(w)).collect()
        };
        let sets = [
            (&self.praise, &mut rules.praise),
            (&self.blame, &mut rules.blame),
            (&self.controls, &mut rules.controls),
            (&self.coming, &mut rules.coming),
            (&self.money, &mut rules.money),
            (&self.greetings, &mut rules.greetings),
            (&self.messages, &mut rules.messages),
            (&self.leaving, &mut rules.leaving),
            (&self.credits, &mut rules.credits),
            (&self.being, &mut rules.being),
            (&self.clausal, &mut rules.clausal),
            (&self.plans, &mut rules.plans),
            (&self.activities, &mut rules.activities),
            (&self.acts, &mut rules.acts),
            (&self.perpetrated, &mut rules.perpetrated),
            (&self.accomplished, &mut rules.accomplished),
            (&self.bygone, &mut rules.bygone),
            (&self.making, &mut rules.making),
            (&self.made, &mut rules.made),
            (&self.expected, &mut rules.expected),
            (&self.uttered, &mut rules.uttered),
            (&self.suffered, &mut rules.suffered),
        ];
        for (list, set) in sets {
            set.extend(words(lexicon, list));
        }
        let nouns = [
            (&self.state_nouns, &mut rules.state_nouns),
            (&self.servants, &mut rules.servants),
            (&self.silent_heads, &mut rules.silent_heads),
            (&self.deeds, &mut rules.deeds),
            (&self.hardships, &mut rules.hardships),
            (&self.harming, &mut rules.harming),
            (&self.endings, &mut rules.endings),
            (&self.offices, &mut rules.offices),
            (&self.officers, &mut rules.officers),
            (&self.lasting, &mut rules.lasting),
            (&self.carrying_out, &mut rules.carrying_out),
            (&self.coming_about, &mut rules.coming_about),
        ];
        for (list, set) in nouns {
            set.extend(list.split_whitespace().map(|noun| lexicon.intern_noun(noun)));
        }
        let modalities = [
            (&self.planned, Modality::Planned),
            (&self.urged, Modality::Urged),
            (&self.hoped, Modality::Hoped),
            (&self.preparing, Modality::Preparing),
            (&self.possible, Modality::Possible),
            (&self.ongoing, Modality::Ongoing),
            (&self.done, Modality::Done),
        ];
        for (list, modality) in modalities {
            for word in words(lexicon, list) {
                rules.modality.by_lemma.insert(word, modality);
            }
        }
    }
}
