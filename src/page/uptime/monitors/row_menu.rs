//! What can be done with a monitor: one menu for all rows, opened at the row's button.

use super::row::row_link_id;
use super::wall::Wall;
use crate::browser::{dom, wait};
use crate::page::uptime::delete::{MonitorToDelete, delete_question};
use crate::page::uptime::permission::may_write;
use crate::reactive::{maybe, spawn};
use crate::route::{Route, UptimePart};
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{close_menu, open_menu_at, shared_menu};
use glint_model::id::MonitorId;
use leptos::prelude::*;
use web_sys::HtmlElement;

const MENU: &str = "monitor-menu";

/// The menu, and the question that its last entry asks.
pub fn row_menu(wall: Wall) -> AnyView {
    let asked = RwSignal::new(None::<MonitorToDelete>);
    let may_write = may_write();
    let entries = move || {
        let id = wall.chosen.get()?;
        let may_write = may_write.get() == Some(true);
        let organization = wall.organization.get_value();
        let copy = Route::Uptime {
            organization: organization.clone(),
            part: UptimePart::New,
            query: vec![("from".to_owned(), id.to_string())],
        };
        let ask = move |_| {
            close_menu(MENU);
            asked.set(wall.all.find(id).map(|row| MonitorToDelete {
                organization: organization.clone(),
                id,
                name: row.name.clone(),
            }));
        };
        let change = may_write.then(|| {
            view! {
                {entry(&wall.part(UptimePart::Update(id)), Icon::Edit, "Edit")}
                {entry(&copy, Icon::Copy, "Clone")}
                <hr />
                <button class="entry" type="button" on:click=ask>
                    {icon(Icon::Delete, "")}
                    <span>"Delete"</span>
                </button>
            }
        });
        let view = view! {
            {entry(&wall.part(UptimePart::Monitor(id)), Icon::Uptime, "Open")}
            {change}
        };
        Some(view.into_any())
    };
    let after = Callback::new(move |()| focus_near(wall));
    let close = Callback::new(move |()| asked.set(None));
    view! {
        {shared_menu(MENU, "Actions", maybe(entries))}
        {maybe(move || asked.get().map(|monitor| delete_question(monitor, after, close)))}
    }
    .into_any()
}

/// Opens the menu of a monitor at its button.
pub fn open(wall: Wall, id: MonitorId, button: Option<HtmlElement>) {
    wall.chosen.set(Some(id));
    spawn(async move {
        // The entries are drawn first, so that the menu finds its place.
        wait::frame().await;
        if let Some(button) = button {
            open_menu_at(MENU, &button);
        }
    });
}

fn entry(to: &Route, sign: Icon, label: &'static str) -> AnyView {
    view! {
        <a class="entry" href=to.href() on:click=move |_| close_menu(MENU)>
            {icon(sign, "")}
            <span>{label}</span>
        </a>
    }
    .into_any()
}

/// The row is gone: the keyboard goes on at the one that took its place.
fn focus_near(wall: Wall) {
    let (order, gone) = (wall.order(), wall.chosen.get_untracked());
    let place = order.iter().position(|id| Some(*id) == gone).unwrap_or_default();
    let next = order
        .get(place + 1)
        .or_else(|| place.checked_sub(1).and_then(|place| order.get(place)));
    if let Some(id) = next.copied() {
        spawn(async move {
            wait::frame().await;
            dom::focus_in_place(dom::by_id(&row_link_id(id)));
        });
    }
}
