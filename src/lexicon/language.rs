//! Reads the `[lexicon]` table of the language file: closed classes as lists, verbs with all their forms.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::seed::{SeedError, SeedFile};

use super::{Classes, Lexicon, UNKNOWN, Word, morphology};

#[derive(Deserialize, Default)]
struct LanguageFile {
    lexicon: Option<Language>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    determiners: String,
    possessives: String,
    pronouns: String,
    numbers: String,
    ordinals: String,
    prepositions: String,
    compound_prepositions: String,
    compound_agents: String,
    listings: String,
    coordinators: String,
    clause_coordinators: String,
    subordinators: String,
    relatives: String,
    modals: String,
    be: String,
    have: String,
    #[serde(rename = "do")]
    do_forms: String,
    negators: String,
    adverbs: String,
    not_adverbs: String,
    adjectives: String,
    nouns: String,
    plurals: String,
    nouns_first: String,
    irregular_verbs: String,
    verbs: String,
}

/// Function words whose tag their spelling and what stands around them decide.
const FLEXIBLE: [&str; 17] = [
    "all",
    "both",
    "each",
    "either",
    "itself",
    "least",
    "less",
    "more",
    "most",
    "one",
    "ourselves",
    "over",
    "so",
    "that",
    "themselves",
    "will",
    "yet",
];

impl Lexicon {
    /// Reads the `[lexicon]` table of the one rule file that has it.
    ///
    /// # Errors
    /// A syntax error in that file, or no such file.
    pub fn parse(files: &[SeedFile]) -> Result<Self, SeedError> {
        for file in files.iter().filter(|f| f.text.contains("[lexicon]")) {
            let parsed: LanguageFile = toml::from_str(&file.text).map_err(|e| SeedError::toml(file, &e))?;
            if let Some(language) = parsed.lexicon {
                let mut lexicon = Self::default();
                lexicon.add_language(&language);
                return Ok(lexicon);
            }
        }
        let place = files.first().map_or("seeds/rules", |f| f.name.as_str());
        Err(SeedError::new(place, 0, "no rule file has a [lexicon] table: restore language.toml"))
    }

    fn add_language(&mut self, language: &Language) {
        let lists = [
            (&language.determiners, Classes::DETERMINER),
            (&language.possessives, Classes::POSSESSIVE),
            (&language.pronouns, Classes::PRONOUN),
            (&language.numbers, Classes::NUMBER),
            (&language.ordinals, Classes::ORDINAL),
            (&language.prepositions, Classes::PREPOSITION),
            (&language.compound_prepositions, Classes::PREPOSITION),
            (&language.listings, Classes::LISTING),
            (&language.coordinators, Classes::COORDINATOR),
            (&language.clause_coordinators, Classes::CLAUSE_COORDINATOR),
            (&language.subordinators, Classes::SUBORDINATOR),
            (&language.relatives, Classes::RELATIVE),
            (&language.modals, Classes::MODAL),
            (&language.be, Classes::BE),
            (&language.have, Classes::HAVE),
            (&language.do_forms, Classes::DO),
            (&language.negators, Classes::NEGATOR),
            (&language.adverbs, Classes::ADVERB),
            (&language.not_adverbs, Classes::ADJECTIVE),
            (&language.adjectives, Classes::ADJECTIVE),
            (&language.nouns, Classes::NOUN),
            (&language.plurals, Classes::NOUN.and(Classes::PLURAL)),
            (&language.nouns_first, Classes::NOUN_FIRST),
        ];
        for (list, classes) in lists {
            for entry in list.split_whitespace() {
                self.add_function_word(entry, classes);
            }
        }
        // "at the initiative of" stands before whoever did it, as "by" does.
        let by = self.intern("by");
        for entry in language.compound_agents.split_whitespace() {
            self.add_compound(entry, by);
        }
        for word in FLEXIBLE {
            self.add_function_word(word, Classes::FLEXIBLE);
        }
        self.add_verbs(language);
        for (forms, lemma) in [(&language.be, "be"), (&language.have, "have"), (&language.do_forms, "do")] {
            let lemma = self.intern(lemma);
            for form in forms.split_whitespace() {
                let word = self.intern(form);
                self.infos[word.0 as usize].lemma = lemma;
            }
        }
    }

    fn add_function_word(&mut self, entry: &str, classes: Classes) {
        let joined = self.intern(entry);
        self.add_classes(joined, classes);
        if entry.contains('_') {
            self.add_compound(entry, joined);
        }
    }

    /// Several words in a row that stand for one, "in support of".
    fn add_compound(&mut self, entry: &str, joined: Word) {
        let words: Vec<Word> = entry.split('_').map(|w| self.intern(w)).collect();
        let variants = self.compounds.or_default(words[0]);
        variants.push((words[1..].to_vec(), joined));
        variants.sort_by_key(|(rest, _)| Reverse(rest.len()));
    }

    fn add_verbs(&mut self, language: &Language) {
        let mut irregular: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for entry in language.irregular_verbs.split('|') {
            let mut forms = entry.split_whitespace();
            if let Some(base) = forms.next() {
                irregular.insert(base, forms.collect());
            }
        }
        let bases = language.verbs.split_whitespace().chain(irregular.keys().copied());
        let bases: BTreeSet<&str> = bases.collect();
        for base in bases {
            self.add_verb(base, irregular.get(base).map(Vec::as_slice));
        }
    }

    /// Adds a verb in all its forms and spellings; `irregular` holds past and participle.
    fn add_verb(&mut self, base: &str, irregular: Option<&[&str]>) {
        let lemma = self.intern(base);
        self.add_verb_forms(base, irregular, lemma);
        if let Some(other) = morphology::other_spelling(base) {
            self.add_verb_forms(&other, None, lemma);
        }
    }

    fn add_verb_forms(&mut self, base: &str, irregular: Option<&[&str]>, lemma: Word) {
        self.add_form(base, lemma, Classes::BASE);
        self.add_form(&morphology::third_person(base), lemma, Classes::THIRD);
        for form in morphology::ing_forms(base) {
            self.add_form(&form, lemma, Classes::ING);
        }
        match irregular {
            Some([]) => self.add_form(base, lemma, Classes::PAST.and(Classes::PARTICIPLE)),
            Some([both]) => self.add_form(both, lemma, Classes::PAST.and(Classes::PARTICIPLE)),
            Some([past, participles @ ..]) => {
                self.add_form(past, lemma, Classes::PAST);
                for participle in participles {
                    self.add_form(participle, lemma, Classes::PARTICIPLE);
                }
            }
            None => {
                for form in morphology::past_forms(base) {
                    self.add_form(&form, lemma, Classes::PAST.and(Classes::PARTICIPLE));
                }
            }
        }
    }

    fn add_form(&mut self, form: &str, lemma: Word, classes: Classes) {
        let word = self.intern(form);
        self.add_classes(word, classes);
        let info = &mut self.infos[word.0 as usize];
        if info.lemma == UNKNOWN || info.lemma == word {
            info.lemma = lemma;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verb_forms_lead_to_their_lemma() {
        let mut lexicon = Lexicon::default();
        lexicon.add_verb("ratify", None);
        lexicon.add_verb("plan", None);
        lexicon.add_verb("undertake", Some(&["undertook", "undertaken"]));
        for verb in ["recognize", "honour", "fulfil"] {
            lexicon.add_verb(verb, None);
        }
        for (form, lemma) in [
            ("ratified", "ratify"),
            ("ratifies", "ratify"),
            ("ratifying", "ratify"),
            ("planning", "plan"),
            ("planned", "plan"),
            ("undertaken", "undertake"),
            ("recognises", "recognize"),
            ("honored", "honour"),
            ("fulfills", "fulfil"),
        ] {
            assert_eq!(lexicon.lemma(lexicon.word(form)), lexicon.word(lemma), "{form}");
        }
    }
}
