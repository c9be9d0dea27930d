//! Word files put together part by part.

use std::io::Write;

use expect_test::{Expect, expect};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

/// A zip file with these parts.
fn file(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!("<?xml version='1.0'?><w:document xmlns:w='w'><w:body>{body}</w:body></w:document>")
}

fn fault(parts: &[(&str, &str)], limits: &Limits) -> String {
    format!("{:?}", convert(&file(parts), limits).unwrap_err())
}

#[test]
fn headings_numbers_and_notes_are_kept() {
    const STYLES: &str = "<w:styles><w:style w:styleId='B'><w:name w:val='heading 2'/></w:style>
        <w:style w:styleId='C'><w:basedOn w:val='B'/></w:style>
        <w:style w:styleId='D'><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style></w:styles>";
    const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId='1'>
        <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>
        <w:lvl w:ilvl='1'><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl></w:abstractNum>
        <w:num w:numId='7'><w:abstractNumId w:val='1'/></w:num>
        <w:num w:numId='8'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>
        </w:numbering>";
    const NOTES: &str = "<w:footnotes><w:footnote w:type='separator' w:id='0'><w:p><w:t>--</w:t></w:p></w:footnote>
        <w:footnote w:id='2'><w:p><w:r><w:t>See resolution 69/28.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let item = |list: u32, level: u32, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        "<w:p><w:pPr><w:pStyle w:val='C'/></w:pPr><w:r><w:t>Can</w:t></w:r><w:r><w:t>ada</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>[4 June</w:t><w:br/><w:t>2015]</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del></w:p>",
        &item(7, 0, "one"),
        &item(7, 1, "a &amp; b&#x21;&unknown;"),
        &item(7, 1, "b"),
        "<w:p><w:pPr><w:pStyle w:val='D'/></w:pPr><w:r><w:t>two</w:t></w:r></w:p>",
        &item(8, 0, "five"),
        &item(0, 0, "none"),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t><w:tab/><w:t>y</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    ]
    .concat();
    let parts = [
        ("_rels/.rels", "<R><Relationship Type='http://x/officeDocument' Target='/w/main.xml'/></R>"),
        ("w/main.xml", &document(&body)),
        ("w/styles.xml", STYLES),
        ("w/numbering.xml", NUMBERING),
        ("w/footnotes.xml", NOTES),
    ];
    check(
        &parts,
        expect![[r#"
            # Canada

            [4 June
            2015]

            See resolution 69/28.

            1. one
            (a) a & b!
            (b) b
            2. two

            5. five

            none

            x	y
        "#]],
    );
}

#[track_caller]
fn check(parts: &[(&str, &str)], expected: Expect) {
    expected.assert_eq(&convert(&file(parts), &Limits::default()).unwrap().text);
}

#[test]
fn faults_are_told_apart() {
    let limits = Limits::default();
    assert!(fault(&[("xl/workbook.xml", "")], &limits).contains("without the text of a Word file"));
    assert!(fault(&[("word/document.xml", "<w:p><w:")], &limits).starts_with("Damaged"));
    assert!(format!("{:?}", convert(b"PK\x03\x04nothing", &limits).unwrap_err()).starts_with("Damaged"));
    // A megabyte of one letter is a kilobyte in the file.
    let bomb = document(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "a".repeat(1 << 20)));
    let small = Limits { file_bytes: 1 << 16, ..limits };
    assert!(file(&[("word/document.xml", &bomb)]).len() < 1 << 14);
    assert_eq!(fault(&[("word/document.xml", &bomb)], &small), "TooMuch");
    assert_eq!(fault(&[("word/document.xml", &bomb)], &Limits { text_bytes: 1 << 16, ..limits }), "TooMuch");
}

#[test]
fn entities_that_a_file_declares_are_not_expanded() {
    let body = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><w:p><w:r><w:t>x&b;y</w:t></w:r></w:p>";
    check(
        &[("word/document.xml", body)],
        expect![[r#"
            xy
        "#]],
    );
}

#[test]
fn boxes_of_text_follow_the_paragraph_that_they_hang_on() {
    let text = |words: &str| format!("<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>");
    let boxed = |inner: &str| {
        format!("<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>")
    };
    let note = "<w:r><w:footnoteReference w:id='2'/></w:r>";
    let inner = format!("<w:p>{}{}</w:p><w:p>{}</w:p>", text("Beside it."), boxed(&text("Within.")), text("More."));
    let twice = format!(
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        boxed(&inner),
        boxed(&inner)
    );
    let body = format!(
        "<w:p>{}{note}{twice}{}</w:p><w:p>{}</w:p>",
        text("Canada joined "),
        text("the Forum."),
        text("Then it left.")
    );
    let notes = "<w:footnotes><w:footnote w:id='2'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    check(
        &[("word/document.xml", &document(&body)), ("word/footnotes.xml", notes)],
        expect![[r#"
            Canada joined the Forum.

            Beside it.

            Within.

            More.

            A note.

            Then it left.
        "#]],
    );
    // One that is not closed is not lost.
    check(
        &[("word/document.xml", &format!("<w:p>{}<w:txbxContent><w:p>{}", text("Out."), text("In.")))],
        expect![[r#"
            Out.

            In.
        "#]],
    );
}

#[test]
fn what_was_changed_is_read_as_it_is_now() {
    let body = "<w:p><w:r><w:t>Canada </w:t></w:r><w:del w:id='1'><w:r><w:delText>left</w:delText></w:r></w:del>\
                <w:ins w:id='2'><w:r><w:t>joined</w:t></w:r></w:ins><w:moveFrom w:id='3'><w:r><w:t> yesterday</w:t></w:r></w:moveFrom>\
                <w:r><w:t> it</w:t></w:r><w:moveTo w:id='3'><w:r><w:t> in 2015</w:t></w:r></w:moveTo><w:r><w:t>.</w:t></w:r></w:p>";
    check(
        &[("word/document.xml", &document(body))],
        expect![[r#"
        Canada joined it in 2015.
    "#]],
    );
}
