//! The cursors of `/checks/`. They are the server's own business, but they can be read: base64 of a query, `p=` with the
//! start of the check at which the page before ended. Made from a time, one saves the pages from now back to there.
//! Who uses one must look whether the server followed it ([`super::Record::add`] does).

use crate::encode::{encode_query, parse_query};
use crate::timestamp::Timestamp;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The cursor of the page whose newest check started before this time.
pub fn cursor_before(at: Timestamp) -> String {
    cursor(&[("p", position(at))])
}

/// The cursor of the page with the oldest checks: the one before 1970.
pub fn cursor_oldest() -> String {
    cursor(&[("r", "1".to_owned()), ("p", position(Timestamp(0)))])
}

/// The time in a cursor.
pub fn cursor_time(cursor: &str) -> Option<Timestamp> {
    let pairs = parse_query(&from_base64(cursor)?);
    let (_, position) = pairs.into_iter().find(|(key, _)| key == "p")?;
    Timestamp::parse(&position)
}

/// The server's language writes a space of a query as a plus.
fn cursor(pairs: &[(&str, String)]) -> String {
    to_base64(&encode_query(pairs).replace("%20", "+"))
}

/// A time as the server's language prints it: `2026-11-23 08:14:46.123000+00:00`.
fn position(at: Timestamp) -> String {
    at.to_iso().replace('T', " ").replace('Z', "000+00:00")
}

fn to_base64(text: &str) -> String {
    let mut out = String::with_capacity(text.len().div_ceil(3) * 4);
    for part in text.as_bytes().chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, at| {
            bits << 8 | usize::from(part.get(at).copied().unwrap_or_default())
        });
        for place in 0..4 {
            let letter = LETTERS.get(bits >> (18 - 6 * place) & 63).copied().unwrap_or(b'=');
            out.push(char::from(if place > part.len() { b'=' } else { letter }));
        }
    }
    out
}

fn from_base64(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_usize, 0);
    for letter in text.trim_end_matches('=').bytes() {
        bits = (bits << 6 | LETTERS.iter().position(|known| *known == letter)?) & 0xfff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).ok()?);
        }
    }
    String::from_utf8(bytes).ok()
}
