//! Web pages: their text, block by block. Headings, items and their numbers keep their marks; what is not the page's own
//! text - scripts, navigation, the head and foot of the site - is left out. Reads tokens, not a tree: no
//! nesting is too deep, and any bytes are a page.

mod decode;
mod site;

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use self::site::{attribute, is_block, is_language, is_paragraph, is_void};
use super::Converted;
use super::lines::{Lines, number};

/// Lists and other open elements that are kept in mind; those further in are as their parents.
const DEEPEST: usize = 256;

/// The text of a page.
pub fn convert(bytes: &[u8]) -> Converted {
    let page = decode::decode(bytes);
    let tokenizer = Tokenizer::new(Page::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(&page));
    // The sink never asks for scripts to be run: one call reads it all.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.state.into_inner().finish()
}

#[derive(Default)]
struct Page {
    state: RefCell<State>,
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::CharacterTokens(text) => state.text(&text),
            Token::NullCharacterToken => {}
            Token::TagToken(tag) => {
                state.tag(&tag);
                if tag.kind == TagKind::StartTag && !tag.self_closing {
                    return match &*tag.name {
                        "script" | "style" | "noscript" | "iframe" | "noframes" | "xmp" => {
                            TokenSinkResult::RawData(RawKind::Rawtext)
                        }
                        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                        _ => TokenSinkResult::Continue,
                    };
                }
            }
            Token::CommentToken(_) | Token::DoctypeToken(_) | Token::EOFToken | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

/// An open list.
struct List {
    /// `1`, `a`, `A`, `i`, `I`; none where its items carry dashes.
    format: Option<char>,
    next: u32,
}

#[derive(Default)]
struct State {
    lines: Lines,
    title: String,
    language: Option<String>,
    in_title: bool,
    /// The element whose content is left out, and how many of its name are open.
    skipped: Option<(String, usize)>,
    lists: Vec<List>,
    /// How many `pre` are open.
    n_pre: usize,
    /// How many `main` or `article` are open: their heads and feet are their own.
    n_main: usize,
    /// Bytes of the outermost `main`.
    main: Option<(usize, Option<usize>)>,
    /// Where the open `sup` begins.
    note: Option<usize>,
}

impl State {
    fn text(&mut self, text: &str) {
        if self.in_title {
            self.title.push_str(text);
        } else if self.skipped.is_some() {
        } else if self.n_pre > 0 {
            self.lines.verbatim(text);
        } else {
            self.lines.flow(text);
        }
    }

    fn tag(&mut self, tag: &Tag) {
        let is_start = tag.kind == TagKind::StartTag;
        let name = &*tag.name;
        if name == "title" {
            self.in_title = is_start && self.title.is_empty() && self.skipped.is_none();
            return;
        }
        if let Some((skipped, n_open)) = &mut self.skipped {
            if skipped == name {
                *n_open = if is_start { *n_open + 1 } else { *n_open - 1 };
                if *n_open == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        match is_start {
            true if site::is_left_out(tag, self.n_main > 0) => {
                if !tag.self_closing && !is_void(name) {
                    self.skipped = Some((name.to_owned(), 1));
                }
            }
            true => self.open(tag),
            false => self.close(name),
        }
    }

    fn open(&mut self, tag: &Tag) {
        match &*tag.name {
            "html" => self.language = attribute(tag, "lang").filter(|tag| is_language(tag)),
            "br" => self.lines.end_line(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.lines.end_paragraph();
                self.lines.mark("# ");
            }
            "ol" | "ul" | "menu" => self.open_list(tag),
            "li" => self.open_item(tag),
            "pre" => {
                self.lines.end_paragraph();
                self.n_pre += 1;
            }
            "main" | "article" => {
                self.lines.end_paragraph();
                self.n_main += 1;
                if &*tag.name == "main" && self.main.is_none() {
                    self.main = Some((self.lines.len(), None));
                }
            }
            "sup" => self.note = Some(self.lines.len()),
            "td" | "th" => self.lines.end_line(),
            name if is_paragraph(name) => self.lines.end_paragraph(),
            name if is_block(name) => self.lines.end_line(),
            _ => {}
        }
    }

    fn open_list(&mut self, tag: &Tag) {
        if self.lists.is_empty() {
            self.lines.end_paragraph();
        } else {
            self.lines.end_line();
        }
        if self.lists.len() >= DEEPEST {
            return;
        }
        let format = attribute(tag, "type").and_then(|kind| kind.chars().next()).filter(|kind| "aAiI".contains(*kind));
        let format = (&*tag.name == "ol").then(|| format.unwrap_or('1'));
        let next = attribute(tag, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        self.lists.push(List { format, next });
    }

    fn open_item(&mut self, tag: &Tag) {
        let Some(list) = self.lists.last_mut() else { return self.lines.mark("- ") };
        let n = attribute(tag, "value").and_then(|value| value.trim().parse().ok()).unwrap_or(list.next);
        list.next = n.saturating_add(1);
        let marker = match list.format {
            None => "- ".to_owned(),
            Some(format @ ('a' | 'i')) => format!("({}) ", number(n, format)),
            Some(format) => format!("{}. ", number(n, format)),
        };
        self.lines.mark(&marker);
    }

    fn close(&mut self, name: &str) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.lines.unmark();
                self.lines.end_paragraph();
            }
            "ol" | "ul" | "menu" => {
                self.lists.pop();
                match self.lists.is_empty() {
                    true => self.lines.end_paragraph(),
                    false => self.lines.end_line(),
                }
            }
            "li" => {
                self.lines.unmark();
                self.lines.end_line();
            }
            "pre" => {
                self.n_pre = self.n_pre.saturating_sub(1);
                self.lines.end_paragraph();
            }
            "main" | "article" => {
                self.lines.end_paragraph();
                self.n_main = self.n_main.saturating_sub(1);
                if let (0, Some((_, end @ None))) = (self.n_main, &mut self.main) {
                    *end = Some(self.lines.len());
                }
            }
            "sup" => self.close_note(),
            name if is_paragraph(name) => self.lines.end_paragraph(),
            name if is_block(name) => self.lines.end_line(),
            _ => {}
        }
    }

    /// Takes back the sign of a note: `12`, `[3]`, `*`; not the 2 of a square.
    fn close_note(&mut self) {
        let Some(start) = self.note.take() else { return };
        let sign = self.lines.since(start).trim();
        let is_sign = sign.len() <= 5 && sign.chars().all(|c| c.is_ascii_digit() || "[]()*†‡ ,".contains(c));
        if is_sign && !sign.is_empty() {
            self.lines.take_back(start);
        }
    }

    fn finish(self) -> Converted {
        let main = self.main.map(|(start, end)| (start, end.unwrap_or(self.lines.len())));
        let mut text = self.lines.finish();
        // A `main` that is a small part of the page is not what it says.
        if let Some((start, end)) = main.filter(|(start, end)| (end - start) * 3 > text.len())
            && let Some(own) = text.get(start..end)
        {
            text = format!("{}\n", own.trim());
        }
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        Converted { text, title: Some(title).filter(|title| !title.is_empty()), language: self.language }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn check(page: &str, expected: Expect) {
        expected.assert_eq(&convert(page.as_bytes()).text);
    }

    #[test]
    fn structure_stays_and_the_site_goes() {
        check(
            "<!doctype html><html lang=en><head><title>A &amp; B</title><style>p {}</style></head><body>
             <header>Ministry</header><nav><ul><li>Home</ul></nav><div class='x breadcrumb'>You are <div>here</div></div>
             <h2>Reply of <b>Canada</b></h2><p>[Original: English]<br>[4 June
             2015]<p>Caf&eacute;&nbsp;society<sup>1</sup>, 10<sup>th</sup>:
             <ol type=a start=2><li><p>first;</p><li>second:<ul><li>inner</li></ul></li></ol>
             <table><tr><td>One</td><td>Two</td></tr></table><pre>a\n  b</pre>tail<script>if (a < b) {}</script>
             <footer>Copyright</footer></body></html>",
            expect![[r#"
                # Reply of Canada

                [Original: English]
                [4 June 2015]

                Café society, 10th:

                (b) first;

                (c) second:
                - inner

                One
                Two

                a
                  b

                tail
            "#]],
        );
    }

    #[test]
    fn the_main_part_is_the_page() {
        check(
            "<div>Menu</div><main><header><h1>Title</h1></header><p>Body of the page.</main><div>More</div>",
            expect![[r#"
                # Title

                Body of the page.
            "#]],
        );
    }

    #[test]
    fn any_bytes_are_a_page() {
        for (bytes, text) in [
            (&b"<meta charset=windows-1252>caf\xE9"[..], "café\n"),
            (b"caf\xE9", "café\n"),
            (b"\xFE\xFF\0a", "a\n"),
            (b"<meta charset=utf-8>caf\xE9", "café\n"),
            (b"<<<>&#xD800;&#0;&amp", "<<<>\u{FFFD}\u{FFFD}&\n"),
            (b"<nav>lost", ""),
        ] {
            assert_eq!(convert(bytes).text, text, "{bytes:?}");
        }
        let deep = "<div><ul><li>".repeat(100_000) + "end";
        assert_eq!(convert(deep.as_bytes()).text, "- end\n");
    }

    #[test]
    fn a_page_tells_its_title_and_language() {
        let page = convert(b"<html lang=fr-CH><title> A\n B </title><p>x");
        assert_eq!((page.title.as_deref(), page.language.as_deref()), (Some("A B"), Some("fr-CH")));
        assert_eq!(convert(b"<html lang='not a tag'>").language, None);
    }
}
