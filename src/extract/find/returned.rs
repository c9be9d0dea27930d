//! What a State does for the one that speaks, where its help is told as cooperation: "with the support of Westmark" says that
//! the speaker works with Westmark, and that Westmark assists it.

use crate::extract::{Draft, Extractor, Reading};
use crate::link::Polarity;
use crate::rule::pattern::Part;

use super::Candidate;

impl Extractor {
    /// The link back from the State that is named to the one that acts, where the rule has one and the draft is a fact.
    pub(super) fn returned(&self, candidate: Candidate<'_>, draft: &Draft, reading: &Reading) -> Option<Draft> {
        let Candidate { mention, path, found, rule } = candidate;
        let is_state = mention.class & self.known.state != 0 && mention.thing != draft.subject;
        let is_fact = draft.modality.is_realised() && draft.polarity == Polarity::Affirmed;
        let helped = reading.things.get(draft.subject).class_bit & self.known.state != 0;
        let back = rule.returned.iter().find(|back| {
            let meant = |part: &Part| matches!(part, Part::Noun(word) if back.by.contains(word));
            // "the support from our partners, including Westmark"
            let partner = self.lexicon.is(path[found.at].lemma, "partner");
            let from = path[found.at + 1..].iter().take(2).any(|s| back.by.contains(&s.lemma));
            back.by.contains(&found.pattern.head) || found.pattern.rest.iter().any(meant) || partner && from
        })?;
        let relation = back.relation.clone();
        let (subject, object) = (mention.thing, draft.subject);
        (is_state && is_fact && helped).then(|| Draft { subject, relation, object, ..draft.clone() })
    }
}
