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
    check(
        &[("a.txt", b"ab\xFF")],
        "",
        &[
            "`a.txt` is not UTF-8 at byte 2: save it as UTF-8 text; a program that does so is `iconv -f WINDOWS-1252 -t UTF-8`",
        ],
    );
    check(&[("a.txt", b" \n")], "", &["`a.txt` holds no text: remove it from the inputs"]);
    for name in ["a.txt", "a.html", "a.docx", "a.pdf", "a.jsonl"] {
        check(&[(name, b"")], "", &[&format!("`{name}` holds no text: remove it from the inputs")]);
    }
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
        &["`a.rtf` is a Rich Text file: save it as .docx, .pdf, .html, .txt or .jsonl"],
    );
    check(
        &[("a.doc", b"x")],
        "a.doc",
        &["`a.doc` is of a kind that is not read: save it as .docx, .pdf, .html, .txt or .jsonl"],
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
fn what_is_packed_is_read_by_its_name() {
    let files: [(&str, &[u8]); 3] = [("a.txt", b"A"), ("b.xlsx", b"PK\x03\x04"), ("c.docm", b"PK\x03\x04")];
    let read = read(&files, "");
    assert_eq!((read.len(), read[0].as_str()), (2, "a \"A\""));
    assert!(read[1].starts_with("`c.docm` cannot be read as DOCX"), "{read:?}");
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

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn utf16_is_read_with_its_mark_and_without() {
    let text = "Côte d’Ivoire joined.";
    for bytes in [utf16(text, u16::to_le_bytes), utf16(text, u16::to_be_bytes)] {
        check(&[("a.txt", &bytes)], "", &["a \"Côte d’Ivoire joined.\""]);
    }
    let marked = utf16("\u{FEFF}Côte d’Ivoire joined.", u16::to_le_bytes);
    check(&[("a.txt", &marked)], "", &["a \"Côte d’Ivoire joined.\""]);
    check(&[("a.html", &utf16("<p>Côte d’Ivoire joined.", u16::to_le_bytes))], "", &["a \"Côte d’Ivoire joined.\\n\""]);
    let cut = &marked[..marked.len() - 1];
    check(&[("a.txt", cut)], "", &["`a.txt` is UTF-16, and not whole: save it as UTF-8 text"]);
    let lines = utf16("\u{FEFF}{\"id\":\"a\",\"text\":\"A\"}\n{\"id\":\"b\",\"text\":\"B\"}\n", u16::to_le_bytes);
    check(&[("a.jsonl", &lines)], "", &["a.jsonl:1: this is UTF-16: save it as UTF-8"]);
}

#[test]
fn a_page_of_frames_says_what_to_save() {
    let page = b"<html><frameset cols='20%,80%'><frame src=menu.html><frame src=text.html></frameset>";
    let says = "`a.html` holds no text: if it is made of frames or by a script, save what the browser shows, else remove \
                it from the inputs";
    check(&[("a.html", page)], "", &[says]);
}

#[test]
fn manifests_are_read_as_spreadsheets_write_them() {
    for table in ["id;path;title\nx;a.txt;A, or B\n", "id\tpath\ttitle\r\nx\ta.txt\tA, or B\r\n"] {
        check(&[("manifest.csv", table.as_bytes()), ("a.txt", b"A")], "", &["x \"A\""]);
        let marked = utf16(&format!("\u{FEFF}{table}"), u16::to_le_bytes);
        check(&[("manifest.csv", &marked), ("a.txt", b"A")], "", &["x \"A\""]);
    }
    let missing = "manifest.csv:1: no column `path`: name the columns in the first line";
    check(&[("manifest.csv", b"file,id\na.txt,x\n"), ("a.txt", b"A")], "", &[missing, "a \"A\""]);
    let twice = b"path,id\na.txt,x\na.txt,y\n";
    let read = read(&[("manifest.csv", twice), ("a.txt", b"A")], "");
    assert!(read[0].ends_with("a.txt` stands on line 2 as well: leave one of them out"), "{read:?}");
    assert_eq!(read[1], "x \"A\"");
    let latin = read_latin();
    assert_eq!(latin, ["manifest.csv:2: this is not UTF-8: save the table as UTF-8", "a \"A\""]);
}

fn read_latin() -> Vec<String> {
    read(&[("manifest.csv", b"path,title\na.txt,caf\xE9\n"), ("a.txt", b"A")], "")
}

#[test]
fn without_inputs_a_manifest_names_them() {
    let folder = folder(&[("m.csv", b"path,id\nb/b.txt,second\na.txt,\n"), ("a.txt", b"A"), ("b/b.txt", b"B")]);
    let manifest = folder.path().join("m.csv");
    let ids = |inputs: &[PathBuf]| -> (Vec<String>, usize) {
        let found = expand(inputs, Some(&manifest)).unwrap();
        (found.sources.iter().flat_map(Source::documents).map(|it| it.unwrap().id).collect(), found.unused.len())
    };
    assert_eq!(ids(&[]), (vec!["second".to_owned(), "a".to_owned()], 0));
    assert_eq!(ids(&[folder.path().join("b")]), (vec!["second".to_owned()], 1));
}

#[test]
fn what_was_built_is_no_input() {
    let begun: [(&str, &[u8]); 4] =
        [("a.txt", b"A"), ("g/.lock", b""), ("g/texts/b.txt", b"B"), ("g/documents/b.nq", b"")];
    check(&begun, "", &["a \"A\""]);
    let exports: [(&str, &[u8]); 5] =
        [("a.txt", b"A"), ("e/graph.nq", b""), ("e/graph.gexf", b""), ("e/graph.html", b"<p>B"), ("e/links.csv", b"")];
    check(&exports, "", &["a \"A\""]);
}

#[cfg(unix)]
#[test]
fn links_are_followed_once_and_pipes_in_folders_left_out() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("in/a.txt", b"A"), ("other/b.txt", b"B")]);
    let input = folder.path().join("in");
    symlink("..", input.join("circle")).unwrap();
    symlink("../other", input.join("other")).unwrap();
    symlink("nowhere.txt", input.join("none.txt")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(input.join("pipe.txt")).status().unwrap().success());
    let found = expand(std::slice::from_ref(&input), None).unwrap();
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    assert_eq!(found.skipped, [input.join("pipe.txt")]);
    let read: Vec<_> = found.sources.iter().flat_map(Source::documents).map(|it| it.map(|it| it.id).ok()).collect();
    assert_eq!(read, [Some("a".to_owned()), Some("b".to_owned()), None]);
    // A folder that holds nothing but the way back to itself is as good as empty.
    let alone = folder.path().join("alone");
    std::fs::create_dir(&alone).unwrap();
    symlink(".", alone.join("self")).unwrap();
    let problems = expand(&[alone], None).unwrap().problems;
    assert!(matches!(problems[..], [ReadError::NoDocuments { .. }]), "{problems:?}");
    // Named twice, a folder is there once.
    let twice = expand(&[input.join("other"), folder.path().join("other")], None).unwrap();
    assert_eq!((twice.sources.len(), twice.problems.len()), (1, 0));
}

/// What becomes of bytes that come through a pipe of this name.
#[cfg(unix)]
fn through_pipe(name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join(name);
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let (to, bytes) = (pipe.clone(), bytes.to_vec());
    let writer = std::thread::spawn(move || {
        let mut pipe = File::options().write(true).open(to).unwrap();
        // In two pieces, as programs write.
        let (first, rest) = bytes.split_at(bytes.len() / 3);
        pipe.write_all(first).and_then(|()| pipe.write_all(rest))
    });
    let found = expand(&[pipe], None).unwrap();
    let show = |read: Result<Document, ReadError>| {
        read.map_or_else(|e| e.to_string(), |it| format!("{} {:?}", it.id, it.text))
    };
    let read = found.sources.iter().flat_map(Source::documents).map(show).collect();
    // Whoever reads may have had enough.
    let _ = writer.join().unwrap();
    read
}

#[cfg(unix)]
#[test]
fn a_pipe_is_read_once_from_its_beginning() {
    let long = format!("Canada. {}", "word ".repeat(4000));
    assert_eq!(through_pipe("speech", long.as_bytes()), [format!("speech {long:?}")]);
    assert_eq!(through_pipe("a.html", b"<p>Canada."), ["a \"Canada.\\n\""]);
    let lines = b"{\"id\":\"a\",\"text\":\"A\"}\n{\"id\":\"b\",\"text\":\"B\"}\n";
    assert_eq!(through_pipe("x", lines), ["a \"A\"", "b \"B\""]);
    let gzip = |bytes: &[u8]| {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(bytes).unwrap();
        gzip.finish().unwrap()
    };
    assert_eq!(through_pipe("x", &gzip(lines)), ["a \"A\"", "b \"B\""]);
    let report = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/formats/protected.pdf")).unwrap();
    assert!(through_pipe("x", &report)[0].starts_with("x \"Canada joined"));
}

#[test]
fn what_is_cut_off_is_named_after_what_came_before_it() {
    let mut lines = String::new();
    for n in 0..3000 {
        use std::fmt::Write as _;
        writeln!(lines, "{{\"id\":\"{n}\",\"text\":\"Text {} of many.\"}}", n * 7919).unwrap();
    }
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(lines.as_bytes()).unwrap();
    let packed =
        [("a.jsonl.gz", gzip.finish().unwrap()), ("a.jsonl.zst", zstd::encode_all(lines.as_bytes(), 1).unwrap())];
    for (name, bytes) in packed {
        let read = read(&[(name, &bytes[..bytes.len() / 2])], "");
        let expected = format!("`{name}` cannot be read: check its permissions and that it is complete");
        assert_eq!(read.last(), Some(&expected));
        assert!(read.len() < 3000 && read[..read.len() - 1].iter().all(|it| it.contains("of many.")), "{name}");
    }
}
