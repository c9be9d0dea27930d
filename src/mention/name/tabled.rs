//! Drafts told by who put them forward: "the draft resolution submitted by Norlandia", "the draft tabled by Westmark".

use crate::clause::Determiner;
use crate::mention::Strength;

use super::{Found, Sight};

impl Sight<'_> {
    /// The draft that a State or a body put forward; whoever it is stays a mention of its own.
    pub(super) fn tabled(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let is_draft = |t: u32| naming.is_word(naming.tokens[t as usize].word, &["draft"]);
        let drafted = is_draft(chunk.head) || naming.is_word(chunk.lemma, &["resolution", "decision"]);
        let one = chunk.determiner == Determiner::Definite && !chunk.is_genitive && !chunk.is_plural;
        // What nobody calls a draft is in force.
        let start = (chunk.first..=chunk.head).find(|&t| is_draft(t)).filter(|_| drafted && one)?;
        let [made, by, author] = self.chunks.get(self.at + 1..self.at + 4)? else { return None };
        let told = made.verb.is_some_and(|v| v.is_passive && !v.is_negated)
            && naming.is_word(made.lemma, &["submit", "present", "table", "introduce", "propose", "sponsor"])
            && naming.is_word(by.word, &["by"]);
        self.mention_of(author).filter(|m| told && m.strength == Strength::Named && !author.is_genitive)?;
        let by = naming.written(made.last - 1, author.last);
        let form = format!("{} {by}", naming.written(start, chunk.last));
        Some(self.found(chunk.first, chunk.last, self.at + 1, Strength::Named, None, form))
    }
}
