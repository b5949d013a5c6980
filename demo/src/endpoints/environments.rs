//! Environments of an organization and of a project.

use crate::call::Call;
use crate::cursor::Key;
use crate::endpoints::find;
use crate::http::Response;
use crate::page;
use crate::routes::Route;
use crate::seed::organizations::ProjectSeed;
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
];

/// The environment that projects hide, which the default list leaves out.
const HIDDEN: &str = "development";

/// One row for each project that has the environment, so names repeat.
fn of_organization(call: &mut Call<'_>) -> Result<Response, Response> {
    let projects = find::organization_or_nothing(call)
        .map(|own| find::projects(call, own))
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
        .map(|project| environments(call, project))
        .unwrap_or_default();
    page::list(call, &rows, false, by_name, Environment::clone)
}

fn by_name(row: &Environment) -> Key {
    Key::Text(row.name.clone())
}

/// The environments of a project's events, by name, as far as `visibility` asks for them.
fn environments(call: &Call<'_>, project: &ProjectSeed) -> Vec<Environment> {
    let seed = &call.demo.seed;
    let own = call
        .issues()
        .filter(|issue| seed.projects[issue.project].id == project.id);
    let names: BTreeSet<&String> = own
        .filter_map(|issue| seed.tags(issue).get("environment"))
        .flat_map(|values| values.keys())
        .collect();
    let visibility = call.get("visibility").unwrap_or("visible");
    let wanted = |is_hidden: bool| match visibility {
        "hidden" => is_hidden,
        "all" => true,
        _ => !is_hidden,
    };
    let row = |name: &String| Environment {
        id: number(name),
        name: name.clone(),
        is_hidden: Some(name == HIDDEN),
    };
    names
        .into_iter()
        .filter(|name| wanted(*name == HIDDEN))
        .map(row)
        .collect()
}

/// The same number for the same name in every project, as the server has it.
pub fn number(name: &str) -> i64 {
    match name {
        "staging" => 1,
        "production" => 2,
        HIDDEN => 3,
        other => 4 + other.len() as i64,
    }
}
