//! Gives each token its class in context. Names are given; function words are read from the lexicon; verbs
//! are told from nouns by what stands beside them. Here the walk; the two hard cases have their own files.

pub(super) mod aside;
mod function;
mod past;
mod resume;
mod verb;
mod verbless;

use crate::lexicon::{Classes, Lexicon, UNKNOWN, Word, guess};
use crate::token::{Caps, Kind, Token};

use super::Tag;
use function::function_tag;

/// Tags the tokens of a sentence. `named[i]` tells whether token `i` belongs to a name; `words[i]` is the word
/// of token `i`, and becomes the joined word where a function word of several words begins.
pub fn tag(
    text: &str,
    tokens: &[Token],
    named: &[bool],
    lexicon: &Lexicon,
    tags: &mut Vec<Tag>,
    words: &mut Vec<Word>,
) {
    tags.clear();
    words.clear();
    words.extend(tokens.iter().map(|t| t.word));
    let mut tagger = Tagger {
        text,
        tokens,
        named,
        lexicon,
        to: lexicon.word("to"),
        classes: Vec::with_capacity(tokens.len()),
        tags,
        words,
        dashes: n_dashes(tokens, tokens.len()),
        finite: false,
        subordinate: false,
    };
    tagger.classify();
    let mut at = 0;
    while at < tokens.len() {
        let taken = tagger.aside(at).or_else(|| tagger.compound(at));
        at += taken.unwrap_or_else(|| tagger.single(at));
    }
    tagger.find_verb();
}

struct Tagger<'a> {
    text: &'a str,
    tokens: &'a [Token],
    named: &'a [bool],
    lexicon: &'a Lexicon,
    /// "to", which has no class of its own.
    to: Word,
    classes: Vec<Classes>,
    tags: &'a mut Vec<Tag>,
    words: &'a mut Vec<Word>,
    /// How many dashes the sentence has: in pairs they enclose an aside.
    dashes: usize,
    /// Whether the present clause has a finite verb already.
    finite: bool,
    /// Whether the present clause is subordinate.
    subordinate: bool,
}

/// "2009–2016": whether the dash at `at` stands between two numbers, and opens or closes nothing.
fn is_span(tokens: &[Token], at: usize) -> bool {
    let number = |t: Option<&Token>| t.is_some_and(|t| t.kind == Kind::Number);
    let (before, after) = (at.checked_sub(1).and_then(|b| tokens.get(b)), tokens.get(at + 1));
    let glued = before.is_some_and(|b| b.span.end == tokens[at].span.start)
        && after.is_some_and(|a| a.span.start == tokens[at].span.end);
    glued && number(before) && number(after)
}

/// How many dashes before token `end` may open or close an aside.
fn n_dashes(tokens: &[Token], end: usize) -> usize {
    (0..end).filter(|&at| tokens[at].kind == Kind::Dash && !is_span(tokens, at)).count()
}

impl Tagger<'_> {
    fn classify(&mut self) {
        for (at, token) in self.tokens.iter().enumerate() {
            let known = self.lexicon.classes(token.word);
            let classes = if token.kind != Kind::Word || !known.is_empty() {
                known
            } else if token.word != UNKNOWN || token.caps == Caps::Lower || at == 0 {
                guess(&self.text[token.span.range()])
            } else {
                Classes::NOUN
            };
            self.classes.push(classes);
        }
    }

    /// A function word of several words at `at`: tags it and returns how many tokens it has.
    fn compound(&mut self, at: usize) -> Option<usize> {
        if self.named[at] {
            return None;
        }
        let lexicon = self.lexicon;
        for (rest, joined) in lexicon.compounds(self.tokens[at].word) {
            if !self.are_followed(at, rest) {
                continue;
            }
            let end = at + 1 + rest.len();
            // "more than thirty", not "more than Norlandia"
            let counts = self.tokens.get(end).is_some_and(|t| {
                t.kind == Kind::Number || lexicon.classes(t.word).any(Classes::NUMBER) && !self.named[end]
            });
            let compares = lexicon.is_one_of(*joined, &["more_than", "less_than", "fewer_than"]);
            // "the Pro Tempore Secretariat": capitals within a name.
            let within_name = at > 0
                && lexicon.classes(*joined).any(Classes::ADVERB)
                && self.tokens[at..end].iter().all(Token::is_capitalised);
            // "my sincere thanks to Norlandia": what is said, not by what something is done
            let warm = ["sincere", "deep", "deepest", "heartfelt", "warm", "warmest", "profound", "special", "and"];
            let mut before = self.tokens[..at].iter().zip(self.tags.iter()).rev().take(5);
            let whose = before.find(|(token, _)| !lexicon.is_one_of(token.word, &warm));
            let thanks = lexicon.is(*joined, "thanks_to") && whose.is_some_and(|(_, tag)| *tag == Tag::Possessive);
            if (counts || !compares) && !within_name && !thanks && !self.named[at..end].contains(&true) {
                self.words[at] = *joined;
                let classes = lexicon.classes(*joined);
                self.tags.push(function_tag(classes).unwrap_or(Tag::Adverb));
                self.tags.extend(rest.iter().map(|_| Tag::Continued));
                return Some(end - at);
            }
        }
        None
    }

    /// Whether `rest` are the words behind the token at `at`.
    fn are_followed(&self, at: usize, rest: &[Word]) -> bool {
        let own = self.tokens.get(at + 1..at + 1 + rest.len());
        own.is_some_and(|own| own.iter().zip(rest).all(|(token, word)| token.word == *word))
    }

    fn single(&mut self, at: usize) -> usize {
        let tag = self.tag_of(at);
        match tag {
            // "Having left", "Being a member": no finite verbs.
            Tag::Be | Tag::Have if self.lexicon.is_one_of(self.tokens[at].word, &["having", "being"]) => {}
            Tag::Verb if self.previous(at) == Some(Tag::To) => {}
            Tag::Verb | Tag::Modal => self.finite = true,
            Tag::Be | Tag::Have | Tag::Do if !matches!(self.previous(at), Some(Tag::To | Tag::Modal)) => {
                self.finite = true;
            }
            Tag::Subordinator if self.reduced_follows(at) => {}
            Tag::Subordinator => (self.finite, self.subordinate) = (false, true),
            Tag::Comma if self.subordinate && self.finite => (self.finite, self.subordinate) = (false, false),
            Tag::Relative => self.finite = false,
            Tag::Mark if self.tokens[at].kind != Kind::Quote => self.finite = false,
            Tag::Coordinator if !self.joins_nouns(at) => self.finite = false,
            _ => {}
        }
        self.tags.push(tag);
        1
    }

    /// Whether a coordinator at `at` stands between two noun phrases, not two clauses.
    fn joins_nouns(&self, at: usize) -> bool {
        let Some(next) = self.classes.get(at + 1) else { return false };
        let noun_before = matches!(self.tags[..at].last(), Some(Tag::Noun | Tag::Adjective));
        let noun_after =
            next.any(Classes::NOUN.and(Classes::ADJECTIVE).and(Classes::NOUN_FIRST)) && !next.any(Classes::PRONOUN);
        noun_before && noun_after && !self.named[at + 1]
    }

    fn tag_of(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        if self.named[at] {
            return Tag::Name;
        }
        match token.kind {
            Kind::Word => self.word_tag(at),
            Kind::Number if self.is_page_number(at) => Tag::Continued,
            Kind::Number | Kind::Symbol | Kind::Currency => Tag::Number,
            Kind::Genitive => Tag::Genitive,
            Kind::Comma => Tag::Comma,
            Kind::Open => Tag::Open,
            Kind::Close => Tag::Close,
            Kind::Dash if self.dashes.is_multiple_of(2) && !is_span(self.tokens, at) => {
                let before = n_dashes(self.tokens, at);
                if before.is_multiple_of(2) { Tag::Open } else { Tag::Close }
            }
            Kind::Stop if self.is_abbreviation_mark(at) => Tag::Adjective,
            _ => Tag::Mark,
        }
    }

    /// "States can 7 survive", "move into 23 a new": a short number where English has none is a page's.
    fn is_page_number(&self, at: usize) -> bool {
        let next = self.classes.get(at + 1).copied().unwrap_or_default();
        let lower = self.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Word && t.caps == Caps::Lower);
        let short = self.tokens[at].span.len() <= 3;
        let before_phrase = next.any(Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::PRONOUN));
        let before_verb =
            next.any(Classes::BASE.and(Classes::THIRD).and(Classes::PAST).and(Classes::BE).and(Classes::HAVE));
        short
            && lower
            && match self.tags.last() {
                Some(Tag::Preposition | Tag::Verb | Tag::Gerund | Tag::Be | Tag::To) => before_phrase,
                Some(Tag::Pronoun | Tag::Modal) => before_verb || before_phrase,
                _ => false,
            }
    }

    /// "Mr. Smith", "John F. Smith": a full stop inside a sentence, between a word and a name, is part of the name.
    fn is_abbreviation_mark(&self, at: usize) -> bool {
        let dot = &self.text[self.tokens[at].span.range()] == ".";
        let name = self.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Word && t.is_capitalised());
        dot && name && at > 0 && self.tokens[at - 1].kind == Kind::Word && self.tokens[at - 1].is_capitalised()
    }

    fn word_tag(&self, at: usize) -> Tag {
        let classes = self.classes[at];
        if self.is_numbered(at) {
            return Tag::Noun;
        }
        let joins_next = self.tokens.get(at + 1).is_some_and(|t| t.is_joined && t.kind == Kind::Word);
        if joins_next {
            return if classes.any(Classes::NUMBER.and(Classes::ORDINAL)) { Tag::Number } else { Tag::Adjective };
        }
        if self.tokens[at].is_joined {
            return self.compound_end(at, classes);
        }
        // "the sixty-first party to the treaty": what is counted is a noun.
        let counted = at > 0 && self.classes[at - 1].any(Classes::ORDINAL);
        if counted && self.lexicon.is(self.tokens[at].word, "party") {
            return Tag::Noun;
        }
        if let Some(tag) = self.plain_tag(at, classes) {
            return tag;
        }
        if self.is_capital_inside(at)
            && !classes.any(Classes::PREPOSITION.and(Classes::COORDINATOR).and(Classes::DETERMINER))
        {
            return self.capitalised(at, classes);
        }
        let open = function_tag(classes).is_none_or(|tag| tag == Tag::Adverb);
        let after_to = self.previous_to(at) && open;
        // "to further our aims": an adverb stands before a verb, this one is the verb.
        let next = self.classes.get(at + 1).copied().unwrap_or_default();
        let is_adverb = classes.any(Classes::ADVERB) && (!classes.any(Classes::BASE) || next.any(Classes::BASE));
        // "will open in Saltmouth": what stands behind "will" is a verb.
        let after_modal = self.tags.last() == Some(&Tag::Modal)
            && (classes.any(Classes::ADVERB) || classes == Classes::ADJECTIVE && !next.any(Classes::BASE));
        if (after_to || after_modal) && !is_adverb {
            return Tag::Verb;
        }
        // "have long supported"
        let been = || self.tokens.get(at + 1).is_some_and(|t| self.lexicon.is(t.word, "been"));
        let participle = || self.classes.get(at + 1).is_some_and(|c| c.any(Classes::PARTICIPLE));
        let long = self.tags.last() == Some(&Tag::Have) && self.lexicon.is(self.tokens[at].word, "long");
        if long && (been() || participle()) {
            return Tag::Adverb;
        }
        if let Some(tag) = self.context_function(at, classes).or_else(|| function_tag(classes)) {
            return tag;
        }
        let governed = matches!(
            self.previous(at),
            Some(Tag::To | Tag::Modal | Tag::Pronoun | Tag::Relative | Tag::Do | Tag::Have)
        );
        // "the countries hardest hit by the storm"
        if classes.any(Classes::ADJECTIVE)
            && self.classes.get(at + 1).is_some_and(|c| c.any(Classes::PARTICIPLE))
            && self.lexicon.is_one_of(self.tokens[at].word, &["hardest", "worst", "hard"])
        {
            return Tag::Adverb;
        }
        // "are working hard to"
        let acts = matches!(self.tags.last(), Some(Tag::Verb | Tag::Gerund | Tag::Participle));
        if acts && self.lexicon.is(self.tokens[at].word, "hard") && !self.noun_follows(at) {
            return Tag::Adverb;
        }
        if classes.any(Classes::ADJECTIVE) && self.noun_follows(at) && !governed {
            return Tag::Adjective;
        }
        // "keep the harbour open", "open and safe": a verb has its object behind it.
        let bare = classes.any(Classes::ADJECTIVE) && classes.any(Classes::BASE) && !governed;
        if bare && !self.definite_object_follows(at) {
            return Tag::Adjective;
        }
        if classes.any(Classes::VERB) {
            return self.verb_or_not(at, classes);
        }
        self.open_class(classes)
    }

    /// The tag of a word of one class, which nothing around it changes: half of all words.
    fn plain_tag(&self, at: usize, classes: Classes) -> Option<Tag> {
        const PLURAL_NOUN: Classes = Classes::NOUN.and(Classes::PLURAL);
        match classes {
            Classes::DETERMINER => Some(Tag::Determiner),
            Classes::COORDINATOR => Some(Tag::Coordinator),
            Classes::PREPOSITION if self.tags.last() != Some(&Tag::Determiner) => Some(Tag::Preposition),
            Classes::NOUN | PLURAL_NOUN if !self.is_capital_inside(at) && self.tokens[at].word != self.to => {
                Some(if self.previous_to(at) { Tag::Verb } else { Tag::Noun })
            }
            _ => None,
        }
    }

    /// "Act No. 390": what bears a number is a thing.
    fn is_numbered(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1).filter(|t| t.kind == Kind::Symbol);
        next.is_some_and(|t| self.text[t.span.range()].starts_with(['N', 'n'])) && self.tokens[at].is_capitalised()
    }

    fn open_class(&self, classes: Classes) -> Tag {
        if classes.any(Classes::ADVERB) {
            Tag::Adverb
        } else if classes.any(Classes::ADJECTIVE) {
            Tag::Adjective
        } else {
            Tag::Noun
        }
    }

    /// The last part of a hyphenated compound: "capacity-building" is a noun, "security-related" an adjective.
    fn compound_end(&self, at: usize, classes: Classes) -> Tag {
        if classes.any(Classes::PARTICIPLE) && !classes.any(Classes::BASE) {
            return Tag::Adjective;
        }
        // "a full-scale military offensive"
        if self.classes.get(at + 1).is_some_and(|c| c.any(Classes::ADJECTIVE)) && self.noun_follows(at + 1) {
            return Tag::Adjective;
        }
        // "the Secretary-General", "the Attorney-General"
        if self.tokens[at].is_capitalised() && !self.noun_follows(at) {
            return Tag::Noun;
        }
        let prefix = self.tokens.get(at.wrapping_sub(1)).map_or(0, |t| t.span.len());
        if prefix <= 3 && classes.any(Classes::VERB) && !classes.any(Classes::NOUN_FIRST) {
            return self.verb_or_not(at, classes);
        }
        self.open_class(classes)
    }

    /// A capitalised word that does not begin the sentence is part of a name.
    fn is_capital_inside(&self, at: usize) -> bool {
        self.tokens[at].is_capitalised() && at > 0 && self.tokens[at - 1].kind != Kind::Quote
    }

    fn capitalised(&self, at: usize, classes: Classes) -> Tag {
        // "the Act Governing the Use of Nets"
        let article = self.tokens.get(at + 1).is_some_and(|t| self.lexicon.is(t.word, "the"));
        let tells = ["governing", "regulating", "establishing", "amending", "concerning", "prohibiting"];
        if article && self.tags.last() == Some(&Tag::Noun) && self.lexicon.is_one_of(self.tokens[at].word, &tells) {
            return Tag::Gerund;
        }
        let next_is_capital = self.tokens.get(at + 1).is_some_and(Token::is_capitalised);
        // "the Mine Action Centre", "the IT Security Act"
        let names = self.lexicon.is(self.tokens[at].word, "mine") || self.tokens[at].caps == Caps::Acronym;
        if !(names && next_is_capital) && classes.any(Classes::PRONOUN.and(Classes::POSSESSIVE).and(Classes::BE)) {
            return function_tag(classes).unwrap_or(Tag::Noun);
        }
        if next_is_capital && classes.any(Classes::ADJECTIVE.and(Classes::PARTICIPLE)) {
            Tag::Adjective
        } else {
            Tag::Noun
        }
    }

    /// Tag of the last token before `at` that is no adverb.
    fn previous(&self, at: usize) -> Option<Tag> {
        self.tags[..at].iter().rev().find(|t| !matches!(t, Tag::Adverb | Tag::Continued | Tag::Negator)).copied()
    }

    /// Whether "to" stands right before `at`, or before an aside.
    fn previous_to(&self, at: usize) -> bool {
        self.tags[..at].iter().rev().find(|t| **t != Tag::Continued) == Some(&Tag::To)
    }

    fn noun_follows(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return false };
        let classes = self.classes[at + 1];
        next.kind == Kind::Word
            && (self.named[at + 1]
                || classes.any(Classes::NOUN.and(Classes::NOUN_FIRST).and(Classes::ADJECTIVE))
                || next.is_capitalised())
            && !classes.any(Classes::PREPOSITION.and(Classes::COORDINATOR).and(Classes::DETERMINER))
    }
}
