//! Alerts of a project. Like the real server, it lets any member set them up, change and delete them.

use crate::call::{Call, invalid};
use crate::cursor::Key;
use crate::endpoints::find;
use crate::endpoints::recipients;
use crate::fields::Fields;
use crate::http::Response;
use crate::page;
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
    let rows = find::project(call)
        .map(|project| call.world.uptime.alerts.of_project(project.id))
        .unwrap_or_default();
    page::list(
        call,
        &rows,
        true,
        |alert| Key::Number(alert.id),
        |alert| wire(call, alert),
    )
}

fn create(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = find::project(call).ok_or_else(Response::not_found)?.id;
    let (settings, targets) = body(call)?;
    let alert = call.world.uptime.alerts.add(project, settings, targets).clone();
    Ok(Response::json(201, &wire(call, &alert)))
}

fn update(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = find::project(call).ok_or_else(Response::not_found)?.id;
    let id = call.number("alert_id")?;
    let (settings, targets) = body(call)?;
    let changed = call.world.uptime.alerts.change(project, id, settings, targets).cloned();
    let alert = changed.ok_or_else(Response::not_found)?;
    Ok(Response::json(200, &wire(call, &alert)))
}

fn delete(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = find::project(call).ok_or_else(Response::not_found)?.id;
    let id = call.number("alert_id")?;
    if call.world.uptime.alerts.delete(project, id) {
        Ok(Response::empty(204))
    } else {
        Err(Response::not_found())
    }
}

/// Sends a test to one recipient (6.1): e-mail is passed over, and hosts that begin with `down.` cannot be reached.
fn test(call: &mut Call<'_>) -> Result<Response, Response> {
    let project = find::project(call).ok_or_else(Response::not_found)?.id;
    let id = call.number("alert_id")?;
    let Some(recipient) = call.get("recipient_id") else {
        return Err(invalid(
            json!([{"type": "missing", "loc": ["query", "recipient_id"], "msg": "Field required"}]),
        ));
    };
    let alert = call
        .world
        .uptime
        .alerts
        .find(project, id)
        .ok_or_else(Response::not_found)?;
    let mut all = alert.recipients.iter();
    let recipient = all
        .find(|it| it.id.to_string() == recipient)
        .ok_or_else(Response::not_found)?;
    let target = &recipient.target;
    let (status, message) = if target.kind == "email" {
        ("skipped", Some("Test messages are not sent by e-mail"))
    } else if target
        .url
        .split_once("://")
        .is_some_and(|(_, rest)| rest.starts_with("down."))
    {
        ("error", Some("Connection refused"))
    } else {
        ("sent", None)
    };
    let result = json!({"recipientType": target.kind, "status": status, "message": message});
    Ok(Response::json(200, &result))
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
