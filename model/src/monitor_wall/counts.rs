//! How many monitors there are of each status and type.

use super::health::Health;
use super::row::WallRow;
use crate::text::thousands;
use crate::wire::monitor::MonitorType;
use std::borrow::Borrow;

/// How many monitors are up, down, and neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that are down.
    pub down: usize,
    /// Those that are up.
    pub up: usize,
    /// Those that were not checked yet.
    pub unknown: usize,
}

impl Counts {
    /// Counts rows.
    pub fn of(rows: impl IntoIterator<Item = impl Borrow<WallRow>>) -> Self {
        let mut counts = Self::default();
        for row in rows {
            counts.add(row.borrow().health, 1);
        }
        counts
    }

    /// Counts so many more of a status.
    pub fn add(&mut self, health: Health, more: usize) {
        match health {
            Health::Down => self.down += more,
            Health::Up => self.up += more,
            Health::Unknown => self.unknown += more,
        }
    }

    /// The numbers in words, without those that are zero: `2 down, 4 up`; empty when all are.
    pub fn text(self) -> String {
        let words = Health::ALL.map(|health| (self.number(health), health.word().to_lowercase()));
        let told: Vec<String> = words
            .iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, word)| format!("{} {word}", thousands(*number as u64)))
            .collect();
        told.join(", ")
    }

    /// The number of one status.
    pub fn number(self, health: Health) -> usize {
        match health {
            Health::Down => self.down,
            Health::Up => self.up,
            Health::Unknown => self.unknown,
        }
    }

    /// All of them together.
    pub fn all(self) -> usize {
        self.down + self.up + self.unknown
    }
}

/// The types that some rows have, in the order they are offered, with the number of each.
pub fn kinds(rows: &[impl Borrow<WallRow>]) -> Vec<(MonitorType, usize)> {
    MonitorType::ALL
        .into_iter()
        .map(|kind| (kind, rows.iter().filter(|row| (*row).borrow().kind == kind).count()))
        .filter(|(_, count)| *count > 0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Counts, kinds};
    use crate::monitor_wall::view::tests::monitor;
    use crate::monitor_wall::{Health, WallRow};
    use crate::wire::monitor::MonitorType;

    #[test]
    fn every_row_is_counted_once() {
        let rows: Vec<WallRow> = ["true", "false", "null", "false"]
            .iter()
            .map(|is_up| WallRow::of(&monitor(&format!("\"isUp\":{is_up}"))))
            .collect();
        let counts = Counts::of(&rows);
        assert_eq!((counts.up, counts.down, counts.unknown, counts.all()), (1, 2, 1, 4));
        assert_eq!(counts.text(), "2 down, 1 up, 1 no data");
        assert_eq!(Counts::default().text(), "");
        assert_eq!(Health::ALL.map(|health| counts.number(health)).iter().sum::<usize>(), 4);
        assert_eq!(kinds(&rows), [(MonitorType::Get, 4)]);
    }
}
