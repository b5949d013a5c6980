//! Web addresses in a text that nobody marked as links.

use super::Node;
use crate::safe_url::SafeUrl;

/// The same pieces, with the addresses in their texts as links.
pub(super) fn with_links(nodes: Vec<Node>) -> Vec<Node> {
    let mut out = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node {
            Node::Text(text) => split(&text, &mut out),
            node => out.push(node),
        }
    }
    out
}

fn split(text: &str, out: &mut Vec<Node>) {
    let mut rest = text;
    // What is looked through but is no address belongs to the text before the next one.
    let mut from = 0;
    while let Some(at) = next_start(rest, from) {
        let length = length_of(&rest[at..]);
        let address = &rest[at..at + length];
        match SafeUrl::web(address) {
            Some(url) => {
                push(out, &rest[..at]);
                out.push(Node::Link(url, vec![Node::Text(address.to_owned())]));
                rest = &rest[at + length..];
                from = 0;
            }
            None => from = at + "http".len(),
        }
    }
    push(out, rest);
}

fn push(out: &mut Vec<Node>, text: &str) {
    if !text.is_empty() {
        out.push(Node::Text(text.to_owned()));
    }
}

/// Where the next `http://` or `https://` begins that is not the end of a longer word.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let mut from = from;
    loop {
        let at = from + text.get(from..)?.find("http")?;
        let after = &text[at + "http".len()..];
        let is_scheme = after.starts_with("://") || after.starts_with("s://");
        let is_word = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        if is_scheme && !is_word {
            return Some(at);
        }
        from = at + "http".len();
    }
}

/// How long the address is, in bytes: the punctuation of the sentence around it is not part of it.
fn length_of(text: &str) -> usize {
    let end = text
        .find(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`' | '|' | '\\'))
        .unwrap_or(text.len());
    let mut address = &text[..end];
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~']);
        let closes = |open: char, close: char| {
            shorter.ends_with(close) && shorter.matches(close).count() > shorter.matches(open).count()
        };
        if closes('(', ')') || closes('[', ']') || closes('{', '}') {
            address = &shorter[..shorter.len() - 1];
        } else if shorter.len() == address.len() {
            return address.len();
        } else {
            address = shorter;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::markdown::Node;
    use crate::testing::texts;

    fn found(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        split(text, &mut out);
        out.into_iter()
            .filter_map(|node| match node {
                Node::Link(url, _) => Some(url.to_string()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        for (text, want) in [
            ("https://example.com", vec!["https://example.com"]),
            ("(see https://example.com/a.)", vec!["https://example.com/a"]),
            ("https://example.com/a_(b)", vec!["https://example.com/a_(b)"]),
            ("https://example.com/?q=[1], x", vec!["https://example.com/?q=[1]"]),
            ("a http://a.example,http://b.example", vec!["http://b.example"]),
            (
                "http://a.example, http://b.example!",
                vec!["http://a.example", "http://b.example"],
            ),
            ("xhttp://a.example", vec![]),
            ("http://", vec![]),
            ("httphttp://a.example", vec![]),
            ("https://u@evil.example http://ok.example", vec!["http://ok.example"]),
            ("ftp://a.example javascript:alert(1)", vec![]),
        ] {
            assert_eq!(found(text), want, "{text:?}");
        }
    }

    #[test]
    fn no_word_is_lost() {
        for text in texts(5_000) {
            let text = format!("{text} https://example.com/{text}");
            let mut out = Vec::new();
            split(&text, &mut out);
            let said: String = out
                .iter()
                .map(|node| match node {
                    Node::Text(text) => text.clone(),
                    Node::Link(url, _) => url.to_string(),
                    _ => String::new(),
                })
                .collect();
            assert_eq!(said, text);
        }
    }
}
