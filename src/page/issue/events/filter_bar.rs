//! The field that filters what is loaded. What is typed counts at once, and is in the URL a moment later.

use super::list::EventList;
use crate::browser::wait;
use crate::reactive::{changing_text, effect, spawn};
use crate::route::{IssuePart, Step, use_go};
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;
use std::rc::Rc;

/// How long the field rests before the URL follows, in milliseconds.
const REST_MS: i32 = 400;

/// The id of the field.
pub const FIELD: &str = "events-filter";

/// The field, and how much is shown.
pub fn filter_bar(list: EventList) -> AnyView {
    let write = url_writer(list);
    let keystrokes = StoredValue::new(0_u32);
    let later = Rc::clone(&write);
    let typed = move |text: String| {
        list.typed.set(text);
        let now = keystrokes.get_value().wrapping_add(1);
        keystrokes.set_value(now);
        let write = Rc::clone(&later);
        spawn(async move {
            wait::milliseconds(REST_MS).await;
            if keystrokes.try_get_value() == Some(now) {
                write();
            }
        });
    };
    let at_once = Rc::clone(&write);
    let summary = move || {
        if !list.has_loaded.get() {
            return String::new();
        }
        let shown = list.shown.with(Vec::len);
        let (is_filtered, count) = (list.is_filtered(), list.count());
        list.rows.with(|rows| rows.summary(shown, is_filtered, count))
    };
    view! {
        <div class="events-filter">
            {icon(Icon::Search, "")}
            <input
                class="input"
                type="search"
                id=FIELD
                aria-label="Filter the loaded events"
                aria-keyshortcuts="/"
                placeholder="Filter: words, key:value, !key:value"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                prop:value=move || list.typed.get()
                on:input:target=move |event| typed(event.target().value())
                on:blur=move |_| at_once()
            />
        </div>
        <p class="summary muted" role="status">{changing_text(summary)}</p>
    }
    .into_any()
}

/// Gives what puts the filter into the URL; and takes it from there when one goes back.
fn url_writer(list: EventList) -> Rc<dyn Fn()> {
    let go = use_go();
    let written = StoredValue::new(list.asked.get_untracked().unwrap_or_default());
    effect(move || {
        let asked = list.asked.get().unwrap_or_default();
        if written.with_value(|written| *written != asked) {
            written.set_value(asked.clone());
            list.typed.set(asked);
        }
    });
    let write: Rc<dyn Fn()> = Rc::new(move || {
        let Some(typed) = list.typed.try_get_untracked() else {
            return;
        };
        let text = typed.trim();
        if written.with_value(|written| written == text) {
            return;
        }
        written.set_value(text.to_owned());
        let pair = (!text.is_empty()).then(|| ("filter".to_owned(), text.to_owned()));
        let route = list
            .place
            .with_value(|place| place.part_with(IssuePart::Events, pair.into_iter().collect()));
        go(&route, Step::Replace);
    });
    // A table that is as it was left has its filter, whatever way one came back to it.
    if list.is_filtered_untracked() {
        let write = Rc::clone(&write);
        spawn(async move {
            wait::frame().await;
            write();
        });
    }
    write
}

impl EventList {
    fn is_filtered_untracked(self) -> bool {
        untrack(|| self.is_filtered())
    }
}
