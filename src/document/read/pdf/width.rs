//! Widths of signs in the one form that the library reads rightly: of `first last width`, the other form, it keeps
//! nothing, and signs are then thought to stand where they do not.

use pdf_extract::{Document, Object};

/// Highest number of a sign.
const LAST: i64 = 0xFFFF;
/// Most widths of one font.
const MOST: usize = 1 << 17;

/// Rewrites the widths of every font: `3 5 500` becomes `3 [500 500 500]`.
pub fn write_out(document: &mut Document) {
    let fonts: Vec<_> =
        document.objects.iter().filter(|(_, object)| widths(object).is_some()).map(|(id, _)| *id).collect();
    for id in fonts {
        let Some(found) = document.objects.get(&id).and_then(widths) else { continue };
        let found = found.as_reference().ok().and_then(|id| document.get_object(id).ok()).unwrap_or(found);
        let Some(written) = found.as_array().ok().map(|array| written_out(document, array)) else { continue };
        if let Some(font) = document.objects.get_mut(&id).and_then(|object| object.as_dict_mut().ok()) {
            font.set("W", Object::Array(written));
        }
    }
}

/// The widths of a font for many signs.
fn widths(object: &Object) -> Option<&Object> {
    let font = object.as_dict().ok()?;
    font.get(b"CIDSystemInfo").ok()?;
    font.get(b"W").ok()
}

fn written_out(document: &Document, array: &[Object]) -> Vec<Object> {
    let value = |at: usize| {
        let object = array.get(at)?;
        Some(object.as_reference().ok().and_then(|id| document.get_object(id).ok()).unwrap_or(object))
    };
    let number = |at: usize| value(at).and_then(|object| object.as_i64().ok()).filter(|n| (0..=LAST).contains(n));
    let (mut written, mut i, mut n_widths) = (Vec::new(), 0, 0);
    // What is not in either form ends the widths: the rest has no meaning.
    while let (Some(first), Some(next)) = (number(i), value(i + 1)) {
        if let Ok(each) = next.as_array() {
            written.extend([Object::Integer(first), Object::Array(each.clone())]);
            i += 2;
        } else if let (Some(last), Some(width)) = (number(i + 1), value(i + 2)) {
            let n = usize::try_from(last - first + 1).unwrap_or(0);
            n_widths += n;
            if n_widths > MOST {
                break;
            }
            written.extend([Object::Integer(first), Object::Array(vec![width.clone(); n])]);
            i += 3;
        } else {
            break;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_written_out() {
        let integers = |numbers: &[i64]| numbers.iter().map(|n| Object::Integer(*n)).collect::<Vec<_>>();
        let mut array = integers(&[3, 5, 500, 7]);
        array.push(Object::Array(integers(&[1, 2])));
        array.extend(integers(&[9, 70_000, 1]));
        let written = written_out(&Document::new(), &array);
        assert_eq!(
            written,
            [
                Object::Integer(3),
                Object::Array(integers(&[500, 500, 500])),
                Object::Integer(7),
                Object::Array(integers(&[1, 2]))
            ]
        );
    }
}
