//! A time range of one's own for the list; either end may be empty. Sent in UTC.

use super::changes::Changes;
use crate::browser::intl;
use crate::ui::range_dialog::{Ends, RangeWords, range_dialog as ask};
use glint_model::time_range::TimeRange;
use glint_model::timestamp::Timestamp;
use leptos::prelude::*;

const WORDS: RangeWords = RangeWords {
    title: "First seen between",
    lead: "GlitchTip filters by when an issue was first seen, not by its later events. Times are in your own zone",
    rest: "; either of them may be empty.",
    needs_both: false,
};

/// Asks for a range. It starts with the one that is there, or with today.
pub fn range_dialog(range: TimeRange, changes: Changes, close: Callback<()>) -> AnyView {
    let apply = Callback::new(move |(from, to): Ends| {
        if let Some(range) = TimeRange::between(from, to) {
            changes.apply_once(changes.now().with_range(&range));
        }
    });
    ask(WORDS, range.instants(Timestamp(intl::now_ms())), apply, close)
}
