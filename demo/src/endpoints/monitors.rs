//! Monitors. As far as is known the real server lets any member create, change and delete them.

use crate::call::Call;
use crate::endpoints::find;
use crate::fields::Fields;
use crate::http::Response;
use crate::page;
use crate::pages;
use crate::routes::Route;
use crate::seed::dice::Dice;
use crate::seed::monitors::course::HOUR;
use crate::seed::monitors::{Era, Kind, Monitor, course_of};
use crate::uptime::record::{Check, Record};
use crate::uptime::{Effect, State, endpoint_id};
use glint_model::timestamp::Timestamp;
use serde::Serialize;
use std::sync::Arc;

/// Monitors.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/organizations/{organization_slug}/monitors/", list),
    Route::new("POST", "/api/0/organizations/{organization_slug}/monitors/", create),
    Route::new(
        "GET",
        "/api/0/organizations/{organization_slug}/monitors/{monitor_id}/",
        detail,
    ),
    Route::new(
        "PUT",
        "/api/0/organizations/{organization_slug}/monitors/{monitor_id}/",
        update,
    ),
    Route::new(
        "DELETE",
        "/api/0/organizations/{organization_slug}/monitors/{monitor_id}/",
        delete,
    ),
];

/// A larger interval does not fit the server's column.
const LONGEST_INTERVAL: i64 = 32_767;
/// How many checks come with a monitor at most, and how far back, in ms.
const CHECKS: usize = 60;
const CHECKS_SINCE: i64 = 12 * HOUR;

/// A check as it is sent.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckWire {
    is_up: bool,
    start_check: Timestamp,
    reason: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_time: Option<Option<i64>>,
}

/// A monitor as it is sent.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MonitorWire {
    #[serde(rename = "projectID")]
    project_id: Option<String>,
    #[serde(rename = "environmentID")]
    environment_id: Option<i64>,
    is_up: Option<bool>,
    last_change: Option<String>,
    heartbeat_endpoint: Option<String>,
    project_name: Option<&'static str>,
    env_name: Option<&'static str>,
    checks: Vec<CheckWire>,
    #[serde(rename = "organizationID")]
    organization_id: i64,
    monitor_type: Kind,
    id: i64,
    #[serde(rename = "endpointID")]
    endpoint_id: Option<String>,
    created: Timestamp,
    name: String,
    url: String,
    expected_status: Option<i64>,
    expected_body: String,
    interval: i64,
    timeout: Option<i64>,
}

/// What can be set about a monitor.
struct Settings {
    kind: Kind,
    name: String,
    url: String,
    interval: i64,
    timeout: Option<i64>,
    expected_status: Option<i64>,
    expected_body: String,
    project: Option<i64>,
}

fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let rows = find::organization_or_nothing(call)
        .map(|own| call.world.uptime.of_organization(&call.demo.seed, own.id))
        .unwrap_or_default();
    page::list_by_count(call, &rows, |monitor| wire(call, monitor, false))
}

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let monitor = find::monitor(call)?.ok_or_else(Response::not_found)?;
    Ok(Response::json(200, &wire(call, &monitor, true)))
}

fn create(call: &mut Call<'_>) -> Result<Response, Response> {
    let (organization, _) = find::organization(call)?;
    let settings = settings(call, organization.id)?;
    let monitor = Monitor {
        id: call.world.uptime.next_id(),
        organization: organization.id,
        project: settings.project,
        environment: None,
        kind: settings.kind,
        course: course_of(settings.kind, &settings.url),
        name: settings.name,
        url: settings.url,
        expected_status: settings.expected_status,
        expected_body: settings.expected_body,
        timeout: settings.timeout,
        created: call.now,
        eras: vec![Era {
            start: call.now,
            interval: settings.interval,
        }],
    };
    call.world.uptime.put(monitor.clone());
    Ok(Response::json(201, &wire(call, &monitor, false)))
}

/// The past stays as it is: a new interval begins now, and so does what a new address makes of the checks.
fn update(call: &mut Call<'_>) -> Result<Response, Response> {
    let old = find::monitor(call)?.ok_or_else(Response::not_found)?;
    let settings = settings(call, old.organization)?;
    let mut monitor = Monitor::clone(&old);
    if settings.interval != monitor.interval() {
        monitor.eras.push(Era {
            start: call.now,
            interval: settings.interval,
        });
    }
    if (settings.kind, &settings.url) != (monitor.kind, &monitor.url) {
        let trouble = course_of(settings.kind, &settings.url).trouble(0, 0);
        let state = trouble.map_or(State::UP, State::down);
        call.world.uptime.mark(old.id, call.now, Effect::Planned(state));
    }
    monitor.kind = settings.kind;
    monitor.name = settings.name;
    monitor.url = settings.url;
    monitor.timeout = settings.timeout;
    monitor.expected_status = settings.expected_status;
    monitor.expected_body = settings.expected_body;
    monitor.project = settings.project;
    call.world.uptime.put(monitor.clone());
    Ok(Response::json(200, &wire(call, &monitor, false)))
}

fn delete(call: &mut Call<'_>) -> Result<Response, Response> {
    let monitor = find::monitor(call)?.ok_or_else(Response::not_found)?;
    call.world.uptime.delete(monitor.id);
    Ok(Response::empty(204))
}

/// What the body sets. A project that is none of the organization's is dropped without a word.
fn settings(call: &Call<'_>, organization: i64) -> Result<Settings, Response> {
    let mut fields = Fields::of_body(call)?;
    let expected_body = fields.required_text("expectedBody", usize::MAX);
    fields.require("expectedStatus");
    let expected_status = fields.number("expectedStatus");
    fields.require("timeout");
    let timeout = fields.number_in("timeout", 1, 60);
    let project = fields.text("project", usize::MAX);
    let kind = fields
        .text("monitorType", 12)
        .unwrap_or_else(|| Kind::Ping.name().to_owned());
    let name = fields.required_text("name", 200);
    let url = fields.text("url", 2000).unwrap_or_default();
    let interval = fields.number("interval").unwrap_or(60);
    fields.check()?;
    let refused = |text: String| Response::detail(422, text);
    let name_of_kind = kind.as_str();
    let kind = Kind::parse(name_of_kind).ok_or_else(pages::server_error)?;
    if url.is_empty() && kind != Kind::Heartbeat {
        return Err(refused(format!("URL is required for {name_of_kind}")));
    }
    let url = match kind {
        Kind::Port => {
            host_and_port(&url).ok_or_else(|| refused("Invalid Port URL, expected hostname and port".to_owned()))?
        }
        _ => url,
    };
    if !(0..=LONGEST_INTERVAL).contains(&interval) {
        return Err(pages::server_error());
    }
    let project = project.and_then(|id| id.parse().ok());
    let mut own = call.demo.seed.projects.iter();
    let own = own.find(|it| Some(it.id) == project && it.organization.id == organization);
    Ok(Settings {
        kind,
        name: name.unwrap_or_default(),
        url,
        interval,
        timeout,
        expected_status,
        expected_body: expected_body.unwrap_or_default(),
        project: own.map(|project| project.id),
    })
}

/// `host:port` of an address with or without a scheme and a path.
fn host_and_port(url: &str) -> Option<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let place = rest.split(['/', '?', '#']).next()?;
    let place = place.rsplit('@').next()?;
    let (host, port) = place.rsplit_once(':')?;
    let port: u16 = port.parse().ok()?;
    (!host.is_empty()).then(|| format!("{host}:{port}"))
}

/// The checks of a monitor up to this request.
pub fn record<'a>(call: &'a Call<'_>, monitor: &'a Monitor) -> Record<'a> {
    call.world
        .uptime
        .record(&call.demo.seed, monitor, call.now, !call.is_6_1())
}

/// A check; `with_time` adds how long it took, which lists of monitors leave out.
pub fn check_wire(record: &Record<'_>, check: &Check, with_time: bool) -> CheckWire {
    CheckWire {
        is_up: check.state.is_up,
        start_check: check.time,
        reason: check.state.reason,
        response_time: with_time.then(|| record.response_time(check)),
    }
}

/// A monitor as every endpoint sends one, with its latest checks.
pub fn wire(call: &Call<'_>, monitor: &Monitor, with_times: bool) -> MonitorWire {
    let record = record(call, monitor);
    let since = Timestamp(call.now.0 - CHECKS_SINCE);
    let latest = record.checks().take(CHECKS).take_while(|check| check.time >= since);
    let checks: Vec<_> = latest.map(|check| check_wire(&record, &check, with_times)).collect();
    let newest = record.checks().next();
    let project = call.demo.seed.projects.iter().find(|it| Some(it.id) == monitor.project);
    let endpoint = (monitor.kind == Kind::Heartbeat).then(|| endpoint_id::encode(&call.world.name, monitor.id));
    let heartbeat = endpoint.as_ref().map(|id| {
        let origin = call.request.origin_of_host();
        let slug = find::slug_of(monitor.organization);
        format!("{origin}/api/0/organizations/{slug}/heartbeat_check/{id}/")
    });
    MonitorWire {
        project_id: monitor.project.map(|id| id.to_string()),
        environment_id: monitor.environment.map(super::environments::number),
        is_up: newest.map(|check| check.state.is_up),
        last_change: record.changes().next().map(|check| with_microseconds(check.time)),
        heartbeat_endpoint: heartbeat,
        project_name: project.map(|project| project.name),
        env_name: monitor.environment,
        checks,
        organization_id: monitor.organization,
        monitor_type: monitor.kind,
        id: monitor.id,
        endpoint_id: endpoint,
        created: monitor.created,
        name: monitor.name.clone(),
        url: monitor.url.clone(),
        expected_status: monitor.expected_status,
        expected_body: monitor.expected_body.clone(),
        interval: monitor.interval(),
        timeout: monitor.timeout,
    }
}

/// The one time that the server sends with microseconds.
fn with_microseconds(time: Timestamp) -> String {
    let micros = Dice::new(&[time.0 as u64]).below(1000);
    time.to_iso().replace('Z', &format!("{micros:03}Z"))
}

/// The monitors of a status page, in its order.
pub fn of_page(call: &Call<'_>, ids: &[i64]) -> Vec<Arc<Monitor>> {
    let uptime = &call.world.uptime;
    ids.iter()
        .filter_map(|id| uptime.find(&call.demo.seed, *id))
        .map(Arc::clone)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::host_and_port;

    #[test]
    fn ports_are_kept_as_host_and_port() {
        for (url, want) in [
            ("127.0.0.1:9106", Some("127.0.0.1:9106")),
            ("tcp://db.example.com:5432/x?y", Some("db.example.com:5432")),
            ("https://u:p@db.example.com:443", Some("db.example.com:443")),
            ("[::1]:6379", Some("[::1]:6379")),
            ("127.0.0.1", None),
            ("https://example.com/", None),
            ("example.com:99999", None),
            (":80", None),
        ] {
            assert_eq!(host_and_port(url).as_deref(), want, "{url}");
        }
    }
}
