//! The words that say something of a name beside the noun that heads it, by the lists of `names.toml`.

use crate::lexicon::Word;

use super::Heads;

impl Heads {
    /// Whether a word before the noun is no part of the name.
    #[must_use]
    pub fn is_dropped(&self, word: Word) -> bool {
        self.dropped.contains(&word)
    }

    /// Whether a word before the noun of a description says nothing of which thing is meant.
    #[must_use]
    pub fn is_vague(&self, word: Word) -> bool {
        self.vague.contains(&word) || self.dropped.contains(&word)
    }

    /// Whether a noun of this lemma is a name by itself where the phrase tells whose it is.
    #[must_use]
    pub fn is_name_alone(&self, lemma: Word) -> bool {
        self.alone.contains(&lemma)
    }

    /// Whether a word before "process" or "talks" makes it one that has a name where a place is told.
    #[must_use]
    pub fn is_political(&self, word: Word) -> bool {
        self.political.contains(&word)
    }

    /// Whether a word before "elections" tells what is elected.
    #[must_use]
    pub fn is_ballot(&self, word: Word) -> bool {
        self.ballots.contains(&word)
    }

    /// Whether a word before "negotiations" tells what they are about.
    #[must_use]
    pub fn is_topic(&self, word: Word) -> bool {
        self.topics.contains(&word)
    }

    /// Whether a word before "report" tells which it is.
    #[must_use]
    pub fn is_of_account(&self, word: Word) -> bool {
        self.accounts.contains(&word)
    }

    /// Whether a word says what a State is to the one that speaks: "neighbour".
    #[must_use]
    pub fn is_kin(&self, word: Word) -> bool {
        self.kin.contains(&word)
    }

    /// Whether a word before the name of a State is courtesy alone.
    #[must_use]
    pub fn is_courtesy(&self, word: Word) -> bool {
        self.courtesy.contains(&word)
    }
}
