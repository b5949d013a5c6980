//! Releases of an organization and of a project, read-only so far.

use crate::call::Call;
use crate::cursor::Key;
use crate::directory::projects::Project;
use crate::endpoints::find;
use crate::http::Response;
use crate::page;
use crate::routes::Route;
use crate::seed::releases::ReleaseSeed;
use glint_model::timestamp::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// Releases.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/organizations/{organization_slug}/releases/", list),
    Route::new(
        "GET",
        "/api/0/organizations/{organization_slug}/releases/{version}/",
        detail,
    ),
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/releases/",
        list_of_project,
    ),
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/releases/{version}/",
        detail_of_project,
    ),
];

const HOUR_MS: i64 = 3_600_000;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Release {
    #[serde(rename = "ref")]
    commit: Option<String>,
    date_released: Option<Timestamp>,
    version: String,
    date_created: Timestamp,
    short_version: String,
    projects: Vec<Value>,
    url: Option<String>,
    data: Map<String, Value>,
    deploy_count: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    commit_count: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repository: Option<Value>,
}

fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    page_of(call, &of_organization(call))
}

fn list_of_project(call: &mut Call<'_>) -> Result<Response, Response> {
    page_of(call, &of_project(call))
}

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    one_of(call, &of_organization(call))
}

fn detail_of_project(call: &mut Call<'_>) -> Result<Response, Response> {
    one_of(call, &of_project(call))
}

fn page_of(call: &Call<'_>, rows: &[&ReleaseSeed]) -> Result<Response, Response> {
    page::list(
        call,
        rows,
        true,
        |release| Key::Time(release.created),
        |release| wire(call, release),
    )
}

fn one_of(call: &Call<'_>, rows: &[&ReleaseSeed]) -> Result<Response, Response> {
    let wanted = call.param("version");
    let release = rows.iter().find(|release| release.version == wanted);
    Ok(Response::json(
        200,
        &wire(call, release.ok_or_else(Response::not_found)?),
    ))
}

/// The releases of the project in the path, the newest first.
pub fn of_project<'a>(call: &Call<'a>) -> Vec<&'a ReleaseSeed> {
    let project = find::project(call).map(|project| project.id);
    those(call, |own| Some(own.id) == project)
}

/// The releases of the organization's projects, the newest first.
pub fn of_organization<'a>(call: &Call<'a>) -> Vec<&'a ReleaseSeed> {
    let organization = find::organization_or_nothing(call).map(|own| own.id);
    those(call, |own| Some(own.organization) == organization)
}

/// The releases of some projects, the newest first; a deleted project has none.
fn those<'a>(call: &Call<'a>, is_wanted: impl Fn(&Project) -> bool) -> Vec<&'a ReleaseSeed> {
    let is_own = |release: &&ReleaseSeed| {
        let project = &call.directory().projects[release.project];
        !project.is_deleted && is_wanted(project)
    };
    call.demo.seed.releases.iter().rev().filter(is_own).collect()
}

fn wire(call: &Call<'_>, release: &ReleaseSeed) -> Release {
    let project = &call.directory().projects[release.project];
    Release {
        commit: None,
        date_released: release.is_released.then_some(Timestamp(release.created.0 + HOUR_MS)),
        version: release.version.clone(),
        date_created: release.created,
        short_version: release.version.clone(),
        projects: vec![json!({"name": project.name, "slug": project.slug})],
        url: None,
        data: Map::new(),
        deploy_count: 0,
        commit_count: call.is_6_1().then_some(0),
        repository: call.is_6_1().then_some(Value::Null),
    }
}
