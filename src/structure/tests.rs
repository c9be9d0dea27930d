//! Whole documents in, parts and blocks out.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::document::Metadata;
use crate::ontology::Ontology;
use crate::seed::SeedFile;
use crate::sentence::sentences;

/// A few States, under invented names too, so that these tests need no seed file.
fn entities() -> &'static Entities {
    static ENTITIES: OnceLock<Entities> = OnceLock::new();
    ENTITIES.get_or_init(parse_entities)
}

fn parse_entities() -> Entities {
    let names = [
        ("CAN", "Canada"),
        ("CUB", "Cuba"),
        ("SLV", "El Salvador"),
        ("GEO", "Georgia"),
        ("DEU", "Germany"),
        ("NLD", "Netherlands"),
        ("PAN", "Panama"),
        ("PER", "Peru"),
        ("PRT", "Portugal"),
        ("QAT", "Qatar"),
        ("KOR", "Republic of Korea"),
        ("ESP", "Spain"),
        ("NOR", "Norway"),
        ("AGO", "Angola"),
        ("GBR", "United Kingdom of Great Britain and Northern Ireland"),
    ];
    let state = |(iso3, name): (&str, &str)| {
        format!("[[entity]]\nid = \"state/{iso3}\"\nclass = \"State\"\nname = \"{name}\"\niso3 = \"{iso3}\"\n")
    };
    let mut text: String = names.into_iter().map(state).collect();
    text += "[[entity]]\nid = \"organisation/european-union\"\nclass = \"State\"\nname = \"European Union\"\n";
    let ontology = SeedFile {
        name: "ontology.ttl".to_owned(),
        text: "@prefix dm: <https://w3id.org/demarche/ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n\
               @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . dm:State a owl:Class ; rdfs:label \"State\"@en .\n\
               dm:supports a dm:RelationType , owl:ObjectProperty ."
            .to_owned(),
    };
    let ontology = Ontology::parse(&ontology).unwrap();
    Entities::parse(&[SeedFile { name: "states.toml".to_owned(), text }], &ontology).unwrap()
}

fn document(text: &str, state: Option<&str>) -> Document {
    Document {
        id: "test".to_owned(),
        name: "test.txt".to_owned(),
        text: text.to_owned(),
        metadata: Metadata { state: state.map(str::to_owned), ..Metadata::default() },
        sha256: String::new(),
        n_bytes: text.len() as u64,
    }
}

/// Each block on a line: `H`, `P` or `I`, the number of its stem, its text.
fn show(structure: &Structure) -> String {
    let mut lines = Vec::new();
    let mut part = None;
    for block in &structure.blocks {
        if part != Some(block.part) {
            part = Some(block.part);
            let part = &structure.parts[block.part as usize];
            lines.push(format!("[{} {}]", part.key, part.submitted_by.as_deref().unwrap_or("-")));
        }
        let kind = match block.kind {
            BlockKind::Heading => 'H',
            BlockKind::Paragraph => 'P',
            BlockKind::Item => 'I',
        };
        let stem = block.stem.map(|stem| format!("<{stem}")).unwrap_or_default();
        lines.push(format!("{kind}{stem} {}", block.text.text()));
    }
    lines.join("\n")
}

/// The first and last words of a line.
fn outline(line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    match words.len() {
        0..=16 => line.to_owned(),
        n => format!("{} ... {}", words[..10].join(" "), words[n - 4..].join(" ")),
    }
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(show(&structure(&document(text, None), entities())), expected);
}

#[track_caller]
fn check_speech(text: &str, expected: &str) {
    let shown = show(&structure(&document(text, Some("NOR")), entities()));
    assert_eq!(shown, format!("[statement state/NOR]\n{expected}"));
}

#[test]
fn wrapped_lines_are_paragraphs() {
    check_speech(
        "I wish to congratulate the President on his\nelection. We are convinced that his poverty-\nreduction plan and the \
         Anti-\nPersonnel Convention will be of use to all.\nToday we meet.\nThe debate takes place after a long exchange of\nviews at \
         the level of experts in the Security\n12\n\nCouncil, which will mark a new era of peace in the\nworld of tomorrow.\n",
        "P I wish to congratulate the President on his election. We are convinced that his poverty-reduction plan and the \
         Anti-Personnel Convention will be of use to all.\nP Today we meet.\nP The debate takes place after a long exchange of views at \
         the level of experts in the Security Council, which will mark a new era of peace in the world of tomorrow.",
    );
}

#[test]
fn one_paragraph_a_line_with_pages_between() {
    check_speech(
        "The firm stance of the international\ncommunity was of great importance.\nPeace and security\nWe work in the enlarged United \
         Nations\n11 06-53323\nmission every day of the year.\n22 General Assembly - Forty-eighth session\nThe end is near.",
        "P The firm stance of the international community was of great importance.\nH Peace and security\nP We work in the enlarged \
         United Nations mission every day of the year.\nP The end is near.",
    );
}

#[test]
fn a_text_in_capitals_goes_on_without_lower_case() {
    check_speech(
        "MR. PRESIDENT,\n\nPEACE AND SECURITY ARE UNDER THREAT FROM\nTERRORISM AND CRIME. THIS STATE OF AFFAIRS DEMANDS\nACTION.\n",
        "H MR. PRESIDENT,\nP PEACE AND SECURITY ARE UNDER THREAT FROM TERRORISM AND CRIME. THIS STATE OF AFFAIRS DEMANDS ACTION.",
    );
}

#[test]
fn items_have_stems_and_lose_markers() {
    check_speech(
        "We are committed to the following:\n\n- (a) First things (e.g. \\$8 million);\n\n(b) Second things:\n- one\n- two\n\n(c) Third.\n\n\
         1.  We went on, tasked in particular with\n• Work\n• Rest\n2.  We stopped.\n14  Singapore also stopped.",
        "P We are committed to the following:\nI<0 First things (e.g. $8 million);\nI<0 Second things:\nI<2 one\nI<2 two\nI<0 Third.\n\
         P We went on, tasked in particular with\nI<6 Work\nI<6 Rest\nP We stopped.\nP Singapore also stopped.",
    );
}

#[test]
fn lines_after_a_colon_are_items_without_marker() {
    check_speech(
        "We call for the following:\nan end to war;\nrespect for law; and\npeace.\nThat is all.",
        "P We call for the following:\nI<0 an end to war;\nI<0 respect for law; and\nI<0 peace.\nP That is all.",
    );
}

#[test]
fn replies_are_parts_of_their_own() {
    check(
        "Seventieth session\n\nItem 93 of the provisional agenda*\n\nA title\n\nReport of the Secretary-General\n\nContents\n\nCanada\t2\n\n\
         I. Introduction\n\n1. The Assembly met.\n\nII. Replies received from Governments\n\nCanada\n\n[Original: English]\n[4 June 2015]\n\n\
         Canada agrees.\n\n**Norway**\n\n\\[Original: French\\]\n\nNorway\n\nagrees too.\n\nEuropean Union\n\n[30 May 2015]\n\nThe Union agrees.\n\n\
         Canada\n\n[Original: French]\n\nMore.\n",
        "[section/introduction -]\nP The Assembly met.\n[reply/CAN state/CAN]\nP Canada agrees.\n[reply/NOR state/NOR]\nP Norway agrees too.\n\
         [reply/european-union organisation/european-union]\nP The Union agrees.\n[reply/CAN-2 state/CAN]\nP More.",
    );
}

#[test]
fn speakers_are_found() {
    check(
        "Statement by H.E. Mr. X, Minister for Foreign Affairs of Norway\n\nWe agree.",
        "[statement state/NOR]\n\
         H Statement by H.E. Mr. X, Minister for Foreign Affairs of Norway\nP We agree.",
    );
    check("Mr. Santos (Angola) (spoke in French): We agree.", "[statement state/AGO]\nP We agree.");
    check(
        "The President: I call on Norway.\nMs. Lie (Norway): We agree.\nMr. Santos (Angola): So do we.\nMs. Lie (Norway): Good.",
        "[section/the-president -]\nP I call on Norway.\n[statement/NOR state/NOR]\nP We agree.\n[statement/AGO state/AGO]\nP So do we.\n\
         [statement/NOR-2 state/NOR]\nP Good.",
    );
    check("We agree.", "[statement -]\nP We agree.");
}

#[test]
fn the_seed_report_has_thirteen_replies() {
    let text = include_str!("../../seeds/documents/sg-report-2015-ict-replies.md");
    let found = structure(&document(text, None), entities());
    assert_eq!(found.session.as_deref(), Some("Seventieth session"));
    assert_eq!(found.agenda_item.as_deref(), Some("93"));
    assert!(found.title.as_ref().is_some_and(|title| title.starts_with("Developments in the field of")));
    let parts: Vec<String> = found
        .parts
        .iter()
        .map(|p| format!("{} {} {}", p.key, p.date.as_deref().unwrap_or("-"), p.language.as_deref().unwrap_or("-")))
        .collect();
    expect_test::expect_file!["tests/seed-parts.txt"].assert_eq(&(parts.join("\n") + "\n"));
    let shown = show(&found);
    let short: Vec<String> = shown.lines().map(outline).collect();
    expect_test::expect_file!["tests/seed-blocks.txt"].assert_eq(&(short.join("\n") + "\n"));
    assert!(shown.contains("which is the principal document outlining"));
    assert!(shown.contains("However, the following areas"));
    assert!(shown.contains("responsible behaviour of States; confidence-building"));
}

fn assert_sound(text: &str, state: Option<&str>) {
    let found = structure(&document(text, state), entities());
    for block in &found.blocks {
        let clean = block.text.text();
        assert!(!clean.is_empty() && clean.trim() == clean);
        let origin = block.text.origin(0, clean.len() as u32);
        assert!(text.get(origin.range()).is_some(), "{origin:?} of {text:?}");
        for sentence in sentences(clean) {
            assert!(clean.get(sentence.range()).is_some());
            assert!(text.get(block.text.origin(sentence.start, sentence.end).range()).is_some());
        }
    }
    let mut keys: Vec<&str> = found.parts.iter().map(|part| part.key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), found.parts.len());
}

/// Lines of the kinds that the modules look for, in any order.
fn any_line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Canada"),
        Just("[Original: English]"),
        Just("[4 June 2015]"),
        Just("Mr. Santos (Angola): We"),
        Just("12"),
        Just(""),
        Just("- (a) x:"),
        Just("(b) y;"),
        Just("\u{A0}\u{AD}é"),
        Just("a-"),
        Just("b \\$ [x](#) <i>é</i> **q**"),
        Just("II. Replies received"),
        Just("&nbsp;…."),
        Just("The President:"),
        Just("***"),
        Just("[[](("),
        Just("\u{C}"),
        Just("non\u{2011}x\u{A0}y“\u{A0}”"),
    ]
    .prop_map(str::to_owned)
}

proptest! {
    #[test]
    fn any_text_has_a_sound_structure(text in any::<String>(), state in any::<bool>()) {
        assert_sound(&text, state.then_some("CAN"));
    }

    #[test]
    fn any_lines_have_a_sound_structure(lines in prop::collection::vec(any_line(), 0..14), state in any::<bool>()) {
        assert_sound(&lines.join("\n"), state.then_some("CAN"));
    }
}
