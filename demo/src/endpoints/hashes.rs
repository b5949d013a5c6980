//! The fingerprints of an issue: more than one after a merge, and each can be taken out again.

use crate::call::Call;
use crate::cursor::Key;
use crate::endpoints::events::{Place, row};
use crate::endpoints::find;
use crate::http::Response;
use crate::page;
use crate::routes::Route;
use crate::seed::dice::Dice;
use serde_json::json;
use std::cmp::Reverse;
use std::sync::Arc;

/// Fingerprints.
pub const ROUTES: &[Route] = &[
    Route::new(
        "GET",
        "/api/0/organizations/{organization_slug}/issues/{issue_id}/hashes/",
        list,
    ),
    Route::new(
        "DELETE",
        "/api/0/organizations/{organization_slug}/issues/{issue_id}/hashes/",
        unmerge,
    ),
];

fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let issue = find::issue(call)?;
    let mut family = call.family(&issue);
    family.sort_by_key(|member| Reverse(member.id));
    page::list(
        call,
        &family,
        true,
        |member| Key::Number(member.id),
        |member| {
            let newest = Place {
                issue: Arc::clone(member),
                n: member.count - 1,
                time: member.last_seen,
            };
            json!({"id": hash(member.id), "latestEvent": row(call, &newest, issue.id)})
        },
    )
}

fn unmerge(call: &mut Call<'_>) -> Result<Response, Response> {
    let issue = find::issue(call)?;
    let wanted: Vec<String> = call.all("id").map(str::to_owned).collect();
    let family: Vec<i64> = call.family(&issue).into_iter().map(|member| member.id).collect();
    for member in family.into_iter().filter(|member| *member != issue.id) {
        if wanted.contains(&hash(member)) {
            call.world.changes.issue_mut(member).merged_into = None;
        }
    }
    Ok(Response::empty(202))
}

/// The fingerprint of what came in as this issue: 32 hex digits.
pub fn hash(issue: i64) -> String {
    Dice::new(&[issue as u64, 0x4a]).hex(32)
}
