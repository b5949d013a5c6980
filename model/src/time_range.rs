//! The time range of the issue list. The server applies it to when an issue was **first seen**.

mod bound;

pub use bound::is_bound;

use crate::local_time::LocalTime;
use crate::timestamp::Timestamp;
use bound::{Bound, bound};

/// The ranges on offer: what they are called, and the `start` they send.
pub const PRESETS: &[(&str, &str)] = &[
    ("Last hour", "now-1h"),
    ("Last 24 hours", "now-24h"),
    ("Last 7 days", "now-7d"),
    ("Last 14 days", "now-14d"),
    ("Last 30 days", "now-30d"),
];

/// A range of time in which issues were first seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TimeRange {
    /// No bounds.
    #[default]
    Any,
    /// One of [`PRESETS`], moving with the clock.
    Last {
        /// What it is called.
        label: &'static str,
        /// What is sent as `start`.
        start: &'static str,
    },
    /// Bounds of one's own: ISO 8601 times or dates, or `now` and `now-24h` and the like.
    Custom {
        /// Where it begins.
        start: Option<String>,
        /// Where it ends.
        end: Option<String>,
    },
}

impl TimeRange {
    /// The range between two bounds as the URL carries them. Bounds that the server would refuse are left out.
    pub fn from_bounds(start: Option<&str>, end: Option<&str>) -> Self {
        let start = start.map(str::trim).filter(|text| is_bound(text));
        let end = end.map(str::trim).filter(|text| is_bound(text));
        if start.is_none() && end.is_none() {
            return Self::Any;
        }
        let preset = PRESETS
            .iter()
            .find(|(_, preset)| end.is_none() && start == Some(preset));
        match preset {
            Some(&(label, start)) => Self::Last { label, start },
            None => Self::Custom {
                start: start.map(str::to_owned),
                end: end.map(str::to_owned),
            },
        }
    }

    /// The bounds for the URL and the wire: `start` and `end`.
    pub fn bounds(&self) -> (Option<String>, Option<String>) {
        match self {
            Self::Any => (None, None),
            Self::Last { start, .. } => (Some((*start).to_owned()), None),
            Self::Custom { start, end } => (start.clone(), end.clone()),
        }
    }

    /// The range between two points in time, either of which may be missing. None when its end is not after its start.
    pub fn between(start: Option<Timestamp>, end: Option<Timestamp>) -> Option<Self> {
        match (start, end) {
            (None, None) => Some(Self::Any),
            (Some(start), Some(end)) if end <= start => None,
            (start, end) => Some(Self::Custom {
                start: start.map(bound),
                end: end.map(bound),
            }),
        }
    }

    /// Where it begins and ends at this moment.
    pub fn instants(&self, now: Timestamp) -> (Option<Timestamp>, Option<Timestamp>) {
        let (start, end) = self.bounds();
        let instant = |bound: Option<String>| match Bound::read(&bound?)? {
            Bound::At(at) => Some(at),
            Bound::Ago(distance) => Some(Timestamp(now.0 - distance.ms())),
        };
        (instant(start), instant(end))
    }

    /// What it is called, in UTC: `Any time`, `Last 24 hours`, `2026-11-01 00:00 UTC to 2026-11-08 08:30 UTC`,
    /// `Since 2026-11-01 00:00 UTC`.
    pub fn label(&self) -> String {
        self.told(&utc_text, " to ")
    }

    /// What it is called, in the reader's zone: `3 Nov 14:00 – 5 Nov 09:30`, `3 Nov 14:00 – 16:00`, `Until 3 Nov 14:00`.
    /// `local` gives what the reader's clock shows.
    pub fn label_in(&self, local: &dyn Fn(Timestamp) -> LocalTime, now: Timestamp) -> String {
        let now = local(now);
        if let Self::Custom {
            start: Some(start),
            end: Some(end),
        } = self
            && let (Some(Bound::At(start)), Some(Bound::At(end))) = (Bound::read(start), Bound::read(end))
            && local(start).is_same_day(local(end))
        {
            return format!("{} – {}", local(start).label(now), local(end).clock());
        }
        self.told(&|at| local(at).label(now), " – ")
    }

    fn told(&self, shown: &dyn Fn(Timestamp) -> String, joined: &str) -> String {
        let (start, end) = match self {
            Self::Any => return "Any time".to_owned(),
            Self::Last { label, .. } => return (*label).to_owned(),
            Self::Custom { start, end } => (start.as_deref(), end.as_deref()),
        };
        if let (Some(Some(Bound::Ago(distance))), None) = (start.map(Bound::read), end)
            && distance.count > 0
        {
            return format!("Last {}", distance.label());
        }
        let words = |bound: &str| match Bound::read(bound) {
            Some(Bound::At(at)) => shown(at),
            Some(Bound::Ago(distance)) if distance.count == 0 => "now".to_owned(),
            Some(Bound::Ago(distance)) => format!("{} ago", distance.label()),
            None => bound.to_owned(),
        };
        match (start.map(words), end.map(words)) {
            (Some(start), Some(end)) => format!("{start}{joined}{end}"),
            (Some(start), None) => format!("Since {start}"),
            (None, Some(end)) => format!("Until {end}"),
            (None, None) => "Any time".to_owned(),
        }
    }
}

/// `2026-11-03 13:00 UTC`.
fn utc_text(at: Timestamp) -> String {
    format!("{} UTC", LocalTime::at(at, 0).field_text().replace('T', " "))
}

#[cfg(test)]
mod tests {
    use super::{PRESETS, TimeRange, is_bound};
    use crate::local_time::LocalTime;
    use crate::testing::texts;
    use crate::timestamp::Timestamp;

    #[test]
    fn presets_are_known_again() {
        for (label, start) in PRESETS {
            let range = TimeRange::from_bounds(Some(start), None);
            assert!(is_bound(start));
            assert_eq!(range, TimeRange::Last { label, start });
            assert_eq!(range.label(), *label);
            assert_eq!(range.bounds(), (Some((*start).to_owned()), None));
        }
        let bounded = TimeRange::from_bounds(Some("now-24h"), Some("now"));
        assert!(matches!(bounded, TimeRange::Custom { .. }));
    }

    #[test]
    fn bounds_of_ones_own_are_labelled() {
        let label = |start, end| TimeRange::from_bounds(start, end).label();
        assert_eq!(label(None, None), "Any time");
        assert_eq!(
            label(Some("2026-11-01"), Some("2026-11-08T08:30:00Z")),
            "2026-11-01 00:00 UTC to 2026-11-08 08:30 UTC"
        );
        assert_eq!(
            label(Some("2026-11-01T08:30:00+02:00"), None),
            "Since 2026-11-01 06:30 UTC"
        );
        assert_eq!(label(None, Some("now-3h")), "Until 3 hours ago");
        assert_eq!(label(Some("now-3h"), None), "Last 3 hours");
        assert_eq!(label(Some("now"), None), "Since now");
        assert_eq!(label(Some("now-1d"), Some("now")), "1 day ago to now");
    }

    fn time(text: &str) -> Timestamp {
        Timestamp::parse(text).expect("a time")
    }

    /// A clock in Berlin, as summer time was and will be in 2026.
    fn berlin(at: Timestamp) -> LocalTime {
        let is_summer = (time("2026-03-29T01:00:00Z")..time("2026-10-25T01:00:00Z")).contains(&at);
        LocalTime::at(at, if is_summer { 120 } else { 60 })
    }

    #[test]
    fn the_reader_sees_their_own_zone() {
        let label = |start, end| TimeRange::from_bounds(start, end).label_in(&berlin, time("2026-11-23T08:00:00Z"));
        for (start, end, want) in [
            (None, None, "Any time"),
            (Some("now-24h"), None, "Last 24 hours"),
            (
                Some("2026-11-03T13:00:00Z"),
                Some("2026-11-05T08:30:59Z"),
                "3 Nov 14:00 – 5 Nov 09:30",
            ),
            (
                Some("2026-11-02T23:00:00Z"),
                Some("2026-11-03T22:59:59Z"),
                "3 Nov 00:00 – 23:59",
            ),
            (Some("2026-11-01"), None, "Since 1 Nov 01:00"),
            (None, Some("2025-11-05T08:30:00Z"), "Until 5 Nov 2025 09:30"),
            (
                Some("2026-10-25T00:30:00Z"),
                Some("2026-10-25T01:45:00Z"),
                "25 Oct 02:30 – 02:45",
            ),
            (Some("2026-11-03T13:00:00Z"), Some("now"), "3 Nov 14:00 – now"),
        ] {
            assert_eq!(label(start, end), want);
        }
    }

    #[test]
    fn a_range_of_ones_own_is_written_in_utc() {
        let bounds = |start: Option<&str>, end: Option<&str>| {
            TimeRange::between(start.map(time), end.map(time)).map(|range| range.bounds())
        };
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            bounds(Some("2026-11-03T14:00:00+01:00"), Some("2026-11-05T09:30:59.999+01:00")),
            Some((text("2026-11-03T13:00:00Z"), text("2026-11-05T08:30:59.999Z")))
        );
        assert_eq!(
            bounds(Some("2026-11-03"), None),
            Some((text("2026-11-03T00:00:00Z"), None))
        );
        assert_eq!(
            bounds(None, Some("2026-11-03")),
            Some((None, text("2026-11-03T00:00:00Z")))
        );
        assert_eq!(TimeRange::between(None, None), Some(TimeRange::Any));
        assert_eq!(bounds(Some("2026-11-05"), Some("2026-11-03")), None);
        assert_eq!(bounds(Some("2026-11-05"), Some("2026-11-05")), None);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let now = time("2026-11-23T08:00:00Z");
        let (start, end) = (time("2026-11-03T13:00:00Z"), time("2026-11-05T08:30:59.999Z"));
        let range = TimeRange::between(Some(start), Some(end)).expect("a range");
        let (from, to) = range.bounds();
        assert_eq!(TimeRange::from_bounds(from.as_deref(), to.as_deref()), range);
        assert_eq!(range.instants(now), (Some(start), Some(end)));
        let moving = TimeRange::from_bounds(Some("now-2d"), Some("now-90m"));
        assert_eq!(
            moving.instants(now),
            (Some(time("2026-11-21T08:00:00Z")), Some(time("2026-11-23T06:30:00Z")))
        );
        let moving = TimeRange::from_bounds(Some("now-3h"), Some("now"));
        assert_eq!(moving.instants(now), (Some(time("2026-11-23T05:00:00Z")), Some(now)));
        assert_eq!(TimeRange::Any.instants(now), (None, None));
    }

    #[test]
    fn any_text_is_a_bound_or_not() {
        for text in texts(2000) {
            for text in [
                text.clone(),
                format!("now{text}"),
                format!("now-{text}"),
                format!("2026-11-03T{text}"),
            ] {
                let range = TimeRange::from_bounds(Some(&text), None);
                assert_eq!(range == TimeRange::Any, !is_bound(text.trim()), "{text:?}");
                assert!(!range.label().is_empty());
            }
        }
    }

    #[test]
    fn what_the_server_refuses_is_left_out() {
        assert_eq!(TimeRange::from_bounds(Some("soon"), Some("")), TimeRange::Any);
        assert_eq!(TimeRange::from_bounds(Some(" now-24h "), None).label(), "Last 24 hours");
    }
}
