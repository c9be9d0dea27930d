//! How a name that was found takes its place: the chunks that it takes up, its mention, and the thing that it names.

use std::collections::BTreeSet;

use crate::clause::Chunk;
use crate::entity::EntityId;
use crate::gazetteer::Form;
use crate::mention::{Mention, Strength, Thing, Things, label};
use crate::token::Kind;

use super::{Found, Naming};

impl Naming<'_> {
    /// Lets the chunk at `at` stand for a name, with all chunks that the name takes up.
    pub(super) fn take_up(
        &self,
        found: Found,
        at: usize,
        chunks: &mut Vec<Chunk>,
        mentions: &mut Vec<Mention>,
        things: &mut Things,
    ) {
        chunks[at].mention = Some(mentions.len() as u32);
        chunks[at].last = found.last;
        chunks[at].is_genitive = chunks[found.end - 1].is_genitive;
        self.stand(&found, mentions, things);
        chunks.drain(at + 1..found.end);
    }

    /// Lets the tokens of a name stand for its thing, and no name within it.
    pub(super) fn stand(&self, found: &Found, mentions: &mut Vec<Mention>, things: &mut Things) {
        let behind = self.known_behind(found, mentions, things);
        let (position, class) = match behind.map(|m| &mut mentions[m]) {
            Some(known) => {
                known.is_inside = true;
                (known.thing, known.class)
            }
            None => {
                let thing = self.thing(found, things);
                let class = thing.class_bit;
                (things.discovered(thing, &found.form), class)
            }
        };
        // "the Norlandian army": who speaks of it speaks of Norlandia, as with "Norlandia's army".
        let others = found.strength == Strength::Described && found.owner.as_ref() != self.speaker;
        let joined = |t: u32| self.tokens.get(t as usize).is_some_and(|t| t.is_joined);
        let alone = |m: &Mention| m.form == Form::Demonym && !joined(m.first) && !joined(m.last);
        let owns = |m: &Mention| others && alone(m) && m.class & self.state != 0;
        let within = |m: &Mention| m.first >= found.first && m.last <= found.last;
        // "the Centre of the Pelagic Union (PU)": the acronym repeats what stands in the name of a body.
        let body = self.ontology.is_subclass(&found.class, "Organisation")
            && self.tokens.get(found.last as usize).is_some_and(|t| t.kind == Kind::Open);
        let named: Vec<u32> = mentions.iter().filter(|m| body && within(m)).map(|m| m.thing).collect();
        let inner = found.last + 1;
        let end = if (inner as usize) < self.tokens.len() { self.word_end(inner) } else { inner };
        let closes = self.tokens.get(end as usize).is_some_and(|t| t.kind == Kind::Close);
        // "the Wreck Agency of Norlandia (WAN)": the letters of one State's body are not those of another's.
        let others_own = |m: &Mention| {
            let whose = &things.get(m.thing).of_state;
            body && closes && m.last <= end && found.owner.is_some() && whose.is_some() && *whose != found.owner
        };
        for mention in mentions.iter_mut() {
            let repeats = mention.first == found.last + 1 && (named.contains(&mention.thing) || others_own(mention));
            mention.is_inside |= repeats || within(mention) && !owns(mention);
        }
        mentions.push(Mention {
            first: found.first,
            last: found.last,
            thing: position,
            form: Form::Name,
            strength: found.strength,
            is_owned: found.is_owned,
            is_common: found.is_common,
            is_inside: false,
            class,
        });
    }

    /// "the Norlandian Wreck Agency (ANEN)": the body of the same State that the lists know by the acronym in brackets, which
    /// stands for its name in another tongue; or the body that a text calls otherwise than the lists do: "the Office of Tides and
    /// Wrecks (OTW)".
    fn known_behind(&self, found: &Found, mentions: &[Mention], things: &Things) -> Option<usize> {
        let open = self.tokens.get(found.last as usize).filter(|t| t.kind == Kind::Open);
        let close = self.tokens.get(found.last as usize + 2).filter(|t| t.kind == Kind::Close);
        open.and(close)?;
        let same = |m: &Mention| {
            let thing = things.get(m.thing);
            let own = found.owner.is_some() && thing.of_state == found.owner;
            // "the Board of the Pelagic Union (PU)": the acronym is of the body within the name.
            let within = |o: &Mention| o.first >= found.first && o.last <= found.last && o.thing == m.thing;
            let misnamed = !mentions.iter().any(within)
                && thing.of_state.is_none()
                && label::is_variant(&found.form, &thing.label);
            let kind = |class: &str| label::kind(class).replace("body", "organisation");
            m.first == found.last + 1
                && m.last == m.first + 1
                && thing.seed.is_some()
                && (own || misnamed)
                && kind(&found.class) == kind(&thing.class)
        };
        mentions.iter().position(same).filter(|_| found.strength == Strength::Named)
    }

    /// "the Harbour Service", where the Norlandia Harbour Service was named before: the same body.
    fn named_in_full(&self, found: &Found, kind: &str, slug: &str, things: &Things) -> Option<Thing> {
        let owner = found.owner.as_ref().or(self.speaker).filter(|_| kind == "body")?;
        let state = things.by_id(owner)?;
        let prefix = label::slug(&label::key(label::state_in_name(&state.id, &state.label)));
        things.by_id(&label::id_of_slug(kind, Some(&**owner), &format!("{prefix}-{slug}"))).cloned()
    }

    /// What the name names: a thing of the owner that it tells, else of the speaker where that is known by this name.
    fn thing(&self, found: &Found, things: &Things) -> Thing {
        let mut key = label::key(&found.form);
        if key.iter().any(|word| word == "session") {
            label::spell_ordinals(&mut key);
        }
        let kind = label::kind(&found.class);
        if kind == "incident"
            && let Some(known) = self.heads.incident(&key)
        {
            let of_state = known.of_state.clone().or_else(|| found.owner.clone());
            return Thing { of_state, ..known.clone() };
        }
        // "the Convention and its Optional Protocol"
        if kind == "treaty"
            && let Some(known) = self.heads.document(&found.form)
        {
            return known.clone();
        }
        let slug = label::slug(&key);
        if let Some(known) = self.named_in_full(found, kind, &slug, things) {
            return known;
        }
        let known_of = |state: &EntityId| things.has(&label::id_of_slug(kind, Some(&**state), &slug));
        let speaker = self.speaker.filter(|s| found.owner.is_none() && known_of(s));
        let owner = found.owner.clone().or_else(|| speaker.cloned());
        let scope = owner.as_deref();
        let mut label = label::label(&key);
        // Each State has a Parliament and a Constitution: the label tells whose it is.
        let state = owner.as_ref().and_then(|o| things.by_id(o)).filter(|_| key.len() == 1);
        if let Some(state) =
            state.filter(|_| matches!(kind, "body" | "law") && label.chars().skip(1).all(char::is_lowercase))
        {
            label.push_str(" of ");
            label.push_str(&label::with_article(label::state_in_name(&state.id, &state.label)));
        }
        Thing {
            id: label::id_of_slug(kind, scope, &slug),
            class: found.class.clone(),
            class_bit: self.ontology.class_index(&found.class).map_or(0, |i| 1 << i),
            label,
            forms: BTreeSet::new(),
            of_state: owner,
            in_state: None,
            seed: None,
        }
    }
}
