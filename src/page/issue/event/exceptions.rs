//! The exceptions of an event. Those of a large event are read a few frames at a time, while the page goes on.

use super::unreadable::{sent_to_show, unreadable_entry};
use crate::browser::wait::{self, Turns};
use crate::reactive::{changing, spawn};
use crate::ui::stack_trace::{StackSetup, stack_trace};
use glint_model::large_event::{frame_count, read_exceptions};
use glint_model::text::counted;
use glint_model::wire::entry::{Entry, ExceptionData};
use leptos::prelude::*;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

/// What is smaller is read at once, in bytes: that takes less time than drawing it.
const AT_ONCE: usize = 200_000;

/// What was read, or why it could not be; none while it is being read.
type Read = Option<Result<ExceptionData, String>>;

/// Shows them, or what was sent in their place.
pub fn exceptions(entry: Entry, platform: Option<&str>, setup: &StackSetup) -> AnyView {
    let platform = platform.map(str::to_owned);
    if !entry.data.is_large() || entry.data.get().len() < AT_ONCE {
        let read = entry.read().map_err(|problem| problem.to_string());
        return shown(read, &entry, platform, setup);
    }
    let (read, entry) = (RwSignal::new_local(Read::None), Arc::new(entry));
    let source = Arc::clone(&entry);
    spawn(async move {
        // The head of the event is drawn first.
        wait::frame().await;
        wait::yield_now().await;
        let turns = Turns::begin();
        let pause = async |_: usize| turns.pause().await;
        let mut reading = pin!(read_exceptions(&source.data, &pause));
        // When nobody waits for them any more, they are left unread.
        let outcome = poll_fn(|context| match read.is_disposed() {
            true => Poll::Ready(None),
            false => reading.as_mut().poll(context).map(Some),
        });
        if let Some(outcome) = outcome.await {
            wait::yield_now().await;
            read.try_set(Some(outcome.map_err(|problem| problem.to_string())));
        }
    });
    let setup = setup.clone();
    changing(move || {
        read.track();
        match read.try_update_untracked(Option::take).flatten() {
            Some(read) => shown(read, &entry, platform.clone(), &setup),
            None => reading(&entry),
        }
    })
}

fn shown(read: Result<ExceptionData, String>, entry: &Entry, platform: Option<String>, setup: &StackSetup) -> AnyView {
    match read {
        Ok(data) => stack_trace(data, platform, setup.clone()),
        Err(problem) => {
            let sent = entry.clone();
            unreadable_entry(&entry.kind, &problem, move || sent_to_show(&sent))
        }
    }
}

fn reading(entry: &Entry) -> AnyView {
    let said = match frame_count(&entry.data) {
        0 => "Reading the exceptions …".to_owned(),
        count => format!("Reading {} …", counted(count as u64, "frame", "frames")),
    };
    view! {
        <section class="panel stack" aria-label="Exception" aria-busy="true">
            <header><h2>"Exception"</h2></header>
            <p class="note" role="status">{said}</p>
            <div class="wait" aria-hidden="true">{(0..12).map(|_| view! { <i></i> }).collect::<Vec<_>>()}</div>
        </section>
    }
    .into_any()
}
