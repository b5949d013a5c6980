//! Splits a search into words, nearly as a shell does, and remembers where each stood.

use std::ops::Range;

/// A word of a search, without its quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// What it says.
    pub text: String,
    /// Where it stood, quotes included: bytes of the search.
    pub range: Range<usize>,
    /// Whether its double quote is never closed, so that it goes on to the end of the search.
    pub is_open: bool,
    /// Whether every quote in it is closed.
    pub is_balanced: bool,
    /// Whether a quote follows its first colon, as in `url:"//cdn"`: what is behind it is a value, whatever it
    /// looks like.
    pub has_quoted_value: bool,
}

impl Word {
    fn starting_at(place: usize) -> Self {
        Self {
            text: String::new(),
            range: place..place,
            is_open: false,
            is_balanced: true,
            has_quoted_value: false,
        }
    }

    fn meet_quote(&mut self) {
        self.has_quoted_value |= self.text.find(':').is_some_and(|at| at + 1 == self.text.len());
    }
}

/// Splits like a shell: white space divides, quotes hold together, a backslash takes the next character as it
/// is inside double quotes. Different from a shell, an apostrophe inside a word (`can't`) is a letter, an
/// apostrophe that is never closed is dropped, and a double quote that is never closed ends with the text.
pub(super) fn split(text: &str) -> Vec<Word> {
    let chars: Vec<(usize, char)> = text
        .char_indices()
        .map(|(place, c)| (place, if c.is_whitespace() { ' ' } else { c }))
        .filter(|(_, c)| !c.is_control())
        .collect();
    let mut words = Vec::new();
    let mut word: Option<Word> = None;
    let mut at = 0;
    while let Some(&(place, c)) = chars.get(at) {
        at += 1;
        if c == ' ' {
            finish(&mut words, word.take(), place);
            continue;
        }
        let current = word.get_or_insert_with(|| Word::starting_at(place));
        match c {
            '"' => {
                current.meet_quote();
                at = read_double_quoted(&chars, at, current);
            }
            '\'' if current.text.ends_with(char::is_alphanumeric) => current.text.push(c),
            '\'' => {
                if let Some(length) = chars[at..].iter().position(|(_, c)| *c == '\'') {
                    current.meet_quote();
                    current.text.extend(chars[at..at + length].iter().map(|(_, c)| c));
                    at += length + 1;
                } else {
                    current.is_balanced = false;
                }
            }
            _ => current.text.push(c),
        }
    }
    finish(&mut words, word, text.len());
    words
}

fn finish(words: &mut Vec<Word>, word: Option<Word>, end: usize) {
    if let Some(mut word) = word.filter(|word| !word.text.trim().is_empty()) {
        word.range.end = end;
        words.push(word);
    }
}

/// Reads up to the closing quote; gives the place behind it.
fn read_double_quoted(chars: &[(usize, char)], mut at: usize, word: &mut Word) -> usize {
    while let Some(&(_, c)) = chars.get(at) {
        at += 1;
        match (c, chars.get(at)) {
            ('"', _) => return at,
            ('\\', Some(&(_, next @ ('"' | '\\')))) => {
                word.text.push(next);
                at += 1;
            }
            _ => word.text.push(c),
        }
    }
    word.is_open = true;
    word.is_balanced = false;
    at
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::testing::texts;

    #[test]
    fn words_know_where_they_stood() {
        let places = |text: &str| -> Vec<(String, String)> {
            split(text)
                .into_iter()
                .map(|word| (word.text, text[word.range].to_owned()))
                .collect()
        };
        for (text, want) in [
            ("  é is:a ", vec![("é", "é"), ("is:a", "is:a")]),
            (
                r#"x:"a b" 'c d'e f"#,
                vec![("x:a b", r#"x:"a b""#), ("c de", "'c d'e"), ("f", "f")],
            ),
            (r#"a x:"b c "#, vec![("a", "a"), ("x:b c ", r#"x:"b c "#)]),
            ("\"\" a", vec![("a", "a")]),
            ("'a b", vec![("a", "'a"), ("b", "b")]),
        ] {
            let got = places(text);
            let got: Vec<(&str, &str)> = got.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            assert_eq!(got, want, "{text}");
        }
    }

    #[test]
    fn quotes_that_are_never_closed_are_noticed() {
        for (text, is_open, is_balanced) in [
            ("a", false, true),
            ("\"a", true, false),
            ("\"a\\\"", true, false),
            ("\"a\"", false, true),
            ("'a", false, false),
            ("can't", false, true),
        ] {
            let words = split(text);
            assert_eq!(
                (words[0].is_open, words[0].is_balanced),
                (is_open, is_balanced),
                "{text}"
            );
        }
    }

    #[test]
    fn a_balanced_word_reads_the_same_alone() {
        for text in texts(8000) {
            for word in split(&text).into_iter().filter(|word| word.is_balanced) {
                let alone = split(&text[word.range.clone()]);
                assert_eq!(alone.len(), 1, "{text:?}");
                assert_eq!(
                    (&alone[0].text, alone[0].has_quoted_value),
                    (&word.text, word.has_quoted_value),
                    "{text:?}"
                );
            }
        }
    }
}
