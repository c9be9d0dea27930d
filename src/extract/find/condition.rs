//! Whether a rule holds where its pattern leads to a mention: what the rule asks of the mention, the way and the clause.

use crate::clause::path::{Step, StepKind};
use crate::clause::{ChunkKind, Determiner, Force, Role, VerbForm};
use crate::extract::actor::Actor;
use crate::extract::quantity::amount;
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::lexicon::Word;
use crate::link::Modality;
use crate::mention::{Mention, Strength};
use crate::rule::pattern::{Family, Joints, admits};
use crate::rule::{Naming, Through};

use super::Candidate;

impl Extractor {
    /// Whether the mention is what the rule asks for, and the path lets the rule through.
    pub(super) fn holds(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>, reading: &Reading) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        if rule.object & mention.class == 0 {
            return false;
        }
        let described = mention.strength == Strength::Described;
        let does = matches!(found.pattern.family, Family::Agent | Family::Predicate);
        let others = described && !does && self.is_others_own(sentence, mention, reading);
        let named = match rule.naming {
            Naming::Any => true,
            Naming::Named => others || !described,
            Naming::Described => described,
        };
        let between = &path[..found.between];
        // Of what is no link by its name alone, only what is said of it itself counts.
        let unspoken = rule.is_soft && (others || self.rules.unspoken.contains(&reading.things.get(mention.thing).id));
        let through = if unspoken && rule.through == Through::Anything { Through::Of } else { rule.through };
        // "We condemn the measures taken by": who took them is blamed, not who suffered them.
        let suffered = (&*rule.relation == "criticises").then_some(&self.rules.suffered);
        named
            // "The Westmarkian agency patrols": its own, not the speaker's.
            && !(does && described && self.is_others_own(sentence, mention, reading))
            && !self.is_taking_place(sentence, candidate)
            && (rule.but.is_empty() || !rule.but.contains(&reading.things.get(mention.thing).id))
            && !(found.pattern.family == Family::Verb && self.is_preposed(sentence, candidate))
            && admits(through, between, found.pattern, &Joints { suffered, ..self.joints() })
            // "aid for the decision by": what is decided is praised, not aided.
            && (rule.is_soft
                || !matches!(between, [by, deed, ..] if by.word == self.known.by && deed.kind == StepKind::Noun))
            && (!rule.obliged || self.is_obliged(sentence, path, found.at, reading))
            // "It is intolerable that Westmark should call for": nobody asks it to.
            && !(rule.obliged && self.is_regretted(sentence, path[found.at].chunk, true))
            && (!rule.joint || self.is_joined_by_speaker(sentence, path[found.at].chunk, reading))
            && (!rule.undone || !self.is_done(sentence, path, found.at) && !self.is_only_possible(sentence, candidate))
            && (!rule.sought || self.is_wished_for(sentence, path, found.at))
            && (!rule.hailed || self.is_hailed(sentence, path[found.at].chunk))
            && (!rule.blamed || self.verb_blames(sentence, path[found.at].chunk, rule.object & self.known.state != 0))
            && !(&*rule.relation == "cooperatesWith" && self.is_no_company(sentence, candidate))
            // "take part in the search for a better Council": there is none yet.
            && !(&*rule.relation == "participatesIn" && self.is_only_looked_for(between))
            // "We appreciate what others do through the Union": no deed of one's own.
            && !(&*rule.relation == "participatesIn" && self.is_only_greeted(sentence, candidate))
            // "proposed the creation of a fund": one that all should have.
            && !(&*rule.relation == "hasBody" && self.is_proposed(path, found.at))
            && !(self.ontology.is_narrower(&rule.relation, "hasBody")
                && self.is_housed_by_body(sentence, candidate, reading))
            && !(&*rule.id == "praised" && self.is_lamented(sentence))
            // "Following the floods of 2017, schools were rebuilt": it struck who says so.
            && !(&*rule.relation == "mentions"
                && mention.class & self.known.incident != 0
                && self.is_disaster_at_home(sentence, mention, reading))
            // "support the proposals made by the group": there is a group already.
            && !(&*rule.relation == "callsFor" && described && between.iter().any(|s| s.word == self.known.by))
            && !(&*rule.relation == "participatesIn"
                && between.get(2).is_some_and(|s| s.word != self.known.of)
                && self.is_of_members(sentence, mention, between))
            // "leads the Union mission": not the Union.
            && !(&*rule.relation == "chairs"
                && sentence.chunk_of(mention).is_some_and(|c| {
                    let phrase = sentence.chunk(c);
                    phrase.head >= mention.last
                        && (self.lexicon.is_one_of(phrase.lemma, &super::MISSIONS)
                            || self.lexicon.is_one_of(phrase.lemma, &super::PARTS))
                }))
            && !(&*rule.relation == "assists" && self.is_only_words(&path[..=found.at]))
            && (!matches!(&*rule.relation, "assists" | "funds") || self.gives(sentence, candidate))
            // "the damage caused by": what follows the verb is not what was struck.
            && !(rule.ours && found.pattern.family == Family::Agent && path[found.at].kind == StepKind::Verb)
            && (!rule.denied || self.is_negated(sentence, path[found.at].chunk))
            && (!rule.money || self.speaks_of_money(sentence))
            && (rule.qualified.is_empty() || self.is_qualified(sentence, path[found.at].chunk, &rule.qualified))
            && !(found.pattern.family == Family::Verb && self.is_nobodys(sentence, path[found.at].chunk))
            // "urge Westmark to give up its programme": nobody is called to what only has a description.
            && !(rule.through == Through::Clause && (described || self.is_question(sentence, path[found.at].chunk)))
            && !(rule.obliged && self.lexicon.is(path[found.at].lemma, "remain"))
            && !(rule.modality == Some(Modality::Done)
                && found.pattern.family == Family::Noun
                && (self.is_only_wanted(sentence, path, found.at) || self.is_sought(sentence, path, found.at)))
            && !(matches!(found.pattern.family, Family::Agent | Family::Predicate)
                && rule.is_soft
                && !rule.obliged
                && !rule.denied
                && self.is_negated(sentence, path[found.at].chunk))
            && !(rule.object & self.known.state != 0 && self.is_persons(sentence, mention, between, rule.is_soft))
            && !(&*rule.relation == "memberOf" && path[..=found.at].iter().any(|s| self.is_to_be_permanent(sentence, s.chunk)))
            && !(&*rule.relation == "foundingMemberOf" && self.is_ideal(sentence, candidate))
            && !(self.ontology.is_narrower(&rule.relation, "hosts") && self.is_only_backed(sentence, candidate))
            // "should have been a beneficiary of the Fund": it was none.
            && !(&*rule.relation == "cooperatesWith" && self.is_unreal(sentence, &path[found.at..]))
            && !self.is_conditional(sentence, candidate)
            && !self.is_said_otherwise(sentence, candidate, reading)
            && !self.is_shared_work(candidate)
            && !self.is_blamed_by_others(sentence, candidate, reading)
            && self.is_stance(sentence, candidate)
    }

    /// "support Westmark as new permanent members of", "qualifies for permanent membership of": those who are to be.
    fn is_to_be_permanent(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        let permanent = |w: &Word| self.lexicon.is(*w, "permanent");
        let words = &sentence.words[phrase.first as usize..phrase.head as usize];
        let wanted = phrase.is_plural || self.lexicon.is(phrase.lemma, "membership");
        wanted && phrase.determiner == Determiner::Bare && words.iter().any(permanent)
    }

    /// "founding members": whether one of `words` stands before the noun.
    fn is_qualified(&self, sentence: &Analysed<'_>, chunk: u32, words: &[Word]) -> bool {
        let phrase = sentence.chunk(chunk);
        sentence.words[phrase.first as usize..phrase.head as usize].iter().any(|w| words.contains(w))
    }

    /// "the Norlandian peace plan", said by another State: it is there, though only described.
    pub(super) fn is_others_own(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let whose = reading.things.get(mention.thing).of_state.as_ref();
        mention.is_owned && whose.is_some_and(|w| *w != reading.things.get(sentence.speaker).id)
    }

    /// "supports convening the summit": whoever convenes it is not told.
    fn is_only_backed(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, .. } = candidate;
        let gerund = sentence.chunk(path[found.at].chunk).verb.is_some_and(|v| v.form == VerbForm::Gerund);
        let backs = ["support", "favour", "favor", "endorse", "advocate", "suggest", "recommend"];
        // "committed to the holding of the summit"
        let towards = found.pattern.family == Family::Noun
            && self.lexicon.is(path[found.at].lemma, "holding")
            && path.get(found.at + 1).is_some_and(|s| self.lexicon.is_one_of(s.word, &["to", "for"]));
        towards || gerund && path.get(found.at + 1).is_some_and(|s| self.lexicon.is_one_of(s.lemma, &backs))
    }

    /// Whether what a preposition says of place stands under a verb by which a State only greets, in the present.
    fn is_only_greeted(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, .. } = candidate;
        let verb = path.get(found.at + 1).map(|s| sentence.chunk(s.chunk));
        found.pattern.family == Family::Preposition
            && verb.is_some_and(|c| {
                c.verb.is_some_and(|v| v.form == VerbForm::Present && v.force == Force::Plain)
                    && (self.rules.greetings.contains(&c.lemma) || self.lexicon.is(c.lemma, "appreciate"))
            })
    }

    fn is_only_looked_for(&self, between: &[Step]) -> bool {
        let looks = |pair: &[Step]| {
            self.lexicon.is(pair[0].word, "for") && self.lexicon.is_one_of(pair[1].lemma, &["search", "quest"])
        };
        between.windows(2).any(looks)
    }

    /// "The session takes place in the wake of the conference": nobody takes his place in it.
    fn is_taking_place(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, .. } = candidate;
        let place = sentence.clause.chunks.get(path[found.at].chunk as usize + 1);
        found.pattern.family == Family::Verb
            && self.lexicon.is(path[found.at].lemma, "take")
            && place.is_some_and(|c| c.determiner == Determiner::Bare && self.lexicon.is(c.lemma, "place"))
    }

    pub(super) fn is_negated(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        sentence.chunk(verb).verb.is_some_and(|v| v.is_negated)
    }

    /// "to create a United Nations that is fit for the future": as it should be, not as it was founded.
    fn is_ideal(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, .. } = candidate;
        let phrase =
            sentence.chunk_of(mention).map(|c| sentence.chunk(c)).filter(|_| !self.is_done(sentence, path, found.at));
        mention.strength == Strength::Named && phrase.is_some_and(|c| c.determiner == Determiner::Indefinite)
    }

    /// "your predecessor, Mr. Smith of Norlandia", "Mr. Smith, the Foreign Minister of Norlandia": who is greeted is a person, and
    /// the State is where he is from.
    fn is_persons(&self, sentence: &Analysed<'_>, mention: &Mention, between: &[Step], greets: bool) -> bool {
        let person = |s: &Step| s.kind == StepKind::Noun && self.is_person(sentence, sentence.chunk(s.chunk));
        let apposed = |s: &Step| {
            let phrase = sentence.chunk(s.chunk);
            let prime = (phrase.first..phrase.head).any(|t| self.lexicon.is(sentence.words[t as usize], "prime"));
            let office = self.lexicon.is_one_of(phrase.lemma, &["minister", "foreign_minister", "representative"]);
            let comma = s.chunk.checked_sub(1).filter(|&c| sentence.chunk(c).kind == ChunkKind::Comma);
            let named = comma.and_then(|c| c.checked_sub(1)).map(|c| sentence.chunk(c));
            greets && office && !prime && named.is_some_and(|c| self.is_person(sentence, c))
        };
        mention.class & self.known.state != 0 && between.iter().any(|s| person(s) || apposed(s))
    }

    /// "As its anniversary approaches, we must strengthen …": the clause before the verb only tells when.
    fn is_preposed(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, .. } = candidate;
        let step = &path[found.at];
        let embedded = path[..found.at]
            .iter()
            .any(|s| matches!(s.kind, StepKind::SubjectOf | StepKind::Verb) && s.chunk < step.chunk);
        let passive = sentence.chunk(step.chunk).verb.is_some_and(|v| v.is_passive);
        embedded && !passive && sentence.chunk(step.chunk).first >= mention.last
    }

    /// "Norlandia and Westmark have signed": whether the State that speaks is another subject of `verb`.
    fn is_joined_by_speaker(&self, sentence: &Analysed<'_>, verb: u32, reading: &Reading) -> bool {
        let parents = sentence.clause.parent.iter().enumerate();
        let by = |at: u32| {
            let chunk = sentence.chunk(at);
            chunk.kind == ChunkKind::Preposition
                && chunk.word == self.known.by
                && sentence.clause.parent[at as usize].is_some_and(|(p, _)| p == verb)
        };
        let mut subjects = parents.filter(|(_, p)| {
            p.is_some_and(|(above, role)| role == Role::Subject && above == verb || role == Role::Object && by(above))
        });
        subjects.any(|(chunk, _)| self.who(sentence, chunk as u32, reading) == Actor::Speaker)
    }

    /// "before the Round can be concluded": what may be, nobody asks for.
    fn is_only_possible(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { path, found, .. } = candidate;
        let verb = sentence.chunk(path[found.at].chunk);
        let may = |t: u32| self.lexicon.is_one_of(sentence.words[t as usize], &["can", "could", "may", "might"]);
        found.pattern.family == Family::Verb && (verb.first..verb.last).any(may)
    }

    /// "We must ask ourselves whether the Council does enough": a question, and nobody is called upon.
    fn is_question(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let asked = sentence.clause.chunks.iter().skip(verb as usize + 1).take(4);
        let next = asked.clone().next().map(|c| c.word);
        let wonders = self.lexicon.is(sentence.chunk(verb).lemma, "ask")
            && asked.clone().any(|c| self.lexicon.is_one_of(c.word, &["what", "whether", "how", "why", "if"]));
        wonders
            || next.is_some_and(|w| {
                self.lexicon.is_one_of(w, &["ourselves", "themselves", "oneself", "whether", "how", "why"])
            })
    }

    /// "No country will place …": the subject says that nobody does it.
    fn is_nobodys(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let Some(subject) = sentence.clause.subject[verb as usize] else { return false };
        let first = sentence.words[sentence.chunk(subject).first as usize];
        self.lexicon.is_one_of(first, &["no", "nobody", "none", "neither", "few"])
    }

    fn speaks_of_money(&self, sentence: &Analysed<'_>) -> bool {
        // "to grant a status to": no grant of money.
        let verb =
            |at: usize| sentence.clause.chunks.iter().any(|c| c.kind == ChunkKind::Verb && c.head as usize == at);
        let given = |at: usize, w: Word| self.lexicon.is_one_of(w, &["grant", "grants"]) && verb(at);
        let pays = |w: Word| self.lexicon.is_one_of(self.lexicon.lemma(w), &["finance", "fund"]);
        let words = sentence.words.iter().enumerate();
        amount(sentence.text, sentence.tokens).is_some()
            || words.into_iter().any(|(at, w)| (self.rules.money.contains(w) || pays(*w)) && !given(at, *w))
    }

    /// "These decisions create a framework": what happens, told of others in the present, or what the State that speaks will
    /// do.
    fn is_told(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let present = sentence
            .chunk(verb)
            .verb
            .is_some_and(|v| v.force == Force::Plain && v.form == VerbForm::Present && !v.is_passive && !v.is_negated);
        let group = sentence.chunk(verb).verb;
        let subject = sentence.clause.subject[verb as usize].map(|s| sentence.chunk(s).word);
        // "A centre is being set up", "We shall set up a centre": somebody does.
        let under_way = group.is_some_and(|v| v.is_progressive && v.force == Force::Plain);
        let ours = group.is_some_and(|v| v.force == Force::Future)
            && subject.is_some_and(|s| self.known.first_person.contains(&s));
        if under_way || ours {
            return true;
        }
        let of_others = sentence.clause.subject[verb as usize].is_some_and(|s| {
            !self.known.first_person.contains(&sentence.chunk(s).word)
                && sentence.mention_of(s).is_none_or(|m| m.thing != sentence.speaker)
        });
        present && of_others && !self.is_demanded(sentence, verb)
    }

    /// Whether the words themselves say that it has happened: "was concluded", "since the conclusion of", "the
    /// conclusion of … has helped".
    fn is_done(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let past = |step: &Step| {
            sentence.chunk(step.chunk).verb.is_some_and(|v| {
                v.force == Force::Plain
                    && !v.is_negated
                    && matches!(v.form, VerbForm::Past | VerbForm::Perfect | VerbForm::Participle)
            })
        };
        if self.is_credited(sentence, path, at) {
            return true;
        }
        if path[at].kind != StepKind::Noun {
            let told = past(&path[at]) || self.is_told(sentence, path[at].chunk);
            return told && !self.is_overdue(sentence, path[at].chunk);
        }
        let Some(above) = path.get(at + 1) else { return false };
        // "the anniversary of the adoption of", "resulting in the adoption of"
        let past_deed = path[at + 1..].iter().any(|s| self.lexicon.is_one_of(s.lemma, &["anniversary", "result"]));
        let looks_back = above.kind == StepKind::Preposition
            && self.lexicon.is_one_of(above.word, &["since", "after", "following", "with", "by"]);
        // "The conclusion of X is proof of", not "is urgent".
        let subject = path[at + 1..].iter().find(|s| s.kind == StepKind::SubjectOf);
        // "is an achievement of our time"
        let wanted =
            |w: &Word| self.rules.modality.by_lemma.get(w) == Some(&Modality::Urged) && !self.lexicon.is(*w, "time");
        let stands = subject.is_some_and(|s| {
            sentence.chunk(s.chunk).verb.is_some_and(|v| v.force == Force::Plain) && !sentence.words.iter().any(wanted)
        });
        let verb = path[at + 1..].iter().find(|s| sentence.chunk(s.chunk).kind == ChunkKind::Verb);
        let asked = verb.is_some_and(|v| self.rules.modality.by_lemma.contains_key(&v.lemma));
        // "We welcome the conclusion of": who greets it has it.
        let greeted = ["welcome", "commend", "applaud", "congratulate", "hail", "praise", "thank", "salute"];
        let is_there = path[at].kind == StepKind::Noun
            && verb.is_some_and(|v| {
                let wished = sentence
                    .chunk(v.chunk)
                    .verb
                    .is_some_and(|g| matches!(g.force, Force::Possibility | Force::Obligation));
                self.lexicon.is_one_of(v.lemma, &greeted) && !wished
            });
        // "our satisfaction at the establishment of", "pleased with the conclusion of"
        let glad = ["satisfaction", "pleasure", "joy", "pleased", "glad", "delighted", "gratified", "happy"];
        let enjoyed = path[at + 1..].iter().take(3).any(|s| self.lexicon.is_one_of(s.word, &glad));
        is_there || enjoyed || past_deed || looks_back || stands || (verb.is_some_and(past) && !asked)
    }
}
