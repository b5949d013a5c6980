//! How often a heartbeat is sent: sooner than the monitor waits, so that one that is a little late is not missed.

/// Seconds between two heartbeats: four fifths of what the monitor waits.
pub(super) fn beat_s(interval_s: i64) -> i64 {
    (interval_s.clamp(1, 1_000_000) * 4 / 5).max(1)
}

/// When cron runs it: as often as fits evenly into an hour or a day, and no later than a heartbeat is due. Every minute is
/// the most that cron can.
pub(super) fn cron(interval_s: i64) -> String {
    let minutes = beat_s(interval_s) / 60;
    match (largest_part(60, minutes), largest_part(24, minutes / 60)) {
        (_, hours @ 2..) => format!("0 */{hours} * * *"),
        (_, 1) => "0 * * * *".to_owned(),
        (0 | 1, _) => "* * * * *".to_owned(),
        (minutes, _) => format!("*/{minutes} * * * *"),
    }
}

/// The largest divisor of `whole` that is not more than `most`; 0 when there is none.
fn largest_part(whole: i64, most: i64) -> i64 {
    (1..=most.min(whole / 2))
        .rev()
        .find(|part| whole % part == 0)
        .unwrap_or(0)
}
