//! One of many: a field that filters a list, and the list below it. The focus stays in the field; arrow keys go through
//! the list, Enter or a press takes what they have come to.

mod fit;
mod options;

use super::dialog::Dialog;
use super::icon::Icon;
use crate::browser::dom;
use crate::reactive::{aria, changing, changing_text, effect};
use fit::{fitting, next_place};
use glint_model::text::counted;
use glint_model::timestamp::Timestamp;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use options::MOST_SHOWN;

/// Something that can be picked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pick {
    /// What it is called; may be hostile text.
    pub label: String,
    /// More about it, in small print; is looked for like the label.
    pub hint: String,
    /// Another word to find it by.
    pub alias: &'static str,
    /// What stands before it.
    pub sign: Option<Icon>,
    /// When it came about; stands at its end.
    pub since: Option<Timestamp>,
    /// Whether it holds already.
    pub is_current: bool,
}

/// A list to pick from while it is shown.
#[derive(Clone, Copy)]
struct PickList {
    id: &'static str,
    picks: RwSignal<Option<Vec<Pick>>>,
    typed: RwSignal<String>,
    /// The places of those that fit.
    fitting: Memo<Vec<usize>>,
    /// Which of those that fit the arrow keys have come to.
    active: RwSignal<Option<usize>>,
    choose: Callback<usize>,
}

/// Shows the field, named `label`, and the list; `id` is unique in the page. As long as there are no picks yet,
/// `instead` stands in their place, and what is typed meanwhile stays. `choose` is told the place of what was picked.
pub fn pick_list(
    id: &'static str,
    label: &'static str,
    picks: RwSignal<Option<Vec<Pick>>>,
    instead: ViewFn,
    choose: Callback<usize>,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    let fitting = Memo::new(move |_| {
        picks.with(|picks| typed.with(|typed| fitting(picks.as_deref().unwrap_or_default(), typed)))
    });
    let list = PickList {
        id,
        picks,
        typed,
        fitting,
        active: RwSignal::new(None),
        choose,
    };
    let input = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(input) = input.get() {
            let _ = input.focus();
        }
    });
    let is_here = Memo::new(move |_| picks.with(Option::is_some));
    let body = move || if is_here.get() { list.body() } else { instead.run() };
    view! {
        <div class="pick-list">
            <input
                class="input"
                type="text"
                role="combobox"
                aria-label=label
                aria-autocomplete="list"
                aria-expanded=aria(move || list.count() > 0)
                aria-controls=list.list_id()
                aria-activedescendant=move || list.active().map(|at| list.option_id(at))
                placeholder=label
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                node_ref=input
                on:input:target=move |event| list.filter(event.target().value())
                on:keydown=move |event| list.key_pressed(&event)
            />
            <div class="picks">{changing(body)}</div>
            <p class="visually-hidden" role="status">{changing_text(move || list.said())}</p>
        </div>
    }
    .into_any()
}

impl PickList {
    fn list_id(self) -> String {
        format!("{}-list", self.id)
    }

    fn option_id(self, at: usize) -> String {
        format!("{}-{at}", self.id)
    }

    /// How many can be picked now; tracked.
    fn count(self) -> usize {
        self.fitting.with(Vec::len).min(MOST_SHOWN)
    }

    /// What Enter would take; tracked.
    fn active(self) -> Option<usize> {
        let count = self.count();
        let typed_first = || self.typed.with(|typed| !typed.trim().is_empty()).then_some(0);
        self.active.get().or_else(typed_first).filter(|at| *at < count)
    }

    /// Something was typed: the first that fits is what Enter takes. With nothing typed nothing is, so that a second key
    /// pressed by mistake does nothing.
    fn filter(self, typed: String) {
        self.active.set(None);
        self.typed.set(typed);
        if let Some(list) = dom::by_id(&self.list_id()) {
            list.set_scroll_top(0);
        }
    }

    fn key_pressed(self, event: &KeyboardEvent) {
        if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => self.step(true),
            "ArrowUp" => self.step(false),
            "Enter" => {
                if let Some(at) = untrack(|| self.active()) {
                    self.take(at);
                }
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn step(self, is_down: bool) {
        let next = untrack(|| next_place(self.active(), is_down, self.count()));
        self.active.set(next);
        if let Some(at) = next {
            self.keep_in_sight(at);
        }
    }

    fn take(self, at: usize) {
        if let Some(place) = self.fitting.with_untracked(|fitting| fitting.get(at).copied()) {
            self.choose.run(place);
        }
    }

    /// What a screen reader says once something was typed; tracked.
    fn said(self) -> String {
        if self.picks.with(Option::is_none) || self.typed.with(String::is_empty) {
            return String::new();
        }
        match self.fitting.with(Vec::len) {
            0 => "Nothing found".to_owned(),
            count => format!("{} found", counted(count as u64, "choice", "choices")),
        }
    }
}

/// A dialog about one thing to pick: its title, what is in it, and a way out. `title_id` is unique in the page.
pub fn pick_dialog(title_id: &'static str, title: String, on_close: Callback<()>, inside: AnyView) -> AnyView {
    view! {
        <Dialog labelled_by=title_id on_close=on_close>
            <h2 id=title_id>{title}</h2>
            {inside}
            <div class="actions">
                <button class="btn" type="button" on:click=move |_| on_close.run(())>"Cancel"</button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// Room for a list to pick from that is still to be loaded, so that the dialog keeps its size.
pub fn pick_room(inside: AnyView) -> AnyView {
    view! { <div class="pick-room">{inside}</div> }.into_any()
}
