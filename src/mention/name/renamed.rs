//! Two names of one thing, side by side: "the governmental team, CERT.TIDE, was set up", "the Committee on Wrecks (the Tern
//! Committee)", "Law No. 30, Law on Nets, was adopted", 'the Harbour Concept ("Lights of Norlandia")'.

use crate::clause::{Chunk, ChunkKind, Determiner};
use crate::mention::{Mention, Strength, Things, label};
use crate::token::Kind;

use super::Naming;

impl Naming<'_> {
    /// Lets the second of two names of one thing stand for the thing of the first, or the other way round where the first only
    /// describes it.
    pub(super) fn unite(&self, chunks: &[Chunk], mentions: &mut [Mention], things: &mut Things) {
        for at in 2..chunks.len() {
            let Some(second) = chunks[at].mention.map(|m| m as usize) else { continue };
            let is = |at: usize, kind: ChunkKind| chunks.get(at).is_some_and(|c| c.kind == kind);
            let bracket = is(at - 1, ChunkKind::Open) && is(at + 1, ChunkKind::Close);
            let comma = is(at - 1, ChunkKind::Comma) && self.is_closed(chunks, at + 1);
            // "the response team | of | the Authority | , | CERT.TIDE"
            let of = at >= 4 && comma && self.is_word(chunks[at - 3].word, &["of"]);
            let before = [Some(at - 2), of.then(|| at - 4)];
            for one in before.into_iter().flatten().map(|at| &chunks[at]) {
                let Some(first) = one.mention.map(|m| m as usize) else { continue };
                let (named, renamed) = (mentions[first].clone(), mentions[second].clone());
                let part = one.is_genitive || chunks[at].is_genitive || named.thing == renamed.thing;
                if part || !kindred(&named, &renamed, things) {
                    continue;
                }
                let short = bracket && (self.is_short_form(one, &chunks[at]) || self.is_quoted(&chunks[at]));
                if short || comma && self.is_titled_number(one, &chunks[at]) {
                    things.rename(renamed.thing, named.thing);
                    mentions[second] = Mention { first: renamed.first, last: renamed.last, is_inside: true, ..named };
                } else if comma && self.is_described_team(one, &named, &renamed) {
                    if let Some(state) = things.get(named.thing).of_state.clone() {
                        things.adopt(renamed.thing, &state);
                    }
                    let is_owned = named.is_owned || renamed.is_owned;
                    mentions[first] = Mention { first: named.first, last: named.last, is_owned, ..renamed };
                    mentions[second].is_inside = true;
                }
            }
        }
    }

    /// Whether what stands between commas ends at chunk `at`, and is no list.
    fn is_closed(&self, chunks: &[Chunk], at: usize) -> bool {
        let Some(next) = chunks.get(at) else { return true };
        let behind = chunks.get(at + 1);
        let lists = |c: &Chunk| matches!(c.kind, ChunkKind::Coordinator | ChunkKind::Noun);
        match next.kind {
            ChunkKind::Comma => !behind.is_some_and(lists),
            ChunkKind::Verb => next.verb.is_some(),
            ChunkKind::Mark => true,
            _ => false,
        }
    }

    /// "the Committee on Wrecks (the Tern Committee)"
    fn is_short_form(&self, one: &Chunk, other: &Chunk) -> bool {
        one.lemma == other.lemma && other.determiner == Determiner::Definite && !one.is_plural && !other.is_plural
    }

    /// '("Lights of Norlandia")'
    fn is_quoted(&self, other: &Chunk) -> bool {
        let before = other.first.checked_sub(1).map(|t| self.tokens[t as usize].kind);
        before == Some(Kind::Quote)
    }

    /// "Law No. 30, Law on Nets": the number of a law and its title.
    fn is_titled_number(&self, one: &Chunk, other: &Chunk) -> bool {
        let number = |c: &Chunk| self.written(c.first, c.last).contains(|letter: char| letter.is_ascii_digit());
        let word = |t: u32| self.lexicon.lemma(self.tokens[t as usize].word);
        let titled =
            matches!(other.determiner, Determiner::Bare | Determiner::Definite) && other.last > other.first + 2;
        let noun = other.first + u32::from(other.determiner != Determiner::Bare);
        let alike = (one.first..one.last).any(|t| word(t) == word(noun));
        alike && titled && number(one) && !number(other) && self.is_word(word(noun), &["law", "act", "decree", "bill"])
    }

    /// "the governmental team, CERT.TIDE,": a body that is described, and what it is called.
    fn is_described_team(&self, one: &Chunk, named: &Mention, renamed: &Mention) -> bool {
        let word = self.word_end(renamed.first) >= renamed.last;
        let capital = self.tokens[renamed.first as usize].is_capitalised();
        named.strength == Strength::Described
            && !one.is_plural
            && one.determiner != Determiner::Bare
            && renamed.strength == Strength::Named
            && word
            && capital
    }
}

/// Whether two things are of one kind, and not of two States.
fn kindred(named: &Mention, renamed: &Mention, things: &Things) -> bool {
    let [one, other] = [named, renamed].map(|m| things.get(m.thing));
    let kind = |class: &str| label::kind(class).replace("organisation", "body");
    let apart = one.of_state.is_some() && other.of_state.is_some() && one.of_state != other.of_state;
    let kinds = ["body", "law", "strategy"];
    !apart && kinds.contains(&&*kind(&one.class)) && kind(&one.class) == kind(&other.class)
}
