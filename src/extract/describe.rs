//! Shows how a sentence was read: for those who write rules.

use std::fmt::Write;

use crate::clause::Role;
use crate::clause::path::upward;

use super::sentence::Analysed;
use super::{Extractor, Reading};

impl Extractor {
    /// One line a phrase: what it is, what it hangs on, and its subject; then one line a mention with its path.
    pub(super) fn described(&self, sentence: &Analysed<'_>, reading: &Reading) -> String {
        let mut out = String::new();
        let written = |first: u32, last: u32| {
            let (first, last) = (&sentence.tokens[first as usize], &sentence.tokens[last as usize - 1]);
            &sentence.text[first.span.start as usize..last.span.end as usize]
        };
        for (at, chunk) in sentence.clause.chunks.iter().enumerate() {
            let _ = write!(out, "{at:3} {:?} [{}]", chunk.kind, written(chunk.first, chunk.last));
            if let Some(verb) = chunk.verb {
                let _ = write!(out, " {:?}{}", verb.form, if verb.is_passive { " passive" } else { "" });
            }
            if let Some((parent, role)) = sentence.clause.parent[at] {
                let role = match role {
                    Role::Subject => "subject of",
                    Role::Object => "object of",
                    Role::Modifier => "modifies",
                    Role::Example => "example of",
                    Role::Possessor => "owns",
                };
                let _ = write!(out, " {role} {parent}");
            }
            if let Some(subject) = sentence.clause.subject[at] {
                let _ = write!(out, " (subject {subject})");
            }
            if let Some(place) = sentence.clause.relative[at] {
                let _ = write!(out, " (understood at {place})");
            }
            out.push('\n');
        }
        let mut path = Vec::new();
        for mention in &sentence.mentions {
            let thing = reading.things.get(mention.thing);
            let _ = write!(out, "    {} = {} {:?}", written(mention.first, mention.last), thing.id, mention.strength);
            if mention.is_inside {
                out.push_str(" inside");
            }
            if let Some(chunk) = sentence.chunk_of(mention) {
                upward(&sentence.clause, chunk, self.known.of, &mut path);
                for step in &path {
                    let head = sentence.chunk(step.chunk).head;
                    let _ = write!(out, " < {}", written(head, head + 1));
                }
            }
            out.push('\n');
        }
        out
    }
}
