//! Who is in a team, and which teams look after a project: joining, leaving, adding and taking away.

use crate::call::Call;
use crate::cursor::Key;
use crate::directory::projects::Project;
use crate::directory::teams::Team;
use crate::endpoints::{find, projects, teams};
use crate::http::Response;
use crate::page;
use crate::rights;
use crate::routes::Route;

/// Memberships.
pub const ROUTES: &[Route] = &[
    Route::new(
        "POST",
        "/api/0/organizations/{organization_slug}/members/{member_id}/teams/{team_slug}/",
        join,
    ),
    Route::new(
        "DELETE",
        "/api/0/organizations/{organization_slug}/members/{member_id}/teams/{team_slug}/",
        leave,
    ),
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/teams/",
        list_of_project,
    ),
    Route::new(
        "POST",
        "/api/0/projects/{organization_slug}/{project_slug}/teams/{team_slug}/",
        add_to_project,
    ),
    Route::new(
        "DELETE",
        "/api/0/projects/{organization_slug}/{project_slug}/teams/{team_slug}/",
        take_from_project,
    ),
];

/// The answer counts the members as they were before, like the real server's.
fn join(call: &mut Call<'_>) -> Result<Response, Response> {
    let (team, member) = team_and_member(call)?;
    let before = teams::wire(call, &team).member_count;
    call.directory_mut().set_in_team(team.id, member, true);
    let mut wire = teams::wire_with_projects(call, &find::team(call)?);
    wire.member_count = before;
    Ok(Response::json(201, &wire))
}

/// The answer shows the team as it was before, like the real server's.
fn leave(call: &mut Call<'_>) -> Result<Response, Response> {
    let (team, member) = team_and_member(call)?;
    let before = teams::wire(call, &team);
    call.directory_mut().set_in_team(team.id, member, false);
    let mut wire = teams::wire_with_projects(call, &find::team(call)?);
    (wire.member_count, wire.is_member) = (before.member_count, before.is_member);
    Ok(Response::json(200, &wire))
}

/// The team in the path and the number of the member there, if the caller may put the one into the other.
fn team_and_member(call: &Call<'_>) -> Result<(Team, i64), Response> {
    let (organization, role) = find::organization(call)?;
    let member = find::member(call)?;
    let team = find::team(call)?;
    let is_self = member.user.is_some() && member.user == call.user.map(|user| user.id);
    if rights::may_join(&organization, role, is_self) {
        Ok((team, member.id))
    } else {
        Err(rights::forbidden())
    }
}

/// The newest first. An unknown project has none.
fn list_of_project(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = find::project(call).map_or(0, |project| project.id);
    let mut rows: Vec<_> = call.directory().teams_of_project(project).collect();
    rows.reverse();
    page::list(
        call,
        &rows,
        true,
        |team| Key::Number(team.id),
        |team| teams::wire(call, team),
    )
}

fn add_to_project(call: &mut Call<'_>) -> Result<Response, Response> {
    let (project, team) = project_and_team(call)?;
    call.directory_mut().set_project_of_team(team.id, project.id, true);
    Ok(Response::json(201, &projects::wire_with_teams(call, &project)))
}

fn take_from_project(call: &mut Call<'_>) -> Result<Response, Response> {
    let (project, team) = project_and_team(call)?;
    call.directory_mut().set_project_of_team(team.id, project.id, false);
    Ok(Response::json(200, &projects::wire_with_teams(call, &project)))
}

fn project_and_team(call: &Call<'_>) -> Result<(Project, Team), Response> {
    Ok((rights::project(call)?, find::team(call)?))
}
