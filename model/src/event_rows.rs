//! The rows of the table of an issue's events: each event once, with what a filter looks in made ready.

mod columns;
mod filter;

pub use columns::{Column, columns_from_text, columns_to_text, tag_keys, user_name};
pub use filter::EventFilter;

use crate::id::EventId;
use crate::link::{Hits, Page};
use crate::text::{counted, thousands};
use crate::wire::event_row::EventRow;
use std::sync::Arc;

/// The rows that are loaded, the newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventRows {
    /// Each event once.
    pub rows: Vec<Arc<EventRow>>,
    /// The cursor of the page after them.
    pub next: Option<String>,
    /// How many events are stored, as far as the server counts.
    pub hits: Option<Hits>,
    /// How many rows could not be read.
    pub left_out: usize,
}

impl EventRows {
    /// Puts a page below the rows. One that is there already, since others came in between, is not listed twice.
    pub fn append(&mut self, page: Page<EventRow>) {
        for row in page.items {
            if self.place(&row.event_id).is_none() {
                self.rows.push(Arc::new(row));
            }
        }
        self.next = page.next;
        self.hits = page.hits.or(self.hits);
        self.left_out += page.left_out.len();
    }

    /// Where an event stands among the rows.
    pub fn place(&self, event: &EventId) -> Option<usize> {
        self.rows.iter().position(|row| row.event_id == *event)
    }

    /// Whether the rows do not all say the same, or something else than the issue does.
    pub fn titles_differ(&self, issue_title: Option<&str>) -> bool {
        let first = self.rows.first().and_then(|row| row.title.as_deref());
        let common = issue_title.or(first);
        self.rows.iter().any(|row| row.title.as_deref() != common)
    }

    /// How much is shown of how much: `3 of 40 loaded; the issue has 212 events`. `count` is what the issue says of
    /// itself, which is only about right.
    pub fn summary(&self, shown: usize, is_filtered: bool, count: Option<u64>) -> String {
        let loaded = self.rows.len() as u64;
        let stored = match (self.hits, count) {
            (Some(hits), _) if !hits.capped && hits.count <= loaded => None,
            (None, _) if self.next.is_none() => None,
            (Some(hits), Some(count)) if hits.capped && count > hits.count => {
                Some(format!("about {}", thousands(count)))
            }
            (Some(hits), _) => Some(hits.label()),
            (None, count) => count.map(|count| format!("about {}", thousands(count))),
        };
        let shown = thousands(shown as u64);
        match (is_filtered, stored) {
            (true, Some(stored)) => {
                format!("{shown} of {} loaded; the issue has {stored}", thousands(loaded))
            }
            (true, None) => format!("{shown} of {}", counted(loaded, "event", "events")),
            (false, Some(stored)) => format!("{} of {stored} events loaded", thousands(loaded)),
            (false, None) => counted(loaded, "event", "events"),
        }
    }
}

#[cfg(test)]
mod tests;
