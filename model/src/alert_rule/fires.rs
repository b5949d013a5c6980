//! How often an alert would have fired, as far as a project's totals by the hour tell. The server counts each issue by
//! itself and by the minute, so this is never more than a ceiling; but that nothing would have fired is certain.

use crate::text::{counted, thousands};
use std::ops::Range;

/// What can be said of a rule and the hours it is tried on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fires {
    /// It fired at most so often.
    pub at_most: u64,
    /// And in at most so many of the hours.
    pub hours: usize,
    /// How many events there were in all.
    pub events: u64,
}

/// Tries a rule (so many events of one issue within so many minutes) on a project's events by the hour, oldest first.
///
/// Whatever sets the rule off lies within as many hours in a row as its window can touch; hours that are in no such row
/// with enough events can be left out. Of the others, each firing uses up its events, so there are no more firings than
/// the events of a stretch are worth.
pub fn would_have_fired(hours: &[u64], quantity: u32, minutes: u32) -> Fires {
    let quantity = u64::from(quantity.max(1));
    let sum = |hours: &[u64]| hours.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
    // A window of an hour begins in one and ends in the next.
    let touched = (minutes.max(1).div_ceil(60) as usize + 1).min(hours.len().max(1));
    // Rows with enough events, those that overlap as one stretch.
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for (at, window) in hours.windows(touched).enumerate() {
        if sum(window) < quantity {
            continue;
        }
        match stretches.last_mut().filter(|stretch| at < stretch.end) {
            Some(stretch) => stretch.end = at + touched,
            None => stretches.push(at..at + touched),
        }
    }
    let (mut at_most, mut busy) = (0_u64, 0);
    for stretch in stretches.into_iter().filter_map(|stretch| hours.get(stretch)) {
        at_most = at_most.saturating_add(sum(stretch) / quantity);
        busy += stretch.iter().filter(|count| **count > 0).count();
    }
    Fires {
        at_most,
        hours: busy,
        events: sum(hours),
    }
}

impl Fires {
    /// Says so.
    pub fn sentence(&self) -> String {
        if self.events == 0 {
            return "No event came in the last 7 days, so it would not have fired.".to_owned();
        }
        if self.at_most == 0 {
            return "In the last 7 days it would not have fired.".to_owned();
        }
        // Each firing is in one hour: that there were as many hours as firings, or more, says nothing.
        let hours = match self.hours {
            hours if hours as u64 >= self.at_most => String::new(),
            1 => ", in 1 hour".to_owned(),
            hours => format!(", in {} different hours", thousands(hours as u64)),
        };
        let times = match self.at_most {
            1 => "at most once".to_owned(),
            times => format!("up to {}", counted(times, "time", "times")),
        };
        format!("In the last 7 days it would have fired {times}{hours}.")
    }

    /// Why that is only a ceiling.
    pub fn hint() -> &'static str {
        "The server counts each issue by itself; Glint knows only how many events the whole project had in each hour. Where \
         several issues shared these events, or one came in for longer than the alert looks back, it fires less often."
    }
}

#[cfg(test)]
mod tests {
    use super::would_have_fired;

    fn at_most(hours: &[u64], quantity: u32, minutes: u32) -> (u64, usize) {
        let fires = would_have_fired(hours, quantity, minutes);
        (fires.at_most, fires.hours)
    }

    #[test]
    fn nothing_fires_where_no_stretch_has_enough() {
        assert_eq!(at_most(&[], 1, 1), (0, 0));
        assert_eq!(at_most(&[0; 168], 1, 1), (0, 0));
        // 5 and 4 are never within two hours of each other.
        assert_eq!(at_most(&[5, 0, 0, 4], 9, 60), (0, 0));
        // But a window of three hours sees both.
        assert_eq!(at_most(&[5, 0, 0, 4], 9, 180), (1, 2));
    }

    #[test]
    fn a_window_may_begin_in_one_hour_and_end_in_the_next() {
        assert_eq!(at_most(&[5, 4, 0, 0], 9, 1), (1, 2));
        assert_eq!(at_most(&[0, 0, 9, 0], 9, 1), (1, 1));
    }

    #[test]
    fn each_firing_uses_up_its_events() {
        assert_eq!(at_most(&[10, 0, 0, 30], 10, 5), (4, 2));
        assert_eq!(
            at_most(&[19, 0, 0, 19], 10, 5),
            (2, 2),
            "what is left over does not add up"
        );
        assert_eq!(at_most(&[3, 0, 2], 1, 1), (5, 2));
    }

    #[test]
    fn what_is_quiet_is_left_out() {
        // The 8 single events far from the peak are worth nothing.
        assert_eq!(at_most(&[1, 0, 1, 0, 0, 100, 0, 0, 1, 1, 1], 50, 10), (2, 1));
    }

    #[test]
    fn extremes_do_no_harm() {
        assert_eq!(at_most(&[u64::MAX, u64::MAX], 1, 10_000).0, u64::MAX);
        assert_eq!(at_most(&[3], 0, 0), (3, 1));
    }

    #[test]
    fn it_is_said_as_a_ceiling() {
        let said = |hours: &[u64]| would_have_fired(hours, 10, 5).sentence();
        assert!(said(&[0, 0]).starts_with("No event came"));
        assert_eq!(said(&[3, 3]), "In the last 7 days it would not have fired.");
        assert_eq!(said(&[12]), "In the last 7 days it would have fired at most once.");
        assert_eq!(
            said(&[5, 5, 5, 5]),
            "In the last 7 days it would have fired up to 2 times."
        );
        assert_eq!(
            said(&[25]),
            "In the last 7 days it would have fired up to 2 times, in 1 hour."
        );
        assert_eq!(
            said(&[12, 0, 0, 25]),
            "In the last 7 days it would have fired up to 3 times, in 2 different hours."
        );
    }
}
