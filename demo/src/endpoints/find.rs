//! The records that a path names, as far as the caller may see them.

use crate::call::Call;
use crate::directory::members::Member;
use crate::directory::organizations::Organization;
use crate::directory::projects::Project;
use crate::directory::teams::Team;
use crate::http::Response;
use crate::seed::issues::IssueSeed;
use crate::seed::monitors::Monitor;
use crate::seed::role::Role;
use std::sync::Arc;

/// The organization in the path and the caller's role there; 404 when it is none of theirs.
pub fn organization(call: &Call<'_>) -> Result<(Organization, Role), Response> {
    own(call, call.param("organization_slug")).ok_or_else(Response::not_found)
}

/// The same for lists, which answer with nothing in place of a 404.
pub fn organization_or_nothing(call: &Call<'_>) -> Option<Organization> {
    own(call, call.param("organization_slug")).map(|(organization, _)| organization)
}

fn own(call: &Call<'_>, slug: &str) -> Option<(Organization, Role)> {
    let organization = call.directory().organization(slug)?;
    let role = call.directory().role(organization.id, call.user?.id)?;
    Some((organization.clone(), role))
}

/// The organizations of the caller, by name.
pub fn organizations(call: &Call<'_>) -> Vec<Organization> {
    let own = call.user.map(|user| call.directory().organizations_of(user.id));
    own.unwrap_or_default().into_iter().cloned().collect()
}

/// The projects of an organization, by name.
pub fn projects(call: &Call<'_>, organization: &Organization) -> Vec<Project> {
    let rows = call.directory().projects_of(organization.id);
    rows.into_iter().cloned().collect()
}

/// The project in the path.
pub fn project(call: &Call<'_>) -> Option<Project> {
    let organization = organization_or_nothing(call)?;
    let project = call.directory().project(organization.id, call.param("project_slug"));
    project.cloned()
}

/// The team in the path; 404 when there is none.
pub fn team(call: &Call<'_>) -> Result<Team, Response> {
    let (organization, _) = organization(call)?;
    let team = call.directory().team(organization.id, call.param("team_slug"));
    team.cloned().ok_or_else(Response::not_found)
}

/// The member in the path, of the organization there; `me` is the caller.
pub fn member(call: &Call<'_>) -> Result<Member, Response> {
    let (organization, _) = organization(call)?;
    let found = if call.param("member_id") == "me" {
        myself(call, &organization)
    } else {
        let id = call.number("member_id")?;
        let member = call.directory().member(id);
        member.filter(|member| member.organization == organization.id).cloned()
    };
    found.ok_or_else(Response::not_found)
}

/// The caller's own membership.
pub fn myself(call: &Call<'_>, organization: &Organization) -> Option<Member> {
    call.directory().membership(organization.id, call.user?.id).cloned()
}

/// The issue in the path, unless it is deleted, merged away or in an organization that is none of the caller's.
pub fn issue(call: &Call<'_>) -> Result<Arc<IssueSeed>, Response> {
    let id = call.number("issue_id")?;
    visible_issue(call, id).ok_or_else(Response::not_found)
}

/// The issue of a number, if the caller may see it and it is there.
pub fn visible_issue(call: &Call<'_>, id: i64) -> Option<Arc<IssueSeed>> {
    let changes = &call.world.changes;
    let directory = call.directory();
    let issue = changes.find(&call.demo.seed, id)?;
    let organization = directory.organization_by_id(directory.project_of(issue).organization)?;
    let in_path = call.param("organization_slug");
    let is_own = directory.role(organization.id, call.user?.id).is_some();
    let is_in_path = in_path.is_empty() || in_path == organization.slug;
    let is_there = directory.has_project_of(issue) && changes.is_there(id);
    (is_own && is_in_path && is_there).then(|| Arc::clone(issue))
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
pub fn slug_of(call: &Call<'_>, organization: i64) -> String {
    let found = call.directory().organization_by_id(organization);
    found.map(|organization| organization.slug.clone()).unwrap_or_default()
}
