//! Comments on an issue. Like the real server, it lets any member change anybody's.

use crate::call::Call;
use crate::changes::CommentRow;
use crate::cursor::Key;
use crate::endpoints::find;
use crate::http::Response;
use crate::page;
use crate::pages;
use crate::routes::Route;
use crate::seed::dice::Dice;
use crate::seed::issues::IssueSeed;
use crate::users::by_id;
use glint_model::timestamp::Timestamp;
use serde_json::{Value, json};

/// Comments.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/issues/{issue_id}/comments/", list),
    Route::new("POST", "/api/0/issues/{issue_id}/comments/", add),
    Route::new("PUT", "/api/0/issues/{issue_id}/comments/{comment_id}/", update),
    Route::new("DELETE", "/api/0/issues/{issue_id}/comments/{comment_id}/", delete),
];

const TEXTS: [&str; 5] = [
    "Looking at this now. The provider reset the connection **3 times**.",
    "Could be the new proxy:\n\n```\ncurl -v https://api.payments.example.com/v2/charges\n```\n- first\n- second <script>alert(3)</script>",
    "Customer impact: 12 orders. @max please check.",
    "Fixed by rolling back, see [the runbook](https://wiki.example.com/runbook) and [this](javascript:alert(1)).",
    "👍",
];

/// Numbers of comments that visitors write start here, above those of the seed.
const FIRST_WRITTEN: i64 = 100_000;

/// An unknown issue has an empty list.
fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let id = call.number("issue_id")?;
    let mut rows = find::visible_issue(call, id)
        .map(|issue| of_issue(call, &issue))
        .unwrap_or_default();
    rows.reverse();
    page::list(call, &rows, true, |row| Key::Time(row.created), wire)
}

fn add(call: &mut Call<'_>) -> Result<Response, Response> {
    let id = call.number("issue_id")?;
    let Some(issue) = find::visible_issue(call, id) else {
        return Err(Response::detail(400, "Issue does not exist"));
    };
    let text = text(call)?;
    let comment = CommentRow {
        id: FIRST_WRITTEN + call.world.changes.comments_written,
        user: call.user.map_or(0, |user| user.id),
        created: call.now,
        text: Some(text),
    };
    call.world.changes.comments_written += 1;
    let wire = wire(&comment);
    editable(call, &issue).push(comment);
    Ok(Response::json(201, &wire))
}

fn update(call: &mut Call<'_>) -> Result<Response, Response> {
    let issue = find::issue(call)?;
    let id = call.number("comment_id")?;
    let text = text(call)?;
    let row = editable(call, &issue)
        .iter_mut()
        .find(|row| row.id == id)
        .ok_or_else(Response::not_found)?;
    row.text = Some(text);
    Ok(Response::json(200, &wire(row)))
}

fn delete(call: &mut Call<'_>) -> Result<Response, Response> {
    let issue = find::issue(call)?;
    let id = call.number("comment_id")?;
    let rows = editable(call, &issue);
    let before = rows.len();
    rows.retain(|row| row.id != id);
    if rows.len() == before {
        Err(Response::not_found())
    } else {
        Ok(Response::empty(204))
    }
}

/// The text of the body; a body without one is an exception in the server.
fn text(call: &Call<'_>) -> Result<String, Response> {
    let body: Value = call.body()?;
    body["data"]["text"]
        .as_str()
        .map(str::to_owned)
        .ok_or_else(pages::server_error)
}

/// The comments of an issue, the oldest first.
pub fn of_issue(call: &Call<'_>, issue: &IssueSeed) -> Vec<CommentRow> {
    call.world
        .changes
        .comments
        .get(&issue.id)
        .cloned()
        .unwrap_or_else(|| seeded(issue))
}

fn editable<'a>(call: &'a mut Call<'_>, issue: &IssueSeed) -> &'a mut Vec<CommentRow> {
    call.world
        .changes
        .comments
        .entry(issue.id)
        .or_insert_with(|| seeded(issue))
}

/// The busiest issues and a few others come with comments.
fn seeded(issue: &IssueSeed) -> Vec<CommentRow> {
    let mut dice = Dice::new(&[issue.id as u64, 0xc0]);
    let count = match issue.laid_out {
        0 => 0,
        1000.. => 5,
        _ if dice.percent(8) => 1 + dice.below(3) as i64,
        _ => 0,
    };
    (0..count)
        .map(|index| CommentRow {
            id: issue.id * 10 + index,
            user: 1 + dice.below(5) as i64,
            created: Timestamp(issue.laid_out_until.0 - (count - index) * 1_900_000),
            text: Some(TEXTS[index as usize % TEXTS.len()].to_owned()),
        })
        .collect()
}

fn wire(row: &CommentRow) -> Value {
    let user = by_id(row.user).map(|user| json!({"id": user.id.to_string(), "email": user.email}));
    json!({"data": {"text": row.text}, "type": "note", "dateCreated": row.created, "user": user, "id": row.id})
}
