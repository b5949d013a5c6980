//! The bar of the event: which one it is, the ways to the others, and what can be done with it.

use super::data::EventData;
use super::links::event_links;
use super::menu::event_menu;
use super::walk::{FindOldest, Walk, jump_dialog, listen_to_keys};
use crate::load::Loader;
use crate::page::issue::issue_page::IssueContext;
use crate::reactive::{changing, changing_text};
use crate::ui::copy_button::copy_button;
use crate::ui::icon::{Icon, icon};
use glint_model::id::EventId;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// How much of an id is shown.
const SHOWN_DIGITS: usize = 8;

/// Shows the bar.
pub fn event_bar(
    context: &IssueContext,
    event: Loader<EventData>,
    wanted: Memo<Option<EventId>>,
) -> impl IntoView + use<> {
    let walk = Walk::new(context, event, wanted);
    let find = FindOldest::new(walk);
    listen_to_keys(walk, find);
    view! {
        <div class="event-bar">
            <p class="which">
                {changing(move || name(walk.event()))}
                <span class="place">{changing_text(move || walk.label())}</span>
            </p>
            <div class="end">
                <button
                    class="btn icon"
                    type="button"
                    aria-label="Go to event"
                    title="Go to event (g)"
                    aria-keyshortcuts="g"
                    aria-haspopup="dialog"
                    on:click=move |_| walk.is_asking.set(true)
                >
                    {icon(Icon::Search, "")}
                </button>
                {event_links(walk, find)}
                {event_menu(context, event)}
            </div>
            {jump_dialog(walk)}
        </div>
    }
}

/// The id comes from the URL or from the server; either may be anything.
fn name(event: Option<EventId>) -> AnyView {
    let Some(event) = event else {
        return view! { <b>"Event"</b> }.into_any();
    };
    let id = event.to_string();
    let short: String = id.chars().take(SHOWN_DIGITS).collect();
    view! {
        <b>"Event " <code title=reveal(&id)>{reveal(&short)}</code></b>
        {copy_button("btn quiet icon small", "Copy the event id", "Event id", move || id.clone())}
    }
    .into_any()
}
