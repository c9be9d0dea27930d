//! Mentions by names that are known before a sentence is read: seeds, document numbers and acronyms that the document defined.

use crate::gazetteer::{Form, Hit};
use crate::mention::symbol::numbered;
use crate::mention::{Mention, Strength, Things};
use crate::token::{Caps, Kind, Token};

use super::{Extractor, Reading};

/// What makes another land of America: "Ibero-American", "inter-American".
const OF_OTHER_LANDS: [&str; 6] = ["inter", "ibero", "pan", "afro", "meso", "latin"];

impl Extractor {
    /// Whether the phrase of a word may be a name that no list holds, or a short form.
    pub(super) fn may_name(&self, token: &Token) -> bool {
        let lemma = self.lexicon.lemma(token.word);
        let head = self.heads.may_head(token.word) || self.heads.may_head(lemma);
        head || token.caps == Caps::Acronym || self.known.joining.contains(&lemma)
    }

    /// Mentions by seed names, document numbers and acronyms that the document defined.
    pub(super) fn known_names(
        &self,
        text: &str,
        tokens: &[Token],
        all_capitals: bool,
        speaker: &str,
        reading: &mut Reading,
    ) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            // Nearly all words begin no name, and that is soon asked.
            let may_begin = self.gazetteer.begins(&tokens[at]) || tokens[at].caps == Caps::Acronym;
            if !may_begin
                || !matches!(tokens[at].kind, Kind::Word | Kind::Number)
                || is_inside_word(text, tokens, at)
                || self.is_of_continent(text, tokens, at)
            {
                at += 1;
                continue;
            }
            match self.gazetteer.longest(text, tokens, at, all_capitals) {
                Some(hit)
                    if self.is_begun(text, tokens, hit.first as usize, hit.last as usize)
                        || self.is_one_of_many(tokens, hit)
                        || self.is_second_part(tokens, hit, &mentions)
                        || self.is_yet_to_be(hit, reading.year) =>
                {
                    at = hit.last as usize;
                }
                Some(hit) => {
                    // "the General Assembly | of the United Nations Global Strategy": what ends before the longer name.
                    let next = self.overlapping(text, tokens, hit, all_capitals);
                    let before = next.and_then(|next| self.gazetteer.longest(text, &tokens[..next], at, all_capitals));
                    let Some(hit) = before.or(next.is_none().then_some(hit)) else {
                        at = next.unwrap_or(at + 1);
                        continue;
                    };
                    let Some(entity) = self.whose(text, tokens, hit, speaker, &reading.things) else {
                        at = hit.last as usize;
                        continue;
                    };
                    let (entity, last) = self.edition(text, tokens, entity, hit.last);
                    let thing = reading.things.seed(entity, &self.entities, &self.ontology);
                    mentions.push(self.mention(hit.first, last, thing, hit.form, reading));
                    at = last as usize;
                }
                None => {
                    if tokens[at].caps == Caps::Acronym
                        && let Some(thing) = reading.things.defined(&text[tokens[at].span.range()])
                    {
                        mentions.push(self.mention(at as u32, at as u32 + 1, thing, Form::Name, reading));
                    }
                    at += 1;
                }
            }
        }
        self.add_numbered(text, tokens, &mut mentions, reading);
        mentions
    }

    /// Whether what bears the name came later than the text: "the economic crisis" of a text of 1998.
    fn is_yet_to_be(&self, hit: Hit, year: Option<u16>) -> bool {
        let since = self.entities.all()[hit.entity as usize].since;
        since.zip(year).is_some_and(|(since, year)| year < since)
    }

    /// "Congolese": of several States that are called so, the one that speaks, else the one that was named before.
    fn whose(&self, text: &str, tokens: &[Token], hit: Hit, speaker: &str, things: &Things) -> Option<u32> {
        if !matches!(hit.form, Form::Demonym | Form::Nationals) {
            return Some(hit.entity);
        }
        let written =
            &text[tokens[hit.first as usize].span.start as usize..tokens[hit.last as usize - 1].span.end as usize];
        let Some(states) = self.known.shared.get(written) else { return Some(hit.entity) };
        let id = |state: u32| &*self.entities.all()[state as usize].id;
        if let Some(&own) = states.iter().find(|&&state| id(state) == speaker) {
            return Some(own);
        }
        let mut named = states.iter().filter(|&&state| things.has(id(state)));
        named.next().filter(|_| named.next().is_none()).copied()
    }

    /// "the American countries": those of the continent. "African Americans": people of whom the State is not told.
    fn is_of_continent(&self, text: &str, tokens: &[Token], at: usize) -> bool {
        let before = |words: &[&str]| at.checked_sub(1).is_some_and(|t| words.contains(&&text[tokens[t].span.range()]));
        let next = |lands: &[&str]| tokens.get(at + 1).is_some_and(|t| self.lexicon.is_one_of(t.word, lands));
        match &text[tokens[at].span.range()] {
            "American" => {
                before(&["Pan", "African", "Afro", "Asian", "Native"])
                    || next(&["countries", "nations", "republics", "continent", "hemisphere"])
            }
            "Americans" => before(&["Latin", "Central", "South", "African", "Afro", "Asian", "Native"]),
            // What was one State is several by now: "the former Soviet republics".
            "Soviet" => next(&["republics"]),
            _ => false,
        }
    }

    /// "the Tern-Pelagic initiative": what begins with the second part of a capitalised compound is not what that part names alone.
    fn is_second_part(&self, tokens: &[Token], hit: Hit, mentions: &[Mention]) -> bool {
        let first = hit.first as usize;
        let class = &self.entities.all()[hit.entity as usize].class;
        let compound = first > 0 && tokens[first].is_joined && tokens[first - 1].is_capitalised();
        let named = mentions.last().is_some_and(|m| m.last == hit.first);
        let thing = matches!(
            crate::mention::label::kind(class),
            "strategy" | "treaty" | "instrument" | "event" | "organisation"
        ) && self.entities.all()[hit.entity as usize].class.as_ref() != "State"
            && self.entities.all()[hit.entity as usize].class.as_ref() != "Place";
        // "the Saltmouth Climate Conference": what is called by another place than its own.
        let event = crate::mention::label::kind(class) == "event" && hit.last <= hit.first + 3;
        let lands = self.known.territory | self.known.state;
        let placed =
            mentions.last().is_some_and(|m| m.last == hit.first && m.class & lands != 0 && m.form != Form::Demonym)
                && event
                && tokens[first - 1].kind == Kind::Word
                && tokens[first].is_capitalised()
                && !tokens[first].is_joined;
        compound && !named && hit.last > hit.first + 1 && thing || placed
    }

    /// "a disarmament commission", "an Islamic State": one of a kind, not the body that bears the name.
    fn is_one_of_many(&self, tokens: &[Token], hit: Hit) -> bool {
        let first = hit.first as usize;
        let article = |at: usize| self.lexicon.is_one_of(tokens[at].word, &["a", "an"]);
        let class = &self.entities.all()[hit.entity as usize].class;
        let told = first > 1 && article(first - 2) && tokens[first - 1].caps == Caps::Lower;
        let plain = tokens[first..hit.last as usize].iter().all(|t| !t.is_capitalised());
        // "a special international criminal court", but "a permanent international criminal court"
        if told && plain && self.lexicon.is_one_of(tokens[first - 1].word, &["special", "separate", "regional"]) {
            return true;
        }
        // "yet another world war", "the horrors of any world war"
        let other = first > 0 && self.lexicon.is_one_of(tokens[first - 1].word, &["another", "any"]);
        if other && self.ontology.is_subclass(class, "Incident") {
            return true;
        }
        // "to be permanent members of the Council", but "the permanent members"
        let the = ["the", "five", "its", "all", "other", "these", "those", "some", "current", "existing", "fellow"];
        let whole = first > 0
            && (self.lexicon.is_one_of(tokens[first - 1].word, &the) || tokens[first - 1].kind == Kind::Number);
        if &**class == "StateGroup" && self.lexicon.is(tokens[first].word, "permanent") && !whole {
            return true;
        }
        let described = told && &**class == "ArmedGroup";
        if first == 0 || !(article(first - 1) || described) {
            return false;
        }
        // "to prevent a global economic crisis": one that is not there.
        let feared = first > 1
            && self.lexicon.is_one_of(self.lexicon.lemma(tokens[first - 2].word), &["prevent", "avoid", "avert"]);
        if feared && self.ontology.is_subclass(class, "Incident") {
            return true;
        }
        // What is told at length is still the one: "an international criminal court".
        let lower = hit.last as usize - first < 3 && plain;
        &**class == "ArmedGroup" || lower && self.ontology.is_subclass(class, "Organisation")
    }

    /// "Special Committee on Whales": what many things are called only begins the name of another one.
    fn is_begun(&self, text: &str, tokens: &[Token], first: usize, last: usize) -> bool {
        let written = &text[tokens[first].span.start as usize..tokens[last - 1].span.end as usize];
        let goes_on = tokens.get(last).is_some_and(|t| self.lexicon.is_one_of(t.word, &["on", "for"]));
        // "the National Human Rights Commission", "the Cyber Security Council", "the Food Security Council"
        let before = tokens[..first].iter().rev().take_while(|t| t.kind == Kind::Word && t.is_capitalised());
        if last > first + 1
            && before.take(3).any(|t| {
                self.lexicon.is_one_of(t.word, &["national", "cyber", "information", "food", "regional", "subregional"])
            })
        {
            return true;
        }
        if self.is_namesake(text, tokens, first, last, written) {
            return true;
        }
        // "the Secretariat of the project", "the Pelagic Union Secretariat"
        let alone = written == "Secretariat";
        let of = tokens.get(last).is_some_and(|t| t.word == self.known.of);
        let owned = first > 1 && tokens[first - 1].kind == Kind::Genitive;
        let led = first > 1 && tokens[first - 1].is_capitalised() && tokens[first - 1].kind == Kind::Word || owned;
        let capital = |at: usize| tokens.get(at).is_some_and(Token::is_capitalised);
        // "the Secretariat for Harbour Affairs"
        let matter = capital(last + 1) && tokens.get(last).is_some_and(|t| self.lexicon.is(t.word, "for"));
        if alone && (of || led || matter) {
            return true;
        }
        // "the Harbours Act 1995 (Commonwealth)": a law that holds in the whole of the country.
        let bracketed = first > 1 && tokens[first - 1].kind == Kind::Open && tokens[first - 2].kind == Kind::Number;
        if bracketed && written == "Commonwealth" {
            return true;
        }
        // "Regulation (EU) No. 20/2010", "Directive 2010/20/EC": where a text of the Union tells its treaty.
        let slash = first > 0 && &text[tokens[first - 1].span.range()] == "/";
        let text_of = |at: usize| self.lexicon.is_one_of(tokens[at].word, &["regulation", "directive", "decision"]);
        let opened = first > 1 && tokens[first - 1].kind == Kind::Open && text_of(first - 2);
        if (slash || opened) && matches!(written, "EU" | "EC" | "EEC") {
            return true;
        }
        goes_on && self.heads.is_generic(written)
    }

    /// Whether what is written so is here another thing than the one that bears the name.
    fn is_namesake(&self, text: &str, tokens: &[Token], first: usize, last: usize, written: &str) -> bool {
        let next = |words: &[&str]| tokens.get(last).is_some_and(|t| self.lexicon.is_one_of(t.word, words));
        let before = first.checked_sub(1).map(|b| &tokens[b]);
        let led = before.is_some_and(|t| t.kind == Kind::Word && t.is_capitalised());
        // "the Commission on Human Rights of the Philippines"
        let of_land = || {
            let the = tokens.get(last + 1).is_some_and(|t| self.lexicon.is(t.word, "the"));
            let at = last + 1 + usize::from(the);
            let hit =
                if next(&["of"]) && at < tokens.len() { self.gazetteer.longest(text, tokens, at, false) } else { None };
            hit.is_some_and(|hit| self.is_land(hit))
        };
        match written {
            // "the Norlandian Human Rights Commission", "the Equality and Human Rights Commission": each State may have one.
            "Human Rights Commission" => {
                let and = before.is_some_and(|t| self.lexicon.is(t.word, "and"));
                led || and && first > 1 && tokens[first - 2].is_capitalised() || of_land()
            }
            "Commission on Human Rights" => of_land(),
            // "the Saltmouth Common Platform for Action"
            "Platform for Action" => led && before.is_some_and(|t| !self.lexicon.is_one_of(t.word, &["global", "the"])),
            // "the Universal Declaration on Wrecks"
            "Universal Declaration" => next(&["on", "for"]),
            _ => false,
        }
    }

    /// Whether a name is that of a State, or of its people.
    fn is_land(&self, hit: Hit) -> bool {
        &*self.entities.all()[hit.entity as usize].class == "State"
    }

    /// "headquarters of the United Nations Environment Programme": where a longer name begins inside a match and ends
    /// after it.
    fn overlapping(&self, text: &str, tokens: &[Token], hit: Hit, all_capitals: bool) -> Option<usize> {
        let goes_on = tokens.get(hit.last as usize).is_some_and(|t| t.kind == Kind::Word && t.is_capitalised());
        if !goes_on {
            return None;
        }
        let mut inside = (hit.first as usize + 1..hit.last as usize).filter(|&at| tokens[at].is_capitalised());
        inside.find(|&at| {
            let other = self.gazetteer.longest(text, tokens, at, all_capitals);
            other.is_some_and(|o| o.last > hit.last && o.form == Form::Name)
        })
    }

    fn mention(&self, first: u32, last: u32, thing: u32, form: Form, reading: &Reading) -> Mention {
        let class = reading.things.get(thing).class_bit;
        Mention {
            first,
            last,
            thing,
            form,
            strength: Strength::Named,
            is_owned: false,
            is_common: false,
            is_inside: false,
            class,
        }
    }

    /// "Group of Governmental Experts of 2012-2013": the mandate, where the series has one of these years.
    fn edition(&self, text: &str, tokens: &[Token], entity: u32, last: u32) -> (u32, u32) {
        let mut at = last as usize;
        let of = tokens.get(at).is_some_and(|t| t.word == self.known.of || &text[t.span.range()] == "in");
        at += usize::from(of);
        let mut years: Vec<&str> = Vec::new();
        while let Some(token) = tokens.get(at) {
            let written = &text[token.span.range()];
            let is_year = token.kind == Kind::Number && written.len() == 4;
            if !is_year || (!years.is_empty() && !token.is_joined) {
                break;
            }
            years.push(written);
            at += 1;
        }
        if years.is_empty() {
            return (entity, last);
        }
        let edition = self.known.editions.get(&(entity, years.join("-")));
        edition.map_or((entity, last), |&edition| (edition, at as u32))
    }

    /// Adds numbered documents; the organ before the number belongs to the name: "Security Council resolution 1706".
    fn add_numbered(&self, text: &str, tokens: &[Token], mentions: &mut Vec<Mention>, reading: &mut Reading) {
        for found in numbered(text, tokens, &self.lexicon, &self.heads, &self.ontology) {
            let mut first = found.first;
            let written = &text
                [tokens[found.first as usize].span.start as usize..tokens[found.last as usize - 1].span.end as usize];
            let thing =
                reading.things.discovered(found.thing, &written.split_whitespace().collect::<Vec<_>>().join(" "));
            mentions.retain(|m| {
                let draft = m.last + 1 == found.first && &text[tokens[m.last as usize].span.range()] == "draft";
                let touches = (m.last == found.first || draft) && m.class & self.known.organisation != 0;
                if touches {
                    first = m.first;
                }
                !touches && (m.last <= found.first || m.first >= found.last)
            });
            let at = mentions.partition_point(|m| m.first < first);
            mentions.insert(at, self.mention(first, found.last, thing, Form::Name, reading));
        }
    }
}

/// Whether token `at` goes on a word: "security" in "cybersecurity", "wide" in "Europe-wide".
fn is_inside_word(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|p| &tokens[p]).filter(|_| tokens[at].is_joined) else { return false };
    let glued = before.span.end == tokens[at].span.start;
    let (prefix, word) = (&text[before.span.range()], &text[tokens[at].span.range()]);
    let of_continent = word == "American" && OF_OTHER_LANDS.iter().any(|p| p.eq_ignore_ascii_case(prefix));
    // "Common Position 2008/944/CFSP"
    let number =
        before.kind != Kind::Word && glued && text[..before.span.end as usize].ends_with(|c: char| c.is_ascii_digit());
    number && tokens[at].caps == Caps::Acronym
        || before.kind == Kind::Word && (glued || tokens[at].caps == Caps::Lower || of_continent)
}
