//! From drafts to links: what gives way to what, identities, and the words with their offsets.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::{Document, Metadata};
use crate::link::{EntityId, Extraction, Link, NamedEntity, Passage};
use crate::mention::Thing;
use crate::ontology::Ontology;
use crate::sentence::sentences;
use crate::structure::Structure;
use crate::text::{CharCounter, Span};

use super::{Draft, Extractor, Reading, Weight};

/// Longest quote, in bytes before it is cut down to the clause around the name.
const MAX_QUOTE: u32 = 700;

/// Makes the links of a document from its drafts.
pub(super) fn settle(extractor: &Extractor, document: &Document, structure: Structure, reading: Reading) -> Extraction {
    let Reading { mut things, mut drafts, .. } = reading;
    give_way(&mut drafts);
    drafts.retain(|d| !(d.weight == Weight::Fallback || &*d.relation == "mentions") || !is_any(things.get(d.object)));
    lean(&mut drafts);
    for draft in drafts.iter().filter(|d| extractor.ontology().is_narrower(&d.relation, "hasBody")) {
        let state = things.get(draft.subject).id.clone();
        things.adopt(draft.object, &state);
    }
    agree(&mut drafts, extractor.ontology());
    let mut quotes = Quotes { document, structure: &structure, passages: BTreeMap::new() };
    let spans: Vec<Vec<Span>> = drafts.iter().map(|draft| quotes.add(draft)).collect();
    let passages = quotes.counted();
    let mut links: Vec<Link> = drafts
        .iter()
        .zip(spans)
        .map(|(draft, spans)| Link {
            subject: things.get(draft.subject).id.clone(),
            relation: draft.relation.clone(),
            object: things.get(draft.object).id.clone(),
            modality: draft.modality,
            polarity: draft.polarity,
            stated_by: things.get(draft.stated_by).id.clone(),
            part: draft.place.part,
            evidence: spans.into_iter().map(|span| passages[&span].clone()).collect(),
            rule: draft.rule.clone(),
            date: draft.date.clone(),
            amount: draft.amount.clone(),
            confidence: extractor.rules().confidence.get(&draft.rule).cloned(),
        })
        .collect();
    let place = |l: &Link| l.evidence.first().map_or((0, 0), |p| (p.start, p.end));
    links.sort_by(|a, b| (place(a), a).cmp(&(place(b), b)));
    // Links that say the same at one place stand together: their order begins with what they say.
    let said = |l: &Link| (place(l), l.subject.clone(), l.relation.clone(), l.object.clone());
    links.dedup_by(|other, first| said(other) == said(first));
    let entities = named_entities(extractor, &things, &links, &structure);
    let Metadata { title, .. } = &document.metadata;
    let metadata = Metadata { title: title.clone().or(structure.title), ..document.metadata.clone() };
    Extraction {
        document: document.id.clone(),
        metadata,
        session: structure.session,
        agenda_item: structure.agenda_item,
        sha256: document.sha256.clone(),
        n_bytes: document.n_bytes,
        parts: structure.parts,
        entities,
        links,
    }
}

/// The crowded sentences of a document that gave no link.
pub(super) fn silent(document: &Document, structure: &Structure, reading: &Reading) -> Vec<Passage> {
    let told: FxHashSet<(u32, Span)> = reading.drafts.iter().map(|d| (d.place.block, d.place.span)).collect();
    let mut starts = CharCounter::new(&document.text);
    let untold = reading.crowded.iter().filter(|p| !told.contains(&(p.block, p.span)));
    untold
        .map(|place| {
            let origin = structure.blocks[place.block as usize].text.origin(place.span.start, place.span.end);
            let quote = document.text[origin.range()].to_owned();
            let start = starts.chars_before(origin.start);
            Passage { start, end: start + quote.chars().count() as u32, quote }
        })
        .collect()
}

/// "relevant Council resolutions", whichever they are: a stance may be taken towards all of them, but none is named.
fn is_any(thing: &Thing) -> bool {
    thing.seed.is_none() && &*thing.class == "Resolution" && thing.label.ends_with(" Resolutions")
}

/// A mention gives way to any closer relation of the same pair in the same part, a fallback to any rule.
fn give_way(drafts: &mut Vec<Draft>) {
    let mut strongest: FxHashMap<(u32, u32, u32), Weight> = FxHashMap::default();
    for draft in drafts.iter() {
        let pair = (draft.place.part, draft.subject, draft.object);
        let weight = strongest.entry(pair).or_insert(draft.weight);
        *weight = draft.weight.min(*weight);
    }
    let closer: FxHashSet<(u32, u32, u32)> =
        drafts.iter().filter(|d| &*d.relation != "mentions").map(|d| (d.place.part, d.subject, d.object)).collect();
    drafts.retain(|draft| {
        let pair = (draft.place.part, draft.subject, draft.object);
        let yields = draft.weight == Weight::Fallback && strongest[&pair] != Weight::Fallback;
        let outdone = &*draft.relation == "mentions" && closer.contains(&pair);
        draft.subject != draft.object && !yields && !outdone
    });
}

/// What is nowhere more than mentioned, but leans to a closer relation, stands in that: once, where it leans most.
fn lean(drafts: &mut Vec<Draft>) {
    let pair = |d: &Draft| (d.place.part, d.subject, d.object);
    let mut most: FxHashMap<(u32, u32, u32), (i32, usize)> = FxHashMap::default();
    for (at, draft) in drafts.iter().enumerate() {
        let Some(leaning) = &draft.leaning else { continue };
        let best = most.entry(pair(draft)).or_insert((leaning.weight, at));
        if leaning.weight > best.0 {
            *best = (leaning.weight, at);
        }
    }
    for (_, at) in most.values() {
        drafts[*at].lean();
    }
    let mut at = 0;
    drafts.retain(|draft| {
        at += 1;
        most.get(&pair(draft)).is_none_or(|(_, best)| *best + 1 == at)
    });
}

/// Where a State takes stances of several shades towards one thing in one part - welcomes it here, endorses it there -
/// the relation above them holds for all; a single shade stays.
fn agree(drafts: &mut [Draft], ontology: &Ontology) {
    let soft = ["supports", "criticises"];
    let family = |relation: &str| soft.into_iter().find(|s| ontology.is_narrower(relation, s));
    let mut shades: FxHashMap<(u32, u32, u32, &str), BTreeSet<std::sync::Arc<str>>> = FxHashMap::default();
    for draft in drafts.iter() {
        if let Some(family) = family(&draft.relation) {
            let pair = (draft.place.part, draft.subject, draft.object, family);
            shades.entry(pair).or_default().insert(draft.relation.clone());
        }
    }
    for draft in drafts {
        let Some(family) = family(&draft.relation) else { continue };
        if shades[&(draft.place.part, draft.subject, draft.object, family)].len() > 1 {
            draft.relation = family.into();
        }
    }
}

fn named_entities(
    extractor: &Extractor,
    things: &crate::mention::Things,
    links: &[Link],
    structure: &Structure,
) -> Vec<NamedEntity> {
    let mut wanted: FxHashSet<&EntityId> = FxHashSet::default();
    for link in links {
        wanted.extend([&link.subject, &link.object, &link.stated_by]);
    }
    wanted.extend(structure.parts.iter().filter_map(|p| p.submitted_by.as_ref()));
    let mut entities: BTreeMap<EntityId, NamedEntity> = BTreeMap::new();
    for thing in things.all().iter().filter(|t| wanted.contains(&t.id)) {
        let entity = NamedEntity {
            id: thing.id.clone(),
            class: thing.class.clone(),
            label: thing.label.clone(),
            forms: thing.forms.iter().cloned().collect(),
            of_state: thing.of_state.clone(),
            is_seed: thing.seed.is_some(),
        };
        entities.insert(thing.id.clone(), entity);
    }
    let owners: Vec<EntityId> = entities.values().filter_map(|e| e.of_state.clone()).collect();
    let rest = wanted.into_iter().chain(&owners).filter(|id| !entities.contains_key(*id)).cloned().collect::<Vec<_>>();
    for id in rest {
        if let Some(seed) = extractor.entities().get(&id) {
            let entity = NamedEntity {
                id: id.clone(),
                class: seed.class.clone(),
                label: seed.name.clone(),
                forms: Vec::new(),
                of_state: seed.of_state.clone(),
                is_seed: true,
            };
            entities.insert(id, entity);
        }
    }
    entities.into_values().collect()
}

struct Quotes<'a> {
    document: &'a Document,
    structure: &'a Structure,
    passages: BTreeMap<Span, Passage>,
}

impl Quotes<'_> {
    /// Remembers the evidence of a draft, and tells where it stands.
    fn add(&mut self, draft: &Draft) -> Vec<Span> {
        let spans = self.spans(draft);
        for span in &spans {
            self.passages.entry(*span).or_insert_with(|| Passage { start: 0, end: 0, quote: String::new() });
        }
        spans
    }

    /// The bytes of the document that are the evidence: the sentence, then the stem where it was needed.
    fn spans(&self, draft: &Draft) -> Vec<Span> {
        let block = &self.structure.blocks[draft.place.block as usize];
        let sentence = cut(block.text.text(), draft.place.span, draft.mention);
        let mut spans = vec![self.trimmed(block.text.origin(sentence.start, sentence.end))];
        if let (true, Some(stem)) = (draft.from_stem, block.stem) {
            let stem = &self.structure.blocks[stem as usize];
            if let Some(last) = sentences(stem.text.text()).last() {
                let span = cut(stem.text.text(), *last, Span::new(last.end, last.end));
                spans.push(self.trimmed(stem.text.origin(span.start, span.end)));
            }
        }
        spans
    }

    fn trimmed(&self, span: Span) -> Span {
        let text = &self.document.text[span.range()];
        let start = span.start + (text.len() - text.trim_start().len()) as u32;
        Span::new(start, start + text.trim().len() as u32)
    }

    /// The passages with their words and offsets in code points.
    fn counted(self) -> BTreeMap<Span, Passage> {
        let mut starts = CharCounter::new(&self.document.text);
        let mut passages = self.passages;
        for (span, passage) in &mut passages {
            let quote = &self.document.text[span.range()];
            passage.start = starts.chars_before(span.start);
            passage.end = passage.start + quote.chars().count() as u32;
            passage.quote = quote.to_owned();
        }
        passages
    }
}

/// A sentence that is too long is cut to the clauses around the mention.
fn cut(text: &str, sentence: Span, mention: Span) -> Span {
    if sentence.end - sentence.start <= MAX_QUOTE {
        return sentence;
    }
    let boundary = |c: char| matches!(c, ';' | ',' | ':');
    let floor = mention.end.saturating_sub(MAX_QUOTE / 2).max(sentence.start);
    let ceiling = (floor + MAX_QUOTE).max(mention.end).min(sentence.end);
    let (floor, ceiling) = (on_boundary(text, floor), on_boundary(text, ceiling));
    let before = &text[floor as usize..(mention.start.max(floor)) as usize];
    let start =
        if floor == sentence.start { floor } else { before.find(boundary).map_or(floor, |i| floor + i as u32 + 1) };
    let after = &text[mention.end as usize..ceiling as usize];
    let end = if ceiling == sentence.end {
        ceiling
    } else {
        after.rfind(boundary).map_or(ceiling, |i| mention.end + i as u32)
    };
    Span::new(start, end)
}

fn on_boundary(text: &str, mut at: u32) -> u32 {
    while !text.is_char_boundary(at as usize) {
        at -= 1;
    }
    at
}
