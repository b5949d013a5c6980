//! The end of an alert that was changed: saving it, giving it up, and why it was refused. Once it is saved there is nothing
//! to press any more.

use super::desk::Desk;
use crate::reactive::maybe;
use crate::ui::form::save_button;
use leptos::prelude::*;

/// The buttons, as long as something is not saved.
pub(super) fn foot(desk: Desk) -> AnyView {
    let is_new = Memo::new(move |_| desk.alert.with(Option::is_none));
    let is_shown = Memo::new(move |_| is_new.get() || desk.is_unsaved.get() || desk.is_busy.get());
    view! {
        {maybe(move || desk.refusal.with(|refusal| refusal.rest.clone()).map(|rest| view! {
            <p class="problem-box" id=desk.problem_id() role="alert" tabindex="-1">{rest}</p>
        }.into_any()))}
        {maybe(move || is_shown.get().then(|| buttons(desk, is_new.get())))}
    }
    .into_any()
}

fn buttons(desk: Desk, is_new: bool) -> AnyView {
    let (verb, busy) = if is_new {
        ("Create the alert", "Creating…")
    } else {
        ("Save", "Saving…")
    };
    view! {
        <div class="panel-foot">
            {save_button(verb, busy, desk.is_busy.into())}
            <button class="btn" type="button" on:click=move |_| desk.give_up()>"Cancel"</button>
        </div>
    }
    .into_any()
}
