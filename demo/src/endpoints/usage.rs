//! How much an organization used: all at once in 5.2, by the period and the day in 6.1.

use crate::call::{Call, invalid};
use crate::endpoints::find;
use crate::http::Response;
use crate::pages;
use crate::routes::Route;
use crate::usage::{self, Day, Usage};
use glint_model::timestamp::Timestamp;
use serde_json::{Value, json};

/// Usage.
pub const ROUTES: &[Route] = &[
    Route::new(
        "GET",
        "/api/0/stripe/subscriptions/{organization_slug}/events_count/",
        count,
    ),
    Route::new(
        "GET",
        "/api/0/stripe/subscriptions/{organization_slug}/events_count/period/",
        period,
    )
    .since_6_1(),
    Route::new(
        "GET",
        "/api/0/stripe/subscriptions/{organization_slug}/events_count/daily/",
        daily,
    )
    .since_6_1(),
];

/// The period under way. 6.1 has it no more.
fn count(call: &mut Call<'_>) -> Result<Response, Response> {
    if call.is_6_1() {
        return Err(pages::not_found());
    }
    let usage = of_period(call, 0)?;
    Ok(Response::json(
        200,
        &json!({
            "eventCount": usage.sum(|day| day.events),
            "transactionEventCount": usage.sum(|day| day.transactions),
            "uptimeCheckEventCount": usage.sum(|day| day.checks),
            "fileSizeMb": usage.files_mb,
        }),
    ))
}

/// `periods_ago=0` is the period under way, 1 the one before.
fn period(call: &mut Call<'_>) -> Result<Response, Response> {
    let ago = call.get("periods_ago").unwrap_or("0").parse();
    let ago = ago.map_err(|_| {
        let message = "Input should be a valid integer, unable to parse string as an integer";
        invalid(json!([{"type": "int_parsing", "loc": ["query", "periods_ago"], "msg": message}]))
    })?;
    if !(0..=1).contains(&ago) {
        let message = "Input should be less than or equal to 1";
        return Err(invalid(
            json!([{"type": "less_than_equal", "loc": ["query", "periods_ago"], "msg": message, "ctx": {"le": 1}}]),
        ));
    }
    let usage = of_period(call, ago)?;
    let mut row = counts(&Day {
        start: 0,
        events: usage.sum(|day| day.events),
        transactions: usage.sum(|day| day.transactions),
        checks: usage.sum(|day| day.checks),
        logs: usage.sum(|day| day.logs),
    });
    row["total"] = json!(usage.total());
    row["fileSizeMb"] = json!(usage.files_mb);
    Ok(Response::json(200, &row))
}

/// The days of the period under way, the oldest first.
fn daily(call: &mut Call<'_>) -> Result<Response, Response> {
    let usage = of_period(call, 0)?;
    let row = |day: &Day| {
        let mut row = counts(day);
        row["date"] = json!(Timestamp(day.start).to_iso().split('T').next());
        row
    };
    let rows: Vec<Value> = usage.days.iter().map(row).collect();
    Ok(Response::json(200, &json!({"data": rows})))
}

fn of_period(call: &Call<'_>, ago: i64) -> Result<Usage, Response> {
    let (organization, _) = find::organization(call)?;
    Ok(usage::of_period(call.demo, call.world, organization.id, ago))
}

fn counts(day: &Day) -> Value {
    json!({
        "eventCount": day.events,
        "transactionEventCount": day.transactions,
        "uptimeCheckEventCount": day.checks,
        "logEventCount": day.logs,
    })
}
