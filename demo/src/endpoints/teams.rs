//! Teams, read-only so far.

use crate::call::Call;
use crate::cursor::Key;
use crate::endpoints::{find, organizations, projects};
use crate::http::Response;
use crate::page;
use crate::routes::Route;
use crate::seed::organizations::{OrganizationSeed, TeamSeed};
use glint_model::wire::team::Team;

/// Teams.
pub const ROUTES: &[Route] = &[Route::new(
    "GET",
    "/api/0/organizations/{organization_slug}/teams/",
    list,
)];

fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let organization = find::organization_or_nothing(call);
    let mut rows: Vec<_> = organization
        .into_iter()
        .flat_map(|own| own.teams.iter().map(move |team| (own, team)))
        .collect();
    rows.reverse();
    let key = |(_, team): &(&OrganizationSeed, &TeamSeed)| Key::Number(team.id);
    page::list(call, &rows, true, key, |(organization, team)| {
        let own = find::projects(call, organization);
        let of_team = own.into_iter().filter(|project| team.projects.contains(&project.slug));
        Team {
            projects: Some(of_team.map(|project| projects::wire(call, project)).collect()),
            ..wire(call, organization, team)
        }
    })
}

/// A team as every endpoint sends one.
pub fn wire(call: &Call<'_>, organization: &OrganizationSeed, team: &TeamSeed) -> Team {
    let me = call.user.map_or(0, |user| user.id);
    let users = team.users.iter().filter(|user| organization.role(**user).is_some());
    Team {
        id: team.id.to_string(),
        slug: team.slug.to_owned(),
        date_created: Some(organizations::created(call, 10 + team.id)),
        is_member: team.users.contains(&me),
        member_count: users.count() as u64,
        projects: None,
    }
}
