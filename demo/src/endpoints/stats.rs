//! How often: the trends of issues, and events of an organization by the hour or day.

use crate::call::{Call, invalid};
use crate::directory::projects::Project;
use crate::endpoints::{events, find, issue_list};
use crate::http::Response;
use crate::routes::Route;
use crate::seed::dice::Dice;
use crate::seed::issues::IssueSeed;
use crate::seed::volume;
use glint_model::id::IssueId;
use glint_model::timestamp::Timestamp;
use glint_model::wire::issue::IssueType;
use glint_model::wire::stats::{IssueSeries, IssueStats};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Trends and sums.
pub const ROUTES: &[Route] = &[
    Route::new(
        "GET",
        "/api/0/organizations/{organization_slug}/issues-stats/",
        of_issues,
    ),
    Route::new(
        "GET",
        "/api/0/organizations/{organization_slug}/stats_v2/",
        of_organization,
    ),
];

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
const GROUPS_AT_MOST: usize = 200;
const INTERVALS_AT_MOST: i64 = 1000;

/// Sparse series, not in the order of the question, the hours in no order at all.
fn of_issues(call: &mut Call<'_>) -> Result<Response, Response> {
    let (organization, _) = find::organization(call)?;
    let period = call.get("statsPeriod").unwrap_or("24h");
    let (bucket, span) = match period {
        "24h" => (HOUR_MS, DAY_MS),
        "14d" => (DAY_MS, 14 * DAY_MS),
        _ => {
            let expected = "'14d' or '24h'";
            return Err(literal_error("statsPeriod", expected));
        }
    };
    let ids = call.numbers("groups", &["query"])?;
    if ids.len() > GROUPS_AT_MOST {
        return Err(invalid(json!([{
            "type": "too_long",
            "loc": ["query", "groups"],
            "msg": format!("List should have at most {GROUPS_AT_MOST} items after validation, not {}", ids.len()),
            "ctx": {"field_type": "List", "max_length": GROUPS_AT_MOST, "actual_length": ids.len()},
        }])));
    }
    let mut found: Vec<_> = ids.iter().filter_map(|id| find::visible_issue(call, *id)).collect();
    found.retain(|issue| call.directory().project_of(issue).organization == organization.id);
    found.sort_by_key(|issue| (issue.last_seen, issue.id));
    found.dedup_by_key(|issue| issue.id);
    let rows: Vec<Value> = found
        .into_iter()
        .map(|issue| trend(call, &issue, bucket, span))
        .collect();
    Ok(Response::json(200, &rows))
}

fn trend(call: &Call<'_>, issue: &Arc<IssueSeed>, bucket: i64, span: i64) -> Value {
    let since = call.now.0 - span;
    let mut counts: BTreeMap<i64, u64> = BTreeMap::new();
    for place in events::of_issue(call, issue)
        .into_iter()
        .take_while(|place| place.time.0 >= since)
    {
        *counts
            .entry(place.time.0.div_euclid(bucket) * bucket / 1000)
            .or_default() += 1;
    }
    let mut series: Vec<_> = counts.into_iter().collect();
    let is_hourly = bucket == HOUR_MS;
    if is_hourly {
        series.sort_by_cached_key(|(time, _)| Dice::new(&[*time as u64, issue.id as u64]).throw());
    }
    let count = issue.count + call.world.changes.issue(issue.id).merged_count;
    let stats = IssueStats {
        id: IssueId::new(issue.id.to_string()),
        count: count.to_string(),
        user_count: count,
        first_seen: None,
        last_seen: None,
        is_unhandled: false,
        stats: IssueSeries {
            day: is_hourly.then(|| series.clone()),
            fortnight: (!is_hourly).then_some(series),
        },
    };
    let mut value = serde_json::to_value(stats).unwrap_or_default();
    value["firstSeen"] = json!(microseconds(issue.first_seen));
    value["lastSeen"] = json!(microseconds(issue.last_seen));
    value
}

/// The spelling of times in this one answer: microseconds and `+00:00`.
fn microseconds(time: Timestamp) -> String {
    time.to_iso().replace('Z', "000+00:00")
}

/// `interval=1d` counts only the first hour of each day, like the real server.
fn of_organization(call: &mut Call<'_>) -> Result<Response, Response> {
    let (organization, _) = find::organization(call)?;
    let missing: Vec<Value> = ["category", "field", "start", "end"]
        .into_iter()
        .filter(|name| call.get(name).is_none())
        .map(|name| json!({"type": "missing", "loc": ["query", name], "msg": "Field required"}))
        .collect();
    if !missing.is_empty() {
        return Err(invalid(Value::Array(missing)));
    }
    let category = call.get("category").unwrap_or_default();
    if !matches!(category, "error" | "transaction") {
        return Err(literal_error("category", "'error' or 'transaction'"));
    }
    let field = call.get("field").unwrap_or_default();
    if !matches!(field, "sum(quantity)" | "sum(times_seen)") {
        return Err(literal_error("field", "'sum(quantity)' or 'sum(times_seen)'"));
    }
    let step = match call.get("interval").unwrap_or("1h") {
        "1h" => HOUR_MS,
        "1d" => DAY_MS,
        "1m" => 60_000,
        _ => return Err(literal_error("interval", "'1d', '1h' or '1m'")),
    };
    let (Some(start), Some(end)) = (issue_list::time(call, "start")?, issue_list::time(call, "end")?) else {
        return Err(invalid(json!([])));
    };
    let first = start.0 - start.0.rem_euclid(step.max(HOUR_MS));
    let last = (end.0 + HOUR_MS).div_euclid(step) * step;
    let intervals = last.saturating_sub(first) / step + 1;
    if intervals > INTERVALS_AT_MOST {
        return Err(invalid(json!([{"end": "Too many intervals"}])));
    }
    let projects = call.numbers("project", &["query"])?;
    let is_wanted = |project: &Project| {
        let is_own = project.organization == organization.id && !project.is_deleted;
        is_own && (projects.is_empty() || projects.contains(&project.id))
    };
    let sums = if category == "error" {
        errors(call, step.min(HOUR_MS), is_wanted)
    } else {
        transactions(call, (first, last), step.min(HOUR_MS), is_wanted)
    };
    let times: Vec<i64> = (0..intervals.max(0)).map(|index| first + index * step).collect();
    let printed: Vec<String> = times
        .iter()
        .map(|time| Timestamp(*time).to_iso().replace(".000Z", "+00:00"))
        .collect();
    let counts: Vec<Value> = times.iter().map(|time| sum(&sums, *time, call.now)).collect();
    Ok(Response::json(
        200,
        &json!({"intervals": printed, "groups": [{"series": {field: counts}}]}),
    ))
}

/// The events of some projects by the hour or minute.
fn errors(call: &Call<'_>, bucket: i64, is_wanted: impl Fn(&Project) -> bool) -> BTreeMap<i64, u64> {
    let mut sums: BTreeMap<i64, u64> = BTreeMap::new();
    for issue in call.issues() {
        if issue.kind == IssueType::Unknown || !is_wanted(call.directory().project_of(issue)) {
            continue;
        }
        for n in 0..issue.count {
            *sums
                .entry(issue.event_time(n).0.div_euclid(bucket) * bucket)
                .or_default() += 1;
        }
    }
    sums
}

/// The transactions of some projects by the hour or minute; those of an hour are spread over its minutes.
fn transactions(
    call: &Call<'_>,
    (first, last): (i64, i64),
    bucket: i64,
    is_wanted: impl Fn(&Project) -> bool,
) -> BTreeMap<i64, u64> {
    let mut sums: BTreeMap<i64, u64> = BTreeMap::new();
    let projects: Vec<_> = call.directory().projects.iter().filter(|own| is_wanted(own)).collect();
    let hours = (first.div_euclid(HOUR_MS)..=last.div_euclid(HOUR_MS)).map(|hour| hour * HOUR_MS);
    for hour in hours.filter(|hour| *hour <= call.now.0) {
        let count = projects.iter().map(|own| volume::transactions(own, hour)).sum::<u64>();
        if bucket == HOUR_MS {
            sums.insert(hour, count);
            continue;
        }
        let minutes = (0..count).map(|n| hour + (n % 60) as i64 * bucket);
        let past = minutes.filter(|minute| *minute <= call.now.0);
        past.for_each(|minute| *sums.entry(minute).or_default() += 1);
    }
    sums
}

/// The sum of an hour; what lies ahead is null.
fn sum(sums: &BTreeMap<i64, u64>, time: i64, now: Timestamp) -> Value {
    match sums.get(&time) {
        Some(sum) => json!(sum),
        None if time > now.0 => Value::Null,
        None => json!(0),
    }
}

fn literal_error(name: &str, expected: &str) -> Response {
    invalid(json!([{
        "type": "literal_error",
        "loc": ["query", name],
        "msg": format!("Input should be {expected}"),
        "ctx": {"expected": expected},
    }]))
}
