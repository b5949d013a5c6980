//! Puts right what people type, and says what the server cannot do.

use super::event_id;
use super::notes;
use super::piece::{Piece, pieces};
use super::token::{Token, print};

/// A search as it is sent, and what the searcher should know about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prepared {
    /// What is sent: tokens first, then text, quotes balanced.
    pub query: String,
    /// A sentence for everything that the server cannot do, or that was changed so that it means something. Each
    /// names what it is about.
    pub notes: Vec<String>,
}

/// Makes the query for the server out of what was typed. Applied to its own result it changes nothing.
///
/// Put right silently: text goes behind the tokens (the server takes everything behind the first word for text),
/// quotes are balanced (an open one is an error 500), `IS:Resolved` is spelled small, and so is an event id that
/// stands alone. A token that the server takes for a tag stays, and finds nothing, rather than widening the
/// search; a note says why.
pub fn prepare(text: &str) -> Prepared {
    let (tokens, words) = arrange(&pieces(text));
    Prepared {
        notes: notes::on(&tokens, &words),
        query: sent(tokens, &words),
    }
}

/// The query of [`prepare`] without the notes: all that is needed to ask, and less code to load for it.
pub fn query_to_send(text: &str) -> String {
    let (tokens, words) = arrange(&pieces(text));
    sent(tokens, &words)
}

fn sent(mut tokens: Vec<Token>, words: &[String]) -> String {
    let text = text_of(words);
    let text = event_id(&text).filter(|_| tokens.is_empty()).unwrap_or(text);
    if !text.is_empty() {
        tokens.push(Token::Text(text));
    }
    print(&tokens)
}

/// The tokens of a search, each once and in the spelling of the wire, and the words that are none.
pub(super) fn arrange(pieces: &[Piece]) -> (Vec<Token>, Vec<String>) {
    let mut tokens = Vec::new();
    let mut words = Vec::new();
    for piece in pieces {
        match piece.token.clone().spelled() {
            Token::Text(text) => words.extend(text.split_whitespace().map(str::to_owned)),
            token if !tokens.contains(&token) => tokens.push(token),
            _ => {}
        }
    }
    (tokens, words)
}

/// What is searched for in the place of the words: the server takes a colon for the end of a tag's key.
pub(super) fn text_of(words: &[String]) -> String {
    let apart: Vec<&str> = words
        .iter()
        .flat_map(|word| word.split(':'))
        .filter(|word| !word.is_empty())
        .collect();
    apart.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{prepare, query_to_send};
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
            ("SHOP-API-1", "SHOP-API-1"),
            ("0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef"),
            (
                " \"01234567-89AB-cdef-0123-456789abcdef\"",
                "0123456789abcdef0123456789abcdef",
            ),
            ("transaction:/pay", "transaction:/pay"),
            ("cdn:\"//a b\"", "cdn:\"//a b\""),
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
            ("issue:SHOP-API-1", "issue:SHOP-API-1", "short id"),
            (
                "is:resolved 0123456789ABCDEF0123456789abcdef",
                "is:resolved 0123456789ABCDEF0123456789abcdef",
                "alone",
            ),
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
            assert_eq!(query_to_send(&typed), once, "{typed:?}");
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
