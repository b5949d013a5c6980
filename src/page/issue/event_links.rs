//! The ways to the neighbouring events: links, so that they open in a new tab as well.

use super::event_data::EventData;
use super::place::Place;
use crate::load::Loader;
use crate::route::Route;
use crate::ui::icon::{Icon, icon};
use glint_model::id::EventId;
use leptos::prelude::*;

/// Older, newer and newest; hidden while there is no issue that they could belong to.
pub fn event_links(
    place: &Place,
    event: Loader<EventData>,
    wanted: Memo<Option<EventId>>,
    is_hidden: Memo<bool>,
) -> impl IntoView + use<> {
    let neighbours = Memo::new(move |last: Option<&(Option<String>, Option<String>)>| {
        event.with(|load| match load.ready() {
            Some(event) => (text(&event.previous_event_id), text(&event.next_event_id)),
            // The ways stay as they were while the event is on its way, so that the focus stays on them.
            None => last.cloned().unwrap_or_default(),
        })
    });
    let to = {
        let place = place.clone();
        move |id: Option<String>| id.map(|id| place.event(&EventId::new(id)))
    };
    let (older, newer) = (to.clone(), to);
    let newest = place.newest();
    view! {
        <nav class="event-links" aria-label="Events" hidden=move || is_hidden.get()>
            {way("Older event", Icon::Left, Signal::derive(move || older(neighbours.get().0)))}
            {way("Newer event", Icon::Right, Signal::derive(move || newer(neighbours.get().1)))}
            {way("Newest event", Icon::Newest, Signal::derive(move || wanted.get().map(|_| newest.clone())))}
        </nav>
    }
}

fn text(id: &Option<EventId>) -> Option<String> {
    id.as_ref().map(EventId::to_string)
}

/// A link; without a goal it is disabled, and keeps the focus that it may have.
fn way(label: &'static str, picture: Icon, to: Signal<Option<Route>>) -> impl IntoView {
    let is_off = move || to.get().is_none();
    view! {
        <a
            class="btn icon"
            role="link"
            aria-label=label
            title=label
            href=move || to.get().map(|route| route.href())
            aria-disabled=move || is_off().then_some("true")
            tabindex=move || is_off().then_some("0")
            data-noscroll=""
        >
            {icon(picture, "")}
        </a>
    }
}
