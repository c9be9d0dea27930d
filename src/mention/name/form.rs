//! The words of a name, as it is said of the thing it names.

use crate::clause::Chunk;
use crate::entity::EntityId;
use crate::gazetteer::Form;
use crate::lexicon::Classes;
use crate::mention::{Mention, label};
use crate::token::{Caps, Kind, Token};

use super::Sight;

impl Sight<'_> {
    /// "the Norlandian fishing programme": what Norlandia's fishing programme is called, who owns it being told.
    pub(super) fn without_owner(&self, form: &str, owner: &EntityId) -> Option<String> {
        let naming = self.naming;
        let owns = |m: &&Mention| m.form == Form::Demonym && self.things.get(m.thing).id == *owner;
        let state = self.mentions_in(self.chunk().first, self.chunk().head).find(owns)?;
        let rest = form.strip_prefix(naming.written(state.first, state.last))?.strip_prefix(' ')?;
        // "the Norlandian Rescue Group" is called so with its capitals.
        let described = rest.contains(' ') && rest.starts_with(char::is_lowercase) && !rest.starts_with("and ");
        let names = described || naming.heads.is_name_alone(self.chunk().lemma);
        names.then(|| rest.to_owned())
    }

    /// The words of the name; names within it stand under the labels of their things.
    pub(super) fn form(&self, first: u32, last: u32, chunk: &Chunk) -> String {
        let first = self.naming.word_start(first.min(chunk.head)).max(chunk.first);
        // "unjust and iniquitous": where the first quality is no part of the name.
        let led = self.naming.is_word(self.naming.tokens[first as usize].word, &["and", "or"]);
        let first = first + u32::from(led && first < chunk.head);
        let mut form = String::with_capacity(64);
        form.push_str(self.before_plus(first));
        let mut at = first;
        while at < last {
            // After the head, a name stands under the label of its thing; before it, as it is written.
            let befalls = label::kind(&self.head.class) == "incident";
            // "in our sister republic of Norlandia"
            let kin = self.naming.is_word(self.naming.tokens[at as usize].word, &["our", "my"]);
            let inner = self.mentions_in(at, last).find(|m| {
                let state = m.class & self.naming.state != 0;
                m.first == at && at > chunk.head && (!state || kin || befalls && m.form == Form::Name)
            });
            if let Some(place) = inner.filter(|m| (befalls || kin) && self.is_territory(m)) {
                self.push_place(place, &mut form);
                at = place.last;
                continue;
            }
            // "Act No. 27,411"
            let thousands = self.naming.tokens[at as usize].kind == Kind::Comma && at + 1 < last;
            if thousands && label::kind(&self.head.class) == "law" && self.glued_to(at, at + 2) == at + 2 {
                form.push_str(self.naming.written(at + 1, at + 2));
                at += 2;
                continue;
            }
            // "Law 60(I)/2014"
            let number = if label::kind(&self.head.class) == "law" { self.glued_to(at, last) } else { at };
            if self.naming.tokens[at as usize].kind == Kind::Open && number > at {
                form.push_str(self.naming.written(at, number));
                at = number;
                continue;
            }
            // "for 2015–2018"
            let years = self.naming.tokens[at as usize].kind == Kind::Dash && at + 1 < last;
            if years && self.glued_to(at, at + 2) == at + 2 {
                form.push('-');
                form.push_str(self.naming.written(at + 1, at + 2));
                at += 2;
                continue;
            }
            // "the Child (Protection and Adoption) Bill"
            let titled = label::kind(&self.head.class) == "law" && at < chunk.head;
            let mark = matches!(self.naming.tokens[at as usize].kind, Kind::Open | Kind::Close);
            let short = self.naming.tokens.get(at as usize + 2).is_some_and(|t| t.kind == Kind::Close);
            if titled && mark && !(short && self.naming.tokens[at as usize + 1].caps == Caps::Acronym) {
                at += 1;
                continue;
            }
            // "the Pelagic Union (PU) Summit"
            if self.naming.tokens[at as usize].kind == Kind::Open {
                let mut inside = at..last;
                let end = inside.find(|&t| self.naming.tokens[t as usize].kind == Kind::Close).map_or(last, |t| t + 1);
                // "the Harbours (Control) Act" is not the Harbours Act.
                if label::kind(&self.head.class) == "law" && end < last && self.is_in_title(at, end) {
                    form.push(' ');
                    form.push_str(self.naming.written(at, end));
                }
                at = end;
                continue;
            }
            if at > chunk.head && self.naming.heads.is_courtesy(self.naming.tokens[at as usize].word) {
                at += 1;
                continue;
            }
            let (written, next) = match inner {
                Some(mention) => (self.inner_name(mention), mention.last),
                None => (self.naming.written(at, at + 1), at + 1),
            };
            if at > first {
                form.push_str(self.before_token(at));
            }
            // "the Board of PU" is that of the Pelagic Union.
            let joints = [" of ", " to ", " on ", " for ", " with ", " and ", " in "];
            let acronym = self.naming.tokens[at as usize].caps == Caps::Acronym && inner.is_some();
            if acronym && written.contains(' ') && joints.iter().any(|joint| form.ends_with(joint)) {
                form.push_str("the ");
            }
            form.push_str(written);
            at = next;
        }
        form
    }

    /// Whether the bracket of tokens `open..end` before the noun of a name has words in it, no acronym.
    fn is_in_title(&self, open: u32, end: u32) -> bool {
        let first = &self.naming.tokens[open as usize + 1];
        end <= self.chunk().head + 1 && first.is_capitalised() && first.caps != Caps::Acronym
    }

    /// Where the tokens from `at` on end that are written together with the one before them.
    fn glued_to(&self, at: u32, last: u32) -> u32 {
        let tokens = &self.naming.tokens;
        let glued = |t: &u32| tokens[*t as usize - 1].span.end == tokens[*t as usize].span.start;
        at + (at.max(1)..last).take_while(glued).count() as u32
    }

    /// "the Saltmouth+ | 25 Summit": what is joined by a plus to the token with which a name begins.
    fn before_plus(&self, first: u32) -> &str {
        let start = self.naming.tokens[first as usize].span.start as usize;
        let before = &self.naming.text[..start];
        let word = before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        if before.ends_with('+') { &before[word..] } else { "" }
    }

    /// What stands before a token in a name: "Non- Aligned", "d'Ivoire", "the 1980s".
    fn before_token(&self, at: u32) -> &'static str {
        let (before, token) = (&self.naming.tokens[at as usize - 1], &self.naming.tokens[at as usize]);
        let between = &self.naming.text[before.span.end as usize..token.span.start as usize];
        let glued = token.is_joined || token.kind == Kind::Genitive;
        // "Directive 2010/20/EC"
        let slash = |t: &Token| &self.naming.text[t.span.range()] == "/";
        match () {
            () if (slash(before) || slash(token)) && between.is_empty() => "",
            () if !glued || between.starts_with(' ') => " ",
            () if between.is_empty() => "",
            () if between.starts_with(['\'', '’']) => "'",
            () if between == "." => ".",
            () => "-",
        }
    }

    /// Adds a place to the name of what befalls it: "in the Yemen" is "in Yemen", "in Republic of Norlandia" is "in Norlandia".
    fn push_place(&self, place: &Mention, form: &mut String) {
        let naming = self.naming;
        let name = naming.place_in_name(place, self.things);
        let other = naming.written(place.first, place.last) != name;
        let article = place.class & naming.state != 0 || other;
        let former = form.strip_suffix(" former").filter(|_| name.starts_with("the former "));
        let told = former.unwrap_or(form);
        let bare = [" the", " The", " THE"].iter().find_map(|the| told.strip_suffix(the)).filter(|_| article);
        // "of the independent Soviet Union"
        let before = &naming.tokens[place.first as usize - 1];
        let joint = Classes::PREPOSITION.and(Classes::DETERMINER);
        let qualified =
            former.is_none() && before.caps == Caps::Lower && !naming.lexicon.classes(before.word).any(joint);
        form.truncate(bare.unwrap_or(told).len());
        form.push(' ');
        form.push_str(name.strip_prefix("the ").filter(|_| qualified).unwrap_or(&name));
    }

    /// What a thing within a name is called there: by its label, unless the text has that and a word more.
    fn inner_name(&self, mention: &Mention) -> &str {
        let label = self.things.get(mention.thing).label.as_str();
        let written = self.naming.written(mention.first, mention.last);
        // "the Pelagic Union System"
        let rest = written.strip_prefix(label).unwrap_or_default();
        // "the COVID-19 Fund"
        if label::kind(&self.things.get(mention.thing).class) == "incident" && label.starts_with(written) {
            return written;
        }
        // "the Plan on Women and Tides", "the Agreement on the Tidal Biodiversity of the Seas": known as "Women and Tides Agenda".
        let key = label::key(label);
        let within = label::key(written);
        if within.len() > 1 && key.len() == within.len() + 1 && key.starts_with(&within) {
            return written;
        }
        let one = rest.trim_start();
        if !one.is_empty() && rest != one && one.chars().all(char::is_alphanumeric) { written } else { label }
    }
}
