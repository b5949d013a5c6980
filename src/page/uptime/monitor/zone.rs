//! The clock on the reader's wall.

use crate::browser::intl;
use glint_model::timestamp::Timestamp;
use glint_model::uptime::Zone;

/// For windows and months.
pub fn zone() -> Zone<'static> {
    Zone {
        local: &intl::local_time,
        instant: &intl::instant,
    }
}

/// The midnight before a time.
pub fn midnight(at: Timestamp) -> Timestamp {
    intl::instant(intl::local_time(at).day().0).unwrap_or(at)
}

/// Now, by the reader's clock.
pub fn now() -> Timestamp {
    Timestamp(intl::now_ms())
}
