//! The keys of a project, with the DSNs that SDKs are set up with.

use crate::call::{Call, not_a_uuid};
use crate::cursor::Key as Place;
use crate::directory::keys::Key;
use crate::directory::projects::Project;
use crate::endpoints::find;
use crate::fields::Fields;
use crate::http::Response;
use crate::page;
use crate::rights;
use crate::routes::Route;
use crate::seed::event_id;
use serde_json::{Value, json};

/// Keys.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/projects/{organization_slug}/{project_slug}/keys/", list),
    Route::new(
        "POST",
        "/api/0/projects/{organization_slug}/{project_slug}/keys/",
        create,
    ),
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/keys/{key_id}/",
        detail,
    ),
    Route::new(
        "PUT",
        "/api/0/projects/{organization_slug}/{project_slug}/keys/{key_id}/",
        update,
    ),
    Route::new(
        "DELETE",
        "/api/0/projects/{organization_slug}/{project_slug}/keys/{key_id}/",
        delete,
    ),
];

/// The label and the limit that a body asks for.
type Wanted = (Option<String>, Option<(i64, i64)>);

/// The newest first. An unknown project has none.
fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = find::project(call).map_or(0, |project| project.id);
    let rows = call.directory().keys_of(project);
    page::list(call, &rows, true, |row| Place::Time(row.created), |row| wire(call, row))
}

fn create(call: &mut Call<'_>) -> Result<Response, Response> {
    let (label, limit) = wanted(call)?;
    let project = rights::project(call)?.id;
    let now = call.now;
    let key = call.directory_mut().add_key(project, label, limit, now);
    Ok(Response::json(201, &wire(call, &key)))
}

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let id = id(call)?;
    let project = find::project(call).ok_or_else(Response::not_found)?;
    Ok(Response::json(200, &wire(call, &key(call, &project, &id)?)))
}

/// In 5.2 nothing is saved, and the answer shows the key as it was.
fn update(call: &mut Call<'_>) -> Result<Response, Response> {
    let id = id(call)?;
    let (label, limit) = wanted(call)?;
    let project = rights::project(call)?;
    let old = key(call, &project, &id)?;
    if call.is_6_1() {
        call.directory_mut().change_key(&old, label, limit);
    }
    Ok(Response::json(200, &wire(call, &key(call, &project, &id)?)))
}

fn delete(call: &mut Call<'_>) -> Result<Response, Response> {
    let id = id(call)?;
    let project = rights::project_to_delete(call)?;
    let key = key(call, &project, &id)?;
    call.directory_mut().delete_key(&key);
    Ok(Response::empty(204))
}

/// The digits in the path; a 422 for what is no UUID.
fn id(call: &Call<'_>) -> Result<String, Response> {
    let asked = call.param("key_id");
    event_id::normalize(asked).ok_or_else(|| not_a_uuid("key_id", asked))
}

fn key(call: &Call<'_>, project: &Project, id: &str) -> Result<Key, Response> {
    let mut own = call.directory().keys_of(project.id).into_iter();
    let found = own.find(|key| key.digits(&call.world.name) == id);
    found.cloned().ok_or_else(Response::not_found)
}

fn wanted(call: &Call<'_>) -> Result<Wanted, Response> {
    let mut fields = Fields::of_body(call)?;
    let label = fields.text("name", usize::MAX);
    let place = ["body", "payload", "rateLimit"].map(|part| json!(part)).to_vec();
    let mut limit = None;
    if let Some(value) = fields.value("rateLimit").cloned() {
        let problems = match Fields::of(value, place) {
            Ok(mut inner) => {
                let mut number = |name: &str| {
                    inner.require(name);
                    inner.number(name)
                };
                limit = number("window").zip(number("count"));
                inner.problems()
            }
            Err(problem) => vec![problem],
        };
        problems.into_iter().for_each(|problem| fields.add(problem));
    }
    fields.check()?;
    Ok((label, limit))
}

fn wire(call: &Call<'_>, row: &Key) -> Value {
    let public = row.digits(&call.world.name);
    let project = row.project;
    let origin = call.request.origin_of_host();
    let dsn = origin.replacen("://", &format!("://{public}@"), 1);
    let uuid = [
        &public[..8],
        &public[8..12],
        &public[12..16],
        &public[16..20],
        &public[20..],
    ]
    .join("-");
    json!({
        "name": row.label,
        "rateLimit": row.rate_limit.map(|(window, count)| json!({"window": window, "count": count})),
        "dateCreated": row.created,
        "id": uuid,
        "dsn": {
            "public": format!("{dsn}/{project}"),
            "secret": format!("{dsn}/{project}"),
            "security": format!("{origin}/api/{project}/security/?glitchtip_key={public}"),
        },
        "label": row.label,
        "public": uuid,
        "projectID": project,
    })
}
