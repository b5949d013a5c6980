//! The button that takes the chosen hashes out, the question before, and how far it has come.

use super::work::{Hashes, Step};
use crate::reactive::{aria, changing, changing_text, maybe};
use crate::route::{IssuePart, Route};
use crate::ui::dialog::Dialog;
use glint_model::text::{counted, thousands};
use leptos::prelude::*;

/// The button, and what came of it; nothing to press where there is a single hash.
pub fn tools(hashes: Hashes) -> AnyView {
    let open = move |_| {
        if untrack(|| hashes.can_unmerge()) {
            hashes.is_asked.set(true);
        }
    };
    let label = move || match hashes.chosen.with(Vec::len) as u64 {
        0 => "Unmerge".to_owned(),
        count => format!("Unmerge {}", counted(count, "hash", "hashes")),
    };
    let hint = move || {
        let chosen = hashes.chosen.with(Vec::len) as u64;
        if chosen == 0 {
            "Choose at least one.".to_owned()
        } else if chosen >= hashes.list.total().count {
            "At least one has to stay.".to_owned()
        } else {
            format!("{} chosen", thousands(chosen))
        }
    };
    let bar = move || {
        hashes.can_choose().then(|| {
            view! {
                <div class="merged-tools">
                    <button
                        class="btn primary"
                        type="button"
                        aria-disabled=aria(move || !hashes.can_unmerge())
                        aria-describedby="unmerge-hint"
                        on:click=open
                    >
                        {changing_text(label)}
                    </button>
                    {maybe(move || compare(hashes))}
                    <span class="muted" id="unmerge-hint">{changing_text(hint)}</span>
                </div>
            }
            .into_any()
        })
    };
    view! {
        {maybe(bar)}
        <div role="status" class="merged-step">{changing(move || step(hashes, &hashes.step.get()))}</div>
    }
    .into_any()
}

/// Two chosen hashes can be looked at side by side, by their newest events.
fn compare(hashes: Hashes) -> Option<AnyView> {
    let chosen = hashes.chosen.get();
    let [one, other] = chosen.as_slice() else { return None };
    let (one, other) = hashes.list.rows.with(|rows| {
        let event = |hash: &String| {
            let row = rows.iter().find(|row| row.id == *hash)?;
            row.latest.as_ref().map(|latest| latest.id.clone())
        };
        Some((event(one)?, event(other)?))
    })?;
    let with = vec![("with".to_owned(), other.to_string())];
    let to: Route = hashes
        .place
        .with_value(|place| place.part_with(IssuePart::Compare(one), with));
    Some(view! { <a class="btn" href=to.href()>"Compare their newest events"</a> }.into_any())
}

fn step(hashes: Hashes, step: &Step) -> AnyView {
    let count = |count: usize| counted(count as u64, "hash", "hashes");
    match step {
        Step::Idle => ().into_any(),
        Step::Asking => view! { <p class="note-box">"Asking GlitchTip…"</p> }.into_any(),
        Step::UnderWay(many) => view! {
            <p class="note-box">
                {format!("GlitchTip is taking {} out of this issue. That can take a moment.", count(*many))}
            </p>
        }
        .into_any(),
        Step::Done(many) => {
            let list = hashes.place.with_value(|place| place.list());
            let words = match many {
                1 => "The hash is an issue of its own now, in the ".to_owned(),
                many => format!("{} are issues of their own now, in the ", count(*many)),
            };
            view! { <p class="note-box">{words}<a class="link" href=list.href()>"list of issues"</a>"."</p> }.into_any()
        }
        Step::Late(which) => {
            let (again, words) = (which.clone(), count(which.len()));
            view! {
                <p class="note-box">
                    {format!("GlitchTip has agreed to take {words} out, but they are still here. It may be busy.")}
                    <button class="btn small" type="button" on:click=move |_| hashes.look_again(again.clone())>
                        "Look again"
                    </button>
                </p>
            }
            .into_any()
        }
        Step::Failed(error) => {
            let sentence = format!("Nothing was unmerged. {}", error.sentence());
            view! { <p class="problem-box">{sentence}</p> }.into_any()
        }
    }
}

/// Asks before it is done.
pub fn unmerge_dialog(hashes: Hashes) -> AnyView {
    let count = hashes.chosen.with_untracked(Vec::len) as u64;
    let title = format!("Unmerge {}?", counted(count, "hash", "hashes"));
    let what = if count == 1 {
        "It becomes an issue of its own, with the events that have it."
    } else {
        "Each becomes an issue of its own, with the events that have it."
    };
    let go = move |_| {
        hashes.is_asked.set(false);
        hashes.unmerge();
    };
    view! {
        <Dialog labelled_by="unmerge-title" on_close=Callback::new(move |()| hashes.is_asked.set(false))>
            <h2 id="unmerge-title">{title}</h2>
            <p class="lead">{what}</p>
            <p class="lead">"To take it back, merge the issues again."</p>
            <div class="actions">
                <button class="btn" type="button" on:click=move |_| hashes.is_asked.set(false)>"Cancel"</button>
                <button class="btn primary" type="button" on:click=go>"Unmerge"</button>
            </div>
        </Dialog>
    }
    .into_any()
}
