//! The evidence once more, as W3C Web Annotations: each passage is a specific resource of its document, selected
//! by its words and by its place, and the target of an annotation whose body are the links that it states.

use std::collections::BTreeMap;

use oxigraph::model::{Literal, NamedNode, NamedOrBlankNode, Quad, Term};

use super::iri;
use crate::vocab::{dm, oa, rdf, xsd};

/// The annotations of all passages in `quads`, each in the named graph of its passage.
#[must_use]
pub fn web_annotations(quads: &[Quad]) -> Vec<Quad> {
    let mut passages: BTreeMap<&str, Passage<'_>> = BTreeMap::new();
    let [evidence, quote, start, end] = [dm::EVIDENCE, dm::QUOTE, dm::START, dm::END].map(iri::term);
    for quad in quads {
        let NamedOrBlankNode::NamedNode(subject) = &quad.subject else { continue };
        match &quad.object {
            Term::NamedNode(passage) if quad.predicate == evidence => {
                passages.entry(passage.as_str()).or_default().links.push(subject);
            }
            Term::Literal(words) if quad.predicate == quote => {
                let passage = passages.entry(subject.as_str()).or_default();
                (passage.quad, passage.quote) = (Some(quad), words.value());
            }
            Term::Literal(n) if quad.predicate == start => {
                passages.entry(subject.as_str()).or_default().start = n.value();
            }
            Term::Literal(n) if quad.predicate == end => passages.entry(subject.as_str()).or_default().end = n.value(),
            _ => {}
        }
    }
    super::sorted(passages.into_iter().flat_map(|(iri, passage)| passage.quads(iri)).collect())
}

#[derive(Default)]
struct Passage<'q> {
    /// The one that holds the quote, for its named graph.
    quad: Option<&'q Quad>,
    links: Vec<&'q NamedNode>,
    quote: &'q str,
    start: &'q str,
    end: &'q str,
}

impl Passage<'_> {
    fn quads(&self, iri: &str) -> Vec<Quad> {
        let Some(quad) = self.quad else { return Vec::new() };
        let node = |iri: &str| NamedNode::new_unchecked(iri);
        let part = |name: &str| node(&format!("{iri}/{name}"));
        let (passage, annotation, words, place) = (node(iri), part("annotation"), part("quote"), part("position"));
        let number = |n: &str| Literal::new_typed_literal(n, node(xsd::NON_NEGATIVE_INTEGER));
        let document = iri.split_once("/passage/").map_or(iri, |(document, _)| document);
        let mut triples: Vec<(&NamedNode, &str, Term)> = vec![
            (&annotation, rdf::TYPE, node(oa::ANNOTATION).into()),
            (&annotation, oa::MOTIVATED_BY, node(oa::LINKING).into()),
            (&annotation, oa::HAS_TARGET, passage.clone().into()),
            (&passage, rdf::TYPE, node(oa::SPECIFIC_RESOURCE).into()),
            (&passage, oa::HAS_SOURCE, node(document).into()),
            (&passage, oa::HAS_SELECTOR, words.clone().into()),
            (&passage, oa::HAS_SELECTOR, place.clone().into()),
            (&words, rdf::TYPE, node(oa::TEXT_QUOTE_SELECTOR).into()),
            (&words, oa::EXACT, Literal::new_simple_literal(self.quote).into()),
            (&place, rdf::TYPE, node(oa::TEXT_POSITION_SELECTOR).into()),
            (&place, oa::START, number(self.start).into()),
            (&place, oa::END, number(self.end).into()),
        ];
        triples.extend(self.links.iter().map(|&link| (&annotation, oa::HAS_BODY, link.clone().into())));
        let graph = &quad.graph_name;
        triples.into_iter().map(|(s, p, o)| Quad::new(s.clone(), node(p), o, graph.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_selected_by_words_and_place() {
        let (document, link) = (iri::document("a"), iri::entity("link/1"));
        let passage = iri::passage(&document, 4, 9);
        let quad = |s: &NamedNode, p: &str, o: Term| Quad::new(s.clone(), iri::term(p), o, document.clone());
        let literal = |text: &str| Literal::new_simple_literal(text).into();
        let quads = web_annotations(&[
            quad(&link, dm::EVIDENCE, passage.clone().into()),
            quad(&passage, dm::QUOTE, literal("words")),
            quad(&passage, dm::START, literal("4")),
            quad(&passage, dm::END, literal("9")),
        ]);
        let lines: Vec<String> = quads.iter().map(ToString::to_string).collect();
        let base = "<https://w3id.org/demarche/id/document/a";
        for expected in [
            format!("{base}/passage/4-9/annotation> <{}> <https://w3id.org/demarche/id/link/1> {base}>", oa::HAS_BODY),
            format!("{base}/passage/4-9> <{}> {base}> {base}>", oa::HAS_SOURCE),
            format!("{base}/passage/4-9/quote> <{}> \"words\" {base}>", oa::EXACT),
            format!("{base}/passage/4-9/position> <{}> \"4\"^^<{}> {base}>", oa::START, xsd::NON_NEGATIVE_INTEGER),
        ] {
            assert!(lines.contains(&expected), "{expected}\n{lines:#?}");
        }
        assert_eq!(lines.len(), 13);
    }
}
