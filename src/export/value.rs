//! The values that graph files hold, and the one way to write each: numbers as the shortest text that reads
//! back as the same number, never NaN or infinite.

use std::borrow::Cow;
use std::io::Write;

use crate::graph::{Colour, Date};

/// A value of a graph file.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Any text, not yet escaped.
    Text(Cow<'a, str>),
    /// A name token: letters, digits and `.-_:`, nothing that any format escapes.
    Token(&'a str),
    /// A count.
    Integer(u64),
    /// A finite number.
    Real(f64),
    /// `true` or `false`.
    Flag(bool),
}

impl Value<'_> {
    /// Writes everything but text, which needs no escaping in any format.
    pub(crate) fn write_plain(&self, out: &mut Vec<u8>) {
        // Writing to a vector cannot fail.
        let _ = match self {
            Self::Text(text) => out.write_all(text.as_bytes()),
            Self::Token(token) => out.write_all(token.as_bytes()),
            Self::Integer(n) => write!(out, "{n}"),
            Self::Real(x) => write!(out, "{x}"),
            Self::Flag(flag) => write!(out, "{flag}"),
        };
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<Date> for Value<'_> {
    fn from(date: Date) -> Self {
        date.to_string().into()
    }
}

impl From<Colour> for Value<'_> {
    fn from(colour: Colour) -> Self {
        colour.to_string().into()
    }
}

impl From<u8> for Value<'_> {
    fn from(n: u8) -> Self {
        Self::Integer(n.into())
    }
}

impl From<u32> for Value<'_> {
    fn from(n: u32) -> Self {
        Self::Integer(n.into())
    }
}

impl From<usize> for Value<'_> {
    fn from(n: usize) -> Self {
        Self::Integer(n as u64)
    }
}

impl From<f64> for Value<'_> {
    fn from(x: f64) -> Self {
        Self::Real(x)
    }
}

impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}
