//! Invitations, as the link in their mail opens them.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::wire::invitation::{AcceptInvitation, Invitation};
use gloo_net::http::Method;

/// Who is invited, and where to: `GET accept/{member}/{token}/`, which needs no sign-in. A token that does not fit is forbidden.
pub async fn get_invitation(member: &str, token: &str, cancel: &Cancel) -> Result<Invitation, ApiError> {
    Call::api(Method::GET, &["accept", member, token])
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}

/// Makes whoever is signed in the member that was invited: `POST` of the same.
pub async fn accept_invitation(member: &str, token: &str) -> Result<Invitation, ApiError> {
    Call::api(Method::POST, &["accept", member, token])
        .body(&AcceptInvitation { accept_invite: true })
        .send()
        .await?
        .read()
}
