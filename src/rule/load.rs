//! Reads rules from their TOML files and checks them: every fault is reported with file and line.

use rustc_hash::FxHashSet;

use crate::lexicon::{Lexicon, Word};
use crate::ontology::Ontology;
use crate::seed::{SeedError, SeedErrors, SeedFile};

use super::entry::{FallbackEntry, Measured, Narrower, RuleEntry, RuleFile, SilenceEntry};
use super::example::{Example, place};
use super::pattern::{ANY, Family, Pattern, alternatives};
use super::{Acting, Fallback, Naming, Owner, Rule, Rules, Silence, Through};

/// Fewest judged links from which a share is taken for a confidence.
const FEWEST_CASES: u32 = 10;

impl Rules {
    /// Reads and checks the rule files.
    ///
    /// # Errors
    /// Every fault: syntax, an id twice, an unknown relation or class, a class that the relation does not
    /// admit, a pattern that cannot be read, a rule without patterns or without examples.
    pub fn parse(files: &[SeedFile], ontology: &Ontology, lexicon: &mut Lexicon) -> Result<Self, SeedErrors> {
        let mut loader =
            Loader { rules: Self::default(), ontology, lexicon, errors: Vec::new(), ids: FxHashSet::default() };
        for file in files {
            match toml::from_str::<RuleFile>(&file.text) {
                Ok(parsed) => loader.file(file, parsed),
                Err(error) => loader.errors.push(SeedError::toml(file, &error)),
            }
        }
        if loader.errors.is_empty() { Ok(loader.rules) } else { Err(SeedErrors(loader.errors)) }
    }
}

struct Loader<'a> {
    rules: Rules,
    ontology: &'a Ontology,
    lexicon: &'a mut Lexicon,
    errors: Vec<SeedError>,
    ids: FxHashSet<String>,
}

impl Loader<'_> {
    fn file(&mut self, file: &SeedFile, parsed: RuleFile) {
        for entry in parsed.rule {
            let at = entry.span().start;
            self.rule(file, at, &entry.into_inner());
        }
        for entry in parsed.fallback {
            let at = entry.span().start;
            self.fallback(file, at, &entry.into_inner());
        }
        for entry in parsed.silence {
            let at = entry.span().start;
            self.silence(file, at, &entry.into_inner());
        }
        if let Some(words) = parsed.words {
            words.add_to(&mut self.rules, self.lexicon);
        }
        for (rule, measured) in parsed.confidence {
            let at = measured.span().start;
            self.confidence(file, at, rule, measured.get_ref());
        }
    }

    fn confidence(&mut self, file: &SeedFile, at: usize, rule: String, measured: &Measured) {
        if !(0.0..=1.0).contains(&measured.precision) {
            return self.error(file, at, format!("the precision of `{rule}` is {}, not a share", measured.precision));
        }
        if measured.cases >= FEWEST_CASES {
            self.rules.confidence.insert(rule.into(), format!("{:.2}", measured.precision).into());
        }
    }

    fn error(&mut self, file: &SeedFile, at: usize, message: String) {
        self.errors.push(SeedError::at(file, at, message));
    }

    fn classes(&mut self, file: &SeedFile, at: usize, names: &[String]) -> u128 {
        for name in names.iter().filter(|n| !self.ontology.has_class(n)).cloned().collect::<Vec<_>>() {
            self.error(file, at, format!("`{name}` is not a class of the ontology"));
        }
        self.ontology.mask(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn relation(&mut self, file: &SeedFile, at: usize, relation: &str, object: &[String]) {
        if self.ontology.relation(relation).is_none() {
            return self.error(file, at, format!("`{relation}` is not a relation of the ontology"));
        }
        for class in object {
            if self.ontology.has_class(class) && !self.ontology.admits(relation, "State", class) {
                self.error(file, at, format!("`{class}` is outside the range of `{relation}`"));
            }
        }
    }

    fn rule(&mut self, file: &SeedFile, at: usize, entry: &RuleEntry) {
        if !self.ids.insert(entry.id.clone()) {
            self.error(file, at, format!("`{}` is the id of another rule too", entry.id));
        }
        self.relation(file, at, &entry.relation, &entry.object);
        let object = self.classes(file, at, &entry.object) & !self.classes(file, at, &entry.except);
        let acting = self.one_of(
            file,
            at,
            &entry.acting,
            &[
                ("", Acting::State),
                ("state", Acting::State),
                ("implicit", Acting::Implicit),
                ("home", Acting::Home),
                ("anyone", Acting::Anyone),
            ],
        );
        let through = self.one_of(
            file,
            at,
            &entry.through,
            &[
                ("", Through::Nothing),
                ("nothing", Through::Nothing),
                ("of", Through::Of),
                ("place", Through::Place),
                ("clause", Through::Clause),
                ("anything", Through::Anything),
            ],
        );
        let naming = self.one_of(
            file,
            at,
            &entry.naming,
            &[("", Naming::Any), ("named", Naming::Named), ("described", Naming::Described)],
        );
        let narrower = entry.narrower.iter().map(|n| self.narrower(file, at, n)).collect();
        let returned = entry.returned.iter().map(|n| self.narrower(file, at, n)).collect();
        let soft = ["supports", "callsFor", "criticises", "mentions"];
        let rule = Rule {
            id: entry.id.as_str().into(),
            relation: entry.relation.as_str().into(),
            object,
            acting,
            through,
            naming,
            third: entry.third,
            obliged: entry.obliged,
            blamed: entry.blamed,
            hailed: entry.hailed,
            denied: entry.denied,
            joint: entry.joint,
            undone: entry.undone,
            sought: entry.sought,
            but: entry.but.iter().map(|id| id.as_str().into()).collect(),
            ours: entry.ours,
            money: entry.money,
            qualified: entry.qualified.split_whitespace().map(|w| self.lexicon.intern(w)).collect(),
            modality: entry.modality,
            narrower,
            returned,
            is_soft: soft.iter().any(|s| self.ontology.is_narrower(&entry.relation, s)),
        };
        let owner = Owner::Rule(self.rules.rules.len() as u32);
        self.rules.rules.push(rule);
        let n_patterns = self.patterns(
            file,
            at,
            owner,
            &[
                (Family::Verb, &entry.verb),
                (Family::Noun, &entry.noun),
                (Family::Adjective, &entry.adjective),
                (Family::Preposition, &entry.preposition),
                (Family::Agent, &entry.agent),
                (Family::Predicate, &entry.predicate),
            ],
        );
        if n_patterns == 0 {
            let kinds = "verb, noun, adjective, preposition, agent or predicate";
            self.error(file, at, format!("rule `{}` has no pattern: give it {kinds}", entry.id));
        }
        self.examples(file, at, entry);
    }

    fn examples(&mut self, file: &SeedFile, at: usize, entry: &RuleEntry) {
        if entry.fires.is_empty() || entry.silent.is_empty() {
            self.error(
                file,
                at,
                format!("rule `{}` needs sentences that fire and sentences that stay silent", entry.id),
            );
        }
        let example = |text: &str, links: Vec<String>, reply: bool| Example {
            place: place(file, at),
            rule: entry.id.clone(),
            text: text.to_owned(),
            links,
            reply,
        };
        self.rules.examples.extend(entry.fires.iter().map(|f| example(&f.text, f.links.clone(), f.reply)));
        self.rules.examples.extend(entry.silent.iter().map(|s| example(s, Vec::new(), false)));
    }

    fn narrower(&mut self, file: &SeedFile, at: usize, narrower: &Narrower) -> super::Narrower {
        self.relation(file, at, &narrower.relation, &[]);
        let words = |lexicon: &mut Lexicon, list: &Option<String>| -> Vec<Word> {
            list.iter().flat_map(|l| l.split_whitespace()).map(|w| lexicon.intern(w)).collect()
        };
        let (when, by) = (words(self.lexicon, &narrower.when), words(self.lexicon, &narrower.by));
        if when.is_empty() == by.is_empty() {
            self.error(
                file,
                at,
                "`narrower` and `returned` take either `when` (words of the sentence) or `by` (words of the rule)"
                    .to_owned(),
            );
        }
        super::Narrower { when, by, relation: narrower.relation.as_str().into() }
    }

    fn one_of<T: Copy>(&mut self, file: &SeedFile, at: usize, written: &str, table: &[(&str, T)]) -> T {
        if let Some(&(_, value)) = table.iter().find(|(name, _)| *name == written) {
            return value;
        }
        let names: Vec<&str> = table.iter().map(|(name, _)| *name).filter(|n| !n.is_empty()).collect();
        self.error(file, at, format!("`{written}` is none of {}", names.join(", ")));
        table[0].1
    }

    fn patterns(&mut self, file: &SeedFile, at: usize, owner: Owner, lists: &[(Family, &Vec<String>)]) -> usize {
        let mut n_patterns = 0;
        for (family, written) in lists.iter().flat_map(|(f, list)| list.iter().map(move |w| (*f, w))) {
            let written = alternatives(written).unwrap_or_else(|message| {
                self.error(file, at, message);
                Vec::new()
            });
            for pattern in written {
                match Pattern::compile(family, &pattern, self.lexicon) {
                    Ok(pattern) if pattern.head == ANY => self.rules.any_verb.push((pattern, owner)),
                    Ok(pattern) => self.rules.by_word.or_default(pattern.head).push((pattern, owner)),
                    Err(message) => self.error(file, at, message),
                }
            }
            n_patterns += 1;
        }
        n_patterns
    }

    fn fallback(&mut self, file: &SeedFile, at: usize, entry: &FallbackEntry) {
        self.relation(file, at, &entry.relation, &entry.object);
        let object = self.classes(file, at, &entry.object);
        self.rules.fallbacks.push(Fallback {
            id: entry.id.as_str().into(),
            relation: entry.relation.as_str().into(),
            object,
            praised: entry.praised,
            blamed: entry.blamed,
            modality: entry.modality,
        });
    }

    fn silence(&mut self, file: &SeedFile, at: usize, entry: &SilenceEntry) {
        let object = self.classes(file, at, &entry.object);
        let things = entry.things.iter().map(|t| t.as_str().into()).collect();
        if entry.noun.is_empty() && entry.preposition.is_empty() && entry.verb.is_empty() && entry.agent.is_empty() {
            self.rules.unspoken.extend(entry.things.iter().map(|t| std::sync::Arc::from(t.as_str())));
            return;
        }
        let owner = Owner::Silence(self.rules.silences.len() as u32);
        self.rules.silences.push(Silence { object, things });
        let lists = [
            (Family::Noun, &entry.noun),
            (Family::Preposition, &entry.preposition),
            (Family::Verb, &entry.verb),
            (Family::Agent, &entry.agent),
        ];
        self.patterns(file, at, owner, &lists);
    }
}
