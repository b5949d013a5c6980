//! The end of the form: saving and giving up.

use super::desk::Desk;
use super::start::Aim;
use crate::draft_store::Kept;
use crate::reactive::changing;
use crate::ui::form::save_button;
use leptos::prelude::*;

/// The buttons, and where what is typed is kept meanwhile.
pub fn foot(desk: Desk) -> AnyView {
    let (verb, busy) = match desk.aim {
        Aim::New | Aim::Copy(_) => ("Create monitor", "Creating…"),
        Aim::Change(_) => ("Save", "Saving…"),
    };
    view! {
        <div class="form-foot">
            {changing(move || kept(desk.draft.kept()))}
            <a class="btn" href=desk.back().href()>"Cancel"</a>
            {save_button(verb, busy, desk.is_busy.into())}
        </div>
    }
    .into_any()
}

fn kept(kept: Kept) -> AnyView {
    let words = match kept {
        Kept::Nothing => return ().into_any(),
        Kept::InBrowser => "Your draft is kept in this browser.",
        Kept::InTab => "This browser keeps no drafts: save before you close the tab.",
    };
    view! { <span class="hint">{words}</span> }.into_any()
}
