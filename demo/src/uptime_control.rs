//! Control endpoints about monitors and status pages: switches that the real server has only in its world or in its
//! administration.

use crate::http::Response;
use crate::server::Demo;
use crate::uptime::{Effect, State};
use crate::world::World;
use serde_json::json;

/// `POST /__demo/monitor`: a check now that finds this state, and so do all later ones; without `up` the monitor goes
/// its own way again.
pub fn monitor<'a>(demo: &Demo, world: &mut World, get: impl Fn(&str) -> Option<&'a str>) -> Response {
    let reason = get("reason").map(str::parse::<i64>).transpose();
    let effect = match (get("up"), reason) {
        (None, Ok(_)) => Some(Effect::Freed),
        (Some("true"), Ok(_)) => Some(Effect::Forced(State::UP)),
        (Some("false"), Ok(reason)) => Some(Effect::Forced(State::down(reason))),
        _ => None,
    };
    let id = get("id").and_then(|id| id.parse().ok());
    let (Some(id), Some(effect)) = (id, effect) else {
        return Response::detail(422, "give id and optionally up (true or false) and reason (0 to 5)");
    };
    if world.uptime.find(&demo.seed, id).is_none() {
        return Response::not_found();
    }
    let time = world.uptime.mark(id, demo.now(), effect);
    Response::json(200, &json!({"ok": true, "time": time}))
}

/// `POST /__demo/status-page`: puts monitors on a page, in place of those it had.
pub fn status_page<'a>(world: &mut World, get: impl Fn(&str) -> Option<&'a str>) -> Response {
    let ids = |text: &str| {
        let parts = text.split(',').filter(|part| !part.is_empty());
        parts.map(|part| part.parse().ok()).collect::<Option<Vec<i64>>>()
    };
    let parts = (get("organization"), get("slug"), get("monitors").and_then(ids));
    let (Some(organization), Some(slug), Some(monitors)) = parts else {
        return Response::detail(
            422,
            "give organization, slug and monitors (numbers with commas between them)",
        );
    };
    let organization = world.directory.organization(organization).map_or(0, |it| it.id);
    if world.uptime.pages.attach(organization, slug, monitors) {
        Response::json(200, &json!({"ok": true}))
    } else {
        Response::not_found()
    }
}
