//! Files that were uploaded: those of releases, and the debug files of projects (6.1).

use crate::call::{Call, invalid};
use crate::cursor::Key;
use crate::endpoints::{find, releases};
use crate::http::Response;
use crate::page;
use crate::routes::Route;
use crate::seed::files::{DebugFile, ReleaseFile};
use serde_json::{Map, Value, json};

/// Uploaded files.
pub const ROUTES: &[Route] = &[
    Route::new(
        "GET",
        "/api/0/organizations/{organization_slug}/releases/{version}/files/",
        list,
    ),
    Route::new(
        "GET",
        "/api/0/organizations/{organization_slug}/releases/{version}/files/{file_id}/",
        detail_of_organization,
    ),
    Route::new(
        "DELETE",
        "/api/0/organizations/{organization_slug}/releases/{version}/files/{file_id}/",
        delete,
    ),
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/releases/{version}/files/",
        list,
    ),
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/releases/{version}/files/{file_id}/",
        detail,
    ),
    Route::new(
        "DELETE",
        "/api/0/projects/{organization_slug}/{project_slug}/releases/{version}/files/{file_id}/",
        delete,
    ),
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/files/dsyms/",
        debug_files,
    )
    .since_6_1(),
];

/// The files of the release in the path; of none when there is no such release.
fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let rows = of_release(call);
    page::list(call, &rows, false, |file| Key::Number(file.id), |file| wire(call, file))
}

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let file = in_path(call)?;
    Ok(Response::json(200, &wire(call, file)))
}

/// The organization's path wants the project in the query, without a need.
fn detail_of_organization(call: &mut Call<'_>) -> Result<Response, Response> {
    if call.get("project_slug").is_none() {
        return Err(invalid(
            json!([{"type": "missing", "loc": ["query", "project_slug"], "msg": "Field required"}]),
        ));
    }
    detail(call)
}

/// Members may: their role has `project:releases`.
fn delete(call: &mut Call<'_>) -> Result<Response, Response> {
    let id = in_path(call)?.id;
    call.world.deleted_files.insert(id);
    Ok(Response::empty(204))
}

fn of_release<'a>(call: &Call<'a>) -> Vec<&'a ReleaseFile> {
    let wanted = call.param("version");
    let releases = if call.param("project_slug").is_empty() {
        releases::of_organization(call)
    } else {
        releases::of_project(call)
    };
    let release = releases.into_iter().find(|release| release.version == wanted);
    let seed = &call.demo.seed;
    let mut all = seed.releases.iter();
    let index = release.and_then(|release| all.position(|other| std::ptr::eq(other, release)));
    let files = seed.release_files.iter();
    files
        .filter(|file| Some(file.release) == index && !call.world.deleted_files.contains(&file.id))
        .collect()
}

fn in_path<'a>(call: &Call<'a>) -> Result<&'a ReleaseFile, Response> {
    let id = call.number("file_id")?;
    let mut files = of_release(call).into_iter();
    files.find(|file| file.id == id).ok_or_else(Response::not_found)
}

fn wire(call: &Call<'_>, file: &ReleaseFile) -> Value {
    let headers: Map<String, Value> = file
        .headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), json!(value)))
        .collect();
    let mut row = json!({
        "id": file.id.to_string(),
        "dateCreated": file.created,
        "sha1": file.sha1,
        "headers": headers,
        "name": file.name,
    });
    if call.is_6_1() {
        row["size"] = json!(file.size);
    }
    row
}

/// The newest first. An unknown project has none.
fn debug_files(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = find::project(call).map(|project| project.id);
    let all = call.demo.seed.debug_files.iter();
    let mut rows: Vec<_> = all.filter(|file| Some(file.project) == project).collect();
    rows.sort_by_key(|file| std::cmp::Reverse(file.created));
    page::list(
        call,
        &rows,
        true,
        |file| Key::Time(file.created),
        |file| debug_file(file),
    )
}

fn debug_file(file: &DebugFile) -> Value {
    json!({
        "id": file.id.to_string(),
        "uuid": file.debug_id,
        "debugId": file.debug_id,
        "cpuName": file.cpu,
        "objectName": file.name,
        "symbolType": file.kind,
        "size": file.size,
        "sha1": file.sha1,
        "dateCreated": file.created,
        "headers": {"Content-Type": file.content_type},
        "data": {"features": file.features},
    })
}
