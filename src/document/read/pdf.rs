//! PDF files: their text, in the order in which it is read. What stands where is in `pdf::glyph`, `pdf::line` and
//! `pdf::page`; the guard that keeps a bad file from stopping the run is in `pdf::guard`.

mod glyph;
pub mod guard;
mod line;
mod page;
pub mod picture;
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
    let text = page::text(glyph::pages(&document, limits)?);
    let read = text.split('\u{0C}').filter(|page| !page.contains(picture::MARK));
    let n_letters = read.flat_map(str::chars).filter(|c| c.is_alphabetic()).count();
    match text.contains(picture::MARK) {
        true if n_letters < FEW_LETTERS => Err(Fault::NoText),
        false if n_letters == 0 => Err(Fault::Empty),
        _ => Ok(Converted { text, title: None, language: None }),
    }
}

fn load_fault(error: pdf_extract::Error) -> Fault {
    match error {
        pdf_extract::Error::Decryption(_) | pdf_extract::Error::InvalidPassword => Fault::Encrypted,
        other => Fault::Damaged(other.to_string()),
    }
}

#[cfg(test)]
mod tests;
