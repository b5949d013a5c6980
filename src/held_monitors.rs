//! Monitors that are deleted here, and on the server when that can no longer be undone. They belong to the tab and not to
//! the page, so that leaving it neither loses nor hurries them.

use glint_model::id::MonitorId;
use leptos::prelude::*;

thread_local! {
    static HELD: ArcRwSignal<Vec<MonitorId>> = ArcRwSignal::new(Vec::new());
}

/// Hides a monitor.
pub fn hide(monitor: MonitorId) {
    change(|held| held.push(monitor));
}

/// Shows it again.
pub fn show(monitor: MonitorId) {
    change(|held| held.retain(|id| *id != monitor));
}

/// Whether it is hidden; tracked.
pub fn is_hidden(monitor: MonitorId) -> bool {
    HELD.with(Clone::clone).with(|held| held.contains(&monitor))
}

fn change(change: impl FnOnce(&mut Vec<MonitorId>)) {
    HELD.with(Clone::clone).update(change);
}
