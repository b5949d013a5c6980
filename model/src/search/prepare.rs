//! Puts right what people type, and says what the server cannot do.

use super::token::{Token, parse, print};

/// A search as it is sent, and what the searcher should know about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prepared {
    /// What is sent: tokens first, then text, quotes balanced.
    pub query: String,
    /// A sentence for everything that the server cannot do, or that was changed so that it means something.
    pub notes: Vec<String>,
}

/// Words of other trackers' searches that this server takes for tags, and what to do in their place.
const ELSEWHERE: &[(&str, &str)] = &[
    ("assigned", "GlitchTip cannot search for who an issue is assigned to"),
    ("assigned_to", "GlitchTip cannot search for who an issue is assigned to"),
    ("bookmarks", "GlitchTip has no bookmarks"),
    (
        "firstSeen",
        "choose a time range to search by when an issue was first seen",
    ),
    (
        "first_seen",
        "choose a time range to search by when an issue was first seen",
    ),
    (
        "lastSeen",
        "GlitchTip cannot search by when an issue was last seen; sort by it",
    ),
    (
        "last_seen",
        "GlitchTip cannot search by when an issue was last seen; sort by it",
    ),
    ("age", "choose a time range to search by when an issue was first seen"),
    (
        "timesSeen",
        "GlitchTip cannot search by the number of events; sort by it",
    ),
    (
        "times_seen",
        "GlitchTip cannot search by the number of events; sort by it",
    ),
    ("project", "choose projects in the project filter"),
    ("status", "write is:unresolved, is:resolved or is:ignored"),
    ("issue", "GlitchTip cannot search for short ids"),
];

/// Makes the query for the server out of what was typed. Applied to its own result it changes nothing.
///
/// Put right silently: text goes behind the tokens (the server takes everything behind the first word for text),
/// quotes are balanced (an open one is an error 500), `IS:Resolved` is spelled small. A token that the server
/// takes for a tag stays, and finds nothing, rather than widening the search; a note says why.
pub fn prepare(text: &str) -> Prepared {
    let mut notes = Vec::new();
    let mut tokens = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for token in parse(text) {
        match token {
            Token::Text(text) => words.extend(text.split_whitespace().map(str::to_owned)),
            token => {
                let token = spelled(token);
                notes.extend(note_on(&token));
                if !tokens.contains(&token) {
                    tokens.push(token);
                }
            }
        }
    }
    notes.extend(note_on_several(&tokens));
    let text = text_of(&words, &mut notes);
    if !text.is_empty() {
        tokens.push(Token::Text(text));
    }
    let mut seen: Vec<String> = Vec::with_capacity(notes.len());
    for note in notes {
        if !seen.contains(&note) {
            seen.push(note);
        }
    }
    Prepared {
        query: print(&tokens),
        notes: seen,
    }
}

/// The words of the wire are small; people's need not be.
fn spelled(token: Token) -> Token {
    match token {
        Token::Is(value) => Token::Is(value.to_ascii_lowercase()),
        Token::Level(value) => Token::Level(value.to_ascii_lowercase()),
        Token::Tag { key, value } if key.eq_ignore_ascii_case("is") => Token::Is(value.to_ascii_lowercase()),
        Token::Tag { key, value } if key.eq_ignore_ascii_case("level") => Token::Level(value.to_ascii_lowercase()),
        Token::Tag { key, value } if key.eq_ignore_ascii_case("has") => Token::Has(value),
        token => token,
    }
}

fn note_on(token: &Token) -> Option<String> {
    match token {
        Token::Is(value) if !matches!(value.as_str(), "unresolved" | "resolved" | "ignored") => Some(format!(
            "“{token}” finds nothing: GlitchTip knows is:unresolved, is:resolved and is:ignored."
        )),
        Token::Level(value)
            if !matches!(
                value.as_str(),
                "sample" | "debug" | "info" | "warning" | "error" | "fatal"
            ) =>
        {
            Some(format!(
                "“{token}” finds nothing: levels are fatal, error, warning, info, debug and sample."
            ))
        }
        Token::Tag { key, .. } if key.starts_with(['!', '-']) => Some(format!(
            "“{token}” finds nothing: GlitchTip cannot search for what an issue is not."
        )),
        Token::Tag { key, value } => {
            if let Some((_, advice)) = ELSEWHERE.iter().find(|(word, _)| word == key) {
                return Some(format!("“{token}” finds nothing: {advice}."));
            }
            value.contains('*').then(|| {
                format!("“{token}” looks for a star: GlitchTip compares tags exactly, upper and lower case included.")
            })
        }
        _ => None,
    }
}

fn note_on_several(tokens: &[Token]) -> Option<String> {
    let count = |matches: fn(&Token) -> bool| tokens.iter().filter(|token| matches(token)).count();
    if count(|token| matches!(token, Token::Is(_))) > 1 {
        return Some("All conditions must hold, and an issue has one status: this finds nothing.".to_owned());
    }
    if count(|token| matches!(token, Token::Level(_))) > 1 {
        return Some("All conditions must hold, and an issue has one level: this finds nothing.".to_owned());
    }
    None
}

/// The text that is sent for the words that are not tokens.
fn text_of(words: &[String], notes: &mut Vec<String>) -> String {
    if words
        .iter()
        .any(|word| matches!(word.as_str(), "OR" | "AND" | "NOT" | "||" | "&&"))
    {
        notes.push("OR, AND and NOT are searched for as words: GlitchTip cannot combine conditions.".to_owned());
    }
    if let [word] = words
        && is_short_id(word)
    {
        notes.push(format!(
            "“{word}” is searched for as text: GlitchTip cannot search for short ids."
        ));
    }
    if words.iter().any(|word| word.starts_with('!') && word.len() > 1) {
        notes.push("“!” is searched for as text: GlitchTip cannot search for what an issue is not.".to_owned());
    }
    if !words.iter().any(|word| word.contains(':')) {
        return words.join(" ");
    }
    let apart: Vec<&str> = words
        .iter()
        .flat_map(|word| word.split(':'))
        .filter(|word| !word.is_empty())
        .collect();
    let text = apart.join(" ");
    notes.push(if text.is_empty() {
        "GlitchTip cannot search for a colon.".to_owned()
    } else {
        format!("GlitchTip cannot search for text with a colon; searched for “{text}” instead.")
    });
    text
}

/// `SHOP-API-1`: capitals, then a number.
fn is_short_id(word: &str) -> bool {
    let Some((slug, number)) = word.rsplit_once('-') else {
        return false;
    };
    !number.is_empty()
        && number.bytes().all(|b| b.is_ascii_digit())
        && slug.starts_with(|c: char| c.is_ascii_uppercase())
        && slug
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::prepare;
    use crate::search::{Token, parse};
    use crate::testing::texts;

    #[test]
    fn what_is_safe_is_put_right_silently() {
        for (typed, want) in [
            ("is:unresolved", "is:unresolved"),
            ("", ""),
            ("  payment   failed ", "payment failed"),
            (
                "payment is:unresolved level:error failed",
                "is:unresolved level:error payment failed",
            ),
            ("IS:Resolved Level:FATAL", "is:resolved level:fatal"),
            ("is:resolved is:resolved", "is:resolved"),
            ("browser:\"Mobile Safari", "browser:\"Mobile Safari\""),
            ("can't reach", "\"can't\" reach"),
            ("reading 'total'", "reading total"),
            ("*paym*", "*paym*"),
            ("environment:Production", "environment:Production"),
            ("0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef"),
        ] {
            let prepared = prepare(typed);
            assert_eq!(
                (prepared.query.as_str(), prepared.notes.len()),
                (want, 0),
                "{typed}: {:?}",
                prepared.notes
            );
        }
    }

    #[test]
    fn what_the_server_cannot_do_is_said() {
        for (typed, want, word) in [
            ("!is:resolved", "!is:resolved", "is not"),
            ("-browser:Chrome", "-browser:Chrome", "is not"),
            ("payment !failed", "payment !failed", "is not"),
            ("payment OR refund", "payment OR refund", "OR"),
            ("is:unresolved is:ignored", "is:unresolved is:ignored", "one status"),
            ("level:fatal level:error", "level:fatal level:error", "one level"),
            ("is:assigned", "is:assigned", "is:unresolved"),
            ("level:bad", "level:bad", "levels are"),
            ("assigned:me", "assigned:me", "assigned"),
            ("bookmarks:me", "bookmarks:me", "bookmarks"),
            ("firstSeen:>2026-01-01", "firstSeen:>2026-01-01", "time range"),
            ("lastSeen:-24h", "lastSeen:-24h", "last seen"),
            ("timesSeen:>10", "timesSeen:>10", "number of events"),
            ("project:shop", "project:shop", "project filter"),
            ("browser:Chrom*", "browser:Chrom*", "exactly"),
            ("SHOP-API-1", "SHOP-API-1", "short ids"),
            ("KeyError: 'x'", "KeyError x", "colon"),
            ("http://example.com/a", "http //example.com/a", "colon"),
            (
                "ActiveRecord::RecordNotFound is:resolved",
                "is:resolved ActiveRecord RecordNotFound",
                "colon",
            ),
            ("::", "", "colon"),
        ] {
            let prepared = prepare(typed);
            assert_eq!(prepared.query, want, "{typed}");
            assert_eq!(prepared.notes.len(), 1, "{typed}: {:?}", prepared.notes);
            assert!(prepared.notes[0].contains(word), "{typed}: {:?}", prepared.notes);
        }
        assert_eq!(prepare("!a:1 !b:2 x: OR").notes.len(), 4);
    }

    #[test]
    fn prepared_once_is_prepared_for_good() {
        for typed in texts(8000) {
            let once = prepare(&typed).query;
            assert_eq!(prepare(&once).query, once, "{typed:?}");
            let tokens = parse(&once);
            let texts = tokens.iter().filter(|token| matches!(token, Token::Text(_))).count();
            assert!(
                texts == 0 || texts == 1 && matches!(tokens.last(), Some(Token::Text(_))),
                "{typed:?}: {tokens:?}"
            );
            assert!(!once.contains(char::is_control), "{typed:?}");
        }
    }
}
