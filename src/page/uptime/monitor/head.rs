//! The bar with the way back and what can be done; and below it what the monitor is, and how it is.

use super::context::MonitorContext;
use super::known::known;
use super::moment::moment;
use super::tick::ticking;
use crate::browser::dom;
use crate::page::uptime::delete::{MonitorToDelete, delete_question};
use crate::page::uptime::live::live_line;
use crate::page::uptime::path::list_link;
use crate::page::uptime::permission::may_write;
use crate::page::uptime::status_mark::status_mark;
use crate::reactive::{changing, changing_text, maybe};
use crate::route::{Route, Step, UptimePart, use_go};
use crate::ui::copy_button::copy_button;
use crate::ui::icon::{Icon, icon};
use crate::ui::nav_drawer::nav_toggle;
use glint_model::monitor_page::state_words;
use glint_model::monitor_wall::Health;
use glint_model::reveal::reveal;
use glint_model::timestamp::Timestamp;
use glint_model::uptime::{State, duration_text};
use leptos::prelude::*;

/// The bar, and the question of what it offers.
pub fn bar(context: MonitorContext) -> impl IntoView {
    let name = context.of_monitor(|monitor| reveal(&monitor.name));
    view! {
        <div class="bar monitor-bar">
            {nav_toggle()}
            <nav class="crumbs" aria-label="Path">
                {list_link(&context.list())}
                {maybe(move || name.get().map(|name| view! {
                    <span class="faint" aria-hidden="true">"/"</span>
                    <b>{name}</b>
                }.into_any()))}
            </nav>
            <div class="end">
                {live_line(context.live)}
                {maybe(move || name.with(Option::is_some).then(|| actions(context)))}
            </div>
        </div>
    }
}

fn actions(context: MonitorContext) -> AnyView {
    let may_write = may_write();
    let organization = context.organization.get_value();
    let edit = Route::uptime(&organization, UptimePart::Update(context.id)).href();
    let clone = Route::Uptime {
        organization,
        part: UptimePart::New,
        query: vec![("from".to_owned(), context.id.to_string())],
    }
    .href();
    let here = move || dom::origin() + &Route::monitor(&context.organization.get_value(), context.id).href();
    let asked = RwSignal::new(None::<MonitorToDelete>);
    let go = use_go();
    let list = context.list();
    let after = Callback::new(move |()| go(&list, Step::Push));
    let close = Callback::new(move |()| asked.set(None));
    let ask = move |_| {
        let name = context
            .monitor
            .with(|load| load.ready().map(|monitor| monitor.name.clone()));
        asked.set(Some(MonitorToDelete {
            organization: context.organization.get_value(),
            id: context.id,
            name: name.unwrap_or_default(),
        }));
    };
    let writing = move || {
        let may = may_write.get() == Some(true) && !context.is_gone.get();
        may.then(|| {
            view! {
                <a class="btn action" href=clone.clone() title="Clone">
                    {icon(Icon::Copy, "")}
                    <span>"Clone"</span>
                </a>
                <a class="btn action" href=edit.clone() title="Edit">
                    {icon(Icon::Edit, "")}
                    <span>"Edit"</span>
                </a>
                <button class="btn action" type="button" title="Delete" aria-haspopup="dialog" on:click=ask>
                    {icon(Icon::Delete, "")}
                    <span>"Delete"</span>
                </button>
            }
            .into_any()
        })
    };
    view! {
        {copy_button("btn icon", "Copy the link to this monitor", "Link", here)}
        {maybe(writing)}
        {maybe(move || asked.get().map(|monitor| delete_question(monitor, after, close)))}
    }
    .into_any()
}

/// Name, state and since when, and what is watched.
pub fn title(context: MonitorContext) -> AnyView {
    let name = context.of_monitor(|monitor| reveal(&monitor.name));
    let health = context.of_monitor(|monitor| monitor.is_up);
    let health = move || Health::of(health.get().flatten());
    view! {
        <div class="monitor-title">
            <div class="line">
                {changing(move || status_mark(health()))}
                <h1>{changing_text(move || name.get().unwrap_or_default())}</h1>
            </div>
            {state(context)}
            {known(context)}
        </div>
    }
    .into_any()
}

/// `Down for 14 min, since 23 Nov 2026, 09:15:11`.
fn state(context: MonitorContext) -> AnyView {
    let said = context.of_monitor(|monitor| (state_words(monitor), monitor.last_change));
    // A monitor that never changed does not say since when it is so; the record may.
    let since = Memo::new(move |_| -> Option<(Timestamp, bool)> {
        let ((state, _), last_change) = said.get()?;
        if state == State::Unknown {
            return None;
        }
        if let Some(at) = last_change {
            return Some((at, false));
        }
        let ledger = context.ledger.get()?;
        (ledger.state() == state)
            .then(|| Some((ledger.since()?, true)))
            .flatten()
    });
    let time = ticking();
    let word = move || said.get().map_or("", |((_, word), _)| word);
    let class = move || match said.get().map(|((state, _), _)| state) {
        Some(State::Up) => "state-line up",
        Some(State::Down) => "state-line down",
        _ => "state-line",
    };
    let length = move || {
        let Some((at, is_least)) = since.get() else {
            return String::new();
        };
        let least = if is_least { "at least " } else { "" };
        format!(" for {least}{}", duration_text(time.get().0.saturating_sub(at.0)))
    };
    view! {
        <p class=class>
            <b>{changing_text(move || word().to_owned())}</b>
            {changing_text(length)}
            {maybe(move || since.get().map(|(at, is_least)| view! {
                <span class="muted">{if is_least { ", seen since " } else { ", since " }}{moment(at)}</span>
            }.into_any()))}
            {maybe(move || (word() == "No data").then(|| view! {
                <span class="muted">": no check has been made yet"</span>
            }.into_any()))}
        </p>
    }
    .into_any()
}
