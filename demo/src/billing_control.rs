//! The control endpoint that turns billing on and off.

use crate::billing::{self, Billing, Plan};
use crate::http::Response;
use crate::server::Demo;
use crate::world::World;
use serde_json::{Map, json};

/// More than this nobody uses.
const PERCENT_AT_MOST: u64 = 1_000;

/// `POST /__demo/billing`: all organizations get this plan. Answers with how many percent of their events are dropped.
pub fn billing<'a>(demo: &Demo, world: &mut World, get: impl Fn(&str) -> Option<&'a str>) -> Response {
    match wanted(get) {
        Some(wanted) => world.billing = wanted,
        None => {
            let subscription = "none, free, paid, past_due, canceled or trialing";
            return Response::detail(
                422,
                format!("give on (1 or 0) and optionally subscription ({subscription}), used (0 to 1000) and licensed"),
            );
        }
    }
    let dropped: Map<_, _> = world
        .directory
        .organizations
        .iter()
        .map(|own| (own.slug.clone(), json!(billing::throttle_rate(demo, world, own.id))))
        .collect();
    Response::json(200, &json!({"ok": true, "throttle": dropped}))
}

fn wanted<'a>(get: impl Fn(&str) -> Option<&'a str>) -> Option<Billing> {
    let usual = match get("subscription").unwrap_or("free") {
        "none" => None,
        "free" => Plan::of("price_demo_free_month", "active"),
        "paid" => Plan::of("price_demo_medium_month", "active"),
        "past_due" => Plan::of("price_demo_medium_month", "past_due"),
        "canceled" => Plan::of("price_demo_medium_month", "canceled"),
        "trialing" => Plan::of("price_demo_large_month", "trialing"),
        _ => return None,
    };
    let used = get("used").map(|used| used.parse().ok().filter(|used| *used <= PERCENT_AT_MOST));
    let is_on = flag(get("on")?)?;
    let is_licensed = get("licensed").map_or(Some(false), flag)?;
    let used = used.map_or(Some(None), |used| used.map(Some))?;
    Some(Billing::new(is_on, is_licensed, used, usual))
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}
