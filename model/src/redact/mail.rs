//! E-mail addresses, also with the `%40` of URLs.

use super::{Found, Kind, push};

/// Finds them. `userinfo` are the places of those `@` that end the password of a URL.
pub(super) fn find(text: &str, userinfo: &[usize], found: &mut Vec<Found>) {
    let bytes = text.as_bytes();
    let mut resume = 0;
    let mut at = 0;
    while at < bytes.len() {
        let width = match bytes[at] {
            b'@' => 1,
            b'%' if bytes.get(at + 1..at + 3) == Some(b"40") => 3,
            _ => {
                at += 1;
                continue;
            }
        };
        let after = at + width;
        if userinfo.binary_search(&at).is_err() {
            let start = local_start(bytes, resume, at);
            if let Some(end) = domain_end(bytes, after).filter(|_| start < at) {
                push(found, Kind::Email, start..end);
            }
        }
        resume = after;
        at = after;
    }
}

fn local_start(bytes: &[u8], from: usize, at: usize) -> usize {
    let before = bytes.get(from..at).unwrap_or_default();
    let is_local = |byte: u8| {
        byte >= 0x80 || byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'+' | b'-' | b'\'' | b'%')
    };
    let mut start = from
        + before
            .iter()
            .rposition(|byte| !is_local(*byte))
            .map_or(0, |place| place + 1);
    // A quote or an escape before an address is none of it.
    while start < at && matches!(bytes[start], b'\'' | b'.' | b'%') {
        start += 1;
    }
    start
}

/// Where the domain ends: labels with dots between, the last of letters.
fn domain_end(bytes: &[u8], from: usize) -> Option<usize> {
    let is_label = |byte: u8| byte >= 0x80 || byte.is_ascii_alphanumeric() || byte == b'-';
    let mut end = None;
    let mut at = from;
    loop {
        let start = at;
        at = super::run_end(bytes, at, is_label);
        let label = &bytes[start..at];
        if label.is_empty() {
            return end;
        }
        let is_top = label.len() > 1 && label.iter().all(|byte| *byte >= 0x80 || byte.is_ascii_alphabetic());
        let is_puny = label.len() > 4 && label[..4].eq_ignore_ascii_case(b"xn--");
        if start > from && (is_top || is_puny) {
            end = Some(at);
        }
        if bytes.get(at) != Some(&b'.') {
            return end;
        }
        at += 1;
    }
}
