//! The event that is shown, shared by the parts of the page.

use super::place::Place;
use crate::api::events::get_event;
use crate::load::{Loader, load};
use glint_model::id::EventId;
use glint_model::wire::event::Event;
use leptos::prelude::*;
use std::ops::Deref;
use std::sync::Arc;

/// An event. Copies share it, and are equal when they do.
#[derive(Clone)]
pub struct EventData(Arc<Event>);

impl Deref for EventData {
    type Target = Event;

    fn deref(&self) -> &Event {
        &self.0
    }
}

impl PartialEq for EventData {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Loads the event that is wanted, or the newest.
pub fn load_event(place: &Place, wanted: Memo<Option<EventId>>) -> Loader<EventData> {
    let issue = place.issue.clone();
    load(move |cancel| {
        let (issue, wanted) = (issue.clone(), wanted.get());
        Box::pin(async move { Ok(EventData(Arc::new(get_event(&issue, wanted.as_ref(), &cancel).await?))) })
    })
}
