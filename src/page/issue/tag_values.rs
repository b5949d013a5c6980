//! How the issue's tags are spread over its events. Asked for when the event is there: the answer of a busy issue is
//! large.

use super::place::Place;
use crate::api::issues::list_tags;
use crate::load::{Load, load};
use crate::ui::lazy::lazy_details;
use crate::ui::state::waiting;
use crate::ui::tag_spread::tag_spread;
use glint_model::tag_order::in_reading_order;
use glint_model::tags::spread;
use glint_model::wire::tag::IssueTag;
use leptos::prelude::*;

/// So many tags are shown, the others are folded.
const SHOWN: usize = 6;

/// So many values of a tag are shown.
const VALUES: usize = 3;

/// Shows the tags of the issue.
pub fn tag_values(place: &Place) -> impl IntoView + use<> {
    let issue = place.issue.clone();
    let tags = load(move |cancel| {
        let issue = issue.clone();
        Box::pin(async move { Ok(in_reading_order(list_tags(&issue, &cancel).await?)) })
    });
    let place = place.clone();
    view! {
        <section aria-label="Tags of all events">
            <h2>"Tags of all events"</h2>
            {move || tags.with(|load| match load {
                Load::Loading => ().into_any(),
                Load::Slow => waiting(4).into_any(),
                Load::Failed(error) => view! {
                    <p class="muted">{error.sentence()}</p>
                    <button class="btn small" type="button" on:click=move |_| tags.reload()>"Try again"</button>
                }
                .into_any(),
                Load::Ready(tags) if tags.is_empty() => view! { <p class="muted">"The events have no tags."</p> }.into_any(),
                Load::Ready(tags) => spreads(&place, tags),
            })}
        </section>
    }
}

fn spreads(place: &Place, tags: &[IssueTag]) -> AnyView {
    let draw = |place: &Place, tag: &IssueTag| tag_spread(spread(tag, VALUES), |value| place.tag(&tag.key, value));
    let (shown, rest) = tags.split_at(tags.len().min(SHOWN));
    let shown: Vec<AnyView> = shown.iter().map(|tag| draw(place, tag)).collect();
    let more = (!rest.is_empty()).then(|| {
        let summary = match rest.len() {
            1 => "1 more tag".to_owned(),
            count => format!("{count} more tags"),
        };
        let (place, rest) = (place.clone(), rest.to_vec());
        lazy_details("more", false, summary.into_any(), move || {
            rest.iter().map(|tag| draw(&place, tag)).collect::<Vec<_>>().into_any()
        })
    });
    view! { {shown}{more} }.into_any()
}
