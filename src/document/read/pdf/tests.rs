//! PDF files made for the purpose, and broken ones.

use std::fmt::Write;

use super::*;

/// A page with these words, each at a place in points and in a size.
fn file(words: &[(f64, f64, f64, &str)]) -> Vec<u8> {
    file_with(words, "", &[])
}

/// A page with these words, with more resources, and with objects numbered from 6.
fn file_with(words: &[(f64, f64, f64, &str)], resources: &str, more: &[&str]) -> Vec<u8> {
    let draw =
        |(x, y, size, text): &(f64, f64, f64, &str)| format!("BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n");
    let content: String = words.iter().map(draw).collect();
    let widths = vec!["500"; 95].join(" ");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>{resources}>>>>"
        ),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len() + 1),
        format!(
            "<</Type/Font/Subtype/TrueType/BaseFont/X/FirstChar 32/LastChar 126/Widths[{widths}]/Encoding/WinAnsiEncoding>>"
        ),
    ];
    let mut text = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    let more = more.iter().map(|object| (*object).to_owned());
    for (i, object) in objects.into_iter().chain(more).enumerate() {
        places.push(text.len());
        write!(text, "{} 0 obj\n{object}\nendobj\n", i + 1).unwrap();
    }
    let start = text.len();
    let table: String = places.iter().map(|at| format!("{at:010} 00000 n \n")).collect();
    let n = places.len() + 1;
    write!(
        text,
        "xref\n0 {n}\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size {n}>>\nstartxref\n{start}\n%%EOF\n"
    )
    .unwrap();
    text.into_bytes()
}

#[track_caller]
fn check(words: &[(f64, f64, f64, &str)], expected: &str) {
    assert_eq!(text(&file(words), &Limits::default()).unwrap().text, expected);
}

#[test]
fn paragraphs_are_told_by_their_gaps_and_indents() {
    check(
        &[
            (50.0, 700.0, 10.0, "The first line of a paragraph"),
            (50.0, 688.0, 10.0, "and the second that is as long"),
            (50.0, 676.0, 10.0, "and the third."),
            (50.0, 652.0, 10.0, "Another one that is as long as"),
            (62.0, 640.0, 10.0, "this one that is set in more"),
            (50.0, 628.0, 10.0, "than the one after it."),
            (62.0, 616.0, 10.0, "- An item that is set in as long"),
            (62.0, 604.0, 10.0, "as it goes."),
        ],
        "The first line of a paragraph\nand the second that is as long\nand the third.\n\n\
         Another one that is as long as\n    this one that is set in more\nthan the one after it.\n\
         - An item that is set in as long\nas it goes.\n",
    );
}

#[test]
fn columns_are_read_one_after_the_other() {
    let mut words = vec![(50.0, 720.0, 10.0, "A title that goes over the whole of the page, left and right, you see")];
    let rows = [
        "one of the left side is here",
        "two of the left side is here",
        "three of the left is here",
        "four of the left is here",
    ];
    for (i, row) in (0..).zip(rows) {
        words.push((50.0, 700.0 - 12.0 * f64::from(i), 10.0, row));
        words.push((250.0, 700.0 - 12.0 * f64::from(i), 10.0, "and so on, on the right side"));
    }
    let right = "and so on, on the right side\n".repeat(4);
    check(&words, &format!("{}\n{}\n{right}", words[0].3, rows.join("\n")));
}

#[test]
fn marks_of_notes_go_and_notes_follow_the_paragraph() {
    check(
        &[
            (50.0, 700.0, 10.0, "Canada joined the Convention"),
            (190.0, 704.0, 6.0, "12"),
            (194.0 + 6.0, 700.0, 10.0, "in the year 2015, and then"),
            (50.0, 688.0, 10.0, "on the 4"),
            (91.0, 692.0, 6.0, "th"),
            (100.5, 688.0, 10.0, "of June some more was said."),
            (50.0, 103.0, 5.0, "12"),
            (58.0, 100.0, 8.0, "Treaty Series, vol. 3."),
        ],
        "Canada joined the Convention in the year 2015, and then\non the 4th of June some more was said.\n\n12 Treaty Series, vol. 3.\n\n",
    );
}

#[test]
fn faults_are_told_apart() {
    let read = |bytes: Vec<u8>| guard::convert(bytes, &Limits::default(), None).map(|converted| converted.text);
    assert_eq!(read(file(&[(50.0, 700.0, 10.0, "12")])), Err(Fault::Empty));
    assert!(matches!(read(b"%PDF-1.7\nnothing".to_vec()), Err(Fault::Damaged(_))));
    // The library panics about a font that is not there.
    let broken = String::from_utf8(file(&[(50.0, 700.0, 10.0, "Some letters, more than ten")])).unwrap();
    assert!(matches!(read(broken.replace("/Font<</F ", "/Font<</G ").into_bytes()), Err(Fault::Damaged(_))));
    let small = Limits { text_bytes: 10, ..Limits::default() };
    assert_eq!(guard::convert(broken.into_bytes(), &small, None), Err(Fault::TooMuch));
}

#[test]
fn what_takes_too_long_is_left_alone() {
    let words = vec![(50.0, 700.0, 10.0, "Some letters, more than ten"); 2_000];
    let none = Limits { seconds: 0, ..Limits::default() };
    assert_eq!(guard::convert(file(&words), &none, None), Err(Fault::TooLong));
}

#[test]
fn a_picture_within_what_is_drawn_makes_a_scan() {
    const IMAGE: &str =
        "<</Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>stream\nx\nendstream";
    let form = |inner: &str| {
        format!(
            "<</Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Y {inner} 0 R/Z 6 0 R>>>>/Length 1>>stream\n \nendstream"
        )
    };
    let read = |words: &[_], image: &str| {
        let file = file_with(words, "/XObject<</X 6 0 R>>", &[&form("7"), &form("8"), image]);
        text(&file, &Limits::default()).map(|converted| converted.text)
    };
    let stamp = [(50.0, 700.0, 10.0, "A/70/172")];
    assert_eq!(read(&stamp, IMAGE), Err(Fault::NoText));
    assert_eq!(read(&stamp, "<</Subtype/Other/Length 1>>stream\nx\nendstream"), Ok("A/70/172\n".to_owned()));
    // A page of words with a picture on it is one of words.
    let words = [(50.0, 700.0, 10.0, "The emblem stands over this.")];
    assert_eq!(read(&words, IMAGE), Ok("The emblem stands over this.\n".to_owned()));
}
