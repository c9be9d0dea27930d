//! Rows and a small ontology for the tests of the graph and of its writers.

use crate::ontology::Ontology;
use crate::seed::SeedFile;
use crate::table::LinkRow;

/// A row under construction.
pub(crate) struct Row(pub(crate) LinkRow);

/// A row for `subject relation object`, each an id; the labels are the ids, the quote is the whole.
pub(crate) fn row(statement: &str) -> Row {
    let mut words = statement.splitn(3, ' ').map(str::to_owned);
    let [subject, relation, object] = [(); 3].map(|()| words.next().unwrap());
    Row(LinkRow {
        document: "a".into(),
        part: "statement".into(),
        stated_by: subject.clone(),
        subject_class: class(&subject),
        subject: subject.clone(),
        subject_id: subject,
        relation,
        object_class: class(&object),
        object: object.clone(),
        object_id: object,
        modality: "done".into(),
        polarity: "affirmed".into(),
        date: None,
        amount: None,
        quote: statement.into(),
        start: 0,
        end: 10,
        rule: "rule".into(),
        confidence: None,
        stated_on: None,
    })
}

impl Row {
    pub(crate) fn at(mut self, document: &str, start: u32, end: u32) -> Self {
        (self.0.document, self.0.start, self.0.end) = (document.into(), start, end);
        self
    }

    pub(crate) fn on(mut self, date: &str) -> Self {
        self.0.stated_on = Some(date.into());
        self
    }

    pub(crate) fn modality(mut self, modality: &str) -> Self {
        self.0.modality = modality.into();
        self
    }

    pub(crate) fn negated(mut self) -> Self {
        self.0.polarity = "negated".into();
        self
    }
}

fn class(id: &str) -> String {
    let class = match id.split_once('/') {
        None => "State",
        Some(("organisation", _)) => "RegionalOrganisation",
        Some(("law", _)) => "Law",
        Some(_) => "Event",
    };
    class.into()
}

/// States, organisations, laws, treaties and events; six relations.
pub(crate) fn ontology() -> Ontology {
    let text = r#"
        @prefix dm: <https://w3id.org/demarche/ns#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        dm:State a owl:Class .
        dm:Organisation a owl:Class .
        dm:RegionalOrganisation a owl:Class ; rdfs:subClassOf dm:Organisation .
        dm:Instrument a owl:Class .
        dm:Law a owl:Class ; rdfs:subClassOf dm:Instrument .
        dm:Treaty a owl:Class ; rdfs:subClassOf dm:Instrument .
        dm:Event a owl:Class .
        dm:memberOf a dm:RelationType ; rdfs:label "member of" .
        dm:foundingMemberOf a dm:RelationType ; rdfs:subPropertyOf dm:memberOf .
        dm:supports a dm:RelationType ; rdfs:label "supports" .
        dm:hasLaw a dm:RelationType ; rdfs:label "has law" .
        dm:mentions a dm:RelationType ; rdfs:label "mentions" .
        dm:cooperatesWith a dm:RelationType ; rdfs:label "cooperates with" ; dm:symmetric true .
    "#;
    Ontology::parse(&SeedFile { name: "test.ttl".into(), text: text.into() }).unwrap()
}
