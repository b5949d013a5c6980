//! In place of the list while a project never had an event: how to send the first one. A chunk of its own, since most
//! people never see it.

mod arrival;
mod code_block;
mod keys;
mod steps;
mod try_it;

use crate::chunk::{PageView, chunk};
use arrival::{Arrival, arrival_line};
use glint_model::id::OrganizationSlug;
use glint_model::wire::project::Project;
use keys::keys;
use leptos::prelude::*;

/// How to send the first event of a project, which is waited for: `on_arrival` is called when its issue is there.
pub fn setup_guide(organization: OrganizationSlug, project: Project, on_arrival: Callback<()>) -> AnyView {
    chunk(move || Box::pin(first_event_guide(organization.clone(), project.clone(), on_arrival)))
}

/// The guide itself.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn first_event_guide(organization: OrganizationSlug, project: Project, on_arrival: Callback<()>) -> PageView {
    // Issues are listed for members only: anybody else would wait for ever.
    let arrival = project
        .is_member
        .then(|| Arrival::watch(&organization, &project.id, on_arrival));
    let title = format!("Send the first event of {}", project.name);
    let view = view! {
        <section class="setup" aria-labelledby="setup-title">
            <header>
                <h2 id="setup-title">{title}</h2>
                <p>
                    "Nothing has arrived from this project yet. It takes an SDK in your application, the DSN below, and \
                     a first error."
                </p>
            </header>
            {match arrival {
                Some(arrival) => arrival_line(arrival),
                None => not_a_member(),
            }}
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
