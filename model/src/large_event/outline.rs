//! Where the large pieces of a JSON text are.

use std::ops::Range;
use std::sync::Arc;

/// A JSON text that was found to be well-formed, and its large pieces.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The text.
    pub text: Arc<String>,
    /// The value that it is.
    pub root: Node,
}

/// What a value is, as far as an outline tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Array,
    /// A text, a number, or a word.
    Scalar,
}

/// A value in the text.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub(super) kind: Kind,
    /// Where it is, in bytes.
    pub(super) span: Range<usize>,
    /// How many members it has.
    pub(super) count: usize,
    /// Its members in their order, when it is an object or array larger than a piece; else nothing.
    pub(super) parts: Vec<Part>,
}

/// Members of an object or array.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// Some that follow each other, about a piece together: from the first one's key (or value) to the last one's end.
    Some(Range<usize>),
    /// One that is larger than a piece.
    Large {
        /// Where its key is, with its quotes; empty in an array.
        key: Range<usize>,
        /// Its value.
        value: Node,
    },
}

impl Part {
    /// How many bytes its values have.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Some(span) => span.len(),
            Self::Large { value, .. } => value.span.len(),
        }
    }
}

impl Node {
    /// One that is not taken apart.
    pub(super) fn whole(kind: Kind, span: Range<usize>) -> Self {
        Self {
            kind,
            span,
            count: 0,
            parts: Vec::new(),
        }
    }

    /// Its text.
    pub(crate) fn of<'a>(&self, text: &'a str) -> &'a str {
        slice(text, &self.span)
    }

    /// Whether it is an object that was taken apart.
    pub(super) fn is_object(&self) -> bool {
        self.kind == Kind::Object && !self.parts.is_empty()
    }

    /// Whether it is an array that was taken apart.
    pub(super) fn is_array(&self) -> bool {
        self.kind == Kind::Array && !self.parts.is_empty()
    }
}

/// The text at a place. The places of an outline lie between characters.
pub(super) fn slice<'a>(text: &'a str, span: &Range<usize>) -> &'a str {
    text.get(span.clone()).unwrap_or_default()
}
