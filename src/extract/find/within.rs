//! Who is within a body: what is said of its members, or of who is to enter it, is not said of the body; aims of membership,
//! terms of office.

use crate::clause::ChunkKind;
use crate::clause::path::{Step, StepKind};
use crate::extract::actor::Actor;
use crate::extract::modality::AIMS;
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::mention::Mention;

impl Extractor {
    /// "together with other Union member States", "as a Union member", "our Union allies": whoever has fellows is a member.
    pub(super) fn is_of_fellows(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        let stands = |list: &[&str]| {
            (phrase.first..=phrase.head).any(|t| self.lexicon.is_one_of(sentence.words[t as usize], list))
        };
        let speaks = || {
            sentence.mentions.iter().any(|m| m.thing == sentence.speaker)
                || sentence.words.iter().any(|w| self.known.first_person.contains(w))
        };
        if mention.class & self.known.organisation != 0 && self.is_of_other_lands(sentence, mention, chunk) && speaks()
        {
            return true;
        }
        mention.class & self.known.organisation != 0
            && phrase.mention.is_none_or(|m| sentence.mentions[m as usize].thing != mention.thing)
            && (stands(&["other", "fellow"]) && stands(&["member", "members"])
                || self.is_as_member(sentence, chunk)
                || self.lexicon.is(phrase.lemma, "ally") && self.owner_of(sentence, chunk) == Some(Actor::Speaker))
            && speaks()
    }

    /// "together with other countries of the Union": whoever says "other" is one of them.
    fn is_of_other_lands(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32) -> bool {
        let parents = &sentence.clause.parent;
        let head = sentence.chunk(chunk).mention.is_some_and(|m| sentence.mentions[m as usize].thing == mention.thing);
        let of = parents[chunk as usize].map(|(p, _)| p).filter(|&p| head && sentence.chunk(p).word == self.known.of);
        let Some((lands, _)) = of.and_then(|of| parents[of as usize]) else { return false };
        let phrase = sentence.chunk(lands);
        let lands_of = self.lexicon.is_one_of(phrase.lemma, &["country", "state", "nation"]) && phrase.is_plural;
        let with = parents[lands as usize].map(|(p, _)| sentence.chunk(p).word);
        let with = with.is_some_and(|w| self.known.beside.contains(&w) || self.lexicon.is_one_of(w, &["with", "like"]));
        let other = (phrase.first..phrase.head)
            .any(|t| self.lexicon.is_one_of(sentence.words[t as usize], &["other", "fellow"]));
        lands_of && with && other
    }

    /// "As a Union member, we …": what the State that speaks is by its own words.
    fn is_as_member(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        let above = sentence.clause.parent[chunk as usize].map(|(above, _)| sentence.chunk(above));
        self.lexicon.is_one_of(phrase.lemma, &["member", "ally"])
            && !phrase.is_plural
            && above.is_some_and(|a| a.kind == ChunkKind::Preposition && a.word == self.known.as_)
    }

    /// "In the Union, we promote its measures", in an account of what is done at home: within what the State does it.
    pub(super) fn acts_within(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        chunk: u32,
        reading: &mut Reading,
    ) -> bool {
        let clause = &sentence.clause;
        let thing = reading.things.get(mention.thing);
        let classes = ["RegionalOrganisation", "Forum", "Alliance", "ExpertGroup"];
        // Working groups of all members are bodies of the United Nations.
        let common =
            classes.iter().any(|c| self.ontology.is_subclass(&thing.class, c)) || thing.label.contains("Working Group");
        let opens = chunk == 1
            && self.lexicon.is_one_of(sentence.chunk(0).word, &["in", "within"])
            && clause.chunks.get(2).is_some_and(|c| c.kind == ChunkKind::Comma || self.lexicon.is(c.word, "we"));
        if !opens || !reading.is_domestic || !common {
            return false;
        }
        let verb =
            clause.parent[0].map(|(verb, _)| verb).filter(|&v| sentence.chunk(v).verb.is_some_and(|v| !v.is_passive));
        let acts = verb.is_some_and(|v| self.subject_of(sentence, v, reading) == Actor::Speaker);
        if acts {
            let draft = sentence.draft(mention, sentence.speaker, "participatesIn".into(), "act-within".into());
            reading.drafts.push(Draft { weight: Weight::Soft, ..draft });
        }
        acts
    }

    /// "partnerships with member States of the Union", "with the people of": those of a body are not the body.
    pub(super) fn is_of_members(&self, sentence: &Analysed<'_>, mention: &Mention, between: &[Step]) -> bool {
        let those = ["state", "member", "country", "nation", "people", "government", "citizen"];
        let body = mention.class & self.known.state == 0;
        body && between.windows(2).any(|pair| {
            let of = pair[0].kind == StepKind::Preposition && pair[0].word == self.known.of;
            let noun = sentence.chunk(pair[1].chunk);
            of && !pair[0].is_example
                && pair[1].kind == StepKind::Noun
                && noun.mention.is_none()
                && (noun.is_plural || self.lexicon.is(noun.lemma, "people"))
                && self.lexicon.is_one_of(noun.lemma, &those)
        })
    }

    /// "support the inclusion of Westmark in the Union", "thank those who elected us to the Council": who is to be in a body is
    /// backed, not the body.
    pub(super) fn is_of_entry(&self, sentence: &Analysed<'_>, between: &[Step]) -> bool {
        let entries = [
            "inclusion",
            "admission",
            "membership",
            "participation",
            "representation",
            "accession",
            "election",
            "entry",
            "readmission",
            "integration",
            "reintegration",
            "candidature",
            "candidacy",
            "seat",
            "presence",
        ];
        let chosen = ["elect", "admit", "readmit", "choose", "reelect", "represent"];
        let [into, entry, rest @ ..] = between else { return false };
        let leads = into.kind == StepKind::Preposition
            && self.lexicon.is_one_of(into.word, &["in", "into", "to", "on", "within", "at"]);
        // "negotiations on the entry of Westmark into": the entry may stand at the end of a name.
        let phrase = sentence.chunk(entry.chunk);
        let last = self.lexicon.lemma(sentence.words[phrase.last as usize - 1]);
        let us = rest.first().filter(|_| entry.kind == StepKind::Noun && sentence.mention_of(entry.chunk).is_none());
        let is_chosen = [Some(entry), us].into_iter().flatten().any(|s| {
            // "trust in us to serve on the Council"
            let seated = self.lexicon.is(into.word, "on") && self.lexicon.is_one_of(s.lemma, &["serve", "sit"]);
            s.kind == StepKind::Verb && (seated || self.lexicon.is_one_of(s.lemma, &chosen))
        });
        let enters = [entry.lemma, last].iter().any(|w| self.lexicon.is_one_of(*w, &entries));
        leads && (entry.kind == StepKind::Noun && enters || is_chosen)
    }

    /// "Our goal is membership of": what is aimed at is not there.
    pub(super) fn is_aim(&self, sentence: &Analysed<'_>, path: &[Step]) -> bool {
        let verb = path.iter().find(|s| s.kind == StepKind::Verb);
        let subject = verb.and_then(|s| sentence.clause.subject[s.chunk as usize]);
        subject.is_some_and(|s| self.lexicon.is_one_of(sentence.chunk(s).lemma, &AIMS))
    }

    /// "served as President of", "acted as Chair of": the office is over with what the verb says.
    pub(super) fn served(&self, path: &[Step], at: usize) -> bool {
        path.get(at + 2).is_some_and(|s| s.kind == StepKind::Verb && self.lexicon.is_one_of(s.lemma, &["serve", "act"]))
    }

    /// "the ratification by nine members of the Union", "the work done in cooperation with the Union": those of a body, and
    /// those with whom a praised deed was done.
    pub(super) fn is_of_doers(&self, sentence: &Analysed<'_>, mention: &Mention, between: &[Step]) -> bool {
        let next = |a: &Step, b: &Step| a.chunk == b.chunk + 1;
        let by = between.get(2).is_some_and(|s| s.word == self.known.by)
            && next(&between[0], &between[1])
            && between.get(3).is_some_and(|s| s.kind == StepKind::Noun && !self.rules.deeds.contains(&s.lemma));
        let joint = ["cooperation", "coordination", "collaboration", "consultation", "conjunction", "association"];
        let beside = match between {
            [with, noun, in_, verb, ..] => {
                self.lexicon.is(with.word, "with")
                    && self.lexicon.is_one_of(noun.lemma, &joint)
                    && self.lexicon.is(in_.word, "in")
                    && verb.kind == StepKind::Verb
            }
            _ => false,
        };
        beside || self.is_elected(between) || by && self.is_of_members(sentence, mention, between)
    }

    /// "the ethnic Norlandians of the isles": a people, not the State.
    pub(super) fn is_ethnic(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let before = mention.first.checked_sub(1).map(|t| sentence.words[t as usize]);
        mention.class & self.known.state != 0 && before.is_some_and(|w| self.lexicon.is(w, "ethnic"))
    }

    /// "congratulate you on your election as Chair of the Committee": the body is only where he is to sit.
    pub(super) fn is_elected(&self, between: &[Step]) -> bool {
        let offices = ["chair", "chairperson", "chairman", "cochair", "vice-chair", "president", "member", "helm"];
        let [of, office, rest @ ..] = between else { return false };
        of.word == self.known.of
            && self.lexicon.is_one_of(office.lemma, &offices)
            && rest.iter().take(2).any(|s| self.lexicon.is_one_of(s.lemma, &["election", "appointment", "elect"]))
    }

    /// "commend him for his management of the Council": whoever led it.
    pub(super) fn is_led(&self, sentence: &Analysed<'_>, between: &[Step]) -> bool {
        let led = |noun: &Step| {
            self.lexicon.is_one_of(noun.lemma, &["stewardship", "management"])
                || self.is_of_person(sentence, noun.chunk)
                    && self.lexicon.is_one_of(
                        noun.lemma,
                        &["leadership", "presidency", "chairmanship", "guidance", "conduct", "direction", "handling"],
                    )
        };
        between.windows(2).any(|pair| pair[0].word == self.known.of && led(&pair[1]))
    }
}
