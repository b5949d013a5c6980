//! The end of the page: creating, stopping, trying again, and how far it is.

use super::desk::{ListDesk, Progress};
use crate::reactive::{aria, changing, changing_text, maybe, truth};
use glint_model::text::counted;
use leptos::prelude::*;

/// The buttons.
pub fn foot(desk: ListDesk) -> AnyView {
    let has_there = Memo::new(move |_| desk.pasted.with(|pasted| pasted.there() > 0));
    let is_working = Memo::new(move |_| desk.is_working());
    view! {
        <div class="form-foot paste-foot">
            {maybe(move || desk.halted.get().map(|why| view! {
                <p class="problem-box" role="alert">{format!("Stopped: the other lines would have failed too. {why}")}</p>
            }.into_any()))}
            {maybe(move || has_there.get().then(|| view! {
                <label class="switch">
                    <input
                        type="checkbox"
                        prop:checked=truth(move || desk.with_there.get())
                        on:change=move |event| desk.with_there.set(event_target_checked(&event))
                    />
                    <span>"Create those that are there already once more"</span>
                </label>
            }.into_any()))}
            <p class="hint" role="status">{changing_text(move || said(desk))}</p>
            {changing(move || if is_working.get() { at_work(desk) } else { at_rest(desk) })}
        </div>
    }
    .into_any()
}

fn said(desk: ListDesk) -> String {
    if let Some(Progress { done, of }) = desk.progress.get() {
        let stopping = if desk.is_stopping.get() {
            "; stopping after this one"
        } else {
            ""
        };
        return format!("{done} of {of} sent{stopping}");
    }
    match desk.counts() {
        (0, 0) => String::new(),
        (created, 0) => format!("{created} created"),
        (created, failed) => format!("{created} created, {failed} failed"),
    }
}

fn at_work(desk: ListDesk) -> AnyView {
    let share = move || {
        let Progress { done, of } = desk.progress.get().unwrap_or_default();
        (done.to_string(), of.max(1).to_string())
    };
    view! {
        <progress aria-label="Creating the monitors" max=move || share().1 value=move || share().0></progress>
        <button
            class="btn"
            type="button"
            aria-disabled=aria(move || desk.is_stopping.get())
            on:click=move |_| desk.is_stopping.set(true)
        >
            "Stop"
        </button>
    }
    .into_any()
}

fn at_rest(desk: ListDesk) -> AnyView {
    let counts = Memo::new(move |_| desk.counts());
    let due = Memo::new(move |_| desk.due().len());
    changing(move || {
        let ((created, failed), due) = (counts.get(), due.get());
        let label = if failed > 0 && failed == due {
            format!("Try the {failed} that failed again")
        } else {
            format!("Create {}", counted(due as u64, "monitor", "monitors"))
        };
        if due == 0 && created > 0 {
            return view! {
                <button class="btn" type="button" on:click=move |_| desk.clear()>"Another list"</button>
                <a class="btn primary" href=desk.list().href()>"To the monitors"</a>
            }
            .into_any();
        }
        view! {
            <a class="btn" href=desk.list().href()>"Cancel"</a>
            <button
                class="btn primary"
                type="button"
                aria-disabled=aria(move || due == 0)
                on:click=move |_| desk.create()
            >
                {label}
            </button>
        }
        .into_any()
    })
}
