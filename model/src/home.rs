//! The home page, as far as it can be worked out: which organizations are opened, what of them needs attention, what a
//! search finds, which step of the way to the first event one is on.

mod attention;
mod creation;
mod figures;
mod first_steps;
mod need;
mod shelf;
mod stars;

pub use attention::{Attention, Standing, attention, order};
pub use creation::{Creation, name_problem};
pub use figures::{Extent, Figure, MonitorCount, MonitorCounts, NewestReleases, ProjectFigures, counts_query, day_of};
pub use first_steps::{FirstStep, first_step};
pub use need::Need;
pub use shelf::{Shelf, found, opened_at_first, shelves};
pub use stars::Stars;
