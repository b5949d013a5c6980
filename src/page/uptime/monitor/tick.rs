//! A clock that moves every second, for what goes on right now.

use super::zone::now;
use crate::browser::{visibility, wait};
use crate::reactive::spawn;
use glint_model::timestamp::Timestamp;
use leptos::prelude::*;

const SECOND_MS: i32 = 1000;

/// The time; it stands still while nobody can see it.
pub fn ticking() -> RwSignal<Timestamp> {
    let time = RwSignal::new(now());
    spawn(async move {
        loop {
            wait::milliseconds(SECOND_MS).await;
            if time.is_disposed() {
                return;
            }
            if visibility::is_visible() {
                time.try_set(now());
            }
        }
    });
    time
}
