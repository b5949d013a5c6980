//! What a monitor is, in words, and how its page begins.

use crate::uptime::{State, Window};
use crate::wire::monitor::Monitor;

const MINUTE_S: i64 = 60;
const HOUR_S: i64 = 60 * MINUTE_S;

/// Which of the two lists the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// The outages, as the ledger has them.
    #[default]
    Outages,
    /// All checks.
    Checks,
}

impl Show {
    /// Reads the word of the URL; what is no word is the outages.
    pub fn parse(word: Option<&str>) -> Self {
        match word {
            Some("checks") => Self::Checks,
            _ => Self::Outages,
        }
    }

    /// The word of the URL; none for what is shown without one.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Outages => None,
            Self::Checks => Some("checks"),
        }
    }
}

/// The range that the page begins with: the one that the monitor's own 60 checks fill, or nearly so.
pub fn usual_window(interval_s: i64) -> Window {
    if interval_s <= 5 * MINUTE_S {
        Window::Hour
    } else if interval_s <= HOUR_S {
        Window::HalfDay
    } else {
        Window::Week
    }
}

/// How a monitor is, as it says itself.
pub fn state_words(monitor: &Monitor) -> (State, &'static str) {
    match monitor.is_up {
        Some(true) => (State::Up, "Up"),
        Some(false) => (State::Down, "Down"),
        None => (State::Unknown, "No data"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Show, usual_window};
    use crate::uptime::Window;

    #[test]
    fn the_first_range_is_one_with_some_checks_in_it() {
        for (interval, want) in [
            (1, Window::Hour),
            (60, Window::Hour),
            (300, Window::Hour),
            (301, Window::HalfDay),
            (3600, Window::HalfDay),
            (32_767, Window::Week),
        ] {
            assert_eq!(usual_window(interval), want, "{interval}");
        }
    }

    #[test]
    fn what_is_shown_is_read_as_it_is_written() {
        for show in [Show::Outages, Show::Checks] {
            assert_eq!(Show::parse(show.word()), show);
        }
        assert_eq!(Show::parse(Some("nothing")), Show::Outages);
    }
}
