//! Members of an organization.

use super::client::{Call, Cancel};
use super::pages::read_all;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::wire::member::{Member, MemberDetail, WriteInvitation, WriteMember};
use gloo_net::http::Method;

/// All members, those with an open invitation included: `GET organizations/{organization}/members/`, page by page.
pub async fn list_members(organization: &OrganizationSlug, cancel: &Cancel) -> Result<Vec<Member>, ApiError> {
    read_all(&all(organization), cancel).await
}

/// One member with their teams: `GET organizations/{organization}/members/{member}/`.
pub async fn get_member(
    organization: &OrganizationSlug,
    member: &str,
    cancel: &Cancel,
) -> Result<MemberDetail, ApiError> {
    one(Method::GET, organization, member)
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}

/// Invites somebody, or sends an open invitation again: `POST organizations/{organization}/members/`. The server takes some
/// fifty in five minutes.
pub async fn invite_member(organization: &OrganizationSlug, invitation: &WriteInvitation) -> Result<Member, ApiError> {
    Call::api(Method::POST, &all(organization))
        .body(invitation)
        .send()
        .await?
        .read()
}

/// Changes role and teams of a member: `PUT organizations/{organization}/members/{member}/`. Gives them as the server has
/// them.
pub async fn update_member(
    organization: &OrganizationSlug,
    member: &str,
    to: &WriteMember,
) -> Result<MemberDetail, ApiError> {
    one(Method::PUT, organization, member).body(to).send().await?.read()
}

/// Removes a member, or takes an invitation back: `DELETE organizations/{organization}/members/{member}/`.
pub async fn remove_member(organization: &OrganizationSlug, member: &str) -> Result<(), ApiError> {
    one(Method::DELETE, organization, member).send().await.map(|_| ())
}

/// Makes a member the one whose organization it is: `POST organizations/{organization}/members/{member}/set_owner/`.
pub async fn make_account_owner(organization: &OrganizationSlug, member: &str) -> Result<MemberDetail, ApiError> {
    let segments = ["organizations", organization.as_str(), "members", member, "set_owner"];
    Call::api(Method::POST, &segments).send().await?.read()
}

fn all(organization: &OrganizationSlug) -> [&str; 3] {
    ["organizations", organization.as_str(), "members"]
}

fn one(method: Method, organization: &OrganizationSlug, member: &str) -> Call {
    Call::api(method, &["organizations", organization.as_str(), "members", member])
}
