//! IRIs and prefixes: the only place where they are written out.

/// Namespace of the ontology.
pub const NS: &str = "https://w3id.org/demarche/ns#";
/// Base of the identifiers of entities, documents and links.
pub const ID: &str = "https://w3id.org/demarche/id/";

/// Prefixes that every query may use and every Turtle file declares, sorted.
pub const PREFIXES: [(&str, &str); 5] = [
    ("dm", NS),
    ("id", ID),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// RDF and RDF Schema.
pub mod rdf {
    /// `rdf:type`
    pub const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    /// `rdfs:label`
    pub const LABEL: &str = "http://www.w3.org/2000/01/rdf-schema#label";
    /// `rdfs:comment`
    pub const COMMENT: &str = "http://www.w3.org/2000/01/rdf-schema#comment";
    /// `rdfs:subClassOf`
    pub const SUB_CLASS_OF: &str = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
    /// `rdfs:subPropertyOf`
    pub const SUB_PROPERTY_OF: &str = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf";
    /// `rdfs:domain`
    pub const DOMAIN: &str = "http://www.w3.org/2000/01/rdf-schema#domain";
    /// `rdfs:range`
    pub const RANGE: &str = "http://www.w3.org/2000/01/rdf-schema#range";
    /// `rdf:first`
    pub const FIRST: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
    /// `rdf:rest`
    pub const REST: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
    /// `owl:unionOf`
    pub const UNION_OF: &str = "http://www.w3.org/2002/07/owl#unionOf";
    /// `owl:Class`
    pub const OWL_CLASS: &str = "http://www.w3.org/2002/07/owl#Class";
}
