//! What the class of a mention says where no rule does: whose it is, whom an incident befalls, the fallbacks.

use rustc_hash::FxHashSet;

use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::gazetteer::Form;
use crate::lexicon::Word;
use crate::link::Modality;
use crate::mention::{Mention, Strength};
use crate::rule::Fallback;
use crate::token::Caps;

impl Extractor {
    /// What the class of a mention says where no rule does.
    pub(super) fn by_class(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        chunk: u32,
        is_head: bool,
        third: bool,
        reading: &mut Reading,
    ) {
        if self.incident(sentence, mention, third, reading) {
            return;
        }
        if self.owned(sentence, mention, reading) || mention.strength == Strength::Described {
            return;
        }
        let unspoken = self.rules.unspoken.contains(&reading.things.get(mention.thing).id);
        let silent = unspoken || !is_head && self.rules.silent_heads.contains(&sentence.chunk(chunk).lemma);
        if silent || mention.class & self.known.state != 0 {
            return;
        }
        let praise = self.tone(sentence);
        let fits = |f: &&Fallback| f.object & mention.class != 0 && (!f.praised || (praise && !third));
        if let Some(fallback) = self.rules.fallbacks.iter().find(fits) {
            let modality = if &*fallback.relation == "mentions" { self.of_class(mention) } else { fallback.modality };
            let (relation, rule) = (fallback.relation.clone(), fallback.id.clone());
            let draft = sentence.draft(mention, sentence.speaker, relation, rule);
            reading.drafts.push(Draft { modality, weight: Weight::Fallback, ..draft });
        }
    }

    /// Whether the sentence praises and does not blame, and the State that speaks stands in it: the praise is its own.
    fn tone(&self, sentence: &Analysed<'_>) -> bool {
        let span = |set: &FxHashSet<Word>| {
            sentence.words.iter().filter(|w| set.contains(w) || set.contains(&self.lexicon.lemma(**w))).count()
        };
        let speaks = || {
            sentence.mentions.iter().any(|m| m.thing == sentence.speaker)
                || sentence
                    .words
                    .iter()
                    .any(|w| self.known.first_person.contains(w) || self.lexicon.is_one_of(*w, &["our", "my"]))
        };
        span(&self.rules.praise) > 0 && span(&self.rules.blame) == 0 && speaks()
    }

    /// A strategy, law or body whose owner the phrase names is that State's.
    fn owned(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) -> bool {
        let thing = reading.things.get(mention.thing);
        if !mention.is_owned || thing.seed.is_some() {
            return false;
        }
        let relation =
            ["hasStrategy", "hasLaw", "hasBody"].into_iter().find(|r| self.ontology.admits(r, "State", &thing.class));
        let Some(owner) = thing.of_state.clone() else { return false };
        let (Some(relation), Some(owner)) =
            (relation, reading.things.seed_by_id(&owner, &self.entities, &self.ontology))
        else {
            return false;
        };
        reading.drafts.push(sentence.draft(mention, owner, relation.into(), "owned".into()));
        owner == sentence.speaker
    }

    /// An incident befalls the State in which it is; another State that speaks of it mentions it, or blames it where
    /// its very name blames: "aggression". True where the incident has been dealt with.
    fn incident(&self, sentence: &Analysed<'_>, mention: &Mention, spoken: bool, reading: &mut Reading) -> bool {
        if mention.class & self.known.incident == 0 || mention.strength == Strength::Described {
            return false;
        }
        let state = self.state_of(sentence, mention, reading);
        let mut tell = |subject: u32, relation: &str, modality: Modality, weight: Weight| {
            let draft = sentence.draft(mention, subject, relation.into(), "incident".into());
            reading.drafts.push(Draft { modality, weight, ..draft });
        };
        if let Some(state) = state {
            tell(state, "affectedBy", Modality::Done, Weight::Fact);
        }
        if spoken || state == Some(sentence.speaker) {
            return true;
        }
        if (mention.first..mention.last)
            .any(|t| self.rules.perpetrated.contains(&self.lexicon.lemma(sentence.words[t as usize])))
        {
            tell(sentence.speaker, "criticises", Modality::Ongoing, Weight::Soft);
        } else if state.is_some() {
            tell(sentence.speaker, "mentions", Modality::Ongoing, Weight::Fallback);
        }
        state.is_some()
    }

    /// The State that an incident befalls: the owner of a discovered one; of a seed, the State that its words name
    /// last after a preposition ("war against Norlandia").
    fn state_of(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) -> Option<u32> {
        if let Some(owner) = reading.things.get(mention.thing).of_state.clone() {
            return reading.things.seed_by_id(&owner, &self.entities, &self.ontology);
        }
        let within = (mention.first + 1..mention.last).rev();
        let state = within
            .filter_map(|at| self.gazetteer.longest(sentence.text, sentence.tokens, at as usize, false))
            .find(|hit| {
                let class = &self.entities.all()[hit.entity as usize].class;
                let before = sentence.words[hit.first as usize - 1];
                let placed = self.known.against.contains(&before)
                    || sentence.tokens[hit.first as usize - 1].caps == Caps::Lower
                        && hit.first as usize > 1
                        && self.known.against.contains(&sentence.words[hit.first as usize - 2]);
                hit.last <= mention.last && hit.form == Form::Name && &**class == "State" && placed
            })?;
        Some(reading.things.seed(state.entity, &self.entities, &self.ontology))
    }
}
