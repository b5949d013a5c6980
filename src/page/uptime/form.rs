//! A form for a monitor: `/{organization}/uptime-monitors/new` (with `?from={monitor}` for one like it) and
//! `/{monitor}/update`.

mod desk;
mod fields;
mod foot;
mod kind;
mod start;

use super::delete::{MonitorToDelete, delete_question};
use super::path::path;
use super::permission::may_write;
use super::snippets::heartbeat_snippets;
use crate::reactive::{changing, maybe};
use crate::route::{Route, Step, UptimePart, use_go};
use crate::ui::icon::{Icon, icon};
use crate::ui::nav_drawer::nav_toggle;
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, nothing, waiting};
use desk::Desk;
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::wire::monitor::Monitor;
use leptos::prelude::*;
use start::{Aim, Start, aim_of, start_of};

/// The page; `monitor` is the one that is changed.
pub fn monitor_form_page(organization: OrganizationSlug, monitor: Option<MonitorId>) -> impl IntoView {
    let aim = aim_of(monitor);
    let (start, retry) = start_of(&organization, aim, may_write());
    page_title(move || aim.get().title().to_owned());
    let inside = {
        let organization = organization.clone();
        move || inside(&organization, aim.get(), start.get(), retry)
    };
    view! {
        <div class="bar">
            {nav_toggle()}
            {path(&list(&organization))}
            <h1>{changing(move || aim.get().title().into_any())}</h1>
            <div class="end">{changing(move || actions(&organization, aim.get(), start.get()))}</div>
        </div>
        {changing(inside)}
    }
}

fn list(organization: &OrganizationSlug) -> Route {
    Route::uptime(organization, UptimePart::Monitors)
}

fn inside(organization: &OrganizationSlug, aim: Aim, start: Start, retry: Callback<()>) -> AnyView {
    let back = || view! { <a class="btn" href=list(organization).href()>"Back to the monitors"</a> }.into_any();
    match start {
        Start::Waiting => waiting(8).into_any(),
        Start::MayNot => {
            let text = "Your role in this organization only looks at monitors. An admin, a manager or an owner can create, \
                        change and delete them.";
            nothing("You may not change monitors here", text, back()).into_any()
        }
        Start::Absent => {
            let text = "It may have been deleted, or belongs to another organization.";
            nothing("There is no such monitor", text, back()).into_any()
        }
        Start::Unknown => {
            let text = "Its type is newer than this Glint, which could not send it back as it is. A newer Glint may be able to.";
            nothing("This monitor cannot be changed here", text, back()).into_any()
        }
        Start::Failed(error) => view! {
            {failed(&error, move || retry.run(()))}
            <p class="after-state">{back()}</p>
        }
        .into_any(),
        Start::Ready(me, monitor) => {
            let form = Desk::open(organization, aim, &me, monitor.as_deref()).view();
            let heartbeats = monitor.filter(|_| matches!(aim, Aim::Change(_))).and_then(|monitor| {
                let endpoint = monitor.heartbeat_endpoint.as_ref()?;
                Some(heartbeat_snippets(endpoint, &monitor.name, monitor.interval))
            });
            view! { {form} {heartbeats.map(|view| view! { <div class="under-form">{view}</div> }.into_any())} }
                .into_any()
        }
    }
}

/// What the bar offers: many at once, or deleting the one that is there.
fn actions(organization: &OrganizationSlug, aim: Aim, start: Start) -> AnyView {
    match (aim, start) {
        (Aim::New, Start::Ready(..)) => {
            let many = Route::uptime(organization, UptimePart::NewMany);
            view! { <a class="btn" href=many.href()>"From a list"</a> }.into_any()
        }
        (Aim::Change(_), Start::Ready(_, Some(monitor))) => deletion(organization, &monitor),
        _ => ().into_any(),
    }
}

fn deletion(organization: &OrganizationSlug, monitor: &Monitor) -> AnyView {
    let asked = RwSignal::new(false);
    let (go, list) = (use_go(), list(organization));
    let after = Callback::new(move |()| go(&list, Step::Push));
    let monitor = MonitorToDelete {
        organization: organization.clone(),
        id: monitor.id,
        name: monitor.name.clone(),
    };
    view! {
        <button class="btn" type="button" on:click=move |_| asked.set(true)>
            {icon(Icon::Delete, "")}
            "Delete"
        </button>
        {maybe(move || {
            let close = Callback::new(move |()| asked.set(false));
            asked.get().then(|| delete_question(monitor.clone(), after, close))
        })}
    }
    .into_any()
}
