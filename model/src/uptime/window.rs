//! The stretches of time that figures are shown for.

use super::month::Month;
use super::span::Span;
use crate::local_time::LocalTime;
use crate::timestamp::Timestamp;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// What stands between the two times of a range of one's own.
const BETWEEN: &str = "..";

/// The clock on the reader's wall.
#[derive(Clone, Copy)]
pub struct Zone<'a> {
    /// What it shows at a time.
    pub local: &'a dyn Fn(Timestamp) -> LocalTime,
    /// When it shows this.
    pub instant: &'a dyn Fn(LocalTime) -> Option<Timestamp>,
}

/// A stretch of time by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Window {
    /// The last hour.
    Hour,
    /// The last 12 hours.
    HalfDay,
    /// The last 24 hours.
    Day,
    /// The last 7 days, of 24 hours each.
    Week,
    /// The last 30 days.
    ThirtyDays,
    /// The last 90 days.
    NinetyDays,
    /// The month on the reader's calendar, up to now.
    ThisMonth,
    /// The whole month before.
    LastMonth,
    /// From one time to another.
    Between(Span),
}

impl Window {
    /// Those for a chart.
    pub const CHART: &[Self] = &[
        Self::Hour,
        Self::HalfDay,
        Self::Day,
        Self::Week,
        Self::ThirtyDays,
        Self::NinetyDays,
    ];
    /// Those for figures about uptime.
    pub const LEDGER: &[Self] = &[
        Self::Day,
        Self::Week,
        Self::ThirtyDays,
        Self::NinetyDays,
        Self::ThisMonth,
        Self::LastMonth,
    ];

    /// What it is called: `24 hours`, `This month`; `Custom range` for one between two times.
    pub fn label(self) -> &'static str {
        match self {
            Self::Hour => "1 hour",
            Self::HalfDay => "12 hours",
            Self::Day => "24 hours",
            Self::Week => "7 days",
            Self::ThirtyDays => "30 days",
            Self::NinetyDays => "90 days",
            Self::ThisMonth => "This month",
            Self::LastMonth => "Last month",
            Self::Between(_) => "Custom range",
        }
    }

    /// The word for the URL: `24h`, `this-month`, `2026-11-01T00:00:00.000Z..2026-11-02T00:00:00.000Z`.
    pub fn word(self) -> String {
        let word = match self {
            Self::Hour => "1h",
            Self::HalfDay => "12h",
            Self::Day => "24h",
            Self::Week => "7d",
            Self::ThirtyDays => "30d",
            Self::NinetyDays => "90d",
            Self::ThisMonth => "this-month",
            Self::LastMonth => "last-month",
            Self::Between(span) => return format!("{}{BETWEEN}{}", span.start, span.end),
        };
        word.to_owned()
    }

    /// Reads the word of the URL; between two times there must be something.
    pub fn parse(word: &str) -> Option<Self> {
        if let Some((start, end)) = word.split_once(BETWEEN) {
            let span = Span::new(Timestamp::parse(start)?, Timestamp::parse(end)?);
            return (!span.is_empty()).then_some(Self::Between(span));
        }
        let named = Self::CHART.iter().chain(Self::LEDGER);
        named.copied().find(|window| window.word() == word)
    }

    /// When it is. Never after now, but for a range of one's own.
    pub fn span(self, now: Timestamp, zone: &Zone<'_>) -> Span {
        let month = || Month::of((zone.local)(now));
        match self {
            Self::Hour => Span::last(HOUR_MS, now),
            Self::HalfDay => Span::last(12 * HOUR_MS, now),
            Self::Day => Span::last(DAY_MS, now),
            Self::Week => Span::last(7 * DAY_MS, now),
            Self::ThirtyDays => Span::last(30 * DAY_MS, now),
            Self::NinetyDays => Span::last(90 * DAY_MS, now),
            Self::ThisMonth => Span::new(
                month()
                    .and_then(|month| month.span(zone))
                    .map_or(now, |span| span.start),
                now,
            ),
            Self::LastMonth => month()
                .and_then(|month| month.previous().span(zone))
                .unwrap_or(Span::new(now, now)),
            Self::Between(span) => span,
        }
    }
}
