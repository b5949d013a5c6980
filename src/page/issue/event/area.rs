//! The event that the URL names, or the newest, and at its side what is known of the issue.

use super::bar::event_bar;
use super::body::event_body;
use super::data::{EventData, load_event};
use super::side::side;
use crate::load::{Load, Loader};
use crate::page::issue::issue_page::IssueContext;
use crate::page::issue::trouble::no_event;
use crate::reactive::changing;
use crate::route::IssuePart;
use crate::ui::state::waiting;
use glint_model::error::ApiError;
use glint_model::id::EventId;
use leptos::prelude::*;

/// Shows the event and the side column. They stay when only the event changes.
pub fn event_area(context: &IssueContext) -> AnyView {
    let wanted = wanted_event(context.part);
    let event = load_event(&context.place, wanted);
    view! {
        <div class="issue">
            <div class="event-column">
                {event_bar(context, event, wanted)}
                {event_view(context, event, wanted)}
            </div>
            {side(context, event)}
        </div>
    }
    .into_any()
}

/// The event that the URL names; none is the newest.
fn wanted_event(part: Memo<IssuePart>) -> Memo<Option<EventId>> {
    Memo::new(move |last: Option<&Option<EventId>>| match part.get() {
        IssuePart::Event(event) => event,
        _ => last.cloned().flatten(),
    })
}

/// What the place of the event shows.
#[derive(Clone, PartialEq)]
enum Shown {
    Waiting,
    Event(EventData),
    Failed(ApiError),
}

fn event_view(
    context: &IssueContext,
    event: Loader<EventData>,
    wanted: Memo<Option<EventId>>,
) -> impl IntoView + use<> {
    // The event before stays until the next one is there, so that nothing jumps.
    let shown = Memo::new(move |last: Option<&Shown>| {
        event.with(|load| match load {
            Load::Ready(data) => Shown::Event(data.clone()),
            Load::Failed(error) => Shown::Failed(error.clone()),
            Load::Loading | Load::Slow => match last {
                Some(Shown::Event(data)) => Shown::Event(data.clone()),
                _ => Shown::Waiting,
            },
        })
    });
    let is_waiting = Memo::new(move |_| event.with(|load| matches!(load, Load::Loading | Load::Slow)));
    let context = context.clone();
    view! {
        <div class="event" class:stale=move || is_waiting.get() aria-busy=move || is_waiting.get().to_string()>
            {changing(move || match shown.get() {
                Shown::Waiting => view! { <div class="panel">{waiting(9)}</div> }.into_any(),
                Shown::Event(data) => event_body(&context, &data),
                Shown::Failed(error) => {
                    let is_newest = wanted.get_untracked().is_none();
                    no_event(&context.place, &error, is_newest, move || event.reload()).into_any()
                }
            })}
        </div>
    }
}
