//! Creating the simplest alert: e-mail to the project's teams, after asking.

use super::OfProject;
use crate::api::alerts::create_alert;
use crate::load::Loader;
use crate::reactive::{aria, changing, maybe, spawn};
use crate::route::{ProjectPart, Route};
use crate::ui::dialog::Dialog;
use crate::ui::toast::Toasts;
use glint_model::alert_reach::email_readers;
use glint_model::id::OrganizationSlug;
use glint_model::wire::alert::{Alert, WriteAlert};
use leptos::prelude::*;

/// The alert that may be created.
#[derive(Clone, Copy)]
pub(super) struct Creation {
    organization: StoredValue<OrganizationSlug>,
    project: StoredValue<OfProject>,
    alerts: Loader<Vec<Alert>>,
    is_asked: RwSignal<bool>,
    is_busy: RwSignal<bool>,
    problem: RwSignal<Option<String>>,
    toasts: Toasts,
}

impl Creation {
    pub(super) fn new(organization: OrganizationSlug, project: OfProject, alerts: Loader<Vec<Alert>>) -> Self {
        Self {
            organization: StoredValue::new(organization),
            project: StoredValue::new(project),
            alerts,
            is_asked: RwSignal::new(false),
            is_busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            toasts: Toasts::get(),
        }
    }

    /// Where all alerts of the project are set.
    pub(super) fn settings(self) -> Route {
        let project = self.project.with_value(|project| project.slug.clone());
        Route::project(&self.organization.get_value(), &project, ProjectPart::Alerts)
    }

    /// Asks whether it is to be created.
    pub(super) fn ask(self) {
        self.problem.set(None);
        self.is_asked.set(true);
    }

    fn close(self) {
        self.is_asked.try_set(false);
    }

    fn create(self) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.problem.set(None);
        let (organization, project) = (self.organization.get_value(), self.project.get_value());
        spawn(async move {
            match create_alert(&organization, &project.slug, &WriteAlert::uptime_by_email()).await {
                Ok(alert) => {
                    self.close();
                    self.alerts.update(|alerts| alerts.push(alert));
                    self.toasts
                        .say(format!("The teams of {} are told by e-mail", project.name));
                }
                Err(error) => {
                    let sentence = format!("The alert was not created. {}", error.sentence());
                    // Where the page is gone already, it has to be said elsewhere.
                    if let Some(sentence) = self.problem.try_set(Some(sentence)).flatten() {
                        self.toasts.say_problem(sentence);
                    }
                }
            }
            self.is_busy.try_set(false);
        });
    }
}

/// The question, while it is asked.
pub(super) fn creation_dialog(creation: Creation) -> AnyView {
    maybe(move || creation.is_asked.get().then(|| question(creation)))
}

fn question(creation: Creation) -> AnyView {
    let (name, readers) = creation
        .project
        .with_value(|project| (project.name.clone(), email_readers(&project.teams)));
    let close = Callback::new(move |()| creation.close());
    view! {
        <Dialog labelled_by="alert-title" on_close=close>
            <h2 id="alert-title">"Tell the team by e-mail?"</h2>
            <p class="lead">
                "This creates an alert in the project " <b>{name}</b>
                ". Whenever one of its monitors goes down or comes up again, e-mail goes to " {readers} "."
            </p>
            {maybe(move || creation.problem.get().map(|problem| view! {
                <p class="problem-box" role="alert">{problem}</p>
            }.into_any()))}
            <div class="actions">
                <button class="btn" type="button" on:click=move |_| creation.close()>"Cancel"</button>
                <button
                    class="btn primary"
                    type="button"
                    aria-disabled=aria(move || creation.is_busy.get())
                    on:click=move |_| creation.create()
                >
                    {changing(move || if creation.is_busy.get() { "Creating…" } else { "Create the alert" }.into_any())}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}
