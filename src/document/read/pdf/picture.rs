//! Pages that are pictures, as a scanner makes them, told from pages that are empty. Where such a page stood, the text
//! has a sign of its own, so that whoever reads it again knows that words are missing there.

use std::collections::BTreeSet;

use pdf_extract::Document;

/// Stands in the text for a page that is a picture: OBJECT REPLACEMENT CHARACTER.
pub const MARK: char = '\u{FFFC}';
/// An identifier of an object of a PDF.
type ObjectId = (u32, u16);

/// Whether anything that the page draws, or that is drawn within it, is a picture.
pub fn is_on_page(document: &Document, page: ObjectId) -> bool {
    let Ok((direct, inherited)) = document.get_page_resources(page) else { return false };
    let mut drawn: Vec<ObjectId> = direct.map(|resources| objects(document, resources)).unwrap_or_default();
    let inherited = inherited.into_iter().filter_map(|id| document.get_dictionary(id).ok());
    drawn.extend(inherited.flat_map(|resources| objects(document, resources)));
    let mut seen = BTreeSet::new();
    while let Some(id) = drawn.pop() {
        let stream = document.get_object(id).and_then(pdf_extract::Object::as_stream);
        let Some(stream) = stream.ok().filter(|_| seen.insert(id)) else { continue };
        match stream.dict.get(b"Subtype").and_then(pdf_extract::Object::as_name) {
            Ok(b"Image") => return true,
            Ok(b"Form") => {
                let resources = document.get_dict_in_dict(&stream.dict, b"Resources");
                drawn.extend(resources.map(|resources| objects(document, resources)).unwrap_or_default());
            }
            _ => {}
        }
    }
    false
}

/// What resources offer to draw.
fn objects(document: &Document, resources: &pdf_extract::Dictionary) -> Vec<ObjectId> {
    let objects = document.get_dict_in_dict(resources, b"XObject");
    let ids = |objects: &pdf_extract::Dictionary| objects.iter().filter_map(|(_, it)| it.as_reference().ok()).collect();
    objects.map(ids).unwrap_or_default()
}

/// Numbers, from 1, of the pages that are pictures in the text of a PDF.
pub fn pages(text: &str) -> Vec<usize> {
    let pages = text.split('\u{0C}').zip(1..);
    pages.filter(|(page, _)| page.contains(MARK)).map(|(_, n)| n).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted_from_one() {
        assert_eq!(pages("a\n"), [0; 0]);
        assert_eq!(pages("\u{FFFC}\n\u{0C}a\n\u{0C}\u{0C}b\n\u{FFFC}\n"), [1, 4]);
    }
}
