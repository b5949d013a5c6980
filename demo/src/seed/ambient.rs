//! What an SDK notes around an error: contexts, user, request, breadcrumbs, extra.

use crate::seed::scene::Scene;
use crate::seed::template::{Platform, Setting};
use glint_model::timestamp::Timestamp;
use serde_json::{Value, json};

const CITIES: &[(&str, &str)] = &[
    ("Berlin", "DE"),
    ("Osaka", "JP"),
    ("São Paulo", "BR"),
    ("Kraków", "PL"),
    ("Austin", "US"),
    ("Lyon", "FR"),
];

/// Device, system, runtime and trace.
pub fn contexts(platform: &Platform, scene: &mut Scene<'_>) -> Value {
    let mut contexts = json!({
        "os": {"type": "os", "name": scene.system.0, "version": scene.system.1},
        "trace": {
            "type": "trace",
            "trace_id": scene.dice.hex(32),
            "span_id": scene.dice.hex(16),
            "op": if scene.setting == Setting::Browser { "pageload" } else { "http.server" },
            "status": "internal_error",
        },
    });
    let mut add = |key: &str, value: Value| contexts[key] = value;
    if !platform.runtime.0.is_empty() {
        add(
            "runtime",
            json!({"type": "runtime", "name": platform.runtime.0, "version": platform.runtime.1}),
        );
    }
    if matches!(scene.setting, Setting::Server | Setting::Browser) {
        add(
            "browser",
            json!({"type": "browser", "name": scene.browser.0, "version": scene.browser.1}),
        );
    }
    match scene.setting {
        Setting::Phone => {
            add(
                "device",
                json!({
                    "type": "device",
                    "family": scene.device,
                    "model": scene.device,
                    "battery_level": scene.dice.below(101),
                    "free_memory": 120_000_000 + scene.dice.below(900_000_000),
                    "online": scene.dice.percent(90),
                    "orientation": "portrait",
                }),
            );
            add(
                "app",
                json!({"type": "app", "app_version": scene.release, "in_foreground": true}),
            );
        }
        Setting::Browser => {
            add("device", json!({"type": "device", "family": scene.device}));
            add(
                "culture",
                json!({"type": "culture", "locale": "de-DE", "timezone": "Europe/Berlin"}),
            );
        }
        Setting::Server | Setting::Worker | Setting::Desktop => {
            add(
                "app",
                json!({"type": "app", "app_memory": 90_000_000 + scene.dice.below(400_000_000)}),
            );
        }
    }
    contexts
}

/// The application's own notes (`extra`).
pub fn extra(scene: &mut Scene<'_>) -> Value {
    json!({
        "retries": [1, 2, 4, 8],
        "payload_size": 1000 + scene.dice.below(90_000),
        "nested": {"cart": {"lines": 4, "coupon": null}, "flags": {"new_checkout": scene.user.is_multiple_of(3)}},
    })
}

/// Who was using the application.
pub fn user(scene: &mut Scene<'_>) -> Value {
    let (city, country) = CITIES[(scene.user % CITIES.len() as u64) as usize];
    json!({
        "id": scene.user.to_string(),
        "username": scene.username(),
        "email": format!("user{}@customers.example.com", scene.user),
        "ip_address": format!("203.0.113.{}", scene.user % 250),
        "geo": {"city": city, "country_code": country},
    })
}

/// The request; `transaction` is its path where it looks like one.
pub fn request(scene: &mut Scene<'_>, transaction: &str) -> Value {
    let path = if transaction.starts_with('/') {
        transaction
    } else {
        "/checkout/"
    };
    let body =
        (scene.method == "POST").then(|| json!({"cart": scene.user * 7, "items": [{"sku": "SKU-0001", "qty": 2}]}));
    let content_type = body.as_ref().map(|_| "application/json");
    let mut headers = vec![
        json!(["Accept", "text/html,application/json;q=0.9"]),
        json!(["Accept-Language", "de-DE,de;q=0.9"]),
        json!(["Host", "shop.example.com"]),
        json!(["Referer", "https://shop.example.com/"]),
        json!(["User-Agent", scene.browser.2]),
        json!(["X-Request-Id", scene.dice.hex(32)]),
    ];
    if let Some(content_type) = content_type {
        headers.insert(2, json!(["Content-Type", content_type]));
    }
    json!({
        "apiTarget": null,
        "bodySize": null,
        "cookies": {"theme": "dark", "sessionid": "[Filtered]"},
        "data": body,
        "env": {"REMOTE_ADDR": format!("203.0.113.{}", scene.user % 250), "SERVER_NAME": scene.server, "SERVER_PORT": "443"},
        "fragment": null,
        "method": scene.method,
        "protocol": null,
        "url": format!("https://shop.example.com{path}"),
        "headers": headers,
        "query": [["page", "1"], ["utm_source", "mail"]],
        "inferredContentType": content_type,
    })
}

/// What happened before, the oldest first: eight to sixteen crumbs.
pub fn breadcrumbs(scene: &mut Scene<'_>) -> Vec<Value> {
    let count = 8 + scene.dice.below(9) as i64;
    (0..count)
        .map(|index| {
            let at = Timestamp(scene.time.0 - (count - index) * 2_300);
            let mut crumb = crumb(scene, index);
            crumb["timestamp"] = json!(at.to_iso());
            crumb["event_id"] = Value::Null;
            crumb
        })
        .collect()
}

fn crumb(scene: &mut Scene<'_>, index: i64) -> Value {
    let levels = ["info", "info", "info", "debug", "warning"];
    let level = levels[scene.dice.below(5) as usize];
    let status = [200, 200, 201, 304, 404, 502][scene.dice.below(6) as usize];
    match (scene.setting, scene.dice.below(5)) {
        (Setting::Browser | Setting::Phone, 0) => json!({
            "type": "navigation", "category": "navigation", "message": null, "level": "info",
            "data": {"from": "/cart", "to": "/checkout"},
        }),
        (Setting::Browser, 1) => json!({
            "type": "default", "category": "ui.click", "level": "info", "data": null,
            "message": "form.checkout > div.actions > button.pay[type=\"submit\"]",
        }),
        (Setting::Phone, 1) => json!({
            "type": "user", "category": "ui.click", "message": null, "level": "info",
            "data": {"view.id": "add_to_cart", "view.class": "MaterialButton"},
        }),
        (Setting::Server | Setting::Worker, 0 | 1) => json!({
            "type": "default", "category": "query", "level": level, "data": null,
            "message": "SELECT id, sku, qty FROM cart_line WHERE cart_id = %s LIMIT 21",
        }),
        (_, 2) => json!({
            "type": "http", "category": "http", "message": null, "level": if status >= 400 { "warning" } else { "info" },
            "data": {"url": "https://api.payments.example.com/v2/charges", "method": "POST", "status_code": status, "reason": "-"},
        }),
        (_, 3) => json!({
            "type": "log", "category": "shop.cart", "level": level, "data": null,
            "message": format!("cart loaded with {} items in {} ms", 1 + index, 4 + scene.dice.below(80)),
        }),
        _ => json!({
            "type": "default", "category": "cache", "level": "debug", "data": {"ttl": 300},
            "message": format!("cache miss for key product:{}", scene.dice.below(400)),
        }),
    }
}
