//! What the ledger says about a stretch of time.

use super::ledger::{Ledger, State};
use super::percent::percent_text;
use super::span::Span;

/// The figures of a stretch of time; lengths in milliseconds. Up, down and unknown together are the whole of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The stretch.
    pub span: Span,
    /// How long it was up.
    pub up_ms: i64,
    /// How long it was down.
    pub down_ms: i64,
    /// For how long nobody knows: before the record begins, in its gaps, and after now.
    pub unknown_ms: i64,
    /// How many outages have some part in it.
    pub outages: usize,
    /// The longest of those parts.
    pub longest_ms: Option<i64>,
    /// The mean time to repair: how long the outages were that ended in it, each as a whole. Those whose beginning nobody
    /// saw do not count.
    pub mttr_ms: Option<i64>,
    /// The mean time between failures: how long it was up for each outage that began in it. None when none did.
    pub mtbf_ms: Option<i64>,
}

impl Summary {
    /// How long it was up or down.
    pub fn known_ms(&self) -> i64 {
        self.up_ms.saturating_add(self.down_ms)
    }

    /// The share of the known time that was up, from 0 to 1; none when nothing is known.
    pub fn share(&self) -> Option<f64> {
        let known = self.known_ms();
        (known > 0).then(|| self.up_ms as f64 / known as f64)
    }

    /// [`Summary::share`] in words: `99.98%`, `unknown`.
    pub fn percent(&self) -> String {
        percent_text(self.up_ms, self.down_ms)
    }
}

impl Ledger {
    /// The figures of a span.
    pub fn summary(&self, span: Span) -> Summary {
        let (mut up_ms, mut down_ms) = (0_i64, 0_i64);
        for (part, state) in self.parts(span) {
            let sum = if state == State::Up { &mut up_ms } else { &mut down_ms };
            *sum = sum.saturating_add(part.len_ms());
        }
        let outages = self.outages_in(span);
        let repaired = outages.iter().filter(|outage| {
            let is_ended = outage.end.is_some_and(|end| end <= span.end);
            is_ended && !outage.began_before
        });
        let began = outages
            .iter()
            .filter(|outage| !outage.began_before && span.contains(outage.start));
        let parts = outages.iter().filter_map(|outage| outage.span().overlap(span));
        Summary {
            span,
            up_ms,
            down_ms,
            unknown_ms: span.len_ms().saturating_sub(up_ms).saturating_sub(down_ms),
            outages: outages.len(),
            longest_ms: parts.map(Span::len_ms).max(),
            mttr_ms: mean(repaired.map(|outage| outage.length_ms())),
            mtbf_ms: i64::try_from(began.count())
                .ok()
                .and_then(|count| up_ms.checked_div(count)),
        }
    }
}

fn mean(lengths: impl Iterator<Item = i64>) -> Option<i64> {
    let (sum, count) = lengths.fold((0_i64, 0_i64), |(sum, count), length| {
        (sum.saturating_add(length), count + 1)
    });
    sum.checked_div(count)
}
