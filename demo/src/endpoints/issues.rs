//! One issue: detail, status, deletion.

use crate::call::{Call, invalid};
use crate::endpoints::{comments, find, user_reports};
use crate::http::Response;
use crate::pages;
use crate::routes::Route;
use crate::seed::issues::IssueSeed;
use crate::update::{FixedIn, Update};
use crate::users::by_id;
use glint_model::id::{IssueId, ProjectId, ProjectSlug};
use glint_model::timestamp::Timestamp;
use glint_model::wire::issue::{Assignee, Issue, IssueRelease, IssueStatus, ProjectReference};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

/// One issue.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/issues/{issue_id}/", detail),
    Route::new("PUT", "/api/0/issues/{issue_id}/", update),
    Route::new("DELETE", "/api/0/issues/{issue_id}/", delete),
    Route::new(
        "PUT",
        "/api/0/organizations/{organization_slug}/issues/{issue_id}/",
        update,
    ),
    Route::new("GET", "/api/0/issues/{issue_id}/commits/", commits).since_6_1(),
];

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let issue = find::issue(call)?;
    Ok(Response::json(200, &detail_value(call, &issue)))
}

/// 5.2 answers with half of the names in snake case; 6.1 does not.
fn update(call: &mut Call<'_>) -> Result<Response, Response> {
    let issue = find::issue(call)?;
    let body: Map<String, Value> = call.body()?;
    let update = update_in(call, &body)?;
    if update.status.is_none() {
        return Err(pages::server_error());
    }
    call.world.changes.apply(&call.demo.seed, issue.id, &update);
    let mut value = detail_value(call, &issue);
    if !call.is_6_1()
        && let Some(fields) = value.as_object_mut()
    {
        for (camel, snake) in SNAKE_NAMES {
            let moved = fields.remove(*camel).unwrap_or_default();
            fields.insert((*snake).to_owned(), moved);
        }
    }
    Ok(Response::json(200, &value))
}

const SNAKE_NAMES: &[(&str, &str)] = &[
    ("shareId", "share_id"),
    ("statusDetails", "status_details"),
    ("subscriptionDetails", "subscription_details"),
    ("userCount", "user_count"),
    ("matchingEventId", "matching_event_id"),
];

fn delete(call: &mut Call<'_>) -> Result<Response, Response> {
    let issue = find::issue(call)?;
    call.world.changes.issue_mut(issue.id).deleted = Some(Instant::now());
    Ok(Response::empty(204))
}

/// Commits of the release the issue was first seen in; the seed has none.
fn commits(call: &mut Call<'_>) -> Result<Response, Response> {
    find::issue(call)?;
    Ok(Response::json(200, &json!([])))
}

/// What a body asks for, as far as this generation knows it.
pub fn update_in(call: &Call<'_>, body: &Map<String, Value>) -> Result<Update, Response> {
    let status = status_in(body)?;
    if !call.is_6_1() {
        return Ok(Update {
            status,
            ..Update::default()
        });
    }
    let details = body.get("statusDetails").unwrap_or(&Value::Null);
    let release = match (details["inRelease"].as_str(), details["inNextRelease"].as_bool()) {
        (Some(version), _) => Some(FixedIn::Version(version.to_owned())),
        (None, Some(true)) => Some(FixedIn::Newest),
        _ => None,
    };
    Ok(Update {
        status,
        release,
        assigned_to: assignee_in(call, body)?,
    })
}

/// The status that a body asks for; a word that is none is refused.
fn status_in(body: &Map<String, Value>) -> Result<Option<IssueStatus>, Response> {
    let Some(value) = body.get("status").filter(|value| !value.is_null()) else {
        return Ok(None);
    };
    let status = serde_json::from_value(value.clone())
        .ok()
        .filter(|status| *status != IssueStatus::Unknown);
    let expected = "'unresolved', 'resolved' or 'ignored'";
    let refused = json!([{
        "type": "enum",
        "loc": ["body", "payload", "status"],
        "msg": format!("Input should be {expected}"),
        "ctx": {"expected": expected},
    }]);
    status.map(Some).ok_or_else(|| invalid(refused))
}

/// The assignee that a body names: outer None when it names none, inner None to take the issue from whoever has it.
fn assignee_in(call: &Call<'_>, body: &Map<String, Value>) -> Result<Option<Option<String>>, Response> {
    match body.get("assignedTo") {
        None => Ok(None),
        Some(Value::String(text)) if assignee(call, text).is_some() => Ok(Some(Some(text.clone()))),
        Some(Value::Null) => Ok(Some(None)),
        Some(_) => Err(invalid(json!([{
            "type": "value_error",
            "loc": ["body", "payload", "assignedTo"],
            "msg": "Value error, Unknown assignee",
        }]))),
    }
}

/// Who `user:1` or `team:2` is.
fn assignee(call: &Call<'_>, text: &str) -> Option<Assignee> {
    let (kind, number) = text.split_once(':')?;
    let number: i64 = number.parse().ok()?;
    let (name, user, slug) = match kind {
        "user" => by_id(number).map(|user| (user.name, Some(user.email.to_owned()), None))?,
        "team" => find::organizations(call)
            .into_iter()
            .flat_map(|own| call.directory().teams_of(own.id))
            .find(|team| team.id == number)
            .map(|team| (team.slug.as_str(), None, Some(team.slug.clone())))?,
        _ => return None,
    };
    Some(Assignee {
        kind: kind.to_owned(),
        id: number.to_string(),
        name: name.to_owned(),
        username: user.clone(),
        email: user,
        slug,
    })
}

fn detail_value(call: &Call<'_>, issue: &Arc<IssueSeed>) -> Value {
    let user_report_count = Some(user_reports::of_issue(call, issue).len() as u64);
    value(
        call,
        Issue {
            user_report_count,
            ..wire(call, issue)
        },
    )
}

/// An issue as JSON; 6.1 sends its own fields even where they are null.
pub fn value(call: &Call<'_>, issue: Issue) -> Value {
    let mut value = serde_json::to_value(issue).unwrap_or_default();
    if call.is_6_1()
        && let Some(fields) = value.as_object_mut()
    {
        for name in ["assignedTo", "firstRelease", "lastRelease"] {
            fields.entry(name).or_insert(Value::Null);
        }
    }
    value
}

/// An issue as this world has it.
pub fn wire(call: &Call<'_>, issue: &IssueSeed) -> Issue {
    let project = call.directory().project_of(issue);
    let change = call.world.changes.issue(issue.id);
    let release = |time| call.is_6_1().then(|| release_at(call, issue, time)).flatten();
    Issue {
        id: IssueId::new(issue.id.to_string()),
        count: issue.count + change.merged_count,
        kind: issue.kind,
        level: issue.level,
        status: call.world.changes.status(issue),
        project: ProjectReference {
            id: ProjectId::new(project.id.to_string()),
            platform: project.platform.clone(),
            slug: ProjectSlug::from(project.slug.as_str()),
            name: project.name.clone(),
        },
        short_id: format!("{}-{}", project.slug.to_uppercase(), base36(issue.number)),
        num_comments: comments::of_issue(call, issue).len() as u64,
        stats: Some(BTreeMap::from([("24h".to_owned(), Vec::new())])),
        share_id: None,
        logger: None,
        permalink: Some(format!(
            "{}/{}/issues/{}",
            call.request.origin_of_host(),
            project.slug,
            issue.id
        )),
        status_details: Some(change.status_details.unwrap_or_default()),
        subscription_details: None,
        user_count: Some(if call.is_6_1() { call.demo.seed.users(issue) } else { 0 }),
        matching_event_id: None,
        first_seen: issue.first_seen,
        last_seen: issue.last_seen,
        title: issue.title.clone(),
        metadata: issue.metadata.clone(),
        culprit: Some(String::new()),
        user_report_count: None,
        first_release: release(issue.first_seen),
        last_release: release(issue.last_seen),
        assigned_to: change.assigned_to.and_then(|text| assignee(call, &text)),
    }
}

fn release_at(call: &Call<'_>, issue: &IssueSeed, time: Timestamp) -> Option<IssueRelease> {
    let seed = &call.demo.seed;
    let version = seed.release_at(issue.project, time, false);
    let release = seed.releases.iter().find(|release| release.version == version)?;
    Some(IssueRelease {
        short_version: version.to_owned(),
        date_created: release.created,
        date_released: None,
        version: version.to_owned(),
    })
}

/// A number in digits and capitals, as short ids end.
fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    while number > 0 {
        digits.extend(char::from_digit((number % 36) as u32, 36).map(|digit| digit.to_ascii_uppercase()));
        number /= 36;
    }
    digits.into_iter().rev().collect()
}
