//! Projects.

use crate::call::Call;
use crate::cursor::Key;
use crate::endpoints::{find, organizations};
use crate::http::Response;
use crate::page;
use crate::routes::Route;
use crate::seed::organizations::ProjectSeed;
use glint_model::id::{ProjectId, ProjectSlug};
use glint_model::wire::organization::Avatar;
use glint_model::wire::project::Project;
use glint_model::wire::team::TeamReference;

/// Projects.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/projects/", list_all),
    Route::new("GET", "/api/0/organizations/{organization_slug}/projects/", list),
    Route::new("GET", "/api/0/projects/{organization_slug}/{project_slug}/", detail),
];

fn list_all(call: &mut Call<'_>) -> Result<Response, Response> {
    let organizations = find::organizations(call);
    let mut rows: Vec<_> = organizations
        .into_iter()
        .flat_map(|organization| find::projects(call, organization))
        .collect();
    rows.sort_by_key(|project| project.name);
    page::list(call, &rows, false, by_name, |project| Project {
        organization: Some(organizations::wire(call, project.organization)),
        ..wire(call, project)
    })
}

/// `query=team:<slug>` and `query=!team:<slug>` narrow the list.
fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let mut rows = find::organization_or_nothing(call)
        .map(|own| find::projects(call, own))
        .unwrap_or_default();
    let query = call.get("query").unwrap_or_default();
    let (team, wanted) = match query.strip_prefix('!') {
        Some(rest) => (rest.strip_prefix("team:"), false),
        None => (query.strip_prefix("team:"), true),
    };
    if let Some(team) = team {
        rows.retain(|project| project.organization.teams_of(project.slug).any(|own| own.slug == team) == wanted);
    }
    page::list(call, &rows, false, by_name, |project| wire_with_teams(call, project))
}

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = find::project(call).ok_or_else(Response::not_found)?;
    let organization = organizations::wire(call, project.organization);
    Ok(Response::json(
        200,
        &Project {
            organization: Some(organization),
            ..wire(call, project)
        },
    ))
}

fn by_name(project: &&ProjectSeed) -> Key {
    Key::Text(project.name.to_owned())
}

/// A project with the teams that look after it.
pub fn wire_with_teams(call: &Call<'_>, project: &ProjectSeed) -> Project {
    let teams = project.organization.teams_of(project.slug).map(|team| TeamReference {
        id: team.id.to_string(),
        slug: team.slug.to_owned(),
    });
    Project {
        teams: Some(teams.collect()),
        ..wire(call, project)
    }
}

/// A project as every endpoint sends one.
pub fn wire(call: &Call<'_>, project: &ProjectSeed) -> Project {
    let me = call.user.map_or(0, |user| user.id);
    let seed = &call.demo.seed;
    let own_issues = call
        .issues()
        .filter(|issue| seed.projects[issue.project].id == project.id);
    Project {
        name: project.name.to_owned(),
        slug: ProjectSlug::from(project.slug),
        id: ProjectId::new(project.id.to_string()),
        avatar: Avatar::default(),
        color: String::new(),
        features: Vec::new(),
        has_access: true,
        is_bookmarked: false,
        is_internal: false,
        is_member: project
            .organization
            .teams_of(project.slug)
            .any(|team| team.users.contains(&me)),
        is_public: false,
        scrub_ip_addresses: true,
        date_created: organizations::created(call, 30 + project.id),
        platform: project.platform.map(str::to_owned),
        first_event: own_issues.map(|issue| issue.first_seen).min(),
        event_throttle_rate: 0,
        teams: None,
        organization: None,
    }
}
