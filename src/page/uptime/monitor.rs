//! One monitor: `/{organization}/uptime-monitors/{monitor}?range=&show=`. How it is and since when, how fast it answers, and
//! an exact ledger of its downtime.

mod chart_panel;
mod checks;
mod context;
mod figures;
mod head;
mod known;
mod ledger;
mod lists;
mod loading;
mod moment;
mod months;
mod outages;
mod ranges;
mod record;
mod take_away;
mod target;
mod tick;
mod tiles;
mod trouble;
mod zone;

use crate::load::Load;
use crate::page::uptime::alerts::alerts_card;
use crate::page::uptime::live::live_notice;
use crate::page::uptime::snippets::heartbeat_snippets;
use crate::reactive::{changing, maybe};
use crate::ui::page_title::page_title;
use crate::ui::state::waiting;
use chart_panel::chart_panel;
use context::MonitorContext;
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::monitor_page::state_words;
use glint_model::reveal::reveal;
use glint_model::uptime::{Source, State};
use head::{bar, title};
use ledger::ledger_panel;
use leptos::prelude::*;
use lists::lists_panel;
use months::months_panel;
use tiles::tiles;
use trouble::{gone_meanwhile, no_monitor};

/// The page. How it is looked at is the route's to say.
pub fn monitor_page(organization: OrganizationSlug, monitor: MonitorId) -> impl IntoView {
    let context = MonitorContext::open(&organization, monitor);
    name_page(context);
    let trouble = Memo::new(move |_| {
        context.monitor.with(|load| match load {
            Load::Failed(error) => Some(error),
            _ => None,
        })
    });
    let is_here = Memo::new(move |_| context.monitor.with(|load| load.ready().is_some()));
    view! {
        {bar(context)}
        <div class="monitor-page">
            {changing(move || match trouble.get() {
                Some(error) => no_monitor(context, &error),
                None if is_here.get() => whole(context),
                None => view! { <h1 class="visually-hidden">"Monitor"</h1>{waiting(10)} }.into_any(),
            })}
        </div>
    }
}

fn whole(context: MonitorContext) -> AnyView {
    let project = context.of_monitor(|monitor| monitor.project_id.clone());
    let project = Memo::new(move |_| project.get().flatten());
    view! {
        {maybe(move || context.is_gone.get().then(|| gone_meanwhile(context)))}
        {maybe(move || (!context.is_gone.get()).then(|| live_notice(context.live)))}
        {title(context)}
        <div class="monitor-body">
            {tiles(context)}
            {chart_panel(context)}
            {heartbeat(context)}
            {ledger_panel(context)}
            {months_panel(context)}
            {lists_panel(context)}
            {alerts_card(context.organization.get_value(), context.id, project)}
        </div>
    }
    .into_any()
}

/// Where a heartbeat is sent, and how.
fn heartbeat(context: MonitorContext) -> AnyView {
    let facts = context.of_monitor(|monitor| {
        let endpoint = monitor
            .heartbeat_endpoint
            .clone()
            .filter(|endpoint| !endpoint.is_empty())?;
        (Source::from(monitor.monitor_type) == Source::Heartbeat)
            .then(|| (endpoint, monitor.name.clone(), monitor.interval))
    });
    maybe(move || {
        let (endpoint, name, interval_s) = facts.get().flatten()?;
        Some(heartbeat_snippets(&endpoint, &name, interval_s))
    })
}

fn name_page(context: MonitorContext) {
    let name = context.of_monitor(|monitor| (reveal(&monitor.name), state_words(monitor).0));
    page_title(move || match name.get() {
        Some((name, State::Down)) => format!("(down) {name}"),
        Some((name, State::Up)) => format!("(up) {name}"),
        Some((name, State::Unknown)) => name,
        None => "Monitor".to_owned(),
    });
}
