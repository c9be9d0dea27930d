//! What the code promises of itself: each file says what it is for, imports go one way, files stay short,
//! and what the data files name is declared in the ontology.

use std::fs;
use std::path::{Path, PathBuf};

use demarche::extract::Extractor;
use demarche::lexicon::UNKNOWN;
use demarche::ontology::Ontology;
use demarche::seed::{SeedFile, SeedFiles};
use oxigraph::model::NamedOrBlankNode;
use oxttl::TurtleParser;
use toml::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const N_LINES: usize = 400;

#[test]
fn each_file_says_what_it_is_for() {
    no_fault(sources().iter().filter(|(_, text)| !text.starts_with("//!")).map(|(file, _)| file.clone()));
}

#[test]
fn no_file_is_long() {
    let too_long = |(_, text): &&(String, String)| text.lines().count() > N_LINES;
    no_fault(sources().iter().filter(too_long).map(|(file, _)| file.clone()));
}

#[test]
fn nothing_is_left_over() {
    let left = ["todo!", "dbg!", "FIXME", "unimplemented!"];
    let found = |text: &str| left.iter().any(|word| text.contains(word));
    no_fault(lines_of(&sources()).filter(|(_, line)| found(line)).map(|(place, _)| place));
}

#[test]
fn no_line_ends_with_space() {
    let folders = ["src", "tests", "benches", "examples", "seeds/rules", "seeds/entities", "ontology"];
    let mut files: Vec<_> = folders.iter().flat_map(|folder| files_in(&Path::new(ROOT).join(folder))).collect();
    let pages = ["Cargo.toml", "README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md"];
    files.extend(pages.map(|page| Path::new(ROOT).join(page)));
    let kinds = ["rs", "toml", "ttl", "rq", "md", "sh", "py"];
    let is_ours = |path: &PathBuf| path.extension().is_some_and(|kind| kinds.iter().any(|k| kind == *k));
    // Inputs of cases are what they are; in the word lists a space is the separator.
    let is_exempt = |name: &str| name.starts_with("tests/cases/") || name == "seeds/rules/language.toml";
    files.retain(|path| is_ours(path) && !is_exempt(&name(path)));
    let texts: Vec<_> = files.iter().map(|path| (name(path), read(path))).collect();
    no_fault(lines_of(&texts).filter(|(_, line)| line.ends_with([' ', '\t'])).map(|(place, _)| place));
}

#[test]
fn a_module_imports_only_modules_above_it() {
    let modules = modules();
    let position = |module: &str| modules.iter().position(|m| m == module);
    let mut faults = Vec::new();
    // Tests may look further down.
    let is_held = |file: &str| !file.starts_with("src/bin/") && file != "src/lib.rs" && !file.ends_with("/tests.rs");
    for (file, text) in sources().iter().filter(|(file, _)| is_held(file)) {
        let own = file.trim_start_matches("src/").split(['/', '.']).next().unwrap();
        let own_position = position(own).unwrap_or_else(|| panic!("`{file}` belongs to no module of src/lib.rs"));
        for imported in imports(text) {
            let at = position(&imported).unwrap_or_else(|| panic!("`{file}` imports `{imported}`: no module"));
            if at > own_position {
                faults.push(format!("{file} imports `{imported}`, which src/lib.rs declares below `{own}`"));
            }
        }
    }
    no_fault(faults.into_iter());
}

#[test]
fn only_the_program_knows_of_its_arguments() {
    let is_library = |file: &str| !file.starts_with("src/bin/");
    let found = |line: &str| line.contains("anyhow::") || line.contains("clap::");
    let sources: Vec<_> = sources().into_iter().filter(|(file, _)| is_library(file)).collect();
    no_fault(lines_of(&sources).filter(|(_, line)| found(line)).map(|(place, _)| place));
}

/// A word that the lexicon does not know is never met: a question for it would be in vain.
#[test]
fn the_lexicon_knows_every_word_that_the_code_asks_for() {
    let extractor = Extractor::new(&SeedFiles::embedded()).unwrap_or_else(|e| panic!("{e}"));
    let mut faults = Vec::new();
    for (file, text) in sources() {
        let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = code.split("#[cfg(test)]").next().unwrap();
        let constants = code.split("const ").filter_map(|item| item.split_once(": [&str;"));
        let locals =
            code.split("let ").filter_map(|item| item.split_once(" = [").filter(|(name, _)| !name.contains(' ')));
        let lists = constants.chain(locals).map(|(list, rest)| {
            let asked = ["is_one_of(", "is_word("].iter().any(|ask| arguments(code, ask).any(|a| a.contains(list)));
            if asked { rest.split("];").next().unwrap() } else { "" }
        });
        let asked = ["lexicon.is(", "is_one_of(", "is_word("].iter().flat_map(|ask| arguments(code, ask)).chain(lists);
        let words = asked.flat_map(|asked| asked.split('"').skip(1).step_by(2));
        let unknown = words.filter(|word| !word.contains(' ') && extractor.lexicon().word(word) == UNKNOWN);
        faults.extend(unknown.map(|word| format!("{file}: `{word}` is in no list of language.toml")));
    }
    no_fault(faults.into_iter());
}

/// What stands in the brackets of each call of `function` that names words.
fn arguments<'t>(code: &'t str, function: &'t str) -> impl Iterator<Item = &'t str> {
    code.split(function).skip(1).map(|rest| {
        let mut depth = 1;
        let end = rest.find(|c| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0
        });
        &rest[..end.unwrap_or(rest.len())]
    })
}

#[test]
fn the_ontology_declares_every_name_that_the_program_writes() {
    let vocab = read(&Path::new(ROOT).join("src/vocab.rs"));
    let (_, own) = vocab.split_once("pub mod dm {").unwrap();
    let names: Vec<&str> = own.lines().filter_map(|line| line.split_once(": &str = \"")?.1.split('"').next()).collect();
    assert!(names.len() > 40, "{names:?}");
    let declared = declared();
    no_fault(names.into_iter().filter(|name| !declared.contains(&(*name).to_owned())).map(str::to_owned));
}

#[test]
fn the_ontology_declares_every_name_in_the_seeds() {
    let ontology = ontology();
    let mut faults = Vec::new();
    for path in files_in(&Path::new(ROOT).join("seeds")).iter().filter(|p| p.extension().is_some_and(|e| e == "toml")) {
        let value: Value = toml::from_str(&read(path)).unwrap();
        let mut unknown = |key: &str, name: &str| {
            let is_known = match key {
                "relation" => ontology.relation(name).is_some(),
                _ => ontology.has_class(name),
            };
            if !is_known {
                faults.push(format!("{}: {key} `{name}`", self::name(path)));
            }
        };
        each_name(&value, &mut unknown);
    }
    no_fault(faults.into_iter());
}

/// Hands on each value of `relation`, `class` and `object`.
fn each_name(value: &Value, take: &mut impl FnMut(&str, &str)) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                match value {
                    Value::String(name) if key == "relation" || key == "class" => take(key, name),
                    Value::Array(names) if key == "object" => {
                        names.iter().filter_map(Value::as_str).for_each(|name| take(key, name));
                    }
                    other => each_name(other, take),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| each_name(value, take)),
        _ => {}
    }
}

fn ontology() -> Ontology {
    let text = read(&Path::new(ROOT).join("ontology/ontology.ttl"));
    Ontology::parse(&SeedFile { name: "ontology.ttl".to_owned(), text }).unwrap()
}

/// Local names of what the ontology says something of.
fn declared() -> Vec<String> {
    let text = read(&Path::new(ROOT).join("ontology/ontology.ttl"));
    let subjects = TurtleParser::new().for_slice(&text).map(|triple| triple.unwrap().subject);
    let local = |subject| match subject {
        NamedOrBlankNode::NamedNode(node) => Some(node.as_str().strip_prefix(demarche::vocab::NS)?.to_owned()),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    subjects.filter_map(local).collect()
}

/// The modules of the library, in the order in which it declares them.
fn modules() -> Vec<String> {
    let text = read(&Path::new(ROOT).join("src/lib.rs"));
    text.lines().filter_map(|line| Some(line.strip_prefix("pub mod ")?.trim_end_matches(';').to_owned())).collect()
}

/// The modules that `crate::name` and `crate::{name, …}` name.
fn imports(text: &str) -> Vec<String> {
    let word = |text: &str| text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("").to_owned();
    let mut found = Vec::new();
    for (_, rest) in text.match_indices("crate::").map(|(at, path)| text.split_at(at + path.len())) {
        match rest.strip_prefix('{') {
            None => found.push(word(rest)),
            Some(list) => found.extend(list.split('}').next().unwrap_or("").split(',').map(|name| word(name.trim()))),
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

/// The Rust files of the project with their names, sorted.
fn sources() -> Vec<(String, String)> {
    let is_rust = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "rs");
    let files = files_in(&Path::new(ROOT).join("src")).into_iter().filter(is_rust);
    files.map(|path| (name(&path), read(&path))).collect()
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files_in(&path) } else { vec![path] }).collect()
}

fn name(path: &Path) -> String {
    path.strip_prefix(ROOT).unwrap().display().to_string()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn lines_of(files: &[(String, String)]) -> impl Iterator<Item = (String, &str)> {
    files
        .iter()
        .flat_map(|(file, text)| text.lines().enumerate().map(move |(i, line)| (format!("{file}:{}", i + 1), line)))
}

#[track_caller]
fn no_fault(faults: impl Iterator<Item = String>) {
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
