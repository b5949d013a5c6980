//! Teams, their members, and the teams of a project.

use crate::call::Call;
use crate::cursor::Key;
use crate::directory::teams::Team as Row;
use crate::endpoints::{find, members, projects};
use crate::fields::Fields;
use crate::http::Response;
use crate::page;
use crate::pages;
use crate::rights::{self, Right};
use crate::routes::Route;
use glint_model::wire::team::Team;
use serde_json::json;

/// Teams.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/organizations/{organization_slug}/teams/", list),
    Route::new("POST", "/api/0/organizations/{organization_slug}/teams/", create),
    Route::new("GET", "/api/0/teams/{organization_slug}/{team_slug}/", detail),
    Route::new("PUT", "/api/0/teams/{organization_slug}/{team_slug}/", update),
    Route::new("DELETE", "/api/0/teams/{organization_slug}/{team_slug}/", delete),
    Route::new(
        "GET",
        "/api/0/teams/{organization_slug}/{team_slug}/members/",
        list_members,
    ),
];

fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let organization = find::organization_or_nothing(call).map_or(0, |own| own.id);
    let mut rows = call.directory().teams_of(organization);
    rows.reverse();
    page::list(
        call,
        &rows,
        true,
        |team| Key::Number(team.id),
        |team| wire_with_projects(call, team),
    )
}

/// Whoever creates a team is in it. A slug that is taken is an exception in the server.
fn create(call: &mut Call<'_>) -> Result<Response, Response> {
    let slug = slug(call)?;
    let organization = rights::organization_or_hidden(call, Right::TeamWrite)?;
    let me = find::myself(call, &organization).ok_or_else(Response::not_found)?;
    if call.directory().team(organization.id, &slug).is_some() {
        return Err(pages::server_error());
    }
    let now = call.now;
    let team = call.directory_mut().add_team(organization.id, &slug, me.id, now);
    Ok(Response::json(201, &wire_with_projects(call, &team)))
}

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let team = find::team(call)?;
    Ok(Response::json(200, &wire_with_projects(call, &team)))
}

fn update(call: &mut Call<'_>) -> Result<Response, Response> {
    let slug = slug(call)?;
    let team = rights::team(call)?;
    let other = call.directory().team(team.organization, &slug);
    if other.is_some_and(|other| other.id != team.id) {
        return Err(pages::server_error());
    }
    call.directory_mut().rename_team(team.id, &slug);
    Ok(Response::json(200, &wire_with_projects(call, &Row { slug, ..team })))
}

fn delete(call: &mut Call<'_>) -> Result<Response, Response> {
    let team = rights::team_to_delete(call)?;
    call.directory_mut().delete_team(team.id);
    Ok(Response::empty(204))
}

/// An unknown team has no members.
fn list_members(call: &mut Call<'_>) -> Result<Response, Response> {
    let team = find::team(call).ok();
    let mut rows = call
        .directory()
        .members_of(team.as_ref().map_or(0, |team| team.organization));
    rows.retain(|member| team.as_ref().is_some_and(|team| team.members.contains(&member.id)));
    page::list(
        call,
        &rows,
        true,
        |member| Key::Number(member.id),
        |member| members::wire(call, member),
    )
}

fn slug(call: &Call<'_>) -> Result<String, Response> {
    const PATTERN: &str = "^[-a-zA-Z0-9_]+$";
    let mut fields = Fields::of_body(call)?;
    let slug = fields.required_text("slug", 50).unwrap_or_default();
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let is_text = fields.value("slug").is_some_and(serde_json::Value::is_string);
    if is_text && !fields.has_problems() && (slug.is_empty() || !slug.chars().all(fits)) {
        let message = format!("String should match pattern '{PATTERN}'");
        fields.note(
            "slug",
            "string_pattern_mismatch",
            &message,
            Some(json!({"pattern": PATTERN})),
        );
    }
    fields.check()?;
    Ok(slug)
}

/// A team with its projects, as most endpoints send one.
pub fn wire_with_projects(call: &Call<'_>, team: &Row) -> Team {
    let own = team
        .projects
        .iter()
        .filter_map(|id| call.directory().project_by_id(*id));
    Team {
        projects: Some(own.map(|project| projects::wire(call, project)).collect()),
        ..wire(call, team)
    }
}

/// A team as its organization and its projects send it.
pub fn wire(call: &Call<'_>, team: &Row) -> Team {
    let me = call.user.map_or(0, |user| user.id);
    Team {
        id: team.id.to_string(),
        slug: team.slug.clone(),
        date_created: Some(team.created),
        is_member: call.directory().is_in_team(team, me),
        member_count: team.members.len() as u64,
        projects: None,
    }
}
