//! What a line is made of, for colours.

use super::Line;
use std::ops::Range;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// The name of a member.
    Key,
    /// A text in quotes.
    Text,
    /// A number, a truth value or null.
    Word,
    /// Brackets, commas, and what is no JSON.
    Sign,
}

/// A piece of a line: a place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Where it is, in bytes.
    pub range: Range<usize>,
}

impl Line {
    /// The pieces, in their order. Behind a key, a colon and a space are to be put; `text` is what the lines were made
    /// of.
    pub fn pieces(&self, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::with_capacity(3);
        let mut put = |kind, range: Range<usize>| {
            if !range.is_empty() {
                pieces.push(Piece { kind, range });
            }
        };
        let (start, end) = (self.start as usize, self.end as usize);
        let value = if self.key_end > 0 {
            put(PieceKind::Key, start..self.key_end as usize);
            self.value as usize
        } else {
            start
        };
        let bytes = text.as_bytes();
        let has_comma = end > value && bytes.get(end - 1) == Some(&b',');
        // A comma within a text that goes on is part of it.
        let is_open = self.is_quoted && !bytes.get(value..end).unwrap_or_default().contains(&b'"');
        let value_end = if has_comma && !is_open { end - 1 } else { end };
        let kind = match bytes.get(value) {
            _ if self.is_quoted => PieceKind::Text,
            Some(b'"') => PieceKind::Text,
            Some(b'{' | b'}' | b'[' | b']' | b',') => PieceKind::Sign,
            _ => PieceKind::Word,
        };
        put(kind, value..value_end);
        put(PieceKind::Sign, value_end..end);
        pieces
    }
}
