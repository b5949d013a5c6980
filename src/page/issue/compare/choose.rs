//! What the event is compared with: a neighbour, the newest, the last of another release, or any by its id.

use super::head::with_query;
use super::pair::Side;
use crate::api::client::Cancel;
use crate::api::event_list::list_events;
use crate::page::issue::issue_page::IssueContext;
use crate::page::issue::place::Place;
use crate::reactive::{changing_text, spawn};
use crate::route::{IssuePart, Route, Step, use_go};
use glint_model::error::ApiError;
use glint_model::id::EventId;
use glint_model::reveal::reveal;
use glint_model::search::{Pasted, pasted};
use glint_model::wire::event::EventTag;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// So many pages of events are looked through for one of another release.
const MOST_PAGES: usize = 10;

/// The ways to choose. `missing` is what was asked for and is not there.
pub fn choose(context: &IssueContext, left: &Side, missing: Option<String>) -> AnyView {
    let place = context.place.clone();
    let own = left.event.event_id.clone();
    let here = move |with: &EventId| place.part_with(IssuePart::Compare(own.clone()), with_query(with));
    let way = |name: &'static str, to: Option<&EventId>| {
        to.map(|to| view! { <a class="btn small" href=here(to).href() data-noscroll="">{name}</a> }.into_any())
    };
    let ways = (
        way("The event before", left.event.previous_event_id.as_ref()),
        way("The event after", left.event.next_event_id.as_ref()),
        way(
            "The newest",
            left.event
                .next_event_id
                .as_ref()
                .map(|_| EventId::from("latest"))
                .as_ref(),
        ),
    );
    let said = RwSignal::new(match &missing {
        Some(id) => format!(
            "{} is not there, or is older than GlitchTip was told to keep events.",
            reveal(id)
        ),
        None => String::new(),
    });
    let text = RwSignal::new(missing.unwrap_or_default());
    let go = use_go();
    let submit = {
        let (go, here) = (go.clone(), here.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            match pasted(&text.get_untracked()) {
                Some(Pasted::Event(id) | Pasted::Issue { event: Some(id), .. }) => {
                    go(&here(&EventId::new(id)), Step::Stay)
                }
                _ => said.set("That is no id of an event: 32 digits and letters from a to f.".to_owned()),
            }
        }
    };
    view! {
        <div class="compare-choose">
            <span class="muted" id="compare-with">"Compare with"</span>
            {ways}
            {other_release(context, left, said, go, here)}
            <form on:submit=submit>
                <input
                    class="input small"
                    type="text"
                    aria-label="Id of the other event"
                    placeholder="Event id"
                    spellcheck="false"
                    autocomplete="off"
                    prop:value=move || text.get()
                    on:input:target=move |event| text.set(event.target().value())
                />
                <button class="btn small" type="submit">"Compare"</button>
            </form>
            <p class="muted" role="status">{changing_text(move || said.get())}</p>
        </div>
    }
    .into_any()
}

fn other_release(
    context: &IssueContext,
    left: &Side,
    said: RwSignal<String>,
    go: impl Fn(&Route, Step) + Clone + 'static,
    here: impl Fn(&EventId) -> Route + Clone + 'static,
) -> Option<AnyView> {
    let own = release(&left.event.tags)?.to_owned();
    let place = context.place.clone();
    let is_busy = RwSignal::new(false);
    let cancel = StoredValue::new_local(Cancel::new());
    on_cleanup(move || cancel.with_value(Cancel::cancel));
    let look = move |_| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        said.set("Looking for an event of another release.".to_owned());
        let (place, own, go, here) = (place.clone(), own.clone(), go.clone(), here.clone());
        let cancel = cancel.get_value();
        spawn(async move {
            let outcome = find_other(&place, &own, &cancel).await;
            is_busy.try_set(false);
            match outcome {
                _ if cancel.is_cancelled() => {}
                Ok((Some(id), _)) => go(&here(&id), Step::Stay),
                Ok((None, seen)) => {
                    said.try_set(format!(
                        "None of the newest {seen} events that are kept is of another release than {}.",
                        reveal(&own)
                    ));
                }
                Err(error) => {
                    said.try_set(error.sentence());
                }
            }
        });
    };
    Some(
        view! {
            <button class="btn small" type="button" aria-disabled=move || is_busy.get().to_string() on:click=look>
                "The last of another release"
            </button>
        }
        .into_any(),
    )
}

fn release(tags: &[EventTag]) -> Option<&str> {
    let tag = tags.iter().find(|tag| tag.key == "release")?;
    tag.value.as_deref().filter(|value| !value.is_empty())
}

/// The newest event of another release, and how many were looked at.
async fn find_other(place: &Place, own: &str, cancel: &Cancel) -> Result<(Option<EventId>, usize), ApiError> {
    let mut seen = 0;
    let mut cursor: Option<String> = None;
    for _ in 0..MOST_PAGES {
        let page = list_events(&place.issue, cursor.as_deref(), cancel).await?;
        seen += page.items.len();
        let other = page
            .items
            .iter()
            .find(|row| release(&row.tags).is_some_and(|release| release != own));
        if let Some(row) = other {
            return Ok((Some(row.event_id.clone()), seen));
        }
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    Ok((None, seen))
}
