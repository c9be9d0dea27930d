//! The ontology says everything of its terms, and `ontology/README.md` shows it as it is.
//!
//! `UPDATE_EXPECT=1 cargo test ontology` makes the diagram, the classes and the relations of the page anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use demarche::vocab::NS;
use expect_test::expect_file;
use oxigraph::model::{NamedOrBlankNode, Term};
use oxttl::TurtleParser;

const TURTLE: &str = include_str!("../ontology/ontology.ttl");
const PAGE: &str = include_str!("../ontology/README.md");

/// What is said of each term: local names for our own, IRIs for others, `_:` labels for unions.
struct Terms(BTreeMap<String, BTreeMap<String, Vec<String>>>);

impl Terms {
    fn read() -> Self {
        let mut terms: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
        for triple in TurtleParser::new().for_slice(TURTLE).map(Result::unwrap) {
            let subject = match &triple.subject {
                NamedOrBlankNode::NamedNode(node) => short(node.as_str()),
                NamedOrBlankNode::BlankNode(node) => node.to_string(),
            };
            let object = match &triple.object {
                Term::NamedNode(node) => short(node.as_str()),
                Term::Literal(literal) => literal.value().to_owned(),
                Term::BlankNode(node) => node.to_string(),
            };
            terms.entry(subject).or_default().entry(short(triple.predicate.as_str())).or_default().push(object);
        }
        Self(terms)
    }

    fn of(&self, term: &str, property: &str) -> &[String] {
        self.0.get(term).and_then(|said| said.get(property)).map_or(&[], Vec::as_slice)
    }

    fn one(&self, term: &str, property: &str) -> &str {
        self.of(term, property).first().map_or("", String::as_str)
    }

    fn has(&self, term: &str, class: &str) -> bool {
        self.of(term, "type").iter().any(|found| found == class)
    }

    /// Our own terms of a class, in alphabetical order.
    fn all(&self, class: &str) -> Vec<&str> {
        self.0.keys().map(String::as_str).filter(|t| !t.starts_with("_:") && self.has(t, class)).collect()
    }

    /// The own classes of a domain or range, in the order of the file.
    fn classes(&self, term: &str, property: &str) -> Vec<&str> {
        let class = self.one(term, property);
        if !class.starts_with("_:") {
            return vec![class];
        }
        let mut classes = Vec::new();
        let mut list = self.one(class, "unionOf");
        while list.starts_with("_:") {
            classes.push(self.one(list, "first"));
            list = self.one(list, "rest");
        }
        classes
    }

    /// The own super-class or broader relation.
    fn above(&self, term: &str, property: &str) -> Option<&str> {
        self.of(term, property).iter().map(String::as_str).find(|above| self.0.contains_key(*above))
    }

    fn is_below(&self, class: &str, ancestor: &str) -> bool {
        class == ancestor || self.above(class, "subClassOf").is_some_and(|above| self.is_below(above, ancestor))
    }
}

/// Local name of a term of the ontology or of RDF, RDFS and OWL; other IRIs as they are.
fn short(iri: &str) -> String {
    let w3 = ["http://www.w3.org/2002/07/owl#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"];
    let own = [NS, "http://www.w3.org/2000/01/rdf-schema#"].into_iter().chain(w3);
    let local = own.into_iter().find_map(|base| iri.strip_prefix(base));
    local.unwrap_or(iri).to_owned()
}

#[track_caller]
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_term_says_what_it_is() {
    let terms = Terms::read();
    let kinds = ["Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Modality", "Polarity", "Facet"];
    let mut faults = Vec::new();
    for term in kinds.into_iter().flat_map(|kind| terms.all(kind)).collect::<BTreeSet<_>>() {
        for property in ["label", "comment", "isDefinedBy"] {
            if terms.of(term, property).len() != 1 {
                faults.push(format!("{term}: {property}"));
            }
        }
        let is_property = terms.has(term, "ObjectProperty") || terms.has(term, "DatatypeProperty");
        for property in ["domain", "range"] {
            if is_property && terms.of(term, property).len() != 1 {
                faults.push(format!("{term}: {property}"));
            }
        }
    }
    none(faults);
}

#[test]
fn every_class_leads_to_a_class_of_another_vocabulary() {
    let terms = Terms::read();
    let is_mapped = |class: &str| {
        let outside = terms.of(class, "subClassOf").iter().any(|above| above.contains("://"));
        outside || ["closeMatch", "relatedMatch"].iter().any(|m| !terms.of(class, &format!("{SKOS}{m}")).is_empty())
    };
    let mut faults = Vec::new();
    for class in terms.all("Class") {
        let mut at = Some(class);
        while at.is_some_and(|class| !is_mapped(class)) {
            at = at.and_then(|class| terms.above(class, "subClassOf"));
        }
        if at.is_none() {
            faults.push(class.to_owned());
        }
    }
    none(faults);
}

const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";

#[test]
fn every_relation_has_its_place() {
    let terms = Terms::read();
    let mut faults = Vec::new();
    for relation in terms.all("RelationType") {
        let broader = terms.above(relation, "subPropertyOf");
        if broader.is_none() && relation != "linkedTo" {
            faults.push(format!("{relation} has no broader relation"));
        }
        if terms.one(relation, "facet").is_empty() {
            faults.push(format!("{relation} has no facet"));
        }
        let inverse = terms.one(relation, "inverseOf");
        match (inverse.is_empty(), terms.has(relation, "SymmetricProperty"), terms.one(relation, "symmetric")) {
            (false, false, "") | (true, true, "true") => {}
            other => faults.push(format!("{relation}: either an inverse or symmetric, not {other:?}")),
        }
        if let (Some(broader), false) = (broader, inverse.is_empty()) {
            let (found, wanted) = (terms.above(inverse, "subPropertyOf"), terms.one(broader, "inverseOf"));
            if !wanted.is_empty() && found != Some(wanted) {
                faults.push(format!("{inverse} should be narrower than {wanted}"));
            }
        }
        let wide = broader.map(|broader| terms.classes(broader, "range")).unwrap_or_default();
        let exceeds = |class: &&&str| !wide.is_empty() && !wide.iter().any(|w| terms.is_below(class, w));
        let range = terms.classes(relation, "range");
        faults
            .extend(range.iter().filter(exceeds).map(|class| format!("{relation}: {class} exceeds the broader range")));
        if !inverse.is_empty() && terms.classes(inverse, "domain") != range {
            faults.push(format!("the domain of {inverse} is not the range of {relation}"));
        }
    }
    none(faults);
}

#[test]
fn the_page_shows_the_ontology_as_it_is() {
    let terms = Terms::read();
    let mut page = PAGE.to_owned();
    for (name, text) in [("diagram", diagram(&terms)), ("classes", classes(&terms)), ("relations", relations(&terms))] {
        let (begin, end) = (format!("<!-- {name}: made from ontology.ttl -->\n"), format!("<!-- end of {name} -->"));
        let from = page.find(&begin).unwrap_or_else(|| panic!("no {begin}")) + begin.len();
        let to = page.find(&end).unwrap_or_else(|| panic!("no {end}"));
        page.replace_range(from..to, &text);
    }
    expect_file![Path::new(env!("CARGO_MANIFEST_DIR")).join("ontology/README.md")].assert_eq(&page);
}

/// The upper classes, what joins them, and the shape of a link, as a Mermaid flow chart.
fn diagram(terms: &Terms) -> String {
    let mut text = "```mermaid\nflowchart LR\n".to_owned();
    let upper = ["Actor", "Instrument", "Event", "Place", "Topic"];
    for class in upper {
        writeln!(text, "  Entity --- {class}").unwrap();
        let below = terms.all("Class").into_iter().filter(|c| terms.above(c, "subClassOf") == Some(class));
        for narrower in below {
            writeln!(text, "  {class} --- {narrower}").unwrap();
        }
    }
    // Relations right below the top, by the upper class of what they lead to.
    let mut arrows: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for relation in terms.all("RelationType") {
        if terms.above(relation, "subPropertyOf") == Some("linkedTo") {
            for class in terms.classes(relation, "range") {
                arrows.entry(class).or_default().push(relation);
            }
        }
    }
    for (class, relations) in arrows {
        writeln!(text, "  Actor == \"{}\" ==> {class}", relations.join("<br/>")).unwrap();
    }
    for class in ["Link", "Passage", "Document", "DocumentPart"] {
        for property in terms.all("ObjectProperty").into_iter().filter(|p| terms.classes(p, "domain") == [class]) {
            for range in terms.classes(property, "range") {
                writeln!(text, "  {class} -. {property} .-> {range}").unwrap();
            }
        }
    }
    text + "```\n"
}

/// The tree of classes, one a line, with what each is.
fn classes(terms: &Terms) -> String {
    let all = terms.all("Class");
    let mut text = "```\n".to_owned();
    for top in all.iter().filter(|class| terms.above(class, "subClassOf").is_none()) {
        branch(terms, &all, top, 0, &mut text);
    }
    text + "```\n"
}

fn branch(terms: &Terms, all: &[&str], class: &str, depth: usize, text: &mut String) {
    let name = format!("{}{class}", "  ".repeat(depth));
    writeln!(text, "{name:<34} {}", terms.one(class, "comment")).unwrap();
    for narrower in all.iter().filter(|c| terms.above(c, "subClassOf") == Some(class)) {
        branch(terms, all, narrower, depth + 1, text);
    }
}

fn relations(terms: &Terms) -> String {
    let mut text =
        "| Relation | Broader | Inverse | Domain | Range | Meaning |\n|---|---|---|---|---|---|\n".to_owned();
    for relation in ordered(terms) {
        let code = |name: &str| if name.is_empty() { "–".to_owned() } else { format!("`{name}`") };
        let act = if terms.one(relation, "speechAct") == "true" { " †" } else { "" };
        let inverse = match terms.one(relation, "symmetric") {
            "true" => "↔".to_owned(),
            _ => code(terms.one(relation, "inverseOf")),
        };
        let broader = code(terms.above(relation, "subPropertyOf").unwrap_or_default());
        let (domain, range) = (terms.classes(relation, "domain"), terms.classes(relation, "range"));
        let (domain, range) = (domain.join(", "), range.join(", "));
        let meaning = terms.one(relation, "comment");
        writeln!(text, "| `{relation}`{act} | {broader} | {inverse} | {domain} | {range} | {meaning} |").unwrap();
    }
    text
}

/// Relations in the order of the file.
fn ordered(terms: &Terms) -> Vec<&str> {
    let mut relations = terms.all("RelationType");
    relations.sort_by_key(|relation| TURTLE.find(&format!("\ndm:{relation} a ")));
    relations
}
