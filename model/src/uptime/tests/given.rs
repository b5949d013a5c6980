//! What the tests work with.

use crate::local_time::LocalTime;
use crate::timestamp::Timestamp;
use crate::uptime::{Check, Reason, Span, Spans, Zone};

pub const MINUTE: i64 = 60_000;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;

/// A time in minutes after an arbitrary midnight.
pub fn at(minutes: i64) -> Timestamp {
    Timestamp(1_795_392_000_000 + minutes * MINUTE)
}

pub fn span(start: i64, end: i64) -> Span {
    Span::new(at(start), at(end))
}

pub fn spans(all: &[(i64, i64)]) -> Spans {
    all.iter().map(|(start, end)| span(*start, *end)).collect()
}

pub fn up(minutes: i64) -> Check {
    answered(minutes, 20.0)
}

pub fn answered(minutes: i64, response_ms: f64) -> Check {
    Check {
        at: at(minutes),
        is_up: true,
        reason: None,
        response_ms: Some(response_ms),
    }
}

pub fn down(minutes: i64) -> Check {
    failed(minutes, Some(Reason::Timeout))
}

pub fn failed(minutes: i64, reason: Option<Reason>) -> Check {
    Check {
        at: at(minutes),
        is_up: false,
        reason,
        response_ms: None,
    }
}

/// A zone two hours ahead of UTC until the clock is set back at `2026-10-25T01:00Z`, then one.
pub fn in_berlin<T>(work: impl FnOnce(&Zone<'_>) -> T) -> T {
    const SET_BACK: i64 = 1_792_890_000_000;
    let ahead = |at: Timestamp| if at.0 < SET_BACK { 120 } else { 60 };
    let local = |at: Timestamp| LocalTime::at(at, ahead(at));
    let instant = |local: LocalTime| {
        let utc = Timestamp::parse(&local.field_text())?;
        let guess = Timestamp(utc.0 - 120 * MINUTE);
        Some(if guess.0 < SET_BACK {
            guess
        } else {
            Timestamp(utc.0 - 60 * MINUTE)
        })
    };
    work(&Zone {
        local: &local,
        instant: &instant,
    })
}

/// Numbers that look random, the same ones in every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(0x9e37_79b9_7f4a_7c15 ^ seed.wrapping_mul(0xff51_afd7_ed55_8ccd))
    }

    /// A number from 0 on and below another.
    pub fn below(&mut self, end: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 >> 33).expect("31 bits") % end
    }

    /// Checks in any order, some of them more than once, some at the same time, some ahead of minute 1000.
    pub fn checks(&mut self) -> Vec<Check> {
        let count = self.below(40);
        let mut checks: Vec<Check> = (0..count).map(|_| self.check()).collect();
        for _ in 0..self.below(5) {
            if let Some(check) = checks.first().copied() {
                checks.push(check);
            }
        }
        checks
    }

    fn check(&mut self) -> Check {
        let minutes = self.below(1020);
        let reason = self.below(8);
        match self.below(3) {
            0 => failed(minutes, (reason < 6).then(|| Reason::from_code(reason))),
            1 => answered(minutes, self.below(4_000_000) as f64 / 1000.0),
            _ => answered(minutes, self.below(4000) as f64),
        }
    }

    /// A few spans up to minute 1000.
    pub fn spans(&mut self) -> Spans {
        (0..self.below(5)).map(|_| self.span()).collect()
    }

    pub fn span(&mut self) -> Span {
        let (one, other) = (self.below(1001), self.below(1001));
        span(one.min(other), one.max(other))
    }

    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for end in (1..all.len()).rev() {
            let place = self.below(i64::try_from(end + 1).expect("few"));
            all.swap(end, usize::try_from(place).expect("not negative"));
        }
    }
}
