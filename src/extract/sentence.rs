//! One sentence: from tokens to mentions and clause, then to drafts of links.

use std::cell::OnceCell;

use crate::clause::chunk::{Tagged, chunks};
use crate::clause::tag::tag;
use crate::clause::{Chunk, ChunkKind, Clause, Tag};
use crate::entity::EntityId;
use crate::gazetteer::{Form, Hit};
use crate::lexicon::Word;
use crate::mention::coreference::Resolver;
use crate::mention::name::Naming;
use crate::mention::symbol::numbered;
use crate::mention::{Mention, Strength};
use crate::text::Span;
use crate::token::{Caps, Kind, Token, tokenize};

use super::{Extractor, Place, Reading};

/// Buffers that are used again for each sentence.
#[derive(Debug, Default)]
pub(super) struct Buffers {
    tokens: Vec<Token>,
    named: Vec<bool>,
    owner: Vec<Option<u32>>,
    tags: Vec<Tag>,
    words: Vec<Word>,
    chunks: Vec<Chunk>,
}

/// A sentence, analysed.
pub(super) struct Analysed<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub words: &'a [Word],
    pub mentions: Vec<Mention>,
    pub clause: Clause,
    pub place: Place,
    pub speaker: u32,
    /// Whether words of praise stand in it, once that was asked.
    pub praises: OnceCell<bool>,
    /// Whether words of blame stand in it, likewise.
    pub blames: OnceCell<bool>,
}

impl Extractor {
    pub(super) fn sentence(&self, text: &str, place: Place, speaker: &EntityId, reading: &mut Reading) {
        let mut buffers = std::mem::take(&mut reading.buffers);
        tokenize(text, place.read(text), &self.lexicon, &mut buffers.tokens);
        let all_capitals = is_all_capitals(&buffers.tokens);
        let mut mentions = self.known_names(text, &buffers.tokens, all_capitals, reading);
        if reading.speaker.is_none() {
            reading.speaker = reading.things.seed_by_id(speaker, &self.entities, &self.ontology);
        }
        if let Some(thing) = reading.speaker {
            if !is_idle(&mentions, thing, reading) || buffers.tokens.iter().any(|token| self.may_name(token)) {
                self.names(text, &mut buffers, &mut mentions, all_capitals, speaker, reading);
            }
            if !is_idle(&mentions, thing, reading) {
                mentions = self.read_clause(text, &mut buffers, mentions, place, thing, reading);
            }
            let telling = |m: &&Mention| !m.is_inside && m.strength == Strength::Named;
            if mentions.iter().filter(telling).nth(1).is_some() {
                reading.crowded.push(place);
            }
            for mention in mentions.iter().filter(|m| !m.is_inside && m.class & self.known.territory == 0) {
                reading.recent.remember(reading.sentence, mention.thing);
            }
        }
        reading.buffers = buffers;
    }

    /// Finds the phrases, the names among them that no list holds, and the short forms.
    fn names(
        &self,
        text: &str,
        buffers: &mut Buffers,
        mentions: &mut Vec<Mention>,
        all_capitals: bool,
        speaker: &EntityId,
        reading: &mut Reading,
    ) {
        if all_capitals {
            // Capitals tell nothing here; names were found without them.
            buffers.tokens.iter_mut().for_each(|token| token.caps = Caps::Lower);
        }
        self.phrases(text, buffers, mentions);
        let naming = Naming {
            text,
            tokens: &buffers.tokens,
            lexicon: &self.lexicon,
            heads: &self.heads,
            ontology: &self.ontology,
            speaker: Some(speaker),
            is_domestic: reading.is_domestic,
            all_capitals,
            territory: self.known.territory,
            state: self.known.state,
        };
        naming.names(&mut buffers.chunks, mentions, &mut reading.things);
        self.acronyms(text, &buffers.tokens, mentions, reading);
        let resolver = Resolver {
            text,
            tokens: &buffers.tokens,
            heads: &self.heads,
            entities: &self.entities,
            ontology: &self.ontology,
        };
        resolver.resolve(reading.sentence, &mut buffers.chunks, mentions, &mut reading.things, &reading.recent);
    }

    /// Reads what hangs on what, and the links in it; gives the mentions back.
    fn read_clause(
        &self,
        text: &str,
        buffers: &mut Buffers,
        mentions: Vec<Mention>,
        place: Place,
        speaker: u32,
        reading: &mut Reading,
    ) -> Vec<Mention> {
        let clause = self.attached(std::mem::take(&mut buffers.chunks), &mentions, &buffers.words);
        let analysed = Analysed {
            text,
            tokens: &buffers.tokens,
            words: &buffers.words,
            mentions,
            clause,
            place,
            speaker,
            praises: OnceCell::new(),
            blames: OnceCell::new(),
        };
        self.links(&analysed, reading);
        if reading.log.is_some() {
            let described = self.described(&analysed, reading);
            reading.log.iter_mut().for_each(|log| log.push_str(&described));
        }
        buffers.chunks = analysed.clause.chunks;
        analysed.mentions
    }

    /// Whether the phrase of a word may be a name that no list holds, or a short form.
    fn may_name(&self, token: &Token) -> bool {
        let head = self.heads.may_head(token.word) || self.heads.may_head(self.lexicon.lemma(token.word));
        head || token.caps == Caps::Acronym
    }

    /// Mentions by seed names, document numbers and acronyms that the document defined.
    fn known_names(&self, text: &str, tokens: &[Token], all_capitals: bool, reading: &mut Reading) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if !matches!(tokens[at].kind, Kind::Word | Kind::Number)
                || is_inside_word(text, tokens, at)
                || self.is_of_continent(text, tokens, at)
            {
                at += 1;
                continue;
            }
            match self.gazetteer.longest(text, tokens, at, all_capitals) {
                Some(hit)
                    if self.is_begun(text, tokens, hit.first as usize, hit.last as usize)
                        || self.is_one_of_many(tokens, hit) =>
                {
                    at = hit.last as usize;
                }
                Some(hit) => {
                    if let Some(next) = self.overlapping(text, tokens, hit, all_capitals) {
                        at = next;
                        continue;
                    }
                    let (entity, last) = self.edition(text, tokens, hit.entity, hit.last);
                    let thing = reading.things.seed(entity, &self.entities, &self.ontology);
                    mentions.push(self.mention(hit.first, last, thing, hit.form, reading));
                    at = last as usize;
                }
                None => {
                    if tokens[at].caps == Caps::Acronym
                        && let Some(thing) = reading.things.defined(&text[tokens[at].span.range()])
                    {
                        mentions.push(self.mention(at as u32, at as u32 + 1, thing, Form::Name, reading));
                    }
                    at += 1;
                }
            }
        }
        self.add_numbered(text, tokens, &mut mentions, reading);
        mentions
    }

    /// "the American countries": those of the continent.
    fn is_of_continent(&self, text: &str, tokens: &[Token], at: usize) -> bool {
        let next = |lands: &[&str]| tokens.get(at + 1).is_some_and(|t| self.lexicon.is_one_of(t.word, lands));
        match &text[tokens[at].span.range()] {
            "American" => next(&["countries", "nations", "republics", "continent", "hemisphere"]),
            // What they are since.
            "Soviet" => next(&["republics"]),
            _ => false,
        }
    }

    /// "a disarmament commission", "an Islamic State": one of a kind, not the body that bears the name.
    fn is_one_of_many(&self, tokens: &[Token], hit: Hit) -> bool {
        let first = hit.first as usize;
        let article = |at: usize| self.lexicon.is_one_of(tokens[at].word, &["a", "an"]);
        let class = &self.entities.all()[hit.entity as usize].class;
        let described =
            first > 1 && article(first - 2) && tokens[first - 1].caps == Caps::Lower && &**class == "ArmedGroup";
        if first == 0 || !(article(first - 1) || described) {
            return false;
        }
        // What is told at length is still the one: "an international criminal court".
        let name = &tokens[first..hit.last as usize];
        let lower = name.len() < 3 && name.iter().all(|t| !t.is_capitalised());
        &**class == "ArmedGroup" || lower && self.ontology.is_subclass(class, "Organisation")
    }

    /// "Special Committee on Whales": what many things are called only begins the name of another one.
    fn is_begun(&self, text: &str, tokens: &[Token], first: usize, last: usize) -> bool {
        let goes_on = tokens.get(last).is_some_and(|t| self.lexicon.is_one_of(t.word, &["on", "for"]));
        // "the National Human Rights Commission", "the National Cyber Security Council"
        let before = tokens[..first].iter().rev().take_while(|t| t.kind == Kind::Word && t.is_capitalised());
        if last > first + 1 && before.take(3).any(|t| self.lexicon.is_one_of(t.word, &["national", "cyber"])) {
            return true;
        }
        // "the Secretariat of the project", "the Pelagic Union Secretariat"
        let alone = &text[tokens[first].span.start as usize..tokens[last - 1].span.end as usize] == "Secretariat";
        let of = tokens.get(last).is_some_and(|t| t.word == self.known.of);
        let led = first > 1 && tokens[first - 1].is_capitalised() && tokens[first - 1].kind == Kind::Word;
        if alone && (of || led) {
            return true;
        }
        goes_on && self.heads.is_generic(&text[tokens[first].span.start as usize..tokens[last - 1].span.end as usize])
    }

    /// "headquarters of the United Nations Environment Programme": where a longer name begins inside a match and ends
    /// after it.
    fn overlapping(&self, text: &str, tokens: &[Token], hit: Hit, all_capitals: bool) -> Option<usize> {
        let goes_on = tokens.get(hit.last as usize).is_some_and(|t| t.kind == Kind::Word && t.is_capitalised());
        if !goes_on {
            return None;
        }
        let mut inside = (hit.first as usize + 1..hit.last as usize).filter(|&at| tokens[at].is_capitalised());
        inside.find(|&at| {
            let other = self.gazetteer.longest(text, tokens, at, all_capitals);
            other.is_some_and(|o| o.last > hit.last && o.form == Form::Name)
        })
    }

    fn mention(&self, first: u32, last: u32, thing: u32, form: Form, reading: &Reading) -> Mention {
        let class = reading.things.get(thing).class_bit;
        Mention {
            first,
            last,
            thing,
            form,
            strength: Strength::Named,
            is_owned: false,
            is_common: false,
            is_inside: false,
            class,
        }
    }

    /// "Group of Governmental Experts of 2012-2013": the mandate, where the series has one of these years.
    fn edition(&self, text: &str, tokens: &[Token], entity: u32, last: u32) -> (u32, u32) {
        let mut at = last as usize;
        let of = tokens.get(at).is_some_and(|t| t.word == self.known.of || &text[t.span.range()] == "in");
        at += usize::from(of);
        let mut years: Vec<&str> = Vec::new();
        while let Some(token) = tokens.get(at) {
            let written = &text[token.span.range()];
            let is_year = token.kind == Kind::Number && written.len() == 4;
            if !is_year || (!years.is_empty() && !token.is_joined) {
                break;
            }
            years.push(written);
            at += 1;
        }
        if years.is_empty() {
            return (entity, last);
        }
        let edition = self.known.editions.get(&(entity, years.join("-")));
        edition.map_or((entity, last), |&edition| (edition, at as u32))
    }

    /// Adds numbered documents; the organ before the number belongs to the name: "Security Council resolution 1706".
    fn add_numbered(&self, text: &str, tokens: &[Token], mentions: &mut Vec<Mention>, reading: &mut Reading) {
        for found in numbered(text, tokens, &self.lexicon, &self.ontology) {
            let mut first = found.first;
            let written = &text
                [tokens[found.first as usize].span.start as usize..tokens[found.last as usize - 1].span.end as usize];
            let thing =
                reading.things.discovered(found.thing, &written.split_whitespace().collect::<Vec<_>>().join(" "));
            mentions.retain(|m| {
                let touches = m.last == found.first && m.class & self.known.organisation != 0;
                if touches {
                    first = m.first;
                }
                !touches && (m.last <= found.first || m.first >= found.last)
            });
            let at = mentions.partition_point(|m| m.first < first);
            mentions.insert(at, self.mention(first, found.last, thing, Form::Name, reading));
        }
    }

    fn phrases(&self, text: &str, buffers: &mut Buffers, mentions: &[Mention]) {
        buffers.named.clear();
        buffers.named.resize(buffers.tokens.len(), false);
        buffers.owner.clear();
        buffers.owner.resize(buffers.tokens.len(), None);
        for (position, mention) in mentions.iter().enumerate() {
            let is_adjective = mention.form == Form::Demonym;
            for token in mention.first..mention.last {
                buffers.named[token as usize] = !is_adjective;
                buffers.owner[token as usize] = Some(position as u32);
            }
        }
        tag(text, &buffers.tokens, &buffers.named, &self.lexicon, &mut buffers.tags, &mut buffers.words);
        for mention in mentions.iter().filter(|m| m.form == Form::Demonym) {
            buffers.tags[mention.first as usize..mention.last as usize].fill(Tag::Adjective);
        }
        let tagged = Tagged {
            tokens: &buffers.tokens,
            tags: &buffers.tags,
            words: &buffers.words,
            mentions: &buffers.owner,
            lexicon: &self.lexicon,
        };
        chunks(tagged, &mut buffers.chunks);
    }

    /// "Pacific Data Agency (PDA)": remembers the acronym for the name before the bracket.
    fn acronyms(&self, text: &str, tokens: &[Token], mentions: &[Mention], reading: &mut Reading) {
        for mention in mentions.iter().filter(|m| !m.is_inside && m.class & self.known.territory == 0) {
            let after = tokens.get(mention.last as usize..mention.last as usize + 3);
            if let Some([open, acronym, close]) = after {
                let fits = open.kind == Kind::Open && close.kind == Kind::Close && acronym.caps == Caps::Acronym;
                if fits {
                    reading.things.define(&text[acronym.span.range()], mention.thing);
                }
            }
        }
    }
}

impl Analysed<'_> {
    pub(super) fn chunk(&self, at: u32) -> &Chunk {
        &self.clause.chunks[at as usize]
    }

    pub(super) fn mention_of(&self, chunk: u32) -> Option<&Mention> {
        self.chunk(chunk).mention.map(|m| &self.mentions[m as usize])
    }

    /// The noun phrase in which a mention stands.
    pub(super) fn chunk_of(&self, mention: &Mention) -> Option<u32> {
        let inside = |c: &Chunk| c.first <= mention.first && mention.last <= c.last && c.kind == ChunkKind::Noun;
        self.clause.chunks.iter().position(inside).map(|i| i as u32)
    }

    /// Whether a mention stands in the stem, not in the item that is read behind it.
    pub(super) fn is_in_stem(&self, mention: &Mention) -> bool {
        self.place.lead.is_some_and(|lead| self.tokens[mention.first as usize].span.start < lead)
    }

    /// The place of a mention in the block's text.
    pub(super) fn place_of(&self, mention: &Mention) -> Span {
        let (first, last) = (&self.tokens[mention.first as usize], &self.tokens[mention.last as usize - 1]);
        Span::new(self.place.in_block(first.span.start), self.place.in_block(last.span.end))
    }
}

/// Whether a sentence with these mentions yields nothing, however it is read: where it names nobody but the speaker, who
/// acted last already, nobody else can be who acts in it.
fn is_idle(mentions: &[Mention], speaker: u32, reading: &Reading) -> bool {
    reading.log.is_none()
        && reading.last_actor == Some(speaker)
        && mentions.iter().all(|mention| mention.thing == speaker)
}

/// Whether token `at` goes on a word: "security" in "cybersecurity", "wide" in "Europe-wide".
/// What makes another land of America: "Ibero-American", "inter-American".
const OF_OTHER_LANDS: [&str; 6] = ["inter", "ibero", "pan", "afro", "meso", "latin"];

fn is_inside_word(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|p| &tokens[p]).filter(|_| tokens[at].is_joined) else { return false };
    let glued = before.span.end == tokens[at].span.start;
    let (prefix, word) = (&text[before.span.range()], &text[tokens[at].span.range()]);
    let of_continent = word == "American" && OF_OTHER_LANDS.iter().any(|p| p.eq_ignore_ascii_case(prefix));
    before.kind == Kind::Word && (glued || tokens[at].caps == Caps::Lower || of_continent)
}

fn is_all_capitals(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| t.kind == Kind::Word && t.span.len() > 2);
    let (mut n, mut capitals) = (0, 0);
    for token in words {
        n += 1;
        capitals += usize::from(token.caps == Caps::Acronym);
    }
    n >= 4 && capitals * 10 >= n * 8
}
