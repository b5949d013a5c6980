//! The menu with what is done less often; on a narrow screen with everything that the bar has no room for.

use super::take_away::{copy_link, copy_short_id};
use super::{IssueDialog, resolve_in};
use crate::browser::dom;
use crate::page::issue::list_links::{Way, use_neighbours};
use crate::page::issue::status::StatusChange;
use crate::reactive::changing;
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{Menu, close_menu};
use leptos::prelude::*;

const MENU: &str = "issue-more";

/// The width from which the bar has room for its buttons, in pixels; as the style says (`.wide`).
const WIDE: f64 = 721.0;

/// The menu.
pub fn more_menu(change: StatusChange) -> AnyView {
    let is_narrow = RwSignal::new(false);
    let look = Callback::new(move |()| {
        let width = dom::window().inner_width().ok().and_then(|width| width.as_f64());
        is_narrow.set(width.is_some_and(|width| width < WIDE));
    });
    let go_on = use_neighbours(&change.place.get_value());
    let rest = move || {
        if !is_narrow.get() {
            return ().into_any();
        }
        let [_, other] = change.ways();
        let (before, after) = (go_on.clone(), go_on.clone());
        view! {
            {entry(MENU, other.label, other.sign, other.key, move || change.set(other.to))}
            {change.server.can_assign().then(|| entry(MENU, "Assign…", Icon::Person, "a", move || {
                change.open(IssueDialog::Assign);
            }))}
            {change.can_resolve_in().then(|| resolve_in::entries(change, MENU))}
            <hr />
            {entry(MENU, "Previous issue", Icon::Up, "p", move || before(Way::Previous))}
            {entry(MENU, "Next issue", Icon::Down, "n", move || after(Way::Next))}
            <hr />
        }
        .into_any()
    };
    view! {
        <Menu
            id=MENU
            class="btn icon"
            label="More actions"
            on_open=look
            button=ViewFn::from(|| icon(Icon::More, ""))
        >
            {changing(rest)}
            {entry(MENU, "Copy link", Icon::Copy, "y", move || copy_link(change))}
            {entry(MENU, "Copy short id", Icon::Copy, "", move || copy_short_id(change))}
            {entry(MENU, "Merge…", Icon::Merge, "m", move || {
                change.open(IssueDialog::Merge);
            })}
            <hr />
            {entry(MENU, "Delete…", Icon::Delete, "#", move || {
                change.open(IssueDialog::Delete);
            })}
        </Menu>
    }
    .into_any()
}

/// An entry of the menu of this id, with its key if it has one.
pub fn entry(
    menu: &'static str,
    label: &'static str,
    sign: Icon,
    key: &'static str,
    act: impl Fn() + 'static,
) -> AnyView {
    boxed_entry(menu, label, sign, key, Box::new(act))
}

fn boxed_entry(menu: &'static str, label: &'static str, sign: Icon, key: &'static str, act: Box<dyn Fn()>) -> AnyView {
    view! {
        <button class="entry" type="button" on:click=move |_| {
            close_menu(menu);
            act();
        }>
            {icon(sign, "")}
            <span>{label}</span>
            {(!key.is_empty()).then(|| view! { <kbd aria-hidden="true">{key}</kbd> })}
        </button>
    }
    .into_any()
}
