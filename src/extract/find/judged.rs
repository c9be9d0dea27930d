//! Whether what a clause tells is blamed or greeted: by the words of the clause, or by those over it.

use crate::clause::{Force, VerbForm};
use crate::extract::Extractor;
use crate::extract::sentence::Analysed;
use crate::lexicon::Word;

use super::stance::PASSING;

/// Words over a clause that greet what it tells.
const GREETING: [&str; 14] = [
    "welcome",
    "hail",
    "applaud",
    "appreciate",
    "pleased",
    "glad",
    "happy",
    "delighted",
    "heartened",
    "encouraged",
    "gratified",
    "grateful",
    "thankful",
    "satisfied",
];

/// Verbs and adjectives that, over a deed, greet whoever did it: "commend the efforts that X has made".
const PRAISING: [&str; 12] = [
    "commend",
    "recognize",
    "value",
    "acknowledge",
    "salute",
    "praise",
    "admire",
    "support",
    "thank",
    "impressed",
    "inspired",
    "congratulate",
];

impl Extractor {
    /// "We are pleased that the Union has adopted the plan", "welcome the fact that": whether what verb group `verb` tells
    /// is greeted.
    pub(super) fn is_hailed(&self, sentence: &Analysed<'_>, verb: u32) -> bool {
        let above = |at: u32| sentence.clause.parent[at as usize].map(|(p, _)| p);
        let chunk = sentence.chunk(verb);
        let suffers = ["suffer", "face", "lose", "die", "fail", "need"];
        let told =
            chunk.verb.is_some_and(|v| !v.is_negated && v.force != Force::Obligation && v.form != VerbForm::Infinitive)
                && !self.lexicon.is_one_of(chunk.lemma, &suffers);
        let mut over = above(verb).filter(|_| told);
        let mut of_deed = false;
        while let Some(at) = over {
            let head = sentence.chunk(at);
            let is = |list: &[&str]| [head.lemma, head.word].iter().any(|w| self.lexicon.is_one_of(*w, list));
            if is(&GREETING) || of_deed && is(&PRAISING) {
                return head.first < chunk.first && head.verb.is_none_or(|v| !v.is_negated);
            }
            // "the efforts that Westmark has made", "impressed by the way in which it has"; not "the proposal adopted by"
            let passed = self.lexicon.is_one_of(chunk.lemma, &PASSING);
            let deed = self.rules.deeds.contains(&head.lemma) && !passed || is(&["way", "manner"]);
            of_deed |= deed;
            // "encouraged by the fact that"
            let hands_on =
                deed || is(&[
                    "fact", "for", "of", "to", "say", "report", "note", "see", "learn", "announce", "state", "observe",
                ]) || head.word == self.known.by;
            over = above(at).filter(|_| hands_on);
        }
        false
    }

    /// Whether what verb group `verb` says of its subject blames: "in violation of the law", "continues its occupation".
    /// For a State also where the clause is what is regretted: "We regret that Westmark has decided".
    pub(super) fn verb_blames(&self, sentence: &Analysed<'_>, verb: u32, state: bool) -> bool {
        if self.is_regretted(sentence, verb, state) {
            return true;
        }
        if !state {
            return false;
        }
        let chunk = sentence.chunk(verb);
        let said = &sentence.words[chunk.last as usize..];
        let breach = |pair: &[Word]| {
            self.lexicon.is(pair[1], "of")
                && self
                    .lexicon
                    .is_one_of(pair[0], &["violation", "breach", "contravention", "defiance", "disregard", "contempt"])
        };
        let misdeed = |w: &Word| {
            (self.rules.perpetrated.contains(w) && !self.lexicon.is(*w, "war"))
                || self.lexicon.is_one_of(
                    *w,
                    &["illegal", "illicit", "hostile", "hostility", "expansionist", "provocative", "criminal"],
                )
        };
        // "keeps a fifth of our land under occupation", "pursues a hostile policy"
        let hostile = |pair: &[Word]| {
            self.lexicon.is(pair[0], "under") && self.lexicon.is_one_of(pair[1], &["occupation", "siege", "blockade"])
                || self.lexicon.is(pair[0], "hostile")
                    && self.lexicon.is_one_of(pair[1], &["policy", "policies", "acts"])
        };
        let own = |at: usize| {
            self.lexicon.is_one_of(said[at], &["its", "their"]) && said[at + 1..].iter().take(2).any(misdeed)
        };
        let ends = ["end", "stop", "cease", "halt", "lift", "renounce", "abandon", "terminate", "accuse", "condemn"];
        said.windows(2).any(|pair| breach(pair) || hostile(pair))
            || !self.lexicon.is_one_of(chunk.lemma, &ends) && (0..said.len()).any(own)
    }

    /// "We deplore that Westmark goes on building piers", "It is regrettable that it has refused": what the clause tells is
    /// blamed, where its subject does it. Of a body only what is blamed hard.
    pub(super) fn is_regretted(&self, sentence: &Analysed<'_>, verb: u32, state: bool) -> bool {
        let hard = [
            "deplore",
            "lament",
            "denounce",
            "condemn",
            "decry",
            "unacceptable",
            "intolerable",
            "inadmissible",
            "deplorable",
            "outrageous",
            "shameful",
        ];
        let soft = ["regret", "regrettable", "unfortunate", "dismayed", "disappointed"];
        let suffers = ["be", "have", "suffer", "face", "remain", "lose", "die"];
        let chunk = sentence.chunk(verb);
        let acts = chunk.verb.is_some_and(|v| !v.is_passive && v.force != Force::Future)
            && !self.lexicon.is_one_of(chunk.lemma, &suffers);
        let above = sentence.clause.parent[verb as usize].map(|(p, _)| sentence.chunk(p)).filter(|_| acts);
        above.is_some_and(|a| {
            let is = |list: &[&str]| [a.lemma, a.word].iter().any(|w| self.lexicon.is_one_of(*w, list));
            a.first < chunk.first && (is(&hard) || state && is(&soft))
        })
    }
}
