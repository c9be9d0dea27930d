//! How far the thing said is realised, and whether it is denied: from the verb groups above the mention.

use crate::clause::{ChunkKind, Force, Role, VerbForm, VerbGroup};
use crate::lexicon::{Classes, Word};
use crate::link::{Modality, Polarity};
use crate::token::Kind;

use super::Extractor;
use super::sentence::Analysed;

/// Nouns of what is not done: "the refusal of Norlandia to sign".
const REFUSALS: [&str; 6] = ["refusal", "reluctance", "unwillingness", "inability", "unable", "incapable"];

/// Verbs that deny by themselves: "has never wavered".
const FALTERING: [&str; 13] = [
    "waver", "falter", "fail", "cease", "doubt", "forget", "diminish", "weaken", "abandon", "neglect", "overlook",
    "relent", "hesitate",
];

/// Adverbs with which what has been done is done still: "has always supported".
const STEADILY: [&str; 5] = ["always", "long", "consistently", "traditionally", "continuously"];

/// Adverbs with which a participle tells of the present: "currently chaired by".
const NOW: [&str; 4] = ["currently", "presently", "now", "still"];

/// Verbs that hold on to what they govern, in whatever tense.
const LASTING: [&str; 3] = ["continue", "remain", "keep"];

/// What is possible by these, in the past, was done: "we had the opportunity to address".
const SEIZED: [&str; 6] = ["able", "opportunity", "chance", "enable", "allow", "permit"];

/// Verbs that are not denied by "cannot": "we cannot emphasize this enough".
const BEYOND_MEASURE: [&str; 7] =
    ["emphasize", "overemphasize", "overstate", "overestimate", "underestimate", "stress", "exaggerate"];

/// Nouns of what somebody wants to reach.
pub(super) const AIMS: [&str; 7] = ["goal", "aim", "objective", "priority", "aspiration", "ambition", "dream"];

impl Extractor {
    /// "has refused to sign", "has yet to sign": an infinitive of what is not done.
    fn is_refused(&self, sentence: &Analysed<'_>, verb: u32, group: VerbGroup) -> bool {
        let Some((host, _)) = sentence.clause.parent[verb as usize].filter(|_| group.form == VerbForm::Infinitive)
        else {
            return false;
        };
        let Some(refused) = sentence.chunk(host).verb else {
            // "Norlandia's refusal to sign"
            let words = [sentence.chunk(host).lemma, sentence.chunk(host).word];
            return words.iter().any(|w| self.lexicon.is_one_of(*w, &REFUSALS));
        };
        let host = sentence.chunk(host);
        let between = sentence.words.get(host.last as usize..sentence.chunk(verb).first as usize).unwrap_or_default();
        let yet = self.lexicon.is(host.lemma, "have") && between.iter().any(|w| self.lexicon.is(*w, "yet"));
        let plain = !refused.is_negated && refused.force == Force::Plain;
        // "if we fail to act": only what has failed is not done.
        let failed = matches!(refused.form, VerbForm::Past | VerbForm::Perfect)
            && self.lexicon.is_one_of(host.lemma, &["fail", "neglect"]);
        yet || plain && (failed || self.lexicon.is_one_of(host.lemma, &["refuse", "decline"]))
    }

    /// "does not intend to sign", "has no plans to join", "is not able to host": what nobody is set on or able to do.
    fn is_unintended(&self, sentence: &Analysed<'_>, verb: u32, group: VerbGroup) -> bool {
        let unsettled = |w: Word| {
            let set = self.rules.modality.by_lemma.get(&w);
            matches!(set, Some(Modality::Planned | Modality::Hoped | Modality::Possible))
        };
        // "far from opposing"
        let from = sentence.clause.parent[verb as usize].map(|(p, _)| sentence.chunk(p).first as usize);
        let far = from.filter(|&t| t > 0 && self.lexicon.is(sentence.words[t], "from"));
        if far.is_some_and(|t| self.lexicon.is(sentence.words[t - 1], "far")) {
            return group.form == VerbForm::Gerund;
        }
        let mut here = verb;
        let mut set_on = false;
        for _ in 0..5 {
            let above = sentence.clause.parent[here as usize].filter(|p| p.1 != Role::Subject && p.0 < verb);
            let Some((above, _)) = above.filter(|_| matches!(group.form, VerbForm::Infinitive | VerbForm::Gerund))
            else {
                return false;
            };
            let chunk = sentence.chunk(above);
            set_on |= unsettled(chunk.lemma) || chunk.kind == ChunkKind::Adjective && unsettled(chunk.word);
            match chunk.verb {
                Some(group) => return set_on && group.is_negated && group.force == Force::Plain,
                None if chunk.kind == ChunkKind::Noun && !set_on => return false,
                None => {}
            }
            let none = self.lexicon.is(sentence.words[chunk.first as usize], "no");
            if set_on && none && chunk.kind == ChunkKind::Noun {
                return true;
            }
            here = above;
        }
        false
    }

    /// "Neither Norlandia nor Westmark has signed": the verb says it of none of them.
    fn is_neither(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let Some(subject) = sentence.clause.subject[verb as usize] else { return false };
        let first = sentence.chunk(subject).first as usize;
        let words = &sentence.words[first.saturating_sub(1)..=first];
        let said =
            first > 0 && self.lexicon.is(words[0], "neither") || self.lexicon.is(words[words.len() - 1], "neither");
        said && subject < verb
    }

    /// Modality and polarity of what verb group `verb` governs.
    pub(super) fn modality_of(&self, sentence: &Analysed<'_>, verb: u32) -> (Modality, Polarity) {
        let chunk = sentence.chunk(verb);
        let Some(group) = chunk.verb else { return (Modality::Ongoing, Polarity::Affirmed) };
        // "cannot emphasize enough", "could not overstate": no denial.
        let enough = group.force == Force::Possibility && self.lexicon.is_one_of(chunk.lemma, &BEYOND_MEASURE);
        // "has never wavered": two denials in one.
        let steady = self.lexicon.is_one_of(chunk.lemma, &FALTERING);
        // "would not have been possible without"
        let near = sentence.clause.chunks.iter().skip(verb as usize + 1).take(3);
        let without = group.is_negated && near.into_iter().any(|c| self.lexicon.is(c.word, "without"));
        let denied = group.is_negated && !without
            || self.is_neither(sentence, verb)
            || self.is_refused(sentence, verb, group)
            || self.is_unable(sentence, verb, group)
            || self.is_unintended(sentence, verb, group);
        let polarity = if denied && !enough && !steady { Polarity::Negated } else { Polarity::Affirmed };
        if self.is_uttered(sentence, verb, group) {
            return (Modality::Ongoing, polarity);
        }
        let likes = chunk.lemma == self.known.like;
        let modality = match self.force(sentence, verb, group) {
            // "would like", "should like"
            Force::Possibility | Force::Obligation if likes => Modality::Ongoing,
            Force::Future => Modality::Planned,
            Force::Obligation => Modality::Urged,
            Force::Possibility => Modality::Possible,
            // "its adoption is expected by the end of the year"
            Force::Plain if group.is_passive && self.rules.expected.contains(&chunk.lemma) => Modality::Planned,
            Force::Plain => match group.form {
                VerbForm::Perfect
                    if group.is_progressive
                        || self.has_adverb(sentence, verb, &STEADILY)
                        || self.lasts_until_now(sentence, chunk.lemma) =>
                {
                    Modality::Ongoing
                }
                // "having sent an expert", "proud to have hosted"
                VerbForm::Infinitive | VerbForm::Gerund if self.has_adverb(sentence, verb, &["having", "have"]) => {
                    if self.lexicon.is(chunk.lemma, "have") {
                        return (self.governed(sentence, verb), polarity);
                    }
                    Modality::Done
                }
                VerbForm::Participle if self.has_adverb(sentence, verb, &NOW) => Modality::Ongoing,
                VerbForm::Past | VerbForm::Perfect | VerbForm::Participle => Modality::Done,
                // "demand that Norlandia accede"
                VerbForm::Present if self.is_demanded(sentence, verb) => Modality::Urged,
                VerbForm::Present if self.is_past_alike(sentence, verb) => Modality::Done,
                VerbForm::Present if self.is_seen(sentence, verb) => return (self.governed(sentence, verb), polarity),
                VerbForm::Present => Modality::Ongoing,
                // "the conference to be hosted by"
                VerbForm::Infinitive if group.is_passive && self.modifies_noun(sentence, verb) => Modality::Planned,
                VerbForm::Infinitive if self.is_due(sentence, verb) => Modality::Planned,
                VerbForm::Infinitive | VerbForm::Gerund => return (self.governed(sentence, verb), polarity),
            },
        };
        (modality, polarity)
    }

    /// "An agency is to be set up", "Norlandia is to host": what is due; "our aim is to join" tells what the aim is.
    pub(super) fn is_due(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let clause = &sentence.clause;
        let Some(above) = verb.checked_sub(1) else { return false };
        let first = clause.subject[above as usize].unwrap_or(above);
        // "if the Union is to be reformed", "is yet to be reformed"
        let before = sentence.clause.chunks[..first as usize].iter().rev().take_while(|c| c.verb.is_none());
        let range = sentence.chunk(above).first as usize..sentence.chunk(verb).last as usize;
        let mut near = before.map(|c| c.word).chain(sentence.words[range].iter().copied());
        let is = !near.any(|w| self.lexicon.is_one_of(w, &["if", "yet"]))
            && sentence.chunk(above).verb.is_some_and(|v| v.form == VerbForm::Present && !v.is_negated)
            && self.lexicon.is(sentence.chunk(above).lemma, "be")
            && clause.parent[verb as usize].is_some_and(|(p, _)| p == above);
        let infinitive = sentence.chunk(verb).verb.filter(|v| is && v.form == VerbForm::Infinitive);
        infinitive.is_some_and(|v| {
            let subject = clause.subject[above as usize].map(|s| sentence.chunk(s));
            v.is_passive || subject.is_some_and(|s| s.mention.is_some() || self.known.first_person.contains(&s.word))
        })
    }

    /// "The Government set up an agency": a base form that is also the past, with a subject that wants an -s; "we set up an
    /// agency": nobody does so all the time.
    fn is_past_alike(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let chunk = sentence.chunk(verb);
        let word = sentence.words[chunk.first as usize];
        let subject = sentence.clause.subject[verb as usize].map(|s| sentence.chunk(s));
        let single = chunk.verb.is_some_and(|v| !v.is_passive && !v.is_negated)
            && self.lexicon.classes(word).any(Classes::PAST)
            && self.lexicon.classes(word).any(Classes::BASE);
        single
            && subject.is_some_and(|s| {
                let wants_s = s.kind == ChunkKind::Noun && !s.is_plural && !self.known.first_person.contains(&s.word);
                wants_s || self.lexicon.is(word, "set")
            })
    }

    /// "We hope to see Westmark become a member": the bare verb under "see" is as real as the seeing.
    fn is_seen(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let chunk = sentence.chunk(verb);
        let above = sentence.clause.parent[verb as usize].map(|(p, _)| sentence.chunk(p));
        chunk.word == chunk.lemma
            && above.is_some_and(|a| {
                self.lexicon.is(a.lemma, "see") && a.verb.is_some_and(|v| v.form == VerbForm::Infinitive)
            })
    }

    /// "I must thank", "it should be stressed that", "allow me to express": what is said to be due is done by saying it.
    fn is_uttered(&self, sentence: &Analysed<'_>, verb: u32, group: VerbGroup) -> bool {
        let subject = sentence.clause.subject[verb as usize].map(|s| sentence.chunk(s));
        // "mention should be made of"
        let words = [Some(sentence.chunk(verb).lemma), subject.map(|s| s.lemma).filter(|_| group.is_passive)];
        let says = words.into_iter().flatten().any(|w| self.rules.uttered.contains(&w));
        // "I must recognize and thank"
        let obliged = self.force(sentence, verb, group) == Force::Obligation;
        let due = obliged && (group.is_passive || subject.is_none_or(|s| self.known.first_person.contains(&s.word)));
        // "My country must salute": the State that speaks.
        let own = subject
            .and_then(|s| s.mention)
            .is_some_and(|m| obliged && sentence.mentions[m as usize].thing == sentence.speaker);
        let infinitive = group.force == Force::Plain && group.form == VerbForm::Infinitive;
        says && (due || own || infinitive)
    }

    /// The modal force of a verb group: its own, or that of the verb to which it is joined: "will sign and ratify".
    fn force(&self, sentence: &Analysed<'_>, verb: u32, group: VerbGroup) -> Force {
        let clause = &sentence.clause;
        let chunk = sentence.chunk(verb);
        let joined = verb.checked_sub(1).is_some_and(|c| sentence.chunk(c).kind == ChunkKind::Coordinator);
        let bare = group.force == Force::Plain && group.form == VerbForm::Present && !group.is_progressive;
        if !joined || !bare || chunk.last - chunk.first > 1 || chunk.word != chunk.lemma {
            return group.force;
        }
        let before = (0..verb).rev().find(|&v| sentence.chunk(v).verb.is_some());
        let same = before.filter(|&v| clause.subject[v as usize] == clause.subject[verb as usize]);
        same.and_then(|v| sentence.chunk(v).verb).map_or(group.force, |v| v.force)
    }

    fn has_adverb(&self, sentence: &Analysed<'_>, verb: u32, adverbs: &[&str]) -> bool {
        let chunk = sentence.chunk(verb);
        (chunk.first..chunk.last).any(|t| self.lexicon.is_one_of(sentence.words[t as usize], adverbs))
    }

    /// "since 1992", "for more than forty years": with the perfect, what is done still.
    /// "Since its founding" too, of what somebody is rather than does.
    fn lasts_until_now(&self, sentence: &Analysed<'_>, verb: Word) -> bool {
        let words = sentence.words;
        let stands = self.lexicon.is_one_of(
            verb,
            &["be", "belong", "serve", "participate", "cooperate", "work", "support", "contribute", "host", "chair"],
        );
        let spans = |w: &Word| self.lexicon.is_one_of(*w, &["years", "decades", "centuries", "months"]);
        (0..words.len()).any(|at| {
            let after = &words[at + 1..words.len().min(at + 7)];
            let year = sentence.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Number);
            let since = self.lexicon.is(words[at], "since");
            let its =
                || words.get(at + 1).is_some_and(|w| self.lexicon.is_one_of(*w, &["its", "our", "their", "then"]));
            since && (year || stands && its()) || self.lexicon.is(words[at], "for") && after.iter().any(spans)
        })
    }

    fn modifies_noun(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        sentence.clause.parent[verb as usize].is_some_and(|(p, _)| sentence.chunk(p).kind == ChunkKind::Noun)
    }

    /// Modality of an infinitive or -ing form: set by the verb, adjective or noun on which it hangs.
    fn governed(&self, sentence: &Analysed<'_>, verb: u32) -> Modality {
        let mut here = verb;
        let mut by_means = false;
        let mut credited = false;
        // "While paying tribute to X, we appeal for": what goes before the verb is no object of it.
        let before = sentence.clause.parent[verb as usize]
            .filter(|&(p, role)| p > verb && role != Role::Subject)
            .map(|(p, _)| p);
        let is_gerund = sentence.chunk(verb).verb.is_some_and(|v| v.form == VerbForm::Gerund);
        if let Some(main) = before.filter(|&p| is_gerund && sentence.chunk(p).kind == ChunkKind::Verb) {
            let past = sentence.chunk(main).verb.is_some_and(|v| v.form == VerbForm::Past && v.force == Force::Plain);
            return if past { Modality::Done } else { Modality::Ongoing };
        }
        if let Some(modality) = self.preceding(sentence, verb).filter(|_| is_gerund) {
            return modality;
        }
        if let Some(modality) = self.aimed_at(sentence, verb).or_else(|| self.undertaken(sentence, verb)) {
            return modality;
        }
        for _ in 0..6 {
            let Some((parent, _)) = sentence.clause.parent[here as usize] else { break };
            let chunk = sentence.chunk(parent);
            // "has spared no effort in pursuing": it is pursued.
            if self.lexicon.is(chunk.lemma, "effort") && self.lexicon.is(sentence.words[chunk.first as usize], "no") {
                return Modality::Ongoing;
            }
            // "will celebrate the anniversary of joining"
            if self.lexicon.is(chunk.lemma, "anniversary") {
                return Modality::Done;
            }
            // "works for peace by supporting X": the support is no mere preparation.
            by_means |= chunk.word == self.known.by;
            let words = [chunk.lemma, chunk.word];
            // "tribute to the efforts of Norlandia for hosting": it has hosted.
            credited |= self.lexicon.is(sentence.chunk(here).word, "for");
            let whose = || sentence.clause.chunks.get(parent as usize + 1).is_some_and(|c| c.word == self.known.of);
            if credited && self.lexicon.is(chunk.lemma, "effort") && whose() {
                return Modality::Done;
            }
            let set = words.iter().find_map(|w| self.rules.modality.by_lemma.get(w)).filter(|_| !by_means);
            // "is taking the measures to ratify", "a bill to establish"
            let pends = self.is_law(sentence, parent) && !self.is_passed(sentence, parent);
            let leads = pends && self.is_to_be_completed(sentence, verb) || self.leads_to(chunk.lemma, sentence, verb);
            let set = set.or((leads && !by_means).then_some(&Modality::Preparing));
            if let Some(&modality) = set {
                let begun = self.is_only_begun(sentence, verb, parent, modality);
                let modality = if begun { Modality::Preparing } else { modality };
                return self.placed_in_time(sentence, parent, chunk.lemma, modality);
            }
            if chunk.kind == ChunkKind::Verb {
                return self.modality_of(sentence, parent).0;
            }
            here = parent;
        }
        Modality::Ongoing
    }

    /// "Our aim is to join": what the subject of the verb says of the infinitive behind it.
    fn aimed_at(&self, sentence: &Analysed<'_>, verb: u32) -> Option<Modality> {
        let (copula, _) = sentence.clause.parent[verb as usize].filter(|(p, _)| *p < verb)?;
        let is = self.lexicon.is_one_of(sentence.chunk(copula).lemma, &["be", "remain"]);
        let infinitive = sentence.chunk(verb).verb.is_some_and(|v| v.form == VerbForm::Infinitive);
        let subject = sentence.clause.subject[copula as usize].filter(|_| is && infinitive)?;
        let noun = sentence.chunk(subject).lemma;
        let set = self.rules.modality.by_lemma.get(&noun).copied();
        let set = set.filter(|m| matches!(m, Modality::Planned | Modality::Hoped));
        set.or_else(|| self.lexicon.is_one_of(noun, &AIMS).then_some(Modality::Hoped))
    }

    /// Whether the verb at or right above chunk `governing` is a perfect infinitive: "to have been".
    fn is_perfect_over(&self, sentence: &Analysed<'_>, governing: u32) -> bool {
        let above = sentence.clause.parent[governing as usize].map(|(p, _)| p);
        let verb = [Some(governing), above].into_iter().flatten().find(|&c| sentence.chunk(c).verb.is_some());
        verb.is_some_and(|v| {
            self.has_adverb(sentence, v, &["have"]) && !self.lexicon.is(sentence.chunk(v).lemma, "have")
        })
    }

    /// "Since joining X, we have tried": what comes before is done, unless all is to come.
    fn preceding(&self, sentence: &Analysed<'_>, verb: u32) -> Option<Modality> {
        let (preposition, _) = sentence.clause.parent[verb as usize].filter(|p| p.0 < verb)?;
        let (main, _) = sentence.clause.parent[preposition as usize].filter(|p| p.0 > verb)?;
        let before = self.lexicon.is_one_of(sentence.chunk(preposition).word, &["since", "after", "upon"]);
        let coming = sentence.chunk(main).verb.filter(|_| before)?.force != Force::Plain;
        Some(if coming { self.modality_of(sentence, main).0 } else { Modality::Done })
    }

    /// What the tense over a governing word makes of it: "was able to", "were proud to" tell of what was done, "must
    /// continue to" of what is due.
    fn placed_in_time(&self, sentence: &Analysed<'_>, governing: u32, lemma: Word, modality: Modality) -> Modality {
        let mut here = Some(governing);
        let verb = (0..3).find_map(|_| {
            let chunk = here?;
            here = sentence.clause.parent[chunk as usize].map(|(p, _)| p);
            sentence.chunk(chunk).verb.map(|group| (group, sentence.chunk(chunk).lemma))
        });
        let Some((group, verb)) = verb else { return modality };
        // "pleased to have been able to"
        let perfect = group.form == VerbForm::Infinitive && self.is_perfect_over(sentence, governing);
        let past = group.force == Force::Plain && (perfect || matches!(group.form, VerbForm::Past | VerbForm::Perfect));
        let lasts = self.lexicon.is_one_of(lemma, &LASTING);
        match modality {
            _ if group.is_negated => modality,
            Modality::Possible if past && self.lexicon.is_one_of(lemma, &SEIZED) => Modality::Done,
            // "I take this opportunity to thank": whoever takes it does it.
            Modality::Possible
                if group.force == Force::Plain
                    && self.lexicon.is_one_of(lemma, &["opportunity", "chance", "occasion"])
                    && self.lexicon.is_one_of(verb, &["take", "seize", "use", "avail"]) =>
            {
                Modality::Ongoing
            }
            Modality::Ongoing if past && !lasts => Modality::Done,
            Modality::Ongoing if !lasts => modality,
            Modality::Ongoing | Modality::Preparing | Modality::Planned if group.force == Force::Obligation => {
                Modality::Urged
            }
            Modality::Preparing if group.force == Force::Future => Modality::Planned,
            // "has completed the procedures for joining"
            Modality::Preparing
                if past && self.lexicon.is_one_of(verb, &["complete", "conclude", "finish", "finalize"]) =>
            {
                Modality::Done
            }
            _ => modality,
        }
    }
}
