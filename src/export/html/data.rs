//! The data of the page: lists that refer to each other by position, so that 20,000 links with their sentences
//! stay small. `web/src/data.js` reads them.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedOrBlankNode, Quad, Term};
use serde::Serialize;

use crate::export::Content;
use crate::graph::{Edge as GraphEdge, Graph, Node as GraphNode};
use crate::link::Modality;
use crate::ontology::Ontology;
use crate::rdf::iri;
use crate::table::LinkRow;
use crate::vocab::{dm, skos};

/// All that the page knows.
#[derive(Serialize)]
pub(super) struct Data<'c> {
    classes: Vec<Class<'c>>,
    relations: Vec<Relation<'c>>,
    modalities: Vec<Named<'static>>,
    documents: Vec<Document<'c>>,
    nodes: Vec<Node<'c>>,
    edges: Vec<Edge<'c>>,
    quotes: Vec<&'c str>,
}

#[derive(Serialize)]
struct Class<'c> {
    name: &'c str,
    label: &'c str,
    colour: String,
}

#[derive(Serialize)]
struct Relation<'c> {
    name: &'c str,
    label: &'c str,
    symmetric: bool,
}

#[derive(Serialize)]
struct Named<'c> {
    label: &'c str,
}

#[derive(Default, Serialize)]
struct Document<'c> {
    id: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    symbol: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'c str>,
}

#[derive(Serialize)]
struct Node<'c> {
    id: &'c str,
    label: &'c str,
    class: usize,
    x: f64,
    y: f64,
    size: f64,
    iri: &'c str,
    /// Other names, by which it may stand in a sentence.
    names: Vec<&'c str>,
    /// Degree, weighted degree, `PageRank`, betweenness, hub, authority, core, community.
    measures: [f64; 8],
}

#[derive(Serialize)]
struct Edge<'c> {
    s: usize,
    t: usize,
    r: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    e: Vec<Evidence<'c>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    shared: Vec<&'c str>,
}

/// Document, start, end, modality, whether denied, date, quote, speaker, part, rule.
type Evidence<'c> = (usize, u32, u32, usize, u8, Option<&'c str>, usize, &'c str, &'c str, &'c str);

impl<'c> Data<'c> {
    pub(super) fn new(content: Content<'c>) -> Self {
        let Content { quads, rows, graph, ontology } = content;
        let classes: Positions = positions(graph.nodes().map(|n| &*n.class));
        let relations: Positions = positions(graph.edges().map(|(_, e, _)| &*e.relation));
        let documents: Positions = positions(rows.iter().map(|row| &*row.document));
        let quotes: Positions = positions(rows.iter().map(|row| &*row.quote));
        let names = Names::new(quads);
        let speakers: BTreeMap<&str, &str> = graph.nodes().map(|n| (&*n.entity, &*n.label)).collect();
        let places = Places { documents: &documents, quotes: &quotes, speakers: &speakers };
        let evidence = evidence(rows, &places);
        let at: BTreeMap<&str, usize> = graph.nodes().enumerate().map(|(i, n)| (&*n.id, i)).collect();
        let edge = |(source, edge, target): (&'c GraphNode, &'c GraphEdge, &'c GraphNode)| Edge {
            s: at[&*source.id],
            t: at[&*target.id],
            r: relations[&*edge.relation],
            e: match edge.evidence.is_empty() {
                true => Vec::new(),
                false => evidence.get(&key(source, edge, target)).cloned().unwrap_or_default(),
            },
            shared: edge.shared.iter().map(|label| &**label).collect(),
        };
        Self {
            classes: described_classes(graph, &classes, ontology),
            relations: described_relations(graph, &relations),
            modalities: Modality::ALL.map(|m| Named { label: m.as_str() }).into(),
            documents: documents.keys().map(|id| names.document(id)).collect(),
            nodes: graph.nodes().map(|n| node(n, classes[&*n.class], &names)).collect(),
            edges: graph.edges().map(edge).collect(),
            quotes: quotes.into_keys().collect(),
        }
    }

    /// The title of a single document, else their number.
    pub(super) fn title(&self) -> String {
        match &*self.documents {
            [one] => format!("Demarche: {}", one.title.or(one.symbol).unwrap_or(one.id)),
            many => format!("Demarche: {} documents", many.len()),
        }
    }
}

/// Texts with their places in a sorted list.
type Positions<'c> = BTreeMap<&'c str, usize>;

fn positions<'c>(texts: impl Iterator<Item = &'c str>) -> Positions<'c> {
    let sorted: BTreeSet<&str> = texts.collect();
    sorted.into_iter().enumerate().map(|(i, text)| (text, i)).collect()
}

fn described_classes<'c>(graph: &'c Graph, classes: &Positions<'c>, ontology: &'c Ontology) -> Vec<Class<'c>> {
    let colours: BTreeMap<&str, String> = graph.nodes().map(|n| (&*n.class, n.colour.to_string())).collect();
    let class = |&name: &&'c str| Class { name, label: ontology.class_label(name), colour: colours[name].clone() };
    classes.keys().map(class).collect()
}

fn described_relations<'c>(graph: &'c Graph, relations: &Positions<'c>) -> Vec<Relation<'c>> {
    let known: BTreeMap<&str, &GraphEdge> = graph.edges().map(|(_, e, _)| (&*e.relation, e)).collect();
    let relation = |&name: &&'c str| Relation { name, label: &known[name].label, symmetric: known[name].is_symmetric };
    relations.keys().map(relation).collect()
}

fn node<'c>(node: &'c GraphNode, class: usize, names: &Names<'c>) -> Node<'c> {
    let (place, measures) = (node.place.unwrap_or_default(), node.measures.unwrap_or_default());
    // Seven digits tell nodes apart and keep the page small.
    let share = |value: f64| (value * 1e7).round() / 1e7;
    Node {
        id: &node.entity,
        label: &node.label,
        class,
        x: place.x,
        y: place.y,
        size: place.size,
        iri: &node.iri,
        names: names.of(&node.iri),
        measures: [
            measures.degree.into(),
            measures.weighted_degree,
            share(measures.pagerank),
            share(measures.betweenness),
            share(measures.hub),
            share(measures.authority),
            measures.core.into(),
            measures.community.into(),
        ],
    }
}

/// Subject, relation and object.
type Key<'c> = [&'c str; 3];

fn key<'c>(source: &'c GraphNode, edge: &'c GraphEdge, target: &'c GraphNode) -> Key<'c> {
    [&source.entity, &edge.relation, &target.entity]
}

/// Where texts stand in their lists.
struct Places<'p, 'c> {
    documents: &'p Positions<'c>,
    quotes: &'p Positions<'c>,
    /// Label of each node.
    speakers: &'p BTreeMap<&'c str, &'c str>,
}

/// The evidence of each edge, sorted.
fn evidence<'c>(rows: &'c [LinkRow], places: &Places<'_, 'c>) -> BTreeMap<Key<'c>, Vec<Evidence<'c>>> {
    let mut evidence: BTreeMap<Key<'c>, Vec<Evidence<'c>>> = BTreeMap::new();
    for row in rows {
        let modality = Modality::from_word(&row.modality).unwrap_or(Modality::Possible);
        let one = (
            places.documents[&*row.document],
            row.start,
            row.end,
            modality as usize,
            u8::from(row.polarity == "negated"),
            row.date.as_deref().or(row.stated_on.as_deref()),
            places.quotes[&*row.quote],
            *places.speakers.get(&*row.stated_by).unwrap_or(&&*row.stated_by),
            &*row.part,
            &*row.rule,
        );
        evidence.entry([&row.subject_id, &row.relation, &row.object_id]).or_default().push(one);
    }
    for list in evidence.values_mut() {
        list.sort_unstable();
        list.dedup();
    }
    evidence
}

/// What quads say of names: other names of entities, titles and symbols of documents.
struct Names<'c> {
    texts: BTreeMap<(&'c str, &'static str), BTreeSet<&'c str>>,
}

impl<'c> Names<'c> {
    fn new(quads: &'c [Quad]) -> Self {
        let (title, symbol) = (iri::term(dm::TITLE), iri::term(dm::SYMBOL));
        let mut texts: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
        for quad in quads {
            let property = match quad.predicate.as_str() {
                skos::ALT_LABEL => skos::ALT_LABEL,
                property if property == title.as_str() => dm::TITLE,
                property if property == symbol.as_str() => dm::SYMBOL,
                _ => continue,
            };
            if let (NamedOrBlankNode::NamedNode(subject), Term::Literal(text)) = (&quad.subject, &quad.object) {
                texts.entry((subject.as_str(), property)).or_default().insert(text.value());
            }
        }
        Self { texts }
    }

    fn of(&self, iri: &'c str) -> Vec<&'c str> {
        self.texts.get(&(iri, skos::ALT_LABEL)).into_iter().flatten().copied().collect()
    }

    fn document(&self, id: &'c str) -> Document<'c> {
        let node = iri::document(id);
        let find = |property| self.texts.get(&(node.as_str(), property)).and_then(|texts| texts.first().copied());
        Document { id, symbol: find(dm::SYMBOL), title: find(dm::TITLE) }
    }
}
