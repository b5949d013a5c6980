//! Who would be told when a monitor goes down: a part of its page. Alerts belong to projects, so a monitor without one tells
//! nobody.

mod create;
mod told;

use crate::api::alerts::list_alerts;
use crate::load::{Load, Loader, load};
use crate::open_organization::OpenOrganization;
use crate::permission::has;
use crate::reactive::changing;
use crate::route::{Route, UptimePart};
use crate::ui::icon::{Icon, icon};
use crate::ui::state::{failed, waiting};
use create::{Creation, creation_dialog};
use glint_model::access::Right;
use glint_model::alert_reach::ReachedTeam;
use glint_model::id::{MonitorId, OrganizationSlug, ProjectId, ProjectSlug};
use glint_model::wire::alert::Alert;
use glint_model::wire::organization::OrganizationDetail;
use leptos::prelude::*;
use told::{told, worried};

/// The project whose alerts count.
#[derive(Clone, Debug, PartialEq)]
struct OfProject {
    slug: ProjectSlug,
    name: String,
    teams: Vec<ReachedTeam>,
    /// Whether the reader is in one of the teams.
    is_member: bool,
}

/// Where alerts are to be looked for.
#[derive(Clone, Debug, PartialEq)]
enum Place {
    /// The organization is on its way.
    Waiting,
    /// The monitor has no project.
    Nowhere,
    /// It has one that the organization does not name.
    Unknown,
    /// Here.
    Project(OfProject),
}

impl Place {
    fn of(project: Option<&ProjectId>, details: &OrganizationDetail) -> Self {
        let Some(id) = project else { return Self::Nowhere };
        let Some(project) = details.projects.iter().find(|project| project.id == *id) else {
            return Self::Unknown;
        };
        Self::Project(OfProject {
            slug: project.slug.clone(),
            name: project.name.clone(),
            teams: ReachedTeam::all_of(project, Some(details)),
            is_member: project.is_member,
        })
    }
}

/// Which alerts the monitor sets off and whom they tell; a warning when that is nobody. `project` is the monitor's.
pub fn alerts_card(organization: OrganizationSlug, monitor: MonitorId, project: Memo<Option<ProjectId>>) -> AnyView {
    let open = OpenOrganization::get();
    let place = Memo::new(move |_| {
        let place =
            open.and_then(|open| open.with(|details| project.with(|project| Place::of(project.as_ref(), details))));
        place.unwrap_or(Place::Waiting)
    });
    let right = has(Right::Projects);
    let may_write = Memo::new(move |_| right.get() == Some(true));
    view! {
        <section class="panel alerts" aria-labelledby="alerts-title">
            <header><h2 id="alerts-title">"Alerts"</h2></header>
            {changing(move || match place.get() {
                Place::Waiting => organization_to_come(open),
                Place::Nowhere => no_project(&organization, monitor, may_write),
                Place::Unknown => worried(
                    "The monitor’s project is not among those of this organization. It may have been deleted.".to_owned(),
                    ().into_any(),
                ),
                Place::Project(project) => of_project(organization.clone(), project, may_write),
            })}
        </section>
    }
    .into_any()
}

/// The organization, which says what the project is called, is loaded by the navigation.
fn organization_to_come(open: Option<OpenOrganization>) -> AnyView {
    let trouble = open.and_then(|open| {
        let loader = open.loader.get()?;
        let error = loader.with(|load| match load {
            Load::Failed(error) => Some(error),
            _ => None,
        })?;
        Some(failed(&error, move || loader.reload()).into_any())
    });
    trouble.unwrap_or_else(|| waiting(3).into_any())
}

fn no_project(organization: &OrganizationSlug, monitor: MonitorId, may_write: Memo<bool>) -> AnyView {
    let edit = Route::uptime(organization, UptimePart::Update(monitor));
    let choose = may_write
        .get()
        .then(|| view! { <a class="btn" href=edit.href()>{icon(Icon::Edit, "")} "Choose a project"</a> }.into_any());
    worried(
        "Alerts belong to projects, and this monitor has none.".to_owned(),
        choose.into_any(),
    )
}

fn of_project(organization: OrganizationSlug, project: OfProject, may_write: Memo<bool>) -> AnyView {
    let (of, slug) = (organization.clone(), project.slug.clone());
    let alerts: Loader<Vec<Alert>> = load(move |cancel| {
        let (of, slug) = (of.clone(), slug.clone());
        Box::pin(async move { list_alerts(&of, &slug, &cancel).await })
    });
    let creation = Creation::new(organization, project.clone(), alerts);
    view! {
        {changing(move || match alerts.get() {
            Load::Ready(list) => told(&list, &project, creation, may_write.get()),
            Load::Failed(error) => failed(&error, move || alerts.reload()).into_any(),
            Load::Loading | Load::Slow => waiting(3).into_any(),
        })}
        {creation_dialog(creation)}
    }
    .into_any()
}
