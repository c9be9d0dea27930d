//! One sentence: from tokens to mentions and clause, then to drafts of links.

use std::cell::OnceCell;

use crate::clause::chunk::{Tagged, chunks};
use crate::clause::tag::tag;
use crate::clause::{Chunk, ChunkKind, Clause, Tag};
use crate::entity::EntityId;
use crate::gazetteer::Form;
use crate::lexicon::Word;
use crate::mention::coreference::Resolver;
use crate::mention::country::{Countries, may_point};
use crate::mention::name::Naming;
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
        let mut mentions = self.known_names(text, &buffers.tokens, all_capitals, speaker, reading);
        if reading.speaker.is_none() {
            reading.speaker = reading.things.seed_by_id(speaker, &self.entities, &self.ontology);
        }
        if let Some(thing) = reading.speaker {
            let may_name = !is_idle(&mentions, thing, reading)
                || buffers.tokens.iter().any(|token| self.may_name(token))
                || may_point(text, &buffers.tokens);
            // A build for tests reads every sentence, and sees that those passed over hold no name.
            if may_name || cfg!(debug_assertions) {
                let n_known = mentions.len();
                self.names(text, &mut buffers, &mut mentions, all_capitals, speaker, reading);
                debug_assert!(may_name || mentions.len() == n_known, "a name in a sentence passed over: {text}");
            }
            if !is_idle(&mentions, thing, reading) {
                mentions = self.read_clause(text, &mut buffers, mentions, place, thing, reading);
            }
            let telling = |m: &&Mention| !m.is_inside && m.strength == Strength::Named;
            if mentions.iter().filter(telling).nth(1).is_some() {
                reading.crowded.push(place);
            }
            for mention in mentions.iter().filter(|m| !m.is_inside || m.class & self.known.state != 0) {
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
            is_at_home: reading.is_about_home(),
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
            course: self.known.incident | self.known.series,
            plan: self.known.plan,
            territory: self.known.territory | self.known.state,
            treaty: self.known.treaty,
            joining: &self.known.joining,
            matter: &reading.matter,
        };
        resolver.resolve(reading.sentence, &mut buffers.chunks, mentions, &mut reading.things, &reading.recent);
        let countries = Countries {
            text,
            tokens: &buffers.tokens,
            heads: &self.heads,
            state: self.known.state,
            speaker: reading.speaker,
        };
        countries.resolve(reading.sentence, &mut buffers.chunks, mentions, &reading.things, &reading.recent);
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
        let clause = self.attached(std::mem::take(&mut buffers.chunks), &mentions, &buffers.words, &buffers.tokens);
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

    /// What noun phrase `chunk` names; nothing where the clause has ended before it.
    pub(super) fn mention_of(&self, chunk: u32) -> Option<&Mention> {
        let mention = self.clause.chunks.get(chunk as usize)?.mention?;
        Some(&self.mentions[mention as usize])
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

    /// "the tenth Summit of the Pelagic Union (PU)": the acronym stands for what is inside the name.
    pub(super) fn is_acronym_within(&self, mention: &Mention) -> bool {
        let chunk = self.chunk_of(mention).filter(|&c| c >= 2 && self.chunk(c - 1).kind == ChunkKind::Open);
        let name = chunk.and_then(|c| self.mention_of(c - 2)).filter(|m| m.last <= mention.first);
        name.is_some_and(|name| {
            let within = |m: &Mention| m.is_inside && m.first >= name.first && m.last <= name.last;
            name.thing != mention.thing && self.mentions.iter().any(|m| within(m) && m.thing == mention.thing)
        })
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

fn is_all_capitals(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| t.kind == Kind::Word && t.span.len() > 2);
    let (mut n, mut capitals) = (0, 0);
    for token in words {
        n += 1;
        capitals += usize::from(token.caps == Caps::Acronym);
    }
    n >= 4 && capitals * 10 >= n * 8
}
