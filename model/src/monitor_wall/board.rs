//! What a screen on the wall shows: one headline, what is wrong large, what is well small enough to fit.

use super::counts::Counts;
use super::health::Health;
use super::row::WallRow;
use crate::text::{counted, thousands};
use std::sync::Arc;

/// How large tiles are, so that all of them fit on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A handful: to be read from across the room.
    Huge,
    /// Some dozens.
    Large,
    /// More: name and time in a line or two.
    Small,
    /// Hundreds: a square for each, without words.
    Dots,
}

impl Size {
    /// The size for so many tiles of something that is wrong. They always have words.
    pub fn of_wrong(count: usize) -> Self {
        match count {
            0..=8 => Self::Huge,
            9..=30 => Self::Large,
            _ => Self::Small,
        }
    }

    /// The size for so many tiles of what is well.
    pub fn of_well(count: usize) -> Self {
        match count {
            0..=24 => Self::Large,
            25..=160 => Self::Small,
            _ => Self::Dots,
        }
    }

    /// A word for styles.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Huge => "huge",
            Self::Large => "large",
            Self::Small => "small",
            Self::Dots => "dots",
        }
    }
}

/// The board: rows by status, each in the order of urgency.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// What is down, the longest first.
    pub down: Vec<Arc<WallRow>>,
    /// What was not checked yet, by name.
    pub unknown: Vec<Arc<WallRow>>,
    /// What is up, by name.
    pub up: Vec<Arc<WallRow>>,
}

impl Board {
    /// Makes the board of rows that are in the order of urgency.
    pub fn of(rows: impl IntoIterator<Item = Arc<WallRow>>) -> Self {
        let mut board = Self::default();
        for row in rows {
            match row.health {
                Health::Down => board.down.push(row),
                Health::Unknown => board.unknown.push(row),
                Health::Up => board.up.push(row),
            }
        }
        board
    }

    /// The one sentence for all: `All 25 monitors are up`, `9 of 25 monitors are down`.
    pub fn headline(&self) -> String {
        let counts = Counts {
            down: self.down.len(),
            up: self.up.len(),
            unknown: self.unknown.len(),
        };
        let all = counted(counts.all() as u64, "monitor", "monitors");
        match (counts.down, counts.unknown, counts.up) {
            (0, 0, 0) => "No monitors".to_owned(),
            (0, 0, 1) => "The one monitor is up".to_owned(),
            (0, 0, _) => format!("All {all} are up"),
            (0, unknown, _) => format!("None of {all} is down; {} without data", thousands(unknown as u64)),
            (1, _, _) => format!("1 of {all} is down"),
            (down, _, _) => format!("{} of {all} are down", thousands(down as u64)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Board, Size};
    use crate::monitor_wall::row::WallRow;
    use crate::monitor_wall::view::tests::monitor;
    use std::sync::Arc;

    fn headline(all: &[&str]) -> String {
        Board::of(
            all.iter()
                .map(|is_up| Arc::new(WallRow::of(&monitor(&format!("\"isUp\":{is_up}"))))),
        )
        .headline()
    }

    #[test]
    fn one_sentence_says_how_all_are() {
        assert_eq!(headline(&[]), "No monitors");
        assert_eq!(headline(&["true"]), "The one monitor is up");
        assert_eq!(headline(&["true", "true"]), "All 2 monitors are up");
        assert_eq!(
            headline(&["true", "null"]),
            "None of 2 monitors is down; 1 without data"
        );
        assert_eq!(headline(&["false", "null"]), "1 of 2 monitors is down");
        assert_eq!(headline(&["false", "false", "true"]), "2 of 3 monitors are down");
    }

    #[test]
    fn the_more_tiles_the_smaller_they_are_and_what_is_wrong_always_has_words() {
        let wrong = [0, 8, 9, 30, 31, 5000].map(Size::of_wrong);
        assert_eq!(
            wrong,
            [
                Size::Huge,
                Size::Huge,
                Size::Large,
                Size::Large,
                Size::Small,
                Size::Small
            ]
        );
        let well = [0, 24, 25, 160, 161].map(Size::of_well);
        assert_eq!(well, [Size::Large, Size::Large, Size::Small, Size::Small, Size::Dots]);
        assert_eq!(Size::Dots.as_str(), "dots");
    }
}
