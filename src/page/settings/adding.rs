//! A button that opens a list to pick from, to add what was picked to something: a member to a team, a project to it.

use crate::reactive::{effect, maybe};
use crate::ui::icon::{Icon, icon};
use crate::ui::pick_list::{Pick, pick_dialog, pick_list, pick_room};
use leptos::prelude::*;

/// What can be added, and how that is called.
pub struct Adding {
    /// The id of the list, unique in the page.
    pub id: &'static str,
    /// The id of the dialog's title.
    pub title_id: &'static str,
    /// What the button says.
    pub button: &'static str,
    /// What the dialog is called.
    pub title: Signal<String>,
    /// What is typed into its field.
    pub label: &'static str,
    /// Those that can be added, each with the id it is known by; none until they are there. Tracked.
    pub choices: Callback<(), Option<Vec<(Pick, String)>>>,
    /// What stands there as long as there are none.
    pub instead: ViewFn,
    /// Runs before the list opens: loads what it needs.
    pub on_open: Callback<()>,
    /// Is told what was picked.
    pub add: Callback<String>,
}

/// The button, with its dialog while it is open.
pub fn add_button(adding: Adding) -> AnyView {
    let Adding {
        id,
        title_id,
        button,
        title,
        label,
        choices,
        instead,
        on_open,
        add,
    } = adding;
    let is_open = RwSignal::new(false);
    let close = Callback::new(move |()| is_open.set(false));
    let dialog = move || {
        let picks = RwSignal::new(None);
        let ids = StoredValue::new(Vec::<String>::new());
        effect(move || {
            picks.set(choices.run(()).map(|found| {
                let (picks, own): (Vec<Pick>, Vec<String>) = found.into_iter().unzip();
                ids.set_value(own);
                picks
            }));
        });
        let chosen = move |at: usize| {
            let id = ids.with_value(|ids| ids.get(at).cloned());
            close.run(());
            if let Some(id) = id {
                add.run(id);
            }
        };
        let list = pick_list(id, label, picks, instead.clone(), Callback::new(chosen));
        pick_dialog(title_id, title.get_untracked(), close, pick_room(list))
    };
    view! {
        <button
            class="btn"
            type="button"
            aria-haspopup="dialog"
            on:click=move |_| {
                on_open.run(());
                is_open.set(true);
            }
        >
            {icon(Icon::Add, "")}
            {button}
        </button>
        {maybe(move || is_open.get().then(|| untrack(&dialog)))}
    }
    .into_any()
}
