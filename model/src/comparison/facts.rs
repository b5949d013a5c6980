//! What an event says of itself in a line each.

use super::flat;
use crate::wire::entry::MessageData;
use crate::wire::event::Event;
use crate::wire::request::RequestData;
use serde_json::Value;

/// Title, message, place, platform and the like; what is empty is left out.
pub fn facts(event: &Event) -> Vec<(String, String)> {
    let message = event
        .entries
        .iter()
        .filter(|entry| entry.kind == "message")
        .find_map(|entry| {
            let data = entry.read::<MessageData>().ok()?;
            data.formatted.or(data.message)
        });
    let kept = [
        ("title", event.title.clone()),
        ("message", message.or_else(|| event.message.clone())),
        ("culprit", event.culprit.clone()),
        ("platform", event.platform.clone()),
        ("dist", event.dist.clone()),
    ];
    kept.into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value.filter(|value| !value.is_empty())?)))
        .collect()
}

/// Tags by their keys.
pub fn tags(event: &Event) -> Vec<(String, String)> {
    event
        .tags
        .iter()
        .map(|tag| (tag.key.clone(), tag.value.clone().unwrap_or_default()))
        .collect()
}

/// The request, value by value.
pub fn request(event: &Event) -> Vec<(String, String)> {
    let Some(entry) = event.entries.iter().find(|entry| entry.kind == "request") else {
        return Vec::new();
    };
    let Ok(request) = entry.read::<RequestData>() else {
        return entry
            .read::<Value>()
            .map(|sent| flat::value("request", &sent))
            .unwrap_or_default();
    };
    let mut rows: Vec<(String, String)> = Vec::new();
    let one = |name: &str, value: Option<String>| Some((name.to_owned(), value.filter(|value| !value.is_empty())?));
    rows.extend(one("method", request.method));
    rows.extend(one("url", request.url));
    rows.extend(one("fragment", request.fragment));
    for (kind, pairs) in [("query", request.query), ("header", request.headers)] {
        for (name, value) in pairs.into_iter().flatten() {
            rows.push((format!("{kind} {name}"), value.unwrap_or_default()));
        }
    }
    let env = request.env.map(Value::Object);
    for (name, value) in [("cookies", request.cookies), ("body", request.data), ("env", env)] {
        rows.extend(value.iter().flat_map(|value| flat::value(name, value)));
    }
    rows
}
