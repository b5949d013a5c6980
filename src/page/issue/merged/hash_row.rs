//! One hash and its newest event.

use super::work::{HashRow, Hashes};
use crate::browser::intl;
use crate::reactive::maybe;
use crate::ui::copy_button::copy_button;
use crate::ui::time::long_time;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// Characters of a hash that tell it from the others.
const SHORT: usize = 12;

/// Shows a hash; with a box to choose it where there are more.
pub fn hash_row(hashes: Hashes, row: HashRow) -> AnyView {
    let HashRow { id, latest } = row;
    let short = reveal(&id.chars().take(SHORT).collect::<String>());
    let name = match &latest {
        Some(latest) => reveal(&latest.heading().title),
        None => "Hash without an event".to_owned(),
    };
    let choose = {
        let (id, label) = (id.clone(), format!("Choose {short}: {name}"));
        move || {
            hashes.can_choose().then(|| {
                let (own, toggled) = (id.clone(), id.clone());
                view! {
                    <input
                        type="checkbox"
                        aria-label=label.clone()
                        disabled=move || hashes.is_busy()
                        prop:checked=move || hashes.chosen.with(|chosen| chosen.contains(&own))
                        on:change=move |_| hashes.toggle(&toggled)
                    />
                }
                .into_any()
            })
        }
    };
    let event = match latest {
        Some(latest) => {
            let heading = latest.heading();
            let to = hashes.place.with_value(|place| place.event(&latest.id));
            view! {
                <a class="name" href=to.href()>{name}</a>
                {heading.detail.map(|detail| view! { <p class="detail">{reveal(&detail)}</p> }.into_any())}
                <p class="facts faint">
                    {heading.location.map(|location| view! { <span>{reveal(&location)}</span> }.into_any())}
                    <span>"Newest event: "{long_time(latest.date_created)}" · "{intl::local(latest.date_created)}</span>
                </p>
            }
            .into_any()
        }
        None => view! {
            <p class="name muted">{name}</p>
            <p class="facts faint">"Its events are older than GlitchTip was told to keep them, or could not be read."</p>
        }
        .into_any(),
    };
    let whole = id.clone();
    view! {
        <li class="hash">
            <span class="box">{maybe(choose)}</span>
            <div class="what">{event}</div>
            <div class="id">
                <code title=reveal(&id)>{short}</code>
                {copy_button("btn quiet icon small", "Copy the hash", "Hash", move || whole.clone())}
            </div>
        </li>
    }
    .into_any()
}
