//! The times that a chart shades: when the monitor was down, and when nobody knows.

use crate::chart::{Span as Shade, SpanKind};
use crate::text::counted;
use crate::uptime::{Ledger, Source, Span, State, duration_text, reason_text};

/// Outages that are closer than this part of the whole are one shade: they could not be told apart.
const NEAR: i64 = 300;

/// Several outages that are shaded as one.
struct Group {
    span: Span,
    down_ms: i64,
    count: u64,
    reason: &'static str,
}

/// What is shaded, the oldest first: downtime with its reason, and unknown time.
pub fn shading(ledger: &Ledger, span: Span, source: Source) -> Vec<Shade> {
    let near_ms = span.len_ms() / NEAR;
    let mut groups: Vec<Group> = Vec::new();
    for outage in ledger.outages_in(span) {
        let Some(part) = outage.span().overlap(span) else {
            continue;
        };
        match groups.last_mut() {
            Some(last) if part.start.0.saturating_sub(last.span.end.0) <= near_ms => {
                last.span.end = part.end;
                last.down_ms = last.down_ms.saturating_add(part.len_ms());
                last.count += 1;
            }
            _ => groups.push(Group {
                span: part,
                down_ms: outage.length_ms(),
                count: 1,
                reason: reason_text(outage.reason, source),
            }),
        }
    }
    let down = groups.into_iter().map(|group| Shade {
        from_ms: group.span.start.0,
        to_ms: group.span.end.0,
        kind: SpanKind::Down,
        label: group.label(),
    });
    let unknown = ledger.segments(span).into_iter().filter_map(|segment| {
        let is_seen = segment.state == State::Unknown && segment.span.len_ms() > near_ms;
        is_seen.then(|| Shade {
            from_ms: segment.span.start.0,
            to_ms: segment.span.end.0,
            kind: SpanKind::Unknown,
            label: "Unknown: no record".to_owned(),
        })
    });
    let mut all: Vec<Shade> = down.chain(unknown).collect();
    all.sort_by_key(|shade| shade.from_ms);
    all
}

impl Group {
    fn label(&self) -> String {
        let length = duration_text(self.down_ms);
        match self.count {
            1 => format!("Down {length}: {}", self.reason),
            count => format!("{}, down {length} together", counted(count, "outage", "outages")),
        }
    }
}
