//! What the terminal can show: its width, bold type, a progress bar. Nothing of this off a terminal.

use std::io::{IsTerminal, stderr, stdout};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use terminal_size::{Width, terminal_size};

use crate::args::Common;

/// Columns of standard output, where it is a terminal.
pub fn width() -> Option<usize> {
    let (Width(columns), _) = stdout().is_terminal().then(terminal_size).flatten()?;
    Some(usize::from(columns).max(40))
}

/// `text` in bold where standard output shows it.
pub fn bold(text: &str) -> String {
    let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if stdout().is_terminal() && !is_plain { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
}

/// Breaks `text` between words into lines of at most `width` characters, each after `indent` spaces.
pub fn wrap(text: &str, width: Option<usize>, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let Some(width) = width else { return format!("{margin}{text}") };
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let room = width.saturating_sub(indent + 1);
        let is_full = lines.last().is_some_and(|l| !l.is_empty() && l.chars().count() + word.chars().count() >= room);
        if is_full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            let space = if line.is_empty() { "" } else { " " };
            line.push_str(space);
            line.push_str(word);
        }
    }
    lines.iter().map(|line| format!("{margin}{line}")).collect::<Vec<_>>().join("\n")
}

/// A counter of documents on standard error; where their number is known it tells how much is left.
pub fn progress(common: &Common, n_documents: Option<usize>) -> ProgressBar {
    let template = match n_documents {
        Some(_) => "{spinner} {pos} of {len} documents, {per_sec}, {eta} left, {msg}",
        None => "{spinner} {pos} documents, {per_sec}, {msg}",
    };
    shown(common, template, n_documents)
}

/// A line on standard error that tells what is being done.
pub fn stage(common: &Common) -> ProgressBar {
    shown(common, "{spinner} {msg}", None)
}

fn shown(common: &Common, template: &str, length: Option<usize>) -> ProgressBar {
    if common.quiet || !stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner());
    let bar = length.map_or_else(ProgressBar::new_spinner, |n| ProgressBar::new(n as u64)).with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("one two three", Some(10), 1), " one two\n three");
        assert_eq!(wrap("one  two", None, 2), "  one  two");
    }
}
