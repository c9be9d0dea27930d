//! One page that shows the graph in any browser and needs nothing else: the network, filters, search, tables,
//! and for each link the sentences that state it. The program of the page is made from `html/web` and stands
//! ready in `html/page.html`; here its data are put in.

mod data;

use std::io::{self, Write};

use self::data::Data;
use super::Content;

/// The page with places for title and data.
const PAGE: &str = include_str!("html/page.html");

/// Writes the page. The graph must be [arranged](crate::graph::Graph::arranged).
///
/// # Errors
/// Whatever the writer reports.
pub fn write_html<W: Write>(content: Content<'_>, mut out: W) -> io::Result<()> {
    let data = Data::new(content);
    let (title, rest) = parts(PAGE, "{{TITLE}}");
    let (before, after) = parts(rest, "{{DATA}}");
    out.write_all(title.as_bytes())?;
    out.write_all(escaped(&data.title()).as_bytes())?;
    out.write_all(before.as_bytes())?;
    // A script element ends at the first tag of that name, and `<!--` begins a comment in it, quoted or not.
    out.write_all(serde_json::to_string(&data)?.replace('<', "\\u003c").as_bytes())?;
    out.write_all(after.as_bytes())?;
    out.flush()
}

/// What stands before and after a place.
fn parts<'p>(page: &'p str, place: &str) -> (&'p str, &'p str) {
    page.split_once(place).unwrap_or((page, ""))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::graph::Graph;
    use crate::graph::fixture::{ontology, row};

    fn page(quote: &str) -> String {
        let mut rows = [row("CAN memberOf organisation/osce").on("2015-06").0];
        rows[0].quote = quote.into();
        let graph = Graph::from_rows(&rows, &ontology()).measured().arranged();
        let mut out = Vec::new();
        write_html(Content { quads: &[], rows: &rows, graph: &graph, ontology: &ontology() }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn data(page: &str) -> Value {
        let (_, data) = page.split_once(r#"id="data">"#).unwrap();
        serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap()
    }

    #[test]
    fn the_page_asks_the_network_for_nothing() {
        let page = page("x");
        for word in ["<script src", "@import", "url(http", "url(//", "fetch(", "XMLHttpRequest", "WebSocket"] {
            assert!(!page.contains(word), "{word}");
        }
        assert_eq!(page.matches("<link ").count(), page.matches(r#"<link rel="icon" href="data:,">"#).count());
        assert!(!page.contains("{{"), "a place that nothing was put in");
    }

    #[test]
    fn no_quote_ends_the_script() {
        let quote = "</script><!-- <script> \u{2028} & \"x\" {{DATA}}";
        assert_eq!(data(&page(quote))["quotes"][0], quote);
    }

    #[test]
    fn a_link_has_its_sentence_and_document() {
        let data = data(&page("Canada is a member."));
        let edge = &data["edges"][0];
        assert_eq!(data["nodes"][edge["s"].as_u64().unwrap() as usize]["label"], "CAN");
        assert_eq!(edge["e"][0], serde_json::json!([0, 0, 10, 0, 0, "2015-06", 0, "CAN", "statement", "rule"]));
        assert_eq!(data["documents"][0]["id"], "a");
        assert_eq!(data["relations"][edge["r"].as_u64().unwrap() as usize]["label"], "member of");
    }
}
