//! From which time: presets that move with the clock, and a range of one's own.

use super::changes::Changes;
use super::entry::{entry, menu_button};
use super::range_dialog::range_dialog;
use crate::browser::{dom, intl, wait};
use crate::page::issues::list::IssueList;
use crate::reactive::{attribute, changing_text, maybe, spawn, truth};
use crate::ui::menu::{Menu, close_menu};
use glint_model::issue_filter::IssueFilter;
use glint_model::time_range::{PRESETS, TimeRange};
use leptos::prelude::*;

const ID: &str = "filter-time";

/// The menu of the time ranges.
pub fn time_menu(list: IssueList) -> AnyView {
    let changes = Changes::of(list);
    let is_dialog_open = RwSignal::new(false);
    let range = Memo::new(move |_| list.filter.with(IssueFilter::range));
    let now = attribute(move || range.with(intl::range));
    let presets: Vec<AnyView> = PRESETS
        .iter()
        .map(|&(label, start)| range_entry(changes, range, TimeRange::Last { label, start }))
        .collect();
    let close = Callback::new(move |()| {
        is_dialog_open.set(false);
        spawn(async {
            // The dialog is gone by then, and with it the focus.
            wait::frame().await;
            dom::focus(dom::first("[popovertarget='filter-time']"));
        });
    });
    view! {
        <Menu
            id=ID
            label=attribute(move || format!("First seen: {}", now.get()))
            button=menu_button(now, Signal::derive(move || range.with(utc_tooltip)))
        >
            <div role="radiogroup" aria-label="First seen">
                {range_entry(changes, range, TimeRange::Any)}
                {presets}
                {own_entry(range, is_dialog_open)}
            </div>
            <hr />
            <p class="hint">"GlitchTip filters by when an issue was first seen."</p>
        </Menu>
        {maybe(move || is_dialog_open.get().then(|| range_dialog(range.get_untracked(), changes, close)))}
    }
    .into_any()
}

/// A range of one's own in UTC; the others mean the same everywhere.
pub fn utc_tooltip(range: &TimeRange) -> Option<String> {
    matches!(range, TimeRange::Custom { .. }).then(|| range.label())
}

fn range_entry(changes: Changes, now: Memo<TimeRange>, range: TimeRange) -> AnyView {
    let label = range.label();
    let is_on = {
        let range = range.clone();
        truth(move || now.with(|now| *now == range))
    };
    let choose = move || {
        close_menu(ID);
        changes.apply_once(changes.now().with_range(&range));
    };
    let label = view! { <span>{label}</span> };
    entry(
        "radio",
        label.into_any(),
        is_on,
        Signal::stored(false),
        Box::new(choose),
    )
}

fn own_entry(now: Memo<TimeRange>, is_dialog_open: RwSignal<bool>) -> AnyView {
    let is_on = truth(move || now.with(|now| matches!(now, TimeRange::Custom { .. })));
    let shown = move || {
        if is_on.get() {
            now.with(intl::range)
        } else {
            String::new()
        }
    };
    let open = move || {
        close_menu(ID);
        is_dialog_open.set(true);
    };
    let label = view! {
        <span>"Custom range…" <small>{changing_text(shown)}</small></span>
    };
    entry("radio", label.into_any(), is_on, Signal::stored(false), Box::new(open))
}
