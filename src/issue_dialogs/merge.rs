//! Asking before issues become one: which one stays, and what moves.

use crate::reactive::changing_text;
use crate::server::Server;
use crate::ui::dialog::Dialog;
use glint_model::wire::issue::Issue;
use leptos::prelude::*;

/// The dialog about merging `subject` (`3 issues`) into the issue that stays.
pub fn merge_dialog(subject: &str, stays: &Issue, merge: Callback<()>, close: Callback<()>) -> AnyView {
    let title = format!("Merge {subject}?");
    let (short_id, what) = (stays.short_id.clone(), stays.title.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        close.run(());
        merge.run(());
    };
    view! {
        <Dialog labelled_by="bulk-title" on_close=close>
            <form on:submit=submit>
                <h2 id="bulk-title">{title}</h2>
                <p class="lead">"This one stays, since it is the newest; the others become part of it:"</p>
                <ul class="named">
                    <li><b>{short_id}</b>" "{what}</li>
                </ul>
                {what_moves()}
                <div class="actions">
                    <button class="btn" type="button" on:click=move |_| close.run(())>"Cancel"</button>
                    <button class="btn primary" type="submit">"Merge"</button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

/// What becomes of the events and the counts, which is not the same on all servers.
pub fn what_moves() -> AnyView {
    let server = Server::get();
    let counts = move || {
        if server.can_assign() {
            "Their newest 1 000 events move, and are added to its count.".to_owned()
        } else {
            "Their newest 1 000 events move. The counts are not added up: it keeps the number that it has.".to_owned()
        }
    };
    view! {
        <p class="lead">
            {changing_text(counts)}
            " The merged view of the issue can take them apart again."
        </p>
    }
    .into_any()
}
