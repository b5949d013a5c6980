//! The search language of the issue list, as the server reads it (`contract/server-notes.md`, section 4):
//! `is:`, `level:`, `has:` and tags, then text. `prepare` turns what people type into what the server can do;
//! `suggest` helps them to type it, `chips` shows it in pieces, `pasted` knows what is no search at all.

#[cfg(test)]
mod as_server;
mod chips;
mod notes;
mod pasted;
mod piece;
mod prepare;
mod recent;
mod short_id;
mod suggest;
mod token;
mod words;

pub use chips::{Chip, ChipKind, chips};
pub use pasted::{Pasted, pasted};
pub use prepare::{Prepared, prepare, query_to_send};
pub use recent::{from_text, remember, to_text};
pub use short_id::short_id_number;
pub use suggest::{Help, Known, Suggestion, suggest};
pub use token::{Token, parse, print};

/// What is searched for when nothing else is said. The server has no default of its own.
pub const DEFAULT_QUERY: &str = "is:unresolved";

/// What `is:` can ask for.
const STATUSES: &[&str] = &["unresolved", "resolved", "ignored"];

/// What `level:` can ask for, the worst first.
const LEVELS: &[&str] = &["fatal", "error", "warning", "info", "debug", "sample"];

/// The event id that the text is, if it is one: 32 hex digits, or a UUID with dashes; given back in lower case
/// without dashes. Searched for alone, the server answers with the issue of that event.
pub fn event_id(text: &str) -> Option<String> {
    let text = text.trim();
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    if lengths != [32] && lengths != [8, 4, 4, 4, 12] {
        return None;
    }
    let digits: String = text
        .chars()
        .filter(|c| *c != '-')
        .map(|c| c.to_ascii_lowercase())
        .collect();
    digits.bytes().all(|b| b.is_ascii_hexdigit()).then_some(digits)
}

/// The query with one more tag, put before the text; as it was if the tag is there already.
pub fn with_tag(query: &str, key: &str, value: &str) -> String {
    let mut tokens = parse(query);
    let tag = token::structured(key, value);
    if !tokens.contains(&tag) {
        let at = tokens
            .iter()
            .position(|token| matches!(token, Token::Text(_)))
            .unwrap_or(tokens.len());
        tokens.insert(at, tag);
    }
    print(&tokens)
}

#[cfg(test)]
mod tests {
    use super::{event_id, with_tag};

    #[test]
    fn event_ids_are_known_in_both_spellings() {
        let bare = "0123456789abcdef0123456789abcdef";
        for text in [
            bare,
            "01234567-89ab-cdef-0123-456789abcdef",
            " 0123456789ABCDEF0123456789ABCDEF ",
        ] {
            assert_eq!(event_id(text).as_deref(), Some(bare), "{text}");
        }
        for text in [
            "",
            "0123456789abcdef0123456789abcde",
            "0123456789abcdef0123456789abcdefa",
            "g123456789abcdef0123456789abcdef",
            "0123-456789abcdef0123456789abcdef",
            "01234567-89ab-cdef-0123456789abcdef-",
            "0123456789abcdef 123456789abcdef",
            "é123456789abcdef0123456789abcdé",
        ] {
            assert_eq!(event_id(text), None, "{text}");
        }
    }

    #[test]
    fn a_tag_goes_before_the_text_and_only_once() {
        assert_eq!(
            with_tag("is:unresolved payment", "browser", "Mobile Safari"),
            "is:unresolved browser:\"Mobile Safari\" payment"
        );
        assert_eq!(
            with_tag("browser:\"Mobile Safari\"", "browser", "Mobile Safari"),
            "browser:\"Mobile Safari\""
        );
        assert_eq!(with_tag("", "level", "fatal"), "level:fatal");
        assert_eq!(with_tag("a", "say", "\"hi\" \\ 'x'"), r#"say:"\"hi\" \\ 'x'" a"#);
    }
}
