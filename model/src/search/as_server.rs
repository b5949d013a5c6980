//! How the server reads a search, for tests: another hand's reading of the same rules, to compare with ours.

use super::{Token, event_id, parse, prepare};
use crate::testing::texts;

/// What the server looks for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Meaning {
    /// Keys and values; all must hold, so that neither order nor repetition matters.
    terms: Vec<(String, String)>,
    /// The words of the text.
    text: String,
}

impl Meaning {
    fn new(mut terms: Vec<(String, String)>, text: String) -> Self {
        terms.sort();
        terms.dedup();
        let text = event_id(&text).filter(|_| terms.is_empty()).unwrap_or(text);
        Self { terms, text }
    }
}

/// Splits as a POSIX shell does. None: a quote is left open, which the server answers with an error 500.
fn shell_split(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            ' ' | '\t' | '\r' | '\n' => words.extend(word.take()),
            '\'' => {
                let inside = rest.as_str();
                let end = inside.find('\'')?;
                word.get_or_insert_default().push_str(&inside[..end]);
                rest = inside[end + 1..].chars();
            }
            '"' => loop {
                let word = word.get_or_insert_default();
                match rest.next()? {
                    '"' => break,
                    '\\' => match rest.next()? {
                        escaped @ ('"' | '\\') => word.push(escaped),
                        other => word.extend(['\\', other]),
                    },
                    other => word.push(other),
                }
            },
            '\\' => word.get_or_insert_default().push(rest.next()?),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    Some(words)
}

/// Terms up to the first word without a colon; everything from there on is text.
fn server_reads(query: &str) -> Option<Meaning> {
    let words = shell_split(query)?;
    let terms: Vec<(String, String)> = words
        .iter()
        .map_while(|word| word.split_once(':'))
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    let text = words[terms.len()..].join(" ");
    Some(Meaning::new(terms, text))
}

/// What the tokens ask for, whatever their order: keys and fixed values small, the text without colons.
fn meaning_of(tokens: &[Token]) -> Meaning {
    let mut terms = Vec::new();
    let mut text = String::new();
    for token in tokens {
        let (key, value) = match token {
            Token::Is(value) => ("is", value),
            Token::Level(value) => ("level", value),
            Token::Has(value) => ("has", value),
            Token::Tag { key, value } => (key.as_str(), value),
            Token::Text(words) => {
                text = format!("{text} {words}");
                continue;
            }
        };
        terms.push(match key.to_ascii_lowercase() {
            small if small == "is" || small == "level" => (small, value.to_ascii_lowercase()),
            small if small == "has" => (small, value.clone()),
            _ => (key.to_owned(), value.clone()),
        });
    }
    let text = text.replace(':', " ");
    Meaning::new(terms, text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn the_server_reads_what_was_meant() {
    let mut with_both = 0;
    for typed in texts(30_000) {
        let meant = meaning_of(&parse(&typed));
        with_both += usize::from(!meant.terms.is_empty() && !meant.text.is_empty());
        let sent = prepare(&typed).query;
        assert_eq!(server_reads(&sent), Some(meant), "{typed:?} sent as {sent:?}");
    }
    assert!(with_both > 1000, "{with_both}");
}

#[test]
fn what_is_printed_means_the_same() {
    for typed in texts(30_000) {
        let tokens = parse(&typed);
        let printed = super::print(&tokens);
        assert_eq!(
            meaning_of(&parse(&printed)),
            meaning_of(&tokens),
            "{typed:?} as {printed:?}"
        );
        assert_eq!(
            prepare(&printed).query,
            prepare(&typed).query,
            "{typed:?} as {printed:?}"
        );
        // In the order of the server, and without what it cannot search for, nothing is left to put right.
        let in_order = prepare(&typed).query;
        let reprinted = super::print(&parse(&in_order));
        assert_eq!(server_reads(&reprinted), server_reads(&in_order), "{typed:?}");
    }
}

#[test]
fn the_reading_is_the_servers() {
    for (query, terms, text) in [
        (
            "is:unresolved browser:\"Firefox 132.0\" payment is:late",
            &[("browser", "Firefox 132.0"), ("is", "unresolved")][..],
            "payment is:late",
        ),
        ("url:http://a:80/", &[("url", "http://a:80/")], ""),
        (r#"a:"\"b\" \c" 'd e'"#, &[("a", r#""b" \c"#)], "d e"),
        ("KeyError: 'x'", &[("KeyError", "")], "x"),
        (
            "1F9D100E-084d-44fe-9697-20b64face499",
            &[],
            "1f9d100e084d44fe969720b64face499",
        ),
    ] {
        let terms = terms.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let text = text.to_owned();
        assert_eq!(server_reads(query), Some(Meaning { terms, text }), "{query}");
    }
    for query in ["payment \"unclosed", "it's", "end\\"] {
        assert_eq!(server_reads(query), None, "{query}");
    }
}
