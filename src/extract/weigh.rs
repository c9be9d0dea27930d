//! How the speaker stands to what is merely named, by the words around the name: what the rules leave as a mention is weighed.

use std::sync::Arc;

use crate::clause::Role;
use crate::clause::path::{governing_verb, upward};
use crate::link::{Modality, Polarity};
use crate::mention::Mention;
use crate::token::Kind;
use crate::weights::Place;

use super::sentence::Analysed;
use super::{Draft, Extractor, Reading};

/// Words before and behind a name that are taken for its neighbours.
const NEIGHBOURS: (usize, usize) = (8, 5);

/// A draft as it is weighed, for those who fit the weights.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// Identifier of who acts.
    pub subject: String,
    /// The relation that the rules tell.
    pub relation: String,
    /// Identifier of the thing.
    pub object: String,
    /// Its label.
    pub label: String,
    /// The words around its name, each `place=word`.
    pub words: Vec<String>,
}

/// To which closer relation a mention leans, and how much.
#[derive(Clone, Debug)]
pub(super) struct Leaning {
    pub relation: Arc<str>,
    pub weight: i32,
    modality: Modality,
}

impl Draft {
    /// What was a mention stands in the closer relation to which it leans.
    pub(super) fn lean(&mut self) {
        if let Some(Leaning { relation, modality, .. }) = self.leaning.take() {
            self.rule = format!("weighed-{relation}").into();
            self.relation = relation;
            self.modality = modality;
        }
    }
}

impl Extractor {
    /// Weighs what was drafted of the speaker since `from`.
    pub(super) fn weigh(&self, sentence: &Analysed<'_>, from: usize, reading: &mut Reading) {
        for at in from..reading.drafts.len() {
            let draft = &reading.drafts[at];
            let is_mention = &*draft.relation == "mentions";
            if draft.subject != sentence.speaker || !is_mention && reading.weighed.is_none() {
                continue;
            }
            let named = |m: &&Mention| m.thing == draft.object && sentence.place_of(m) == draft.mention;
            let Some(mention) = sentence.mentions.iter().find(named) else { continue };
            if reading.weighed.is_none() {
                reading.drafts[at].leaning = self.leaning(sentence, mention, draft, reading);
                continue;
            }
            let weighed = self.weighed_draft(sentence, mention, draft, reading);
            reading.weighed.get_or_insert_default().push(weighed);
        }
        self.share_leanings(sentence, from, reading);
    }

    /// "sent to the exercises Tern and Heron": what stands side by side and is of one class leans alike, where the words around one of
    /// them tell nothing.
    fn share_leanings(&self, sentence: &Analysed<'_>, from: usize, reading: &mut Reading) {
        let place = |draft: &Draft| {
            let named = |m: &&Mention| m.thing == draft.object && sentence.place_of(m) == draft.mention;
            let mention = sentence.mentions.iter().find(named).filter(|_| &*draft.relation == "mentions")?;
            let above = sentence.clause.parent[sentence.chunk_of(mention)? as usize]?;
            // Of States that stand side by side, one may be a partner and the other none.
            (mention.class & self.known.state == 0).then_some((above, mention.class))
        };
        for at in from..reading.drafts.len() {
            let Some(leaning) = reading.drafts[at].leaning.clone() else { continue };
            let Some(told) = place(&reading.drafts[at]) else { continue };
            for other in from..reading.drafts.len() {
                let draft = &reading.drafts[other];
                if draft.leaning.is_none() && draft.subject == sentence.speaker && place(draft) == Some(told) {
                    reading.drafts[other].leaning = Some(leaning.clone());
                }
            }
        }
    }

    fn leaning(&self, sentence: &Analysed<'_>, mention: &Mention, draft: &Draft, reading: &Reading) -> Option<Leaning> {
        // Nobody backs a war or works with it.
        let mut scale = self.weights.scale().filter(|_| mention.class & self.known.incident == 0)?;
        self.around(sentence, mention, draft, reading, |place, word| scale.add(place, word));
        let class = &reading.things.get(mention.thing).class;
        let (relation, weight) = scale.heaviest(|relation| self.ontology.admits(relation, "State", class))?;
        // "the accord between Westmark and Eastmark": theirs.
        if &**relation == "partyTo" && reading.things.get(mention.thing).label.contains(" between ") {
            return None;
        }
        // "the aggression carried out by Westmark": nobody works with who did it.
        if &**relation == "cooperatesWith"
            && mention.class & self.known.state != 0
            && self.is_behind_misdeed(sentence, mention)
        {
            return None;
        }
        let modality = match &**relation {
            "supports" => Modality::Ongoing,
            "callsFor" => Modality::Urged,
            _ => self.modality_of_deed(sentence, mention, draft)?,
        };
        Some(Leaning { relation: relation.clone(), weight, modality })
    }

    /// Whether the mention hangs on the noun of a deed that blames whoever does it.
    fn is_behind_misdeed(&self, sentence: &Analysed<'_>, mention: &Mention) -> bool {
        let Some(chunk) = sentence.chunk_of(mention) else { return false };
        let mut steps = Vec::new();
        upward(&sentence.clause, chunk, self.known.of, &mut steps);
        steps.iter().any(|step| self.rules.perpetrated.contains(&step.lemma))
    }

    /// How far a deed is done: as the verb over the mention says, but what is known to be past or to come stays so. None where
    /// it is denied.
    fn modality_of_deed(&self, sentence: &Analysed<'_>, mention: &Mention, draft: &Draft) -> Option<Modality> {
        let verb = sentence.chunk_of(mention).and_then(|chunk| governing_verb(&sentence.clause, chunk));
        let (said, polarity) = verb.map_or((draft.modality, Polarity::Affirmed), |v| self.modality_of(sentence, v));
        let modality = if draft.modality == Modality::Ongoing { said } else { draft.modality };
        (polarity == Polarity::Affirmed && !self.is_behind_neither(sentence, mention)).then_some(modality)
    }

    fn weighed_draft(&self, sentence: &Analysed<'_>, mention: &Mention, draft: &Draft, reading: &Reading) -> Weighed {
        let mut words = Vec::new();
        self.around(sentence, mention, draft, reading, |place, word| {
            words.push(format!("{}={}", place.as_str(), place.stem(word)));
        });
        let [subject, object] = [draft.subject, draft.object].map(|thing| reading.things.get(thing));
        Weighed {
            subject: subject.id.to_string(),
            relation: draft.relation.to_string(),
            object: object.id.to_string(),
            label: object.label.clone(),
            words,
        }
    }

    /// Tells `each` word around a mention, with its place.
    fn around(
        &self,
        sentence: &Analysed<'_>,
        mention: &Mention,
        draft: &Draft,
        reading: &Reading,
        mut each: impl FnMut(Place, &str),
    ) {
        each(Place::Class, &reading.things.get(mention.thing).class);
        if &*draft.relation == "mentions" {
            each(Place::Rule, &draft.rule);
        }
        each(Place::Setting, if reading.is_domestic { "reply" } else { "speech" });
        for (tone, set) in [("praise", &self.rules.praise), ("blame", &self.rules.blame)] {
            if sentence.words.iter().any(|w| set.contains(w) || set.contains(&self.lexicon.lemma(*w))) {
                each(Place::Tone, tone);
            }
        }
        neighbours(sentence, mention, &mut each);
        self.above(sentence, mention, &mut each);
    }

    /// What the mention hangs on, and who acts there.
    fn above(&self, sentence: &Analysed<'_>, mention: &Mention, each: &mut impl FnMut(Place, &str)) {
        let Some(chunk) = sentence.chunk_of(mention) else { return };
        let role = sentence.clause.parent[chunk as usize].map_or("none", |(_, role)| match role {
            Role::Subject => "subject",
            Role::Object => "object",
            Role::Modifier => "modifier",
            Role::Example => "example",
            Role::Possessor => "possessor",
        });
        each(Place::Role, role);
        let head = |at: u32| lower(sentence, sentence.chunk(at).head);
        let mut steps = Vec::new();
        upward(&sentence.clause, chunk, self.known.of, &mut steps);
        for step in &steps {
            each(Place::Above, &head(step.chunk));
        }
        let Some(verb) = governing_verb(&sentence.clause, chunk) else { return };
        let Some(subject) = sentence.clause.subject[verb as usize] else { return each(Place::Doer, "nobody") };
        match sentence.mention_of(subject) {
            _ if self.known.first_person.contains(&sentence.chunk(subject).word) => each(Place::Doer, "speaker"),
            Some(m) if m.thing == sentence.speaker => each(Place::Doer, "speaker"),
            Some(m) if m.thing == mention.thing => each(Place::Doer, "itself"),
            Some(m) if m.class & self.known.state != 0 => each(Place::Doer, "state"),
            Some(_) => each(Place::Doer, "name"),
            None => each(Place::Doer, &head(subject)),
        }
    }
}

/// The words of the sentence outside of names, and those beside the name.
fn neighbours(sentence: &Analysed<'_>, mention: &Mention, each: &mut impl FnMut(Place, &str)) {
    const NAME: &str = "NAME";
    let is_named = |t: u32| sentence.mentions.iter().any(|m| (m.first..m.last).contains(&t));
    let is_word = |t: &u32| sentence.tokens[*t as usize].kind == Kind::Word;
    let n_tokens = sentence.tokens.len() as u32;
    for token in (0..n_tokens).filter(is_word).filter(|t| !is_named(*t)) {
        each(Place::Word, &lower(sentence, token));
    }
    let spelling = |t: u32| if is_named(t) { NAME.to_owned() } else { lower(sentence, t) };
    for (n, token) in (0..mention.first).rev().filter(is_word).take(NEIGHBOURS.0).enumerate() {
        let word = spelling(token);
        each(Place::Before, &word);
        match n {
            0 => each(Place::Next, &word),
            1 => each(Place::Second, &word),
            _ => {}
        }
    }
    for token in (mention.last..n_tokens).filter(is_word).take(NEIGHBOURS.1) {
        each(Place::After, &spelling(token));
    }
}

fn lower(sentence: &Analysed<'_>, token: u32) -> String {
    sentence.text[sentence.tokens[token as usize].span.range()].to_lowercase()
}
