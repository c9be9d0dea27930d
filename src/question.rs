//! Named questions: SPARQL files with a header that says what they ask and which parameters they take.

mod parameter;

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::name::{UnknownName, did_you_mean, suggest};
use crate::ontology::Ontology;
use crate::seed::{SeedError, SeedFile, SeedFiles};

pub use parameter::{Kind, Parameter, Values};

/// A named question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Name: that of the file.
    pub name: String,
    /// The question in words.
    pub title: String,
    /// What to know about the answer.
    pub comment: String,
    /// Its parameters, in the order of the header.
    pub parameters: Vec<Parameter>,
    sparql: String,
}

/// The questions among the data files, by name.
///
/// # Errors
/// The first header that lacks its title or names a parameter that the query does not use.
pub fn questions(seeds: &SeedFiles) -> Result<Vec<Question>, SeedError> {
    seeds.ontology.iter().filter(|file| file.name.ends_with(".rq")).map(Question::parse).collect()
}

impl Question {
    /// Reads one file.
    ///
    /// # Errors
    /// A header without title, or a parameter that the query does not use.
    pub fn parse(file: &SeedFile) -> Result<Self, SeedError> {
        let base = file.name.rsplit('/').next().unwrap_or(&file.name);
        let mut question = Self {
            name: base.trim_end_matches(".rq").to_owned(),
            title: String::new(),
            comment: String::new(),
            parameters: Vec::new(),
            sparql: file.text.clone(),
        };
        for (number, line) in file.text.lines().enumerate() {
            let Some(header) = line.strip_prefix('#') else { break };
            question.read_header(header.trim(), file, number + 1)?;
        }
        if question.title.is_empty() {
            return Err(SeedError::new(&file.name, 1, "lacks its title: begin with `# title: …`"));
        }
        Ok(question)
    }

    fn read_header(&mut self, header: &str, file: &SeedFile, line: usize) -> Result<(), SeedError> {
        match header.split_once(':').map(|(key, value)| (key.trim(), value.trim())) {
            Some(("title", title)) => title.clone_into(&mut self.title),
            Some(("comment", comment)) => comment.clone_into(&mut self.comment),
            Some(("param", parameter)) => self.parameters.push(self.parameter(parameter, file, line)?),
            _ => {}
        }
        Ok(())
    }

    fn parameter(&self, text: &str, file: &SeedFile, line: usize) -> Result<Parameter, SeedError> {
        let Some((head, default)) = text.split_once('=').map(|(head, default)| (head, default.trim())) else {
            return Err(SeedError::new(&file.name, line, "write `# param: name: kind = default`"));
        };
        let (name, kind) = match head.split_once(':') {
            Some((name, kind)) => (name.trim(), Kind::from_name(kind.trim())),
            None => (head.trim(), Kind::Any),
        };
        if !self.sparql.contains(&format!("?{name}")) {
            return Err(SeedError::new(&file.name, line, format!("the query does not use `?{name}`")));
        }
        Ok(Parameter { name: name.to_owned(), kind, default: default.to_owned() })
    }

    /// The parameter whose kind is neither one that there is nor a class.
    #[must_use]
    pub fn unknown_kind(&self, ontology: &Ontology) -> Option<&Parameter> {
        let is_unknown = |kind: &Kind| matches!(kind, Kind::Entity(class) if !ontology.has_class(class));
        self.parameters.iter().find(|parameter| is_unknown(&parameter.kind))
    }

    /// The query as the file has it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.sparql
    }

    /// The query with its parameters bound: each to its values, else to its default.
    ///
    /// # Errors
    /// A value for a parameter that there is not, or one that names nothing of its kind.
    pub fn bind(&self, values: &BTreeMap<String, Vec<String>>, names: &Values<'_>) -> Result<String, QuestionError> {
        self.know_all(values.keys())?;
        let mut bindings = String::new();
        for parameter in &self.parameters {
            let default = std::slice::from_ref(&parameter.default);
            let given = values.get(&parameter.name).map_or(default, Vec::as_slice);
            let terms = given.iter().map(|value| names.term(parameter, value)).collect::<Result<Vec<_>, _>>()?;
            _ = write!(bindings, " VALUES ?{} {{ {} }}", parameter.name, terms.join(" "));
        }
        let at = body_start(&self.sparql);
        Ok(format!("{}{bindings}{}", &self.sparql[..at], &self.sparql[at..]))
    }

    fn know_all<'v>(&self, mut given: impl Iterator<Item = &'v String>) -> Result<(), QuestionError> {
        let known: Vec<&str> = self.parameters.iter().map(|p| p.name.as_str()).collect();
        match given.find(|name| !known.contains(&name.as_str())) {
            None => Ok(()),
            Some(parameter) => Err(QuestionError::Parameter {
                question: self.name.clone(),
                parameter: parameter.clone(),
                known: if known.is_empty() { "none".to_owned() } else { known.join(", ") },
            }),
        }
    }
}

/// Finds a question by name.
///
/// # Errors
/// There is none of this name.
pub fn find<'q>(questions: &'q [Question], name: &str) -> Result<&'q Question, QuestionError> {
    questions.iter().find(|question| question.name == name).ok_or_else(|| QuestionError::Question {
        name: name.to_owned(),
        hint: did_you_mean(&suggest(name, questions.iter().map(|q| q.name.as_str()))),
    })
}

/// Where the outermost pattern of a query begins: behind the brace that follows WHERE, or the first brace.
fn body_start(sparql: &str) -> usize {
    let mut first = None;
    let mut is_where = false;
    let mut depth = 0_usize;
    let mut rest = sparql;
    while let Some(c) = rest.chars().next() {
        let at = sparql.len() - rest.len();
        let length = token_length(rest);
        match c {
            '{' if depth == 0 && is_where => return at + 1,
            '{' => {
                first = first.or(Some(at + 1));
                depth += 1;
            }
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 && rest[..length].eq_ignore_ascii_case("where") => is_where = true,
            _ => {}
        }
        rest = &rest[length..];
    }
    first.unwrap_or(sparql.len())
}

/// Length of the comment, IRI, string, word or character at the start of a non-empty text.
fn token_length(text: &str) -> usize {
    let first = text.chars().next().map_or(0, char::len_utf8);
    let until = |end: char| text[first..].find(end).map_or(text.len(), |at| first + at + end.len_utf8());
    match text.as_bytes()[0] {
        b'#' => until('\n'),
        b'<' => {
            let end = text.find(['>', ' ', '\n', '{']).unwrap_or(text.len());
            if text[end..].starts_with('>') { end + 1 } else { first }
        }
        quote @ (b'"' | b'\'') => string_length(text, char::from(quote)),
        byte if byte.is_ascii_alphabetic() => {
            text.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | ':' | '-')).unwrap_or(text.len())
        }
        _ => first,
    }
}

fn string_length(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Why a question cannot be asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuestionError {
    /// No question has this name.
    #[error("there is no question `{name}`{hint}; `demarche questions` lists them")]
    Question {
        /// What was typed.
        name: String,
        /// What may be meant.
        hint: String,
    },
    /// The question takes no such parameter.
    #[error("`{question}` has no parameter `{parameter}`; it takes: {known}")]
    Parameter {
        /// The question.
        question: String,
        /// What was typed.
        parameter: String,
        /// Its parameters.
        known: String,
    },
    /// A value is of another kind than the parameter takes.
    #[error("`{parameter}` takes {kind}, not `{value}`{hint}")]
    Kind {
        /// The parameter.
        parameter: String,
        /// What it takes.
        kind: String,
        /// What was typed.
        value: String,
        /// What is known of that, or what may be meant.
        hint: String,
    },
    /// A value names nothing.
    #[error(transparent)]
    Value(#[from] UnknownName),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sparql: &str, before: &str) {
        assert_eq!(&sparql[..body_start(sparql)], before);
    }

    #[test]
    fn the_body_begins_behind_where() {
        check("# {\nSELECT ?x { ?x a ?y }", "# {\nSELECT ?x {");
        check("PREFIX a: <http://b#> SELECT * WHERE { ?x ?y '{' }", "PREFIX a: <http://b#> SELECT * WHERE {");
        check("CONSTRUCT { ?x a ?y } where { ?x a ?y }", "CONSTRUCT { ?x a ?y } where {");
        check("ASK {{ SELECT * WHERE { ?x a ?y } }}", "ASK {");
    }

    #[test]
    fn a_header_names_title_and_parameters() {
        let parse = |text: &str| Question::parse(&SeedFile { name: "q/a.rq".into(), text: text.into() });
        let question = parse("# title: Who?\n# param: o = NATO\nSELECT * { ?s ?p ?o }").unwrap();
        assert_eq!((question.name.as_str(), question.title.as_str()), ("a", "Who?"));
        assert_eq!(question.parameters, [Parameter { name: "o".into(), kind: Kind::Any, default: "NATO".into() }]);
        let typed = parse("# title: Who?\n# param: o: Organisation = NATO\nSELECT * { ?s ?p ?o }").unwrap();
        assert_eq!(typed.parameters[0].kind, Kind::Entity("Organisation".into()));
        assert_eq!(parse("# title: Who?\n# param: x = 1\nASK {}").unwrap_err().line, 2);
        assert!(parse("ASK {}").is_err());
    }
}
