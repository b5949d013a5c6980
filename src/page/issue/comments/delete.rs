//! The question before a comment is deleted.

use super::talk::Talk;
use crate::browser::{dom, wait};
use crate::reactive::spawn;
use crate::ui::dialog::Dialog;
use glint_model::text::first_line;
use leptos::prelude::*;

/// The most characters of a comment that the question names.
const NAMED: usize = 120;

/// Asks whether a comment is to be deleted.
pub fn delete_dialog(talk: Talk, comment: i64) -> AnyView {
    let start = talk.list.rows.with_untracked(|rows| {
        let row = rows.iter().find(|row| row.id == comment);
        row.map(|row| first_line(row.text())).unwrap_or_default()
    });
    let start = match start.char_indices().nth(NAMED) {
        Some((end, _)) => format!("{}…", start.get(..end).unwrap_or_default()),
        None => start,
    };
    let delete = move |_| {
        talk.asked.set(None);
        talk.delete(comment);
        // What had the focus is gone with the comment.
        spawn(async {
            wait::frame().await;
            dom::focus_in_place(dom::by_id("talk-title"));
        });
    };
    view! {
        <Dialog labelled_by="delete-comment-title" on_close=Callback::new(move |()| talk.asked.set(None))>
            <h2 id="delete-comment-title">"Delete the comment?"</h2>
            {(!start.is_empty()).then(|| view! { <blockquote class="named-comment">{start}</blockquote> }.into_any())}
            <p class="lead">"For 8 seconds it can be undone; after that nobody can."</p>
            <div class="actions">
                <button class="btn" type="button" on:click=move |_| talk.asked.set(None)>"Cancel"</button>
                <button class="btn danger" type="button" on:click=delete>"Delete"</button>
            </div>
        </Dialog>
    }
    .into_any()
}
