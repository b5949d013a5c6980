//! Alerts of a project. Whoever may not look after the project finds none to write, as a server would answer that holds
//! its filter by role against the caller; a lax one lets every member delete them.

use crate::call::{Call, invalid};
use crate::cursor::Key;
use crate::endpoints::find;
use crate::endpoints::recipients;
use crate::fields::Fields;
use crate::http::Response;
use crate::page;
use crate::rights;
use crate::routes::Route;
use crate::uptime::alerts::{Alert, AlertSettings, Recipient, Target};
use serde_json::{Value, json};

/// Alerts.
pub const ROUTES: &[Route] = &[
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/alerts/",
        list,
    ),
    Route::new(
        "POST",
        "/api/0/projects/{organization_slug}/{project_slug}/alerts/",
        create,
    ),
    Route::new(
        "PUT",
        "/api/0/projects/{organization_slug}/{project_slug}/alerts/{alert_id}/",
        update,
    ),
    Route::new(
        "DELETE",
        "/api/0/projects/{organization_slug}/{project_slug}/alerts/{alert_id}/",
        delete,
    ),
    Route::new(
        "POST",
        "/api/0/projects/{organization_slug}/{project_slug}/alerts/{alert_id}/test/",
        test,
    )
    .since_6_1(),
];

/// The newest first. An unknown project has none.
fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let mut rows = find::project(call)
        .map(|project| call.world.uptime.alerts.of_project(project.id))
        .unwrap_or_default();
    rows.retain(|alert| is_shown(call, alert));
    page::list(
        call,
        &rows,
        true,
        |alert| Key::Number(alert.id),
        |alert| wire(call, alert),
    )
}

/// A generation shows what it knows all recipients of.
fn is_shown(call: &Call<'_>, alert: &Alert) -> bool {
    let mut recipients = alert.recipients.iter();
    call.is_6_1() || recipients.all(|recipient| recipients::is_in_5_2(&recipient.target.kind))
}

fn create(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = rights::project(call)?.id;
    let (settings, targets) = body(call)?;
    let alert = call.world.uptime.alerts.add(project, settings, targets).clone();
    Ok(Response::json(201, &wire(call, &alert)))
}

fn update(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = rights::project(call)?.id;
    let id = call.number("alert_id")?;
    let (settings, targets) = body(call)?;
    let changed = call.world.uptime.alerts.change(project, id, settings, targets).cloned();
    let alert = changed.ok_or_else(Response::not_found)?;
    Ok(Response::json(200, &wire(call, &alert)))
}

fn delete(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = rights::project_to_delete(call)?.id;
    let id = call.number("alert_id")?;
    if call.world.uptime.alerts.delete(project, id) {
        Ok(Response::empty(204))
    } else {
        Err(Response::not_found())
    }
}

/// Sends a test to one recipient (6.1).
fn test(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = rights::project(call)?.id;
    let id = call.number("alert_id")?;
    let Some(recipient) = call.get("recipient_id") else {
        return Err(invalid(
            json!([{"type": "missing", "loc": ["query", "recipient_id"], "msg": "Field required"}]),
        ));
    };
    let alerts = &call.world.uptime.alerts;
    let alert = alerts.find(project, id).ok_or_else(Response::not_found)?;
    let mut all = alert.recipients.iter();
    let recipient = all
        .find(|it| it.id.to_string() == recipient)
        .ok_or_else(Response::not_found)?;
    let (status, message) = outcome(&recipient.target);
    let result = json!({"recipientType": recipient.target.kind, "status": status, "message": message});
    Ok(Response::json(200, &result))
}

/// What becomes of a test: e-mail is passed over, and the name of the host says which ones do not take it.
fn outcome(target: &Target) -> (&'static str, Option<&'static str>) {
    let rest = target.url.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', ':', '?', '#']).next().unwrap_or_default();
    if target.kind == "email" {
        ("skipped", Some("Test messages are not sent by e-mail"))
    } else if host.ends_with(".invalid") {
        ("error", Some("Name or service not known"))
    } else if host.starts_with("down.") {
        ("error", Some("Connection refused"))
    } else if host.contains("fail") {
        ("error", Some("HTTP 404"))
    } else {
        ("sent", None)
    }
}

fn body(call: &Call<'_>) -> Result<(AlertSettings, Vec<Target>), Response> {
    let mut fields = Fields::of_body(call)?;
    let name = fields.text("name", 255);
    let targets = recipients::read(&mut fields, call.is_6_1());
    let settings = AlertSettings {
        name,
        minutes: fields.number("timespanMinutes"),
        quantity: fields.number("quantity"),
        uptime: fields.flag("uptime"),
    };
    fields.check()?;
    Ok((settings, targets))
}

fn wire(call: &Call<'_>, alert: &Alert) -> Value {
    let recipient = |recipient: &Recipient| {
        let target = &recipient.target;
        let mut row = json!({"id": recipient.id, "recipientType": target.kind, "url": target.url});
        if call.is_6_1() {
            row["config"] = target.config.clone();
            row["tagsToAdd"] = json!(target.tags);
        }
        row
    };
    json!({
        "alertRecipients": alert.recipients.iter().map(recipient).collect::<Vec<_>>(),
        "id": alert.id,
        "name": alert.settings.name,
        "timespanMinutes": alert.settings.minutes,
        "quantity": alert.settings.quantity,
        "uptime": alert.settings.uptime,
    })
}
