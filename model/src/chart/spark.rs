//! Sparklines: a drawing the size of a word.

/// The drawing's own units, tenths of a pixel, so that every number is whole.
pub const WIDTH: u64 = 1320;
/// The same for its height.
pub const HEIGHT: u64 = 260;
const GAP: u64 = 15;
const HAIRLINE: u64 = 10;

/// Bars as three paths in place of a shape for each: a list of some thousand rows has two dozen bars in each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SparkBars {
    /// Hairlines for nought.
    pub none: String,
    /// All bars but the highest.
    pub usual: String,
    /// The highest, which may be several.
    pub highest: String,
}

/// Draws bars over the whole width, the highest over the whole height.
pub fn bars(counts: impl ExactSizeIterator<Item = u64> + Clone) -> SparkBars {
    let step = (WIDTH / counts.len().max(1) as u64).max(GAP + 1);
    let peak = counts.clone().max().unwrap_or(0).max(1);
    let mut bars = SparkBars::default();
    for (index, count) in counts.enumerate() {
        let (path, height) = match count {
            0 => (&mut bars.none, HAIRLINE),
            _ if count == peak => (&mut bars.highest, HEIGHT),
            _ => {
                let height = u128::from(count) * u128::from(HEIGHT) / u128::from(peak);
                (
                    &mut bars.usual,
                    u64::try_from(height).unwrap_or(HEIGHT).max(2 * HAIRLINE),
                )
            }
        };
        let (left, width) = (index as u64 * step, step - GAP);
        path.push_str(&format!("M{left} {HEIGHT}v-{height}h{width}v{height}z"));
    }
    bars
}

/// A line over the whole width, from nought to the highest value; what is missing is a gap, and what is alone a dot.
pub fn line(values: &[Option<f64>]) -> String {
    let known = || values.iter().flatten().filter(|value| value.is_finite());
    let peak = known().fold(0.0_f64, |peak, value| peak.max(*value));
    let step = WIDTH as f64 / values.len().saturating_sub(1).max(1) as f64;
    let mut path = String::new();
    let mut is_open = false;
    for (index, value) in values.iter().enumerate() {
        let Some(value) = value.filter(|value| value.is_finite()) else {
            is_open = false;
            continue;
        };
        let share = if peak > 0.0 {
            (value / peak).clamp(0.0, 1.0)
        } else {
            0.0
        };
        // Half the line's width stays free above and below.
        let y = HEIGHT as f64 - 10.0 - share * (HEIGHT as f64 - 20.0);
        let (x, y) = ((index as f64 * step).round() as i64, y.round() as i64);
        if is_open {
            path.push_str(&format!("L{x} {y}"));
        } else {
            path.push_str(&format!("M{x} {y}h0"));
        }
        is_open = true;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{bars, line};

    #[test]
    fn the_highest_bars_stand_out() {
        let drawn = bars([0, 4, 2, 4].into_iter());
        assert_eq!(drawn.none, "M0 260v-10h315v10z");
        assert_eq!(drawn.highest, "M330 260v-260h315v260zM990 260v-260h315v260z");
        assert_eq!(drawn.usual, "M660 260v-130h315v130z");
        assert_eq!(bars([0, 0].into_iter()).highest, "");
        let _ = bars([u64::MAX, 1].into_iter());
        let _ = bars(vec![1; 5000].into_iter());
    }

    #[test]
    fn a_line_has_gaps() {
        assert_eq!(
            line(&[Some(0.0), Some(2.0), None, Some(1.0), Some(f64::NAN)]),
            "M0 250h0L330 10M990 130h0"
        );
        assert_eq!(line(&[]), "");
        assert_eq!(line(&[Some(-1.0)]), "M0 250h0");
    }
}
