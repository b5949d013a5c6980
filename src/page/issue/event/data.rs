//! The event that is shown, shared by the parts of the page.

use crate::api::events::get_event;
use crate::event_memory::{newest_event, peek};
use crate::event_neighbours;
use crate::issue_list_memory;
use crate::load::{Loader, load_from};
use crate::page::issue::place::Place;
use crate::seen_tags;
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

/// Loads the event that is wanted, or the newest. One that a preview has fetched a short while ago shows at once.
pub fn load_event(place: &Place, wanted: Memo<Option<EventId>>) -> Loader<EventData> {
    let (organization, issue) = (place.organization.clone(), place.issue.clone());
    let first = wanted.with_untracked(Option::is_none).then(|| peek(&issue)).flatten();
    load_from(first.map(EventData), move |cancel| {
        let (organization, issue, wanted) = (organization.clone(), issue.clone(), wanted.get());
        Box::pin(async move {
            let event = match &wanted {
                Some(id) => match event_neighbours::recall(&issue, id) {
                    Some(event) => event,
                    None => {
                        let event = get_event(&issue, Some(id), &cancel).await?;
                        event_neighbours::keep(&issue, Arc::new(event))
                    }
                },
                None => {
                    let last_seen = issue_list_memory::issue(&issue).map(|issue| issue.last_seen);
                    newest_event(&issue, last_seen, &cancel).await?
                }
            };
            seen_tags::note(&organization, &event.tags);
            Ok(EventData(event))
        })
    })
}
