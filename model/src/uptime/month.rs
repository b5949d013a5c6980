//! The ledger month by month, against what was promised.

use super::ledger::Ledger;
use super::span::Span;
use super::summary::Summary;
use super::target::Target;
use super::window::Zone;
use crate::local_time::LocalTime;

const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A month on the reader's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i64,
    /// 1 to 12.
    number: i64,
}

impl Month {
    /// The month of a day.
    pub fn of(local: LocalTime) -> Option<Self> {
        let text = local.field_text();
        // A year before the first begins with a minus.
        let mut parts = text.split('-');
        let month = Self {
            year: parts.next()?.parse().ok()?,
            number: parts.next()?.parse().ok()?,
        };
        (1..=12).contains(&month.number).then_some(month)
    }

    /// The month before.
    pub fn previous(self) -> Self {
        self.moved(-1)
    }

    /// The month after.
    pub fn next(self) -> Self {
        self.moved(1)
    }

    fn moved(self, by: i64) -> Self {
        let count = self.year * 12 + self.number - 1 + by;
        Self {
            year: count.div_euclid(12),
            number: count.rem_euclid(12) + 1,
        }
    }

    /// From its first midnight to that of the next month; none for a year that no clock shows.
    pub fn span(self, zone: &Zone<'_>) -> Option<Span> {
        let start = |month: Self| {
            let local = LocalTime::parse(&format!("{}-01T00:00", month.word()))?;
            (zone.instant)(local)
        };
        Some(Span::new(start(self)?, start(self.next())?))
    }

    /// `November 2026`.
    pub fn label(self) -> String {
        let name = usize::try_from(self.number - 1).ok().and_then(|at| NAMES.get(at));
        format!("{} {}", name.copied().unwrap_or_default(), self.year)
    }

    /// `2026-11`.
    pub fn word(self) -> String {
        format!("{:04}-{:02}", self.year, self.number)
    }
}

/// Whether a month has kept what was promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Yes, even if it was down whenever nobody knows.
    Met,
    /// No: the known downtime alone is too much.
    Missed,
    /// As far as is known; the unknown part could have been too much.
    MetWhereKnown,
    /// The month is still running, and its known downtime is not too much yet.
    OnTrack,
    /// Nothing is known about it.
    Unknown,
}

impl Verdict {
    /// In words.
    pub fn text(self) -> &'static str {
        match self {
            Self::Met => "Met",
            Self::Missed => "Missed",
            Self::MetWhereKnown => "Not missed where known",
            Self::OnTrack => "On track",
            Self::Unknown => "Unknown",
        }
    }
}

/// A month of the ledger; lengths in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthRow {
    /// The month.
    pub month: Month,
    /// Its figures, up to now.
    pub summary: Summary,
    /// Whether the target was met.
    pub verdict: Verdict,
    /// How much downtime the target leaves to the whole month: its error budget.
    pub allowed_ms: i64,
    /// How much downtime there was.
    pub used_ms: i64,
    /// What is left of the budget; negative when it is overspent.
    pub left_ms: i64,
    /// Whether the month is not over.
    pub is_running: bool,
}

impl Ledger {
    /// The months from now back to the one in which the record begins, the newest first, but not more than `most`. None
    /// when nothing is known.
    pub fn months(&self, target: Target, zone: &Zone<'_>, most: usize) -> Vec<MonthRow> {
        let month_of = |at| Month::of((zone.local)(at));
        let (Some(first), Some(current)) = (self.known_from().and_then(month_of), month_of(self.now())) else {
            return Vec::new();
        };
        std::iter::successors(Some(current), |month| Some(month.previous()))
            .take_while(|month| *month >= first)
            .take(most)
            .filter_map(|month| self.month(month, target, zone))
            .collect()
    }

    fn month(&self, month: Month, target: Target, zone: &Zone<'_>) -> Option<MonthRow> {
        let whole = month.span(zone)?;
        let is_running = whole.end > self.now();
        let summary = self.summary(Span::new(whole.start, whole.end.min(self.now())));
        let allowed_ms = target.allowed_ms(whole.len_ms());
        Some(MonthRow {
            month,
            summary,
            verdict: verdict(&summary, allowed_ms, is_running),
            allowed_ms,
            used_ms: summary.down_ms,
            left_ms: allowed_ms.saturating_sub(summary.down_ms),
            is_running,
        })
    }
}

fn verdict(summary: &Summary, allowed_ms: i64, is_running: bool) -> Verdict {
    let worst = summary.down_ms.saturating_add(summary.unknown_ms);
    if summary.down_ms > allowed_ms {
        Verdict::Missed
    } else if summary.known_ms() == 0 {
        Verdict::Unknown
    } else if is_running {
        Verdict::OnTrack
    } else if worst <= allowed_ms {
        Verdict::Met
    } else {
        Verdict::MetWhereKnown
    }
}
