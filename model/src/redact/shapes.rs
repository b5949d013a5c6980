//! Secrets that show by their shape: private keys, JSON web tokens, and keys with a prefix of their maker.

use super::{Found, Kind, begins, begins_word, push, run_end};

/// How keys begin, and how long they are at least, in bytes.
const PREFIXES: [(&str, usize); 41] = [
    ("AKIA", 20),
    ("ASIA", 20),
    ("AIza", 35),
    ("AGE-SECRET-KEY-1", 40),
    ("EAAC", 40),
    ("SG.", 30),
    ("dckr_pat_", 20),
    ("dop_v1_", 30),
    ("doo_v1_", 30),
    ("gh", 36),
    ("github_pat_", 30),
    ("glagent-", 20),
    ("glcbt-", 18),
    ("gldt-", 18),
    ("glft-", 18),
    ("glimt-", 18),
    ("gloas-", 18),
    ("glpat-", 18),
    ("glptt-", 18),
    ("glrt-", 18),
    ("glsoat-", 18),
    ("glc_", 20),
    ("glsa_", 20),
    ("hf_", 20),
    ("hvs.", 20),
    ("lin_api_", 20),
    ("npm_", 30),
    ("pk_live_", 20),
    ("pypi-", 40),
    ("rk_live_", 20),
    ("rk_test_", 20),
    ("shpat_", 24),
    ("shpss_", 24),
    ("sk-", 24),
    ("sk_live_", 20),
    ("sk_test_", 20),
    ("sntrys_", 24),
    ("sntryu_", 24),
    ("whsec_", 20),
    ("xapp-", 20),
    ("xox", 20),
];

/// A web token is no shorter.
const SHORTEST_JWT: usize = 24;

/// Where Slack takes messages: who knows the rest of the path can send some.
const SLACK_HOOK: &str = "hooks.slack.com/services/";

pub(super) fn find(text: &str, found: &mut Vec<Found>) {
    let bytes = text.as_bytes();
    let mut known = Known::default();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'-' => private_key(bytes, at).map(|end| (Kind::PrivateKey, at, end)),
            byte if byte.is_ascii_alphabetic() && begins_word(bytes, at) => {
                at_word(bytes, at, &mut known).map(|(start, end)| (Kind::Token, start, end))
            }
            _ => None,
        };
        match end {
            Some((kind, start, end)) => {
                push(found, kind, start..end);
                at = end;
            }
            None => at += 1,
        }
    }
}

/// What was seen ahead, so that nothing is read again and again.
#[derive(Default)]
struct Known {
    /// Up to here no run has a dot, which a web token needs.
    no_dot: usize,
    /// Up to here no run has a digit, which other keys need.
    no_digit: usize,
}

fn at_word(bytes: &[u8], at: usize, known: &mut Known) -> Option<(usize, usize)> {
    if bytes[at..].starts_with(b"eyJ") && at >= known.no_dot {
        let end = run_end(bytes, at, |byte| is_key_byte(byte) || matches!(byte, b'.' | b'='));
        if end - at >= SHORTEST_JWT && bytes[at..end].contains(&b'.') {
            return Some((at, trimmed(bytes, at, end)));
        }
        known.no_dot = end;
    }
    if begins(bytes, at, SLACK_HOOK) {
        let start = at + SLACK_HOOK.len();
        return Some((
            start,
            run_end(bytes, start, |byte| byte.is_ascii_alphanumeric() || byte == b'/'),
        ));
    }
    bearer(bytes, at).or_else(|| prefixed(bytes, at, known).map(|end| (at, end)))
}

fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// Without the full stop of a sentence.
fn trimmed(bytes: &[u8], start: usize, end: usize) -> usize {
    end - bytes[start..end].iter().rev().take_while(|byte| **byte == b'.').count()
}

fn prefixed(bytes: &[u8], at: usize, known: &mut Known) -> Option<usize> {
    let rest = &bytes[at..];
    let (prefix, shortest) = PREFIXES
        .iter()
        .filter(|(prefix, _)| rest.starts_with(prefix.as_bytes()))
        .max_by_key(|(prefix, _)| prefix.len())?;
    let fits = match *prefix {
        "gh" => matches!(rest.get(2), Some(b'p' | b'o' | b'u' | b's' | b'r')) && rest.get(3) == Some(&b'_'),
        "xox" => rest.get(4) == Some(&b'-'),
        _ => true,
    };
    if !fits || at < known.no_digit {
        return None;
    }
    let has_dots = matches!(*prefix, "SG." | "hvs." | "glpat-");
    let end = run_end(bytes, at, |byte| is_key_byte(byte) || (has_dots && byte == b'.'));
    // `sk-` begins the names of many classes too; those have no digits.
    if !bytes[at..end].iter().any(u8::is_ascii_digit) {
        known.no_digit = end;
        return None;
    }
    let end = trimmed(bytes, at, end);
    (end - at >= *shortest).then_some(end)
}

/// `Bearer` or `Basic` with its token, which does not look like a word.
fn bearer(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let word = ["bearer", "basic"].into_iter().find(|word| begins(bytes, at, word))?;
    let gap = at + word.len();
    let start = run_end(bytes, gap, |byte| matches!(byte, b' ' | b'\t'));
    if start == gap || start - gap > 4 {
        return None;
    }
    let end = run_end(bytes, start, |byte| {
        is_key_byte(byte) || matches!(byte, b'.' | b'~' | b'+' | b'/' | b'=')
    });
    let end = trimmed(bytes, start, end);
    let token = &bytes[start..end];
    let is_word = token.len() < 20 && token.iter().skip(1).all(u8::is_ascii_lowercase);
    (token.len() >= 8 && !is_word).then_some((start, end))
}

/// A key in armour, to the end of what looks like one where its last line is missing.
fn private_key(bytes: &[u8], at: usize) -> Option<usize> {
    if !bytes[at..].starts_with(b"-----BEGIN ") {
        return None;
    }
    let head = bytes[at..].iter().take(80).copied().collect::<Vec<u8>>();
    let name = head.windows(11).position(|part| part == b"PRIVATE KEY")?;
    let mut end = at + name + 11;
    while let Some(byte) = bytes.get(end) {
        if bytes[end..].starts_with(b"-----END") {
            let label = run_end(bytes, end + 8, |byte| byte.is_ascii_uppercase() || byte == b' ');
            return Some(run_end(bytes, label, |byte| byte == b'-'));
        }
        let is_armour = byte.is_ascii_alphanumeric()
            || matches!(byte, b'+' | b'/' | b'=' | b'-' | b':' | b',' | b'.' | b'\\')
            || byte.is_ascii_whitespace();
        if !is_armour {
            break;
        }
        end += 1;
    }
    Some(end)
}
