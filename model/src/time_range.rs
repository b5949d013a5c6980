//! The time range of the issue list. The server applies it to when an issue was **first seen**.

use crate::timestamp::Timestamp;

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

    /// What it is called: `Any time`, `Last 24 hours`, `2026-11-01 to 2026-11-08`, `Since 2026-11-01`.
    pub fn label(&self) -> String {
        match self {
            Self::Any => "Any time".to_owned(),
            Self::Last { label, .. } => (*label).to_owned(),
            Self::Custom { start, end } => match (start.as_deref().map(shown), end.as_deref().map(shown)) {
                (Some(start), Some(end)) => format!("{start} to {end}"),
                (Some(start), None) => format!("Since {start}"),
                (None, Some(end)) => format!("Until {end}"),
                (None, None) => "Any time".to_owned(),
            },
        }
    }
}

/// A bound for people: the date, with hours and minutes where they are given.
fn shown(bound: &str) -> String {
    let Some(time) = Timestamp::parse(bound) else {
        return bound.to_owned();
    };
    let iso = time.to_iso();
    match (iso.get(..10), iso.get(11..16)) {
        (Some(date), Some("00:00")) => date.to_owned(),
        (Some(date), Some(clock)) => format!("{date} {clock} UTC"),
        _ => bound.to_owned(),
    }
}

/// Whether the server takes the text as `start` or `end`: an ISO 8601 time or date, `now`, or `now-` with
/// minutes, hours or days.
pub fn is_bound(text: &str) -> bool {
    if let Some(rest) = text.strip_prefix("now") {
        let Some(distance) = rest.strip_prefix('-') else {
            return rest.is_empty();
        };
        let Some(number) = distance.strip_suffix(['m', 'h', 'd']) else {
            return false;
        };
        return (1..=6).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    }
    Timestamp::parse(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::{PRESETS, TimeRange, is_bound};

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
            label(Some("2026-11-01"), Some("2026-11-08")),
            "2026-11-01 to 2026-11-08"
        );
        assert_eq!(label(Some("2026-11-01T08:30:00Z"), None), "Since 2026-11-01 08:30 UTC");
        assert_eq!(label(None, Some("now-3h")), "Until now-3h");
    }

    #[test]
    fn what_the_server_refuses_is_left_out() {
        for text in [
            "",
            "n",
            "nowadays",
            "now+1h",
            "now-",
            "now-h",
            "now-1w",
            "now-1.5h",
            "now--1h",
            "now-1234567h",
            "yesterday",
            "2026-13-01",
            "<script>",
            "now-1h ",
            "1795421711",
        ] {
            assert!(!is_bound(text), "{text}");
        }
        for text in [
            "now",
            "now-30m",
            "now-24h",
            "now-7d",
            "2026-11-01",
            "2026-11-01T00:00:00Z",
            "2026-11-01T08:00:00+02:00",
        ] {
            assert!(is_bound(text), "{text}");
        }
        assert_eq!(TimeRange::from_bounds(Some("soon"), Some("")), TimeRange::Any);
        assert_eq!(TimeRange::from_bounds(Some(" now-24h "), None).label(), "Last 24 hours");
    }
}
