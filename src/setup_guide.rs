//! How to send events of a project: in place of the list while it never had one, and in its settings at any time. A chunk of its
//! own, since most people never see it.

mod arrival;
mod code_block;
mod keys;
mod steps;
mod try_it;

use crate::chunk::{PageView, chunk};
use arrival::{Arrival, arrival_line};
use glint_model::id::OrganizationSlug;
use glint_model::reveal::reveal;
use glint_model::wire::project::Project;
use keys::keys;
use leptos::prelude::*;

/// How to send events of a project. The first one is waited for: `on_arrival` is called when its issue is there.
pub fn setup_guide(organization: OrganizationSlug, project: Project, on_arrival: Callback<()>) -> AnyView {
    chunk(move || Box::pin(first_event_guide(organization.clone(), project.clone(), on_arrival)))
}

/// The guide itself.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn first_event_guide(organization: OrganizationSlug, project: Project, on_arrival: Callback<()>) -> PageView {
    let has_event = project.first_event.is_some();
    // Issues are listed for members only: anybody else would wait for ever.
    let arrival = (!has_event && project.is_member).then(|| Arrival::watch(&organization, &project.id, on_arrival));
    let name = reveal(&project.name);
    let (title, about) = if has_event {
        (
            format!("Send events of {name}"),
            "Events arrive from this project. This is how another application, or another part of yours, sends to it as well.",
        )
    } else {
        (
            format!("Send the first event of {name}"),
            "Nothing has arrived from this project yet. It takes an SDK in your application, the DSN below, and a first error.",
        )
    };
    let line = match arrival {
        Some(arrival) => arrival_line(arrival),
        None if has_event => ().into_any(),
        None => not_a_member(),
    };
    let view = view! {
        <section class="setup" aria-labelledby="setup-title">
            <header>
                <h2 id="setup-title">{title}</h2>
                <p>{about}</p>
            </header>
            {line}
            {keys(organization, project, arrival)}
        </section>
    };
    Ok(view.into_any())
}

fn not_a_member() -> AnyView {
    view! {
        <p class="setup-wait">
            "You are in none of this project's teams, so its first issue will not be listed for you."
        </p>
    }
    .into_any()
}
