//! Looking ahead once an event is on screen: its neighbours are fetched, and the events counted. One request at a time,
//! none while the reader goes on, is not looking, or saves data.

use super::{Here, Walk, Way};
use crate::api::client::Cancel;
use crate::api::event_list::count_events;
use crate::api::events::get_event_ahead;
use crate::browser::{visibility, wait};
use crate::event_neighbours::{is_kept, keep};
use crate::reactive::{effect, spawn};
use glint_model::id::{EventId, IssueId};
use leptos::prelude::*;
use std::sync::Arc;

/// How long an event has to stay before anything is asked for, in milliseconds.
const IDLE_MS: i32 = 250;

/// Looks ahead from each event as long as the bar is there.
pub fn look_ahead(walk: Walk) {
    if visibility::saves_data() {
        return;
    }
    let is_visible = RwSignal::new(visibility::is_visible());
    StoredValue::new_local(visibility::on_change(move || {
        is_visible.try_set(visibility::is_visible());
    }));
    let under_way = StoredValue::new_local(Cancel::never());
    let last = StoredValue::new(None::<EventId>);
    // Another event is wanted: what was fetched ahead of the one before must not be in its way.
    effect(move || {
        walk.wanted.track();
        under_way.with_value(Cancel::cancel);
    });
    effect(move || {
        under_way.with_value(Cancel::cancel);
        let Some(here) = walk.here.get().filter(|_| is_visible.get()) else {
            return;
        };
        let before = last.get_value();
        last.set_value(Some(here.event.clone()));
        // Who went to a newer event is likely to go on so.
        let towards = if before.is_some() && before == here.older {
            Way::Newer
        } else {
            Way::Older
        };
        let cancel = Cancel::new();
        under_way.set_value(cancel.clone());
        let issue = walk.place.with_value(|place| place.issue.clone());
        spawn(async move {
            wait::milliseconds(IDLE_MS).await;
            let (first, second) = match towards {
                Way::Newer => (&here.newer, &here.older),
                _ => (&here.older, &here.newer),
            };
            fetch(&issue, first.as_ref(), &here, &cancel).await;
            count(walk, &issue, &here, &cancel).await;
            fetch(&issue, second.as_ref(), &here, &cancel).await;
        });
    });
    on_cleanup(move || {
        under_way.try_with_value(Cancel::cancel);
    });
}

/// What cannot be had ahead is asked for when it is wanted.
async fn fetch(issue: &IssueId, event: Option<&EventId>, here: &Here, cancel: &Cancel) {
    let Some(event) = event.filter(|event| !here.is_large && !is_kept(issue, event)) else {
        return;
    };
    if cancel.is_cancelled() {
        return;
    }
    if let Ok(fetched) = get_event_ahead(issue, event, cancel).await {
        keep(issue, Arc::new(fetched));
    }
}

async fn count(walk: Walk, issue: &IssueId, here: &Here, cancel: &Cancel) {
    let is_wanted = walk
        .places
        .try_with_untracked(|places| places.needs_count(&here.event, here.newer.as_ref()));
    if cancel.is_cancelled() || is_wanted != Some(true) {
        return;
    }
    if let Ok((newest, Some(hits))) = count_events(issue, cancel).await
        && !cancel.is_cancelled()
    {
        walk.change_places(|places| {
            places.count(newest.as_ref(), hits);
            places.note(&here.event, here.older.as_ref(), here.newer.as_ref());
        });
    }
}
