//! Extractions made by hand, and at random.

use std::collections::BTreeSet;

use demarche::document::{Document, Metadata};
use demarche::entity::Entities;
use demarche::link::{Amount, Extraction, Link, Modality, NamedEntity, Part, PartKind, Passage, Polarity};
use demarche::ontology::Ontology;
use demarche::seed::SeedFile;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use sha2::{Digest, Sha256};

pub const GFCE: &str = "organisation/global-forum-on-cyber-expertise";
pub const STRATEGY: &str = "strategy/CAN/national-strategy-2016";

/// A reply with an emoji before the quotes, so that bytes, UTF-16 units and code points differ.
pub const TEXT: &str = "Canada\n[Original: English] 😀\n[4 June 2015]\nCanada has also joined the Global Forum on \
    Cyber Expertise as a founding member. The Government “will adopt”:\n(a) its National Strategy of 2016, with \
    more than $3.6 million;\n(b) and it supports the GFCE.\nCanada supports Georgia.\n";

pub fn ontology() -> Ontology {
    Ontology::parse(&file("ontology.ttl", include_str!("data/ontology.ttl"))).unwrap()
}

pub fn entities() -> Entities {
    let files = [file("entities.toml", include_str!("data/entities.toml"))];
    Entities::parse(&files, &ontology()).unwrap()
}

fn file(name: &str, text: &str) -> SeedFile {
    SeedFile { name: name.to_owned(), text: text.to_owned() }
}

/// A document with [`TEXT`].
pub fn document(id: &str) -> Document {
    Document {
        id: id.to_owned(),
        name: format!("{id}.md"),
        text: TEXT.to_owned(),
        metadata: Metadata { symbol: Some("A/70/172".to_owned()), ..Metadata::default() },
        sha256: Sha256::digest(TEXT.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect(),
        n_bytes: TEXT.len() as u64,
    }
}

/// What [`TEXT`] says.
pub fn extraction(id: &str) -> Extraction {
    let document = document(id);
    let joined = "Canada has also joined the Global Forum on Cyber Expertise as a founding member";
    let adopts = "The Government “will adopt”:";
    let strategy = "its National Strategy of 2016, with more than $3.6 million";
    let supports = "and it supports the GFCE";
    Extraction {
        document: id.to_owned(),
        metadata: document.metadata,
        session: Some("Seventieth session".to_owned()),
        agenda_item: Some("93".to_owned()),
        sha256: document.sha256,
        n_bytes: document.n_bytes,
        parts: vec![Part {
            key: "reply/CAN".to_owned(),
            kind: PartKind::Reply,
            heading: Some("Canada".to_owned()),
            submitted_by: Some("state/CAN".into()),
            date: Some("2015-06-04".to_owned()),
            language: Some("en".to_owned()),
        }],
        entities: vec![
            entity(GFCE, "Forum", "Global Forum on Cyber Expertise"),
            entity("state/CAN", "State", "Canada"),
            entity("state/GEO", "State", "Georgia"),
            NamedEntity {
                forms: vec!["its National Strategy of 2016".to_owned()],
                of_state: Some("state/CAN".into()),
                is_seed: false,
                ..entity(STRATEGY, "Strategy", "National Strategy 2016 (Canada)")
            },
        ],
        links: vec![
            link("foundingMemberOf", GFCE, Modality::Done, vec![passage(joined)]),
            Link {
                date: Some("2016".to_owned()),
                amount: Some(Amount {
                    text: "more than $3.6 million".to_owned(),
                    value: "3600000".to_owned(),
                    symbol: "$".to_owned(),
                }),
                confidence: Some("0.93".into()),
                ..link("hasStrategy", STRATEGY, Modality::Planned, vec![passage(strategy), passage(adopts)])
            },
            link("supports", GFCE, Modality::Planned, vec![passage(supports), passage(adopts)]),
            link("supports", "state/GEO", Modality::Ongoing, vec![passage("Canada supports Georgia")]),
        ],
    }
}

fn entity(id: &str, class: &str, label: &str) -> NamedEntity {
    NamedEntity {
        id: id.into(),
        class: class.into(),
        label: label.to_owned(),
        forms: Vec::new(),
        of_state: None,
        is_seed: true,
    }
}

fn link(relation: &str, object: &str, modality: Modality, evidence: Vec<Passage>) -> Link {
    Link {
        subject: "state/CAN".into(),
        relation: relation.into(),
        object: object.into(),
        modality,
        polarity: Polarity::Affirmed,
        stated_by: "state/CAN".into(),
        part: 0,
        evidence,
        rule: "by-hand".into(),
        date: None,
        amount: None,
        confidence: None,
    }
}

fn passage(quote: &str) -> Passage {
    let at = TEXT.find(quote).unwrap();
    let start = TEXT[..at].chars().count() as u32;
    Passage { start, end: start + quote.chars().count() as u32, quote: quote.to_owned() }
}

/// Words with whatever may break a syntax or an IRI.
pub fn words() -> impl Strategy<Value = String> {
    let nasty = select(vec![
        "100% (sure)",
        "\"quoted\" \\ back",
        "a\nb\tc\r",
        "😀 é",
        "<iri>",
        "",
        "%41",
        "a/b",
        "\u{7f}\u{85}",
        "x:y;z,.",
        "\u{0}\u{1}\u{b}",
        "\u{fffe}\u{10ffff}",
        "'''",
        "`{}|^",
    ]);
    prop_oneof![nasty.prop_map(str::to_owned), any::<String>(), "[ -~]{0,12}"]
}

/// Any extraction that keeps the contract of [`Extraction`]: entities and links sorted, each once.
pub fn extractions() -> impl Strategy<Value = Extraction> {
    (words(), vec(entities_at_random(), 1..5), vec(words(), 1..4), option::of(words())).prop_flat_map(
        |(id, mut named, keys, date)| {
            named.sort();
            named.dedup_by(|a, b| a.id == b.id);
            let ids: Vec<_> = named.iter().map(|entity| entity.id.clone()).collect();
            let mut keys: Vec<String> = keys.into_iter().map(|key| format!("reply/{key}")).collect();
            keys.sort();
            keys.dedup();
            let parts: Vec<Part> = keys.into_iter().map(|key| part(key, date.clone())).collect();
            let links = vec(link_at_random(ids, parts.len() as u32), 0..6);
            (Just(id), Just(named), Just(parts), links).prop_map(|(id, entities, parts, links)| Extraction {
                document: id,
                links: in_order(links),
                entities,
                parts,
                ..extraction("")
            })
        },
    )
}

fn part(key: String, date: Option<String>) -> Part {
    Part { key, kind: PartKind::Statement, heading: None, submitted_by: None, date, language: None }
}

fn entities_at_random() -> impl Strategy<Value = NamedEntity> {
    (words(), words(), vec(words(), 0..3)).prop_map(|(id, label, forms)| NamedEntity {
        id: format!("law/{id}").into(),
        class: "Law".into(),
        label,
        forms,
        of_state: None,
        is_seed: false,
    })
}

fn link_at_random(ids: Vec<demarche::entity::EntityId>, n_parts: u32) -> impl Strategy<Value = Link> {
    let entity = select(ids);
    let relation = select(vec!["memberOf", "supports", "hasStrategy"]);
    let passages = vec((0..9_u32, 10..20_u32, words()), 1..3);
    let modality = select(Modality::ALL.to_vec());
    let polarity = select(vec![Polarity::Affirmed, Polarity::Negated]);
    let particulars = (words(), option::of(words()), 0..n_parts);
    (entity.clone(), relation, entity.clone(), entity, passages, (modality, polarity), particulars).prop_map(
        |(subject, relation, object, stated_by, passages, (modality, polarity), (rule, date, part))| Link {
            subject,
            relation: relation.into(),
            object,
            modality,
            polarity,
            stated_by,
            part,
            evidence: passages.into_iter().map(|(start, end, quote)| Passage { start, end, quote }).collect(),
            rule: rule.into(),
            date,
            amount: None,
            confidence: None,
        },
    )
}

/// One quote for each span, one link for each key, in the order of the contract.
fn in_order(mut links: Vec<Link>) -> Vec<Link> {
    for passage in links.iter_mut().flat_map(|link| &mut link.evidence) {
        passage.quote = format!("{}-{} \"\\\n", passage.start, passage.end);
    }
    let key = |link: &Link| {
        let first = &link.evidence[0];
        (first.start, first.end, link.subject.clone(), link.relation.clone(), link.object.clone())
    };
    links.sort_by_key(key);
    let mut seen = BTreeSet::new();
    links.retain(|link| seen.insert(key(link)));
    links
}
