//! Environments of an organization and of a project.

use crate::call::Call;
use crate::cursor::Key;
use crate::directory::projects::Project;
use crate::endpoints::find;
use crate::fields::Fields;
use crate::http::Response;
use crate::page;
use crate::rights;
use crate::routes::Route;
use glint_model::wire::environment::Environment;
use std::collections::BTreeSet;

/// Environments.
pub const ROUTES: &[Route] = &[
    Route::new(
        "GET",
        "/api/0/organizations/{organization_slug}/environments/",
        of_organization,
    ),
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/environments/",
        of_project,
    ),
    Route::new(
        "PUT",
        "/api/0/projects/{organization_slug}/{project_slug}/environments/{name}/",
        update,
    ),
];

/// One row for each project that has the environment, so names repeat.
fn of_organization(call: &mut Call<'_>) -> Result<Response, Response> {
    let projects = find::organization_or_nothing(call)
        .map(|own| find::projects(call, &own))
        .unwrap_or_default();
    let mut rows: Vec<Environment> = projects
        .iter()
        .flat_map(|project| environments(call, project))
        .collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    page::list(call, &rows, false, by_name, |row| Environment {
        is_hidden: None,
        ..row.clone()
    })
}

fn of_project(call: &mut Call<'_>) -> Result<Response, Response> {
    let rows = find::project(call)
        .map(|project| environments(call, &project))
        .unwrap_or_default();
    page::list(call, &rows, false, by_name, Environment::clone)
}

/// Shows or hides an environment; the name in the body must be there and is not used.
fn update(call: &mut Call<'_>) -> Result<Response, Response> {
    let mut fields = Fields::of_body(call)?;
    fields.required_text("name", usize::MAX);
    fields.require("isHidden");
    let is_hidden = fields.flag("isHidden");
    fields.check()?;
    let project = rights::project(call)?;
    let name = call.param("name").to_owned();
    if !names(call, &project).contains(&name) {
        return Err(Response::not_found());
    }
    call.directory_mut().hidden.set(project.id, &name, is_hidden);
    Ok(Response::json(200, &row(call, &project, &name)))
}

fn by_name(row: &Environment) -> Key {
    Key::Text(row.name.clone())
}

/// The environments of a project's events, by name, as far as `visibility` asks for them.
fn environments(call: &Call<'_>, project: &Project) -> Vec<Environment> {
    let visibility = call.get("visibility").unwrap_or("visible");
    let wanted = |row: &Environment| match (visibility, row.is_hidden.unwrap_or(false)) {
        ("all", _) => true,
        (asked, is_hidden) => is_hidden == (asked == "hidden"),
    };
    let all = names(call, project);
    all.iter().map(|name| row(call, project, name)).filter(wanted).collect()
}

/// The environments that a project's events name.
fn names(call: &Call<'_>, project: &Project) -> BTreeSet<String> {
    let seed = &call.demo.seed;
    let own = call
        .issues()
        .filter(|issue| call.directory().project_of(issue).id == project.id);
    let tags = own.filter_map(|issue| seed.tags(issue).get("environment"));
    tags.flat_map(|values| values.keys().cloned()).collect()
}

fn row(call: &Call<'_>, project: &Project, name: &str) -> Environment {
    Environment {
        id: number(name),
        name: name.to_owned(),
        is_hidden: Some(call.directory().hidden.contains(project.id, name)),
    }
}

/// The same number for the same name in every project, as the server has it.
pub fn number(name: &str) -> i64 {
    match name {
        "staging" => 1,
        "production" => 2,
        "development" => 3,
        other => 4 + other.len() as i64,
    }
}
