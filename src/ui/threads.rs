//! The threads of an event: one is chosen, and its frames are shown. Takes plain data; remembers nothing.

use super::stack_trace::{Arrival, FrameSource, StackChoice, StackView, frame_rows};
use crate::reactive::changing;
use glint_model::reveal::reveal;
use glint_model::stack_trace::{Frames, ThreadRow, thread_rows};
use glint_model::text::counted;
use glint_model::wire::entry::{Exception, ExceptionData};
use glint_model::wire::threads::ThreadsData;
use leptos::prelude::*;
use std::sync::Arc;

/// Shows the threads of an event of this platform; the crashed one first. Which frames and in which order is as the
/// reader chose for exceptions; in their raw view all frames are shown.
pub fn threads(data: ThreadsData, platform: Option<&str>, choice: RwSignal<StackChoice>) -> AnyView {
    let rows = thread_rows(&data);
    let Some(first) = rows.first() else {
        return ().into_any();
    };
    let count = rows.len();
    let chosen = RwSignal::new(first.index);
    let platform: Option<Arc<str>> = platform.map(Arc::from);
    let data = Arc::new(data);
    let picker = (count > 1).then(|| picker(&rows, chosen));
    let labels: Vec<(usize, String)> = rows.iter().map(|row| (row.index, reveal(&row.label))).collect();
    view! {
        <section class="panel threads" aria-label="Threads">
            <header>
                <h2>"Threads"</h2>
                <span class="faint">{count}</span>
                <div class="end">{picker}</div>
            </header>
            {changing(move || {
                let index = chosen.get();
                let label = labels.iter().find(|(one, _)| *one == index).map(|(_, label)| label.clone());
                view! {
                    <div class="exc-head"><h3>{label}</h3></div>
                    {calls(&data, index, platform.as_ref(), choice.get())}
                }
                .into_any()
            })}
        </section>
    }
    .into_any()
}

fn picker(rows: &[ThreadRow], chosen: RwSignal<usize>) -> AnyView {
    let options: Vec<AnyView> = rows
        .iter()
        .map(|row| {
            let frames = counted(row.frames as u64, "frame", "frames");
            view! { <option value=row.index.to_string()>{format!("{} · {frames}", reveal(&row.label))}</option> }
                .into_any()
        })
        .collect();
    view! {
        <select
            class="input"
            aria-label="Thread"
            on:change=move |event| {
                if let Ok(index) = event_target_value(&event).parse() {
                    chosen.set(index);
                }
            }
        >
            {options}
        </select>
    }
    .into_any()
}

fn calls(data: &Arc<ThreadsData>, index: usize, platform: Option<&Arc<str>>, choice: StackChoice) -> AnyView {
    let Some(thread) = data.values.get(index) else {
        return ().into_any();
    };
    let as_sent = thread.raw_stacktrace.as_ref().filter(|_| choice.is_as_sent);
    let trace = as_sent.or(thread.stacktrace.as_ref());
    let exception = Exception {
        stacktrace: trace.cloned(),
        ..Exception::default()
    };
    let from = FrameSource {
        data: Arc::new(ExceptionData {
            values: vec![exception],
            has_system_frames: None,
        }),
        exception: 0,
        platform: platform.cloned(),
        links: None,
        arrival: Arrival::default(),
    };
    if from.frames().is_empty() {
        let words = if thread.crashed == Some(true) {
            "Its stack trace is that of the exception."
        } else {
            "No stack trace was sent for this thread."
        };
        return view! { <p class="note">{words}</p> }.into_any();
    }
    let show = match choice.view {
        StackView::App => Frames::AppOnly,
        StackView::All | StackView::Raw => Frames::All,
    };
    frame_rows(&from, show, choice.order(), true)
}
