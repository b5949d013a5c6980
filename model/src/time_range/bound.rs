//! One end of a time range, as the URL and the wire spell it.

use crate::text::counted;
use crate::timestamp::Timestamp;

/// A bound, read.
pub enum Bound {
    /// A point in time.
    At(Timestamp),
    /// So long before now.
    Ago(Distance),
}

/// How long before now.
pub struct Distance {
    /// How many of the unit; 0 means now.
    pub count: u32,
    unit: u8,
}

impl Bound {
    /// Reads what [`is_bound`] agrees to.
    pub fn read(text: &str) -> Option<Self> {
        let Some(rest) = text.strip_prefix("now") else {
            return Timestamp::parse(text).map(Self::At);
        };
        if rest.is_empty() {
            return Some(Self::Ago(Distance { count: 0, unit: b'm' }));
        }
        let distance = rest.strip_prefix('-')?;
        let number = distance.strip_suffix(['m', 'h', 'd'])?;
        let is_number = (1..=6).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        let (count, unit) = (number.parse().ok()?, *distance.as_bytes().last()?);
        is_number.then_some(Self::Ago(Distance { count, unit }))
    }
}

impl Distance {
    /// In milliseconds.
    pub fn ms(&self) -> i64 {
        let unit = match self.unit {
            b'm' => 60_000,
            b'h' => 3_600_000,
            _ => 86_400_000,
        };
        i64::from(self.count) * unit
    }

    /// `24 hours`.
    pub fn label(&self) -> String {
        let (one, many) = match self.unit {
            b'm' => ("minute", "minutes"),
            b'h' => ("hour", "hours"),
            _ => ("day", "days"),
        };
        counted(u64::from(self.count), one, many)
    }
}

/// A point in time as the URL carries it: `2026-11-03T13:00:00Z`.
pub fn bound(at: Timestamp) -> String {
    at.to_iso().replace(".000Z", "Z")
}

/// Whether the server takes the text as `start` or `end`: an ISO 8601 time or date, `now`, or `now-` with
/// minutes, hours or days.
pub fn is_bound(text: &str) -> bool {
    Bound::read(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::is_bound;

    #[test]
    fn what_the_server_refuses_is_no_bound() {
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
    }
}
