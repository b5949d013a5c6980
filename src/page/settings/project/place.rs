//! The project whose settings are open, and what the reader may do with it.

use super::super::me::my_address;
use crate::api::client::Cancel;
use crate::api::projects::get_project;
use crate::draft_store::put_draft;
use crate::issue_list_memory;
use crate::load::{Load, Loader, load};
use crate::open_organization::OpenOrganization;
use crate::permission::has;
use crate::route::{Go, Route, Step, use_go};
use crate::ui::toast::Toasts;
use glint_model::access::Right;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::reveal::reveal;
use glint_model::wire::project::Project;
use leptos::prelude::*;
use std::rc::Rc;

/// The project.
#[derive(Clone, Copy)]
pub struct Place {
    organization: StoredValue<OrganizationSlug>,
    slug: StoredValue<ProjectSlug>,
    /// On its way; the sections are drawn when it is here, and find it there.
    pub project: Loader<Project>,
    /// Where it is.
    pub stage: Memo<Stage>,
    /// Whether the reader may change it.
    pub may: Memo<Option<bool>>,
    /// The organization that it belongs to.
    pub open: Option<OpenOrganization>,
    /// For what was done.
    pub toasts: Toasts,
    go: StoredValue<Go, LocalStorage>,
    /// Whose drafts are meant.
    me: Memo<String>,
}

/// Where the project is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// On its way.
    Waiting,
    /// Not to be had.
    Failed(ApiError),
    /// Here.
    Ready,
}

impl Place {
    /// Asks for the project.
    pub fn open(organization: OrganizationSlug, slug: ProjectSlug) -> Self {
        let asked = (organization.clone(), slug.clone());
        let project = load(move |cancel| {
            let (organization, slug) = asked.clone();
            Box::pin(async move { get_project(&organization, &slug, &cancel).await })
        });
        let may = has(Right::Projects);
        let stage = Memo::new(move |_| {
            project.with(|load| match load {
                Load::Ready(_) => Stage::Ready,
                Load::Failed(error) => Stage::Failed(error),
                Load::Loading | Load::Slow => Stage::Waiting,
            })
        });
        Self {
            organization: StoredValue::new(organization),
            slug: StoredValue::new(slug),
            project,
            stage,
            may: Memo::new(move |_| may.get()),
            open: OpenOrganization::get(),
            toasts: Toasts::get(),
            go: StoredValue::new_local(Rc::new(use_go())),
            me: my_address(),
        }
    }

    /// Whose.
    pub fn organization(self) -> OrganizationSlug {
        self.organization.try_get_value().unwrap_or_default()
    }

    /// Its slug, as the URL has it.
    pub fn slug(self) -> ProjectSlug {
        self.slug.try_get_value().unwrap_or_default()
    }

    /// Its name, or its slug until that is here; tracked.
    pub fn name(self) -> String {
        let name = self
            .project
            .with(|load| load.ready().map(|project| reveal(&project.name)));
        name.unwrap_or_else(|| self.slug().to_string())
    }

    /// Under which name a draft about something of the project is kept. Its number stays when the slug changes, and no other
    /// project ever has it.
    pub fn draft_about(self, what: &str) -> String {
        let id = untrack(|| self.project.with(|load| load.ready().map(|project| project.id.clone())));
        format!("project {} {what}", id.map(|id| id.to_string()).unwrap_or_default())
    }

    /// Forgets a draft of the reader about something of the project.
    pub fn forget_draft(self, what: &str) {
        if let Some(me) = self.me.try_get_untracked() {
            put_draft(&me, &self.draft_about(what), "");
        }
    }

    /// The name that the project has now on the server, which wants it with every change.
    pub async fn name_now(self) -> Result<String, ApiError> {
        let project = get_project(&self.organization(), &self.slug(), &Cancel::never()).await?;
        Ok(project.name)
    }

    /// Takes over what the server made of a change, and lets every other part of the app know.
    pub fn changed(self, to: &Project) {
        self.project.update(|project| {
            let organization = project.organization.take();
            *project = to.clone();
            project.organization = project.organization.take().or(organization);
        });
        self.refresh();
    }

    /// Lets every other part of the app know that something has changed.
    pub fn refresh(self) {
        if let Some(organization) = self.organization.try_get_value() {
            issue_list_memory::outdate(&organization);
        }
        if let Some(open) = self.open {
            open.refresh();
        }
    }

    /// Lets every other part of the app know that the project is gone; what lists it no longer does.
    pub fn gone(self) {
        let id = untrack(|| self.project.with(|load| load.ready().map(|project| project.id.clone())));
        if let Some((open, id)) = self.open.zip(id) {
            open.update(|details| details.projects.retain(|project| project.id != id));
        }
        self.refresh();
    }

    /// Goes on to a place, unless the reader has gone elsewhere meanwhile.
    pub fn leave_for(self, to: &Route, step: Step) {
        if let Some(go) = self.go.try_get_value() {
            go(to, step);
        }
    }
}
