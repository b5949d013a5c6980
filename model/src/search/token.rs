//! Words of a search, as the server splits and reads them.

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
            write!(f, "{key}:{}", quoted(value))
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
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    } else {
        text.to_owned()
    }
}

/// Reads a search. Tokens are found wherever they stand, in the order written; words between them become one
/// text. Quotes are taken off, since they mean nothing in a text; one that is never closed ends with the search.
pub fn parse(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for word in split(text) {
        match read_word(&word) {
            Token::Text(phrase) => phrase
                .split_whitespace()
                .for_each(|word| push(&mut tokens, read_quoted(word))),
            token => tokens.push(token),
        }
    }
    tokens
}

/// A word of a quoted phrase is text. Where it looks like a token, its colons get space behind them, so that it
/// stays text when it is printed and read again.
fn read_quoted(word: &str) -> Token {
    Token::Text(match read_word(word) {
        Token::Text(word) => word,
        _ => word.replace(':', ": ").trim_end().to_owned(),
    })
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

fn read_word(word: &str) -> Token {
    match word.split_once(':') {
        Some((key, value)) if is_key(key) && is_value(value) => structured(key, value),
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

/// Whether this can be the value of a tag: not the rest of `http://`, `C:\` or `Foo::Bar`.
fn is_value(value: &str) -> bool {
    !value.is_empty() && !value.starts_with([':', '/', '\\'])
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

/// Splits like a shell: white space divides, quotes hold together, a backslash takes the next character as it
/// is inside double quotes. Different from a shell, an apostrophe inside a word (`can't`) is a letter, an
/// apostrophe that is never closed is dropped, and a double quote that is never closed ends with the text.
fn split(text: &str) -> Vec<String> {
    let chars: Vec<char> = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect();
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        at += 1;
        if c.is_whitespace() {
            words.extend(word.take());
            continue;
        }
        let current = word.get_or_insert_default();
        match c {
            '"' => at = read_double_quoted(&chars, at, current),
            '\'' if current.chars().last().is_some_and(char::is_alphanumeric) => current.push(c),
            '\'' => {
                if let Some(length) = chars[at..].iter().position(|c| *c == '\'') {
                    current.extend(&chars[at..at + length]);
                    at += length + 1;
                }
            }
            _ => current.push(c),
        }
    }
    words.extend(word);
    words.retain(|word| !word.trim().is_empty());
    words
}

/// Reads up to the closing quote; gives the place behind it.
fn read_double_quoted(chars: &[char], mut at: usize, word: &mut String) -> usize {
    while let Some(&c) = chars.get(at) {
        at += 1;
        match (c, chars.get(at)) {
            ('"', _) => break,
            ('\\', Some(&next @ ('"' | '\\'))) => {
                word.push(next);
                at += 1;
            }
            _ => word.push(c),
        }
    }
    at
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
            ("\"\" '' a", vec![text("a")]),
            ("\"a  b\"", vec![text("a b")]),
            ("a\u{0}b\nc", vec![text("ab c")]),
            ("", vec![]),
        ] {
            assert_eq!(parse(typed), want, "{typed}");
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
