//! Members of an organization: who they are, their roles, and the one that the organization belongs to.

use crate::call::Call;
use crate::cursor::Key;
use crate::directory::members::Member as Row;
use crate::endpoints::{find, users};
use crate::fields::Fields;
use crate::http::Response;
use crate::page;
use crate::rights::{self, Right};
use crate::routes::Route;
use crate::seed::role::Role;
use crate::users::by_id;
use glint_model::timestamp::Timestamp;
use glint_model::wire::user::User;
use serde::Serialize;
use serde_json::{Value, json};

/// Members.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/organizations/{organization_slug}/members/", list),
    Route::new(
        "GET",
        "/api/0/organizations/{organization_slug}/members/{member_id}/",
        detail,
    ),
    Route::new(
        "PUT",
        "/api/0/organizations/{organization_slug}/members/{member_id}/",
        update,
    ),
    Route::new(
        "DELETE",
        "/api/0/organizations/{organization_slug}/members/{member_id}/",
        remove,
    ),
    Route::new(
        "POST",
        "/api/0/organizations/{organization_slug}/members/{member_id}/set_owner/",
        set_owner,
    ),
];

/// A member as it is sent.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    id: String,
    role: &'static str,
    role_name: &'static str,
    date_created: Timestamp,
    email: String,
    user: Value,
    pending: bool,
    is_owner: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    teams: Option<Vec<String>>,
}

fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let organization = find::organization_or_nothing(call).map_or(0, |own| own.id);
    let rows = call.directory().members_of(organization);
    page::list(
        call,
        &rows,
        true,
        |member| Key::Number(member.id),
        |member| wire(call, member),
    )
}

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let member = find::member(call)?;
    Ok(Response::json(200, &whole(call, &member)))
}

/// Changes the role, and the teams where the body names some. Nobody gives a role above one's own, or changes somebody
/// above.
fn update(call: &mut Call<'_>) -> Result<Response, Response> {
    let mut fields = Fields::of_body(call)?;
    let wanted = role(&mut fields);
    let teams = fields.has("teamRoles").then(|| team_slugs(&mut fields));
    fields.check()?;
    let (organization, own) = find::organization(call)?;
    let member = find::member(call)?;
    let wanted = wanted.unwrap_or(member.role);
    if !rights::may_change(own, &member) || wanted > own {
        return Err(rights::forbidden());
    }
    if is_owner(call, &member) && wanted != Role::Owner {
        return Err(owner_stays());
    }
    let directory = call.directory_mut();
    directory.set_role(member.id, wanted);
    if let Some(teams) = teams {
        directory.set_teams(organization.id, member.id, &teams);
    }
    let changed = find::member(call)?;
    Ok(Response::json(200, &whole(call, &changed)))
}

/// Anybody may leave, but for the one that the organization belongs to.
fn remove(call: &mut Call<'_>) -> Result<Response, Response> {
    let (_, own) = find::organization(call)?;
    let member = find::member(call)?;
    let is_self = member.user.is_some() && member.user == call.user.map(|user| user.id);
    if !is_self && !rights::may_change(own, &member) {
        return Err(rights::forbidden());
    }
    if is_owner(call, &member) {
        return Err(owner_stays());
    }
    call.directory_mut().remove_member(member.id);
    Ok(Response::empty(204))
}

/// Any owner hands it over (“an existing Owner or user with the org:admin scope”, says the server's own document), and only
/// to somebody who is there.
fn set_owner(call: &mut Call<'_>) -> Result<Response, Response> {
    let (organization, _) = rights::organization(call, Right::OrganizationAdmin)?;
    let member = find::member(call)?;
    if member.user.is_none() {
        return Err(Response::detail(400, "The invitation was not accepted yet."));
    }
    call.directory_mut().hand_over(organization.id, member.id);
    let changed = find::member(call)?;
    Ok(Response::json(200, &whole(call, &changed)))
}

fn owner_stays() -> Response {
    Response::detail(400, "User is organization owner. Transfer ownership first.")
}

/// The role that a body asks for; a 422 for a word that is none.
pub fn role(fields: &mut Fields) -> Option<Role> {
    fields.require("orgRole");
    let word = fields.value("orgRole").cloned();
    let all = [Role::Member, Role::Admin, Role::Manager, Role::Owner];
    let found = all.into_iter().find(|role| word == Some(json!(role.as_str())));
    if found.is_none() && fields.has("orgRole") {
        let expected = "'member', 'admin', 'manager' or 'owner'";
        let message = format!("Input should be {expected}");
        fields.note(
            "orgRole",
            "literal_error",
            &message,
            Some(json!({"expected": expected})),
        );
    }
    found
}

/// The teams that a body names.
pub fn team_slugs(fields: &mut Fields) -> Vec<String> {
    let rows = fields.value("teamRoles").and_then(Value::as_array);
    let slugs = rows.into_iter().flatten().filter_map(|row| row["teamSlug"].as_str());
    slugs.map(str::to_owned).collect()
}

fn is_owner(call: &Call<'_>, member: &Row) -> bool {
    let organization = call.directory().organization_by_id(member.organization);
    organization.is_some_and(|organization| organization.owner == member.id)
}

/// A member as its own endpoints send it, with its teams.
fn whole(call: &Call<'_>, member: &Row) -> Member {
    Member {
        teams: Some(call.directory().team_slugs(member.id)),
        ..wire(call, member)
    }
}

/// A member as lists send it.
pub fn wire(call: &Call<'_>, member: &Row) -> Member {
    let user = member.user.and_then(by_id);
    Member {
        id: member.id.to_string(),
        role: member.role.as_str(),
        role_name: member.role.name(),
        date_created: member.created,
        email: user.map_or(member.email.as_str(), |user| user.email).to_owned(),
        user: user.map_or(Value::Null, |user| public(&users::wire_user(user, call.now))),
        pending: user.is_none(),
        is_owner: is_owner(call, member),
        teams: None,
    }
}

/// A user as others see it: without the hash for the support chat.
fn public(user: &User) -> Value {
    let mut value = serde_json::to_value(user).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        fields.remove("chatwootIdentifierHash");
    }
    value
}
