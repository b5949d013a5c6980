//! What URLs carry before their host: passwords, tokens, and the keys of DSNs.

use super::{Found, Kind, push};

/// A user name this long, without a password, is a token.
const TOKEN: usize = 16;

/// How far behind a slash the end of a password is looked for, in bytes.
const LONGEST_PASSWORD: usize = 128;

/// Finds them, and gives the places of the `@` behind passwords.
pub(super) fn find(text: &str, found: &mut Vec<Found>) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(step) = text.get(at..).and_then(|rest| rest.find("://")) {
        let start = at + step + 3;
        let end = super::run_end(bytes, start, |byte| {
            !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'?' | b'#' | b'"' | b'\'' | b'<' | b'>' | b'`')
        });
        at = end.max(start);
        // A password may have an `@` of its own: the last one counts.
        let authority = &bytes[start..end];
        let Some(sign) = authority
            .iter()
            .rposition(|byte| *byte == b'@')
            .map(|place| start + place)
            .or_else(|| unescaped(bytes, start, end))
        else {
            continue;
        };
        let userinfo = &bytes[start..sign];
        let colon = userinfo
            .iter()
            .position(|byte| *byte == b':')
            .map(|place| start + place);
        let name_end = colon.unwrap_or(sign);
        if sign < end && is_key(&bytes[start..name_end]) && names_project(bytes, end) {
            let scheme = scheme_start(bytes, start - 3);
            push(found, Kind::Dsn, scheme..project_end(bytes, end));
            places.push(sign);
        } else if let Some(colon) = colon.filter(|colon| colon + 1 < sign) {
            push(found, Kind::Password, colon + 1..sign);
            places.push(sign);
        } else if name_end - start >= TOKEN {
            push(found, Kind::Token, start..name_end);
            places.push(sign);
        }
    }
    places
}

/// The `@` behind a password in which a slash or the like was not escaped. Digits behind a colon are a port.
fn unescaped(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    let colon = start + bytes[start..end].iter().position(|byte| *byte == b':')?;
    if bytes[colon + 1..end].iter().all(u8::is_ascii_digit) {
        return None;
    }
    let rest = bytes.get(end..).unwrap_or_default();
    let near = rest
        .iter()
        .take(LONGEST_PASSWORD)
        .take_while(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'`'));
    near.enumerate()
        .filter(|(_, byte)| **byte == b'@')
        .last()
        .map(|(place, _)| end + place)
}

fn is_key(name: &[u8]) -> bool {
    name.len() >= TOKEN && name.iter().all(u8::is_ascii_hexdigit)
}

/// Whether the path is that of a DSN: it ends with a number.
fn names_project(bytes: &[u8], path: usize) -> bool {
    let end = project_end(bytes, path);
    end > path && bytes[end - 1].is_ascii_digit()
}

fn project_end(bytes: &[u8], path: usize) -> usize {
    super::run_end(bytes, path, |byte| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_')
    })
}

fn scheme_start(bytes: &[u8], end: usize) -> usize {
    let before = bytes.get(end.saturating_sub(12)..end).unwrap_or_default();
    end - before
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count()
}
