//! Finding the oldest event. The server does not say which it is, but its list can be read from the end: one row, however
//! many there are. Whether that is the oldest indeed, the event itself says.

use super::Walk;
use crate::api::client::Cancel;
use crate::api::event_list::last_event;
use crate::api::events::get_event;
use crate::event_neighbours::{keep, recall};
use crate::reactive::spawn;
use crate::route::{Go, Step, use_go};
use crate::ui::toast::Toasts;
use glint_model::error::ApiError;
use glint_model::id::{EventId, IssueId};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// Events received at the same moment may stand before the last of the list; no more of them are gone through.
const MOST_STEPS: usize = 5;

const UNKNOWN: &str =
    "This server does not say which event is the oldest. It is at the end of the table of all events.";

/// The search for the oldest event; can be stopped.
#[derive(Clone, Copy)]
pub struct FindOldest {
    walk: Walk,
    toasts: Toasts,
    go: StoredValue<Go, LocalStorage>,
    under_way: StoredValue<Cancel, LocalStorage>,
    is_busy: RwSignal<bool>,
}

impl FindOldest {
    /// Nothing is looked for yet.
    pub fn new(walk: Walk) -> Self {
        let find = Self {
            walk,
            toasts: Toasts::get(),
            go: StoredValue::new_local(Rc::new(use_go())),
            under_way: StoredValue::new_local(Cancel::never()),
            is_busy: RwSignal::new(false),
        };
        on_cleanup(move || {
            find.under_way.try_with_value(Cancel::cancel);
        });
        find
    }

    /// Whether it is looked for; tracked.
    pub fn is_busy(self) -> bool {
        self.is_busy.get()
    }

    /// Looks for it and goes there; or stops looking.
    pub fn start_or_stop(self) {
        if self.is_busy.get_untracked() {
            self.under_way.with_value(Cancel::cancel);
            self.is_busy.set(false);
            return;
        }
        let cancel = Cancel::new();
        self.under_way.set_value(cancel.clone());
        self.is_busy.set(true);
        let (place, go) = (self.walk.place.get_value(), self.go.get_value());
        let from = self.walk.wanted.get_untracked();
        spawn(async move {
            let found = find(&place.issue, &cancel).await;
            if cancel.is_cancelled() {
                return;
            }
            self.is_busy.try_set(false);
            match found {
                // Who has gone elsewhere meanwhile stays there.
                Ok(Some(event)) if self.walk.wanted.try_get_untracked() == Some(from) => {
                    go(&place.event(&event), Step::Stay);
                }
                Ok(Some(_)) => {}
                Ok(None) => self.toasts.say(UNKNOWN),
                Err(error) => self.toasts.say(error.sentence()),
            }
        });
    }
}

async fn find(issue: &IssueId, cancel: &Cancel) -> Result<Option<EventId>, ApiError> {
    let mut next = match last_event(issue, cancel).await {
        // The server takes no cursor but its own.
        Err(ApiError::Invalid(_) | ApiError::Server(500)) => None,
        other => other?,
    };
    for _ in 0..MOST_STEPS {
        let Some(id) = next else { return Ok(None) };
        let event = match recall(issue, &id) {
            Some(event) => event,
            None => keep(issue, Arc::new(get_event(issue, Some(&id), cancel).await?)),
        };
        next = event.previous_event_id.clone();
        if next.is_none() {
            return Ok(Some(id));
        }
    }
    Ok(None)
}
