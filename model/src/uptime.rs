//! What the checks of a monitor tell: an exact ledger of its downtime, figures about its answers, and how both are kept
//! (`GET /api/0/organizations/{organization}/monitors/{monitor}/checks/`, with and without `is_change=true`).
//!
//! Spans of time hold their start and not their end. What no check speaks for is unknown, never up.

mod check;
mod codec;
mod cursor;
mod export;
mod history;
mod ledger;
mod month;
mod outcome;
mod percent;
mod plan;
mod record;
mod series;
mod silence;
mod span;
mod spans;
mod stats;
mod summary;
mod target;
mod window;
mod words;

pub use check::{Check, Reason};
pub use cursor::{cursor_before, cursor_oldest, cursor_time};
pub use export::{months_csv, months_markdown, outages_csv, outages_markdown};
pub use history::History;
pub use ledger::{Knowledge, Ledger, Outage, Segment, State};
pub use month::{Month, MonthRow, Verdict};
pub use outcome::{Outcome, outcome, slow_limit};
pub use percent::percent_text;
pub use plan::Ask;
pub use record::{Page, Record};
pub use series::{Bucket, bucket_width, series};
pub use silence::silences;
pub use span::Span;
pub use spans::Spans;
pub use stats::{Responses, Stats, stats};
pub use summary::Summary;
pub use target::Target;
pub use window::{Window, Zone};
pub use words::{Source, duration_text, reason_text};

#[cfg(test)]
mod tests;
