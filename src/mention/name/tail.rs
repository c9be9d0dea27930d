//! How far a capitalised name goes on after its noun: "the Ministry | of Trade and Industry".

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::gazetteer::Form;
use crate::lexicon::{Classes, MONTHS, UNKNOWN};
use crate::mention::head::Shapes;
use crate::mention::{Mention, label};
use crate::token::{Caps, Kind, Token};

use super::Sight;

impl Sight<'_> {
    /// The chunk after the capitalised "of …", "on … and …" that follow the noun, from chunk `from` on.
    pub(super) fn capital_tail(&self, from: usize) -> usize {
        let naming = self.naming;
        let mut end = from;
        // "tunCERT in Saltmouth": an invented word is a name by itself.
        if self.chunk().is_genitive || self.is_compound() {
            return end;
        }
        // "the Act | relating to Equality"
        if matches!(label::kind(&self.head.class), "law" | "treaty") && self.is_related(from) {
            end += 3;
        }
        if self.is_amending(from) {
            return from + 2;
        }
        let kind = label::kind(&self.head.class);
        // "the Law | concerning Wrecks"
        if let Some([joint, noun]) = self.chunks.get(from..from + 2)
            && naming.is_word(joint.word, &["concerning", "regarding", "governing"])
            && noun.kind == ChunkKind::Noun
            && self.mention_of(noun).is_none()
            && matches!(kind, "law" | "treaty")
            && self.is_capital_phrase(noun)
        {
            end += 2;
        }
        while let (Some(joint), Some(noun)) = (self.chunks.get(end), self.chunks.get(end + 1)) {
            let in_tail = end > from;
            // "the Agreement on Accidents | Relating to Lamps"
            if in_tail && self.is_related(end) {
                end += 3;
                continue;
            }
            // "the Strategy to Counter | the World Drug Problem"
            if in_tail && self.is_object_in_name(end) {
                end += 1;
                continue;
            }
            let joins = match joint.kind {
                ChunkKind::Preposition => {
                    // "the Programme of Advancement | through Nets and Boats"
                    let means = in_tail && naming.is_word(joint.word, &["through"]) && self.mention_of(noun).is_none();
                    // "the Conference on Dialogue | among Peoples"
                    let parties = in_tail
                        && naming.is_word(joint.word, &["among", "between", "without", "towards"])
                        && self.mention_of(noun).is_none();
                    // "the Agreement on Reducing the Risk | from Accidents"
                    let source = in_tail
                        && naming.is_word(joint.word, &["from"])
                        && noun.is_plural
                        && noun.determiner != Determiner::Indefinite
                        && self.mention_of(noun).is_none()
                        && matches!(kind, "law" | "treaty" | "instrument");
                    // "the Commission for Children | at Risk"
                    let at = in_tail
                        && naming.is_word(joint.word, &["at"])
                        && noun.first == noun.head
                        && self.mention_of(noun).is_none()
                        && !naming.is_word(noun.lemma, &["headquarters"]);
                    means
                        || parties
                        || source
                        || at
                        || naming.is_word(joint.word, &["of", "on", "for", "against", "to", "in", "with", "of_and_in"])
                }
                ChunkKind::Coordinator => in_tail,
                ChunkKind::Comma => in_tail && self.is_listed(end),
                // "Decade to Combat Racism"
                ChunkKind::Verb => self.naming.tokens[joint.head as usize].is_capitalised(),
                _ => false,
            };
            let dated = naming.is_word(joint.word, &["of"]) && self.is_date_of_text(noun);
            // "the Plan for Women | and their Children"
            let theirs = in_tail && joint.kind == ChunkKind::Coordinator && noun.determiner == Determiner::Third;
            let capital = self.is_capital_phrase(noun)
                || theirs && self.is_capital_phrase(&Chunk { determiner: Determiner::Definite, ..*noun });
            if !joins || noun.kind != ChunkKind::Noun || !(dated || capital) {
                break;
            }
            if let Some(place) = self.mention_of(noun).filter(|m| self.is_territory(m))
                && self.closes(joint, noun, place, end == from)
            {
                return end + 2;
            }
            if self.is_apart(joint, noun, end) {
                break;
            }
            if let Some(mention) = self.mention_of(noun)
                && (self.is_territory(mention) || joint.kind == ChunkKind::Coordinator)
            {
                break;
            }
            end += 2;
            // "the Meeting on Pelagic Union | Wreck Clearance Programmes"
            let goes_on = |c: &Chunk, last: u32| {
                c.kind == ChunkKind::Noun
                    && c.first == last
                    && c.mention.is_none()
                    && c.determiner == Determiner::Bare
                    && self.is_capital_phrase(c)
            };
            if !noun.is_genitive && self.chunks.get(end).is_some_and(|c| goes_on(c, noun.last)) {
                end += 1;
            }
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

    /// "the Protocol | amending | the Pelagic Convention": a treaty by which another is changed.
    fn is_amending(&self, at: usize) -> bool {
        let Some([verb, noun]) = self.chunks.get(at..at + 2) else { return false };
        let text = |m: &Mention| label::kind(&self.things.get(m.thing).class) == "treaty";
        label::kind(&self.head.class) == "treaty"
            && self.naming.is_word(verb.word, &["amending"])
            && self.mention_of(noun).is_some_and(|m| text(m) && m.last == noun.last)
    }

    /// "relating to Equality": whether it tells, from chunk `at` on, of what the name before is.
    fn is_related(&self, at: usize) -> bool {
        let naming = self.naming;
        let Some([verb, joint, noun]) = self.chunks.get(at..at + 3) else { return false };
        let capital = naming.tokens[verb.first as usize].is_capitalised();
        let to =
            naming.is_word(verb.word, &["relating", "related", "pertaining"]) && naming.is_word(joint.word, &["to"]);
        let from =
            capital && naming.is_word(verb.word, &["arising", "resulting"]) && naming.is_word(joint.word, &["from"]);
        (to || from) && noun.kind == ChunkKind::Noun && self.mention_of(noun).is_none() && self.is_capital_phrase(noun)
    }

    /// Whether `noun`, which `joint` joins to the name, is no part of it.
    fn is_apart(&self, joint: &Chunk, noun: &Chunk, end: usize) -> bool {
        let naming = self.naming;
        let is = |words: &[&str]| naming.is_word(joint.word, words);
        let kind = label::kind(&self.head.class);
        // "the Social Project | of President Tern": whose it is
        let title = naming.tokens[noun.first as usize].word;
        if is(&["of", "by"])
            && noun.mention.is_none()
            && naming.is_word(title, &["president", "presidents", "chancellor", "king"])
        {
            return true;
        }
        // "the Council to the Assembly": two bodies. "the Expo with the Council": with whom it is held.
        // "the Ministry of Tides with the Council": who works with it.
        let body = matches!(kind, "body" | "organisation");
        let bodies = body && is(&["to", "with"]) || matches!(kind, "event" | "strategy") && is(&["with"]);
        // "the Harbour Programme with 20 million": what is spent on it.
        let counts = |t: u32| naming.tokens[t as usize].kind == Kind::Number;
        if is(&["with"]) && (noun.first..noun.last).any(counts) {
            return true;
        }
        // "its adoption by the Assembly | of the Declaration": no text has an assembly.
        let text = |m: &Mention| matches!(label::kind(&self.things.get(m.thing).class), "treaty" | "instrument");
        let assembly = naming.is_word(self.chunk().lemma, &["assembly"]);
        if assembly && is(&["of"]) && self.mention_of(noun).is_some_and(text) {
            return true;
        }
        // "the Council to the Assembly"
        let any = naming.is_word(noun.lemma, &["state", "member", "country"]) && noun.mention.is_none();
        if is(&["to"]) && body && any {
            return true;
        }
        // "the Programme to Combat Wrecks | with the Union": with whom it is carried out; "the Act on Cooperation | with the Union" is
        // about that.
        let deeds = ["cooperation", "partnership", "dialogue", "relation", "collaboration", "agreement", "association"];
        let partner = is(&["with"])
            && matches!(kind, "strategy" | "law" | "body" | "organisation")
            && !naming.is_word(self.chunks[end - 1].lemma, &deeds)
            && self
                .mention_of(noun)
                .is_some_and(|m| naming.ontology.is_subclass(&self.things.get(m.thing).class, "Organisation"));
        if partner {
            return true;
        }
        let short = naming.heads.standing(noun.lemma).is_some() && noun.first + 1 == noun.head;
        // "the Parties to the Pelagic Convention": a treaty is no body.
        if bodies && (short || self.mention_of(noun).is_some_and(|m| !is(&["to"]) || !text(m))) {
            return true;
        }
        // "the School on Wrecks | in Saltmouth": where it is held. "met the Council in July"
        let place = noun.first == noun.head && noun.last == noun.head + 1 && noun.word == UNKNOWN;
        // "the Tidal exercise | with NAMAR": with whom it is held.
        let letters = naming.tokens[noun.head as usize].caps == Caps::Acronym;
        if is(&["with"]) && kind == "event" && place && letters {
            return true;
        }
        if is(&["in"]) && (matches!(kind, "event" | "body") && place || naming.is_word(noun.lemma, &MONTHS)) {
            return true;
        }
        // "the Agency for Net | Services", "the Ministry of Lamps | and Postal Services": what it is about.
        let services =
            naming.is_word(noun.lemma, &["service"]) && noun.is_plural && noun.determiner == Determiner::Bare;
        let parent = !services && naming.heads.head(noun.lemma).is_some_and(|h| &*h.class == "NationalBody");
        if joint.kind != ChunkKind::Coordinator {
            // "its development by the Ministry of Tides | of the Harbour Policy"
            let deep = end > self.at + 1 && kind == "body" && is(&["of"]);
            let made =
                deep && naming.head_of(noun).is_some_and(|h| matches!(label::kind(&h.class), "strategy" | "law"));
            return made || parent && (kind == "body" || is(&["against"]));
        }
        // "the Committee on Whales and the Council": another body, with its own article.
        let heads_name = naming.head_of(noun).is_some_and(|h| h.shapes.any(Shapes::CAPITAL));
        let alone = noun.first == noun.head;
        // "the Conference for Trade and Partnership"
        let matter = alone && naming.is_word(noun.lemma, &["partnership", "alliance", "union", "dialogue", "study"])
            || noun.is_plural && self.is_twin_of(&self.chunks[end - 1], noun);
        // "the Council of State and the Transitional Government", "the Warden of the Reef and the Director of Lamps"
        let offices = ["government", "rapporteur", "representative", "envoy", "front", "movement", "staff", "bank"];
        let posts = ["director", "commissioner", "chief", "head", "minister", "secretary"];
        let office = naming.is_word(noun.lemma, &offices) || naming.is_word(noun.lemma, &posts);
        let heads_name = heads_name || office && noun.determiner == Determiner::Definite;
        let other = (noun.determiner != Determiner::Bare || alone) && heads_name && !matter;
        // "the Ordinance on Wrecks and Regulation (EC) No. 20/2010"
        let text = alone
            && naming.is_word(noun.lemma, &["regulation", "directive", "decision", "decree", "order", "resolution"])
            && self.chunks.get(end + 2).is_some_and(|c| c.kind == ChunkKind::Open);
        let other = other || text;
        // "the Council of Ministers and Parliament"
        // "the Ministry of Tides and the Wreck Intelligence Centre (CIES)": letters of another tongue
        let body = naming.is_word(noun.lemma, &["centre", "center", "agency", "authority", "commission", "institute"]);
        let told = body && noun.determiner == Determiner::Definite && noun.first + 2 < noun.head;
        other && (told || !naming.acronym_reaches_back(self.chunks, end + 1))
            || parent && (kind == "body" || alone && !noun.is_plural)
    }

    /// Whether the State or place that `noun` names is the last part of the name, and no owner of what it tells.
    fn closes(&self, joint: &Chunk, noun: &Chunk, place: &Mention, is_first: bool) -> bool {
        let naming = self.naming;
        let is = |words: &[&str]| naming.is_word(joint.word, words);
        let kind = label::kind(&self.head.class);
        // "the Special Envoy | for Norlandia"
        if &*self.head.class == "Post" && is(&["for"]) {
            return true;
        }
        let whole = place.last == noun.last && !noun.is_genitive;
        let named = whole && place.form == Form::Name;
        // "the Panel of Experts | on Norlandia"
        let is_of = self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"]));
        // "the Saltmouth Conference | on Norlandia", "the International Contact Group | on Norlandia"
        let about = named
            && (kind == "event" && is(&["on", "for"])
                || matches!(kind, "organisation" | "body") && is(&["on"]) && (is_first || is_of));
        // "the Socialist Party | of Norlandia": one of several that are called so.
        let party = named && is_first && is(&["of"]) && &*self.head.class == "PoliticalParty";
        // "the Second Declaration | of Saltmouth"
        let city = place.form == Form::Capital || place.class & naming.state == 0;
        let signed = city && place.last == noun.last && matches!(kind, "instrument" | "treaty") && is(&["of"]);
        // "the Pelagic Union Rescue Mission | in Norlandia"
        let body = |m: &Mention| m.class & (naming.state | naming.territory) == 0;
        let posted = named
            && is_first
            && is(&["in", "for", "to"])
            && naming.is_word(self.chunk().lemma, &["mission", "office", "force", "operation", "authority", "fund"])
            && self.mentions_in(self.chunk().first, self.chunk().head).any(body);
        // "the Tidal Strategy | for Africa"
        let region = named && is(&["for"]) && place.class & naming.state == 0 && kind == "strategy";
        let region = region && self.things.get(place.thing).in_state.is_none();
        // "the Pedagogical Institute | of the Tidal Lakes"
        let school =
            naming.is_word(self.chunk().lemma, &["institute", "university", "academy", "college", "centre", "bank"]);
        let wide = named && is_first && is(&["of"]) && school && place.class & naming.state == 0;
        let wide = wide && self.things.get(place.thing).in_state.is_none();
        // "the Centre for | Wrecks Norlandia"
        let tailed = joint.kind == ChunkKind::Preposition
            && place.last == noun.last
            && place.form == Form::Name
            && place.first > noun.first
            && noun.determiner == Determiner::Bare
            && kind == "organisation";
        // "the Plan | for an Emerging Norlandia"
        let changed = is(&["for"])
            && kind == "strategy"
            && place.last == noun.last
            && noun.determiner == Determiner::Indefinite
            && place.first > noun.first + 1;
        // "the Conference on the Future | of Europe": of a region, whose nothing is.
        about
            || changed
            || party
            || signed
            || posted
            || wide
            || tailed
            || region
            || !is_first && self.is_of_region(joint, place)
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
        let is = |at: usize, kind: ChunkKind, words: &[&str]| {
            self.chunks.get(at).is_some_and(|c| c.kind == kind && self.naming.is_word(c.word, words))
        };
        // "Wrecks | , Crimes against Humanity | , Tides and Nets"
        let mut last = at;
        while self.chunks.get(last).is_some_and(|c| c.kind == ChunkKind::Comma) {
            if !self.chunks.get(last + 1).is_some_and(plain) {
                break;
            }
            last += 2;
            while is(last, ChunkKind::Preposition, &["against", "of", "for"])
                && self.chunks.get(last + 1).is_some_and(plain)
            {
                last += 2;
            }
        }
        last += usize::from(last > at && is(last + 1, ChunkKind::Coordinator, &["and"]));
        let Some(third) = self.chunks.get(last + 1).filter(|_| last > at) else { return false };
        // "the Ministry of Solidarity, Integration and the Family"
        let article = third.determiner == Determiner::Definite && third.first + 1 == third.head;
        let ends = match article {
            true => plain(&Chunk { determiner: Determiner::Bare, first: third.head, ..*third }),
            // "Ammunition, Explosives and Other Materials"
            false if self.naming.is_word(self.naming.tokens[third.first as usize].word, &["other"]) => {
                plain(&Chunk { determiner: Determiner::Bare, ..*third })
            }
            false => plain(third),
        };
        ends && is(last, ChunkKind::Coordinator, &["and"])
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
        // "the Plan to Prevent, Combat and Eradicate | the Trade in Nets"
        let listed = self.naming.is_word(to.word, &["and"]).then(|| {
            let member = |i: &usize| {
                let c = &self.chunks[*i];
                c.kind == ChunkKind::Comma || matches!(c.kind, ChunkKind::Noun | ChunkKind::Verb) && c.first == c.head
            };
            let before = (self.at + 1..at - 2).rev().find(|i| !member(i));
            before.map(|i| &self.chunks[i])
        });
        let to = listed.flatten().unwrap_or(to);
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
