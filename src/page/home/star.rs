//! The star of an organization or a project. What has one stands first; the focus stays on it wherever it goes.

use super::desk::Desk;
use crate::browser::{dom, wait};
use crate::reactive::{aria, spawn};
use crate::ui::icon::{Icon, icon};
use crate::ui::toast::Toasts;
use glint_model::home::Stars;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// The button that gives a star and takes it; `id` is unique in the page.
pub fn star(
    desk: Desk,
    id: String,
    name: &str,
    has: impl Fn(&Stars) -> bool + Send + Sync + 'static,
    toggle: impl Fn(&mut Stars) + 'static,
) -> AnyView {
    let toasts = Toasts::get();
    let label = format!("Star {}", reveal(name));
    let place = id.clone();
    let press = move |_| {
        let is_kept = desk.stars.change(|stars| toggle(stars));
        if !is_kept {
            toasts.say("This browser keeps nothing: the star is gone when the page is closed.");
        }
        let place = place.clone();
        spawn(async move {
            wait::frame().await;
            dom::focus_in_place(dom::by_id(&place));
        });
    };
    view! {
        <button
            class="btn quiet icon home-star"
            type="button"
            id=id
            aria-pressed=aria(move || desk.stars.with(&has))
            aria-label=label.clone()
            title=label
            on:click=press
        >
            {icon(Icon::Star, "")}
        </button>
    }
    .into_any()
}
