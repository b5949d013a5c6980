//! The ids that heartbeats are called by: UUIDs that say which monitor of which world they are for, without a table.

use crate::seed::dice::Dice;
use crate::seed::event_id;

/// The id of a monitor in a world, with dashes.
pub fn encode(world: &str, monitor: i64) -> String {
    let check = check(world, monitor);
    let front = monitor as u32 ^ mask(&check);
    format!(
        "{front:08x}-{}-4{}-a{}-{}",
        &check[..4],
        &check[4..7],
        &check[7..10],
        &check[10..]
    )
}

/// The monitor that an id is for, if it is one of this world.
pub fn decode(world: &str, id: &str) -> Option<i64> {
    let digits = event_id::normalize(id)?;
    let check_part = format!("{}{}{}", &digits[8..12], &digits[13..16], &digits[17..]);
    let front = u32::from_str_radix(&digits[..8], 16).ok()?;
    let monitor = i64::from(front ^ mask(&check_part));
    (digits == encode(world, monitor).replace('-', "")).then_some(monitor)
}

fn check(world: &str, monitor: i64) -> String {
    let mut parts = vec![monitor as u64, 0xbea7];
    parts.extend(world.bytes().map(u64::from));
    Dice::new(&parts).hex(22)
}

fn mask(check: &str) -> u32 {
    let parts: Vec<u64> = check.bytes().map(u64::from).collect();
    Dice::new(&parts).throw() as u32
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn an_id_can_be_read_back_in_its_world() {
        for (world, monitor) in [("", 13), ("two", 14), ("two", 100_001)] {
            let id = encode(world, monitor);
            assert_eq!(id.len(), 36);
            assert_eq!(decode(world, &id), Some(monitor));
            assert_eq!(decode("another", &id), None);
        }
        assert_eq!(decode("", "8d571351-6122-446a-a56a-e0d81fd64839"), None);
        assert_eq!(decode("", "nope"), None);
    }
}
