//! Finds the names of seed entities among tokens: the longest name that begins at a token, whole words only,
//! by its own rule of case.

mod tree;

use crate::entity::{Case, Entities, Entity};
use crate::lexicon::{Lexicon, UNKNOWN, Word};
use crate::ontology::Ontology;
use crate::text::Span;
use crate::token::{Caps, Kind, Token, tokenize};

use tree::{Names, ROOT, Tree};

/// The word of tokens that stand in no name.
const NOWHERE: Word = Word(u32::MAX);

/// What form of a name stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A name.
    Name,
    /// An adjective: "Canadian".
    Demonym,
    /// The people: "Canadians".
    Nationals,
    /// The capital of a State: a place, or its government by metonymy.
    Capital,
}

/// A name found: tokens `first..last` name an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
    /// Position of the entity in [`Entities::all`].
    pub entity: u32,
    /// Form of the name.
    pub form: Form,
}

/// What a name names, and how it must be written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    entity: u32,
    form: Form,
    /// The exact writing that is asked for, where case matters.
    exact: Option<Box<str>>,
}

/// The names of all seed entities.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    tree: Tree,
}

impl Gazetteer {
    /// All names of `entities`; their words get an identity in `lexicon`.
    #[must_use]
    pub fn new(entities: &Entities, ontology: &Ontology, lexicon: &mut Lexicon) -> Self {
        let mut names = Names::default();
        for (position, entity) in entities.all().iter().enumerate() {
            add_entity(&mut names, position as u32, entity, lexicon);
        }
        // A name as somebody wrote it goes before the plural of another.
        for (position, entity) in entities.all().iter().enumerate() {
            add_plurals(&mut names, position as u32, entity, ontology, lexicon);
        }
        Self { tree: Tree::new(names) }
    }

    /// Whether any name begins with `token`.
    #[inline]
    #[must_use]
    pub fn begins(&self, token: &Token) -> bool {
        self.tree.begins(token.word)
    }

    /// The longest name that begins at token `first`.
    #[inline]
    #[must_use]
    pub fn longest(&self, text: &str, tokens: &[Token], first: usize, all_capitals: bool) -> Option<Hit> {
        if self.begins(&tokens[first]) && self.may_go_on(tokens, first) {
            self.walk(text, tokens, first, all_capitals)
        } else {
            None
        }
    }

    /// Whether the token behind `first` may go on with a name, or none need. Nearly all "the" begin no "The Hague".
    fn may_go_on(&self, tokens: &[Token], first: usize) -> bool {
        let goes_on = |next: &Token| !matches!(next.kind, Kind::Word | Kind::Number) || self.tree.goes_on(next.word);
        self.tree.is_name(tokens[first].word) || tokens.get(first + 1).is_some_and(goes_on)
    }

    fn walk(&self, text: &str, tokens: &[Token], first: usize, all_capitals: bool) -> Option<Hit> {
        let mut node = ROOT;
        let mut found = None;
        let mut n_open: i32 = 0;
        let mut passed = first;
        for (at, token) in tokens.iter().enumerate().skip(first) {
            // "the Pelagic Union (PU) Agency for Nets": the acronym of what the name begins with.
            if at > first
                && is_acronym_in_brackets(&tokens[at..])
                && self.tree.child(node, tokens[at + 1].word).is_none()
            {
                passed = at + 3;
            }
            if at < passed {
                continue;
            }
            let Some(word) = key(token, text) else {
                match token.kind {
                    _ if at == first => break,
                    Kind::Comma | Kind::Colon | Kind::Quote | Kind::Genitive => continue,
                    // "HIV/AIDS", "Rio+20"
                    _ if matches!(&text[token.span.range()], "/" | "+") => continue,
                    Kind::Open => n_open += 1,
                    Kind::Close => n_open -= 1,
                    _ => break,
                }
                if n_open < 0 {
                    break;
                }
                continue;
            };
            match self.tree.child(node, word) {
                Some(child) => node = child,
                None => break,
            }
            let inside_word = tokens.get(at + 1).is_some_and(|next| next.is_joined && next.kind == Kind::Word);
            if inside_word && at == first && token.caps != Caps::Acronym {
                continue;
            }
            let written = &tokens[first..=at];
            // Each bracket within the name closes right behind it.
            let end = at + 1 + n_open.unsigned_abs() as usize;
            let closes = tokens.get(at + 1..end).is_some_and(|rest| rest.iter().all(|t| t.kind == Kind::Close));
            if !closes {
                continue;
            }
            let entries = self.tree.entries(node).iter().filter(|e| e.admits(text, written, all_capitals));
            // "GLACY+" is not the project called GLACY.
            if let Some(entry) = entries.min_by_key(|e| !e.ends_with_plus()) {
                found = Some(Hit { first: first as u32, last: end as u32, entity: entry.entity, form: entry.form });
            }
        }
        found
    }
}

/// Whether the first of these tokens opens a bracket that holds an acronym and no more.
fn is_acronym_in_brackets(tokens: &[Token]) -> bool {
    matches!(tokens, [open, acronym, close, ..]
        if open.kind == Kind::Open && acronym.caps == Caps::Acronym && close.kind == Kind::Close)
}

fn add_entity(names: &mut Names, position: u32, entity: &Entity, lexicon: &mut Lexicon) {
    for name in entity.names() {
        for variant in united_nations_variants(name) {
            add(names, &variant, position, Form::Name, entity.case, lexicon);
        }
    }
    let forms = [(&entity.demonyms, Form::Demonym), (&entity.nationals, Form::Nationals)];
    for (written, form) in forms {
        for name in written {
            add(names, name, position, form, Case::Exact, lexicon);
        }
    }
    if let Some(capital) = &entity.capital {
        add(names, capital, position, Form::Capital, Case::Exact, lexicon);
    }
}

/// "the Geneva Conventions": the plurals of what there may be several of.
fn add_plurals(names: &mut Names, position: u32, entity: &Entity, ontology: &Ontology, lexicon: &mut Lexicon) {
    if ["Actor", "Place"].iter().any(|c| ontology.is_subclass(&entity.class, c)) {
        return;
    }
    let variants = entity.names().flat_map(united_nations_variants);
    for variant in variants.filter(|v| v.contains(' ') && !v.ends_with('s')) {
        add(names, &format!("{variant}s"), position, Form::Name, entity.case, lexicon);
    }
}

fn add(names: &mut Names, name: &str, entity: u32, form: Form, case: Case, lexicon: &mut Lexicon) {
    for word in words_of(name) {
        lexicon.intern(word);
    }
    let mut tokens = Vec::new();
    tokenize(name, Span::new(0, name.len() as u32), lexicon, &mut tokens);
    for token in &tokens {
        if token.kind == Kind::Word && token.word == UNKNOWN {
            lexicon.intern(&name[token.span.range()]);
        }
    }
    tokenize(name, Span::new(0, name.len() as u32), lexicon, &mut tokens);
    let path: Vec<Word> = tokens.iter().filter_map(|t| key(t, name)).collect();
    if path.is_empty() || path.contains(&NOWHERE) {
        return;
    }
    let single = tokens.len() == 1 || !name.contains(' ');
    let exact = (single || case == Case::Exact).then(|| name.into());
    names.push((path, Entry { entity, form, exact }));
}

impl Entry {
    fn ends_with_plus(&self) -> bool {
        self.exact.as_ref().is_some_and(|exact| exact.ends_with('+'))
    }

    fn admits(&self, text: &str, written: &[Token], all_capitals: bool) -> bool {
        let (Some(first), Some(last)) = (written.first(), written.last()) else { return false };
        let Some(exact) = &self.exact else { return true };
        let written = &text[first.span.start as usize..last.span.end as usize];
        if **exact == *written {
            return true;
        }
        if exact.strip_suffix('+') == Some(written) {
            return text[last.span.end as usize..].starts_with('+');
        }
        if all_capitals {
            return written.chars().count() > 3 && exact.to_uppercase() == written && exact.to_uppercase() != **exact;
        }
        capitals_agree(exact, written)
    }
}

/// Whether two writings of one name have capitals on the same words, whatever else differs (accents, hyphens).
fn capitals_agree(name: &str, written: &str) -> bool {
    let capitals = |s: &str| -> Vec<bool> {
        let words = s.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        words.map(|w| w.starts_with(char::is_uppercase)).collect()
    };
    let is_acronym = name.chars().filter(|c| c.is_uppercase()).count() > 1 && !name.contains(' ');
    !is_acronym && capitals(name) == capitals(written)
}

/// The word by which a token is found in the tree; `None` for marks.
fn key(token: &Token, text: &str) -> Option<Word> {
    match token.kind {
        Kind::Word | Kind::Number => Some(if token.word == UNKNOWN { NOWHERE } else { token.word }),
        // "No. 105" of another number than any name has; the symbols of documents ask for their exact writing.
        Kind::Symbol if token.word == UNKNOWN && text[token.span.range()].contains(' ') => Some(NOWHERE),
        Kind::Symbol if !text[token.span.range()].contains("/RES/") => Some(token.word),
        _ => None,
    }
}

fn words_of(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '(' | ')' | ',')).filter(|w| !w.is_empty())
}

/// A name with "United Nations" also as "UN", and the other way about.
fn united_nations_variants(name: &str) -> Vec<String> {
    let mut variants = vec![name.to_owned()];
    if name.len() > "United Nations".len() {
        if name.contains("United Nations") {
            variants.push(name.replace("United Nations", "UN"));
        } else if let Some(rest) = name.strip_prefix("UN ") {
            variants.push(format!("United Nations {rest}"));
        }
    }
    variants
}
