//! The axis of values: where it ends, and which values have a line.

use super::unit::Unit;

const SECOND: f64 = 1000.0;
const MINUTE: f64 = 60.0 * SECOND;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

/// Steps of durations from half a minute on, where tens are no even numbers any more.
const LONG_STEPS: [f64; 13] = [
    30.0 * SECOND,
    MINUTE,
    2.0 * MINUTE,
    5.0 * MINUTE,
    10.0 * MINUTE,
    30.0 * MINUTE,
    HOUR,
    2.0 * HOUR,
    6.0 * HOUR,
    12.0 * HOUR,
    DAY,
    2.0 * DAY,
    5.0 * DAY,
];

/// An axis of values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ValueAxis {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// The values that have a line, from the lowest to the highest; both ends are among them.
    pub ticks: Vec<f64>,
}

/// An axis from nought, or from below when there are values below, to the first even value above the highest, with about
/// `most` steps. Shares end at 100 unless one is above.
pub(super) fn value_axis(unit: Unit, lowest: f64, highest: f64, most: usize) -> ValueAxis {
    let low = if lowest.is_finite() { lowest.min(0.0) } else { 0.0 };
    let high = if highest.is_finite() { highest.max(low) } else { low };
    let high = if high <= low { low + 1.0 } else { high };
    let step = even_step(unit, (high - low) / most.max(1) as f64);
    let first = (low / step).floor();
    // What exceeds an even value by an error of the arithmetic only does not need one step more.
    let last = (high / step - 1e-9).ceil().max(first + 1.0);
    let count = (last - first).min(100.0) as usize;
    let mut ticks: Vec<f64> = (0..=count).map(|at| (first + at as f64) * step).collect();
    if unit == Unit::Percent && high <= 100.0 {
        ticks.retain(|tick| *tick < 100.0);
        if high > 100.0 - step {
            ticks.push(100.0);
        }
    }
    ValueAxis {
        low: ticks.first().copied().unwrap_or(low),
        high: ticks.last().copied().unwrap_or(high),
        ticks,
    }
}

/// The first step that is at least so large: 1, 2 or 5 of a power of ten, or what is even among minutes and hours.
/// There is no half of what is counted.
fn even_step(unit: Unit, least: f64) -> f64 {
    if unit == Unit::Milliseconds
        && least > 20.0 * SECOND
        && let Some(step) = LONG_STEPS.into_iter().find(|step| *step >= least)
    {
        return step;
    }
    let power = 10_f64.powf(least.max(1e-9).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= least * (1.0 - 1e-9))
        .unwrap_or(10.0 * power);
    match unit {
        Unit::Count { .. } => step.max(1.0),
        _ => step,
    }
}

#[cfg(test)]
mod tests {
    use super::value_axis;
    use crate::chart::Unit;
    use crate::testing::random;

    const EVENTS: Unit = Unit::Count {
        one: "event",
        many: "events",
    };

    fn labels(unit: Unit, highest: f64) -> Vec<String> {
        let axis = value_axis(unit, 0.0, highest, 4);
        axis.ticks.into_iter().map(|tick| unit.short(tick)).collect()
    }

    #[test]
    fn ticks_are_even() {
        assert_eq!(
            labels(Unit::Milliseconds, 180.0),
            ["0 ms", "50 ms", "100 ms", "150 ms", "200 ms"]
        );
        assert_eq!(labels(Unit::Milliseconds, 1300.0), ["0 ms", "500 ms", "1 s", "1.5 s"]);
        assert_eq!(
            labels(Unit::Milliseconds, 100_000.0),
            ["0 ms", "30 s", "1 min", "1 min 30 s", "2 min"]
        );
        assert_eq!(labels(Unit::Percent, 98.0), ["0%", "50%", "100%"]);
        assert_eq!(labels(Unit::Percent, 100.0), ["0%", "50%", "100%"]);
        assert_eq!(labels(EVENTS, 2.0), ["0", "1", "2"]);
        assert_eq!(labels(EVENTS, 0.0), ["0", "1"]);
        assert_eq!(labels(EVENTS, 12.0), ["0", "5", "10", "15"]);
    }

    #[test]
    fn any_values_fit() {
        let mut next = random(11);
        for _ in 0..5000 {
            let scale = 10_f64.powi(next(14) as i32 - 4);
            let highest = next(10_000) as f64 * scale;
            let lowest = if next(4) == 0 {
                -(next(10_000) as f64) * scale
            } else {
                0.0
            };
            let most = 1 + next(8) as usize;
            for unit in [Unit::Milliseconds, Unit::Percent, EVENTS] {
                let axis = value_axis(unit, lowest, highest, most);
                assert!(
                    axis.low <= lowest && axis.high * (1.0 + 1e-6) >= highest,
                    "{unit:?} {lowest} {highest}"
                );
                assert!(axis.low < axis.high);
                assert!(axis.ticks.is_sorted_by(|a, b| a < b));
                assert!((2..=most + 3).contains(&axis.ticks.len()), "{axis:?} {most}");
            }
        }
    }

    #[test]
    fn what_is_no_number_does_no_harm() {
        for strange in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, 1e-300] {
            for unit in [Unit::Milliseconds, Unit::Percent, EVENTS] {
                let axis = value_axis(unit, strange, strange, 4);
                assert!(axis.ticks.len() < 103);
            }
        }
    }
}
