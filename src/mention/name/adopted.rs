//! Texts told by where, by whom or between whom they were made: "the communiqué adopted at the Saltmouth Summit", "the
//! agreement signed in Saltmouth", "the accord reached between Norlandia and the Tern Front".

use crate::clause::{Chunk, ChunkKind, Determiner, VerbForm};
use crate::gazetteer::Form;
use crate::lexicon::MONTHS;
use crate::mention::head::Shapes;
use crate::mention::{Strength, label};
use crate::token::Kind;

use super::{Found, Sight};

/// What is done to a text that comes into being.
const MADE: [&str; 10] =
    ["adopt", "sign", "reach", "conclude", "issue", "approve", "endorse", "agree", "release", "publish"];

/// Longest distance from the noun to what tells it, in tokens.
const MAX_REACH: u32 = 14;

impl Sight<'_> {
    /// A text with the event, place or parties that the participle behind it tells.
    pub(super) fn adopted(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let first = self.first_modifier();
        // "the Tidal Peace Agreement signed in Saltmouth" has a name of its own.
        let own = (first..chunk.head).any(|t| naming.tokens[t as usize].is_capitalised())
            && !naming.heads.is_generic(naming.written(first, chunk.last));
        if let Some(found) = self.dated_text(first).filter(|_| !own) {
            return Some(found);
        }
        if let Some(found) = self.peace_in_state(first).filter(|_| !own) {
            return Some(found);
        }
        let is = |at: usize, kind: ChunkKind| usize::from(self.chunks.get(at).is_some_and(|c| c.kind == kind));
        let comma = is(self.at + 1, ChunkKind::Comma);
        // "the agreement that was signed between"
        let told = is(self.at + 1 + comma, ChunkKind::Relative);
        let comma = comma + told;
        let made = self.chunks.get(self.at + 1 + comma).filter(|c| self.is_made(c, told == 1))?;
        if own || chunk.is_genitive || chunk.determiner == Determiner::Quantity {
            return None;
        }
        let start = self.at + 2 + comma;
        if let Some(end) = self.sides(start) {
            let parties = naming.written(self.chunks[start].first, self.chunks[end - 1].last);
            let form = format!("{} {parties}", self.form(first, chunk.last, chunk));
            return Some(self.found(chunk.first, self.chunks[end - 1].last, end, Strength::Named, None, form));
        }
        let mut end = start;
        let mut told = false;
        while let Some([joint, noun]) = self.chunks.get(end..end + 2) {
            let joins = joint.kind == ChunkKind::Preposition
                && noun.kind == ChunkKind::Noun
                && naming.is_word(joint.word, &["at", "in", "by", "on", "under"])
                && noun.last <= chunk.last + MAX_REACH;
            let tells = self.tells_making(joint, noun);
            if !joins || !(tells || self.is_day(noun)) {
                break;
            }
            told |= tells;
            end += 2;
        }
        if !told {
            return None;
        }
        let behind = naming.written(made.last - 1, self.chunks[end - 1].last);
        let form = format!("{} {behind}", self.form(first, chunk.last, chunk));
        // Event, place and body stay mentions of their own.
        Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form))
    }

    /// "the peace agreement in Norlandia", "the peace accords on Westmark": told by the State that it brings peace to.
    fn peace_in_state(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let [joint, noun] = self.chunks.get(self.at + 1..self.at + 3)? else { return None };
        let state = self
            .mention_of(noun)
            .filter(|m| m.class & naming.state != 0 && m.last == noun.last && m.form == Form::Name)?;
        let peace =
            (first..chunk.head).any(|t| naming.is_word(naming.tokens[t as usize].word, &["peace", "ceasefire"]));
        let treaty = label::kind(&self.head.class) == "treaty" && chunk.determiner == Determiner::Definite;
        let joins = peace && treaty && !noun.is_genitive && naming.is_word(joint.word, &["in", "on", "for"]);
        let form = format!(
            "{} {} {}",
            self.form(first, chunk.last, chunk),
            naming.written(joint.first, joint.last),
            naming.place_in_name(state, self.things)
        );
        // The State stays a mention of its own.
        joins.then(|| self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form))
    }

    /// Whether a verb group tells that the text was made; in a relative clause it is finite.
    fn is_made(&self, chunk: &Chunk, finite: bool) -> bool {
        let forms: &[VerbForm] = if finite { &[VerbForm::Past, VerbForm::Perfect] } else { &[VerbForm::Participle] };
        let participle = chunk.verb.is_some_and(|v| forms.contains(&v.form) && v.is_passive && !v.is_negated);
        let taken =
            self.naming.is_word(self.chunk().lemma, &["decision"]) && self.naming.is_word(chunk.lemma, &["take"]);
        participle && (taken || self.naming.is_word(chunk.lemma, &MADE))
    }

    /// "the peace accords of December 1996", "the joint declaration of 9 June 1998": told by its day.
    fn dated_text(&self, first: u32) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let [of, day] = self.chunks.get(self.at + 1..self.at + 3)? else { return None };
        let month = |t: u32| naming.is_word(naming.tokens[t as usize].word, &MONTHS);
        let dated = (day.first..day.last).any(month) && self.is_day(day) && day.mention.is_none();
        let one = matches!(chunk.determiner, Determiner::Definite) && !chunk.is_genitive;
        let joins = naming.is_word(of.word, &["of"]) && dated && one;
        joins.then(|| {
            let form = self.form(first, day.last, chunk);
            self.found(chunk.first, day.last, self.at + 3, Strength::Named, None, form)
        })
    }

    /// "between Norlandia and the Tern Front": where the two sides at chunk `at` end.
    fn sides(&self, at: usize) -> Option<usize> {
        let between = self.chunks.get(at)?;
        let at = at + self.governments(at + 1);
        let [_, one, and, other] = self.chunks.get(at..at + 4)? else { return None };
        let side = |c: &Chunk| c.kind == ChunkKind::Noun && c.mention.is_some() && !c.is_genitive;
        let joins = self.naming.is_word(between.word, &["between"]) && self.naming.is_word(and.word, &["and"]);
        let treaty = label::kind(&self.head.class) == "treaty";
        (joins && treaty && side(one) && side(other)).then_some(at + 4)
    }

    /// Whether "at the Saltmouth Summit", "in Saltmouth" or "by the Council" tells which text is meant.
    fn tells_making(&self, joint: &Chunk, noun: &Chunk) -> bool {
        let naming = self.naming;
        let Some(mention) = self.mention_of(noun).filter(|m| m.last == noun.last && !noun.is_genitive) else {
            // A place that no list holds: "at Saltmouth".
            let from = noun.first;
            let proper = (from..noun.last).all(|t| naming.tokens[t as usize].is_capitalised());
            // "at the Saltmouth Summit", which gets its name after this one.
            let head = naming.heads.head(noun.lemma).filter(|h| h.shapes.any(Shapes::CAPITAL));
            let event = head.is_some_and(|h| label::kind(&h.class) == "event")
                && noun.head > noun.first + 1
                && (noun.first + 1..=noun.head).all(|t| naming.tokens[t as usize].is_capitalised());
            if event && !noun.is_genitive {
                return naming.is_word(joint.word, &["in", "at"]);
            }
            let month = naming.is_word(noun.lemma, &MONTHS);
            return proper
                && !month
                && naming.is_word(joint.word, &["in", "at"])
                && noun.determiner == Determiner::Bare;
        };
        let kind = label::kind(&self.things.get(mention.thing).class);
        let place = self.is_territory(mention);
        let named = mention.strength == Strength::Named;
        if naming.is_word(joint.word, &["by"]) {
            // "the agreement signed by Norlandia"; what a body decides, it does.
            let decided = naming.is_word(self.chunk().lemma, &["decision"]);
            return named && !place && !decided && kind == "organisation";
        }
        naming.is_word(joint.word, &["in", "at"]) && named && (place || kind == "event")
    }

    /// "on 4 May 1994", "in 2005"
    fn is_day(&self, noun: &Chunk) -> bool {
        (noun.first..noun.last).any(|t| self.naming.tokens[t as usize].kind == Kind::Number)
    }
}
