//! The place of the caret in a search, and the search with something else in that place.

use crate::search::piece::{Piece, join, pieces};
use crate::search::token::Token;
use crate::search::words::{Word, split};

/// The words of a search, with the one at the caret taken out.
pub(super) struct Place {
    /// The other words, as they were typed.
    others: Vec<Piece>,
    /// How many of them stand before the caret.
    at: usize,
    /// The word up to the caret, without quotes; empty between words.
    typed: String,
    /// The whole word at the caret.
    current: Option<Token>,
}

impl Place {
    /// Finds the word at the caret, which is given in UTF-16 units. None where nothing can be suggested: in a
    /// lone quote, or in the key of a token that has its value.
    pub(super) fn at(text: &str, caret: usize) -> Option<Self> {
        let caret = byte_of(text, caret);
        let (head, tail) = text.split_at(caret);
        let mut words = split(head);
        let word = words.pop_if(|word| word.range.end == caret);
        let start = word.as_ref().map_or(caret, |word| word.range.start);
        let end = match &word {
            Some(word) => end_of_word(text, caret, word),
            None if head.is_empty() || head.ends_with(char::is_whitespace) => caret,
            None => return None,
        };
        let typed = word.map(|word| word.text).unwrap_or_default();
        let whole = text.get(start..end).unwrap_or_default();
        let behind_caret = tail.get(..end - caret).unwrap_or_default();
        if !typed.contains(':') && behind_caret.contains(':') {
            return None;
        }
        let mut others: Vec<Piece> = words.iter().map(|word| Piece::new(head, word)).collect();
        let at = others.len();
        others.extend(pieces(text.get(end..).unwrap_or_default()));
        Some(Self {
            others,
            at,
            typed,
            current: pieces(whole).pop().map(|piece| piece.token.spelled()),
        })
    }

    /// The word up to the caret, without quotes; empty between words.
    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether the search has this token already.
    pub(super) fn has(&self, token: &Token) -> bool {
        self.current.as_ref() == Some(token) || self.others.iter().any(|piece| piece.token.clone().spelled() == *token)
    }

    /// The search with a bare key at the caret, and the caret behind its colon, in UTF-16 units.
    pub(super) fn with_key(&self, key: &str) -> (String, usize) {
        let written = format!("{key}:");
        insert(&self.others.iter().collect::<Vec<_>>(), self.at, &written)
    }

    /// The search with a token, and the caret behind it, in UTF-16 units. The token stands before all text, where
    /// the server looks for it, and takes the place of another status or level.
    pub(super) fn with_token(&self, token: &Token) -> (String, usize) {
        let is_replaced = |piece: &Piece| {
            matches!(
                (token, piece.token.clone().spelled()),
                (Token::Is(_), Token::Is(_)) | (Token::Level(_), Token::Level(_))
            )
        };
        let (before, after) = self.others.split_at(self.at);
        let mut kept: Vec<&Piece> = before.iter().filter(|piece| !is_replaced(piece)).collect();
        let at = kept.len();
        kept.extend(after.iter().filter(|piece| !is_replaced(piece)));
        let first_text = kept.iter().position(|piece| matches!(piece.token, Token::Text(_)));
        insert(&kept, first_text.map_or(at, |text| text.min(at)), &token.to_string())
    }
}

fn insert(pieces: &[&Piece], at: usize, written: &str) -> (String, usize) {
    let (before, after) = pieces.split_at(at);
    let mut text = join(before.iter().copied());
    if !before.is_empty() {
        text.push(' ');
    }
    text.push_str(written);
    let caret = units(&text);
    if !after.is_empty() {
        text.push(' ');
        text.push_str(&join(after.iter().copied()));
    }
    (text, caret)
}

/// Where the word at the caret ends. While its quote is open at the caret, a quote further on closes it only if
/// the word ends there; else it belongs to another word, which is not to be swallowed.
fn end_of_word(text: &str, caret: usize, word: &Word) -> usize {
    if !word.is_open {
        let rest = text.get(word.range.start..).unwrap_or_default();
        let whole = split(rest).first().map_or(0, |word| word.range.end);
        return (word.range.start + whole).max(caret);
    }
    let tail = text.get(caret..).unwrap_or_default();
    let mut is_escaped = false;
    for (at, c) in tail.char_indices() {
        if c == '"' && !is_escaped {
            let behind = tail.get(at + 1..).unwrap_or_default();
            if behind.is_empty() || behind.starts_with(char::is_whitespace) {
                return caret + at + 1;
            }
            break;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    caret + tail.find(char::is_whitespace).unwrap_or(tail.len())
}

/// How many UTF-16 units a text has.
pub(super) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The byte at a place in UTF-16 units; inside a character it is the character's start, behind the text its end.
fn byte_of(text: &str, caret: usize) -> usize {
    let mut passed = 0;
    for (at, c) in text.char_indices() {
        passed += c.len_utf16();
        if passed > caret {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{Place, byte_of, units};

    #[test]
    fn carets_are_counted_as_inputs_do() {
        let text = "a💥é";
        assert_eq!(units(text), 4);
        for (caret, byte) in [(0, 0), (1, 1), (2, 1), (3, 5), (4, 7), (9, 7)] {
            assert_eq!(byte_of(text, caret), byte, "{caret}");
        }
    }

    /// The caret is where the bar is; behind the arrow, the search with `X:` in the place of the word.
    #[test]
    fn the_word_at_the_caret_is_found() {
        for (text, typed, with_key) in [
            ("|", "", "X:"),
            ("is:a |", "", "is:a X:"),
            ("|is:a", "", "X: is:a"),
            ("is:a | b", "", "is:a X: b"),
            ("is:a le|v b", "le", "is:a X: b"),
            ("is:re|solved b", "is:re", "X: b"),
            ("x:\"a b|", "x:a b", "X:"),
            ("x:\"a b| c", "x:a b", "X: c"),
            ("x:\"a |", "x:a ", "X:"),
            ("x:\"a b|c d\" e", "x:a b", "X: e"),
            ("x:\"a b|c\\\" d\" e", "x:a b", "X: e"),
            ("x:\"a b| y:\"c d\" e", "x:a b", "X: y:\"c d\" e"),
            ("x:\"a b\"| e", "x:a b", "X: e"),
            ("'x| y", "x", "X: y"),
            ("💥 l| é", "l", "💥 X: é"),
        ] {
            let (head, tail) = text.split_once('|').expect("a bar");
            let place = Place::at(&format!("{head}{tail}"), units(head)).expect("a place");
            assert_eq!(place.typed(), typed, "{text}");
            assert_eq!(place.with_key("X").0, with_key, "{text}");
        }
        for (text, caret) in [("\"", 1), ("'", 1), ("is:a", 1), ("a \"\"", 4)] {
            assert!(Place::at(text, caret).is_none(), "{text}");
        }
    }
}
