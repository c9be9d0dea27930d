//! Extraction rules: patterns of verbs, nouns, adjectives and prepositions over the path from a mention up to
//! its clause, each for one relation, read from `seeds/rules/*.toml` and checked against the ontology.

mod words;
mod entry;
pub mod load;
pub mod pattern;
pub mod example;

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::{Word, WordMap, WordSet};
use crate::link::Modality;

use self::pattern::Pattern;

/// Who must act for a rule to hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Acting {
    /// A State: the speaker, or another.
    #[default]
    State,
    /// A State, or nobody named: then the speaker.
    Implicit,
    /// A State; in an account of what is done at home also nobody named.
    Home,
    /// Whoever it is: the statement is the speaker's.
    Anyone,
}

/// What may stand between the pattern and the mention, from little to much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Through {
    /// Nothing but "such as".
    #[default]
    Nothing,
    /// Nouns with "of": "the efforts of".
    Of,
    /// Nouns and prepositions of place: "initiatives to combat crime in".
    Place,
    /// A clause or infinitive, whatever it is: "that all … accede to".
    Clause,
    /// Anything.
    Anything,
}

/// Whether a rule is for names or for descriptions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// Both.
    #[default]
    Any,
    /// Names and short forms.
    Named,
    /// Descriptions.
    Described,
}

/// A rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Identifier, unique.
    pub id: Arc<str>,
    /// Local name of the relation.
    pub relation: Arc<str>,
    /// Classes of the object, as bits of [`crate::ontology::Ontology::mask`].
    pub object: u128,
    /// Who must act.
    pub acting: Acting,
    /// What may stand between.
    pub through: Through,
    /// Names or descriptions.
    pub naming: Naming,
    /// Whether another State than the speaker may be the subject.
    pub third: bool,
    /// Whether the object of the verb must be the speaker's: "destroyed our harvest".
    pub ours: bool,
    /// Whether the sentence must speak of money.
    pub money: bool,
    /// Words of which one must stand before the noun of the pattern: "a founding member of". Empty for none.
    pub qualified: Vec<Word>,
    /// Whether the verb must carry obligation: "must", "should", "need to".
    pub obliged: bool,
    /// Whether the State that speaks must be a subject of the same verb: "Norlandia and Westmark have signed".
    pub joint: bool,
    /// Whether what the verb says must not be done yet: "to conclude a treaty", not "concluded a treaty".
    pub undone: bool,
    /// Whether what the noun says must stand under a word that wants it: "deserves a seat on", not "sits in its seat on".
    pub sought: bool,
    /// Whether what the verb says must blame: "continues to build settlements in violation of the law".
    pub blamed: bool,
    /// Whether what the verb says must be greeted: "We are pleased that X has".
    pub hailed: bool,
    /// Whether the verb must be denied: "has not complied with".
    pub denied: bool,
    /// Ids of things of these classes that the rule is not for.
    pub but: Vec<Arc<str>>,
    /// Modality, where the words fix it.
    pub modality: Option<Modality>,
    /// Narrower relations, first fitting first.
    pub narrower: Vec<Narrower>,
    /// What a State that is the object does for the subject in turn: of "with the support of Westmark" that it assists.
    pub returned: Vec<Narrower>,
    /// Whether the relation is soft: supports, calls for, criticises, mentions and narrower.
    pub is_soft: bool,
}

/// A narrower relation than the rule's, and when it is meant.
#[derive(Clone, Debug)]
pub struct Narrower {
    /// Words that stand together somewhere in the sentence.
    pub when: Vec<Word>,
    /// First words of the pattern that matched, of which one must be.
    pub by: Vec<Word>,
    /// The relation.
    pub relation: Arc<str>,
}

/// A relation for mentions that no rule reaches.
#[derive(Clone, Debug)]
pub struct Fallback {
    /// Identifier.
    pub id: Arc<str>,
    /// Relation.
    pub relation: Arc<str>,
    /// Classes.
    pub object: u128,
    /// Only where the sentence has a word of praise and none of blame.
    pub praised: bool,
    /// Whether the sentence must blame.
    pub blamed: bool,
    /// Modality.
    pub modality: Modality,
}

/// A pattern after which a mention says nothing.
#[derive(Clone, Debug)]
pub struct Silence {
    /// Classes.
    pub object: u128,
    /// Ids of the things meant; empty: all of the classes.
    pub things: Vec<Arc<str>>,
}

/// Verbs and nouns that set the modality of what they govern.
#[derive(Clone, Debug, Default)]
pub struct ModalityWords {
    /// Lemma to modality.
    pub by_lemma: WordMap<Modality>,
}

/// What a pattern belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A rule.
    Rule(u32),
    /// A silence.
    Silence(u32),
}

/// All rules of one load.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// The rules, in the order of the files.
    pub rules: Vec<Rule>,
    /// The fallbacks, first fitting first.
    pub fallbacks: Vec<Fallback>,
    /// The silences.
    pub silences: Vec<Silence>,
    /// Measured share of right links by rule, as a decimal, where enough of them were judged.
    pub confidence: FxHashMap<Arc<str>, Arc<str>>,
    /// Things that are no link by their name alone.
    pub unspoken: FxHashSet<Arc<str>>,
    /// Patterns by the word that they begin with, topmost.
    pub by_word: WordMap<Vec<(Pattern, Owner)>>,
    /// Patterns that begin with any verb.
    pub any_verb: Vec<(Pattern, Owner)>,
    /// Modality of what these govern.
    pub modality: ModalityWords,
    /// Words of praise.
    pub praise: WordSet,
    /// Words of blame.
    pub blame: WordSet,
    /// Verbs by which a speaker addresses others: what their object bears is not the speaker's.
    pub greetings: WordSet,
    /// Verbs and nouns by which a membership or a party to a treaty ends.
    pub leaving: WordSet,
    /// Nouns of what is only said: to send them is no help.
    pub messages: WordSet,
    /// Nouns by which somebody comes into an office or has it: "the admission of X to membership".
    pub offices: WordSet,
    /// Nouns of persons and States in an office: "chair".
    pub officers: WordSet,
    /// Verbs by which somebody is or becomes what a noun says.
    pub being: WordSet,
    /// Nouns that tell that something is hard or comes to nothing: "challenges in achieving".
    pub hardships: WordSet,
    /// Verbs by which something is set back or put in doubt.
    pub harming: WordSet,
    /// Nouns by which a thing is no more, or not yet.
    pub endings: WordSet,
    /// Nouns of what somebody does: "the efforts made by".
    pub deeds: WordSet,
    /// Nouns of what somebody is set on: "the offer of X to host".
    pub plans: WordSet,
    /// Verbs and adjectives that take a clause without "that".
    pub clausal: WordSet,
    /// Verbs whose object is who did what follows: "thank X for hosting".
    pub credits: WordSet,
    /// Verbs that say that a step towards a treaty has been taken: "accession was completed".
    pub accomplished: WordSet,
    /// Names of deeds that blame whoever does them: "aggression".
    pub perpetrated: WordSet,
    /// Nouns of what is done to something: "the ratification of the treaty by X" is done by X.
    pub acts: WordSet,
    /// Words in the names of wars and disasters that are over: "Second World War".
    pub bygone: WordSet,
    /// Nouns of incidents that last until somebody ends them: "blockade".
    pub lasting: WordSet,
    /// Verbs whose object is there only when they are done: "is drafting a law".
    pub making: WordSet,
    /// Verbs that, in the passive, say that a law or plan was made: "adopted".
    pub made: WordSet,
    /// Verbs that, in the passive, put off what they are said of: "is scheduled".
    pub expected: WordSet,
    /// Verbs and nouns of what is done by saying it: "I must thank".
    pub uttered: WordSet,
    /// Verbs whose subject is whom something befalls.
    pub suffered: WordSet,
    /// Nouns of what is done to a thing: "should ensure the implementation of".
    pub carrying_out: WordSet,
    /// Nouns of a thing's coming about or into force: to welcome the "adoption of" it is to welcome it.
    pub coming_about: WordSet,
    /// Nouns of what is being done, by nobody in particular: "work is under way to".
    pub activities: WordSet,
    /// Words that tell that a sentence speaks of money.
    pub money: WordSet,
    /// Adjectives of what is still to come: "upcoming".
    pub coming: WordSet,
    /// Verbs whose object is the subject of the infinitive after it.
    pub controls: WordSet,
    /// Nouns that stand for the State whose they are: government, delegation, people.
    pub state_nouns: WordSet,
    /// Nouns of people and bodies that act for the State whose they are.
    pub servants: WordSet,
    /// Nouns inside which the name of a body says nothing of the body: "NATO countries".
    pub silent_heads: WordSet,
    /// The examples, for the test.
    pub examples: Vec<example::Example>,
}
