//! Where on the time axis the first and the last release of the issue came out.

use glint_model::reveal::reveal;
use glint_model::timestamp::Timestamp;
use glint_model::trend::Trend;
use glint_model::wire::issue::{Issue, IssueRelease};

/// A release on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseMark {
    /// The bar in whose time it came out.
    pub at: usize,
    /// When.
    pub when: Timestamp,
    /// `First release 3.0.0`.
    pub label: String,
}

/// The releases of an issue that came out in the time of a trend. None on servers that do not say them.
pub fn release_marks(issue: &Issue, trend: &Trend) -> Vec<ReleaseMark> {
    let (first, last) = (issue.first_release.as_ref(), issue.last_release.as_ref());
    let is_same = first.is_some() && first.map(|release| &release.version) == last.map(|release| &release.version);
    let named = if is_same {
        [(first, "First and last release"), (None, "")]
    } else {
        [(first, "First release"), (last, "Last release")]
    };
    named
        .into_iter()
        .filter_map(|(release, what)| mark(release?, what, trend))
        .collect()
}

fn mark(release: &IssueRelease, what: &str, trend: &Trend) -> Option<ReleaseMark> {
    let when = release.date_released.unwrap_or(release.date_created);
    Some(ReleaseMark {
        at: bar_at(trend, when)?,
        when,
        label: format!("{what} {}", reveal(&release.short_version)),
    })
}

/// The bar in whose time this is; None before the first and after the last.
fn bar_at(trend: &Trend, when: Timestamp) -> Option<usize> {
    let width_ms = trend.period.bucket_seconds() * 1000;
    trend
        .buckets
        .iter()
        .position(|bar| (bar.start_ms..bar.start_ms.saturating_add(width_ms)).contains(&when.0))
}

#[cfg(test)]
mod tests {
    use super::bar_at;
    use glint_model::timestamp::Timestamp;
    use glint_model::trend::{Period, fill};

    #[test]
    fn a_time_is_in_one_bar_or_in_none() {
        let now = 1_795_421_711_990;
        let trend = fill(&[], Period::Day, now);
        for (hours_ago, want) in [(0, Some(23)), (1, Some(22)), (23, Some(0)), (24, None), (-1, None)] {
            assert_eq!(
                bar_at(&trend, Timestamp(now - hours_ago * 3_600_000)),
                want,
                "{hours_ago}"
            );
        }
        assert_eq!(bar_at(&trend, Timestamp(i64::MIN)), None);
    }
}
