//! The graphs that no document makes: the seed entities and the ontology.

use oxigraph::model::dataset::CanonicalizationAlgorithm;
use oxigraph::model::{Graph, Literal, NamedNode, NamedOrBlankNode, Quad, Term, Triple};
use oxrdf::dataset::CanonicalizationHashAlgorithm;
use oxttl::{TurtleParser, TurtleSyntaxError};

use super::sheet::{Sheet, typed};
use super::{iri, sorted};
use crate::entity::{Entities, Entity};
use crate::vocab::{ID, dm, skos, xsd};

/// The graph of the seed entities.
#[must_use]
pub fn seed_quads(entities: &Entities) -> Vec<Quad> {
    let mut sheet = Sheet::new(iri::graph("entities"));
    for entity in entities.all() {
        write_entity(&mut sheet, entity);
    }
    sheet.finish()
}

fn write_entity(sheet: &mut Sheet, entity: &Entity) {
    let node = iri::entity(&entity.id);
    sheet.class(&node, &entity.class);
    sheet.add(&node, skos::PREF_LABEL, Literal::new_simple_literal(&entity.name));
    for alias in entity.aliases.iter().filter(|alias| **alias != entity.name) {
        sheet.add(&node, skos::ALT_LABEL, Literal::new_simple_literal(alias));
    }
    sheet.text(&node, dm::ISO2, entity.iso2.as_deref());
    sheet.text(&node, dm::ISO3, entity.iso3.as_deref());
    sheet.text(&node, dm::M49, entity.m49.as_deref());
    for whole in &entity.part_of {
        sheet.entity(&node, dm::PART_OF, Some(whole));
    }
    for predecessor in &entity.succeeds {
        sheet.entity(&node, dm::SUCCEEDS, Some(predecessor));
    }
    sheet.entity(&node, dm::OF_STATE, entity.of_state.as_deref());
    if let Some(year) = entity.founded {
        sheet.state(&node, dm::FOUNDED, typed(year, xsd::G_YEAR));
    }
    sheet.text(&node, dm::SEAT, entity.seat.as_deref());
    for same in entity.same_as.iter().filter_map(|same| elsewhere(same)) {
        sheet.add(&node, skos::EXACT_MATCH, same);
    }
}

/// `wd:Q81299` or a full IRI.
fn elsewhere(same: &str) -> Option<NamedNode> {
    let iri = same
        .strip_prefix("wd:")
        .map_or_else(|| same.to_owned(), |item| format!("http://www.wikidata.org/entity/{item}"));
    NamedNode::new(iri).ok()
}

/// The graph of the ontology. Its blank nodes (unions of classes) get IRIs below `id/ontology/` from their
/// canonical labels, so that its bytes depend on its meaning alone.
///
/// # Errors
/// The first syntax error of the Turtle text.
pub fn ontology_quads(turtle: &str) -> Result<Vec<Quad>, TurtleSyntaxError> {
    let mut graph = TurtleParser::new().for_slice(turtle).collect::<Result<Graph, _>>()?;
    graph.canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm: CanonicalizationHashAlgorithm::Sha256 });
    let name = iri::graph("ontology");
    Ok(sorted(graph.iter().map(|t| skolemised(t.into_owned()).in_graph(name.clone())).collect()))
}

fn skolemised(triple: Triple) -> Triple {
    let subject = match triple.subject {
        NamedOrBlankNode::BlankNode(node) => skolem(node.as_str()).into(),
        named @ NamedOrBlankNode::NamedNode(_) => named,
    };
    let object = match triple.object {
        Term::BlankNode(node) => skolem(node.as_str()).into(),
        other => other,
    };
    Triple::new(subject, triple.predicate, object)
}

fn skolem(label: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{ID}ontology/{label}"))
}
