//! Files in a folder of their own, read back.

use std::io::Write;

use super::*;

/// A folder with files of these names and contents.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    folder
}

/// Everything that a folder yields: ids and texts, or messages, without the folder's own name.
fn read(files: &[(&str, &[u8])], input: &str) -> Vec<String> {
    let folder = folder(files);
    let inputs = expand(&[folder.path().join(input)], None).unwrap();
    let here = format!("{}/", folder.path().display());
    let show = |result: Result<Document, ReadError>| match result {
        Ok(document) => format!("{} {:?}", document.id, document.text),
        Err(error) => error.to_string().replace(&here, ""),
    };
    let problems = inputs.problems.into_iter().map(|e| show(Err(e)));
    problems.chain(inputs.sources.iter().flat_map(Source::documents).map(show)).collect()
}

#[track_caller]
fn check(files: &[(&str, &[u8])], input: &str, expected: &[&str]) {
    assert_eq!(read(files, input), expected);
}

#[test]
fn folders_are_read_in_order_with_their_manifest() {
    let files: [(&str, &[u8]); 7] = [
        ("b.md", b"B"),
        ("A b.txt", b"\xEF\xBB\xBFA\r\n"),
        ("sub/c.text", b"C"),
        (".hidden.txt", b"H"),
        ("image.png", b"P"),
        ("manifest.csv", b"note,path,id,state\nx,b.md,second,CAN\ny,sub/c.text,,\n"),
        ("d.jsonl", b"{\"id\":\"d1\",\"text\":\"D\\u0085E\",\"more\":1}\n\n{\"id\":2,\"text\":\"F\",\"date\":2015}"),
    ];
    check(&files, "", &["a-b \"A\\r\\n\"", "second \"B\"", "d1 \"D\\u{85}E\"", "2 \"F\"", "c \"C\""]);
    let folder = folder(&files);
    let inputs = expand(&[folder.path().to_owned(), folder.path().join("b.md")], None).unwrap();
    assert_eq!((inputs.sources.len(), inputs.skipped.len()), (4, 1));
    let second = inputs.sources[1].documents().next().unwrap().unwrap();
    assert_eq!(second.metadata.state.as_deref(), Some("CAN"));
    assert_eq!((second.n_bytes, &second.sha256[..8]), (1, "df7e70e5"));
}

#[test]
fn compressed_lines_are_read() {
    let line = b"{\"id\":\"z\",\"text\":\"Z\"}\n";
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(line).unwrap();
    let (gzip, zstd) = (gzip.finish().unwrap(), zstd::encode_all(&line[..], 1).unwrap());
    check(&[("a.jsonl.gz", &gzip)], "", &["z \"Z\""]);
    check(&[("a.jsonl.zst", &zstd)], "", &["z \"Z\""]);
}

#[test]
fn faults_name_the_place_and_the_cure() {
    check(&[("a.txt", b"ab\xFF")], "", &["`a.txt` is not UTF-8 at byte 2: save it as UTF-8 text"]);
    check(&[("a.txt", b" \n")], "", &["`a.txt` holds no text: remove it from the inputs"]);
    check(&[], "none.txt", &["`none.txt` does not exist: check the path"]);
    check(
        &[("a.pdf", b"x")],
        "a.pdf",
        &[
            "`a.pdf` cannot be read as PDF (couldn't parse input: invalid file header): open it in a program and save it anew",
        ],
    );
    check(
        &[("a.rtf", b"{\\rtf1 x}")],
        "a.rtf",
        &["`a.rtf` is a Rich Text file: save it as .docx, .pdf, .html or .txt"],
    );
    check(
        &[("a.doc", b"x")],
        "a.doc",
        &["`a.doc` is of a kind that is not read: save it as .docx, .pdf, .html or .txt"],
    );
    assert!(read(&[("in/a.png", b"x")], "in")[0].contains("`in` holds no document (1 file of other kinds)"));
    check(
        &[("a.jsonl", b"{\"text\":\"x\"}\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"x\",\"state\":\"Canada\"}\nx\n{\"id\":\"e\",\"text\":\"E\"}")],
        "",
        &[
            "a.jsonl:1: no `id`: give each line a string that no other has",
            "a.jsonl:2: no `text` in `b`: give each line the text of its document",
            "a.jsonl:3: `state` is `Canada`: write an ISO 3166-1 alpha-3 code, such as `CAN`",
            "a.jsonl:4: no JSON object with strings (expected value, column 1): one object a line",
            "e \"E\"",
        ],
    );
    check(
        &[("manifest.csv", b"path,state\na.txt,can\nb.txt,\n"), ("a.txt", b"A")],
        "",
        &[
            "manifest.csv:2: `state` is `can`: write an ISO 3166-1 alpha-3 code, such as `CAN`",
            "manifest.csv:3: `b.txt` does not exist: paths start from the manifest's folder",
            "a \"A\"",
        ],
    );
}

#[test]
fn one_id_is_one_document() {
    let folder = folder(&[("a.txt", b"A"), ("sub/a.txt", b"A")]);
    let inputs = expand(&[folder.path().to_owned()], None).unwrap();
    let mut ids = Ids::default();
    let admitted: Vec<bool> = inputs
        .sources
        .iter()
        .flat_map(Source::documents)
        .map(|document| ids.admit(&document.unwrap()).is_ok())
        .collect();
    assert_eq!(admitted, [true, false]);
}

#[test]
fn a_named_manifest_must_be_there() {
    assert!(matches!(expand(&[], Some(Path::new("none.csv"))), Err(ReadError::Missing { .. })));
}

#[test]
fn an_input_that_vanishes_is_named() {
    let folder = folder(&[("a.txt", b"A")]);
    let inputs = expand(&[folder.path().to_owned()], None).unwrap();
    std::fs::remove_file(folder.path().join("a.txt")).unwrap();
    let read = inputs.sources[0].documents().next().unwrap();
    assert!(matches!(read, Err(ReadError::Missing { .. })), "{read:?}");
}

#[test]
fn a_graph_within_the_inputs_is_no_input() {
    let files: [(&str, &[u8]); 4] =
        [("a.txt", b"A"), ("g/ontology.nq", b""), ("g/entities.nq", b""), ("g/texts/b.txt", b"B")];
    check(&files, "", &["a \"A\""]);
}

#[test]
fn lines_of_hostile_json_are_faults_of_their_own() {
    let lines = "{\"id\":\"a\",\"text\":\"\\ud800\"}\n{\"id\":\"b\",\"text\":\"\\u0000\\u202ee\\u0301\"}\n[[[[[[\n";
    let read = read(&[("a.jsonl", lines.as_bytes())], "");
    assert!(read[0].starts_with("a.jsonl:1: no JSON object"), "{read:?}");
    assert_eq!(read[1], "b \"\\0\\u{202e}e\\u{301}\"");
    assert!(read[2].starts_with("a.jsonl:3: "), "{read:?}");
}
