//! Changes of many issues at once: those that the same filters find as in the list.

use crate::call::Call;
use crate::endpoints::{find, issue_list, issues};
use crate::http::Response;
use crate::routes::Route;
use crate::seed::issues::IssueSeed;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use std::time::Instant;

/// Bulk changes.
pub const ROUTES: &[Route] = &[
    Route::new("PUT", "/api/0/organizations/{organization_slug}/issues/", update),
    Route::new("DELETE", "/api/0/organizations/{organization_slug}/issues/", delete),
];

/// Only so many events move when issues are merged.
const MOVED_AT_MOST: u64 = 1000;

/// So many issues change before 6.1 answers; the rest follows in the background.
const AT_ONCE: usize = 50;

fn update(call: &mut Call<'_>) -> Result<Response, Response> {
    let (organization, _) = find::organization(call)?;
    let body: Map<String, Value> = call.body()?;
    let update = issues::update_in(call, &body)?;
    let merge = body.get("merge").filter(|value| !value.is_null()).cloned();
    let found = issue_list::found(call, organization.id)?.issues;
    let ids: Vec<i64> = found.iter().map(|issue| issue.id).collect();
    let (first, rest) = ids.split_at(if call.is_6_1() {
        ids.len().min(AT_ONCE)
    } else {
        ids.len()
    });
    for id in first {
        call.world.changes.apply(&call.demo.seed, *id, &update);
    }
    if !rest.is_empty() {
        call.world.changes.apply_later(rest.to_vec(), update.clone());
    }
    if merge.is_some() {
        merge_all(call, &found);
    }
    Ok(echo(json!(update.status), merge))
}

/// All go into the newest; 5.2 does not add up the counts.
fn merge_all(call: &mut Call<'_>, issues: &[Arc<IssueSeed>]) {
    let ids: Vec<i64> = issues.iter().map(|issue| issue.id).collect();
    let Some(target) = ids.iter().max().copied() else {
        return;
    };
    let moved: u64 = issues
        .iter()
        .filter(|issue| issue.id != target)
        .map(|issue| issue.count.min(MOVED_AT_MOST))
        .sum();
    call.world.changes.merge(target, &ids);
    if call.is_6_1() {
        call.world.changes.issue_mut(target).merged_count += moved;
    }
}

/// The answer says "resolved" although it was a deletion.
fn delete(call: &mut Call<'_>) -> Result<Response, Response> {
    let (organization, _) = find::organization(call)?;
    for issue in issue_list::found(call, organization.id)?.issues {
        call.world.changes.issue_mut(issue.id).deleted = Some(Instant::now());
    }
    Ok(echo(json!("resolved"), None))
}

fn echo(status: Value, merge: Option<Value>) -> Response {
    Response::json(200, &json!({"status": status, "merge": merge}))
}
