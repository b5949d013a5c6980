//! What is dropped of what comes in, and how near a plan's limit is.

/// What is dropped beyond a limit, where plans are sold.
pub const RULES: [&str; 4] = [
    "Up to the plan’s limit nothing is dropped.",
    "From 100% to 150% of it, 10 of 100 events are dropped.",
    "From 150% to 200% of it, 50 of 100 events are dropped.",
    "Beyond 200%, and without a plan, all events are dropped.",
];

/// How many of a hundred events are dropped. The server keeps whatever number it is given.
pub fn dropped(is_accepting: bool, rate: i64) -> i64 {
    if is_accepting { rate.clamp(0, 100) } else { 100 }
}

/// What is dropped, in words.
pub fn throttle_text(is_accepting: bool, rate: i64) -> String {
    match dropped(is_accepting, rate) {
        0 => "Nothing is dropped.".to_owned(),
        100 => "All events are dropped.".to_owned(),
        rate => format!("{rate} of 100 events are dropped."),
    }
}

/// How much of a limit is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// How many events came in.
    pub used: u64,
    /// How many the plan covers.
    pub limit: u64,
}

/// How near it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitLevel {
    /// Below 80 %.
    Fine,
    /// From 80 % on.
    Near,
    /// Used up.
    Over,
}

impl Limit {
    /// In percent; 100 of a limit of nothing.
    pub fn percent(self) -> f64 {
        if self.limit == 0 {
            return 100.0;
        }
        100.0 * self.used as f64 / self.limit as f64
    }

    /// How near it is.
    pub fn level(self) -> LimitLevel {
        match self.percent() {
            percent if percent >= 100.0 => LimitLevel::Over,
            percent if percent >= 80.0 => LimitLevel::Near,
            _ => LimitLevel::Fine,
        }
    }

    /// What follows from it, in words; `dropped` of a hundred events are, as the server says.
    pub fn sentence(self, dropped: i64) -> String {
        match (self.level(), dropped) {
            (LimitLevel::Fine, _) => "Well within the limit.".to_owned(),
            (LimitLevel::Near, _) => "Near the limit.".to_owned(),
            (LimitLevel::Over, ..1) => "The limit is used up; the server drops nothing so far.".to_owned(),
            (LimitLevel::Over, dropped) => format!("The limit is used up. {}", throttle_text(true, dropped)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Limit, LimitLevel, dropped, throttle_text};

    #[test]
    fn what_is_dropped_is_said() {
        assert_eq!(throttle_text(true, 0), "Nothing is dropped.");
        assert_eq!(throttle_text(true, 10), "10 of 100 events are dropped.");
        assert_eq!(throttle_text(true, 250), "All events are dropped.");
        assert_eq!(throttle_text(false, 0), "All events are dropped.");
        assert_eq!(dropped(true, -5), 0);
    }

    #[test]
    fn limits_are_near_from_eighty_percent_on() {
        let level = |used, limit| Limit { used, limit }.level();
        assert_eq!(level(799, 1000), LimitLevel::Fine);
        assert_eq!(level(800, 1000), LimitLevel::Near);
        assert_eq!(level(1000, 1000), LimitLevel::Over);
        assert_eq!(level(0, 0), LimitLevel::Over);
        let said = |dropped| Limit { used: 12, limit: 10 }.sentence(dropped);
        assert!(said(0).contains("drops nothing so far"));
        assert!(said(10).ends_with("10 of 100 events are dropped."));
    }
}
