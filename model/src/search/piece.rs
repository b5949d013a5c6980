//! The words of a search, each with what it means: to take one out or put one in, and leave the rest as typed.

use super::token::{Token, read};
use super::words::{Word, split};

/// A word of a search: what it means, and how it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// What it means.
    pub token: Token,
    /// As it was typed; printed anew where a quote was left open. Read alone it means the same.
    pub written: String,
}

impl Piece {
    /// Takes a word out of its search.
    pub(super) fn new(text: &str, word: &Word) -> Self {
        let token = read(word);
        let written = match text.get(word.range.clone()) {
            Some(typed) if word.is_balanced => typed.to_owned(),
            _ => token.to_string(),
        };
        Self { token, written }
    }
}

/// The words of a search, each with its meaning.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    split(text).iter().map(|word| Piece::new(text, word)).collect()
}

/// The words as a search again, spelled as they were.
pub(super) fn join<'a>(pieces: impl IntoIterator<Item = &'a Piece>) -> String {
    let written: Vec<&str> = pieces.into_iter().map(|piece| piece.written.as_str()).collect();
    written.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{join, pieces};
    use crate::search::prepare;
    use crate::testing::texts;

    #[test]
    fn the_rest_is_spelled_as_it_was() {
        for (text, want) in [
            ("a  IS:Resolved\tx:'a b'", "a IS:Resolved x:'a b'"),
            ("a\"b c", "ab c"),
            ("x:\"a b", "x:\"a b\""),
            ("'a  \"\" b'c can't", "'a  \"\" b'c can't"),
            ("'a x:b", "a x:b"),
        ] {
            assert_eq!(join(&pieces(text)), want, "{text}");
        }
    }

    #[test]
    fn pieces_read_alone_mean_the_same() {
        for typed in texts(8000) {
            let all = pieces(&typed);
            assert_eq!(prepare(&join(&all)), prepare(&typed), "{typed:?}");
            for piece in &all {
                let alone = pieces(&piece.written);
                let said: Vec<String> = alone.iter().map(|piece| piece.token.to_string()).collect();
                assert_eq!(said.join(" "), piece.token.to_string(), "{typed:?}");
            }
        }
    }
}
