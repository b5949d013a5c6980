//! Monitors. As far as is known the real server lets any member create, change and delete them.

use crate::call::Call;
use crate::endpoints::find;
use crate::endpoints::monitor_json::wire;
use crate::fields::Fields;
use crate::http::Response;
use crate::page;
use crate::pages;
use crate::routes::Route;
use crate::seed::monitors::{Era, Kind, Monitor, course_of};
use crate::uptime::{Effect, State};

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
    let own = project.and_then(|id| call.directory().project_by_id(id));
    let own = own.filter(|it| it.organization == organization);
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
