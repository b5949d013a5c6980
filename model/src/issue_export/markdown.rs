//! Hostile text within Markdown.

use crate::safe_url::SafeUrl;

/// One line of text for any place within a paragraph: what would begin markup, HTML or a link stands behind a
/// backslash, as CommonMark and its GitHub flavour read it.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        if means_something(text, at, c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn means_something(text: &str, at: usize, c: char) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' | '@' => true,
        // Bare addresses become links too: after `https:` and after `www.`
        ':' => text[at..].starts_with("://"),
        '.' => text
            .get(at.saturating_sub(3)..at)
            .is_some_and(|before| before.eq_ignore_ascii_case("www")),
        _ => false,
    }
}

/// An address as the target of a link, in which nothing closes the link.
pub(super) fn target(url: &SafeUrl) -> String {
    url.as_str().replace('(', "%28").replace(')', "%29")
}
