//! PDF files: their text, in the order in which it is read. What stands where is in `pdf::glyph`, `pdf::line` and
//! `pdf::page`; the guard that keeps a bad file from stopping the run is in `pdf::guard`.

mod glyph;
pub mod guard;
mod line;
mod page;
mod width;

use pdf_extract::Document;

use super::limit::Limits;
use super::{Converted, Fault};

/// Letters on a page below which it is a picture with a stamp on it rather than text.
const FEW_LETTERS: usize = 10;

/// The text of a PDF. A bad file may make this panic, run for ever, or take all memory: see [`guard`].
fn text(bytes: &[u8], limits: &Limits) -> Result<Converted, Fault> {
    let mut document = Document::load_mem(bytes).map_err(load_fault)?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Fault::Encrypted);
    }
    width::write_out(&mut document);
    let pages = glyph::pages(&document, limits)?;
    let n_letters: usize = pages.iter().map(glyph::Page::n_letters).sum();
    if n_letters < FEW_LETTERS * pages.len().max(1) && (n_letters == 0 || has_picture(&document)) {
        return Err(if has_picture(&document) { Fault::NoText } else { Fault::Empty });
    }
    Ok(Converted { text: page::text(pages), title: None, language: None })
}

fn load_fault(error: pdf_extract::Error) -> Fault {
    match error {
        pdf_extract::Error::Decryption(_) | pdf_extract::Error::InvalidPassword => Fault::Encrypted,
        other => Fault::Damaged(other.to_string()),
    }
}

fn has_picture(document: &Document) -> bool {
    document.objects.values().any(|object| {
        let kind = object.as_stream().ok().and_then(|stream| stream.dict.get(b"Subtype").ok());
        kind.and_then(|kind| kind.as_name().ok()).is_some_and(|kind| kind == b"Image")
    })
}

#[cfg(test)]
mod tests;
