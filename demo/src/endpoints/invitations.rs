//! Invitations: sending them, and the link that they come with.

use crate::call::Call;
use crate::directory::members::Member as Row;
use crate::endpoints::members::{self, Member};
use crate::endpoints::organizations;
use crate::fields::Fields;
use crate::http::Response;
use crate::rights::{self, Right};
use crate::routes::{Access, Route};
use crate::users;
use glint_model::wire::organization::Organization;
use serde::Serialize;
use serde_json::json;

/// Invitations.
pub const ROUTES: &[Route] = &[
    Route::new("POST", "/api/0/organizations/{organization_slug}/members/", invite),
    Route::new("GET", "/api/0/accept/{org_user_id}/{token}/", show).access(Access::Open),
    Route::new("POST", "/api/0/accept/{org_user_id}/{token}/", accept),
];

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invitation {
    accept_invite: bool,
    org_user: MemberOf,
}

#[derive(Serialize)]
struct MemberOf {
    #[serde(flatten)]
    member: Member,
    organization: Option<Organization>,
}

/// Invites an address. One that is invited already gets a new link, role and teams, unless `reinvite` is false. At most 50 in five
/// minutes.
fn invite(call: &mut Call<'_>) -> Result<Response, Response> {
    let user = call.user.map_or(0, |user| user.id);
    if let Err(seconds) = call.world.invitations.count(user, call.now) {
        let body = json!({"message": "Please retry later"});
        return Err(Response::json(429, &body).with("retry-after", seconds.to_string()));
    }
    let mut fields = Fields::of_body(call)?;
    let role = members::role(&mut fields);
    let teams = members::team_slugs(&mut fields);
    let email = email(&mut fields);
    let reinvite = !fields.has("reinvite") || fields.flag("reinvite");
    fields.flag("sendInvite");
    fields.check()?;
    let (organization, own) = rights::organization(call, Right::MemberWrite)?;
    let role = role.filter(|role| *role <= own).ok_or_else(rights::forbidden)?;
    let all = call.directory().members_of(organization.id);
    if let Some(known) = all.into_iter().find(|row| is_for(row, &email)) {
        let is_pending = known.user.is_none();
        if !is_pending || !reinvite {
            let what = if is_pending {
                "already invited"
            } else {
                "already a member"
            };
            return Err(Response::detail(409, format!("The user {email} is {what}")));
        }
        // It gets another role and other teams: nobody does that to somebody above.
        if !rights::may_change(own, known) {
            return Err(rights::forbidden());
        }
    }
    let now = call.now;
    let directory = call.directory_mut();
    let id = directory.invite(organization.id, &email, role, now);
    directory.set_teams(organization.id, id, &teams);
    let row = call.directory().member(id).ok_or_else(Response::not_found)?;
    Ok(Response::json(201, &members::wire(call, row)))
}

/// Whether a member has this address: the account's own, or the one that was invited.
fn is_for(row: &Row, email: &str) -> bool {
    let account = row.user.and_then(users::by_id).map(|user| user.email);
    account.unwrap_or(&row.email).eq_ignore_ascii_case(email)
}

/// The address of a body, in the words of the server's own check.
fn email(fields: &mut Fields) -> String {
    let email = fields.required_text("email", usize::MAX).unwrap_or_default();
    let reason = match email.rsplit_once('@') {
        None => "An email address must have an @-sign.",
        Some(("", _)) => "There must be something before the @-sign.",
        Some((_, "")) => "There must be something after the @-sign.",
        Some((_, domain)) if !domain.contains('.') => {
            "The part after the @-sign is not valid. It should have a period."
        }
        Some(_) => return email,
    };
    if fields.value("email").is_some_and(serde_json::Value::is_string) {
        let message = format!("value is not a valid email address: {reason}");
        fields.note("email", "value_error", &message, Some(json!({"reason": reason})));
    }
    email
}

/// What a link is about, for everybody who has it. It can be read after it was used, too.
fn show(call: &mut Call<'_>) -> Result<Response, Response> {
    let row = invitation(call)?;
    Ok(Response::json(200, &wire(call, &row, false)))
}

/// Makes the caller a member. The link works once; whoever is a member already gets nothing by it.
fn accept(call: &mut Call<'_>) -> Result<Response, Response> {
    let mut fields = Fields::of_body(call)?;
    fields.require("acceptInvite");
    let accepts = fields.flag("acceptInvite");
    fields.check()?;
    let row = invitation(call)?;
    let user = call.user.ok_or_else(Response::not_found)?;
    if !accepts || row.user == Some(user.id) {
        return Ok(Response::json(200, &wire(call, &row, accepts)));
    }
    if row.user.is_some() {
        return Err(invalid_token());
    }
    if call.directory().role(row.organization, user.id).is_some() {
        let text = format!("The user {} is already a member", user.email);
        return Err(Response::detail(409, text));
    }
    call.directory_mut().accept(row.id, user.id);
    let row = invitation(call)?;
    Ok(Response::json(200, &wire(call, &row, true)))
}

/// The invitation in the path, if the token is its own and it has not run out.
fn invitation(call: &Call<'_>) -> Result<Row, Response> {
    let id = call.number("org_user_id")?;
    let row = call.directory().member(id).ok_or_else(Response::not_found)?;
    let is_right = !row.token.is_empty() && row.token == call.param("token");
    let is_valid = is_right && !(row.is_expired && row.user.is_none());
    is_valid.then(|| row.clone()).ok_or_else(invalid_token)
}

fn invalid_token() -> Response {
    Response::detail(403, "Invalid invite token")
}

fn wire(call: &Call<'_>, row: &Row, accept_invite: bool) -> Invitation {
    let organization = call.directory().organization_by_id(row.organization);
    Invitation {
        accept_invite,
        org_user: MemberOf {
            member: members::wire(call, row),
            organization: organization.map(|own| organizations::wire(call, own)),
        },
    }
}
