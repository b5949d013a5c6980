//! The records that a path names, as far as the caller may see them.

use crate::call::Call;
use crate::http::Response;
use crate::seed::issues::IssueSeed;
use crate::seed::monitors::Monitor;
use crate::seed::organizations::{ORGANIZATIONS, OrganizationSeed, ProjectSeed, Role};
use std::sync::Arc;

/// The organization in the path and the caller's role there; 404 when it is none of theirs.
pub fn organization(call: &Call<'_>) -> Result<(&'static OrganizationSeed, Role), Response> {
    own(call, call.param("organization_slug")).ok_or_else(Response::not_found)
}

/// The same for lists, which answer with nothing in place of a 404.
pub fn organization_or_nothing(call: &Call<'_>) -> Option<&'static OrganizationSeed> {
    own(call, call.param("organization_slug")).map(|(organization, _)| organization)
}

fn own(call: &Call<'_>, slug: &str) -> Option<(&'static OrganizationSeed, Role)> {
    let organization = ORGANIZATIONS.iter().find(|organization| organization.slug == slug)?;
    let role = organization.role(call.user?.id)?;
    Some((organization, role))
}

/// The organizations of the caller, by name.
pub fn organizations(call: &Call<'_>) -> Vec<&'static OrganizationSeed> {
    let Some(user) = call.user else {
        return Vec::new();
    };
    let mut organizations: Vec<_> = ORGANIZATIONS
        .iter()
        .filter(|organization| organization.role(user.id).is_some())
        .collect();
    organizations.sort_by_key(|organization| organization.name);
    organizations
}

/// The projects of an organization, by name.
pub fn projects<'a>(call: &Call<'a>, organization: &OrganizationSeed) -> Vec<&'a ProjectSeed> {
    let projects = &call.demo.seed.projects;
    let mut projects: Vec<_> = projects
        .iter()
        .filter(|project| project.organization.id == organization.id)
        .collect();
    projects.sort_by_key(|project| project.name);
    projects
}

/// The project in the path.
pub fn project<'a>(call: &Call<'a>) -> Option<&'a ProjectSeed> {
    let organization = organization_or_nothing(call)?;
    let slug = call.param("project_slug");
    call.demo
        .seed
        .projects
        .iter()
        .find(|it| it.organization.id == organization.id && it.slug == slug)
}

/// The issue in the path, unless it is deleted, merged away or in an organization that is none of the caller's.
pub fn issue(call: &Call<'_>) -> Result<Arc<IssueSeed>, Response> {
    let id = call.number("issue_id")?;
    visible_issue(call, id).ok_or_else(Response::not_found)
}

/// The issue of a number, if the caller may see it and it is there.
pub fn visible_issue(call: &Call<'_>, id: i64) -> Option<Arc<IssueSeed>> {
    let changes = &call.world.changes;
    let issue = changes.find(&call.demo.seed, id)?;
    let project = &call.demo.seed.projects[issue.project];
    let in_path = call.param("organization_slug");
    let is_own = project.organization.role(call.user?.id).is_some();
    let is_in_path = in_path.is_empty() || in_path == project.organization.slug;
    (is_own && is_in_path && changes.is_there(id)).then(|| Arc::clone(issue))
}

/// The monitor in the path, if it is one of the organization there and the caller may see it.
pub fn monitor(call: &Call<'_>) -> Result<Option<Arc<Monitor>>, Response> {
    let id = call.number("monitor_id")?;
    let organization = organization_or_nothing(call);
    let monitor = call.world.uptime.find(&call.demo.seed, id);
    let own = monitor.filter(|monitor| organization.is_some_and(|own| own.id == monitor.organization));
    Ok(own.map(Arc::clone))
}

/// The slug of an organization.
pub fn slug_of(organization: i64) -> &'static str {
    let mut all = ORGANIZATIONS.iter();
    all.find(|it| it.id == organization).map_or("", |it| it.slug)
}
