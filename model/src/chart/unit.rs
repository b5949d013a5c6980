//! What values are, and how they are written.

use crate::text::thousands;

/// What the values of a chart are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// How long something took, in milliseconds.
    Milliseconds,
    /// A share, from 0 to 100.
    Percent,
    /// How many there were, with the noun.
    Count {
        /// Of one: `event`.
        one: &'static str,
        /// Of any other number: `events`.
        many: &'static str,
    },
}

impl Unit {
    /// A value in words: `41 ms`, `2.5 s`, `4 min 10 s`, `99.98%`, `4 182 events`. A share is cut, not rounded, so that
    /// it is only 100 % when it is.
    pub fn text(self, value: f64) -> String {
        match self {
            Self::Count { one, many } => {
                let noun = if value == 1.0 { one } else { many };
                format!("{} {noun}", grouped(value))
            }
            _ => self.short(value),
        }
    }

    /// The same for an axis: without the noun.
    pub fn short(self, value: f64) -> String {
        match self {
            Self::Milliseconds if value < 0.0 => format!("−{}", duration(-value)),
            Self::Milliseconds => duration(value),
            Self::Percent => format!("{}%", decimals((value * 1000.0 + 1e-6).floor() / 1000.0, 3)),
            Self::Count { .. } => grouped(value),
        }
    }

    /// What it is called in the head of a column: `ms`, `%`, `events`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Milliseconds => "ms",
            Self::Percent => "%",
            Self::Count { many, .. } => many,
        }
    }
}

fn duration(ms: f64) -> String {
    if ms < 9.95 {
        return format!("{} ms", decimals(ms, 1));
    }
    if ms < 999.5 {
        return format!("{} ms", decimals(ms, 0));
    }
    if ms < 59_995.0 {
        return format!("{} s", decimals(ms / 1000.0, 2));
    }
    let seconds = (ms / 1000.0).round() as u64;
    let (whole, unit, part, part_unit) = match seconds {
        0..3600 => (seconds / 60, "min", seconds % 60, "s"),
        3600..86_400 => (seconds / 3600, "h", seconds / 60 % 60, "min"),
        _ => (seconds / 86_400, "d", seconds / 3600 % 24, "h"),
    };
    match part {
        0 => format!("{} {unit}", thousands(whole)),
        _ => format!("{} {unit} {part} {part_unit}", thousands(whole)),
    }
}

/// A number in groups of three digits, with one decimal where it is small and not whole.
fn grouped(value: f64) -> String {
    let sign = if value < 0.0 { "−" } else { "" };
    let value = value.abs();
    let tenths = (value * 10.0).round();
    if tenths % 10.0 == 0.0 || value >= 1000.0 {
        return format!("{sign}{}", thousands(value.round() as u64));
    }
    format!("{sign}{}", decimals(value, 1))
}

/// With at most so many decimals, and no noughts at the end.
fn decimals(value: f64, most: usize) -> String {
    let text = format!("{value:.most$}");
    if !text.contains('.') {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::Unit;

    #[test]
    fn durations_are_written_as_one_says_them() {
        for (ms, want) in [
            (0.0, "0 ms"),
            (0.44, "0.4 ms"),
            (9.94, "9.9 ms"),
            (9.96, "10 ms"),
            (41.4, "41 ms"),
            (999.4, "999 ms"),
            (999.6, "1 s"),
            (1250.0, "1.25 s"),
            (20_000.0, "20 s"),
            (59_999.0, "1 min"),
            (125_000.0, "2 min 5 s"),
            (3_600_000.0, "1 h"),
            (5_430_000.0, "1 h 30 min"),
            (183_600_000.0, "2 d 3 h"),
            (-250.0, "−250 ms"),
        ] {
            assert_eq!(Unit::Milliseconds.text(ms), want);
        }
    }

    #[test]
    fn a_share_is_a_hundred_only_when_it_is() {
        for (value, want) in [
            (100.0, "100%"),
            (99.9999, "99.999%"),
            (99.98, "99.98%"),
            (0.0, "0%"),
            (12.5, "12.5%"),
            (0.3, "0.3%"),
        ] {
            assert_eq!(Unit::Percent.text(value), want);
        }
    }

    #[test]
    fn counts_have_their_noun() {
        let unit = Unit::Count {
            one: "event",
            many: "events",
        };
        for (value, want) in [
            (0.0, "0 events"),
            (1.0, "1 event"),
            (1.5, "1.5 events"),
            (4182.4, "4_182 events"),
            (-3.0, "−3 events"),
        ] {
            assert_eq!(unit.text(value).replace('\u{202f}', "_"), want);
        }
        assert_eq!(unit.short(20.0), "20");
    }
}
