//! A piece of hostile text, what hides in it made visible, with what was found in it.

use crate::redact::{Found, Kind, find, sort};
use crate::reveal::reveal;

/// Beyond the end of a cut this much is looked at, so that what is cut through is still known for what it is.
const BEYOND: usize = 512;

/// A text with what is private in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// What was found in it, in the order of the text.
    pub found: Vec<Found>,
}

impl Span {
    /// A text of any length.
    pub fn of(text: &str) -> Self {
        Writer::default().with(text, None).finish()
    }

    /// A text on one line, of at most so many bytes.
    pub fn line(text: &str, kind: Option<Kind>, most: usize) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        Writer::default().with(&clipped(&words.join(" "), most), kind).finish()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// Puts a text together from pieces of which some are known to be private.
#[derive(Default)]
pub(super) struct Writer {
    text: String,
    known: Vec<Found>,
}

impl Writer {
    /// Adds words of this program.
    pub fn own(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds a piece; `kind` says that all of it is private.
    pub fn push(&mut self, text: &str, kind: Option<Kind>) {
        let start = self.text.len();
        self.text.push_str(&reveal(text));
        if let Some(kind) = kind
            && start < self.text.len()
        {
            self.known.push(Found {
                kind,
                range: start..self.text.len(),
            });
        }
    }

    pub fn with(mut self, text: &str, kind: Option<Kind>) -> Self {
        self.push(text, kind);
        self
    }

    /// How many bytes there are so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// The whole, looked through.
    pub fn finish(self) -> Span {
        let mut found = find(&self.text);
        found.extend(self.known);
        sort(&mut found);
        Span { text: self.text, found }
    }
}

/// The start of a text, about so many bytes, with a note of what is missing. What is private is not cut through: half of
/// a secret would not be known for one.
pub(super) fn clipped(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let boundary = |at: usize| {
        (0..=at.min(text.len()))
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0)
    };
    let mut end = boundary(most);
    let window = &text[..boundary(most + BEYOND)];
    for found in find(window).into_iter().rev() {
        if found.range.start < end && end < found.range.end {
            end = found.range.start;
        }
    }
    let missing = text[end..].chars().count();
    format!("{}… ({missing} more characters)", &text[..end])
}
