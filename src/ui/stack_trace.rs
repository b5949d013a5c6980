//! A chain of exceptions with their frames. Takes plain data; remembers nothing.

mod caught;
mod choice;
mod controls;
mod exception;
mod frame;
mod from;
mod notes;
mod rows;
mod setup;
mod source;
mod tools;

pub use choice::{StackChoice, StackView};
pub(super) use from::{Arrival, FrameSource};
pub(super) use rows::frame_rows;
pub use setup::{FrameLinks, StackSetup};

use super::copy_button::copy_button;
use crate::reactive::changing;
use controls::controls;
use exception::exception_view;
use glint_model::reveal::reveal;
use glint_model::stack_trace::{FrameOrder, Frames, as_sent, chain, raw};
use glint_model::wire::entry::ExceptionData;
use leptos::prelude::*;
use rows::steps_around;
use std::sync::Arc;

/// In so many exceptions the frame that matters most is open.
const OPENED: usize = 5;

/// Shows a chain of an event of this platform, in the way the reader chose.
pub fn stack_trace(data: ExceptionData, platform: Option<String>, setup: impl Into<StackSetup>) -> AnyView {
    stack_trace_of(data, platform.map(Arc::from), setup.into())
}

/// What is shown, shared by its parts.
#[derive(Clone)]
struct Shown {
    /// With source maps and symbols applied.
    mapped: Arc<ExceptionData>,
    /// As it was sent, where the server still has that.
    sent: Option<Arc<ExceptionData>>,
    platform: Option<Arc<str>>,
    setup: StackSetup,
    arrival: Arrival,
}

impl Shown {
    fn data(&self, choice: StackChoice) -> &Arc<ExceptionData> {
        match &self.sent {
            Some(sent) if choice.is_as_sent => sent,
            _ => &self.mapped,
        }
    }

    fn raw(&self, choice: StackChoice) -> String {
        raw(self.data(choice), self.platform.as_deref())
    }
}

fn stack_trace_of(data: ExceptionData, platform: Option<Arc<str>>, setup: StackSetup) -> AnyView {
    let has_frames = data.values.iter().any(|exception| {
        let frames = exception.stacktrace.as_ref().and_then(|trace| trace.frames.as_deref());
        frames.is_some_and(|frames| !frames.is_empty())
    });
    let (name, chained) = match data.values.len() {
        0 | 1 => ("Exception", None),
        count => ("Exceptions", Some(count)),
    };
    let choice = setup.choice;
    let shown = Shown {
        sent: as_sent(&data).map(Arc::new),
        mapped: Arc::new(data),
        platform,
        arrival: Arrival::of(setup.links.as_ref()),
        setup,
    };
    let copied = shown.clone();
    view! {
        <section class="panel stack" aria-label=name>
            <header>
                <h2>{name}</h2>
                <span class="faint">{chained}</span>
                <div class="end">
                    {has_frames.then(|| controls(choice, shown.platform.as_deref(), shown.sent.is_some()))}
                    {copy_button("btn icon", "Copy the stack trace as text", "Stack trace", move || {
                        copied.raw(choice.get_untracked())
                    })}
                </div>
            </header>
            {notes::notes(&shown.setup.notes)}
            {changing(move || {
                let chosen = choice.get();
                match chosen.view {
                    StackView::Raw if has_frames => {
                        view! { <pre class="raw">{reveal(&shown.raw(chosen))}</pre> }.into_any()
                    }
                    StackView::All => exceptions(&shown, chosen, Frames::All),
                    StackView::App | StackView::Raw => exceptions(&shown, chosen, Frames::AppOnly),
                }
            })}
        </section>
    }
    .into_any()
}

fn exceptions(shown: &Shown, chosen: StackChoice, show: Frames) -> AnyView {
    let order: FrameOrder = chosen.order();
    let data = Arc::clone(shown.data(chosen));
    let links = chain(&data);
    let count = links.len();
    let opened = shown
        .setup
        .links
        .as_ref()
        .and_then(|links| links.opened.get_untracked());
    let wanted = opened.and_then(|id| {
        let index = id.exception_index(data.values.len())?;
        links.iter().position(|link| link.exception_index == index)
    });
    let shown = shown.clone();
    let draw = move |place: usize| match links.get(place) {
        Some(link) => {
            let from = FrameSource {
                data: Arc::clone(&data),
                exception: link.exception_index,
                platform: shown.platform.clone(),
                links: shown.setup.links.clone(),
                arrival: shown.arrival,
            };
            exception_view(&from, link, show, order, place < OPENED)
        }
        None => ().into_any(),
    };
    steps_around(count, wanted, "exceptions", Arc::new(draw))
}
