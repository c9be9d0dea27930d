//! The signs of a page and where they stand: x to the right and y upwards, in points, whatever way the page is turned.

use pdf_extract::{ColorSpace, Document, MediaBox, OutputDev, OutputError, Path, PathOp, Transform, output_doc_page};

use super::super::Fault;
use super::super::limit::Limits;
use super::picture;

/// A sign, or a ligature of some.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Left end.
    pub x: f64,
    /// Base line.
    pub y: f64,
    /// Width to where the next would stand.
    pub width: f64,
    /// Height of the font.
    pub size: f64,
    /// What it stands for.
    pub text: String,
}

impl Glyph {
    /// Right end.
    pub fn end(&self) -> f64 {
        self.x + self.width
    }

    /// Whether it is white space.
    pub fn is_space(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

/// The signs of a page, in the order in which the file draws them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The signs.
    pub glyphs: Vec<Glyph>,
    /// The middles of small figures: bullets that are drawn.
    pub dots: Vec<(f64, f64)>,
    /// Whether a picture is on it.
    pub has_picture: bool,
}

/// The pages of a document.
pub fn pages(document: &Document, limits: &Limits) -> Result<Vec<Page>, Fault> {
    let mut n_bytes = 0;
    let mut pages = Vec::new();
    for (n, id) in document.get_pages() {
        let mut collector = Collector { room: limits.text_bytes.saturating_sub(n_bytes), ..Collector::default() };
        let read = output_doc_page(document, &mut collector, n);
        if collector.is_full {
            return Err(Fault::TooMuch);
        }
        read.map_err(|error| Fault::Damaged(format!("page {n}: {error}")))?;
        n_bytes += collector.n_bytes;
        pages.push(Page { has_picture: picture::is_on_page(document, id), ..collector.page() });
    }
    Ok(pages)
}

/// Quarter turns to the left by which text is turned on a page.
type Turn = u8;

#[derive(Default)]
struct Collector {
    glyphs: Vec<(Turn, Glyph)>,
    dots: Vec<(f64, f64)>,
    n_bytes: u64,
    room: u64,
    is_full: bool,
}

impl Collector {
    /// Text that is turned otherwise than most is a stamp in the margin.
    fn page(self) -> Page {
        let count = |turn: Turn| self.glyphs.iter().filter(|(of, _)| *of == turn).count();
        let turn = (0..4).rev().max_by_key(|&turn| count(turn)).unwrap_or(0);
        let turned = |(x, y): (f64, f64)| match turn {
            0 => (x, y),
            1 => (y, -x),
            2 => (-x, -y),
            _ => (-y, x),
        };
        let upright = |(of, glyph): (Turn, Glyph)| {
            let (x, y) = turned((glyph.x, glyph.y));
            (of == turn).then_some(Glyph { x, y, ..glyph })
        };
        let dots = self.dots.into_iter().map(turned).collect();
        Page { glyphs: self.glyphs.into_iter().filter_map(upright).collect(), dots, has_picture: false }
    }
}

impl OutputDev for Collector {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.n_bytes += text.len() as u64;
        if self.n_bytes > self.room {
            self.is_full = true;
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        let along = place.m11.hypot(place.m12);
        let glyph = Glyph {
            x: place.m31,
            y: place.m32,
            width: (width * font_size + spacing) * along,
            size: (font_size * place.m21.hypot(place.m22)).abs(),
            text: readable(text),
        };
        let numbers = [glyph.x, glyph.y, glyph.width, glyph.size];
        if numbers.iter().all(|number| number.is_finite() && number.abs() < 1e6) && glyph.size > 0.0 {
            self.glyphs.push((turn(place), glyph));
        }
        Ok(())
    }

    fn fill(&mut self, place: &Transform, _: &ColorSpace, _: &[f64], path: &Path) -> Result<(), OutputError> {
        self.dots.extend(dot(place, path));
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// The middle of a figure that is as small as a bullet and as wide as it is high.
fn dot(place: &Transform, path: &Path) -> Option<(f64, f64)> {
    let points = path.ops.iter().flat_map(|op| match *op {
        PathOp::MoveTo(x, y) | PathOp::LineTo(x, y) => vec![(x, y)],
        PathOp::CurveTo(_, _, _, _, x, y) => vec![(x, y)],
        PathOp::Rect(x, y, width, height) => vec![(x, y), (x + width, y + height)],
        PathOp::Close => Vec::new(),
    });
    let points =
        points.map(|(x, y)| (x * place.m11 + y * place.m21 + place.m31, x * place.m12 + y * place.m22 + place.m32));
    let (mut low, mut high) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
    for (x, y) in points {
        low = (low.0.min(x), low.1.min(y));
        high = (high.0.max(x), high.1.max(y));
    }
    let (width, height) = (high.0 - low.0, high.1 - low.1);
    let is_dot = (1.5..8.0).contains(&width) && (0.7..1.4).contains(&(width / height));
    is_dot.then(|| (f64::midpoint(low.0, high.0), f64::midpoint(low.1, high.1)))
}

fn turn(place: &Transform) -> Turn {
    match (place.m11.abs() >= place.m12.abs(), place.m11 >= 0.0, place.m12 >= 0.0) {
        (true, true, _) => 0,
        (false, _, true) => 1,
        (true, false, _) => 2,
        (false, _, false) => 3,
    }
}

/// Ligatures as letters; no control characters.
fn readable(text: &str) -> String {
    let mut readable = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => readable.push_str("ff"),
            'ﬁ' => readable.push_str("fi"),
            'ﬂ' => readable.push_str("fl"),
            'ﬃ' => readable.push_str("ffi"),
            'ﬄ' => readable.push_str("ffl"),
            'ﬅ' | 'ﬆ' => readable.push_str("st"),
            '\t' | '\n' | '\r' | '\u{A0}' => readable.push(' '),
            picture::MARK => {}
            c if c.is_control() => {}
            c => readable.push(c),
        }
    }
    readable
}
