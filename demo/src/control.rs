//! Control endpoints for tests under `/__demo/`; they need neither a session nor a CSRF token.

use crate::arrive::{self, Wanted};
use crate::billing_control;
use crate::directory_control;
use crate::http::{Request, Response};
use crate::pages;
use crate::server::Demo;
use crate::uptime_control;
use crate::world::{PlannedFailure, World};
use serde_json::json;
use std::time::Duration;

/// Answers a control request about this world.
pub fn handle(demo: &Demo, world: &mut World, request: &Request) -> Response {
    let query = request.query();
    let get = |name: &str| {
        query
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    };
    match (request.method.as_str(), request.path.trim_end_matches('/')) {
        ("GET", "/__demo/requests") => Response::json(200, &world.requests.all()),
        ("DELETE", "/__demo/requests") => {
            world.requests.clear();
            done()
        }
        ("POST", "/__demo/expire-session") => {
            world.sessions.expire_all();
            done()
        }
        ("POST", "/__demo/fail-next") => match plan(get) {
            Some(failure) => {
                world.failures.push(failure);
                done()
            }
            None => Response::detail(
                422,
                "give path, status (100 to 599) and optionally times (from 1), skip and method",
            ),
        },
        ("POST", "/__demo/delay") => match get("ms").and_then(|ms| ms.parse().ok()) {
            Some(ms) => {
                world.delay = Duration::from_millis(ms);
                done()
            }
            None => Response::detail(422, "give ms"),
        },
        ("POST", "/__demo/arrive") => match wanted(get) {
            Some(wanted) => arrive::answer(demo, world, &wanted),
            None => Response::detail(
                422,
                "give organization and optionally new, again and regressed (0 to 100)",
            ),
        },
        ("POST", "/__demo/monitor") => uptime_control::monitor(demo, world, get),
        ("POST", "/__demo/status-page") => uptime_control::status_page(world, get),
        ("POST", "/__demo/quirk") => directory_control::quirk(world, get),
        ("GET", "/__demo/invitations") => directory_control::invitations(world),
        ("POST", "/__demo/invitations") => directory_control::set_invitation(world, get),
        ("POST", "/__demo/billing") => billing_control::billing(demo, world, get),
        ("POST", "/__demo/reset") => {
            *world = World::new(&world.name, &demo.worlds.start);
            done()
        }
        _ => pages::not_found(),
    }
}

fn done() -> Response {
    Response::json(200, &json!({"ok": true}))
}

fn plan<'a>(get: impl Fn(&str) -> Option<&'a str>) -> Option<PlannedFailure> {
    let status = get("status")?
        .parse()
        .ok()
        .filter(|status| (100..600).contains(status))?;
    let times = get("times").unwrap_or("1").parse().ok().filter(|times| *times > 0)?;
    let skip = get("skip").unwrap_or("0").parse().ok()?;
    Some(PlannedFailure {
        path: get("path")?.to_owned(),
        method: get("method").map(str::to_uppercase),
        status,
        skip,
        times,
    })
}

fn wanted<'a>(get: impl Fn(&str) -> Option<&'a str>) -> Option<Wanted<'a>> {
    let number = |name: &str| {
        let number = get(name).unwrap_or("0").parse().ok();
        number.filter(|number| *number <= arrive::AT_MOST)
    };
    Some(Wanted {
        organization: get("organization")?,
        new: number("new")?,
        again: number("again")?,
        regressed: number("regressed")?,
    })
}
