//! How the issue's tags are spread over its events. All tags of a busy issue with all their values are 100 kB and more, so
//! each is asked for by itself: those that tell most at once, the others when they are opened. The event that is shown
//! says which there are.

mod of_key;

use super::data::EventData;
use crate::api::issues::list_tags;
use crate::load::{Load, Loader, load};
use crate::page::issue::issue_page::IssueContext;
use crate::page::issue::place::Place;
use crate::reactive::{changing, maybe};
use crate::ui::lazy::lazy_details;
use crate::ui::state::waiting;
use glint_model::reveal::reveal;
use glint_model::tag_order::{in_reading_order, is_scattered};
use glint_model::wire::tag::IssueTag;
use leptos::prelude::*;
use of_key::{of_key, values};

/// So many tags are open.
const OPEN: usize = 4;

/// So many tags are shown, the others when they are asked for.
const SHOWN: usize = 12;

/// Shows the tags of the issue.
pub fn tag_values(context: &IssueContext, event: Loader<EventData>) -> AnyView {
    // Those of every event that was looked at; None until one has come, or has not.
    let keys = Memo::new(move |last: Option<&Option<Vec<String>>>| {
        let known = last.cloned().flatten();
        event.with(|load| match load {
            Load::Ready(event) => {
                let mut keys = known.unwrap_or_default();
                keys.extend(event.tags.iter().map(|tag| tag.key.clone()));
                Some(in_reading_order(keys))
            }
            Load::Failed(_) => Some(known.unwrap_or_default()),
            Load::Loading | Load::Slow => known,
        })
    });
    let is_here = Memo::new(move |_| keys.with(Option::is_some));
    let place = context.place.clone();
    view! {
        <section class="tags" aria-label="Tags of all events">
            <h2>"Tags of all events"</h2>
            {changing(move || if is_here.get() { tags(&place, keys) } else { waiting(4).into_any() })}
        </section>
    }
    .into_any()
}

fn tags(place: &Place, keys: Memo<Option<Vec<String>>>) -> AnyView {
    let count = Memo::new(move |_| keys.with(|keys| keys.as_ref().map_or(0, Vec::len)));
    let is_all = RwSignal::new(false);
    let shown = move || {
        let most = if is_all.get() { usize::MAX } else { SHOWN };
        let keys = keys.get().unwrap_or_default();
        keys.into_iter().take(most).enumerate().collect::<Vec<_>>()
    };
    let of_rows = place.clone();
    let (others, more) = (RwSignal::new(false), move || count.get().saturating_sub(SHOWN));
    let place = place.clone();
    view! {
        <For each=shown key=|(_, key)| key.clone() let((at, key))>
            {tag_part(&of_rows, key, at)}
        </For>
        {maybe(move || (more() > 0 && !is_all.get()).then(|| view! {
            <button class="btn quiet small" type="button" on:click=move |_| is_all.set(true)>
                {format!("Show {} more", more())}
            </button>
        }.into_any()))}
        {changing(move || {
            if others.get() || count.get() == 0 {
                return other_tags(&place, keys);
            }
            view! {
                <button class="btn quiet small" type="button" on:click=move |_| others.set(true)>
                    "Look for tags of other events"
                </button>
            }
            .into_any()
        })}
    }
    .into_any()
}

fn tag_part(place: &Place, key: String, at: usize) -> AnyView {
    let is_open = at < OPEN && !is_scattered(&key);
    let summary = view! { <h3>{reveal(&key)}</h3> }.into_any();
    let place = place.clone();
    lazy_details("side-part", is_open, summary, move || of_key(&place, &key))
}

/// The tags that none of the events had which were looked at: this asks for all of them, with all their values.
fn other_tags(place: &Place, keys: Memo<Option<Vec<String>>>) -> AnyView {
    let issue = place.issue.clone();
    let tags = load(move |cancel| {
        let issue = issue.clone();
        Box::pin(async move { list_tags(&issue, None, &cancel).await })
    });
    let place = place.clone();
    changing(move || {
        tags.with(|load| match load {
            Load::Loading => ().into_any(),
            Load::Slow => waiting(4).into_any(),
            Load::Failed(error) => view! {
                <p class="muted" role="alert">{error.sentence()}</p>
                <button class="btn small" type="button" on:click=move |_| tags.reload()>"Try again"</button>
            }
            .into_any(),
            Load::Ready(tags) => others(&place, tags, keys.get_untracked().unwrap_or_default()),
        })
    })
}

fn others(place: &Place, tags: &[IssueTag], known: Vec<String>) -> AnyView {
    let has_values = |key: &String| tags.iter().any(|tag| tag.key == *key && !tag.top_values.is_empty());
    let keys: Vec<String> = tags.iter().map(|tag| tag.key.clone()).collect();
    let mut keys = in_reading_order(keys);
    keys.retain(|key| !known.contains(key) && has_values(key));
    if keys.is_empty() {
        let said = if known.is_empty() {
            "The events have no tags."
        } else {
            "The other events have no other tags."
        };
        return view! { <p class="muted" role="status">{said}</p> }.into_any();
    }
    let parts: Vec<AnyView> = keys
        .into_iter()
        .enumerate()
        .filter_map(|(at, key)| {
            let tag = tags.iter().find(|tag| tag.key == key)?.clone();
            let is_open = known.is_empty() && at < OPEN;
            let summary = view! { <h3>{reveal(&key)}</h3> }.into_any();
            let place = place.clone();
            Some(lazy_details("side-part", is_open, summary, move || {
                values(&place, &tag)
            }))
        })
        .collect();
    parts.into_any()
}
