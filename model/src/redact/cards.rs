//! Payment cards: 13 to 19 digits of an issuer, in groups or not, whose check digit is right.

use super::{Found, Kind, push};

pub(super) fn find(text: &str, found: &mut Vec<Found>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let is_start = bytes[at].is_ascii_digit() && (at == 0 || !continues(bytes, at));
        match is_start.then(|| card_end(bytes, at)).flatten() {
            Some(end) => {
                push(found, Kind::Card, at..end);
                at = end;
            }
            None => at += 1,
        }
    }
}

/// Whether a number or a word goes on here; the digits of a fraction are no card.
fn continues(bytes: &[u8], at: usize) -> bool {
    let before = bytes[at - 1];
    before.is_ascii_alphanumeric() || (before == b'.' && at > 1 && bytes[at - 2].is_ascii_digit())
}

/// Where the longest card number that begins here ends.
fn card_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut digits: Vec<u8> = Vec::with_capacity(19);
    let mut end = None;
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_digit() && digits.len() < 19 {
            digits.push(byte - b'0');
            let next = bytes.get(at + 1);
            if next.is_none_or(|next| !next.is_ascii_alphanumeric()) && is_card(&digits) {
                end = Some(at + 1);
            }
        } else if !(matches!(byte, b' ' | b'-') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)) {
            break;
        }
        at += 1;
    }
    end
}

fn is_card(digits: &[u8]) -> bool {
    let number = |count: usize| {
        let first = digits.iter().take(count);
        first.fold(0_u32, |sum, digit| sum * 10 + u32::from(*digit))
    };
    let has_issuer = match digits.len() {
        13 => number(1) == 4,
        14 => matches!(number(3), 300..=305) || matches!(number(2), 36 | 38),
        15 => matches!(number(2), 34 | 37),
        16..=19 => {
            number(1) == 4
                || matches!(number(2), 51..=55 | 62 | 65 | 50 | 56..=58 | 60 | 63 | 67)
                || matches!(number(4), 2221..=2720 | 3528..=3589)
                || matches!(number(3), 644..=649)
        }
        _ => false,
    };
    has_issuer && passes_luhn(digits)
}

fn passes_luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match (place % 2, u32::from(*digit) * 2) {
            (0, _) => u32::from(*digit),
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
}
