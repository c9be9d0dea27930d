//! What the first lines of a text say of the document itself: fields between lines of dashes, the symbol, the date, the
//! language. Only what stands alone on its line is taken; what is not there is not guessed.

use super::{Metadata, is_alpha3};
use crate::text::MONTHS;

/// Lines with text that are looked at.
const DEPTH: usize = 25;
/// Lines that fields may take.
const LONGEST_HEAD: usize = 60;

/// Fields that stand before a text, between lines of three dashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Bytes that they take, with both lines of dashes.
    pub n_bytes: usize,
    /// Identifier of the document.
    pub id: Option<String>,
    /// The rest.
    pub metadata: Metadata,
}

/// The fields before a text, where there are any that are known: the names of the columns of a manifest.
#[must_use]
pub fn fields(text: &str) -> Option<Fields> {
    let mut lines = text.split_inclusive('\n');
    let mut fields =
        Fields { n_bytes: lines.next().filter(|line| line.trim_end() == "---")?.len(), ..Fields::default() };
    let mut is_any = false;
    for line in lines.take(LONGEST_HEAD) {
        fields.n_bytes += line.len();
        let bare = line.trim_end();
        if bare == "---" || bare == "..." {
            return is_any.then_some(fields);
        }
        let is_nested = line.starts_with([' ', '\t', '-', '#']);
        if is_nested || bare.is_empty() {
            continue;
        }
        let (key, value) = bare.split_once(':')?;
        is_any |= fields.set(key.trim(), value.trim().trim_matches(['"', '\'']));
    }
    None
}

impl Fields {
    /// Whether `key` is known; a value that cannot be one is left out.
    fn set(&mut self, key: &str, value: &str) -> bool {
        let metadata = &mut self.metadata;
        let field = match key.to_ascii_lowercase().as_str() {
            "id" => &mut self.id,
            "state" => &mut metadata.state,
            "date" => &mut metadata.date,
            "symbol" => &mut metadata.symbol,
            "title" => &mut metadata.title,
            "language" | "lang" => &mut metadata.language,
            "source" => &mut metadata.source,
            "session" => &mut metadata.session,
            "agenda_item" => &mut metadata.agenda_item,
            _ => return false,
        };
        let value = match key {
            "date" => Some(without_time(value)).filter(|date| is_date(date)).unwrap_or_default(),
            "state" if !is_alpha3(value) => "",
            _ => value,
        };
        *field = (!value.is_empty()).then(|| value.to_owned());
        true
    }
}

/// What the first lines of a text say.
#[must_use]
pub fn read(text: &str) -> Metadata {
    let mut found = Metadata::default();
    let mut before = "";
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(DEPTH);
    for bare in lines.map(|line| line.trim_start_matches(['#', ' ', '\u{0C}'])) {
        let line_before = std::mem::replace(&mut before, bare);
        // Days and symbols have digits: most lines tell nothing.
        if !bare.starts_with(['[', 'O']) && !bare.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let line = spaced(bare);
        let line = line.as_str();
        // The heads of replies say when and in what language the reply came.
        if line.starts_with('[') && line.ends_with(']') {
            break;
        }
        if line.len() <= 80 {
            found.symbol = found.symbol.or_else(|| symbol(line).map(str::to_owned));
            found.date = found.date.or_else(|| date(line));
            if line.starts_with("Original: ") || line.starts_with("ORIGINAL: ") {
                found.language = found.language.or_else(|| language(&spaced(line_before)).map(str::to_owned));
            }
        }
    }
    found
}

/// The first words of a line, with one space between them.
fn spaced(line: &str) -> String {
    line.split_whitespace().take(DEPTH).collect::<Vec<_>>().join(" ")
}

/// The symbol that is all of a line, `United Nations` before it aside.
fn symbol(line: &str) -> Option<&str> {
    let starts = ["United Nations", "UNITED NATIONS", "Symbol:", "Document:"];
    let bare = starts.iter().find_map(|start| line.strip_prefix(start)).unwrap_or(line).trim();
    let mut parts = bare.split('/');
    let organ = parts.next()?;
    let is_organ = (1..=5).contains(&organ.len()) && organ.bytes().all(|b| b.is_ascii_uppercase());
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b".-()".contains(&b));
    let has_number = bare.bytes().any(|b| b.is_ascii_digit());
    let n_parts = bare.matches('/').count();
    (is_organ && has_number && (1..=6).contains(&n_parts) && parts.all(is_part) && !bare.ends_with(['.', '-']))
        .then_some(bare)
}

/// The day that is all of a line, the day of the week, the place and the hour aside: `New York, 1 October 2015`.
fn date(line: &str) -> Option<String> {
    const PLACES: [&str; 5] = ["New York", "Geneva", "Vienna", "Nairobi", "The Hague"];
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let mut bare = line.strip_prefix("Date:").unwrap_or(line).trim();
    for word in PLACES.iter().chain(&DAYS) {
        bare = bare.strip_prefix(word).map_or(bare, |rest| rest.trim_start_matches([',', ' ']));
    }
    let bare = bare.split_once(", ").filter(|(_, hour)| hour.ends_with(".m.")).map_or(bare, |(day, _)| day);
    let [day, month, year] = bare.split(' ').collect::<Vec<_>>().try_into().ok()?;
    let month = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month))? + 1;
    let number = |text: &str, most: u32| text.parse::<u32>().ok().filter(|n| (1..=most).contains(n));
    let (day, year) = (number(day, 31)?, number(year, 2999).filter(|year| *year >= 1900)?);
    Some(format!("{year}-{month:02}-{day:02}"))
}

fn language(line: &str) -> Option<&'static str> {
    const LANGUAGES: [(&str, &str); 6] = [
        ("English", "en"),
        ("French", "fr"),
        ("Spanish", "es"),
        ("Arabic", "ar"),
        ("Russian", "ru"),
        ("Chinese", "zh"),
    ];
    LANGUAGES.iter().find(|(name, _)| name.eq_ignore_ascii_case(line)).map(|(_, tag)| *tag)
}

/// `2015-06-04` of `2015-06-04T10:00:00Z`; anything else as it stands.
pub(super) fn without_time(date: &str) -> &str {
    date.split(['T', ' ']).next().filter(|day| is_date(day)).unwrap_or(date)
}

/// `2015`, `2015-06`, `2015-06-04`
fn is_date(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    matches!(lengths[..], [4] | [4, 2] | [4, 2, 2]) && text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_day_is_cut_off_dates() {
        for (given, date) in [
            ("2015-06-04T10:00:00Z", "2015-06-04"),
            ("2015-06-04 10:00", "2015-06-04"),
            ("2015", "2015"),
            ("4 June 2015", "4 June 2015"),
            ("Tuesday", "Tuesday"),
        ] {
            assert_eq!(without_time(given), date);
        }
    }

    #[test]
    fn the_first_page_names_the_document() {
        let text = "United Nations A/70/172/Add.1\n\nGeneral Assembly\nDistr.: General\n15 September 2015\n\nEnglish\nOriginal: Arabic/English\n\nSeventieth session\n";
        let found = read(text);
        assert_eq!(found.symbol.as_deref(), Some("A/70/172/Add.1"));
        assert_eq!(found.date.as_deref(), Some("2015-09-15"));
        assert_eq!(found.language.as_deref(), Some("en"));
        assert_eq!(read("Canada\n\n[Original: English]\n[4 June 2015]\n\n4 June 2015\n"), Metadata::default());
    }

    #[test]
    fn only_what_is_all_of_a_line_is_taken() {
        for (line, expected) in [
            ("A/70/PV.13", Some("A/70/PV.13")),
            ("CCPR/C/123/D/2728/2016", Some("CCPR/C/123/D/2728/2016")),
            ("* A/70/150.", None),
            ("resolution A/RES/70/237 of the Assembly", None),
            ("AND/OR", None),
            ("25/09/2015", None),
        ] {
            assert_eq!(symbol(line), expected, "{line}");
        }
        for (line, expected) in [
            ("New York, 1 October 2015", Some("2015-10-01")),
            ("Thursday, 1 October 2015, 9 a.m.", Some("2015-10-01")),
            ("On 1 October 2015", None),
            ("31 October 215", None),
            ("October 2015", None),
        ] {
            assert_eq!(date(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn fields_stand_between_dashes() {
        let text = "---\ntitle: \"Statement: on ICT\"\nstate: NOR\ndate: 2015-10-01T09:00\ntags:\n  - x\nweight: 3\n---\nText\n";
        let found = fields(text).unwrap();
        assert_eq!(&text[found.n_bytes..], "Text\n");
        assert_eq!(found.metadata.title.as_deref(), Some("Statement: on ICT"));
        assert_eq!(found.metadata.state.as_deref(), Some("NOR"));
        assert_eq!(found.metadata.date.as_deref(), Some("2015-10-01"));
        for text in ["---\nA line of text.\n---\n", "---\nnote: x\n---\n", "title: x\n", "---\ntitle: x\n"] {
            assert_eq!(fields(text), None, "{text}");
        }
        assert_eq!(fields("---\nstate: Norway\n---\n").unwrap().metadata.state, None);
    }
}
