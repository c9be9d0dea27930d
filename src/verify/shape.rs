//! The shapes of the ontology as SPARQL: each constraint of `shapes.ttl` becomes a query that finds what breaks it. A word of SHACL
//! that is not known here is a fault of the file, so that no constraint is passed over.

use std::collections::BTreeMap;

use oxigraph::model::{NamedOrBlankNode, Term};
use oxigraph::sparql::QueryResults;
use oxttl::TurtleParser;

use super::Problem;
use crate::seed::{SeedError, SeedFile};
use crate::store::{QueryError, Store};
use crate::vocab::rdf;

const SH: &str = "http://www.w3.org/ns/shacl#";
const SUB_CLASS: &str = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
/// Prefixes that the constraints may use besides those that every query knows.
const PREFIXES: &str = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n\
                        PREFIX owl: <http://www.w3.org/2002/07/owl#>\n";
/// Culprits that are named of one constraint.
const SHOWN: usize = 20;

/// What a graph must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// Local name of the shape or constraint.
    pub shape: String,
    /// What it asks.
    pub message: String,
    /// Finds culprits as `?value`.
    pub sparql: String,
}

/// The constraints of a file of shapes.
///
/// # Errors
/// It is no Turtle, or uses a word of SHACL that is not known here.
pub fn constraints(file: &SeedFile) -> Result<Vec<Constraint>, SeedError> {
    let shapes = Shapes::parse(file)?;
    let mut found = Vec::new();
    for (shape, facts) in &shapes.by_subject {
        for predicate in facts.keys().filter_map(|predicate| predicate.strip_prefix(SH)) {
            if !KNOWN.contains(&predicate) {
                return Err(SeedError::new(
                    &file.name,
                    0,
                    format!("`sh:{predicate}` is not known: use other words of SHACL"),
                ));
            }
        }
        for class in shapes.values(shape, "targetClass") {
            found.extend(shapes.of_class(shape, class));
        }
        if let Some(Term::Literal(select)) = shapes.values(shape, "select").first() {
            let message = shapes.text(shape, "message").unwrap_or_default();
            let sparql = format!("{PREFIXES}{}", select.value());
            found.push(Constraint { shape: local(shape), message, sparql });
        }
    }
    Ok(found)
}

/// What breaks constraints in a graph that holds its ontology too.
///
/// # Errors
/// A query that fails.
pub fn violations(store: &Store, constraints: &[Constraint]) -> Result<Vec<Problem>, QueryError> {
    let mut problems = Vec::new();
    for constraint in constraints {
        let QueryResults::Solutions(rows) = store.query(&constraint.sparql)? else { continue };
        let mut messages: Vec<String> = Vec::new();
        for row in rows {
            let row = row?;
            let Some(culprit) = row.get("value") else { continue };
            let named = row.iter().fold(constraint.message.clone(), |message, (variable, term)| {
                message.replace(&format!("{{?{}}}", variable.as_str()), &term.to_string())
            });
            messages.push(format!("{culprit}: {named}"));
        }
        messages.sort();
        messages.dedup();
        let n_more = messages.len().saturating_sub(SHOWN);
        messages.truncate(SHOWN);
        messages.extend((n_more > 0).then(|| format!("and {n_more} more")));
        let place = format!("shape {}", constraint.shape);
        problems.extend(messages.into_iter().map(|message| Problem { place: place.clone(), message }));
    }
    Ok(problems)
}

/// Words of SHACL that are understood.
const KNOWN: [&str; 24] = [
    "targetClass",
    "targetNode",
    "property",
    "sparql",
    "select",
    "message",
    "prefixes",
    "declare",
    "prefix",
    "namespace",
    "path",
    "minCount",
    "maxCount",
    "datatype",
    "class",
    "nodeKind",
    "minLength",
    "pattern",
    "minInclusive",
    "maxInclusive",
    "minExclusive",
    "node",
    "or",
    "disjoint",
];

type Facts = BTreeMap<String, Vec<Term>>;

struct Shapes {
    by_subject: BTreeMap<String, Facts>,
}

impl Shapes {
    fn parse(file: &SeedFile) -> Result<Self, SeedError> {
        let mut by_subject: BTreeMap<String, Facts> = BTreeMap::new();
        for triple in TurtleParser::new().for_slice(&file.text) {
            let triple = triple.map_err(|error| {
                SeedError::new(&file.name, error.location().start.line as usize + 1, error.message())
            })?;
            let subject = match &triple.subject {
                NamedOrBlankNode::NamedNode(node) => node.to_string(),
                NamedOrBlankNode::BlankNode(node) => node.to_string(),
            };
            let facts = by_subject.entry(subject).or_default();
            facts.entry(triple.predicate.into_string()).or_default().push(triple.object);
        }
        Ok(Self { by_subject })
    }

    fn values(&self, subject: &str, word: &str) -> &[Term] {
        let facts = self.by_subject.get(subject).and_then(|facts| facts.get(&format!("{SH}{word}")));
        facts.map_or(&[], Vec::as_slice)
    }

    fn text(&self, subject: &str, word: &str) -> Option<String> {
        match self.values(subject, word).first()? {
            Term::Literal(literal) => Some(literal.value().to_owned()),
            _ => None,
        }
    }

    /// The constraints of a shape on the instances of a class.
    fn of_class(&self, shape: &str, class: &Term) -> Vec<Constraint> {
        let target = format!("?this <{}>/<{SUB_CLASS}>* {class} .", rdf::TYPE);
        let constraint = |message: String, body: String| Constraint {
            shape: local(shape),
            message,
            sparql: format!("{PREFIXES}SELECT DISTINCT (?this AS ?value) WHERE {{ {body} }}"),
        };
        let mut found = Vec::new();
        let own = self.condition(shape);
        if !own.is_empty() {
            let body = format!("{target} BIND(?this AS ?v) FILTER(!COALESCE({}, false))", own.join(" && "));
            found.push(constraint("the node is not of the kind that the shape asks for".to_owned(), body));
        }
        for property in self.values(shape, "property") {
            let property = property.to_string();
            let Some(path) = self.values(&property, "path").first() else { continue };
            let name = local(&path.to_string());
            let count = |having: String| {
                format!(
                    "{{ SELECT ?this (COUNT(DISTINCT ?o) AS ?n) WHERE {{ {target} OPTIONAL {{ ?this {path} ?o }} }} \
                     GROUP BY ?this }} FILTER({having})"
                )
            };
            if let Some(least) = self.text(&property, "minCount") {
                found.push(constraint(format!("fewer than {least} of `{name}`"), count(format!("?n < {least}"))));
            }
            if let Some(most) = self.text(&property, "maxCount") {
                found.push(constraint(format!("more than {most} of `{name}`"), count(format!("?n > {most}"))));
            }
            for condition in self.condition(&property) {
                let body = format!("{target} ?this {path} ?v . FILTER(!COALESCE({condition}, false))");
                found.push(constraint(format!("a value of `{name}` is not as it must be"), body));
            }
        }
        found
    }

    /// What a value `?v` must be.
    fn condition(&self, shape: &str) -> Vec<String> {
        let mut all = Vec::new();
        let first = |word: &str| self.values(shape, word).first();
        all.extend(first("datatype").map(|datatype| format!("(isLiteral(?v) && DATATYPE(?v) = {datatype})")));
        let is_a = |class: &Term| format!("EXISTS {{ ?v <{}>/<{SUB_CLASS}>* {class} }}", rdf::TYPE);
        all.extend(self.values(shape, "class").iter().map(is_a));
        all.extend(first("nodeKind").map(|kind| match local(&kind.to_string()).as_str() {
            "IRI" => "isIRI(?v)".to_owned(),
            "Literal" => "isLiteral(?v)".to_owned(),
            _ => "false".to_owned(),
        }));
        all.extend(self.text(shape, "minLength").map(|least| format!("STRLEN(STR(?v)) >= {least}")));
        all.extend(first("pattern").map(|pattern| format!("REGEX(STR(?v), {pattern})")));
        for (word, sign) in [("minInclusive", ">="), ("maxInclusive", "<="), ("minExclusive", ">")] {
            all.extend(first(word).map(|bound| format!("(?v {sign} {bound})")));
        }
        for node in self.values(shape, "node") {
            all.extend(self.condition(&node.to_string()));
        }
        for list in self.values(shape, "or") {
            let one = |member: String| format!("({})", self.condition(&member).join(" && "));
            all.push(format!("({})", self.members(list).into_iter().map(one).collect::<Vec<_>>().join(" || ")));
        }
        all.extend(self.values(shape, "disjoint").iter().map(|other| format!("NOT EXISTS {{ ?this {other} ?v }}")));
        all
    }

    /// The members of a list.
    fn members(&self, list: &Term) -> Vec<String> {
        const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        let fact = |node: &str, word: &str| self.by_subject.get(node)?.get(&format!("{RDF}{word}"))?.first().cloned();
        let mut members = Vec::new();
        let mut node = list.to_string();
        while let Some(member) = fact(&node, "first") {
            members.push(member.to_string());
            match fact(&node, "rest") {
                Some(rest) => node = rest.to_string(),
                None => break,
            }
        }
        members
    }
}

/// The last part of an IRI.
fn local(iri: &str) -> String {
    let bare = iri.trim_matches(['<', '>']);
    bare.rsplit(['#', '/']).next().unwrap_or(bare).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rdf::parse_nquads;

    const SHAPES: &str = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <http://x/> .\n\
        x:S sh:targetClass x:C ; sh:nodeKind sh:IRI ; sh:property [ sh:path x:p ; sh:minCount 1 ; sh:maxCount 1 ;\n\
        sh:or ( [ sh:datatype <http://www.w3.org/2001/XMLSchema#integer> ; sh:minInclusive 3 ] [ sh:class x:D ] ) ] .";

    fn shapes(text: &str) -> SeedFile {
        SeedFile { name: "shapes.ttl".to_owned(), text: text.to_owned() }
    }

    /// Words of a triple a line: `a` is the type, a number a whole number, any other a name.
    #[track_caller]
    fn check(triples: &[&str], expected: &[&str]) {
        let term = |word: &str| match word {
            "a" => format!("<{}>", rdf::TYPE),
            "sub" => format!("<{SUB_CLASS}>"),
            number if number.parse::<i32>().is_ok() => {
                format!("\"{number}\"^^<http://www.w3.org/2001/XMLSchema#integer>")
            }
            name => format!("<http://x/{name}>"),
        };
        let line = |triple: &str| triple.split(' ').map(term).collect::<Vec<_>>().join(" ") + " <http://g> .\n";
        let text: String = triples.iter().map(|triple| line(triple)).collect();
        let store = Store::new().unwrap();
        store.insert(&parse_nquads(text.as_bytes()).unwrap()).unwrap();
        let found = violations(&store, &constraints(&shapes(SHAPES)).unwrap()).unwrap();
        assert_eq!(found.iter().map(|p| p.message.as_str()).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn what_breaks_a_shape_is_found() {
        let wrong = "<http://x/s>: a value of `p` is not as it must be";
        check(&["s a C", "s p 3"], &[]);
        check(&["s a C", "s p e", "e a E", "E sub D"], &[]);
        check(&["s a C"], &["<http://x/s>: fewer than 1 of `p`"]);
        check(&["s a C", "s p 2"], &[wrong]);
        check(&["s a C", "s p e", "e a E"], &[wrong]);
        check(&["s a B", "B sub C", "s p 4", "s p 5"], &["<http://x/s>: more than 1 of `p`"]);
    }

    #[test]
    fn a_word_that_is_not_known_is_a_fault() {
        let text = "@prefix sh: <http://www.w3.org/ns/shacl#> . <http://x/S> sh:closed true .";
        assert!(constraints(&shapes(text)).unwrap_err().to_string().contains("`sh:closed` is not known"));
    }
}
