//! Another name for a view, in its row.

use super::manage_row::Row;
use crate::reactive::{aria, effect, maybe};
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

/// The name in a field. What is typed stays when it cannot be the name.
pub fn rename(row: Row) -> AnyView {
    let field = NodeRef::<html::Input>::new();
    let problem = RwSignal::new(None::<String>);
    let (name, problem_id) = (untrack(|| row.name()), row.part_id("problem"));
    effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
            field.select();
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else { return };
        let store = row.managing.views.store;
        let renamed = row
            .id
            .with_value(|id| store.change(|views| views.rename(id, &field.value())));
        match renamed {
            Ok(()) => {
                row.managing
                    .said
                    .set(format!("It is called “{}” now", untrack(|| row.name())));
                row.end_renaming();
            }
            Err(why) => {
                problem.set(Some(why.sentence()));
                let _ = field.focus();
            }
        }
    };
    // Escape ends the renaming, not the whole dialog.
    let key_pressed = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            event.stop_propagation();
            row.end_renaming();
        }
    };
    view! {
        <form class="view-name" on:submit=submit on:keydown=key_pressed>
            <div class="with-button">
                <input
                    class="input"
                    aria-label="Name"
                    autocomplete="off"
                    value=name
                    node_ref=field
                    aria-invalid=aria(move || problem.with(Option::is_some))
                    aria-describedby=problem_id.clone()
                    on:input=move |_| problem.set(None)
                />
                <button class="btn primary" type="submit">"Rename"</button>
                <button class="btn" type="button" on:click=move |_| row.end_renaming()>"Cancel"</button>
            </div>
            <p class="problem" id=problem_id role="alert">{maybe(move || problem.get().map(IntoAny::into_any))}</p>
        </form>
    }
    .into_any()
}
