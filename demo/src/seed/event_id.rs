//! Event ids that can be read back: which event of which issue an id names, without a table of ids.

use crate::seed::dice::Dice;

/// The id of event number `n` of an issue: 32 hex digits.
pub fn encode(issue: i64, n: u64) -> String {
    let mut halves = (issue as u32, n as u32);
    for round in 0..ROUNDS {
        halves = (halves.1, halves.0 ^ stir(halves.1, round));
    }
    let front = (u64::from(halves.0) << 32) | u64::from(halves.1);
    format!("{front:016x}{:016x}", check(front))
}

/// The issue and number that an id (with or without dashes, any case) names; None when it is none of ours.
pub fn decode(id: &str) -> Option<(i64, u64)> {
    let digits = normalize(id)?;
    let front = u64::from_str_radix(&digits[..16], 16).ok()?;
    if u64::from_str_radix(&digits[16..], 16).ok()? != check(front) {
        return None;
    }
    let mut halves = ((front >> 32) as u32, front as u32);
    for round in (0..ROUNDS).rev() {
        halves = (halves.1 ^ stir(halves.0, round), halves.0);
    }
    Some((i64::from(halves.0), u64::from(halves.1)))
}

/// The 32 lower-case digits of a UUID in either spelling; None when it is no UUID.
pub fn normalize(id: &str) -> Option<String> {
    let digits: String = id
        .chars()
        .filter(|c| *c != '-')
        .collect::<String>()
        .to_ascii_lowercase();
    let is_hex = digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then_some(digits)
}

const ROUNDS: u64 = 4;

fn stir(half: u32, round: u64) -> u32 {
    Dice::new(&[u64::from(half), round, 0xe7]).throw() as u32
}

fn check(front: u64) -> u64 {
    Dice::new(&[front, 0xc4]).throw()
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn an_id_can_be_read_back() {
        for (issue, n) in [(101, 0), (500, 4181), (7, 1)] {
            let id = encode(issue, n);
            assert_eq!(id.len(), 32);
            assert_eq!(decode(&id), Some((issue, n)));
            let dashed = format!(
                "{}-{}-{}-{}-{}",
                &id[..8],
                &id[8..12],
                &id[12..16],
                &id[16..20],
                &id[20..]
            );
            assert_eq!(decode(&dashed.to_uppercase()), Some((issue, n)));
        }
    }

    #[test]
    fn foreign_ids_are_none_of_ours() {
        assert_eq!(decode("1f9d100e084d44fe969720b64face499"), None);
        assert_eq!(decode("nope"), None);
        assert_eq!(decode("ä".repeat(16).as_str()), None);
    }
}
