//! What is still to be asked for.

use super::cursor::{cursor_before, cursor_oldest};
use super::record::Record;
use super::span::Span;
use super::spans::Spans;
use crate::timestamp::Timestamp;

/// Which page of checks is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The newest.
    Newest,
    /// The one whose checks started before this time.
    Before(Timestamp),
    /// The one with the oldest checks that the server keeps.
    Oldest,
}

impl Ask {
    /// The cursor to be sent, not yet encoded; none for the newest page.
    pub fn cursor(self) -> Option<String> {
        match self {
            Self::Newest => None,
            Self::Before(at) => Some(cursor_before(at)),
            Self::Oldest => Some(cursor_oldest()),
        }
    }
}

impl Record {
    /// The parts of a span that are not loaded yet. What the server keeps no more is not missing. What lies between the
    /// newest check and the last time that somebody asked for it holds none.
    pub fn missing(&self, wanted: Span) -> Spans {
        let start = self.begins().map_or(wanted.start, |begins| begins.max(wanted.start));
        let mut seen = self.loaded().clone();
        if let Some(asked_at) = self.asked_at() {
            let from = seen.last().map_or(asked_at, |last| last.end);
            seen.add(Span::new(from, asked_at));
        }
        Spans::from_iter([Span::new(start, wanted.end)]).without(&seen)
    }

    /// The page to be asked for next, so that in the end a span is loaded: the newest missing part first. None when it is.
    /// Ask again after each page, with the same span. Looking for what is new since then is another matter.
    pub fn next_ask(&self, wanted: Span) -> Option<Ask> {
        let gap = self.missing(wanted).last()?;
        let newest = self.loaded().last().map(|last| last.end).max(self.asked_at());
        let is_newer = newest.is_none_or(|newest| gap.end > newest);
        Some(if is_newer { Ask::Newest } else { Ask::Before(gap.end) })
    }

    /// How much of a span is loaded, from 0 to 1; what the server keeps no more counts as loaded.
    pub fn share_loaded(&self, wanted: Span) -> f64 {
        match wanted.len_ms() {
            0 => 1.0,
            length => 1.0 - self.missing(wanted).len_ms() as f64 / length as f64,
        }
    }
}
