//! What becomes of a match: the draft of a link, its relation, and how far the thing said is realised.

use std::sync::Arc;

use crate::clause::ChunkKind;
use crate::clause::path::{Step, StepKind};
use crate::extract::actor::Actor;
use crate::extract::quantity::{amount, date};
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::lexicon::Word;
use crate::link::{Modality, Polarity};
use crate::mention::Mention;
use crate::rule::Rule;
use crate::rule::pattern::Family;

use super::Candidate;

impl Extractor {
    /// The link of `subject` that the rule asks for.
    pub(super) fn draft(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        subject: u32,
        reading: &Reading,
    ) -> Draft {
        let Candidate { mention, path, found, rule } = candidate;
        let verb = path[found.at..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        let (said, polarity) =
            verb.map_or((Modality::Ongoing, Polarity::Affirmed), |v| self.modality_of(sentence, v.chunk));
        let denied = found.pattern.family == Family::Verb
            || found.pattern.family == Family::Adjective
            || found.pattern.family == Family::Noun && verb.is_some_and(|v| v.chunk == path[path.len() - 1].chunk);
        let money = matches!(&*rule.relation, "assists" | "funds");
        // The date of a sentence is that of what its verb or noun says, not of what stands beside it.
        let dated = !rule.is_soft && matches!(found.pattern.family, Family::Verb | Family::Noun);
        let relation = self.narrowed(sentence, rule, found.pattern.head);
        let realised = self.realised(sentence, candidate, said);
        // "We hope that the nuclear Powers will endorse it": their act, the speaker's stance.
        let others = rule.is_soft && self.is_said_of_others(sentence, candidate, reading);
        let (relation, modality, denied) = match realised {
            _ if !others => (relation, realised, denied),
            Modality::Urged => (rule.relation.clone(), Modality::Urged, false),
            _ => (rule.relation.clone(), Modality::Ongoing, false),
        };
        Draft {
            modality,
            polarity: if denied { polarity } else { Polarity::Affirmed },
            date: if dated { date(sentence.text, sentence.tokens) } else { None },
            amount: if money { amount(sentence.text, sentence.tokens) } else { None },
            weight: if rule.is_soft { Weight::Soft } else { Weight::Fact },
            from_stem: sentence.place.lead.is_some()
                && found.pattern.family != Family::Noun
                && subject == sentence.speaker,
            ..sentence.draft(mention, subject, relation, rule.id.clone())
        }
    }

    /// Whether the verb of a stance has a subject that is not the State that speaks.
    fn is_said_of_others(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, reading: &Reading) -> bool {
        let Candidate { path, found, .. } = candidate;
        found.pattern.family == Family::Verb
            && matches!(self.subject_of(sentence, path[found.at].chunk, reading), Actor::Other | Actor::States(_))
    }

    fn narrowed(&self, sentence: &Analysed<'_>, rule: &Rule, head: Word) -> Arc<str> {
        let stands = |words: &[Word]| !words.is_empty() && sentence.words.windows(words.len()).any(|w| w == words);
        let narrower = rule.narrower.iter().find(|n| n.by.contains(&head) || stands(&n.when));
        narrower.map_or_else(|| rule.relation.clone(), |n| n.relation.clone())
    }

    /// How far the thing said is realised, given what the verb above says.
    fn realised(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, said: Modality) -> Modality {
        let Candidate { mention, path, found, rule } = candidate;
        if &*rule.relation == "mentions" {
            return self.of_class(sentence, mention);
        }
        if found.pattern.family == Family::Noun
            && let Some(modality) = self.intended(path, found.at, rule)
        {
            return modality;
        }
        match (rule.modality, found.pattern.family) {
            (Some(Modality::Urged), _) => Modality::Urged,
            (_, Family::Noun) if self.is_coming(sentence, path[found.at].chunk) => Modality::Planned,
            (fixed, Family::Noun) if self.is_under_as(path, found.at) => match (fixed, said) {
                (Some(fixed), _) => fixed,
                (None, Modality::Done) => Modality::Done,
                (None, _) => Modality::Ongoing,
            },
            (Some(fixed), _) if said.is_realised() => fixed,
            // A stance is taken by being stated; only its own verb can put it into the past or the future.
            // Who works towards a thing backs it already.
            (_, Family::Verb) if rule.is_soft && said == Modality::Preparing => Modality::Ongoing,
            (_, Family::Verb) if rule.is_soft && !matches!(said, Modality::Possible | Modality::Hoped) => said,
            (_, Family::Predicate | Family::Agent) if mention.class & self.known.event != 0 => said,
            (..) if rule.is_soft => Modality::Ongoing,
            (_, family @ (Family::Preposition | Family::Adjective))
                if said == Modality::Done
                    && mention.class & self.known.event == 0
                    && (family == Family::Adjective && &*rule.relation != "memberOf"
                        || rule.relation.starts_with("has")) =>
            {
                Modality::Ongoing
            }
            _ => said,
        }
    }

    /// "We need the support of …", "We propose the establishment of …": the verb over the noun says that what the noun
    /// names is not there yet.
    fn intended(&self, path: &[Step], at: usize, rule: &Rule) -> Option<Modality> {
        // "has applied for membership in"
        let skipped = usize::from(path.get(at + 1).is_some_and(|s| self.lexicon.is(s.word, "for")));
        let verb = path.get(at + 1 + skipped).filter(|s| s.kind == StepKind::Verb)?;
        let set = self.rules.modality.by_lemma.get(&verb.lemma).copied()?;
        let joins = self.ontology.is_narrower(&rule.relation, "memberOf");
        match set {
            Modality::Urged => Some(set),
            Modality::Planned | Modality::Hoped | Modality::Preparing if joins => Some(set),
            Modality::Planned | Modality::Hoped if rule.modality == Some(Modality::Done) => Some(set),
            _ => None,
        }
    }

    /// "As a member of …, Norlandia will": the verb says nothing of the membership.
    fn is_under_as(&self, path: &[Step], at: usize) -> bool {
        // "as one of the founding members of"
        let one = path.get(at + 2).is_some_and(|s| self.lexicon.is(s.word, "one"));
        let above = path.get(if one { at + 3 } else { at + 1 });
        above.is_some_and(|s| s.kind == StepKind::Preposition && s.word == self.known.as_)
    }

    /// What is merely mentioned: an event is done, or planned where it is still to come; all else holds.
    pub(super) fn of_class(&self, sentence: &Analysed<'_>, mention: &Mention) -> Modality {
        if mention.class & self.known.event == 0 || mention.class & self.known.incident != 0 {
            return Modality::Ongoing;
        }
        let coming = sentence.chunk_of(mention).is_some_and(|chunk| self.is_coming(sentence, chunk));
        if coming { Modality::Planned } else { Modality::Done }
    }

    /// "its upcoming chairmanship"
    fn is_coming(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        (phrase.first..phrase.head).any(|t| self.rules.coming.contains(&sentence.words[t as usize]))
    }
}

impl Analysed<'_> {
    /// A link to what is mentioned, as far as the sentence alone settles it: holding, affirmed, a fact.
    pub(super) fn draft(&self, mention: &Mention, subject: u32, relation: Arc<str>, rule: Arc<str>) -> Draft {
        Draft {
            subject,
            relation,
            object: mention.thing,
            modality: Modality::Ongoing,
            polarity: Polarity::Affirmed,
            stated_by: self.speaker,
            place: self.place,
            rule,
            date: None,
            amount: None,
            weight: Weight::Fact,
            from_stem: false,
            mention: self.place_of(mention),
        }
    }
}
