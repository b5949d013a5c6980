//! The step out: copying, saving, or going to the tracker.

use super::Purpose;
use super::state::Export;
use super::tracker::tracker_action;
use crate::browser::clipboard;
use crate::browser::files::TextFile;
use crate::browser::intl;
use crate::reactive::{changing, changing_text, spawn};
use glint_model::event_snapshot::html;
use glint_model::timestamp::Timestamp;
use leptos::prelude::*;

/// The buttons.
pub fn actions(export: Export, close: Callback<()>) -> AnyView {
    view! {
        <div class="actions">
            <p class="export-said" role="status">{changing_text(move || export.said.get())}</p>
            <button class="btn" type="button" on:click=move |_| close.run(())>"Close"</button>
            {changing(move || match export.purpose.get() {
                Purpose::Markdown => copy(export),
                Purpose::Snapshot => changing(move || download(export)),
                Purpose::Tracker => tracker_action(export),
            })}
        </div>
    }
    .into_any()
}

fn copy(export: Export) -> AnyView {
    let copy = move |_| {
        let text = export.text.get_untracked();
        // What is said a second time is said aloud only when it was gone before.
        export.said.set(String::new());
        spawn(async move {
            let said = if clipboard::copy(&text.text).await {
                "Copied"
            } else {
                "The browser did not allow copying. Select the text and copy it by hand."
            };
            export.said.try_set(said.to_owned());
        });
    };
    view! { <button class="btn primary" type="button" on:click=copy>"Copy Markdown"</button> }.into_any()
}

/// The file is made anew whenever what is in it changes, and is there as long as its link.
fn download(export: Export) -> AnyView {
    let made = intl::utc(Timestamp(intl::now_ms()));
    let page = export.outline.with(|outline| html(outline, export.hidden.get(), &made));
    let Some(file) = TextFile::new(&page, "text/html") else {
        return view! { <p class="hint">"This browser cannot make files."</p> }.into_any();
    };
    let href = file.href();
    StoredValue::new_local(file);
    let name = format!("{}.html", export.file_stem());
    view! { <a class="btn primary" href=href download=name>"Download HTML"</a> }.into_any()
}
