//! Deleting a monitor: the question, and then eight seconds for undoing it (`docs/decisions/0012`).

use crate::api::monitors::{delete_monitor, delete_monitor_at_last};
use crate::held_monitors;
use crate::reactive::spawn;
use crate::ui::dialog::Dialog;
use crate::ui::toast::{Sending, Toasts};
use crate::uptime_watch::UptimeWatch;
use glint_model::error::ApiError;
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// What is about to be deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct MonitorToDelete {
    /// Whose.
    pub organization: OrganizationSlug,
    /// Which.
    pub id: MonitorId,
    /// What it is called.
    pub name: String,
}

/// Asks whether a monitor is to be deleted. `after` runs once it is held back, `close` when the question is answered
/// either way.
pub fn delete_question(monitor: MonitorToDelete, after: Callback<()>, close: Callback<()>) -> AnyView {
    let (toasts, watch) = (Toasts::get(), UptimeWatch::get());
    let name = reveal(&monitor.name);
    let delete = move |_| {
        close.run(());
        hold_back(toasts, watch, &monitor);
        after.run(());
    };
    view! {
        <Dialog labelled_by="delete-monitor-title" on_close=close>
            <h2 id="delete-monitor-title">"Delete the monitor?"</h2>
            <p class="delete-name"><b>{name}</b></p>
            <p class="lead">
                "This deletes the monitor and all its checks. For 8 seconds it can be undone; after that nobody can."
            </p>
            <div class="actions">
                <button class="btn" type="button" on:click=move |_| close.run(())>"Cancel"</button>
                <button class="btn danger" type="button" on:click=delete>"Delete"</button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// Hides the monitor, and deletes it on the server when nobody has taken that back.
fn hold_back(toasts: Toasts, watch: UptimeWatch, monitor: &MonitorToDelete) {
    let MonitorToDelete { organization, id, name } = monitor.clone();
    let name = reveal(&name);
    held_monitors::hide(id);
    toasts.hold(
        format!("“{name}” will be deleted"),
        move || held_monitors::show(id),
        move |sending| {
            if sending == Sending::AtLast {
                return delete_monitor_at_last(&organization, id);
            }
            let (organization, name) = (organization.clone(), name.clone());
            spawn(async move {
                match delete_monitor(&organization, id).await {
                    // It stays hidden: a page that was opened meanwhile may still have it.
                    Ok(()) | Err(ApiError::NotFound) => watch.heard_gone(&organization, id),
                    Err(error) => {
                        held_monitors::show(id);
                        toasts.say_problem(format!("“{name}” was not deleted. {}", error.sentence()));
                    }
                }
            });
        },
    );
}
