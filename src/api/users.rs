//! The account of whoever is signed in.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::wire::user::User;
use gloo_net::http::Method;

/// `GET /api/0/users/me/`.
pub async fn get_me(cancel: &Cancel) -> Result<User, ApiError> {
    Call::fixed(Method::GET, "api/0/users/me/")
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}
