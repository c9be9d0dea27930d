//! Lower-case descriptions of one individual thing: "our national plan to combat violent extremism".

use crate::clause::{Chunk, ChunkKind, Determiner, VerbForm};
use crate::mention::head::Shapes;
use crate::mention::{Mention, Strength, label};
use crate::token::Kind;

use super::incident::singular;
use super::{Found, Sight};

/// Nouns that say nothing without what follows them: "for the period | up to 2030".
const LIGHT: [&str; 20] = [
    "right",
    "country",
    "period",
    "half",
    "part",
    "number",
    "portion",
    "series",
    "range",
    "set",
    "component",
    "aspect",
    "basis",
    "level",
    "process",
    "field",
    "area",
    "use",
    "issue",
    "question",
];

/// Words that tell of no matter: every State has "national development programmes".
const GENERAL: [&str; 15] = [
    "national",
    "public",
    "existing",
    "own",
    "current",
    "internal",
    "external",
    "foreign",
    "development",
    "sectoral",
    "priority",
    "and",
    "state",
    "government",
    "long-term",
];

/// Where the parts of a description end, each one past its last chunk.
#[derive(Clone, Copy)]
struct Ends {
    /// The owner behind the noun, or the noun.
    owner: usize,
    /// The tail.
    tail: usize,
    /// Whether an owner follows the tail.
    is_owned: bool,
}

impl Sight<'_> {
    /// "no harbour law or coastal strategy": there is none of the second either.
    fn shares_none(&self) -> bool {
        let naming = self.naming;
        let before = |n: usize| self.at.checked_sub(n).map(|i| &self.chunks[i]);
        let or = before(1).is_some_and(|c| c.kind == ChunkKind::Coordinator && naming.is_word(c.word, &["or", "nor"]));
        let none = before(2).is_some_and(|c| {
            c.kind == ChunkKind::Noun && naming.is_word(naming.tokens[c.first as usize].word, &["no"])
        });
        or && none && self.chunk().determiner == Determiner::Bare
    }

    /// A lower-case description of one individual thing.
    pub(super) fn described(&self) -> Option<Found> {
        let naming = self.naming;
        let chunk = self.chunk();
        let first = self.first_modifier();
        let any = chunk.determiner == Determiner::Quantity;
        if any || self.shares_none() || self.is_elsewhere() || self.names_nothing() || self.points_back(first) {
            return None;
        }
        let mut trailing = 0;
        let (owner_after, owner_end) = match self.owner_after(self.at + 1) {
            Some((owner, end)) => (Some(owner), end),
            None => (None, self.at + 1),
        };
        let (owner_end, mut tail_end) = self.tail_after_time(owner_end, owner_after.is_some());
        let mut owner_after = owner_after;
        if owner_after.is_none()
            && let Some((owner, end)) = self.owner_after(tail_end).filter(|_| tail_end > owner_end)
        {
            owner_after = Some(owner);
            trailing = end - tail_end;
            tail_end = end;
        }
        // "a resolution on drift nets", not "the resolution of the dispute".
        let text = label::kind(&self.head.class) == "instrument";
        if text && !(tail_end > owner_end && owner_end == self.at + 1 && self.is_on(owner_end)) {
            return None;
        }
        // "Norlandian policy is to …": of which nothing is told but whose it is.
        let of_state = |i: u32| {
            let state = |m: &Mention| m.first <= i && i < m.last && m.class & naming.state != 0;
            chunk.determiner == Determiner::Bare && self.mentions.iter().any(state)
        };
        let has_modifier =
            (first..chunk.head).any(|i| !naming.heads.is_vague(naming.tokens[i as usize].word) && !of_state(i));
        let has_tail = tail_end > self.at + 1 || self.parties(self.at + 1).is_some() || self.is_one_of_its_kind();
        if self.is_of_named(first) && !has_tail {
            return None;
        }
        let behind =
            (!has_modifier && !has_tail).then(|| self.event_date().or_else(|| self.purpose_behind())).flatten();
        let one =
            self.is_contribution() || self.is_law_on(owner_end) || self.is_own_forces() || self.is_own_series(first);
        let several = chunk.is_plural && !one;
        if (!has_modifier && !has_tail && behind.is_none())
            || (several && !(first < chunk.head && self.is_counted_plural(owner_end)))
        {
            return None;
        }
        if self.chunks[owner_end.min(tail_end)..tail_end].windows(2).any(|pair| self.is_for_each(pair)) {
            return None;
        }
        // "the framework of the agreement"
        // Nor does "the authority of the Assembly" or "at the centre of Norlandia's policy" name a body.
        let no_body = naming.is_word(chunk.lemma, &["authority"])
            || naming.is_word(chunk.lemma, &["centre", "center", "division"])
                && chunk.determiner == Determiner::Definite;
        if !has_modifier && (&*self.head.class == "Framework" || no_body) {
            return None;
        }
        let own = matches!(label::kind(&self.head.class), "strategy" | "law" | "body");
        // A text of an assembly is nobody's own, nor is a conference "on the future of Norlandia".
        let text = text || label::kind(&self.head.class) == "event" && trailing > 0;
        let owner_after = owner_after.filter(|_| !text);
        if own && !self.head.shapes.any(Shapes::SOUGHT) && (first..chunk.head).any(|i| self.is_common(i)) {
            return None;
        }
        // "has taken office in Norlandia", "a cross section of the people", "the rule of law in Norlandia"
        let bare = chunk.determiner == Determiner::Bare && naming.is_word(chunk.lemma, &["office", "law"]);
        let cross = naming.is_word(naming.tokens[chunk.head.saturating_sub(1) as usize].word, &["cross"]);
        if !has_modifier && bare && tail_end == owner_end || cross {
            return None;
        }
        // "an act of aggression"
        let of = self.chunks.get(self.at + 1).is_some_and(|c| naming.is_word(c.word, &["of"]));
        if of && owner_end == self.at + 1 && naming.is_word(chunk.lemma, &["act"]) {
            return None;
        }
        // "under human rights law", "the Norlandian legislation": the law as such.
        let bare_law = chunk.determiner == Determiner::Bare && naming.is_word(chunk.lemma, &["law"]);
        let legislation = naming.is_word(chunk.lemma, &["legislation"]) && !self.tells_matter(first);
        if !has_tail && (bare_law || legislation) {
            return None;
        }
        let owner = owner_after.or_else(|| self.owner_before().filter(|_| !text));
        // "the Norlandian proposal" says nothing of what is proposed, and "the proposal to convene a summit" nothing of whose it is.
        let proposes = owner.is_some() && tail_end - trailing > owner_end;
        // "the proposal of the President of Norlandia"
        let who = ["president", "minister", "government", "delegation", "chair", "king", "head", "group", "commission"];
        let somebodys = of && self.chunks.get(self.at + 2).is_some_and(|c| naming.is_word(c.lemma, &who));
        if naming.is_word(chunk.lemma, &["proposal"]) && (!proposes || somebodys) {
            return None;
        }
        // "we adopted an action plan": whose it is, the verb may tell.
        let form = self.form(first, chunk.last, chunk);
        if owner.is_none() && !has_tail && self.is_anybodys(&form, false) {
            return None;
        }
        let trailing = if text { 0 } else { trailing };
        let ends = Ends { owner: owner_end, tail: tail_end - trailing, is_owned: trailing > 0 };
        let form = self.description(first, ends, own, owner.is_some())?;
        let form = behind.map_or(form.clone(), |behind| format!("{form} {behind}"));
        // "the accord between Norlandia and Westmark" is there, and known by its parties.
        let known = self.parties(tail_end).filter(|_| chunk.determiner == Determiner::Definite);
        // "the high-level dialogue on wrecks": there was but one.
        let level = naming.is_word(naming.tokens[chunk.head.saturating_sub(1) as usize].word, &["level"]);
        let cut = self.chunks.get(tail_end).is_some_and(|c| c.kind == ChunkKind::Preposition);
        let one = level && has_tail && !cut && chunk.determiner == Determiner::Definite;
        let strength =
            if one || self.is_told_by_body(first) || known.is_some() { Strength::Named } else { Strength::Described };
        // Who makes one "with Norlandia" works with it.
        let within = known.filter(|_| naming.is_word(self.chunks[tail_end].word, &["between"]));
        let end = within.unwrap_or(tail_end);
        Some(self.found(chunk.first, self.chunks[end - 1].last, end, strength, owner, form))
    }

    /// "the Union informal working group": told by whose it is.
    fn is_told_by_body(&self, first: u32) -> bool {
        let is_body = |m: &Mention| m.class & (self.naming.territory | self.naming.state) == 0;
        self.chunk().determiner == Determiner::Definite
            && label::kind(&self.head.class) == "organisation"
            && self.mentions_in(first, self.chunk().head).any(is_body)
    }

    /// "the Union programme": the Union is named, the programme is not.
    fn is_of_named(&self, first: u32) -> bool {
        let chunk = self.chunk();
        chunk.determiner != Determiner::Indefinite
            && self.mentions_in(first, chunk.head).any(|m| {
                let alone = m.first == first && m.last == chunk.head;
                alone && m.strength == Strength::Named && m.class & self.naming.territory == 0
            })
    }

    /// "a health centre | for every village"
    fn is_for_each(&self, pair: &[Chunk]) -> bool {
        let naming = self.naming;
        naming.is_word(pair[0].word, &["for"])
            && naming.is_word(naming.tokens[pair[1].first as usize].word, &["every", "each"])
            && !naming.is_word(pair[1].word, &["other"])
    }

    /// "that instrument of law": what was told before.
    fn points_back(&self, first: u32) -> bool {
        let naming = self.naming;
        let chunk = self.chunk();
        let points = naming.is_word(naming.tokens[chunk.first as usize].word, &["this", "that", "these", "those"]);
        points && first == chunk.head && !self.is_on(self.at + 1) && self.head.shapes.any(Shapes::SOUGHT)
    }

    /// Whether a word before the noun tells what it is about: "our labour legislation", not "our national legislation".
    fn tells_matter(&self, first: u32) -> bool {
        let naming = self.naming;
        let telling = |i: u32| {
            let word = naming.tokens[i as usize].word;
            !naming.is_word(word, &GENERAL)
                && !naming.heads.is_vague(word)
                && self.mentions_in(i, i + 1).next().is_none()
        };
        (first..self.chunk().head).any(telling)
    }

    /// "our armed forces": many units, and one body.
    fn is_own_forces(&self) -> bool {
        self.naming.is_word(self.chunk().lemma, &["force"]) && self.owner_before().as_ref() == self.naming.speaker
    }

    /// "our economic reform programmes": what a State calls its own and tells by its matter is one course of action.
    fn is_own_series(&self, first: u32) -> bool {
        let own =
            matches!(self.chunk().determiner, Determiner::First | Determiner::Third) || self.owner_before().is_some();
        label::kind(&self.head.class) == "strategy" && own && self.tells_matter(first)
    }

    /// Where the noun or its owner ends, and the tail: "a law | last year | on drift nets" has the time between them.
    fn tail_after_time(&self, end: usize, is_owned: bool) -> (usize, usize) {
        let time = |c: &Chunk| c.kind == ChunkKind::Noun && self.naming.is_word(c.lemma, &["year", "month", "week"]);
        if !is_owned && self.chunks.get(end).is_some_and(time) && self.is_on(end + 1) {
            let tail = self.described_tail(end + 1);
            return if tail > end + 1 { (end + 1, tail) } else { (end, end) };
        }
        (end, self.described_tail(end))
    }

    /// Whether many things are called so, and the phrase does not make a plan one's own: "our foreign policy", "a plan of action",
    /// "Norlandia's foreign policy", but not "our plan of action", which may be that of all.
    fn is_anybodys(&self, form: &str, has_owner: bool) -> bool {
        let own = match self.chunk().determiner {
            Determiner::Indefinite => true,
            Determiner::First | Determiner::Third => !form.ends_with("of action"),
            _ => has_owner,
        };
        self.naming.heads.is_generic(form) && !(own && label::kind(&self.head.class) == "strategy")
    }

    /// Whether "on" and what a text is about stand at chunk `at`: no day, and nothing that is pointed at.
    pub(super) fn is_on(&self, at: usize) -> bool {
        let Some([on, noun]) = self.chunks.get(at..at + 2) else { return false };
        on.kind == ChunkKind::Preposition && self.naming.is_word(on.word, &["on"]) && self.is_matter(noun)
    }

    /// Whether a text may be about `noun`: no day, no "that basis", no "question" that something else tells.
    pub(super) fn is_matter(&self, noun: &Chunk) -> bool {
        let naming = self.naming;
        let dated = (noun.first..noun.last).any(|t| naming.tokens[t as usize].kind == Kind::Number);
        let points = naming.is_word(naming.tokens[noun.first as usize].word, &["this", "that", "these", "those"]);
        let light = ["basis", "day", "occasion", "side", "part", "behalf", "matter", "issue", "subject", "question"];
        !dated && !points && !self.is_pronoun(noun) && !naming.is_word(noun.lemma, &light)
    }

    /// The words of a description from token `first` on; none where they tell of no individual thing.
    fn description(&self, first: u32, ends: Ends, own: bool, has_owner: bool) -> Option<String> {
        let naming = self.naming;
        let chunk = self.chunk();
        let mut form = self.form(first, chunk.last, chunk);
        if label::kind(&self.head.class) == "law" && chunk.is_plural {
            form = singular(&form);
        }
        // "a ceasefire in Norlandia": what is nobody's own is told by its place.
        if !own && ends.owner > self.at + 1 {
            form = self.form(first, self.chunks[ends.owner - 1].last, chunk);
        }
        if ends.tail > ends.owner {
            form.push(' ');
            form.push_str(naming.written(self.chunks[ends.owner].first, self.chunks[ends.tail - 1].last));
        }
        if let Some(end) = self.parties(ends.tail) {
            form.push(' ');
            form.push_str(naming.written(self.chunks[ends.tail].first, self.chunks[end - 1].last));
        }
        if self.is_anybodys(&form, has_owner) {
            return None;
        }
        if !ends.is_owned && ends.tail > ends.owner {
            match self.named_after(ends.tail) {
                Some(whose) => {
                    form.push(' ');
                    form.push_str(whose);
                }
                None if self.is_cut(ends.tail) => return None,
                None => {}
            }
        } else if let Some(members) = self.members_behind(ends.tail) {
            form.push(' ');
            form.push_str(members);
        }
        if let Some(which) = self.which_of_many(ends.tail) {
            form.push(' ');
            form.push_str(which);
        }
        // "for 2015–2018"
        Some(form.replace('–', "-"))
    }

    /// "a plan for the implementation of the Tidal Goals": the name that ends the description, which stays a name of its own.
    fn named_after(&self, end: usize) -> Option<&str> {
        let [of, noun] = self.chunks.get(end..end + 2)? else { return None };
        let joins = of.kind == ChunkKind::Preposition && self.naming.is_word(of.word, &["of"]);
        let named = noun.kind == ChunkKind::Noun && (noun.mention.is_some() || self.names_within(noun));
        let goes_on = of.kind == ChunkKind::Preposition && noun.kind == ChunkKind::Noun && self.is_cut(end);
        // "for the period from 2013 | to 2020"
        let until = self.chunks.get(end + 2..end + 4).filter(|next| {
            let year = self.naming.tokens[next[1].first as usize].kind == Kind::Number;
            self.naming.is_word(of.word, &["from"]) && self.naming.is_word(next[0].word, &["to"]) && year
        });
        let last = until.map_or(noun.last, |next| next[1].last);
        (joins && named || goes_on).then(|| self.naming.written(of.first, last))
    }

    /// "the third summit | of PU leaders": who meets, told by a name within the phrase.
    fn members_behind(&self, at: usize) -> Option<&str> {
        let [of, noun] = self.chunks.get(at..at + 2)? else { return None };
        let meets = label::kind(&self.head.class) == "event" && at == self.at + 1;
        let people =
            noun.kind == ChunkKind::Noun && noun.is_plural && noun.mention.is_none() && self.names_within(noun);
        let joins = meets && people && !noun.is_genitive && self.naming.is_word(of.word, &["of"]);
        joins.then(|| self.naming.written(of.first, noun.last))
    }

    /// "a summit of all the States | that possess nets": the clause that tells which of all are meant.
    fn which_of_many(&self, at: usize) -> Option<&str> {
        let many =
            self.chunks.get(at.checked_sub(1)?).filter(|c| at > self.at + 1 && c.determiner == Determiner::Quantity)?;
        let [relative, verb, object] = self.chunks.get(at..at + 3)? else { return None };
        let clause = relative.kind == ChunkKind::Relative && verb.verb.is_some() && object.kind == ChunkKind::Noun;
        let joins = clause && relative.first == many.last && object.mention.is_none();
        joins.then(|| self.naming.written(relative.first, object.last))
    }

    /// Whether what ends before chunk `end` says nothing without what follows: "for the period | up to 2030".
    fn is_cut(&self, end: usize) -> bool {
        let noun = self.chunks[end - 1].lemma;
        let follows =
            self.chunks.get(end).is_some_and(|c| c.kind == ChunkKind::Preposition || c.kind == ChunkKind::Noun);
        follows && self.naming.is_word(noun, &LIGHT)
    }

    /// A plural names individual things only where a purpose follows: "comprehensive plans to enhance …".
    fn is_counted_plural(&self, from: usize) -> bool {
        let purpose = self.chunks.get(from).and_then(|c| c.verb).is_some_and(|v| v.form == VerbForm::Infinitive);
        let determiner = self.chunk().determiner;
        // "we need regional banks to provide more"
        let bodies = matches!(label::kind(&self.head.class), "body" | "organisation");
        purpose && !bodies && matches!(determiner, Determiner::Bare | Determiner::First | Determiner::Third)
    }

    fn names_within(&self, noun: &Chunk) -> bool {
        self.mentions_in(noun.first, noun.last).next().is_some()
    }
}
