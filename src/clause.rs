//! A light clause analysis of one sentence, deterministic and made for the register of diplomatic English:
//! word classes in context, phrases, what each phrase hangs on, and who acts.

pub mod tag;
pub mod chunk;
pub mod attach;
pub mod path;

use crate::lexicon::Word;

/// Class of a token in its context.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// Determiner.
    Determiner,
    /// Possessive determiner.
    Possessive,
    /// Personal or indefinite pronoun.
    Pronoun,
    /// Number or ordinal.
    Number,
    /// Adjective, also a participle or -ing form before a noun.
    Adjective,
    /// Noun.
    Noun,
    /// A token of a known name.
    Name,
    /// Preposition; the joined word of several tokens stands on the first of them.
    Preposition,
    /// Later token of a function word of several tokens.
    Continued,
    /// "such as", "including".
    Listing,
    /// "and", "or".
    Coordinator,
    /// "but", or a subordinator.
    Subordinator,
    /// Relative pronoun.
    Relative,
    /// Modal verb.
    Modal,
    /// Form of "be".
    Be,
    /// Form of "have" as auxiliary.
    Have,
    /// Form of "do" as auxiliary.
    Do,
    /// Negator.
    Negator,
    /// Adverb.
    Adverb,
    /// Finite or base form of a verb.
    Verb,
    /// Past participle without auxiliary.
    Participle,
    /// -ing form as a verb.
    Gerund,
    /// "to" before a verb.
    To,
    /// `'s`
    Genitive,
    /// Comma.
    Comma,
    /// Opening bracket.
    Open,
    /// Closing bracket.
    Close,
    /// Any other mark.
    Mark,
}

/// What a chunk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChunkKind {
    /// Noun phrase without what follows its head.
    Noun,
    /// Verb group.
    Verb,
    /// Adjective that is not before a noun.
    Adjective,
    /// Preposition.
    Preposition,
    /// "such as".
    Listing,
    /// "and", "or".
    Coordinator,
    /// Subordinator.
    Subordinator,
    /// Relative pronoun.
    Relative,
    /// Comma.
    Comma,
    /// Opening bracket.
    Open,
    /// Closing bracket.
    Close,
    /// Colon, semicolon, dash.
    Mark,
}

/// How a noun phrase is determined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Determiner {
    /// No determiner.
    Bare,
    /// "the", "this", "that", "these", "such".
    Definite,
    /// "a", "an", "another".
    Indefinite,
    /// "our", "my".
    First,
    /// "its", "their", "his", "your".
    Third,
    /// "some", "all", "any", "each", "many".
    Quantity,
}

/// Form of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerbForm {
    /// Present tense.
    Present,
    /// Past tense.
    Past,
    /// Present or past perfect.
    Perfect,
    /// "to" infinitive.
    Infinitive,
    /// -ing form.
    Gerund,
    /// Past participle alone.
    Participle,
}

/// Modal force of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Force {
    /// None.
    Plain,
    /// will, shall
    Future,
    /// should, must, ought
    Obligation,
    /// can, could, may, might, would
    Possibility,
}

/// What is particular to a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// Form.
    pub form: VerbForm,
    /// Modal force.
    pub force: Force,
    /// Whether it is passive.
    pub is_passive: bool,
    /// Whether it is negated.
    pub is_negated: bool,
    /// Whether it is progressive: "is preparing".
    pub is_progressive: bool,
}

/// A phrase of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// What it is.
    pub kind: ChunkKind,
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
    /// Token of the head: of a noun phrase its last noun, of a verb group its main verb.
    pub head: u32,
    /// Word of the head as written.
    pub word: Word,
    /// Lemma of the head.
    pub lemma: Word,
    /// Determiner of a noun phrase.
    pub determiner: Determiner,
    /// Whether a noun phrase is plural.
    pub is_plural: bool,
    /// Whether a genitive `'s` closes the noun phrase.
    pub is_genitive: bool,
    /// Of a verb group.
    pub verb: Option<VerbGroup>,
    /// The mention that is the head of a noun phrase.
    pub mention: Option<u32>,
}

/// What a chunk is to the chunk that it hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Subject of a verb.
    Subject,
    /// Object of a verb, complement of "be", or noun after a preposition.
    Object,
    /// Preposition, infinitive or clause that modifies or completes what it hangs on.
    Modifier,
    /// One of examples: "forums such as X".
    Example,
    /// Possessor: "X's unity".
    Possessor,
}

/// A sentence in chunks, with what each hangs on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clause {
    /// The chunks, in order.
    pub chunks: Vec<Chunk>,
    /// What each chunk hangs on.
    pub parent: Vec<Option<(u32, Role)>>,
    /// For each verb group, the chunk of its subject.
    pub subject: Vec<Option<u32>>,
    /// For each noun phrase, the verb group of a relative clause in which it is understood, with the chunk that
    /// it stands for it there: the preposition of "in which", else the verb itself.
    pub relative: Vec<Option<u32>>,
}
