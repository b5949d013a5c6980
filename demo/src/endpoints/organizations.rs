//! Organizations.

use crate::billing;
use crate::call::Call;
use crate::cursor::Key;
use crate::directory::organizations::Organization as Row;
use crate::endpoints::{find, projects, teams};
use crate::fields::Fields;
use crate::http::Response;
use crate::page;
use crate::rights::{self, Right};
use crate::routes::Route;
use crate::seed::role::Role;
use glint_model::id::OrganizationSlug;
use glint_model::wire::organization::{Avatar, Organization, OrganizationDetail, OrganizationStatus};

/// Organizations.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/organizations/", list),
    Route::new("POST", "/api/0/organizations/", create),
    Route::new("GET", "/api/0/organizations/{organization_slug}/", detail),
    Route::new("PUT", "/api/0/organizations/{organization_slug}/", update),
    Route::new("DELETE", "/api/0/organizations/{organization_slug}/", delete),
];

fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let rows = find::organizations(call);
    let key = |row: &Row| Key::Text(row.name.clone());
    page::list(call, &rows, false, key, |row| wire(call, row))
}

fn create(call: &mut Call<'_>) -> Result<Response, Response> {
    let user = call.user.ok_or_else(Response::not_found)?;
    if call.world.keeps_creation && !user.is_superuser && !call.directory().organizations.is_empty() {
        return Err(rights::forbidden());
    }
    let name = name(call)?;
    let now = call.now;
    let row = call.directory_mut().add_organization(&name, user.id, user.email, now);
    Ok(Response::json(201, &whole(call, &row, Role::Owner)))
}

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let (organization, role) = find::organization(call)?;
    Ok(Response::json(200, &whole(call, &organization, role)))
}

fn update(call: &mut Call<'_>) -> Result<Response, Response> {
    let name = name(call)?;
    let (organization, role) = rights::organization(call, Right::OrganizationWrite)?;
    call.directory_mut().rename_organization(organization.id, &name);
    Ok(Response::json(200, &whole(call, &Row { name, ..organization }, role)))
}

fn delete(call: &mut Call<'_>) -> Result<Response, Response> {
    let (organization, _) = rights::organization(call, Right::OrganizationAdmin)?;
    call.directory_mut().delete_organization(organization.id);
    Ok(Response::empty(204))
}

fn name(call: &Call<'_>) -> Result<String, Response> {
    let mut fields = Fields::of_body(call)?;
    let name = fields.required_text("name", 200).unwrap_or_default();
    fields.check()?;
    Ok(name)
}

/// An organization with what is in it and what a role may do there.
fn whole(call: &Call<'_>, organization: &Row, role: Role) -> OrganizationDetail {
    let own_projects = find::projects(call, organization);
    let own_teams = call.directory().teams_of(organization.id).into_iter();
    OrganizationDetail {
        organization: wire(call, organization),
        projects: own_projects
            .iter()
            .map(|project| projects::wire_with_teams(call, project))
            .collect(),
        teams: own_teams.map(|team| teams::wire(call, team)).collect(),
        access: role.scopes(),
        open_membership: organization.has_open_membership,
    }
}

/// An organization as every endpoint sends one.
pub fn wire(call: &Call<'_>, organization: &Row) -> Organization {
    let active = || "active".to_owned();
    Organization {
        name: organization.name.clone(),
        id: organization.id.to_string(),
        date_created: organization.created,
        status: OrganizationStatus {
            id: active(),
            name: active(),
        },
        avatar: Avatar::default(),
        is_early_adopter: false,
        require2fa: false,
        slug: OrganizationSlug::from(organization.slug.as_str()),
        is_accepting_events: true,
        event_throttle_rate: billing::throttle_rate(call.demo, call.world, organization.id),
    }
}
