//! Members of an organization, read-only so far.

use crate::call::Call;
use crate::cursor::Key;
use crate::endpoints::{find, organizations, users};
use crate::http::Response;
use crate::page;
use crate::routes::Route;
use crate::seed::organizations::{MemberSeed, Role};
use crate::users::by_id;
use glint_model::timestamp::Timestamp;
use glint_model::wire::user::User;
use serde::Serialize;
use serde_json::Value;

/// Members.
pub const ROUTES: &[Route] = &[Route::new(
    "GET",
    "/api/0/organizations/{organization_slug}/members/",
    list,
)];

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Member {
    id: String,
    role: &'static str,
    role_name: &'static str,
    date_created: Timestamp,
    email: String,
    user: Value,
    pending: bool,
    is_owner: bool,
}

fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let mut rows: Vec<_> = find::organization_or_nothing(call)
        .map(|organization| organization.members.to_vec())
        .unwrap_or_default();
    rows.reverse();
    page::list(
        call,
        &rows,
        true,
        |member| Key::Number(member.id),
        |member| wire(call, member),
    )
}

fn wire(call: &Call<'_>, member: &MemberSeed) -> Member {
    let user = member.user.and_then(by_id);
    Member {
        id: member.id.to_string(),
        role: member.role.as_str(),
        role_name: member.role.name(),
        date_created: organizations::created(call, 60 + member.id),
        email: user.map_or(member.email, |user| user.email).to_owned(),
        user: user.map_or(Value::Null, |user| public(&users::wire_user(user, call.now))),
        pending: user.is_none(),
        is_owner: member.role == Role::Owner,
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
