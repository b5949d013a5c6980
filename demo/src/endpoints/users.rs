//! Accounts: `GET /api/0/users/me/`.

use crate::call::Call;
use crate::http::Response;
use crate::routes::Route;
use crate::users::{DemoUser, by_id};
use glint_model::timestamp::Timestamp;
use glint_model::wire::user::{User, UserOptions};

/// The accounts.
pub const ROUTES: &[Route] = &[Route::new("GET", "/api/0/users/{user_id}/", user_detail)];

fn user_detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let me = call.user.ok_or_else(Response::not_found)?;
    let wanted = match call.param("user_id") {
        "me" => Some(me),
        number => number.parse().ok().and_then(by_id).filter(|user| user.id == me.id),
    };
    let user = wanted.ok_or_else(Response::not_found)?;
    Ok(Response::json(200, &wire_user(user, call.now)))
}

/// A user as every endpoint sends one.
pub fn wire_user(user: &DemoUser, now: Timestamp) -> User {
    const YEAR_MS: i64 = 365 * 86_400_000;
    User {
        id: user.id.to_string(),
        options: UserOptions {
            timezone: Some("Europe/Berlin".to_owned()),
            stacktrace_order: None,
            language: Some("en".to_owned()),
            clock24_hours: Some(true),
            preferred_theme: Some("system".to_owned()),
        },
        username: user.email.to_owned(),
        date_joined: Some(Timestamp(now.0 - YEAR_MS + user.id * 1_000_000)),
        email: user.email.to_owned(),
        has_password_auth: true,
        identities: Vec::new(),
        last_login: Some(Timestamp(now.0 - user.id * 60_000)),
        is_superuser: user.is_superuser,
        is_active: true,
        name: user.name.to_owned(),
        chatwoot_identifier_hash: None,
    }
}
