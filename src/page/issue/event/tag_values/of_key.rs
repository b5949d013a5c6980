//! One tag: its most frequent values, and all of them with a field that finds some.

use crate::api::issues::list_tags;
use crate::load::{Load, load};
use crate::page::issue::place::Place;
use crate::reactive::{changing, changing_text};
use crate::ui::lazy::lazy_details;
use crate::ui::state::waiting;
use crate::ui::tag_spread::share_list;
use glint_model::tags::{Found, find, spread, value_count};
use glint_model::text::{counted, thousands};
use glint_model::wire::tag::IssueTag;
use leptos::prelude::*;

/// So many values of a tag are shown at first.
const VALUES: usize = 4;

/// So many are shown of all of them at a time; typing finds the others.
const MOST_SHOWN: usize = 50;

/// Asks for the tag and shows it.
pub fn of_key(place: &Place, key: &str) -> AnyView {
    let (issue, wanted) = (place.issue.clone(), key.to_owned());
    let tag = load(move |cancel| {
        let (issue, wanted) = (issue.clone(), wanted.clone());
        Box::pin(async move {
            let tags = list_tags(&issue, Some(&wanted), &cancel).await?;
            Ok(tags.into_iter().find(|tag| tag.key == wanted))
        })
    });
    let place = place.clone();
    changing(move || {
        tag.with(|load| match load {
            Load::Loading => view! { <div class="tag-room"></div> }.into_any(),
            Load::Slow => view! { <div class="tag-room">{waiting(3)}</div> }.into_any(),
            Load::Failed(error) => view! {
                <p class="muted">{error.sentence()}</p>
                <button class="btn small" type="button" on:click=move |_| tag.reload()>"Try again"</button>
            }
            .into_any(),
            Load::Ready(Some(tag)) if value_count(tag) > 0 => values(&place, tag),
            Load::Ready(_) => view! { <p class="muted">"No values are counted."</p> }.into_any(),
        })
    })
}

/// The most frequent values, and all of them on demand.
pub fn values(place: &Place, tag: &IssueTag) -> AnyView {
    let top = spread(tag, VALUES);
    let count = value_count(tag);
    let link = |value: &str| place.tag(&tag.key, value);
    let all = (count > VALUES).then(|| {
        let summary = format!("All {} values", thousands(count as u64)).into_any();
        let (place, tag) = (place.clone(), tag.clone());
        lazy_details("more", false, summary, move || all_values(&place, &tag))
    });
    view! {
        <div class="spread">{share_list(top.top, top.other, top.total, &link)}{all}</div>
    }
    .into_any()
}

fn all_values(place: &Place, tag: &IssueTag) -> AnyView {
    let typed = RwSignal::new(String::new());
    let tag = StoredValue::new(tag.clone());
    let found = Memo::new(move |_| tag.with_value(|tag| typed.with(|typed| find(tag, typed, MOST_SHOWN))));
    let place = place.clone();
    let said = move || found.with(how_many);
    let list = move || {
        let Found { shares, total, .. } = found.get();
        let key = tag.with_value(|tag| tag.key.clone());
        share_list(shares, None, total, &|value| place.tag(&key, value))
    };
    view! {
        <input
            class="input find"
            type="search"
            aria-label="Find values"
            placeholder="Find values"
            autocomplete="off"
            on:input:target=move |event| typed.set(event.target().value())
        />
        <p class="muted" role="status">{changing_text(said)}</p>
        {changing(list)}
    }
    .into_any()
}

fn how_many(found: &Found) -> String {
    match found.count {
        0 => "No value fits.".to_owned(),
        count if count > found.shares.len() => format!(
            "{} of {}: type to find the others",
            found.shares.len(),
            counted(count as u64, "value", "values")
        ),
        count => counted(count as u64, "value", "values"),
    }
}
