//! What the page of one monitor shows: its ledger of all that was loaded, how far loading is, and the facts in words.

mod charts;
mod facts;
mod figures;
mod progress;
mod record;
mod shading;
#[cfg(test)]
mod tests;

pub use charts::{View, outcome_chart, response_chart};
pub use facts::{Show, state_words, usual_window};
pub use figures::Figures;
pub use progress::{Progress, pages_of};
pub use record::{RecordState, is_confirmed, known_ledger, last_known_change};
