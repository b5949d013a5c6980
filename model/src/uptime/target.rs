//! How much uptime was promised.

use std::fmt;

/// Ten thousandths of a percent in the whole.
const WHOLE: u32 = 1_000_000;

/// A share of time in which a monitor ought to be up, exact to four digits behind the point of its percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target(u32);

impl Default for Target {
    /// 99.9%.
    fn default() -> Self {
        Self(999_000)
    }
}

impl Target {
    /// Reads a percentage over 0 and up to 100: `99.95`, `99,95%`. None for anything else, and for more than four digits
    /// behind the point.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('%').trim_end();
        let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(part) || part.len() > 4 {
            return None;
        }
        let part: u32 = format!("{part:0<4}").parse().ok()?;
        let value = whole.parse::<u32>().ok()?.checked_mul(10_000)?.checked_add(part)?;
        (1..=WHOLE).contains(&value).then_some(Self(value))
    }

    /// How much of a length of time may be downtime, in whole milliseconds.
    pub fn allowed_ms(self, length_ms: i64) -> i64 {
        let allowed = i128::from(length_ms.max(0)) * i128::from(WHOLE - self.0.min(WHOLE)) / i128::from(WHOLE);
        i64::try_from(allowed).unwrap_or(i64::MAX)
    }
}

/// The percentage without its sign: `99.9`, `99.95`, `100`.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:04}", self.0 / 10_000, self.0 % 10_000);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}
