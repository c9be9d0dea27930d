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

/// SKOS.
pub mod skos {
    /// `skos:prefLabel`
    pub const PREF_LABEL: &str = "http://www.w3.org/2004/02/skos/core#prefLabel";
    /// `skos:altLabel`
    pub const ALT_LABEL: &str = "http://www.w3.org/2004/02/skos/core#altLabel";
    /// `skos:exactMatch`
    pub const EXACT_MATCH: &str = "http://www.w3.org/2004/02/skos/core#exactMatch";
}

/// XML Schema datatypes.
pub mod xsd {
    /// `xsd:date`
    pub const DATE: &str = "http://www.w3.org/2001/XMLSchema#date";
    /// `xsd:gYear`
    pub const G_YEAR: &str = "http://www.w3.org/2001/XMLSchema#gYear";
    /// `xsd:gYearMonth`
    pub const G_YEAR_MONTH: &str = "http://www.w3.org/2001/XMLSchema#gYearMonth";
    /// `xsd:decimal`
    pub const DECIMAL: &str = "http://www.w3.org/2001/XMLSchema#decimal";
    /// `xsd:integer`
    pub const INTEGER: &str = "http://www.w3.org/2001/XMLSchema#integer";
    /// `xsd:nonNegativeInteger`
    pub const NON_NEGATIVE_INTEGER: &str = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
    /// `xsd:language`
    pub const LANGUAGE: &str = "http://www.w3.org/2001/XMLSchema#language";
}

/// The [Web Annotation Vocabulary](https://www.w3.org/TR/annotation-vocab/).
pub mod oa {
    /// Its namespace.
    pub const NS: &str = "http://www.w3.org/ns/oa#";
    /// `oa:Annotation`
    pub const ANNOTATION: &str = "http://www.w3.org/ns/oa#Annotation";
    /// `oa:motivatedBy`
    pub const MOTIVATED_BY: &str = "http://www.w3.org/ns/oa#motivatedBy";
    /// `oa:linking`
    pub const LINKING: &str = "http://www.w3.org/ns/oa#linking";
    /// `oa:hasTarget`
    pub const HAS_TARGET: &str = "http://www.w3.org/ns/oa#hasTarget";
    /// `oa:hasBody`
    pub const HAS_BODY: &str = "http://www.w3.org/ns/oa#hasBody";
    /// `oa:SpecificResource`
    pub const SPECIFIC_RESOURCE: &str = "http://www.w3.org/ns/oa#SpecificResource";
    /// `oa:hasSource`
    pub const HAS_SOURCE: &str = "http://www.w3.org/ns/oa#hasSource";
    /// `oa:hasSelector`
    pub const HAS_SELECTOR: &str = "http://www.w3.org/ns/oa#hasSelector";
    /// `oa:TextQuoteSelector`
    pub const TEXT_QUOTE_SELECTOR: &str = "http://www.w3.org/ns/oa#TextQuoteSelector";
    /// `oa:exact`
    pub const EXACT: &str = "http://www.w3.org/ns/oa#exact";
    /// `oa:TextPositionSelector`
    pub const TEXT_POSITION_SELECTOR: &str = "http://www.w3.org/ns/oa#TextPositionSelector";
    /// `oa:start`
    pub const START: &str = "http://www.w3.org/ns/oa#start";
    /// `oa:end`
    pub const END: &str = "http://www.w3.org/ns/oa#end";
}

/// Local names of the classes and properties of the ontology that the program itself writes.
pub mod dm {
    /// Class of documents.
    pub const DOCUMENT: &str = "Document";
    /// Class of replies.
    pub const REPLY: &str = "Reply";
    /// Class of statements and speeches.
    pub const STATEMENT: &str = "Statement";
    /// Class of parts in which no State speaks.
    pub const SECTION: &str = "Section";
    /// Class of links.
    pub const LINK: &str = "Link";
    /// Class of passages.
    pub const EVIDENCE_CLASS: &str = "Evidence";

    /// Title of a document.
    pub const TITLE: &str = "title";
    /// United Nations symbol of a document.
    pub const SYMBOL: &str = "symbol";
    /// Date of a document or part.
    pub const DATE: &str = "date";
    /// Language of the text read.
    pub const LANGUAGE: &str = "language";
    /// Session of a document.
    pub const SESSION: &str = "session";
    /// Agenda item of a document.
    pub const AGENDA_ITEM: &str = "agendaItem";
    /// Where the text was taken from.
    pub const SOURCE_NAME: &str = "sourceName";
    /// SHA-256 of the input.
    pub const SOURCE_SHA256: &str = "sourceSha256";
    /// Number of bytes of the input.
    pub const SOURCE_BYTES: &str = "sourceBytes";
    /// Media type of an input whose text was converted.
    pub const MEDIA_TYPE: &str = "mediaType";
    /// SHA-256 of the text that was converted from the input.
    pub const TEXT_SHA256: &str = "textSha256";
    /// SHA-256 of what was known of the document from outside its text.
    pub const METADATA_SHA256: &str = "metadataSha256";
    /// Version of the program.
    pub const PROGRAM_VERSION: &str = "programVersion";
    /// SHA-256 of the entity seeds.
    pub const SEEDS_SHA256: &str = "seedsSha256";
    /// SHA-256 of the rules.
    pub const RULES_SHA256: &str = "rulesSha256";
    /// SHA-256 of the ontology.
    pub const ONTOLOGY_SHA256: &str = "ontologySha256";

    /// The whole that a part or body belongs to.
    pub const PART_OF: &str = "partOf";
    /// Who submitted a part.
    pub const SUBMITTED_BY: &str = "submittedBy";
    /// Original language of a part.
    pub const ORIGINAL_LANGUAGE: &str = "originalLanguage";

    /// Who acts.
    pub const SUBJECT: &str = "subject";
    /// In which relation.
    pub const RELATION: &str = "relation";
    /// To what.
    pub const OBJECT: &str = "object";
    /// How far realised.
    pub const MODALITY: &str = "modality";
    /// Affirmed or negated.
    pub const POLARITY: &str = "polarity";
    /// Whose statement.
    pub const STATED_BY: &str = "statedBy";
    /// In which part of the document.
    pub const IN_PART: &str = "inPart";
    /// The words that state a link.
    pub const EVIDENCE: &str = "evidence";
    /// The rule that found a link.
    pub const RULE: &str = "rule";
    /// Measured precision of the rule.
    pub const CONFIDENCE: &str = "confidence";
    /// A sum in units of its currency.
    pub const AMOUNT: &str = "amount";
    /// A sum as written.
    pub const AMOUNT_TEXT: &str = "amountText";
    /// Sign or word of the currency.
    pub const CURRENCY_SYMBOL: &str = "currencySymbol";
    /// When, as far as the text says.
    pub const TIME_TEXT: &str = "timeText";
    /// First day that this can mean.
    pub const EARLIEST: &str = "earliest";
    /// Last day that this can mean.
    pub const LATEST: &str = "latest";
    /// Words of a passage.
    pub const QUOTE: &str = "quote";
    /// First code point of a passage.
    pub const START: &str = "start";
    /// One past the last code point of a passage.
    pub const END: &str = "end";

    /// The State that a thing belongs to.
    pub const OF_STATE: &str = "ofState";
    /// Predecessor.
    pub const SUCCEEDS: &str = "succeeds";
    /// Year in which a body was founded.
    pub const FOUNDED: &str = "founded";
    /// City in which a body has its seat.
    pub const SEAT: &str = "seat";
    /// ISO 3166-1 alpha-2.
    pub const ISO2: &str = "iso2";
    /// ISO 3166-1 alpha-3.
    pub const ISO3: &str = "iso3";
    /// United Nations M49 code.
    pub const M49: &str = "m49";
}
