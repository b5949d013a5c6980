//! Organizations.

use crate::call::Call;
use crate::cursor::Key;
use crate::endpoints::{find, projects, teams};
use crate::http::Response;
use crate::page;
use crate::routes::Route;
use crate::seed::organizations::OrganizationSeed;
use glint_model::id::OrganizationSlug;
use glint_model::timestamp::Timestamp;
use glint_model::wire::organization::{Avatar, Organization, OrganizationDetail, OrganizationStatus};

/// Organizations.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/organizations/", list),
    Route::new("GET", "/api/0/organizations/{organization_slug}/", detail),
];

fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let rows = find::organizations(call);
    let key = |row: &&OrganizationSeed| Key::Text(row.name.to_owned());
    page::list(call, &rows, false, key, |row| wire(call, row))
}

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let (organization, role) = find::organization(call)?;
    let own_projects = find::projects(call, organization);
    Ok(Response::json(
        200,
        &OrganizationDetail {
            organization: wire(call, organization),
            projects: own_projects
                .into_iter()
                .map(|project| projects::wire_with_teams(call, project))
                .collect(),
            teams: organization
                .teams
                .iter()
                .map(|team| teams::wire(call, organization, team))
                .collect(),
            access: role.scopes(),
            open_membership: true,
        },
    ))
}

/// An organization as every endpoint sends one.
pub fn wire(call: &Call<'_>, organization: &OrganizationSeed) -> Organization {
    let active = || "active".to_owned();
    Organization {
        name: organization.name.to_owned(),
        id: organization.id.to_string(),
        date_created: created(call, organization.id),
        status: OrganizationStatus {
            id: active(),
            name: active(),
        },
        avatar: Avatar::default(),
        is_early_adopter: false,
        require2fa: false,
        slug: OrganizationSlug::from(organization.slug),
        is_accepting_events: true,
        event_throttle_rate: 0,
    }
}

/// When a record of this number was created: some time in the year before, the higher number later.
pub fn created(call: &Call<'_>, number: i64) -> Timestamp {
    const DAY_MS: i64 = 86_400_000;
    Timestamp(call.demo.seed.now.0 - 365 * DAY_MS + number * DAY_MS + number * 1_234_567)
}
