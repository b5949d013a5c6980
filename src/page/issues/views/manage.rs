//! All views: their order, names and stars; and what was deleted while one was at it.

use super::manage_row::manage_row;
use super::state::{UNKEPT, Views};
use super::take_along::take_along;
use crate::reactive::{changing_text, focus_soon, maybe};
use glint_model::saved_view::{SavedView, SavedViews};
use glint_model::text::counted;
use leptos::prelude::*;

/// The views that are managed. Messages at the foot of the page are out of reach below a dialog, so it has its own.
#[derive(Clone, Copy)]
pub struct Managing {
    /// The views.
    pub views: Views,
    /// What was done last.
    pub said: RwSignal<String>,
    /// What was deleted, with its place; the last comes back first.
    removed: RwSignal<Vec<(SavedView, usize)>>,
}

impl Managing {
    /// Deletes a view; it can be brought back.
    pub fn delete(self, id: &str) {
        if let Some(removed) = self.views.store.change(|views| views.remove(id)) {
            self.said.set(format!("“{}” deleted", removed.0.name));
            self.removed.update(|all| all.push(removed));
            focus_soon("view-undo".to_owned());
        }
    }

    fn undo(self) {
        let Some((view, place)) = self.removed.try_update(Vec::pop).flatten() else {
            return;
        };
        match self.views.store.change(|views| views.put_back(view.clone(), place)) {
            Ok(id) => {
                self.said.set(format!("“{}” is back", view.name));
                focus_soon(format!("view-delete-{id}"));
            }
            Err(problem) => {
                self.said.set(problem.sentence());
                self.removed.update(|all| all.push((view, place)));
            }
        }
    }

    /// Offers what was deleted once more, when the dialog is closed.
    fn offer_undo(self) {
        let removed = self.removed.try_update(std::mem::take).unwrap_or_default();
        let said = match removed.as_slice() {
            [] => return,
            [(view, _)] => format!("“{}” deleted", view.name),
            more => format!("{} deleted", counted(more.len() as u64, "view", "views")),
        };
        let undo = self.views.store.later(move |views| {
            for (view, place) in removed.iter().rev() {
                // Only a hundredth and first view finds no place.
                let _ = views.put_back(view.clone(), *place);
            }
        });
        self.views.list.toasts.say_undoable(said, undo);
    }
}

/// What is in the dialog.
pub fn manage(views: Views) -> AnyView {
    let managing = Managing {
        views,
        said: RwSignal::new(String::new()),
        removed: RwSignal::new(Vec::new()),
    };
    on_cleanup(move || managing.offer_undo());
    let ids = move || {
        let ids = |all: &SavedViews| all.all().iter().map(|view| view.id.clone()).collect::<Vec<_>>();
        views.store.with(ids)
    };
    let is_empty = Memo::new(move |_| views.store.with(|all| all.all().is_empty()));
    view! {
        {maybe(move || {
            is_empty.get().then(|| {
                let hint = "No views yet. Set up the list as you like it, then save it as a view.";
                view! { <p class="lead">{hint}</p> }.into_any()
            })
        })}
        <ol class="view-list" aria-label="Views">
            <For each=ids key=|id| id.clone() children=move |id| manage_row(managing, id) />
        </ol>
        <div class="view-said">
            <p role="status">{changing_text(move || managing.said.get())}</p>
            {maybe(move || managing.removed.with(|all| all.last().map(|(view, _)| undo_button(managing, view))))}
        </div>
        {maybe(move || {
            views.store.is_unkept().then(|| view! { <p class="problem-box" role="alert">{UNKEPT}</p> }.into_any())
        })}
        {take_along(managing)}
        <div class="actions">
            <button class="btn" type="button" on:click=move |_| views.close()>"Done"</button>
        </div>
    }
    .into_any()
}

fn undo_button(managing: Managing, view: &SavedView) -> AnyView {
    let name = format!("Undo: bring “{}” back", view.name);
    view! {
        <button class="btn small" type="button" id="view-undo" aria-label=name on:click=move |_| managing.undo()>
            "Undo"
        </button>
    }
    .into_any()
}
