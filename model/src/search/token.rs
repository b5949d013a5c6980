//! What the words of a search mean to the server, and how they are written again.

use super::words::{Word, split};
use std::fmt;

/// One piece of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// `is:unresolved`, `is:resolved`, `is:ignored`.
    Is(String),
    /// `level:fatal` and the like.
    Level(String),
    /// `has:release`: issues with an event that has the tag.
    Has(String),
    /// `browser:"Mobile Safari"`: a tag with exactly this value.
    Tag {
        /// The tag's key.
        key: String,
        /// Its value.
        value: String,
    },
    /// Words that are searched for in the title and the like.
    Text(String),
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (key, value) = match self {
            Self::Is(value) => ("is", value),
            Self::Level(value) => ("level", value),
            Self::Has(value) => ("has", value),
            Self::Tag { key, value } => (key.as_str(), value),
            Self::Text(text) => {
                let words: Vec<String> = text.split_whitespace().map(quoted).collect();
                return f.write_str(&words.join(" "));
            }
        };
        if needs_quotes(key) {
            f.write_str(&quoted(&format!("{key}:{value}")))
        } else {
            let is_plain = is_value(key, value) && !needs_quotes(value);
            write!(f, "{key}:{}", if is_plain { value.clone() } else { in_quotes(value) })
        }
    }
}

impl Token {
    /// The token in the spelling of the wire: its words are small, people's need not be.
    pub(super) fn spelled(self) -> Self {
        match self {
            Self::Is(value) => Self::Is(value.to_ascii_lowercase()),
            Self::Level(value) => Self::Level(value.to_ascii_lowercase()),
            Self::Tag { key, value } if key.eq_ignore_ascii_case("is") => Self::Is(value.to_ascii_lowercase()),
            Self::Tag { key, value } if key.eq_ignore_ascii_case("level") => Self::Level(value.to_ascii_lowercase()),
            Self::Tag { key, value } if key.eq_ignore_ascii_case("has") => Self::Has(value),
            token => token,
        }
    }
}

/// The tokens as a query again, with quotes where they are needed. No quote is left open.
pub fn print(tokens: &[Token]) -> String {
    let printed: Vec<String> = tokens
        .iter()
        .map(Token::to_string)
        .filter(|text| !text.is_empty())
        .collect();
    printed.join(" ")
}

fn needs_quotes(text: &str) -> bool {
    text.is_empty() || text.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '\\'))
}

fn quoted(text: &str) -> String {
    if needs_quotes(text) {
        in_quotes(text)
    } else {
        text.to_owned()
    }
}

fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Reads a search. Tokens are found wherever they stand, in the order written; words between them become one
/// text. Quotes are taken off, since they mean nothing in a text; one that is never closed ends with the search.
pub fn parse(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for word in split(text) {
        push(&mut tokens, read(&word));
    }
    tokens
}

/// What one word means; a quoted phrase is several words of text.
pub(super) fn read(word: &Word) -> Token {
    match read_word(&word.text, word.has_quoted_value) {
        Token::Text(phrase) => {
            let words: Vec<String> = phrase.split_whitespace().map(read_quoted).collect();
            Token::Text(words.join(" "))
        }
        token => token,
    }
}

/// A word of a quoted phrase is text. Where it looks like a token, its colons get space behind them, so that it
/// stays text when it is printed and read again.
fn read_quoted(word: &str) -> String {
    match read_word(word, false) {
        Token::Text(word) => word,
        _ => word.replace(':', ": ").trim_end().to_owned(),
    }
}

/// Adds a token; a word behind a text becomes part of it.
fn push(tokens: &mut Vec<Token>, token: Token) {
    match (tokens.last_mut(), token) {
        (Some(Token::Text(text)), Token::Text(word)) => {
            text.push(' ');
            text.push_str(&word);
        }
        (_, token) => tokens.push(token),
    }
}

fn read_word(word: &str, has_quoted_value: bool) -> Token {
    match word.split_once(':') {
        Some((key, value)) if is_key(key) && (is_value(key, value) || has_quoted_value && !value.is_empty()) => {
            structured(key, value)
        }
        _ => Token::Text(word.to_owned()),
    }
}

/// Whether this can be the key of a tag: it begins with a letter, after the `!` or `-` that other trackers have,
/// and is not the type of an exception, as in a pasted `KeyError:'x'`.
fn is_key(key: &str) -> bool {
    let bare = key.strip_prefix(['!', '-']).unwrap_or(key);
    bare.starts_with(char::is_alphabetic)
        && bare
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'))
        && !bare.ends_with("Error")
        && !bare.ends_with("Exception")
}

/// Whether this can be the value of a tag without quotes: not the rest of `http://`, `C:\` or `Foo::Bar`, but the
/// path of `transaction:/checkout`.
fn is_value(key: &str, value: &str) -> bool {
    let is_path = value.starts_with('/') && !value.starts_with("//") && key.len() > 1;
    is_path || !value.is_empty() && !value.starts_with([':', '/', '\\'])
}

/// The token for a key and a value.
pub(super) fn structured(key: &str, value: &str) -> Token {
    let value = value.to_owned();
    match key {
        "is" => Token::Is(value),
        "level" => Token::Level(value),
        "has" => Token::Has(value),
        _ => Token::Tag {
            key: key.to_owned(),
            value,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, parse, print};
    use crate::testing::texts;

    fn tag(key: &str, value: &str) -> Token {
        Token::Tag {
            key: key.to_owned(),
            value: value.to_owned(),
        }
    }

    fn text(words: &str) -> Token {
        Token::Text(words.to_owned())
    }

    #[test]
    fn tokens_are_found_wherever_they_stand() {
        assert_eq!(
            parse("is:unresolved level:fatal has:release os.name:\"Mac OS X\" payment failed"),
            [
                Token::Is("unresolved".to_owned()),
                Token::Level("fatal".to_owned()),
                Token::Has("release".to_owned()),
                tag("os.name", "Mac OS X"),
                text("payment failed"),
            ]
        );
        assert_eq!(
            parse("payment is:resolved failed"),
            [text("payment"), Token::Is("resolved".to_owned()), text("failed")]
        );
        assert_eq!(
            parse("!is:resolved -browser:Chrome"),
            [tag("!is", "resolved"), tag("-browser", "Chrome")]
        );
    }

    #[test]
    fn text_with_a_colon_is_text() {
        for pasted in [
            "KeyError: 'x'",
            "http://example.com/a",
            "C:\\src\\x.cs",
            "ActiveRecord::RecordNotFound",
            "10:30",
            ":",
            "a:",
            ":b",
            "KeyError:'x'",
            "\"payment failed:timeout\"",
            "C:/src/x.cs",
            "\"http://example.com/a\"",
        ] {
            let tokens = parse(pasted);
            assert!(
                tokens.iter().all(|token| matches!(token, Token::Text(_))),
                "{pasted}: {tokens:?}"
            );
        }
    }

    #[test]
    fn quotes_hold_together_and_are_never_left_open() {
        for (typed, want) in [
            ("key:'a b'", vec![tag("key", "a b")]),
            ("key:\"a b", vec![tag("key", "a b")]),
            ("\"key:a b\"", vec![tag("key", "a b")]),
            (r#"key:"a\"b\\c""#, vec![tag("key", "a\"b\\c")]),
            ("can't stop", vec![text("can't stop")]),
            (
                "'open is:resolved",
                vec![text("open"), Token::Is("resolved".to_owned())],
            ),
            ("transaction:/pay", vec![tag("transaction", "/pay")]),
            ("cdn:\"//a\"", vec![tag("cdn", "//a")]),
            ("host:'::1'", vec![tag("host", "::1")]),
            ("\"\" '' a", vec![text("a")]),
            ("\"a  b\"", vec![text("a b")]),
            ("a\u{0}b\nc", vec![text("ab c")]),
            ("", vec![]),
        ] {
            assert_eq!(parse(typed), want, "{typed}");
        }
    }

    #[test]
    fn every_value_can_be_printed() {
        for value in texts(4000).filter(|value| !value.is_empty() && !value.contains(char::is_control)) {
            let tokens = [tag("cdn", &value)];
            assert_eq!(parse(&print(&tokens)), tokens);
        }
    }

    #[test]
    fn what_is_printed_reads_the_same() {
        for typed in texts(8000) {
            let printed = print(&parse(&typed));
            assert_eq!(print(&parse(&printed)), printed, "{typed:?}");
            // Without escaped ones, double quotes come in pairs; a single one stands only between them.
            let bare = printed.replace("\\\\", "").replace("\\\"", "");
            assert_eq!(bare.matches('"').count() % 2, 0, "{printed}");
            assert!(
                bare.split('"')
                    .step_by(2)
                    .all(|outside| !outside.contains(['\'', '\\'])),
                "{printed}"
            );
        }
    }
}
