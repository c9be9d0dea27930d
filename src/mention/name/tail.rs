//! How far a capitalised name goes on after its noun: "the Ministry | of Trade and Industry".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::lexicon::{Classes, MONTHS, UNKNOWN};
use crate::mention::head::Shapes;
use crate::mention::label;
use crate::token::{Kind, Token};

use super::Sight;

impl Sight<'_> {
    /// The chunk after the capitalised "of …", "on … and …" that follow the noun, from chunk `from` on.
    pub(super) fn capital_tail(&self, from: usize) -> usize {
        let naming = self.naming;
        let mut end = from;
        if self.chunk().is_genitive {
            return end;
        }
        while let (Some(joint), Some(noun)) = (self.chunks.get(end), self.chunks.get(end + 1)) {
            let in_tail = end > from;
            // "the Strategy to Counter | the World Drug Problem"
            if in_tail && self.is_object_in_name(end) {
                end += 1;
                continue;
            }
            let joins = match joint.kind {
                ChunkKind::Preposition => {
                    naming.is_word(joint.word, &["of", "on", "for", "against", "to", "in", "with"])
                }
                ChunkKind::Coordinator => in_tail,
                ChunkKind::Comma => in_tail && self.is_listed(end),
                // "Decade to Combat Racism"
                ChunkKind::Verb => self.naming.tokens[joint.head as usize].is_capitalised(),
                _ => false,
            };
            let dated = naming.is_word(joint.word, &["of"]) && self.is_date_of_text(noun);
            if !joins || noun.kind != ChunkKind::Noun || !(dated || self.is_capital_phrase(noun)) {
                break;
            }
            // "the Council to the Assembly": two bodies.
            let is_body = matches!(label::kind(&self.head.class), "body" | "organisation");
            if is_body && naming.is_word(joint.word, &["to"]) && self.mention_of(noun).is_some() {
                break;
            }
            // "the Expo with the Council": with whom it is held.
            let event = label::kind(&self.head.class) == "event";
            if event && naming.is_word(joint.word, &["with"]) && self.mention_of(noun).is_some() {
                break;
            }
            // "the School on Wrecks | in Saltmouth": where it is held.
            let place = noun.first == noun.head && noun.last == noun.head + 1 && noun.word == UNKNOWN;
            if event && naming.is_word(joint.word, &["in"]) && place {
                break;
            }
            // "met the Council in July"
            if naming.is_word(joint.word, &["in"]) && naming.is_word(noun.lemma, &MONTHS) {
                break;
            }
            // "the Committee on Whales and the Council": another body, with its own article.
            let heads_name = naming.head_of(noun).is_some_and(|h| h.shapes.any(Shapes::CAPITAL));
            let apart = noun.determiner != Determiner::Bare || noun.first == noun.head;
            let one_name = || naming.acronym_reaches_back(self.chunks, end + 1);
            // "the Conference for Trade and Partnership"
            let matter = noun.first == noun.head && naming.is_word(noun.lemma, &["partnership", "alliance", "union"]);
            if joint.kind == ChunkKind::Coordinator && apart && heads_name && !one_name() && !matter {
                break;
            }
            // "the Council of Ministers and Parliament"
            let alone = noun.first == noun.head && !noun.is_plural;
            let body = naming.heads.head(noun.lemma).is_some_and(|h| &*h.class == "NationalBody");
            if joint.kind == ChunkKind::Coordinator && alone && body {
                break;
            }
            let is_parent = naming.heads.head(noun.lemma).is_some_and(|h| &*h.class == "NationalBody");
            if is_parent && &*self.head.class == "NationalBody" {
                break;
            }
            if let Some(mention) = self.mention_of(noun) {
                let owner = mention.class & (naming.state | naming.territory) != 0;
                // "the Special Envoy | for Norlandia"
                if owner && &*self.head.class == "Post" && naming.is_word(joint.word, &["for"]) {
                    return end + 2;
                }
                // "the Saltmouth Conference | on Norlandia"
                let about = event && naming.is_word(joint.word, &["on"]) && mention.last == noun.last;
                if owner && about && mention.form == Form::Name && !noun.is_genitive {
                    return end + 2;
                }
                // "the Second Declaration | of Saltmouth"
                let city = mention.form == Form::Capital || mention.class & naming.state == 0;
                let text = matches!(label::kind(&self.head.class), "instrument" | "treaty");
                if owner && city && text && naming.is_word(joint.word, &["of"]) && mention.last == noun.last {
                    return end + 2;
                }
                // "the Pelagic Union Rescue Mission | in Norlandia"
                let posted = naming.is_word(self.chunk().lemma, &["mission", "office", "force"])
                    && naming.is_word(joint.word, &["in", "for"])
                    && end == from
                    && self
                        .mentions_in(self.chunk().first, self.chunk().head)
                        .any(|m| m.class & (naming.state | naming.territory) == 0 && m.last < self.chunk().head);
                if owner && posted && mention.form == Form::Name && mention.last == noun.last && !noun.is_genitive {
                    return end + 2;
                }
                // "the Centre for | Wrecks Norlandia"
                let tailed =
                    owner && mention.last == noun.last && mention.first > noun.first && mention.form == Form::Name;
                if tailed && noun.determiner == Determiner::Bare && label::kind(&self.head.class) == "organisation" {
                    return end + 2;
                }
                // "the Conference on the Future | of Europe": of a region, whose nothing is.
                if in_tail && owner && self.is_of_region(joint, mention) {
                    return end + 2;
                }
                if owner || joint.kind == ChunkKind::Coordinator {
                    break;
                }
            }
            end += 2;
            if noun.is_genitive {
                // "the Ministry of Women's | Affairs"
                if !naming.is_of_people(self.chunks, end - 1) {
                    break;
                }
                end += 1;
            }
        }
        end
    }

    /// "the Commission for Refugees | , Returnees and Displaced Persons": whether the list at chunk `at` is all of one name.
    fn is_listed(&self, at: usize) -> bool {
        let plain = |c: &Chunk| {
            c.kind == ChunkKind::Noun
                && c.mention.is_none()
                && c.determiner == Determiner::Bare
                && !self.naming.heads.head(c.lemma).is_some_and(|h| h.shapes.any(Shapes::CAPITAL))
                && self.is_capital_phrase(c)
        };
        let Some([_, second, and, third]) = self.chunks.get(at..at + 4) else { return false };
        plain(second) && plain(third) && and.kind == ChunkKind::Coordinator && self.naming.is_word(and.word, &["and"])
    }

    /// "the Joint Declaration | of 11 February 2014", "the Act | of 5 July 2018 | on Wrecks": a treaty, declaration or law is told
    /// by its day.
    fn is_date_of_text(&self, noun: &Chunk) -> bool {
        let text = matches!(label::kind(&self.head.class), "instrument" | "treaty" | "law");
        let month = (noun.first..noun.last).any(|t| self.naming.is_word(self.naming.tokens[t as usize].word, &MONTHS));
        text && month && self.naming.tokens[noun.first as usize].kind == Kind::Number
    }

    /// Whether the phrase at `at` is the object of a capitalised verb after "to": both are part of a name.
    fn is_object_in_name(&self, at: usize) -> bool {
        let [to, verb, object] = &self.chunks[at - 2..=at] else { return false };
        let classes = self.naming.lexicon.classes(verb.word);
        // "the Agreement for Ending | the War"
        let gerund = self.naming.is_word(to.word, &["for", "on", "of", "and"]) && classes.any(Classes::ING);
        (gerund || self.naming.is_word(to.word, &["to"]) && classes.any(Classes::BASE))
            && verb.first == verb.head
            && object.kind == ChunkKind::Noun
            && (object.determiner == Determiner::Definite || gerund && object.determiner == Determiner::Indefinite)
            && self.naming.tokens[object.head as usize].is_capitalised()
            && object.mention.is_none()
    }

    fn is_capital_phrase(&self, noun: &Chunk) -> bool {
        let skip = u32::from(matches!(noun.determiner, Determiner::Definite | Determiner::Indefinite));
        let first = (noun.first + skip).min(noun.head);
        let tokens = &self.naming.tokens;
        // "inter-Norlandian Dialogue": the second part of a compound has the capital.
        let compound = tokens.get(first as usize + 1).is_some_and(|t| t.is_joined && t.is_capitalised());
        // "of the 1995 Genocide"
        let year = self.naming.written(first, first + 1);
        let dated = tokens[first as usize].kind == Kind::Number
            && year.len() == 4
            && first < noun.head
            && tokens.get(first as usize + 1).is_some_and(Token::is_capitalised);
        // "the Decade for Whales, 2018-2028"
        let known = tokens[noun.last as usize - 1].kind != Kind::Word
            && self.mention_of(noun).is_some_and(|m| m.last == noun.last && m.first <= first + 1);
        // "Friendship, Good-neighbourliness and Trade"
        let hyphened = tokens[noun.head as usize].is_joined && self.naming.written(first, noun.last).contains('-');
        (tokens[first as usize].is_capitalised() || compound || dated)
            && (known || hyphened || tokens[noun.head as usize].is_capitalised())
    }
}
