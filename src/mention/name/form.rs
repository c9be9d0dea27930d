//! The words of a name, as it is said of the thing it names.

use crate::clause::Chunk;
use crate::entity::EntityId;
use crate::gazetteer::Form;
use crate::lexicon::Classes;
use crate::mention::{Mention, label};
use crate::token::{Caps, Kind};

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
        let mut form = String::new();
        let mut at = first;
        while at < last {
            // After the head, a name stands under the label of its thing; before it, as it is written.
            let befalls = label::kind(&self.head.class) == "incident";
            let inner = self.mentions_in(at, last).find(|m| {
                let state = m.class & self.naming.state != 0;
                m.first == at && at > chunk.head && (!state || befalls && m.form == Form::Name)
            });
            if let Some(place) = inner.filter(|m| befalls && self.is_territory(m)) {
                // "in the Yemen", "in Republic of Moldova"
                let name = self.naming.place_in_name(place, self.things);
                let state = place.class & self.naming.state != 0;
                let articled = name.starts_with("the ");
                let former = form.strip_suffix(" former").filter(|_| name.starts_with("the former "));
                let told = former.unwrap_or(&form);
                let told = told
                    .strip_suffix(" the")
                    .or(told.strip_suffix(" The"))
                    .filter(|_| state || articled)
                    .unwrap_or(told)
                    .len();
                let is_former = former.is_some();
                form.truncate(told);
                // "of the independent Soviet Union"
                let before = &self.naming.tokens[at as usize - 1];
                let joint = Classes::PREPOSITION.and(Classes::DETERMINER);
                let qualified =
                    !is_former && before.caps == Caps::Lower && !self.naming.lexicon.classes(before.word).any(joint);
                form.push(' ');
                form.push_str(name.strip_prefix("the ").filter(|_| qualified).unwrap_or(&name));
                at = place.last;
                continue;
            }
            // "the Pelagic Union (PU) Summit"
            if self.naming.tokens[at as usize].kind == Kind::Open {
                let mut inside = at..last;
                at = inside.find(|&t| self.naming.tokens[t as usize].kind == Kind::Close).map_or(last, |t| t + 1);
                continue;
            }
            if at > chunk.head && self.naming.heads.is_courtesy(self.naming.tokens[at as usize].word) {
                at += 1;
                continue;
            }
            let (written, next) = match inner {
                Some(mention) => (self.things.get(mention.thing).label.as_str(), mention.last),
                None => (self.naming.written(at, at + 1), at + 1),
            };
            let token = &self.naming.tokens[at as usize];
            let glued = at > first && (token.is_joined || token.kind == Kind::Genitive);
            // "Non- Aligned", "d'Ivoire", "the 1980s"
            let between = match at.checked_sub(1).filter(|_| at > first) {
                Some(before) => {
                    &self.naming.text[self.naming.tokens[before as usize].span.end as usize..token.span.start as usize]
                }
                None => "",
            };
            if !form.is_empty() && (!glued || between.starts_with(' ')) {
                form.push(' ');
            } else if glued && !between.is_empty() {
                form.push(if between.starts_with(['\'', '’']) { '\'' } else { '-' });
            }
            form.push_str(written);
            at = next;
        }
        form
    }
}
