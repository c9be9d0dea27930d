//! What the class of a mention says where no rule does: whose it is, whom an incident befalls, the fallbacks.

use crate::clause::attach::is_finite;
use crate::clause::path::governing_verb;
use crate::clause::{ChunkKind, Determiner, Role, VerbForm, VerbGroup};
use crate::extract::sentence::Analysed;
use crate::extract::{Draft, Extractor, Reading, Weight};
use crate::gazetteer::Form;
use crate::lexicon::{Word, WordSet};
use crate::link::Modality;
use crate::mention::{Mention, Strength};
use crate::rule::Fallback;
use crate::token::Kind;

use super::stance::PASSING;

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
        if self.incident(sentence, mention, third, reading)
            || self.acts_within(sentence, mention, chunk, reading)
            || self.of_own_pair(sentence, mention, reading)
        {
            return;
        }
        // "a comprehensive convention on nets" that all know is named, though it is not there yet.
        let awaited = mention.class & self.known.treaty != 0 && reading.things.get(mention.thing).seed.is_some();
        if self.owned(sentence, mention, reading) || mention.strength == Strength::Described && !awaited {
            return;
        }
        let unspoken = self.rules.unspoken.contains(&reading.things.get(mention.thing).id);
        let silent = unspoken || !is_head && self.rules.silent_heads.contains(&sentence.chunk(chunk).lemma);
        let state = mention.class & self.known.state != 0;
        // "that country" says no more of it than its name did before.
        let pointed_to = state && mention.strength == Strength::Anaphor;
        let perpetrates = state && self.is_perpetrator(sentence, mention, chunk);
        if silent || pointed_to || (state && !perpetrates && !self.is_party(sentence, mention, chunk)) {
            return;
        }
        // "(A/50/1, para. 4)": a source, whatever the sentence says; after a document, its number.
        let open = chunk.checked_sub(1).filter(|&c| sentence.chunk(c).kind == ChunkKind::Open);
        let source = open.is_some();
        let before = open.and_then(|c| c.checked_sub(1)).and_then(|c| sentence.mention_of(c));
        if before.is_some_and(|m| m.class & mention.class & self.known.document != 0) {
            return;
        }
        let body = mention.class & self.known.organisation != 0;
        let backed = || body && self.paths(sentence, chunk, true).iter().any(|path| self.is_of_entry(sentence, path));
        let praise = self.tone(sentence) && !source && !backed();
        let blame = self.blames(sentence);
        // "the Council committees": praise of what has the name in its own; "Council efforts" are the Council's.
        let praise = praise
            && (is_head || self.rules.deeds.contains(&sentence.chunk(chunk).lemma))
            && !self.is_of_its_members(sentence, chunk)
            && !self.is_who_helped(sentence, chunk)
            && !self.is_under_hardship(sentence, chunk)
            && !self.is_of_meeting(sentence, mention, chunk)
            && !governing_verb(&sentence.clause, chunk)
                .is_some_and(|v| sentence.clause.subject[v as usize] != Some(chunk) && self.is_of_text(sentence, v))
            && !self.paths(sentence, chunk, true).iter().any(|path| {
                self.is_for_person(sentence, path, &["for", "during", "at"])
                    || self.is_of_doers(sentence, mention, path)
                    || mention.class & self.known.organisation != 0 && self.is_led(sentence, path)
            })
            && !(mention.class & self.known.organisation != 0 && self.is_venue(sentence, chunk))
            && !(mention.class & self.known.treaty != 0 && self.is_basis(sentence, chunk));
        let fits =
            |f: &&Fallback| f.object & mention.class != 0 && (!f.praised || (praise && !third)) && (!f.blamed || blame);
        if perpetrates {
            let draft = sentence.draft(mention, sentence.speaker, "criticises".into(), "perpetrator".into());
            reading.drafts.push(Draft { weight: Weight::Soft, ..draft });
            return;
        }
        if let Some(fallback) = self.rules.fallbacks.iter().find(fits) {
            let modality = if &*fallback.relation == "mentions" {
                self.of_class(sentence, mention, reading)
            } else {
                fallback.modality
            };
            let (relation, rule) = (fallback.relation.clone(), fallback.id.clone());
            let draft = sentence.draft(mention, sentence.speaker, relation, rule);
            reading.drafts.push(Draft { modality, weight: Weight::Fallback, ..draft });
        }
    }

    /// "the seminar of the Union was useful": what is praised is the meeting.
    fn is_of_meeting(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32) -> bool {
        let up = |at: u32| sentence.clause.parent[at as usize].map(|(above, _)| above);
        let of = up(chunk).filter(|&of| sentence.chunk(of).word == self.known.of);
        let noun = of.and_then(up).map(|noun| sentence.chunk(noun).lemma);
        let meetings = ["seminar", "meeting", "session", "workshop", "symposium", "conference", "summit", "colloquium"];
        let body = mention.class & self.known.organisation != 0;
        body && noun.is_some_and(|n| self.lexicon.is_one_of(n, &meetings))
    }

    /// "its responsibilities under the Charter": what they rest on.
    fn is_basis(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let above = sentence.clause.parent[chunk as usize].map(|(above, _)| sentence.chunk(above).word);
        above.is_some_and(|word| self.lexicon.is(word, "under"))
    }

    /// "We spoke in the Council of our efforts", "the prize founded by the Union": the body is only where it was, or who did it.
    fn is_venue(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let up = |at: u32| sentence.clause.parent[at as usize].map(|(above, _)| above);
        let above = up(chunk).map(|above| sentence.chunk(above));
        let participle = up(chunk).filter(|&by| sentence.chunk(by).word == self.known.by).and_then(up);
        let passive = |v: VerbGroup| v.form == VerbForm::Participle || v.is_passive;
        let participle = participle.filter(|&v| sentence.chunk(v).verb.is_some_and(passive));
        let passed = participle.is_some_and(|v| self.lexicon.is_one_of(sentence.chunk(v).lemma, &PASSING));
        let done = participle.and_then(up).map(|noun| sentence.chunk(noun)).filter(|n| n.kind == ChunkKind::Noun);
        if done.is_some_and(|noun| passed || !self.rules.deeds.contains(&noun.lemma)) {
            return true;
        }
        let venue = [
            "in",
            "at",
            "within",
            "during",
            "before",
            "from",
            "on",
            "outside",
            "under",
            "into",
            "among",
            "between",
            "against",
            "as",
            "than",
            "on_behalf_of",
        ];
        above.is_some_and(|p| p.kind == ChunkKind::Preposition && self.lexicon.is_one_of(p.word, &venue))
    }

    /// "the obstacles remaining in the implementation of the Goals", "the closure of the Tribunal": where they come hard or end, other praise is not theirs.
    fn is_under_hardship(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let clause = &sentence.clause;
        let finite = |at: u32| sentence.chunk(at).verb.is_some_and(|v| is_finite(v.form));
        let up = std::iter::successors(Some(chunk), |&at| {
            clause.parent[at as usize].map(|(above, _)| above).filter(|&above| !finite(above))
        });
        let mut nouns = up.skip(1).take(8).map(|at| sentence.chunk(at)).filter(|c| c.kind == ChunkKind::Noun);
        nouns.any(|c| {
            c.mention.is_none() && (self.rules.hardships.contains(&c.lemma) || self.rules.endings.contains(&c.lemma))
        })
    }

    /// "The islands of the Union work hard": its members are praised, not the body.
    fn is_of_its_members(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let above = |at: u32| sentence.clause.parent[at as usize].map(|(above, _)| above);
        let of = above(chunk).filter(|&p| sentence.chunk(p).word == self.known.of);
        let members = ["member", "state", "country", "island", "nation", "people", "partner"];
        of.and_then(above).is_some_and(|noun| self.lexicon.is_one_of(sentence.chunk(noun).lemma, &members))
    }

    /// Whether a State is spoken of as a party to what happens, not as a place: it acts, is acted upon, owns, or opens the
    /// sentence as its topic: "In Norlandia, we must …".
    fn is_party(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32) -> bool {
        let clause = &sentence.clause;
        let above = |at: u32| clause.parent[at as usize];
        let people = self.rules.state_nouns.contains(&sentence.chunk(chunk).lemma);
        // "40 million US dollars": the money of a State is not the State.
        let money = sentence.words.get(mention.last as usize);
        let money = money.is_some_and(|w| self.lexicon.is_one_of(*w, &["dollar", "dollars"]));
        if mention.form != Form::Name && !people || money {
            return false;
        }
        if sentence.chunk(chunk).is_genitive {
            return true;
        }
        match above(chunk) {
            Some((_, Role::Subject)) => true,
            Some((verb, Role::Object)) if sentence.chunk(verb).kind == ChunkKind::Verb => true,
            Some((preposition, Role::Object)) => {
                let word = sentence.chunk(preposition).word;
                let noun = above(preposition).map(|(noun, _)| sentence.chunk(noun));
                let holds =
                    noun.is_some_and(|n| n.kind == ChunkKind::Noun && self.rules.state_nouns.contains(&n.lemma));
                let office = word == self.known.of
                    && (holds || above(preposition).is_some_and(|(n, _)| self.is_titled(sentence, n)));
                let comma = clause.chunks.get(chunk as usize + 1).is_some_and(|c| c.kind == ChunkKind::Comma);
                let topic = preposition == 0 && comma && self.lexicon.is(word, "in");
                // "the offer of Norlandia": what a State does is of it.
                let does = word == self.known.of
                    && noun.is_some_and(|n| n.kind == ChunkKind::Noun && self.rules.deeds.contains(&n.lemma));
                office
                    || topic
                    || does
                    || self
                        .lexicon
                        .is_one_of(word, &["with", "against", "towards", "between", "by", "side_by_side_with"])
            }
            _ => false,
        }
    }

    /// "Westmark's aggression", "Westmarkian violations of": the State owns a deed whose name blames.
    fn is_perpetrator(&self, sentence: &Analysed<'_>, mention: &Mention, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        let adjective = mention.form == Form::Demonym && mention.last <= phrase.head && phrase.mention.is_none();
        if adjective {
            return self.rules.perpetrated.contains(&phrase.lemma);
        }
        if self.is_kept_from_harm(sentence, chunk) {
            return true;
        }
        let deed = sentence.clause.chunks.get(chunk as usize + 1).filter(|_| phrase.is_genitive);
        let within = |c: &crate::clause::Chunk| (c.first..=c.head).map(|t| sentence.words[t as usize]);
        deed.is_some_and(|d| within(d).any(|w| self.rules.perpetrated.contains(&self.lexicon.lemma(w))))
    }

    /// Whether the sentence praises and does not blame, and the State that speaks stands in it: the praise is its own.
    fn tone(&self, sentence: &Analysed<'_>) -> bool {
        let speaks = || {
            sentence.mentions.iter().any(|m| m.thing == sentence.speaker)
                || sentence
                    .words
                    .iter()
                    .any(|w| self.known.first_person.contains(w) || self.lexicon.is_one_of(*w, &["our", "my"]))
        };
        *sentence.praises.get_or_init(|| self.n_words(sentence, &self.rules.praise) > 0)
            && !self.blames(sentence)
            && !self.is_lamented(sentence)
            && !sentence.clause.chunks.iter().any(|c| c.verb.is_some() && self.rules.harming.contains(&c.lemma))
            && speaks()
    }

    /// Whether words of blame stand in the sentence.
    pub(super) fn blames(&self, sentence: &Analysed<'_>) -> bool {
        *sentence.blames.get_or_init(|| self.n_words(sentence, &self.rules.blame) > 0)
    }

    /// How many words of the sentence, or their lemmas, are in `set`; what has a capital in its midst is part of a name: "Central Asia".
    fn n_words(&self, sentence: &Analysed<'_>, set: &WordSet) -> usize {
        let plain = |at: usize| at == 0 || !sentence.tokens[at].is_capitalised();
        let among = |w: &Word| set.contains(w) || set.contains(&self.lexicon.lemma(*w));
        sentence.words.iter().enumerate().filter(|(at, w)| among(w) && plain(*at)).count()
    }

    /// A strategy, law or body whose owner the phrase names is that State's.
    pub(super) fn owned(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &mut Reading) -> bool {
        let thing = reading.things.get(mention.thing);
        // A party is no organ of the State.
        // Nor is a declaration one of its plans, or a resolution that it drafts.
        let law = &*thing.class == "Law";
        let draft =
            !law && sentence.chunk_of(mention).is_some_and(|c| self.lexicon.is(sentence.chunk(c).lemma, "resolution"));
        let party = matches!(&*thing.class, "PoliticalParty" | "Declaration") || draft;
        // "the Norlandian Army", said by Norlandia of a body that all know.
        let known = thing.seed.is_some() && self.is_own(sentence, mention, reading);
        let discovered = mention.is_owned && thing.seed.is_none();
        if !(known || discovered)
            || party
            || self.is_a_bodys(sentence, mention, reading)
            || discovered
                && (self.is_placed_abroad(sentence, mention) || self.is_bodys_making(sentence, mention, reading))
        {
            return false;
        }
        let relation = self.known.own.iter().find(|(_, classes)| thing.class_bit & classes != 0).map(|own| own.0);
        let Some(owner) = thing.of_state.clone() else { return false };
        let (Some(relation), Some(owner)) =
            (relation, reading.things.seed_by_id(&owner, &self.entities, &self.ontology))
        else {
            return false;
        };
        if owner == sentence.speaker && discovered && self.is_anothers_its(sentence, mention, reading) {
            return false;
        }
        let modality = match self.stage(sentence, mention) {
            // A law that has a name is enacted.
            Modality::Ongoing if relation == "hasLaw" && !self.is_constitution(sentence, mention) => Modality::Done,
            stage => stage,
        };
        let draft = sentence.draft(mention, owner, relation.into(), "owned".into());
        reading.drafts.push(Draft { modality, ..draft });
        owner == sentence.speaker
    }

    /// "the Saltmouth centre in Westmark": a body in another State, of which nothing says whose it is.
    fn is_placed_abroad(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let Some(chunk) = sentence.chunk_of(mention) else { return false };
        let place = sentence.clause.chunks.get(chunk as usize + 1).filter(|c| self.lexicon.is(c.word, "in"));
        let state = place.and_then(|_| sentence.mention_of(chunk + 2)).filter(|m| m.class & self.known.state != 0);
        let body = mention.class & self.known.organisation != 0;
        let bare = sentence.chunk(chunk).determiner == Determiner::Definite;
        let named = sentence
            .mentions
            .iter()
            .any(|m| m.thing == sentence.speaker && m.first >= mention.first && m.last <= mention.last);
        body && bare && !named && state.is_some_and(|m| m.form == Form::Name && m.thing != sentence.speaker)
    }

    /// How far a thing of the State's own is: a draft is prepared; a numbered act, and what the verb says was adopted, is done;
    /// all else holds.
    pub(super) fn stage(&self, sentence: &Analysed<'_>, mention: &Mention) -> Modality {
        let Some(chunk) = sentence.chunk_of(mention) else { return Modality::Ongoing };
        let phrase = sentence.chunk(chunk);
        let mut words = (phrase.first..phrase.last).map(|t| sentence.words[t as usize]);
        if words.any(|w| self.lexicon.is_one_of(w, &["draft", "bill", "proposed"])) {
            return Modality::Preparing;
        }
        if self.lexicon.is(sentence.words[phrase.first as usize], "former")
            || self.lexicon.is(sentence.words[mention.first as usize], "former")
        {
            return Modality::Done;
        }
        let number = &sentence.tokens[mention.last as usize - 1];
        let act = phrase.last > phrase.head + 1 && number.kind == Kind::Symbol;
        let made = sentence.clause.parent[chunk as usize].is_some_and(|(verb, role)| {
            sentence.chunk(verb).verb.is_some_and(|v| {
                let past = matches!(v.form, VerbForm::Past | VerbForm::Perfect | VerbForm::Participle);
                past && v.is_passive == (role == Role::Subject) && !v.is_negated
            })
        });
        // "is working on its own law", "is being drafted"
        let above = sentence.clause.parent[chunk as usize];
        let over = above.filter(|&(p, _)| self.lexicon.is(sentence.chunk(p).word, "on"));
        let verb = over.and_then(|(p, _)| sentence.clause.parent[p as usize]).map(|(v, _)| (v, Role::Object)).or(above);
        let in_the_making = verb.is_some_and(|(v, role)| {
            let verb = sentence.chunk(v);
            let under_way = verb.verb.is_some_and(|g| g.is_progressive && g.is_passive == (role == Role::Subject));
            under_way && self.rules.making.contains(&verb.lemma)
        });
        if in_the_making {
            return Modality::Preparing;
        }
        if act || made || self.is_made(sentence, chunk) { Modality::Done } else { Modality::Ongoing }
    }

    /// "the Pelagic Union missions in Norlandia" are the Union's; "the Plan for the Pelagic Union", "the Pelagic Court Act" are not.
    pub(super) fn is_a_bodys(&self, sentence: &Analysed<'_>, mention: &Mention, reading: &Reading) -> bool {
        let thing = |m: &Mention| reading.things.get(m.thing);
        let law = &*thing(mention).class == "Law";
        let head = sentence.chunk_of(mention).map_or(mention.first, |c| sentence.chunk(c).head);
        let word = |t: u32, list: &[&str]| self.lexicon.is_one_of(sentence.words[t as usize], list);
        let owns = |m: &Mention| {
            // "the Commission on Wrecks and Piers" is not that on wrecks alone.
            let goes_on = sentence.words.get(m.last as usize).is_some_and(|w| self.lexicon.is(*w, "and"));
            if m.first <= mention.first + 1 && m.last < mention.last && goes_on {
                return false;
            }
            // The name has its noun before what it is of.
            let noun =
                (mention.first..m.first).rev().find(|&t| word(t, &["of", "for", "on", "against", "to", "with", "in"]));
            noun.is_none_or(|t| word(t, &["of"]))
        };
        let within = |m: &&Mention| m.is_inside && m.first >= mention.first && m.last <= mention.last;
        // "the Union's Harbour Programme"
        let body = |m: &Mention| m.class & self.known.organisation != 0;
        let whose =
            sentence.chunk_of(mention).and_then(|c| c.checked_sub(1)).filter(|&c| sentence.chunk(c).is_genitive);
        let whose = whose.and_then(|c| sentence.mention_of(c)).is_some_and(|m| {
            // "the Harbour Agency's programme" is the State's.
            body(m) && !m.is_owned && m.class & self.ontology.mask(&["NationalBody"]) == 0
        });
        // "NAM-CSIRT": letters before a hyphen are no owner.
        let hyphened = |m: &Mention| {
            m.first == mention.first && (m.last..mention.last).all(|t| sentence.tokens[t as usize].is_joined)
        };
        // "the Security Council of Norlandia": what its noun is called elsewhere is no owner.
        let itself = |m: &Mention| (m.first..m.last).contains(&head);
        let mut bodies = sentence.mentions.iter().filter(within).filter(|m| body(m) && !hyphened(m) && !itself(m));
        let of = |m: &Mention| {
            let before = |n: u32| m.first.checked_sub(n).map(|t| sentence.words[t as usize]);
            let the = before(1).is_some_and(|w| self.lexicon.is(w, "the"));
            before(if the { 2 } else { 1 }) == Some(self.known.of)
        };
        // "the Plan of Action of the World Summit"
        let held = |m: &Mention| m.class & self.known.event != 0 && m.class & self.known.incident == 0 && of(m);
        whose
            || sentence.mentions.iter().filter(within).any(held)
            || bodies.any(|m| {
                let regional = self.ontology.is_subclass(&thing(m).class, "RegionalOrganisation");
                owns(m) && (!law || regional || m.first > head)
            })
    }
}
