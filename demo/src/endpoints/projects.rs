//! Projects.

use crate::call::Call;
use crate::cursor::Key;
use crate::directory::projects::{Project as Row, ProjectChange};
use crate::endpoints::{find, organizations};
use crate::fields::Fields;
use crate::http::Response;
use crate::page;
use crate::rights::{self, Right};
use crate::routes::Route;
use glint_model::id::{ProjectId, ProjectSlug};
use glint_model::wire::organization::Avatar;
use glint_model::wire::project::Project;
use glint_model::wire::team::TeamReference;

/// Projects.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/projects/", list_all),
    Route::new("GET", "/api/0/organizations/{organization_slug}/projects/", list),
    Route::new("GET", "/api/0/projects/{organization_slug}/{project_slug}/", detail),
    Route::new("PUT", "/api/0/projects/{organization_slug}/{project_slug}/", update),
    Route::new("DELETE", "/api/0/projects/{organization_slug}/{project_slug}/", delete),
    Route::new(
        "GET",
        "/api/0/teams/{organization_slug}/{team_slug}/projects/",
        list_of_team,
    ),
    Route::new("POST", "/api/0/teams/{organization_slug}/{team_slug}/projects/", create),
];

fn list_all(call: &mut Call<'_>) -> Result<Response, Response> {
    let organizations = find::organizations(call);
    let own = organizations
        .iter()
        .map(|organization| find::projects(call, organization));
    let mut rows: Vec<_> = own.flatten().collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    page::list(call, &rows, false, by_name, |project| {
        wire_with_organization(call, project)
    })
}

/// `query=team:<slug>` and `query=!team:<slug>` narrow the list.
fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let mut rows = find::organization_or_nothing(call)
        .map(|own| find::projects(call, &own))
        .unwrap_or_default();
    let query = call.get("query").unwrap_or_default();
    let (team, wanted) = match query.strip_prefix('!') {
        Some(rest) => (rest.strip_prefix("team:"), false),
        None => (query.strip_prefix("team:"), true),
    };
    if let Some(team) = team {
        let is_of_team = |project: &Row| {
            let mut teams = call.directory().teams_of_project(project.id);
            teams.any(|own| own.slug == team)
        };
        rows.retain(|project| is_of_team(project) == wanted);
    }
    page::list(call, &rows, false, by_name, |project| wire_with_teams(call, project))
}

fn list_of_team(call: &mut Call<'_>) -> Result<Response, Response> {
    let team = find::team(call).ok();
    let mut rows = find::organization_or_nothing(call)
        .map(|own| find::projects(call, &own))
        .unwrap_or_default();
    rows.retain(|project| team.as_ref().is_some_and(|team| team.projects.contains(&project.id)));
    page::list(call, &rows, false, by_name, |project| wire(call, project))
}

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = find::project(call).ok_or_else(Response::not_found)?;
    Ok(Response::json(200, &wire_with_organization(call, &project)))
}

fn create(call: &mut Call<'_>) -> Result<Response, Response> {
    let change = change(call)?;
    let organization = rights::organization_or_hidden(call, Right::ProjectWrite)?;
    let team = find::team(call)?;
    let now = call.now;
    let platform = change.platform.flatten();
    let throttle = change.throttle.unwrap_or(0);
    let directory = call.directory_mut();
    let project = directory.add_project(organization.id, &change.name, platform, throttle, now);
    directory.set_project_of_team(team.id, project.id, true);
    Ok(Response::json(201, &wire(call, &project)))
}

/// What the body leaves out stays. The server takes any number as the throttle, and so does this.
fn update(call: &mut Call<'_>) -> Result<Response, Response> {
    let change = change(call)?;
    let id = rights::project(call)?.id;
    call.directory_mut().change_project(id, change);
    let project = call.directory().project_by_id(id).ok_or_else(Response::not_found)?;
    Ok(Response::json(200, &wire_with_organization(call, project)))
}

fn delete(call: &mut Call<'_>) -> Result<Response, Response> {
    let id = rights::project_to_delete(call)?.id;
    call.directory_mut().delete_project(id);
    Ok(Response::empty(204))
}

fn change(call: &Call<'_>) -> Result<ProjectChange, Response> {
    const LONGEST: usize = 64;
    let mut fields = Fields::of_body(call)?;
    let change = ProjectChange {
        name: fields.required_text("name", LONGEST).unwrap_or_default(),
        slug: fields.text("slug", usize::MAX).filter(|slug| !slug.is_empty()),
        platform: fields.has("platform").then(|| fields.text("platform", LONGEST)),
        throttle: fields.number("eventThrottleRate"),
    };
    fields.check()?;
    Ok(change)
}

fn by_name(project: &Row) -> Key {
    Key::Text(project.name.clone())
}

/// A project with the teams that look after it.
pub fn wire_with_teams(call: &Call<'_>, project: &Row) -> Project {
    let teams = call.directory().teams_of_project(project.id).map(|team| TeamReference {
        id: team.id.to_string(),
        slug: team.slug.clone(),
    });
    Project {
        teams: Some(teams.collect()),
        ..wire(call, project)
    }
}

fn wire_with_organization(call: &Call<'_>, project: &Row) -> Project {
    let organization = call.directory().organization_by_id(project.organization);
    Project {
        organization: organization.map(|own| organizations::wire(call, own)),
        ..wire(call, project)
    }
}

/// A project as every endpoint sends one.
pub fn wire(call: &Call<'_>, project: &Row) -> Project {
    let me = call.user.map_or(0, |user| user.id);
    let directory = call.directory();
    let is_own = |issue: &&std::sync::Arc<_>| directory.project_of(issue).id == project.id;
    Project {
        name: project.name.clone(),
        slug: ProjectSlug::from(project.slug.as_str()),
        id: ProjectId::new(project.id.to_string()),
        avatar: Avatar::default(),
        color: String::new(),
        features: Vec::new(),
        has_access: true,
        is_bookmarked: false,
        is_internal: false,
        is_member: directory
            .teams_of_project(project.id)
            .any(|team| directory.is_in_team(team, me)),
        is_public: false,
        scrub_ip_addresses: true,
        date_created: project.created,
        platform: project.platform.clone(),
        first_event: call.issues().filter(is_own).map(|issue| issue.first_seen).min(),
        event_throttle_rate: project.throttle,
        teams: None,
        organization: None,
    }
}
