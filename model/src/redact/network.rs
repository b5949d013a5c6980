//! IP addresses. The machine's own ones tell nothing and stay.

use super::{Found, Kind, push, run_end};
use std::net::Ipv6Addr;

/// No address is longer.
const LONGEST_V6: usize = 45;

pub(super) fn find(text: &str, found: &mut Vec<Found>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        let may_begin = at == 0 || !continues(bytes, at);
        if may_begin && (byte.is_ascii_hexdigit() || byte == b':') {
            // A longer run is no address; looking no further keeps the whole linear.
            let near = bytes.get(..at + LONGEST_V6 + 1).unwrap_or(bytes);
            let end = run_end(near, at, |byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'));
            if let Some(end) = v6_end(text, at, end).or_else(|| v4_end(bytes, at)) {
                push(found, Kind::Ip, at..end);
                at = end;
                continue;
            }
            // What stands behind a colon can still be one: `1.2.3.4:80`, `ip:1.2.3.4`.
            let next = run_end(bytes, at, |byte| byte.is_ascii_hexdigit() || byte == b'.').max(at + 1);
            at = next.min(end.max(at + 1));
            continue;
        }
        at += 1;
    }
}

/// Whether a word or a number goes on here.
fn continues(bytes: &[u8], at: usize) -> bool {
    let before = bytes[at - 1];
    let is_fraction = before == b'.' && at > 1 && bytes[at - 2].is_ascii_alphanumeric();
    before.is_ascii_alphanumeric() || is_fraction || (before == b':' && bytes[at] == b':')
}

fn v4_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    let mut octets = [0_u16; 4];
    for (place, octet) in octets.iter_mut().enumerate() {
        if place > 0 {
            if bytes.get(at) != Some(&b'.') {
                return None;
            }
            at += 1;
        }
        let end = run_end(bytes, at, |byte| byte.is_ascii_digit());
        let digits = bytes.get(at..end).filter(|digits| matches!(digits.len(), 1..=3))?;
        *octet = digits.iter().fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'));
        at = end;
    }
    let goes_on = match bytes.get(at) {
        Some(b'.') => bytes.get(at + 1).is_some_and(u8::is_ascii_digit),
        Some(b'-') => bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic),
        Some(next) => next.is_ascii_alphanumeric(),
        None => false,
    };
    let is_own = octets[0] == 127 || octets == [0; 4];
    let fits = octets.iter().all(|octet| *octet < 256);
    (fits && !goes_on && !is_own && !is_version(bytes, start, octets)).then_some(at)
}

/// Browsers call themselves `Chrome/120.0.0.0`.
fn is_version(bytes: &[u8], start: usize, octets: [u16; 4]) -> bool {
    let named = start > 1 && bytes[start - 1] == b'/' && bytes[start - 2].is_ascii_alphabetic();
    named && octets[2..] == [0, 0]
}

fn v6_end(text: &str, start: usize, run: usize) -> Option<usize> {
    let mut end = run;
    let bytes = text.as_bytes();
    if bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    // The dot or colon of a sentence.
    if end > start && (bytes[end - 1] == b'.' || (bytes[end - 1] == b':' && !text[start..end].ends_with("::"))) {
        end -= 1;
    }
    let address = text.get(start..end)?;
    if address.bytes().filter(|byte| *byte == b':').count() < 2 || !address.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let address: Ipv6Addr = address.parse().ok()?;
    (!address.is_loopback() && !address.is_unspecified()).then_some(end)
}
