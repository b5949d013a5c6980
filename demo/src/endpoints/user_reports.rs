//! What users of the broken application wrote about it.

use crate::call::Call;
use crate::cursor::Key;
use crate::endpoints::find;
use crate::http::Response;
use crate::page;
use crate::routes::Route;
use crate::seed::dice::Dice;
use crate::seed::event_id;
use crate::seed::issues::IssueSeed;
use glint_model::id::EventId;
use glint_model::timestamp::Timestamp;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// User reports.
pub const ROUTES: &[Route] = &[Route::new("GET", "/api/0/issues/{issue_id}/user-reports/", list)];

const REPORTS: [(&str, &str, &str); 3] = [
    (
        "Uma User",
        "uma@customers.example.com",
        "I pressed Pay and got a white page. Twice!",
    ),
    ("", "anonymous@customers.example.com", "does not work"),
    (
        "<b>Bob</b>",
        "bob@customers.example.com",
        "Line one\nline two <script>alert(1)</script>\n\nשלום",
    ),
];

/// A report: its number, the event it is about, and the index of its text.
#[derive(Clone, Debug)]
pub struct ReportRow {
    id: i64,
    event: String,
    created: Timestamp,
    text: usize,
}

fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let id = call.number("issue_id")?;
    let rows = find::visible_issue(call, id)
        .map(|issue| of_issue(call, &issue))
        .unwrap_or_default();
    page::list(call, &rows, true, |row| Key::Time(row.created), wire)
}

/// The reports about an issue's events, the newest first.
pub fn of_issue(call: &Call<'_>, issue: &Arc<IssueSeed>) -> Vec<ReportRow> {
    call.family(issue).iter().flat_map(|member| seeded(member)).collect()
}

/// The report about an event, as the event carries it.
pub fn of_event(call: &Call<'_>, issue: &Arc<IssueSeed>, event: &EventId) -> Option<Map<String, Value>> {
    let row = of_issue(call, issue)
        .into_iter()
        .find(|row| row.event == event.as_str())?;
    wire(&row).as_object().cloned()
}

fn seeded(issue: &IssueSeed) -> Vec<ReportRow> {
    let mut dice = Dice::new(&[issue.id as u64, 0x0e]);
    let count = match issue.laid_out {
        1000.. => 3,
        _ if dice.percent(6) => 1,
        _ => 0,
    };
    let report = |index: u64| {
        let n = issue.laid_out - 1 - index;
        ReportRow {
            id: issue.id * 10 + index as i64,
            event: event_id::encode(issue.id, n),
            created: Timestamp(issue.event_time(n).0 + 90_000),
            text: index as usize,
        }
    };
    (0..count.min(issue.laid_out)).map(report).collect()
}

fn wire(row: &ReportRow) -> Value {
    let (name, email, comments) = REPORTS[row.text % REPORTS.len()];
    json!({
        "eventID": row.event,
        "event": {"eventId": row.event},
        "dateCreated": row.created,
        "user": null,
        "id": row.id,
        "name": name,
        "email": email,
        "comments": comments,
    })
}
