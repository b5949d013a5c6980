//! Values that are told to be secret by the name before them: `password=`, `"token": "..."`, `Cookie: ...`.

use super::{Found, Kind, push, run_end};

/// How much of a name counts, in bytes.
const LONGEST_NAME: usize = 64;

/// A quoted value whose end is not found within so many bytes ends with its line.
const LONGEST_VALUE: usize = 16_384;

/// Names that hold a password, without case, dots, dashes and underscores.
const PASSWORDS: [&str; 5] = ["password", "passwd", "passphrase", "passcode", "passwort"];
const PASSWORDS_WHOLE: [&str; 4] = ["pwd", "pass", "pin", "pw"];
/// Names that hold another secret.
const SECRETS: [&str; 13] = [
    "secret",
    "token",
    "apikey",
    "accesskey",
    "privatekey",
    "authkey",
    "signingkey",
    "encryptionkey",
    "credential",
    "sessionid",
    "sessid",
    "csrf",
    "xsrf",
];
const SECRETS_WHOLE: [&str; 10] = [
    "auth",
    "sid",
    "otp",
    "totp",
    "cvv",
    "cvc",
    "ssn",
    "signature",
    "sig",
    "jwt",
];
/// Ends of names that tell something about a secret, and are none.
const ABOUT: [&str; 11] = [
    "type",
    "name",
    "count",
    "length",
    "expiry",
    "expires",
    "expiresin",
    "expiresat",
    "tokens",
    "url",
    "uri",
];

/// What a value is by the name it has; none for names that say nothing.
pub fn kind_of_key(name: &str) -> Option<Kind> {
    let bytes = name.as_bytes();
    kind_of(
        bytes
            .get(bytes.len().saturating_sub(LONGEST_NAME)..)
            .unwrap_or_default(),
    )
}

fn kind_of(name: &[u8]) -> Option<Kind> {
    let plain: String = name
        .iter()
        .filter(|byte| byte.is_ascii_alphanumeric())
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    let is = |words: &[&str]| words.contains(&plain.as_str());
    if plain.ends_with("authorization") {
        return Some(Kind::Authorization);
    }
    if plain.ends_with("cookie") || plain.ends_with("cookies") {
        return Some(Kind::Cookie);
    }
    // The public key of a DSN, as SDKs and report addresses carry it.
    if plain.ends_with("sentrykey") || plain.ends_with("glitchtipkey") {
        return Some(Kind::Dsn);
    }
    if ABOUT.iter().any(|end| plain.ends_with(end)) || plain.contains("tokeniz") {
        return None;
    }
    if has(&PASSWORDS) || is(&PASSWORDS_WHOLE) {
        return Some(Kind::Password);
    }
    (has(&SECRETS) || is(&SECRETS_WHOLE)).then_some(Kind::Token)
}

/// Whether a value behind such a name tells nothing: empty, absent, or taken out before.
pub(super) fn is_blank(value: &str) -> bool {
    let word = value.trim_matches(|c: char| !c.is_alphanumeric());
    word.is_empty()
        || [
            "none",
            "null",
            "nil",
            "undefined",
            "true",
            "false",
            "filtered",
            "redacted",
            "scrubbed",
            "removed",
        ]
        .iter()
        .any(|blank| word.eq_ignore_ascii_case(blank))
}

pub(super) fn find(text: &str, found: &mut Vec<Found>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let sign = match bytes[at] {
            b':' | b'=' => 1,
            b'%' if matches!(bytes.get(at + 1..at + 3), Some(b"3D" | b"3d" | b"3A" | b"3a")) => 3,
            _ => 0,
        };
        // Two colons are a path in a program.
        let is_path = bytes[at] == b':' && bytes.get(at + 1) == Some(&b':');
        if sign == 0 || is_path {
            at += 1 + usize::from(is_path);
            continue;
        }
        let name = Name::before(bytes, at);
        let Some(kind) = kind_of(&bytes[name.start..name.end]) else {
            at += sign;
            continue;
        };
        let from = run_end(bytes, at + sign, |byte| matches!(byte, b'=' | b'>' | b':'));
        let value = match kind {
            Kind::Authorization | Kind::Cookie => header_value(bytes, from, name.opened_by),
            _ => plain_value(bytes, from, kind, bytes[at] == b'='),
        };
        if let Some((start, end)) = value
            && text.get(start..end).is_some_and(|value| !is_blank(value))
        {
            push(found, kind, start..end);
        }
        at = value.map_or(from, |(_, end)| end).max(at + sign);
    }
}

/// The name before a sign.
struct Name {
    start: usize,
    end: usize,
    /// The quote before it, when none stands behind it: the value is within the same quotes.
    opened_by: Option<u8>,
}

impl Name {
    fn before(bytes: &[u8], sign: usize) -> Self {
        let back = |from: usize, most: usize, belongs: &dyn Fn(u8) -> bool| {
            let window = bytes.get(from.saturating_sub(most)..from).unwrap_or_default();
            from - window.iter().rev().take_while(|byte| belongs(**byte)).count()
        };
        let end = back(sign, 4, &|byte| {
            matches!(byte, b' ' | b'"' | b'\'' | b'\\' | b']' | b'!')
        });
        let start = back(end, LONGEST_NAME, &|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
        });
        let is_closed = bytes[end..sign].iter().any(|byte| matches!(byte, b'"' | b'\''));
        let opened_by = start
            .checked_sub(1)
            .map(|before| bytes[before])
            .filter(|before| !is_closed && matches!(before, b'"' | b'\''));
        Self { start, end, opened_by }
    }
}

/// A header goes on to the end of its line, or of the quotes around it.
fn header_value(bytes: &[u8], from: usize, opened_by: Option<u8>) -> Option<(usize, usize)> {
    let start = run_end(bytes, from, |byte| matches!(byte, b' ' | b'\t'));
    if let (Some(quoted), None) = (quoted(bytes, start), opened_by) {
        return Some(quoted);
    }
    let end = run_end(bytes, start, |byte| {
        !matches!(byte, b'\n' | b'\r') && Some(byte) != opened_by
    });
    (start < end).then_some((start, end))
}

fn plain_value(bytes: &[u8], from: usize, kind: Kind, is_assigned: bool) -> Option<(usize, usize)> {
    let start = run_end(bytes, from, |byte| matches!(byte, b' ' | b'\t'));
    if let Some((start, end)) = quoted(bytes, start) {
        return (end - start > 0).then_some((start, end));
    }
    let end = run_end(bytes, start, |byte| {
        !byte.is_ascii_whitespace()
            && !matches!(
                byte,
                b',' | b';' | b'&' | b'<' | b'>' | b'"' | b'\'' | b'`' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'|'
            )
    });
    let value = &bytes[start..end];
    // A call in a line of code is no value.
    if value.is_empty() || bytes.get(end) == Some(&b'(') {
        return None;
    }
    let is_word = value.len() < 16 && value.iter().all(u8::is_ascii_lowercase);
    let is_prose = kind == Kind::Token && (value.len() < 4 || (!is_assigned && is_word));
    (!is_prose).then_some((start, end))
}

/// What is between quotes that begin here, also escaped ones (`\"`) and those of bytes (`b'...'`).
fn quoted(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let at = match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'b' | b'r' | b'u' | b'f' | b'B' | b'@'), Some(b'"' | b'\'')) => at + 1,
        _ => at,
    };
    let is_escaped = bytes.get(at) == Some(&b'\\');
    let at = at + usize::from(is_escaped);
    let quote = *bytes.get(at).filter(|byte| matches!(byte, b'"' | b'\''))?;
    let start = at + 1;
    let limit = bytes.len().min(start + LONGEST_VALUE);
    let mut end = start;
    while end < limit {
        if bytes[end] == b'\\' {
            if is_escaped && bytes.get(end + 1) == Some(&quote) {
                return Some((start, end));
            }
            end += 2;
            continue;
        }
        if bytes[end] == quote {
            return Some((start, end));
        }
        end += 1;
    }
    Some((start, run_end(bytes, start, |byte| !matches!(byte, b'\n' | b'\r'))))
}
