//! A chain of exceptions with their frames. Takes plain data; remembers nothing.

mod choice;
mod exception;
mod frame;
mod source;

pub use choice::{StackChoice, StackView};

use super::copy_button::copy_button;
use super::icon::{Icon, icon};
use super::lazy::in_steps;
use exception::exception_view;
use frame::FrameSource;
use glint_model::reveal::reveal;
use glint_model::stack_trace::{FrameOrder, Frames, chain, raw};
use glint_model::wire::entry::ExceptionData;
use leptos::prelude::*;
use std::sync::Arc;

/// So many exceptions of a chain are drawn at a time.
const STEP: usize = 20;

/// In so many exceptions the frame that matters most is open.
const OPENED: usize = 5;

/// Shows a chain of an event of this platform, in the way the reader chose.
pub fn stack_trace(data: ExceptionData, platform: Option<String>, choice: RwSignal<StackChoice>) -> impl IntoView {
    let data = Arc::new(data);
    let platform: Option<Arc<str>> = platform.map(Arc::from);
    let has_frames = data.values.iter().any(|exception| {
        let frames = exception.stacktrace.as_ref().and_then(|trace| trace.frames.as_deref());
        frames.is_some_and(|frames| !frames.is_empty())
    });
    let (name, chained) = match data.values.len() {
        0 | 1 => ("Exception", None),
        count => ("Exceptions", Some(count)),
    };
    let copied = Arc::clone(&data);
    let copied_platform = platform.clone();
    view! {
        <section class="panel stack" aria-label=name>
            <header>
                <h2>{name}</h2>
                <span class="faint">{chained}</span>
                <div class="end">
                    {has_frames.then(|| controls(choice))}
                    {copy_button("btn icon", "Copy the stack trace as text", "Stack trace", move || {
                        raw(&copied, copied_platform.as_deref())
                    })}
                </div>
            </header>
            {move || {
                let StackChoice { view, order } = choice.get();
                match view {
                    StackView::Raw if has_frames => {
                        view! { <pre class="raw">{reveal(&raw(&data, platform.as_deref()))}</pre> }.into_any()
                    }
                    StackView::All => exceptions(&data, platform.as_ref(), Frames::All, order),
                    StackView::App | StackView::Raw => exceptions(&data, platform.as_ref(), Frames::AppOnly, order),
                }
            }}
        </section>
    }
}

fn exceptions(data: &Arc<ExceptionData>, platform: Option<&Arc<str>>, show: Frames, order: FrameOrder) -> AnyView {
    let links = chain(data);
    let count = links.len();
    let (data, platform) = (Arc::clone(data), platform.cloned());
    let draw = move |place: usize| match links.get(place) {
        Some(link) => {
            let from = FrameSource {
                data: Arc::clone(&data),
                exception: link.exception_index,
                platform: platform.clone(),
            };
            exception_view(&from, link, show, order, place < OPENED)
        }
        None => ().into_any(),
    };
    in_steps(0..count, STEP, "exceptions", Arc::new(draw))
}

fn controls(choice: RwSignal<StackChoice>) -> impl IntoView {
    let view_button = move |view: StackView, label: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=move || (choice.get().view == view).to_string()
                on:click=move |_| choice.update(|choice| choice.view = view)
            >
                {label}
            </button>
        }
    };
    let is_oldest = move || choice.get().order == FrameOrder::OldestFirst;
    let turn = move |_| {
        choice.update(|choice| {
            choice.order = match choice.order {
                FrameOrder::NewestFirst => FrameOrder::OldestFirst,
                FrameOrder::OldestFirst => FrameOrder::NewestFirst,
            };
        });
    };
    view! {
        <button
            class="btn quiet order"
            type="button"
            aria-label=move || if is_oldest() { "Oldest first" } else { "Newest first" }
            hidden=move || choice.get().view == StackView::Raw
            on:click=turn
        >
            {icon(Icon::Down, "")}
            {move || if is_oldest() { "Oldest" } else { "Newest" }}
            <span class="wide">"first"</span>
        </button>
        <div class="seg" role="group" aria-label="Frames shown">
            {view_button(StackView::App, "App frames")}
            {view_button(StackView::All, "All")}
            {view_button(StackView::Raw, "Raw")}
        </div>
    }
}
