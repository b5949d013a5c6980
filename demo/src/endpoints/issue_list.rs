//! The issue list: search, filters, sorts.

use crate::call::{Call, invalid};
use crate::cursor::Key;
use crate::endpoints::{find, issues};
use crate::http::Response;
use crate::page;
use crate::pages;
use crate::routes::Route;
use crate::search::Query;
use crate::seed::dice::Dice;
use crate::seed::issues::IssueSeed;
use glint_model::id::EventId;
use glint_model::timestamp::Timestamp;
use glint_model::wire::issue::Issue;
use serde_json::json;
use std::sync::Arc;

/// The issue list.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/organizations/{organization_slug}/issues/", list),
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/issues/",
        list_of_project,
    ),
];

fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let (organization, _) = find::organization(call)?;
    answer(call, organization.id, None)
}

fn list_of_project(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = find::project(call).ok_or_else(Response::not_found)?;
    answer(call, project.organization, Some(project.id))
}

fn answer(call: &Call<'_>, organization: i64, project: Option<i64>) -> Result<Response, Response> {
    let sort = sort(call)?;
    let mut found = found(call, organization)?;
    if let Some(project) = project {
        found
            .issues
            .retain(|issue| call.directory().project_of(issue).id == project);
    }
    let descending = sort.starts_with('-');
    let field = sort.trim_start_matches('-');
    let tie_break = tie_break(call, field);
    found
        .issues
        .sort_by_cached_key(|issue| (key(issue, field), tie_break(issue)));
    if descending {
        found.issues.reverse();
    }
    let matching = found.event_id.map(EventId::new);
    let is_hit = matching.is_some();
    let row_key = |issue: &Arc<IssueSeed>| key(issue, field);
    let response = page::list(call, &found.issues, descending, row_key, |issue| {
        let row = Issue {
            matching_event_id: matching.clone(),
            ..issues::wire(call, issue)
        };
        issues::value(call, row)
    })?;
    Ok(if is_hit {
        response.with("x-sentry-direct-hit", "1")
    } else {
        response
    })
}

/// Equal counts come in another order on every page, which is how the real server loses rows there.
fn tie_break(call: &Call<'_>, field: &str) -> impl Fn(&IssueSeed) -> u64 + use<> {
    let shuffled = field == "count";
    let page: Vec<u64> = call.get("cursor").unwrap_or_default().bytes().map(u64::from).collect();
    let page = Dice::new(&page).throw();
    move |issue| {
        if shuffled {
            Dice::new(&[issue.id as u64, page]).throw()
        } else {
            issue.id as u64
        }
    }
}

fn key(issue: &IssueSeed, field: &str) -> Key {
    match field {
        "first_seen" => Key::Time(issue.first_seen),
        "count" => Key::Number(issue.count as i64),
        "priority" => Key::Number(priority(issue)),
        _ => Key::Time(issue.last_seen),
    }
}

/// The logarithm of the count plus the age in units of 300 000 s, in millionths.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "counts and times fit a double"
)]
fn priority(issue: &IssueSeed) -> i64 {
    let score = (issue.count as f64).log10() + issue.last_seen.0 as f64 / 1000.0 / 300_000.0;
    (score * 1e6) as i64
}

fn sort<'a>(call: &'a Call<'_>) -> Result<&'a str, Response> {
    const SORTS: [&str; 8] = [
        "last_seen",
        "first_seen",
        "count",
        "priority",
        "-last_seen",
        "-first_seen",
        "-count",
        "-priority",
    ];
    let sort = call.get("sort").unwrap_or("-last_seen");
    if SORTS.contains(&sort) {
        return Ok(sort);
    }
    let (last, others) = (SORTS[7], &SORTS[..7]);
    let expected = format!("'{}' or '{last}'", others.join("', '"));
    Err(invalid(json!([{
        "type": "literal_error",
        "loc": ["query", "sort"],
        "msg": format!("Input should be {expected}"),
        "ctx": {"expected": expected},
    }])))
}

/// The issues that a request's filters find.
pub struct Found {
    /// The issues, by rising number.
    pub issues: Vec<Arc<IssueSeed>>,
    /// The event that was searched for by its id, which found the one issue.
    pub event_id: Option<String>,
}

/// The issues of an organization that the filters in the query find.
pub fn found(call: &Call<'_>, organization: i64) -> Result<Found, Response> {
    let seed = &call.demo.seed;
    let ids = call.numbers("id", FILTERS)?;
    let projects = call.numbers("project", FILTERS)?;
    let environments: Vec<&str> = call.all("environment").collect();
    let (start, end) = (time(call, "start")?, time(call, "end")?);
    let query = Query::parse(call.get("query").unwrap_or_default()).map_err(|_| pages::server_error())?;
    let fits = |issue: &&Arc<IssueSeed>| {
        let project = call.directory().project_of(issue);
        project.organization == organization
            && !project.is_deleted
            && call.world.changes.is_listed(issue.id)
            && (ids.is_empty() || ids.contains(&issue.id))
            && (projects.is_empty() || projects.contains(&project.id))
            && start.is_none_or(|start| issue.first_seen >= start)
            && end.is_none_or(|end| issue.first_seen <= end)
            && (environments.is_empty() || has_environment(call, issue, &environments))
    };
    let candidates = call.issues().filter(fits);
    if let Some(id) = query.event_id()
        && let Some(issue) = issue_of_event(call, &id)
    {
        let issues: Vec<_> = candidates.filter(|candidate| candidate.id == issue).cloned().collect();
        let event_id = (!issues.is_empty()).then_some(id);
        return Ok(Found { issues, event_id });
    }
    let status = |issue: &IssueSeed| call.world.changes.status(issue);
    Ok(Found {
        issues: candidates
            .filter(|issue| query.finds(seed, issue, status(issue)))
            .cloned()
            .collect(),
        event_id: None,
    })
}

const FILTERS: &[&str] = &["query", "filters"];

fn has_environment(call: &Call<'_>, issue: &IssueSeed, wanted: &[&str]) -> bool {
    let tags = call.demo.seed.tags(issue).get("environment");
    tags.is_some_and(|values| wanted.iter().any(|name| values.contains_key(*name)))
}

/// The issue that has an event now, after merges.
fn issue_of_event(call: &Call<'_>, id: &str) -> Option<i64> {
    let (issue, _) = call.world.changes.event(&call.demo.seed, id)?;
    Some(call.world.changes.issue(issue).merged_into.unwrap_or(issue))
}

/// A time of the query: ISO 8601, a date, `now`, or `now-` and minutes, hours or days.
pub fn time(call: &Call<'_>, name: &'static str) -> Result<Option<Timestamp>, Response> {
    let Some(text) = call.get(name) else {
        return Ok(None);
    };
    let found = match text.strip_prefix("now") {
        Some("") => Some(call.now),
        Some(rest) => rest
            .strip_prefix('-')
            .and_then(span_ms)
            .map(|span| Timestamp(call.now.0.saturating_sub(span))),
        None => Timestamp::parse(text),
    };
    let problem = "input is too short";
    found.map(Some).ok_or_else(|| {
        invalid(json!([{
            "type": "datetime_from_date_parsing",
            "loc": ["query", name],
            "msg": format!("Input should be a valid datetime or date, {problem}"),
            "ctx": {"error": problem},
        }]))
    })
}

/// `30m`, `24h` or `7d` in milliseconds.
fn span_ms(text: &str) -> Option<i64> {
    let unit = match text.chars().last()? {
        'm' => 60_000,
        'h' => 3_600_000,
        'd' => 86_400_000,
        _ => return None,
    };
    text[..text.len() - 1].parse::<i64>().ok()?.checked_mul(unit)
}
