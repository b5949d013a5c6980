//! How far a list of checks is loaded, in words.

use crate::link::Hits;
use crate::text::thousands;

/// Checks of one page: the most that the server gives.
const ON_A_PAGE: i64 = 100;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// The pages that came.
    pub pages: u64,
    /// How many more there seem to be.
    pub left: Option<u64>,
    /// The share of the time that is loaded, from 0 to 1.
    pub share: f64,
}

impl Progress {
    /// `12 of about 130 pages, 9% loaded`; without a guess `12 pages, 9% loaded`.
    pub fn text(self) -> String {
        // Not 100 before it is.
        let percent = (self.share.clamp(0.0, 1.0) * 100.0).floor();
        let pages = match self.left {
            Some(left) => format!(
                "{} of about {} pages",
                thousands(self.pages),
                thousands(self.pages + left)
            ),
            None if self.pages == 1 => "1 page".to_owned(),
            None => format!("{} pages", thousands(self.pages)),
        };
        format!("{pages}, {percent}% loaded")
    }
}

/// About how many pages a stretch of time has: of a monitor's checks by its interval in seconds.
pub fn pages_of(length_ms: i64, interval_s: i64) -> u64 {
    let page_ms = interval_s.max(1).saturating_mul(1000 * ON_A_PAGE);
    let pages = length_ms.max(0) / page_ms + i64::from(length_ms.max(0) % page_ms > 0);
    u64::try_from(pages).unwrap_or_default()
}

impl Hits {
    /// How many pages these are, where the server counted them to the end.
    pub fn pages(self) -> Option<u64> {
        let on_a_page = u64::try_from(ON_A_PAGE).ok()?;
        (!self.capped).then(|| self.count.div_ceil(on_a_page))
    }
}

#[cfg(test)]
mod tests {
    use super::{Progress, pages_of};
    use crate::link::Hits;

    #[test]
    fn progress_is_told_and_never_whole_before_it_is() {
        let text = |pages, left, share| Progress { pages, left, share }.text();
        assert_eq!(text(12, Some(118), 0.0999), "12 of about 130 pages, 9% loaded");
        assert_eq!(text(1, None, 0.5), "1 page, 50% loaded");
        assert_eq!(
            text(1199, Some(1), 0.9999),
            "1\u{202f}199 of about 1\u{202f}200 pages, 99% loaded"
        );
        assert_eq!(text(3, Some(0), 1.2), "3 of about 3 pages, 100% loaded");
    }

    #[test]
    fn pages_are_counted_by_the_interval() {
        const DAY_MS: i64 = 86_400_000;
        assert_eq!(pages_of(DAY_MS, 60), 15);
        assert_eq!(pages_of(90 * DAY_MS, 60), 1296);
        assert_eq!(pages_of(0, 60), 0);
        assert_eq!(pages_of(-5, 60), 0);
        assert_eq!(pages_of(1, 0), 1);
        assert_eq!(pages_of(i64::MAX, i64::MAX), 1);
        let hits = |count, capped| Hits { count, capped }.pages();
        assert_eq!((hits(250, false), hits(1000, true)), (Some(3), None));
    }
}
