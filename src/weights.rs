//! A linear model of how a speaker stands to a thing of which no rule tells more than that it is named: for each relation,
//! what every word around the name weighs. The numbers are fitted to gold links by `tests/gold/train.py`; sums of whole
//! numbers, so that every machine comes to the same.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::ontology::Ontology;
use crate::seed::{SeedError, SeedFile};

/// Letters of a word by which it is known, whatever its ending.
const STEM: usize = 7;

/// How much the best relation must weigh: hundredths of the logarithm of the odds, here of three to two.
const LEAST: i32 = 41;

/// Where a word stands that tells something of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Class of the thing.
    Class,
    /// Rule by which the thing is mentioned.
    Rule,
    /// Whether it is a reply, or speech before others.
    Setting,
    /// Whether words of praise or blame are in the sentence.
    Tone,
    /// Anywhere in the sentence outside of names.
    Word,
    /// One of the words before the name.
    Before,
    /// The word before the name.
    Next,
    /// The one before that.
    Second,
    /// One of the words behind the name.
    After,
    /// What the name is to what it hangs on.
    Role,
    /// What the name hangs on, and what that hangs on.
    Above,
    /// Who does what the verb over the name says.
    Doer,
}

impl Place {
    const ALL: [Self; 12] = [
        Self::Class,
        Self::Rule,
        Self::Setting,
        Self::Tone,
        Self::Word,
        Self::Before,
        Self::Next,
        Self::Second,
        Self::After,
        Self::Role,
        Self::Above,
        Self::Doer,
    ];

    /// The word in tables.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Rule => "rule",
            Self::Setting => "setting",
            Self::Tone => "tone",
            Self::Word => "word",
            Self::Before => "before",
            Self::Next => "next",
            Self::Second => "second",
            Self::After => "after",
            Self::Role => "role",
            Self::Above => "above",
            Self::Doer => "doer",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.as_str() == word)
    }

    /// What of `word` is looked at in this place: of words of the text their first letters, of all else the whole.
    #[must_use]
    pub fn stem(self, word: &str) -> &str {
        let whole = [Self::Class, Self::Rule, Self::Setting, Self::Tone, Self::Role].contains(&self);
        if whole {
            return word;
        }
        word.char_indices().nth(STEM).map_or(word, |(end, _)| &word[..end])
    }
}

/// What words weigh, in hundredths, for each relation.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// The first is what stands where no other weighs more.
    relations: Vec<Arc<str>>,
    bias: Vec<i32>,
    rows: [FxHashMap<Box<str>, Box<[i16]>>; Place::ALL.len()],
}

/// The weight of each relation, so far.
#[derive(Clone, Debug)]
pub struct Scale<'w> {
    weights: &'w Weights,
    sums: Vec<i32>,
}

impl Weights {
    /// Reads a table: a heading `place`, `word` and the relations, then a row a word; the row `bias` holds for all.
    ///
    /// # Errors
    /// The first row that is none, or a relation that the ontology does not know.
    pub fn parse(file: &SeedFile, ontology: &Ontology) -> Result<Self, SeedError> {
        let mut weights = Self::default();
        let lines = (1..).zip(file.text.lines()).filter(|(_, line)| !line.starts_with('#'));
        for (number, line) in lines {
            let error = |message: String| SeedError::new(&file.name, number, message);
            let mut cells = line.split('\t');
            let (Some(place), Some(word)) = (cells.next(), cells.next()) else {
                return Err(error("a row has a place, a word and a weight for each relation".to_owned()));
            };
            if weights.relations.is_empty() {
                weights.relations = cells.map(Arc::from).collect();
                if let Some(unknown) = weights.relations.iter().find(|r| ontology.relation(r).is_none()) {
                    return Err(error(format!("`{unknown}` is not a relation of the ontology")));
                }
                continue;
            }
            let row: Option<Box<[i16]>> = cells.map(|cell| cell.parse().ok()).collect();
            let row = row.filter(|row| row.len() == weights.relations.len());
            let row = row.ok_or_else(|| error(format!("`{word}` has no whole number for each relation")))?;
            match Place::from_word(place) {
                Some(known) => {
                    if weights.rows[known as usize].insert(word.into(), row).is_some() {
                        return Err(error(format!("`{word}` has a row for `{place}` already")));
                    }
                }
                None if place == "bias" => weights.bias = row.iter().map(|&w| i32::from(w)).collect(),
                None => return Err(error(format!("`{place}` is no place of a word"))),
            }
        }
        weights.bias.resize(weights.relations.len(), 0);
        Ok(weights)
    }

    /// A scale on which nothing lies; none where no weights are known.
    #[must_use]
    pub fn scale(&self) -> Option<Scale<'_>> {
        (!self.relations.is_empty()).then(|| Scale { weights: self, sums: self.bias.clone() })
    }
}

impl<'w> Scale<'w> {
    /// Lays a word on it.
    pub fn add(&mut self, place: Place, word: &str) {
        let row = self.weights.rows[place as usize].get(place.stem(word)).map_or(&[][..], |row| row);
        self.sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += i32::from(*weight));
    }

    /// The relation that weighs most of those that `may` hold, with its weight, if it is more than that of the first.
    pub fn heaviest(&self, may: impl Fn(&str) -> bool) -> Option<(&'w Arc<str>, i32)> {
        let (first, rest) = self.sums.split_first()?;
        let relations = self.weights.relations.iter().skip(1).zip(rest.iter().copied());
        let best = relations.filter(|(relation, _)| may(relation)).max_by_key(|(_, sum)| *sum)?;
        (best.1 > *first && best.1 >= LEAST).then_some(best)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::SeedFiles;

    const TABLE: &str = "place\tword\tmentions\tsupports\tcriticises\nbias\t\t20\t-100\t-200\nword\twelcome\t-60\t170\t0\n\
                         word\toutrage\t0\t-20\t400\nclass\tTreaty\t0\t10\t-10\n";

    fn ontology() -> Ontology {
        let files = SeedFiles::embedded();
        let turtle = files.ontology.iter().find(|f| f.name.ends_with("ontology.ttl")).expect("embedded");
        Ontology::parse(turtle).expect("it has no fault")
    }

    fn parse(text: &str) -> Result<Weights, SeedError> {
        Weights::parse(&SeedFile { name: "weights.tsv".into(), text: text.into() }, &ontology())
    }

    #[test]
    fn what_weighs_most_is_told_if_it_weighs_enough() {
        let weights = parse(TABLE).expect("a table");
        let told = |words: &[&str]| {
            let mut scale = weights.scale().expect("weights");
            for word in words {
                scale.add(Place::Word, word);
            }
            scale.heaviest(|_| true).map(|(relation, weight)| (relation.to_string(), weight))
        };
        assert_eq!(told(&[]), None);
        assert_eq!(told(&["welcome"]), Some(("supports".into(), 70)));
        assert_eq!(told(&["welcome", "outrages"]), Some(("criticises".into(), 200)), "words go by their first letters");
        assert_eq!(told(&["unheard-of"]), None);
    }

    #[test]
    fn what_may_not_hold_is_not_told() {
        let weights = parse(TABLE).expect("a table");
        let mut scale = weights.scale().expect("weights");
        scale.add(Place::Word, "welcome");
        assert!(scale.heaviest(|relation| relation != "supports").is_none());
        assert!(Weights::default().scale().is_none());
    }

    #[test]
    fn faults_are_told_with_their_line() {
        for (text, line) in [
            ("place\tword\tmentions\tadmires\n", 1),
            ("# words\nplace\tword\tmentions\tsupports\nword\tpeace\t1\n", 3),
            ("place\tword\tmentions\nabove\tpeace\t1.5\n", 2),
            ("place\tword\tmentions\nbeneath\tpeace\t1\n", 2),
            ("place\tword\tmentions\nabove\tpeace\t1\nabove\tpeace\t2\n", 3),
            ("place\n", 1),
        ] {
            assert_eq!(parse(text).expect_err("a fault").line, line, "{text}");
        }
    }
}
