//! One view among those that are managed: its star, name and place, and the link to it.

use super::super::words::words;
use super::manage::Managing;
use super::rename::rename;
use crate::browser::{clipboard, dom};
use crate::open_organization::OpenOrganization;
use crate::reactive::{aria, attribute, changing, changing_text, focus_soon, spawn, truth};
use crate::ui::icon::{Icon, icon};
use glint_model::saved_view::SavedView;
use leptos::prelude::*;

/// A row, by the id of its view.
#[derive(Clone, Copy)]
pub struct Row {
    /// Among which.
    pub managing: Managing,
    /// The id of the view.
    pub id: StoredValue<String>,
    view: Memo<Option<SavedView>>,
    is_renaming: RwSignal<bool>,
}

impl Row {
    /// The name; tracked.
    pub fn name(self) -> String {
        self.view
            .with(|view| view.as_ref().map(|view| view.name.clone()))
            .unwrap_or_default()
    }

    /// The place and how many there are; tracked.
    fn place(self) -> (usize, usize) {
        self.managing.views.store.with(|all| {
            let place = self
                .id
                .with_value(|id| all.all().iter().position(|view| view.id == *id));
            (place.unwrap_or_default(), all.all().len())
        })
    }

    /// The id of one of its parts in the document.
    pub fn part_id(self, what: &str) -> String {
        self.id.with_value(|id| format!("view-{what}-{id}"))
    }

    fn move_by(self, places: isize, what: &str) {
        let store = self.managing.views.store;
        self.id.with_value(|id| store.change(|views| views.move_by(id, places)));
        let (place, count) = untrack(|| self.place());
        let name = untrack(|| self.name());
        self.managing
            .said
            .set(format!("“{name}” is now {} of {count}", place + 1));
        // A row that moves in the document loses the focus.
        focus_soon(self.part_id(what));
    }

    fn toggle_star(self) {
        let store = self.managing.views.store;
        self.id.with_value(|id| store.change(|views| views.toggle_star(id)));
    }

    fn copy_link(self) {
        let Some(view) = self.view.get_untracked() else { return };
        let link = dom::origin() + &self.managing.views.list.href(&view.filter());
        let said = self.managing.said;
        spawn(async move {
            let text = if clipboard::copy(&link).await {
                format!("Link to “{}” copied", view.name)
            } else {
                "The browser did not allow copying.".to_owned()
            };
            said.try_set(text);
        });
    }

    /// Shows the name again, as it is.
    pub fn end_renaming(self) {
        self.is_renaming.set(false);
        focus_soon(self.part_id("rename"));
    }
}

/// Shows a view with what can be done to it.
pub fn manage_row(managing: Managing, id: String) -> AnyView {
    let id = StoredValue::new(id);
    let store = managing.views.store;
    let row = Row {
        managing,
        id,
        view: Memo::new(move |_| store.with(|all| id.with_value(|id| all.find(id).cloned()))),
        is_renaming: RwSignal::new(false),
    };
    let is_starred = move || row.view.with(|view| view.as_ref().is_some_and(|view| view.is_starred));
    let is_first = truth(move || row.place().0 == 0);
    let is_last = truth(move || {
        let (place, count) = row.place();
        place + 1 >= count
    });
    let never = truth(|| false);
    view! {
        <li>
            <button
                class="btn quiet icon star"
                type="button"
                title="Star"
                aria-label=attribute(move || format!("Star “{}”", row.name()))
                aria-pressed=aria(is_starred)
                on:click=move |_| row.toggle_star()
            >
                {icon(Icon::Star, "")}
            </button>
            {changing(move || if row.is_renaming.get() { rename(row) } else { said(row) })}
            <div class="view-actions">
                {button(row, "rename", "Rename", Icon::Edit, never, move || row.is_renaming.set(true))}
                {button(row, "up", "Move up", Icon::Up, is_first, move || row.move_by(-1, "up"))}
                {button(row, "down", "Move down", Icon::Down, is_last, move || row.move_by(1, "down"))}
                {button(row, "link", "Copy the link to", Icon::Copy, never, move || row.copy_link())}
                {button(row, "delete", "Delete", Icon::Delete, never, move || {
                    row.managing.delete(&row.id.get_value());
                })}
            </div>
        </li>
    }
    .into_any()
}

fn button(
    row: Row,
    id: &'static str,
    what: &'static str,
    sign: Icon,
    is_off: Signal<bool>,
    act: impl Fn() + 'static,
) -> AnyView {
    boxed_button(row, id, what, sign, is_off, Box::new(act))
}

fn boxed_button(
    row: Row,
    id: &'static str,
    what: &'static str,
    sign: Icon,
    is_off: Signal<bool>,
    act: Box<dyn Fn()>,
) -> AnyView {
    let label = attribute(move || format!("{what} “{}”", row.name()));
    view! {
        <button
            class="btn quiet icon"
            type="button"
            id=row.part_id(id)
            title=label
            aria-label=label
            aria-disabled=aria(move || is_off.get())
            on:click=move |_| {
                if !is_off.get_untracked() {
                    act();
                }
            }
        >
            {icon(sign, "")}
        </button>
    }
    .into_any()
}

/// The name, and what the view shows.
fn said(row: Row) -> AnyView {
    let open = OpenOrganization::get();
    let told = move || {
        let projects = open.map(OpenOrganization::projects).unwrap_or_default();
        row.view
            .with(|view| view.as_ref().map(|view| words(&view.filter(), &projects)))
            .unwrap_or_default()
            .into_iter()
            .map(|(_, value)| value)
            .collect::<Vec<_>>()
            .join(" · ")
    };
    view! {
        <div class="view-name">
            <b>{changing_text(move || row.name())}</b>
            <small>{changing_text(told)}</small>
        </div>
    }
    .into_any()
}
