//! The parts of a long event, by name: each is one press away.

use super::data::EventData;
use crate::browser::dom;
use leptos::prelude::*;

/// The ways to the parts that this event has. They are buttons: the place within an event is nothing to send.
pub fn jumps(event: &EventData) -> AnyView {
    let has_entry = |kind: &str| event.entries.iter().any(|entry| entry.kind == kind);
    let has_some = |map: &Option<serde_json::Map<_, _>>| map.as_ref().is_some_and(|map| !map.is_empty());
    let parts = [
        ("Breadcrumbs", "breadcrumbs", has_entry("breadcrumbs")),
        ("Request", "request", has_entry("request")),
        ("User", "user", has_some(&event.user)),
        ("Tags", "tags", !event.tags.is_empty()),
        ("Contexts", "contexts", has_some(&event.contexts)),
        ("Extra", "extra", has_some(&event.context)),
        ("Modules", "modules", has_some(&event.packages)),
        ("SDK", "sdk", has_some(&event.sdk)),
        (
            "Processing errors",
            "processing-errors",
            event.errors.as_ref().is_some_and(|errors| !errors.is_empty()),
        ),
        ("User report", "user-report", has_some(&event.user_report)),
    ];
    let buttons: Vec<AnyView> = parts
        .into_iter()
        .filter(|(_, _, is_there)| *is_there)
        .map(|(name, id, _)| {
            view! { <button class="btn quiet small" type="button" on:click=move |_| dom::go_to_part(id)>{name}</button> }
                .into_any()
        })
        .collect();
    if buttons.is_empty() {
        return ().into_any();
    }
    view! { <nav class="jumps" aria-label="Parts of the event">{buttons}</nav> }.into_any()
}
