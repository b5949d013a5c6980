//! What SDKs talk to: events come in by envelope or alone, named by a key of the project, from any origin.

use crate::call::{Call, invalid};
use crate::directory::keys;
use crate::envelope::Envelope;
use crate::http::{Request, Response};
use crate::pages;
use crate::routes::{Access, Route};
use crate::seed::arrived::Arrived;
use crate::seed::event_id;
use crate::seed::fill::Filler;
use crate::seed::issues::{Content, IssueSeed};
use crate::seed::sent::Sent;
use serde_json::{Value, json};

/// Ingest.
pub const ROUTES: &[Route] = &[
    Route::new("POST", "/api/{project_id}/envelope/", |call| Ok(open(call, envelope))).access(Access::Open),
    Route::new("OPTIONS", "/api/{project_id}/envelope/", preflight).access(Access::Open),
    Route::new("POST", "/api/{project_id}/store/", |call| Ok(open(call, store))).access(Access::Open),
    Route::new("OPTIONS", "/api/{project_id}/store/", preflight).access(Access::Open),
];

const ALLOWED_HEADERS: &str = "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with, \
     x-sentry-auth, baggage, sentry-trace";

/// The answer, refusals too, for pages of any origin.
fn open(call: &mut Call<'_>, handler: fn(&mut Call<'_>) -> Result<Response, Response>) -> Response {
    let answer = handler(call).unwrap_or_else(|refusal| refusal);
    answer.with("access-control-allow-origin", "*")
}

fn preflight(call: &mut Call<'_>) -> Result<Response, Response> {
    let answer = open(call, |_| Ok(Response::html(200, "")));
    Ok(answer
        .with("access-control-allow-headers", ALLOWED_HEADERS)
        .with("access-control-allow-methods", "DELETE, GET, OPTIONS, PATCH, POST, PUT")
        .with("access-control-max-age", "86400"))
}

/// Several events may come at once; what is no event is taken and dropped.
fn envelope(call: &mut Call<'_>) -> Result<Response, Response> {
    let denied = || Response::auth_json(403, &json!({"detail": "Denied"}));
    let request = call.request;
    let envelope = Envelope::parse(&request.body);
    let field = |name: &str| envelope.as_ref()?.header.get(name)?.as_str();
    let key = key(request).or_else(|| key_of_dsn(field("dsn")?)).ok_or_else(denied)?;
    let project = project(call, &key).ok_or_else(denied)?;
    if is_throttled(call, project) {
        return Err(Response::html(429, "Too Many Requests"));
    }
    let named = field("event_id").and_then(event_id::normalize);
    let Some(envelope) = envelope else {
        return Err(Response::auth_json(400, &json!({"detail": "Invalid envelope header"})));
    };
    let events = envelope.items.iter().filter(|(kind, _)| kind == "event");
    let readable = events.filter_map(|(_, payload)| serde_json::from_slice(payload).ok());
    let taken: Vec<String> = readable
        .map(|body| take(call, project, with_id(body, named.as_deref())))
        .collect();
    Ok(Response::auth_json(
        200,
        &json!({"id": taken.into_iter().next().or(named)}),
    ))
}

fn store(call: &mut Call<'_>) -> Result<Response, Response> {
    let key = key(call.request).ok_or_else(pages::server_error)?;
    if event_id::normalize(&key).is_none() {
        let problem = json!([{"message": "dsn key badly formed hexadecimal UUID string"}]);
        return Err(invalid(problem));
    }
    let project = project(call, &key).ok_or_else(|| Response::detail(401, "Invalid DSN"))?;
    if is_throttled(call, project) {
        return Err(Response::json(429, &json!({"message": "Please retry later"})));
    }
    let body: Value = call.body()?;
    let id = take(call, project, Sent::new(body));
    Ok(Response::json(200, &json!({"event_id": id, "task_id": null})))
}

/// The key in the query or in the header that is made for it.
fn key(request: &Request) -> Option<String> {
    let is_key = |name: &str| matches!(name, "sentry_key" | "glitchtip_key");
    let in_query = request.query().into_iter().find(|(name, _)| is_key(name));
    in_query.map(|(_, value)| value).or_else(|| {
        let header = request.header("x-sentry-auth")?;
        let mut parts = header.split([',', ' ']);
        parts
            .find_map(|part| part.strip_prefix("sentry_key="))
            .map(str::to_owned)
    })
}

/// The key in `http://<key>@<host>/<project>`.
fn key_of_dsn(dsn: &str) -> Option<String> {
    let (user, _) = dsn.split_once("://")?.1.split_once('@')?;
    Some(user.split(':').next().unwrap_or(user).to_owned())
}

/// The index of the project in the path, if the key is one of its own.
fn project(call: &Call<'_>, key: &str) -> Option<usize> {
    let id = call.number("project_id").ok()?;
    let digits = event_id::normalize(key)?;
    let name = &call.world.name;
    let mut own = call.directory().keys_of(id).into_iter();
    let key = own.find(|key| key.digits(name) == digits)?;
    call.directory().index_of(id).filter(|_| key.is_active)
}

/// Whether all events of a project are dropped. With a lower rate all are taken, so that the same requests always give
/// the same answers.
fn is_throttled(call: &Call<'_>, project: usize) -> bool {
    call.directory().projects[project].throttle >= 100
}

/// The world (of those with these names) whose key an event comes with: SDKs send no cookie that would say so.
pub fn world_of(request: &Request, names: &[String]) -> Option<String> {
    let segments = request.segments();
    let parts: Vec<&str> = segments.iter().map(String::as_str).collect();
    let ["api", project, "envelope" | "store"] = parts.as_slice() else {
        return None;
    };
    let project = project.parse().ok()?;
    let in_body = || key_of_dsn(Envelope::parse(&request.body)?.header.get("dsn")?.as_str()?);
    let key = event_id::normalize(&key(request).or_else(in_body)?)?;
    names.iter().find(|name| keys::could_be(&key, name, project)).cloned()
}

/// The event with the id of its envelope, where it has none itself.
fn with_id(mut body: Value, id: Option<&str>) -> Sent {
    if let (Some(fields), Some(id)) = (body.as_object_mut(), id)
        && fields.get("event_id").is_none_or(Value::is_null)
    {
        fields.insert("event_id".to_owned(), json!(id));
    }
    Sent::new(body)
}

/// Puts an event into the issue of its title, or into a new one; gives its id. An id that is known is not counted
/// again.
fn take(call: &mut Call<'_>, project: usize, sent: Sent) -> String {
    let seed = &call.demo.seed;
    if let Some(id) = sent.id()
        && call.world.changes.event(seed, &id).is_some()
    {
        return id;
    }
    let issue = IssueSeed::opened(project, Content::Sent, sent.facts(), Filler::new(0), call.now);
    let arrived = Arrived::sent(call.now, sent);
    let id = match call.world.changes.titled(seed, project, &issue.title) {
        Some(id) => {
            call.world.changes.arrive(seed, id, arrived);
            id
        }
        None => call.world.changes.open(seed, issue.with_event(arrived)),
    };
    let issue = call.world.changes.find(seed, id);
    issue.map(|issue| issue.event_id(issue.count - 1)).unwrap_or_default()
}
