//! What becomes of a match: the draft of a link, its relation, and how far the thing said is realised.

use std::sync::Arc;

use crate::clause::path::{Step, StepKind};
use crate::clause::{Chunk, ChunkKind, VerbForm};
use crate::extract::actor::Actor;
use crate::extract::quantity::{amount, date};
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::lexicon::Word;
use crate::link::{Modality, Polarity};
use crate::mention::Mention;
use crate::rule::Rule;
use crate::rule::pattern::{Family, Part};

use super::Candidate;

/// Nouns of steps by which a State becomes a party.
const STEPS: [&str; 5] = ["ratification", "accession", "signing", "signature", "adherence"];

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
        let denied = self.is_denied(sentence, candidate, verb.map(|v| v.chunk));
        let money = matches!(&*rule.relation, "assists" | "funds");
        // The date of a sentence is that of what its verb or noun says, not of what stands beside it.
        let dated = !rule.is_soft && matches!(found.pattern.family, Family::Verb | Family::Noun);
        let relation = self.narrowed(sentence, candidate);
        let said = self.over_participle(sentence, candidate, said);
        let realised = self.realised(sentence, candidate, said, reading);
        let realised = self.dated(sentence, candidate, realised, reading);
        // "We hope that the nuclear Powers will endorse it": their act, the speaker's stance.
        let others =
            rule.is_soft && subject == sentence.speaker && self.is_said_of_others(sentence, candidate, reading);
        // "did not withdraw from the Union": a member still.
        let stays = denied && polarity == Polarity::Negated && self.is_leaving(candidate);
        let realised = if stays { Modality::Ongoing } else { realised };
        let (relation, modality, denied) = match realised {
            _ if !others => (relation, realised, denied),
            Modality::Urged => (rule.relation.clone(), Modality::Urged, false),
            _ => (rule.relation.clone(), Modality::Ongoing, false),
        };
        Draft {
            modality,
            polarity: self.affirmed(sentence, candidate, polarity, denied),
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

    /// The narrower relation that the verb of the pattern says of the thing itself, or of its coming about; of "welcome the
    /// decision of the Union", the rule's own.
    fn narrowed(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> Arc<str> {
        let Candidate { path, found, rule, .. } = candidate;
        let head = found.pattern.head;
        let same = |(word, asked): (&Word, &Word)| word == asked || self.lexicon.lemma(*word) == *asked;
        let stands = |words: &[Word]| {
            !words.is_empty() && sentence.words.windows(words.len()).any(|w| w.iter().zip(words).all(same))
        };
        let comes = |s: &Step| s.kind != StepKind::Noun || self.rules.coming_about.contains(&s.lemma);
        let itself = &*rule.relation != "supports" || path[..found.between].iter().all(comes);
        let narrower = rule.narrower.iter().find(|n| itself && n.by.contains(&head) || stands(&n.when));
        narrower.map_or_else(|| rule.relation.clone(), |n| n.relation.clone())
    }

    /// How far the thing said is realised, given what the verb above says.
    fn realised(
        &self,
        sentence: &Analysed<'_>,
        candidate: Candidate<'_>,
        said: Modality,
        reading: &Reading,
    ) -> Modality {
        let Candidate { mention, path, found, rule } = candidate;
        if &*rule.relation == "mentions" {
            return self.of_class(sentence, mention, reading);
        }
        if let Some(modality) = self.advance(sentence, candidate) {
            return modality;
        }
        let is_event = mention.class & self.known.event != 0;
        match (rule.modality, found.pattern.family) {
            (Some(Modality::Urged), _) => Modality::Urged,
            _ if &*rule.relation == "affectedBy" => self.suffered(sentence, candidate, said, reading),
            (_, Family::Noun) if self.is_coming(sentence, path[found.at].chunk) => Modality::Planned,
            (Some(Modality::Done), Family::Noun) if self.is_going_on(sentence, path, found.at) => Modality::Preparing,
            (None, Family::Noun) if &*rule.relation == "memberOf" => self.of_member(sentence, path, found.at, said),
            (None, Family::Noun)
                if &*rule.relation == "partyTo"
                    && said == Modality::Ongoing
                    && self.lexicon.is_one_of(path[found.at].lemma, &STEPS)
                    && self.is_greeted(path, found.at) =>
            {
                Modality::Done
            }
            (fixed, Family::Noun) if self.is_under_as(path, found.at) => match (fixed, said) {
                // "served as President of", "offers to serve as"
                (Some(_), said) if self.served(path, found.at) => said,
                (Some(fixed), _) => fixed,
                (None, Modality::Done) => Modality::Done,
                (None, _) => Modality::Ongoing,
            },
            (Some(held), Family::Noun) if &*rule.relation == "chairs" => {
                // "Norlandia, Chair of X, will host": it is that already.
                let apposed = said == Modality::Planned && self.is_apposed_office(sentence, path[found.at].chunk);
                self.of_term(sentence, path, found.at, if said.is_realised() || apposed { held } else { said })
            }
            (_, Family::Agent) if &*rule.relation == "hasLaw" => self.stage(sentence, mention),
            // A law or plan by which something is done is there, whatever becomes of the deed.
            (_, Family::Preposition) if &*rule.relation == "hasLaw" => Modality::Done,
            (_, Family::Preposition) if &*rule.relation == "hasStrategy" => Modality::Ongoing,
            (_, Family::Verb) if said.is_realised() && self.is_in_the_making(sentence, path, found.at, rule) => {
                Modality::Preparing
            }
            (_, Family::Predicate | Family::Agent) if is_event => said,
            // "It is intolerable that Westmark should refuse"
            (_, Family::Agent)
                if said == Modality::Urged && self.ontology.is_narrower(&rule.relation, "criticises") =>
            {
                Modality::Ongoing
            }
            (Some(fixed), _) if said.is_realised() => fixed,
            // "The Council must play a role", "All should ensure the implementation of the Treaty".
            (_, Family::Predicate | Family::Agent) if rule.is_soft && said == Modality::Urged => said,
            (_, Family::Noun)
                if rule.is_soft
                    && said == Modality::Urged
                    && self.rules.carrying_out.contains(&path[found.at].lemma) =>
            {
                said
            }
            (_, Family::Verb) if rule.is_soft && said == Modality::Ongoing && self.asks(sentence, path, found.at) => {
                Modality::Urged
            }
            // "is opposed to", "our commitment to stand by": how it is, not what was done or will be.
            (_, Family::Verb) if rule.is_soft && self.is_attitude(sentence, candidate, said) => Modality::Ongoing,
            // "We would welcome it if", not "I take the opportunity to welcome"
            (_, Family::Verb)
                if said == Modality::Possible
                    && rule.is_soft
                    && self.has_word(sentence, path[found.at].chunk, "would")
                    && self.lexicon.is_one_of(path[found.at].lemma, &["welcome", "appreciate"]) =>
            {
                Modality::Urged
            }
            // A stance is taken by being stated; only its own verb can put it into the past or the future.
            // Who works towards a thing backs it already.
            (_, Family::Verb) if rule.is_soft && said == Modality::Preparing => Modality::Ongoing,
            (_, Family::Verb) if rule.is_soft && !matches!(said, Modality::Possible | Modality::Hoped) => said,
            // "would be a welcome step"
            (_, Family::Predicate)
                if rule.is_soft
                    && said == Modality::Possible
                    && self.has_word(sentence, path[found.at].chunk, "would") =>
            {
                said
            }
            (..) if rule.is_soft => Modality::Ongoing,
            (_, Family::Verb | Family::Adjective)
                if said == Modality::Ongoing
                    && matches!(&*rule.relation, "hasStrategy" | "hasLaw")
                    && sentence.chunk_of(mention).is_some_and(|c| self.is_made(sentence, c)) =>
            {
                Modality::Done
            }
            (_, family @ (Family::Preposition | Family::Adjective))
                if said == Modality::Done
                    && !is_event
                    // "financed by the Union" tells of a deed, "committed to it" of how one is.
                    && !(&*rule.relation == "cooperatesWith" && found.pattern.rest == [Part::Preposition(self.known.by)])
                    && (family == Family::Adjective && &*rule.relation != "memberOf"
                        || rule.relation.starts_with("has")) =>
            {
                Modality::Ongoing
            }
            _ => said,
        }
    }

    /// "Norlandia, Chair of X,": whether the noun `chunk` tells between commas what the one before is.
    fn is_apposed_office(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let comma = |c: &Chunk| c.kind == ChunkKind::Comma;
        let phrase = sentence.chunk(chunk);
        let offices = ["chair", "chairman", "chairperson", "president", "cochair", "coordinator"];
        let named = chunk.checked_sub(2).and_then(|c| sentence.mention_of(c));
        named.is_some_and(|m| m.class & self.known.state != 0)
            && comma(sentence.chunk(chunk - 1))
            && self.lexicon.is_one_of(phrase.lemma, &offices)
    }

    /// What a noun says of being in a body: an admission that is greeted has happened; a member that acts is one.
    fn of_member(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, said: Modality) -> Modality {
        let said = self.of_term(sentence, path, at, said);
        if said == Modality::Ongoing && self.is_aim(sentence, &path[at..]) {
            return Modality::Hoped;
        }
        // "will mark the anniversary of our membership"
        if path[at..].iter().any(|s| self.lexicon.is(s.lemma, "anniversary")) && !said.is_realised() {
            return Modality::Done;
        }
        // "as an incoming member"
        let noun = sentence.chunk(path[at].chunk);
        let coming = |w: &Word| self.lexicon.is_one_of(*w, &["incoming", "future"]);
        if sentence.words[noun.first as usize..noun.head as usize].iter().any(coming) {
            return Modality::Planned;
        }
        let Some(above) = path.get(at + 1) else { return said };
        // "is on the path to membership of"
        let way =
            |s: &Step| s.kind == StepKind::Noun && self.lexicon.is_one_of(s.lemma, &["path", "road", "way", "journey"]);
        if path[at + 1..].iter().take(2).any(way) {
            return Modality::Hoped;
        }
        let entry = ["admission", "accession", "election", "entry", "readmission"];
        if path[at..].iter().take(4).any(|s| self.lexicon.is_one_of(s.lemma, &entry)) {
            return if said == Modality::Ongoing && self.is_greeted(path, at) { Modality::Done } else { said };
        }
        let acts = |s: &Step| !self.rules.being.contains(&s.lemma);
        if self.is_under_as(path, at) {
            // "As a member, Norlandia has worked", but "has been chosen as a member"
            let verb = path[at..].iter().find(|s| s.kind == StepKind::Verb || s.kind == StepKind::SubjectOf);
            let serves =
                said == Modality::Done && (!self.is_perfect(sentence, path, at) || verb.is_some_and(|v| !acts(v)));
            return if serves { Modality::Done } else { Modality::Ongoing };
        }
        let beside = ["along_with", "together_with", "alongside", "with", "through"];
        let noun = path[at].chunk;
        // "Norlandia, a member of X, has"
        let apposed = noun.checked_sub(1).is_some_and(|c| sentence.chunk(c).kind == ChunkKind::Comma);
        match above.kind {
            StepKind::SubjectOf if acts(above) && self.lexicon.is(path[at].lemma, "member") => Modality::Ongoing,
            StepKind::Noun if apposed && sentence.mention_of(above.chunk).is_some() => Modality::Ongoing,
            StepKind::Preposition if self.lexicon.is_one_of(above.word, &beside) => Modality::Ongoing,
            _ => said,
        }
    }

    /// "welcome the accession of Norlandia": what is greeted has happened.
    pub(super) fn is_greeted(&self, path: &[Step], at: usize) -> bool {
        path[at + 1..].iter().take(7).any(|s| {
            self.lexicon.is_one_of(s.lemma, &["welcome", "congratulation"]) || self.rules.credits.contains(&s.lemma)
        })
    }

    /// "The establishment of an agency is under way": what is said of the noun at step `at`, the subject.
    fn is_going_on(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let Some(verb) = path.get(at + 1).filter(|s| s.kind == StepKind::SubjectOf) else { return false };
        let after = &sentence.clause.chunks[verb.chunk as usize + 1..];
        let way = |pair: &[Chunk]| {
            self.lexicon.is_one_of(pair[0].word, &["under", "in"])
                && self.lexicon.is_one_of(pair[1].word, &["way", "progress", "process", "preparation"])
        };
        let said = after.first().is_some_and(|c| self.lexicon.is_one_of(c.word, &["underway", "ongoing"]));
        self.rules.being.contains(&verb.lemma) && (said || after.get(..2).is_some_and(way))
    }

    /// "is drafting a law": the thing is not there yet.
    fn is_in_the_making(&self, sentence: &Analysed<'_>, path: &[Step], at: usize, rule: &Rule) -> bool {
        let own = ["hasLaw", "hasStrategy", "hasBody"].iter().any(|r| self.ontology.is_narrower(&rule.relation, r));
        let verb = path[at].chunk;
        // "by developing a plan" says nothing of how far it is; "began developing", "in the process of developing" do.
        let over = sentence.clause.parent[verb as usize].map(|(p, _)| sentence.chunk(p));
        let begun = over.is_some_and(|o| o.kind == ChunkKind::Verb || self.lexicon.is(o.word, "in_the_process_of"));
        // "removed from the list, having enacted a law"
        let over = self.lexicon.is(sentence.words[sentence.chunk(verb).first as usize], "having");
        let under_way = sentence.chunk(verb).verb.is_some_and(|v| match v.form {
            VerbForm::Present | VerbForm::Infinitive => true,
            VerbForm::Gerund => begun && !over,
            _ => v.is_progressive,
        });
        // "is being set up"
        let built = self.has_word(sentence, verb, "being") && self.is_to_be_completed(sentence, path[at].chunk);
        own && (built || under_way && self.rules.making.contains(&path[at].lemma))
    }

    fn is_attitude(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, said: Modality) -> bool {
        let Candidate { path, found, rule, .. } = candidate;
        let participle = sentence.chunk(path[found.at].chunk).verb.is_some_and(|v| v.form == VerbForm::Participle);
        let opposed = participle && self.ontology.is_narrower(&rule.relation, "criticises");
        let committed = path[found.at + 1..].iter().take(3).any(|s| self.lexicon.is(s.lemma, "commitment"));
        said == Modality::Done && opposed || said == Modality::Planned && committed
    }

    fn has_word(&self, sentence: &Analysed<'_>, chunk: u32, word: &str) -> bool {
        let chunk = sentence.chunk(chunk);
        (chunk.first..chunk.last).any(|t| self.lexicon.is(sentence.words[t as usize], word))
    }

    /// "We encourage the Council to act"
    fn asks(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let passive = sentence.chunk(path[at].chunk).verb.is_some_and(|v| v.is_passive);
        !passive && self.rules.modality.by_lemma.get(&path[at].lemma) == Some(&Modality::Urged)
    }

    pub(super) fn is_perfect(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let verb = path[at..].iter().find_map(|s| sentence.chunk(s.chunk).verb);
        verb.is_some_and(|v| v.form == VerbForm::Perfect)
    }

    /// "will host a conference organized with X": the verb over a participle says whether it is to come.
    fn over_participle(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, said: Modality) -> Modality {
        let Candidate { path, found, .. } = candidate;
        let reduced = matches!(found.pattern.family, Family::Adjective | Family::Verb)
            && sentence.chunk(path[found.at].chunk).verb.is_some_and(|v| v.form == VerbForm::Participle);
        let over = path[found.at + 1..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        let over = over.filter(|_| reduced && said == Modality::Done).map(|v| self.modality_of(sentence, v.chunk).0);
        over.filter(|m| !m.is_realised()).unwrap_or(said)
    }

    /// "We need the support of …", "We propose the establishment of …": the verb over the noun says that what the noun
    /// names is not there yet.
    pub(super) fn intended(&self, path: &[Step], at: usize, rule: &Rule) -> Option<Modality> {
        // "has applied for membership in"
        // "aspires to membership in"
        let joint = path.get(at + 1).filter(|s| s.kind == StepKind::Preposition);
        let skipped = usize::from(joint.is_some_and(|s| self.lexicon.is_one_of(s.word, &["for", "to"])));
        let above = path.get(at + 1 + skipped)?;
        let joins = self.ontology.is_narrower(&rule.relation, "memberOf");
        // "supports the admission of X to": it is not there yet.
        let backed = self.lexicon.is_one_of(above.lemma, &["support", "favour", "favor", "advocate", "oppose"])
            || self.lexicon.is(above.word, "in_favour_of");
        if backed && (joins || &*rule.relation == "partyTo") {
            return Some(Modality::Hoped);
        }
        let set = self.rules.modality.by_lemma.get(&above.lemma).copied()?;
        // "its candidacy for a seat on"
        if above.kind != StepKind::Verb {
            // "our call for the membership of X in": so far it is none.
            let asked = matches!(set, Modality::Hoped | Modality::Urged);
            return (joins && skipped == 1 && asked).then_some(Modality::Hoped);
        }
        // "the measures required for accession to"
        let needed = path.get(at + 2 + skipped).is_some_and(|s| s.kind == StepKind::Noun && self.is_step(s.lemma));
        match set {
            Modality::Urged if needed && !joins => Some(Modality::Preparing),
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
            leaning: None,
        }
    }
}
