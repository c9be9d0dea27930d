//! How far a step has come that is told without a verb of its own, or that others have yet to take: "Ratification of X.",
//! "A bill is before the Cabinet.", "Negotiations for our accession to X have begun."

use crate::clause::attach::is_finite;
use crate::clause::path::{Step, StepKind};
use crate::clause::{ChunkKind, Determiner, Force, Role, VerbForm};
use crate::extract::actor::Actor;
use crate::extract::sentence::Analysed;
use crate::extract::{Extractor, Reading};
use crate::link::Modality;
use crate::mention::{Mention, Strength};
use crate::rule::pattern::Family;
use crate::token::Kind;

use super::Candidate;

/// Nouns of steps that are done where they are told.
const STEPS: [&str; 19] = [
    "ratification",
    "accession",
    "signature",
    "signing",
    "deposit",
    "adoption",
    "enactment",
    "promulgation",
    "approval",
    "passage",
    "issuance",
    "publication",
    "amendment",
    "conclusion",
    "establishment",
    "creation",
    "launch",
    "launching",
    "introduction",
];

/// Nouns of what leads to a thing.
const WORKS: [&str; 7] =
    ["preparation", "drafting", "formulation", "elaboration", "negotiation", "drawing_up", "finalization"];

/// Those who have to pass what is before them.
pub(super) const HOUSES: [&str; 9] =
    ["parliament", "congress", "senate", "cabinet", "assembly", "legislature", "house", "chamber", "committee"];

/// Nouns of what is done with a thing that is not there yet.
const UNDER_WAY: [&str; 7] =
    ["preparation", "consideration", "discussion", "elaboration", "negotiation", "examination", "development"];

/// Verbs by which something comes before them.
const SENT: [&str; 9] = ["send", "submit", "present", "forward", "refer", "table", "transmit", "introduce", "register"];

impl Extractor {
    /// "Participation in the meetings of the Union.": a heading tells, without a verb, what the State that speaks does.
    pub(super) fn is_heading(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let chunk = sentence.chunk(path[at].chunk);
        let clause = &sentence.clause;
        let told = |v: usize| {
            clause.subject[v].is_none_or(|s| s == 0) && clause.chunks[v].verb.is_some_and(|g| is_finite(g.form))
        };
        // "Party to X since 2004; member of Y": each of several
        let item = path[at].chunk.checked_sub(1).is_none_or(|before| {
            let before = sentence.chunk(before);
            clause.chunks[0].kind == ChunkKind::Noun
                && (before.kind == ChunkKind::Coordinator
                    || sentence.tokens[before.first as usize].kind == Kind::Semicolon)
        });
        at + 1 == path.len()
            && item
            && sentence.place.lead.is_none()
            && chunk.kind == ChunkKind::Noun
            && chunk.determiner == Determiner::Bare
            && !(0..clause.chunks.len()).any(told)
    }

    /// How far a thing is, where a noun or what is done with it tells.
    pub(super) fn advance(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> Option<Modality> {
        let Candidate { path, found, rule, .. } = candidate;
        if self.is_pending(sentence, candidate) {
            return Some(Modality::Preparing);
        }
        if found.pattern.family != Family::Noun {
            return None;
        }
        self.intended(path, found.at, rule).or_else(|| self.of_heading(sentence, candidate))
    }

    /// "Joined the Union in 2011.": an account leaves out who did it.
    pub(super) fn is_bare_report(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let clause = &sentence.clause;
        let told = |v: usize| clause.subject[v].is_some() && clause.chunks[v].verb.is_some_and(|g| is_finite(g.form));
        // Tagged as a participle where nobody acts; but what a participle of the passive governs is no object.
        let active = clause.chunks[0].verb.is_some_and(|v| matches!(v.form, VerbForm::Past | VerbForm::Participle))
            && clause.parent.get(1).copied().flatten() == Some((0, Role::Object));
        path[at].chunk == 0 && active && !(0..clause.chunks.len()).any(told)
    }

    /// What a noun that no verb governs says of how far its object is.
    fn of_heading(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> Option<Modality> {
        let Candidate { path, rule, .. } = candidate;
        let top = path.len() - 1;
        let own = ["hasLaw", "hasStrategy", "hasBody", "partyTo"].contains(&&*rule.relation);
        // "the following: (a) enactment of": the items of a list are headings too.
        let bare = |chunk: u32| {
            let before = chunk.checked_sub(1).map(|c| sentence.chunk(c).kind);
            sentence.chunk(chunk).determiner == Determiner::Bare
                && matches!(before, Some(ChunkKind::Close | ChunkKind::Comma | ChunkKind::Listing | ChunkKind::Mark))
        };
        let item = path.get(top).is_some_and(|s| s.kind == StepKind::Noun && bare(s.chunk));
        if !own || !(item || self.is_heading(sentence, path, top)) {
            return None;
        }
        let says = |list: &[&str]| [path[top].lemma, path[top].word].iter().any(|w| self.lexicon.is_one_of(*w, list));
        if says(&WORKS) { Some(Modality::Preparing) } else { says(&STEPS).then_some(Modality::Done) }
    }

    /// "is before the Cabinet", "has been sent to Parliament", "Negotiations for our accession to X have begun": what has
    /// yet to be passed or concluded.
    fn is_pending(&self, sentence: &Analysed<'_>, candidate: Candidate<'_>) -> bool {
        let Candidate { mention, path, found, rule } = candidate;
        match &*rule.relation {
            "hasLaw" | "hasStrategy" => self.is_before_house(sentence, mention),
            "partyTo" | "memberOf" if found.pattern.family == Family::Noun => {
                self.is_before_house(sentence, mention)
                    || self.is_negotiated(sentence, path, found.at)
                    || self.is_weighed(sentence, path, found.at)
            }
            // "Steps are being taken with a view to ratifying"
            "partyTo" | "memberOf" => {
                let above = path[found.at + 1..].iter().take_while(|s| s.kind != StepKind::Verb);
                above.into_iter().any(|s| self.lexicon.is(s.word, "with_a_view_to"))
                    // "A bill to ratify X is before Parliament"
                    || path.get(found.at + 1).is_some_and(|s| self.is_law(sentence, s.chunk))
                        && self.is_before_house(sentence, mention)
            }
            _ => false,
        }
    }

    /// "Accession to X is being considered", "is negotiating its accession to X": by those who have yet to decide on it.
    fn is_weighed(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let above = path.get(at + 1..).unwrap_or_default();
        let led = usize::from(above.first().is_some_and(|s| self.lexicon.is_one_of(s.word, &["for", "towards"])));
        let Some(verb) = above.get(led).map(|s| sentence.chunk(s.chunk)) else { return false };
        let weighs = [
            "examine",
            "consider",
            "study",
            "discuss",
            "prepare",
            "negotiate",
            "debate",
            "pursue",
            "plan",
            "work",
            "finalize",
        ];
        let being = (verb.first..verb.last).any(|t| self.lexicon.is(sentence.words[t as usize], "being"));
        self.lexicon.is_one_of(verb.lemma, &weighs)
            && verb.verb.is_some_and(|g| {
                let passive = g.is_passive && being && led == 0;
                (passive || g.is_progressive && !g.is_passive) && g.force == Force::Plain && !g.is_negated
            })
    }

    /// "Negotiations for our accession to X have begun": not when they are completed.
    fn is_negotiated(&self, sentence: &Analysed<'_>, path: &[Step], at: usize) -> bool {
        let entry = ["accession", "membership", "entry", "ratification", "admission"];
        let towards = path.get(at + 1).is_some_and(|s| self.lexicon.is_one_of(s.word, &["for", "towards", "to"]));
        let nouns: &[&str] = match towards {
            true => &["negotiation", "talk", "process", "preparation", "procedure", "step", "measure"],
            false => &["negotiation", "talk", "process", "preparation", "procedure"],
        };
        let mut above = path[at + 1..].iter().take_while(|s| s.kind != StepKind::Verb);
        let led = self.lexicon.is_one_of(path[at].lemma, &entry)
            && above.any(|s| s.kind == StepKind::Noun && self.lexicon.is_one_of(s.lemma, nouns));
        let done = ["complete", "conclude", "finalize", "finish", "end"];
        led && !path[at + 1..].iter().any(|s| {
            let verb = sentence.chunk(s.chunk);
            verb.kind == ChunkKind::Verb && self.lexicon.is_one_of(verb.lemma, &done)
        })
    }

    /// Whether the verb said of what is mentioned tells that a parliament or government has it before it.
    pub(super) fn is_before_house(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let clause = &sentence.clause;
        let Some(chunk) = sentence.chunk_of(mention) else { return false };
        // "was tabled in Parliament and passed"
        if clause.chunks.iter().any(|c| self.passes(c)) {
            return false;
        }
        let house = |at: usize| {
            let noun = clause.chunks.get(at).filter(|c| c.kind == ChunkKind::Noun);
            noun.is_some_and(|c| {
                let named = c.mention.is_some() && sentence.tokens[c.first as usize..c.last as usize].len() > 1;
                (c.first..c.last).any(|t| {
                    let word = sentence.words[t as usize];
                    self.lexicon.is_one_of(self.lexicon.lemma(word), &HOUSES)
                }) && !(named && self.is_of_all(sentence, c.mention))
            })
        };
        let tells = |verb: usize| {
            let group = clause.chunks[verb].verb.filter(|g| g.force == Force::Plain && !g.is_negated);
            let near = verb + 1..clause.chunks.len().min(verb + 6);
            let to = |list: &[&str]| {
                near.clone().any(|i| {
                    clause.chunks[i].kind == ChunkKind::Preposition
                        && self.lexicon.is_one_of(clause.chunks[i].word, list)
                        && house(i + 1)
                })
            };
            let lemma = clause.chunks[verb].lemma;
            // "is under consideration", "is in preparation"
            let next = clause.chunks.get(verb + 2).map(|c| c.lemma);
            let under = clause.chunks.get(verb + 1).is_some_and(|c| self.lexicon.is_one_of(c.word, &["under", "in"]))
                && next.is_some_and(|w| self.lexicon.is_one_of(w, &UNDER_WAY));
            if under && group.is_some() && self.lexicon.is(lemma, "be") {
                return true;
            }
            group.is_some()
                && (self.lexicon.is_one_of(lemma, &["be", "lie", "go"]) && to(&["before", "in", "with"])
                    || self.lexicon.is_one_of(lemma, &SENT) && to(&["to", "before", "in", "by"]))
        };
        // "was submitted to the Great Council": whoever has to pass it.
        let handed = |verb: usize| {
            let submits = self.lexicon.is_one_of(clause.chunks[verb].lemma, &["submit", "table", "send", "forward"]);
            let group = clause.chunks[verb].verb.filter(|g| g.is_passive && g.force == Force::Plain && !g.is_negated);
            let to = clause.chunks.get(verb + 1).is_some_and(|c| self.lexicon.is_one_of(c.word, &["to", "in"]));
            submits
                && to
                && group.is_some()
                && !self.is_of_all(sentence, clause.chunks.get(verb + 2).and_then(|c| c.mention))
        };
        let mut here = chunk;
        for _ in 0..5 {
            let of = (0..clause.chunks.len()).find(|&v| clause.subject[v] == Some(here));
            if let Some(verb) = of {
                return tells(verb) || handed(verb);
            }
            let Some((above, _)) = clause.parent[here as usize] else { return false };
            if clause.chunks[above as usize].kind == ChunkKind::Verb {
                return tells(above as usize);
            }
            here = above;
        }
        false
    }

    /// Whether a mention is of the United Nations or another body of many States.
    fn is_of_all(&self, sentence: &Analysed<'_>, mention: Option<u32>) -> bool {
        let national = self.ontology.mask(&["NationalBody"]);
        let body = |m: &Mention| {
            m.class & self.known.organisation != 0 && m.class & national == 0 && m.strength != Strength::Described
        };
        mention.is_some_and(|m| body(&sentence.mentions[m as usize]))
    }

    /// "Under the chairmanship of Norlandia, the Union decided": who had the chair of it.
    pub(super) fn chaired_by(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        chunk: u32,
        reading: &Reading,
    ) -> Option<Vec<u32>> {
        let body = |m: &Mention| m.class & self.known.organisation != 0;
        let event = mention.class & self.known.event != 0 && mention.class & self.known.incident == 0;
        if !event && !body(mention) || mention.strength == Strength::Described {
            return None;
        }
        let clause = &sentence.clause;
        let chairs = |at: usize| {
            let [under, chair] = [&clause.chunks[at], clause.chunks.get(at + 1)?];
            let told = under.kind == ChunkKind::Preposition
                && self.lexicon.is(under.word, "under")
                && chair.kind == ChunkKind::Noun
                && self.lexicon.is_one_of(chair.lemma, &["chairmanship", "presidency", "chair", "leadership"]);
            told.then_some(at as u32)
        };
        let led = chairs(0).filter(|_| {
            let verb = clause.parent[0].map(|(verb, _)| verb);
            verb.is_some_and(|v| clause.subject[v as usize] == Some(chunk)) && sentence.chunk(chunk).mention.is_some()
        });
        let acts = led.is_some();
        // "the summit held in Saltmouth under the presidency of Norlandia"
        let held =
            || (chunk as usize + 1..clause.chunks.len()).find_map(chairs).filter(|&u| self.is_held(sentence, chunk, u));
        let under = match led {
            Some(under) => under,
            None if event => held()?,
            None => return None,
        };
        // "Under the chairmanship of Norlandia in the Union, the Bank": the chair of which is told.
        let another = acts && sentence.mentions.iter().any(|m| body(m) && m.last <= mention.first);
        if another || acts && !body(mention) {
            return None;
        }
        match self.owner_of(sentence, under + 1)? {
            Actor::Speaker => Some(vec![sentence.speaker]),
            Actor::States(states) if states.len() == 1 => Some(states),
            _ => None,
        }
        .filter(|states| !states.contains(&mention.thing) && reading.things.get(mention.thing).of_state.is_none())
    }

    /// Whether the phrase that `under` opens hangs on noun phrase `chunk`, or on the verb by which that is held.
    fn is_held(&self, sentence: &Analysed<'_>, chunk: u32, under: u32) -> bool {
        let clause = &sentence.clause;
        let mut here = under;
        for _ in 0..5 {
            let Some((above, _)) = clause.parent[here as usize] else { return false };
            if above == chunk {
                return true;
            }
            if clause.chunks[above as usize].kind == ChunkKind::Verb {
                return clause.subject[above as usize] == Some(chunk)
                    && self.known.held.contains(&clause.chunks[above as usize].lemma);
            }
            here = above;
        }
        false
    }
}
