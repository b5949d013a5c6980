//! What the checks of the chart's range come to.

use super::record::MonitorRecord;
use crate::browser::intl;
use glint_model::monitor_page::Figures;
use glint_model::time_range::TimeRange;
use glint_model::timestamp::Timestamp;
use glint_model::uptime::{Span, Window};
use leptos::prelude::*;

/// The figures of the range; the same for all who show them.
#[derive(Clone, Copy)]
pub struct RangeFigures {
    figures: Memo<Option<Figures>>,
    window: Memo<Option<Window>>,
}

impl RangeFigures {
    /// Of the range that is looked at.
    pub fn of(record: MonitorRecord, window: Memo<Option<Window>>) -> Self {
        let figures = Memo::new(move |_| {
            let wanted = record.wanted(window.get()?)?;
            record.with(|history| {
                let checks = history.checks.checks_in(inclusive(wanted));
                Some(Figures::of(checks, inclusive(wanted)))
            })
        });
        Self { figures, window }
    }

    /// None until something is known; tracked.
    pub fn get(self) -> Option<Figures> {
        self.figures.get()
    }

    /// What the range is called: `1 hour`, `3 Nov 14:00 – 16:00`; tracked.
    pub fn range(self) -> String {
        self.window.get().map(window_text).unwrap_or_default()
    }
}

/// A check at the very end is one of the range.
pub fn inclusive(span: Span) -> Span {
    Span::new(span.start, Timestamp(span.end.0.saturating_add(1)))
}

/// What a range is called, in the reader's zone.
pub fn window_text(window: Window) -> String {
    match window {
        Window::Between(span) => {
            let range = TimeRange::between(Some(span.start), Some(span.end));
            range.map_or_else(|| window.label().to_owned(), |range| intl::range(&range))
        }
        named => named.label().to_owned(),
    }
}
