//! `GET /api/settings/` and `GET /api/0/`.

use crate::call::Call;
use crate::http::Response;
use crate::routes::{Access, Route};
use glint_model::wire::settings::Settings;
use serde_json::json;

/// The server's own facts.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/settings/", settings).access(Access::Open),
    Route::new("GET", "/api/0/", root).access(Access::Open),
];

fn settings(call: &mut Call<'_>) -> Result<Response, Response> {
    let version = if call.is_6_1() { "6.1.0-demo" } else { "5.2.0-demo" };
    let features = ["uptime", "performance", "logs"];
    Ok(Response::json(
        200,
        &Settings {
            billing_enabled: call.world.billing.is_on,
            i_paid_for_glitch_tip: call.world.billing.is_licensed,
            enable_user_registration: true,
            enable_social_apps_user_registration: true,
            enable_organization_creation: !call.world.keeps_creation,
            sentry_traces_sample_rate: Some(0.01),
            version: version.to_owned(),
            server_time_zone: "UTC".to_owned(),
            enabled_features: call.is_6_1().then(|| features.map(str::to_owned).to_vec()),
            ..Settings::default()
        },
    ))
}

/// The trap of the real server: with a session this signs the caller out.
fn root(call: &mut Call<'_>) -> Result<Response, Response> {
    let response = Response::json(200, &json!({"version": "0", "user": null, "auth": null}));
    match call.world.sessions.find(call.request) {
        Some(_) => Ok(call.world.sessions.end(call.request, response)),
        None => Ok(response),
    }
}
