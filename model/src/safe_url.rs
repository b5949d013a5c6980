//! Links built from data that anybody may have sent: the only way to an `href` or `src`.

use crate::text::turns_text;
use std::fmt;

/// Longer texts are no links.
const LONGEST: usize = 8192;

/// An absolute web address that is safe to follow: `http` or `https`, a plain host, no user name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SafeUrl(String);

impl SafeUrl {
    /// Takes the text as it is when it is an absolute `http` or `https` URL without user name, white space,
    /// control characters or backslashes, with a host in ASCII; otherwise nothing.
    pub fn web(text: &str) -> Option<Self> {
        if text.len() > LONGEST || text.chars().any(is_suspect) {
            return None;
        }
        let (scheme, rest) = text.split_once("://")?;
        if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
            return None;
        }
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        is_plain_authority(authority).then(|| Self(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SafeUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_suspect(c: char) -> bool {
    let invisible =
        matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    c.is_whitespace() || c.is_control() || invisible || turns_text(c) || matches!(c, '\\' | '<' | '>' | '"' | '`')
}

/// `host`, `host:port` or `[v6]:port`, and nothing else: an `@` would hide the host behind a user name.
fn is_plain_authority(text: &str) -> bool {
    let (host, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, port)) => {
            let is_v6 = address.contains(':')
                && address
                    .bytes()
                    .all(|b| b.is_ascii_hexdigit() || matches!(b, b':' | b'.'));
            if !is_v6 {
                return false;
            }
            ("", port)
        }
        None => {
            let end = text.find(':').unwrap_or(text.len());
            if end == 0 {
                return false;
            }
            text.split_at(end)
        }
    };
    let host_is_plain = host
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
    let dots_apart = !host.starts_with('.') && !host.contains("..");
    let port_is_plain = match port.strip_prefix(':') {
        Some(digits) => digits.parse::<u16>().is_ok() && digits.bytes().all(|b| b.is_ascii_digit()),
        None => port.is_empty(),
    };
    host_is_plain && dots_apart && port_is_plain
}
