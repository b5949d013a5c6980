//! Tags of an issue: every key with every value, nothing left out and nothing paged.

use crate::call::Call;
use crate::endpoints::find;
use crate::http::Response;
use crate::routes::Route;
use crate::seed::dice::Dice;
use crate::seed::issues::TagCounts;
use glint_model::wire::tag::{IssueTag, TagValue};
use std::cmp::Reverse;

/// Tags.
pub const ROUTES: &[Route] = &[Route::new("GET", "/api/0/issues/{issue_id}/tags/", list)];

/// The keys come in no order; `key` asks for one of them.
fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let issue = find::issue(call)?;
    let wanted = call.get("key");
    let mut counts = TagCounts::new();
    for member in call.family(&issue) {
        for (key, values) in call.demo.seed.tags(&member) {
            let sums = counts.entry(key.clone()).or_default();
            for (value, count) in values {
                *sums.entry(value.clone()).or_default() += count;
            }
        }
    }
    let mut tags: Vec<_> = counts
        .into_iter()
        .filter(|(key, _)| wanted.is_none_or(|wanted| wanted == key))
        .map(|(key, values)| tag(key, values.into_iter().collect()))
        .collect();
    tags.sort_by_cached_key(|tag| Dice::new(&[issue.id as u64, tag.total_values, tag.key.len() as u64]).throw());
    Ok(Response::json(200, &tags))
}

fn tag(key: String, mut values: Vec<(String, u64)>) -> IssueTag {
    values.sort_by_key(|(_, count)| Reverse(*count));
    let value = |(value, count): &(String, u64)| TagValue {
        name: Some(value.clone()),
        value: Some(value.clone()),
        count: *count,
        key: key.clone(),
    };
    IssueTag {
        top_values: values.iter().map(value).collect(),
        unique_values: values.len() as u64,
        name: key.clone(),
        total_values: values.iter().map(|(_, count)| count).sum(),
        key,
    }
}
