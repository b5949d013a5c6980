//! What came in, by kind, and how much of each counts as an event.

use crate::chart::Ink;
use crate::text::counted;
use crate::wire::billing::{DailyUsageEntry, EventsCount, SubscriptionUsage};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Events of issues.
    Issues,
    /// Transactions.
    Transactions,
    /// Checks of monitors.
    Uptime,
    /// Lines of logs.
    Logs,
    /// Megabytes of uploaded files.
    Files,
}

impl Kind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Issues, Self::Transactions, Self::Uptime, Self::Logs, Self::Files];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Issues => "Issue events",
            Self::Transactions => "Transactions",
            Self::Uptime => "Uptime checks",
            Self::Logs => "Logs",
            Self::Files => "File storage",
        }
    }

    /// How its bars are drawn.
    pub fn ink(self) -> Ink {
        match self {
            Self::Issues => Ink::One,
            Self::Transactions => Ink::Two,
            Self::Uptime => Ink::Three,
            Self::Logs => Ink::Four,
            Self::Files => Ink::Five,
        }
    }

    /// How many of it count as one event.
    fn per_event(self) -> u64 {
        match self {
            Self::Uptime | Self::Logs => 10,
            Self::Issues | Self::Transactions | Self::Files => 1,
        }
    }

    /// What of it counts as an event.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Issues => "Each event of an issue counts as one event.",
            Self::Transactions => "Each transaction counts as one event.",
            Self::Uptime => "Ten checks of a monitor count as one event.",
            Self::Logs => "Ten lines of logs count as one event.",
            Self::Files => "Each megabyte of uploaded files counts as one event.",
        }
    }

    /// A number of it in words.
    pub fn text(self, number: u64) -> String {
        match self {
            Self::Issues => counted(number, "event", "events"),
            Self::Transactions => counted(number, "transaction", "transactions"),
            Self::Uptime => counted(number, "check", "checks"),
            Self::Logs => counted(number, "line", "lines"),
            Self::Files => counted(number, "MB", "MB"),
        }
    }
}

/// What came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    issues: u64,
    transactions: u64,
    uptime: u64,
    /// None where the server knows no logs.
    logs: Option<u64>,
    files_mb: u64,
    /// None where the server adds nothing up.
    total: Option<u64>,
}

impl From<SubscriptionUsage> for Counts {
    fn from(usage: SubscriptionUsage) -> Self {
        Self {
            issues: usage.event_count,
            transactions: usage.transaction_event_count,
            uptime: usage.uptime_check_event_count,
            logs: Some(usage.log_event_count),
            files_mb: usage.file_size_mb,
            total: Some(usage.total),
        }
    }
}

impl From<EventsCount> for Counts {
    fn from(count: EventsCount) -> Self {
        Self {
            issues: count.event_count,
            transactions: count.transaction_event_count,
            uptime: count.uptime_check_event_count,
            logs: None,
            files_mb: count.file_size_mb,
            total: None,
        }
    }
}

impl From<&DailyUsageEntry> for Counts {
    fn from(day: &DailyUsageEntry) -> Self {
        Self {
            issues: day.event_count,
            transactions: day.transaction_event_count,
            uptime: day.uptime_check_event_count,
            logs: Some(day.log_event_count),
            files_mb: 0,
            total: None,
        }
    }
}

/// A kind's part of the whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Which kind.
    pub kind: Kind,
    /// How many came in, as the server says it.
    pub count: u64,
    /// How many events they count as.
    pub events: u64,
    /// Their part of all events, 0 to 100.
    pub percent: f64,
}

impl Counts {
    /// How many of a kind the server says came in; none where it does not know the kind.
    pub fn of(self, kind: Kind) -> Option<u64> {
        match kind {
            Kind::Issues => Some(self.issues),
            Kind::Transactions => Some(self.transactions),
            Kind::Uptime => Some(self.uptime),
            Kind::Logs => self.logs,
            Kind::Files => Some(self.files_mb),
        }
    }

    /// Whether the server has weighed the numbers already: then they add up to its total as they are.
    pub fn is_weighed(self) -> bool {
        let Some(total) = self.total else { return false };
        let sum = |divides: bool| self.sum(!divides).abs_diff(total);
        sum(false) < sum(true)
    }

    /// How many events they count as, all together.
    pub fn total(self) -> u64 {
        self.total.unwrap_or_else(|| self.sum(false))
    }

    /// How many events a kind counts as, when the server has weighed it already or not.
    pub fn events(self, kind: Kind, is_weighed: bool) -> u64 {
        let count = self.of(kind).unwrap_or_default();
        if is_weighed {
            count
        } else {
            count.div_ceil(kind.per_event())
        }
    }

    /// What the whole is made of; kinds that the server does not know are left out.
    pub fn parts(self) -> Vec<Part> {
        let is_weighed = self.is_weighed();
        let whole = self.sum(is_weighed).max(1) as f64;
        let parts = Kind::ALL.into_iter().filter_map(|kind| {
            let count = self.of(kind)?;
            let events = self.events(kind, is_weighed);
            Some(Part {
                kind,
                count,
                events,
                percent: 100.0 * events as f64 / whole,
            })
        });
        parts.collect()
    }

    fn sum(self, is_weighed: bool) -> u64 {
        Kind::ALL
            .into_iter()
            .fold(0, |sum: u64, kind| sum.saturating_add(self.events(kind, is_weighed)))
    }
}

/// A part in words: `12%`, and `< 1%` for what is there and hardly counts.
pub fn percent_text(percent: f64) -> String {
    match percent {
        p if p <= 0.0 => "0%".to_owned(),
        p if p < 1.0 => "< 1%".to_owned(),
        p if p > 99.0 && p < 100.0 => "> 99%".to_owned(),
        p => format!("{p:.0}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, Kind, percent_text};
    use crate::wire::billing::{EventsCount, SubscriptionUsage};

    fn usage(total: u64) -> Counts {
        Counts::from(SubscriptionUsage {
            total,
            event_count: 10,
            transaction_event_count: 5,
            uptime_check_event_count: 100,
            log_event_count: 50,
            file_size_mb: 0,
        })
    }

    #[test]
    fn the_total_tells_whether_numbers_are_weighed() {
        assert!(!usage(30).is_weighed());
        assert!(usage(165).is_weighed());
        assert_eq!(usage(30).total(), 30);
        let events: Vec<u64> = usage(30).parts().iter().map(|part| part.events).collect();
        assert_eq!(events, [10, 5, 10, 5, 0]);
        let events: Vec<u64> = usage(165).parts().iter().map(|part| part.events).collect();
        assert_eq!(events, [10, 5, 100, 50, 0]);
    }

    #[test]
    fn a_server_without_logs_and_total_is_added_up() {
        let counts = Counts::from(EventsCount {
            event_count: 5724,
            transaction_event_count: 720,
            uptime_check_event_count: 66_737,
            file_size_mb: 3,
        });
        assert_eq!(counts.total(), 5724 + 720 + 6674 + 3);
        assert_eq!(counts.of(Kind::Logs), None);
        let kinds: Vec<Kind> = counts.parts().iter().map(|part| part.kind).collect();
        assert_eq!(kinds, [Kind::Issues, Kind::Transactions, Kind::Uptime, Kind::Files]);
        let sum: f64 = counts.parts().iter().map(|part| part.percent).sum();
        assert!((sum - 100.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_at_all_is_no_part_of_anything() {
        assert!(Counts::default().parts().iter().all(|part| part.percent == 0.0));
        assert_eq!(Counts::default().total(), 0);
    }

    #[test]
    fn small_parts_are_not_called_nothing() {
        for (percent, want) in [
            (0.0, "0%"),
            (0.2, "< 1%"),
            (1.4, "1%"),
            (50.0, "50%"),
            (99.6, "> 99%"),
            (100.0, "100%"),
            (130.4, "130%"),
        ] {
            assert_eq!(percent_text(percent), want);
        }
    }
}
