//! The keys of a project, with the DSNs that SDKs are set up with. Read-only so far.

use crate::call::{Call, not_a_uuid};
use crate::cursor::Key;
use crate::endpoints::{find, organizations};
use crate::http::Response;
use crate::page;
use crate::routes::Route;
use crate::seed::dice::Dice;
use crate::seed::event_id;
use crate::seed::organizations::ProjectSeed;
use glint_model::timestamp::Timestamp;
use serde_json::{Value, json};
use std::ops::Range;

/// Keys.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/projects/{organization_slug}/{project_slug}/keys/", list),
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/keys/{key_id}/",
        detail,
    ),
];

/// A key.
struct KeyRow {
    /// Its digits: 32 of a UUID, lower case.
    public: String,
    project: i64,
    name: &'static str,
    is_limited: bool,
    created: Timestamp,
}

fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let rows = find::project(call)
        .map(|project| of_project(call, project))
        .unwrap_or_default();
    page::list(call, &rows, true, |row| Key::Time(row.created), |row| wire(call, row))
}

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let asked = call.param("key_id");
    let id = event_id::normalize(asked).ok_or_else(|| not_a_uuid("key_id", asked))?;
    let project = find::project(call).ok_or_else(Response::not_found)?;
    let row = of_project(call, project).into_iter().find(|row| row.public == id);
    Ok(Response::json(200, &wire(call, &row.ok_or_else(Response::not_found)?)))
}

/// The keys of a project, the newest first.
fn of_project(call: &Call<'_>, project: &ProjectSeed) -> Vec<KeyRow> {
    const HOUR_MS: i64 = 3_600_000;
    let created = organizations::created(call, 30 + project.id);
    let row = |number: u64| KeyRow {
        public: digits(&call.world.name, project.id, number),
        project: project.id,
        name: if number == 0 { "" } else { "staging key" },
        is_limited: number > 0,
        created: Timestamp(created.0 + number as i64 * HOUR_MS),
    };
    numbers(project.id).rev().map(row).collect()
}

/// Whether a key (32 digits) is one of a project in a world.
pub fn fits(key: &str, world: &str, project: i64) -> bool {
    numbers(project).any(|number| digits(world, project, number) == key)
}

/// Each project has one key, the first project a second with a name and a limit.
fn numbers(project: i64) -> Range<u64> {
    0..if project == 1 { 2 } else { 1 }
}

/// The same for the same project in worlds of the same name: a UUID of version 4.
fn digits(world: &str, project: i64, number: u64) -> String {
    let mut parts = vec![project as u64, number, 0xd5];
    parts.extend(world.bytes().map(u64::from));
    let hex = Dice::new(&parts).hex(30);
    format!("{}4{}a{}", &hex[..12], &hex[12..15], &hex[15..])
}

fn wire(call: &Call<'_>, row: &KeyRow) -> Value {
    let (public, project) = (&row.public, row.project);
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
        "name": row.name,
        "rateLimit": row.is_limited.then(|| json!({"window": 3600, "count": 1000})),
        "dateCreated": row.created,
        "id": uuid,
        "dsn": {
            "public": format!("{dsn}/{project}"),
            "secret": format!("{dsn}/{project}"),
            "security": format!("{origin}/api/{project}/security/?glitchtip_key={public}"),
        },
        "label": row.name,
        "public": uuid,
        "projectID": project,
    })
}
