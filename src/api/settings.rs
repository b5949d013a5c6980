//! The server's own settings.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::wire::settings::Settings;
use gloo_net::http::Method;

/// `GET /api/settings/`; needs no sign-in.
pub async fn get_settings(cancel: &Cancel) -> Result<Settings, ApiError> {
    Call::fixed(Method::GET, "api/settings/")
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}
