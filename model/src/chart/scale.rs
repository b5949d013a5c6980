//! From values to places and back.

/// A straight scale: a span of values laid over a length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: f64,
    to: f64,
    start: f64,
    end: f64,
}

impl Scale {
    /// Lays the values from `from` to `to` over the places from `start` to `end`, which may be the smaller one.
    pub fn new((from, to): (f64, f64), (start, end): (f64, f64)) -> Self {
        Self { from, to, start, end }
    }

    /// Where a value is; also beyond the ends. A span of no length is all at its start.
    pub fn place(&self, value: f64) -> f64 {
        let length = self.to - self.from;
        if length == 0.0 {
            return self.start;
        }
        self.start + (value - self.from) / length * (self.end - self.start)
    }

    /// Where a point in time is, in milliseconds.
    pub fn place_ms(&self, at_ms: i64) -> f64 {
        self.place(at_ms as f64)
    }

    /// The value at a place, kept between the ends.
    pub fn value(&self, place: f64) -> f64 {
        let length = self.end - self.start;
        if length == 0.0 {
            return self.from;
        }
        let share = ((place - self.start) / length).clamp(0.0, 1.0);
        self.from + share * (self.to - self.from)
    }

    /// The point in time at a place, in milliseconds, kept between the ends.
    pub fn value_ms(&self, place: f64) -> i64 {
        self.value(place).round() as i64
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;
    use crate::testing::random;

    #[test]
    fn places_and_values_are_found_both_ways() {
        let mut next = random(7);
        for _ in 0..2000 {
            let from = next(4_000_000_000_000) as i64 - 2_000_000_000_000;
            let to = from + 1 + next(100_000_000) as i64;
            let scale = Scale::new((from as f64, to as f64), (0.0, 1.0 + next(2000) as f64));
            let at = from + next((to - from) as u64) as i64;
            assert!((scale.value_ms(scale.place_ms(at)) - at).abs() <= 1);
        }
        let upside_down = Scale::new((0.0, 10.0), (200.0, 0.0));
        assert_eq!((upside_down.place(0.0), upside_down.place(10.0)), (200.0, 0.0));
        assert_eq!(upside_down.value(-5.0), 10.0);
    }

    #[test]
    fn nothing_of_no_length_breaks_it() {
        assert_eq!(Scale::new((5.0, 5.0), (0.0, 100.0)).place(7.0), 0.0);
        assert_eq!(Scale::new((5.0, 6.0), (3.0, 3.0)).value(7.0), 5.0);
    }
}
