//! The switches of the widget: order, frames, and which code.

use super::choice::{StackChoice, StackView};
use crate::reactive::{aria, attribute, changing_text, truth};
use crate::ui::icon::{Icon, icon};
use glint_model::stack_trace::FrameOrder;
use leptos::prelude::*;

/// Shows the switches. `has_both` says whether there is code as it was sent beside the one that was made of it.
pub fn controls(choice: RwSignal<StackChoice>, platform: Option<&str>, has_both: bool) -> AnyView {
    let is_oldest = move || choice.get().order() == FrameOrder::OldestFirst;
    let turn = move |_| {
        choice.update(|choice| {
            choice.order = Some(match choice.order() {
                FrameOrder::NewestFirst => FrameOrder::OldestFirst,
                FrameOrder::OldestFirst => FrameOrder::NewestFirst,
            });
        });
    };
    let name = attribute(move || if is_oldest() { "Oldest first" } else { "Newest first" }.to_owned());
    let view_button = move |view: StackView, label: &'static str| {
        let is_chosen = aria(move || choice.get().view == view);
        button(label, is_chosen, move || choice.update(|choice| choice.view = view))
    };
    view! {
        <button
            class="btn quiet order"
            type="button"
            aria-label=name
            title=name
            hidden=truth(move || choice.get().view == StackView::Raw)
            on:click=turn
        >
            {icon(Icon::Down, "")}
            {changing_text(move || if is_oldest() { "Oldest" } else { "Newest" }.to_owned())}
            <span class="wide">"first"</span>
        </button>
        {has_both.then(|| codes(choice, platform))}
        <div class="seg" role="group" aria-label="Frames shown">
            {view_button(StackView::App, "App frames")}
            {view_button(StackView::All, "All")}
            {view_button(StackView::Raw, "Raw")}
        </div>
    }
    .into_any()
}

fn codes(choice: RwSignal<StackChoice>, platform: Option<&str>) -> AnyView {
    let is_script = platform.is_some_and(|platform| platform.starts_with("javascript") || platform.starts_with("node"));
    let (mapped, sent) = if is_script {
        ("Original", "Minified")
    } else {
        ("With symbols", "As sent")
    };
    let code_button = move |is_as_sent: bool, label: &'static str| {
        let is_chosen = aria(move || choice.get().is_as_sent == is_as_sent);
        button(label, is_chosen, move || {
            choice.update(|choice| choice.is_as_sent = is_as_sent)
        })
    };
    view! {
        <div class="seg" role="group" aria-label="Code shown">
            {code_button(false, mapped)}
            {code_button(true, sent)}
        </div>
    }
    .into_any()
}

fn button(label: &'static str, is_chosen: Signal<String>, choose: impl Fn() + 'static) -> AnyView {
    view! { <button type="button" aria-pressed=is_chosen on:click=move |_| choose()>{label}</button> }.into_any()
}
