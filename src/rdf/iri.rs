//! The shape of every IRI, made and read back. Identifiers are percent-encoded, so that any identifier
//! makes an IRI and every IRI gives its identifier back.

use std::fmt::Write;

use oxigraph::model::NamedNode;

use crate::link::Link;
use crate::vocab::{ID, NS};

/// A class, relation or property of the ontology by local name.
#[must_use]
pub fn term(local_name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{NS}{}", encode(local_name)))
}

/// Local name of a term of the ontology.
#[must_use]
pub fn local_name(iri: &str) -> Option<&str> {
    iri.strip_prefix(NS)
}

/// An entity by its id, e.g. `state/CAN`.
#[must_use]
pub fn entity(id: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{ID}{}", encode_path(id)))
}

/// The id of an entity.
#[must_use]
pub fn entity_id(iri: &str) -> Option<String> {
    iri.strip_prefix(ID).map(decode)
}

/// A document, which is also its named graph.
#[must_use]
pub fn document(id: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{ID}document/{}", encode(id)))
}

/// The id of a document.
#[must_use]
pub fn document_id(iri: &str) -> Option<String> {
    iri.strip_prefix(ID)?.strip_prefix("document/").map(decode)
}

/// A part of a document by its key, e.g. `reply/CAN`.
#[must_use]
pub fn part(document: &NamedNode, key: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{}/{}", document.as_str(), encode_path(key)))
}

/// The key of a part.
#[must_use]
pub fn part_key(document: &NamedNode, iri: &str) -> Option<String> {
    iri.strip_prefix(document.as_str())?.strip_prefix('/').map(decode)
}

/// A passage of a document, by code points.
#[must_use]
pub fn passage(document: &NamedNode, start: u32, end: u32) -> NamedNode {
    NamedNode::new_unchecked(format!("{}/passage/{start}-{end}", document.as_str()))
}

/// A link: a hash of document, span of its first evidence, subject, relation and object.
#[must_use]
pub fn link(document_id: &str, link: &Link) -> NamedNode {
    let (start, end) = link.evidence.first().map_or((0, 0), |passage| (passage.start, passage.end));
    link_of(document_id, (start, end), &link.subject, &link.relation, &link.object)
}

/// A link by what its IRI is made of.
#[must_use]
pub fn link_of(document_id: &str, (start, end): (u32, u32), subject: &str, relation: &str, object: &str) -> NamedNode {
    let span = format!("{start}-{end}");
    let hash = super::sha256_of([document_id, &span, subject, relation, object]);
    NamedNode::new_unchecked(format!("{ID}link/{}", &hash[..16]))
}

/// A named graph that is no document's: `ontology` or `entities`.
#[must_use]
pub fn graph(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{ID}graph/{name}"))
}

/// Percent-encodes all but ASCII letters, digits, `-`, `.`, `_` and `~`.
#[must_use]
pub fn encode(text: &str) -> String {
    escape(text, is_unreserved)
}

fn encode_path(text: &str) -> String {
    escape(text, |byte| is_unreserved(byte) || byte == b'/')
}

const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

fn escape(text: &str, stays: fn(u8) -> bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if stays(byte) {
            escaped.push(char::from(byte));
        } else {
            _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

/// Undoes [`encode`]; what is no percent-encoding stays.
#[must_use]
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let escaped = (first == b'%').then(|| hex_pair(tail)).flatten();
        bytes.push(escaped.unwrap_or(first));
        rest = if escaped.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex_pair(bytes: &[u8]) -> Option<u8> {
    let pair = std::str::from_utf8(bytes.get(..2)?).ok()?;
    u8::from_str_radix(pair, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_id_comes_back() {
        for id in ["a-70-172", "A/70/172", "ü (1) 100% \"é\" 😀", "%41", ""] {
            assert_eq!(document_id(document(id).as_str()).as_deref(), Some(id));
            assert!(NamedNode::new(document(id).as_str()).is_ok());
        }
        assert_eq!(entity("state/CAN").as_str(), "https://w3id.org/demarche/id/state/CAN");
    }

    #[test]
    fn a_part_has_its_key() {
        let document = document("a-70-172");
        let part = part(&document, "reply/CAN");
        assert_eq!(part_key(&document, part.as_str()).as_deref(), Some("reply/CAN"));
    }
}
