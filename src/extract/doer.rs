//! Who does what a verb says that has no subject of its own: infinitives after nouns, participles after prepositions.

use crate::clause::{Chunk, ChunkKind, Determiner, Role, VerbForm};
use crate::gazetteer::Form;
use crate::mention::{Mention, Strength};
use crate::token::Kind;

use super::actor::Actor;
use super::sentence::Analysed;
use super::{Extractor, Reading};

/// Nouns of what may be done, by whomever.
const IDEAS: [&str; 9] =
    ["idea", "proposal", "suggestion", "possibility", "question", "concept", "notion", "mandate", "function"];

/// Verbs of those who turn over in their minds what they may do.
const WEIGHING: [&str; 8] = ["consider", "study", "examine", "explore", "evaluate", "assess", "contemplate", "analyse"];

/// Nouns of laws, by which a State binds itself.
const LAWS: [&str; 6] = ["bill", "law", "act", "legislation", "decree", "ordinance"];

/// Nouns of bodies of a State that are told by them alone.
const ORGANS: [&str; 12] = [
    "academy",
    "agency",
    "authority",
    "bureau",
    "centre",
    "center",
    "department",
    "directorate",
    "institute",
    "ministry",
    "office",
    "unit",
];

/// Those whom a State calls its own and who are others: "our partners".
const FELLOWS: [&str; 21] = [
    "partner",
    "counterpart",
    "ally",
    "colleague",
    "trustee",
    "enemy",
    "adversary",
    "donor",
    "creditor",
    "predecessor",
    "continent",
    "region",
    "subregion",
    "hemisphere",
    "world",
    "planet",
    "civilization",
    "generation",
    "age",
    "era",
    "century",
];

impl Extractor {
    /// "our partners", "our sister republic": others, whoever they are.
    pub(super) fn are_fellows(&self, sentence: &Analysed<'_>, phrase: &Chunk) -> bool {
        let mut words = phrase.first..=phrase.head;
        let mut kin = || words.any(|t| self.heads.is_kin(sentence.words[t as usize]));
        phrase.mention.is_none() && (self.lexicon.is_one_of(phrase.lemma, &FELLOWS) || kin())
    }

    /// "the programme", "this survey": what is carried out, of which nothing says that it is another's.
    pub(super) fn is_work(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        let works =
            ["programme", "program", "project", "survey", "census", "study", "campaign", "training", "initiative"];
        let own = |m: &Mention| m.strength == Strength::Described;
        self.lexicon.is_one_of(phrase.lemma, &works)
            && phrase.determiner != Determiner::Third
            && sentence.mention_of(chunk).is_none_or(own)
            && sentence.clause.chunks.get(chunk as usize + 1).is_none_or(|c| c.word != self.known.of)
    }

    /// "the Assembly's decision to hold": the infinitive completes a noun that is another's.
    pub(super) fn is_of_another(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let Some((noun, _)) = sentence.clause.parent[verb as usize] else { return false };
        let phrase = sentence.chunk(noun);
        // "the decision by the Committee to grant": whoever stands after "by".
        let above = sentence.clause.parent[noun as usize].map(|(p, _)| sentence.chunk(p));
        let by = above.is_some_and(|p| p.kind == ChunkKind::Preposition && p.word == self.known.by);
        if self.is_plan_of(sentence, noun) {
            return true;
        }
        // "We appeal to the parties concerned to act", not "takes the steps necessary to act"
        let many = |n: &Chunk| n.kind == ChunkKind::Noun && n.is_plural && !self.is_step(n.lemma);
        let concerned = phrase.kind == ChunkKind::Adjective && above.is_some_and(many);
        if concerned || by && phrase.kind == ChunkKind::Noun && phrase.determiner != Determiner::First {
            return true;
        }
        if phrase.kind != ChunkKind::Noun || phrase.mention.is_some() {
            return false;
        }
        // "We commend the decision to hold the session": who decided is somebody else.
        let above = sentence.clause.parent[noun as usize].map(|(p, _)| sentence.chunk(p));
        let up = |at: u32| sentence.clause.parent[at as usize].map(|(p, _)| p);
        let greets = |v: &Chunk| v.kind == ChunkKind::Verb && self.rules.greetings.contains(&v.lemma);
        // "We welcome the adoption of a decision to hold it"
        let of = up(noun).filter(|&p| sentence.chunk(p).word == self.known.of);
        let made = of.and_then(up).filter(|&n| self.rules.coming_about.contains(&sentence.chunk(n).lemma));
        let made = made.and_then(up).is_some_and(|v| greets(sentence.chunk(v)));
        let greeted = made || above.is_some_and(greets);
        if greeted && phrase.determiner != Determiner::First {
            return true;
        }
        // "Norlandia is the first Pacific country to ratify": the predicate names nobody else.
        let is = above.is_some_and(|v| v.kind == ChunkKind::Verb && self.lexicon.is(v.lemma, "be"));
        if is && self.rules.state_nouns.contains(&phrase.lemma) {
            return false;
        }
        let others = |first: u32, last: u32| {
            sentence.mentions.iter().any(|m| m.first >= first && m.last <= last && m.thing != sentence.speaker)
        };
        // "support international efforts to help Westmark": those of all.
        let of_all = (phrase.first..phrase.head).any(|t| {
            self.lexicon.is_one_of(sentence.words[t as usize], &["international", "regional", "collective", "global"])
        });
        if of_all && phrase.determiner != Determiner::First && self.rules.plans.contains(&phrase.lemma) {
            return true;
        }
        let before = noun.checked_sub(1).map(|p| sentence.chunk(p)).filter(|c| c.is_genitive);
        self.is_of_person(sentence, noun)
            || others(phrase.first, phrase.head)
            || before.is_some_and(|c| others(c.first, c.last))
    }

    /// "the initiative of the Secretary-General to hold": whose the plan is stands behind "of".
    fn is_plan_of(&self, sentence: &Analysed<'_>, noun: u32) -> bool {
        let phrase = sentence.chunk(noun);
        let above = |at: u32| sentence.clause.parent[at as usize].map(|(p, _)| p);
        let of = above(noun).filter(|&p| sentence.chunk(p).word == self.known.of);
        let plan = of.and_then(above).is_some_and(|p| self.rules.plans.contains(&sentence.chunk(p).lemma));
        // "the offer of 3 September to set up"
        let dated = sentence.tokens[phrase.first as usize].kind == Kind::Number;
        plan && !dated && phrase.determiner != Determiner::First && !self.rules.state_nouns.contains(&phrase.lemma)
    }

    /// "his energy and vision in leading the Union": who leads is whose the vision is. "the idea of founding": whoever founds.
    pub(super) fn doer(&self, sentence: &Analysed<'_>, verb: u32) -> Option<Actor> {
        let gerund = sentence.chunk(verb).verb.is_some_and(|v| v.form == VerbForm::Gerund);
        let (preposition, _) = sentence.clause.parent[verb as usize].filter(|_| gerund)?;
        let (noun, _) = sentence.clause.parent[preposition as usize]?;
        let phrase = sentence.chunk(noun);
        if phrase.kind != ChunkKind::Noun || phrase.mention.is_some() {
            return None;
        }
        // The second of two nouns may have its owner before the first.
        let joint = noun.checked_sub(2).filter(|_| phrase.first == phrase.head);
        let joint = joint.filter(|&n| sentence.chunk(n + 1).kind == ChunkKind::Coordinator);
        let noun = joint.filter(|&n| sentence.chunk(n).kind == ChunkKind::Noun).unwrap_or(noun);
        // "the Union's role in helping": the Union's, unless a State's.
        let genitive = noun.checked_sub(1).filter(|&g| sentence.chunk(g).is_genitive);
        let body =
            genitive.and_then(|g| sentence.mention_of(g)).is_some_and(|m| m.class & self.known.organisation != 0);
        match sentence.chunk(noun).determiner {
            _ if body || self.is_of_person(sentence, noun) => Some(Actor::Other),
            Determiner::Third => Some(self.owner_of(sentence, noun).unwrap_or(Actor::Other)),
            Determiner::Definite if self.lexicon.is_one_of(phrase.lemma, &IDEAS) => {
                // "Norlandia is studying the possibility of acceding": its own.
                let verb = sentence.clause.parent[noun as usize].map(|(verb, _)| sentence.chunk(verb).lemma);
                (!verb.is_some_and(|v| self.lexicon.is_one_of(v, &WEIGHING))).then_some(Actor::Other)
            }
            _ => None,
        }
    }

    /// "the announcement by Norlandia of its intention to double": whose the noun is that the infinitive completes.
    pub(super) fn intends(&self, sentence: &Analysed<'_>, verb: u32) -> Option<Actor> {
        let (noun, _) = sentence.clause.parent[verb as usize]?;
        let phrase = sentence.chunk(noun);
        let theirs =
            phrase.kind == ChunkKind::Noun && phrase.mention.is_none() && phrase.determiner == Determiner::Third;
        self.owner_of(sentence, noun).filter(|owner| theirs && matches!(owner, Actor::States(_)))
    }

    /// "welcome the creation of the Forum to work with": the Forum does. "the invitation of the Forum to accede": whoever is invited.
    pub(super) fn is_body_founded(&self, sentence: &Analysed<'_>, noun: u32) -> bool {
        let body = |m: &Mention| m.class & self.known.organisation != 0 && m.strength == Strength::Named && !m.is_owned;
        let above = |at: u32| sentence.clause.parent[at as usize].map(|(p, _)| p);
        let of = above(noun).filter(|&p| sentence.chunk(p).word == self.known.of);
        let plan = of.and_then(above).is_some_and(|p| self.rules.deeds.contains(&sentence.chunk(p).lemma));
        !plan && sentence.mention_of(noun).is_some_and(body)
    }

    /// "A bill to ratify", "the law ratifying": whose law it is, nobody says.
    pub(super) fn is_by_law(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let form = sentence.chunk(verb).verb.map(|v| v.form);
        let hangs = matches!(form, Some(VerbForm::Infinitive | VerbForm::Gerund));
        let noun = sentence.clause.parent[verb as usize].map(|(noun, _)| noun).filter(|_| hangs);
        let law = noun.filter(|&n| self.is_law(sentence, n));
        // "Westmark enacted a law establishing": not where somebody makes it.
        let stands = |n: u32| sentence.clause.parent[n as usize].is_none_or(|(_, role)| role == Role::Subject);
        law.is_some_and(|n| stands(n) && self.owner_of(sentence, n).is_none())
    }

    /// "The Academy sends instructors", in an account of what is done at home: a body told of before.
    pub(super) fn is_organ(&self, sentence: &Analysed<'_>, phrase: &Chunk) -> bool {
        phrase.mention.is_none()
            && phrase.determiner == Determiner::Definite
            && phrase.first + 1 == phrase.head
            && sentence.tokens[phrase.head as usize].is_capitalised()
            && self.lexicon.is_one_of(phrase.lemma, &ORGANS)
    }

    /// Whether a noun phrase is a law, or one in the making.
    pub(super) fn is_law(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let phrase = sentence.chunk(chunk);
        phrase.kind == ChunkKind::Noun && self.lexicon.is_one_of(phrase.lemma, &LAWS)
    }

    /// "I congratulate you as Chair of the Union": whoever is addressed has the office.
    pub(super) fn is_addressed(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let before = sentence.clause.chunks[..chunk as usize].iter().enumerate().rev();
        let mut persons = before.filter_map(|(at, c)| {
            // "congratulations to the President for assuming"
            let object = sentence.clause.parent[at].is_some_and(|(_, role)| role == Role::Object);
            let plain = c.determiner == Determiner::Definite && c.first + 1 == c.head;
            let hailed = object && plain && self.lexicon.is(c.word, "president");
            let first = c.determiner == Determiner::First || self.known.first_person.contains(&c.word);
            let speaker = c.mention.is_some_and(|m| sentence.mentions[m as usize].thing == sentence.speaker);
            // "welcome your election, Sir, to the presidency of the Union"
            let yours = self.lexicon.is(sentence.words[c.first as usize], "your")
                && self.lexicon.is_one_of(c.lemma, &["election", "assumption", "appointment", "accession"]);
            let you = hailed || yours || c.kind == ChunkKind::Noun && self.lexicon.is(c.word, "you");
            (first || speaker || you).then_some(you)
        });
        persons.next() == Some(true)
    }

    /// Whether an infinitive has no subject of its own and hangs on another verb.
    pub(super) fn is_bare_infinitive(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let infinitive = sentence.chunk(verb).verb.is_some_and(|v| v.form == VerbForm::Infinitive);
        let above = sentence.clause.parent[verb as usize].map(|(p, _)| sentence.chunk(p).kind);
        infinitive && sentence.clause.subject[verb as usize].is_none() && above == Some(ChunkKind::Verb)
    }

    /// "Norlandian Aid", said by Norlandia: a name that begins with that of its people.
    pub(super) fn bears_own_name(&self, sentence: &Analysed<'_>, phrase: &Chunk) -> bool {
        let within = |m: &Mention| m.first == phrase.first && m.last <= phrase.head && m.form == Form::Demonym;
        phrase.mention.is_none()
            && sentence.tokens[phrase.head as usize].is_capitalised()
            && sentence.mentions.iter().any(|m| m.thing == sentence.speaker && within(m))
    }

    /// "an officer of our Mission", "experts from Norlandia", "specialists of the Harbour Agency": people and bodies act for
    /// the State whose they are.
    pub(super) fn servant_of(&self, sentence: &Analysed<'_>, chunk: u32, reading: &Reading) -> Option<Actor> {
        let chunks = &sentence.clause.chunks;
        // "Ambassador Smith of Norlandia"
        let titles = ["ambassador", "minister", "president", "mr", "mrs", "ms", "dr", "professor", "general", "sir"];
        let titled = chunks[chunk as usize].mention.is_none()
            && self.lexicon.is_one_of(sentence.words[chunks[chunk as usize].first as usize], &titles)
            && sentence.tokens[chunks[chunk as usize].head as usize].is_capitalised();
        let serves = |lemma| titled || self.rules.state_nouns.contains(&lemma) || self.rules.servants.contains(&lemma);
        let preposition = chunks.get(chunk as usize + 1).filter(|c| c.kind == ChunkKind::Preposition)?;
        let owner = chunk + 2;
        chunks.get(owner as usize).filter(|c| c.kind == ChunkKind::Noun && serves(sentence.chunk(chunk).lemma))?;
        if !self.lexicon.is_one_of(preposition.word, &["of", "from", "at", "in"])
            || self.lexicon.is(preposition.word, "in") && sentence.chunk(owner).determiner != Determiner::First
        {
            return None;
        }
        let named = sentence.mention_of(owner).is_some_and(|m| m.form != Form::Capital);
        let own = sentence.chunk(owner).determiner == Determiner::First;
        match self.who(sentence, owner, reading) {
            actor @ (Actor::Speaker | Actor::States(_)) if named || own => Some(actor),
            _ => None,
        }
    }

    /// "Norlandian representatives", "fifty Norlandian companies", "Norlandia agrees, and its experts";
    /// "national experts", in an account of what is done at home.
    pub(super) fn of_nation(&self, sentence: &Analysed<'_>, chunk: u32, reading: &Reading) -> Option<Actor> {
        let phrase = sentence.chunk(chunk);
        if phrase.determiner == Determiner::Third && self.rules.servants.contains(&phrase.lemma) {
            let owns = |m: &&Mention| {
                m.last <= phrase.first && !m.is_inside && m.class & (self.known.state | self.known.organisation) != 0
            };
            let last = sentence.mentions.iter().filter(owns).max_by_key(|m| m.first);
            let stands = last.is_some_and(|m| m.class & self.known.state != 0 && m.form == Form::Name);
            return self.owner_of(sentence, chunk).filter(|_| stands);
        }
        // "His Majesty King John": whoever speaks of a monarch so speaks of its own.
        let word = |t: u32| sentence.words[t as usize];
        if self.lexicon.is_one_of(word(phrase.first), &["his", "her"])
            && phrase.first + 1 < phrase.head
            && self.lexicon.is_one_of(word(phrase.first + 1), &["majesty", "highness", "royal"])
        {
            return Some(Actor::Speaker);
        }
        let firms = self.lexicon.is_one_of(phrase.lemma, &["organization", "company", "entity", "firm"]);
        let serves = self.rules.servants.contains(&phrase.lemma) || firms && phrase.is_plural;
        let first = sentence.words[phrase.first as usize];
        let at_home = reading.is_domestic && phrase.is_plural && self.lexicon.is(first, "national");
        match self.national(sentence, chunk).filter(|_| serves) {
            Some(state) => Some(self.state(sentence, state)),
            None => (serves && at_home).then_some(Actor::Speaker),
        }
    }

    /// "the Secretary-General for his leadership": no State is "he" or "you".
    pub(super) fn is_of_person(&self, sentence: &Analysed<'_>, chunk: u32) -> bool {
        let first = sentence.words[sentence.chunk(chunk).first as usize];
        self.lexicon.is_one_of(first, &["his", "her", "your"])
    }

    /// "the ratification of the treaty by Norlandia": the "by" of what is done to something.
    pub(super) fn by_of_act(&self, sentence: &Analysed<'_>, chunk: u32) -> Option<u32> {
        let clause = &sentence.clause;
        let end = clause.chunks.len().min(chunk as usize + 9);
        let act = self.rules.acts.contains(&sentence.chunk(chunk).lemma);
        let by =
            |i: &usize| clause.chunks[*i].word == self.known.by && clause.parent[*i] == Some((chunk, Role::Modifier));
        (chunk as usize + 1..end).find(by).filter(|_| act).map(|i| i as u32)
    }
}
