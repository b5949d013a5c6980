//! Teams: those of an organization, who is in them, and which projects they look after.

use super::client::{Call, Cancel};
use super::pages::read_all;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::member::Member;
use glint_model::wire::project::Project;
use glint_model::wire::team::{Team, WriteTeam};
use gloo_net::http::Method;

/// One team with its projects: `GET teams/{organization}/{team}/`.
pub async fn get_team(organization: &OrganizationSlug, team: &str, cancel: &Cancel) -> Result<Team, ApiError> {
    one(Method::GET, organization, team)
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}

/// Creates a team: `POST organizations/{organization}/teams/`. A slug that is taken is a 500 there.
pub async fn create_team(organization: &OrganizationSlug, slug: &str) -> Result<Team, ApiError> {
    Call::api(Method::POST, &all(organization))
        .body(&body(slug))
        .send()
        .await?
        .read()
}

/// Gives a team another slug: `PUT teams/{organization}/{team}/`.
pub async fn rename_team(organization: &OrganizationSlug, team: &str, slug: &str) -> Result<Team, ApiError> {
    one(Method::PUT, organization, team)
        .body(&body(slug))
        .send()
        .await?
        .read()
}

/// Deletes a team; its projects stay: `DELETE teams/{organization}/{team}/`.
pub async fn delete_team(organization: &OrganizationSlug, team: &str) -> Result<(), ApiError> {
    one(Method::DELETE, organization, team).send().await.map(|_| ())
}

/// Who is in a team: `GET teams/{organization}/{team}/members/`, page by page.
pub async fn list_team_members(
    organization: &OrganizationSlug,
    team: &str,
    cancel: &Cancel,
) -> Result<Vec<Member>, ApiError> {
    read_all(&["teams", organization.as_str(), team, "members"], cancel).await
}

/// The projects of a team: `GET teams/{organization}/{team}/projects/`, page by page.
pub async fn list_team_projects(
    organization: &OrganizationSlug,
    team: &str,
    cancel: &Cancel,
) -> Result<Vec<Project>, ApiError> {
    read_all(&["teams", organization.as_str(), team, "projects"], cancel).await
}

/// Puts a member, by their number or as `me`, into a team: `POST organizations/{organization}/members/{member}/teams/{team}/`.
/// In the team that is answered, count and membership may be those of before.
pub async fn add_to_team(organization: &OrganizationSlug, member: &str, team: &str) -> Result<Team, ApiError> {
    membership(Method::POST, organization, member, team)
        .send()
        .await?
        .read()
}

/// Takes a member, by their number or as `me`, out of a team: `DELETE` of the same.
pub async fn remove_from_team(organization: &OrganizationSlug, member: &str, team: &str) -> Result<Team, ApiError> {
    membership(Method::DELETE, organization, member, team)
        .send()
        .await?
        .read()
}

/// The teams that look after a project: `GET projects/{organization}/{project}/teams/`, page by page.
pub async fn list_project_teams(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    cancel: &Cancel,
) -> Result<Vec<Team>, ApiError> {
    read_all(&["projects", organization.as_str(), project.as_str(), "teams"], cancel).await
}

/// Lets a team look after a project: `POST projects/{organization}/{project}/teams/{team}/`. Gives the project with its teams.
pub async fn give_project_to_team(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    team: &str,
) -> Result<Project, ApiError> {
    access(Method::POST, organization, project, team).send().await?.read()
}

/// Takes a project from a team: `DELETE` of the same. Gives the project with its teams, which may be those of before.
pub async fn take_project_from_team(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    team: &str,
) -> Result<Project, ApiError> {
    access(Method::DELETE, organization, project, team).send().await?.read()
}

fn body(slug: &str) -> WriteTeam {
    WriteTeam { slug: slug.to_owned() }
}

fn all(organization: &OrganizationSlug) -> [&str; 3] {
    ["organizations", organization.as_str(), "teams"]
}

fn one(method: Method, organization: &OrganizationSlug, team: &str) -> Call {
    Call::api(method, &["teams", organization.as_str(), team])
}

fn membership(method: Method, organization: &OrganizationSlug, member: &str, team: &str) -> Call {
    let segments = ["organizations", organization.as_str(), "members", member, "teams", team];
    Call::api(method, &segments)
}

fn access(method: Method, organization: &OrganizationSlug, project: &ProjectSlug, team: &str) -> Call {
    let segments = ["projects", organization.as_str(), project.as_str(), "teams", team];
    Call::api(method, &segments)
}
