//! The ways to the other events: links, so that they open in a new tab as well.

use super::walk::{FindOldest, Walk, Way};
use crate::reactive::attribute;
use crate::ui::icon::{Icon, icon};
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

/// Oldest, older, newer and newest.
pub fn event_links(walk: Walk, find: FindOldest) -> AnyView {
    view! {
        <nav class="event-links" aria-label="Events">
            {oldest(walk, find)}
            {way(walk, Way::Older, "Older event", "[", Icon::Left)}
            {way(walk, Way::Newer, "Newer event", "]", Icon::Right)}
            {way(walk, Way::Newest, "Newest event", "}", Icon::Newest)}
        </nav>
    }
    .into_any()
}

/// A link; without a goal it is disabled, and keeps the focus that it may have.
fn way(walk: Walk, way: Way, label: &'static str, key: &'static str, picture: Icon) -> AnyView {
    let to = Memo::new(move |_| walk.goal(way));
    let is_off = move || to.with(Option::is_none);
    view! {
        <a
            class="btn icon"
            role="link"
            aria-label=label
            title=format!("{label} ({key})")
            aria-keyshortcuts=key
            href=move || to.with(|to| to.as_ref().map(|to| to.href()))
            aria-disabled=move || is_off().then_some("true")
            tabindex=move || is_off().then_some("0")
            data-noscroll=""
        >
            {icon(picture, "")}
        </a>
    }
    .into_any()
}

/// Until it is known which event is the oldest, the link finds out.
fn oldest(walk: Walk, find: FindOldest) -> AnyView {
    let to = Memo::new(move |_| walk.goal(Way::Oldest));
    let is_off = Memo::new(move |_| walk.is_at_end(Way::Oldest));
    let look = move || {
        let is_wanted = to.with_untracked(Option::is_none) && !is_off.get_untracked();
        if is_wanted {
            find.start_or_stop();
        }
        is_wanted
    };
    let click = move |event: MouseEvent| {
        if look() {
            event.prevent_default();
        }
    };
    // Without an address the browser does not take Enter for a click.
    let key_pressed = move |event: KeyboardEvent| {
        if event.key() == "Enter" && look() {
            event.prevent_default();
        }
    };
    let label = move || {
        if find.is_busy() {
            "Stop looking for the oldest event"
        } else {
            "Oldest event"
        }
    };
    view! {
        <a
            class="btn icon"
            class:busy=move || find.is_busy()
            role="link"
            aria-label=attribute(move || label().to_owned())
            title=attribute(move || format!("{} ({{)", label()))
            aria-keyshortcuts="{"
            href=move || to.with(|to| to.as_ref().map(|to| to.href()))
            aria-disabled=move || is_off.get().then_some("true")
            tabindex=move || to.with(Option::is_none).then_some("0")
            data-noscroll=""
            on:click=click
            on:keydown=key_pressed
        >
            {icon(Icon::Oldest, "")}
        </a>
    }
    .into_any()
}
