//! Word files (Office Open XML): their text, paragraph by paragraph. Headings keep a mark, items the number or letter
//! that Word counts for them, and each note follows the paragraph that refers to it. Heads and feet of pages, deleted and
//! hidden text, and comments are left out.

mod body;
mod numbering;
mod style;
mod xml;

use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::limit::Limits;
use super::{Converted, Fault};
use xml::Element;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// The text of a Word file.
pub fn convert(bytes: &[u8], limits: &Limits) -> Result<Converted, Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unzip_fault)?;
    let parts = Parts { limits, main: main_part(&mut archive, limits)? };
    if archive.index_for_name(&parts.main).is_none() {
        return Err(Fault::Damaged("it is a zip file without the text of a Word file".to_owned()));
    }
    let styles = parts.optional(&mut archive, "styles.xml", style::Styles::read)?;
    let numbering = parts.optional(&mut archive, "numbering.xml", numbering::Numbering::read)?;
    let mut notes = body::Notes::default();
    for (file, kind) in [("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")] {
        let found = parts.optional(&mut archive, file, |part| body::notes(part, kind, limits))?;
        notes.extend(found);
    }
    let text = read(&mut archive, &parts.main, limits, |part| body::text(part, &styles, numbering, &notes, limits))?;
    Ok(Converted { text, title: None, language: None })
}

/// A part of the file while it is unpacked.
type Part<'p> = xml::Events<BufReader<Box<dyn Read + 'p>>>;

struct Parts<'l> {
    limits: &'l Limits,
    /// Name of the part that holds the text.
    main: String,
}

impl Parts<'_> {
    /// Reads the part `file` beside the main one; what is not there says nothing.
    fn optional<T: Default>(
        &self,
        archive: &mut Archive<'_>,
        file: &str,
        take: impl FnOnce(&mut Part<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let folder = self.main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let name = if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") };
        match archive.index_for_name(&name) {
            Some(_) => read(archive, &name, self.limits, take),
            None => Ok(T::default()),
        }
    }
}

/// Name of the part that holds the text, as the package tells it.
fn main_part(archive: &mut Archive<'_>, limits: &Limits) -> Result<String, Fault> {
    const RELATIONS: &str = "_rels/.rels";
    let mut main = "word/document.xml".to_owned();
    if archive.index_for_name(RELATIONS).is_some() {
        read(archive, RELATIONS, limits, |part| {
            while let Some(element) = part.next()? {
                if let Element::Open("Relationship", attributes) = element
                    && attributes.get("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
                    && let Some(target) = attributes.get("Target")
                {
                    main = target.trim_start_matches('/').to_owned();
                }
            }
            Ok(())
        })?;
    }
    Ok(main)
}

/// Unpacks a part, up to the limit of a file.
fn read<T>(
    archive: &mut Archive<'_>,
    name: &str,
    limits: &Limits,
    take: impl FnOnce(&mut Part<'_>) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let file = archive.by_name(name).map_err(unzip_fault)?;
    let reader: Box<dyn Read + '_> = Box::new(file.take(limits.file_bytes.saturating_add(1)));
    let mut events = xml::Events::new(BufReader::new(reader), limits.file_bytes);
    take(&mut events)
}

fn unzip_fault(error: ZipError) -> Fault {
    match error {
        ZipError::InvalidPassword => Fault::Encrypted,
        ZipError::UnsupportedArchive(text) if text == ZipError::PASSWORD_REQUIRED => Fault::Encrypted,
        other => Fault::Damaged(other.to_string()),
    }
}

#[cfg(test)]
mod tests;
