//! What elements are: which are blocks, and which belong to the site rather than to the page.

use html5ever::tokenizer::Tag;

/// Whether what an element holds is left out; `is_inner` within the main part of a page, whose heads are its own.
pub fn is_left_out(tag: &Tag, is_inner: bool) -> bool {
    match &*tag.name {
        "script" | "style" | "noscript" | "template" | "iframe" | "noframes" | "object" | "svg" | "math" | "nav"
        | "aside" | "select" | "button" | "textarea" | "dialog" => return true,
        "header" | "footer" if !is_inner => return true,
        "html" | "body" | "main" | "article" => return false,
        _ => {}
    }
    tag.attrs.iter().any(|attribute| {
        let value = attribute.value.to_ascii_lowercase();
        match &*attribute.name.local {
            "hidden" => true,
            "aria-hidden" => value == "true",
            "role" => matches!(&*value, "navigation" | "banner" | "contentinfo" | "search" | "menu" | "menubar"),
            "class" | "id" => value.split_ascii_whitespace().any(is_site),
            _ => false,
        }
    })
}

/// The value of an attribute.
pub fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.to_string())
}

/// Names that sites give to what is on each of their pages.
fn is_site(name: &str) -> bool {
    const SITE: [&str; 14] = [
        "nav",
        "navbar",
        "navigation",
        "breadcrumb",
        "breadcrumbs",
        "menu",
        "main-menu",
        "sidebar",
        "site-header",
        "site-footer",
        "footer",
        "skip-link",
        "cookie-banner",
        "cookie-notice",
    ];
    SITE.contains(&name)
}

/// Whether `tag` has the form of a BCP 47 tag.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    parts.next().is_some_and(|first| (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Whether an empty line parts an element from what is around it.
pub fn is_paragraph(name: &str) -> bool {
    matches!(name, "p" | "blockquote" | "table" | "dl" | "hr" | "figure" | "section" | "header" | "footer" | "body")
}

/// Whether an element is a line of its own.
pub fn is_block(name: &str) -> bool {
    matches!(
        name,
        "div"
            | "tr"
            | "td"
            | "th"
            | "caption"
            | "dt"
            | "dd"
            | "figcaption"
            | "address"
            | "form"
            | "fieldset"
            | "legend"
            | "center"
            | "details"
            | "summary"
            | "option"
            | "optgroup"
            | "thead"
            | "tbody"
            | "tfoot"
    )
}

/// Whether an element has no content, and no end.
pub fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}
