//! Values for the gallery: the same ones every time.

use glint_model::chart::{BarSeries, Bucket, Chart, Ink, Point, Series, Span, SpanKind, Unit};

pub(super) const HOUR_MS: i64 = 3_600_000;
pub(super) const DAY_MS: i64 = 24 * HOUR_MS;
/// 2026-11-23T12:00:00Z.
pub(super) const NOON_MS: i64 = 1_795_435_200_000;

/// Numbers from 0 to 1.
pub(super) fn random(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// So many values around a usual one, with a slow wave, a few peaks and, where there are enough, a hole.
pub(super) fn noise(from_ms: i64, to_ms: i64, count: u32, usual: f64) -> Vec<Point> {
    let mut next = random(u64::from(count) + usual as u64);
    let step = (to_ms - from_ms) as f64 / f64::from(count.max(1));
    let points = (0..count).map(|at| {
        let wave = (f64::from(at) * 12.0 / f64::from(count)).sin() * 0.3 + 1.0;
        let peak = if next() > 0.985 { 3.0 } else { 1.0 };
        let value = usual * wave * (0.8 + 0.4 * next()) * peak;
        let is_hole = count > 30 && (count / 3..count / 3 + count / 20).contains(&at);
        Point {
            at_ms: from_ms + (step * f64::from(at)) as i64,
            value: (!is_hole).then_some(value),
        }
    });
    points.collect()
}

/// Percentiles with a range.
pub(super) fn response_times(from_ms: i64, to_ms: i64, count: u32) -> Chart {
    let middle = noise(from_ms, to_ms, count, 90.0);
    let times = |factor: f64| -> Vec<Point> {
        let mut next = random(factor as u64 + 5);
        let points = middle.iter().map(|point| Point {
            at_ms: point.at_ms,
            value: point.value.map(|value| value * factor * (0.9 + 0.2 * next())),
        });
        points.collect()
    };
    let series = vec![
        Series::range("p5 to p95", Ink::Five, times(0.6), times(2.0)),
        Series::line("p50", Ink::One, middle.clone()),
        Series::line("p95", Ink::Two, times(2.0)),
    ];
    Chart::lines("Response time", Unit::Milliseconds, from_ms, to_ms, series)
}

/// A long outage, a short one, and a time of which nothing is known.
pub(super) fn outages(from_ms: i64) -> Vec<Span> {
    let span = |hours: f64, minutes: i64, kind, label: &str| Span {
        from_ms: from_ms + (hours * HOUR_MS as f64) as i64,
        to_ms: from_ms + (hours * HOUR_MS as f64) as i64 + minutes * 60_000,
        kind,
        label: label.to_owned(),
    };
    vec![
        span(3.0, 75, SpanKind::Down, "Down: status 502"),
        span(17.5, 2, SpanKind::Down, "Down: timeout"),
        span(8.0, 70, SpanKind::Unknown, "No checks"),
    ]
}

/// Counts for each bucket, of so many series.
pub(super) fn checks_by_day(buckets: Vec<Bucket>, series: usize) -> Chart {
    let mut next = random(series as u64);
    let looks = [
        ("Up", Ink::Good, 1400.0),
        ("Slow", Ink::Warning, 200.0),
        ("Down", Ink::Bad, 90.0),
        ("Paused", Ink::Four, 300.0),
        ("Skipped", Ink::Five, 200.0),
        ("Unknown", Ink::Quiet, 100.0),
    ];
    let stacks = looks.into_iter().take(series).map(|(name, ink, usual)| {
        let values = buckets.iter().enumerate().map(|(at, _)| {
            let value = (usual * (0.3 + next())).floor();
            (!(10..13).contains(&at)).then_some(value)
        });
        BarSeries {
            name: name.to_owned(),
            ink,
            values: values.collect(),
        }
    });
    let stacks = stacks.collect();
    Chart::bars(
        "Checks",
        Unit::Count {
            one: "check",
            many: "checks",
        },
        buckets,
        stacks,
    )
}
